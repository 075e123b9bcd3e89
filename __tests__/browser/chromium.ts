// The system's Chromium, cut off from the network, and pages opened in it.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, test } from '@jest/globals'
import { type Browser, type BrowserContextOptions, type Page, chromium } from 'playwright-core'

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A page that was opened, and all that went wrong on it: errors, messages of the console, requests. */
export interface Opened {
  page: Page
  troubles: string[]
}

/** Opens HTML as a file. */
export type Open = (html: string, options?: BrowserContextOptions) => Promise<Opened>

/** Tests that need Chromium. Where there is none, one test says so by its name; it fails where CHROMIUM promised one. */
export function describeInChromium(name: string, tests: (open: Open) => void): void {
  describe(name, () => {
    if (!existsSync(executablePath)) {
      test(`skipped: no Chromium at ${executablePath}`, () => {
        if (process.env['CHROMIUM']) throw new Error(`CHROMIUM says ${executablePath}, and there is none.`)
      })
      return
    }
    let browser: Browser
    let folder: string
    let files = 0
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'report-page-'))
      browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
    })
    afterAll(async () => {
      await browser?.close()
      rmSync(folder, { recursive: true, force: true })
    })
    tests(async (html, options) => {
      files += 1
      const path = join(folder, `${files}.html`)
      writeFileSync(path, html)
      const url = pathToFileURL(path).href
      const context = await browser.newContext({ offline: true, timezoneId: 'UTC', ...options })
      const page = await context.newPage()
      const troubles: string[] = []
      page.on('pageerror', (error) => troubles.push(`error: ${String(error)}`))
      page.on('console', (message) => troubles.push(`console: ${message.text()}`))
      page.on('dialog', (dialog) => {
        troubles.push(`dialog: ${dialog.message()}`)
        void dialog.dismiss()
      })
      await context.route('**/*', async (route) => {
        if (route.request().url() === url) return route.continue()
        troubles.push(`request: ${route.request().url()}`)
        return route.abort()
      })
      await page.addInitScript({ content: AXE })
      await page.goto(url)
      return { page, troubles }
    })
  })
}

/** What axe-core finds wrong with a page, a line each. */
export function violations(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(
    `axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' at ' + target.join(' ') + ': ' + failureSummary)))`,
  )
}
