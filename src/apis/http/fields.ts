// Fields of JSON that somebody else wrote, taken in only where they are of the expected type: what the guards of all APIs are made of.
import { Failure } from '../../base/failure.ts'
import { type Fields, isObject } from '../../base/fields.ts'
import { remembered } from '../../base/remembered.ts'
import { plain } from '../../base/text.ts'
import type { Guidance } from './request.ts'

/** `created_at` as `createdAt`. */
export const camelName = remembered((name) =>
  name.replaceAll(/_+([a-z\d])/g, (_, letter: string) => letter.toUpperCase()),
)

/** `createdAt` as `created_at`. */
export function snakeName(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** The value, where it is text that is not empty. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** An id: text that is not empty, or a whole number, as text. */
export function idOf(value: unknown): string | undefined {
  return isCount(value) ? String(value) : text(value)
}

/** Whether an id is the one that was asked for. One that is not told is taken for it; letters' case does not tell two apart. */
export function isSameId(told: string | undefined, asked: string): boolean {
  return told === undefined || told.toLowerCase() === asked.toLowerCase()
}

/** The value, where it is a number from 0. */
export function amount(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined
}

/** The value as a number, also where it is one written as text (`"4.2"`); else undefined. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  return typeof value === 'string' && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value.trim()) ? Number(value) : undefined
}

/** Whether a value is a whole number from 0. */
export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

/**
 * What an API's answers are held against; `what` is what was asked for, in words. `fold` turns the name of a field into the documented casing.
 * `outline` gives what can be shown of a value that is no object.
 */
export function guardsOf(
  { name: api, urlInput }: Guidance,
  fold: (name: string) => string,
  outline: (value: unknown) => unknown = (value) => value,
) {
  /** A failure: `problem` is what is wrong with `answer`, or with what of it can be shown. */
  const misshapen = (what: string, problem: string, answer: unknown): Failure =>
    new Failure(
      'misshapen',
      `${api}'s answer for ${what} is not understood: ${problem} in ${plain(JSON.stringify(answer) ?? 'nothing', 160)}.`,
      {
        advice: `Check \`${urlInput}\`. If it is correct, the API has changed: report this line to the maintainers of the action.`,
      },
    )
  const object = (value: unknown, what: string): Fields => {
    if (!isObject(value)) throw misshapen(what, 'it is not an object', outline(value))
    return value
  }
  /** An object with its field names in the documented casing. Of a name in both casings, the documented one is taken. */
  const folded = (value: unknown, what: string): Fields => {
    const fields = object(value, what)
    if (Object.keys(fields).every((name) => fold(name) === name)) return fields
    const entries = Object.entries(fields)
    const documented = entries.filter(([name]) => fold(name) === name)
    return Object.fromEntries([...entries.map(([name, field]) => [fold(name), field]), ...documented])
  }
  /** An id that is documented, so that an answer without it is none. */
  const documentedId = (value: unknown, what: string, answer: unknown): string => {
    const id = idOf(value)
    if (id === undefined) throw misshapen(what, 'it has no id', answer)
    return id
  }
  return { misshapen, object, folded, documentedId }
}
