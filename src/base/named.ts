// The one item of a list that a workflow means by a text.
import type { Failure } from './failure.ts'
import { didYouMean } from './nearest.ts'
import { plain } from './text.ts'

/** How a text may mean an item, and what is said where it means none or several. */
export interface Naming<T> {
  /** What the items are, for people: `project`. */
  what: string
  /** The ways to mean an item, best first: the first in which any is meant decides. */
  ways: readonly ((item: T) => boolean)[]
  /** Items that share this are one. */
  identity: (item: T) => string
  /** The names that a slip is looked for among. */
  names: (item: T) => readonly (string | undefined)[]
  /** An item in a list of what there is; fit for the log. */
  shown: (item: T) => string
  /** Made where several are meant, of the first ten. */
  several: (found: readonly T[]) => Failure
  /** Made where none is meant; `instead` is a sentence of what there is. */
  none: (instead: string) => Failure
}

/** Most items that are named where several are meant, and where none is. */
const MAX_MEANT = 10
const MAX_SHOWN = 5

/** The item that is meant; `wanted` is what slips are looked for in. Throws what `several` or `none` makes. */
export function findNamed<T>(items: readonly T[], wanted: string, naming: Naming<T>): T {
  for (const means of naming.ways) {
    const found = items.filter((item) => means(item))
    const [first] = found
    if (first === undefined) continue
    if (new Set(found.map((item) => naming.identity(item))).size === 1) return first
    throw naming.several(found.slice(0, MAX_MEANT))
  }
  const names = items.flatMap((item) => naming.names(item)).filter((name) => name !== undefined)
  throw naming.none(plain(didYouMean(wanted, names)) || whatThereIs(items, naming))
}

function whatThereIs<T>(items: readonly T[], { what, shown }: Naming<T>): string {
  if (items.length === 0) return `The key sees no ${what}s at all.`
  const first = items.slice(0, MAX_SHOWN).map((item) => shown(item))
  const rest = items.length > MAX_SHOWN ? ` and ${items.length - MAX_SHOWN} more` : ''
  return `There ${items.length === 1 ? 'is' : 'are'} ${first.join(', ')}${rest}.`
}
