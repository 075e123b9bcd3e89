// Whatever a server sends is data: it runs nothing, forges nothing, breaks no table, fills no memory, and never passes for results.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { type IncomingMessage, type ServerResponse, createServer, request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from '@jest/globals'
import { DEMO_KEY, DEMO_PROJECT, DEMO_TEST } from '../../simulator/callmeter/account.ts'
import { readActionFile } from '../../simulator/runner/action-file.ts'
import type { Simulator } from '../../simulator/callmeter/callmeter.ts'
import type { Fault } from '../../simulator/callmeter/faults.ts'
import { parseCommand } from '../../simulator/runner/job-log.ts'
import type { OperationId } from '../../simulator/callmeter/operations.ts'
import type { StepResult } from '../../simulator/runner/runner.ts'
import type { Scenario } from '../../simulator/callmeter/scenarios.ts'
import { parse } from 'yaml'
import { REPORTS } from './gate.ts'
import { TRIGGER, type World, inWorld, requestsTo } from './live-step.ts'

const ROOT = new URL('../../', import.meta.url)
const OUTPUTS = Object.keys((parse(readFileSync(new URL('action.yml', ROOT), 'utf8')) as { outputs: object }).outputs)

/** Everything that means something somewhere: to GitHub's runner, Markdown, HTML, XML, a terminal, a property of an object. */
const EVIL = [
  '::error title=FORGED::FORGED',
  '\r\n::error title=FORGED::FORGED',
  '\n::set-output name=verdict::FORGED',
  '\r::add-mask::a',
  '\n##[error]FORGED',
  '%0A::error title=FORGED::FORGED%0D%0A::warning::FORGED',
  '\nverdict=FORGED\nverdict<<EOF\nFORGED\nEOF\n',
  '</code></a></td></tr></table><script>alert(1)</script><img src=x onerror=alert(1)>',
  '| a | b |\n| --- | --- |\n| c |',
  '[link](javascript:alert(1)) ![image](https://evil.example/x.png) <https://evil.example>',
  '```\n~~~\n# heading\n> quote\n- [ ] task\n<!-- comment',
  '@octocat #1 https://evil.example www.evil.example',
  ']]> &amp; &#0; &bogus; <!ENTITY x "y">',
  '\u0000\u0001\u0008\u000b\u000c\u001b[31mred\u001b]0;title\u0007\u007f\u0085\u009b',
  '\u200b\u202e\u2028\u2029\u2066\ufeff\ufffe\uffff',
  '\ud800 lone \udc00 halves',
  '${{ secrets.KEY }} $(id) `id` $GITHUB_ENV',
  '__proto__ constructor toString',
]
const ALL_EVIL = EVIL.join(' ')

const folder = mkdtempSync(join(tmpdir(), 'hostile-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A module for the step's process that writes how much memory it had at most. */
const PEAK = join(folder, 'peak.mjs')
writeFileSync(
  PEAK,
  `import { writeFileSync } from 'node:fs'
const maxRss = process.resourceUsage.bind(process)
process.on('exit', () => writeFileSync(process.env.PEAK_FILE, String(maxRss().maxRSS)))
`,
)

interface Told extends StepResult {
  /** Largest resident size of the process, in MB. */
  peakMb: number
  simulator: Simulator
}

interface HostileOptions {
  faults?: readonly Fault[]
  inputs?: Readonly<Record<string, string>>
  changes?: Partial<Scenario>
  /** Answers in place of the simulator where it gives one. */
  front?: Front
}

let steps = 0

async function hostile<T>(
  { faults = [], inputs = {}, changes = {}, front }: HostileOptions,
  check: (step: Told, files: ReadonlyMap<string, Buffer>) => T,
): Promise<T> {
  return inWorld({ changes: { endpoints: 4, ...changes }, faults }, async (world) => {
    const server = front && (await startFront(world, front))
    steps += 1
    const peakFile = join(folder, `peak-${steps}`)
    try {
      const step = await world.start(
        { ...REPORTS, ...(server ? { 'api-url': server.url } : {}), ...inputs },
        { env: { NODE_OPTIONS: `--import ${pathToFileURL(PEAK).href}`, PEAK_FILE: peakFile } },
      )
      const result = await step.ended
      const peakMb = Number(readFileSync(peakFile, 'utf8')) / 1024
      return check({ ...result, peakMb, simulator: world.simulator }, reportFiles(result))
    } finally {
      await server?.close()
    }
  })
}

/** The files that a step wrote into its workspace. */
function reportFiles({ workspace }: StepResult): Map<string, Buffer> {
  const names = readdirSync(workspace, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(names.map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name))] as const))
}

const VERDICTS = ['passed', 'warned', 'failed', 'run-failed', 'not-run', 'timed-out', 'cancelled', 'triggered', 'error']
const COMMANDS = ['add-mask', 'group', 'endgroup', 'error', 'warning', 'notice', 'debug']

/** Holds for every step, whatever the server said. */
function expectHarmless(step: Told, files: ReadonlyMap<string, Buffer>): void {
  // A runner on Windows ends lines at carriage returns, too.
  const commands = step.stdout.split(/\r\n|\r|\n/).flatMap((line) => parseCommand(line) ?? [])
  for (const { name, properties, message } of commands) {
    expect(COMMANDS).toContain(name)
    expect(
      Object.keys(properties).filter((property) => !['file', 'line', 'col', 'endLine', 'endColumn'].includes(property)),
    ).toEqual([])
    expect(message).not.toMatch(/^\s*FORGED/)
    if (name === 'add-mask') expect(message).toBe(DEMO_KEY)
  }
  expect(step.stderr).toBe('')
  // oxlint-disable-next-line no-control-regex -- control characters are what this is about
  expect(step.stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066\ufeff]/)
  expect(step.log).not.toMatch(/Internal error|dist\/index\.js/)

  expect(VERDICTS).toContain(step.outputs.verdict)
  expect(OUTPUTS).toEqual(expect.arrayContaining(Object.keys(step.outputs)))
  expect(Object.keys(step.state).filter((name) => name !== 'callmeter_runs')).toEqual([])
  expect(() => JSON.parse(step.outputs.results ?? '') as unknown).not.toThrow()
  expect(Object.keys(step.env)).not.toContain('FORGED')

  expectSoundSummary(step.summary)
  for (const [name, bytes] of files) {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (extname(name) === '.json') expect(() => JSON.parse(text) as unknown).not.toThrow()
    // XML 1.0, production Char.
    if (extname(name) === '.xml')
      // oxlint-disable-next-line no-control-regex -- control characters are what this is about
      expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|<script|<img/)
    if (extname(name) === '.html') expect(text).not.toMatch(/<script>alert|<img src=x/)
  }
}

function expectSoundSummary(summary: string): void {
  // oxlint-disable-next-line no-control-regex -- control characters are what this is about
  expect(summary).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066\ufeff]/)
  // What stands in a fenced block is shown as it is; the fence must hold to the end of the block.
  const outside = summary.replaceAll('&#64;<!-- -->', '&#64;').replaceAll(/^(`{3,})\w*\n[\s\S]*?\n\1$/gm, '')
  expect(
    outside.match(/<(?!\/?code>|a href="https?:\/\/[^"<>]*">|\/a>|\/?details>|\/?summary>|\/?b>|\/?sub>|br>)[^ ]/g) ??
      [],
  ).toEqual([])
  // Markdown is not looked for inside of a tag.
  const words = outside.replaceAll(/<a href="[^"]*">/g, '')
  expect(words).not.toMatch(/(?<!\\)\]\(|(?<!\\)!\[|javascript:[^\\]*"|(^|[^\\])```/m)
  expect(words).not.toMatch(/@octocat|https:\/\/evil|www\.evil/)
  expect(outside).not.toMatch(/href="javascript/)
  // Every row of a table has as many cells as its head.
  let columns = 0
  for (const line of outside.split('\n')) {
    const cells = line.startsWith('|') ? line.replaceAll(/\\\\|\\\|/g, '').split('|').length : 0
    if (cells > 0 && columns > 0) expect([line, cells]).toEqual([line, columns])
    columns = cells
  }
}

/** An answer of 200 for every request of the operation. */
function says(operation: OperationId, body: object | string, more: { count?: number; status?: number } = {}): Fault {
  return {
    operation,
    kind: 'status',
    status: 200,
    body,
    applied: true,
    count: Infinity,
    ...(typeof body === 'string' ? { headers: { 'content-type': 'application/json' } } : {}),
    ...more,
  }
}

const page = (data: unknown, total = Array.isArray(data) ? data.length : 0) => ({
  data,
  meta: { pagination: { page: 1, perPage: 100, total, totalPages: Math.max(1, Math.ceil(total / 100)) } },
})

const run = (fields: object) => ({ data: { name: ALL_EVIL, createdAt: '2026-11-21T00:00:00Z', ...fields } })

const row = (id: string, fields: object = {}) => ({
  id,
  endpointPhase: 'CLOSED',
  endpointOutcome: 'SUCCESS',
  sipStatusCode: 200,
  metrics: { mos: { send: 4.3, receive: 4.2 } },
  ...fields,
})

describe('text of a server', () => {
  test.concurrent.each([
    [
      'names of a project and a test',
      [
        says('listProjects', page([{ id: DEMO_PROJECT.id, slug: 'production-pbx', name: ALL_EVIL }])),
        says('listTests', page([{ id: DEMO_TEST.id, slug: ALL_EVIL, name: ALL_EVIL }])),
      ],
    ],
    [
      'the id and the status in the answer to the trigger',
      [says('triggerRun', { data: { testRunId: ALL_EVIL, status: ALL_EVIL } })],
    ],
    ['a status', [says('getRun', run({ status: ALL_EVIL }), { count: 2 })]],
    ['the reason of a failed run', [says('getRun', run({ status: 'FAILED', failureReason: ALL_EVIL }))]],
    [
      'the address of a run',
      [
        says(
          'getRun',
          run({ status: 'COMPLETED', url: `https://evil.example/"><script>alert(1)</script>|${ALL_EVIL}` }),
        ),
      ],
    ],
    ['an address that is a script', [says('getRun', run({ status: 'COMPLETED', url: 'javascript:alert(1)' }))]],
    [
      'outcomes, groups, phases and ids of endpoints',
      [
        says('getRun', run({ status: 'COMPLETED' })),
        says(
          'listEndpoints',
          page(EVIL.map((text, i) => row(`${text}${i}`, { endpointOutcome: text, group: text, endpointPhase: text }))),
        ),
      ],
    ],
    [
      'names of metrics, and of what they hold',
      [
        says('getRun', run({ status: 'COMPLETED' })),
        says(
          'listEndpoints',
          page([
            row('1', { metrics: Object.fromEntries(EVIL.map((text) => [text, { [text]: 1, mos: { [text]: 2 } }])) }),
          ]),
        ),
      ],
    ],
    [
      'the message of an error',
      [
        says(
          'listProjects',
          { error: { code: ALL_EVIL, message: ALL_EVIL }, meta: { requestId: ALL_EVIL } },
          { status: 403 },
        ),
      ],
    ],
    [
      'an error that is a web page',
      [{ operation: 'listProjects', kind: 'status', status: 403, body: `<html>${ALL_EVIL}` }],
    ],
    [
      'an answer of another shape',
      [says('triggerRun', { data: { [ALL_EVIL]: ALL_EVIL } }), says('listRuns', page(ALL_EVIL))],
    ],
    [
      'the runs of a moment',
      [
        { operation: 'triggerRun', kind: 'reset-after' },
        says(
          'listRuns',
          page(
            EVIL.map((text, i) => ({
              id: `${text}${i}`,
              testId: DEMO_TEST.id,
              status: text,
              createdAt: '2099-01-01T00:00:00Z',
            })),
          ),
        ),
      ],
    ],
    ['the answer to a stop', [says('stopRun', { error: { code: ALL_EVIL, message: ALL_EVIL } }, { status: 403 })]],
  ] as [string, Fault[]][])('runs nothing and breaks nothing: %s', async (what, faults) => {
    const stuck = what === 'the answer to a stop'
    await hostile(
      {
        faults,
        changes: stuck ? { stuckIn: 'RUNNING' } : {},
        inputs: {
          timeout: stuck ? '20s' : '5m',
          thresholds: 'failed_endpoints == 0\navg(mos) >= 4\nwarn: avg(constructor) > 1',
        },
      },
      expectHarmless,
    )
  })

  test.concurrent('a test that is not there: names that are suggested are as harmless', async () => {
    const faults = [
      says('listTests', page(EVIL.map((text, i) => ({ id: `t${i}`, slug: `nightly${text}`, name: text })))),
    ]
    await hostile({ faults, inputs: { test: 'nightly::error title=FORGED::FORGED' } }, (step, files) => {
      expect(step.outputs.verdict).toBe('error')
      expectHarmless(step, files)
    })
  })

  test.concurrent('the workflow’s own texts are as harmless', async () => {
    const inputs = {
      // No variable of a process can hold a NUL.
      project: ALL_EVIL.replaceAll('\0', ''),
      test: ALL_EVIL.replaceAll('\0', '').replaceAll('\n', ' '),
      thresholds: ALL_EVIL.replaceAll('\0', ''),
      'run-url': ALL_EVIL.replaceAll('\0', ''),
    }
    await hostile({ inputs }, (step, files) => {
      expect(step.outputs.verdict).toBe('error')
      expectHarmless(step, files)
    })
  })
})

/** Node alone has 45 MB, the action 65; one answer of the largest size, as bytes and as text, comes on top. */
const MOST_MB = 300

describe('the size of an answer', () => {
  // One seam reads all answers, so three stand for the rest.
  test.concurrent.each(['triggerRun', 'listEndpoints', 'listRuns'] as const)(
    '100 MB from %s are not taken in',
    async (operation) => {
      const faults: Fault[] = [
        { operation, kind: 'huge', megabytes: 100 },
        ...(operation === 'listRuns' ? ([{ operation: 'triggerRun', kind: 'reset-after' }] as const) : []),
      ]
      await hostile({ faults }, (step, files) => {
        expectHarmless(step, files)
        expect(step.outputs.verdict).toBe('passed')
        expect(step.peakMb).toBeLessThan(MOST_MB)
      })
    },
  )

  test.concurrent('an error of 100 MB is not taken in either', async () => {
    await hostile(
      { faults: [{ operation: 'listProjects', kind: 'huge', megabytes: 100, status: 403, count: Infinity }] },
      (step, files) => {
        expectHarmless(step, files)
        expect(step.outputs.verdict).toBe('error')
        expect(step.peakMb).toBeLessThan(MOST_MB)
      },
    )
  })

  test.concurrent.each([
    ['listProjects', 'lists', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['getRun', 'objects', '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000)],
    ['listEndpoints', 'lists that do not end', '['.repeat(100_000)],
  ] as const)('JSON of %s that is nested 100,000 deep is refused: %s', async (operation, _, nested) => {
    await hostile({ faults: [says(operation, `{"data": ${nested}}`)] }, (step, files) => {
      expectHarmless(step, files)
      expect(step.outputs.verdict).toBe('error')
      expect(step.peakMb).toBeLessThan(MOST_MB)
    })
  })

  test.concurrent('names of 1 MB are shortened wherever they are shown', async () => {
    const name = '<b>|'.repeat(250_000)
    const faults = [
      says('listProjects', page([{ id: DEMO_PROJECT.id, slug: 'production-pbx', name }])),
      says('getRun', run({ name, status: 'FAILED', failureReason: name })),
      says('listEndpoints', page([row('1', { endpointOutcome: name, group: name })])),
    ]
    await hostile({ faults }, (step, files) => {
      expectHarmless(step, files)
      expect(step.outputs.verdict).toBe('run-failed')
      expect(step.summary.length).toBeLessThan(20_000)
      expect(step.stdout.length).toBeLessThan(20_000)
      expect(JSON.stringify(step.outputs).length).toBeLessThan(300_000)
    })
  })
})

describe('names that JavaScript knows', () => {
  const polluting = '{"__proto__": {"polluted": 1, "mos": 5}, "constructor": {"prototype": {"polluted": 1}}'

  test.concurrent('__proto__ as a key changes no object and lends no value', async () => {
    const rows = Array.from(
      { length: 4 },
      (_, i) => `${polluting}, "id": "e${i}", "endpointOutcome": "SUCCESS", "metrics": ${polluting}}}`,
    )
    const faults = [
      says('getRun', `{"data": ${polluting}, "status": "COMPLETED", "createdAt": "2026-11-21T00:00:00Z"}}`),
      says(
        'listEndpoints',
        `{"data": [${rows.join(',')}], "meta": {"pagination": {"page": 1, "perPage": 100, "total": 4, "totalPages": 1}}}`,
      ),
    ]
    await hostile({ faults, inputs: { thresholds: 'avg(mos) >= 4' } }, (step, files) => {
      expectHarmless(step, files)
      expect(step.outputs.verdict).toBe('failed')
      expect(step.log).toMatch(/no metric mos/)
    })
  })

  const lines = [
    'run.constructor.length >= 0',
    'run.__proto__.polluted >= 0',
    'run.toString.length >= 0',
    'run.data.length >= 0',
    'avg(constructor) >= 0',
    'avg(__proto__) >= 0',
    'avg(toString) >= 0',
    'count(constructor > 0) == 0',
    'avg(hasOwnProperty) >= 0',
  ]

  test.concurrent('as metrics, and as paths of the run, they have no value', async () => {
    await hostile({ inputs: { thresholds: lines.join('\n') } }, (step, files) => {
      expectHarmless(step, files)
      expect(['failed', 'error']).toContain(step.outputs.verdict)
      const { runs } = JSON.parse(step.outputs.results ?? '') as { runs: { thresholds: { state: string }[] }[] }
      const states = runs[0]?.thresholds.map(({ state }) => state) ?? []
      expect(states).toHaveLength(lines.length)
      expect(states.filter((state) => state !== 'missing' && state !== 'invalid')).toEqual([])
    })
  })

  test.concurrent('an outcome of that name is an outcome like any other', async () => {
    const faults = [
      says('getRun', run({ status: 'COMPLETED' })),
      says(
        'listEndpoints',
        page(
          ['__proto__', 'constructor', 'toString', 'SUCCESS'].map((outcome, i) =>
            row(`e${i}`, { endpointOutcome: outcome, group: outcome }),
          ),
        ),
      ),
    ]
    await hostile({ faults, inputs: { thresholds: 'success_rate == 25%\nfailed_endpoints == 3' } }, (step, files) => {
      expectHarmless(step, files)
      expect(step.outputs.verdict).toBe('passed')
    })
  })
})

describe('numbers that are none', () => {
  const completed = says('getRun', run({ status: 'COMPLETED' }))
  const withMos = (mos: unknown) => [completed, says('listEndpoints', page([row('1', { metrics: { mos } })]))]

  // Of these and others, what readMetric makes is held by its own tests.
  test.concurrent.each([
    ['"1.0"', '1.0'],
    ['null', null],
    ['{}', {}],
  ])('a bad or missing MOS written as %s never passes', async (_, mos) => {
    await hostile(
      { changes: { endpoints: 1 }, faults: withMos(mos), inputs: { thresholds: 'avg(mos) >= 4' } },
      (step, files) => {
        expectHarmless(step, files)
        expect(step.outputs.verdict).toBe('failed')
      },
    )
  })

  test.concurrent.each(['1e999', '-1e999', '1e21'])('%s is no measurement, and is told', async (number) => {
    const body = JSON.stringify(page([row('1', { metrics: { mos: 4242 } })])).replace('4242', number)
    await hostile(
      { faults: [completed, says('listEndpoints', body)], inputs: { thresholds: 'avg(mos) >= 4' } },
      (step, files) => {
        expectHarmless(step, files)
        expect([step.outputs.verdict, step.log]).toEqual(['error', expect.stringContaining('too large to be measured')])
      },
    )
  })

  test.concurrent.each([
    ['strings', { page: '1', perPage: '100', total: '4', totalPages: '1' }],
    ['negative', { page: 1, perPage: 100, total: -4, totalPages: -1 }],
    ['fractions', { page: 1, perPage: 100, total: 3.5, totalPages: 0.5 }],
    ['beyond counting', { page: 1, perPage: 100, total: 1e300, totalPages: 1e300 }],
  ])('page numbers that are %s end in a clear error, not in a loop or a pass on less', async (_, pagination) => {
    const body = { data: [row('1'), row('2')], meta: { pagination } }
    await hostile({ faults: [says('listEndpoints', body)] }, (step, files) => {
      expectHarmless(step, files)
      expect(step.outputs.verdict).toBe('error')
      expect(step.simulator.requests.length).toBeLessThan(100)
    })
  })

  test.concurrent('a planned duration of a thousand years, or of text, does not stop the polling', async () => {
    for (const durationSeconds of [3e10, '600', -5, null]) {
      const faults = [says('listTests', page([{ id: DEMO_TEST.id, name: 'Nightly', durationSeconds }]))]
      await hostile({ faults }, (step) =>
        expect([durationSeconds, step.outputs.verdict]).toEqual([durationSeconds, 'passed']),
      )
    }
  })
})

/** What stands in front of the simulator says to a page of endpoints; undefined leaves it to the simulator. */
type Front = (page: number, request: number) => object | undefined

const paged = (rows: object[], pagination: object) => ({
  data: rows,
  meta: { pagination: { perPage: 2, ...pagination } },
})
const rowsOf = (...numbers: number[]) => numbers.map((number) => row(`e${number}`))

describe('results', () => {
  const judged = (step: Told): number | undefined =>
    (JSON.parse(step.outputs.results ?? '{}') as { runs: { endpoints?: number }[] }).runs[0]?.endpoints

  test.concurrent.each([
    [
      'pages that shift once while they are read',
      (number, request) =>
        paged(number === 1 ? rowsOf(0, 1) : request <= 2 ? rowsOf(1, 2) : rowsOf(2, 3), {
          page: number,
          total: 4,
          totalPages: 2,
        }),
    ],
    [
      'totalPages that is too small',
      (number) => paged(rowsOf(2 * number - 2, 2 * number - 1), { page: number, total: 4, totalPages: 1 }),
    ],
    [
      'totalPages that is far too large',
      (number) =>
        paged(number <= 2 ? rowsOf(2 * number - 2, 2 * number - 1) : [], {
          page: number,
          total: 4,
          totalPages: 1_000_000,
        }),
    ],
    ['pages that repeat for ever', () => paged(rowsOf(0, 1, 2, 3), { page: 1, total: 4, totalPages: 1_000_000 })],
    [
      'a row that comes twice',
      (number) => paged(number === 1 ? rowsOf(0, 1, 1) : rowsOf(2, 3), { page: number, total: 4, totalPages: 2 }),
    ],
    [
      'rows that are final only later',
      (number, request) =>
        paged(
          [0, 1, 2, 3].map((i) => row(`e${i}`, request <= 2 ? { endpointOutcome: null } : {})),
          { page: number, total: 4, totalPages: 1 },
        ),
    ],
    [
      'a first answer without rows',
      (number, request) =>
        request === 1
          ? paged([], { page: 1, total: 0, totalPages: 0 })
          : paged(rowsOf(0, 1, 2, 3), { page: number, total: 4, totalPages: 1 }),
    ],
  ] as [string, Front][])('%s are read completely', async (_, front) => {
    await hostile({ front }, (step, files) => {
      expectHarmless(step, files)
      expect([step.outputs.verdict, judged(step)]).toEqual(['passed', 4])
      expect(step.simulator.requests.length).toBeLessThan(60)
    })
  })

  test.concurrent.each([
    [
      'pages that shift for ever',
      (number) => paged(number === 1 ? rowsOf(0, 1) : rowsOf(1, 2), { page: number, total: 4, totalPages: 2 }),
      {},
      /3 of 4 endpoints/,
    ],
    [
      'an endpoint that is missing for ever',
      () => paged(rowsOf(0, 1, 2), { page: 1, total: 4, totalPages: 1 }),
      {},
      /3 of 4 endpoints/,
    ],
    [
      'fewer rows than the run has endpoints',
      () => paged(rowsOf(0, 1, 2), { page: 1, total: 3, totalPages: 1 }),
      {},
      /3 of 4 endpoints/,
    ],
    [
      'fewer rows than the first page promised, where the run does not say',
      (number) =>
        number === 1
          ? paged(rowsOf(0, 1), { page: 1, total: 4, totalPages: 2 })
          : paged([], { page: 2, total: 2, totalPages: 1 }),
      { bare: true },
      /2 of 4 endpoints/,
    ],
    [
      'rows that all have one id',
      () => paged(rowsOf(0, 0, 0, 0), { page: 1, total: 4, totalPages: 1 }),
      { bare: true },
      /1 of 4 endpoints/,
    ],
    [
      'rows without ids on pages without numbers',
      () => ({ data: [row('', { id: undefined })] }),
      { bare: true },
      /not complete/,
    ],
    [
      'rows that are no objects',
      () => paged([5 as never], { page: 1, total: 1, totalPages: 1 }),
      { bare: true },
      /not understood/,
    ],
    ['no list at all', () => ({ data: { rows: [] } }), { bare: true }, /not a list/],
    ['no data', () => ({ meta: {} }), { bare: true }, /not a list/],
  ] as [string, Front, Partial<Scenario>, RegExp][])(
    '%s end in an error that says what is missing',
    async (_, front, changes, words) => {
      await hostile({ front, changes }, (step, files) => {
        expectHarmless(step, files)
        expect([step.outputs.verdict, step.exitCode]).toEqual(['error', 1])
        expect(step.annotations[0]?.message).toMatch(words)
      })
    },
  )

  test.concurrent('pages that never end end in an error, and not in the memory', async () => {
    let asked = 0
    const front: Front = (number) => {
      asked += 1
      return paged(rowsOf(2 * number, 2 * number + 1), { page: number, total: 1e9, totalPages: 5e8 })
    }
    await hostile({ front }, (step, files) => {
      expectHarmless(step, files)
      expect(step.outputs.verdict).toBe('error')
      expect(asked).toBeLessThan(20_000)
      expect(step.peakMb).toBeLessThan(MOST_MB)
    })
  })

  test.concurrent('rows that are never final count as failed', async () => {
    const front: Front = () =>
      paged(
        [0, 1, 2, 3].map((i) => row(`e${i}`, { endpointOutcome: i === 0 ? null : 'SUCCESS' })),
        { page: 1, total: 4, totalPages: 1 },
      )
    await hostile({ front }, (step, files) => {
      expectHarmless(step, files)
      expect([step.outputs.verdict, judged(step)]).toEqual(['failed', 4])
      expect(step.log).toMatch(/1 endpoint had no outcome/)
      expect(requestsTo(step.simulator, 'POST', TRIGGER)).toHaveLength(1)
    })
  })
})

/** A server that answers for the endpoints of a run, and passes everything else on. */
async function startFront(
  { simulator, time }: World,
  front: Front,
): Promise<{ url: string; close: () => Promise<void> }> {
  let requests = 0
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const url = new URL(request.url ?? '/', simulator.url)
    if (url.pathname.endsWith('/endpoints')) {
      requests += 1
      const body = front(Number(url.searchParams.get('page') ?? 1), requests)
      if (body) {
        response.writeHead(200, { 'content-type': 'application/json', date: new Date(simulator.now()).toUTCString() })
        response.end(JSON.stringify(body))
        return
      }
    }
    const { method, headers } = request
    const passed = httpRequest(url, { ...(method ? { method } : {}), headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    passed.on('error', () => response.destroy())
    request.pipe(passed)
  }
  const server = createServer(handle)
  server.keepAliveTimeout = 0
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening on a port')
  time.serve(server)
  return {
    url: `http://127.0.0.1:${address.port}/api/v1`,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

test('the outputs that this file knows are those of action.yml', () => {
  expect(readActionFile(new URL('.', ROOT).pathname).main).toBe('dist/index.js')
  expect(OUTPUTS).toContain('verdict')
})
