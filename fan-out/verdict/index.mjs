import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { annotate, appendSummary, explain, input, setOutput } from '../runner.mjs'
import { writeComment } from './comment.mjs'
import { isGood, judgeLegs, readFailOn } from './judge.mjs'
import { renderTable } from './table.mjs'

try {
  const failOn = readFailOn(input('fail-on'))
  const judged = judgeLegs({
    legs: input('legs'),
    legsResult: input('legs-result'),
    failOn,
    readReport: (artifact) => readFileSync(join(input('reports'), artifact, 'report.json'), 'utf8'),
  })
  const { verdict, legs, problem } = judged
  const failed = legs.filter((leg) => !isGood(leg.verdict))
  setOutput('verdict', verdict)
  setOutput('failed-legs', JSON.stringify(failed.map(({ name }) => name)))
  setOutput('results', JSON.stringify(legs.map(({ name, verdict: own, reason }) => ({ name, verdict: own, reason }))))
  const table = renderTable(judged)
  appendSummary(`${table}\n`)

  // Of the legs each counts: a worse companion must not hide the verdict that was to fail the step.
  const fails = [verdict, ...legs.map((leg) => leg.verdict)].some((each) => failOn.includes(each))
  const comment = input('comment')
  if (comment === 'on-failure' || comment === 'always')
    await writeComment(table, { wanted: comment === 'always' || fails, legs, token: input('github-token') })

  const told = [`${verdict}: ${legs.length - failed.length} of ${legs.length} legs are good. ${problem}`.trim()]
  for (const leg of failed) told.push(`${leg.name}: ${leg.verdict}. ${leg.reason}`)
  const message = told.join('\n')
  if (fails) annotate('error', message)
  else if (verdict === 'passed') process.stdout.write(`${verdict}: all of ${legs.length} legs.\n`)
  else annotate('warning', message)
  process.exitCode = fails ? 1 : 0
} catch (error) {
  annotate('error', explain(error))
  process.exitCode = 1
}
