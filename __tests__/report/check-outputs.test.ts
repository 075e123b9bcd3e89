import { describe, expect, test } from '@jest/globals'
import { checkOutputs } from '../../src/report/check-outputs.ts'
import { MAX_RESULTS_BYTES, finalOutputs, reportOutputs, runOutputs } from '../../src/report/outputs.ts'
import { ASSUMED, OK, PROBLEM, checkWith } from './checks.ts'
import { stepWith } from './reports.ts'

const resultsOf = (report: Parameters<typeof checkOutputs>[0]) =>
  JSON.parse(checkOutputs(report).results ?? '') as { findings: object[]; assumptions: object[]; truncated?: true }

test('every output of a step is set, and only the verdict and the results hold something', () => {
  const outputs = checkOutputs(checkWith())
  const step = { ...finalOutputs(stepWith()), ...runOutputs([]), ...reportOutputs({}) }
  expect(Object.keys(outputs).toSorted()).toEqual(Object.keys(step).toSorted())
  const filled = Object.entries(outputs).filter(([, value]) => value !== '')
  expect(filled.map(([name]) => name).toSorted()).toEqual(['results', 'verdict'])
})

describe('results', () => {
  test('have everything that was found', () => {
    expect(resultsOf(checkWith([PROBLEM, OK]))).toEqual({
      verdict: 'error',
      code: 'unknown-name',
      runs: [],
      findings: [PROBLEM, OK],
      assumptions: [ASSUMED],
    })
    expect(resultsOf(checkWith([], { problem: 'a\nb' }))).toMatchObject({ problem: 'a b' })
  })

  test('that are too large lose the fields of the API first, and then the last findings', () => {
    const fields = Array.from({ length: 5_000 }, (_, i) => ({ field: `field_${i}`, came: 'text '.repeat(10) }))
    const large = resultsOf(checkWith([OK], { assumptions: [{ ...ASSUMED, fields }] }))
    expect([large.truncated, large.findings, large.assumptions]).toEqual([
      true,
      [OK],
      [JSON.parse(JSON.stringify({ ...ASSUMED, fields: undefined }))],
    ])
    const many = checkWith(Array.from({ length: 2_000 }, () => ({ ...OK, reason: 'x'.repeat(700) })))
    const text = checkOutputs(many).results ?? ''
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MAX_RESULTS_BYTES)
    expect(resultsOf(many).findings.length).toBeGreaterThan(100)
  })
})
