// How a random server answers, and what goes wrong on the way.
import { type Random, randomFrom } from '../server/random.ts'
import { type Truth, between, chance, drawTruth, pick, whole } from './truth.ts'

/** What a request is for. */
export type Asked = 'projects' | 'tests' | 'trigger' | 'runs' | 'run' | 'endpoints' | 'stop'

/** What befalls some requests: those from number `after` on, `count` of them. */
export interface Mishap {
  readonly asked: Asked
  readonly after: number
  readonly count: number
  readonly kind:
    | { readonly is: 'status'; readonly status: number; readonly retryAfter?: number }
    | { readonly is: 'reset' | 'hang' | 'html' | 'cut' | 'empty' }
    | { readonly is: 'slow'; readonly seconds: number }
    /** The answer is about another run of the test, which has completed. */
    | { readonly is: 'other-run' }
  /** Whether a trigger takes effect all the same. */
  readonly applied: boolean
}

export interface Shape {
  readonly ids: 'uuid' | 'number' | 'none'
  readonly keys: 'camel' | 'snake'
  readonly metrics: 'below' | 'beside'
  readonly values: 'number' | 'avg'
  readonly answer: 'testRunId' | 'id' | 'both'
  readonly perPage: number
  readonly pagination: 'meta' | 'top' | 'none'
  readonly counted: 'run' | 'test' | 'nowhere' | 'zero'
  readonly times: 'all' | 'created' | 'none'
  readonly list: 'there' | 'missing' | 'late'
  readonly tests: 'there' | 'missing'
  readonly date: 'right' | 'missing' | 'fixed' | 'hours off'
  /** Where the key is repeated: nowhere, in a field, in a header. */
  readonly echo: 'nowhere' | 'field' | 'header'
}

/** What a server does that no honest one would. */
export type Lie =
  | 'ignores the page'
  | 'pages from 0'
  | 'total too small'
  | 'total zero'
  | 'too many pages'
  | 'drops a page'
  | 'shuffles rows'
  | 'repeats rows'
  | 'ids collide'
  | 'names an old run'
  | 'says COMPLETED once too early'
  | 'says CANNOT_RUN_FOR_NOW once'

export interface Plan {
  readonly seed: string
  readonly truth: Truth
  readonly shape: Shape
  readonly queueMs: number
  readonly runMs: number
  /** How long after the run's end rows, and their values, come, in ms. */
  readonly rowsMs: number
  readonly valuesMs: number
  readonly latencyMs: number
  readonly mishaps: readonly Mishap[]
  readonly lies: readonly Lie[]
  /** When others start the test, in ms from the step's start. */
  readonly strangers: readonly number[]
  /** How often a breach is confirmed. */
  readonly confirm: number
  /** What is compared with, though no threshold asks for it. */
  readonly baseline: '' | 'previous' | 'last 5'
  /** Whether all that goes wrong passes, so that the verdict must be the truth's. */
  readonly benign: boolean
}

const LIES: readonly Lie[] = [
  'ignores the page', 'pages from 0', 'total too small', 'total zero', 'too many pages', 'drops a page', 'shuffles rows', 'repeats rows',
  'ids collide', 'names an old run', 'says COMPLETED once too early', 'says CANNOT_RUN_FOR_NOW once',
] // prettier-ignore
/** Those of which a step need not notice anything. */
const HARMLESS: readonly Lie[] = ['too many pages', 'shuffles rows', 'says CANNOT_RUN_FOR_NOW once']

/** The server of a seed. */
export function drawPlan(seed: string): Plan {
  const random = randomFrom('fuzz', seed)
  const truth = drawTruth(random, seed)
  const kind = pick(random, ['benign', 'benign', 'faulty', 'faulty', 'lying'] as const)
  const benign = kind === 'benign'
  const mishaps = Array.from({ length: whole(random, 0, 3) }, () => drawMishap(random, benign))
  const lies = kind === 'lying' ? Array.from({ length: whole(random, 1, 2) }, () => pick(random, LIES)) : chance(random, 0.2) ? [pick(random, HARMLESS)] : [] // prettier-ignore
  const shape = drawShape(random, benign)
  // The count of a test is known only to who has read the tests.
  const areTestsRead = shape.tests === 'there' && mishaps.every(({ asked }) => asked !== 'tests')
  const isCounted = shape.counted === 'run' || (shape.counted === 'test' && areTestsRead)
  return {
    seed,
    truth,
    shape,
    queueMs: between(random, 0, 6_000),
    runMs: between(random, 500, 60_000),
    // Rows that nobody counts are waited for a quarter of a minute.
    rowsMs: pick(random, [0, 0, 0, 2_000, benign || !isCounted ? 9_000 : 40_000]),
    valuesMs: pick(random, [0, 0, 0, 3_000, benign ? 9_000 : 30_000]),
    latencyMs: pick(random, [5, 80, 400]),
    // Of a kind of request at most one, so that each passes for itself.
    mishaps: benign ? mishaps.filter(({ asked }, i) => mishaps.findIndex((other) => other.asked === asked) === i) : mishaps,
    lies,
    strangers: benign || chance(random, 0.6) ? [] : Array.from({ length: whole(random, 1, 2) }, () => between(random, -3_000, 40_000)),
    benign,
    confirm: pick(random, [0, 0, 1, 2]),
    baseline: pick(random, ['', '', 'previous', 'last 5']),
  } // prettier-ignore
}

function drawShape(random: Random, benign: boolean): Shape {
  const pagination = pick(random, ['meta', 'meta', 'meta', 'top', 'none'] as const)
  return {
    ids: pick(random, ['uuid', 'uuid', 'number', ...(pagination === 'none' ? [] : (['none'] as const))]),
    keys: pick(random, ['camel', 'camel', 'snake']),
    metrics: pick(random, ['below', 'beside']),
    values: pick(random, ['number', 'avg']),
    answer: pick(random, ['testRunId', 'id', 'both']),
    perPage: pick(random, [100, 100, 25, 7]),
    pagination,
    // Who serves pages without saying how many there are has to say how many endpoints there are.
    counted: benign && pagination === 'none' ? pick(random, ['run', 'test']) : pick(random, ['run', 'test', 'nowhere', 'zero']),
    times: benign ? pick(random, ['all', 'all', 'created']) : pick(random, ['all', 'all', 'created', 'none']),
    list: pick(random, benign ? ['there', 'there', 'missing'] : ['there', 'there', 'missing', 'late']),
    tests: pick(random, ['there', 'there', 'missing']),
    date: pick(random, ['right', 'right', 'missing', 'fixed', 'hours off']),
    echo: pick(random, ['nowhere', 'field', 'header']),
  } // prettier-ignore
}

function drawMishap(random: Random, benign: boolean): Mishap {
  const reads = ['projects', 'tests', 'runs', 'run', 'run', 'endpoints', 'endpoints'] as const
  const asked: Asked = benign || chance(random, 0.7) ? pick(random, reads) : 'trigger'
  const status = pick(random, [whole(random, 400, 599), 401, 403, 404, 408, 409, 429, 500, 502, 503])
  return {
    asked,
    after: whole(random, 0, 3),
    count: benign ? 1 : pick(random, [1, 1, 2, 5, 1_000]),
    kind: pick<Mishap['kind']>(random, [
      { is: 'status', status, ...(chance(random, 0.3) ? { retryAfter: pick(random, [0, 1, 5, 20]) } : {}) },
      { is: 'status', status },
      { is: pick(random, ['reset', 'hang', 'html', 'cut', 'empty'] as const) },
      { is: 'slow', seconds: pick(random, [2, 20]) },
      ...(asked === 'run' ? [{ is: 'other-run' } as const] : []),
    ]),
    // What is certain to have refused a request has done nothing.
    applied: chance(random, 0.5) && ((status >= 500 && status !== 501) || [408, 409].includes(status)),
  }
}
