// The process of a step: how it is started, listened to, and cancelled.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { realClock } from '../time/clock.ts'
import type { Clock } from '../time/clock.ts'
import type { VirtualTime } from '../time/virtual-time.ts'

const COMPILE_CACHE = fileURLToPath(new URL('../../node_modules/.cache/callmeter-run-test', import.meta.url))
const VIRTUAL_CLOCK = new URL('../time/virtual-clock.mjs', import.meta.url).href

export interface ProcessOptions {
  /** The step lives in this virtual time; without it, in the machine's. */
  readonly time?: VirtualTime
  /** By how much the step's clock is ahead of the virtual time, in ms; default 0. */
  readonly clockAheadMs?: number
  /** What the step's Math.random is drawn from in virtual time; default 1. */
  readonly seed?: number
  /** Ms after which the process is killed, so that nothing waits for ever; default: the six hours that GitHub gives a job. */
  readonly killAfterMs?: number
}

/** How a process ended. */
export interface Ended {
  readonly exitCode: number | null
  readonly signal: string | null
  /** As the step wrote them, secrets and all. */
  readonly stdout: string
  readonly stderr: string
}

/** GitHub's waits after SIGINT and after SIGTERM, in ms. Source: actions/runner, ProcessInvoker. */
export const SIGTERM_AFTER_MS = 7_500
export const KILL_AFTER_MS = 2_500
const JOB_LIMIT_MS = 6 * 60 * 60_000

/** Whether a process has ended, though its streams may not have. */
export const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null

/**
 * Cancels a step as GitHub does: SIGINT, SIGTERM after 7.5 s, the kill 2.5 s later. Resolves when the process has ended.
 * Source: actions/runner, ProcessInvoker.
 */
export async function cancelStep(
  child: ChildProcess,
  clock: Pick<Clock, 'after'>,
  { sigtermAfterMs = SIGTERM_AFTER_MS, killAfterMs = KILL_AFTER_MS } = {},
): Promise<void> {
  const ended = new Promise<true>((done) => {
    if (hasEnded(child)) done(true)
    else child.once('exit', () => done(true))
  })
  const endsWithin = async (ms: number): Promise<boolean> => {
    let cancel = (): void => undefined
    const late = new Promise<false>((done) => {
      cancel = clock.after(ms, () => done(false))
    })
    return Promise.race([ended, late]).finally(() => cancel())
  }
  child.kill('SIGINT')
  if (await endsWithin(sigtermAfterMs)) return
  child.kill('SIGTERM')
  if (await endsWithin(killAfterMs)) return
  child.kill('SIGKILL')
  await ended
}

interface Surroundings {
  readonly env: Readonly<Record<string, string>>
  readonly workspace: string
  /** Takes each line that the process writes. */
  readonly show: (line: string) => void
}

/** Starts a script. `ended` settles when the process and its streams have. */
export function startProcess(
  script: string,
  { env, workspace, show, time, clockAheadMs, seed, killAfterMs = JOB_LIMIT_MS }: ProcessOptions & Surroundings,
): { child: ChildProcess; ended: Promise<Ended> } {
  const virtual = time && {
    SIMULATOR_CLOCK: JSON.stringify({ from: time.now(), ahead: clockAheadMs, seed }),
    // A test run starts hundreds of processes.
    NODE_COMPILE_CACHE: COMPILE_CACHE,
  }
  const child = spawn(process.execPath, [...(time ? ['--import', VIRTUAL_CLOCK] : []), script], {
    cwd: workspace,
    env: { ...env, ...virtual },
    stdio: ['ignore', 'pipe', 'pipe', ...(time ? ['ipc' as const] : [])],
  })
  const { stdout: out, stderr: trouble } = child
  if (!out || !trouble) throw new Error('the process has no streams')
  time?.attach(child)
  const exited = new Promise<Pick<Ended, 'exitCode' | 'signal'>>((done, failed) => {
    child.once('error', failed)
    child.once('exit', (exitCode, signal) => done({ exitCode, signal }))
  })
  const stdout = collect(out, show)
  const stderr = collect(trouble, show)
  const spare = (time ?? realClock()).after(killAfterMs, () => {
    child.kill('SIGKILL')
    // A grandchild may hold the pipes open for longer.
    out.destroy()
    trouble.destroy()
  })
  const ended = Promise.all([exited, stdout, stderr]).then(([how, ...[said, wrong]]) => ({
    ...how,
    stdout: said,
    stderr: wrong,
  }))
  return { child, ended: ended.finally(spare) }
}

/** Shows a stream line by line, as it comes; answers all of it at its end. */
function collect(stream: Readable, show: (line: string) => void): Promise<string> {
  let text = ''
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  const lines = createInterface({ input: stream, crlfDelay: Infinity }).on('line', show)
  // A stream that is destroyed closes without ending, which readline doesn't notice.
  stream.once('close', () => lines.close())
  return new Promise((done) => {
    lines.once('close', () => done(text))
  })
}
