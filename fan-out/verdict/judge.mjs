// One verdict of many legs. Whatever is missing or unclear counts as an error, so that nothing is green by accident.
import { REPORT_VERSION, VERDICTS, isBroken, worst } from '../from-src.mjs'
/** @import { Verdict } from '../from-src.mjs' */

/**
 * @typedef {object} JudgedLeg
 * @property {string} name
 * @property {Verdict} verdict
 * @property {string} reason
 * @property {string} test
 * @property {{ id: string, url: string }[]} runs
 */

/**
 * @typedef {object} Judged
 * @property {Verdict} verdict
 * @property {JudgedLeg[]} legs
 * @property {string} problem What is wrong with all of it; '' where nothing is.
 */

/**
 * @param {object} given
 * @param {string} given.legs What the plan made, as JSON.
 * @param {string} given.legsResult How the legs' jobs ended: success, failure, cancelled or skipped.
 * @param {readonly Verdict[]} given.failOn
 * @param {(artifact: string) => string} given.readReport Throws where there is none.
 * @returns {Judged}
 */
export function judgeLegs({ legs: text, legsResult, failOn, readReport }) {
  const planned = readPlan(text)
  if (!planned) return { verdict: 'error', legs: [], problem: 'There is no plan of what to run.' }
  const legs = planned.map((leg) => judgeLeg(leg, readReport))
  const verdict = worst(legs.map((leg) => leg.verdict))
  const explained = legs.some((leg) => failOn.includes(leg.verdict) || !isGood(leg.verdict))
  if (legsResult === 'success' || explained) return { verdict, legs, problem: '' }
  return {
    verdict: worst([legsResult === 'cancelled' ? 'cancelled' : 'error', verdict]),
    legs,
    problem: `Every leg's report is good, but the jobs ended as ${legsResult || 'nothing known'}.`,
  }
}

/** Whether a verdict is `passed` or `warned`. @param {Verdict} verdict */
export function isGood(verdict) {
  return verdict === 'passed' || verdict === 'warned'
}

/**
 * The verdicts that fail, as `fail-on` names them; all but the good ones where it names none that there is.
 * @param {string} text
 * @returns {Verdict[]}
 */
export function readFailOn(text) {
  const named = text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
  if (named.length === 1 && named[0] === 'none') return []
  const known = named.filter(isVerdict).filter((verdict) => verdict !== 'passed')
  return named.length > 0 && known.length === named.length ? known : VERDICTS.filter((verdict) => !isGood(verdict))
}

/** @param {unknown} word @returns {word is Verdict} */
function isVerdict(word) {
  return VERDICTS.some((verdict) => verdict === word)
}

/** @param {string} text @returns {{ name: string, test: string, artifact: string }[] | undefined} */
function readPlan(text) {
  try {
    const legs = JSON.parse(text)
    const known = /** @param {any} leg */ (leg) =>
      [leg?.name, leg?.test, leg?.artifact].every((field) => typeof field === 'string' && field !== '')
    return Array.isArray(legs) && legs.length > 0 && legs.every(known) ? legs : undefined
  } catch {
    return undefined
  }
}

/** @param {{ name: string, test: string, artifact: string }} leg @param {(artifact: string) => string} readReport @returns {JudgedLeg} */
function judgeLeg({ name, test, artifact }, readReport) {
  /** @param {string} reason */
  const error = (reason) => ({ name, test, verdict: /** @type {const} */ ('error'), reason, runs: [] })
  let text
  try {
    text = readReport(artifact)
  } catch {
    return error('There is no report of this leg: its job ended before it could be written.')
  }
  try {
    const report = JSON.parse(text)
    const runs = report.runs
    if (report.version !== REPORT_VERSION || !isVerdict(report.verdict) || !Array.isArray(runs))
      return error('The report of this leg is not understood.')
    // A step says that it passed because every run did, so its runs are asked as well.
    const verdicts = [report.verdict, ...runs.map((run) => run.verdict)]
    const verdict = verdicts.every(isVerdict) ? worst(verdicts) : 'error'
    if (runs.length === 0 && isGood(verdict)) return error('The report of this leg holds no run.')
    return {
      name,
      test,
      verdict,
      reason:
        words(report.problem) || runs.flatMap(whatBroke).join('; ') || runs.map((run) => words(run.reason)).join(' '),
      runs: runs.map((run) => ({ id: words(run.id), url: words(run.url) })).filter(({ id }) => id),
    }
  } catch {
    return error('The report of this leg cannot be read.')
  }
}

/** @param {any} run @param {number} _ @param {readonly unknown[]} runs @returns {string[]} The thresholds that do not hold, and what was measured. */
function whatBroke({ test, thresholds }, _, runs) {
  const of = runs.length > 1 ? `${words(test?.name) || words(test?.asked)}: ` : ''
  return thresholds.filter(isBroken).map(
    /** @param {any} each */ ({ threshold, measured, unit }) => {
      const value = typeof measured === 'number' ? Number(measured.toPrecision(4)) : words(measured) || 'no value'
      return `${of}${words(threshold)} measured ${value}${typeof measured === 'number' && unit ? (unit === '%' ? unit : ` ${unit}`) : ''}`
    },
  )
}

/** @param {unknown} value */
function words(value) {
  return typeof value === 'string' ? value : ''
}
