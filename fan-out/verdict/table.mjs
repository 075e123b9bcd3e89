// The legs as a table in Markdown, for the job summary and the pull request comment.
/** @import { Judged } from './judge.mjs' */

const SIGNS = {
  passed: '✅',
  warned: '⚠️',
  failed: '❌',
  'not-run': '⏸️',
  'timed-out': '⏱️',
  cancelled: '🚫',
  error: '💥',
}

/** Longest cell and longest table, in characters. A comment may have 65,536. */
const MAX_CELL = 400
const MAX_TABLE = 60_000

/** @param {Judged} judged */
export function renderTable({ verdict, legs, problem }) {
  const head = [`### CallMeter: ${withSign(verdict)}`, '']
  if (problem) head.push(cell(problem), '')
  if (legs.length === 0) return head.join('\n')
  head.push('| Leg | Verdict | Why | Run |', '| --- | --- | --- | --- |')
  const rows = legs.map(({ name, verdict: own, reason, runs }) => {
    const links = runs.map(({ id, url }) => (safeUrl(url) ? `<a href="${safeUrl(url)}">${cell(id)}</a>` : cell(id)))
    return `| ${cell(name)} | ${withSign(own)} | ${own === 'passed' ? '' : cell(reason)} | ${links.slice(0, 3).join(', ')} |`
  })
  let size = head.join('\n').length
  const shown = rows.filter((row) => (size += row.length + 1) <= MAX_TABLE)
  const left = rows.length - shown.length
  return [...head, ...shown, ...(left > 0 ? ['', `And ${left} more legs.`] : [])].join('\n')
}

/** @param {string} verdict */
function withSign(verdict) {
  return `${verdict in SIGNS ? SIGNS[/** @type {keyof typeof SIGNS} */ (verdict)] : ''} ${cell(verdict)}`.trim()
}

/**
 * A text in one cell: it shows as it is, and links, mentions or formats nothing. Control characters and those that turn the reading
 * direction are left out.
 * @param {string} text
 */
function cell(text) {
  const line = text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  const short = line.length > MAX_CELL ? `${line.slice(0, MAX_CELL - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : line
  // As entities, these characters have no meaning in Markdown. One without width keeps mentions and issues from being linked.
  return short.replaceAll(/[&<>"'`*_~|\\[\](){}!$@#]|:(?=\/\/)|(?<=www)\./gi, (sign) => {
    const entity = `&#${sign.charCodeAt(0)};`
    return sign === '@' || sign === '#' ? `${entity}&#8203;` : entity
  })
}

/** A web address for `href`; '' where the text is none. @param {string} text */
function safeUrl(text) {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) return ''
  return new URL(text).href
    .replaceAll('&', '&amp;')
    .replaceAll(/["'<>|`\\]/g, encodeURIComponent)
    .replaceAll("'", '%27')
}
