import { describe, expect, test } from '@jest/globals'
import { type Log, logTo } from '../../src/base/log.ts'

/** A log, and everything that its toolkit was told. */
function recorded(secrets: readonly string[] = []): { log: Log; told: unknown[][] } {
  const told: unknown[][] = []
  const note =
    (kind: string) =>
    (...words: unknown[]): void =>
      void told.push([kind, ...words.filter((word) => word !== undefined)])
  const toolkit = {
    info: note('info'),
    notice: note('notice'),
    warning: note('warning'),
    error: note('error'),
    startGroup: note('group'),
    endGroup: note('end'),
  }
  const log = logTo(toolkit, secrets)
  return { log, told }
}

const HOSTILE = 'ok\n::error::forged\n  ::add-mask::x\r::set-output name=a::b\n##[error]old\n::warning::'

describe.each(['info', 'notice', 'warning', 'error'] as const)('%s', (level) => {
  test('passes lines on as they are', () => {
    const { log, told } = recorded()
    log[level]('one\n  two: three::four')
    expect(told).toEqual([[level, 'one\n  two: three::four']])
  })

  test('lets no secret through that a server sent back', () => {
    const { log, told } = recorded(['s3cret', 'ghs_1'])
    log[level]('GitHub answered 403 "bad s3cret, ghs_1s3cret"')
    expect(told).toEqual([[level, 'GitHub answered 403 "bad ***, ******"']])
  })

  test('lets nothing through that is a command at the beginning of a line', () => {
    const { log, told } = recorded()
    log[level](HOSTILE)
    const [[kind, message] = []] = told
    expect([kind, typeof message, told.length]).toEqual([level, 'string', 1])
    const lines = String(message).split(/\r\n|\r|\n/)
    expect(lines).toHaveLength(HOSTILE.split('\n').length)
    expect(lines.filter((line) => /^\s*::/.test(line) || line.includes('##['))).toEqual([])
    expect(message).toContain('forged')
  })
})

test.each(['warning', 'error'] as const)('a place goes with a %s', (level) => {
  const { log, told } = recorded()
  log[level]('here', { file: 'a.txt', startLine: 3, startColumn: 5 })
  expect(told).toEqual([[level, 'here', { file: 'a.txt', startLine: 3, startColumn: 5 }]])
})

describe('a group', () => {
  test('encloses what is told within it and gives what its phase gives', async () => {
    const { log, told } = recorded()
    const answer = await log.group('Phase', async () => {
      log.info('inside')
      return 7
    })
    expect(answer).toBe(7)
    expect(told).toEqual([['group', 'Phase'], ['info', 'inside'], ['end']])
  })

  test('ends when its phase fails, with the same failure', async () => {
    const { log, told } = recorded()
    const failure = new Error('no')
    await expect(log.group('Phase', () => Promise.reject(failure))).rejects.toBe(failure)
    expect(told).toEqual([['group', 'Phase'], ['end']])
  })

  test('has a name that is no command', async () => {
    const { log, told } = recorded()
    await log.group('::error::x ##[y', async () => undefined)
    expect(String(told[0]?.[1])).not.toMatch(/^\s*::|##\[/)
  })
})
