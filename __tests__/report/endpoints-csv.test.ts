import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { renderEndpointsCsv } from '../../src/report/endpoints-csv.ts'
import { type Row, subjectOf } from '../thresholds/rows.ts'
import { runWith, stepWith } from './reports.ts'

const csv = (...runs: Row[][]): string =>
  renderEndpointsCsv(
    stepWith({
      runs: runs.map((rows, i) => runWith({ runId: `r${i + 1}`, test: { asked: 'load' }, subject: subjectOf(rows) })),
    }),
  )

/** The cells of a file, read by the grammar of RFC 4180. */
function cells(text: string): string[][] {
  const rows: string[][] = [[]]
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    rows.at(-1)!.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === '\r\n') rows.push([])
    if (pattern.lastIndex === text.length) break
  }
  return rows.slice(0, -1)
}

test('a row for each endpoint, with its metrics in the order of their names', () => {
  const rows: Row[] = [
    { group: 'callers', sip: 200, phase: 'CLOSED', metrics: { mos: { send: 4.1, receive: 3.9 }, jitter_ms: 5 } },
    { group: 'callers', sip: 403, outcome: 'REGISTRATION_FAILED' },
    { outcome: null },
  ]
  expect(csv(rows).split('\r\n')).toEqual([
    'run,test,endpoint,group,outcome,phase,sip_status,cause,likely_place,jitter_ms,mos.receive,mos.send',
    'r1,load,1,callers,SUCCESS,CLOSED,200,,,5,3.9,4.1',
    'r1,load,2,callers,REGISTRATION_FAILED,,403,the registrar recognizes the account and refuses it,credentials,,,',
    'r1,load,3,,,,,the endpoint did not report how it ended,unknown,,,',
    '',
  ])
})

test('runs stand below one another, and each has the columns of all', () => {
  const table = cells(csv([{ metrics: { mos: 4 } }], [{ metrics: { rtt_ms: 80 } }]))
  expect(table[0]?.slice(-2)).toEqual(['mos', 'rtt_ms'])
  expect(table.slice(1).map((row) => [row[0], ...row.slice(-2)])).toEqual([
    ['r1', '4', ''],
    ['r2', '', '80'],
  ])
  expect(cells(renderEndpointsCsv(stepWith({ verdict: 'error', problem: 'No.' })))).toHaveLength(1)
})

test('nothing in it is a formula, and everything can be read again', () => {
  const wild = fc.oneof(
    fc.constantFrom(
      '=1+1',
      '\n=1',
      '\0=1',
      '\ufeff=1',
      ' =1',
      '\u00a0=1',
      '＝1+1',
      '－1',
      '＋1',
      '＠A1',
      '+cmd',
      '-2',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      'a,b',
      'say "hi"',
      'two\r\nlines',
      '',
      "'",
      '💥',
    ),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.array(wild, { minLength: 1, maxLength: 8 }), (names) => {
      const table = cells(csv(names.map((name) => ({ group: name, outcome: 'SUCCESS' }))))
      expect(table).toHaveLength(names.length + 1)
      for (const [i, row] of table.slice(1).entries()) {
        expect(row).toHaveLength(9)
        for (const one of row) expect(one).not.toMatch(/^([\t\r\n]|[\s\ufeff\ufffd]*[=+\-@＝＋－＠])|\0/)
        const name = names[i]?.replaceAll('\0', '\ufffd')
        expect([name, `'${name}`]).toContain(row[3])
      }
    }),
  )
})

test('negative and huge numbers are numbers, and what is none is empty', () => {
  const metrics = { clock_drift_estimate: -3.5, packets_lost: 1e20, mos: Number.NaN }
  expect(csv([{ metrics }]).split('\r\n')[1]).toBe('r1,load,1,,SUCCESS,,,,,-3.5,,100000000000000000000')
})
