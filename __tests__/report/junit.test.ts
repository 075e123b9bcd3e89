import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { type ITestCase, type ITestResult, parse } from 'test-results-parser'
import { type XMLFileInfo, type XMLValidationResult, memoryPages, validateXML } from 'xmllint-wasm'
import { type MissingData, judgeThresholds } from '../../src/stages/judge.ts'
import { renderJUnit } from '../../src/report/junit.ts'
import { finalOutputs } from '../../src/report/outputs.ts'
import type { RunReport, StepReport } from '../../src/report/report.ts'
import { plain } from '../../src/base/text.ts'
import { type ThresholdResult, evaluate, unjudged } from '../../src/thresholds/evaluate.ts'
import { parseThresholds } from '../../src/thresholds/parse.ts'
import type { Threshold } from '../../src/thresholds/syntax.ts'
import { VERDICTS, type Verdict } from '../../src/model/verdict.ts'
import { subjectOf, subjectWith } from '../thresholds/rows.ts'
import { resultWith, runWith, stepWith, thresholdWith } from './reports.ts'

const SEED = 20_261_122

// Jenkins has since given `skipped` a type and a message, as `failure` has; nothing else that is written here was added.
const SKIPPED = '<xs:element name="skipped" type="xs:string"/>'
const SKIPPED_NOW = `<xs:element name="skipped"><xs:complexType mixed="true">
  <xs:attribute name="type" type="xs:string"/><xs:attribute name="message" type="xs:string"/>
</xs:complexType></xs:element>`
const SCHEMA = readFileSync(new URL('jenkins-junit.xsd', import.meta.url), 'utf8').replace(SKIPPED, SKIPPED_NOW)

const folder = mkdtempSync(join(tmpdir(), 'junit-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Every document that the tests below wrote: the last test holds them all against the schema in one go, since each go takes its time. */
const documents: string[] = []

function write(report: StepReport): string {
  const xml = renderJUnit(report)
  documents.push(xml)
  return xml
}

/** What a reader that is used for real makes of it. */
function read(report: StepReport): ITestResult {
  const file = join(folder, `${documents.length}.xml`)
  writeFileSync(file, write(report))
  return parse({ type: 'junit', files: [file] })
}

function readRun(rest: Partial<RunReport>): { cases: ITestCase[]; counts: number[] } {
  const run = runWith(rest)
  const { suites } = read(stepWith({ verdict: run.verdict, runs: [run] }))
  const [suite] = suites
  if (!suite || suites.length > 1) throw new Error('One run is one suite.')
  const { passed, failed, errors, skipped, cases } = suite
  expect(passed + failed + errors + skipped).toBe(cases.length)
  return { cases, counts: [passed, failed, errors, skipped] }
}

async function validate(...xmls: readonly string[]): Promise<XMLValidationResult> {
  const files: XMLFileInfo[] = xmls.map((xml, i) => ({ fileName: `${i}.xml`, contents: xml }))
  return validateXML({
    xml: files,
    schema: SCHEMA,
    normalization: 'c14n',
    initialMemoryPages: 64 * memoryPages.MiB,
    maxMemoryPages: memoryPages.GiB,
  })
}

/** A threshold as the parser gives it. */
function line(text: string, rest: Partial<Threshold> = {}): Threshold {
  const [threshold] = parseThresholds(text).thresholds
  if (!threshold) throw new Error(`${text} is no threshold`)
  return { ...threshold, ...rest }
}

const HELD = resultWith({
  threshold: line('success_rate >= 99%', { line: 2 }),
  measured: 100,
  limit: 99,
  unit: '%',
  coverage: { used: 40, of: 40 },
})
const BREACHED = resultWith({
  threshold: line('avg(mos) >= 4.0', { file: '.github/quality.txt', line: 7 }),
  state: 'breached',
  measured: 3.61,
  limit: 4,
  coverage: { used: 38, of: 40 },
})
const WARNING = resultWith({
  threshold: line('warn: p95(rtt_ms) <= 250ms', { line: 3 }),
  operator: '<=',
  state: 'breached',
  measured: 301,
  limit: 250,
  unit: 'ms',
})
const MISSING = resultWith({ threshold: line('avg(r_factor) >= 80'), state: 'missing', reason: 'nobody measured it' })
const INVALID = resultWith({
  threshold: thresholdWith('avg(odd) >= 30ms'),
  state: 'invalid',
  reason: 'odd has no unit',
})
const UNJUDGED = unjudged([line('avg(mos) >= 4.0'), line('warn: endpoints > 1')])

describe('every verdict is a complete file', () => {
  const cases: [string, Verdict, Partial<RunReport>, number[], string][] = [
    ['all held', 'passed', { status: 'COMPLETED', thresholds: [HELD] }, [2, 0, 0, 0], 'PASS'],
    ['only a warning', 'warned', { status: 'COMPLETED', thresholds: [HELD, WARNING] }, [3, 0, 0, 0], 'PASS'],
    ['a breach', 'failed', { status: 'COMPLETED', thresholds: [HELD, BREACHED, WARNING] }, [3, 1, 0, 0], 'PASS'],
    [
      'ended FAILED, and a breach',
      'run-failed',
      { status: 'FAILED', thresholds: [HELD, BREACHED] },
      [1, 1, 1, 0],
      'FAIL',
    ],
    ['ended FAILED', 'run-failed', { status: 'FAILED', thresholds: UNJUDGED }, [0, 0, 1, 2], 'FAIL'],
    ['no capacity', 'not-run', { status: 'CANNOT_RUN_FOR_NOW', thresholds: UNJUDGED }, [0, 0, 1, 2], 'FAIL'],
    ['too slow', 'timed-out', { status: 'RUNNING', thresholds: UNJUDGED }, [0, 0, 1, 2], 'FAIL'],
    ['stopped', 'cancelled', { thresholds: UNJUDGED }, [0, 0, 1, 2], 'FAIL'],
    ['cut short', 'cancelled', { status: 'COMPLETED', thresholds: [HELD, BREACHED] }, [1, 1, 1, 0], 'FAIL'],
    ['out of reach', 'error', { thresholds: UNJUDGED }, [0, 0, 1, 2], 'FAIL'],
    ['not judged as written', 'error', { status: 'COMPLETED', thresholds: [HELD, INVALID] }, [1, 0, 2, 0], 'FAIL'],
    ['left to itself', 'triggered', { status: 'QUEUED' }, [0, 0, 0, 1], 'SKIP'],
  ]
  test.each(cases)('%s: %s', (_, verdict, rest, counts, ofRun) => {
    const found = readRun({ ...rest, verdict, reason: 'Because "of" <that>.' })
    expect(found.counts).toEqual(counts)
    const [run] = found.cases
    expect(run).toMatchObject({ name: 'run completed and judged', status: ofRun })
    if (ofRun === 'FAIL') expect(run).toMatchObject({ failure: 'Because "of" <that>.' })
  })

  test('all of them', () => {
    expect(new Set(cases.map(([, verdict]) => verdict))).toEqual(new Set([...VERDICTS, 'triggered']))
  })

  test('a run that no threshold could judge fails itself, since nothing else would', () => {
    const results = evaluate([line('warn: avg(r_factor) >= 80')], subjectWith('mos', [4]))
    const { verdict, reason } = judgeThresholds(results, subjectWith('mos', [4]).measurements, 'ignore')
    expect(verdict).toBe('failed')
    expect(readRun({ verdict, reason, status: 'COMPLETED', thresholds: results }).counts).toEqual([0, 1, 0, 1])
  })

  test('a step that had no run has one suite with what was wrong, line by line', () => {
    const problem = '`thresholds` line 1, column 1: unknown function `avrg`\n    avrg(mos) > 4\n    ^^^^'
    const { suites, total, errors, status } = read(stepWith({ verdict: 'error', problem }))
    expect([suites.length, total, errors, status]).toEqual([1, 1, 1, 'FAIL'])
    expect(suites[0]?.cases[0]).toMatchObject({ status: 'FAIL', stack_trace: problem, failure: plain(problem) })
  })

  test('even a step that knows nothing has an error', () => {
    expect(read(stepWith({ verdict: 'error' }))).toMatchObject({ total: 1, errors: 1, status: 'FAIL' })
  })

  test('several runs', () => {
    const runs = [
      runWith({ test: { asked: 'a', name: 'Nightly' }, thresholds: [HELD] }),
      runWith({ verdict: 'failed', status: 'COMPLETED', test: { asked: 'b' }, thresholds: [HELD, BREACHED, MISSING] }),
      runWith({ verdict: 'triggered', test: { asked: 'c' } }),
    ]
    const result = read(stepWith({ verdict: 'failed', runs, startedAt: 1_000, endedAt: 62_500 }))
    expect(result.suites.map(({ name }) => name)).toEqual(['Nightly', 'b', 'c'])
    expect(result).toMatchObject({ name: 'CallMeter', passed: 4, failed: 2, errors: 0, skipped: 1, duration: 61_500 })
  })
})

describe('thresholds', () => {
  test('a breach tells what was measured, the limit, by how much, over how many, and where it stands', () => {
    const { cases } = readRun({ verdict: 'failed', status: 'COMPLETED', thresholds: [BREACHED] })
    const told = '❌ avg(mos) >= 4.0: measured 3.61, breached by 0.39 (9.8 %), 38 of 40 endpoints'
    expect(cases[1]).toMatchObject({
      name: 'avg(mos) >= 4.0',
      status: 'FAIL',
      failure: told,
      stack_trace: `${told}\nLimit: >= 4\nFrom: .github/quality.txt:7`,
    })
  })

  test('what held, and what only warns, tells the same in its output', () => {
    const xml = write(stepWith({ runs: [runWith({ verdict: 'warned', thresholds: [HELD, WARNING] })] }))
    const outputs = [...xml.matchAll(/<system-out>([^<]*)/g)].map(([, text]) => text)
    expect(outputs.slice(1)).toEqual([
      '✅ success_rate &gt;= 99%: measured 100 %, passed by 1 point, 40 endpoints\nLimit: &gt;= 99 %\nFrom: line 2 of thresholds',
      '⚠️ warn: p95(rtt_ms) &lt;= 250ms: measured 301 ms, breached by 51 ms (20.4 %)\nLimit: &lt;= 250 ms\nFrom: line 3 of thresholds',
    ])
    expect(xml).not.toMatch(/<(failure|error|skipped)/)
  })

  test('the default threshold stands nowhere', () => {
    const xml = write(
      stepWith({ runs: [runWith({ thresholds: [{ ...HELD, threshold: { ...HELD.threshold, line: 0 } }] })] }),
    )
    expect(xml).not.toContain('From:')
  })

  test('what was not judged says why', () => {
    const thresholds = unjudged([line('avg(mos) >= 4.0')])
    const xml = write(stepWith({ runs: [runWith({ verdict: 'timed-out', reason: 'Too slow.', thresholds })] }))
    expect(xml).toContain('<skipped message="not judged: Too slow.">')
    expect(xml).toContain('<error type="timed-out" message="Too slow.">')
  })

  test.each<[MissingData, Verdict, number[]]>([
    ['fail', 'failed', [2, 1, 0, 1]],
    ['warn', 'warned', [2, 0, 0, 2]],
    ['ignore', 'passed', [2, 0, 0, 2]],
  ])('without a value, missing-data: %s', (missingData, verdict, counts) => {
    const subject = subjectWith('mos', [4, 4.2])
    const { thresholds } = parseThresholds('avg(mos) >= 4\navg(r_factor) >= 80\nwarn: avg(rtt_ms) <= 100ms')
    const results = evaluate(thresholds, subject)
    const judged = judgeThresholds(results, subject.measurements, missingData)
    expect(judged.verdict).toBe(verdict)
    const { cases, counts: found } = readRun({ ...judged, status: 'COMPLETED', subject, thresholds: results })
    expect(found).toEqual(counts)
    expect(cases.map(({ status }) => status)).toEqual([
      'PASS',
      'PASS',
      missingData === 'fail' ? 'FAIL' : 'SKIP',
      'SKIP',
    ])
  })

  test('equal ones get names of their own, and the first keeps its', () => {
    const at = (lineNumber: number, file?: string): ThresholdResult =>
      resultWith({ threshold: line('endpoints > 0', { line: lineNumber, ...(file ? { file } : {}) }) })
    const { cases } = readRun({ thresholds: [at(1), at(3), at(3), at(3, 'q.txt'), at(0), at(0)] })
    expect(cases.slice(1).map(({ name }) => name)).toEqual([
      'endpoints > 0',
      'endpoints > 0 (line 3 of thresholds)',
      'endpoints > 0 (2)',
      'endpoints > 0 (q.txt:3)',
      'endpoints > 0 (3)',
      'endpoints > 0 (4)',
    ])
  })

  test('a long one does not push out what was measured', () => {
    const text = `avg(mos where group = "${'x'.repeat(960)}") >= 4`
    const { cases } = readRun({ verdict: 'failed', thresholds: [{ ...BREACHED, threshold: thresholdWith(text) }] })
    expect(cases[1]?.failure).toMatch(/: measured 3\.61, breached by 0\.39/)
  })

  test('failures and errors are as many as the output failed-thresholds says, and there are some where the verdict is not good', () => {
    const results = fc.array(
      fc.record({
        state: fc.constantFrom<ThresholdResult['state'][]>('held', 'breached', 'missing', 'invalid'),
        severity: fc.constantFrom<Threshold['severity'][]>('fail', 'warn'),
      }),
      { maxLength: 6 },
    )
    const { measurements } = subjectWith('mos', [4])
    fc.assert(
      fc.property(results, fc.constantFrom<MissingData[]>('fail', 'warn', 'ignore'), (states, missingData) => {
        const thresholds = states.map(({ state, severity }) =>
          resultWith({ state, threshold: thresholdWith('endpoints > 0', severity) }),
        )
        const { verdict, reason } = judgeThresholds(thresholds, measurements, missingData)
        const report = stepWith({ verdict, runs: [runWith({ verdict, reason, status: 'COMPLETED', thresholds })] })
        const broken = (text: string): number => text.match(/<(failure|error) /g)?.length ?? 0
        const [runCase = '', ...others] = renderJUnit(report).split('</testcase>')
        expect(String(broken(others.join('')))).toBe(finalOutputs(report)['failed-thresholds'])
        expect(broken(runCase) + broken(others.join('')) > 0).toBe(verdict !== 'passed' && verdict !== 'warned')
      }),
      { seed: SEED },
    )
  })
})

describe('suites', () => {
  test('when it started and how long it ran, and what identifies it', () => {
    const run = { status: 'COMPLETED', startedAt: Date.UTC(2026, 10, 22, 8, 30, 0, 250), detail: {} }
    const subject = subjectOf([{}], { run, durationSeconds: 61.5 })
    const xml = write(
      stepWith({
        runs: [
          runWith({
            subject,
            project: { asked: 'pbx', id: 'p1', name: 'PBX' },
            test: { asked: 'load', id: 't1', name: 'Load' },
            runId: 'r1',
            runUrl: 'https://callmeter.io/runs/r1?a=1&b=2',
            status: 'COMPLETED',
            thresholds: [HELD],
          }),
        ],
      }),
    )
    expect(xml).toContain(
      '<testsuite name="Load" tests="2" failures="0" errors="0" skipped="0" time="61.5" timestamp="2026-11-22T08:30:00.250Z">',
    )
    expect(xml).toContain('<testcase name="run completed and judged" classname="Load" time="61.5">')
    expect(xml).toContain('<testcase name="success_rate &gt;= 99%" classname="Load" time="0">')
    expect(
      [...xml.matchAll(/<property name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    ).toEqual([
      ['project', 'PBX'],
      ['project-id', 'p1'],
      ['test', 'Load'],
      ['test-id', 't1'],
      ['run-id', 'r1'],
      ['run-url', 'https://callmeter.io/runs/r1?a=1&amp;b=2'],
      ['status', 'COMPLETED'],
      ['verdict', 'passed'],
    ])
  })

  test.each([undefined, 0, 1e-9, 1 / 3, 1e21, -1, Number.NaN, Number.POSITIVE_INFINITY])(
    'a duration of %p s is written as seconds that every schema takes',
    (durationSeconds) => {
      const subject = subjectOf([{}], durationSeconds === undefined ? {} : { durationSeconds })
      const xml = write(stepWith({ runs: [runWith({ subject })] }))
      const times = [...xml.matchAll(/ time="([^"]*)"/g)].map(([, time]) => time)
      expect(times).toHaveLength(3)
      for (const time of times) expect(time).toMatch(/^\d+(\.\d{1,3})?$/)
    },
  )

  test('equal names of tests are told apart, so that no reader makes one of two suites', () => {
    const named = (runId?: string): RunReport => runWith({ test: { asked: 'load' }, ...(runId ? { runId } : {}) })
    const { suites } = read(stepWith({ runs: [named('r1'), named('r2'), named()] }))
    expect(suites.map(({ name }) => name)).toEqual(['load', 'load (r2)', 'load (2)'])
  })

  test('what the run was told of is in its output', () => {
    const xml = write(
      stepWith({ runs: [runWith({ reason: 'All held.', notes: ['Beware of this.', 'And of that.'] })] }),
    )
    expect(xml).toContain('<system-out>All held.\nBeware of this.\nAnd of that.</system-out>')
  })
})

describe('text that would be something else in XML, or to its readers', () => {
  test('stays what it is', async () => {
    const texts = [
      '"quoted" and \'quoted\'',
      '<b>&lt;b&gt;</b>',
      '&amp;amp; &#65; &unknown;',
      ']]> <![CDATA[ x ]]>',
      '<!-- -- --> <?php ?>',
      '</testsuite></testsuites>',
      'true',
      '%0A %s ${x} {{x}}',
      'ünïcödé 😀 中文',
    ]
    const xmls = texts.map((text) =>
      write(stepWith({ runs: [runWith({ verdict: 'error', reason: text, test: { asked: text }, notes: [text] })] })),
    )
    const { errors, normalized } = await validate(...xmls)
    expect(errors).toEqual([])
    expect(attributes(normalized, 'testsuite', 'name')).toEqual(texts)
    expect(attributes(normalized, 'testcase', 'classname')).toEqual(texts)
    expect(attributes(normalized, 'error', 'message')).toEqual(texts)
    expect(contents(normalized, 'error')).toEqual(texts.map((text) => `${text}\n${text}`))
  })

  test('a name that is nothing but such characters', () => {
    const xml = write(
      stepWith({
        runs: [
          runWith({
            test: { asked: '\u0000\uFFFE\uD800' },
            thresholds: [resultWith({ threshold: thresholdWith('\u0007') })],
          }),
        ],
      }),
    )
    expect(xml).toContain('<testsuite name="run" ')
    expect(xml).toContain('<testcase name="threshold" ')
  })

  test('names no attachment or property, and is no workflow command in a log', () => {
    const reason = '[[ATTACHMENT|/etc/passwd]] [[[PROPERTY|verdict=passed]]\n::error::boo\n##[group]x'
    const { cases } = readRun({ verdict: 'passed', reason })
    expect(cases[0]).toMatchObject({ attachments: [], metadata: { verdict: 'passed' } })
    expect(Object.keys(cases[0]?.metadata ?? {})).toEqual(['project', 'test', 'verdict'])
    expect(write(stepWith({ runs: [runWith({ reason })] }))).not.toMatch(/\[\[|^\s*::|##\[/m)
  })

  const PIECES = ['"', "'", '<', '>', '&', '&lt;', '&#0;', ']]>', '<![CDATA[', '-->', '\n', '\r\n', '\t', '\0', '\u001B[31m', '\u0085', '\u2028', '\u202E', '\u200D', '\uFEFF', '\uFFFE', '\uFFFF', '\uD800', '\uDC00', '😀', '👩‍💻', 'a', ' ', '[[', '::', '##['] // prettier-ignore
  const hostile = fc.oneof(
    fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
    fc.array(fc.nat(0xffff), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
    fc.constantFrom(...PIECES).map((piece) => piece.repeat(100_000 / piece.length)),
    // Not fc.string with binary units: its preparation takes a second.
    fc.array(fc.nat(0x10ffff), { maxLength: 30 }).map((points) => String.fromCodePoint(...points)),
  )

  test(`120 hostile texts, seed ${SEED}, are well-formed, obey the schema, and are read back`, async () => {
    const inputs = fc.sample(fc.tuple(hostile, hostile, hostile), { seed: SEED, numRuns: 40 })
    const xmls = inputs.map(([name, reason, text]) => {
      const thresholds = [{ ...BREACHED, threshold: { ...thresholdWith(text), file: text }, note: reason }]
      const named = { asked: 'asked', name }
      return renderJUnit(
        stepWith({
          runs: [runWith({ verdict: 'error', reason, test: named, runUrl: text, notes: [reason], thresholds })],
        }),
      )
    })
    // xmllint gets UTF-8, in which half a surrogate pair is another character already.
    expect(xmls.filter((xml) => !xml.isWellFormed())).toEqual([])
    const { valid, errors, normalized } = await validate(...xmls)
    expect([errors, valid]).toEqual([[], true])
    expect(attributes(normalized, 'testsuite', 'name')).toEqual(inputs.map(([name]) => plain(name, 200) || 'asked'))
    expect(attributes(normalized, 'error', 'message')).toEqual(
      inputs.map(([, reason]) => plain(reason || 'error', 1_000)),
    )
    const names = attributes(normalized, 'testcase', 'name').filter((name) => name !== 'run completed and judged')
    expect(names).toEqual(inputs.map(([, , text]) => plain(text, 200) || 'threshold'))
  })
})

test('a step of 50 runs with 200 thresholds each, all of them as long and as bad to escape as can be, takes at most 64 MB', () => {
  const text = `avg(mos where group = "${'"&<'.repeat(320)}") >= 4`
  const broken = { ...BREACHED, threshold: thresholdWith(text), reason: text.repeat(10) }
  const runs = [1, 2].map(() =>
    runWith({ verdict: 'failed', reason: '"'.repeat(100_000), thresholds: Array.from({ length: 200 }, () => broken) }),
  )
  const xml = renderJUnit(stepWith({ verdict: 'failed', runs }))
  expect((Buffer.byteLength(xml) / 2) * 50).toBeLessThan(64_000_000)
})

test('every document of these tests obeys the schema', async () => {
  expect(SCHEMA).toContain(SKIPPED_NOW)
  expect(documents.length).toBeGreaterThan(40)
  const { valid, errors } = await validate(...documents)
  expect([errors, valid]).toEqual([[], true])
})

test('the schema would have found a mistake', async () => {
  const { valid } = await validate(renderJUnit(stepWith()).replace('classname=', 'class='))
  expect(valid).toBe(false)
})

/** The values of an attribute of all elements of a name, in canonical XML. */
function attributes(xml: string, element: string, attribute: string): string[] {
  return elements(xml, element).map(([all = '']) => decoded(new RegExp(` ${attribute}="([^"]*)"`).exec(all)?.[1]))
}

/** The texts of all elements of a name, in canonical XML. */
function contents(xml: string, element: string): string[] {
  return elements(xml, element).map(([, text]) => decoded(text))
}

function elements(xml: string, element: string): RegExpExecArray[] {
  return [...xml.matchAll(new RegExp(`<${element}(?: [\\w-]+="[^"]*")*>([^<]*)`, 'g'))]
}

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }

function decoded(text = ''): string {
  return text.replaceAll(/&[^;]*;/g, (entity) => ENTITIES[entity] ?? entity)
}
