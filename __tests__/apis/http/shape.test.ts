import { describe, expect, test } from '@jest/globals'
import { camelName } from '../../../src/apis/http/fields.ts'
import { compareFields, objectsIn, shownName, typeOf } from '../../../src/apis/http/shape.ts'

test.each([
  [null, 'null'],
  [[], 'list'],
  [{}, 'object'],
  ['', 'text'],
  [true, 'boolean'],
  [0, 'count'],
  [4, 'count'],
  [4.5, 'number'],
  [-1, 'number'],
] as const)('%j is of type %s', (value, type) => {
  expect(typeOf(value)).toBe(type)
})

describe('the name of a field', () => {
  test.each([
    'id',
    'durationSeconds',
    'jitter_ms',
    'p95',
    'p99.9',
    'rtcp_sr_rr_interval_ms',
    'x-y',
    'p999',
    'n'.repeat(40),
  ])('%s is shown', (name) => {
    expect(shownName(name)).toBe(name)
  })

  test.each([
    '+15735551234',
    '15735551234',
    'c3d4e5f6-a7b8-9012-cdef-123456789012',
    'clx1abc2def3ghi4jkl5',
    'alice@example.org',
    'Berlin office',
    'n'.repeat(41),
    'p9999',
    'a\nb',
    '',
  ])('%j may be an id, a number or a name, and is not', (name) => {
    expect(shownName(name)).toBe('…')
  })
})

describe('rows held against assumed fields', () => {
  const EXPECTED = { id: ['text', 'count'], seconds: ['number'], url: ['text'] } as const

  test('are told field by field, and never by value', () => {
    const rows = [{ id: 'secret', seconds: 4, other_name: 'private' }, { id: 7, seconds: '4', '+15735551234': 1 }] // prettier-ignore
    const compared = compareFields(rows, EXPECTED, camelName)
    expect(compared).toEqual({
      fields: [
        { field: 'id', assumed: 'text or count', came: 'count or text' },
        { field: 'seconds', assumed: 'number', came: 'count or text' },
        { field: 'url', assumed: 'text' },
        { field: 'otherName', came: 'text' },
        { field: '…', came: 'several' },
      ],
      fitting: ['id'],
      other: ['seconds'],
      lacking: ['url'],
    })
    expect(JSON.stringify(compared)).not.toMatch(/secret|private|5735/)
  })

  test('a count is a number, a number is no count, and null says nothing', () => {
    const expected = { a: ['number'], b: ['count'], c: ['text'] } as const
    expect(compareFields([{ a: 1, b: 1.5, c: null }], expected, camelName)).toMatchObject({
      fitting: ['a', 'c'],
      other: ['b'],
    })
  })

  test('of many other fields the first are listed', () => {
    const row = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`field_${String.fromCharCode(97 + (i % 26))}_${i}`, i])) // prettier-ignore
    expect(compareFields([row], {}, (name) => name).fields).toHaveLength(60)
  })
})

test('of values the objects are taken', () => {
  expect(objectsIn([null, 1, 'x', [], { a: 1 }])).toEqual([{ a: 1 }])
})
