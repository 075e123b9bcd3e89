// `npm run e2e`: runs the jobs of e2e.yml with act, on this machine and without GitHub, against the action and the simulator as they are in the
// working tree. Everything is done in a copy. What is not as on GitHub is said at the end. A job that fails fails this; where act is not at hand,
// that is said, and nothing is run. `npm run e2e -- --log FILE` keeps what act writes.
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { parseDocument } from 'yaml'
import { VERSIONS, act } from './linters.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const E2E = '.github/workflows/e2e.yml'
const FAN_OUT = '.github/workflows/fan-out.yml'

/** Jobs that act cannot run as GitHub does. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  cancelled: 'act kills a step that is over its timeout-minutes at once; the runner sends SIGINT and SIGTERM before',
}
/** How long all jobs together may take, in ms; they are told to, each, in e2e.yml. */
const LONGEST_MS = 240_000
/** Most of a job is waiting for the simulator. */
const JOBS_AT_ONCE = 4

/** What stands for an action of GitHub's, which needs GitHub: its inputs, and what it does with folders here. */
const STAND_INS: Readonly<Record<string, { inputs: readonly string[]; run: string }>> = {
  'actions/checkout': {
    inputs: ['repository', 'ref', 'path', 'sparse-checkout', 'persist-credentials'],
    run: 'mkdir -p "$INPUT_PATH" && cp -R "$E2E_REPOSITORY/." "$INPUT_PATH/"',
  },
  'actions/upload-artifact': {
    inputs: ['name', 'path', 'overwrite'],
    run: 'mkdir -p "$E2E_ARTIFACTS/$INPUT_NAME" && cp -R "$INPUT_PATH/." "$E2E_ARTIFACTS/$INPUT_NAME/"',
  },
  'actions/download-artifact': {
    inputs: ['pattern', 'path', 'merge-multiple'],
    run: 'mkdir -p "$INPUT_PATH"; for each in "$E2E_ARTIFACTS"/$INPUT_PATTERN; do cp -R "$each/." "$INPUT_PATH/"; done',
  },
}

/** A line of act's log. */
interface Line {
  readonly jobID?: string
  readonly job?: string
  readonly jobResult?: string
  readonly msg?: string
}

/** Copies what git knows of or would take, with the two workflows as act can run them; the ids of the jobs that are left. */
function copyRepository(to: string): string[] {
  const names = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT })
  for (const name of names.toString().split('\0').filter(Boolean)) cpSync(join(ROOT, name), join(to, name))
  // act has no `job.workflow_repository`. The called workflow is from this repository and this commit here.
  const fanOut = readFileSync(join(to, FAN_OUT), 'utf8')
  writeFileSync(
    join(to, FAN_OUT),
    fanOut.replaceAll('job.workflow_repository', 'github.repository').replaceAll('job.workflow_sha', 'github.sha'),
  )
  const e2e = parseDocument(readFileSync(join(to, E2E), 'utf8'))
  for (const job of Object.keys(LEFT_OUT)) if (!e2e.deleteIn(['jobs', job])) throw new Error(`e2e.yml has no ${job}`)
  const { jobs } = e2e.toJS() as { jobs: Record<string, { needs?: string[] }> }
  e2e.setIn(
    ['jobs', 'gate', 'needs'],
    jobs['gate']?.needs?.filter((job) => !Object.hasOwn(LEFT_OUT, job)),
  )
  // act mixes up the runners of a matrix that it runs at once, and then skips all of them.
  e2e.setIn(['jobs', 'passed', 'strategy', 'matrix', 'os'], ['ubuntu-latest'])
  writeFileSync(join(to, E2E), String(e2e))
  const git = (...args: string[]): Buffer => execFileSync('git', args, { cwd: to })
  git('init', '--quiet', '--initial-branch=main')
  git('remote', 'add', 'origin', 'https://github.com/callmeter/run-test.git')
  git('add', '--all')
  git('-c', 'user.name=e2e', '-c', 'user.email=e2e@localhost', 'commit', '--quiet', '--message', 'As it is')
  return Object.keys(jobs)
}

/** Writes the stand-ins; the options that have act take them for the commits that the workflows name. */
function writeStandIns(folder: string, repository: string): string[] {
  const text = [E2E, FAN_OUT].map((path) => readFileSync(join(repository, path), 'utf8')).join('\n')
  return Object.entries(STAND_INS).flatMap(([action, { inputs, run }], i) => {
    const commit = new RegExp(`${action}@(\\w+)`).exec(text)?.[1]
    if (commit === undefined) throw new Error(`no workflow uses ${action}`)
    const place = join(folder, `stand-in-${i}`)
    mkdirSync(place)
    const variables = inputs.map((name) => [`INPUT_${name.toUpperCase()}`, `\${{ inputs.${name} }}`] as const)
    const env = Object.fromEntries(variables.filter(([name]) => run.includes(name)))
    // In JSON, which is YAML too.
    const file = {
      name: `Stand-in for ${action}`,
      inputs: Object.fromEntries(inputs.map((name) => [name, { default: '' }])),
      runs: { using: 'composite', steps: [{ shell: 'bash', env, run }] },
    }
    writeFileSync(join(place, 'action.yml'), JSON.stringify(file))
    return ['--local-repository', `${action}@${commit}=${place}`]
  })
}

/** Runs act to its end; its log as text. */
function runAct(path: string, folder: string, standIns: readonly string[]): string {
  const repository = join(folder, 'repository')
  const settings = { E2E_REPOSITORY: repository, E2E_ARTIFACTS: join(folder, 'artifacts') }
  const args = ['push', '--json', '--workflows', E2E, '--platform', 'ubuntu-latest=-self-hosted', '--no-cache-server']
  args.push('--use-new-action-cache', '--concurrent-jobs', String(JOBS_AT_ONCE), ...standIns)
  args.push(...Object.entries(settings).flatMap(([name, value]) => ['--env', `${name}=${value}`]))
  const { stdout, stderr, error } = spawnSync(path, args, {
    cwd: repository,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    timeout: LONGEST_MS,
    killSignal: 'SIGKILL',
    env: {
      // Within a workflow of GitHub's, what is known of that one is not for act.
      ...Object.fromEntries(
        Object.entries(process.env).filter(([name]) => !/^(GITHUB|RUNNER|ACTIONS|INPUT)_/.test(name)),
      ),
      // The simulator and the action run on the Node 24 among the development tools.
      PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`,
      // Settings of the user's own do not matter, and nothing is left behind.
      HOME: join(folder, 'home'),
      XDG_CACHE_HOME: join(folder, 'cache'),
    },
  })
  return `${stdout}${stderr}${error ? JSON.stringify({ msg: `act: ${error.message}` }) : ''}`
}

function readLine(text: string): Line[] {
  try {
    return [JSON.parse(text) as Line]
  } catch {
    return text === '' ? [] : [{ msg: text }]
  }
}

const { values } = parseArgs({ options: { log: { type: 'string' } } })
// The jobs look into /proc.
const tool = process.platform === 'linux' ? act() : { missing: 'the jobs run on Linux' }
if ('missing' in tool) process.stdout.write(`Did without act ${VERSIONS.act}: ${tool.missing}.\n`)
else {
  const folder = mkdtempSync(join(tmpdir(), 'e2e-'))
  try {
    for (const name of ['repository', 'artifacts', 'home']) mkdirSync(join(folder, name))
    const jobs = copyRepository(join(folder, 'repository'))
    const start = performance.now()
    const log = runAct(tool.path, folder, writeStandIns(folder, join(folder, 'repository')))
    report(jobs, log.split('\n').flatMap(readLine), (performance.now() - start) / 1000)
    if (values.log) writeFileSync(values.log, log)
  } finally {
    endWhatIsLeft(folder)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Ends what jobs that did not come to their end have left running: the processes whose command names the copy. */
function endWhatIsLeft(folder: string): void {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)) {
    try {
      if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder)) process.kill(Number(pid), 'SIGKILL')
    } catch {
      // It has ended by itself meanwhile.
    }
  }
}

/** Says which jobs succeeded; of the others, what act wrote. */
function report(jobs: readonly string[], lines: readonly Line[], seconds: number): void {
  const resultsOf = (id: string): string[] =>
    lines.flatMap(({ jobID, job = '', jobResult }) =>
      jobResult !== undefined && (jobID === id || job.startsWith(`${id}/`)) ? [jobResult] : [],
    )
  const good = jobs.filter((id) => resultsOf(id).length > 0 && resultsOf(id).every((result) => result === 'success'))
  const bad = jobs.filter((id) => !good.includes(id))
  for (const { jobID, job = '', msg } of lines)
    if (
      bad.length > 0 &&
      msg !== undefined &&
      (jobID === undefined || bad.includes(jobID) || bad.some((id) => job.startsWith(`${id}/`)))
    )
      process.stdout.write(`${job}: ${msg.trimEnd()}\n`)
  process.stdout.write(
    `act ${VERSIONS.act}: ${good.length} of ${jobs.length} jobs of e2e.yml succeeded in ${Math.round(seconds)} s`,
  )
  process.stdout.write(bad.length > 0 ? `; not ${bad.join(', ')}.\n` : `: ${good.join(', ')}.\n`)
  process.stdout.write(`Not as on GitHub: Linux only; a folder for artifacts and checkouts; job.workflow_* replaced.\n`)
  for (const [job, why] of Object.entries(LEFT_OUT)) process.stdout.write(`Left out: ${job} (${why}).\n`)
  if (bad.length > 0) process.exitCode = 1
}
