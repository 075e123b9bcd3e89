// Mermaid's `xychart`, as GitHub draws it.
import { clamp } from '../../base/clamp.ts'

// The colours of report.html, between those that it has on light and on dark ground.
export const BAR = '#5795cc'
export const OUTSIDE = '#cf222e'
export const BASELINE = '#8250df'
export const LIMIT = '#8c959f'

/** What a chart shows. Colours go to bars first, then to lines. A bar of null is not drawn. */
export interface XyChart {
  height: number
  palette: readonly string[]
  /** Names of the places, each another, or Mermaid draws one over the other. */
  x: { title: string; names: readonly string[] }
  y: { title: string; from: number; to: number }
  bars: readonly (readonly (number | null)[])[]
  lines: readonly (readonly number[])[]
}

/** Width of a chart, in pixels: on a phone GitHub shows it at two thirds of that. */
const WIDTH = 500
/** Room for the names below the bars, in pixels; how wide a sign is, as a share of its size; and the sizes that can be read. */
const [ROOM, SIGN, LEAST_SIZE, MOST_SIZE] = [440, 0.6, 8, 13]

/** The largest size at which names stand side by side. */
function fontSizeFor(names: readonly string[]): number {
  const longest = Math.max(...names.map(({ length }) => length))
  return clamp(Math.floor(ROOM / names.length / (longest * SIGN)), LEAST_SIZE, MOST_SIZE)
}

/** The chart as a block of Markdown. */
export function xyChart({ height, palette, x, y, bars, lines }: XyChart): string {
  // Mermaid's zero stands above the axis, so that a bar of 0 would show as a stub; one that ends far below the axis is not drawn.
  const undrawn = Number((y.from - 10 * (y.to - y.from)).toPrecision(3))
  return [
    '```mermaid',
    '---',
    'config:',
    '  xyChart:',
    `    width: ${WIDTH}`,
    `    height: ${height}`,
    '    xAxis:',
    `      labelFontSize: ${fontSizeFor(x.names)}`,
    '  themeVariables:',
    '    xyChart:',
    `      plotColorPalette: "${palette.join(', ')}"`,
    '---',
    'xychart-beta',
    `  x-axis "${quoted(x.title)}" [${x.names.map((name) => `"${quoted(name)}"`).join(', ')}]`,
    `  y-axis "${quoted(y.title)}" ${y.from} --> ${y.to}`,
    ...bars.map((values) => `  bar [${values.map((value) => value ?? undrawn).join(', ')}]`),
    ...lines.map((values) => `  line [${values.join(', ')}]`),
    '```',
  ].join('\n')
}

/** Text within double quotes in Mermaid: nothing that could end it, begin a comment or a directive, or be an entity. */
export function quoted(text: string): string {
  return text
    .replaceAll(/[^\p{L}\p{N} ._,()<>=≤≥–%/+-]/gu, ' ')
    .replaceAll(/%%+/g, '%')
    .slice(0, 80)
}
