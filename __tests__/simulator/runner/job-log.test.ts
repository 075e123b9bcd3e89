import { describe, expect, test } from '@jest/globals'
import { createJobLog, parseCommand } from '../../../simulator/runner/job-log.ts'

describe('a job log', () => {
  test('masks secrets from when they are known, long ones first, each of their lines too', () => {
    const log = createJobLog(['abc'])
    expect(log.take('abcdef abc')).toBe('***def ***')
    expect(log.take('::add-mask::abcdef%0Asecond line')).toBeNull()
    expect(log.take('abcdef second line')).toBe('*** ***')
    expect(log.take('::error::abcdef')).toBe('Error: ***')
    expect(log.annotations[0]?.message).toBe('***')
  })

  test('collects annotations', () => {
    const log = createJobLog()
    expect(log.take('::warning file=a%2Cb.txt,line=3::one%0Atwo 100%25%2C')).toBe('Warning: one\ntwo 100%%2C')
    expect(log.annotations).toEqual([
      { level: 'warning', message: 'one\ntwo 100%%2C', properties: { file: 'a,b.txt', line: '3' } },
    ])
    expect(log.take('::debug::hidden')).toBeNull()
    expect(log.take('::group::Details')).toBe('▼ Details')
    expect(log.take('::endgroup::')).toBeNull()
  })

  test('obeys nothing between stop-commands and its token', () => {
    const log = createJobLog()
    log.take('::stop-commands::token')
    expect(log.take('::error::shown as it is')).toBe('::error::shown as it is')
    log.take('::token::')
    expect(log.take('::error::obeyed')).toBe('Error: obeyed')
    expect(log.annotations).toHaveLength(1)
  })
})

test.each([
  ['  ::error::indented', 'error'],
  ['a line with ##[error]the older notation', 'error'],
  ['not at the start ::error::x', undefined],
  ['::unknown::x', undefined],
  [':: error::x', undefined],
  ['a plain line', undefined],
])('the command in %j is %s', (line, name) => {
  expect(parseCommand(line)?.name).toBe(name)
})
