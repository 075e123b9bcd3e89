// report.html in a browser: that it draws, obeys, and lets nothing out or in.
import { setTimeout } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { pageTemplate } from '../../tools/page.ts'
import { pageData } from '../../src/report/page/data.ts'
import { renderPage } from '../../src/report/page/page.ts'
import type { RunReport, StepReport } from '../../src/report/report.ts'
import { VERDICTS } from '../../src/model/verdict.ts'
import { type Opened, describeInChromium, violations } from './chromium.ts'
import {
  failedReport,
  hostileReport,
  judgedRun,
  largeReport,
  passedReport,
  problemReport,
  severalReport,
  stepOf,
  subjectOfFleet,
  timedOutReport,
  trendReport,
} from './reports.ts'

const template = await pageTemplate()
const htmlOf = (report: StepReport): string => renderPage(pageData(report), template)

const REPORTS: Readonly<Record<string, () => StepReport>> = {
  passed: passedReport,
  failed: failedReport,
  'over several runs': trendReport,
  'timed out without results': timedOutReport,
  'of several runs': severalReport,
  'of a problem': problemReport,
  'with hostile names': hostileReport,
}
const NAMES = Object.keys(REPORTS)

const reportNamed = (name: string): string => htmlOf((REPORTS[name] ?? passedReport)())
/** Waits for something that the browser does in its own time. The policy of the page forbids playwright's own way of waiting for it. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await holds()) return
    await setTimeout(50)
  }
  throw new Error('It did not happen.')
}

const said = (page: Page): Promise<string | null> => page.locator('.controls .said').textContent()
const rows = (page: Page): Promise<string | null> => page.locator('.pages .said').textContent()
const cells = (page: Page, column: number): Promise<string[]> =>
  page.locator(`.endpoints tbody tr > :nth-child(${column})`).allTextContents()

describeInChromium('report.html', (open) => {
  const openReport = (report: StepReport, options?: Parameters<typeof open>[1]): Promise<Opened> =>
    open(htmlOf(report), options)

  test.each(NAMES.flatMap((name) => [[name, 'light'] as const, [name, 'dark'] as const]))(
    '%s, in %s: nothing goes wrong, nothing is requested, and axe finds nothing',
    async (name, colorScheme) => {
      const { page, troubles } = await open(reportNamed(name), { colorScheme })
      await page.locator('h1').waitFor()
      // What is folded is looked at, too.
      await page.evaluate(`for (const details of document.querySelectorAll('details')) details.open = true`)
      await until(async () => (await page.locator('.chart .details-body:empty').count()) === 0)
      expect(await violations(page)).toEqual([])
      expect(troubles).toEqual([])
    },
  )

  test.each(NAMES)('%s, on a phone: the page itself does not scroll sideways, and axe finds nothing', async (name) => {
    const { page, troubles } = await open(reportNamed(name), { viewport: { width: 360, height: 740 }, hasTouch: true })
    await page.locator('h1').waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
    expect(await violations(page)).toEqual([])
    expect(troubles).toEqual([])
  })

  test.each(['light', 'dark'] as const)('every verdict has its words and its sign, in %s', async (colorScheme) => {
    for (const verdict of [...VERDICTS, 'triggered'] as const) {
      const { page, troubles } = await openReport({ ...timedOutReport(), verdict, runs: [] }, { colorScheme })
      expect(await page.locator('h1').textContent()).toMatch(/^[A-Z][a-z]+ /)
      expect(await page.locator('.verdict > svg').count()).toBe(1)
      expect(await violations(page)).toEqual([])
      expect(troubles).toEqual([])
      await page.context().close()
    }
  })

  test('what broke is in sight without scrolling', async () => {
    const { page } = await openReport(failedReport(), { viewport: { width: 1280, height: 720 } })
    expect(await page.title()).toBe('Call quality is not good enough · Nightly SIP load · CallMeter')
    expect(await page.locator('h1').textContent()).toBe('Call quality is not good enough')
    const first = page.locator('.thresholds tbody tr').first()
    expect(await first.textContent()).toContain('breached by')
    const box = await first.boundingBox()
    // Why endpoints failed stands before it, and is in sight on a small screen, too.
    expect(box && box.y + box.height).toBeLessThan(880)
    const why = await page.locator('.failures li').first().boundingBox()
    expect(why && why.y + why.height).toBeLessThan(720)
  })

  test('thresholds tell limit, value, baseline, change and what they rest on', async () => {
    const { page } = await openReport(failedReport())
    const table = page.getByRole('region', { name: 'Thresholds' })
    expect(await table.locator('thead th').allTextContents()).toEqual(['Threshold', 'Measured', 'Limit', 'Baseline', 'Change', 'Coverage']) // prettier-ignore
    const texts = await table.locator('tbody tr').first().locator('th, td').allTextContents()
    expect(texts.map((text) => text.replaceAll(/\d+(\.\d+)?/g, '0'))).toEqual([
      'avg(mos) >= 0breached by 0 (0 %)',
      '0',
      '≥ 0',
      '0',
      '−0 (−0 %)worse',
      '0 of 0 endpoints (without: 0 TIMEOUT, 0 CALL_FAILED, 0 REGISTRATION_FAILED)worse side: receive (0 of 0 endpoints)',
    ])
  })

  test('thresholds of a run that was not judged are there, and the time it took', async () => {
    const { page } = await openReport(timedOutReport())
    expect(await page.locator('.thresholds tbody').textContent()).toContain('not judged')
    expect(await page.locator('.timeline tbody tr').allTextContents()).toEqual([
      'PENDING00:55:152 s',
      'QUEUED00:55:1729 s',
      'RUNNING00:55:4648 s',
    ])
    expect(await page.locator('canvas').count()).toBe(0)
    // Nothing that is empty has a heading.
    expect(await page.locator('h2').allTextContents()).toEqual(['Thresholds', 'Timeline'])
    expect(await page.locator('main').textContent()).toContain('No results were read')
  })

  test('times say whether the API reported them or this step saw them', async () => {
    const times = async (report: StepReport): Promise<string[]> => {
      const { page } = await openReport(report)
      return page.locator('.timeline .facts > div').allTextContents()
    }
    expect(await times(failedReport())).toEqual([
      'Started (API)22 Nov 2026, 00:55:27 UTC',
      'Ended (API)22 Nov 2026, 00:56:29 UTC',
      'Run duration (API)1 min 1 s',
      'Queue time (API)14 s',
      'Planned duration1 min',
      'Step duration1 min 22 s',
    ])
    expect(await times(passedReport())).toEqual([
      'Run duration (polling)1 min 1 s',
      'Queue time (polling)14 s',
      'Planned duration1 min',
      'Step duration1 min 22 s',
    ])
  })

  test('the limit of an average that holds marks no endpoint, however many are below it', async () => {
    const subject = subjectOfFleet({ groups: [{ name: 'callers', size: 40 }] })
    const average = (line: string): RunReport => judgedRun(subject, line)
    const opened = async (line: string): Promise<{ page: Page; card: string | null }> => {
      const { page } = await openReport(stepOf('passed', average(line)))
      return { page, card: await page.locator('.charts figure').first().textContent() }
    }
    const { thresholds } = average('avg(mos) >= 0')
    const measured = thresholds[0]?.measured ?? Number.NaN
    const limit = (measured - 0.001).toFixed(4)
    const together = await opened(`avg(mos) >= ${limit}`)
    expect(await together.page.locator('.thresholds .result').first().textContent()).toContain('passed by')
    expect(await together.page.locator('.outside, .swatch-outside').count()).toBe(0)
    expect(together.card).toContain(`: avg(mos) >= ${limit}`)
    const each = await opened(`rate(mos < ${limit}) <= 90%`)
    expect(await each.page.locator('.endpoints .outside').count()).toBeGreaterThan(5)
    expect(each.card).toMatch(/^mos.*\d+ of 40 endpoints below the limit of/)
  })

  test('on a phone, thresholds with limit and baseline are in the first screen, and wide tables show that they go on', async () => {
    const { page, troubles } = await openReport(failedReport(), {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
    })
    const first = page.locator('.thresholds tbody tr').first()
    for (const label of ['Measured', 'Limit', 'Baseline']) {
      const box = await first.locator(`[data-label="${label}"]`).boundingBox()
      expect(box && box.x >= 0 && box.x + box.width <= 390 && box.y + box.height < 844).toBe(true)
    }
    const region = (name: string): string => `document.querySelector('[role="region"][aria-label="${name}"]')`
    const marks = (name: string): Promise<string> => page.evaluate(`${region(name)}.parentElement.className`)
    expect(await marks('Thresholds')).toBe('scroll-frame thresholds')
    expect(await marks('Groups')).toBe('scroll-frame more-after')
    await page.evaluate(`${region('Groups')}.scrollLeft = 60`)
    await until(async () => (await marks('Groups')).endsWith('more-after more-before'))
    await page.evaluate(`${region('Groups')}.scrollLeft = 9999`)
    await until(async () => (await marks('Groups')).endsWith('scroll-frame more-before'))
    expect(troubles).toEqual([])
  })

  test('filters change every count, are announced, and can be taken back', async () => {
    const { page } = await openReport(failedReport())
    expect([await said(page), await rows(page)]).toEqual(['All 150 endpoints', 'Rows 1 to 50 of 150 endpoints'])
    const histogram = page.locator('.charts figure', { hasText: 'speech quality' })
    const before = await histogram.locator('.figures').textContent()

    await page.getByLabel('Group', { exact: true }).selectOption({ label: 'receivers' })
    expect([await said(page), await rows(page)]).toEqual(['60 of 150 endpoints', 'Rows 1 to 50 of 60 endpoints'])
    expect(await histogram.locator('.figures').textContent()).not.toBe(before)
    expect(await histogram.getByRole('img').getAttribute('aria-label')).toContain('0 of 60 endpoints below the limit')
    expect(await page.locator('.groups tbody th').allTextContents()).toEqual(['receivers'])
    expect(await page.getByRole('slider').getAttribute('aria-valuemax')).toBe('60')

    await page.getByLabel('Group', { exact: true }).selectOption({ label: 'All groups' })
    await page.getByLabel('Outcome', { exact: true }).selectOption({ label: 'Failed' })
    expect([await said(page), await rows(page)]).toEqual(['7 of 150 endpoints', 'Rows 1 to 7 of 7 endpoints'])
    expect(await page.locator('.controls .said').getAttribute('role')).toBe('status')

    await page.getByRole('button', { name: 'Show all' }).click()
    expect(await said(page)).toBe('All 150 endpoints')
    expect(await page.getByLabel('Outcome', { exact: true }).inputValue()).toBe('')
  })

  test('a metric can be added and taken away', async () => {
    const { page, troubles } = await openReport(failedReport())
    const shown = (): Promise<string[]> => page.locator('.charts figcaption h3').allTextContents()
    const before = await shown()
    expect(before).toEqual(['mos', 'jitter_ms', 'rtt_ms', 'call_setup_time_ms', 'fraction_lost.receive'])
    await page.locator('.metric-choice summary').click()
    await page.getByLabel('packets_lost').check()
    expect(await shown()).toEqual([...before, 'packets_lost'])
    expect(await page.locator('.endpoints thead').textContent()).toContain('packets_lost')
    for (const name of [...before, 'packets_lost']) await page.getByLabel(name, { exact: true }).uncheck()
    expect(await page.locator('.charts').textContent()).toBe('No metric is selected.')
    expect(troubles).toEqual([])
  })

  test('a histogram says the same as a table, and shows a bar under the pointer', async () => {
    const { page } = await openReport(failedReport())
    const figure = page.locator('.charts figure').first()
    await figure.locator('summary').click()
    const counts = await figure.locator('tbody td:nth-child(2)').allTextContents()
    expect(counts.reduce((sum, text) => sum + Number(text), 0)).toBe(143)
    const box = await figure.locator('.picture').boundingBox()
    if (!box) throw new Error('the chart is not there')
    await page.mouse.move(box.x + box.width - 20, box.y + box.height / 2)
    expect(await figure.locator('.tip').textContent()).toMatch(/\d+ endpoints?baseline: \d+$/)
  })

  test('with the keyboard alone: everything is reached, Enter sorts, arrows go through the points', async () => {
    const { page } = await openReport(failedReport())
    const reached = new Set<string>()
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab')
      reached.add(
        await page.evaluate(
          `(({ tagName, textContent, ariaLabel, labels }) => tagName + ' ' + (ariaLabel ?? labels?.[0]?.textContent ?? textContent))(document.activeElement)`,
        ),
      )
    }
    for (const place of [
      'A 01dc66a8-be22-4a59-86f1-3e111a55b1a6',
      'DIV Thresholds',
      'SELECT Group',
      'SELECT Outcome',
      'SUMMARY Metrics: 5 of 32 shown',
      'SELECT Y axis',
      'SELECT X axis',
      'DIV Endpoint in the chart',
      'INPUT Find by id',
      'DIV Endpoints',
      'BUTTON Endpoint',
      'BUTTON jitter_msms',
      'BUTTON Next',
    ])
      // prettier-ignore
      expect([...reached]).toContain(place)

    const head = page.locator('.endpoints th', { hasText: 'jitter_ms' })
    await head.getByRole('button').focus()
    await page.keyboard.press('Enter')
    expect(await head.getAttribute('aria-sort')).toBe('ascending')
    await page.keyboard.press('Enter')
    expect(await head.getAttribute('aria-sort')).toBe('descending')
    expect(await page.locator('.endpoints [aria-sort]').count()).toBe(1)
    const values = (await cells(page, 6)).map((text) => Number.parseFloat(text))
    expect(values).toEqual(values.toSorted((a, b) => b - a))

    const slider = page.getByRole('slider')
    await slider.focus()
    await page.keyboard.press('End')
    const last = await slider.getAttribute('aria-valuetext')
    expect(last).toMatch(/^[-0-9a-f]{36}, callers, SUCCESS, SIP 200, mos \d.\d+, jitter_ms [\d.]+ ms$/)
    await page.keyboard.press('ArrowLeft')
    expect(await slider.getAttribute('aria-valuetext')).not.toBe(last)
    expect(await slider.getAttribute('aria-valuenow')).toBe('142')
    expect(await page.locator('.stage-of-points .tip').isVisible()).toBe(true)
  })

  test('endpoints begin with the worst; those without a value stand last whichever way', async () => {
    const { page } = await openReport(failedReport())
    const head = page.locator('.endpoints th', { hasText: /^mos/ })
    expect(await head.getAttribute('aria-sort')).toBe('ascending')
    const next = page.getByRole('button', { name: 'Next' })
    const lastValues = async (): Promise<string[]> => {
      await next.click()
      await next.click()
      return (await cells(page, 5)).slice(-7)
    }
    const none = Array.from({ length: 7 }, () => '–')
    expect(await lastValues()).toEqual(none)
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Previous')
    await head.getByRole('button').click()
    expect(await lastValues()).toEqual(none)
  })

  test('an endpoint is found by a part of its id', async () => {
    const { page } = await openReport(failedReport())
    const [id = ''] = await cells(page, 1)
    await page.getByLabel('Find by id').fill(id.slice(4, 20).toUpperCase())
    expect([await cells(page, 1), await rows(page)]).toEqual([[id], 'Rows 1 to 1 of 1 endpoint'])
    await page.getByLabel('Find by id').fill('no such id')
    expect(await rows(page)).toBe('No endpoint matches the filters and the search.')
  })

  test('hostile names are shown and do nothing', async () => {
    const { page, troubles } = await openReport(hostileReport())
    expect(await page.locator('img, b, body script:not(:last-child)').count()).toBe(0)
    expect(await page.locator('a[href^="javascript"]').count()).toBe(0)
    expect(await page.locator('.endpoints').textContent()).toContain(`</script><img src=x onerror="document.title=1">0`)
    expect(await page.locator('.endpoints').textContent()).toContain("$& $1 $` $'5")
    const [across, up] = [page.getByLabel('X axis', { exact: true }), page.getByLabel('Y axis', { exact: true })]
    for (const label of await across.locator('option').allTextContents()) {
      await across.selectOption({ label })
      await up.selectOption({ label })
    }
    for (const button of await page.locator('.sort').all()) await button.click()
    const group = page.getByLabel('Group', { exact: true })
    for (const value of ['0', '4', '8']) {
      await group.selectOption(value)
      expect(await said(page)).toBe('1 of 9 endpoints')
    }
    expect(troubles).toEqual([])
  })

  test('10,000 endpoints with 60 metrics are drawn, sorted, searched and paged', async () => {
    const { page, troubles } = await openReport(largeReport(10_000, 60))
    expect([await said(page), await rows(page)]).toEqual(['All 10,000 endpoints', 'Rows 1 to 50 of 10,000 endpoints'])
    await page.locator('.endpoints').getByRole('button', { name: 'Endpoint' }).click()
    const ids = await cells(page, 1)
    expect(ids).toHaveLength(50)
    await page.getByRole('button', { name: 'Next' }).click()
    expect(await rows(page)).toBe('Rows 51 to 100 of 10,000 endpoints')
    expect((await cells(page, 1))[0]).not.toBe(ids[0])
    await page.getByLabel('Find by id').fill(ids[7] ?? '')
    expect(await cells(page, 1)).toEqual([ids[7]])
    await page.getByLabel('Outcome', { exact: true }).selectOption({ label: 'Failed' })
    expect(await said(page)).toBe('48 of 10,000 endpoints')
    expect(troubles).toEqual([])
  })

  test('several runs: the worst is shown first, and each has an address', async () => {
    const { page, troubles } = await openReport(severalReport())
    const shown = (): Promise<string | null> => page.locator('article h2').textContent()
    expect(await shown()).toBe('The run took too long')
    expect(await page.locator('.reason').first().textContent()).toBe('3 runs: 1 passed, 1 failed, 1 timed out')
    await page.getByRole('link', { name: 'Inbound queue' }).click()
    expect(await shown()).toBe('Call quality is not good enough')
    expect(await page.locator('.runs [aria-current]').textContent()).toContain('Inbound queue')
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H2')
    expect(await violations(page)).toEqual([])
    await page.getByRole('link', { name: 'Nightly SIP load' }).click()
    expect(await page.locator('article canvas').count()).toBeGreaterThan(3)
    await page.goBack()
    await page.goBack()
    expect(await shown()).toBe('The run took too long')
    expect(await page.locator('article canvas').count()).toBe(0)
    expect(troubles).toEqual([])
  })

  test('charts follow the system from light to dark', async () => {
    const { page } = await openReport(failedReport(), { colorScheme: 'light' })
    const pixels = (): Promise<string> => page.evaluate(`document.querySelector('canvas').toDataURL()`)
    const light = await pixels()
    await page.emulateMedia({ colorScheme: 'dark' })
    await until(async () => (await pixels()) !== light)
    await page.emulateMedia({ colorScheme: 'light' })
    await until(async () => (await pixels()) === light)
  })

  test('charts keep to the width that there is', async () => {
    const { page } = await openReport(failedReport(), { viewport: { width: 1280, height: 800 } })
    const width = (): Promise<number> => page.evaluate(`document.querySelector('.stage-of-points canvas').offsetWidth`)
    const wide = await width()
    await page.setViewportSize({ width: 500, height: 800 })
    await until(async () => (await width()) < wide / 2)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(500)
  })

  test.each(['light', 'dark'] as const)('prints from %s, on white and without controls', async (colorScheme) => {
    const { page, troubles } = await openReport(failedReport(), { colorScheme })
    // What beforeprint has prepared when the page is laid out on paper.
    await page.evaluate(
      `addEventListener('beforeprint', () => queueMicrotask(() => { document.title = getComputedStyle(document.body).color }))`,
    )
    const pdf = await page.pdf({ format: 'A4' })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(await page.title()).toBe('rgb(31, 35, 40)')
    expect(await page.evaluate(`document.documentElement.hasAttribute('data-print')`)).toBe(false)
    await page.emulateMedia({ media: 'print' })
    for (const hidden of ['.controls', '.slider', '.pages button', '.endpoint-list .filters'])
      expect(await page.locator(hidden).first().isVisible()).toBe(false)
    expect(troubles).toEqual([])
  })

  test('without JavaScript it says what to do', async () => {
    const { page } = await openReport(failedReport(), { javaScriptEnabled: false })
    expect(await page.locator('noscript').innerText()).toContain('needs JavaScript, which is turned off here')
  })

  test('the template by itself says that it is empty', async () => {
    const { page, troubles } = await open(template)
    expect(await page.locator('#page').textContent()).toBe('This is the template of a report, without data.')
    expect(troubles).toEqual([])
  })
})
