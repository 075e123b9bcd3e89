// What it means that a registration failed.
import { ACCOUNT, type Rule, TRACE, hundred } from './rule.ts'

const REGISTER = ['REGISTRATION_FAILED']

export const REGISTRATION_RULES: readonly Rule[] = [
  {
    outcomes: REGISTER,
    statuses: [401, 407],
    place: 'credentials',
    what: 'the registrar requires credentials and rejects those it receives',
    look: [ACCOUNT, 'the digest algorithms that the registrar offers'],
    source: 'RFC 3261, 22.2 and 22.3',
  },
  {
    outcomes: REGISTER,
    statuses: [403],
    place: 'credentials',
    what: 'the registrar recognizes the account and refuses it',
    look: [
      'whether the account may register, and from this address; many registrars answer 403 to a wrong password',
      ACCOUNT,
    ],
    source: 'RFC 3261, 21.4.4',
  },
  {
    outcomes: REGISTER,
    statuses: [404, 410, 604],
    place: 'test definition',
    what: 'the registrar has no such address of record',
    look: ['the user names and the domain of the accounts in the test', 'whether the accounts exist at the registrar'],
    source: 'RFC 3261, 10.3 step 5',
  },
  {
    outcomes: REGISTER,
    statuses: [405, 501],
    place: 'test definition',
    what: 'this server does not accept registrations',
    look: ['the registrar’s address and port in the test', 'whether the test needs to register at all'],
    source: 'RFC 3261, 21.4.6 and 21.5.2',
  },
  {
    outcomes: REGISTER,
    statuses: [423],
    place: 'test definition',
    what: 'the requested registration time is shorter than the registrar allows',
    look: ['the registration interval in the test', 'the registrar’s Min-Expires'],
    source: 'RFC 3261, 21.4.17',
  },
  {
    outcomes: REGISTER,
    statuses: [
      400, 414, 415, 416, 417, 420, 421, 422, 424, 425, 429, 433, 439, 469, 470, 489, 493, 494, 300, 301, 302, 305, 380,
      406, 412, 413, 428, 436, 437, 438,
    ],
    place: 'test definition',
    what: 'the registrar requires a different form of registration',
    look: ['transport, extensions and address in the test, compared with what the registrar requires', TRACE],
    source: 'RFC 3261, 21.3 and 21.4, and the RFC of the code',
  },
  {
    outcomes: REGISTER,
    statuses: ['none', 408, 430],
    place: 'network and NAT',
    what: 'no answer to the registration arrived',
    look: [
      'address, port and transport of the registrar, and DNS',
      'firewalls between CallMeter and the registrar, and tools such as fail2ban on it',
    ],
    source: 'RFC 3261, 8.1.3.1',
  },
  {
    outcomes: REGISTER,
    statuses: hundred(5),
    place: 'system under test',
    what: 'the registrar could not process the registration',
    look: ['load and errors of the registrar and its database', 'how many endpoints register at once'],
    source: 'RFC 3261, 21.5',
  },
  {
    outcomes: REGISTER,
    statuses: [402, 440, 480, 481, 482, 483, 484, 485, 486, 487, 488, 491, 580, 600, 603, 606, 607, 608],
    place: 'system under test',
    what: 'the registrar, or a proxy in front of it, refuses the registration',
    look: ['limits and rules for registrations', TRACE],
    source: 'RFC 3261, 21.4 and 21.6',
  },
]
