// Endpoints that failed, by what they have in common, and what that means.
import { optional } from '../../base/fields.ts'
import { countsOf } from '../../base/counts.ts'
import type { Measurements } from '../../model/measurements.ts'
import { endedWell } from '../../model/outcomes.ts'
import type { Subject } from '../../model/subject.ts'
import type { Failure, Place } from './rule.ts'
import { ruleFor } from './rules.ts'
import { sipStatus as registered } from './sip-statuses.ts'

/** Endpoints that failed alike, and what that is likely to mean. */
export interface FailurePattern extends Failure {
  endpoints: number
  /** Which endpoints, by their places. */
  places: readonly number[]
  /** Of how many: of the group where they are all of one, else of the run. */
  of: number
  /** The only group that they are of; missing where there are several, or none is told. */
  group?: string
  /** The status, its reason phrase and the request, as far as they are known: `403 Forbidden on REGISTER`. */
  title: string
  /** What happened, in words. */
  what: string
  place: Place
  /** The first things to look at. */
  look: readonly string[]
  /** Where that is written. */
  source?: string
  /** How many endpoints of the baseline failed alike, of the same cause and in one of these groups; missing if there is no single run to compare with. */
  inBaseline?: number
  /** Whether there are none of these. */
  isNew?: boolean
}

/** The request that an outcome is about. */
const METHODS: Readonly<Record<string, string>> = {
  REGISTRATION_FAILED: 'REGISTER',
  CALL_FAILED: 'INVITE',
  NEGOTIATION_FAILED: 'INVITE',
  TIMEOUT: 'INVITE',
  TEARDOWN_ERROR: 'BYE',
}

/** The failures of a run, those of most endpoints first. `baseline` is the one run that it is compared with. */
export function failurePatterns(
  { measurements }: Pick<Subject, 'measurements'>,
  baseline?: Pick<Subject, 'measurements'>,
): FailurePattern[] {
  const before = baseline && kindsOf(baseline.measurements)
  const sizes = countsOf(measurements.groups)
  const beside = refusalsOf(measurements)
  return [...failuresOf(measurements)]
    .map(([key, places]) => {
      const pattern = patternOf(places, measurements, sizes, beside)
      const kinds = kindsIn(key, places, pattern, measurements).keys()
      const inBaseline = before && [...kinds].reduce((sum, kind) => sum + (before.get(kind) ?? 0), 0)
      return { ...pattern, ...optional({ inBaseline, isNew: inBaseline === undefined ? undefined : inBaseline === 0 }) }
    })
    .toSorted((a, b) => b.endpoints - a.endpoints)
}

/** How many endpoints of a run failed, by kind, so that failures of two runs can be told to be of one kind. */
function kindsOf(measurements: Measurements): Map<string, number> {
  const sizes = countsOf(measurements.groups)
  const beside = refusalsOf(measurements)
  return new Map(
    [...failuresOf(measurements)].flatMap(([key, places]) => [
      ...kindsIn(key, places, patternOf(places, measurements, sizes, beside), measurements),
    ]),
  )
}

/** One kind for each group that failed alike, with how many of it did. */
function kindsIn(
  key: string,
  places: readonly number[],
  { what }: Pick<FailurePattern, 'what'>,
  { groups }: Measurements,
): Map<string, number> {
  const counts = countsOf(places.map((place) => groups[place] ?? null))
  return new Map([...counts].map(([group, count]) => [JSON.stringify([key, what, group]), count]))
}

/** The places of the endpoints that failed, by outcome, status and phase. A phase that only says that it is over tells nothing apart. */
function failuresOf({ outcomes, sipStatuses, phases }: Measurements): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const [place, outcome] of outcomes.entries()) {
    if (endedWell(outcome)) continue
    const key = JSON.stringify([outcome, sipStatuses[place] ?? null, telling(phases[place] ?? null)])
    const same = found.get(key)
    if (same) same.push(place)
    else found.set(key, [place])
  }
  return found
}

/** The statuses that calls of the run failed with. */
function refusalsOf({ outcomes, sipStatuses }: Measurements): Set<number> {
  const found = new Set<number>()
  for (const [place, outcome] of outcomes.entries()) {
    const status = sipStatuses[place] ?? null
    if (status !== null && !endedWell(outcome) && outcome !== 'REGISTRATION_FAILED' && outcome !== 'TEARDOWN_ERROR')
      found.add(status)
  }
  return found
}

function telling(phase: string | null): string | null {
  return phase === 'CLOSED' || phase === 'DISCONNECTING' ? null : phase
}

function patternOf(
  places: readonly number[],
  { outcomes, sipStatuses, phases, groups, size }: Measurements,
  sizes: ReadonlyMap<string | null, number>,
  beside: ReadonlySet<number>,
): FailurePattern {
  const first = places[0] ?? 0
  const failure: Failure = {
    outcome: outcomes[first] ?? null,
    phase: telling(phases[first] ?? null),
    sipStatus: sipStatuses[first] ?? null,
  }
  const rule = ruleFor(failure, beside)
  const own = new Set(places.map((place) => groups[place] ?? null))
  const [only = null] = own.size === 1 ? [...own] : []
  return {
    ...failure,
    endpoints: places.length,
    places,
    of: only === null ? size : (sizes.get(only) ?? size),
    ...optional({ group: only ?? undefined, source: rule?.source }),
    title: titleOf(failure),
    what: rule?.what ?? 'the meaning is unknown',
    place: rule?.place ?? 'unknown',
    look: rule?.look ?? ['these endpoints in CallMeter', 'a trace at the system under test'],
  }
}

function titleOf({ outcome, sipStatus }: Failure): string {
  if (outcome === null) return 'not ended'
  const method = Object.hasOwn(METHODS, outcome) ? METHODS[outcome] : undefined
  const known = sipStatus === null ? undefined : registered(sipStatus)
  const status = sipStatus === null ? outcome : `${sipStatus}${known ? ` ${known.phrase}` : ''}`
  return method ? `${status} on ${method}` : sipStatus === null ? outcome : `${outcome}, ${status}`
}
