// Colours for the charts. They live in the style sheet, which knows light, dark and paper; a canvas has to be told.

const NAMES = ['text', 'muted', 'line', 'surface', 'bar', 'bad', 'bad-soft', 'good', 'limit', 'baseline'] as const

export type Palette = Readonly<Record<(typeof NAMES)[number], string>>

let known: Palette | undefined
const listeners = new Set<() => void>()

/** The colours as they are now. */
export function currentPalette(): Palette {
  if (!known) {
    const style = getComputedStyle(document.documentElement)
    known = Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()])) as Palette
  }
  return known
}

/** Calls back after the colours changed; returns what ends that. */
export function onPalette(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Lets charts follow the system's light and dark, and print on white. */
export function followColours(): void {
  const changed = (): void => {
    known = undefined
    for (const listener of listeners) listener()
  }
  const print = (printing: boolean) => (): void => {
    document.documentElement.toggleAttribute('data-print', printing)
    changed()
  }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed)
  addEventListener('beforeprint', print(true))
  addEventListener('afterprint', print(false))
}

/** Whether the page is being printed. */
export function isPrinting(): boolean {
  return document.documentElement.hasAttribute('data-print')
}
