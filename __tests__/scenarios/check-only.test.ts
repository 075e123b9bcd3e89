// `check-only: true`: everything that a run needs is looked at, and no request that could change anything leaves the step.
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { DEMO_KEY, DEMO_PROJECT, DEMO_TEST, DEMO_VIEWER_KEY } from '../../simulator/callmeter/account.ts'
import { CALLSCALER_KEY } from '../../simulator/callscaler/account.ts'
import { type GitHubOptions, type GitHubSimulator, startGitHub } from '../../simulator/github/github.ts'
import { runPost } from '../../simulator/runner/runner.ts'
import { createVirtualTime } from '../../simulator/time/virtual-time.ts'
import { newFolder } from '../folders.ts'
import { type GateOptions, type Gated, REPORTS, everythingShown, gate, ofGitHub } from './gate.ts'

const CONTEXT = 'callmeter/quality'
const HEAD = '1'.repeat(40)
const BASE = '3'.repeat(40)
/** What reports to GitHub, if anything did. */
const ASKED = { comment: 'always', 'commit-status': CONTEXT }
const EVERY_OUTPUT = [
  'verdict', 'run-id', 'run-url', 'status', 'success-rate', 'failed-thresholds', 'results', 'report-path', 'junit-path', 'html-path', 'csv-path',
] // prettier-ignore

interface Finding {
  what: string
  of?: string
  state: string
  reason: string
  code?: string
}
interface Results {
  code?: string
  findings: Finding[]
  assumptions: { api: string; what: string; answered: string; reason: string }[]
}

const resultsOf = ({ outputs }: Gated): Results => JSON.parse(outputs.results ?? '{}') as Results
const statesOf = (step: Gated): string[] => resultsOf(step).findings.map(({ what, state }) => `${what}: ${state}`)
const findingOf = (step: Gated, what: string): Finding | undefined =>
  resultsOf(step).findings.find((finding) => finding.what === what)
const answersOf = (step: Gated): Record<string, string> =>
  Object.fromEntries(resultsOf(step).assumptions.map(({ what, answered }) => [what, answered]))

/** The event of a pull request from a repository. */
function pullEvent(from: string): NonNullable<NonNullable<GateOptions['step']>['event']> {
  const pull = {
    number: 7,
    head: { ref: 'pull-7', sha: HEAD, repo: { full_name: from } },
    base: { ref: 'main', repo: { full_name: 'acme/voice' } },
  }
  return { name: 'pull_request', payload: { pull_request: pull } }
}

/** A check of a test with earlier runs, as a step of a pull request's workflow. */
async function check(
  options: GateOptions = {},
  repository: GitHubOptions = {},
): Promise<{ step: Gated; github: GitHubSimulator }> {
  const time = createVirtualTime()
  const github = await startGitHub({
    clock: time,
    ...repository,
    repository: {
      branches: { main: [{ oid: BASE }] },
      pullRequests: [{ number: 7, head: { oid: HEAD } }],
      ...repository.repository,
    },
  })
  try {
    const step = await gate({
      time,
      github,
      ...options,
      changes: { history: 6, ...options.changes },
      inputs: { ...REPORTS, 'check-only': 'true', ...options.inputs },
      step: { event: pullEvent('acme/voice'), ...options.step },
    })
    return { step, github }
  } finally {
    await github.close()
  }
}

/** Every method that the step sent, to any API. */
function methodsOf({ step, github }: { step: Gated; github: GitHubSimulator }): string[] {
  const requests = [...step.simulator.requests, ...(step.callscaler?.requests ?? []), ...github.requests]
  return [...new Set(requests.map(({ method }) => method))]
}

/** The id of the newest earlier run of the test, as the list of runs tells it to whoever may read. */
async function earlierRun(): Promise<string> {
  const { step } = await check()
  const [, id = ''] = /earlier run ([\da-f-]{36})/.exec(findingOf(step, 'thresholds')?.reason ?? '') ?? []
  expect(id).not.toBe('')
  return id
}

/** Every input that makes a run write something, or do something else than usual. */
const QUIET: [what: string, inputs: Record<string, string>, options?: GateOptions][] = [
  ['nothing else', {}],
  ['a commit status and a comment', ASKED],
  ['wait: false', { ...ASKED, wait: 'false' }],
  ['confirm and retries', { ...ASKED, confirm: '3', 'not-run-retries': '3' }],
  ['the previous run as baseline', { ...ASKED, baseline: 'previous', thresholds: 'avg(mos) >= baseline - 0.1' }],
  ['several runs as baseline', { ...ASKED, baseline: 'last 3', thresholds: 'avg(mos) >= baseline - 3 * spread' }],
  ['the base branch as baseline', { ...ASKED, baseline: 'base-branch', thresholds: 'avg(mos) >= baseline' }],
  ['several tests', { ...ASKED, test: `nightly-sip-load\n${DEMO_PROJECT.tests[1]?.slug ?? ''}`, 'fail-fast': 'true' }],
  ['a far end', ASKED, { scenario: 'far-end', callscaler: {} }],
]

test.each(QUIET)('sends reads alone, leaves nothing and passes with %s', async (_, inputs, options = {}) => {
  const checked = await check({ ...options, inputs })
  const { step, github } = checked
  expect([step.exitCode, step.outputs.verdict, step.stderr]).toEqual([0, 'checked', ''])
  expect(methodsOf(checked)).toEqual(['GET'])
  expect(step.simulator.runs).toEqual([])
  expect(github.repository.commit(HEAD)?.statuses).toEqual([])
  expect(github.repository.pullRequest(7)?.comments).toEqual([])
  // No file, nothing for the post step, and nothing of an older step in the outputs.
  expect(readdirSync(step.workspace)).toEqual([])
  expect(step.state).toEqual({})
  expect(Object.keys(step.outputs).toSorted()).toEqual(EVERY_OUTPUT.toSorted())
  const filled = Object.keys(step.outputs).filter((name) => step.outputs[name] !== '')
  expect(filled.toSorted()).toEqual(['results', 'verdict'])
  expect(statesOf(step).some((state) => state.endsWith('problem'))).toBe(false)
})

test('a run that is followed is only read, and neither stopped nor judged', async () => {
  const checked = await check({ inputs: { ...ASKED, 'run-id': await earlierRun(), test: '' } })
  expect(methodsOf(checked)).toEqual(['GET'])
  expect(checked.step.outputs.verdict).toBe('checked')
  expect(statesOf(checked.step)).toEqual(expect.arrayContaining(['run-id: ok', 'thresholds: ok', 'baseline: not set']))
  expect(statesOf(checked.step)).not.toContain('key-role: unknown')
})

test('the post step has nothing to do', async () => {
  const { step, github } = await check({ inputs: ASKED })
  const requests = step.simulator.requests.length
  const post = await runPost({ inputs: ASKED, ...ofGitHub(github, {}) }, step)
  expect([post.exitCode, post.log, step.simulator.requests.length]).toEqual([
    0,
    'Nothing to do: no run of this step is left to be stopped.\n',
    requests,
  ])
})

test('the log and the summary have a row for each finding, and for each part of the API', async () => {
  const { step } = await check({ inputs: ASKED })
  for (const { what, state, reason } of resultsOf(step).findings) {
    expect(step.log).toContain(`${state}: ${what}: ${reason}`)
    expect(step.summary).toContain(`| <code>${what}</code> |`)
  }
  for (const { what, answered } of resultsOf(step).assumptions) {
    expect(step.log).toMatch(new RegExp(`${answered}: CallMeter, ${what}:`))
    expect(step.summary).toContain(`<code>${what}</code>`)
  }
  expect(step.summary).toContain('## CallMeter: 🔍 Checked, with no problem found')
  expect(everythingShown(step)).not.toContain(DEMO_KEY)
})

test('without a summary there is none', async () => {
  const { step } = await check({ inputs: { summary: 'false' } })
  expect([step.outputs.verdict, step.summary]).toEqual(['checked', ''])
})

const PROBLEMS: [what: string, inputs: Record<string, string>, finding: string, code: string, reason: RegExp][] = [
  ['a refused key', { 'api-key': 'cmk_00000000000000000000000000000000' }, 'api-key', 'key-refused', /401 UNAUTHORIZED/],
  ['an unknown project', { project: 'prodution-pbx' }, 'project', 'unknown-name', /Did you mean production-pbx/],
  ['an unknown test', { test: 'nightly-sip-laod' }, 'test', 'unknown-name', /Did you mean .*nightly-sip-load/],
  ['one of two tests that is unknown', { test: 'nightly-sip-load\nnope' }, 'test', 'unknown-name', /no test "nope"/],
  ['a run that is not there', { 'run-id': 'nope' }, 'run-id', 'not-found', /404/],
  ['a threshold with a wrong unit', { thresholds: 'avg(rtt_ms) < 10%' }, 'inputs', 'input', /cannot be compared/],
  ['a baseline that is no report', { baseline: 'report.json' }, 'baseline', 'baseline-file', /not a report\.json/],
  ['wrong inputs', { 'stop-on': 'never', timeout: 'soon' }, 'inputs', 'input', /expected/],
] // prettier-ignore

test.each(PROBLEMS)('%s is an error that a run would end in, and nothing is told to GitHub', async (...row) => {
  const [what, inputs, finding, code, reason] = row
  const workspace = newFolder('check-only-')
  if (what.includes('report')) writeFileSync(join(workspace, 'report.json'), '{}')
  const checked = await check({ inputs: { ...ASKED, ...inputs }, step: { workspace } })
  const { step } = checked
  expect([step.exitCode, step.outputs.verdict]).toEqual([1, 'error'])
  expect(methodsOf(checked).filter((method) => method !== 'GET')).toEqual([])
  const found = resultsOf(step).findings.filter(({ state }) => state === 'problem')
  expect(found[0]).toMatchObject({ what: finding, code, reason: expect.stringMatching(reason) })
  expect(resultsOf(step).code).toBe(code)
  expect(step.log).toContain(`troubleshooting.md#${code}`)
  expect(step.summary).toContain(`troubleshooting.md#${code}`)
  expect(step.annotations.some(({ level, message }) => level === 'error' && reason.test(message))).toBe(true)
})

test('of several tests the wrong one is named, and the others are looked at', async () => {
  const { step } = await check({ inputs: { test: 'nightly-sip-load\nnope' } })
  const found = resultsOf(step).findings.filter(({ of }) => of !== undefined)
  expect(found.map(({ what, of, state }) => [of, what, state])).toEqual([
    ['nightly-sip-load', 'test', 'ok'],
    ['nightly-sip-load', 'thresholds', 'ok'],
    ['nightly-sip-load', 'baseline', 'not set'],
    ['nope', 'test', 'problem'],
  ])
})

test('fail-on decides whether the error fails the step, as of a run', async () => {
  const { step } = await check({ inputs: { project: 'nope', 'fail-on': 'none' } })
  expect([step.exitCode, step.outputs.verdict]).toEqual([0, 'error'])
})

test('a key that can only read is accepted, and its role stays unknown', async () => {
  const { step } = await check({ inputs: { 'api-key': DEMO_VIEWER_KEY } })
  expect(statesOf(step)).toEqual(expect.arrayContaining(['api-key: ok', 'key-role: unknown']))
})

test('thresholds without a value are warnings with the nearest metric, since they are missing data', async () => {
  const thresholds = 'avg(mos) >= 4\np95(jiter_ms) < 30\nmax(mos.sideways) > 1'
  const { step } = await check({ inputs: { thresholds } })
  const found = resultsOf(step).findings.filter(({ what }) => what === 'thresholds')
  expect(found.map(({ state }) => state)).toEqual(['warning', 'warning', 'ok'])
  expect(found[0]?.reason).toMatch(/^p95\(jiter_ms\) < 30 finds no value: .*Did you mean jitter_ms/)
  expect(found[1]?.reason).toContain('mos has no sideways')
  expect(found[2]?.reason).toMatch(/^1 of 3 thresholds has a value in the earlier run .*\.$/)
  expect([step.outputs.verdict, step.exitCode]).toEqual(['checked', 0])
  expect(step.annotations.filter(({ level }) => level === 'warning')).toHaveLength(2)
})

test('a test that never ran leaves thresholds unknown, and a baseline that is not there is a warning', async () => {
  const inputs = { baseline: 'previous', thresholds: 'avg(mos) >= baseline' }
  const { step } = await check({ changes: { history: 0 }, inputs })
  expect(findingOf(step, 'thresholds')).toMatchObject({ state: 'unknown', reason: expect.stringContaining('no earlier run') }) // prettier-ignore
  expect(findingOf(step, 'baseline')).toMatchObject({ state: 'warning', reason: expect.stringContaining('no earlier run') }) // prettier-ignore
  const several = await check({ changes: { history: 2 }, inputs: { ...inputs, baseline: 'last 5' } })
  expect(findingOf(several.step, 'baseline')).toMatchObject({ state: 'warning', reason: expect.stringMatching(/2 earlier runs, and 3 are needed/) }) // prettier-ignore
})

test('the baselines of runs are those that a run would have', async () => {
  const inputs = { baseline: 'last 6', thresholds: 'avg(mos) >= baseline' }
  const [{ step }, run] = [await check({ inputs }), await gate({ changes: { history: 6 }, inputs })]
  const named = /The baseline is (.*)/
  expect(named.exec(step.log)?.[1]).toBe(named.exec(run.log)?.[1])
  expect(findingOf(step, 'baseline')).toMatchObject({ state: 'ok', reason: expect.stringContaining('6 earlier runs') })
})

test('the base branch is read without GraphQL, and its run is taken', async () => {
  const runId = await earlierRun()
  const link = `https://github.com/acme/voice/actions/runs/1#callmeter-runs=${DEMO_TEST.id}:${runId}`
  const passed = { context: CONTEXT, state: 'success', targetUrl: link } as const
  const branches = { main: [{ oid: BASE }, { oid: '4'.repeat(40), statuses: [passed] }] }
  const inputs = { ...ASKED, baseline: 'base-branch', thresholds: 'avg(mos) >= baseline - 1' }
  const checked = await check({ inputs }, { repository: { branches } })
  expect(findingOf(checked.step, 'baseline')).toMatchObject({ state: 'ok', reason: expect.stringMatching(new RegExp(`run ${runId}, which passed on main at 4444444`)) }) // prettier-ignore
  expect(methodsOf(checked)).toEqual(['GET'])
})

const TOKENS: [what: string, tokens: GitHubOptions, step: GateOptions['step'], states: string[], reason: RegExp][] = [
  ['a workflow, which no answer tells of', {}, {}, ['unknown', 'unknown'], /only shows when it is written/],
  [
    'a person who may push',
    { tokens: [{ token: 'ghp_classic', author: 'octocat', permissions: { statuses: 'write', 'pull-requests': 'write' }, scopes: ['repo'] }] },
    {},
    ['ok', 'ok'],
    /scopes of the token/,
  ],
  [
    'a workflow that may not read a private repository',
    { tokens: [{ token: 'ghs_none', author: 'github-actions[bot]' }], repository: { isPrivate: true } },
    {},
    ['warning', 'warning'],
    /would not be written: .*Give the job the permission/,
  ],
  ['nobody', {}, {}, ['warning', 'warning'], /`github-token` is empty/],
  [
    'a fork',
    {},
    { event: pullEvent('someone/voice') },
    ['warning', 'warning'],
    /fork may only read/,
  ],
  ['a push', {}, { event: { name: 'push', payload: {} } }, ['warning', 'not set'], /would not be written|nothing to comment on/],
] // prettier-ignore

test.each(TOKENS)('the permissions of the token of %s', async (whose, tokens, step, states, reason) => {
  const inputs = whose === 'nobody' ? { ...ASKED, 'github-token': '' } : ASKED
  const checked = await check({ inputs, step: step ?? {} }, tokens)
  const found = ['commit-status', 'comment'].map((what) => findingOf(checked.step, what))
  expect(found.map((finding) => finding?.state)).toEqual(states)
  for (const finding of found) expect(finding?.reason).toMatch(reason)
  expect([checked.step.outputs.verdict, methodsOf(checked)]).toEqual(['checked', ['GET']])
})

test('the far end: its number is looked up, and how its API answers is told', async () => {
  const far: GateOptions = { scenario: 'far-end', callscaler: { edition: 'newer', paging: 'nested' } }
  const { step } = await check(far)
  expect(findingOf(step, 'far-end')?.state).toBe('ok')
  const asked = await check({
    ...far,
    inputs: { 'callscaler-number': '+49301234567', thresholds: 'answer_rate > 90%' },
  })
  expect(findingOf(asked.step, 'far-end')).toMatchObject({ state: 'problem', reason: expect.stringContaining('no tracking number') }) // prettier-ignore
  expect(findingOf(asked.step, 'thresholds')).toMatchObject({ state: 'unknown' })
  expect(asked.step.outputs.verdict).toBe('error')
  // A key that CallScaler refuses ends no run in an error: its values are missing then.
  const refused = await check({ ...far, inputs: { 'callscaler-api-key': 'cs_key_wrong' } })
  expect([findingOf(refused.step, 'far-end')?.state, refused.step.outputs.verdict]).toEqual(['warning', 'checked'])
  expect(everythingShown(asked.step)).not.toContain(CALLSCALER_KEY)
})

test('an API that answers otherwise than assumed is told of, part by part', async () => {
  const asAssumed = answersOf((await check()).step)
  const odd = { casing: 'snake', metricCasing: 'camel', fractionLostAs: 'fraction', without: ['listTests'] } as const
  const { step } = await check({ changes: odd, inputs: { test: DEMO_TEST.id } })
  expect(findingOf(step, 'test')).toMatchObject({ state: 'unknown' })
  const changed = Object.entries(answersOf(step)).filter(([what, answered]) => asAssumed[what] !== answered)
  expect(Object.fromEntries(changed)).toEqual({
    'list-tests': 'not available',
    'field-casing': 'differently',
    'metric-names': 'differently',
    'fraction-lost': 'not available',
  })
  const bare = await check({ scenario: 'bare', inputs: { test: DEMO_TEST.id } })
  expect(answersOf(bare.step)).toMatchObject({ 'run-detail': 'as assumed', 'list-runs-by-test': 'not available' })
})

test('an API that is out of reach is the error that a run would end in, after the same patience', async () => {
  const down = { kind: 'status', status: 503, count: Infinity } as const
  const { step } = await check({ faults: [down] })
  expect([step.outputs.verdict, findingOf(step, 'api-key')?.code]).toEqual(['error', 'server'])
  expect(findingOf(step, 'test')).toMatchObject({ state: 'unknown', reason: expect.stringContaining('Not checked') })
})
