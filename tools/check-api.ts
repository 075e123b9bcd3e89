// Looks at everything a run needs, and at how the API answers what it does not document, from a shell. Starts nothing.
//   CALLMETER_API_KEY=… npm run check-api -- --project production-pbx --test nightly-sip-load
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { parse } from 'yaml'
import { httpExchange } from '../src/apis/http/exchange.ts'
import { systemClock } from '../src/base/clock.ts'
import { explain } from '../src/base/failure.ts'
import { optional } from '../src/base/fields.ts'
import { workspaceFiles } from '../src/base/files.ts'
import { logTo } from '../src/base/log.ts'
import { redact } from '../src/base/secrets.ts'
import type { InputName, Inputs } from '../src/inputs/inputs.ts'
import { InputFailure, readInputs } from '../src/inputs/read.ts'
import type { CheckReport } from '../src/model/check.ts'
import { assumptionLine, findingLine, verdictLine } from '../src/report/check-lines.ts'
import { checkOnly } from '../src/stages/check-only.ts'
import { publicCheck } from './check-api-file.ts'

const USAGE = `Looks at everything a run needs, and at how CallMeter's API answers what it does not document. Starts nothing.

  CALLMETER_API_KEY=… npm run check-api -- --project PROJECT --test TEST [--out FILE]

  --project PROJECT            the project, by id, slug or name
  --test TEST                  the test, by id, slug or name; may be given several times
  --out FILE                   where the findings are written; default: check-api.json
  --api-url URL                the base address of the API; default: CallMeter's own
  --callscaler-number NUMBER   looks at CallScaler, too, with the key in CALLSCALER_API_KEY
  --callscaler-api-url URL     the base address of CallScaler's API; default: CallScaler's own

Keys are read from the environment alone. The file holds states, names of fields and types, and no key, name, number or
id of the account, so that it can be attached to an issue; what is printed names projects, tests and runs.
Exits with 1 where a run would end in \`error\`, with 2 where the command line is wrong.
`

const OPTIONS = {
  project: { type: 'string' },
  test: { type: 'string', multiple: true },
  out: { type: 'string', default: 'check-api.json' },
  'api-url': { type: 'string' },
  'callscaler-number': { type: 'string' },
  'callscaler-api-url': { type: 'string' },
  help: { type: 'boolean' },
} as const

type Given = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values']

/** What is wrong with the command line or the environment, a line each. */
class UsageError extends Error {}

function inputsOf(given: Given): Inputs {
  const { env } = process
  const number = given['callscaler-number']
  const wrong = [
    given.project ? '' : '--project is missing: give the id, slug or name of a project.',
    given.test?.some(Boolean) ? '' : '--test is missing: give the id, slug or name of a test.',
    env.CALLMETER_API_KEY ? '' : 'CALLMETER_API_KEY is not set: the API key is read from there.',
    number && !env.CALLSCALER_API_KEY
      ? 'CALLSCALER_API_KEY is not set: the key for --callscaler-number is read from there.'
      : '',
  ].filter(Boolean)
  if (wrong.length > 0) throw new UsageError(wrong.join('\n'))
  const own: Partial<Record<InputName, string>> = {
    'check-only': 'true',
    'github-token': '',
    project: given.project ?? '',
    test: given.test?.join('\n') ?? '',
    ...optional({ 'api-url': given['api-url'], 'callscaler-api-url': given['callscaler-api-url'] }),
    ...(number ? { 'callscaler-number': number, 'callscaler-api-key': env.CALLSCALER_API_KEY ?? '' } : {}),
  }
  const action = parse(textOf('../action.yml')) as { inputs: Record<string, { default?: string }> }
  const input = (name: InputName): string => (own[name] ?? action.inputs[name]?.default ?? '').trim()
  try {
    return readInputs(input, env, { read: () => undefined })
  } catch (error) {
    if (error instanceof InputFailure) throw new UsageError(error.problems.map(({ message }) => message).join('\n'))
    throw error
  }
}

function textOf(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8')
}

function check(inputs: Inputs): Promise<CheckReport> {
  const cancelled = new AbortController()
  process.once('SIGINT', () => cancelled.abort())
  const say = (message: string): void => void process.stderr.write(`${message}\n`)
  const log = logTo({ info: say, notice: say, warning: say, error: say, startGroup: say, endGroup: () => undefined })
  const world = {
    clock: systemClock,
    random: Math.random,
    // Nothing of GitHub is looked at, wherever this runs.
    env: {},
    files: workspaceFiles(process.cwd()),
    signal: cancelled.signal,
    exchange: httpExchange,
  }
  return checkOnly(inputs, { world, log, context: undefined })
}

async function run(): Promise<number> {
  const { values } = parseArgs({ options: OPTIONS })
  if (values.help) {
    process.stdout.write(USAGE)
    return 0
  }
  const inputs = inputsOf(values)
  const report = await check(inputs)
  const secrets = [inputs['api-key'], inputs['callscaler-api-key']].filter(Boolean)
  const clean = (text: string): string => redact(text, secrets)
  const lines = [...report.findings.map(findingLine), ...report.assumptions.map(assumptionLine), verdictLine(report)]
  process.stdout.write(clean(`${lines.join('\n')}\n`))
  const { version } = JSON.parse(textOf('../package.json')) as { version: string }
  writeFileSync(values.out, clean(publicCheck(report, version)))
  process.stdout.write(`Wrote ${values.out}, which can be attached to an issue.\n`)
  return report.verdict === 'checked' ? 0 : 1
}

function isUsageError(error: unknown): error is Error {
  if (error instanceof UsageError) return true
  // parseArgs of node:util has codes of its own.
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')
}

try {
  process.exitCode = await run()
} catch (error) {
  process.stderr.write(isUsageError(error) ? `${error.message}\n\n${USAGE}` : `${explain(error)}\n`)
  process.exitCode = 2
}
// A connection that is kept open must not keep the shell waiting.
setTimeout(() => process.exit(), 500).unref()
