import { describe, expect, test } from '@jest/globals'
import { callWindow } from '../../src/stages/far-end.ts'
import { NOON } from '../fake-api.ts'

const HOUR = 3_600_000

describe('when calls may have come in', () => {
  const [created, started, completed] = [NOON, NOON + 5_000, NOON + 65_000]

  test.each<[string, Parameters<typeof callWindow>, [number, number] | undefined]>([
    [
      'the run’s own times, not when this step saw them',
      [{ createdAt: created, startedAt: started, completedAt: completed }, 0, 1, 2],
      [started, completed],
    ],
    [
      'from its creation where its start is not told',
      [{ createdAt: created, completedAt: completed }, 0, 1, 2],
      [created, completed],
    ],
    [
      'by this machine’s clock where the server’s is ahead',
      [{ startedAt: started, completedAt: completed }, 90_000, undefined, undefined],
      [started - 90_000, completed - 90_000],
    ],
    [
      'or behind',
      [{ startedAt: started, completedAt: completed }, -HOUR, undefined, undefined],
      [started + HOUR, completed + HOUR],
    ],
    [
      'this step’s times where the API tells none, whatever its clock',
      [{}, 90_000, NOON, NOON + 70_000],
      [NOON, NOON + 70_000],
    ],
    ['half of each', [{ startedAt: started }, 0, NOON, NOON + 70_000], [started, NOON + 70_000]],
    ['nothing where neither is known', [{}, 0, undefined, undefined], undefined],
    ['nothing without a start', [{ completedAt: completed }, 0, undefined, NOON], undefined],
    ['nothing without an end', [{ startedAt: started }, 0, NOON, undefined], undefined],
    [
      'nothing of a run that ended before it began',
      [{ startedAt: completed, completedAt: started }, 0, NOON, NOON],
      undefined,
    ],
  ])('%s', (_, given, expected) => {
    expect(callWindow(...given)).toEqual(expected && { from: expected[0], to: expected[1] })
  })
})
