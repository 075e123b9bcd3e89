// junit.xml: runs as test suites and thresholds as test cases, for the test reports of CI systems. Nobody owns this format. Written is what
// the schema of Jenkins' xUnit plugin allows, the only one that a reader enforces; it has no file, line or properties for a single test case,
// so where a threshold stands, and what it measured, is in the text.
import Builder from 'fast-xml-builder'
import { optional } from '../base/fields.ts'
import { logLine, plain } from '../base/text.ts'
import type { ThresholdResult } from '../thresholds/evaluate.ts'
import { disagreementOf, endsOf } from './analysis/ends.ts'
import { failurePatterns } from './failures/patterns.ts'
import { patternLine } from './failures/words.ts'
import { measuredAndLimit, thresholdLine } from './phrases.ts'
import type { RunReport, StepReport } from './report.ts'

/** The test case that stands for the run itself, first in every suite. Readers follow a case over time by its name, so it never changes. */
const RUN_CASE = 'run completed and judged'

/** Longest attribute, in characters; a name leaves room for what makes it distinct. */
const MAX_ATTRIBUTE = 1_000
const MAX_NAME = 200
/** Longest line on a threshold, in characters: there may be ten thousand of them. */
const MAX_LINE = 500
/** Longest text of an element, in characters. */
const MAX_TEXT = 20_000

/** Most kinds of failure that are told of. */
const MAX_FAILURES = 10

type OutcomeKind = 'failure' | 'error' | 'skipped'

interface TestCase {
  name: string
  seconds: number
  /** What is wrong with it; missing where it passed. */
  outcome?: { kind: OutcomeKind; type: string; message: string }
  text: string
}

/** The text of junit.xml. Complete for every verdict: a run that is not good has a failure or an error, and so has a step without runs. */
export function renderJUnit(report: StepReport): string {
  const { runs, startedAt, endedAt } = report
  const names = distinct(runs.map((run) => ({ name: nameOf(run), hint: run.runId ?? '' })))
  const suites = runs.map((run, i) => suiteOfRun(run, names[i] ?? '', startedAt))
  const root = {
    '@_name': 'CallMeter',
    '@_time': secondsText((endedAt - startedAt) / 1_000),
    // No totals here: the schema has none for skipped cases, and readers that add up what there is count those as passed.
    testsuite: runs.length === 0 || report.problem ? [suiteOfProblem(report), ...suites] : suites,
  }
  return builder.build({ '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' }, testsuites: root })
}

const builder = new Builder({
  ignoreAttributes: false,
  format: true,
  suppressEmptyNode: true,
  // Else a test named "true" becomes an attribute without a value, which is no XML.
  suppressBooleanAttributes: false,
  // The builder escapes, but lets through characters that XML does not have. Here nothing gets past this.
  attributeValueProcessor: (_, value) => plain(String(value), MAX_ATTRIBUTE),
  tagValueProcessor: (_, value) => textLines(String(value)),
})

function suiteOfRun(run: RunReport, name: string, stepStartedAt: number): object {
  const { project, test, subject, thresholds, statuses } = run
  const judged = thresholds.map((result) => caseOfThreshold(result, run))
  const failing = judged.some(({ outcome }) => outcome?.kind === 'failure')
  const runCase = caseOfRun(run, failing)
  const cases = distinct([
    { name: runCase.name, hint: '' },
    ...judged.map((one, i) => ({ name: one.name, hint: placeOf(thresholds[i]) })),
  ]).map((distinctName, i) => ({ ...(judged[i - 1] ?? runCase), name: distinctName }))
  const startedAt = subject?.run.startedAt ?? subject?.run.createdAt ?? statuses[0]?.at ?? stepStartedAt
  return suite(name, cases, startedAt, {
    project: project.name ?? project.asked,
    'project-id': project.id,
    test: test.name ?? test.asked,
    'test-id': test.id,
    'run-id': run.runId,
    'run-url': run.runUrl,
    status: run.status,
    verdict: run.verdict,
    baseline: run.baseline?.name,
  })
}

function suiteOfProblem({ problem = 'The step ended without a run.', verdict, startedAt }: StepReport): object {
  const outcome = { kind: 'error', type: verdict, message: problem } as const
  return suite('CallMeter', [{ name: RUN_CASE, seconds: 0, outcome, text: problem }], startedAt, { verdict })
}

function suite(
  name: string,
  cases: readonly TestCase[],
  startedAt: number,
  properties: Readonly<Record<string, string | undefined>>,
): object {
  const count = (kind: string): number => cases.filter(({ outcome }) => outcome?.kind === kind).length
  return {
    '@_name': name,
    '@_tests': cases.length,
    '@_failures': count('failure'),
    '@_errors': count('error'),
    '@_skipped': count('skipped'),
    '@_time': secondsText(cases.reduce((sum, { seconds }) => sum + seconds, 0)),
    '@_timestamp': new Date(startedAt).toISOString(),
    properties: {
      property: Object.entries(optional(properties)).map(([key, value]) => ({ '@_name': key, '@_value': value })),
    },
    testcase: cases.map((one) => ({
      '@_name': one.name,
      // Readers that group by class show no group where it is the suite.
      '@_classname': name,
      '@_time': secondsText(one.seconds),
      ...contentOf(one),
    })),
  }
}

function contentOf({ outcome, text }: TestCase): object {
  if (!outcome) return text ? { 'system-out': text } : {}
  const { kind, type, message } = outcome
  // Some readers show the message, some the text.
  return { [kind]: { '@_type': kind === 'skipped' ? undefined : type, '@_message': message, '#text': text || message } }
}

/** How the run itself ended. It fails where nothing else would, so that no bad run looks good. */
function caseOfRun(run: RunReport, thresholdsFail: boolean): TestCase {
  const { verdict, reason, notes, status, subject } = run
  const ends = (subject && endsOf(subject)) ?? []
  const text = [
    subject && disagreementOf(subject),
    reason,
    ...(subject ? failurePatterns(subject, run.baseline?.subject).slice(0, MAX_FAILURES).map(patternLine) : []),
    ...(run.attempts ?? []).map(
      ({ runId, verdict: own, reason: why }, i) => `Run ${i + 1} (${runId ?? 'not started'}): ${own}. ${why}`,
    ),
    ...notes,
    status && `Status: ${status}`,
    ...ends.map(({ what, near, far }) => `Calls ${what}: ${[near, far].filter(Boolean).join(', ')}`),
    run.runUrl,
  ]
    .filter(Boolean)
    .join('\n')
  const kind = kindOfRun(run, thresholdsFail)
  return {
    name: RUN_CASE,
    seconds: subject?.durationSeconds ?? 0,
    ...(kind ? { outcome: { kind, type: verdict, message: reason || verdict } } : {}),
    text,
  }
}

function kindOfRun({ verdict, status, notStarted }: RunReport, thresholdsFail: boolean): OutcomeKind | undefined {
  if (notStarted) return 'skipped'
  switch (verdict) {
    case 'passed':
    case 'warned':
      return undefined
    case 'failed':
      return status === 'COMPLETED' && thresholdsFail ? undefined : 'failure'
    case 'triggered':
      return 'skipped'
    case 'error':
    case 'cancelled':
    case 'timed-out':
    case 'run-failed':
    case 'not-run':
      return 'error'
  }
}

function caseOfThreshold(result: ThresholdResult, run: RunReport): TestCase {
  const { threshold, state, operator } = result
  // The line as it was written may be longer than the message; what was measured must not be what is cut.
  const line = plain(
    thresholdLine({ ...result, threshold: { ...threshold, text: plain(threshold.text, MAX_NAME) } }),
    MAX_LINE,
  )
  const { limit } = measuredAndLimit(result)
  const place = placeOf(result)
  const text = [line, limit && `Limit: ${operator} ${limit}`, place && `From: ${place}`].filter(Boolean).join('\n')
  const name = plain(threshold.text, MAX_NAME) || 'threshold'
  const kind = kindOfThreshold(result, run)
  const message = state === 'unjudged' ? plain(`not judged: ${result.reason ?? run.reason}`, MAX_LINE) : line
  return { name, seconds: 0, ...(kind ? { outcome: { kind, type: state, message } } : {}), text }
}

function kindOfThreshold({ state, threshold }: ThresholdResult, { verdict }: RunReport): OutcomeKind | undefined {
  switch (state) {
    case 'held':
    case 'unconfirmed':
      return undefined
    case 'breached':
      return threshold.severity === 'fail' ? 'failure' : undefined
    case 'missing':
      // As the output `failed-thresholds` counts: what `missing-data` let pass shows in the verdict.
      return threshold.severity === 'fail' && verdict !== 'passed' && verdict !== 'warned' ? 'failure' : 'skipped'
    case 'invalid':
      return 'error'
    case 'unjudged':
      return 'skipped'
  }
}

function nameOf({ test, runId = '' }: RunReport): string {
  return [test.name ?? '', test.asked, test.id ?? '', runId].map((name) => plain(name, MAX_NAME)).find(Boolean) ?? 'run'
}

/** Where a threshold was written; empty for the default, which nobody wrote. */
function placeOf(result: ThresholdResult | undefined): string {
  if (!result || result.threshold.line === 0) return ''
  const { file, line } = result.threshold
  return file === undefined ? `line ${line} of thresholds` : `${plain(file, MAX_NAME)}:${line}`
}

/** The names, each made the only one of its kind: readers take cases of one name for the same test. */
function distinct(names: readonly { name: string; hint: string }[]): string[] {
  const taken = new Set<string>()
  return names.map(({ name, hint }) => {
    let free = taken.has(name) && hint ? `${name} (${plain(hint, MAX_NAME)})` : name
    for (let n = 2; taken.has(free); n++) free = `${name} (${n})`
    taken.add(free)
    return free
  })
}

/** Lines of text that XML can hold. Printed to a log they start no workflow command, and `[[` in them names no attachment (GitLab, Jenkins). */
function textLines(text: string): string {
  const cut = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text
  return cut
    .split('\n')
    .map(logLine)
    .join('\n')
    .replaceAll(/\[(?=\[)/g, '[ ')
}

/** Seconds as every schema takes them: no sign, no exponent, no more than three decimals. */
function secondsText(seconds: number): string {
  return seconds >= 0 && seconds < 1e9 ? String(Math.round(seconds * 1_000) / 1_000) : '0'
}
