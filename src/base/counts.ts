/** How many times each value comes, in the order in which they come first. */
export function countsOf<T>(values: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** The value that comes most often, of several the first, and how many times; undefined where there is none. */
export function mostFrequent<T>(values: Iterable<T>): [value: T, count: number] | undefined {
  return [...countsOf(values)].toSorted((a, b) => b[1] - a[1])[0]
}
