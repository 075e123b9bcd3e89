import { optional } from '../base/fields.ts'
import type { CallMeter } from '../apis/callmeter/client.ts'
import type { Clock } from '../base/clock.ts'
import { Failure } from '../base/failure.ts'
import type { Log } from '../base/log.ts'
import { type Measurements, collectMeasurements } from '../model/measurements.ts'
import { readPages } from '../apis/http/paged-list.ts'
import type { Scope } from '../apis/http/retry.ts'
import { type Run, timesOf } from '../model/run.ts'
import { counted } from '../base/text.ts'
import type { Started, Watched } from '../model/watched.ts'
import type { Known } from '../report/known.ts'
import type { Subject } from '../model/subject.ts'
import type { StageTools } from './tools.ts'

/** How long rows that are missing or not final are read again, in ms. How late rows may come is not documented. */
export const SETTLE_MS = 60_000
/** Most pages of one run; at the usual 100 rows a page, 200,000 endpoints. */
export const MAX_PAGES = 2_000
const FIRST_PAUSE_MS = 2_000
const MAX_PAUSE_MS = 15_000

export interface ResultsTools {
  api: CallMeter
  clock: Clock
  log: Log
}

/** A run that has ended, and where it is. */
export interface EndedRun {
  projectId: string
  runId: string
  run: Run
}

/**
 * Every endpoint of a run that has ended, each once. Rows that are missing or not final are read again for `SETTLE_MS`; endpoints that have
 * not ended even then count as such. Throws `incomplete` where the rows are fewer than the API itself says there are.
 */
export async function readResults(
  { projectId, runId, run }: EndedRun,
  scope: Scope,
  { api, clock, log }: ResultsTools,
): Promise<Measurements> {
  const settled = clock.now() + SETTLE_MS
  let lastSize: number | undefined
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, MAX_PAUSE_MS)) {
    const builder = collectMeasurements()
    const { brokenOff, promised } = await readPages(
      {
        read: ({ page }) => api.listEndpoints(projectId, runId, page, scope),
        maxPages: MAX_PAGES,
        outOfTime: () => clock.now() >= scope.deadline,
      },
      (row) => builder.add(row),
    )
    const expected = [promised, run.endpointCount].find((count = 0) => builder.size < count)
    const missing =
      brokenOff ?? (expected === undefined ? undefined : `${builder.size} of ${expected} endpoints could be read`)
    const unfinished = builder.unfinished()
    const final = run.status !== 'COMPLETED' || (unfinished === 0 && builder.size > 0)
    // Where nothing says how many there are, only a second look shows that no more are coming.
    const steady = run.status !== 'COMPLETED' || run.endpointCount !== undefined || lastSize === builder.size
    lastSize = builder.size
    if (!missing && final && steady) return builder.build()
    if (clock.now() + pauseMs > Math.min(settled, scope.deadline) || scope.signal?.aborted) {
      if (missing) {
        throw new Failure('incomplete', `The results of the run are not complete: ${missing}.`, {
          advice: 'Run again, or read the results later with `run-id`.',
        })
      }
      if (unfinished > 0)
        log.warning(
          `${counted(unfinished, 'endpoint')} had no outcome ${SETTLE_MS / 1_000} s after the run ended. They count as failed.`,
        )
      return builder.build()
    }
    log.info(
      `${missing ?? (builder.size === 0 ? 'No endpoints can be read yet' : unfinished > 0 ? `${counted(unfinished, 'endpoint')} not final yet` : `${counted(builder.size, 'endpoint')} so far, and nothing says how many there are`)}; reading again in ${pauseMs / 1_000} s`,
    )
    await clock.sleep(pauseMs, scope.signal)
  }
}

/** What a run that has ended measured, and its times. Throws as `readResults` does. */
export async function readSubject(
  { task, started, watched }: Known & { started: Started; watched: Watched },
  run: Run,
  scope: Scope,
  { world, log, apis }: StageTools,
): Promise<Subject> {
  const ofTest = task.kind === 'test' ? task.test.endpointCount : undefined
  const counting = { ...run, ...optional({ endpointCount: run.endpointCount ?? ofTest }) }
  const measurements = await log.group('Read the results', async () => {
    const tools = { api: apis.callMeter, clock: world.clock, log }
    const read = await readResults({ projectId: task.project.id, runId: started.runId, run: counting }, scope, tools)
    log.info(`${counted(read.size, 'endpoint')}, ${counted(read.metrics.size, 'metric')}`)
    return read
  })
  return { run, measurements, ...timesOf(run, watched.statuses, started.own ? started.at : undefined) }
}
