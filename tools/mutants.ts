// `npm run mutants`: changes each source in small ways and looks whether its own tests notice. Tells, for each file, what share they did, and what
// they overlooked. Takes minutes to hours; `npm run mutants -- --help`.
import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { readNumber, runProgram } from '../simulator/programs/command-line.ts'
import { randomFrom, shuffledIndexes } from '../simulator/server/random.ts'
import type { Order, Outcome } from './mutants-worker.ts'
import { type Mutation, mutationsOf } from './mutations.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** No test file takes as long without a mutation; a mutant that does has been noticed. In ms. */
const LONGEST_MS = 20_000
/** Mutants that a process tries before a new one takes over: modules are never unloaded. */
const A_PROCESS = 60

const HELP = `Changes sources in small ways and looks whether their own tests notice.

  npm run mutants -- [options] [FILE …]

  FILE           sources, default all of src/ but src/page/
  --most N       mutants of a file, drawn at random, default all
  --seed N       what they are drawn from, default 1
  --help
`

interface Figures {
  readonly file: string
  readonly mutants: number
  readonly killed: number
  readonly alive: readonly Mutation[]
}

/** The tests of a source: the file of the same name, and those whose names begin with it. */
function testsOf(file: string): string[] {
  const name = join('__tests__', relative('src', file)).replace(/\.ts$/, '')
  return [`${name}.test.ts`, ...globSync(`${name}-*.test.ts`, { cwd: ROOT })].filter((path) =>
    existsSync(join(ROOT, path)),
  )
}

function draw<T>(all: readonly T[], most: number, seed: number): T[] {
  if (all.length <= most) return [...all]
  const drawn = new Set(shuffledIndexes(randomFrom('mutants', seed), all.length).slice(0, most))
  return all.filter((_, index) => drawn.has(index))
}

/** Carries out orders, one after the other, in a process that is replaced when it is worn out or does not come back. */
function worker(): { carryOut: (order: Order) => Promise<Outcome>; end: () => void } {
  let child: ChildProcess | undefined
  let tried = 0
  const start = (): ChildProcess => {
    tried = 0
    return fork(join(ROOT, 'tools', 'mutants-worker.ts'), {
      execArgv: ['--disable-warning=ExperimentalWarning', '--max-old-space-size=1024'],
      stdio: 'ignore',
    })
  }
  const end = (): void => {
    child?.kill('SIGKILL')
    child = undefined
  }
  return {
    end,
    carryOut: (order) => {
      if (tried >= A_PROCESS) end()
      tried += 1
      child ??= start()
      const current = child
      return new Promise((resolve) => {
        const settle = (outcome: Outcome): void => {
          clearTimeout(timer)
          current.removeAllListeners()
          resolve(outcome)
        }
        const lose = (failure: string): void => {
          end()
          settle({ number: order.number, passed: 0, failure })
        }
        const timer = setTimeout(() => lose('it did not come back'), LONGEST_MS)
        current.once('exit', () => lose('the process ended'))
        current.on('message', (outcome: Outcome) => outcome.number === order.number && settle(outcome))
        current.send(order)
      })
    },
  }
}

let orders = 0

async function tryFile(
  file: string,
  most: number,
  seed: number,
  work: ReturnType<typeof worker>,
): Promise<Figures | string> {
  const tests = testsOf(file).map((path) => pathToFileURL(join(ROOT, path)).href)
  if (tests.length === 0) return `${file}: no tests of its own`
  const path = join(ROOT, file)
  const order = (mutation?: Mutation): Order => ({
    number: ++orders,
    source: pathToFileURL(path).href,
    tests,
    ...(mutation ? { mutation } : {}),
  })
  const sound = await work.carryOut(order())
  if (sound.failure !== undefined)
    return `${file}: its tests need more than this tool gives (${sound.failure.slice(0, 160)})`
  const mutations = draw(mutationsOf(readFileSync(path, 'utf8')), most, seed)
  const alive: Mutation[] = []
  for (const mutation of mutations) {
    const { failure } = await work.carryOut(order(mutation))
    if (failure === undefined) alive.push(mutation)
  }
  return { file, mutants: mutations.length, killed: mutations.length - alive.length, alive }
}

const share = (killed: number, mutants: number): string => `${((100 * killed) / Math.max(1, mutants)).toFixed(1)} %`

async function program(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { most: { type: 'string' }, seed: { type: 'string' } },
  })
  const most = readNumber('most', values.most, Infinity, 1)
  const seed = readNumber('seed', values.seed, 1, 0)
  const files = (positionals.length > 0 ? positionals : globSync('src/**/*.ts', { cwd: ROOT }))
    .filter((file) => !file.startsWith(join('src', 'page')))
    .toSorted()
  const all: Figures[] = []
  let next = 0
  const row = async (): Promise<void> => {
    const work = worker()
    for (let file = files[next++]; file !== undefined; file = files[next++]) {
      const figures = await tryFile(file, most, seed, work)
      if (typeof figures === 'string') {
        process.stdout.write(`${figures}\n`)
        continue
      }
      all.push(figures)
      process.stdout.write(
        `${file}: ${figures.killed} of ${figures.mutants} killed (${share(figures.killed, figures.mutants)})\n`,
      )
      for (const { line, from, to } of figures.alive)
        process.stdout.write(`  ${file}:${line}  ${from}  →  ${to || 'nothing'}\n`)
    }
    work.end()
  }
  process.stdout.write(`seed ${seed}\n`)
  await Promise.all(Array.from({ length: availableParallelism() }, row))
  const sum = (of: (figures: Figures) => number): number => all.reduce((total, figures) => total + of(figures), 0)
  const [killed, mutants] = [sum((figures) => figures.killed), sum((figures) => figures.mutants)]
  process.stdout.write(`${killed} of ${mutants} mutants killed in ${all.length} files (${share(killed, mutants)})\n`)
}

await runProgram(HELP, program)
