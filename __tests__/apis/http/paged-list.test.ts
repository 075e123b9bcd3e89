import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { type Page, type PagedList, type Position, readItems, readPages } from '../../../src/apis/http/paged-list.ts'

const MAX_PAGES = 100

interface Row {
  id?: string
  state?: string
}

const rows = (from: number, to: number): Row[] => Array.from({ length: to - from }, (_, i) => ({ id: `r${from + i}` }))

/** Reads pages as they are told, the last for ever; also gives what was asked for. */
async function reading(
  answer: (position: Position, n: number) => Page<Row>,
  rest: Partial<PagedList<Row>> = {},
  isEnough?: (items: Row[]) => boolean,
) {
  const asked: Position[] = []
  const list: PagedList<Row> = {
    read: async (position) => {
      asked.push(position)
      return answer(position, asked.length)
    },
    maxPages: MAX_PAGES,
    ...rest,
  }
  const whole = await readItems(list, isEnough)
  return { ...whole, ids: whole.items.map(({ id }) => id), asked }
}

/** A list in turn; the last page stays. */
const inTurn = (...pages: Page<Row>[]) => reading((_, n) => pages[Math.min(n, pages.length) - 1] as Page<Row>)

const older = (all: Row[], size: number) => (position: Position) => ({
  items: all.slice((position.page - 1) * size, position.page * size),
  total: all.length,
})
const numbered = (all: Row[], size: number) => (position: Position) => ({
  ...older(all, size)(position),
  totalPages: Math.ceil(all.length / size),
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
  const PAGINGS = {
    'page and total': older,
    'pages that are numbered': numbered,
    'offset and has_more': byOffset,
    cursors: byCursor,
  }

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
    ['rows without ids, of which nothing says how many there are', [{ items: [{}, {}] }], /nor which row is which/],
    [
      'a page of rows without ids that comes twice',
      [{ items: [{}, {}], total: 4, totalPages: 2 }],
      /came twice, and its rows have no ids/,
    ],
    [
      'rows that differ and have one id',
      [
        {
          items: [
            { id: 'a', state: 'one' },
            { id: 'a', state: 'other' },
          ],
          total: 2,
        },
      ],
      /rows that differ have one id/,
    ],
    [
      'a page that is empty before others that are not',
      [
        { items: rows(0, 2), totalPages: 3 },
        { items: [], totalPages: 3 },
        { items: rows(4, 6), totalPages: 3 },
      ],
      /a page was empty, and rows came after it/,
    ],
    [
      'more numbered pages than bring something, and a total that is less',
      [{ items: rows(0, 2), total: 1, totalPages: 9 }],
      /nothing new/,
    ],
    [
      'a numbered page that is empty',
      [
        { items: rows(0, 2), total: 0, totalPages: 2 },
        { items: [], total: 0, totalPages: 2 },
      ],
      /an announced page was empty/,
    ],
    ['more numbered pages than bring something', [{ items: rows(0, 2), totalPages: 9 }], /nothing new/],
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
    const { lacking, ids } = await reading(older(rows(0, 30), 10), { outOfTime: () => left-- === 0 })
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

test('rows without ids are all different where their number is promised', async () => {
  const { items, lacking } = await inTurn({ items: [{}, {}], total: 3 }, { items: [{}], total: 3 })
  expect([items.length, lacking]).toEqual([3, undefined])
})

test('the most that was promised is told, and why reading was broken off', async () => {
  const pages = [
    { items: rows(0, 2), total: 5 },
    { items: rows(2, 3), total: 3 },
  ]
  expect(await inTurn(...pages, { items: [] })).toMatchObject({ promised: 5, lacking: '3 of 5 could be read' })
  expect(await inTurn(...pages, { items: [] })).not.toHaveProperty('brokenOff')
  const why = 'the pages do not end: 2 were read'
  const { brokenOff, lacking, promised } = await reading((_, n) => pages[n - 1] as Page<Row>, { maxPages: 2 })
  expect([brokenOff, lacking, promised]).toEqual([why, why, 5])
})

test('what is enough is enough', async () => {
  const { ids, asked, lacking } = await reading(numbered(rows(0, 9), 2), {}, (all) => all.some(({ id }) => id === 'r3'))
  expect([ids, asked.length, lacking]).toEqual([['r0', 'r1', 'r2', 'r3'], 2, undefined])
})

describe('a list that is trusted', () => {
  const trusting = (...pages: Page<Row>[]) =>
    reading((_, n) => pages[Math.min(n, pages.length) - 1] as Page<Row>, { trusting: true })

  test.each<[string, Page<Row>[], number]>([
    [
      'as many pages as it says',
      [
        { items: rows(0, 2), totalPages: 2 },
        { items: rows(2, 3), totalPages: 2 },
      ],
      2,
    ],
    ['one page, where it says nothing', [{ items: rows(0, 2) }], 1],
    ['one page, whatever its total', [{ items: rows(0, 2), total: 9, totalPages: 1 }], 1],
    [
      'pages up to an empty one',
      [
        { items: rows(0, 2), totalPages: 9 },
        { items: [], totalPages: 9 },
      ],
      2,
    ],
    ['pages that repeat, as many as it says', [{ items: rows(0, 2), totalPages: 9 }], 9],
  ])('is %s', async (_, pages, asked) => {
    expect((await trusting(...pages)).asked).toHaveLength(asked)
  })

  test('and still told to be less than it promised', async () => {
    expect((await trusting({ items: rows(0, 2), total: 9, totalPages: 1 })).lacking).toBe('2 of 9 could be read')
  })
})

test('what takes the items may be the caller’s, which says how many of them are different', async () => {
  const taken: string[] = []
  const take = ({ id = '' }: Row): boolean => taken.push(id) < 4
  const list = { read: async (position: Position) => numbered(rows(0, 5), 2)(position), maxPages: MAX_PAGES }
  expect(await readPages(list, take)).toEqual({ promised: 5, lacking: '3 of 5 could be read' })
  expect(taken).toEqual(['r0', 'r1', 'r2', 'r3', 'r4'])
})

test('three pages in a row that bring nothing new are borne, and no more', async () => {
  const more = { hasMore: true }
  expect((await inTurn({ items: rows(0, 2), ...more })).asked).toHaveLength(4)
  const { ids, asked, lacking } = await inTurn(
    { items: rows(0, 2), ...more },
    { items: rows(0, 2), ...more },
    { items: rows(0, 2), ...more },
    { items: rows(2, 3), ...more },
    { items: rows(2, 3), total: 3, ...more },
  )
  expect([ids.length, asked.length, lacking]).toEqual([3, 7, undefined])
})

test('rows that are listed twice on the first of several pages do not end the list', async () => {
  const { ids, lacking } = await inTurn(
    { items: [...rows(0, 2), ...rows(0, 1)], total: 4 },
    { items: rows(2, 3), total: 4 },
    { items: [], total: 4 },
  )
  expect([ids, lacking]).toEqual([['r0', 'r1', 'r2'], undefined])
})
