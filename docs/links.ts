// Whether the links between pages are alive, told without a network: files are there, and so are the headings that anchors name. Development only.
import { posix } from 'node:path'

/** A link that leads nowhere. */
export interface DeadLink {
  file: string
  line: number
  target: string
  why: string
}

/** Addresses of this repository's own files, as they are written outside of it. */
const OWN = /^https:\/\/github\.com\/callmeter\/run-test\/blob\/(?:v1|main)\/([^#]+)(#.*)?$/

/**
 * The dead links of some pages, and the addresses outside that they link to. `pages` are texts by path, `exists` tells whether the repository has
 * a file or folder.
 */
export function checkLinks(
  pages: ReadonlyMap<string, string>,
  exists: (path: string) => boolean,
): { dead: DeadLink[]; outside: string[] } {
  const anchors = new Map([...pages].map(([file, text]) => [file, anchorsOf(text)]))
  const dead: DeadLink[] = []
  const outside = new Set<string>()
  for (const [file, text] of pages) {
    for (const { target, line } of linksOf(text)) {
      const own = OWN.exec(target)
      if (!own && /^[a-z][a-z\d+.-]*:/i.test(target)) {
        outside.add(target)
        continue
      }
      const [path = '', anchor] = own ? [own[1], own[2]?.slice(1)] : split(target)
      const to = own ? path : path === '' ? file : posix.join(posix.dirname(file), decodeURIComponent(path))
      const why = to.startsWith('..')
        ? 'it leaves the repository'
        : !exists(to)
          ? `there is no ${to}`
          : anchor && anchors.get(to)?.has(anchor) !== true
            ? `${to} has no heading for #${anchor}`
            : undefined
      if (why) dead.push({ file, line, target, why })
    }
  }
  return { dead, outside: [...outside].toSorted() }
}

function split(target: string): [path: string, anchor: string | undefined] {
  const [path = '', anchor] = target.split('#')
  return [path, anchor]
}

/** The links of a page with their lines: Markdown's, and those of HTML within it. */
export function linksOf(text: string): { target: string; line: number }[] {
  return withoutCode(text)
    .split('\n')
    .flatMap((content, i) =>
      [
        ...content.matchAll(/\]\(<?([^\s)>]+)>?(?:\s+"[^"]*")?\)|^\[[^\]]+\]:\s*(\S+)|(?:href|src|srcset)="([^"]+)"/g),
      ].map(([, inline, reference, html]) => ({ target: inline ?? reference ?? html ?? '', line: i + 1 })),
    )
}

/** The anchors that GitHub gives to the headings of a page. */
export function anchorsOf(text: string): ReadonlySet<string> {
  const anchors = new Set<string>()
  for (const [, heading = ''] of withoutCode(text, false).matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const name = heading
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-')
    let anchor = name
    for (let n = 1; anchors.has(anchor); n++) anchor = `${name}-${n}`
    anchors.add(anchor)
  }
  for (const [, id = ''] of text.matchAll(/<a (?:id|name)="([^"]+)"/g)) anchors.add(id)
  return anchors
}

/** The text with blanks in place of code, so that lines stay where they are. `inline` code is part of a heading's name. */
function withoutCode(text: string, inline = true): string {
  const blocks = text.replaceAll(/^( *)(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1\2`*[ \t]*$/gm, (block) =>
    block.replaceAll(/[^\n]/g, ' '),
  )
  return inline ? blocks.replaceAll(/(`+)(?!`)[^\n]*?[^`]\1(?!`)/g, (code) => ' '.repeat(code.length)) : blocks
}
