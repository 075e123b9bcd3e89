import { logLine } from './text.ts'

/** The slice of `@actions/core` that writes to the log. */
export interface LogToolkit {
  info(message: string): void
  notice(message: string): void
  warning(message: string): void
  error(message: string): void
  startGroup(name: string): void
  endGroup(): void
}

/** The log of the step. Foreign text that goes in cannot issue workflow commands. */
export interface Log {
  info(message: string): void
  notice(message: string): void
  warning(message: string): void
  error(message: string): void
  /** Runs one phase of the step within a foldable group. */
  group<T>(name: string, phase: () => Promise<T>): Promise<T>
}

/** A log over the toolkit. Lines in a message stay lines. */
export function logTo(toolkit: LogToolkit): Log {
  const clean = (message: string): string =>
    message
      .split('\n')
      .map((line) => logLine(line))
      .join('\n')
  return {
    info: (message) => toolkit.info(clean(message)),
    notice: (message) => toolkit.notice(clean(message)),
    warning: (message) => toolkit.warning(clean(message)),
    error: (message) => toolkit.error(clean(message)),
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
