// What speaks against taking a run's results as they stand: it was cut short, or values are not what they are documented to be.
import type { CallMeter } from '../apis/callmeter/client.ts'
import type { Scope } from '../apis/http/retry.ts'
import type { Log } from '../base/log.ts'
import { counted, inWords, plain } from '../base/text.ts'
import type { Measurements } from '../model/measurements.ts'
import { endedWell } from '../model/outcomes.ts'
import { tooShort } from '../model/run.ts'
import { type Subject, isAbsence } from '../model/subject.ts'
import type { Judgement } from '../model/verdict.ts'
import { silentCalls } from '../thresholds/media.ts'
import { column } from '../thresholds/selection.ts'
import { type Threshold, partsOf } from '../thresholds/syntax.ts'
import { readRunLengths } from './run-lengths.ts'

/** What a reader must know before the results of a run that ended are judged; each is a warning in the log, too. */
export function doubtsAbout(
  { run, measurements }: Pick<Subject, 'run' | 'measurements'>,
  thresholds: readonly Pick<Threshold, 'left' | 'right'>[],
  log: Log,
): string[] {
  const reason =
    run.status === 'COMPLETED' && run.failureReason
      ? `CallMeter says of the completed run: ${plain(run.failureReason)}`
      : undefined
  const doubts = [
    reason,
    // Whoever sets no limit on it has none to be off by a hundred.
    limitsFractionLost(thresholds) ? fractionLostDoubt(measurements) : undefined,
    silenceDoubt(measurements) ?? oneDirectionDoubt(measurements),
  ]
  return doubts.filter((doubt) => doubt !== undefined).map((doubt) => (log.warning(doubt), doubt))
}

function limitsFractionLost(thresholds: readonly Pick<Threshold, 'left' | 'right'>[]): boolean {
  return thresholds
    .flatMap(({ left, right }) => [...partsOf(left), ...partsOf(right)])
    .some((part) => (part.kind === 'aggregate' || part.kind === 'metric') && part.of.metric === 'fraction_lost')
}

/** Whose length it is, and how long it was to be. */
export interface Length {
  projectId: string
  testId: string | undefined
  runId: string
  plannedSeconds: number | undefined
  /** The most seconds that the run can have been running; undefined where nobody knows. */
  mostSeconds: number | undefined
}

/**
 * What a run's length says against it. A run that somebody stops between two questions ends as COMPLETED, with every call that was hung up counted
 * as a success; what gives it away is its length, since every call lasts the test's configured duration: undefined where it is as long as planned, or where
 * earlier runs of the test were as short, so that the plan means something else. `cancelled` where earlier runs were longer, `warned` where there are none to
 * ask. Where nothing is planned, runs that were all more than twice as long take the place of the plan.
 */
export async function doubtAboutLength(
  length: Length,
  { measurements }: Pick<Subject, 'measurements'>,
  scope: Scope,
  api: CallMeter,
): Promise<Judgement | undefined> {
  const { plannedSeconds, mostSeconds: durationSeconds } = length
  if (durationSeconds === undefined || !measurements.outcomes.some(endedWell)) return undefined
  if (plannedSeconds !== undefined && !tooShort(durationSeconds, plannedSeconds)) return undefined
  const lengths = (await readRunLengths(length, scope, api)).map(({ lengthMs }) => lengthMs / 1_000)
  const what = `The run ended after ${Math.round(durationSeconds)} s`
  if (plannedSeconds === undefined) {
    const shortest = Math.min(...lengths)
    if (lengths.length < TELLING_RUNS || durationSeconds * 2 + 1 > shortest) return undefined
    const before = `the ${lengths.length} runs before it lasted ${Math.round(shortest)} s or longer`
    return { verdict: 'cancelled', reason: `${what}, and ${before}: it was stopped. Partial runs are not judged.` }
  }
  const planned = `${what}, though its calls were planned for ${Math.round(plannedSeconds)} s`
  if (lengths.length === 0) return { verdict: 'warned', reason: `${planned}: it may have been stopped.` }
  // The longest, since an earlier run may have been stopped, too.
  if (tooShort(Math.max(...lengths), plannedSeconds)) return undefined
  return {
    verdict: 'cancelled',
    reason: `${planned}, and earlier runs lasted as planned: it was stopped. Partial runs are not judged.`,
  }
}

/** From how many earlier runs on their lengths tell how long a test takes. */
const TELLING_RUNS = 3

/**
 * Whether `fraction_lost` looks like a share from 0 to 1 instead of the documented percent: then limits would be off by a hundred. It is told
 * from the packet counts where the run has them, and suspected where all values lie within 0 and 1. Undefined: it looks like percent.
 */
export function fractionLostDoubt(measurements: Measurements): string | undefined {
  const lost = column({ metric: 'fraction_lost' }, measurements)
  if (isAbsence(lost)) return undefined
  const values = lost.values.filter((value) => !Number.isNaN(value))
  const most = values.reduce((a, b) => Math.max(a, b), 0)
  if (most <= 0 || most > 1) return undefined
  const advice =
    'Nothing was converted. If it is a share, write limits as shares: max(fraction_lost) <= 0.01 for one percent.'
  const told = fromCounts(measurements, lost.values)
  if (told === 'percent') return undefined
  if (told === 'share')
    return `The values of fraction_lost are shares from 0 to 1, judging by the packet counts, though the documentation calls it percent. ${advice.replace('If it is a share, write', 'Write')}`
  return `All values of fraction_lost lie between 0 and 1 (the largest is ${Number(most.toPrecision(3))}). That may be percent, as documented, or a share. ${advice}`
}

/** What the ratio of lost to all packets says, by majority of the endpoints that tell. */
function fromCounts(measurements: Measurements, fractions: Float64Array): 'percent' | 'share' | undefined {
  const lost = column({ metric: 'packets_lost' }, measurements)
  const received = column({ metric: 'packets_received' }, measurements)
  if (isAbsence(lost) || isAbsence(received)) return undefined
  let [percent, share] = [0, 0]
  for (const [i, fraction] of fractions.entries()) {
    const ratio = (lost.values[i] ?? Number.NaN) / ((lost.values[i] ?? Number.NaN) + (received.values[i] ?? Number.NaN))
    if (!(ratio > 0) || !(fraction > 0)) continue
    // The two readings are a factor of 100 apart; whichever is nearer on a scale of factors.
    if (Math.abs(Math.log(fraction / ratio)) < Math.abs(Math.log(fraction / (100 * ratio)))) share++
    else percent++
  }
  if (percent === share) return undefined
  return percent > share ? 'percent' : 'share'
}

/** What a reader must know of calls that came about and carried no media, or media one way only; undefined where there are none, or nothing tells. */
export function silenceDoubt(measurements: Measurements): string | undefined {
  const good = [...measurements.outcomes.keys()].filter((place) => endedWell(measurements.outcomes[place] ?? null))
  const { silent, oneWay, unclear } = silentCalls(good, measurements)
  if (silent + oneWay + unclear === 0) return undefined
  const parts = [
    silent > 0 ? `${silent} carried no media at all (silent_calls)` : '',
    oneWay > 0 ? `${oneWay} carried media in one direction only (one_way_calls)` : '',
    unclear > 0
      ? `${unclear} counted no packets in one direction, but report a quality of it, or no packets of the other: both values are missing data`
      : '',
  ]
  return `Of ${counted(good.length, 'endpoint')} that succeeded, ${inWords(parts.filter(Boolean))}. Likely causes are NAT, firewalls, or addresses in SDP.`
}

/** Metrics whose value in one direction only tells that media did not flow both ways, or were not measured so. */
const BOTH_WAYS = ['mos', 'jitter_ms', 'packets_received'] as const

/** What a reader must know of endpoints that succeeded and have values in one direction only, where others have both; undefined where there are none. */
export function oneDirectionDoubt({ metrics, outcomes }: Measurements): string | undefined {
  for (const metric of BOTH_WAYS) {
    const ways = (['send', 'receive'] as const).map((direction) =>
      (metrics.get(metric) ?? []).filter((series) => series.direction === direction),
    )
    if (ways.some((series) => series.length === 0)) continue
    const has = (series: (typeof ways)[number], i: number): boolean =>
      series.some(({ values }) => !Number.isNaN(values[i]))
    const single = outcomes.filter((outcome, i) => {
      const [send, receive] = ways.map((series) => has(series, i))
      return endedWell(outcome) && send !== receive
    }).length
    if (single > 0)
      return `${single} of ${counted(outcomes.length, 'endpoint')} succeeded and have values of ${metric} in one direction only: the other may have been silent, values that were not measured are not judged.`
  }
  return undefined
}
