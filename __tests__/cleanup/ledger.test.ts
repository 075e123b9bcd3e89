import { describe, expect, test } from '@jest/globals'
import { LEDGER_STATE, type LedgerEntry, openLedger, readLedger } from '../../src/cleanup/ledger.ts'

const ENTRY: LedgerEntry = { projectId: 'p1', testId: 't1', since: 1_772_625_600_000 }

/** A ledger, and what the post step would read after each change. */
function setUp() {
  const saved: string[] = []
  const ledger = openLedger(
    (name, value) => {
      expect(name).toBe(LEDGER_STATE)
      saved.push(value)
    },
    (error) => {
      throw error
    },
  )
  return { ledger, saved, left: () => readLedger(saved.at(-1)), states: () => saved.map((state) => readLedger(state)) }
}

describe('the ledger', () => {
  test('is saved before the run is started, when its id is known, and when it is over', () => {
    const { ledger, states } = setUp()
    const page = ledger.open(ENTRY)
    expect(states()).toEqual([[ENTRY]])
    page.started('r1')
    page.close()
    expect(states()).toEqual([[ENTRY], [{ ...ENTRY, runId: 'r1' }], []])
  })

  test('keeps the pages of several runs apart', () => {
    const { ledger, left } = setUp()
    const [first, second, third] = ['t1', 't2', 't3'].map((testId) => ledger.open({ ...ENTRY, testId }))
    second?.started('r2')
    expect(left()).toEqual([ENTRY, { ...ENTRY, testId: 't2', runId: 'r2' }, { ...ENTRY, testId: 't3' }])
    first?.close()
    third?.started('r3')
    expect(left()).toEqual([
      { ...ENTRY, testId: 't2', runId: 'r2' },
      { ...ENTRY, testId: 't3', runId: 'r3' },
    ])
    second?.close()
    third?.close()
    expect(left()).toEqual([])
  })

  test('keeps two runs of the same test apart', () => {
    const { ledger, left } = setUp()
    const pages = [ledger.open(ENTRY), ledger.open(ENTRY)]
    pages[1]?.started('r2')
    pages[0]?.close()
    expect(left()).toEqual([{ ...ENTRY, runId: 'r2' }])
  })

  test('is not saved again for a page that is closed already', () => {
    const { ledger, saved } = setUp()
    const page = ledger.open(ENTRY)
    page.close()
    page.close()
    expect(saved).toHaveLength(2)
  })

  test('does not take a closed page up again when its id comes late', () => {
    const { ledger, left } = setUp()
    const page = ledger.open(ENTRY)
    page.close()
    page.started('r1')
    expect(left()).toEqual([])
  })

  test('does not change with the entry that it was given, nor changes it', () => {
    const { ledger, left } = setUp()
    const entry = { ...ENTRY }
    const page = ledger.open(entry)
    entry.projectId = 'p2'
    page.started('r1')
    expect(left()).toEqual([{ ...ENTRY, runId: 'r1' }])
    expect(entry).toEqual({ ...ENTRY, projectId: 'p2' })
  })

  test('holds an entry whose run is known from the start', () => {
    const { ledger, left } = setUp()
    ledger.open({ ...ENTRY, testId: '', runId: 'r1' })
    expect(left()).toEqual([{ ...ENTRY, testId: '', runId: 'r1' }])
  })

  test.each(['a"b', "it's", 'line\nbreak', 'ünï-код-通話', '%0A::error::', '\\', '{}', ' '])(
    'brings the id %j through the saved state, on one line',
    (id) => {
      const { ledger, saved, left } = setUp()
      ledger.open({ projectId: id, testId: id, since: 0.5 }).started(id)
      expect(left()).toEqual([{ projectId: id, testId: id, runId: id, since: 0.5 }])
      for (const state of saved) expect(state).not.toContain('\n')
    },
  )
})

describe('a state that is no ledger has no pages', () => {
  test.each([
    undefined, '', ' ', 'undefined', 'null', '0', 'true', '"[]"', '{}', '{', '[', 'not json', '[null]', '[[]]', '[1,"a",true]', '[{}]',
    '[{"projectId":"p","testId":"t"}]', '[{"projectId":"p","since":1}]', '[{"testId":"t","since":1}]',
    '[{"projectId":1,"testId":"t","since":1}]', '[{"projectId":"p","testId":null,"since":1}]',
    '[{"projectId":"p","testId":"t","since":"1"}]', '{"0":{"projectId":"p","testId":"t","since":1},"length":1}',
  ])('%s', (state) => {
    expect(readLedger(state)).toEqual([])
  }) // prettier-ignore

  test('but pages beside garbage are kept', () => {
    expect(readLedger(JSON.stringify([null, ENTRY, {}, 7, { ...ENTRY, runId: 'r1' }]))).toEqual([
      ENTRY,
      { ...ENTRY, runId: 'r1' },
    ])
  })

  test.each([5, null, {}, [], true])('and the run id %j is none', (runId) => {
    for (const page of readLedger(JSON.stringify([{ ...ENTRY, runId }]))) expect(page.runId).toBeUndefined()
  })
})
