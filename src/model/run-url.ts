import { href } from '../base/text.ts'

/** What the workflow's template of a run's page is filled with. */
export interface RunAddress {
  project: string
  /** Empty where it is not known. */
  test: string
  run: string
}

/** A run's page: where the workflow's template says, without one, where the API does. Undefined where neither gives a web address. */
export function runUrl(template: string, address: RunAddress, fromApi?: string): string | undefined {
  const url = template
    ? template.replaceAll(/\{(project|test|run)\}/g, (_, name: keyof RunAddress) => encodeURIComponent(address[name]))
    : fromApi
  // A tab or a line's end would be dropped, and join what it parts: a key, for one.
  return url && !/\p{Cc}/u.test(url) && href(url) ? new URL(url).href : undefined
}
