// The picture of polling.md: the distance between two questions over the age of a run that does not end, as the schedule has it.
import { type EndModel, endModel } from '../src/stages/end-model.ts'
import { nextPoll } from '../src/stages/schedule.ts'

/** A part of the picture: what is known, how long the run is shown, and where the benchmark's runs of this shape end; in s. */
interface Panel {
  title: string
  ends: EndModel
  scarcity?: number
  until: number
  bands: readonly { name: string; from: number; to: number }[]
}

const PLANNED = endModel(600_000)
const ON_PLAN = { name: 'on plan', from: 570, to: 630 }

const PANELS: readonly Panel[] = [
  {
    title: 'Planned 600 s',
    ends: PLANNED,
    until: 1_050,
    bands: [{ name: 'early', from: 200, to: 400 }, ON_PLAN, { name: 'overrun', from: 800, to: 1_000 }],
  },
  {
    title: 'Planned 600 s, 20 earlier runs known',
    ends: endModel(
      600_000,
      Array.from({ length: 20 }, (_, i) => 602_000 + 210 * i),
    ),
    until: 1_050,
    bands: [{ name: 'known', from: 602, to: 606 }],
  },
  {
    title: 'Planned 600 s, requests 10 times as scarce',
    ends: PLANNED,
    scarcity: 10,
    until: 1_050,
    bands: [ON_PLAN],
  },
  {
    title: 'Plan unknown',
    ends: endModel(undefined),
    until: 1_300,
    bands: [{ name: 'plan unknown', from: 120, to: 1_200 }],
  },
  { title: 'Planned 30 s', ends: endModel(30_000), until: 50, bands: [{ name: 'short', from: 29, to: 33 }] },
  {
    title: 'Planned 7,200 s',
    ends: endModel(7_200_000),
    until: 9_000,
    bands: [{ name: 'long', from: 6_840, to: 7_560 }],
  },
]

const [COLUMNS, WIDTH, HEIGHT] = [2, 440, 210]
/** The part of a panel that is drawn in. */
const [LEFT, RIGHT, TOP, BOTTOM] = [52, 16, 44, 36]
/** Distances that are shown, in s, on a scale of factors. */
const [SHORTEST, LONGEST] = [0.5, 500]

/** The picture, as SVG. */
export function gapsPicture(): string {
  const rows = Math.ceil(PANELS.length / COLUMNS)
  const panels = PANELS.map(
    (panel, i) =>
      `<g transform="translate(${(i % COLUMNS) * WIDTH} ${Math.floor(i / COLUMNS) * HEIGHT})">${drawn(panel)}</g>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${COLUMNS * WIDTH} ${rows * HEIGHT}" font-family="system-ui, sans-serif" font-size="12">
<title>Distance between two questions over the age of a run that does not end, for six kinds of runs</title>
<rect width="100%" height="100%" fill="#ffffff"/>
${panels.join('\n')}
</svg>
`
}

function drawn({ title, ends, scarcity = 1, until, bands }: Panel): string {
  const x = (seconds: number): string => (LEFT + (seconds / until) * (WIDTH - LEFT - RIGHT)).toFixed(1)
  const y = (seconds: number): string => {
    const share = Math.log(seconds / SHORTEST) / Math.log(LONGEST / SHORTEST)
    return (HEIGHT - BOTTOM - Math.min(share, 1) * (HEIGHT - TOP - BOTTOM)).toFixed(1)
  }
  const asked: { at: number; gap: number }[] = []
  for (let at = 0; at < until;) {
    const gap = nextPoll({ sinceTrigger: 1_000 * at, running: 1_000 * at, ends, scarcity, random: 0.5 }) / 1_000
    at += gap
    if (at < until) asked.push({ at, gap })
  }
  const step = 10 ** Math.floor(Math.log10(until)) / (until / 10 ** Math.floor(Math.log10(until)) < 3 ? 4 : 1)
  const ticks = Array.from({ length: Math.floor(until / step) + 1 }, (_, i) => i * step).filter(
    (_, i, all) => all.length < 10 || i % 2 === 0,
  )
  return [
    `<text x="${LEFT}" y="18" font-weight="600" fill="#1f2328">${title}: ${asked.length} questions</text>`,
    ...bands.map(
      ({ name, from, to }) =>
        `<rect x="${x(from)}" y="${TOP}" width="${(Number(x(to)) - Number(x(from))).toFixed(1)}" height="${HEIGHT - TOP - BOTTOM}" fill="#ddf4ff"/><text x="${((Number(x(from)) + Number(x(to))) / 2).toFixed(1)}" y="${TOP - 6}" text-anchor="middle" fill="#0550ae">${name}</text>`,
    ),
    ...[1, 10, 100].map(
      (gap) =>
        `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(gap)}" y2="${y(gap)}" stroke="#d1d9e0"/><text x="${LEFT - 6}" y="${Number(y(gap)) + 4}" text-anchor="end" fill="#59636e">${gap} s</text>`,
    ),
    ...ticks.map(
      (at) =>
        `<text x="${x(at)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle" fill="#59636e">${at.toLocaleString('en')}${at === 0 ? ' s' : ''}</text>`,
    ),
    `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${HEIGHT - BOTTOM}" y2="${HEIGHT - BOTTOM}" stroke="#59636e"/>`,
    ...asked.map(({ at, gap }) => `<circle cx="${x(at)}" cy="${y(gap)}" r="2.5" fill="#cf222e"/>`),
  ].join('')
}
