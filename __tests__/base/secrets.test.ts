import { describe, expect, test } from '@jest/globals'
import { redact, textsChanged } from '../../src/base/secrets.ts'

test('each secret is taken out wherever it stands, and an empty one changes nothing', () => {
  expect(redact('a key-1 b key-2 c key-1', ['key-1', '', 'key-2'])).toBe('a *** b *** c ***')
  expect(redact('nothing', [''])).toBe('nothing')
})

describe('every text of a value', () => {
  const upper = (text: string): string => text.toUpperCase()

  test('is changed, in lists, maps and names of fields, and nothing else is', () => {
    const values = Float64Array.of(1, 2)
    const before = { a: ['b', { c: 1, d: null }], e: new Map([['f', ['g', values]]]), h: undefined, i: true }
    expect(textsChanged(before, upper)).toEqual({
      A: ['B', { C: 1, D: null }],
      E: new Map([['F', ['G', values]]]),
      H: undefined,
      I: true,
    })
    expect(before.a[0]).toBe('b')
    expect((textsChanged(values, upper) as unknown) === values).toBe(true)
  })
})
