// The job summary as GitHub shows it: Markdown that shows what was meant, and charts that Mermaid draws.
import { expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { TROUBLESHOOTING } from '../../src/report/phrases.ts'
import type { StepReport } from '../../src/report/report.ts'
import { renderSummary } from '../../src/report/summary/summary.ts'
import { renderHistogram } from '../../src/report/summary/histogram.ts'
import { distributionsOf } from '../../src/report/analysis/distribution.ts'
import { plain } from '../../src/base/text.ts'
import { chartsOf, drawn } from '../report/charts.ts'
import { type Row, resultOf, subjectOf, subjectWith } from '../thresholds/rows.ts'
import { type Opened, describeInChromium } from './chromium.ts'
import { githubPage } from './github-page.ts'
import {
  HOSTILE_NAMES,
  failedReport,
  hostileReport,
  judgedRun,
  passedReport,
  problemReport,
  severalReport,
  stepOf,
  subjectOfFleet,
  timedOutReport,
  trendReport,
} from './reports.ts'

/** What Markdown can make of a name that it should not. */
const MARKDOWN_NAMES = [
  '**bold** _it_ ~~gone~~ `code` $x^2$',
  '[link](https://evil.example) ![image](https://evil.example/x.png) <https://evil.example>',
  'https://evil.example www.evil.example me@evil.example @octocat #1 GH-1',
  '| a | b |',
  '</code></td></table></details><script>alert(1)</script><img src=x onerror=alert(1)>',
  '```mermaid\nflowchart LR\nA-->B\n```',
  '"] --> 5\n  bar [100]\n%%{init: {"securityLevel": "loose"}}%% click A call alert()',
  '&lt;b&gt; &#64;octocat &amp;copy; \\',
  '[^1]: note - [ ] task > quote # heading',
]

/** A run in which everything that has a name has these names. */
function namedReport(names: readonly string[]): StepReport {
  const rows = names.map((name, i): Row => {
    const metrics = { mos: 3.2 + i / 8, jitter_ms: 20 + i }
    return { group: name, phase: name, outcome: i % 2 ? 'SUCCESS' : name, sip: 200, metrics }
  })
  const bare = subjectOf(rows)
  const subject = { ...bare, measurements: { ...bare.measurements, ids: names.map((name, i) => `${i} ${name}`) } }
  const everywhere = names.join(' ')
  const run = judgedRun(subject, 'avg(mos) >= 4\nmax(jitter_ms) < 30ms\nsuccess_rate >= 99%', {
    project: { asked: everywhere },
    test: { asked: everywhere, name: names[0] ?? '' },
    runId: names[1] ?? '',
    status: names[2] ?? '',
    reason: `It is ${everywhere}`,
    notes: names,
    baseline: { name: everywhere, subject },
    attempts: names.slice(0, 3).map((name) => ({ verdict: 'failed' as const, reason: name, runId: name })),
  })
  return stepOf('failed', run, { ...run, verdict: 'passed', test: { asked: names[3] ?? '' } })
}

/** Worse than before, and nothing else is wrong. */
function regressionReport(): StepReport {
  const before = subjectOfFleet({ seed: 'before', groups: [{ name: 'callers', size: 50 }] })
  const subject = subjectOf(
    Array.from({ length: 60 }, (_, i) => ({
      group: i % 3 ? 'callers' : 'receivers',
      metrics: { mos: 3.6 + (i % 9) / 10, jitter_ms: 12 + (i % 7), rtt_ms: 80 + (i % 5) },
    })),
  )
  const run = judgedRun(subject, 'avg(mos) >= baseline - 0.1\np95(jitter_ms) <= baseline + 20%\nmax(rtt_ms) <= 200ms', {
    baseline: { name: 'the previous run', subject: before },
  })
  return stepOf(run.verdict, run)
}

/** Scores so close to one another that few decimals do not tell them apart. */
function closeReport(): StepReport {
  const subject = subjectWith(
    'mos',
    Array.from({ length: 60 }, (_, i) => 4.401 + i / 5_000),
  )
  const run = judgedRun(subject, 'avg(mos) >= 4.405')
  return stepOf(run.verdict, run)
}

const REPORTS: Readonly<Record<string, () => StepReport>> = {
  passed: passedReport,
  failed: failedReport,
  'over several runs': trendReport,
  'worse than before': regressionReport,
  'of values that hardly differ': closeReport,
  'of several runs': severalReport,
  'timed out': timedOutReport,
  'of a problem': problemReport,
  'with hostile names': hostileReport,
  'with names of Markdown': () => namedReport(MARKDOWN_NAMES),
}

const summaryNamed = (name: string): string => renderSummary((REPORTS[name] ?? passedReport)(), 'out/report.html')

/** All that a summary is made of, as HTML; in place of a chart's code stands what Mermaid drew. */
const ELEMENTS =
  'A B BLOCKQUOTE BR CODE DETAILS DIV H2 H3 LI P PRE STRONG SUB SUMMARY TABLE TBODY TD TH THEAD TR UL'.split(' ')

/** Links of a summary's own. */
const OWN = [TROUBLESHOOTING]
const ATTRIBUTES = ['a href', 'code class=language-text', 'div class=mermaid']

interface Seen {
  elements: string[]
  attributes: string[]
  links: string[]
  title: string
  text: string
}

/** What stands in the article, but for what Mermaid drew. */
const seenOn = (page: Page): Promise<Seen> =>
  page.evaluate<Seen>(`(() => {
    const all = [...document.querySelectorAll('main *')].filter((one) => !one.closest('.mermaid svg'))
    const unique = (list) => [...new Set(list)].sort()
    return {
      elements: unique(all.map(({ tagName }) => tagName)),
      attributes: unique(all.flatMap((one) => [...one.attributes].map(({ name, value }) =>
        one.tagName.toLowerCase() + ' ' + name + (name === 'class' ? '=' + value : '')))),
      links: unique(all.filter(({ tagName }) => tagName === 'A').map((one) => one.getAttribute('href'))),
      title: document.title,
      text: document.querySelector('main').textContent,
    }
  })()`)

interface Drawing {
  /** Of each bar that can be seen, where it begins and its colour. */
  bars: { x: number; fill: string }[]
  names: string[]
  lines: number
  /** Elements that Mermaid had no reason to make of a chart. */
  strange: string[]
}

const drawingsOn = (page: Page): Promise<Drawing[]> =>
  page.evaluate<Drawing[]>(`[...document.querySelectorAll('.mermaid > svg')].map((svg) => ({
    bars: [...svg.querySelectorAll('.plot [class^="bar-plot"] rect')]
      .filter((bar) => bar.getBBox().height > 0 && bar.getBBox().width > 0)
      .map((bar) => ({ x: Math.round(bar.getBBox().x), fill: bar.getAttribute('fill') })),
    names: [...svg.querySelectorAll('.bottom-axis .label text')].map(({ textContent }) => textContent),
    lines: svg.querySelectorAll('.plot [class^="line-plot"] path').length,
    strange: [...svg.querySelectorAll('*')]
      .map((one) => one.tagName.toLowerCase())
      .filter((name) => !['style', 'g', 'rect', 'text', 'path'].includes(name)),
  }))`)

/** What went wrong, but for bars that end below the axis: Chromium says of each that it does not draw it, which is what they are for. */
const troublesOf = ({ troubles }: Opened): string[] =>
  troubles.filter((trouble) => !trouble.includes('<rect> attribute height: A negative value is not valid'))

/** Colours, and wide tables that scroll but take no focus, are the doing of GitHub's style sheet. */
const AXE = `axe.run(document.querySelector('main'), {
  rules: { 'scrollable-region-focusable': { enabled: false }, 'color-contrast': { enabled: false } },
})`
const violations = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(
    `${AXE}.then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ': ' + html + ' ' + failureSummary)))`,
  )

/** What is folded has no size, and is looked at by nobody. */
const unfold = (page: Page, open = true): Promise<void> =>
  page.evaluate(`for (const details of document.querySelectorAll('details')) details.open = ${open}`)

describeInChromium('the job summary', (open) => {
  const opened = new Map<string, Promise<Opened & { charts: unknown }>>()
  /** A page with its charts drawn, always the same one of a summary. */
  const show = (markdown: string, theme: 'light' | 'dark' = 'light'): Promise<Opened & { charts: unknown }> => {
    const key = `${theme} ${markdown}`
    const showing =
      opened.get(key) ??
      open(githubPage(markdown, theme), { colorScheme: theme }).then(async (shown) => ({
        ...shown,
        charts: await shown.page.evaluate('window.charts'),
      }))
    opened.set(key, showing)
    return showing
  }
  const NAMES = Object.keys(REPORTS)

  test.each(NAMES)('%s: charts are drawn, with a bar for each bin that has endpoints', async (name) => {
    const markdown = summaryNamed(name)
    const shown = await show(markdown)
    const charts = chartsOf(markdown)
    expect(shown.charts).toEqual({ drawn: charts.length, troubles: [] })
    await unfold(shown.page)
    const drawings = await drawingsOn(shown.page)
    expect(drawings.map(({ bars }) => bars.length)).toEqual(
      charts.map(({ bars, bottom }) => bars.flatMap((list) => drawn(list, bottom)).filter(Boolean).length),
    )
    expect(drawings.map(({ names }) => names)).toEqual(charts.map(({ names }) => names))
    expect(drawings.map(({ lines }) => lines)).toEqual(charts.map(({ lines }) => lines.length))
    for (const [i, { bars, strange }] of drawings.entries()) {
      const { palette = [], bars: written = [], bottom } = charts[i] ?? {}
      expect(strange).toEqual([])
      // No bar stands in front of another, and each has the colour of its side.
      expect(new Set(bars.map(({ x }) => x)).size).toBe(bars.length)
      const colours = written.flatMap((list, series) =>
        drawn(list, bottom).flatMap((seen) => (seen ? [palette[series]] : [])),
      )
      expect(bars.map(({ fill }) => fill)).toEqual(colours)
    }
    expect(troublesOf(shown)).toEqual([])
  })

  test.each(NAMES)('%s: nothing is there but what was meant', async (name) => {
    const shown = await show(summaryNamed(name))
    await unfold(shown.page, false)
    const seen = await seenOn(shown.page)
    expect(seen.elements.filter((element) => !ELEMENTS.includes(element))).toEqual([])
    expect(seen.attributes.filter((attribute) => !ATTRIBUTES.includes(attribute))).toEqual([])
    const own = (link: string): boolean => link.startsWith('https://callmeter.example/') || OWN.includes(link)
    expect(seen.links.filter((link) => link && !own(link))).toEqual([])
    expect(seen.title).toBe('Summary')
    expect(seen.text).not.toMatch(/undefined|\bnull\b|NaN|\[object/)
    expect(troublesOf(shown)).toEqual([])
  })

  test.each([
    ['with names of Markdown', MARKDOWN_NAMES],
    ['with hostile names', HOSTILE_NAMES],
  ] as const)('%s: each name shows as it is', async (name, names) => {
    const { page } = await show(summaryNamed(name))
    const text = (await seenOn(page)).text.replaceAll('\u200B', '')
    expect(names.filter((one) => !text.includes(plain(one, 80)))).toEqual([])
  })

  test.each(NAMES)('%s: what is folded opens', async (name) => {
    const { page } = await show(summaryNamed(name))
    await unfold(page, false)
    const folded = page.locator('details')
    // Those within others stand after them.
    for (let i = 0; i < (await folded.count()); i++) {
      const one = folded.nth(i)
      const height = async (): Promise<number> => (await one.boundingBox())?.height ?? 0
      const before = await height()
      await one.locator('summary').first().click()
      expect(await height()).toBeGreaterThan(before + 10)
    }
  })

  test.each(NAMES.flatMap((name) => [[name, 'light'] as const, [name, 'dark'] as const]))(
    '%s, in %s: axe finds nothing',
    async (name, theme) => {
      const { page } = await show(summaryNamed(name), theme)
      await unfold(page)
      expect(await violations(page)).toEqual([])
    },
  )

  test('charts of hostile metrics, and of numbers of any size, are drawn as any other', async () => {
    const sizes = [1e-12, 1e-5, 1, 1e4, 1e9, 1e15, 1e21, 1e300]
    const pictures = sizes.flatMap((size) => {
      const subject = subjectWith(
        'strange',
        [-3, 0, 1, 2, 4].map((n) => n * size),
      )
      return distributionsOf([resultOf('max(strange) <= 0', subject)], subject, subject)
    })
    const [ordinary] = pictures
    const named = [...MARKDOWN_NAMES, ...HOSTILE_NAMES].flatMap((metric) => (ordinary ? [{ ...ordinary, metric }] : []))
    const all = [...pictures, ...named]
    const shown = await show(all.map((picture) => renderHistogram(picture, true)).join('\n\n'))
    expect(shown.charts).toEqual({ drawn: all.length, troubles: [] })
    await unfold(shown.page)
    expect((await drawingsOn(shown.page)).map(({ bars, lines, strange }) => [bars.length, lines, strange])).toEqual(
      all.map(({ bins }) => [bins.filter(({ endpoints }) => endpoints > 0).length, 1, []]),
    )
    expect(troublesOf(shown)).toEqual([])
  })
})
