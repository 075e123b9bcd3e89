import { PROJECTS } from './account.ts'
import type { Project, Test } from './account.ts'
import { metricsOf } from './endpoint-metrics.ts'
import { endpointStates, readableStates } from './endpoint-states.ts'
import type { EndpointState } from './endpoint-states.ts'
import { one, page, problem } from './envelope.ts'
import type { Answer } from '../server/answer.ts'
import type { Query } from '../server/requests.ts'
import { endOf, runningFrom, stagesOf } from './life-cycle.ts'
import type { MatchedOperation } from './operations.ts'
import { statusOf, stopRun } from './run.ts'
import type { Run } from './run.ts'
import { summarize } from './run-summary.ts'
import type { Scenario } from './scenarios.ts'

/** What an answer depends on, apart from the request. */
export interface AccountState {
  readonly scenario: Scenario
  /** Newest first. */
  readonly runs: readonly Run[]
  readonly startRun: (project: Project, test: Test, idempotencyKey: string | null) => Run
}

export interface OperationRequest extends MatchedOperation {
  readonly query: Query
  readonly idempotencyKey: string | null
  readonly requestId: string
  /** Simulated ms. */
  readonly at: number
}

/** Carries out an operation of a request that may do so. */
export function answerOperation(state: AccountState, request: OperationRequest): Answer {
  const { operation, requestId, query, at } = request
  const { scenario } = state
  const missing = (what: string) => problem(404, 'NOT_FOUND', `${what} not found`, requestId)
  if (scenario.without.includes(operation)) return missing('Route')
  if (operation === 'listProjects') return page(PROJECTS, query, requestId, showProject)

  const project = PROJECTS.find((candidate) => candidate.id === request.projectId)
  if (!project) return missing('Project')
  const ofProject = state.runs.filter((run) => run.project === project)

  switch (operation) {
    case 'listTests':
      return page(project.tests, query, requestId, (test) => showTest(test, scenario))
    case 'triggerRun': {
      const test = project.tests.find((candidate) => candidate.id === request.testId)
      if (!test) return missing('Test')
      const run = state.startRun(project, test, request.idempotencyKey)
      return one({ [scenario.idField]: run.id, status: statusOf(run, at) }, requestId, 202)
    }
    case 'listRuns': {
      const testId = query.testId ?? query.test_id
      const runs = ofProject.filter((run) => testId === undefined || run.test.id === testId)
      return page(runs, query, requestId, (run) => showRun(run, at))
    }
    case 'getRun':
    case 'listEndpoints':
    case 'stopRun':
      break
  }

  const run = ofProject.find((candidate) => candidate.id === request.testRunId)
  if (!run) return missing('Test run')
  if (operation === 'getRun') return one(showRun(run, at), requestId)
  if (operation === 'listEndpoints') {
    return page(readableStates(run, at), query, requestId, (endpoint) => showEndpoint(run, endpoint))
  }
  if (!stopRun(run, 'api', at)) return problem(409, 'CONFLICT', 'Test run has ended or is being stopped', requestId)
  return one({ id: run.id, status: 'STOPPING' }, requestId, 202)
}

function showProject({ id, slug, name, tests }: Project): object {
  return { id, slug, name, testCount: tests.length, probeCount: name.length % 4, registrarCount: 1 + (name.length % 2) }
}

function showTest({ id, slug, name }: Test, { bare, durationSeconds, endpoints }: Scenario): object {
  return bare ? { id, name, slug } : { id, name, slug, durationSeconds, endpointCount: endpoints }
}

function showRun(run: Run, at: number): object {
  const { scenario } = run
  const status = statusOf(run, at)
  const documented = { id: run.id, name: run.name, status, createdAt: iso(run.createdAt) }
  if (scenario.bare) return documented
  const stages = stagesOf(run)
  const running = runningFrom(stages)
  const end = endOf(stages)
  const stopped = stages.some((stage) => stage.status === 'STOPPING')
  return {
    ...documented,
    testId: run.test.id,
    durationSeconds: scenario.durationSeconds,
    endpointCount: scenario.endpoints,
    completedEndpoints: endpointStates(run, at).filter((endpoint) => endpoint.outcome !== null).length,
    ...(running !== null && running <= at && { startedAt: iso(running) }),
    ...(end !== null && end <= at && { completedAt: iso(end) }),
    ...(status === 'FAILED' && {
      failureReason: stopped ? 'Stopped by a user' : 'Lost contact with worker eu-west-3',
    }),
    ...(status === 'CANNOT_RUN_FOR_NOW' && { failureReason: 'No worker has capacity for this test' }),
    ...(status === 'COMPLETED' && { summary: summarize(run, at) }),
  }
}

function showEndpoint(run: Run, state: EndpointState): object {
  const { id, group, phase, outcome, sipStatusCode, index } = state
  const metrics = metricsOf(run, state)
  const results = metrics && { metrics }
  if (run.scenario.bare) return { endpointPhase: phase, endpointOutcome: outcome, ...results }
  // In mixed shapes every third row has the other assumed places: `outcome`, and the metrics beside it.
  if (run.scenario.metricShape === 'mixed' && index % 3 === 0) {
    return { id, group, endpointPhase: phase, outcome, sipStatusCode, ...metrics }
  }
  return { id, group, endpointPhase: phase, endpointOutcome: outcome, sipStatusCode, ...results }
}

function iso(at: number): string {
  return new Date(at).toISOString()
}
