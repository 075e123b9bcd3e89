// What may be shown of an answer that is private: the names of its fields and the types of their values, never a value.
import { type Fields, isObject } from '../../base/fields.ts'
import { isCount } from './fields.ts'

/** A type of JSON. */
export type JsonType = 'text' | 'count' | 'number' | 'boolean' | 'null' | 'list' | 'object'

/** The types that a field may have. `number` stands for counts, too. */
export type Expected = Readonly<Record<string, readonly JsonType[]>>

/** A field, by the types that are assumed of it and those that came. */
export interface ComparedField {
  field: string
  assumed?: string
  came?: string
}

/** Rows held against what is assumed of their fields. */
export interface Comparison {
  /** The assumed fields first, in their order, then all others by name. */
  fields: readonly ComparedField[]
  /** Names of assumed fields that came as assumed, with another type, and not at all. */
  fitting: readonly string[]
  other: readonly string[]
  lacking: readonly string[]
}

/** The type of a value. */
export function typeOf(value: unknown): JsonType {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'list'
  if (isObject(value)) return 'object'
  if (typeof value === 'string') return 'text'
  if (typeof value === 'boolean') return 'boolean'
  return isCount(value) ? 'count' : 'number'
}

/** Longest name of a field that is shown, in characters, and most digits in it: ids and phone numbers have more. */
const [MAX_NAME, MAX_DIGITS] = [40, 3]
/** Most fields that are listed beside the assumed ones. */
const MAX_FIELDS = 60

/** The name of a field as it may be shown: `…` where it looks like an id, a number or an address, which some answers have as keys. */
export function shownName(name: string): string {
  const isName = /^[A-Za-z_][\w.-]*$/.test(name) && name.length <= MAX_NAME
  return isName && name.replaceAll(/\D/g, '').length <= MAX_DIGITS ? name : '…'
}

/** Rows held against the assumed fields, whose names `fold` turns into the documented casing. */
export function compareFields(rows: readonly Fields[], expected: Expected, fold: (name: string) => string): Comparison {
  const came = new Map<string, Set<JsonType>>()
  for (const row of rows)
    for (const [name, value] of Object.entries(row)) {
      const types = came.get(fold(name)) ?? new Set()
      came.set(fold(name), types.add(typeOf(value)))
    }
  const known = Object.keys(expected)
  const typesOf = (name: string): JsonType[] => [...(came.get(name) ?? [])].toSorted()
  const fits = (name: string): boolean => typesOf(name).every((type) => isExpected(type, expected[name] ?? []))
  const others = [...new Set([...came.keys()].filter((name) => !known.includes(name)).map(shownName))].toSorted()
  return {
    fields: [
      ...known.map((field) => ({
        field,
        assumed: words(expected[field] ?? []),
        ...(came.has(field) ? { came: words(typesOf(field)) } : {}),
      })),
      ...others.slice(0, MAX_FIELDS).map((field) => ({ field, came: words(typesOf(field)) || 'several' })),
    ],
    fitting: known.filter((name) => came.has(name) && fits(name)),
    other: known.filter((name) => !fits(name)),
    lacking: known.filter((name) => !came.has(name)),
  }
}

/** A field without a value says nothing against what is assumed of it. */
function isExpected(type: JsonType, expected: readonly JsonType[]): boolean {
  return type === 'null' || expected.includes(type) || (type === 'count' && expected.includes('number'))
}

function words(types: readonly JsonType[]): string {
  return types.join(' or ')
}

/** The objects among values. */
export function objectsIn(values: readonly unknown[]): Fields[] {
  return values.filter((value): value is Fields => isObject(value))
}
