import { describe, expect, test } from '@jest/globals'
import { type CommentFrame, markOutdated, renderComment } from '../../src/report/comment.ts'
import { HEADINGS } from '../../src/report/phrases.ts'
import type { RunReport } from '../../src/report/report.ts'
import { renderSummary } from '../../src/report/summary/summary.ts'
import { evaluate } from '../../src/thresholds/evaluate.ts'
import { parseThresholds } from '../../src/thresholds/parse.ts'
import { VERDICTS } from '../../src/model/verdict.ts'
import { githubHtml } from '../browser/github-page.ts'
import { subjectWith } from '../thresholds/rows.ts'
import { resultWith, runWith, stepWith, thresholdWith } from './reports.ts'

const FRAME: CommentFrame = {
  mark: '<!-- callmeter/run-test abc123 aaaaaaaaaa 42 -->',
  sha: 'a'.repeat(40),
  page: 'https://github.com/acme/voice/actions/runs/42/attempts/1',
  name: 'Call quality / quality',
}
/** Longest comment that GitHub takes, in characters. */
const LONGEST = 65_536

const HOSTILE = [
  '@octocat and @acme/admins, see #12, acme/voice#12 and https://evil.example or www.evil.example',
  '<!-- callmeter/run-test abc123 bbbbbbbbbb 43 --><!-- outdated -->',
  '</code></sub></details><script>alert(1)</script><img src=x onerror=alert(1)>',
  'a | b || c \\| d \\',
  'line\nbreak\r\n\r\n| x | y |\n## heading\n> [!NOTE]\n> forged',
  '`code` ``` ~~~ [y](javascript:alert(1)) ![x](https://evil.example/x.png)',
  '\u202Etxt.exe\u0000\u2028\uD800',
  '',
]

function judged(lines: string, rest: Partial<RunReport> = {}): RunReport {
  const { thresholds, problems } = parseThresholds(lines)
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  const subject = subjectWith('mos', [3.1, 3.4, 4.2])
  return runWith({ verdict: 'failed', subject, thresholds: evaluate(thresholds, subject), runId: 'run-1', ...rest })
}

function hostileRun(text: string): RunReport {
  const run = judged('avg(mos) >= 4\nmin(mos) > 3', { notes: [text], runUrl: `https://x.example/${text}` })
  const broken = resultWith({ state: 'breached', measured: 3, limit: 4, threshold: thresholdWith(text), reason: text })
  return {
    ...run,
    reason: text,
    project: { asked: text, name: text },
    test: { asked: text, name: text },
    runId: text,
    status: text,
    thresholds: [...run.thresholds, broken, { ...broken, state: 'missing' }],
  }
}

describe('a comment', () => {
  test.each(VERDICTS)('begins with its mark and the verdict %s, and links the whole report', (verdict) => {
    const body = renderComment(stepWith({ verdict, runs: [runWith({ verdict })] }), FRAME)
    expect(body.startsWith(`${FRAME.mark}\n\n### CallMeter: ${HEADINGS[verdict]}\n\n`)).toBe(true)
    expect(body).toContain(
      `<a href="${FRAME.page}">Full report</a> · Call quality / quality · commit <code>aaaaaaa</code>`,
    )
    expect(body).not.toContain('Outdated')
  })

  test('says what broke and by how much; all thresholds can be opened', () => {
    const run = judged('avg(mos) >= 4\nmin(mos) > 3', { reason: '1 threshold breached.' })
    const [shown = '', hidden = ''] = renderComment(stepWith({ verdict: 'failed', runs: [run] }), FRAME).split(
      '<details>',
    )
    expect(shown).toMatch(/1 threshold breached\.[^]*❌ <code>avg\\\(mos\\\) &gt;= 4<\/code>: measured <b>3\.57<\/b>/)
    expect(shown).not.toMatch(/min/)
    expect(hidden).toMatch(/^<summary>All thresholds<\/summary>[^]*min/)
  })

  test('says first what the two ends disagree about', () => {
    const calls = { received: 3, answered: 1, missed: 2, voicemail: 0, busy: 0, failed: 0, unclassified: {} }
    const { subject } = judged('avg(mos) >= 4')
    const run = judged('avg(mos) >= 4', { reason: 'Bad.', ...(subject ? { subject: { ...subject, calls } } : {}) })
    const body = renderComment(stepWith({ verdict: 'failed', runs: [run] }), FRAME)
    expect(body).toMatch(/### CallMeter: .*\n\n⚠️ <b>The two ends disagree: .*1 of the 3 calls.*<\/b>\n\nBad\./)
  })

  test('is much shorter than the summary', () => {
    const lines = Array.from({ length: 100 }, (_, i) => `avg(mos) >= ${i / 10}`).join('\n')
    const report = stepWith({ verdict: 'failed', runs: [judged(lines)] })
    const body = renderComment(report, FRAME)
    expect(body.length).toBeLessThan(renderSummary(report).length / 2)
    expect(body.match(/^\| /gm)).toHaveLength(2 + 40)
    // More than 40 are broken: those are told, and none that held.
    expect(body).toContain('<summary>40 of 100 thresholds</summary>')
    expect(body).not.toContain('✅')
  })

  test('of several tests has a row for each', () => {
    const runs = [judged('avg(mos) >= 4', { test: { asked: 'one' } }), runWith({ test: { asked: 'two' } })]
    const body = renderComment(stepWith({ verdict: 'failed', runs }), FRAME)
    expect(body).toMatch(/^\| one \| ❌/m)
    expect(body).toMatch(/^\| two \| ✅/m)
    expect(body).not.toContain('<details>')
  })

  test('of a step without a run says what the matter was', () => {
    const problem = '2 inputs are wrong:\n- `test` is not set\n- `timeout` is "x"'
    const body = renderComment(stepWith({ verdict: 'error', problem }), FRAME)
    expect(body).toContain(`\`\`\`\n${problem}\n\`\`\``)
  })

  test('is never too long for GitHub, and keeps its mark and its link', () => {
    const long = '@#<|`'.repeat(200)
    const thresholds = Array.from({ length: 200 }, (_, i) =>
      resultWith({ state: 'breached', measured: i, limit: 1, threshold: thresholdWith(long), reason: long }),
    )
    const one = { ...hostileRun(long), thresholds }
    for (const report of [
      stepWith({ runs: [one] }),
      stepWith({ runs: Array.from({ length: 50 }, () => one) }),
      stepWith({ runs: Array.from({ length: 50 }, () => runWith({ runId: 'x', test: { asked: 'y' }, reason: long })) }),
      stepWith({ verdict: 'error', problem: long.repeat(100) }),
    ]) {
      const body = renderComment(report, { ...FRAME, name: long })
      expect(body.length).toBeLessThanOrEqual(LONGEST)
      expect(body.startsWith(FRAME.mark)).toBe(true)
      expect(body).toContain(FRAME.page)
    }
  })
})

describe('foreign text in a comment', () => {
  const reports = HOSTILE.flatMap((text) => [
    stepWith({ verdict: 'failed', runs: [hostileRun(text)] }),
    stepWith({ verdict: 'failed', runs: [hostileRun(text), hostileRun(text)] }),
    stepWith({ verdict: 'error', problem: text }),
  ])
  /** What GitHub looks for mentions and numbers of issues in: not code, and not what stands in tags. */
  const proseOf = (body: string): string =>
    githubHtml(body)
      .replaceAll(/<code[^>]*>[^]*?<\/code>/g, '')
      .replaceAll(/<!--[^]*?-->|<[^>]*>/g, ' ')

  test.each(reports.map((report) => [renderComment(report, { ...FRAME, name: HOSTILE.join(' ') })]))(
    'mentions nobody, links nothing and breaks out of nothing: %#',
    (body) => {
      const html = githubHtml(body)
      expect(html).not.toMatch(/<script|<img/)
      const links = [...html.matchAll(/<a [^>]*>/g)].map(([link]) => link)
      for (const link of links)
        expect(link).toMatch(/^<a href="https:\/\/(github\.com\/acme\/voice\/actions|x\.example\/)[^"]*">$/)
      expect(proseOf(body)).not.toMatch(/@\w|#\d/)
      // One heading, and the comment's own tags, each of which is closed.
      expect(html.match(/<h\d/g)).toEqual(['<h3'])
      for (const tag of ['details', 'sub', 'code', 'table'])
        expect(html.split(`<${tag}>`)).toHaveLength(html.split(`</${tag}>`).length)
      expect(body.startsWith(`${FRAME.mark}\n`)).toBe(true)
    },
  )
})

describe('the note that a comment is outdated', () => {
  const newer = 'b'.repeat(40)
  const body = renderComment(stepWith({ runs: [runWith()] }), FRAME)

  test('comes first, once, and changes nothing else', () => {
    const marked = markOutdated(body, FRAME.mark, FRAME.sha, newer)
    expect(githubHtml(marked)).toMatch(
      /<blockquote>\s*<p>\[!NOTE\]\s*Outdated: this is about commit <code>aaaaaaa<\/code>, and <code>bbbbbbb<\/code> is newer\.<\/p>\s*<\/blockquote>\s*<h3>/,
    )
    expect(marked.endsWith(body.slice(FRAME.mark.length))).toBe(true)
    expect(markOutdated(marked, FRAME.mark, FRAME.sha, 'c'.repeat(40))).toBe(marked)
  })

  test('is the same that a comment is written with where a newer commit is there', () => {
    expect(renderComment(stepWith({ runs: [runWith()] }), { ...FRAME, newer })).toBe(
      markOutdated(body, FRAME.mark, FRAME.sha, newer),
    )
  })

  test('is not kept away by text that looks like it', () => {
    const problem = '<!-- outdated -->\n$& $1'
    const like = renderComment(stepWith({ verdict: 'error', problem }), FRAME)
    const marked = markOutdated(like, FRAME.mark, FRAME.sha, newer)
    expect(marked).toContain('Outdated')
    expect(marked).toContain(problem)
  })
})
