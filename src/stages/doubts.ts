// What speaks against taking a run's results as they stand: it was cut short, a unit is not what it is documented to be, or failures that nobody
// judges.
import type { CallMeter } from '../apis/callmeter/client.ts'
import type { Scope } from '../apis/http/retry.ts'
import { counted } from '../base/text.ts'
import type { Measurements } from '../model/measurements.ts'
import { endedWell } from '../model/outcomes.ts'
import { tooShort } from '../model/run.ts'
import { type Subject, isAbsence } from '../model/subject.ts'
import type { Judgement } from '../model/verdict.ts'
import type { ThresholdResult } from '../thresholds/evaluate.ts'
import { column } from '../thresholds/selection.ts'
import { asksOutcomes } from '../thresholds/syntax.ts'
import { lengthsOfEarlierRuns } from './history.ts'

/** Whose length it is, and how long it was to be. */
export interface Length {
  projectId: string
  testId: string | undefined
  runId: string
  plannedSeconds: number | undefined
}

/**
 * What a run's length says against it. A run that somebody stops between two questions ends as COMPLETED, with every call that was hung up counted
 * as a success; what gives it away is its length, since every call lasts the test's configured duration: undefined where it is as long as planned, where nobody knows, or where earlier runs of the test were
 * as short, so that the plan means something else. `cancelled` where earlier runs were longer, `warned` where there are none to ask.
 */
export async function doubtAboutLength(
  length: Length,
  { durationSeconds, measurements }: Subject,
  scope: Scope,
  api: CallMeter,
): Promise<Judgement | undefined> {
  const { plannedSeconds } = length
  if (plannedSeconds === undefined || durationSeconds === undefined || !measurements.outcomes.some(endedWell))
    return undefined
  if (!tooShort(durationSeconds, plannedSeconds)) return undefined
  const lengths = (await lengthsOfEarlierRuns(length, scope, api)).map((ms) => ms / 1_000)
  const what = `The run ended after ${Math.round(durationSeconds)} s, though its calls were planned for ${Math.round(plannedSeconds)} s`
  if (lengths.length === 0) return { verdict: 'warned', reason: `${what}: it may have been stopped.` }
  // The longest, since an earlier run may have been stopped, too.
  if (tooShort(Math.max(...lengths), plannedSeconds)) return undefined
  return {
    verdict: 'cancelled',
    reason: `${what}, and earlier runs lasted as planned: it was stopped. Half a run proves nothing.`,
  }
}

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

/** What a reader must know of endpoints that failed where no threshold looks at how endpoints ended; undefined where there are none. */
export function unjudgedFailures(results: readonly ThresholdResult[], { outcomes }: Measurements): string | undefined {
  const failed = outcomes.filter((outcome) => !endedWell(outcome)).length
  const judged = results.some(({ threshold: { left, right } }) => asksOutcomes(left) || asksOutcomes(right))
  if (failed === 0 || judged) return undefined
  return `${failed} of ${counted(outcomes.length, 'endpoint')} did not end well, and no threshold looks at that. Add failed_endpoints == 0, or a limit for success_rate.`
}
