/** Most texts that are remembered, and the longest one, in characters: what strangers send does not fill the memory. */
const [MAX_TEXTS, MAX_LENGTH] = [2_000, 100]

/** A pure function of a text that remembers what it made of the texts that come again and again, as names of fields do. */
export function remembered<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>()
  return (text) => {
    const known = made.get(text)
    if (known !== undefined) return known
    const value = make(text)
    if (text.length > MAX_LENGTH) return value
    if (made.size >= MAX_TEXTS) made.clear()
    made.set(text, value)
    return value
  }
}
