import { redact } from './secrets.ts'
import { logLine } from './text.ts'

/** Where in a file of the repository an annotation is shown. Lines and columns from 1. */
export interface Place {
  file?: string
  startLine?: number
  startColumn?: number
}

/** The slice of `@actions/core` that writes to the log. */
export interface LogToolkit {
  info(message: string): void
  notice(message: string): void
  warning(message: string, place?: Place): void
  error(message: string, place?: Place): void
  startGroup(name: string): void
  endGroup(): void
}

/** The log of the step. Foreign text that goes in cannot issue workflow commands. */
export interface Log {
  info(message: string): void
  notice(message: string): void
  warning(message: string, place?: Place): void
  error(message: string, place?: Place): void
  /** Runs one phase of the step within a foldable group. */
  group<T>(name: string, phase: () => Promise<T>): Promise<T>
}

/** Longest line that is written, in characters. */
const MAX_LINE = 1_000

/** A log over the toolkit, without these secrets, which a server may send back. Lines in a message stay lines. */
export function logTo(toolkit: LogToolkit, secrets: readonly string[] = []): Log {
  const clean = (message: string): string =>
    redact(message, secrets)
      .split('\n')
      .map((line) => (line.length > MAX_LINE ? `${logLine(line.slice(0, MAX_LINE))}…` : logLine(line)))
      .join('\n')
  return {
    info: (message) => toolkit.info(clean(message)),
    notice: (message) => toolkit.notice(clean(message)),
    warning: (message, place) => toolkit.warning(clean(message), place),
    error: (message, place) => toolkit.error(clean(message), place),
    group: async (name, phase) => {
      toolkit.startGroup(clean(name))
      try {
        return await phase()
      } finally {
        toolkit.endGroup()
      }
    },
  }
}

/** A log for one of several runs that are told of side by side: each line begins with its name, and phases are no groups. */
export function prefixed(log: Log, name: string): Log {
  const named = (message: string): string => `[${name}] ${message}`
  return {
    info: (message) => log.info(named(message)),
    notice: (message) => log.notice(named(message)),
    warning: (message, place) => log.warning(named(message), place),
    error: (message, place) => log.error(named(message), place),
    group: (_, phase) => phase(),
  }
}
