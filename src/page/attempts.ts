// Every run of a test of which a breach was to be confirmed.
import type { PageRun } from '../report/page/model.ts'
import { type Child, el, foreign, scrollingTable } from './dom.ts'
import { sign, verdictMark } from './signs.ts'

/** A row for each run, in their order. */
export function attemptTable(attempts: NonNullable<PageRun['attempts']>): HTMLElement {
  return scrollingTable(
    'Runs of the test',
    [{ head: 'Run' }, { head: 'Verdict' }, { head: 'Why' }],
    attempts.map(({ verdict, heading, reason, runId }, i): Child[] => {
      const mark = verdictMark(verdict)
      return [
        el('span', {}, `${i + 1}. `, foreign(runId ?? 'no run', 'mono')),
        el('span', { class: 'with-sign' }, sign(mark.sign, mark.tone), heading),
        foreign(reason),
      ]
    }),
  )
}
