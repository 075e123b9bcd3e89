// Whether troubleshooting.md and the sources say the same: an entry for every message, and no entry for a message that is gone. Development only.
import type { Message } from './messages.ts'

/** A message that the page lists, and where. */
interface Listed {
  template: string
  line: number
}

/** The messages that the page lists: the lines of its `text` blocks. */
export function listedIn(page: string): Listed[] {
  const listed: Listed[] = []
  let within = false
  for (const [i, content] of page.split('\n').entries()) {
    if (within && content.startsWith('```')) within = false
    else if (content === '```text') within = true
    else if (within && content.trim() !== '') listed.push({ template: content.trim(), line: i + 1 })
  }
  return listed
}

/** What the page lacks, or has too much, a sentence each. */
export function compareWithPage(messages: readonly Message[], page: string): string[] {
  const listed = listedIn(page)
  const templates = new Set(messages.map(({ template }) => template))
  const entries = new Set(listed.map(({ template }) => template))
  return [
    ...messages
      .filter(({ template }) => !entries.has(template))
      .map(({ file, line, template }) => `${file}:${line}: docs/troubleshooting.md has no entry for: ${template}`),
    ...listed
      .filter(({ template }) => !templates.has(template))
      .map(({ template, line }) => `docs/troubleshooting.md:${line}: no source says: ${template}`),
    ...listed
      .filter(({ template }, i) => listed.findIndex((other) => other.template === template) !== i)
      .map(({ template, line }) => `docs/troubleshooting.md:${line}: is there twice: ${template}`),
  ]
}
