// The two scripts of fan-out.yml: which legs there are, and what they come to together.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from '@jest/globals'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { readActionFile } from '../simulator/runner/action-file.ts'
import { createVirtualTime } from '../simulator/time/virtual-time.ts'
import { VERDICTS } from '../src/model/verdict.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const VIRTUAL_CLOCK = new URL('../simulator/time/virtual-clock.mjs', import.meta.url).href
const temporary = mkdtempSync(join(tmpdir(), 'fan-out-'))
afterAll(() => rmSync(temporary, { recursive: true, force: true }))

interface Leg {
  name: string
  project: string
  test: string
  thresholds: string
  baseline: string
  artifact: string
}
interface Judged {
  verdict: string
  problem: string
  legs: { name: string; verdict: string; reason: string; test: string; runs: { id: string; url: string }[] }[]
}
interface Scripts {
  planLegs: (given: { project: string; tests: string; targets: string; prefix: string }) => Leg[]
  jobMinutes: (timeout: string) => number
  judgeLegs: (given: {
    legs: string
    legsResult: string
    failOn: readonly string[]
    readReport: (artifact: string) => string
  }) => Judged
  readFailOn: (text: string) => string[]
  renderTable: (judged: Judged) => string
}

// Plain JavaScript, whose types are checked in the last test.
const load = async (path: string): Promise<object> => (await import(`../fan-out/${path}`)) as object
const { planLegs, jobMinutes, judgeLegs, readFailOn, renderTable } = {
  ...(await load('plan/legs.mjs')),
  ...(await load('verdict/judge.mjs')),
  ...(await load('verdict/table.mjs')),
} as Scripts

const plan = (given: { tests?: string; targets?: string }): Leg[] =>
  planLegs({ project: 'pbx', tests: '', targets: '', prefix: 'callmeter-1', ...given })

describe('the plan', () => {
  test.each([
    ['lines', 'a\n\n  b  \n', ['a', 'b']],
    ['a JSON list', '["a", "b"]', ['a', 'b']],
    ['a JSON list of lists, each one leg', '[["a", "b"], "c"]', ['a\nb', 'c']],
  ])('takes tests as %s', (_, tests, expected) => {
    expect(plan({ tests }).map((leg) => leg.test)).toEqual(expected)
  })

  test('a target has what it names, and the rest of all', () => {
    const targets = JSON.stringify([
      { name: ' Frankfurt ', test: 'fra', thresholds: 'avg(mos) > 4', baseline: 'previous', project: 'eu' },
      { test: ['iad', 'sfo'] },
    ])
    expect(plan({ tests: 'all', targets })).toEqual([
      { name: 'all', project: 'pbx', test: 'all', thresholds: '', baseline: '', artifact: 'callmeter-1-1-all' },
      {
        name: 'Frankfurt',
        project: 'eu',
        test: 'fra',
        thresholds: 'avg(mos) > 4',
        baseline: 'previous',
        artifact: 'callmeter-1-2-frankfurt',
      },
      {
        name: 'iad, sfo',
        project: 'pbx',
        test: 'iad\nsfo',
        thresholds: '',
        baseline: '',
        artifact: 'callmeter-1-3-iad-sfo',
      },
    ])
  })

  test('whatever a name holds, the artifacts have different names that GitHub takes', () => {
    const names = [
      '../../etc',
      '"; rm -rf /',
      '$(id)',
      '`id`',
      'a|b',
      'A B',
      'a-b',
      '東京',
      '🔥',
      'x'.repeat(80),
      '::error::',
      '%0A',
    ]
    const legs = plan({ targets: JSON.stringify(names.map((name) => ({ name, test: 't' }))) })
    expect(legs.map(({ name }) => name)).toEqual(names)
    const artifacts = legs.map(({ artifact }) => artifact)
    expect(new Set(artifacts).size).toBe(names.length)
    for (const artifact of artifacts) expect(artifact).toMatch(/^callmeter-1-\d\d(-[a-z0-9-]+)?$/)
  })

  test.each([
    ['nothing', {}, /`tests` and `targets` are empty/],
    ['broken JSON', { targets: '[{' }, /`targets` cannot be read as JSON/],
    ['no list', { targets: '{"test": "a"}' }, /`targets` is not a JSON list/],
    ['a target without a test', { targets: '[{"name": "a"}]' }, /entry 1, has no `test`/],
    ['a target that is a text', { targets: '["a"]' }, /entry 1, is not an object/],
    ['a misspelt key', { targets: '[{"test": "a", "treshold": "x"}]' }, /has "treshold"; expected name, project/],
    ['a list of lines', { targets: '[{"test": "a", "thresholds": ["x"]}]' }, /`thresholds` that is not a text/],
    ['a number for a test', { tests: '["a", 1]' }, /`tests` has an entry that is not a text/],
    ['a name twice', { tests: 'a', targets: '[{"name": "a", "test": "b"}]' }, /Two legs are called "a"/],
    ['a name too long', { targets: `[{"name": "${'x'.repeat(81)}", "test": "b"}]` }, /up to 80 characters/],
    [
      'too many',
      { tests: JSON.stringify(Array.from({ length: 257 }, (_, i) => `t${i}`)) },
      /257 legs; 256 are accepted/,
    ],
  ])('refuses %s', (_, given, expected) => {
    expect(() => plan(given)).toThrow(expected)
  })

  test('names every problem at once', () => {
    expect(() => plan({ targets: '[1, {"name": 1}]' })).toThrow(
      /entry 1[^]*entry 2, has no[^]*`name` that is not a text/,
    )
  })

  test.each([
    ['60m', 80],
    ['1h30m', 110],
    ['90s', 22],
    ['0.5h', 50],
    ['120h', 7200],
    ['soon', 20],
  ])('a leg that waits %s may take %i minutes', (timeout, minutes) => {
    expect(jobMinutes(timeout)).toBe(minutes)
  })
})

const DEFAULT = (readActionFile(root).inputs['fail-on'] ?? '').split(', ')
const report = (verdict: string, more: object = {}): string =>
  JSON.stringify({
    version: 1,
    verdict,
    runs: [{ verdict, reason: `it is ${verdict}`, thresholds: [], id: `run-${verdict}`, ...more }],
  })
const legsNamed = (names: readonly string[]): string =>
  JSON.stringify(names.map((name) => ({ name, test: 't', artifact: `artifact of ${name}` })))

/** Judges legs by their reports; undefined for a leg without one. */
function judge(
  reports: Readonly<Record<string, string | undefined>>,
  legsResult = 'failure',
  failOn = DEFAULT,
): Judged {
  return judgeLegs({
    legs: legsNamed(Object.keys(reports)),
    legsResult,
    failOn,
    readReport: (artifact) => {
      const text = reports[artifact.replace('artifact of ', '')]
      if (text === undefined) throw new Error('no such file')
      return text
    },
  })
}

describe('the verdict', () => {
  test('of two legs the worse counts', () => {
    for (const [i, worse] of VERDICTS.entries())
      for (const better of VERDICTS.slice(i)) {
        const reports = [report(better), report(worse)]
        expect(judge({ a: reports[0], b: reports[1] }, 'success').verdict).toBe(worse)
        expect(judge({ a: reports[1], b: reports[0] }, 'success').verdict).toBe(worse)
      }
  })

  test('is passed only where every leg has passed and every job has succeeded', () => {
    const good = { a: report('passed'), b: report('passed') }
    expect(judge(good, 'success')).toMatchObject({ verdict: 'passed', problem: '' })
    expect(judge(good, 'failure')).toMatchObject({
      verdict: 'error',
      problem: expect.stringMatching(/ended as failure/),
    })
    expect(judge(good, 'cancelled').verdict).toBe('cancelled')
    expect(judge(good, 'skipped').verdict).toBe('error')
    expect(judge(good, '').verdict).toBe('error')
  })

  test('a job that failed because of its verdict is no contradiction', () => {
    expect(judge({ a: report('passed'), b: report('warned') }, 'failure', ['warned'])).toMatchObject({
      verdict: 'warned',
      problem: '',
    })
    expect(judge({ a: report('warned') }, 'failure').verdict).toBe('error')
  })

  test('a missing leg is an error', () => {
    expect(judge({ a: report('passed'), b: undefined }, 'success')).toMatchObject({
      verdict: 'error',
      legs: [{ verdict: 'passed' }, { name: 'b', verdict: 'error', reason: expect.stringMatching(/no report/) }],
    })
  })

  test.each([
    ['nothing', ''],
    ['no JSON', 'passed'],
    ['null', 'null'],
    ['an empty object', '{}'],
    ['no runs', '{"version":1,"verdict":"passed","runs":[]}'],
    ['runs that are none', '{"version":1,"verdict":"passed","runs":"all"}'],
    ['a run without a verdict', '{"version":1,"verdict":"passed","runs":[{"thresholds":[]}]}'],
    ['a run without thresholds', '{"version":1,"verdict":"passed","runs":[{"verdict":"passed"}]}'],
    ['a run that is worse than all', '{"version":1,"verdict":"passed","runs":[{"verdict":"error","thresholds":[]}]}'],
    ['another version', report('passed').replace('"version":1', '"version":2')],
    ['a verdict that there is not', report('splendid')],
    ['a run that was only started', report('triggered')],
    ['a step that only checked', report('checked', { runs: [] })],
    ['half a report', report('passed').slice(0, -5)],
  ])('a report that holds %s is an error', (_, text) => {
    expect(judge({ a: text }, 'success').verdict).toBe('error')
  })

  test.each(['', 'null', '[]', '{}', '[{}]', '[{"name":"a","test":"t","artifact":""}]', 'oops'])(
    'a plan that is %j is an error',
    (legs) => {
      const judged = judgeLegs({ legs, legsResult: 'success', failOn: DEFAULT, readReport: () => report('passed') })
      expect(judged).toMatchObject({ verdict: 'error', legs: [], problem: 'There is no plan of what to run.' })
    },
  )

  test('tells which thresholds broke, or why', () => {
    const thresholds = [
      { threshold: 'avg(mos) >= 4', state: 'breached', measured: 3.61234, unit: '' },
      { threshold: 'success_rate >= 99%', state: 'breached', measured: 90, unit: '%' },
      { threshold: 'p95(rtt_ms) < 9', state: 'missing', unit: 'ms' },
      { threshold: 'max(jitter_ms) < 9', state: 'breached', measured: 'Infinity', unit: 'ms' },
      { threshold: 'duration > 1', state: 'held', measured: 60, unit: 's' },
    ]
    const { legs } = judge({
      a: report('failed', { thresholds }),
      b: JSON.stringify({ version: 1, verdict: 'error', problem: 'The key was refused.', runs: [] }),
      c: report('timed-out'),
    })
    expect(legs.map(({ reason }) => reason)).toEqual([
      'avg(mos) >= 4 measured 3.612; success_rate >= 99% measured 90%; p95(rtt_ms) < 9 measured no value; max(jitter_ms) < 9 measured Infinity',
      'The key was refused.',
      'it is timed-out',
    ])
  })

  test('of several tests in one leg, says which', () => {
    const run = (name: string) => ({
      verdict: 'failed',
      test: { asked: 'x', name },
      thresholds: [{ threshold: 'avg(mos) >= 4', state: 'breached', measured: 3, unit: '' }],
    })
    const text = JSON.stringify({ version: 1, verdict: 'failed', runs: [run('a'), run('b')] })
    expect(judge({ leg: text }).legs[0]?.reason).toBe('a: avg(mos) >= 4 measured 3; b: avg(mos) >= 4 measured 3')
  })

  test.each([
    ['none', []],
    ['failed, error', ['failed', 'error']],
    ['Warned', ['warned']],
    ['', DEFAULT],
    ['failed, typo', DEFAULT],
    ['none, failed', DEFAULT],
    ['failed, passed', DEFAULT],
  ])('fail-on %j is %j, the default of the action where it cannot be read', (text, expected) => {
    expect(readFailOn(text).toSorted()).toEqual(expected.toSorted())
  })
})

describe('the table', () => {
  const hostile =
    '| x | `y` <img src=x onerror=alert(1)> [a](http://evil.example) ![b](c) **d** _e_ ~f~ @octocat #12 www.evil.example \u202E$1$ \r\n## h \\| &lt; \u0000'

  test('a hostile name stays one cell of plain text', () => {
    const table = renderTable(judge({ [hostile]: report('failed', { reason: hostile, url: 'javascript:alert(1)' }) }))
    const html = micromark(table, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true })
    expect(html.match(/<(?!\/?(table|thead|tbody|tr|th|td|h3)>)/g)).toBe(null)
    expect([html.match(/<tr>/g)?.length, html.match(/<td>/g)?.length]).toEqual([2, 4])
    // What it shows is the name, without what cannot be seen; what GitHub itself would link is broken up.
    const [, name = ''] = /<td>(.*?)<\/td>/.exec(html) ?? []
    expect(name).toContain(
      '| x | `y` &lt;img src=x onerror=alert(1)&gt; [a](http://evil.example) ![b](c) **d** _e_ ~f~',
    )
    expect(name).toContain('@\u200Boctocat #\u200B12 www.evil.example')
    expect(name.replaceAll('\u200B', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  })

  test('a run has its link, where it is one', () => {
    const url = `https://callmeter.io/runs/1?a=b&c="'><x>`
    expect(renderTable(judge({ a: report('passed', { url }) }, 'success'))).toContain(
      '<a href="https://callmeter.io/runs/1?a=b&amp;c=%22%27%3E%3Cx%3E">run-passed</a>',
    )
  })

  test('however many legs there are, it fits into a comment', () => {
    const names = Array.from({ length: 256 }, (_, i) => `${i}${'|'.repeat(75)}`)
    const table = renderTable(judge(Object.fromEntries(names.map((name) => [name, undefined]))))
    expect(table.length).toBeLessThan(62_000)
    expect(table).toMatch(/And \d+ more legs\.$/)
  })
})

interface Ended {
  code: number | null
  stdout: string
  outputs: Record<string, string>
  summary: string
}

let steps = 0

/** Runs a script as the runner would, in virtual time. */
async function step(
  script: string,
  inputs: Record<string, string>,
  env: Record<string, string> = {},
  time = createVirtualTime(),
): Promise<Ended> {
  const folder = join(temporary, String((steps += 1)))
  mkdirSync(folder)
  const [output, summary] = [join(folder, 'output'), join(folder, 'summary')]
  for (const file of [output, summary]) writeFileSync(file, '')
  const child = spawn(process.execPath, ['--import', VIRTUAL_CLOCK, join(root, 'fan-out', script, 'index.mjs')], {
    env: {
      SIMULATOR_CLOCK: JSON.stringify({ from: time.now() }),
      // Without it, Windows has no network.
      SystemRoot: process.env['SystemRoot'] ?? '',
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  time.attach(child)
  let stdout = ''
  child.stderr!.pipe(process.stderr)
  child.stdout!.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  const [code] = (await time.pass(once(child, 'close'))) as [number | null]
  const outputs = [...readFileSync(output, 'utf8').matchAll(/^(.+?)<<(end-\S+)\n([^]*?)\n\2$/gm)]
  return {
    code,
    stdout,
    outputs: Object.fromEntries(outputs.map(([, name = '', , value = '']) => [name, value])),
    summary: readFileSync(summary, 'utf8'),
  }
}

/** Reports as download-artifact leaves them. */
function reportsOf(legs: readonly Leg[], verdicts: readonly (string | undefined)[]): string {
  const folder = join(temporary, `reports-${(steps += 1)}`)
  for (const [i, { artifact }] of legs.entries()) {
    const verdict = verdicts[i]
    if (verdict === undefined) continue
    mkdirSync(join(folder, artifact), { recursive: true })
    writeFileSync(join(folder, artifact, 'report.json'), report(verdict))
  }
  return folder
}

describe('as steps', () => {
  test.concurrent('plan and verdict fit together, with names that are commands', async () => {
    const names = ['Tokyo', '$(exit 1)\n::error::x', 'EOF']
    const planned = await step('plan', {
      project: 'pbx',
      targets: JSON.stringify(names.map((name) => ({ name, test: 't' }))),
      timeout: '30m',
    })
    expect([planned.code, planned.outputs['minutes']]).toEqual([0, '50'])
    const legs = JSON.parse(planned.outputs['legs'] ?? '') as Leg[]
    const prefix = planned.outputs['artifacts']?.replace('*', '') ?? ''
    expect(prefix).toMatch(/^callmeter-[0-9a-f]{8}-$/)
    for (const { artifact } of legs) expect(artifact.startsWith(prefix)).toBe(true)

    const given = { legs: planned.outputs['legs'] ?? '', 'legs-result': 'failure', 'fail-on': DEFAULT.join(', ') }
    const judged = await step('verdict', { ...given, reports: reportsOf(legs, ['passed', 'failed', undefined]) })
    expect(judged.code).toBe(1)
    expect(judged.outputs).toMatchObject({ verdict: 'error', 'failed-legs': JSON.stringify(names.slice(1)) })
    expect(JSON.parse(judged.outputs['results'] ?? '')).toMatchObject(names.map((name) => ({ name })))
    expect(judged.stdout.match(/^::/gm)).toHaveLength(1)
    expect(judged.summary).toContain('### CallMeter: 💥 error')
  })

  test.concurrent.each([
    ['all passed', ['passed', 'passed'], 'success', 'failed', 0],
    ['a warning', ['passed', 'warned'], 'success', 'failed', 0],
    ['a failure that is not to fail', ['passed', 'failed'], 'success', 'none', 0],
    // A leg that is worse does not hide the verdict that was to fail.
    ['a failure behind another', ['error', 'failed'], 'failure', 'failed', 1],
    ['a missing leg', ['passed', undefined], 'failure', 'error', 1],
  ])('%s', async (_, verdicts, legsResult, failOn, code) => {
    const legs = plan({ tests: 'a\nb' })
    const { code: ended } = await step('verdict', {
      legs: JSON.stringify(legs),
      'legs-result': legsResult,
      'fail-on': failOn,
      reports: reportsOf(legs, verdicts),
    })
    expect(ended).toBe(code)
  })

  test.concurrent('a plan with mistakes fails, and says all of them in one annotation', async () => {
    const { code, stdout } = await step('plan', { project: 'p', targets: '[1, 2]', timeout: '1m' })
    expect(code).toBe(1)
    expect(stdout).toMatch(
      /^::error::`targets`, entry 1, is not an object\.%0A`targets`, entry 2, is not an object\.\n$/,
    )
  })
})

describe('the comment', () => {
  interface Comment {
    id: number
    body: string
    user: { type: string }
  }

  /** One verdict for pull request 7, with a GitHub that has these comments. */
  async function commented(comments: Comment[], comment: string, verdict = 'failed', status = 200) {
    const time = createVirtualTime()
    const requests: string[] = []
    // No connection is closed because it was idle for long.
    const server = createServer({ keepAliveTimeout: 0 }, (request: IncomingMessage, response) => {
      const answered = time.hold()
      void (async () => {
        requests.push(`${request.method} ${request.url}`)
        const body = request.method === 'GET' ? undefined : ((await json(request)) as { body: string })
        if (body && status === 200) {
          const old = comments.find(({ id }) => request.url?.endsWith(`/${id}`))
          if (old) old.body = body.body
          else comments.push({ id: comments.length + 1, body: body.body, user: { type: 'Bot' } })
        }
        response.writeHead(body ? status : 200, { 'content-type': 'application/json' })
        const page = Number(new URL(request.url ?? '', 'http://x').searchParams.get('page'))
        response.end(JSON.stringify(body ? {} : comments.slice((page - 1) * 100, page * 100)))
      })().finally(answered)
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    time.serve(server)
    const event = join(temporary, `event-${(steps += 1)}.json`)
    writeFileSync(event, JSON.stringify({ pull_request: { number: 7, head: { sha: 'abcdef0123' } } }))
    const legs = plan({ tests: 'a' })
    const inputs = { legs: JSON.stringify(legs), 'legs-result': 'failure', 'fail-on': 'failed', comment }
    const ended = await step(
      'verdict',
      { ...inputs, 'legs-result': verdict === 'passed' ? 'success' : 'failure', reports: reportsOf(legs, [verdict]) },
      {
        GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        GITHUB_REPOSITORY: 'acme/voice',
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_RUN_ID: '42',
        GITHUB_WORKFLOW: 'Quality',
        GITHUB_EVENT_PATH: event,
      },
      time,
    )
    server.close()
    return { ...ended, requests, comments }
  }

  test.concurrent('is made once, and then kept up to date, also when all is well again', async () => {
    const first = await commented([], 'on-failure')
    expect(first.comments.map(({ body }) => body)).toEqual([
      expect.stringMatching(
        /^<!-- callmeter\/run-test fan-out \w+ -->\n### CallMeter: ❌ failed[^]*runs\/42[^]*abcdef0</,
      ),
    ])
    const second = await commented(first.comments, 'on-failure', 'passed')
    expect(second.comments).toHaveLength(1)
    expect(second.comments[0]?.body).toContain('✅ passed')
    expect(second.requests.at(-1)).toBe('PATCH /repos/acme/voice/issues/comments/1')
  })

  test.concurrent('is not made where it is not wanted, nor over a comment of somebody else', async () => {
    expect((await commented([], 'on-failure', 'passed')).comments).toEqual([])
    expect((await commented([], 'never')).requests).toEqual([])
    const { comments } = await commented([], 'always')
    const copied: Comment = { id: 1, body: comments[0]?.body ?? '', user: { type: 'User' } }
    const others = Array.from({ length: 100 }, (_, i) => ({ id: i + 10, body: 'hi', user: { type: 'User' } }))
    const again = await commented([copied, ...others, { id: 500, body: copied.body, user: { type: 'Bot' } }], 'always')
    expect(again.requests.at(-1)).toBe('PATCH /repos/acme/voice/issues/comments/500')
  })

  test.concurrent('changes no verdict where it cannot be written', async () => {
    const { code, stdout } = await commented([], 'always', 'passed', 403)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^::warning::.*403.*`pull-requests: write`/m)
  })
})

test('the scripts need nothing that is not in Node or beside them', () => {
  for (const path of globSync('**/*.mjs', { cwd: join(root, 'fan-out') })) {
    const text = readFileSync(join(root, 'fan-out', path), 'utf8')
    const others = [...text.matchAll(/^import .*'(.+)'$/gm)].filter(([, from = '']) => !/^(node:|\.)/.test(from))
    expect([path, others, /\brequire\(|\bimport\(/.test(text)]).toEqual([path, [], false])
  }
})

test('the scripts keep to their types', () => {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const { stdout, status } = spawnSync(process.execPath, [tsc, '--noEmit', '-p', join(root, 'fan-out')], {
    encoding: 'utf8',
  })
  expect([status, stdout]).toEqual([0, ''])
})
