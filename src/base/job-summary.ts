// The file that the runner shows as the job summary.
import { accessSync, appendFileSync, constants } from 'node:fs'

/** Appends to the job summary, as `summary.write()` of @actions/core does, whose fs/promises would be loaded with each start. `path` is the runner's. */
export function appendToSummary(path: string | undefined, markdown: string): void {
  if (!path)
    throw new Error(
      'Unable to find environment variable for $GITHUB_STEP_SUMMARY. Check if your runtime environment supports job summaries.',
    )
  try {
    accessSync(path, constants.R_OK | constants.W_OK)
  } catch {
    throw new Error(`Unable to access summary file: '${path}'. Check if the file has correct read/write permissions.`)
  }
  appendFileSync(path, markdown)
}
