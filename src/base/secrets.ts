// Text without secrets, wherever it goes: a server may send a key back, and a file may be named after one.
import { isObject } from './fields.ts'

/** A text with each secret in it replaced by `***`. */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets.reduce((clean, secret) => (secret ? clean.replaceAll(secret, '***') : clean), text)
}

/** The same value with every text in it changed, names of fields included; what is neither an object of fields nor a list stays as it is. */
export function textsChanged<T>(value: T, change: (text: string) => string): T
export function textsChanged(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => textsChanged<unknown>(item, change))
  if (value instanceof Map)
    return new Map(
      [...value].map(([key, item]) => [textsChanged<unknown>(key, change), textsChanged<unknown>(item, change)]),
    )
  if (!isObject(value) || ArrayBuffer.isView(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [change(name), textsChanged<unknown>(item, change)]),
  )
}
