// What several inputs have to agree on.
import { plain } from '../base/text.ts'
import { MAX_THRESHOLDS } from '../thresholds/parse.ts'
import { type Threshold, asksFarEnd, mentionsBaseline, mentionsSpread } from '../thresholds/syntax.ts'
import { asksForSeveral } from './baseline.ts'
import type { InputName, InputSource, Inputs } from './inputs.ts'

/** A rule over inputs, each of which may be wrong by itself; `given` has their texts. What is wrong with one goes to `problem`. */
type Check = (inputs: Inputs, problem: (input: InputName, message: string) => void, given: InputSource) => void

const inputOf = ({ file }: Threshold): InputName => (file === undefined ? 'thresholds' : 'thresholds-file')

export const CHECKS: readonly Check[] = [
  ({ test, 'run-id': runs, wait }, problem) => {
    if (test.length + runs.length === 0)
      problem('test', "is not set: give the test's id, slug or name, or `run-id` to follow a run that exists.")
    if (runs.length > 0 && !wait)
      problem('wait', 'is false, and with `run-id` there is nothing to start: the step would do nothing.')
  },
  ({ 'run-id': runs, wait, confirm }, problem) => {
    if (!(confirm > 0)) return
    if (runs.length > 0)
      problem('confirm', `is ${confirm}, and with \`run-id\` no test is started, so none can run again.`)
    else if (!wait)
      problem('confirm', `is ${confirm}, and with \`wait\` false nothing is judged that could be confirmed.`)
  },
  ({ thresholds: { length } }, problem) => {
    if (length > MAX_THRESHOLDS)
      problem(
        'thresholds',
        `and \`thresholds-file\` contain ${length} thresholds; at most ${MAX_THRESHOLDS} are allowed.`,
      )
  },
  ({ thresholds, baseline }, problem) => {
    const comparing = thresholds.filter(({ left, right }) => mentionsBaseline(left) || mentionsBaseline(right))
    for (const threshold of baseline ? [] : comparing)
      problem(
        inputOf(threshold),
        `line ${threshold.line} compares with baseline, but \`baseline\` is not set: ${plain(threshold.text, 100)}`,
      )
  },
  ({ thresholds, baseline }, problem) => {
    if (!baseline || asksForSeveral(baseline)) return
    for (const threshold of thresholds.filter(({ left, right }) => mentionsSpread(left) || mentionsSpread(right)))
      problem(
        inputOf(threshold),
        `line ${threshold.line} uses spread, which needs several earlier runs: set \`baseline\` to last 7, or to a pattern of report.json files: ${plain(threshold.text, 100)}`,
      )
  },
  ({ baseline }, problem, given) => {
    if (baseline?.kind === 'base-branch' && !given('commit-status'))
      problem(
        'baseline',
        'is "base-branch", the run of the newest passing commit status, but `commit-status` is not set.',
      )
  },
  // The far end is asked with a key about a number, or not at all; and what is judged of it must have been asked for.
  ({ 'callscaler-api-key': key, 'callscaler-number': number, thresholds }, problem) => {
    if (key && !number) problem('callscaler-number', 'is not set: give the tracking number that the test dials.')
    if (number && !key) problem('callscaler-api-key', 'is not set: give the secret that holds the key of CallScaler.')
    const asking = thresholds.filter(({ left, right }) => asksFarEnd(left) || asksFarEnd(right))
    for (const threshold of key || number ? [] : asking)
      problem(
        inputOf(threshold),
        `line ${threshold.line} requires values of the far end, but \`callscaler-number\` and \`callscaler-api-key\` are not set: ${plain(threshold.text, 100)}`,
      )
  },
]
