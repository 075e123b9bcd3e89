// All rules, as data, in the order in which they are asked. What no rule fits is not known.
import { CALL_RULES } from './call-rules.ts'
import { REGISTRATION_RULES } from './registration-rules.ts'
import { CALL, type Failure, type Rule, TRACE, hundred } from './rule.ts'

const DOCUMENTED = 'CallMeter, endpoint outcomes'
const PHASES = 'CallMeter, endpoint phases'
const NEGOTIATION = ['NEGOTIATION_FAILED']
const TEARDOWN = ['TEARDOWN_ERROR']

/** Whatever the status: it is not about the call. */
const OWN_RULES: readonly Rule[] = [
  {
    outcomes: ['OSERROR'],
    place: 'CallMeter',
    what: 'the machine that ran the endpoint had an error; this says nothing about your system',
    look: ['the run in CallMeter, and its workers', 'a new run; if the error repeats, contact CallMeter support'],
    source: DOCUMENTED,
  },
  {
    outcomes: [null],
    place: 'unknown',
    what: 'the endpoint did not report how it ended',
    look: ['whether the run was stopped, or lost workers', 'the results later, with run-id'],
    source: DOCUMENTED,
  },
]

/** Media, whatever the status. */
const MEDIA_RULES: readonly Rule[] = [
  {
    outcomes: NEGOTIATION,
    statuses: [415],
    place: 'media and codecs',
    what: 'the other side does not accept the content type of the offer',
    look: ['whether a border controller adds or removes bodies', 'the content types that both sides accept'],
    source: 'RFC 3261, 21.4.13',
  },
  {
    outcomes: NEGOTIATION,
    place: 'media and codecs',
    what: 'the two sides found no session that both accept',
    look: [
      'the codecs that both sides offer and accept, including the trunk and the border controller',
      'whether one side requires SRTP or ICE and the other lacks it',
    ],
    source: 'RFC 3264, 6; RFC 3261, 21.4.26',
  },
]

/** The BYE of a call. */
const TEARDOWN_RULES: readonly Rule[] = [
  {
    outcomes: TEARDOWN,
    statuses: [481],
    place: 'system under test',
    what: 'the other side no longer recognized the call at its end',
    look: [
      'restarts and fail-over during the call, and session timers',
      'whether all messages of a call pass through the same node',
    ],
    source: 'RFC 3261, 12.2.2 and 15.1.2',
  },
  {
    outcomes: TEARDOWN,
    statuses: hundred(5),
    place: 'system under test',
    what: 'the system could not process the end of the call',
    look: ['load and errors at the end of the calls', TRACE],
    source: 'RFC 3261, 21.5',
  },
  {
    outcomes: TEARDOWN,
    place: 'network and NAT',
    what: 'the BYE received no answer, or was never sent',
    look: [
      'whether CallMeter can reach the addresses in Contact and Record-Route',
      'NAT bindings and TCP connections that close during a call',
    ],
    source: 'RFC 3261, 12.2.1.1 and 15.1.1',
  },
]

const RINGING = [180, 181, 182, 183]

/** Where the status tells of no answer; how far the call had got may tell more. */
const UNANSWERED = ['none', 100, 408] as const

/** Nobody answered, or nothing came. */
const UNANSWERED_RULES: readonly Rule[] = [
  {
    outcomes: ['TIMEOUT'],
    statuses: RINGING,
    place: 'far end',
    what: 'it rang, and nobody answered in time',
    look: ['who answers the number, and how soon', 'how long the test lets it ring'],
    source: 'RFC 3261, 13.3.1.1',
  },
  {
    outcomes: ['TIMEOUT'],
    phases: ['RINGING'],
    place: 'far end',
    what: 'it rang, and nobody answered in time',
    look: ['who answers the number, and how soon', 'how long the test lets it ring'],
    source: PHASES,
  },
  {
    outcomes: ['CALL_FAILED'],
    statuses: UNANSWERED,
    phases: ['RINGING'],
    place: 'far end',
    what: 'the call rang and was never answered',
    look: ['who answers the number', 'whether early media or an announcement gives the reason'],
    source: PHASES,
  },
  {
    outcomes: CALL,
    statuses: UNANSWERED,
    phases: ['NEGOTIATING'],
    place: 'unknown',
    what: 'the other side began to answer, and the call was not established',
    look: [
      'whether its answers and the ACK arrive: Contact and Record-Route in a trace',
      'the codecs, SRTP and ICE of both sides',
    ],
    source: PHASES,
  },
  {
    outcomes: CALL,
    statuses: UNANSWERED,
    phases: ['INCALL'],
    place: 'unknown',
    what: 'the call was established and then dropped',
    look: [
      'restarts and fail-over during the call, and session timers',
      'NAT bindings and TCP connections that close during a call',
    ],
    source: PHASES,
  },
  {
    outcomes: ['TIMEOUT'],
    phases: ['REGISTERED'],
    place: 'system under test',
    what: 'the endpoint was registered, and no call reached it',
    look: ['the routes from the called number to the receivers', 'whether the calls failed earlier, at the callers'],
    source: PHASES,
  },
  {
    outcomes: CALL,
    statuses: ['none', 408],
    beside: [503],
    place: 'system under test',
    what: 'no answer arrived in time, and other calls of the run were refused for overload',
    look: [
      'limits on concurrent calls and calls per second, and the lines of the trunk',
      'CPU, memory and database of the system during the run',
    ],
    source: 'RFC 6357, 4; RFC 3261, 21.5.4',
  },
  {
    outcomes: ['TIMEOUT'],
    statuses: ['none', 408],
    place: 'network and NAT',
    what: 'no answer arrived in time',
    look: [
      'address, port and transport of the system, DNS, and firewalls on the path',
      'whether answers take another path: Via, received and rport in a trace',
    ],
    source: 'RFC 3261, 8.1.3.1 and 17.1.1.2; RFC 3581',
  },
  {
    outcomes: CALL,
    statuses: [408],
    place: 'network and NAT',
    what: 'the called party did not answer the system in time',
    look: ['whether the system reaches the called party: its address, NAT and registration', 'firewalls on the path'],
    source: 'RFC 3261, 21.4.9',
  },
  {
    outcomes: ['CALL_FAILED'],
    statuses: [...RINGING, 199],
    place: 'far end',
    what: 'the call rang and was never answered',
    look: ['who answers the number', 'whether early media or an announcement gives the reason'],
    source: 'RFC 3261, 21.1; RFC 6228',
  },
  {
    outcomes: ['CALL_FAILED'],
    statuses: [100, 'none'],
    place: 'network and NAT',
    what: 'the call received no final answer',
    look: ['address, port and transport of the system, DNS, and firewalls on the path', TRACE],
    source: 'RFC 3261, 8.1.3.1',
  },
]

export const RULES: readonly Rule[] = [
  ...OWN_RULES,
  ...REGISTRATION_RULES,
  ...MEDIA_RULES,
  ...TEARDOWN_RULES,
  ...CALL_RULES,
  ...UNANSWERED_RULES,
]

const NOTHING: ReadonlySet<number> = new Set()

/** The rule for a failure; undefined if none fits. `beside` are the statuses of the run's other calls that failed. */
export function ruleFor({ outcome, phase, sipStatus }: Failure, beside = NOTHING): Rule | undefined {
  return RULES.find(
    (rule) =>
      rule.outcomes.includes(outcome) &&
      (rule.statuses === undefined || rule.statuses.includes(sipStatus ?? 'none')) &&
      (rule.phases === undefined || (phase !== null && rule.phases.includes(phase))) &&
      (rule.beside === undefined || rule.beside.some((status) => beside.has(status))),
  )
}
