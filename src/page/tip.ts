import { type Child, el } from './dom.ts'

/** A small box beside the pointer. Screen readers get the same from a table or a slider, so they pass it over. */
export interface Tip {
  element: HTMLElement
  /** Shows lines of text at a place within the chart. */
  show: (at: { left: number; top: number }, lines: readonly Child[]) => void
  hide: () => void
}

/** An empty one, hidden. */
export function createTip(): Tip {
  const element = el('div', { class: 'tip', 'aria-hidden': 'true', hidden: true })
  return {
    element,
    show: ({ left, top }, lines) => {
      element.replaceChildren(...lines.filter((line) => line).map((line) => el('div', {}, line)))
      element.hidden = false
      const room = element.parentElement?.clientWidth ?? 0
      const width = element.offsetWidth
      const right = left + 12 + width <= room ? left + 12 : left - 12 - width
      element.style.left = `${Math.max(0, Math.min(right, room - width))}px`
      element.style.top = `${Math.max(0, top - element.offsetHeight - 8)}px`
    },
    hide: () => {
      element.hidden = true
    },
  }
}
