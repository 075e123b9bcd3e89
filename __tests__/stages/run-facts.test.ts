import { expect, test } from '@jest/globals'
import type { Known } from '../../src/report/known.ts'
import { factsOfKnown, factsOfRun } from '../../src/stages/run-facts.ts'
import { NOON, run } from '../fake-api.ts'
import { subjectOf } from '../thresholds/rows.ts'

const SECOND = 1_000
const TIMES = { createdAt: NOON, startedAt: NOON + SECOND, completedAt: NOON + 61 * SECOND }

test('a run that the API tells of has its times, plan and counts', () => {
  expect(factsOfRun(run('COMPLETED', { ...TIMES, plannedSeconds: 60, endpointCount: 4 }), { size: 3 })).toEqual({
    status: 'COMPLETED',
    createdAt: NOON,
    plannedSeconds: 60,
    leastSeconds: 60,
    mostSeconds: 60,
    endpointCount: 4,
    size: 3,
  })
  expect(factsOfRun(run('FAILED'))).toEqual({ status: 'FAILED' })
})

test('the longer of two plans counts: a run may tell its own length as its plan; one of more than a week is none', () => {
  expect(factsOfRun(run('COMPLETED', { plannedSeconds: 5 }), { plannedSeconds: 60 }).plannedSeconds).toBe(60)
  expect(factsOfRun(run('COMPLETED', { plannedSeconds: 5 }), { plannedSeconds: 1e9 }).plannedSeconds).toBe(5)
  expect(factsOfRun(run('COMPLETED', { plannedSeconds: 0 })).plannedSeconds).toBeUndefined()
})

const started = { runId: 'r1', evidence: 'named', at: NOON, own: true } as const
const statuses = [
  { status: 'PENDING', at: NOON + 5 * SECOND },
  { status: 'RUNNING', at: NOON + 15 * SECOND },
  { status: 'COMPLETED', at: NOON + 60 * SECOND },
]
const known = (over: Partial<Known>): Known => ({
  task: { kind: 'test', project: { id: 'p', asked: 'p' }, asked: 't', test: { id: 't', listed: true, plannedSeconds: 60 } },
  started,
  watched: { ended: 'terminal', run: run('COMPLETED', { plannedSeconds: 40 }), statuses, stoppedElsewhere: false },
  thresholds: [],
  notes: [],
  ...over,
}) // prettier-ignore

test('of this step’s own run the length is as polling tells, at least and at most, and the plan the test’s, too', () => {
  const expected = { status: 'COMPLETED', plannedSeconds: 60, leastSeconds: 45, mostSeconds: 55 }
  expect(factsOfKnown(known({}))).toEqual(expected)
  const subject = subjectOf([{}, {}], { durationSeconds: 44, run: run('COMPLETED', { createdAt: NOON }) })
  expect(factsOfKnown(known({ subject }))).toEqual({ ...expected, createdAt: NOON, leastSeconds: 44, size: 2 })
})

test('of a run that was only followed, nothing is known from before', () => {
  const followed = known({
    task: { kind: 'run', project: { id: 'p', asked: 'p' }, asked: 'r1', runId: 'r1' },
    started: { ...started, own: false },
    watched: { ended: 'terminal', run: run('COMPLETED'), statuses: statuses.slice(1), stoppedElsewhere: false },
  })
  expect(factsOfKnown(followed)).toEqual({ status: 'COMPLETED' })
  expect(factsOfKnown(known({ watched: undefined } as never))).toEqual({ status: 'unknown', plannedSeconds: 60 })
})
