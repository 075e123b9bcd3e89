import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { code, codeBlock, counted, href, html, inWords, logLine, markdown, plain } from '../../src/base/text.ts'
import { githubHtml } from '../browser/github-page.ts'

const NASTY = [
  '::', '::error::', '##[', '#', '\n', '\r', '\r\n', '|', '\\|', '\\', '`', '```', '<', '>', '&', '&lt;', '</td>', '<!--', '"', "'", '@', '@octocat',
  '://', 'www.', '[a](b)', '![a](b)', '*', '_', '~', '$', '\u2028', '\u2029', '\u202E', '\u200B', '\uFEFF', '\u0000', '\u001B[31m', '\u0085', '\uD800',
  '\uDC00', '😀', 'e\u0301', ' ', '\u00A0', '\u3000', '\t', 'x', '%0A', '---', '+', '!', '{', '}', '(', ')',
] // prettier-ignore

/** Text as an enemy would write it. */
const hostile = fc.oneof(
  fc.array(fc.constantFrom(...NASTY), { maxLength: 30 }).map((parts) => parts.join('')),
  fc.array(fc.integer({ min: 0, max: 0x10_ff_ff }), { maxLength: 60 }).map((points) => String.fromCodePoint(...points)),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
)
const RUNS = { numRuns: 400 }

/** A character without width, which breaks up what GitHub would make a mention, an issue or an address. */
const BREAK = '&#8203;'
/** The text of HTML that has no tags. */
const read = (written: string): string =>
  written
    .replaceAll('\u200B', '')
    .replaceAll(BREAK, '')
    .replaceAll('&#64;', '@')
    .replaceAll('&#58;', ':')
    .replaceAll('&#46;', '.')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u200B\u202A-\u202E\u2066-\u2069\uFEFF]/u
/** Whether a pipe in the text would end a cell: one after an even number of backslashes does. */
const opensCell = (text: string): boolean => /(?<!\\)(\\\\)*\|/.test(text)

describe('plain text', () => {
  test('is one line without controls, no longer than allowed', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 40 }), (text, max) => {
        const shown = plain(text, max)
        expect(shown).not.toMatch(CONTROL)
        expect(shown).toBe(shown.trim())
        expect(shown.length).toBeLessThanOrEqual(max)
      }),
      RUNS,
    )
  })

  test.each([
    ['as it is', 'as it is'],
    ['  a \n\t b  ', 'a b'],
    ['zero\u200Bwidth', 'zero width'],
    ['a\u202Etxt.exe', 'a txt.exe'],
    ['half \uD83D pair', 'half pair'],
    ['whole 😀 pair', 'whole 😀 pair'],
    ['Grüße, 日本語, e\u0301', 'Grüße, 日本語, e\u0301'],
    ['', ''],
  ])('%j is shown as %j', (text, shown) => {
    expect(plain(text)).toBe(shown)
  })

  test('says where it was cut, and cuts no character in two', () => {
    expect(plain('abcdef', 4)).toBe('abc…')
    expect(plain('abcd', 4)).toBe('abcd')
    expect(plain('ab😀cd', 4)).toBe('ab…')
    expect(plain('x'.repeat(1e6))).toHaveLength(300)
  })
})

describe('a line of the log', () => {
  test('is never a command', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const line = logLine(text)
        // .NET, in which the runner is written, trims as JavaScript does.
        expect(line.trimStart().startsWith('::')).toBe(false)
        expect(line).not.toContain('##[')
        expect(line).not.toMatch(/[\n\r\u2028\u2029\u0085]/)
      }),
      RUNS,
    )
  })

  test.each([
    ['an ordinary line: with a::b', 'an ordinary line: with a::b'],
    ['::error::x', ': :error::x'],
    ['\u00A0 ::error::x', '\u00A0 : :error::x'],
    ['::::', ': :::'],
    ['a ##[error] b', 'a # #[error] b'],
    ['###[', '## #['],
    ['##\u200B[', '## ['],
    ['  indented', '  indented'],
    ['# heading', '# heading'],
  ])('%j becomes %j', (text, line) => {
    expect(logLine(text)).toBe(line)
  })
})

describe('Markdown', () => {
  test('has no tags, lines or cells of its own', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const shown of [
          markdown(text),
          markdown(text, 10),
          code(text)
            .replace(/^<code>(.*)<\/code>$/, '$1')
            .replaceAll('&#64;<!-- -->', '&#64;'),
        ]) {
          // Nothing that was cut off ends in a backslash that takes the next character along.
          const wrong = [/[<>]/, CONTROL, /(?<!\\)(\\\\)*\\$/, /&(?!amp;|lt;|gt;|#\d+;)/].filter((sign) =>
            sign.test(shown),
          )
          expect([wrong, opensCell(shown)]).toEqual([[], false])
        }
      }),
      RUNS,
    )
  })

  test('escapes every sign that begins emphasis, code, a link, an image or a heading', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const unescaped = markdown(text).replaceAll(/\\[\\`*_{}[\]()#+!|~$.-]|&#\d+;/g, ' ')
        expect(unescaped).not.toMatch(/[\\`*_[\]#!|~$]|:\/\/|www\.|@/i)
      }),
      RUNS,
    )
  })

  test('means the same text when it is read', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = markdown(text, 1_000)
        expect(read(shown.replaceAll(/\\([\\`*_{}[\]()#+!|~$.-])/g, '$1'))).toBe(plain(text, 1_000))
      }),
      RUNS,
    )
  })

  test.each([
    ['a|b', 'a\\|b'],
    ['a\\|b', 'a\\\\\\|b'],
    ['<script>', '&lt;script&gt;'],
    ['**bold** `code`', '\\*\\*bold\\*\\* \\`code\\`'],
    ['[click](http://x.y)', '\\[click\\]\\(http&#58;//x.y\\)'],
    ['@octocat', '&#64;&#8203;octocat'],
    ['a@b.example @c', 'a&#64;&#8203;b.example &#64;&#8203;c'],
    ['WWW.evil.example', 'WWW&#46;evil.example'],
    ['AT&amp;T', 'AT&amp;amp;T'],
    ['#12', '\\#&#8203;12'],
    ['\\#12', '\\\\\\#&#8203;12'],
    ['octo/repo#12', 'octo/repo\\#&#8203;12'],
    ['Load test – 4.0', 'Load test – 4.0'],
  ])('%j is written %j', (text, written) => {
    expect(markdown(text)).toBe(written)
  })

  const shows = (text: string): void => {
    expect(read(githubHtml(markdown(text)))).toBe(plain(text) && `<p>${plain(text)}</p>`)
  }

  test('shows as it is: no tag, link or emphasis comes of it', () => {
    fc.assert(
      // What begins a line stands behind other words everywhere but in the next test.
      fc.property(hostile, (text) => shows(`x ${text}`)),
      { numRuns: 300 },
    )
  })

  test.each([
    '- item',
    '-',
    '---',
    '1. Load',
    '12. Load',
    '1) Load',
    '+ item',
    '* item',
    '# x',
    '> x',
    '=',
    '===',
    '~~~',
  ])('%j makes no list, line or heading where it begins a line', shows)
})

describe('inline code', () => {
  test('is copied as it is shown: nothing in it is broken up', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        // A comment is shown nowhere, and copied nowhere.
        const written = code(text, 1_000).replaceAll('&#64;<!-- -->', '&#64;')
        expect(written).toMatch(/^<code>[^<>]*<\/code>$/)
        expect(written).not.toContain(BREAK)
        expect(written).not.toContain('\u200B')
        expect(read(written.replaceAll(/\\([\\`*_{}[\]()#+!|~$.-])/g, '$1'))).toBe(`<code>${plain(text, 1_000)}</code>`)
      }),
      RUNS,
    )
  })

  test.each([
    ['avg(mos) >= 4', '<code>avg\\(mos\\) &gt;= 4</code>'],
    ['a@b.example #12', '<code>a&#64;<!-- -->b.example \\#12</code>'],
    ['&#8203;', '<code>&amp;\\#8203;</code>'],
    ['', '<code></code>'],
  ])('%j is written %j', (text, written) => {
    expect(code(text)).toBe(written)
  })

  test('is cut before it is escaped', () => {
    expect(code('|'.repeat(9), 4)).toBe('<code>\\|\\|\\|…</code>')
  })
})

describe('a line of HTML', () => {
  test('has no tags, and means the same text when it is read', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const written = html(text, 1_000)
        expect(written).not.toMatch(/[<>"]/)
        expect(written).not.toMatch(CONTROL)
        expect(written).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#64;|#8203;)|@/)
        // Neither a mention nor an issue's number.
        expect(written.replaceAll(/&#\d+;/g, ' ')).not.toMatch(/@|#(?! )/)
        expect(read(written)).toBe(plain(text, 1_000))
      }),
      RUNS,
    )
  })

  test('stays within the summary of what can be opened', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = githubHtml(`<details><summary>${html(text)}</summary>\n\nbody\n\n</details>`)
        expect(read(shown)).toBe(`<details><summary>${plain(text)}</summary>\n<p>body</p>\n</details>`)
      }),
      { numRuns: 200 },
    )
  })

  test.each([
    ['a < b & "c"', 'a &lt; b &amp; &quot;c&quot;'],
    ['@octocat #12', '&#64;&#8203;octocat #&#8203;12'],
    ['&#64;', '&amp;#&#8203;64;'],
    ['*as* it_is |', '*as* it_is |'],
    ['</summary><script>', '&lt;/summary&gt;&lt;script&gt;'],
    ['a\nb', 'a b'],
  ])('%j is written %j', (text, written) => {
    expect(html(text)).toBe(written)
  })

  test('says where it was cut', () => {
    expect(html('&&&&&', 3)).toBe('&amp;&amp;…')
  })
})

describe('a code block', () => {
  test('keeps its lines and ends only at its end', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const lines = codeBlock(text).split('\n')
        const [fence = '', last] = [lines[0], lines.at(-1)]
        expect(fence).toMatch(/^`{3,}$/)
        expect(last).toBe(fence)
        expect(lines).toHaveLength(text.split('\n').length + 2)
        // A line closes the block if it begins with at least as many back-ticks.
        expect(lines.slice(1, -1).filter((line) => line.trimStart().startsWith(fence))).toEqual([])
        expect(lines.join('')).not.toMatch(CONTROL)
      }),
      RUNS,
    )
  })
})

describe('a link', () => {
  test.each([
    ['https://callmeter.io/runs/1', 'https://callmeter.io/runs/1'],
    ['http://localhost:8080/a b', 'http://localhost:8080/a%20b'],
    ['https://x.example/?a=1&b=2', 'https://x.example/?a=1&amp;b=2'],
    ['https://x.example/"onclick="x', 'https://x.example/%22onclick=%22x'],
    ["https://x.example/?'|`", 'https://x.example/?%27%7C%60'],
    ['javascript:alert(1)', ''],
    ['JavaScript:alert(1)', ''],
    ['data:text/html,x', ''],
    ['file:///etc/passwd', ''],
    ['//x.example', ''],
    ['not an address', ''],
    ['', ''],
  ])('%j is %j', (url, link) => {
    expect(href(url)).toBe(link)
  })

  test('never ends its attribute, cell or line', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom('https://x.example/', 'http://', 'javascript:', ''), (text, before) => {
        const link = href(before + text)
        expect(link).not.toMatch(/["'<>|`\\\s]/)
        expect(link === '' || /^https?:\/\//.test(link)).toBe(true)
      }),
      RUNS,
    )
  })
})

test.each([
  [0, '0 endpoints'],
  [1, '1 endpoint'],
  [2, '2 endpoints'],
])('%d is counted as %s', (n, text) => {
  expect(counted(n, 'endpoint')).toBe(text)
})

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('%j is said as "%s"', (list, text) => {
  expect(inWords(list)).toBe(text)
})
