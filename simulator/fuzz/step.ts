// What a step against a random server is asked for.
import type { Plan } from './plan.ts'
import { KEY, PROJECT, TEST } from './api.ts'

export const TIMEOUT_MS = 20 * 60_000

/** The inputs of the step. */
export function inputsFor({ shape, truth, confirm, baseline }: Plan, apiUrl: string): Record<string, string> {
  // Where tests are not listed, only an id names one.
  const byName = shape.tests === 'there' && shape.ids !== 'number'
  return {
    'api-key': KEY,
    'api-url': apiUrl,
    project: byName ? 'production-pbx' : PROJECT,
    test: shape.ids === 'number' ? String(Number.parseInt(TEST.slice(0, 8), 16)) : byName ? 'nightly' : TEST,
    thresholds: truth.thresholds.map(({ text }) => text).join('\n'),
    timeout: `${TIMEOUT_MS / 60_000}m`,
    'report-directory': '',
    confirm: String(confirm),
    baseline,
  }
}
