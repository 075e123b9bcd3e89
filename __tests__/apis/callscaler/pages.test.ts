import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { MAX_PAGES, type Page, type Position, readWhole } from '../../../src/apis/callscaler/pages.ts'

interface Row {
  id: string
  state?: string
}

const rows = (from: number, to: number): Row[] => Array.from({ length: to - from }, (_, i) => ({ id: `r${from + i}` }))

/** Reads pages as they are told, the last for ever; also gives what was asked for. */
async function reading(answer: (position: Position, n: number) => Page<Row>, outOfTime: () => boolean = () => false) {
  const asked: Position[] = []
  const whole = await readWhole(async (position) => {
    asked.push(position)
    return answer(position, asked.length)
  }, outOfTime)
  return { ...whole, ids: whole.items.map(({ id }) => id), asked }
}

/** A list in turn; the last page stays. */
const inTurn = (...pages: Page<Row>[]) => reading((_, n) => pages[Math.min(n, pages.length) - 1] as Page<Row>)

const older = (all: Row[], size: number) => (position: Position) => ({
  items: all.slice((position.page - 1) * size, position.page * size),
  total: all.length,
})
const byOffset = (all: Row[], size: number) => (position: Position) => ({
  items: all.slice(position.offset, position.offset + size),
  hasMore: position.offset + size < all.length,
})
const byCursor = (all: Row[], size: number) => (position: Position) => {
  const offset = Number(position.cursor ?? 0)
  const next = offset + size
  return { items: all.slice(offset, next), nextCursor: next < all.length ? String(next) : null }
}

describe('a whole list is read', () => {
  const PAGINGS = { 'page and total': older, 'offset and has_more': byOffset, cursors: byCursor }

  test.each(Object.entries(PAGINGS))('by %s, whatever the size of pages', async (_, paging) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(60), fc.integer({ min: 1, max: 25 }), async (count, size) => {
        const { ids, lacking, asked } = await reading(paging(rows(0, count), size))
        expect(lacking).toBeUndefined()
        expect(ids).toEqual(rows(0, count).map(({ id }) => id))
        expect(asked.length).toBe(Math.max(1, Math.ceil(count / size)))
      }),
      { numRuns: 40 },
    )
  })

  test('from a server that gives all of it at once, whatever is asked for', async () => {
    const { ids, lacking, asked } = await inTurn({ items: rows(0, 80), total: 80 })
    expect([ids.length, lacking, asked.length]).toEqual([80, undefined, 1])
  })

  test('that says nothing of paging, until a page is empty', async () => {
    const { ids, lacking } = await inTurn({ items: rows(0, 3) }, { items: rows(3, 5) }, { items: [] })
    expect([ids.length, lacking]).toEqual([5, undefined])
  })

  test('that is empty', async () => {
    for (const page of [{ items: [] }, { items: [], total: 0 }, { items: [], hasMore: false, nextCursor: null }])
      expect(await inTurn(page)).toMatchObject({ ids: [], asked: [{ page: 1, offset: 0 }] })
  })

  test('whose total promises more than a null cursor does, by offset', async () => {
    const { ids, lacking } = await inTurn(
      { items: rows(0, 2), total: 3, nextCursor: null },
      { items: rows(2, 3), total: 3, nextCursor: null },
    )
    expect([ids.length, lacking]).toEqual([3, undefined])
  })

  test('whose last page says that there is more', async () => {
    const { ids, lacking, asked } = await inTurn(
      { items: rows(0, 2), total: 2, hasMore: true },
      { items: [], total: 2, hasMore: true },
    )
    expect([ids.length, lacking]).toEqual([2, undefined])
    expect(asked.length).toBeLessThan(6)
  })

  test('whose total is that of the page', async () => {
    const { ids, lacking } = await reading(({ page }) => {
      const items = rows((page - 1) * 4, Math.min(page * 4, 10))
      return { items, total: page === 1 ? 3 : items.length }
    })
    expect([ids.length, lacking]).toEqual([10, undefined])
  })

  test('with rows that are listed twice', async () => {
    const twice = [...rows(0, 4), ...rows(2, 4), ...rows(4, 6)]
    for (const size of [3, 5, 8, 20]) {
      const { ids, lacking } = await reading(older(twice, size))
      expect([size, ids.length, lacking]).toEqual([size, 6, undefined])
    }
    // A page of nothing but such rows cannot be told from one that came twice in place of another.
    expect((await reading(older(twice, 2))).lacking).toBe('4 of 8 could be read')
  })
})

test('a later row of an id takes the place of the earlier', async () => {
  const { items } = await inTurn(
    { items: [{ id: 'a', state: 'ringing' }, { id: 'b' }], total: 3 },
    { items: [{ id: 'a', state: 'over' }, { id: 'c' }], total: 3 },
  )
  expect(items).toEqual([{ id: 'a', state: 'over' }, { id: 'b' }, { id: 'c' }])
})

describe('what is not whole is told, never taken for it', () => {
  test.each<[string, Page<Row>[], RegExp]>([
    ['a page that comes twice, with a total', [{ items: rows(0, 5), total: 10 }], /5 of 10/],
    ['a page that comes twice, without one', [{ items: rows(0, 5) }], /a page came twice/],
    ['a page that comes twice, with a total that is less', [{ items: rows(0, 5), total: 3 }], /5 came, not 3/],
    ['a page that comes twice, with has_more', [{ items: rows(0, 5), hasMore: true }], /nothing new/],
    [
      'a total that the pages do not reach',
      [
        { items: rows(0, 5), total: 10 },
        { items: [], total: 10 },
      ],
      /5 of 10/,
    ],
    ['a total that has_more contradicts', [{ items: rows(0, 5), total: 10, hasMore: false }], /5 of 10/],
    [
      'a total that shrinks',
      [{ items: rows(0, 2), total: 5 }, { items: rows(3, 4), total: 3 }, { items: [] }],
      /3 of 5/,
    ],
    [
      'more that never comes',
      [
        { items: rows(0, 2), hasMore: true },
        { items: [], hasMore: true },
      ],
      /nothing new/,
    ],
    [
      'cursors that go round in a circle',
      [
        { items: rows(0, 2), nextCursor: 'a' },
        { items: rows(2, 4), nextCursor: 'b' },
        { items: rows(4, 6), nextCursor: 'a' },
      ],
      /in a circle/,
    ],
  ])('%s', async (_, pages, words) => {
    const { lacking, asked } = await inTurn(...pages)
    expect(lacking).toMatch(words)
    expect(asked.length).toBeLessThan(6)
  })

  test('pages that do not end', async () => {
    const { lacking, asked } = await reading((_, n) => ({ items: rows(n, n + 1), nextCursor: `c${n}` }))
    expect(lacking).toMatch(/do not end/)
    expect(asked).toHaveLength(MAX_PAGES)
  })

  test('fresh cursors that bring nothing', async () => {
    const { lacking, asked } = await reading((_, n) => ({ items: [], nextCursor: `c${n}` }))
    expect(lacking).toMatch(/nothing new/)
    expect(asked.length).toBeLessThan(5)
  })

  test('time that runs out', async () => {
    let left = 2
    const { lacking, ids } = await reading(older(rows(0, 30), 10), () => left-- === 0)
    expect([ids.length, lacking]).toEqual([20, 'time ran out after 2 pages'])
  })
})

test('a row that moves between pages while they are read is missed, and that is told', async () => {
  // The first page's row is gone when the second is read, so one row slips from the second to the first.
  const { lacking } = await inTurn(
    { items: rows(0, 2), total: 4 },
    { items: rows(3, 4), total: 3 },
    { items: [], total: 3 },
  )
  expect(lacking).toBe('3 of 4 could be read')
})

test('the next page is asked for in the terms of both editions', async () => {
  expect((await reading(older(rows(0, 5), 2))).asked).toEqual([
    { page: 1, offset: 0 },
    { page: 2, offset: 2 },
    { page: 3, offset: 4 },
  ])
  expect((await reading(byCursor(rows(0, 3), 2))).asked[1]).toEqual({ page: 2, offset: 2, cursor: '2' })
})
