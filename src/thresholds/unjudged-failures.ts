// Endpoints that failed although no threshold covers that: a pass says nothing of them, and a reader must know.
import { countsOf } from '../base/counts.ts'
import { counted, inWords, plain } from '../base/text.ts'
import type { Measurements } from '../model/measurements.ts'
import { endedWell } from '../model/outcomes.ts'
import { isAbsence } from '../model/subject.ts'
import { YES, column, truth } from './selection.ts'
import { isSipMetric, tellsFromAnswered } from './sip-performance.ts'
import { type Condition, type Expression, type Threshold, partsOf } from './syntax.ts'

/** What a reader must know of endpoints that failed and that no threshold judges for it; undefined where there are none. */
export function unjudgedFailures(
  thresholds: readonly Pick<Threshold, 'left' | 'right'>[],
  measurements: Measurements,
): string | undefined {
  const { outcomes } = measurements
  const parts = thresholds.flatMap(({ left, right }) => [...partsOf(left), ...partsOf(right)])
  const seen = parts.map((part) => failuresSeen(part, measurements))
  const overlooked = outcomes.filter((outcome, i) => !endedWell(outcome) && !seen.some((sees) => sees(i)))
  if (overlooked.length === 0) return undefined
  const which = [...countsOf(overlooked.map((outcome) => outcome ?? 'no outcome'))]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MAX_OUTCOMES)
    .map(([outcome, count]) => `${count} ${plain(outcome, 40)}`)
  const failed = outcomes.filter((outcome) => !endedWell(outcome)).length
  const uncovered =
    overlooked.length === failed
      ? `${failed} of ${counted(outcomes.length, 'endpoint')} failed, and no threshold covers that`
      : `No threshold covers ${overlooked.length} of the ${failed} endpoints that failed`
  return `${uncovered}: ${inWords(which)}. Add failed_endpoints == 0, or a limit for success_rate.`
}

/** Most outcomes that are named. */
const MAX_OUTCOMES = 5

/**
 * Which endpoints' failure a part of a threshold looks at, by their places: those that its number would count otherwise had they succeeded. A mean over the
 * endpoints that did well looks at none of the others, and neither does a count of one outcome at those with another.
 */
function failuresSeen(part: Expression | Condition, measurements: Measurements): (place: number) => boolean {
  const none = (): boolean => false
  if (part.kind === 'fact' && isSipMetric(part.name)) {
    const name = part.name
    const within = part.where ? selected(part.where, measurements) : () => true
    const { outcomes, sipStatuses } = measurements
    return (place) => within(place) && tellsFromAnswered(name, outcomes[place] ?? null, sipStatuses[place] ?? null)
  }
  if (part.kind === 'fact') {
    if (part.name !== 'success_rate' && part.name !== 'failed_endpoints') return none
    return part.where ? selected(part.where, measurements) : () => true
  }
  if (part.kind !== 'count' && part.kind !== 'rate') return none
  const within = part.where ? selected(part.where, measurements) : () => true
  const now = selected(part.condition, measurements)
  const otherwise = selected(part.condition, {
    ...measurements,
    outcomes: measurements.outcomes.map((outcome) => (endedWell(outcome) ? outcome : 'SUCCESS')),
  })
  return (place) => within(place) && now(place) !== otherwise(place)
}

function selected(condition: Condition, measurements: Measurements): (place: number) => boolean {
  const truths = truth(condition, measurements, (name) => column(name, measurements))
  return (place) => !isAbsence(truths) && truths[place] === YES
}
