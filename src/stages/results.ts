import { optional } from '../base/fields.ts'
import type { CallMeterReader } from '../apis/callmeter/client.ts'
import type { Clock } from '../base/clock.ts'
import { Failure } from '../base/failure.ts'
import type { Log } from '../base/log.ts'
import {
  type EndpointResult,
  type Measurements,
  type MeasurementsBuilder,
  collectMeasurements,
} from '../model/measurements.ts'
import { readPages } from '../apis/http/paged-list.ts'
import type { Scope } from '../apis/http/retry.ts'
import { endedWell } from '../model/outcomes.ts'
import { type Run, timesOf } from '../model/run.ts'
import { withoutUnavailable } from '../model/unavailable.ts'
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
/** How long results have to stay the same, in ms, where some endpoints lack values that others have, */
const PARTIAL_STEADY_MS = 6_000
/** where nothing says how many endpoints there are, */
const UNCOUNTED_STEADY_MS = 14_000
/** and where endpoints that succeeded have no values at all: a call that was made was measured. */
const BARE_STEADY_MS = 44_000
/** How long results that seem to be whole may go on changing, in ms. */
const MAX_CHANGING_MS = 3 * SETTLE_MS
/** From so many pages on, one page is asked for to see whether values still come, and not all of them. */
const PROBED_PAGES = 4

export interface ResultsTools {
  api: CallMeterReader
  clock: Clock
  log: Log
}

/** A run that has ended, and where it is. */
export interface EndedRun {
  projectId: string
  runId: string
  run: Run
  /** Whether this step saw it going: then it has just ended, whatever its times are said to be. */
  wasSeenGoing?: boolean
}

/** A run whose results are read, and whether it had ended so long before that nothing more is to come. */
type ReadRun = EndedRun & { isOld: boolean }

/** What one reading of all pages brought. */
interface Pass {
  builder: MeasurementsBuilder
  /** What shows that rows are missing. */
  missing?: string
  /** What does not show that, but leaves open whether more is to come: in words, and how long it has to stay so, in ms. */
  open?: { words: string; steadyMs: number }
  /** Whether rows are there, and each has ended. */
  final: boolean
  /** The page of the endpoint that succeeded and has the fewest values, where one page can tell whether values still come. */
  probe?: { page: number; values: number }
}

/**
 * Every endpoint of a run that has ended, each once. Rows that are missing or not final are read again for `SETTLE_MS`, and so are values that may be on
 * the way; endpoints that have not ended even then count as such. Throws `incomplete` where the rows are fewer than the API itself says there are, or
 * nothing shows that they are all.
 */
export async function readResults(of: EndedRun, scope: Scope, tools: ResultsTools): Promise<Measurements> {
  const { api, clock, log } = tools
  const endedAgo = (api.serverClock() ?? 0) - (of.run.completedAt ?? Number.POSITIVE_INFINITY)
  const isOld = !of.wasSeenGoing && endedAgo > SETTLE_MS
  const ended = { ...of, isOld }
  /** How long was waited between readings, in ms. What requests take, or are told to wait, is not counted. */
  let waited = 0
  let pass: Pass | undefined
  let sameSince = clock.now()
  let changed = true
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, MAX_PAUSE_MS)) {
    // What counts is when it was asked for: an answer that takes long tells of then.
    const askedAt = clock.now()
    if (!pass?.probe || !(await isSame(pass.probe, ended, scope, tools.api))) {
      const next = await readAll(ended, scope, tools)
      changed = !pass || printOf(next) !== printOf(pass)
      if (changed) sameSince = clock.now()
      pass = next
    } else changed = false
    const { builder, missing, open, final } = pass
    if (!missing && final && (!open || askedAt - sameSince >= open.steadyMs)) return builder.build()
    const unfinished = builder.unfinished()
    const isTooLate =
      waited + pauseMs > (missing || !final ? SETTLE_MS : MAX_CHANGING_MS) && (missing || !final || changed)
    if (isTooLate || clock.now() + pauseMs > scope.deadline || scope.signal?.aborted) {
      const changing = open && final ? 'they kept changing after the run had ended' : undefined
      if (missing ?? changing) {
        throw new Failure('incomplete', `The results of the run are not complete: ${missing ?? changing}.`, {
          advice: 'Run again, or read the results later with `run-id`.',
        })
      }
      if (unfinished > 0)
        log.warning(
          `${counted(unfinished, 'endpoint')} had no outcome ${SETTLE_MS / 1_000} s after the run ended. They count as failed.`,
        )
      return builder.build()
    }
    const words =
      builder.size === 0 ? 'No endpoints can be read yet' : `${counted(unfinished, 'endpoint')} not final yet`
    log.info(`${missing ?? (final ? open?.words : words) ?? words}; reading again in ${pauseMs / 1_000} s`)
    await clock.sleep(pauseMs, scope.signal)
    waited += pauseMs
  }
}

/** Reads all pages once. */
async function readAll(
  ended: ReadRun,
  scope: Scope,
  { api, clock }: Pick<ResultsTools, 'api' | 'clock'>,
): Promise<Pass> {
  const { projectId, runId, run, isOld } = ended
  const builder = collectMeasurements()
  const pages: { page: number; values: number; least: number }[] = []
  const { brokenOff, lacking, promised, nameless } = await readPages(
    {
      read: async ({ page }) => {
        const read = await api.listEndpoints(projectId, runId, page, scope)
        const good = read.items.filter(({ outcome }) => endedWell(outcome))
        const least = Math.min(...good.map(({ readings }) => readings.length))
        pages.push({ page, values: valuesOf(read.items), least })
        return read
      },
      maxPages: MAX_PAGES,
      outOfTime: () => clock.now() >= scope.deadline,
      wary: !run.endpointCount,
    },
    (row) => builder.add(row),
  )
  const { size } = builder
  const known = run.endpointCount || undefined
  const expected = [promised, known].find((count = 0) => size < count)
  const few = expected === undefined ? undefined : `${size} of ${expected} endpoints could be read`
  const most = promised === undefined && known === undefined ? undefined : Math.max(promised ?? 0, known ?? 0)
  const many =
    nameless && most !== undefined && size > most
      ? `${size} rows came of ${most} endpoints, and rows have no ids`
      : undefined
  const uncounted = known === undefined && (promised === undefined || size > promised || size === 0)
  const missing =
    brokenOff ??
    few ??
    many ??
    (known === undefined ? lacking : undefined) ??
    (uncounted && (await hasPageBefore(ended, builder, scope, api)) ? 'the pages are counted from 0' : undefined)
  // What a run that broke measured tells more, and decides nothing; and long after its end nothing more is to come.
  if (run.status !== 'COMPLETED') return { builder, final: true, ...optional({ missing }) }
  const open = isOld ? undefined : openQuestion(builder, known)
  const thinnest = pages.toSorted((a, b) => a.least - b.least)[0]
  const probe = open && known !== undefined && pages.length >= PROBED_PAGES && !missing ? thinnest : undefined
  return { builder, final: size > 0 && builder.unfinished() === 0, ...optional({ missing, open, probe }) }
}

/** How long it is tried to read a page that need not exist, in ms. */
const BEFORE_PATIENCE_MS = 5_000

/** Whether there is a page before the first, with rows that the others do not have; of rows without ids that cannot be told. */
async function hasPageBefore(
  { projectId, runId }: EndedRun,
  builder: MeasurementsBuilder,
  scope: Scope,
  api: CallMeterReader,
): Promise<boolean> {
  const soon = { ...scope, patienceMs: BEFORE_PATIENCE_MS, refusalMs: 0 }
  try {
    const { items } = await api.listEndpoints(projectId, runId, 0, soon)
    return items.some((row) => row.id === undefined || builder.add(row))
  } catch (error) {
    if (!(error instanceof Failure) || error.kind === 'aborted') throw error
    return false
  }
}

/** What leaves open whether more is to come, of rows that seem to be all. */
function openQuestion(builder: MeasurementsBuilder, known: number | undefined): Pass['open'] {
  const { bare, partial } = builder.gaps()
  if (bare > 0)
    return { words: `${counted(bare, 'endpoint')} succeeded and have no values yet`, steadyMs: BARE_STEADY_MS }
  if (known === undefined) {
    const words = `${counted(builder.size, 'endpoint')} so far, and the total is unknown`
    return { words, steadyMs: UNCOUNTED_STEADY_MS }
  }
  if (partial > 0)
    return { words: `${counted(partial, 'endpoint')} lack values that others have`, steadyMs: PARTIAL_STEADY_MS }
  return undefined
}

/** Whether a page still brings as many values as it did. */
async function isSame(
  { page, values }: { page: number; values: number },
  { projectId, runId }: EndedRun,
  scope: Scope,
  api: CallMeterReader,
): Promise<boolean> {
  return valuesOf((await api.listEndpoints(projectId, runId, page, scope)).items) === values
}

function valuesOf(rows: readonly EndpointResult[]): number {
  return rows.reduce((sum, { readings }) => sum + readings.length, 0)
}

/** What changes where anything is added. */
function printOf({ builder }: Pass): string {
  return [builder.size, builder.unfinished(), builder.values()].join(' ')
}

/** What a run that has ended measured, and its times, with what a reader should know of that. Throws as `readResults` does. */
export async function readSubject(
  { task, started, watched }: Known & { started: Started; watched: Watched },
  run: Run,
  scope: Scope,
  { world, log, apis }: StageTools,
): Promise<{ subject: Subject; notes: string[] }> {
  const ofTest = task.kind === 'test' ? task.test.endpointCount : undefined
  const counting = { ...run, ...optional({ endpointCount: run.endpointCount || ofTest }) }
  return log.group('Read the results', async () => {
    const tools = { api: apis.callMeter, clock: world.clock, log }
    const wasSeenGoing = started.own || watched.statuses.length > 1
    const of = { projectId: task.project.id, runId: started.runId, run: counting, wasSeenGoing }
    const read = await readResults(of, scope, tools)
    log.info(`${counted(read.size, 'endpoint')}, ${counted(read.metrics.size, 'metric')}`)
    const { measurements, notes } = withoutUnavailable(read)
    for (const note of notes) log.warning(note)
    return {
      subject: { run, measurements, ...timesOf(run, watched.statuses, started.own ? started.at : undefined) },
      notes,
    }
  })
}
