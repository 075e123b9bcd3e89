/** An annotation, with its properties such as `file`, `line` and `title`. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly message: string
  readonly properties: Readonly<Record<string, string>>
}

/** A job's log as it grows. */
export interface JobLog {
  readonly annotations: Annotation[]
  readonly masks: string[]
  /** Takes a line that the step wrote; answers it as GitHub shows it, or null where it shows nothing. */
  take(line: string): string | null
}

const KNOWN = new Set([
  'add-mask',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'notice',
  'stop-commands',
  'warning',
  'set-output',
  'save-state',
  'set-env',
  'add-path',
  'add-matcher',
  'remove-matcher',
])

interface Command {
  name: string
  properties: Record<string, string>
  message: string
}

/** An empty log. `secrets` are masked from the start, as those of `secrets.…` are. */
export function createJobLog(secrets: readonly string[] = []): JobLog {
  const annotations: Annotation[] = []
  const masks: string[] = []
  let resumeToken: string | null = null

  const mask = (secret: string) => {
    // Each line of a secret is one as well. Source: actions/runner, AddMaskCommandExtension.
    for (const part of [secret, ...secret.split(/\r?\n/)]) {
      if (part.trim() !== '' && !masks.includes(part)) masks.push(part)
    }
    // Long ones first, so that no end of a longer secret is left over.
    masks.sort((a, b) => b.length - a.length)
  }
  const masked = (text: string) => masks.reduce((shown, secret) => shown.replaceAll(secret, '***'), text)

  const perform = ({ name, properties, message }: Command): string | null => {
    switch (name) {
      case 'add-mask':
        mask(message)
        return null
      case 'error':
      case 'warning':
      case 'notice':
        annotations.push({ level: name, message: masked(message), properties })
        return `${name[0]?.toUpperCase()}${name.slice(1)}: ${masked(message)}`
      case 'group':
        return `▼ ${masked(message)}`
      case 'stop-commands':
        resumeToken = message
        return null
      default:
        return null
    }
  }

  for (const secret of secrets) mask(secret)
  return {
    annotations,
    masks,
    take: (line) => {
      if (resumeToken !== null) {
        if (line.trim() !== `::${resumeToken}::`) return masked(line)
        resumeToken = null
        return null
      }
      const command = parseCommand(line)
      return command ? perform(command) : masked(line)
    },
  }
}

/** The workflow command in a line, in either of the notations that the runner obeys. Source: actions/runner, ActionCommand.cs. */
export function parseCommand(line: string): Command | null {
  const current = /^\s*::([^\s:]+)(?: (.*?))?::(.*)$/s.exec(line)
  // The older notation counts anywhere in a line.
  const older = /##\[([^\s\]]+)(?: ([^\]]*))?\](.*)$/s.exec(line)
  const [, name = '', properties = '', message = ''] = current ?? older ?? []
  if (!KNOWN.has(name)) return null
  const separator = current ? ',' : ';'
  const pairs = properties.split(separator).flatMap((property) => {
    const equals = property.indexOf('=')
    return equals > 0 ? [[property.slice(0, equals).trim(), unescape(property.slice(equals + 1), true)] as const] : []
  })
  return { name, properties: Object.fromEntries(pairs), message: unescape(message, false) }
}

function unescape(text: string, property: boolean): string {
  const characters: Record<string, string> = {
    '%0D': '\r',
    '%0A': '\n',
    '%25': '%',
    ...(property && { '%3A': ':', '%2C': ',', '%3B': ';', '%5D': ']' }),
  }
  return text.replaceAll(/%(?:0D|0A|25|3A|2C|3B|5D)/g, (code) => characters[code] ?? code)
}
