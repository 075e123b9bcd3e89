// Which legs fan-out.yml has: one for each test, and one for each target.
import { parseDuration, plain } from '../from-src.mjs'

/**
 * @typedef {object} Leg
 * @property {string} name As people know it.
 * @property {string} project
 * @property {string} test One or several, one a line.
 * @property {string} thresholds Its own, beside those of every leg.
 * @property {string} baseline Its own, in place of that of every leg; '' where it has none.
 * @property {string} artifact Name of its reports.
 */

/** Most jobs that GitHub makes of one matrix. */
const MAX_LEGS = 256
/** Longest name of a leg, in characters. */
const MAX_NAME = 80
/** Minutes of a leg's job beside the waiting: a runner's start, the results, the reports. */
const EXTRA_MINUTES = 20
/** Longest job of a runner, in minutes: five days. */
const MAX_MINUTES = 7200

const TARGET_KEYS = ['name', 'project', 'test', 'thresholds', 'baseline']

/**
 * The legs, tests first. Throws an error that names every problem.
 * @param {{ project: string, tests: string, targets: string, prefix: string }} inputs `prefix` begins the names of all artifacts.
 * @returns {Leg[]}
 */
export function planLegs({ project, tests, targets, prefix }) {
  /** @type {string[]} */
  const problems = []
  const wanted = [...readTests(tests, problems).map((test) => ({ test })), ...readTargets(targets, problems)].map(
    (target) => ({ project, thresholds: '', baseline: '', name: target.test.replaceAll('\n', ', '), ...target }),
  )

  if (wanted.length === 0 && problems.length === 0)
    problems.push('`tests` and `targets` are empty: give at least one test.')
  if (wanted.length > MAX_LEGS) problems.push(`There are ${wanted.length} legs; ${MAX_LEGS} are accepted.`)
  const names = wanted.map(({ name }) => name)
  for (const twice of new Set(names.filter((name, i) => names.indexOf(name) !== i)))
    problems.push(`Two legs are called ${quoted(twice)}: give one of them another \`name\`.`)
  for (const name of names)
    if (name.length > MAX_NAME)
      problems.push(`A leg is called ${quoted(name)}: give it a \`name\` of up to ${MAX_NAME} characters.`)
  if (problems.length > 0) throw new Error(problems.join('\n'))

  const digits = String(wanted.length).length
  return wanted.map((leg, i) => ({
    ...leg,
    // Not every character may stand in an artifact's name, so the number alone makes it unique.
    artifact: [prefix, String(i + 1).padStart(digits, '0'), slug(leg.name)].filter(Boolean).join('-'),
  }))
}

/**
 * How many minutes a leg's job may take. A timeout that cannot be read is the action's to complain of.
 * @param {string} timeout
 */
export function jobMinutes(timeout) {
  const waiting = Math.ceil((parseDuration(timeout) ?? 0) / 60_000)
  return Math.min(MAX_MINUTES, waiting + EXTRA_MINUTES)
}

/** @param {string} text @param {string[]} problems @returns {string[]} */
function readTests(text, problems) {
  if (!text.startsWith('['))
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
  const list = readJson(text, 'tests', problems)
  const tests = Array.isArray(list) ? list.map(testsOf) : []
  if (tests.includes('')) problems.push('`tests` has an entry that is not a text.')
  return tests.filter(Boolean)
}

/** @param {string} text @param {string[]} problems */
function readTargets(text, problems) {
  if (!text) return []
  const list = readJson(text, 'targets', problems)
  if (list === undefined) return []
  if (!Array.isArray(list)) {
    problems.push('`targets` is not a JSON list, such as [{"name": "Frankfurt", "test": "inbound-frankfurt"}].')
    return []
  }
  return list.flatMap((entry, i) => {
    const target = readTarget(entry, `\`targets\`, entry ${i + 1},`, problems)
    return target ? [target] : []
  })
}

/** @param {unknown} entry @param {string} where @param {string[]} problems */
function readTarget(entry, where, problems) {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
    problems.push(`${where} is not an object.`)
    return undefined
  }
  const test = testsOf('test' in entry ? entry.test : '')
  if (!test) problems.push(`${where} has no \`test\`.`)
  /** @type {Partial<Record<'name' | 'project' | 'thresholds' | 'baseline', string>>} */
  const given = {}
  for (const [key, value] of Object.entries(entry)) {
    if (!TARGET_KEYS.includes(key)) problems.push(`${where} has ${quoted(key)}; expected ${TARGET_KEYS.join(', ')}.`)
    else if (key !== 'test' && typeof value !== 'string') problems.push(`${where} has a \`${key}\` that is not a text.`)
    else if (key !== 'test' && value.trim()) Object.assign(given, { [key]: value.trim() })
  }
  return test ? { test, ...given } : undefined
}

/** A test, or several one a line. @param {unknown} value @returns {string} '' where it is neither a text nor a list of texts. */
function testsOf(value) {
  const list = Array.isArray(value) ? value : [value]
  if (!list.every((test) => typeof test === 'string' && test.trim())) return ''
  return list.map((test) => test.trim()).join('\n')
}

/** @param {string} text @param {string} name @param {string[]} problems @returns {unknown} */
function readJson(text, name, problems) {
  try {
    return JSON.parse(text)
  } catch (error) {
    problems.push(`\`${name}\` cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  }
}

/** @param {string} name */
function slug(name) {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, '')
}

/** @param {string} text */
function quoted(text) {
  return `"${plain(text, 60)}"`
}
