// What report.html shows of a step: everything is looked up, ordered and put into words here, so that the page itself only draws.
import { optional } from '../../base/fields.ts'
import { counted, href, plain } from '../../base/text.ts'
import { endedWell } from '../../model/outcomes.ts'
import { isTerminal, timesOf } from '../../model/run.ts'
import { type Subject, isAbsence } from '../../model/subject.ts'
import type { ThresholdResult } from '../../thresholds/evaluate.ts'
import { holds } from '../../thresholds/comparison.ts'
import { disagreementOf, endsOf } from '../analysis/ends.ts'
import { trendOf } from '../analysis/trend.ts'
import { type FailurePattern, failurePatterns } from '../failures/patterns.ts'
import { lookText, placeText } from '../failures/words.ts'
import { formatNumber } from '../numbers.ts'
import {
  HEADINGS,
  changeOf,
  coverageText,
  intervalText,
  margin,
  measuredAndLimit,
  shiftText,
  startOf,
  tooFewText,
  trendText,
} from '../phrases.ts'
import type { AttemptReport, RunReport, StepReport } from '../report.ts'
import { pageMetrics } from './metrics.ts'
import type { PageColumn, PageData, PageDuration, PageEndpoints, PageFailure, PageRun, PageThreshold } from './model.ts'

/** Longest name, sentence and error message that the page shows, in characters. */
const MAX_NAME = 200
const MAX_SENTENCE = 2_000
const MAX_PROBLEM = 20_000

/** From this size of its data on, in characters, the page leaves out metrics that no threshold names: a phone must still open it. */
const MAX_CHARACTERS = 12_000_000

/** What the page shows. Nothing in it is HTML. */
export function pageData(
  { verdict, problem, startedAt, endedAt, runs }: StepReport,
  maxCharacters = MAX_CHARACTERS,
): PageData {
  // Worst first among the thresholds decides which metrics lead, too.
  const ordered = runs.map((run) => ({ ...run, thresholds: whatBrokeFirst(run.thresholds) }))
  const shown = ordered.map(pageRun)
  const metrics = pageMetrics(ordered, maxCharacters - JSON.stringify(shown).length)
  return {
    verdict,
    heading: words(HEADINGS[verdict]),
    ...optional({ problem: problem?.slice(0, MAX_PROBLEM) }),
    startedAt,
    endedAt,
    runs: shown.map((run, i) => ({ ...run, ...metrics[i] })),
  }
}

function pageRun(run: RunReport): PageRun {
  const { verdict, reason, notes, project, test, runId, runUrl, status, statuses, plannedSeconds, subject, baseline } =
    run
  const at = subject && startOf(subject)
  return {
    verdict,
    heading: words(HEADINGS[verdict]),
    reason: sentence(reason),
    // What the ends disagree about is said before everything else.
    notes: [subject && disagreementOf(subject), ...notes].filter((note) => note !== undefined).map(sentence),
    project: name(project.name ?? project.asked),
    test: name(test.name ?? test.asked),
    ...optional({
      runId: runId && name(runId),
      runUrl: runUrl && href(runUrl) ? new URL(runUrl).href : undefined,
      status: status && name(status),
      plannedSeconds,
    }),
    ...(subject ? pageTimes(subject) : {}),
    ended: status !== undefined && isTerminal(status),
    statuses: statuses.map((change) => ({ status: name(change.status), at: change.at })),
    thresholds: run.thresholds.map((result) => pageThreshold(result, at)),
    ...optional({
      baseline: baseline && {
        name: sentence(baseline.name),
        ...optional({ endpoints: baseline.subject?.measurements.size }),
      },
      endpoints: subject && pageEndpoints(subject),
      ends: subject && pageEnds(subject),
      attempts: run.attempts?.map(pageAttempt),
    }),
    failures: subject ? failurePatterns(subject, baseline?.subject).map(pageFailure) : [],
    metrics: [],
    leftOut: [],
  }
}

function pageTimes({ run, durationSeconds, queueSeconds }: Subject): Pick<PageRun, 'reported' | 'running' | 'queue'> {
  const { startedAt, completedAt } = run
  const exact = timesOf(run, [])
  const taken = (seconds: number | undefined, byApi: number | undefined): PageDuration | undefined =>
    seconds === undefined ? undefined : { seconds, ...(byApi === undefined ? { polled: true } : {}) }
  const reported = optional({ startedAt, endedAt: completedAt })
  return optional({
    reported: Object.keys(reported).length > 0 ? reported : undefined,
    running: taken(durationSeconds, exact.durationSeconds),
    queue: taken(queueSeconds, exact.queueSeconds),
  })
}

function pageFailure(pattern: FailurePattern): PageFailure {
  const { group, title, what, source } = pattern
  return {
    who: `${pattern.endpoints} of ${counted(pattern.of, 'endpoint')}`,
    title: name(title),
    what,
    place: placeText(pattern),
    look: lookText(pattern),
    ...optional({ group: group === undefined ? undefined : name(group), source }),
  }
}

function pageAttempt({ verdict, reason, runId }: AttemptReport): NonNullable<PageRun['attempts']>[number] {
  return {
    verdict,
    heading: words(HEADINGS[verdict]),
    reason: sentence(reason),
    ...optional({ runId: runId && name(runId) }),
  }
}

function pageEnds(subject: Subject): PageRun['ends'] {
  const rows = endsOf(subject)
  if (!rows) return undefined
  const { calls } = subject
  return { rows, ...(calls && isAbsence(calls) ? { unknown: sentence(calls.reason) } : {}) }
}

/** The words of a heading, without the sign before them: the page draws signs of its own, which need no font. */
function words(heading: string): string {
  return heading.slice(heading.indexOf(' ') + 1)
}

const ORDER = [
  'breached',
  'invalid',
  'missing',
  'unconfirmed',
  'breached as a warning',
  'missing as a warning',
  'unjudged',
  'held',
]

function whatBrokeFirst(results: readonly ThresholdResult[]): ThresholdResult[] {
  const rank = ({ state, threshold }: ThresholdResult): number => {
    const warns = threshold.severity === 'warn' && (state === 'breached' || state === 'missing')
    const place = ORDER.indexOf(warns ? `${state} as a warning` : state)
    return place < 0 ? ORDER.indexOf('unjudged') : place
  }
  return results.toSorted((a, b) => rank(a) - rank(b))
}

function pageThreshold(result: ThresholdResult, at: number | undefined): PageThreshold {
  const { threshold, state, operator, unit, baseline, decidedBy, reason, note } = result
  const written = measuredAndLimit(result)
  return {
    text: sentence(threshold.text),
    severity: threshold.severity,
    state,
    // A state that this code does not know has no words.
    result: margin(result) || 'not judged',
    operator,
    ...optional({
      measured: written.measured || undefined,
      limit: written.limit || undefined,
      baseline: baseline === undefined ? undefined : formatNumber(baseline, unit),
      change: pageChange(result),
      coverage: coverageText(result) || undefined,
      decidedBy: decidedBy && sentence(decidedBy),
      reason: reason && sentence(reason),
      interval: intervalText(result) || undefined,
      note:
        [note, tooFewText(result).replace(/\.$/, '')]
          .filter(Boolean)
          .map((text) => sentence(text ?? ''))
          .join('; ') || undefined,
      trend: pageTrend(result, at),
      place: threshold.file === undefined ? undefined : `${name(threshold.file)}:${threshold.line}`,
    }),
  }
}

function pageTrend(result: ThresholdResult, at: number | undefined): PageThreshold['trend'] {
  const trend = trendOf(result, at)
  if (!trend) return undefined
  const { operator, unit } = result
  const { limit } = trend
  return {
    points: trend.values.map(({ value, at: when }) => {
      if (value === undefined || !Number.isFinite(value))
        return { value: null, text: 'no value', ...optional({ at: when }) }
      const good = limit === undefined ? undefined : holds(value, operator, limit)
      return { value, text: formatNumber(value, unit), ...optional({ at: when, good }) }
    }),
    ...optional({ limit: limit === undefined ? undefined : { value: limit, text: formatNumber(limit, unit) } }),
    said: [trendText(trend), shiftText(trend, unit)].filter(Boolean).join(' '),
  }
}

function pageChange(result: ThresholdResult): PageThreshold['change'] {
  const change = changeOf(result)
  return change && { text: change.text, ...optional({ better: change.isBetter }) }
}

function pageEndpoints({ measurements }: Subject): PageEndpoints {
  const { size, ids, groups, phases, outcomes, sipStatuses } = measurements
  const ended = dictionary(outcomes, name)
  return {
    size,
    ids: ids.map(name),
    ...optional({
      groups: orNone(dictionary(groups, name)),
      phases: orNone(dictionary(phases, name)),
      sipStatuses: orNone(dictionary(sipStatuses, (status) => status)),
    }),
    outcomes: ended,
    good: [...new Set(outcomes)].map(endedWell),
  }
}

/** Distinct words in the order in which they come, and for each endpoint the place of its own. */
function dictionary<T extends string | number>(values: readonly (T | null)[], shown: (value: T) => T): PageColumn<T> {
  const places = new Map<T | null, number>()
  for (const value of values) if (!places.has(value)) places.set(value, places.size)
  return {
    words: [...places.keys()].map((word) => (word === null ? null : shown(word))),
    at: values.map((value) => places.get(value) ?? 0),
  }
}

function orNone<T>(found: PageColumn<T>): PageColumn<T> | undefined {
  return found.words.every((word) => word === null) ? undefined : found
}

function name(text: string): string {
  return plain(text, MAX_NAME)
}

function sentence(text: string): string {
  return plain(text, MAX_SENTENCE)
}
