import type { PageData } from './model.ts'

/** Where the template, dist/report.html, takes the data and the title. Both stand before anything else that could look like them. */
const DATA = '<script type="application/json" id="report">'
const TITLE = '<title>'

/** The text of report.html: the template with a step's data in it. Throws where the template has no place for them. */
export function renderPage(data: PageData, template: string): string {
  const { heading, runs } = data
  const title = [heading, ...(runs.length === 1 ? runs.map(({ test }) => test) : []), 'CallMeter'].join(' · ')
  return filled(filled(template, TITLE, '</title>', htmlText(title)), DATA, '</script>', scriptText(data))
}

/** The template with `content` in place of what stands between two marks. Slices, because `replace` would read `$&` in the content. */
function filled(template: string, before: string, after: string, content: string): string {
  const start = template.indexOf(before) + before.length
  const end = template.indexOf(after, start)
  if (start < before.length || end < 0) throw new Error(`The template of report.html has no ${before}.`)
  return template.slice(0, start) + content + template.slice(end)
}

function htmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** JSON in which nothing can end a script element or begin a comment, and which is JavaScript, too. */
function scriptText(data: PageData): string {
  return JSON.stringify(data).replaceAll(
    /[<\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
