// Mermaid's `xychart`, as GitHub draws it.

// GitHub's own colours for success, danger, accent and muted text; each is told apart on light and dark ground.
export const WITHIN = '#2da44e'
export const BEYOND = '#cf222e'
export const PLAIN = '#218bff'
export const BASELINE = '#8c959f'

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

/** The chart as a block of Markdown. */
export function xyChart({ height, palette, x, y, bars, lines }: XyChart): string {
  // Mermaid's zero stands above the axis, so that a bar of 0 would show as a stub; one that ends far below the axis is not drawn.
  const undrawn = Number((y.from - 10 * (y.to - y.from)).toPrecision(3))
  return [
    '```mermaid',
    '---',
    'config:',
    '  xyChart:',
    '    width: 800',
    `    height: ${height}`,
    '    xAxis:',
    '      labelFontSize: 12',
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
