// How much a summary says: GitHub drops one above 1 MiB whole, so a large one leaves things out, step by step, and says what.

/** What is told of each run. */
export interface Detail {
  /** Most pictures. */
  pictures: number
  /** Whether the charts of thresholds that held and moved are there, too. */
  closedPictures: boolean
  /** Whether each picture is there as text, too. */
  copies: boolean
  groups: boolean
  /** Most of the worst endpoints. */
  worst: number
  metrics: boolean
  thresholds: 'all' | 'broken'
  /** Whether the runs are there at all, below the table of all of them. */
  runs: boolean
  /** What this step leaves out, as it reads after "Left out:"; empty for the first. */
  leftOut: string
}

const EVERYTHING: Detail = {
  pictures: 8,
  closedPictures: true,
  copies: true,
  groups: true,
  worst: 20,
  metrics: true,
  thresholds: 'all',
  runs: true,
  leftOut: '',
}

const THRESHOLDS_ALONE: Detail = {
  ...EVERYTHING,
  pictures: 0,
  groups: false,
  worst: 0,
  metrics: false,
  leftOut: 'charts, groups, metrics and the worst endpoints',
}

/** From everything down to the verdicts alone. */
export const DETAILS: readonly Detail[] = [
  EVERYTHING,
  { ...EVERYTHING, closedPictures: false, copies: false, leftOut: 'charts of what moved, and the text of all others' },
  { ...EVERYTHING, pictures: 0, leftOut: 'charts' },
  THRESHOLDS_ALONE,
  {
    ...THRESHOLDS_ALONE,
    thresholds: 'broken',
    leftOut: 'charts, groups, metrics, the worst endpoints and all thresholds that passed',
  },
  { ...EVERYTHING, runs: false, leftOut: 'everything but the verdicts' },
]
