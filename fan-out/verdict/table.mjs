// The legs as a table in Markdown, for the job summary and the pull request comment.
import { HEADINGS, href, markdown, table } from '../from-src.mjs'
/** @import { Verdict } from '../from-src.mjs' */
/** @import { Judged } from './judge.mjs' */

/** Longest cell and longest table, in characters. A comment may have 65,536. */
const MAX_CELL = 400
const MAX_TABLE = 60_000

/** @param {Judged} judged */
export function renderTable({ verdict, legs, problem }) {
  const head = [`### CallMeter: ${withSign(verdict)}`, '']
  if (problem) head.push(cell(problem), '')
  if (legs.length === 0) return head.join('\n')
  const rows = legs.map(({ name, verdict: own, reason, runs }) => {
    const links = runs.map(({ id, url }) => (href(url) ? `<a href="${href(url)}">${cell(id)}</a>` : cell(id)))
    return [cell(name), withSign(own), own === 'passed' ? '' : cell(reason), links.slice(0, 3).join(', ')]
  })
  let size = head.join('\n').length
  const shown = table(['Leg', 'Verdict', 'Why', 'Run'], rows)
    .split('\n')
    .filter((line) => (size += line.length + 1) <= MAX_TABLE)
  const left = rows.length + 2 - shown.length
  return [...head, ...shown, ...(left > 0 ? ['', `And ${left} more legs.`] : [])].join('\n')
}

/** A verdict behind the sign that its heading has. @param {Verdict} verdict */
function withSign(verdict) {
  return `${HEADINGS[verdict].split(' ', 1)[0]} ${verdict}`
}

/** @param {string} text */
function cell(text) {
  return markdown(text, MAX_CELL)
}
