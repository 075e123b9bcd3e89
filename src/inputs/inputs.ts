import { VERDICTS, type Verdict } from '../model/verdict.ts'
import { parseBaseline } from './baseline.ts'
import {
  type Reader,
  apiKey,
  boolean,
  callScalerKey,
  choice,
  choices,
  duration,
  integer,
  names,
  required,
  runUrl,
  statusContext,
  text,
  url,
} from './reader.ts'
import { readThresholds, readThresholdsFile } from './thresholds.ts'

/** Longest `timeout`, in ms: setTimeout holds no more, and GitHub ends a job after five days on any runner. */
const MAX_TIMEOUT_MS = 5 * 24 * 3_600_000
/** Longest `callscaler-settle`, in ms. */
const MAX_SETTLE_MS = 3_600_000
/** Most tests of one step, and most of them at once. */
const MAX_TESTS = 50
const MAX_PARALLEL = 20
/** Most new attempts after a test that could not run. */
const MAX_RETRIES = 20

/** Most runs that confirm a breach. */
const MAX_CONFIRM = 5

/** How each input is read. Names, order and defaults are those of action.yml. */
export const INPUTS = {
  'api-key': apiKey,
  project: required("the project's id, slug or name"),
  /** Empty where `run-id` is given. */
  test: names(MAX_TESTS),
  'run-id': names(MAX_TESTS),
  /** Those of the workflow, then those of the file; else the default. */
  thresholds: readThresholds,
  /** Those of the file alone. */
  'thresholds-file': readThresholdsFile,
  baseline: parseBaseline,
  'missing-data': choice('fail', 'warn', 'ignore'),
  /** Of an invalid list `error` alone is left, so that it cannot pass by its own mistake. */
  'fail-on': choices<Verdict>(...VERDICTS.filter((verdict) => verdict !== 'passed')),
  wait: boolean,
  /** In ms. */
  timeout: duration(MAX_TIMEOUT_MS),
  /** When to stop a run that this step gives up on. */
  'stop-on': choices('timed-out', 'cancelled'),
  'not-run-retries': integer(0, MAX_RETRIES),
  'max-parallel': integer(1, MAX_PARALLEL),
  'fail-fast': boolean,
  confirm: integer(0, MAX_CONFIRM),
  'check-only': boolean,
  summary: boolean,
  comment: choice('never', 'on-failure', 'always'),
  /** The context of a commit status; empty where none is to be reported. */
  'commit-status': statusContext,
  'github-token': text,
  /** Relative to the workspace; empty where no reports are to be written. */
  'report-directory': text,
  /** With `{project}`, `{test}` and `{run}`; empty where there is none. */
  'run-url': runUrl,
  'api-url': url,
  /** Empty where the far end is not asked. */
  'callscaler-api-key': callScalerKey,
  'callscaler-number': text,
  'callscaler-api-url': url,
  /** In ms. */
  'callscaler-settle': duration(MAX_SETTLE_MS),
} satisfies Record<string, Reader<unknown>>

/** The name of an input, as in action.yml. */
export type InputName = keyof typeof INPUTS

/** Everything the workflow says, read once and checked. */
export type Inputs = { [name in keyof typeof INPUTS]: ReturnType<(typeof INPUTS)[name]> }

/** Where inputs come from: the text of one, trimmed, `''` where it is not given. */
export type InputSource = (name: InputName) => string

/** How a verdict is reported, where, and as which step. */
export type PublishInputs = Pick<
  Inputs,
  | 'comment'
  | 'commit-status'
  | 'github-token'
  | 'project'
  | 'test'
  | 'fail-on'
  | 'summary'
  | 'report-directory'
  | 'check-only'
>
