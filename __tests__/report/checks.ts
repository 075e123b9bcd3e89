// Reports of checks made by hand, for the tests of what is made from them.
import type { Assumption, CheckReport, Finding } from '../../src/model/check.ts'
import { checkReport } from '../../src/model/check.ts'

export const PROBLEM: Finding = { what: 'test', of: 'load', state: 'problem', reason: 'There is none.', code: 'unknown-name' } // prettier-ignore
export const WARNING: Finding = { what: 'baseline', state: 'warning', reason: 'It is not there.' }
export const OK: Finding = { what: 'api-key', state: 'ok', reason: 'CallMeter accepts it.' }

export const ASSUMED: Assumption = {
  api: 'CallMeter',
  what: 'list-tests',
  answered: 'differently',
  reason: 'Of another type: slug.',
  fields: [{ field: 'slug', assumed: 'text', came: 'count' }, { field: 'extra', came: 'list' }, { field: 'url', assumed: 'text' }],
} // prettier-ignore

export function checkWith(findings: readonly Finding[] = [OK], rest: Partial<CheckReport> = {}): CheckReport {
  return { ...checkReport(findings, [ASSUMED]), ...rest }
}
