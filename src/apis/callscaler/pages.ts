import { counted } from '../../base/text.ts'

/** Most pages of one list; at 100 rows a page, 10,000 calls. At 60 requests a minute that takes most of two. */
export const MAX_PAGES = 100
/** How many pages in a row may bring nothing new before the rest is not asked for. */
const STALE_PAGES = 3

/** Where a page begins, in the terms of both editions. */
export interface Position {
  /** From 1. */
  page: number
  /** How many rows came before. */
  offset: number
  /** What the page before gave for this one; it then counts alone. */
  cursor?: string
}

/** One page of a list, with what it says of the others. */
export interface Page<T> {
  items: T[]
  /** How many rows there are on all pages. */
  total?: number
  hasMore?: boolean
  /** Null where there is no further page. */
  nextCursor?: string | null
}

/** Every row of a list, each id once. */
export interface Whole<T> {
  items: T[]
  /** What shows that these are not all; then they must not be taken for the whole. */
  lacking?: string
}

/**
 * Reads a list from its first page to its last, whichever edition's paging the answers follow. A later row of an id takes the place of an
 * earlier one. The order of rows is not relied on, and what the pages say of paging is held against what they bring.
 */
export async function readWhole<T extends { id: string }>(
  read: (position: Position) => Promise<Page<T>>,
  outOfTime: () => boolean,
): Promise<Whole<T>> {
  const rows = new Map<string, T>()
  const cursors = new Set<string>()
  let position: Position = { page: 1, offset: 0 }
  let received = 0
  let stale = 0
  let repeats = false
  /** The most that any page promised: a total that shrinks on the way is no reason to be content with less. */
  let promised: number | undefined
  const whole = (lacking?: string): Whole<T> => ({ items: [...rows.values()], ...(lacking ? { lacking } : {}) })
  const atEnd = (): Whole<T> => {
    if (promised === undefined)
      return whole(repeats ? 'a page came twice, and nothing says how many there are' : undefined)
    // Rows that come twice within one whole list are the list's own; a page that comes twice hides another.
    const disagrees = received < promised || (repeats && rows.size !== promised)
    if (!disagrees) return whole()
    return whole(
      rows.size < promised ? `${rows.size} of ${promised} could be read` : `${rows.size} came, not ${promised}`,
    )
  }

  for (let page = 1; page <= MAX_PAGES; page++) {
    if (outOfTime()) return whole(`time ran out after ${counted(page - 1, 'page')}`)
    const { items, total, hasMore, nextCursor } = await read(position)
    const before = rows.size
    for (const item of items) rows.set(item.id, item)
    const fresh = rows.size - before
    received += items.length
    stale = fresh > 0 ? 0 : stale + 1
    repeats ||= items.length > 0 && fresh === 0
    if (total !== undefined) promised = Math.max(promised ?? 0, total)
    position = { page: page + 1, offset: received }

    if (hasMore === false) return atEnd()
    if (nextCursor) {
      if (cursors.has(nextCursor)) return whole('the pages go round in a circle')
      cursors.add(nextCursor)
      position.cursor = nextCursor
    } else if (hasMore === undefined) {
      // More rows than the total are no reason to stop: it may be that of the page.
      const isAll = rows.size === promised || (page === 1 && received === promised)
      if (isAll || fresh === 0 || (promised === undefined && nextCursor === null)) return atEnd()
    }
    if (stale >= STALE_PAGES && promised !== undefined && rows.size >= promised) return whole()
    if (stale >= STALE_PAGES) return whole(`more is promised, but ${STALE_PAGES} pages brought nothing new`)
  }
  return whole(`the pages do not end: ${MAX_PAGES} were read`)
}
