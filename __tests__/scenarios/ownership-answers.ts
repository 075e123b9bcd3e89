// Answers that are wrong in what they say of a run: faults for the cases of run-ownership.ts.
import { DEMO_PROJECT, DEMO_TEST } from '../../simulator/callmeter/account.ts'
import type { Simulator } from '../../simulator/callmeter/callmeter.ts'
import type { Fault } from '../../simulator/callmeter/faults.ts'
import type { OperationId } from '../../simulator/callmeter/operations.ts'
import type { Answer } from '../../simulator/server/answer.ts'
import { uuidFrom } from '../../simulator/server/random.ts'

/** Which requests: by default all that read. */
export interface Target {
  method?: string
  operation?: OperationId
  path?: RegExp
  after?: number
  count?: number
}

export type Row = Readonly<Record<string, unknown>>

export const OTHER_TEST = DEMO_PROJECT.tests.find(({ id }) => id !== DEMO_TEST.id) ?? DEMO_TEST
/** The demo test's run of so many nights ago, where the scenario has that many. */
export const nightsAgo = (nights: number): string => uuidFrom('run', 1, DEMO_TEST.id, 1 - nights)
export const YESTERDAY = nightsAgo(1)

export const HOUR_MS = 3_600_000
/** Runs, in the list and each by itself. */
export const OF_RUNS = /\/test-runs(\/[^/]+)?$/
/** All details. */
export const OF_DETAILS: Target = { operation: 'getRun', count: Infinity }

/** Answers whose `Date` is another than the simulator's clock says. */
export function wrongDate(date: (now: number) => number, { now }: Simulator): Fault {
  return {
    method: 'GET',
    count: Infinity,
    kind: 'altered',
    alter: (answer) => ({ ...answer, headers: { ...answer.headers, date: new Date(date(now())).toUTCString() } }),
  }
}

/** Answers whose one thing, or each of whose rows, is changed. */
export function changed(change: (row: Row) => Row, target: Target): Fault {
  return { ...target, kind: 'altered', alter: (answer) => withData(answer, (data) => each(data, change)) }
}

/** Lists with other rows. */
export function otherRows(change: (rows: readonly Row[]) => readonly Row[], target: Target = {}): Fault {
  return {
    operation: 'listRuns',
    count: Infinity,
    ...target,
    kind: 'altered',
    alter: (answer) => withData(answer, (data) => (Array.isArray(data) ? change(data.filter(isRow)) : data)),
  }
}

/** `createdAt` as `tell` writes it. */
export function toldTimes(tell: (createdAt: number) => string): Fault {
  const change = (row: Row): Row => ({ ...row, createdAt: tell(Date.parse(String(row.createdAt))) })
  return changed(change, { method: 'GET', path: OF_RUNS, count: Infinity })
}

function withData(answer: Answer, change: (data: unknown) => unknown): Answer {
  return 'data' in answer.body ? { ...answer, body: { ...answer.body, data: change(answer.body.data) } } : answer
}

function each(data: unknown, change: (row: Row) => Row): unknown {
  if (Array.isArray(data)) return data.map((row) => (isRow(row) ? change(row) : row))
  return isRow(data) ? change(data) : data
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null
}

/** The run's detail tells the key of the request that started it; a stranger has one of its own. */
export const tellsKeys = ({ runs }: Simulator): Fault =>
  changed(
    (run) => ({ ...run, idempotencyKey: runs.find(({ id }) => id === run.id)?.idempotencyKey ?? 'a-stranger-s-key' }),
    OF_DETAILS,
  )
