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

/** Facts by name; those without a value are left out. */
export function factList(facts: readonly (readonly [name: string, value: Child])[]): HTMLElement {
  const shown = facts.filter(([, value]) => value)
  return el(
    'dl',
    { class: 'facts' },
    ...shown.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))),
  )
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
  const body = rows.map((cells) => tableRow(cells, columns))
  return scrollRegion(label, el('table', {}, el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...body)))
}

/** A row of a table. Its first cell is its heading; the others carry their column's, for where a row is shown as a card. */
export function tableRow(cells: readonly (Child | Cell)[], columns: readonly Column[]): HTMLElement {
  const made = cells.map((cell, i) => {
    const { content, class: own, title }: Cell = isCell(cell) ? cell : { content: [cell] }
    const { head, number } = columns[i] ?? {}
    const attributes = {
      class: [number && 'number', own].filter(Boolean).join(' ') || undefined,
      title,
      'data-label': typeof head === 'string' && head,
    }
    return i === 0 ? el('th', { scope: 'row', ...attributes }, ...content) : el('td', attributes, ...content)
  })
  return el('tr', {}, ...made)
}

function isCell(cell: Child | Cell): cell is Cell {
  return typeof cell === 'object' && 'content' in cell && Array.isArray(cell.content)
}

/**
 * A box that scrolls sideways by itself, with a name, and in the order of tabs so that it can be scrolled without a mouse. Its frame shades the edges
 * where there is more to see.
 */
export function scrollRegion(label: string, content: HTMLElement): HTMLElement {
  const box = el('div', { class: 'scroll', role: 'region', 'aria-label': label, tabindex: 0 }, content)
  const frame = el('div', { class: 'scroll-frame' }, box)
  const shade = (): void => {
    const { scrollLeft, clientWidth, scrollWidth } = box
    frame.classList.toggle('more-before', scrollLeft > 1)
    frame.classList.toggle('more-after', scrollLeft + clientWidth < scrollWidth - 1)
  }
  on(box, { scroll: shade })
  const resized = new ResizeObserver(shade)
  resized.observe(box)
  resized.observe(content)
  return frame
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
