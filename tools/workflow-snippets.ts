// The workflows within pages. Development only.

/** A workflow that a page shows as a whole. */
export interface Snippet {
  readonly page: string
  /** The line of the page on which it begins, from 1. */
  readonly line: number
  /** The workflow, with an empty line for each line of the page above it, so that findings name the line of the page. */
  readonly text: string
}

/** The fenced YAML of a page that has jobs and a trigger; anything less is a part of a workflow and cannot be checked as one. */
export function snippetsOf(page: string, markdown: string): Snippet[] {
  return [...markdown.matchAll(/^( *)```ya?ml\n(.*?)^\1```$/gms)].flatMap(({ index, 1: indent = '', 2: code = '' }) => {
    if (['on', 'jobs'].some((key) => !new RegExp(`^${indent}${key}:`, 'm').test(code))) return []
    const line = markdown.slice(0, index).split('\n').length + 1
    return [{ page, line, text: '\n'.repeat(line - 1) + code.replaceAll(new RegExp(`^${indent}`, 'gm'), '') }]
  })
}
