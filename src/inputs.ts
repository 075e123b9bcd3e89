import { type BaselineRequest, parseBaseline } from './baseline.ts'
import { parseDuration } from './duration.ts'
import { Failure } from './failure.ts'
import type { Files } from './files.ts'
import { nearest } from './nearest.ts'
import { plain } from './text.ts'
import { type LineProblem, MAX_THRESHOLDS, parseThresholds } from './thresholds/parse.ts'
import { type Threshold, mentionsBaseline } from './thresholds/syntax.ts'
import { VERDICTS, type Verdict } from './verdict.ts'

/** What is judged where the workflow states no threshold. */
export const DEFAULT_THRESHOLDS = 'failed_endpoints == 0'

/** Longest `timeout`, in ms: setTimeout holds no more, and GitHub ends a job after five days on any runner. */
const MAX_TIMEOUT_MS = 5 * 24 * 3_600_000

/** Everything the workflow says, read once and checked. Keyed by the names in action.yml. */
export interface Inputs {
  'api-key': string
  project: string
  test: string
  /** Those of the workflow, then those of the file. */
  thresholds: readonly Threshold[]
  'thresholds-file': string
  baseline: BaselineRequest | undefined
  'missing-data': 'fail' | 'warn' | 'ignore'
  'fail-on': readonly Verdict[]
  wait: boolean
  /** In ms. */
  timeout: number
  summary: boolean
  /** Relative to the workspace; empty where no reports are to be written. */
  'report-directory': string
  /** With `{project}`, `{test}` and `{run}`; empty where there is none. */
  'run-url': string
  'api-url': URL
}

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
  /** The verdicts that fail the step, as far as they could be read: all of the usual ones where `fail-on` itself is wrong. */
  readonly failOn: readonly Verdict[]

  constructor(problems: readonly InputProblem[], failOn: readonly Verdict[]) {
    super(
      'input',
      `${problems.length === 1 ? 'An input is wrong' : `${problems.length} inputs are wrong`}:\n${problems.map(({ message }) => `- ${message}`).join('\n')}`,
    )
    this.problems = problems
    this.failOn = problems.some(({ input }) => input === 'fail-on') ? ['error'] : failOn
  }
}

/** The API key as it was given, so that it can be masked before anything else happens. */
export function apiKeyOf(input: InputSource, env: NodeJS.ProcessEnv): string {
  return input('api-key') || (env.CALLMETER_API_KEY ?? '').trim()
}

/** All inputs, checked. Throws an `InputFailure` that names every problem: the input, its value (but never a key) and what is accepted. */
export function readInputs(input: InputSource, env: NodeJS.ProcessEnv, files: Pick<Files, 'read'>): Inputs {
  const problems: InputProblem[] = []
  const reading = reader(input, problems)
  const inputs: { [name in InputName]: Inputs[name] } = {
    'api-key': readApiKey(apiKeyOf(input, env), reading),
    project: reading.required('project', "the project's id, slug or name"),
    test: readTest(reading),
    thresholds: readThresholds(reading, files),
    'thresholds-file': input('thresholds-file'),
    baseline: parseBaseline(input('baseline')),
    'missing-data': reading.choice('missing-data', ['fail', 'warn', 'ignore']),
    'fail-on': readFailOn(reading),
    wait: reading.boolean('wait'),
    timeout: reading.duration('timeout', MAX_TIMEOUT_MS),
    summary: reading.boolean('summary'),
    'report-directory': input('report-directory'),
    'run-url': readRunUrl(reading),
    'api-url': reading.url('api-url'),
  }
  if (problems.length > 0) throw new InputFailure(problems, inputs['fail-on'])
  return inputs
}

interface Reader {
  raw: InputSource
  /** Notes a problem: what is wrong, after the input's name. */
  problem(input: InputName, message: string, place?: InputProblem['place']): void
  required(input: InputName, what: string): string
  choice<T extends string>(input: InputName, accepted: readonly T[]): T
  boolean(input: InputName): boolean
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
      const url = URL.canParse(raw(input)) ? new URL(raw(input)) : undefined
      const loopback = url !== undefined && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname)
      if (!url || !(url.protocol === 'https:' || (url.protocol === 'http:' && loopback))) {
        wrong(
          input,
          'accepted are https addresses, so that the key is not sent in the clear; plain http only for loopback.',
        )
      } else if (url.username || url.password || url.search || url.hash) {
        problem(input, 'holds credentials, a query or a fragment; give the plain address of the API.')
      }
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

function readTest({ required, raw, problem }: Reader): string {
  const tests = lines(raw('test'))
  if (tests.length > 1) problem('test', `names ${tests.length} tests; one is accepted.`)
  return required('test', "the test's id, slug or name")
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
  return all.length > 0 ? all : parseThresholds(DEFAULT_THRESHOLDS).thresholds
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

function readFailOn({ raw, problem }: Reader): readonly Verdict[] {
  const named = raw('fail-on')
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((name) => name.toLowerCase())
  if (named.length === 1 && named[0] === 'none') return []
  const accepted = VERDICTS.filter((verdict) => verdict !== 'passed')
  for (const name of named.filter((word) => !(accepted as readonly string[]).includes(word))) {
    const near = nearest(name, accepted)
    problem(
      'fail-on',
      `names "${plain(name, 40)}"; accepted are ${accepted.join(', ')}, or none alone.${near[0] ? ` Did you mean ${near[0]}?` : ''}`,
    )
  }
  if (named.length === 0) problem('fail-on', `names no verdict; accepted are ${accepted.join(', ')}, or none alone.`)
  return accepted.filter((verdict) => named.includes(verdict))
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
