import { describe, expect, test } from '@jest/globals'
import { runLengths, expectedLengths, readRunLengths } from '../../src/stages/run-lengths.ts'
import { EVERY_KIND, failure, fakeApi, rejection, run } from '../fake-api.ts'

const completed = (id: string, ms: number, rest: object = {}) =>
  run('COMPLETED', { id, testId: 't1', startedAt: 1_000, completedAt: 1_000 + ms, ...rest })

describe('earlier runs', () => {
  test('are those of the test that completed, and tell how long they were', () => {
    const runs = [
      completed('a', 60_000, { plannedSeconds: 58 }),
      completed('b', 61_000, { testId: 'T1' }),
      completed('c', 62_000, { testId: undefined }),
      completed('d', 63_000, { testId: 't2' }),
      completed('e', -1),
      completed('f', 64_000, { startedAt: undefined }),
      run('FAILED', { id: 'g', testId: 't1', startedAt: 1_000, completedAt: 2_000 }),
      run('RUNNING', { id: 'h', testId: 't1', startedAt: 1_000 }),
    ]
    expect(runLengths(runs, { testId: 't1' })).toEqual([
      { lengthMs: 60_000, plannedMs: 58_000 },
      { lengthMs: 61_000 },
      { lengthMs: 62_000 },
    ])
    expect(runLengths(runs, { testId: 't1', runId: 'b' }).map(({ lengthMs }) => lengthMs)).toEqual([60_000, 62_000])
  })

  test('are at most twenty', () => {
    const runs = Array.from({ length: 50 }, (_, i) => completed(String(i), 1_000 * i))
    expect(runLengths(runs, { testId: 't1' })).toHaveLength(20)
  })

  test('are none where they cannot be listed', async () => {
    const request = { projectId: 'p1', testId: 't1', runId: 'r1' }
    for (const kind of EVERY_KIND.filter((one) => one !== 'aborted')) {
      const api = fakeApi({ listRuns: () => Promise.reject(failure(kind)) })
      expect(await readRunLengths(request, { deadline: 0 }, api)).toEqual([])
    }
    const api = fakeApi({ listRuns: () => Promise.reject(failure('aborted')) })
    expect(await rejection(readRunLengths(request, { deadline: 0 }, api))).toMatchObject({ kind: 'aborted' })
  })
})

test('what earlier runs let expect is as much longer than the plan as they were', () => {
  const earlier = [
    { lengthMs: 64_000, plannedMs: 60_000 },
    { lengthMs: 65_000 },
    { lengthMs: 1_000, plannedMs: 600_000 },
  ]
  expect(expectedLengths(earlier, 120_000)).toEqual([124_000, 65_000])
  expect(expectedLengths(earlier, undefined)).toEqual([64_000, 65_000, 1_000])
})
