import { execFileSync } from 'node:child_process'
import { expect, test } from '@jest/globals'
import { idempotencyKey } from '../../src/stages/idempotency-key.ts'

const [WORD, OTHER_WORD] = ['00000000-0000-4000-8000-000000000000', '00000000-0000-4000-8000-000000000001'] as const
const ENV = {
  GITHUB_REPOSITORY: 'acme/pbx',
  GITHUB_RUN_ID: '4711',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_JOB: 'gate',
  GITHUB_ACTION: '__callmeter_run-test',
}

test('every try of the same start has the same key', () => {
  expect(idempotencyKey({ ...ENV }, 't1', 1)).toBe(idempotencyKey(ENV, 't1', 1))
  expect(idempotencyKey({ ...ENV, PATH: '/bin' }, 't1', 1)).toBe(idempotencyKey(ENV, 't1', 1))
})

test('every other start has a key of its own', () => {
  const keys = [
    idempotencyKey(ENV, 't1', 1, WORD),
    ...Object.keys(ENV).map((name) => idempotencyKey({ ...ENV, [name]: 'other' }, 't1', 1, WORD)),
    ...Object.keys(ENV).map((name) => idempotencyKey({ ...ENV, [name]: undefined }, 't1', 1, WORD)),
    idempotencyKey(ENV, 't2', 1, WORD),
    idempotencyKey(ENV, 't1', 2, WORD),
    idempotencyKey(ENV, 't1', 1, OTHER_WORD),
    idempotencyKey(ENV, 't1', 1),
    idempotencyKey({}, 't1', 1, WORD),
  ]
  expect(new Set(keys).size).toBe(keys.length)
})

test.each<[NodeJS.ProcessEnv, string, NodeJS.ProcessEnv, string]>([
  [{ GITHUB_RUN_ID: '1', GITHUB_RUN_ATTEMPT: '23' }, 't', { GITHUB_RUN_ID: '12', GITHUB_RUN_ATTEMPT: '3' }, 't'],
  [{ GITHUB_JOB: 'a","b' }, 't', { GITHUB_JOB: 'a', GITHUB_ACTION: 'b' }, 't'],
  [{ GITHUB_JOB: 'x' }, 't', { GITHUB_ACTION: 'x' }, 't'],
  [{ GITHUB_ACTION: 't' }, '', {}, 't'],
])('parts do not run together: %j %s, %j %s', (env, testId, otherEnv, otherTestId) => {
  expect(idempotencyKey(env, testId, 1, WORD)).not.toBe(idempotencyKey(otherEnv, otherTestId, 1, WORD))
})

test('another process has another key for the same start: the jobs of a matrix must not share a run', () => {
  const script = `import { idempotencyKey } from './src/stages/idempotency-key.ts'; console.log(idempotencyKey(${JSON.stringify(ENV)}, 't1', 1))`
  const other = (): string =>
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' }).trim()
  const keys = [other(), other(), idempotencyKey(ENV, 't1', 1)]
  for (const key of keys) expect(key).toMatch(/^[\da-f]{64}$/)
  expect(new Set(keys).size).toBe(3)
})

test('a key fits a header and tells nothing of the repository', () => {
  expect(idempotencyKey({ GITHUB_REPOSITORY: 'ácme/pbx\n' }, 'tést\r\n', 1)).toMatch(/^[\da-f]{64}$/)
})
