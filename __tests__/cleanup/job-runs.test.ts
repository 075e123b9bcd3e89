import { expect, test } from '@jest/globals'
import { jobRunsIn } from '../../src/cleanup/job-runs.ts'
import { newFolder } from '../folders.ts'

const folder = (): string => newFolder('runs')

test('a run that one step has taken is no other step of the job to take', () => {
  const shared = folder()
  const [one, other] = [jobRunsIn(shared), jobRunsIn(shared)]

  expect(other.isTaken('run/1')).toBe(false)
  expect(one.take('run/1')).toBe(true)
  expect([one.isTaken('run/1'), other.isTaken('run/1')]).toEqual([true, true])
  expect([one.take('run/1'), other.take('run/1')]).toEqual([false, false])
  expect(other.take('run/2')).toBe(true)
})

test('jobs do not share', () => {
  const one = jobRunsIn(folder())
  one.take('r')
  expect(jobRunsIn(folder()).isTaken('r')).toBe(false)
})

test('without a folder only this step’s own runs are known', () => {
  for (const nowhere of [undefined, '']) {
    const runs = jobRunsIn(nowhere)
    expect([runs.isTaken('r'), runs.take('r'), runs.isTaken('r'), runs.take('r')]).toEqual([false, true, true, false])
  }
})
