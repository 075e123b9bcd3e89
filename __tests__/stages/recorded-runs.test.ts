import { describe, expect, test } from '@jest/globals'
import { REPORT_VERSION, writeReportFile } from '../../src/report/report-json.ts'
import { readReportFile } from '../../src/stages/recorded-runs.ts'
import { runWith, stepWith } from '../report/reports.ts'
import { type Row, subjectOf } from '../thresholds/rows.ts'

const DETAIL = { id: 'r1', status: 'COMPLETED', durationSeconds: 60 }
const ROWS: Row[] = [{ metrics: { mos: 4 } }, { outcome: 'TIMEOUT' }, { outcome: null }, { group: 'agents' }]
const SUBJECT = subjectOf(ROWS)
const CALLS = { received: 5, answered: 1, missed: 1, voicemail: 0, busy: 0, failed: 0, unclassified: {} }

describe('what is no report.json is a mistake of the workflow', () => {
  const MEASURED = (
    JSON.parse(writeReportFile(stepWith({ runs: [runWith({ subject: SUBJECT })] }))) as { runs: { measured: object }[] }
  ).runs[0]?.measured
  const withRun = (run: unknown): string => JSON.stringify({ version: REPORT_VERSION, runs: [run] })
  const withMeasured = (change: object): string =>
    withRun({ test: { asked: 'load' }, measured: { ...MEASURED, ...change } })
  const values = (...list: unknown[]): string => withMeasured({ metrics: [{ metric: 'mos', values: list }] })

  test.each([
    ['nothing', '', /not JSON/],
    ['half a file', writeReportFile(stepWith({ runs: [] })).slice(0, -5), /not JSON/],
    ['a page', '<html></html>', /not JSON/],
    ['null', 'null', /not an object/],
    ['a list', '[]', /not an object/],
    ['no version', '{"runs":[]}', /version is undefined, and 1 is known/],
    ['a later version', '{"version":2,"runs":[]}', /version is 2, and 1 is known/],
    ['a version in words', '{"version":"1","runs":[]}', /version/],
    ['no runs', '{"version":1}', /no runs/],
    ['runs that are no list', '{"version":1,"runs":{}}', /no runs/],
    ['a run that is null', withRun(null), /a run is not an object/],
    ['measurements that are null', withRun({ measured: null }), /measurements/],
    ['no detail', withMeasured({ detail: undefined }), /measurements/],
    ['a detail that is a list', withMeasured({ detail: [] }), /measurements/],
    ['no size', withMeasured({ size: undefined }), /entry for each/],
    ['another size', withMeasured({ size: 5 }), /entry for each of its 5/],
    ['a list that is too short', withMeasured({ outcomes: ['SUCCESS'] }), /outcomes/],
    ['no groups', withMeasured({ groups: undefined }), /groups/],
    ['a metric without a name', withMeasured({ metrics: [{ values: [1, 2, 3, 4] }] }), /metric has no name/],
    ['a metric that is null', withMeasured({ metrics: [null] }), /metric has no name/],
    ['too few values of a metric', values(1, 2, 3), /mos does not have one entry/],
    ['metrics that are no list', withMeasured({ metrics: { mos: [1, 2, 3, 4] } }), /report\.json/],
    ['a status that is no word', withMeasured({ detail: { ...DETAIL, status: 5 } }), /report\.json/],
    ['a value that is a word', values(1, 2, 3, 'good'), /report\.json/],
    ['a value that is nothing', values(1, 2, 3, ''), /report\.json/],
    ['a value that is true', values(1, 2, 3, true), /report\.json/],
    ['a value that is a list', values(1, 2, 3, []), /report\.json/],
    ['a value that is endless', values(1, 2, 3, 4242).replace('4242', '1e999'), /a value of mos is not a valid number/],
    ['a value in a word for it', values(1, 2, 3, 'Infinity'), /a value of mos is not a valid number/],
    ['a value of 22 digits', values(1, 2, 3, 1e21), /a value of mos is not a valid number/],
    ['a value of as many below zero', values(1, 2, 3, -1e21), /a value of mos is not a valid number/],
    [
      'a detail with an endless number',
      withMeasured({ detail: { ...DETAIL, summary: { worst: 4242 } } }).replace('4242', '-1e999'),
      /the detail of a run cannot be read/,
    ],
    ['calls that are a number', withMeasured({ calls: 7 }), /what the far end said/],
    ['calls without a count', withMeasured({ calls: { ...CALLS, missed: undefined } }), /a count of calls/],
    ['half a call', withMeasured({ calls: { ...CALLS, answered: 0.5 } }), /a count of calls/],
    ['fewer calls than none', withMeasured({ calls: { ...CALLS, unclassified: { odd: -1 } } }), /a count of calls/],
  ])('%s', (_, text, message) => {
    expect(() => readReportFile(text, 'main/report.json')).toThrow(
      expect.objectContaining({ kind: 'input', message: expect.stringMatching(message) }),
    )
    expect(() => readReportFile(text, 'main/report.json')).toThrow(/main\/report\.json/)
  })

  test('but fields that are not known, and those that may be missing, are no matter', () => {
    const text = withRun({ measured: { ...MEASURED, durationSeconds: undefined, later: 1 }, also: 'new' })
    expect(readReportFile(text, 'report.json')).toMatchObject([{ subject: { measurements: { size: ROWS.length } } }])
    expect(readReportFile(withRun({ test: null, id: 7 }), 'report.json')).toEqual([{ statuses: [], breached: false }])
  })

  test('and what it holds is shown as ordinary characters', () => {
    const text = JSON.stringify({ version: 'x\n::error::', runs: [] })
    expect(() => readReportFile(text, 'a\nb.json')).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('\n') }),
    )
  })
})
