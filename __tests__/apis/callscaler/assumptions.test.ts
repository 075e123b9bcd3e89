import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { CALLSCALER_FIELDS, probeCallScaler } from '../../../src/apis/callscaler/assumptions.ts'
import { Failure } from '../../../src/base/failure.ts'
import { failure } from '../../fake-api.ts'

const CALL = { id: 'c-secret', created_at: '2026-03-04T12:00:00Z', status: 'answered', tracking_number: '+15735551234' }
const NUMBERS = { numbers: [{ id: 'n-secret', phone_number: '+15735551234', name: 'Private' }], total: 1 }

async function probe(calls: object | Failure, numbers: object | Failure = NUMBERS) {
  const found = await probeCallScaler((_, path) => {
    const answer = path.startsWith('/calls') ? calls : numbers
    return answer instanceof Failure
      ? Promise.reject(answer)
      : Promise.resolve({ status: 200, headers: { 'x-ratelimit-limit': '60' }, body: { data: answer } })
  })
  return { found, answered: Object.fromEntries(found.map(({ what, answered, reason }) => [what, [answered, reason]])) }
}

test('the older edition is told, and nothing of the account', async () => {
  const { found, answered } = await probe({ calls: [CALL], total: 1 })
  expect(answered).toEqual({
    'list-numbers': ['as assumed', 'All known fields that came are of their types.'],
    'list-calls': ['as assumed', 'All known fields that came are of their types.'],
    paging: ['as assumed', 'The list is paged as in the older edition.'],
    'call-statuses': ['as assumed', 'The statuses of calls are those of the older edition.'],
    'rate-limit-headers': ['differently', 'Answers have x-ratelimit-limit.'],
  })
  expect(JSON.stringify(found)).not.toMatch(/secret|Private|5735|2026/)
})

describe('what differs is told', () => {
  test.each([
    ['the newer edition', { calls: [{ ...CALL, status: 'no-answer' }], pagination: { has_more: false } }, 'paging', 'as assumed', /newer edition, under `data.pagination`/],
    ['statuses of the newer edition', { calls: [{ ...CALL, status: 'no-answer' }] }, 'call-statuses', 'as assumed', /the newer edition/],
    ['statuses of both editions', { calls: [CALL, { ...CALL, status: 'busy' }] }, 'call-statuses', 'as assumed', /the older and the newer edition/],
    ['another status', { calls: [{ ...CALL, status: 'ringing' }] }, 'call-statuses', 'differently', /neither edition/],
    ['no paging', { calls: [CALL] }, 'paging', 'differently', /neither edition/],
    ['no list', { rows: [] }, 'list-calls', 'differently', /not a list/],
    ['an empty list', { calls: [] }, 'list-calls', 'not available', /empty/],
    ['a number as an object', { calls: [{ ...CALL, tracking_number: {} }] }, 'list-calls', 'differently', /tracking_number/],
    ['a refusal', failure('forbidden'), 'list-calls', 'not available', /forbidden/],
    ['a refusal, as to paging', failure('forbidden'), 'paging', 'not available', /could not be read/],
  ] as const)('%s', async (_, calls, what, answered, reason) => {
    expect((await probe(calls)).answered[what]).toEqual([answered, expect.stringMatching(reason)])
  }) // prettier-ignore
})

test.each(Object.keys(CALLSCALER_FIELDS) as (keyof typeof CALLSCALER_FIELDS)[])(
  '%s has the fields of openapi.yaml',
  (thing) => {
    const { components } = parse(readFileSync('src/apis/callscaler/openapi.yaml', 'utf8')) as {
      components: { schemas: Record<string, { properties: object }> }
    }
    expect(Object.keys(CALLSCALER_FIELDS[thing])).toEqual(Object.keys(components.schemas[thing]?.properties ?? {}))
  },
)
