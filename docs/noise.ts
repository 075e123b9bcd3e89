// The picture of thresholds.md: how many changed runs each rule catches, over how many unchanged ones it calls red, for every setting of the rule.
import { type Rule, RULES, type Scenario, SCENARIOS, badnessOf, redShare } from '../bench/noise.ts'

/** Runs of each kind behind a curve: fewer than in the benchmark, and enough for a line. */
const RUNS = 4_000

/** The rules that are drawn, by their name and text, with colour and dashes; confirmed ones are drawn bold. */
const LINES: readonly { name: string; text: string; colour: string; dashes?: string }[] = [
  { name: 'previous', text: 'baseline - 0.1', colour: '#cf222e' },
  { name: 'Bencher, t-test of 7', text: 'boundary 0.98', colour: '#9a6700', dashes: '6 4' },
  { name: 'Bencher, IQR of 7', text: 'multiplier 2', colour: '#9a6700', dashes: '2 3' },
  { name: 'last 7', text: 'baseline - 0.1', colour: '#0969da' },
  { name: 'last 20', text: 'baseline - 3 * spread', colour: '#8250df', dashes: '6 4' },
  { name: 'last 7, confirm: 1', text: 'baseline - 0.1', colour: '#1a7f37' },
]

const PANELS = [SCENARIOS[0], SCENARIOS[2], SCENARIOS[4], SCENARIOS[5]].filter((one) => one !== undefined)
const [COLUMNS, WIDTH, HEIGHT, LEGEND] = [2, 440, 280, 76]
/** The part of a panel that is drawn in. */
const [LEFT, RIGHT, TOP, BOTTOM] = [52, 16, 34, 48]
/** Shares of false reds that are shown, in percent, on a scale of factors; and the least share caught. */
const [LEAST_RED, MOST_RED, LEAST_CAUGHT] = [0.1, 50, 40]

/** The picture, as SVG. */
export function noisePicture(): string {
  const rules = LINES.flatMap((line) => RULES.find(({ name, text }) => name === line.name && text === line.text) ?? [])
  const rows = Math.ceil(PANELS.length / COLUMNS)
  const panels = PANELS.map(
    (scenario, i) =>
      `<g transform="translate(${(i % COLUMNS) * WIDTH} ${Math.floor(i / COLUMNS) * HEIGHT})">${panel(scenario, rules)}</g>`,
  )
  const legend = LINES.map(({ name, text, colour, dashes }, i) => {
    const [x, y] = [LEFT + (i % COLUMNS) * WIDTH, rows * HEIGHT + 14 + Math.floor(i / COLUMNS) * 20]
    const stroke = `stroke="${colour}" stroke-width="${widthOf(name)}"${dashes ? ` stroke-dasharray="${dashes}"` : ''}`
    return `<line x1="${x}" x2="${x + 34}" y1="${y}" y2="${y}" ${stroke}/><text x="${x + 42}" y="${y + 4}" fill="#1f2328">${name}: ${text}</text>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${COLUMNS * WIDTH} ${rows * HEIGHT + LEGEND}" font-family="system-ui, sans-serif" font-size="12">
<title>Share of changed runs that each rule catches, over the share of unchanged runs that it calls red; the dot is the rule as it is written</title>
<rect width="100%" height="100%" fill="#ffffff"/>
${panels.join('\n')}
${legend.join('\n')}
</svg>
`
}

function widthOf(name: string): number {
  return name.includes('confirm') ? 3 : 1.75
}

function panel(scenario: Scenario, rules: readonly Rule[]): string {
  const x = (red: number): number => {
    const share = Math.log(Math.max(red, LEAST_RED) / LEAST_RED) / Math.log(MOST_RED / LEAST_RED)
    return LEFT + Math.min(1, share) * (WIDTH - LEFT - RIGHT)
  }
  const y = (caught: number): number =>
    TOP + (1 - (Math.max(caught, LEAST_CAUGHT) - LEAST_CAUGHT) / (100 - LEAST_CAUGHT)) * (HEIGHT - TOP - BOTTOM)
  const all = badnessOf(scenario, rules, RUNS)
  const curves = rules.map((rule, i) => {
    const { unchanged, changed } = all[i] ?? { unchanged: new Float64Array(), changed: new Float64Array() }
    const points = Array.from({ length: 120 }, (_, n) => {
      const red = LEAST_RED * (MOST_RED / LEAST_RED) ** (n / 119)
      const parameter = unchanged[Math.max(0, Math.floor((1 - red / 100) * unchanged.length) - 1)] ?? 0
      return { red, caught: redShare(changed, parameter) }
    }).filter(({ caught }) => caught >= LEAST_CAUGHT)
    const { colour = '', dashes } = LINES[i] ?? {}
    const line = points.map(({ red, caught }) => `${x(red).toFixed(1)},${y(caught).toFixed(1)}`).join(' ')
    const own = { red: redShare(unchanged, rule.parameter), caught: redShare(changed, rule.parameter) }
    const dot =
      own.caught < LEAST_CAUGHT
        ? ''
        : `<circle cx="${x(own.red).toFixed(1)}" cy="${y(own.caught).toFixed(1)}" r="4" fill="${colour}"/>`
    return `<polyline points="${line}" fill="none" stroke="${colour}" stroke-width="${widthOf(rule.name)}"${dashes ? ` stroke-dasharray="${dashes}"` : ''}/>${dot}`
  })
  return [
    `<text x="${LEFT}" y="20" font-weight="600" fill="#1f2328">${scenario.name}</text>`,
    ...[40, 60, 80, 100].map(
      (caught) =>
        `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(caught)}" y2="${y(caught)}" stroke="#d1d9e0"/><text x="${LEFT - 6}" y="${y(caught) + 4}" text-anchor="end" fill="#59636e">${caught} %</text>`,
    ),
    ...[0.1, 0.3, 1, 3, 10, 30].map(
      (red) =>
        `<text x="${x(red).toFixed(1)}" y="${HEIGHT - BOTTOM + 16}" text-anchor="middle" fill="#59636e">${red} %</text>`,
    ),
    `<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - BOTTOM + 34}" text-anchor="middle" fill="#59636e">unchanged runs that are red; up: changed runs that are caught</text>`,
    ...curves,
  ].join('')
}
