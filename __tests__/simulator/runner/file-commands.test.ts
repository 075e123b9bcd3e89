import { expect, test } from '@jest/globals'
import { parseFileCommands } from '../../../simulator/runner/file-commands.ts'

test('reads values in one line and in several', () => {
  expect(parseFileCommands('a=b=c\nd<<E\n\nfirst\na=2\n\nE\nempty<<E\nE\n')).toEqual({
    a: 'b=c',
    d: '\nfirst\na=2\n',
    empty: '',
  })
  expect(parseFileCommands('')).toEqual({})
  expect(parseFileCommands('a=1\r\na=2\r\n')).toEqual({ a: '2' })
})

test('throws where the runner would fail the step', () => {
  expect(() => parseFileCommands('no value\n')).toThrow("Invalid format 'no value'")
  expect(() => parseFileCommands('=x\n')).toThrow('Invalid format')
  expect(() => parseFileCommands('a<<E\nnever ends\n')).toThrow("Matching delimiter not found 'E'")
})
