import { matchPath } from '../server/routes.ts'

// Those of src/apis/callmeter/openapi.yaml.
const OPERATIONS = [
  { operation: 'listProjects', method: 'GET', template: '/projects' },
  { operation: 'listTests', method: 'GET', template: '/projects/{projectId}/tests' },
  { operation: 'triggerRun', method: 'POST', template: '/projects/{projectId}/tests/{testId}/run' },
  { operation: 'listRuns', method: 'GET', template: '/projects/{projectId}/test-runs' },
  { operation: 'getRun', method: 'GET', template: '/projects/{projectId}/test-runs/{testRunId}' },
  { operation: 'listEndpoints', method: 'GET', template: '/projects/{projectId}/test-runs/{testRunId}/endpoints' },
  { operation: 'stopRun', method: 'POST', template: '/projects/{projectId}/test-runs/{testRunId}/stop' },
] as const

export type OperationId = (typeof OPERATIONS)[number]['operation']

export interface MatchedOperation {
  readonly operation: OperationId
  readonly projectId: string
  readonly testId: string
  readonly testRunId: string
}

/** All operation ids. */
export const OPERATION_IDS: readonly OperationId[] = OPERATIONS.map(({ operation }) => operation)

/** The operation behind a request; 'method' where the path exists for another method, 'path' where it doesn't exist. */
export function matchOperation(method: string, path: string): MatchedOperation | 'method' | 'path' {
  let missing: 'method' | 'path' = 'path'
  for (const { operation, method: wanted, template } of OPERATIONS) {
    const values = matchPath(template, path)
    if (!values) continue
    if (wanted === method) return { projectId: '', testId: '', testRunId: '', ...values, operation }
    missing = 'method'
  }
  return missing
}
