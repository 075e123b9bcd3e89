// Holds the client's guards against openapi.yaml: whatever the description allows is read, whatever it rules out of a documented field is
// refused, and an assumed field of any type breaks nothing.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import * as fc from 'fast-check'
import { parse } from 'yaml'
import {
  readEndpoint,
  readOne,
  readPage,
  readProject,
  readRun,
  readTest,
  readTriggeredRun,
} from '../../../src/apis/callmeter/answers.ts'
import { Failure } from '../../../src/base/failure.ts'

interface Schema {
  'x-basis'?: string
  properties?: Record<string, Schema>
  required?: string[]
}

const description = parse(
  readFileSync(new URL('../../../src/apis/callmeter/openapi.yaml', import.meta.url), 'utf8'),
) as {
  components: { schemas: Record<string, Schema> }
}
const ajv = new Ajv2020({ strict: false, strictNumbers: true })
ajv.addSchema({ $id: 'callmeter', ...description })

const ODD_VALUES: readonly unknown[] = [
  null,
  0,
  -1,
  4.5,
  Number.POSITIVE_INFINITY,
  true,
  '',
  'x',
  '4',
  [],
  [1],
  {},
  { a: { b: 'c' } },
]

const GUARDS: Record<string, { sample: Record<string, unknown>; read: (value: unknown) => unknown }> = {
  Project: {
    sample: { id: 'p1', slug: 'pbx', name: 'PBX', testCount: 1, probeCount: 0, registrarCount: 2 },
    read: readProject,
  },
  Test: { sample: { id: 't1', name: 'Load', slug: 'load', durationSeconds: 60, endpointCount: 40 }, read: readTest },
  TriggeredRun: { sample: { testRunId: 'r1', status: 'PENDING' }, read: readTriggeredRun },
  Run: {
    sample: {
      id: 'r1',
      testRunId: 'r1',
      name: 'Nightly',
      status: 'RUNNING',
      createdAt: '2026-01-01T00:00:00Z',
      testId: 't1',
      startedAt: '2026-01-01T00:00:01Z',
      completedAt: '2026-01-01T00:01:01Z',
      durationSeconds: 60,
      endpointCount: 40,
      completedEndpoints: 4,
      failureReason: 'none',
      idempotencyKey: 'k1',
      url: 'https://callmeter.example/r1',
      summary: { avgMos: 4.2 },
    },
    read: readRun,
  },
  Endpoint: {
    sample: {
      id: 'e1',
      group: 'callers',
      endpointPhase: 'CLOSED',
      endpointOutcome: 'SUCCESS',
      outcome: 'SUCCESS',
      sipStatusCode: 200,
      metrics: { mos: 4.2 },
    },
    read: readEndpoint,
  },
  ProjectPage: {
    sample: {
      data: [{ id: 'p1' }],
      meta: { requestId: 'q', pagination: { page: 1, perPage: 25, total: 1, totalPages: 1 } },
    },
    read: (body) => readPage(body, 'the list of projects', readProject),
  },
  RunAnswer: { sample: { data: { status: 'RUNNING' }, meta: {} }, read: (body) => readOne(body, 'the run', readRun) },
}

function allows(name: string, value: unknown): boolean {
  return ajv.validate(`callmeter#/components/schemas/${name}`, value)
}

function accepts(read: (value: unknown) => unknown, value: unknown): boolean {
  try {
    read(value)
    return true
  } catch (error) {
    expect(error).toBeInstanceOf(Failure)
    expect((error as Failure).kind).toBe('misshapen')
    return false
  }
}

describe.each(Object.entries(GUARDS))('%s', (name, { sample, read }) => {
  const schema = description.components.schemas[name] as Schema

  test('the sample has every property of the description, and both accept it', () => {
    expect(name === 'TriggeredRun' ? ['testRunId', 'id', 'status'] : Object.keys(sample)).toEqual(
      expect.arrayContaining(Object.keys(schema.properties ?? {})),
    )
    expect(allows(name, sample)).toBe(true)
    expect(accepts(read, sample)).toBe(true)
  })

  test('nothing but an object is accepted', () => {
    for (const odd of [null, undefined, 4, 'text', true, [], [sample]])
      expect([odd, accepts(read, odd)]).toEqual([odd, false])
  })

  test.each(Object.keys(schema.properties ?? {}))('without %s: as the description says', (property) => {
    const rest = Object.fromEntries(Object.entries(sample).filter(([key]) => key !== property))
    expect(accepts(read, rest)).toBe(allows(name, rest))
  })

  test.each(Object.keys(schema.properties ?? {}))(
    'with odd values for %s: never less than the description allows',
    (property) => {
      const required = schema.required?.includes(property) ?? false
      for (const odd of ODD_VALUES) {
        const value = { ...sample, [property]: odd }
        const [allowed, accepted] = [allows(name, value), accepts(read, value)]
        if (allowed) expect([odd, accepted]).toEqual([odd, true])
        // What the product cannot do without must be refused; what it can do without must not end a run.
        if (!allowed && required) expect([odd, accepted]).toEqual([odd, false])
        if (!allowed && !required && property !== 'meta') {
          // Thresholds may ask for any number of a run.
          const endless = name === 'Run' && odd === Number.POSITIVE_INFINITY
          expect([odd, accepted]).toEqual([odd, !endless && (property !== 'testRunId' || name !== 'TriggeredRun')])
        }
      }
    },
  )
})

test.each<[string, object]>([
  ['at the top', { pagination: { page: 1, total: 7, totalPages: 4 } }],
  ['at the top, in snake case', { pagination: { total: 7, total_pages: 4 } }],
  ['beside the rows', { total: 7, totalPages: 4 }],
  ['in meta', { meta: { total: 7, totalPages: 4 } }],
])('paging that stands %s is taken for what it is', (_, beside) => {
  expect(readPage({ data: [], ...beside }, 'the list', readProject)).toEqual({ items: [], total: 7, totalPages: 4 })
})

test('paging in another place that is not understood is none', () => {
  for (const odd of [null, '4', -1, 1.5, [], {}])
    expect(readPage({ data: [], total: odd, pagination: odd }, 'the list', readProject)).toEqual({ items: [] })
})

test('a page of more rows than are read is refused', () => {
  const data = Array.from({ length: 10_001 }, () => ({ id: 'p' }))
  expect(() => readPage({ data }, 'the list', readProject)).toThrow(/10001 rows, and at most 10000/)
})

test.each(['page', 'total', 'totalPages'])('paging whose %s is not a count is refused, not guessed', (field) => {
  for (const odd of [null, '4', -1, 1.5, Number.POSITIVE_INFINITY, [], {}]) {
    const body = { data: [], meta: { pagination: { page: 1, perPage: 25, total: 0, totalPages: 0, [field]: odd } } }
    expect(accepts((value) => readPage(value, 'the list', readProject), body)).toBe(false)
  }
})

test('both casings of a field are read, the documented one first', () => {
  expect(readRun({ status: 'running', created_at: '2026-01-01T00:00:00Z', endpoint_count: 4 })).toMatchObject({
    status: 'RUNNING',
    createdAt: Date.UTC(2026, 0, 1),
    endpointCount: 4,
  })
  expect(readRun({ status: 'x', endpointCount: 1, endpoint_count: 2 }).endpointCount).toBe(1)
  expect(readEndpoint({ sipStatusCode: '503' }).sipStatus).toBe(503)
  expect(readEndpoint({ sipStatusCode: '486.5' }).sipStatus).toBeNull()
  expect(readEndpoint({ sipStatusCode: 'Busy' }).sipStatus).toBeNull()
  expect(readEndpoint({ mos: '4', metrics: { mos: '1.5' } }).readings).toEqual([
    { series: { metric: 'mos' }, value: 1.5 },
  ])
  expect(readEndpoint({ extension: '4930' }).readings).toEqual([])
  expect(readEndpoint({ endpoint_outcome: 'TIMEOUT', sip_status_code: 408 })).toMatchObject({
    outcome: 'TIMEOUT',
    sipStatus: 408,
  })
})

test('the id of a started run is testRunId or id', () => {
  expect(readTriggeredRun({ testRunId: 'a' }).id).toBe('a')
  expect(readTriggeredRun({ id: 'b' }).id).toBe('b')
  expect(readTriggeredRun({ test_run_id: 'c' }).id).toBe('c')
})

test('metrics at the top level of a row are read like those under metrics, which come first', () => {
  const { readings } = readEndpoint({
    id: 'e',
    group: 'g',
    sipStatusCode: 200,
    jitterMs: { recv: 4, send: { avg: 2 } },
    mos: 1,
    metrics: { mos: 4 },
  })
  expect(readings).toEqual([
    { series: { metric: 'mos' }, value: 4 },
    { series: { metric: 'jitter_ms', direction: 'receive' }, value: 4 },
    { series: { metric: 'jitter_ms', direction: 'send', statistic: 'avg' }, value: 2 },
  ])
})

test('a key named __proto__ is a name like any other', () => {
  const row = JSON.parse('{"__proto__": {"mos": 5}, "metrics": {"__proto__": 3, "constructor": 4}}') as unknown
  expect(readEndpoint(row).readings.map(({ series }) => series.metric)).toEqual(
    ['_proto_', 'constructor', '_proto_'].slice(0, 2),
  )
  expect(({} as Record<string, unknown>).mos).toBeUndefined()
})

describe('a number that nobody can have measured', () => {
  const bits = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })
  // Any double but NaN, which JSON does not have; large ones as often as small ones.
  const number = bits.map((n) => new Float64Array(BigUint64Array.of(n).buffer)[0] ?? 0).filter((x) => !Number.isNaN(x))
  const PLACES: readonly ((value: number) => object)[] = [
    (value) => ({ metrics: { jitterMs: value } }),
    (value) => ({ jitterMs: value }),
    (value) => ({ metrics: { rttMs: { audio: { receive: { max: value } } } } }),
  ]
  const hostile = fc.oneof(number, fc.constantFrom(1e21, -1e21, 1e300, Infinity, -Infinity))

  test('makes an endpoint none, wherever it stands, and any other is read', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom(...PLACES), (value, where) => {
        const read = () => readEndpoint({ id: 'e1', ...where(value) })
        if (Math.abs(value) < 1e21) expect(read().readings.map((reading) => reading.value)).toEqual([value])
        else expect(read).toThrow(expect.objectContaining({ kind: 'misshapen' }))
      }),
    )
  })

  test.each<[number, string]>([
    [Infinity, 'jitter_ms.receive.max is Infinity, which is too large to be measured in {"id":"e1"'],
    [-1e21, 'jitter_ms.receive.max is -1e+21, which is too large to be measured in {"id":"e1"'],
  ])('is told with its metric: %d', (value, words) => {
    expect(() => readEndpoint({ id: 'e1', metrics: { jitterMs: { recv: { max: value } } } })).toThrow(words)
  })

  test('is read where it is the largest that can be', () => {
    const largest = 999_999_999_999_999_868_928
    expect(readEndpoint({ metrics: { bytes: largest } }).readings).toEqual([
      { series: { metric: 'bytes' }, value: largest },
    ])
  })

  test('makes a run none where it is not finite, however deep it stands', () => {
    for (const text of ['{"summary":{"calls":[1,{"worst":1e999}]}}', '{"endpointCount":-1e999}']) {
      const detail = { id: 'r1', status: 'COMPLETED', ...(JSON.parse(text) as object) }
      expect(() => readRun(detail)).toThrow(
        expect.objectContaining({
          kind: 'misshapen',
          message: expect.stringMatching(
            /: run\.(summary\.calls\.1\.worst|endpointCount) is not finite in \{"id":"r1"/,
          ),
        }),
      )
    }
    expect(readRun({ status: 'COMPLETED', large: 1e300 }).detail).toMatchObject({ large: 1e300 })
  })
})

describe('everything that is read', () => {
  test('stands where it belongs', () => {
    expect(readProject({ id: 'p', slug: 's', name: 'n' })).toEqual({ id: 'p', slug: 's', name: 'n' })
    expect(readTest({ id: 't', slug: 's', name: 'n', durationSeconds: 60, endpointCount: 4 })).toEqual({
      id: 't',
      slug: 's',
      name: 'n',
      plannedSeconds: 60,
      endpointCount: 4,
    })
    expect(readTriggeredRun({ testRunId: 'r', id: 'other', status: 'cannotRun' })).toEqual({
      id: 'r',
      status: 'CANNOT_RUN',
    })
    expect(readTriggeredRun({ id: 'r', status: 7 })).toEqual({ id: 'r' })
  })

  test.each([
    'id',
    'endpointId',
    'name',
    'groupName',
    'group_id',
    'phase',
    'outcome',
    'sipStatus',
    'createdAt',
    'startedAt',
    'completedAt',
    'endedAt',
    'testRunId',
    'index',
  ])('a field %s of a row is no metric', (name) => {
    expect(readEndpoint({ [name]: 7, mos: 4 }).readings.map(({ series }) => series.metric)).toEqual(['mos'])
  })

  test.each<[string, () => unknown, string]>([
    ['a project without an id', () => readProject({}), 'for a project is not understood: it has no id in '],
    ['a project that is a list', () => readProject([]), 'for a project is not understood: it is not an object in '],
    ['a test with an empty id', () => readTest({ id: '' }), 'for a test is not understood: it has no id in '],
    [
      'a started run without an id',
      () => readTriggeredRun({ status: 'PENDING' }),
      'for the started run is not understood: it has no id in ',
    ],
    ['a run without a status', () => readRun({ id: 'r' }), 'for the run is not understood: it has no status in '],
    [
      'a run with a blank status',
      () => readRun({ status: ' ' }),
      'for the run is not understood: it has no status in ',
    ],
    ['an endpoint that is text', () => readEndpoint('x'), 'for an endpoint is not understood: it is not an object in '],
    [
      'an answer without data',
      () => readOne({ data: null }, 'the run', readRun),
      'for the run is not understood: there is no `data` in ',
    ],
    [
      'an answer with no data at all',
      () => readOne({}, 'the run', readRun),
      'for the run is not understood: there is no `data` in ',
    ],
  ])('%s is refused, and said so', (_, read, words) => {
    expect(read).toThrow(expect.objectContaining({ kind: 'misshapen', message: expect.stringContaining(words) }))
  })
})
