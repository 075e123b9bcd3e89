import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import { DEMO_PROJECT, DEMO_TEST } from '../../../simulator/callmeter/account.ts'
import { answerOperation } from '../../../simulator/callmeter/answers.ts'
import { inCasing } from '../../../simulator/callmeter/envelope.ts'
import { endOf, stagesOf } from '../../../simulator/callmeter/life-cycle.ts'
import { OPERATION_IDS } from '../../../simulator/callmeter/operations.ts'
import type { OperationId } from '../../../simulator/callmeter/operations.ts'
import { createRun, stopRun } from '../../../simulator/callmeter/run.ts'
import { SCENARIOS } from '../../../simulator/callmeter/scenarios.ts'
import type { Scenario } from '../../../simulator/callmeter/scenarios.ts'

const START = Date.UTC(2026, 10, 21)
const description = new URL('../../../src/apis/callmeter/openapi.yaml', import.meta.url)
const { components }: { components: object } = parse(readFileSync(description, 'utf8'))

/** The schema with every field that it doesn't name forbidden, unless it says that there may be more. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const copy = Object.fromEntries(Object.entries(schema).map(([name, part]) => [name, closed(part)]))
  return 'properties' in copy && !('additionalProperties' in copy) ? { ...copy, additionalProperties: false } : copy
}

const ajv = new Ajv2020({ strict: false, allErrors: true })
ajv.addSchema({ components: closed(components) }, 'api')

const schemaOf: Record<OperationId, string | null> = {
  listProjects: 'ProjectPage',
  listTests: 'TestPage',
  triggerRun: 'TriggeredRunAnswer',
  listRuns: 'RunPage',
  getRun: 'RunAnswer',
  listEndpoints: 'EndpointPage',
  stopRun: null,
}

/** What is wrong with a body; nothing for one that is as described. */
function faultsOf(schema: string, body: unknown): string {
  ajv.validate(`api#/components/schemas/${schema}`, toCamelCase(body))
  return ajv.errorsText(ajv.errors, { separator: '\n' }).replace('No errors', '')
}

function toCamelCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toCamelCase)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      name === 'metrics' ? field : toCamelCase(field),
    ]),
  )
}

function answers(scenario: Scenario, stopped: boolean) {
  const run = createRun({ seed: 1, number: 1, project: DEMO_PROJECT, test: DEMO_TEST, createdAt: START, scenario })
  const end = endOf(stagesOf(run)) ?? START + 200_000
  if (stopped) stopRun(run, 'api', START + 30_000)
  const answerAt = (operation: OperationId, at: number) => {
    const request = {
      operation,
      at,
      projectId: DEMO_PROJECT.id,
      testId: DEMO_TEST.id,
      testRunId: run.id,
      query: { perPage: '100' },
      idempotencyKey: null,
      requestId: 'r',
    }
    const { status, body } = answerOperation({ scenario, runs: [run], startRun: () => run }, request)
    return { operation, status, body: inCasing(body, scenario.casing) }
  }
  // Each stage's first moment, some between, and after everything has arrived.
  const moments = [...stagesOf(run).map(({ from }) => from), START + 8000, START + 40_000, end + 6000, end + 60_000]
  return moments.flatMap((at) =>
    OPERATION_IDS.filter((operation) => operation !== 'stopRun').map((operation) => answerAt(operation, at)),
  )
}

describe('every answer is as openapi.yaml describes it', () => {
  const variants: [string, Scenario][] = [
    // More endpoints than these have no other form.
    ...Object.entries(SCENARIOS).map(([name, own]): [string, Scenario] => [
      name,
      { ...own, endpoints: Math.min(own.endpoints, 20) },
    ]),
    ...(['number', 'statistics', 'tracks'] as const).map((metricShape): [string, Scenario] => [
      `metrics as ${metricShape}`,
      { ...SCENARIOS['failing-endpoints'], metricShape, metricCasing: 'camel', failedMetrics: 'zero' },
    ]),
  ]
  test.each(variants)('%s', (_name, scenario) => {
    for (const { operation, status, body } of [...answers(scenario, false), ...answers(scenario, true)]) {
      const offered = !scenario.without.includes(operation)
      expect({ operation, faults: faultsOf(offered ? schemaOf[operation]! : 'ErrorAnswer', body) }).toEqual({
        operation,
        faults: '',
      })
      expect(status < 300).toBe(offered)
    }
  })

  test('and the check would notice', () => {
    expect(faultsOf('RunAnswer', { data: { id: 'r', name: 'n' } })).toContain('status')
    expect(faultsOf('RunAnswer', { data: { id: 'r', status: 'QUEUED', progress: 3 } })).toContain('additional')
    expect(faultsOf('EndpointPage', { data: [{ metrics: { mos: 'good' } }] })).toContain('metrics/mos')
  })
})

const lastOf = (scenario: Scenario, operation: OperationId) =>
  answers(scenario, false).findLast((answer) => answer.operation === operation)?.body

describe('documented contradictions', () => {
  test('the run id is testRunId or id', () => {
    expect(lastOf(SCENARIOS.healthy, 'triggerRun')).toHaveProperty('data.testRunId')
    expect(lastOf(SCENARIOS['run-id-as-id'], 'triggerRun')).toHaveProperty('data.id')
    expect(lastOf(SCENARIOS['run-id-as-id'], 'triggerRun')).not.toHaveProperty('data.testRunId')
  })

  test('field names are in camelCase or snake_case, metric keys in their own casing', () => {
    expect(lastOf(SCENARIOS['snake-case'], 'getRun')).toHaveProperty('data.created_at')
    expect(lastOf(SCENARIOS['snake-case'], 'listEndpoints')).toHaveProperty('meta.pagination.per_page', 100)
    expect(lastOf(SCENARIOS['snake-case'], 'listEndpoints')).toHaveProperty('data.0.metrics.jitter_ms.receive.avg')
    const camelMetrics = { ...SCENARIOS['snake-case'], metricCasing: 'camel' } as const
    expect(lastOf(camelMetrics, 'listEndpoints')).toHaveProperty('data.0.metrics.jitterMs.receive.avg')
  })

  test('fields that are only assumed can be missing', () => {
    expect(lastOf(SCENARIOS.bare, 'getRun')).toMatchObject({
      data: { id: expect.any(String), name: expect.any(String), status: 'COMPLETED', createdAt: expect.any(String) },
    })
    expect(lastOf(SCENARIOS.bare, 'getRun')).not.toHaveProperty('data.testId')
    expect(lastOf(SCENARIOS.bare, 'listEndpoints')).not.toHaveProperty('data.0.id')
  })
})
