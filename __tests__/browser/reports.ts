// Reports as steps leave them, for the tests of report.html: measured by the simulator's calls, judged by the real evaluator.
import { measureCall } from '../../simulator/callmeter/measurement.ts'
import { randomFrom, uuidFrom } from '../../simulator/server/random.ts'
import { HEALTHY, type Legs, type Outcome, SCENARIOS } from '../../simulator/callmeter/scenarios.ts'
import { readMetric } from '../../src/apis/callmeter/metrics.ts'
import { judgeThresholds } from '../../src/stages/judge.ts'
import { collectMeasurements } from '../../src/model/measurements.ts'
import type { RunReport, StepReport } from '../../src/report/report.ts'
import { evaluate, measuredSides, unjudged } from '../../src/thresholds/evaluate.ts'
import type { Subject } from '../../src/model/subject.ts'
import { parseThresholds } from '../../src/thresholds/parse.ts'
import type { Threshold } from '../../src/thresholds/syntax.ts'

/** A group of endpoints, and how its calls go. */
export interface FleetGroup {
  name: string | null
  size: number
  legs?: Legs
  /** How many of them end otherwise than in SUCCESS. */
  outcomes?: Partial<Record<Outcome, number>>
}

export interface Fleet {
  seed?: string
  groups: readonly FleetGroup[]
  spread?: number
  /** More metrics of each endpoint, named `extra_1` and so on. */
  extraMetrics?: number
  /** In place of a UUID. */
  idOf?: (index: number) => string
}

const SIP: Readonly<Record<Outcome, number>> = {
  SUCCESS: 200,
  COMPLETED_WITH_WARNINGS: 200,
  REGISTRATION_FAILED: 403,
  CALL_FAILED: 486,
  NEGOTIATION_FAILED: 488,
  TIMEOUT: 408,
  OSERROR: 500,
  TEARDOWN_ERROR: 481,
}

/** What a fleet of endpoints measured in calls of a minute. Those that failed measured nothing. */
export function subjectOfFleet({ seed = 'fleet', groups, spread = 0.25, extraMetrics = 0, idOf }: Fleet): Subject {
  const builder = collectMeasurements()
  for (const { name, size, legs = HEALTHY.callers, outcomes = {} } of groups) {
    const failed = Object.entries(outcomes).flatMap(([outcome, n]) =>
      Array.from({ length: n }, () => outcome as Outcome),
    )
    for (let i = 0; i < size; i++) {
      const index = builder.size
      const random = randomFrom(seed, index)
      const outcome = failed[i] ?? 'SUCCESS'
      const measured: Record<string, unknown> = SIP[outcome] === 200 ? { ...measureCall(random, legs, spread, 60) } : {}
      for (let n = 1; n <= extraMetrics; n++) measured[`extra_${n}`] = n * 100 * random()
      builder.add({
        id: idOf?.(index) ?? uuidFrom(seed, index),
        group: name,
        phase: 'CLOSED',
        outcome,
        sipStatus: SIP[outcome],
        readings: Object.entries(measured).flatMap(([metric, value]) => readMetric(metric, value)),
      })
    }
  }
  return {
    run: { status: 'COMPLETED', detail: { summary: { avgMos: 3.7 } } },
    measurements: builder.build(),
    durationSeconds: 61.4,
    queueSeconds: 14.2,
  }
}

const LIMITS = `avg(mos) >= 4.0
p95(jitter_ms) < 30ms
success_rate >= 99%
warn: p95(rtt_ms) <= 250ms
avg(fraction_lost.receive) <= 2%
rate(mos < 3.5 where group = "callers") <= 5%`

const STARTED = Date.UTC(2026, 10, 22, 0, 55, 15)

/** A run that is judged as the action judges it. */
export function judgedRun(subject: Subject, limits: string, rest: Partial<RunReport> = {}): RunReport {
  const { thresholds } = parseThresholds(limits)
  const results = evaluate(thresholds, subject, rest.baseline?.subject ?? rest.baseline?.runs)
  return {
    ...judgeThresholds(results, subject.measurements, 'fail'),
    project: { asked: 'production-pbx', name: 'Production PBX' },
    test: { asked: 'nightly-sip-load', name: 'Nightly SIP load' },
    runId: '01dc66a8-be22-4a59-86f1-3e111a55b1a6',
    runUrl: 'https://callmeter.example/projects/p/runs/01dc66a8',
    status: 'COMPLETED',
    statuses: statusesOf([
      ['PENDING', 0],
      ['QUEUED', 2],
      ['RUNNING', 14],
      ['COMPLETED', 75],
    ]),
    plannedSeconds: 60,
    subject,
    thresholds: results,
    notes: [],
    ...rest,
  }
}

function statusesOf(list: readonly (readonly [string, number])[]): RunReport['statuses'] {
  return list.map(([status, seconds]) => ({ status, at: STARTED + seconds * 1_000 }))
}

/** A step of these runs. */
export function stepOf(verdict: StepReport['verdict'], ...runs: RunReport[]): StepReport {
  return { verdict, runs, startedAt: STARTED - 3_000, endedAt: STARTED + 79_000 }
}

/** Every verdict on one run from here on has the thresholds of the readme, and more. */
export const passedReport = (): StepReport => {
  const subject = subjectOfFleet({
    groups: [
      { name: 'callers', size: 40 },
      { name: 'receivers', size: 40 },
    ],
  })
  return stepOf('passed', judgedRun(subject, LIMITS))
}

/** Callers hear loss and jitter, some endpoints failed, and the run before was well. */
export const failedReport = (): StepReport => {
  const { callers, receivers } = SCENARIOS.degraded
  const fleet = subjectOfFleet({
    groups: [
      { name: 'callers', size: 60, legs: callers, outcomes: { TIMEOUT: 3, CALL_FAILED: 2, REGISTRATION_FAILED: 1 } },
      { name: 'receivers', size: 60, legs: receivers },
      { name: 'agents-amsterdam', size: 30, outcomes: { TIMEOUT: 1 } },
    ],
  })
  const times = { createdAt: STARTED, startedAt: STARTED + 12_600, completedAt: STARTED + 74_000 }
  const subject = { ...fleet, run: { ...fleet.run, ...times } }
  const before = subjectOfFleet({
    seed: 'before',
    groups: [
      { name: 'callers', size: 50 },
      { name: 'receivers', size: 50 },
    ],
  })
  const run = judgedRun(
    subject,
    `${LIMITS}\nmin(mos) >= baseline - 0.5\nwarn: p95(call_setup_time_ms) <= 900\navg(no_such_metric) < 5`,
    {
      baseline: { name: 'the previous run 7f3b0c52-11aa-4f0e-9d1c-6a2b8f0e4c11', subject: before },
      notes: ['7 of 150 endpoints failed, which is more than in the run before.'],
    },
  )
  return stepOf(run.verdict, run)
}

/** Callers hear loss since three nights, over a week of runs; a threshold that broke held when the test ran again. */
export const trendReport = (): StepReport => {
  const { callers } = SCENARIOS.degraded
  const fleet = (night: number, bad: boolean): Subject =>
    subjectOfFleet({
      seed: `night ${night}`,
      groups: [
        {
          name: 'callers',
          size: 25,
          ...(bad ? { legs: callers } : {}),
          outcomes: { TIMEOUT: night % 4 === 0 ? 1 : 0 },
        },
        { name: 'receivers', size: 25 },
      ],
    })
  const lines = `avg(mos) >= baseline - 3 * spread\np95(jitter_ms) <= max(baseline + 20%, 10ms)\nsuccess_rate >= 99%\nwarn: p95(rtt_ms) <= 400ms\navg(fraction_lost.receive) <= 2%`
  const asked = thresholdsOf(lines)
  const runs = Array.from({ length: 14 }, (_, i) => ({
    runId: `run-${i}`,
    at: STARTED - (14 - i) * 86_400_000,
    values: measuredSides(asked, fleet(i, i >= 11)),
  }))
  const subject = fleet(99, true)
  const run = judgedRun({ ...subject, run: { ...subject.run, createdAt: STARTED } }, lines, {
    baseline: { name: 'the median of 14 earlier runs from 2026-11-08 to 2026-11-21', runs },
    notes: ['Not compared with: run 5d0c is FAILED; run 6e1d was cut short.'],
  })
  const [first, ...others] = run.thresholds
  const thresholds = run.thresholds.map((result) =>
    result.threshold.text.startsWith('success_rate')
      ? {
          ...result,
          state: 'unconfirmed' as const,
          runs: [
            { runId: 'first', state: 'breached' as const, measured: 98 },
            { runId: run.runId ?? '', state: 'held' as const, measured: result.measured ?? 100 },
          ],
        }
      : first && others.length > 0
        ? {
            ...result,
            runs: [
              {
                runId: 'first',
                state: result.state,
                ...(result.measured === undefined ? {} : { measured: result.measured }),
              },
              {
                runId: run.runId ?? '',
                state: result.state,
                ...(result.measured === undefined ? {} : { measured: result.measured }),
              },
            ],
          }
        : result,
  )
  const { verdict, reason } = judgeThresholds(thresholds, subject.measurements, 'fail')
  const attempts = [
    { verdict: 'failed' as const, reason: '3 thresholds breached.', runId: 'first', status: 'COMPLETED' },
    { verdict: 'failed' as const, reason: '2 thresholds breached.', runId: run.runId ?? '', status: 'COMPLETED' },
  ]
  return stepOf(verdict, { ...run, verdict, reason, thresholds, attempts })
}

/** The run never left the queue, so nothing was measured. */
export const timedOutReport = (): StepReport => {
  const { subject: _, ...run } = judgedRun(subjectOfFleet({ groups: [] }), LIMITS)
  return stepOf('timed-out', {
    ...run,
    verdict: 'timed-out',
    reason: 'The run had not ended within 1 min; its last status was RUNNING.',
    status: 'RUNNING',
    statuses: statusesOf([
      ['PENDING', 0],
      ['QUEUED', 2],
      ['RUNNING', 31],
    ]),
    thresholds: unjudged(thresholdsOf(LIMITS)),
  })
}

/** So many endpoints that only columns will do. */
export const largeReport = (endpoints = 10_000, metrics = 60): StepReport => {
  const { callers } = SCENARIOS.degraded
  const share = Math.floor(endpoints / 5)
  const subject = subjectOfFleet({
    groups: [
      { name: 'callers', size: share, legs: callers, outcomes: { TIMEOUT: Math.floor(share / 50), CALL_FAILED: 7 } },
      ...['receivers', 'agents-1', 'agents-2'].map((name) => ({ name, size: share })),
      { name: 'agents-10', size: endpoints - 4 * share, outcomes: { OSERROR: 1 } },
    ],
    extraMetrics: Math.max(0, metrics - 31),
  })
  const run = judgedRun(subject, LIMITS)
  return stepOf(run.verdict, run)
}

/** Names that try to be something else. */
export const HOSTILE_NAMES: readonly string[] = [
  '</script><img src=x onerror="document.title=1">',
  '"><b onmouseover=alert(1)>\'',
  '\u202Etxt.exe مرحبا',
  '📞☎️👩‍💻',
  'x'.repeat(5_000),
  "$& $1 $` $'",
  'two\nlines\u2028and\u2029more',
  '<!-- <script>',
  '',
]

/** A run in which everything that has a name is named like that. */
export const hostileReport = (): StepReport => {
  const builder = collectMeasurements()
  for (const [i, name] of HOSTILE_NAMES.entries()) {
    builder.add({
      id: `${name}${i}`,
      group: name,
      phase: name,
      outcome: i % 2 ? 'SUCCESS' : name,
      sipStatus: 200 + i,
      readings: [
        { series: { metric: 'mos' }, value: 3 + i / 10 },
        { series: { metric: name }, value: i },
        { series: { metric: 'enormous' }, value: i % 2 ? 1e300 : -1e300 },
        { series: { metric: 'endless' }, value: i % 2 ? Number.POSITIVE_INFINITY : i },
      ],
    })
  }
  const subject: Subject = { run: { status: 'COMPLETED', detail: {} }, measurements: builder.build() }
  const everywhere = HOSTILE_NAMES.join(' ')
  const run = judgedRun(subject, 'avg(mos) >= 4\nmax(enormous) < 3\ncount(group = "</script>") == 0', {
    project: { asked: everywhere },
    test: { asked: HOSTILE_NAMES[0] ?? '', name: everywhere },
    runId: everywhere,
    runUrl: 'javascript:alert(1)',
    status: everywhere,
    statuses: statusesOf(HOSTILE_NAMES.map((name, i) => [name, i])),
    reason: everywhere,
    notes: [...HOSTILE_NAMES],
    baseline: { name: everywhere, subject },
  })
  return stepOf('failed', run)
}

/** Three tests of one step, each with another verdict. */
export const severalReport = (): StepReport => {
  const [passed] = passedReport().runs
  const [failed] = failedReport().runs
  const [timedOut] = timedOutReport().runs
  const runs = [passed, failed, timedOut].flatMap((run, i) =>
    run
      ? [
          {
            ...run,
            test: { asked: `test-${i + 1}`, name: ['Nightly SIP load', 'Inbound queue', 'Voicemail'][i] ?? '' },
          },
        ]
      : [],
  )
  return stepOf('timed-out', ...runs)
}

/** Wrong inputs, before any run. */
export const problemReport = (): StepReport => ({
  ...stepOf('error'),
  problem:
    'One input is wrong:\n`thresholds` line 4, column 1: unknown function `avrg`; did you mean avg?\n    avrg(mos) > 4\n    ^^^^',
})

function thresholdsOf(text: string): Threshold[] {
  return parseThresholds(text).thresholds
}
