import { describe, expect, test } from '@jest/globals'
import { pageTemplate } from '../../../tools/page.ts'
import { pageData } from '../../../src/report/page/data.ts'
import { renderPage } from '../../../src/report/page/page.ts'
import { runWith, stepWith } from '../reports.ts'

const SMALL = '<title>CallMeter</title><script type="application/json" id="report">null</script><script>code</script>'

const HOSTILE = [
  '</script><script>alert(1)</script>',
  '<!-- <script>',
  '\u2028\u2029',
  "$& $1 $` $' $$",
  '<script type="application/json" id="report">',
  '</title><title>',
  '\uD800',
]

function pageWith(text: string, template = SMALL): string {
  const run = runWith({ reason: text, test: { asked: text }, notes: [text] })
  return renderPage(pageData(stepWith({ verdict: 'failed', problem: text, runs: [run] })), template)
}

function dataIn(page: string): unknown {
  const [, json = ''] = /<script type="application\/json" id="report">([^<]*)<\/script>/.exec(page) ?? []
  return JSON.parse(json)
}

describe('a page', () => {
  test.each(HOSTILE)('holds %j as data and nothing else', (text) => {
    const page = pageWith(text)
    expect(page.match(/<[!/a-z][^>]*>/g)).toEqual(SMALL.match(/<[!/a-z][^>]*>/g))
    expect(page).not.toMatch(/[\u2028\u2029]/)
    expect(page).toMatch(/<script>code<\/script>$/)
    expect(dataIn(page)).toMatchObject({ problem: text })
  })

  test('has a title that says what came of which test', () => {
    expect(pageWith('a < b & c')).toContain(
      '<title>Call quality is not good enough · a &lt; b &amp; c · CallMeter</title>',
    )
    const two = renderPage(pageData(stepWith({ runs: [runWith(), runWith()] })), SMALL)
    expect(two).toContain('<title>Call quality is good · CallMeter</title>')
  })

  test('is not made from a template without a place for it', () => {
    const data = pageData(stepWith())
    expect(() => renderPage(data, '<title></title>')).toThrow('report')
    expect(() => renderPage(data, SMALL.replace('title', 'h1'))).toThrow('<title>')
  })

  test('made from the real template holds the data whole', async () => {
    const template = await pageTemplate()
    for (const text of HOSTILE) expect(dataIn(pageWith(text, template))).toMatchObject({ problem: text })
  })
})
