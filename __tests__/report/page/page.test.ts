import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { pageTemplate } from '../../../src/page/build.ts'
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
})

describe('the template', () => {
  const template = pageTemplate()

  test('is the same for the same sources, and has one place for everything', () => {
    expect(pageTemplate()).toBe(template)
    for (const mark of ['<title>', 'id="report"', '<style>', '<script>', 'http-equiv="Content-Security-Policy"'])
      expect(template.split(mark)).toHaveLength(2)
  })

  test('allows its own script and style, and not one request', () => {
    const [, policy = ''] = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(template) ?? []
    const hash = (element: string): string => {
      const [, text = ''] = new RegExp(`<${element}>([^]*?)</${element}>`).exec(template) ?? []
      return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
    }
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hash('script')}`,
      `style-src ${hash('style')}`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ])
    expect(template).not.toMatch(
      /<(img|iframe|object|embed|link rel="stylesheet")|(src|href)="(?!data:,")|@import|url\(/i,
    )
    expect(template).not.toMatch(/\b(eval|Function|fetch|XMLHttpRequest|innerHTML|outerHTML|insertAdjacentHTML)\(/)
  })

  test('carries the licence of what it is made with', () => {
    expect(template).toContain('Copyright (c) 2022 Leon Sorokin')
    expect(template).toContain('shall be included in')
  })

  test('takes the data whole', () => {
    for (const text of HOSTILE) expect(dataIn(pageWith(text, template))).toMatchObject({ problem: text })
  })
})
