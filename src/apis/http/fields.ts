// Fields of JSON that somebody else wrote, taken in only where they are of the expected type: what the guards of all APIs are made of.
import { Failure } from '../../base/failure.ts'
import { plain } from '../../base/text.ts'

/** A JSON object whose fields can be anything. */
export type Fields = Readonly<Record<string, unknown>>

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An object with its field names in the documented casing, to which `fold` turns any name. Of a name in both casings, the documented one is taken. */
export function folded(fields: Fields, fold: (name: string) => string): Fields {
  const entries = Object.entries(fields)
  if (entries.every(([name]) => fold(name) === name)) return fields
  return Object.fromEntries([
    ...entries.map(([name, value]) => [fold(name), value] as const),
    ...entries.filter(([name]) => fold(name) === name),
  ])
}

/** `created_at` as `createdAt`. */
export function camelName(name: string): string {
  return name.includes('_') ? name.replaceAll(/_+([a-z\d])/g, (_, letter: string) => letter.toUpperCase()) : name
}

/** `createdAt` as `created_at`. */
export function snakeName(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

type Only<K extends string, V> = { [key in K]?: V }

/** The field, where the value is text that is not empty. */
export function text<K extends string>(key: K, value: unknown): Only<K, string> {
  return typeof value === 'string' && value !== '' ? ({ [key]: value } as Only<K, string>) : {}
}

/** The field, where the value is a number from 0. */
export function amount<K extends string>(key: K, value: unknown): Only<K, number> {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? ({ [key]: value } as Only<K, number>) : {}
}

/** Whether a value is a whole number from 0. */
export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

/** An API that answered in an unexpected form: its name, and the input that holds its address. */
export interface Answerer {
  name: string
  urlInput: string
}

/** A `misshapen` failure. `what` is what was asked for, `problem` what is wrong with `answer`. */
export function misshapen({ name, urlInput }: Answerer, what: string, problem: string, answer: unknown): Failure {
  return new Failure(
    'misshapen',
    `${name}'s answer for ${what} is not understood: ${problem} in ${plain(JSON.stringify(answer) ?? 'nothing', 160)}.`,
    {
      advice: `Check \`${urlInput}\`. If it is right, the API has changed: please report this line to the maintainers of the action.`,
    },
  )
}
