import type { FinalStatus, Scenario } from './scenarios.ts'

/** What decides a run's statuses: nothing else is kept, every status is worked out from the time. */
export interface RunCourse {
  readonly createdAt: number // simulated ms
  readonly endStatus: FinalStatus
  readonly scenario: Scenario
  stop: { at: number; by: 'api' | 'dashboard' } | null
}

/** A status and the simulated ms from which on a run has it. */
export interface Stage {
  readonly status: string
  readonly from: number
}

const PENDING_SECONDS = 1.2
/** Endpoints are set up at this many a second. */
const SET_UP_RATE = 10
/** Registration of the first endpoint. */
const FIRST_SET_UP_SECONDS = 1
const TEARDOWN_SECONDS = 2
/** Share of its planned time after which a run that will be FAILED is. */
const FAILURE_POINT = 0.4

/** Seconds without any answer after which an INVITE has failed. Source: RFC 3261, timer B, 64 * T1. */
export const INVITE_TIMEOUT_SECONDS = 32

const TERMINAL: ReadonlySet<string> = new Set<FinalStatus>(['COMPLETED', 'FAILED', 'CANNOT_RUN_FOR_NOW'])

/** Whether a run never changes again. */
export function isTerminal(status: string): boolean {
  return TERMINAL.has(status)
}

/** Seconds from RUNNING until endpoint number `index` begins its call. */
export function callBeginsAfter(index: number): number {
  return FIRST_SET_UP_SECONDS + index / SET_UP_RATE
}

/** Seconds that a run is RUNNING when nothing ends it early: set-up, the longest call, teardown. */
export function runningSeconds(scenario: Scenario): number {
  const longest = Math.max(scenario.durationSeconds, scenario.outcomes.TIMEOUT ? INVITE_TIMEOUT_SECONDS : 0)
  return callBeginsAfter(scenario.endpoints) + longest + TEARDOWN_SECONDS
}

/** The statuses that a run goes through, oldest first; at least one. */
export function stagesOf(course: RunCourse): Stage[] {
  const { scenario, stop } = course
  const planned = plannedStages(course)
  const last = planned.at(-1)!
  if (!stop || (isTerminal(last.status) && last.from <= stop.at)) return planned
  return [
    ...planned.filter((stage) => stage.from <= stop.at),
    { status: 'STOPPING', from: stop.at },
    { status: scenario.stopEndStatus, from: stop.at + scenario.stopSeconds * 1000 },
  ]
}

/** The stage that a run is in. */
export function stageAt(stages: readonly Stage[], at: number): Stage {
  return stages.findLast((stage) => stage.from <= at) ?? stages[0]!
}

/** When the run began RUNNING or will, in simulated ms; null for one that never does. */
export function runningFrom(stages: readonly Stage[]): number | null {
  return stages.find((stage) => stage.status === 'RUNNING')?.from ?? null
}

/** When the run reached its final status or will, in simulated ms; null for one that is stuck. */
export function endOf(stages: readonly Stage[]): number | null {
  const last = stages.at(-1)!
  return isTerminal(last.status) ? last.from : null
}

function plannedStages({ createdAt, endStatus, scenario }: RunCourse): Stage[] {
  const stages: Stage[] = []
  let from = createdAt
  const add = (status: string, seconds: number) => {
    stages.push({ status, from })
    from += Math.round(seconds * 1000)
  }
  const addExtras = (before: 'QUEUED' | 'RUNNING' | 'end') => {
    for (const extra of scenario.extraStatuses) if (extra.before === before) add(extra.status, extra.seconds)
  }

  add('PENDING', PENDING_SECONDS)
  addExtras('QUEUED')
  add('QUEUED', scenario.queueSeconds)
  if (scenario.stuckIn === 'QUEUED') return stages
  if (endStatus !== 'CANNOT_RUN_FOR_NOW') {
    addExtras('RUNNING')
    add('RUNNING', runningSeconds(scenario) * (endStatus === 'FAILED' ? FAILURE_POINT : 1))
    if (scenario.stuckIn === 'RUNNING') return stages
    addExtras('end')
  }
  add(endStatus, 0)
  return stages
}
