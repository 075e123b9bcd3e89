// Text from a server, or from a workflow, made safe for the place it goes to. Each place has its own function.

/** Longest piece of foreign text that is shown. */
const MAX_LENGTH = 300

// C0 and C1 controls, line and paragraph separators, bidirectional overrides, zero-width characters, and halves of surrogate pairs.
const UNSAFE =
  // oxlint-disable-next-line no-control-regex -- control characters are what this is about
  /[\u0000-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** One line of ordinary characters, at most `max` long. Fit for a log line when it stands behind other words. */
export function plain(text: string, max = MAX_LENGTH): string {
  const line = text
    .slice(0, max * 2)
    .replaceAll(UNSAFE, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
  return line.length > max ? `${line.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : line
}

/**
 * A line for the log. GitHub's runner takes a line that starts with `::`, or holds `##[` anywhere, as a command
 * (actions/runner, ActionCommand.cs), so neither is let through.
 */
export function logLine(text: string): string {
  const safe = text.replaceAll(UNSAFE, ' ').replaceAll('##[', '# #[')
  return /^\s*::/.test(safe) ? safe.replace('::', ': :') : safe
}

/** Text for GitHub-flavoured Markdown, in a table or out of it: it shows as it is, and links, mentions or tags nothing. */
export function markdown(text: string, max = MAX_LENGTH): string {
  return (
    plain(text, max)
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll(/[\\`*_{}[\]()#+!|~$:.-]/g, (sign) => (/[:.-]/.test(sign) ? sign : `\\${sign}`))
      // A mention, an issue's number or an address becomes a link of its own accord, and a mention even a notification, whether or not it
      // is written with entities. A character without width in it prevents that.
      .replaceAll('@', '&#64;&#8203;')
      .replaceAll(String.raw`\#`, String.raw`\#&#8203;`)
      // Where it begins a line it would begin a list, or draw a rule.
      .replace(/^-/, String.raw`\-`)
      .replace(/^(\d+)\./, String.raw`$1\.`)
      .replaceAll('://', '&#58;//')
      .replaceAll(/www\./gi, (www) => `${www.slice(0, 3)}&#46;`)
  )
}

/** Text as inline code in a Markdown table: no back-tick and no pipe can end it. What it shows can be copied as it is. */
export function code(text: string, max = MAX_LENGTH): string {
  // Within code only a mail address becomes a link, as SIP addresses look like; a comment in it prevents that and is not copied.
  const shown = markdown(text, max).replaceAll('&#64;&#8203;', '&#64;<!-- -->')
  return `<code>${shown.replaceAll('&#8203;', '')}</code>`
}

/** Text for a line of HTML, where Markdown is not looked at: within `summary`, for one. */
export function html(text: string, max = MAX_LENGTH): string {
  return plain(text, max)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('@', '&#64;&#8203;')
    .replaceAll('#', (sign, at: number, whole: string) => (whole[at - 1] === '&' ? sign : '#&#8203;'))
}

/** Lines of text as a Markdown code block that nothing in them can end. */
export function codeBlock(text: string, max = 20_000): string {
  const lines = text
    .slice(0, max)
    .split('\n')
    .map((line) => line.replaceAll(UNSAFE, ' '))
  const longest = Math.max(2, ...lines.map((line) => /^\s*(`+)/.exec(line)?.[1]?.length ?? 0))
  const fence = '`'.repeat(longest + 1)
  return [fence, ...lines, fence].join('\n')
}

/** A web address for an `href` in Markdown or HTML; empty where the text is not one. */
export function href(url: string): string {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return ''
  return new URL(url).href
    .replaceAll('&', '&amp;')
    .replaceAll(/["'<>|`\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

/** `a, b and c`. */
export function inWords(list: readonly string[], conjunction = ' and '): string {
  return list.length < 2 ? list.join('') : `${list.slice(0, -1).join(', ')}${conjunction}${list.at(-1) ?? ''}`
}

/** `1 endpoint`, `2 endpoints`. */
export function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}
