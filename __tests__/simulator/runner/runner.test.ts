import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from '@jest/globals'
import { resolveDefault } from '../../../simulator/runner/action-file.ts'
import { KILL_AFTER_MS, SIGTERM_AFTER_MS, cancelStep } from '../../../simulator/runner/process.ts'
import { removeStep, runMain, runPost, startMain } from '../../../simulator/runner/runner.ts'
import type { Phase, StepOptions, StepResult } from '../../../simulator/runner/runner.ts'
import { START, createVirtualTime } from '../../../simulator/time/virtual-time.ts'
import type { VirtualTime } from '../../../simulator/time/virtual-time.ts'

const action = fileURLToPath(new URL('fixtures/action', import.meta.url))
const steps: StepResult[] = []

async function run(inputs: Record<string, string>, options: Partial<StepOptions> = {}): Promise<StepResult> {
  const step = await runMain({ inputs, action, ...options })
  steps.push(step)
  return step
}

/** The environment that the fixture printed. */
const printed = (step: StepResult): Record<string, string> =>
  JSON.parse(step.stdout.split('\n').find((line) => line.startsWith('{')) ?? '{}')

afterEach(() => {
  for (const step of steps.splice(0)) removeStep(step)
})

describe('a step', () => {
  test('sees inputs, defaults and what a runner sets, and nothing else', async () => {
    process.env['LEAK'] = 'yes'
    const step = await run(
      { 'api-key': 'cmk_secret' },
      {
        githubToken: 'ghs_1',
        env: { EXTRA: '1' },
        event: { name: 'pull_request', payload: { pull_request: { number: 7 } } },
      },
    )
    delete process.env['LEAK']
    const env = printed(step)
    expect(env).toMatchObject({
      'INPUT_API-KEY': 'cmk_secret',
      INPUT_REPORT_DIRECTORY: 'reports',
      'INPUT_GITHUB-TOKEN': 'ghs_1',
      INPUT_WAIT: 'true',
      EXTRA: '1',
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION: '__callmeter_run-test',
      GITHUB_API_URL: 'http://127.0.0.1:9',
      GITHUB_REPOSITORY: 'acme/voice',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_REF: 'refs/pull/7/merge',
      GITHUB_WORKSPACE: step.workspace,
      PATH: process.env['PATH'],
    })
    expect(Object.keys(env).filter((name) => /LEAK|NODE_OPTIONS|^npm_|SIMULATOR/.test(name))).toEqual([])
    expect(JSON.parse(readFileSync(env['GITHUB_EVENT_PATH']!, 'utf8'))).toEqual({ pull_request: { number: 7 } })
  })

  test('hands back its exit code, outputs, state, summary, annotations and the log as GitHub shows it', async () => {
    let live = ''
    const step = await run({ 'api-key': 'cmk_secret' }, { onOutput: (text) => (live += text) })
    expect(step).toMatchObject({
      exitCode: 3,
      signal: null,
      outputs: { several: 'first\n\nthird=3', single: 'a=b' },
      state: { 'run-id': '7' },
      summary: '# Summary\n',
      masks: ['cmk_secret'],
    })
    expect(step.annotations).toContainEqual({
      level: 'error',
      message: 'two\nlines, 100%',
      properties: { file: 'limits.txt', line: '3', title: 'a: b, c' },
    })
    expect(step.annotations.map(({ level }) => level).toSorted()).toEqual(['error', 'notice', 'warning'])
    expect(step.stdout).toContain('The key is cmk_secret')
    expect(step.log).toContain('The key is ***\n▼ Variables\n')
    expect(live).toBe(step.log)
  })

  test('gets its state, inputs and workspace back in post', async () => {
    const main = await run({ 'api-key': 'k' })
    const post = await runPost({ inputs: { 'api-key': 'k' }, action, state: { more: '1' } }, main)
    expect(printed(post)).toMatchObject({
      'STATE_run-id': '7',
      STATE_more: '1',
      'INPUT_API-KEY': 'k',
      GITHUB_WORKSPACE: main.workspace,
    })
  })

  test('is warned of inputs that the action does not declare', async () => {
    const step = await run({ 'API-Key': 'k', thresold: 'x' })
    expect(step.annotations[0]).toMatchObject({ level: 'warning', message: expect.stringContaining("'thresold'") })
    expect(step.annotations[0]?.message).not.toContain("'API-Key'")
  })

  test('loses a summary that is too large', async () => {
    const step = await run({ mode: 'large-summary' })
    expect(step.summary).toBe('')
    expect(step.annotations).toMatchObject([{ level: 'error', message: expect.stringContaining('upload aborted') }])
  })

  test('may run in a workspace of the caller, which stays', async () => {
    const workspace = mkdtempSync(join(tmpdir(), 'callmeter-workspace-'))
    const step = await run({}, { workspace })
    removeStep(step)
    expect([existsSync(step.folder), existsSync(workspace)]).toEqual([false, true])
    rmSync(workspace, { recursive: true })
  })
})

describe('the end of a step', () => {
  const ended = async (time: VirtualTime, { child, ended: end }: Phase): Promise<StepResult & { tookMs: number }> => {
    const from = time.now()
    await time.pass(cancelStep(child, time))
    const step = await time.pass(end)
    steps.push(step)
    return { ...step, tookMs: time.now() - from }
  }

  test('is SIGINT when cancelled, SIGTERM 7.5 s later, and the kill 2.5 s after that', async () => {
    const time = createVirtualTime()
    const obedient = startMain({ inputs: { mode: 'hang' }, action, time })
    await time.settled()
    expect(await ended(time, obedient)).toMatchObject({ exitCode: null, signal: 'SIGINT', tookMs: 0 })

    const stubborn = startMain({ inputs: { mode: 'stubborn' }, action, time })
    await time.settled()
    expect(await ended(time, stubborn)).toMatchObject({
      signal: 'SIGKILL',
      stdout: 'hanging\nSIGINT\nSIGTERM\n',
      tookMs: SIGTERM_AFTER_MS + KILL_AFTER_MS,
    })
  })

  test('comes at the latest when the safety net says', async () => {
    const time = createVirtualTime()
    expect((await run({ mode: 'hang' }, { time, killAfterMs: 1_500 })).signal).toBe('SIGKILL')
    expect(time.now()).toBe(START + 1_500)
  })

  test('is seen by whoever holds the process', async () => {
    const { child, ended: end } = startMain({ inputs: {}, action })
    const exit = once(child, 'exit')
    steps.push(await end)
    expect(await exit).toEqual([3, null])
  })
})

test('a step lives in the virtual time it is given, and its clock may be wrong', async () => {
  for (const [start, clockAheadMs] of [
    [START, 0],
    [Date.UTC(2031, 0, 1), -3_600_000],
  ] as const) {
    const time = createVirtualTime({ start })
    const step = await run({ mode: 'minute' }, { time, clockAheadMs })
    expect([step.exitCode, JSON.parse(step.stdout)]).toEqual([
      0,
      { from: start + clockAheadMs, elapsed: 60_000, elapsedPerformance: 60_000 },
    ])
    expect(time.now()).toBe(start + 60_000)
  }
})

test('a default may have the token in it, and no other expression', () => {
  expect(resolveDefault('${{ github.token }}', 'ghs_1')).toBe('ghs_1')
  expect(() => resolveDefault('${{ github.actor }}', '')).toThrow('github.actor')
})
