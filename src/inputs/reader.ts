// How the text of one input is read.
import { parseDuration } from '../base/duration.ts'
import type { Files } from '../base/files.ts'
import { nearest } from '../base/nearest.ts'
import { plain } from '../base/text.ts'
import { apiUrlOf } from './connection.ts'

/** Where in a file of the workspace something is; line and column from 1. */
export interface Place {
  file: string
  line: number
  column: number
}

/** Notes what is wrong with an input: the words that follow its name, and where in a file it is. */
export type NoteProblem = (message: string, place?: Place) => void

/**
 * Reads an input: its text, trimmed, `''` where it is not given. What is wrong with it goes to `problem`; the value is then a safe one, which only
 * the report of that error uses.
 */
export type Reader<T> = (text: string, problem: NoteProblem, files: Pick<Files, 'read'>) => T

/** Any text. */
export function text(given: string): string {
  return given
}

/** A text that has to be given; `what` says what it is. */
export function required(what: string): Reader<string> {
  return (given, problem) => {
    if (!given) problem(`is not set: give ${what}.`)
    return given
  }
}

/** One of the accepted words; the first where it is none of them. */
export function choice<T extends string>(...accepted: readonly [T, ...T[]]): Reader<T> {
  return (given, problem) => {
    const found = accepted.find((word) => word === given.toLowerCase())
    if (found === undefined) problem(`is "${plain(given, 80)}"; expected ${accepted.join(', ')}.`)
    return found ?? accepted[0]
  }
}

/** Several of the accepted words, in their order, or `none` alone; the first where a word is none of them. */
export function choices<T extends string>(...accepted: readonly T[]): Reader<readonly T[]> {
  const all = `expected ${accepted.join(', ')}, or none alone.`
  return (given, problem) => {
    const named = given
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean)
    if (named.length === 1 && named[0] === 'none') return []
    const unknown = named.filter((word) => !accepted.some((known) => known === word))
    for (const word of unknown) {
      const near = nearest(word, accepted)
      problem(`contains "${plain(word, 40)}"; ${all}${near[0] ? ` Did you mean ${near[0]}?` : ''}`)
    }
    if (named.length === 0) problem(`is empty; ${all}`)
    return named.length === 0 || unknown.length > 0
      ? accepted.slice(0, 1)
      : accepted.filter((word) => named.includes(word))
  }
}

/** `true` or `false` in the spellings of YAML 1.2's core schema, as the toolkit takes them; true where it is neither. */
export function boolean(given: string, problem: NoteProblem): boolean {
  if (/^(false|False|FALSE)$/.test(given)) return false
  if (!/^(true|True|TRUE)$/.test(given)) problem(`is "${plain(given, 80)}"; expected true or false.`)
  return true
}

/** A whole number. */
export function integer(least: number, most: number): Reader<number> {
  return (given, problem) => {
    const value = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN
    if (!(value >= least && value <= most))
      problem(`is "${plain(given, 80)}"; expected whole numbers from ${least} to ${most}.`)
    return value
  }
}

/** A length of time, in ms. */
export function duration(most: number): Reader<number> {
  return (given, problem) => {
    const ms = parseDuration(given) ?? Number.POSITIVE_INFINITY
    if (ms > most)
      problem(`is "${plain(given, 80)}"; expected durations such as 90s, 15m or 1h30m, up to ${most / 3_600_000}h.`)
    return ms
  }
}

/** The address of an API that a key may be sent to. */
export function url(given: string, problem: NoteProblem): URL {
  const address = apiUrlOf(given)
  if (address) return address
  // What stands before an @, or behind a ? or #, may be a secret, so such an address is not repeated.
  if (/[@?#]/.test(given))
    problem('contains credentials, a query or a fragment; give the plain https address of the API.')
  else
    problem(
      `is "${plain(given, 80)}"; expected https addresses, so that the key is not sent in the clear; plain http only for loopback.`,
    )
  return new URL('https://invalid.invalid')
}

/** Up to so many names, one a line, each once. */
export function names(most: number): Reader<readonly string[]> {
  return (given, problem) => {
    const named = lines(given)
    if (named.length > most) problem(`contains ${named.length} names; at most ${most} are allowed.`)
    const twice = named.find((name, i) => named.indexOf(name) !== i)
    if (twice !== undefined) problem(`contains "${plain(twice, 80)}" twice.`)
    return named
  }
}

/** The non-empty lines of a text, trimmed. */
export function lines(given: string): string[] {
  return given
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter(Boolean)
}

/** The key of CallMeter; no message repeats it. */
export function apiKey(given: string, problem: NoteProblem): string {
  if (!given)
    problem('is not set: give it, or the environment variable CALLMETER_API_KEY, the secret that holds the key.')
  else if (!/^cmk_[\x21-\x7E]+$/.test(given))
    problem('is not a CallMeter API key: a key starts with cmk_ and contains no spaces (its value is not shown here).')
  return given
}

/** The key of CallScaler, if any; no message repeats it. */
export function callScalerKey(given: string, problem: NoteProblem): string {
  if (/[^\x21-\x7E]/.test(given))
    problem('contains spaces or other characters that no key has (its value is not shown here).')
  return given
}

/** Longest context of a commit status that GitHub takes, in characters. */
const MAX_CONTEXT = 255

/** The context of a commit status; empty where it is none that GitHub takes. */
export function statusContext(given: string, problem: NoteProblem): string {
  // GitHub refuses characters of four bytes here.
  if (given.length <= MAX_CONTEXT && given === plain(given, MAX_CONTEXT) && !/[\u{10000}-\u{10FFFF}]/u.test(given))
    return given
  problem(
    `is "${plain(given, 80)}"; expected one line of up to ${MAX_CONTEXT} characters without emoji, such as callmeter/quality.`,
  )
  return ''
}

/** The address of a run's page, with `{run}` and, where needed, `{project}` and `{test}` in place of ids. */
export function runUrl(given: string, problem: NoteProblem): string {
  if (!given) return ''
  if (!URL.canParse(given.replaceAll(/\{\w+\}/g, 'x')) || !/^https?:\/\//i.test(given))
    problem(`is "${plain(given, 120)}"; expected a web address with {run}, and {project} and {test} if needed.`)
  else if (!given.includes('{run}'))
    problem(`is "${plain(given, 120)}", which lacks {run}: every run would have the same link.`)
  for (const name of given.match(/\{\w*\}/g) ?? []) {
    if (!['{project}', '{test}', '{run}'].includes(name))
      problem(`contains ${plain(name, 40)}; expected {project}, {test} and {run}.`)
  }
  return given
}
