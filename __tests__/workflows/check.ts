// What holds for every workflow and action of this repository, beyond what GitHub itself would refuse.
import { parse } from 'yaml'

export interface Step {
  id?: string
  name?: string
  uses?: string
  run?: string
  env?: Record<string, unknown>
  with?: Record<string, unknown>
  background?: boolean
  wait?: string | string[]
  cancel?: string
}

interface Job {
  uses?: string
  if?: string
  needs?: string | string[]
  permissions?: unknown
  'timeout-minutes'?: unknown
  steps?: Step[]
}

interface Workflow {
  on: unknown
  permissions?: unknown
  concurrency?: unknown
  jobs: Record<string, Job>
}

export interface ActionFile {
  inputs?: Record<string, { required?: boolean; default?: string | number } | null>
  outputs?: Record<string, unknown>
  runs: { using: string; main?: string; post?: string; steps?: Step[] }
}

/** The steps of all jobs. */
export function stepsOf(text: string): Step[] {
  return Object.values((parse(text) as Workflow).jobs).flatMap(({ steps = [] }) => steps)
}

/** The folder of the action of this repository that `uses` names, '' for its root; undefined for any other action. */
export function ownAction(uses: string): string | undefined {
  const local = /^\.\/(?:\.callmeter-run-test\/?)?(.*)$/.exec(uses)
  const byTag = /^callmeter\/run-test(?:\/(.+))?@v\d+$/.exec(uses)
  return local || byTag ? (local?.[1] ?? byTag?.[1] ?? '') : undefined
}

/** What is wrong with a workflow, one line each. `isExample`: users copy it, so it names the action by its tag. `actionAt` reads an own action. */
export function problemsOf(text: string, isExample: boolean, actionAt: (path: string) => ActionFile): string[] {
  const workflow = parse(text) as Workflow
  const jobs = Object.entries(workflow.jobs)
  const isCalledOnly = typeof workflow.on === 'object' && Object.keys(workflow.on ?? {}).join() === 'workflow_call'
  const problems = [...pinProblems(text, isExample)]

  if (!isCalledOnly && workflow.concurrency === undefined) problems.push('no concurrency')
  problems.push(...queueProblems(workflow.concurrency), ...zoneProblems(workflow.on))
  // A called workflow that asks for more than its caller grants does not start: it may leave permissions to the caller.
  if (!isCalledOnly && workflow.permissions === undefined) problems.push('no permissions at the top')
  if (/write/.test(JSON.stringify(workflow.permissions ?? {}))) problems.push('every job may write')

  for (const [id, job] of jobs) {
    const at = (problem: string): void => void problems.push(`job ${id}: ${problem}`)
    if (!isCalledOnly && job.permissions === undefined) at('no permissions')
    if (job.uses === undefined && job['timeout-minutes'] === undefined) at('no timeout-minutes')
    for (const step of job.steps ?? []) for (const problem of stepProblems(step, actionAt)) at(problem)
    for (const problem of [...outputProblems(job, actionAt), ...backgroundProblems(job)]) at(problem)
  }
  const gate = workflow.jobs['gate']
  if (gate)
    problems.push(
      ...gateProblems(
        gate,
        jobs.map(([id]) => id),
      ),
    )
  return problems
}

/** What is wrong with the pins of a workflow or an action. */
export function pinProblems(text: string, isExample: boolean): string[] {
  return [...text.matchAll(/^\s*(?:- )?uses: *(\S+)(.*)$/gm)].flatMap(([, uses = '', rest = '']) => {
    if (uses.startsWith('./')) return []
    if (uses.startsWith('callmeter/run-test')) return isExample && uses.endsWith('@v1') ? [] : [`${uses} is not ./`]
    if (uses.startsWith('docker://'))
      return /:[\d.]+@sha256:[0-9a-f]{64}$/.test(uses) ? [] : [`${uses} is not pinned by a version and its digest`]
    if (!/@[0-9a-f]{40}$/.test(uses)) return [`${uses} is not pinned by a commit`]
    return /^ # v\d+\.\d+\.\d+$/.test(rest) ? [] : [`${uses} has no version behind it`]
  })
}

function stepProblems(step: Step, actionAt: (path: string) => ActionFile): string[] {
  const { uses = '', run = '', with: given = {} } = step
  const problems: string[] = []
  // Whatever it is: the shell would take it for a part of the script. In an environment variable it is a value.
  if (run.includes('${{')) problems.push(`an expression within run: ${/\$\{\{.*?\}\}/s.exec(run)?.[0]}`)
  if (uses.startsWith('actions/checkout@') && given['persist-credentials'] !== false)
    problems.push('a checkout that leaves the token behind')
  const path = ownAction(uses)
  if (path === undefined) return problems
  const { inputs = {} } = actionAt(path)
  for (const name of Object.keys(given)) if (!Object.hasOwn(inputs, name)) problems.push(`${uses} has no input ${name}`)
  for (const [name, input] of Object.entries(inputs))
    if (input?.required && input.default === undefined && !Object.hasOwn(given, name))
      problems.push(`${uses} needs the input ${name}`)
  return problems
}

/** Outputs that a job reads of a step with an action of this repository, and that the action does not have. */
function outputProblems(job: Job, actionAt: (path: string) => ActionFile): string[] {
  const text = JSON.stringify(job)
  return (job.steps ?? []).flatMap(({ id, uses = '' }) => {
    const path = ownAction(uses)
    if (id === undefined || path === undefined) return []
    const { outputs = {} } = actionAt(path)
    return [...text.matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)]
      .filter(([, step, name = '']) => step === id && !Object.hasOwn(outputs, name))
      .map(([expression]) => `${expression} is no output of ${uses}`)
  })
}

/** GitHub refuses a queue of which what runs is cancelled. */
function queueProblems(concurrency: unknown): string[] {
  const { queue, 'cancel-in-progress': cancels = false } = (concurrency ?? {}) as Record<string, unknown>
  return queue === 'max' && cancels !== false ? ['runs that wait are cancelled'] : []
}

function zoneProblems(on: unknown): string[] {
  const { schedule = [] } = (on ?? {}) as { schedule?: { timezone?: string }[] }
  return schedule.flatMap(({ timezone }) => {
    if (timezone === undefined || Intl.supportedValuesOf('timeZone').includes(timezone)) return []
    return [`there is no time zone ${timezone}`]
  })
}

/** A step in the background has to be waited for or cancelled, and its outputs are empty before that. */
function backgroundProblems({ steps = [] }: Job): string[] {
  return steps.flatMap(({ id, background }, start) => {
    if (background !== true) return []
    if (id === undefined) return ['a step in the background has no id']
    const end = steps.findIndex(({ wait = [], cancel }) => cancel === id || [wait].flat().includes(id))
    if (end < start) return [`nothing waits for ${id}`]
    const early = JSON.stringify(steps.slice(0, end)).includes(`steps.${id}.outputs.`)
    return early ? [`an output of ${id} is read before anything waits for it`] : []
  })
}

function gateProblems(gate: Job, ids: readonly string[]): string[] {
  const needs = [gate.needs ?? []].flat()
  const forgotten = ids.filter((id) => id !== 'gate' && !needs.includes(id))
  return [
    ...forgotten.map((id) => `the gate does not need ${id}`),
    ...(gate.if === 'always()' ? [] : ['the gate is skipped where a job fails, and a skipped check counts as passed']),
    ...(/join\(needs\.\*\.result/.test(JSON.stringify(gate)) ? [] : ['the gate does not look at all results']),
  ]
}
