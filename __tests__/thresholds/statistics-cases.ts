// What others' statistics say of the same numbers: statistics-cases.py made the file.
import { readFileSync } from 'node:fs'

interface StatisticsCases {
  made: string
  middle: { values: number[]; median: number; spread: number }[]
  wilson: { hits: number; of: number; low: number; high: number }[]
  change: { kind: string; values: number[]; place: number; k: number; p: number; split: number }[]
}

export const STATISTICS_CASES = JSON.parse(
  readFileSync(new URL('statistics-cases.json', import.meta.url), 'utf8'),
) as StatisticsCases
