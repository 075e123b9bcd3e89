import { describe, expect, test } from '@jest/globals'
import { mostSeconds, timesOf } from '../../src/model/run.ts'
import { run } from '../fake-api.ts'

describe('the times of a run', () => {
  const at = (status: string, seconds: number) => ({ status, at: seconds * 1_000 })
  const seen = [at('QUEUED', 100), at('RUNNING', 130), at('COMPLETED', 190)]

  test.each([
    [
      "are the API's own where it tells them",
      { createdAt: 1_000, startedAt: 5_000, completedAt: 65_000 },
      90_000,
      { durationSeconds: 60, queueSeconds: 4 },
    ],
    ['are as seen where it does not', {}, 90_000, { durationSeconds: 60, queueSeconds: 40 }],
    [
      'are mixed where it tells one of them',
      { createdAt: 1_000, startedAt: 5_000 },
      90_000,
      { durationSeconds: 60, queueSeconds: 4 },
    ],
    [
      'are not taken where they run backwards',
      { startedAt: 9_000, completedAt: 5_000 },
      90_000,
      { durationSeconds: 60, queueSeconds: 40 },
    ],
    [
      'may be zero',
      { createdAt: 5_000, startedAt: 5_000, completedAt: 5_000 },
      90_000,
      { durationSeconds: 0, queueSeconds: 0 },
    ],
    ['of a run of somebody else are not as seen', {}, undefined, {}],
  ])('%s', (_, rest, triggeredAt, expected) => {
    expect(timesOf(run('COMPLETED', rest), seen, triggeredAt)).toEqual(expected)
  })

  test('are unknown where the run was never seen running', () => {
    expect(timesOf(run('COMPLETED'), [at('QUEUED', 1), at('COMPLETED', 9)], 1_000)).toEqual({})
    expect(timesOf(run('COMPLETED'), [], 1_000)).toEqual({})
  })
})

describe('the most seconds that a run can have been running', () => {
  const at = (status: string, seconds: number) => ({ status, at: seconds * 1_000 })

  test('are exact where the API tells its times', () => {
    const told = run('COMPLETED', { startedAt: 5_000, completedAt: 65_000 })
    expect(mostSeconds(told, [at('QUEUED', 1), at('RUNNING', 40), at('COMPLETED', 70)], 0)).toBe(60)
  })

  test.each<[ReturnType<typeof at>[], number | undefined, number | undefined]>([
    [[at('QUEUED', 3), at('RUNNING', 28), at('COMPLETED', 40)], 0, 37],
    [[at('RUNNING', 28), at('COMPLETED', 40)], 0, 40],
    [[at('RUNNING', 28), at('COMPLETED', 40)], undefined, undefined],
    [[at('QUEUED', 3), at('COMPLETED', 40)], 1, undefined],
    [[], 1, undefined],
  ])('are counted from when it was not yet: %j, triggered at %j', (statuses, triggered, expected) => {
    const started = triggered === undefined ? undefined : triggered * 1_000
    expect(mostSeconds(run('COMPLETED'), statuses, started)).toBe(expected)
  })
})
