// What a tracking number sees of the calls that a run's callers place. Nothing is kept: every row is worked out from the runs and the time.
import type { PlacedCall } from '../callmeter/placed-calls.ts'
import type { FarEnd } from '../callmeter/scenarios.ts'
import { randomFrom, shuffledIndexes, uuidFrom } from '../server/random.ts'
import { DIALLED_NUMBER, NUMBERS } from './account.ts'

/** A row of the list of calls, in the words of neither edition. */
export interface CallRow {
  readonly id: string
  /** Simulated ms. */
  readonly createdAt: number
  readonly updatedAt: number
  /** `answered`, `in-progress`, a `FarEndOutcome` or an odd status. */
  readonly status: string
  readonly direction: 'inbound' | 'outbound'
  readonly trackingNumber: string
  readonly callerNumber: string
  readonly durationSeconds: number
}

/** A run as the far end knows it. */
export interface DiallingRun {
  readonly id: string
  /** How many of its endpoints place calls. */
  readonly callers: number
  /** Those that have reached the far end by now. */
  readonly calls: () => readonly PlacedCall[]
}

interface Moment {
  readonly farEnd: FarEnd
  readonly seed: number
  /** Simulated ms: when the simulation began, and now. */
  readonly from: number
  readonly at: number
}

const MINUTE_MS = 60_000

/** Every row that is listed now, newest first; those that are listed twice, twice. */
export function callRows(runs: readonly DiallingRun[], moment: Moment): CallRow[] {
  const rows = [...runs.flatMap((run) => rowsOf(run, moment)), ...earlierRows(moment)]
  return rows.toSorted((a, b) => b.createdAt - a.createdAt)
}

function rowsOf(run: DiallingRun, moment: Moment): CallRow[] {
  const { farEnd, seed } = moment
  const placed = run.calls()
  const fates = fatesOf(run, seed, farEnd)
  const rows = placed.flatMap((call) => rowOf(run, call, fates[call.index] ?? 'answered', moment))
  const [first] = placed
  return [...rows, ...rows.slice(0, farEnd.duplicates), ...(first ? sideRows(run, first.begunAt, moment) : [])]
}

/** What becomes of each caller's call. */
function fatesOf({ id, callers }: DiallingRun, seed: number, { outcomes, oddStatuses }: FarEnd): string[] {
  const fates = Array.from({ length: callers }, () => 'answered')
  const order = shuffledIndexes(randomFrom('far end', seed, id), callers)
  let next = 0
  for (const [fate, count] of [...Object.entries(outcomes), ...Object.entries(oddStatuses)]) {
    for (const index of order.slice(next, next + count)) fates[index] = fate
    next += count
  }
  return fates
}

function rowOf(run: DiallingRun, call: PlacedCall, fate: string, { farEnd, seed, at }: Moment): CallRow[] {
  if (fate === 'never') return []
  const id = uuidFrom('call', seed, run.id, call.index)
  const random = randomFrom('listed', id)
  const delayMs = (farEnd.delaySeconds + random() * farEnd.spreadSeconds) * 1000
  const listedAt = (call.endedAt ?? Infinity) + delayMs
  const isOver = listedAt <= at
  if (!isOver && (farEnd.listed === 'after-end' || call.begunAt + delayMs > at)) return []
  const status = call.result === 'busy' ? 'busy' : fate
  const talked = isOver && (status === 'answered' || status === 'voicemail')
  return [
    {
      id,
      createdAt: call.begunAt,
      updatedAt: isOver ? listedAt : call.begunAt + delayMs,
      status: isOver ? status : 'in-progress',
      direction: 'inbound',
      trackingNumber: DIALLED_NUMBER.phoneNumber,
      callerNumber: callerNumber(call.index),
      durationSeconds: talked ? Math.round(((call.endedAt ?? at) - call.begunAt) / 1000) : 0,
    },
  ]
}

/** Other calls of the business, while a run goes on. */
function sideRows(run: DiallingRun, from: number, { farEnd, seed, at }: Moment): CallRow[] {
  const other = NUMBERS.find((number) => number !== DIALLED_NUMBER)!.phoneNumber
  const side = (kind: string, count: number, changes: Partial<CallRow>) =>
    Array.from({ length: count }, (_, index) => ({
      ...plainRow(uuidFrom(kind, seed, run.id, index), from + index * 1000, index),
      ...changes,
    }))
  return [
    ...side('other number', farEnd.otherNumbers, { trackingNumber: other }),
    ...side('outbound', farEnd.outbound, { direction: 'outbound' }),
  ].filter(({ createdAt }) => createdAt <= at)
}

function earlierRows({ farEnd, seed, from }: Moment): CallRow[] {
  return Array.from({ length: farEnd.earlier }, (_, index) =>
    plainRow(uuidFrom('earlier', seed, index), from - (index + 1) * MINUTE_MS, index),
  )
}

/** An answered call of 30 seconds to the number. */
function plainRow(id: string, createdAt: number, index: number): CallRow {
  return {
    id,
    createdAt,
    updatedAt: createdAt + 30_000,
    status: 'answered',
    direction: 'inbound',
    trackingNumber: DIALLED_NUMBER.phoneNumber,
    callerNumber: callerNumber(index + 5000),
    durationSeconds: 30,
  }
}

function callerNumber(index: number): string {
  return `+1816555${String(index % 10_000).padStart(4, '0')}`
}
