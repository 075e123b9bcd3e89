// What the endpoints of a run come to: aggregates of their metrics, counts, and facts on how they ended.
import { countsOf, mostFrequent } from '../base/counts.ts'
import { counted } from '../base/text.ts'
import type { Measurements } from '../model/measurements.ts'
import { endedWell } from '../model/outcomes.ts'
import { type SeriesName, printSeriesName } from '../model/series.ts'
import { type Absence, isAbsence, missing } from '../model/subject.ts'
import { type Column, type Truth, UNKNOWN, YES, column, truth } from './selection.ts'
import type { Proportion } from './interval.ts'
import { silentCalls } from './media.ts'
import { type SipMetric, sipShare } from './sip-performance.ts'
import { aggregate } from './statistics.ts'
import type { Condition, Expression } from './syntax.ts'
import { type Quantity, unitOfMetric } from './units.ts'

/** How many endpoints a value rests on, of how many it could. */
export interface Coverage {
  used: number
  of: number
  /** How the others ended, the most frequent first; missing where there are none. Null is the outcome of those that have not ended. */
  without?: readonly { outcome: string | null; endpoints: number }[]
}

/** A value that was had. */
export interface Measured extends Quantity {
  coverage?: Coverage
  /** Where several directions or tracks were measured, which one decided, and how often: `receive (38 of 40 endpoints)`. */
  decidedBy?: string
  /** Where the value is a percentage of things that are counted, of how many, and how many they are. */
  proportion?: Proportion
}

type OverEndpoints = Expression & { kind: 'aggregate' | 'count' | 'rate' | 'fact' }
/** The places of endpoints. */
type Places = Uint32Array

/** A function that measures values over endpoints. A metric that several of them use is put together once. */
export function endpointMeasurer(measurements: Measurements): (value: OverEndpoints) => Measured | Absence {
  const all: Places = Uint32Array.from({ length: measurements.size }, (_, i) => i)
  const columns = new Map<string, Column | Absence>()
  const columnOf = (name: SeriesName): Column | Absence => {
    const key = printSeriesName(name)
    const found = columns.get(key) ?? column(name, measurements)
    columns.set(key, found)
    return found
  }
  const truths = new Map<string, Truth | Absence>()
  const truthOf = (condition: Condition): Truth | Absence => {
    const key = JSON.stringify(condition)
    const found = truths.get(key) ?? truth(condition, measurements, columnOf)
    truths.set(key, found)
    return found
  }
  const scopes = new Map<Truth, Places>()
  const scopeOf = (condition: Condition): Places | Absence => {
    const scope = truthOf(condition)
    if (isAbsence(scope)) return scope
    const found = scopes.get(scope) ?? placesWhere(all, (i) => scope[i] === YES)
    scopes.set(scope, found)
    return found
  }

  return (value) => {
    const places = value.where ? scopeOf(value.where) : all
    if (isAbsence(places)) return places
    if (places.length === 0 && !(value.kind === 'fact' && value.name === 'endpoints'))
      return missing('no endpoint satisfies the condition after where')
    switch (value.kind) {
      case 'fact':
        return fact(value, places, measurements)
      case 'count':
      case 'rate': {
        const found = truthOf(value.condition)
        return isAbsence(found) ? found : tally(value, places, found, measurements)
      }
      case 'aggregate': {
        const found = columnOf(value.of)
        return isAbsence(found) ? found : aggregated(value, places, found, measurements)
      }
    }
  }
}

/** Those of some places that something holds for, in their order. */
function placesWhere(places: Places, holdsFor: (place: number) => boolean): Places {
  const found = new Uint32Array(places.length)
  let count = 0
  for (let n = 0; n < places.length; n++) {
    const place = places[n] ?? 0
    if (holdsFor(place)) found[count++] = place
  }
  return count === places.length ? places : found.subarray(0, count)
}

function fact(
  { name }: OverEndpoints & { kind: 'fact' },
  places: Places,
  measurements: Measurements,
): Measured | Absence {
  const { outcomes } = measurements
  const of = places.length
  const coverage = { used: of, of }
  const good = (): Places => placesWhere(places, (i) => endedWell(outcomes[i] ?? null))
  switch (name) {
    case 'endpoints':
      return { value: of, unit: '', coverage }
    case 'success_rate': {
      const hits = good().length
      return { value: (100 * hits) / of, unit: '%', coverage, proportion: { hits, of } }
    }
    case 'failed_endpoints':
      return { value: of - good().length, unit: '', coverage }
    case 'silent_calls':
    case 'one_way_calls':
      return silence(name, good(), measurements)
    case 'asr':
    case 'ner':
    case 'ser':
    case 'seer':
    case 'isa':
      return ofCalls(name, places, measurements)
    case 'duration':
    case 'queue_time':
    case 'received_calls':
    case 'answered_calls':
    case 'missed_calls':
    case 'voicemail_calls':
    case 'answer_rate':
      return missing(`${name} is not over endpoints`)
  }
}

/** How many of the calls that came about carried no media, or media one way only. */
function silence(name: 'silent_calls' | 'one_way_calls', good: Places, measurements: Measurements): Measured | Absence {
  if (good.length === 0) return missing('no endpoint succeeded, so there is no call to check')
  const { silent, oneWay, known, unclear } = silentCalls(good, measurements)
  // Each of them may be one more, and unknown is no pass.
  if (unclear > 0)
    return missing(
      `${unclear} of ${counted(good.length, 'endpoint')} counted no packets in one direction, but report a quality of it, or no packets of the other`,
    )
  if (known === 0) return missing('neither counts of packets nor directions without values tell how media flowed')
  return { value: name === 'silent_calls' ? silent : oneWay, unit: '', coverage: { used: known, of: good.length } }
}

/** A share of the calls that have a final status. */
function ofCalls(name: SipMetric, places: Places, measurements: Measurements): Measured | Absence {
  const { calls, hits, of } = sipShare(name, places, measurements)
  if (calls === 0) return missing(`none of ${places.length} endpoints has a final SIP status of a call`)
  if (of === 0) return missing(`none of ${calls} calls is one that ${name} is about`)
  return { value: (100 * hits) / of, unit: '%', coverage: { used: of, of: places.length }, proportion: { hits, of } }
}

function tally(
  { kind }: OverEndpoints & { kind: 'count' | 'rate' },
  places: Places,
  truths: Truth,
  measurements: Measurements,
): Measured | Absence {
  const of = places.length
  let [yes, unknown] = [0, 0]
  for (let n = 0; n < of; n++) {
    const known = truths[places[n] ?? 0]
    if (known === YES) yes++
    else if (known === UNKNOWN) unknown++
  }
  const known = unknown === 0 ? places : placesWhere(places, (i) => truths[i] !== UNKNOWN)
  // Where nothing is known of any endpoint, "none of them" would be a guess.
  if (known.length === 0) return missing(`none of ${of} endpoints has what the condition requires`)
  return {
    ...(kind === 'count'
      ? { value: yes, unit: '' }
      : { value: (100 * yes) / of, unit: '%', proportion: { hits: yes, of } }),
    coverage: coverageOf(known, places, measurements),
  }
}

function aggregated(
  { by, p, of }: OverEndpoints & { kind: 'aggregate' },
  places: Places,
  { values, decidedBy, deciders }: Column,
  measurements: Measurements,
): Measured | Absence {
  const covered = hasNaN(values) ? placesWhere(places, (i) => !Number.isNaN(values[i])) : places
  if (covered.length === 0) return missing(`none of ${places.length} endpoints has a value for ${printSeriesName(of)}`)
  const value = aggregate(by, covered.length === values.length ? values : valuesAt(covered, values), p)
  // A minimum or maximum is one endpoint's, and so is what decided it.
  const deciding = (): Places =>
    by === 'min' || by === 'max' ? placesWhere(covered, (i) => values[i] === value).subarray(0, 1) : covered
  const decided = new Set(deciders).size > 1 ? decision(deciders, decidedBy, deciding()) : undefined
  return {
    value,
    unit: unitOfMetric(of),
    coverage: coverageOf(covered, places, measurements),
    ...(decided ? { decidedBy: decided } : {}),
  }
}

function hasNaN(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) if (values[i] !== values[i]) return true
  return false
}

function valuesAt(places: Places, values: Float64Array): Float64Array {
  const picked = new Float64Array(places.length)
  for (let n = 0; n < places.length; n++) picked[n] = values[places[n] ?? 0] ?? Number.NaN
  return picked
}

/** How many of the endpoints have a value, and how those ended that have none: survivors are to be seen as survivors. */
function coverageOf(covered: Places, places: Places, { outcomes }: Measurements): Coverage {
  const [used, of] = [covered.length, places.length]
  if (used === of) return { used, of }
  const having = new Set(covered)
  const others = countsOf(
    Array.from(
      placesWhere(places, (i) => !having.has(i)),
      (i) => outcomes[i] ?? null,
    ),
  )
  const without = [...others].map(([outcome, endpoints]) => ({ outcome, endpoints }))
  return { used, of, without: without.toSorted((a, b) => b.endpoints - a.endpoints) }
}

/** The direction or track that decided for most of these endpoints, and for how many. */
function decision(deciders: readonly string[], decidedBy: Uint8Array, places: Places): string | undefined {
  const top = mostFrequent(Array.from(places, (i) => deciders[decidedBy[i] ?? 255] ?? ''))
  if (!top?.[0]) return undefined
  return places.length === 1 ? top[0] : `${top[0]} (${top[1]} of ${places.length} endpoints)`
}
