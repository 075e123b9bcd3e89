import { expect, test } from '@jest/globals'
import { FAILURE_CODES, FAILURE_KINDS, Failure, codeOf, explain, failedAs } from '../../src/base/failure.ts'

test('the code of a failure is its kind, unless a more exact one is given', () => {
  for (const kind of FAILURE_KINDS) expect(codeOf(new Failure(kind, 'It failed.'))).toBe(kind)
  expect(codeOf(new Failure('input', 'It failed.', { code: 'unknown-name' }))).toBe('unknown-name')
})

test('anything else is a bug', () => {
  for (const bug of [new TypeError('x is not a function'), 'text', undefined, null]) {
    expect(codeOf(bug)).toBe('internal')
    expect(explain(bug)).toMatch(/^Internal error; report it/)
    expect(failedAs(bug, ...FAILURE_KINDS)).toBe(false)
  }
})

test('every kind is a code, and every code is there once', () => {
  expect(FAILURE_CODES).toEqual(expect.arrayContaining([...FAILURE_KINDS]))
  expect(new Set(FAILURE_CODES).size).toBe(FAILURE_CODES.length)
})
