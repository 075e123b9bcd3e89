import { DEMO_PROJECT, DEMO_TEST } from './account.ts'
import type { Project, Test } from './account.ts'
import { endOf, isTerminal, runningFrom, stageAt, stagesOf } from './life-cycle.ts'
import type { RunCourse } from './life-cycle.ts'
import { uuidFrom } from '../server/random.ts'
import { HEALTHY } from './scenarios.ts'
import type { Scenario } from './scenarios.ts'

/** All that is kept of a run; the rest is worked out from it and the time. */
export interface Run extends RunCourse {
  readonly id: string
  readonly name: string
  readonly project: Project
  readonly test: Test
  readonly idempotencyKey: string | null
  /** With the simulator's seed and the test, decides every measured value. */
  readonly number: number
  readonly seed: number
}

interface NewRun {
  seed: number
  /** Runs of the simulator so far, plus one. */
  number: number
  project: Project
  test: Test
  createdAt: number
  scenario: Scenario
  idempotencyKey?: string | null
}

/** What makes calls good ones. */
const HEALTHY_CALLS = {
  callers: HEALTHY.callers,
  receivers: HEALTHY.receivers,
  outcomes: HEALTHY.outcomes,
  deaf: 0,
  slowing: 0,
}

/** A run that was triggered at `createdAt`, with the dashboard's stop already planned where the scenario has one. */
export function createRun({ seed, number, project, test, createdAt, scenario, idempotencyKey = null }: NewRun): Run {
  const run: Run = {
    id: uuidFrom('run', seed, test.id, number),
    name: `${test.name} #${number}`,
    project,
    test,
    idempotencyKey,
    number,
    seed,
    createdAt,
    scenario: number <= scenario.badRuns ? scenario : { ...scenario, ...HEALTHY_CALLS },
    endStatus: number <= scenario.endStatusRuns ? scenario.endStatus : 'COMPLETED',
    stop: null,
  }
  const running = runningFrom(stagesOf(run))
  if (scenario.dashboardStopSeconds !== null && running !== null) {
    run.stop = { at: running + scenario.dashboardStopSeconds * 1000, by: 'dashboard' }
  }
  return run
}

const DAY_MS = 86_400_000

/** The demo test's earlier runs, newest first: healthy, one a day. The way they are shown stays the scenario's. */
export function createHistory(seed: number, now: number, scenario: Scenario): Run[] {
  const { endStatus, stuckIn, extraStatuses, dashboardStopSeconds } = HEALTHY
  const healthy = { ...HEALTHY_CALLS, endStatus, stuckIn, extraStatuses, dashboardStopSeconds }
  return Array.from({ length: scenario.history }, (_, index) => ({
    ...createRun({
      seed,
      number: -index,
      project: DEMO_PROJECT,
      test: DEMO_TEST,
      createdAt: now - (index + 1) * DAY_MS,
      scenario: { ...scenario, ...healthy },
    }),
    name: `${DEMO_TEST.name}, ${index + 1} nights ago`,
  }))
}

/** The run's status at that simulated ms. */
export function statusOf(run: Run, at: number): string {
  return stageAt(stagesOf(run), at).status
}

/** Starts to stop a run; false where it has ended or is being stopped already. */
export function stopRun(run: Run, by: 'api' | 'dashboard', at: number): boolean {
  const status = statusOf(run, at)
  if (isTerminal(status) || status === 'STOPPING') return false
  run.stop = { at, by }
  return true
}

/** Simulated ms since when the run has been over; null while it isn't. */
export function endedAt(run: Run, at: number): number | null {
  const end = endOf(stagesOf(run))
  return end !== null && end <= at ? end : null
}
