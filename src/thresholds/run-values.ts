// Values of a run as a whole: its times, the calls of the far end, and the numbers of its detail.
import type { Run } from '../model/run.ts'
import { type Absence, type CallTally, type Subject, isAbsence, missing } from '../model/subject.ts'
import type { RunFact } from './catalogue.ts'
import type { Measured } from './endpoints.ts'
import type { Quantity } from './units.ts'

/** A fact that is not over endpoints. */
export function runFact(name: RunFact, { durationSeconds, queueSeconds, calls }: Subject): Measured | Absence {
  if (name === 'duration' || name === 'queue_time') {
    const seconds = name === 'duration' ? durationSeconds : queueSeconds
    return seconds === undefined ? missing(`the API does not report the run's ${name}`) : { value: seconds, unit: 's' }
  }
  if (!calls) return missing('the calls of this run were not read from CallScaler')
  if (isAbsence(calls)) return calls
  if (name !== 'answer_rate') return { value: calls[COUNTS[name]], unit: '' }
  return calls.received === 0
    ? missing('the number received no call')
    : {
        value: (100 * calls.answered) / calls.received,
        unit: '%',
        proportion: { hits: calls.answered, of: calls.received },
      }
}

const COUNTS = {
  received_calls: 'received',
  answered_calls: 'answered',
  missed_calls: 'missed',
  voicemail_calls: 'voicemail',
} as const satisfies Record<string, keyof CallTally>

/** The number at `run.PATH`. */
export function runNumber(path: readonly string[], { detail }: Run): Quantity | Absence {
  const found = path.reduce<unknown>(
    (value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    detail,
  )
  if (typeof found === 'number') return { value: found, unit: 'unknown' }
  const what = found === undefined ? 'is not there' : 'is not a number'
  return missing(`run.${path.join('.')} ${what}. The run's numbers are ${numbersOf(detail).join(', ') || 'none'}.`)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/** Most numbers of a run's detail that are listed. */
const MAX_LISTED = 40

function numbersOf(value: unknown, path = 'run', depth = 0): string[] {
  if (typeof value === 'number') return [path]
  if (!isObject(value) || Array.isArray(value) || depth > 5) return []
  return Object.entries(value)
    .slice(0, MAX_LISTED)
    .flatMap(([key, inner]) => (/^\w+$/.test(key) ? numbersOf(inner, `${path}.${key}`, depth + 1) : []))
    .slice(0, MAX_LISTED)
}
