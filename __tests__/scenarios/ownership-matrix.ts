// What a step does in each case of run-ownership.ts, and the table of it: the last part of docs/fault-matrix.md.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SimulatedRun } from '../../simulator/callmeter/journal.ts'
import type { StepResult } from '../../simulator/runner/runner.ts'
import { type Pool, runCells } from './cell-pool.ts'
import { markdownTable } from './fault-matrix.ts'
import { type LiveStep, POLL, TRIGGER, type World, inWorld, requestsTo, stillGoing } from './live-step.ts'
import { CERTIFICATE, KEY } from '../loopback-tls.ts'
import type { OwnershipCase } from './ownership-case.ts'
import { OWNERSHIP, OWNERSHIP_CASES } from './run-ownership.ts'
import { type TlsServer, startTls } from './tls-server.ts'

const COLUMNS = {
  what: 'What happens',
  verdict: 'Verdict',
  triggers: 'Trigger requests',
  runs: 'Own runs',
  judged: 'Run judged',
  presumed: 'Presumed',
  stopped: 'Strangers stopped',
  going: 'Own run going',
} as const

/** What is seen of a case, in the words of the table. */
export type Ownership = Readonly<Record<Exclude<keyof typeof COLUMNS, 'what'>, string>>

export interface ObservedOwnership extends Ownership {
  /** What no case may do, in words; empty where all is well. */
  readonly broken: readonly string[]
}

/** Carries out cases, by what happens in them. */
export function runOwnership(cases: readonly OwnershipCase[] = OWNERSHIP_CASES): Pool<ObservedOwnership> {
  return runCells(new Map(cases.map((one) => [one.what, (action) => runCase(one, action)])))
}

async function runCase(one: OwnershipCase, action: string): Promise<ObservedOwnership> {
  const { changes = {}, inputs = {}, faults, meanwhile, afterwards } = one
  // Steps of one job share it.
  const temp = mkdtempSync(join(tmpdir(), 'callmeter-job-'))
  let tls: TlsServer | undefined
  try {
    return await inWorld({ changes: { queueSeconds: 1, endpoints: 4, ...changes } }, async (world) => {
      const { simulator } = world
      for (const fault of faults?.(simulator) ?? []) simulator.addFault(fault)
      const env: Record<string, string> = { ...one.env, RUNNER_TEMP: temp }
      const all: Record<string, string> = { ...inputs }
      if (one.tls) {
        tls = await startTls(world, { key: KEY, cert: CERTIFICATE }, { requests: /^POST .*\/run /, ...one.tls })
        env.NODE_EXTRA_CA_CERTS = join(temp, 'ca.pem')
        writeFileSync(env.NODE_EXTRA_CA_CERTS, CERTIFICATE)
        all['api-url'] = `https://127.0.0.1:${tls.port}/api/v1`
      }
      const start = (): Promise<LiveStep> => world.start(all, { action, env })
      const steps = [await start()]
      if (one.secondStep) {
        await (one.secondStep === 'at trigger' ? world.arrived('POST', TRIGGER) : world.arrived('GET', POLL))
        steps.push(await start())
      }
      const end = await meanwhile?.(world, steps[0]!)
      if (end === 'cancel') await steps[0]?.cancel()
      if (end === 'kill') await steps[0]?.kill('SIGKILL')
      const results: StepResult[] = []
      for (const step of steps) results.push(await step.ended)
      const judged = results.flatMap((result, index) => judgedBy(result, index, world))
      await afterwards?.(world)
      const posts: StepResult[] = []
      for (const step of steps) posts.push(await step.post())
      return observe(one, world, { results, judged, posts })
    })
  } finally {
    await tls?.close()
    rmSync(temp, { recursive: true, force: true })
  }
}

/** A run that a step judged, as it was when the step ended. */
interface Judged {
  readonly verdict: string
  readonly presumed: boolean
  readonly whose: 'own' | 'another’s' | 'none'
  /** The status that the run really had. */
  readonly status: string | undefined
}

/** The runs that a step judged. `index` is the step's place among those of the job. */
function judgedBy({ outputs }: StepResult, index: number, { simulator }: World): Judged[] {
  // Keys differ from step to step, and steps ask in the order in which they start.
  const { runs = [] } = JSON.parse(outputs.results ?? '{}') as {
    runs?: { run: string | null; test: string; verdict: string; presumed?: true }[]
  }
  return runs.map(({ run: id, test, verdict, presumed = false }) => {
    const keys = requestsTo(simulator, 'POST', TRIGGER).flatMap(({ path, headers }) =>
      path.includes(test) ? [headers['idempotency-key']] : [],
    )
    const key = [...new Set(keys)][index]
    const own = simulator.runs.find(({ idempotencyKey }) => idempotencyKey !== undefined && idempotencyKey === key)
    const whose = id === null ? 'none' : id === own?.id ? 'own' : 'another’s'
    return { verdict, presumed, whose, status: simulator.runs.find((run) => run.id === id)?.status() }
  })
}

/** The runs that steps asked for: nobody else has a key. */
function ownRuns(runs: readonly SimulatedRun[]): SimulatedRun[] {
  return runs.filter(({ idempotencyKey }) => idempotencyKey !== undefined)
}

function observe(
  { inputs, secondStep, passes }: OwnershipCase,
  { simulator }: World,
  { results, judged, posts }: { results: StepResult[]; judged: Judged[]; posts: StepResult[] },
): ObservedOwnership {
  const own = ownRuns(simulator.runs)
  const going = own.filter(({ id }) => stillGoing(simulator).includes(id))
  const stopped = simulator.runs.filter((run) => !own.includes(run) && run.stoppedBy === 'api')
  const triggers = requestsTo(simulator, 'POST', TRIGGER).length
  const starts = (inputs?.test?.split('\n').length ?? 1) * (secondStep ? 2 : 1)
  const all = (values: readonly string[]): string => values.join(', ')
  const behaviour: Ownership = {
    verdict: all(results.map(({ signal, outputs }) => (signal === null ? (outputs.verdict ?? 'none') : 'killed'))),
    triggers: String(triggers),
    runs: String(own.length),
    judged: all(judged.map(({ whose }) => whose)) || 'none',
    presumed: all(judged.map(({ presumed }) => (presumed ? 'yes' : 'no'))) || 'no',
    stopped: String(stopped.length),
    going: going.length === 0 ? 'no' : 'yes',
  }

  const broken: string[] = []
  const never = (what: string, isSo: boolean): void => {
    if (isSo) broken.push(what)
  }
  const told = [...results, ...posts].map(({ log, summary }) => `${log}\n${summary}`).join('\n')
  const passed = judged.filter(({ verdict }) => verdict === 'passed')
  never('two triggers for one start', triggers > starts)
  never('two runs for one start', own.length > starts)
  never("a stranger's run that is stopped", stopped.length > 0)
  never(
    "a pass on another's run without a word",
    passed.some(({ whose, presumed }) => whose !== 'own' && !presumed),
  )
  never(
    'a pass on a run that had not completed',
    passed.some(({ whose, status }) => whose === 'own' && status !== 'COMPLETED'),
  )
  never(
    'a presumption that the summary does not tell',
    judged.some(({ presumed }) => presumed) && !results.some(({ summary }) => /presumed/.test(summary)),
  )
  never(
    'an exit code that the verdict does not explain',
    results.some(
      ({ signal, outputs, exitCode }) =>
        !signal && ['passed', 'triggered'].includes(outputs.verdict ?? '') !== (exitCode === 0),
    ),
  )
  never(
    'a post step that fails the job',
    posts.some(({ exitCode }) => exitCode !== 0),
  )
  never('a bug that shows', /Internal error|post step failed|at .*dist\/index\.js/.test(told))
  never(
    'a run of its own that is left going without a word',
    going.some(({ id }) => !told.includes(id)) &&
      !/not started a second time|A run of the test .* may still be running|[Tt]he run that was started may still be running|the step's own run may still be running|or another that was started/.test(
        told,
      ),
  )
  never(
    'a run of a killed step that the post step does not name',
    results.some(({ signal, outputs: { 'run-id': id } }, index) => {
      return signal !== null && id && stillGoing(simulator).includes(id) && !posts[index]?.log.includes(id)
    }),
  )
  never(
    'a step that does not pass on its own run',
    passes === true && (passed.length !== starts || passed.some(({ whose }) => whose !== 'own')),
  )
  return { ...behaviour, broken }
}

const HEADING = '## Whose run it is\n'

/** The part of docs/fault-matrix.md. */
export function writeOwnership(observed: ReadonlyMap<string, Ownership>): string {
  const { what: _, ...columns } = COLUMNS
  const names = Object.keys(columns) as (keyof Ownership)[]
  const parts = Object.entries(OWNERSHIP).map(([title, cases]) => {
    const rows = cases.flatMap(({ what }) => {
      const behaviour = observed.get(what)
      return behaviour ? [[what, ...names.map((name) => behaviour[name])]] : []
    })
    return `### ${title}\n\n${markdownTable([Object.values(COLUMNS), ...rows])}\n`
  })
  return `${HEADING}
A run may belong to another job, or may not be the one that the step requested: ${OWNERSHIP_CASES.length} cases.

- **Own runs** is the number of runs that the step's requests have started, **Run judged** the owner of the judged run, and **Presumed**
  whether the verdict says that the run is presumed to be the step's. With two tests or steps, each is listed; a killed step has judged
  none.
- **Strangers stopped** is the number of runs of others that the step, or its post step, has stopped. It is always 0.
- **Own run going** shows whether an own run continues after the step and its post step. If one does, they report it, or what to check.

${parts.join('\n')}`
}

/** docs/fault-matrix.md in its two parts: of faults, and of whose run it is. */
export function splitTable(text: string): { faults: string; ownership: string } {
  const at = text.indexOf(HEADING)
  return at < 0 ? { faults: text, ownership: '' } : { faults: text.slice(0, at), ownership: text.slice(at) }
}

/** The cases of the part, by what happens in them. */
export function readOwnership(text: string): Map<string, Ownership> {
  const cases = new Map<string, Ownership>()
  for (const line of text.split('\n')) {
    if (!line.startsWith('| ')) continue
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
    const [what = '', verdict = '', triggers = '', runs = '', judged = '', presumed = '', stopped = '', going = ''] =
      cells
    if (what === COLUMNS.what || what.startsWith('---')) continue
    cases.set(what, { verdict, triggers, runs, judged, presumed, stopped, going })
  }
  return cases
}
