// A job summary as GitHub shows it: GitHub-flavoured Markdown, with its style sheet, and Mermaid's own drawing of each chart.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'

const require = createRequire(import.meta.url)
const MERMAID = require.resolve('mermaid/dist/mermaid.min.js')
const STYLES = require.resolve('github-markdown-css/github-markdown.css')

/** The Markdown as HTML. GitHub cleans it after that, which is not imitated: what would have to be cleaned should not be there. */
export function githubHtml(markdown: string): string {
  return micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  })
}

/** A whole page that shows it, light or dark, and draws the charts; `window.charts` resolves to how many were drawn and what went wrong. */
export function githubPage(markdown: string, theme: 'light' | 'dark'): string {
  const body = githubHtml(markdown)
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Summary</title>
<style>${readFileSync(STYLES, 'utf8')}
body { margin: 0; background: ${theme === 'light' ? '#fff' : '#0d1117'} }
main { max-width: 1012px; margin: 0 auto; padding: 24px }
</style></head><body><main class="markdown-body" data-theme="${theme}">${body}</main>
<script>${readFileSync(MERMAID, 'utf8')}</script>
<script>
window.charts = (async () => {
  mermaid.initialize({ startOnLoad: false, theme: '${theme === 'light' ? 'default' : 'dark'}', securityLevel: 'strict' })
  const troubles = []
  let drawn = 0
  for (const code of document.querySelectorAll('code.language-mermaid')) {
    try {
      const { svg } = await mermaid.render('chart' + drawn, code.textContent)
      const place = document.createElement('div')
      place.className = 'mermaid'
      place.innerHTML = svg
      code.parentElement.replaceWith(place)
      drawn++
    } catch (error) {
      troubles.push(String(error))
    }
  }
  return { drawn, troubles }
})()
</script></body></html>`
}
