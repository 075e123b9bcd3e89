import type { Measurements } from '../model/measurements.ts'
import { isAbsence } from '../model/subject.ts'
import { column } from './selection.ts'

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
