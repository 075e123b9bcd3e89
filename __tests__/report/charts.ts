// Charts of a summary, read back from its Markdown.

/** A Mermaid chart as it was written. */
export interface Chart {
  title: string
  names: string[]
  bottom: number
  top: number
  bars: number[][]
  lines: number[][]
  /** The first of them. */
  line: number[] | undefined
  palette: string[]
  /** Lines that are none of those that a chart is made of. */
  strange: string[]
}

const NUMBER = String.raw`-?\d+(?:\.\d+)?`
const NUMBERS = String.raw`\[(${NUMBER}(?:, ${NUMBER})*)\]`
/** What may stand between double quotes. */
const TEXT = '[^"\\\\`#;:&{}\\[\\]|$@*\\n]*'
/** How a chart begins, word for word but for sizes and colours. */
const HEAD =
  /^---\nconfig:\n {2}xyChart:\n {4}width: \d+\n {4}height: \d+\n {4}xAxis:\n {6}labelFontSize: \d+\n {2}themeVariables:\n {4}xyChart:\n {6}plotColorPalette: "(#[\da-f]{6}(?:, #[\da-f]{6})*)"\n---\nxychart-beta\n/
const X_AXIS = new RegExp(`^ {2}x-axis "(${TEXT})" \\[("${TEXT}"(?:, "${TEXT}")*)\\]$`)
const Y_AXIS = new RegExp(`^ {2}y-axis "${TEXT}" (${NUMBER}) --> (${NUMBER})$`)
const BAR = new RegExp(`^ {2}bar ${NUMBERS}$`)
const LINE = new RegExp(`^ {2}line ${NUMBERS}$`)

/** Every chart of a piece of Markdown. */
export function chartsOf(markdown: string): Chart[] {
  return [...markdown.matchAll(/^```mermaid\n([\s\S]*?)\n```$/gm)].map(([, text = '']) => readChart(text))
}

/** The only chart of a piece of Markdown. */
export function chartOf(markdown: string): Chart {
  const [chart, ...others] = chartsOf(markdown)
  if (!chart || others.length > 0) throw new Error(`not one chart: ${markdown}`)
  return chart
}

function readChart(text: string): Chart {
  const head = HEAD.exec(text)
  const chart: Chart = {
    title: '',
    names: [],
    bottom: 0,
    top: 0,
    bars: [],
    lines: [],
    line: undefined,
    palette: (head?.[1] ?? '').split(', '),
    strange: head ? [] : [text],
  }
  const numbers = (list = ''): number[] => list.split(', ').map(Number)
  for (const line of text.slice(head?.[0].length).split('\n')) {
    const axis = X_AXIS.exec(line)
    const scale = Y_AXIS.exec(line)
    const bar = BAR.exec(line)
    const points = LINE.exec(line)
    if (axis) Object.assign(chart, { title: axis[1], names: (axis[2] ?? '').slice(1, -1).split('", "') })
    else if (scale) Object.assign(chart, { bottom: Number(scale[1]), top: Number(scale[2]) })
    else if (bar) chart.bars.push(numbers(bar[1]))
    else if (points) chart.lines.push(numbers(points[1]))
    else chart.strange.push(line)
  }
  chart.line = chart.lines[0]
  return chart
}

/** Of each bar whether it is drawn: one that is not ends below the axis. */
export function drawn(bars: readonly number[] = [], bottom = 0): boolean[] {
  return bars.map((value) => value > bottom)
}

/** The lines of the only copy in characters. */
export function copyOf(markdown: string): string[] {
  const copies = [
    ...markdown.matchAll(/<details><summary>Show as text<\/summary>\n\n```text\n([\s\S]*?)\n```\n\n<\/details>/g),
  ]
  const text = copies[0]?.[1]
  if (text === undefined || copies.length > 1) throw new Error(`not one copy as text: ${markdown}`)
  return text.split('\n')
}
