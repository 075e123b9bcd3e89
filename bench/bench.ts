// `npm run bench`: what things cost, as ratios within one run or in virtual time. Writes docs/benchmarks.md.
import { writeFileSync } from 'node:fs'
import { format } from 'prettier'
import { benchFleets } from './fleet.ts'
import { benchNoise } from './noise.ts'
import { benchPolling } from './polling.ts'
import { benchReading } from './reading.ts'
import { benchReports } from './reports.ts'
import { benchRefusals } from './refusal.ts'
import { benchStart } from './start.ts'
import { benchThresholds } from './thresholds.ts'

const sections: [string, () => string | Promise<string>][] = [
  ['How soon an end is known', benchPolling],
  ['Many jobs on one key', benchFleets],
  ['A single refusal', benchRefusals],
  ['Noise: what is red, and what is caught', benchNoise],
  ['Start', benchStart],
  ['Reading results', benchReading],
  ['Reports', benchReports],
  ['Thresholds: 60 metrics, 50 thresholds', benchThresholds],
]

const intro = `# Benchmarks

Written by \`npm run bench\`. Polling, fleets and noise are simulated with the action's own code, the first two in virtual time, and come out the same on any machine.
The other figures are of one run on one machine: only their ratios say something about another.
`

let text = intro
for (const [title, bench] of sections) {
  const section = `\n## ${title}\n\n${await bench()}\n`
  process.stdout.write(section)
  text += section
}
writeFileSync(
  new URL('../docs/benchmarks.md', import.meta.url),
  await format(text, { parser: 'markdown', printWidth: 120 }),
)
