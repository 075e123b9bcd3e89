// Which edition of its documentation CallScaler's API answers by, and how it answers what neither has: asked by reading alone, and told in names of
// fields and types.
import { Failure } from '../../base/failure.ts'
import { type Fields, isObject } from '../../base/fields.ts'
import type { Assumption } from '../../model/check.ts'
import { snakeName } from '../http/fields.ts'
import { type Get, LIMIT_HEADERS, answerTo, limitHeaders, whyNone } from '../http/probing.ts'
import type { HttpAnswer } from '../http/request.ts'
import { type Expected, compareFields, objectsIn } from '../http/shape.ts'

type Probed = Omit<Assumption, 'api'>

const [ID, MAYBE] = [['text', 'count'] as const, ['text', 'null'] as const]

/** The fields that openapi.yaml describes, by the name of the thing there. */
export const CALLSCALER_FIELDS = {
  TrackingNumber: {
    id: ID,
    phone_number: ['text'],
    friendly_name: MAYBE,
    name: MAYBE,
    status: ['text'],
    created_at: ['text'],
  },
  Call: {
    id: ID,
    created_at: ['text'],
    status: MAYBE,
    direction: MAYBE,
    tracking_number: ['text'],
    caller_number: MAYBE,
    duration_seconds: ['number', 'null'],
    recording_url: MAYBE,
    recording_duration: ['number', 'null'],
    cost_cents: ['number', 'null'],
  },
} as const satisfies Record<string, Expected>

/** Every assumed or contradicted part, with how it answers. Throws only where the step was cancelled. */
export async function probeCallScaler(get: Get): Promise<Assumption[]> {
  const numbers = await answerTo(get, 'read the list of tracking numbers', '/numbers')
  const calls = await answerTo(get, 'read the list of calls', '/calls?page=1&per_page=100&limit=100&offset=0')
  const answers = [numbers, calls].filter((one): one is HttpAnswer => !(one instanceof Failure))
  const found: Probed[] = [
    listProbe('list-numbers', numbers, 'numbers', 'TrackingNumber'),
    listProbe('list-calls', calls, 'calls', 'Call'),
    pagingProbe(calls),
    statusProbe(calls),
    { what: 'rate-limit-headers', ...limitHeaders(answers, LIMIT_HEADERS) },
  ]
  return found.map((one) => ({ api: 'CallScaler', ...one }))
}

function dataOf(answer: HttpAnswer | Failure): Fields | undefined {
  return !(answer instanceof Failure) && isObject(answer.body) && isObject(answer.body.data)
    ? answer.body.data
    : undefined
}

function listProbe(
  what: string,
  answer: HttpAnswer | Failure,
  list: 'numbers' | 'calls',
  thing: keyof typeof CALLSCALER_FIELDS,
): Probed {
  if (answer instanceof Failure) return { what, answered: 'not available', reason: whyNone(answer) }
  const rows = dataOf(answer)?.[list]
  if (!Array.isArray(rows)) return { what, answered: 'differently', reason: `\`data.${list}\` is not a list.` }
  if (rows.length === 0) return { what, answered: 'not available', reason: 'The list is empty.' }
  const { fields, other } = compareFields(objectsIn(rows), CALLSCALER_FIELDS[thing], snakeName)
  return other.length > 0
    ? { what, answered: 'differently', reason: `Of another type: ${other.join(', ')}.`, fields }
    : { what, answered: 'as assumed', reason: 'All known fields that came are of their types.', fields }
}

function pagingProbe(calls: HttpAnswer | Failure): Probed {
  const what = 'paging'
  const data = dataOf(calls)
  if (!data) return { what, answered: 'not available', reason: 'The list of calls could not be read.' }
  const nested = isObject(data.pagination)
  const names = new Set(Object.keys(isObject(data.pagination) ? data.pagination : data).map(snakeName))
  if (names.has('has_more') || names.has('next_cursor'))
    return {
      what,
      answered: 'as assumed',
      reason: `The list is paged as in the newer edition${nested ? ', under `data.pagination`' : ''}.`,
    }
  return names.has('total')
    ? { what, answered: 'as assumed', reason: 'The list is paged as in the older edition.' }
    : { what, answered: 'differently', reason: 'The list is paged as in neither edition.' }
}

/** The words for a call that each edition has alone, and those of both. */
const STATUSES = {
  older: ['answered', 'missed'],
  newer: ['completed', 'no-answer', 'busy', 'failed'],
  both: ['voicemail'],
}

function statusProbe(calls: HttpAnswer | Failure): Probed {
  const what = 'call-statuses'
  const list = dataOf(calls)?.calls
  const statuses = objectsIn(Array.isArray(list) ? list : []).flatMap(({ status }) =>
    typeof status === 'string' ? [status] : [],
  )
  if (statuses.length === 0) return { what, answered: 'not available', reason: 'No listed call has a status.' }
  const isOf = (edition: keyof typeof STATUSES): boolean =>
    statuses.some((status) => STATUSES[edition].includes(status))
  const isKnown = statuses.every((status) => Object.values(STATUSES).flat().includes(status))
  if (!isKnown)
    return { what, answered: 'differently', reason: 'Some listed calls have a status that neither edition names.' }
  const editions = (['older', 'newer'] as const).filter(isOf)
  const which = editions.length === 0 ? 'both editions' : `the ${editions.join(' and the ')} edition`
  return { what, answered: 'as assumed', reason: `The statuses of calls are those of ${which}.` }
}
