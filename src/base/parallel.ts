/** Works through a list, at most `limit` at once, and keeps its order in the results. Stops at the first failure of `work`. */
export async function inParallel<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const give = async (i: number): Promise<void> => {
    try {
      results[i] = await work(items[i] as T, i)
    } catch (error) {
      next = items.length
      throw error
    }
  }
  const worker = async (): Promise<void> => {
    for (let i = next++; i < items.length; i = next++) await give(i)
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker))
  return results
}
