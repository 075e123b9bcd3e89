// Every fault in every phase of a step: what happens then. docs/fault-matrix.md holds what is expected of each cell.
import { DEMO_KEY } from '../../simulator/callmeter/account.ts'
import type { Fault } from '../../simulator/callmeter/faults.ts'
import type { FaultKind } from '../../simulator/server/faults.ts'
import type { OperationId } from '../../simulator/callmeter/operations.ts'
import type { StepResult } from '../../simulator/runner/runner.ts'
import type { Scenario } from '../../simulator/callmeter/scenarios.ts'
import { type Pool, runCells } from './cell-pool.ts'
import { POLL, TRIGGER, type World, inWorld, requestsTo, stillGoing } from './live-step.ts'

/** Faults that pass, by the words of the table. Seconds are simulated ones. */
const PASSING = {
  'one 500': { kind: 'status', status: 500 },
  'one 503 with Retry-After': { kind: 'status', status: 503, retryAfter: 3 },
  'one 429 with Retry-After': { kind: 'status', status: 429, retryAfter: 3 },
  'one answer after 20 s': { kind: 'slow', seconds: 20 },
  'one answer after 60 s': { kind: 'slow', seconds: 60 },
  'one request without an answer': { kind: 'hang' },
  'one connection reset before the request took effect': { kind: 'reset-before' },
  'one connection reset before the answer': { kind: 'reset-after' },
  'one answer cut short': { kind: 'cut' },
  'one HTML page with 200': { kind: 'html' },
  'one answer that is not JSON': { kind: 'not-json' },
  'one empty answer with 200': { kind: 'empty' },
  'one answer of 17 MB': { kind: 'huge', megabytes: 17 },
  'one answer that never ends': { kind: 'drip' },
} as const satisfies Record<string, FaultKind>

/** Only for requests that change something. */
const APPLIED = {
  'one 500 although the request took effect': { kind: 'status', status: 500, applied: true },
  'one request that took effect, without an answer': { kind: 'hang', applied: true },
} as const satisfies Record<string, FaultKind>

const PERMANENT = {
  '401 always': { kind: 'status', status: 401 },
  '403 always': { kind: 'status', status: 403 },
  '404 always': { kind: 'status', status: 404 },
  '500 always': { kind: 'status', status: 500 },
  'connections reset always': { kind: 'reset-before' },
} as const satisfies Record<string, FaultKind>

type FaultName = keyof typeof PASSING | keyof typeof APPLIED | keyof typeof PERMANENT

const FAULTS: Readonly<Record<FaultName, FaultKind>> = { ...PASSING, ...APPLIED, ...PERMANENT }
const ALL = [...names(PASSING), ...names(PERMANENT)]
const ALL_OF_A_WRITE = [...names(PASSING), ...names(APPLIED), ...names(PERMANENT)]
/** One of each way to fail. */
const SOME: readonly FaultName[] = [
  'one 500',
  'one 429 with Retry-After',
  'one request without an answer',
  'one connection reset before the answer',
  'one empty answer with 200',
  '404 always',
  '500 always',
]
/** Endpoints of the runs whose results are read: two pages. */
const TWO_PAGES = 104

interface Phase {
  readonly heading: string
  readonly operation: OperationId
  readonly faults: readonly FaultName[]
  /** Requests of the operation that pass before the fault. */
  readonly after?: number
  readonly changes?: Partial<Scenario>
  readonly inputs?: Readonly<Record<string, string>>
  /** Faults beside the cell's own. */
  readonly besides?: readonly Fault[]
  /** How the process ends, unless by itself. */
  readonly end?: (world: World) => Promise<'SIGINT' | 'SIGKILL'>
  /** Whether a single passing fault must leave the verdict alone. */
  readonly read?: boolean
  /** Whether a fault that lasts makes the step give up on a run that it has started. */
  readonly givesUp?: boolean
}

const neverEnds: Partial<Scenario> = { stuckIn: 'RUNNING' }

/** Where a fault befalls the step, in its order. */
export const PHASES = {
  project: { heading: 'Finding the project', operation: 'listProjects', faults: ALL, read: true },
  tests: { heading: 'Finding the test', operation: 'listTests', faults: SOME, read: true },
  trigger: {
    heading: 'Starting the run',
    operation: 'triggerRun',
    faults: ALL_OF_A_WRITE,
  },
  adopt: {
    heading: 'Looking for the run after the answer to the trigger was lost',
    operation: 'listRuns',
    faults: SOME,
    besides: [{ operation: 'triggerRun', kind: 'reset-after' }],
    read: true,
    givesUp: true,
  },
  poll: {
    heading: 'Waiting for the run to end',
    operation: 'getRun',
    after: 1,
    faults: ALL,
    read: true,
    givesUp: true,
  },
  results: {
    heading: 'Reading the results, from the second page on',
    operation: 'listEndpoints',
    after: 1,
    faults: ALL,
    changes: { endpoints: TWO_PAGES },
    read: true,
  },
  stop: {
    heading: 'Stopping a run that took too long',
    operation: 'stopRun',
    faults: ALL_OF_A_WRITE,
    changes: neverEnds,
    inputs: { timeout: '60s' },
  },
  cancel: {
    heading: 'Stopping the run of a cancelled step',
    operation: 'stopRun',
    faults: SOME,
    changes: neverEnds,
    end: async ({ arrived }) => {
      await arrived('GET', POLL)
      return 'SIGINT'
    },
  },
  post: {
    heading: 'Stopping the run of a killed step, in the post step',
    operation: 'stopRun',
    faults: ALL_OF_A_WRITE,
    changes: neverEnds,
    end: async ({ arrived }) => {
      await arrived('GET', POLL)
      return 'SIGKILL'
    },
  },
  find: {
    heading: 'Looking in the post step for the run whose id never arrived',
    operation: 'listRuns',
    faults: SOME,
    changes: neverEnds,
    besides: [{ operation: 'triggerRun', kind: 'slow', seconds: 3_600 }],
    end: async ({ arrived }) => {
      await arrived('POST', TRIGGER)
      return 'SIGKILL'
    },
  },
} as const satisfies Record<string, Phase>

export type PhaseName = keyof typeof PHASES

export interface Cell {
  readonly phase: PhaseName
  readonly fault: FaultName
}

/** What is seen of a cell, in the words of the table. */
export interface Behaviour {
  readonly verdict: string
  readonly exitCode: string
  readonly triggers: string
  readonly runs: string
  /** Whether a run is going when step and post step are over. */
  readonly going: string
}

export interface Observed extends Behaviour {
  /** What no cell may do, in words; empty where all is well. */
  readonly broken: readonly string[]
}

/** Every cell, in the order of the table. */
export const CELLS: readonly Cell[] = names(PHASES).flatMap((phase) =>
  PHASES[phase].faults.map((fault): Cell => ({ phase, fault })),
)

/** One in each phase: what each run of the tests looks at. All others are for `npm run matrix -- --check`, which CI runs, too. */
export const CORE_CELLS: readonly Cell[] = CELLS.filter(
  ({ phase, fault }) => fault === (phase === 'trigger' ? 'one connection reset before the answer' : '500 always'),
)

/** How a cell is called in tests. */
export const nameOf = ({ phase, fault }: Cell): string => `${phase}: ${fault}`

/** Carries out all cells, the longest first. */
export function runMatrix(cells: readonly Cell[] = CELLS): Pool<Observed> {
  const longestFirst = cells.toSorted((a, b) => Number(isPermanent(b.fault)) - Number(isPermanent(a.fault)))
  return runCells(new Map(longestFirst.map((cell) => [nameOf(cell), (folder) => runCell(cell, folder)])))
}

async function runCell(cell: Cell, folder: string): Promise<Observed> {
  const phase: Phase = PHASES[cell.phase]
  const { operation, after = 0, besides = [], changes = {}, inputs = {} } = phase
  const fault: Fault = {
    ...FAULTS[cell.fault],
    operation,
    after,
    ...(isPermanent(cell.fault) ? { count: Infinity } : {}),
  }
  const scenario = {
    durationSeconds: 4,
    queueSeconds: 1,
    endpoints: 4,
    // Where the step gives up on a run that is going, the run is still going afterwards.
    ...(isPermanent(cell.fault) && phase.givesUp ? neverEnds : {}),
    ...changes,
  }
  return inWorld({ changes: scenario, faults: [...besides, fault] }, async (world) => {
    const step = await world.start(inputs, { action: folder })
    const signal = await phase.end?.(world)
    if (signal) step.child.kill(signal)
    const main = await step.ended
    const left = main.state.callmeter_runs
    // Where nothing is left the post step does nothing, which cancel.test.ts holds it to.
    const post = left === undefined || left === '[]' ? undefined : await step.post()
    return observe(cell, phase, world, main, post, scenario.endpoints)
  })
}

function observe(
  cell: Cell,
  phase: Phase,
  { simulator }: World,
  main: StepResult,
  post: StepResult | undefined,
  endpoints: number,
): Observed {
  const going = stillGoing(simulator)
  const triggers = requestsTo(simulator, 'POST', TRIGGER).length
  const killed = main.signal !== null
  const { verdict } = main.outputs
  const behaviour: Behaviour = {
    verdict: killed ? 'killed' : (verdict ?? 'none'),
    exitCode: killed ? '' : String(main.exitCode),
    triggers: String(triggers),
    runs: String(simulator.runs.length),
    going: going.length === 0 ? 'no' : 'yes',
  }

  const broken: string[] = []
  const never = (what: string, isSo: boolean): void => {
    if (isSo) broken.push(what)
  }
  const told = [main.log, main.summary, post?.log ?? ''].join('\n')
  never('two runs', simulator.runs.length > 1)
  never('an exit code that the verdict does not explain', !killed && (verdict === 'passed') !== (main.exitCode === 0))
  never('a post step that fails the job', post !== undefined && post.exitCode !== 0)
  never('a bug that shows', /Internal error|post step failed|at .*dist\/index\.js/.test(told + main.stderr))
  never('a key that shows', told.includes(DEMO_KEY))
  never('a process that had to be killed', main.signal !== null && phase.end === undefined)
  never('a step without verdict or summary', !killed && (!verdict || !main.summary.includes('CallMeter')))
  if (verdict === 'passed') {
    const judged = (JSON.parse(main.outputs.results ?? '{}') as { runs?: { endpoints?: number }[] }).runs?.[0]
      ?.endpoints
    never('a pass on incomplete data (false green)', judged !== endpoints)
    never('a pass of a run that did not complete (false green)', simulator.runs[0]?.status() !== 'COMPLETED')
  } else
    never('a passing fault of a read that changes the verdict (false red)', !!phase.read && !isPermanent(cell.fault))
  // One whose id never arrived can only be told of by its test.
  const named =
    told.includes(going[0] ?? '') || /not started a second time|A run of the test .* may still be running/.test(told)
  never('a run that is left going without a word', going.length > 0 && !named)
  return { ...behaviour, broken }
}

function isPermanent(fault: FaultName): boolean {
  return fault in PERMANENT
}

function names<T extends object>(object: T): (keyof T & string)[] {
  return Object.keys(object) as (keyof T & string)[]
}

const COLUMNS = ['Fault', 'Verdict', 'Exit code', 'Trigger requests', 'Runs', 'Still going'] as const

const rowOf = (fault: string, { verdict, exitCode, triggers, runs, going }: Behaviour): string[] => [
  fault,
  verdict,
  exitCode,
  triggers,
  runs,
  going,
]

/** docs/fault-matrix.md. */
export function writeTable(observed: ReadonlyMap<string, Behaviour>): string {
  const sections = names(PHASES).map((phase) => {
    const rows = CELLS.filter((cell) => cell.phase === phase).flatMap((cell) => {
      const behaviour = observed.get(nameOf(cell))
      return behaviour ? [rowOf(cell.fault, behaviour)] : []
    })
    return `## ${phase}\n\n${PHASES[phase].heading} (\`${PHASES[phase].operation}\`).\n\n${markdownTable([[...COLUMNS], ...rows])}\n`
  })
  return `# What happens when something goes wrong

Every fault that the simulator knows, in every phase of a step: ${CELLS.length} cells, each a run of the built action as a process, followed by
its post step. The last part is about the ownership of the run that a step judges. \`npm run matrix\` writes this file; a test fails if it differs
from the behavior.

- **Trigger requests** is how often the step requested a run, **Runs** the number of runs afterwards. No cell has two.
- **Still going** shows whether a run continues after the step and its post step. If one does, they report it.
- A verdict of \`killed\` is a process that SIGKILL ended; the post step followed.
- A single fault of a read changes no verdict: neither one of these, nor any status from 400 to 599 once on every read.

${sections.join('\n')}`
}

/** The cells of the table, by their names. */
export function readTable(text: string): Map<string, Behaviour> {
  const cells = new Map<string, Behaviour>()
  let phase = ''
  for (const line of text.split('\n')) {
    phase = /^## (\w+)$/.exec(line)?.[1] ?? phase
    if (!line.startsWith('| ')) continue
    const [fault = '', verdict = '', exitCode = '', triggers = '', runs = '', going = ''] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
    if (fault === COLUMNS[0] || fault.startsWith('---')) continue
    cells.set(`${phase}: ${fault}`, { verdict, exitCode, triggers, runs, going })
  }
  return cells
}

/** With columns as wide as Prettier makes them. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows
  const widths = head.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n')
}
