// The few forms of GitHub-flavoured Markdown that a summary is made of. What goes in is Markdown already.

/** A table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** A part that the reader opens; empty where it has nothing in it. */
export function details(title: string, content: string): string {
  return content ? `<details><summary>${title}</summary>\n\n${content}\n\n</details>` : ''
}

/** Blocks below one another, without the empty ones. */
export function blocks(parts: readonly string[]): string {
  return parts.filter(Boolean).join('\n\n')
}
