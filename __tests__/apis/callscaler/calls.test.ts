import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { type Call, tallyCalls, underWay } from '../../../src/apis/callscaler/calls.ts'
import { NOON } from '../../fake-api.ts'

const WINDOW = { number: '15735551234', from: NOON, to: NOON + 60_000 }

function call(id: string, changes: Partial<Call> = {}): Call {
  return { id, createdAt: NOON + 1_000, status: 'answered', number: WINDOW.number, ...changes }
}

const tally = (...calls: Call[]) => tallyCalls(calls, WINDOW)
const NONE = { received: 0, answered: 0, missed: 0, voicemail: 0, busy: 0, failed: 0, unclassified: {} }

describe('statuses', () => {
  test.each([
    ['answered', 'answered'],
    ['completed', 'answered'],
    ['missed', 'missed'],
    ['no-answer', 'missed'],
    ['voicemail', 'voicemail'],
    ['busy', 'busy'],
    ['failed', 'failed'],
  ])('%s is %s', (status, kind) => {
    expect(tally(call('a', { status }))).toEqual({ ...NONE, received: 1, [kind]: 1 })
  })

  test.each(['in-progress', 'transferred', 'answered-by-machine', 'complete', 'constructor', '__proto__', 'toString'])(
    '%s is unclassified: received, but never answered',
    (status) => {
      expect(tally(call('a', { status }), call('b', { status }))).toEqual({
        ...NONE,
        received: 2,
        unclassified: Object.fromEntries([[status, 2]]),
      })
    },
  )

  test('a call without a status is unclassified', () => {
    expect(tally(call('a', { status: '' }))?.unclassified).toEqual({ 'no status': 1 })
  })

  test('names are cut short and safe, and only the most frequent are kept', () => {
    const many = Array.from({ length: 200 }, (_, i) => call(`c${i}`, { status: `s${i % 50}` }))
    const { unclassified, received } = tally(...many, call('x', { status: `a\n::error::${'b'.repeat(99)}` }))!
    expect(received).toBe(201)
    expect(Object.keys(unclassified)).toHaveLength(21)
    expect(unclassified.others).toBe(201 - 20 * 4)
    for (const name of Object.keys(unclassified)) expect(name).toMatch(/^[^\n]{1,40}$/)
  })

  test('a status that is called as those beyond the most are is counted with them', () => {
    const many = Array.from({ length: 90 }, (_, i) => call(`c${i}`, { status: i < 30 ? 'others' : `s${i}` }))
    const { unclassified } = tally(...many)!
    expect(Object.values(unclassified).reduce((sum, count) => sum + count)).toBe(90)
    expect(unclassified.others).toBe(30 + 60 - 19)
  })

  test('calls that are not over are told apart', () => {
    expect(underWay(tally(call('a', { status: 'ringing' }), call('b', { status: 'in-progress' }))!)).toBe(2)
    expect(underWay(tally(call('a', { status: 'transferred' }), call('b'))!)).toBe(0)
  })
})

describe('which calls count', () => {
  test('no call is no evidence, not a count of zero', () => {
    expect(tally()).toBeUndefined()
    expect(tally(call('a', { number: '18165550000' }), call('b', { createdAt: NOON - 1 }))).toBeUndefined()
  })

  test('only those of the number', () => {
    const other = call('b', { number: '18165559876' })
    const shorter = call('c', { number: '5735551234' })
    expect(tally(call('a'), other, shorter)?.received).toBe(1)
  })

  test('only those of the window, both ends within', () => {
    const at = (id: string, ms: number) => call(id, { createdAt: NOON + ms })
    expect(tally(at('a', -1), at('b', 0), at('c', 60_000), at('d', 60_001))?.received).toBe(2)
  })

  test('no outbound ones; where the direction is not told, a call is inbound', () => {
    expect(tally(call('a', { direction: 'inbound' }), call('b', { direction: 'outbound' }), call('c'))?.received).toBe(
      2,
    )
  })

  test('each id once, and as its last row says', () => {
    expect(tally(call('a', { status: 'in-progress' }), call('b'), call('a', { status: 'missed' }))).toEqual({
      ...NONE,
      received: 2,
      answered: 1,
      missed: 1,
    })
    // The last row takes the call out of the window: it was never of this run.
    expect(tally(call('a'), call('b'), call('a', { createdAt: NOON - 5 }))?.received).toBe(1)
  })
})

test('the kinds always add up to what was received, in whichever order the rows come', () => {
  const status = fc.constantFrom(
    'answered',
    'completed',
    'missed',
    'no-answer',
    'voicemail',
    'busy',
    'failed',
    'odd',
    '',
  )
  const row = fc.record({
    id: fc.uuid(),
    createdAt: fc.integer({ min: NOON - 5, max: NOON + 60_005 }),
    status,
    number: fc.constantFrom(WINDOW.number, '1'),
  })
  fc.assert(
    fc.property(fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 30 }), (calls) => {
      const result = tallyCalls(calls, WINDOW)
      expect(JSON.stringify(tallyCalls(calls.toReversed(), WINDOW))).toBe(JSON.stringify(result))
      if (!result) return
      const { received, unclassified, ...kinds } = result
      const sum = [...Object.values(kinds), ...Object.values(unclassified)].reduce((total, n) => total + n, 0)
      expect(sum).toBe(received)
      expect(received).toBeGreaterThan(0)
    }),
    { numRuns: 50 },
  )
})
