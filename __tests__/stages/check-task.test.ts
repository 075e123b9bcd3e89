import { describe, expect, test } from '@jest/globals'
import type { CallMeter } from '../../src/apis/callmeter/client.ts'
import { missing } from '../../src/model/subject.ts'
import type { RunTask, TestTask } from '../../src/model/task.ts'
import { type TaskCheckInputs, checkRun, checkTest, thresholdFindings } from '../../src/stages/check-task.ts'
import { parseThresholds } from '../../src/thresholds/parse.ts'
import { NOON, endpoint, failure, fakeApi, keptLog, pageOf, rejection, run, timeline } from '../fake-api.ts'
import { subjectOf } from '../thresholds/rows.ts'

const PROJECT = { id: 'p1', asked: 'pbx' }
const LISTED = { id: 't1', name: 'Load', listed: true, plannedSeconds: 60 }
const RUNS = [2, 3, 4, 5].map((hour) =>
  run('COMPLETED', {
    id: `r${hour}`,
    testId: 't1',
    createdAt: NOON - hour * 3_600_000,
    startedAt: NOON - hour * 3_600_000,
    completedAt: NOON - hour * 3_600_000 + 60_000,
    plannedSeconds: 60,
    endpointCount: 2,
  }),
)
const MOS = { series: { metric: 'mos' }, value: 4.2 }

/** An API with four earlier runs; what changes anything is a bug. */
function setUp(answers: Partial<CallMeter> = {}) {
  const clock = timeline(NOON)
  const api = fakeApi({
    listRuns: (_, __, page) => Promise.resolve(pageOf(RUNS, page, 100)),
    getRun: (_, id) => Promise.resolve(RUNS.find((one) => one.id === id) ?? run('RUNNING', { id })),
    listEndpoints: (_, __, page) =>
      Promise.resolve(pageOf([endpoint('a', { readings: [MOS] }), endpoint('b', { readings: [MOS] })], page, 100)),
    ...answers,
  })
  const tools = {
    api,
    baseRun: () => Promise.resolve(missing('there is no branch')),
    clock,
    files: { read: () => undefined, list: () => [] },
    log: keptLog(clock),
  }
  return { api, tools, scope: { deadline: NOON + 3_600_000 } }
}

const inputsOf = (thresholds: string, rest: Partial<TaskCheckInputs> = {}): TaskCheckInputs => ({
  thresholds: parseThresholds(thresholds).thresholds,
  baseline: undefined,
  timeout: 3_600_000,
  ...rest,
})

async function checkedTest(
  inputs: TaskCheckInputs,
  answers: Partial<CallMeter> = {},
  of: Partial<TestTask['test']> = {},
) {
  const { api, tools, scope } = setUp(answers)
  const task: TestTask = { kind: 'test', project: PROJECT, asked: 'load', test: { ...LISTED, ...of } }
  const findings = await checkTest(task, inputs, scope, tools)
  return { api, findings, brief: findings.map(({ what, state }) => `${what}: ${state}`) }
}

describe('a test', () => {
  test('is held against its newest earlier run, which is the previous one of the run to come', async () => {
    const { findings, brief } = await checkedTest(inputsOf('avg(mos) >= baseline - 0.1', { baseline: { kind: 'previous' } })) // prettier-ignore
    expect(brief).toEqual(['test: ok', 'thresholds: ok', 'baseline: ok'])
    expect(findings[1]?.reason).toContain('in the earlier run r2')
    expect(findings[2]?.reason).toBe('It is the previous run r2.')
  })

  test('has the history that a run would have', async () => {
    const { findings } = await checkedTest(inputsOf('avg(mos) >= baseline', { baseline: { kind: 'last', count: 3 } }))
    expect(findings[2]?.reason).toContain('the median of 3 earlier runs')
  })

  test.each([
    ['is unknown where the API does not list tests', { listed: false }, {}, 'unknown', /lists no tests/],
    ['is warned of where its calls last longer than the timeout', {}, { timeout: 60_000 }, 'warning', /1 min, and `timeout` is 1 min: a run would be `timed-out`/],
    ['is fine just within the timeout', {}, { timeout: 61_000 }, 'ok', /is listed/],
  ])('%s', async (_, of, inputs, state, reason) => {
    const { findings } = await checkedTest(inputsOf('endpoints > 0', inputs), {}, of)
    expect(findings[0]).toMatchObject({ what: 'test', state, reason: expect.stringMatching(reason) })
  }) // prettier-ignore

  test.each<[what: string, answers: Partial<CallMeter>, reason: RegExp]>([
    ['runs are not listed', { listRuns: () => Promise.reject(failure('not-found', 'There is no list.')) }, /not known: There is no list\.$/],
    ['there is no earlier run', { listRuns: () => Promise.resolve({ items: [] }) }, /no earlier run of the test/],
    ['none completed', { listRuns: () => Promise.resolve({ items: [run('FAILED', { id: 'x', testId: 't1' })] }) }, /no earlier run of the test/],
    ['no results can be read', { listEndpoints: () => Promise.reject(failure('forbidden')) }, /no earlier run of the test/],
  ])('leaves thresholds unknown where %s', async (_, answers, reason) => {
    const { findings } = await checkedTest(inputsOf('avg(mos) > 1', { baseline: { kind: 'previous' } }), answers)
    expect(findings.slice(1)).toMatchObject([
      { what: 'thresholds', state: 'unknown', reason: expect.stringMatching(reason) },
      { what: 'baseline', state: 'warning' },
    ])
  }) // prettier-ignore

  test('with too few earlier runs has no history, and it is said why', async () => {
    const one = { listRuns: () => Promise.resolve({ items: [RUNS[0]!, run('FAILED', { id: 'rX', testId: 't1' })] }) }
    const inputs = inputsOf('avg(mos) >= baseline', { baseline: { kind: 'last', count: 5 } })
    const { findings } = await checkedTest(inputs, one)
    expect(findings.slice(1)).toEqual([
      { what: 'thresholds', state: 'warning', reason: expect.stringMatching(/^avg\(mos\) >= baseline finds no value: there is 1 earlier run/) },
      { what: 'baseline', state: 'warning', reason: 'There is 1 earlier run, and 3 are needed: what compares with it would find no value (see `missing-data`). Left out: run rX is FAILED.' },
    ])
    const none = await checkedTest(inputs, { listRuns: () => Promise.resolve({ items: [] }) })
    expect(none.findings[2]?.reason).toMatch(/^There are 0 earlier runs, and 3 are needed: .*missing-data`\)\.$/)
  }) // prettier-ignore

  test('without a baseline, and with one that is not there', async () => {
    const [none, branch] = [await checkedTest(inputsOf('avg(mos) > 1')), await checkedTest(inputsOf('avg(mos) > 1', { baseline: { kind: 'base-branch' } }))] // prettier-ignore
    expect(none.findings[2]).toEqual({ what: 'baseline', state: 'not set', reason: 'Nothing is compared with.' })
    expect(branch.findings[2]?.reason).toBe('It is not there, and what compares with it would find no value (see `missing-data`): there is no branch.') // prettier-ignore
  })

  test('asks nothing that changes anything', async () => {
    const { api } = await checkedTest(inputsOf('avg(mos) > 1', { baseline: { kind: 'last', count: 3 } }))
    expect([...api.asked('triggerRun'), ...api.asked('stopRun')]).toEqual([])
    expect(api.asked('getRun').flat()).not.toContain('the run that a check does not start')
  })

  test('ends with a cancelled step', async () => {
    const cancelled = { listRuns: () => Promise.reject(failure('aborted')) }
    expect(await rejection(checkedTest(inputsOf('avg(mos) > 1'), cancelled))).toMatchObject({ kind: 'aborted' })
  })
})

describe('a run that is followed', () => {
  async function checkedRun(runId: string, inputs = inputsOf('avg(mos) > 1'), answers: Partial<CallMeter> = {}) {
    const { tools, scope } = setUp(answers)
    const task: RunTask = { kind: 'run', project: PROJECT, asked: runId, runId }
    return checkRun(task, inputs, scope, tools)
  }

  test('is held to its own results, and is not its own baseline', async () => {
    const found = await checkedRun('r3', inputsOf('avg(mos) > 1', { baseline: { kind: 'previous' } }))
    expect(found).toMatchObject([
      { what: 'run-id', state: 'ok', reason: 'The run can be read; it is COMPLETED.' },
      { what: 'thresholds', state: 'ok', reason: expect.stringContaining('run r3') },
      { what: 'baseline', state: 'ok', reason: 'It is the previous run r4.' },
    ])
  })

  test('that is going leaves thresholds unknown', async () => {
    expect(await checkedRun('r9')).toMatchObject([
      { state: 'ok', reason: expect.stringContaining('RUNNING') },
      { what: 'thresholds', state: 'unknown', reason: expect.stringContaining('the run is RUNNING') },
      { what: 'baseline', state: 'not set' },
    ])
  })

  test('that completed and whose results cannot be read is a problem: following it would end in the same error', async () => {
    const odd = { listEndpoints: () => Promise.reject(failure('misshapen', 'A row is odd.')) }
    expect(await checkedRun('r3', inputsOf('avg(mos) > 1'), odd)).toMatchObject([
      { what: 'run-id', state: 'problem', reason: expect.stringContaining('A row is odd.'), code: 'misshapen' },
      { what: 'thresholds', state: 'unknown' },
      { what: 'baseline', state: 'not set' },
    ])
  })

  test('ends with a cancelled step', async () => {
    const cancelled = { getRun: () => Promise.reject(failure('aborted')) }
    expect(await rejection(checkedRun('r3', inputsOf('avg(mos) > 1'), cancelled))).toMatchObject({ kind: 'aborted' })
  })

  test('that cannot be read is a problem, and nothing else is known', async () => {
    const gone = { getRun: () => Promise.reject(failure('not-found', 'It is gone.')) }
    expect(await checkedRun('r3', inputsOf('avg(mos) > 1', { baseline: { kind: 'previous' } }), gone)).toMatchObject([
      { what: 'run-id', state: 'problem', reason: 'It is gone.', code: 'not-found' },
      { what: 'thresholds', state: 'unknown', reason: 'Not checked: the run cannot be read.' },
      { what: 'baseline', state: 'unknown', reason: 'Not checked: the run cannot be read.' },
    ])
    expect((await checkedRun('r3', inputsOf('avg(mos) > 1'), gone))[2]).toMatchObject({ state: 'not set', reason: 'Nothing is compared with.' }) // prettier-ignore
  })
})

describe('thresholds', () => {
  const subject = subjectOf([{ metrics: { mos: 4, packets_sent: { send: 5, receive: 6 } } }])
  const found = (lines: string) => thresholdFindings(parseThresholds(lines).thresholds, subject, undefined)

  test('that cannot be judged as written are what a run would end in', () => {
    expect(found('avg(packets_sent) > 1')).toMatchObject([
      { state: 'problem', code: 'threshold-invalid', reason: expect.stringMatching(/^avg\(packets_sent\) > 1 cannot be evaluated: it is not known which way/) },
    ]) // prettier-ignore
  })

  test('that are breached are no matter of a check', () => {
    expect(found('avg(mos) > 4.5\navg(mos) > 3')).toEqual([
      { what: 'thresholds', state: 'ok', reason: '2 of 2 thresholds have a value in the earlier run .' },
    ]) // prettier-ignore
  })

  test('without a value are told one by one, with the nearest name; those of the far end only a run shows', () => {
    expect(found('avg(moss) > 3\nanswer_rate > 90%\nwarn: avg(nothing_like_it) > 1')).toMatchObject([
      { state: 'warning', reason: expect.stringContaining('Did you mean mos?') },
      { state: 'unknown', reason: expect.stringContaining('which only a run shows') },
      { state: 'warning', reason: expect.stringMatching(/^warn: avg\(nothing_like_it\) > 1 finds no value/) },
    ])
  })
})
