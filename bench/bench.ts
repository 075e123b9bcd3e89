// `npm run bench`: what things cost, as ratios within one run or in virtual time.
import { benchThresholds } from './thresholds.ts'

const sections: [string, () => string | Promise<string>][] = [
  ['Thresholds: 60 metrics, 50 thresholds', benchThresholds],
]

for (const [title, bench] of sections) process.stdout.write(`\n## ${title}\n\n${await bench()}\n`)
