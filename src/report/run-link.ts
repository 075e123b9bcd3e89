// A commit status has no field of its own for CallMeter's runs, so its link carries them, behind the #, where it changes nothing.

/** A run, and the test that it is of. */
export interface LinkedRun {
  runId: string
  testId?: string
}

const MARK = 'callmeter-runs='
/** Longest fragment, in characters: a link that is too long would be refused. */
const MAX_FRAGMENT = 1_500

/** The page with the runs behind it; without them where they are too many. */
export function linkRuns(page: string, runs: readonly LinkedRun[]): string {
  const readable = runs.filter(({ runId, testId = '' }) => runId.isWellFormed() && testId.isWellFormed())
  const pairs = readable.map(({ runId, testId = '' }) => `${encodeURIComponent(testId)}:${encodeURIComponent(runId)}`)
  const fragment = `${MARK}${pairs.join(',')}`
  return readable.length === 0 || fragment.length > MAX_FRAGMENT ? page : `${page}#${fragment}`
}

/** The runs that a link carries; none where it carries none that can be read. */
export function runsOfLink(url: string): LinkedRun[] {
  const [, fragment = ''] = /#(.*)$/.exec(url) ?? []
  if (!fragment.startsWith(MARK)) return []
  try {
    return fragment
      .slice(MARK.length)
      .split(',')
      .map((pair) => {
        const [test = '', run = ''] = pair.split(':').map(decodeURIComponent)
        return { runId: run, ...(test ? { testId: test } : {}) }
      })
      .filter(({ runId }) => runId !== '')
  } catch {
    return []
  }
}
