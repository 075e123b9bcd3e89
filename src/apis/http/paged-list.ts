// Lists that come in pages. What an answer says of the other pages is a hint, not a promise: it is held against what these bring.
import { createHash } from 'node:crypto'
import { optional } from '../../base/fields.ts'
import { counted } from '../../base/text.ts'

/** How many pages in a row may bring nothing new before the rest is not asked for. */
const STALE_PAGES = 3

/** Where a page begins, in the terms of every API. */
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
  totalPages?: number
  hasMore?: boolean
  /** Null where there is no further page. */
  nextCursor?: string | null
}

/** A list, and how far it is read. */
export interface PagedList<T> {
  read: (position: Position) => Promise<Page<T>>
  maxPages: number
  /** Asked before each page. */
  outOfTime?: () => boolean
  /** Whether totals are not believed by themselves, so that one page more is asked for than they promise. */
  wary?: boolean
  /** Whether only a page that says so is followed by another. Otherwise pages are asked for as long as there may be more. */
  trusting?: boolean
}

/** How reading a list ended. */
export interface Ending {
  /** Why reading was broken off before the end. */
  brokenOff?: string
  /** What shows that not everything was read, `brokenOff` included; then the list must not be taken for the whole. */
  lacking?: string
  /** The most rows that any page promised: a total that shrinks on the way is no reason to be content with less. */
  promised?: number
  /** Whether rows came without ids, so that one that came twice counts twice. */
  nameless?: boolean
}

/**
 * Reads a list from its first page to its last, however its answers are paged, or until `isEnough` after a page. The order of rows is not relied
 * on. `take` takes each item and answers whether it is new. Throws as `read` and `take` do.
 */
export async function readPages<T extends { id?: string }>(
  { read, maxPages, outOfTime, wary = false, trusting = false }: PagedList<T>,
  take: (item: T) => boolean,
  isEnough?: () => boolean,
): Promise<Ending> {
  const received: Received = { rows: 0, size: 0, repeats: false, promised: undefined }
  const cursors = new Set<string>()
  const nameless = new Set<string>()
  let stale = 0
  let emptyBefore = false
  const end = (lacking?: string): Ending =>
    optional({ promised: received.promised, lacking, nameless: nameless.size > 0 || undefined })
  const breakOff = (why: string): Ending => ({ ...end(why), brokenOff: why })
  let position: Position = { page: 1, offset: 0 }
  for (let page = 1; page <= maxPages; page++) {
    if (outOfTime?.()) return breakOff(`time ran out after ${counted(page - 1, 'page')}`)
    const { items, total, totalPages = 0, hasMore, nextCursor } = await read(position)
    if (collides(items)) return breakOff('rows that differ have one id')
    if (items.some(({ id }) => id === undefined)) {
      const print = fingerprint(items)
      if (nameless.has(print)) return breakOff('a page came twice, and its rows have no ids')
      nameless.add(print)
    }
    if (items.length > 0 && emptyBefore) return breakOff('a page was empty, and rows came after it')
    emptyBefore = items.length === 0
    const fresh = items.filter((item) => take(item)).length
    received.rows += items.length
    received.size += fresh
    received.repeats ||= items.length > 0 && fresh === 0
    if (total !== undefined) received.promised = Math.max(received.promised ?? 0, total)
    if (isEnough?.()) return end()

    const { rows, size, promised } = received
    const more = hasMore ?? (page < totalPages ? true : undefined)
    if (more === false || (trusting && (!more || items.length === 0))) return end(lackingAtEnd(received))
    if (nextCursor) {
      if (cursors.has(nextCursor)) return breakOff('the pages go round in a circle')
      cursors.add(nextCursor)
    } else if (!more) {
      if (promised === undefined && items.some(({ id }) => id === undefined))
        return breakOff('the pages say neither how many there are nor which row is which')
      // More rows than the total are no reason to stop: it may be that of the page.
      const isAll = size === promised || (page === 1 && rows === promised)
      const doubted = wary && items.length > 0 && items.every(({ id }) => id !== undefined)
      if (items.length === 0 && page <= totalPages && size !== promised) return end('an announced page was empty')
      if ((isAll && !doubted) || fresh === 0 || (promised === undefined && nextCursor === null))
        return end(lackingAtEnd(received))
    }
    stale = fresh > 0 ? 0 : stale + 1
    if (!trusting && stale >= STALE_PAGES)
      return end(
        size === promised ? undefined : `more rows are announced, but ${STALE_PAGES} pages brought nothing new`,
      )
    position = { page: page + 1, offset: rows, ...(nextCursor ? { cursor: nextCursor } : {}) }
  }
  return breakOff(`the pages do not end: ${maxPages} were read`)
}

/** Whether two rows of a page have one id and differ: then one of them would hide the other. */
function collides(items: readonly { id?: string }[]): boolean {
  const seen = new Map<string, object>()
  return items.some((item) => {
    if (item.id === undefined) return false
    const other = seen.get(item.id)
    seen.set(item.id, item)
    return other !== undefined && JSON.stringify(other) !== JSON.stringify(item)
  })
}

/** What tells a page of rows without ids from another. */
function fingerprint(items: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(items)).digest('base64')
}

/** The items of a list, each id once: a later row of an id takes the place of an earlier one. Reads as `readPages` does. */
export async function readItems<T extends { id?: string }>(
  list: PagedList<T>,
  isEnough?: (items: T[]) => boolean,
): Promise<Ending & { items: T[] }> {
  // An item without an id is like no other.
  const items = new Map<string | T, T>()
  const all = (): T[] => [...items.values()]
  const take = (item: T): boolean => {
    const key = item.id ?? item
    const isNew = !items.has(key)
    items.set(key, item)
    return isNew
  }
  const ending = await readPages(list, take, isEnough && (() => isEnough(all())))
  return { ...ending, items: all() }
}

/** What all pages brought: rows and different items; whether a page brought rows and none of them was new; the most that was promised. */
interface Received {
  rows: number
  size: number
  repeats: boolean
  promised: number | undefined
}

/** What shows that a list is not whole although no page is left. */
function lackingAtEnd({ rows, size, repeats, promised }: Received): string | undefined {
  if (promised === undefined) return repeats ? 'a page came twice, and the total is unknown' : undefined
  // Rows that come twice within one whole list are the list's own; a page that comes twice hides another.
  if (rows >= promised && !(repeats && size !== promised)) return undefined
  return size < promised ? `${size} of ${promised} could be read` : `${size} came, not ${promised}`
}
