import { createHash } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { pageTemplate } from '../../tools/page.ts'

const template = await pageTemplate()

test('the template is the same for the same sources, and has one place for everything', async () => {
  expect(await pageTemplate()).toBe(template)
  for (const mark of ['<title>', 'id="report"', '<style>', '<script>', 'http-equiv="Content-Security-Policy"'])
    expect(template.split(mark)).toHaveLength(2)
})

test('the template allows its own script and style, and not one request', () => {
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

test('the template carries the licence of what it is made with', () => {
  expect(template).toContain('Copyright (c) 2022 Leon Sorokin')
  expect(template).toContain('shall be included in')
})

test('the script of the template stands alone, and is strict', () => {
  const [, script = ''] = /<script>([^]*?)<\/script>/.exec(template) ?? []
  // Behind uPlot, which declares the one global name.
  expect(script).toMatch(/^\/\*![^]*?\*\/\s*(\/\*!.*\*\/\s*)?var uPlot=.*\n"use strict";\n\(\(\) => \{\n/)
  expect(script).not.toMatch(/import\.meta|\brequire\b|\bimport\(|^(import|export) /m)
})
