// What a number of speech quality means to people, as context beside it: no verdict rests on it.

/** A band of quality, from this value up. */
interface Band {
  from: number
  words: string
}

/** By the rating factor of the E-model. Source: ITU-T G.107, Annex B, table B.1, and G.109. */
const R_BANDS: readonly Band[] = [
  { from: 90, words: 'users are very satisfied' },
  { from: 80, words: 'users are satisfied' },
  { from: 70, words: 'some users are dissatisfied' },
  { from: 60, words: 'many users are dissatisfied' },
  { from: 50, words: 'nearly all users are dissatisfied' },
  { from: Number.NEGATIVE_INFINITY, words: 'not recommended' },
]

/** The same by MOS, for narrowband speech. Source: as above, by the conversion of G.107, Annex B. */
const MOS_BANDS: readonly Band[] = [4.34, 4.03, 3.6, 3.1, 2.58, Number.NEGATIVE_INFINITY].map((from, i) => ({
  from,
  words: R_BANDS[i]?.words ?? '',
}))

/** What packets, codec and jitter buffer add to half of the round trip, in ms: see the cookbook. */
const [LEAST_ADDED, MOST_ADDED] = [50, 100]
/** Delay from mouth to ear in ms up to which most uses are not affected, and that networks are to be planned below. Source: ITU-T G.114, clause 4. */
const [UNNOTICED, PLANNED] = [150, 400]

/** What a metric's average means, with its source; undefined for metrics without such words, and values outside the metric's scale. */
export function qualityWords(metric: string, value: number): string | undefined {
  if (!Number.isFinite(value) || value < (metric === 'mos' ? 1 : 0)) return undefined
  // As it is shown, so that one number has one meaning.
  if (metric === 'mos')
    return value > 5 ? undefined : `${inBand(MOS_BANDS, Number(value.toFixed(2)))} (ITU-T G.107, narrowband)`
  if (metric === 'r_factor') return `${inBand(R_BANDS, value)} (ITU-T G.107)`
  if (metric !== 'rtt_ms') return undefined
  const [least, most] = [value / 2 + LEAST_ADDED, value / 2 + MOST_ADDED].map(Math.round) as [number, number]
  const heard =
    most <= UNNOTICED
      ? 'most uses are not affected'
      : least >= PLANNED
        ? 'above what networks are planned for'
        : least > UNNOTICED
          ? 'people begin to talk at the same time'
          : 'near what is noticed'
  return `about ${least} to ${most} ms from mouth to ear: ${heard} (ITU-T G.114)`
}

function inBand(bands: readonly Band[], value: number): string {
  return bands.find(({ from }) => value >= from)?.words ?? ''
}
