import { type BaselineRequest, parseBaseline } from '../stages/baseline.ts'
import { parseDuration } from '../base/duration.ts'
import { Failure } from '../base/failure.ts'
import type { Files } from '../base/files.ts'
import { nearest } from '../base/nearest.ts'
import { plain } from '../base/text.ts'
import { type LineProblem, MAX_THRESHOLDS, parseThresholds } from '../thresholds/parse.ts'
import { type Threshold, asksFarEnd, mentionsBaseline } from '../thresholds/syntax.ts'
import { VERDICTS, type Verdict } from '../model/verdict.ts'

/** What is judged where the workflow states no threshold. */
export const DEFAULT_THRESHOLDS = 'failed_endpoints == 0'

/** Longest `timeout`, in ms: setTimeout holds no more, and GitHub ends a job after five days on any runner. */
const MAX_TIMEOUT_MS = 5 * 24 * 3_600_000

/** Everything the workflow says, read once and checked. Keyed by the names in action.yml. */
export interface Inputs {
  'api-key': string
  project: string
  /** Empty where `run-id` is given. */
  test: readonly string[]
  'run-id': readonly string[]
  /** Those of the workflow, then those of the file. */
  thresholds: readonly Threshold[]
  'thresholds-file': string
  baseline: BaselineRequest | undefined
  'missing-data': 'fail' | 'warn' | 'ignore'
  'fail-on': readonly Verdict[]
  wait: boolean
  /** In ms. */
  timeout: number
  'stop-on': readonly StopReason[]
  'not-run-retries': number
  'max-parallel': number
  summary: boolean
  comment: 'never' | 'on-failure' | 'always'
  /** The context of a commit status; empty where none is to be reported. */
  'commit-status': string
  'github-token': string
  /** Relative to the workspace; empty where no reports are to be written. */
  'report-directory': string
  /** With `{project}`, `{test}` and `{run}`; empty where there is none. */
  'run-url': string
  'api-url': URL
  /** Empty where the far end is not asked. */
  'callscaler-api-key': string
  'callscaler-number': string
  'callscaler-api-url': URL
  /** In ms. */
  'callscaler-settle': number
}

/** When a run is stopped that this step gives up on. */
export type StopReason = 'timed-out' | 'cancelled'

/** Longest `callscaler-settle`, in ms. */
const MAX_SETTLE_MS = 3_600_000

/** Most tests of one step, and most of them at once. */
const MAX_TESTS = 50
const MAX_PARALLEL = 20
/** Most new attempts after a test that could not run. */
const MAX_RETRIES = 20

/** The inputs that say how a verdict is told, and to whom. */
export type Telling = Pick<
  Inputs,
  | 'fail-on'
  | 'summary'
  | 'report-directory'
  | 'comment'
  | 'commit-status'
  | 'github-token'
  | 'project'
  | 'test'
  | 'run-id'
>

/** The names of all inputs, as in action.yml. */
export type InputName = keyof Inputs

/** One thing that is wrong with the inputs. */
export interface InputProblem {
  input: InputName
  message: string
  /** Where in a file it is. */
  place?: { file: string; line: number; column: number }
}

/** Largest file of thresholds that is read, in bytes. */
const MAX_THRESHOLDS_BYTES = 1024 * 1024

/** Where inputs come from: the text of one, trimmed, `''` where it is not given. */
export type InputSource = (name: InputName) => string

/** Thrown with every problem of the inputs at once. */
export class InputFailure extends Failure {
  readonly problems: readonly InputProblem[]
  /** How the step was to tell of its verdict, as far as that could be read. */
  readonly telling: Telling

  constructor(problems: readonly InputProblem[], telling: Telling) {
    super(
      'input',
      `${problems.length === 1 ? 'An input is wrong' : `${problems.length} inputs are wrong`}:\n${problems.map(({ message }) => `- ${message}`).join('\n')}`,
    )
    this.problems = problems
    const wrong = (name: InputName): boolean => problems.some(({ input }) => input === name)
    this.telling = {
      ...telling,
      ...(wrong('fail-on') ? { 'fail-on': ['error'] } : {}),
      ...(wrong('summary') ? { summary: true } : {}),
      ...(wrong('comment') ? { comment: 'never' } : {}),
      ...(wrong('commit-status') ? { 'commit-status': '' } : {}),
    }
  }
}

/** The API key as it was given, so that it can be masked before anything else happens. */
export function apiKeyOf(input: (name: 'api-key') => string, env: NodeJS.ProcessEnv): string {
  return input('api-key') || (env.CALLMETER_API_KEY ?? '').trim()
}

/** The address of an API; undefined where it is none that a key may be sent to: https, or http on loopback, without credentials or query. */
export function apiUrlOf(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname)
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && loopback)
  return safe && !url.username && !url.password && !url.search && !url.hash ? url : undefined
}

/** All inputs, checked. Throws an `InputFailure` that names every problem: the input, its value (but never a key) and what is accepted. */
export function readInputs(input: InputSource, env: NodeJS.ProcessEnv, files: Pick<Files, 'read'>): Inputs {
  const problems: InputProblem[] = []
  const reading = reader(input, problems)
  const inputs: { [name in InputName]: Inputs[name] } = {
    'api-key': readApiKey(apiKeyOf(input, env), reading),
    project: reading.required('project', "the project's id, slug or name"),
    test: readTests(reading),
    'run-id': lines(input('run-id')),
    thresholds: readThresholds(reading, files),
    'thresholds-file': input('thresholds-file'),
    baseline: readBaseline(reading),
    'missing-data': reading.choice('missing-data', ['fail', 'warn', 'ignore']),
    'fail-on': reading.choices(
      'fail-on',
      VERDICTS.filter((verdict) => verdict !== 'passed'),
    ),
    wait: reading.boolean('wait'),
    timeout: reading.duration('timeout', MAX_TIMEOUT_MS),
    'stop-on': reading.choices('stop-on', ['timed-out', 'cancelled']),
    'not-run-retries': reading.integer('not-run-retries', 0, MAX_RETRIES),
    'max-parallel': reading.integer('max-parallel', 1, MAX_PARALLEL),
    summary: reading.boolean('summary'),
    comment: reading.choice('comment', ['never', 'on-failure', 'always']),
    'commit-status': readStatusContext(reading),
    'github-token': input('github-token'),
    'report-directory': input('report-directory'),
    'run-url': readRunUrl(reading),
    'api-url': reading.url('api-url'),
    'callscaler-api-key': input('callscaler-api-key'),
    'callscaler-number': input('callscaler-number'),
    'callscaler-api-url': reading.url('callscaler-api-url'),
    'callscaler-settle': reading.duration('callscaler-settle', MAX_SETTLE_MS),
  }
  checkFarEnd(inputs, reading)
  if (problems.length > 0) throw new InputFailure(problems, inputs)
  return inputs
}

interface Reader {
  raw: InputSource
  /** Notes a problem: what is wrong, after the input's name. */
  problem(input: InputName, message: string, place?: InputProblem['place']): void
  required(input: InputName, what: string): string
  choice<T extends string>(input: InputName, accepted: readonly T[]): T
  /** Several of the accepted words, or `none` alone. */
  choices<T extends string>(input: InputName, accepted: readonly T[]): T[]
  boolean(input: InputName): boolean
  integer(input: InputName, least: number, most: number): number
  /** In ms. */
  duration(input: InputName, most: number): number
  url(input: InputName): URL
}

function reader(raw: InputSource, problems: InputProblem[]): Reader {
  const problem: Reader['problem'] = (input, message, place) => {
    problems.push({ input, message: `\`${input}\` ${message}`, ...(place ? { place } : {}) })
  }
  const wrong = (input: InputName, accepted: string): void =>
    problem(input, `is "${plain(raw(input), 80)}"; ${accepted}`)
  return {
    raw,
    problem,
    required: (input, what) => {
      if (!raw(input)) problem(input, `is not set: give ${what}.`)
      return raw(input)
    },
    choice: (input, accepted) => {
      const found = accepted.find((value) => value === raw(input).toLowerCase())
      if (!found) wrong(input, `accepted are ${accepted.join(', ')}.`)
      return (found ?? accepted[0]) as (typeof accepted)[number]
    },
    choices: (input, accepted) => {
      const named = raw(input)
        .split(/[\s,]+/)
        .filter(Boolean)
        .map((name) => name.toLowerCase())
      if (named.length === 1 && named[0] === 'none') return []
      const all = `accepted are ${accepted.join(', ')}, or none alone.`
      if (named.length === 0) problem(input, `names nothing; ${all}`)
      for (const name of named.filter((word) => !accepted.some((value) => value === word))) {
        const near = nearest(name, accepted)
        problem(input, `names "${plain(name, 40)}"; ${all}${near[0] ? ` Did you mean ${near[0]}?` : ''}`)
      }
      return accepted.filter((value) => named.includes(value))
    },
    integer: (input, least, most) => {
      const value = /^\d{1,9}$/.test(raw(input)) ? Number(raw(input)) : Number.NaN
      if (!(value >= least && value <= most)) wrong(input, `accepted are whole numbers from ${least} to ${most}.`)
      return value
    },
    boolean: (input) => {
      // The spellings of YAML 1.2's core schema, as the toolkit takes them.
      if (/^(true|True|TRUE)$/.test(raw(input))) return true
      if (!/^(false|False|FALSE)$/.test(raw(input))) wrong(input, 'accepted are true and false.')
      return false
    },
    duration: (input, most) => {
      const ms = parseDuration(raw(input))
      if (ms === null || ms > most)
        wrong(input, `accepted are durations such as 90s, 15m or 1h30m, up to ${most / 3_600_000}h.`)
      return ms ?? 0
    },
    url: (input) => {
      const text = raw(input)
      const url = apiUrlOf(text)
      // What stands before an @, or behind a ? or #, may be a secret, so such an address is not repeated.
      if (!url && /[@?#]/.test(text))
        problem(input, 'holds credentials, a query or a fragment; give the plain https address of the API.')
      else if (!url)
        wrong(
          input,
          'accepted are https addresses, so that the key is not sent in the clear; plain http only for loopback.',
        )
      return url ?? new URL('https://invalid.invalid')
    },
  }
}

function readApiKey(key: string, { problem }: Reader): string {
  if (!key)
    problem(
      'api-key',
      'is not set: give it, or the environment variable CALLMETER_API_KEY, the secret that holds the key.',
    )
  else if (!/^cmk_[\x21-\x7E]+$/.test(key)) {
    problem(
      'api-key',
      'is not a CallMeter API key: one starts with cmk_ and holds no spaces (its value is not shown here).',
    )
  }
  return key
}

/** The far end is asked with a key about a number, or not at all; and what is judged of it must have been asked for. */
function checkFarEnd(
  { 'callscaler-api-key': key, 'callscaler-number': number, thresholds }: Inputs,
  { problem }: Reader,
): void {
  if (key && /[^\x21-\x7E]/.test(key))
    problem('callscaler-api-key', 'holds spaces or other signs that no key has (its value is not shown here).')
  if (key && !number) problem('callscaler-number', 'is not set: give the tracking number that the test dials.')
  if (number && !key) problem('callscaler-api-key', 'is not set: give the secret that holds the key of CallScaler.')
  if (key || number) return
  for (const { text, line, file } of thresholds.filter(({ left, right }) => asksFarEnd(left) || asksFarEnd(right))) {
    problem(
      file ? 'thresholds-file' : 'thresholds',
      `line ${line} needs what the far end says, but \`callscaler-number\` and \`callscaler-api-key\` are not set: ${plain(text, 100)}`,
    )
  }
}

function readTests({ raw, problem }: Reader): readonly string[] {
  const [tests, runs] = [lines(raw('test')), lines(raw('run-id'))]
  if (tests.length + runs.length === 0)
    problem('test', "is not set: give the test's id, slug or name, or `run-id` to follow a run that exists.")
  for (const [input, named] of [
    ['test', tests],
    ['run-id', runs],
  ] as const) {
    if (named.length > MAX_TESTS) problem(input, `names ${named.length}; ${MAX_TESTS} are accepted.`)
    const twice = named.find((name, i) => named.indexOf(name) !== i)
    if (twice !== undefined) problem(input, `names "${plain(twice, 80)}" twice.`)
  }
  if (runs.length > 0 && /^false$/i.test(raw('wait')))
    problem('wait', 'is false, and with `run-id` there is nothing to start: the step would do nothing.')
  return runs.length > 0 ? [] : tests
}

function readThresholds({ raw, problem }: Reader, files: Pick<Files, 'read'>): readonly Threshold[] {
  const inline = parseThresholds(raw('thresholds'))
  for (const found of inline.problems) problem('thresholds', describeLineProblem(found))
  const all = [...inline.thresholds, ...readThresholdsFile({ raw, problem }, files)]
  if (all.length > MAX_THRESHOLDS)
    problem('thresholds', `and \`thresholds-file\` hold ${all.length} thresholds; ${MAX_THRESHOLDS} are accepted.`)
  if (!raw('baseline')) {
    for (const { text, line, file } of all.filter(
      ({ left, right }) => mentionsBaseline(left) || mentionsBaseline(right),
    )) {
      problem(
        file ? 'thresholds-file' : 'thresholds',
        `line ${line} compares with baseline, but \`baseline\` is not set: ${plain(text, 100)}`,
      )
    }
  }
  // Line 0 is nobody's: the default was not written by the workflow.
  return all.length > 0
    ? all
    : parseThresholds(DEFAULT_THRESHOLDS).thresholds.map((threshold) => ({ ...threshold, line: 0 }))
}

function readBaseline({ raw, problem }: Reader): BaselineRequest | undefined {
  if (raw('baseline') === 'base-branch' && !raw('commit-status'))
    problem(
      'baseline',
      'is "base-branch", the run behind the newest passing commit status, but `commit-status` does not name one.',
    )
  return parseBaseline(raw('baseline'))
}

/** Longest context of a commit status that GitHub takes, in characters. */
const MAX_CONTEXT = 255

function readStatusContext({ raw, problem }: Reader): string {
  const context = raw('commit-status')
  // GitHub refuses characters of four bytes here.
  if (
    context.length > MAX_CONTEXT ||
    context !== plain(context, MAX_CONTEXT) ||
    /[\u{10000}-\u{10FFFF}]/u.test(context)
  )
    problem(
      'commit-status',
      `is "${plain(context, 80)}"; accepted is one line of up to ${MAX_CONTEXT} characters without emoji, such as callmeter/quality.`,
    )
  return context
}

function readThresholdsFile(
  { raw, problem }: Pick<Reader, 'raw' | 'problem'>,
  files: Pick<Files, 'read'>,
): readonly Threshold[] {
  const path = raw('thresholds-file')
  if (!path) return []
  const file = plain(path, 200)
  let text: string | undefined
  try {
    text = files.read(path, MAX_THRESHOLDS_BYTES)
  } catch (error) {
    problem('thresholds-file', `is "${file}", which cannot be read: ${plain(String(error))}`)
    return []
  }
  if (text === undefined) {
    problem(
      'thresholds-file',
      `is "${file}", and there is no such file in the workspace. Is there a checkout step before this one?`,
    )
    return []
  }
  const { thresholds, problems } = parseThresholds(text)
  for (const found of problems)
    problem('thresholds-file', `"${file}", ${describeLineProblem(found)}`, {
      file: path,
      line: found.line,
      column: found.start + 1,
    })
  if (thresholds.length + problems.length === 0) problem('thresholds-file', `is "${file}", which holds no thresholds.`)
  return thresholds.map((threshold) => ({ ...threshold, file: path }))
}

/** Most of a line that is shown around a mistake. */
const SHOWN_LINE = 100

/** A mistake in a threshold with its place marked: line and column, the line itself, a caret below it. */
export function describeLineProblem({ line, start, end, message, text }: LineProblem): string {
  const from = Math.max(0, Math.min(start - SHOWN_LINE / 2, text.length - SHOWN_LINE))
  const shown = text.slice(from, from + SHOWN_LINE).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
  const caret = ' '.repeat(start - from) + '^'.repeat(Math.max(1, Math.min(end - start, from + SHOWN_LINE - start)))
  return `line ${line}, column ${start + 1}: ${message}\n    ${shown}\n    ${caret}`
}

function readRunUrl({ raw, problem }: Reader): string {
  const template = raw('run-url')
  if (!template) return ''
  if (!URL.canParse(template.replaceAll(/\{\w+\}/g, 'x')) || !/^https?:\/\//i.test(template)) {
    problem(
      'run-url',
      `is "${plain(template, 120)}"; accepted is a web address with {run}, and {project} and {test} where needed.`,
    )
  } else if (!template.includes('{run}')) {
    problem('run-url', `is "${plain(template, 120)}", which lacks {run}: every run would have the same link.`)
  }
  for (const name of template.match(/\{\w*\}/g) ?? []) {
    if (!['{project}', '{test}', '{run}'].includes(name))
      problem('run-url', `holds ${plain(name, 40)}; accepted are {project}, {test} and {run}.`)
  }
  return template
}

/** The non-empty lines of a text, trimmed. */
export function lines(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter(Boolean)
}
