import type { Log } from '../src/base/log.ts'

/** A log that nobody reads. */
export const silent: Log = {
  info: () => undefined,
  notice: () => undefined,
  warning: () => undefined,
  error: () => undefined,
  group: (_, phase) => phase(),
}
