// The parts of the pages that are made from what the code itself says. Development only.
import type { InputName } from '../src/inputs/inputs.ts'
import { STATES } from '../src/report/commit-status.ts'
import { HEADINGS } from '../src/report/phrases.ts'
import { RULES } from '../src/report/failures/rules.ts'
import { FACTS, METRICS } from '../src/thresholds/catalogue.ts'
import { type CheckVerdict, VERDICTS, type Verdict } from '../src/model/verdict.ts'

/** action.yml, as far as it is shown. */
export interface ActionFile {
  inputs: Record<string, { description: string; required?: boolean; default?: string }>
  outputs: Record<string, { description: string }>
}

/** The inputs by what they are for, each in one group; the generated part of a group is called `inputs-` and its name. */
const INPUT_GROUPS: Readonly<Record<string, readonly InputName[]>> = {
  test: ['api-key', 'project', 'test', 'run-id', 'check-only', 'api-url'],
  thresholds: ['thresholds', 'thresholds-file', 'baseline', 'missing-data', 'confirm', 'fail-on'],
  waiting: ['wait', 'timeout', 'stop-on', 'not-run-retries', 'max-parallel', 'fail-fast'],
  reports: ['summary', 'report-directory', 'run-url'],
  github: ['comment', 'commit-status', 'github-token'],
  'far-end': ['callscaler-api-key', 'callscaler-number', 'callscaler-api-url', 'callscaler-settle'],
}

/** When a run or step has a verdict. The compiler sees to it that none is missing. */
const WHEN: Readonly<Record<Verdict | CheckVerdict, string>> = {
  error: 'invalid input, rejected key, unreachable API, unreadable response, or a threshold that cannot be evaluated',
  cancelled: 'the workflow was cancelled, or somebody stopped the run; partial runs are not judged',
  'timed-out': 'the run did not end within `timeout`',
  failed: 'a threshold was breached or has no value',
  'run-failed': 'the run ended `FAILED`: the test itself failed, which says nothing about call quality',
  'not-run': 'CallMeter could not run the test for now; nothing was measured',
  warned:
    'passed, but a `warn:` threshold was breached, `missing-data: warn` applied, or the run was shorter than planned',
  passed: 'the run is `COMPLETED` and every threshold passed',
  triggered: '`wait: false`: the run was started, and thresholds were not evaluated',
  checked:
    '`check-only: true`: nothing was started, and a run could be; if a run would end in `error`, so does the check',
}

const EVERY_VERDICT: readonly Verdict[] = [...VERDICTS, 'triggered']

const MARK = /(<!-- generated: ([a-z-]+) -->\n)[\s\S]*?(<!-- \/generated -->)/g

/** A page with its generated parts as they are to be. Throws where a part is not known. */
export function withTables(page: string, action: ActionFile): string {
  const parts = partsOf(action)
  return page.replaceAll(MARK, (_, before: string, name: string, after: string) => {
    const part = parts[name]
    if (!part) throw new Error(`There is no generated part "${name}"; there are ${Object.keys(parts).join(', ')}.`)
    return `${before}\n${part()}\n\n${after}`
  })
}

function partsOf({ inputs, outputs }: ActionFile): Record<string, () => string> {
  const failing = (inputs['fail-on']?.default ?? '').split(', ')
  return {
    ...inputTables(inputs),
    outputs: () =>
      table(
        ['output', 'meaning'],
        Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, sentence(description)]),
      ),
    verdicts: () =>
      table(
        ['verdict', 'when', 'the step'],
        [...EVERY_VERDICT, 'checked' as const].map((verdict) => [
          `\`${verdict}\``,
          WHEN[verdict],
          failing.includes(verdict) ? 'fails' : 'passes',
        ]),
      ),
    headings: () =>
      table(
        ['verdict', 'commit status', 'heading'],
        EVERY_VERDICT.map((verdict) => [`\`${verdict}\``, `\`${STATES[verdict]}\``, HEADINGS[verdict]]),
      ),
    metrics: () =>
      table(
        ['metric', 'unit', 'worse is', 'meaning'],
        Object.entries(METRICS).map(([name, { unit, label, better, meaning }]) => [
          `\`${name}\``,
          label ?? (unit || '–'),
          better === undefined
            ? 'unknown: narrow it'
            : { higher: 'lower', lower: 'higher', 'nearer-zero': 'farther from 0' }[better],
          meaning,
        ]),
      ),
    failures: () =>
      table(
        ['outcome', 'SIP status', 'what happened', 'likely cause', 'check', 'source'],
        RULES.map(({ outcomes, statuses, phases, beside, what, place, look, source }) => [
          [
            outcomes.map((outcome) => (outcome === null ? 'not ended' : `\`${outcome}\``)).join(', '),
            ...(phases ?? []).map((phase) => `in \`${phase}\``),
            beside ? `beside calls with ${beside.join(', ')}` : '',
          ]
            .filter(Boolean)
            .join(' '),
          statuses ? statusText(statuses) : '',
          what,
          place,
          look.join('; then '),
          source,
        ]),
      ),
    facts: () =>
      table(
        ['value', 'unit', 'meaning'],
        Object.entries(FACTS).map(([name, { unit, over, meaning }]) => [
          `\`${name}\``,
          unit || '–',
          over === 'far end' ? `${meaning}; from [CallScaler](far-end.md)` : meaning,
        ]),
      ),
  }
}

/** A table for each group of inputs. Throws if an input is in no group or in several. */
function inputTables(inputs: ActionFile['inputs']): Record<string, () => string> {
  const grouped: readonly string[] = Object.values(INPUT_GROUPS).flat()
  for (const name of Object.keys(inputs)) {
    const groups = grouped.filter((other) => other === name).length
    if (groups !== 1) throw new Error(`"${name}" is in ${groups} groups of inputs; expected 1.`)
  }
  return Object.fromEntries(
    Object.entries(INPUT_GROUPS).map(([group, names]) => [
      `inputs-${group}`,
      () =>
        table(
          ['input', 'default', 'meaning'],
          names.flatMap((name) => (inputs[name] ? [inputRow(name, inputs[name])] : [])),
        ),
    ]),
  )
}

function inputRow(name: string, { description, required, default: fallback }: ActionFile['inputs'][string]): string[] {
  return [
    `\`${name}\``,
    fallback === undefined ? (required ? 'required' : '–') : `\`${fallback}\``,
    sentence(description),
  ]
}

/** Statuses as people write them, a whole hundred as `5xx`. */
function statusText(statuses: readonly (number | 'none')[]): string {
  const first = Number(statuses[0])
  return statuses.length === 100 ? `other ${first / 100}xx` : statuses.join(', ')
}

/** A description without its full stop, as cells are written. */
function sentence(description: string): string {
  return description.replace(/\.$/, '')
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
