// The schedule that the law took the place of, to hold it against: branches of their own for each thing that may be known.
import { LATENCY_MS, type Measured } from './step.ts'

/** A run that is asked for by the former schedule: planned length in s, its end and the lengths of earlier runs in ms. */
export function formerRun(
  planned: number | undefined,
  endMs: number,
  earlierMs: readonly number[],
  random: () => number,
): Measured {
  // Earlier runs were asked for where nothing was planned.
  const listed = planned === undefined && earlierMs.length > 0
  const expected =
    planned !== undefined
      ? { from: 950 * planned, to: 1_050 * planned + 2_000 }
      : listed
        ? { from: 0.97 * Math.min(...earlierMs), to: 1.03 * Math.max(...earlierMs) + 2_000 }
        : undefined
  let [now, requests] = [0, listed ? 2 : 1]
  let runningAt: number | undefined
  for (;;) {
    now += nextGap(now, runningAt === undefined ? undefined : now - runningAt, expected, random())
    requests++
    const seen = now + LATENCY_MS / 2
    now += LATENCY_MS
    if (seen >= endMs) return { requests, latenessMs: now - endMs }
    runningAt ??= now
  }
}

function nextGap(
  sinceTrigger: number,
  running: number | undefined,
  expected: { from: number; to: number } | undefined,
  random: number,
): number {
  if (sinceTrigger < 400) return (0.4 + 0.8 * random) * 1_000
  const jitter = 0.9 + 0.2 * random
  const elapsed = running ?? sinceTrigger
  const young = Math.max(1_000, 1.5 * elapsed)
  if (running === undefined || !expected) return Math.min(young, 12_000) * jitter
  const { from, to } = expected
  const dense = Math.min(Math.max((to - from) / 29, 800), 10_000)
  if (elapsed >= from) return (dense + 0.06 * Math.max(0, elapsed - to)) * jitter
  const sparse = Math.min(young, Math.min(Math.max(0.1 * from, 5_000), 120_000))
  return elapsed + 1.5 * sparse >= from ? Math.max(800, from - elapsed + dense * (random - 0.5)) : sparse * jitter
}
