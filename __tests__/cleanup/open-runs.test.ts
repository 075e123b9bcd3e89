import { describe, expect, test } from '@jest/globals'
import { OPEN_RUNS_STATE, type OpenRun, openRunsIn, readOpenRuns } from '../../src/cleanup/open-runs.ts'

const ENTRY: OpenRun = { projectId: 'p1', testId: 't1', since: 1_772_625_600_000 }

/** Open runs, and what the post step would read after each change. */
function setUp() {
  const saved: string[] = []
  const runs = openRunsIn(
    (name, value) => {
      expect(name).toBe(OPEN_RUNS_STATE)
      saved.push(value)
    },
    (error) => {
      throw error
    },
  )
  return {
    runs,
    saved,
    left: () => readOpenRuns(saved.at(-1)),
    states: () => saved.map((state) => readOpenRuns(state)),
  }
}

describe('the open runs', () => {
  test('is saved before the run is started, when its id is known, and when it is over', () => {
    const { runs, states } = setUp()
    const entry = runs.open(ENTRY)
    expect(states()).toEqual([[ENTRY]])
    entry.learn({ runId: 'r1' })
    entry.close()
    expect(states()).toEqual([[ENTRY], [{ ...ENTRY, runId: 'r1' }], []])
  })

  test('keeps the entries of several runs apart', () => {
    const { runs, left } = setUp()
    const [first, second, third] = ['t1', 't2', 't3'].map((testId) => runs.open({ ...ENTRY, testId }))
    second?.learn({ runId: 'r2' })
    expect(left()).toEqual([ENTRY, { ...ENTRY, testId: 't2', runId: 'r2' }, { ...ENTRY, testId: 't3' }])
    first?.close()
    third?.learn({ runId: 'r3' })
    expect(left()).toEqual([
      { ...ENTRY, testId: 't2', runId: 'r2' },
      { ...ENTRY, testId: 't3', runId: 'r3' },
    ])
    second?.close()
    third?.close()
    expect(left()).toEqual([])
  })

  test('keeps two runs of the same test apart', () => {
    const { runs, left } = setUp()
    const entries = [runs.open(ENTRY), runs.open(ENTRY)]
    entries[1]?.learn({ runId: 'r2' })
    entries[0]?.close()
    expect(left()).toEqual([{ ...ENTRY, runId: 'r2' }])
  })

  test('is not saved again for a entry that is closed already', () => {
    const { runs, saved } = setUp()
    const entry = runs.open(ENTRY)
    entry.close()
    entry.close()
    expect(saved).toHaveLength(2)
  })

  test('does not take a closed entry up again when its id comes late', () => {
    const { runs, left } = setUp()
    const entry = runs.open(ENTRY)
    entry.close()
    entry.learn({ runId: 'r1' })
    expect(left()).toEqual([])
  })

  test('does not change with the entry that it was given, nor changes it', () => {
    const { runs, left } = setUp()
    const opened = { ...ENTRY }
    const entry = runs.open(opened)
    opened.projectId = 'p2'
    entry.learn({ runId: 'r1' })
    expect(left()).toEqual([{ ...ENTRY, runId: 'r1' }])
    expect(opened).toEqual({ ...ENTRY, projectId: 'p2' })
  })

  test('holds an entry whose run is known from the start', () => {
    const { runs, left } = setUp()
    runs.open({ ...ENTRY, testId: '', runId: 'r1' })
    expect(left()).toEqual([{ ...ENTRY, testId: '', runId: 'r1' }])
  })

  test.each(['a"b', "it's", 'line\nbreak', 'ünï-код-通話', '%0A::error::', '\\', '{}', ' '])(
    'brings the id %j through the saved state, on one line',
    (id) => {
      const { runs, saved, left } = setUp()
      runs.open({ projectId: id, testId: id, since: 0.5 }).learn({ runId: id })
      expect(left()).toEqual([{ projectId: id, testId: id, runId: id, since: 0.5 }])
      for (const state of saved) expect(state).not.toContain('\n')
    },
  )
})

describe('a state that is none has no open runs', () => {
  test.each([
    undefined, '', ' ', 'undefined', 'null', '0', 'true', '"[]"', '{}', '{', '[', 'not json', '[null]', '[[]]', '[1,"a",true]', '[{}]',
    '[{"projectId":"p","testId":"t","before":[1]}]', '[{"projectId":"p","testId":"t","until":"1"}]', '[{"projectId":"p","since":1}]', '[{"testId":"t","since":1}]',
    '[{"projectId":1,"testId":"t","since":1}]', '[{"projectId":"p","testId":null,"since":1}]',
    '[{"projectId":"p","testId":"t","since":"1"}]', '{"0":{"projectId":"p","testId":"t","since":1},"length":1}',
  ])('%s', (state) => {
    expect(readOpenRuns(state)).toEqual([])
  }) // prettier-ignore

  test('but entries beside garbage are kept', () => {
    expect(readOpenRuns(JSON.stringify([null, ENTRY, {}, 7, { ...ENTRY, runId: 'r1' }]))).toEqual([
      ENTRY,
      { ...ENTRY, runId: 'r1' },
    ])
  })

  test.each([5, null, {}, [], true])('and the run id %j is none', (runId) => {
    for (const entry of readOpenRuns(JSON.stringify([{ ...ENTRY, runId }]))) expect(entry.runId).toBeUndefined()
  })
})
