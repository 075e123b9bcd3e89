// Making elements. Text goes in as text only, so whatever a name holds, it is shown and does nothing.

export type Child = Node | string | false | undefined

type Listeners = { [Type in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Type]) => void }

export interface Attributes {
  /** `class`, `href`, `aria-label` and the like; undefined and false leave an attribute out. */
  [name: string]: string | number | boolean | undefined
}

/** An element with attributes and children. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  setAttributes(element, attributes)
  element.append(...children.filter((child): child is Node | string => child !== undefined && child !== false))
  return element
}

/** Sets attributes; true gives an empty one, undefined and false remove it. */
export function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) element.removeAttribute(name)
    else element.setAttribute(name, value === true ? '' : String(value))
  }
}

/** The element, listening. */
export function on<Target extends HTMLElement>(element: Target, listeners: Listeners): Target {
  for (const [type, listener] of Object.entries(listeners)) element.addEventListener(type, listener as EventListener)
  return element
}

/** A heading of level 1 to 6. */
export function heading(level: number, attributes: Attributes, ...children: readonly Child[]): HTMLElement {
  return el(`h${level}` as 'h2', attributes, ...children)
}

const EMPTY = '(empty)'

/** Text that came from outside, set apart so that its writing direction does not turn what stands around it. */
export function foreign(text: string, className?: string): HTMLElement {
  return el('bdi', { class: className }, text || EMPTY)
}

let ids = 0

/** An id that no other element of the page has. */
export function freshId(prefix: string): string {
  ids += 1
  return `${prefix}-${ids}`
}

/** An entry of a list to choose from. */
export function option(value: string, text: string): HTMLOptionElement {
  return el('option', { value }, text || EMPTY)
}

/** A select with its label beside it. */
export function labelledSelect(
  label: string,
  options: readonly HTMLOptionElement[],
): { field: HTMLElement; select: HTMLSelectElement } {
  const id = freshId('select')
  const select = el('select', { id }, ...options)
  return { field: el('span', { class: 'field' }, el('label', { for: id }, label), select), select }
}

/** The colour of a kind, for a legend. */
export function swatch(kind: string): HTMLElement {
  return el('span', { class: `swatch ${kind}`, 'aria-hidden': 'true' })
}

/** What a kind stands for, in a legend. */
export function legendItem(kind: string, ...words: readonly Child[]): HTMLElement {
  return el('li', {}, swatch(kind), el('span', {}, ...words))
}

export interface Column {
  head: Child
  /** Right-aligned figures. */
  number?: boolean
}

export interface Cell {
  content: readonly Child[]
  class?: string
  title?: string | undefined
}

/** A table that scrolls sideways within a region of its own, which the keyboard reaches. The first cell of a row is its heading. */
export function scrollingTable(
  label: string,
  columns: readonly Column[],
  rows: readonly (readonly (Child | Cell)[])[],
): HTMLElement {
  const head = columns.map(({ head: content, number }) =>
    el('th', { scope: 'col', class: number && 'number' }, content),
  )
  const body = rows.map((cells) => tableRow(cells, (i) => columns[i]?.number ?? false))
  return scrollRegion(label, el('table', {}, el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...body)))
}

/** A row of a table. Its first cell is its heading. */
export function tableRow(cells: readonly (Child | Cell)[], isNumber: (column: number) => boolean): HTMLElement {
  const made = cells.map((cell, i) => {
    const { content, class: own, title }: Cell = isCell(cell) ? cell : { content: [cell] }
    const attributes = { class: [isNumber(i) && 'number', own].filter(Boolean).join(' ') || undefined, title }
    return i === 0 ? el('th', { scope: 'row', ...attributes }, ...content) : el('td', attributes, ...content)
  })
  return el('tr', {}, ...made)
}

function isCell(cell: Child | Cell): cell is Cell {
  return typeof cell === 'object' && 'content' in cell && Array.isArray(cell.content)
}

/** A box that scrolls by itself, with a name, and in the order of tabs so that it can be scrolled without a mouse. */
export function scrollRegion(label: string, ...children: readonly Child[]): HTMLElement {
  return el('div', { class: 'scroll', role: 'region', 'aria-label': label, tabindex: 0 }, ...children)
}

/** A closed box whose content is made when it is first opened, and again after `stale` was called. */
export function lazyDetails(summary: string, content: () => Child): { element: HTMLDetailsElement; stale: () => void } {
  const body = el('div', { class: 'details-body' })
  const element = el('details', {}, el('summary', {}, summary), body)
  let fresh = false
  const fill = (): void => {
    if (!element.open || fresh) return
    const made = content()
    body.replaceChildren(...(made ? [made] : []))
    fresh = true
  }
  element.addEventListener('toggle', fill)
  return {
    element,
    stale: () => {
      fresh = false
      fill()
    },
  }
}
