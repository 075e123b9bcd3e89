// Signs for verdicts and states, drawn: not every machine has a font with them. They are never alone; words stand beside them.

export type Tone = 'good' | 'warn' | 'bad' | 'calm'

/** A sign of 16 by 16: a filled shape, and lines on it. */
interface Sign {
  shape: string
  lines: string
}

const CIRCLE = 'M8 0.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 0 0 0-15z'
const OCTAGON = 'M4.9 0.5h6.2l4.4 4.4v6.2l-4.4 4.4H4.9L0.5 11.1V4.9z'
const TRIANGLE =
  'M8 0.9c.5 0 .9.3 1.2.7l6.2 11.3c.5 1-.2 2.2-1.2 2.2H1.8c-1 0-1.7-1.2-1.2-2.2L6.8 1.6c.3-.4.7-.7 1.2-.7z'

const SIGNS = {
  check: { shape: CIRCLE, lines: 'M4.6 8.3l2.4 2.4l4.6-5' },
  cross: { shape: OCTAGON, lines: 'M5.3 5.3l5.4 5.4M10.7 5.3l-5.4 5.4' },
  exclamation: { shape: TRIANGLE, lines: 'M8 5.6v4M8 12.3v.01' },
  problem: { shape: OCTAGON, lines: 'M8 4v4.8M8 11.9v.01' },
  question: { shape: CIRCLE, lines: 'M5.9 6.2c0-1.2 1-2 2.1-2s2.1.8 2.1 2c0 1.5-2.1 1.6-2.1 3M8 11.9v.01' },
  pause: { shape: CIRCLE, lines: 'M6.2 5.2v5.6M9.8 5.2v5.6' },
  clock: { shape: CIRCLE, lines: 'M8 4v4.2l2.7 1.7' },
  stop: { shape: CIRCLE, lines: 'M4.6 11.4l6.8-6.8' },
  go: { shape: CIRCLE, lines: 'M4.6 8h6.4M8.4 5.3L11.1 8l-2.7 2.7' },
  dash: { shape: CIRCLE, lines: 'M5 8h6' },
} as const satisfies Record<string, Sign>

export type SignName = keyof typeof SIGNS

const SVG = 'http://www.w3.org/2000/svg'

/** The sign as an image that screen readers pass over. */
export function sign(name: SignName, tone: Tone): SVGElement {
  const { shape, lines } = SIGNS[name]
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 16 16')
  svg.setAttribute('class', `sign tone-${tone}`)
  svg.setAttribute('aria-hidden', 'true')
  for (const [part, d] of [
    ['sign-shape', shape],
    ['sign-lines', lines],
  ] as const) {
    const path = document.createElementNS(SVG, 'path')
    path.setAttribute('class', part)
    path.setAttribute('d', d)
    svg.append(path)
  }
  return svg
}

export interface Mark {
  sign: SignName
  tone: Tone
}

const VERDICT_MARKS: Readonly<Record<string, Mark>> = {
  passed: { sign: 'check', tone: 'good' },
  warned: { sign: 'exclamation', tone: 'warn' },
  failed: { sign: 'cross', tone: 'bad' },
  'run-failed': { sign: 'problem', tone: 'bad' },
  'not-run': { sign: 'pause', tone: 'calm' },
  'timed-out': { sign: 'clock', tone: 'bad' },
  cancelled: { sign: 'stop', tone: 'calm' },
  error: { sign: 'problem', tone: 'bad' },
  triggered: { sign: 'go', tone: 'calm' },
}

/** How a verdict is marked. */
export function verdictMark(verdict: string): Mark {
  return VERDICT_MARKS[verdict] ?? { sign: 'question', tone: 'calm' }
}

/** How a threshold is marked: a breach that only warns is not marked like one that fails. */
export function thresholdMark({ state, severity }: { state: string; severity: 'fail' | 'warn' }): Mark {
  const tone = severity === 'warn' ? 'warn' : 'bad'
  switch (state) {
    case 'held':
      return { sign: 'check', tone: 'good' }
    case 'breached':
      return { sign: severity === 'warn' ? 'exclamation' : 'cross', tone }
    case 'unconfirmed':
      return { sign: 'exclamation', tone: 'warn' }
    case 'missing':
      return { sign: 'question', tone }
    case 'invalid':
      return { sign: 'problem', tone: 'bad' }
    default:
      return { sign: 'dash', tone: 'calm' }
  }
}
