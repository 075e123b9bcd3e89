// Holds the guards against openapi.yaml: whatever the description allows is read, whatever it rules out of a field that the count needs is
// refused, and any other field of any type breaks nothing.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import { readCall, readCallPage, readNumber, readNumberPage } from '../../../src/apis/callscaler/answers.ts'
import { Failure } from '../../../src/base/failure.ts'

interface Schema {
  properties?: Record<string, Schema>
  required?: string[]
}

const description = parse(
  readFileSync(new URL('../../../src/apis/callscaler/openapi.yaml', import.meta.url), 'utf8'),
) as Record<string, unknown> & { components: { schemas: Record<string, Schema> } }
const ajv = new Ajv2020({ strict: false, strictNumbers: true })
ajv.addSchema({ $id: 'callscaler', ...description })

const ODD_VALUES: readonly unknown[] = [
  null, 0, -1, 4.5, Number.POSITIVE_INFINITY, true, '', 'x', '4', '2026-03-04', [], [1], {}, { a: { b: 'c' } },
] // prettier-ignore

const NUMBER = { id: 'n1', phone_number: '+15735551234', friendly_name: 'Line', name: 'Line', status: 'active' }
const CALL = {
  id: 'c1',
  created_at: '2026-03-23T14:30:00Z',
  status: 'answered',
  direction: 'inbound',
  tracking_number: '+15735551234',
  caller_number: '+18165550000',
  duration_seconds: 30,
  recording_url: 'https://recordings.example/c1',
  recording_duration: 30,
  cost_cents: 5,
}
const PAGING = { total: 1, has_more: false, next_cursor: null, limit: 50, offset: 0 }

/** What each guard reads, and what it cannot do without. */
const GUARDS: Record<
  string,
  { sample: Record<string, unknown>; needed: string[]; read: (value: unknown) => unknown; inside?: string }
> = {
  TrackingNumber: {
    sample: { ...NUMBER, created_at: '2026-01-15T08:00:00Z' },
    needed: ['id', 'phone_number'],
    read: readNumber,
  },
  Call: { sample: CALL, needed: ['id', 'created_at', 'tracking_number', 'status'], read: readCall },
  NumberList: {
    sample: { numbers: [NUMBER], total: 1 },
    needed: ['numbers', 'total'],
    read: (data) => readNumberPage({ data }),
  },
  CallList: {
    sample: { calls: [CALL], ...PAGING, pagination: PAGING },
    needed: ['calls', 'total', 'has_more', 'next_cursor', 'pagination'],
    read: (data) => readCallPage({ data }),
  },
  Pagination: {
    sample: PAGING,
    needed: ['total', 'has_more', 'next_cursor'],
    read: (pagination) => readCallPage({ data: { calls: [], pagination } }),
  },
  CallsAnswer: { sample: { data: { calls: [CALL] } }, needed: ['data'], read: readCallPage },
  NumbersAnswer: { sample: { data: { numbers: [NUMBER] } }, needed: ['data'], read: readNumberPage },
}

function allows(name: string, value: unknown): boolean {
  return ajv.validate(`callscaler#/components/schemas/${name}`, value)
}

function accepts(read: (value: unknown) => unknown, value: unknown): boolean {
  try {
    read(value)
    return true
  } catch (error) {
    expect(error).toBeInstanceOf(Failure)
    expect((error as Failure).kind).toBe('misshapen')
    expect((error as Failure).message).toMatch(/^CallScaler's answer for /)
    expect((error as Failure).advice).toContain('`callscaler-api-url`')
    return false
  }
}

describe.each(Object.entries(GUARDS))('%s', (name, { sample, needed, read }) => {
  const properties = Object.keys(description.components.schemas[name]?.properties ?? {})

  test('the sample has every property of the description, and both accept it', () => {
    expect(Object.keys(sample)).toEqual(expect.arrayContaining(properties))
    expect(allows(name, sample)).toBe(true)
    expect(accepts(read, sample)).toBe(true)
  })

  test('nothing but an object is accepted', () => {
    for (const odd of [4, 'text', true, [], [sample]]) expect([odd, accepts(read, odd)]).toEqual([odd, false])
  })

  test.each(properties)('without %s: as the description says', (property) => {
    const rest = Object.fromEntries(Object.entries(sample).filter(([key]) => key !== property))
    expect(accepts(read, rest)).toBe(allows(name, rest))
  })

  test.each(properties)('with odd values for %s: never less than the description allows', (property) => {
    for (const odd of ODD_VALUES) {
      const value = { ...sample, [property]: odd }
      const [allowed, accepted] = [allows(name, value), accepts(read, value)]
      if (allowed) expect([odd, accepted]).toEqual([odd, true])
      // Null is the usual way to say that there is nothing; what the count needs may be of no other type.
      else if (odd !== null) expect([odd, accepted]).toEqual([odd, !needed.includes(property)])
    }
  })

  test('camelCase is read, too', () => {
    const camel = (key: string): string => key.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
    const value = Object.fromEntries(Object.entries(sample).map(([key, field]) => [camel(key), field]))
    expect(read(value)).toEqual(read(sample))
  })
})

test('what a call tells is in the action’s own terms', () => {
  expect(readCall(CALL)).toEqual({
    id: 'c1',
    createdAt: Date.UTC(2026, 2, 23, 14, 30),
    status: 'answered',
    direction: 'inbound',
    number: '15735551234',
    durationSeconds: 30,
  })
})

test.each([
  ['2026-03-23T14:30:00Z', 14.5],
  ['2026-03-23T14:30:00.500Z', 14.5 + 0.5 / 3_600],
  ['2026-03-23T14:30:00', 14.5],
  ['2026-03-23 14:30:00', 14.5],
  ['2026-03-23T14:30Z', 14.5],
  ['2026-03-23T14:30:00+02:00', 12.5],
  ['2026-03-23T14:30:00-0600', 20.5],
])('%s is read as UTC unless it says otherwise', (createdAt, hours) => {
  expect(readCall({ ...CALL, created_at: createdAt }).createdAt).toBe(Date.UTC(2026, 2, 23) + hours * 3_600_000)
})

test.each(['2026-13-45T14:30:00Z', 'yesterday', '1774276200', '2026-03-23T14:30:00 GMT+2'])(
  'a time like %j is refused, not guessed',
  (createdAt) => {
    expect(accepts(readCall, { ...CALL, created_at: createdAt })).toBe(false)
  },
)

test.each([
  ['no-answer', 'no-answer'],
  ['No Answer', 'no-answer'],
  ['no_answer', 'no-answer'],
  ['noAnswer', 'no-answer'],
  ['NO-ANSWER', 'no-answer'],
  [' Completed ', 'completed'],
  [null, ''],
  [undefined, ''],
])('the status %j is %j', (status, expected) => {
  expect(readCall({ ...CALL, status }).status).toBe(expected)
})

test.each([
  ['inbound', 'inbound'],
  ['Incoming', 'inbound'],
  ['outbound', 'outbound'],
  ['OUTBOUND-API', 'outbound'],
  ['internal', undefined],
  ['sideways', undefined],
  [null, undefined],
  [7, undefined],
])('the direction %j is %j', (direction, expected) => {
  expect(readCall({ ...CALL, direction }).direction).toBe(expected)
})

test('an outbound call may be without a tracking number, an inbound one or one of unknown direction may not', () => {
  for (const number of [null, undefined, '', 'anonymous']) {
    const call = { ...CALL, tracking_number: number }
    expect(readCall({ ...call, direction: 'outbound' }).number).toBe('')
    expect(accepts(readCall, call)).toBe(false)
    expect(accepts(readCall, { ...call, direction: null })).toBe(false)
  }
})

test('who called is in no error', () => {
  const { caller_number: caller, ...rest } = CALL
  // First, so that no cut hides it.
  const call = { caller_number: caller, ...rest }
  const rows: unknown[] = [
    ...['id', 'created_at', 'status', 'tracking_number'].map((field) => ({ ...call, [field]: 7.5 })),
    [call],
  ]
  const bodies: unknown[] = [
    ...rows.map((row) => ({ data: { calls: [row] } })),
    { data: { calls: call } },
    { data: { calls: [call], total: 'x' } },
    { data: { calls: [call], has_more: 7 } },
    { data: { calls: [call], next_cursor: {} } },
    { data: [call] },
    { calls: [call] },
    [call],
  ]
  for (const body of bodies) {
    expect(() => readCallPage(body)).toThrow(/not understood/)
    expect(() => readCallPage(body)).not.toThrow(caller)
  }
})

describe('paging', () => {
  const page = (data: object) => {
    const { items: _, ...rest } = readCallPage({ data: { calls: [], ...data } })
    return rest
  }

  test.each<[string, object, object]>([
    ['of the older edition', { total: 342 }, { total: 342 }],
    ['of the newer edition, flat', { has_more: true, next_cursor: 'abc' }, { hasMore: true, nextCursor: 'abc' }],
    [
      'of the newer edition, nested',
      { pagination: { has_more: true, next_cursor: 'abc', total: 3 } },
      { hasMore: true, nextCursor: 'abc', total: 3 },
    ],
    ['at its end', { has_more: false, next_cursor: null }, { hasMore: false, nextCursor: null }],
    ['with an empty cursor', { next_cursor: '' }, { nextCursor: null }],
    ['partly flat', { total: 4, pagination: { has_more: false, total: null } }, { total: 4, hasMore: false }],
    ['with nulls outside', { total: null, pagination: { total: 5 } }, { total: 5 }],
    ['of neither', {}, {}],
  ])('%s', (_, data, expected) => {
    expect(page(data)).toEqual(expected)
  })
})

test('a number has either name', () => {
  const { friendly_name: _, name: __, ...rest } = NUMBER
  expect(readNumber({ ...rest, friendly_name: 'Older' }).name).toBe('Older')
  expect(readNumber({ ...rest, name: 'Newer' }).name).toBe('Newer')
  expect(readNumber({ ...rest, friendly_name: null, name: 'Newer' }).name).toBe('Newer')
  expect(readNumber(rest).name).toBeUndefined()
})
