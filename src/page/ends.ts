// The near end beside the far end, where that was asked.
import type { PageRun } from '../report/page/model.ts'
import { type Child, el, foreign, scrollingTable } from './dom.ts'

/** What each end says of the run's calls. */
export function endsTable({ rows, unknown }: NonNullable<PageRun['ends']>): HTMLElement {
  return el(
    'div',
    {},
    scrollingTable(
      'Near end and far end',
      [{ head: 'Calls' }, { head: 'Near end: CallMeter' }, { head: 'Far end: CallScaler' }],
      rows.map(({ what, near, far }): Child[] => [foreign(what), near, far]),
    ),
    unknown !== undefined && el('p', { class: 'small' }, foreign(`The far end is unknown: ${unknown}.`)),
  )
}
