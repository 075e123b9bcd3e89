import { describe, expect, test } from '@jest/globals'
import { anchorsOf, checkLinks, linksOf } from '../../docs/links.ts'

const check = (text: string, others: Record<string, string> = {}) => {
  const pages = new Map(Object.entries({ 'docs/a.md': text, ...others }))
  const there = new Set([...pages.keys(), 'README.md', 'src', 'docs/a b.png'])
  return checkLinks(pages, (path) => there.has(path))
}

describe('a link', () => {
  test.each([
    '[up](../README.md)',
    '[a folder](../src)',
    '![blank](a%20b.png)',
    '[own](#the-end)\n\n## The end',
    '[other](b.md#it-is-so)',
    '<img src="a b.png">',
    '[own address](https://github.com/callmeter/run-test/blob/v1/docs/b.md#it-is-so)',
    '`[no link](gone.md)`',
    '```\n[no link](gone.md)\n```',
  ])('%j is alive', (text) => {
    expect(check(text, { 'docs/b.md': '# It is so' }).dead).toEqual([])
  })

  test.each([
    ['[x](gone.md)', 'there is no docs/gone.md'],
    ['[x](#gone)', 'docs/a.md has no heading for #gone'],
    ['[x](b.md#gone)', 'docs/b.md has no heading for #gone'],
    ['[x](../README.md#gone)', 'README.md has no heading for #gone'],
    ['[x](../../other/README.md)', 'it leaves the repository'],
    ['[x]: gone.md', 'there is no docs/gone.md'],
    ['<a href="gone.md">x</a>', 'there is no docs/gone.md'],
    ['[x](https://github.com/callmeter/run-test/blob/v1/gone.md)', 'there is no gone.md'],
  ])('%j is dead', (text, why) => {
    expect(check(`\n${text}`, { 'docs/b.md': '# It is so' }).dead).toMatchObject([{ file: 'docs/a.md', line: 2, why }])
  })

  test('to the outside is only listed, once', () => {
    const { dead, outside } = check('[b](https://b.example/#x) [a](https://a.example) [b](https://b.example/#x)')
    expect(dead).toEqual([])
    expect(outside).toEqual(['https://a.example', 'https://b.example/#x'])
  })

  test('is found beside others, with its line', () => {
    expect(linksOf('[a](b "title") and ![c](d)\n\n[e](<f>)')).toEqual([
      { target: 'b', line: 1 },
      { target: 'd', line: 1 },
      { target: 'f', line: 3 },
    ])
  })
})

describe('an anchor', () => {
  test.each([
    ['## What it does, and why', 'what-it-does-and-why'],
    ['## `fraction_lost` may be a share', 'fraction_lost-may-be-a-share'],
    ['## 1. ECMAScript modules', '1-ecmascript-modules'],
    ['### [A link](x.md) in it', 'a-link-in-it'],
    ['## A – dash', 'a--dash'],
  ])('of %j is %s', (heading, anchor) => {
    expect([...anchorsOf(heading)]).toEqual([anchor])
  })

  test('of a heading that is there twice is counted', () => {
    expect([...anchorsOf('# A\n## A\n## A')]).toEqual(['a', 'a-1', 'a-2'])
  })

  test('is none in code', () => {
    expect([...anchorsOf('```\n# comment\n```')]).toEqual([])
  })
})
