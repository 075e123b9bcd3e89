/** Rows under a head as a Markdown table, padded so that it reads as plain text too. Numbers stand to the right. */
export function markdownTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const texts = [head, ...rows.map((row) => row.map(String))]
  const widths = head.map((_, i) => Math.max(3, ...texts.map((row) => row[i]?.length ?? 0)))
  const numeric = head.map((_, i) => rows.every((row) => /^[-\d<]/.test(String(row[i]))))
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => (numeric[i] ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join(' | ')} |`
  const rule = `| ${widths.map((width, i) => (numeric[i] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`
  return [line(head), rule, ...texts.slice(1).map(line)].join('\n')
}
