import { expect, test } from '@jest/globals'
import { snippetsOf } from '../../tools/workflow-snippets.ts'

const WORKFLOW = 'on: push\n\njobs:\n  a:\n    runs-on: ubuntu-latest\n'

test('a workflow within a page is found on its own lines', () => {
  const [snippet, ...others] = snippetsOf('docs/x.md', `# Title\n\n\`\`\`yaml\n${WORKFLOW}\`\`\`\n`)
  expect(snippet).toMatchObject({ page: 'docs/x.md', line: 4 })
  expect(snippet?.text.split('\n').slice(3)).toEqual(WORKFLOW.split('\n'))
  expect(snippet?.text.split('\n').slice(0, 3)).toEqual(['', '', ''])
  expect(others).toEqual([])
})

test('a workflow within a list loses its indent', () => {
  const [snippet] = snippetsOf(
    'x.md',
    `1. First:\n\n   \`\`\`yml\n${WORKFLOW.replaceAll(/^(?=.)/gm, '   ')}   \`\`\`\n`,
  )
  expect(snippet?.text.trimStart()).toBe(WORKFLOW)
})

test.each([
  ['steps alone', '```yaml\nsteps:\n  - run: true\n```\n'],
  ['jobs without a trigger', '```yaml\njobs:\n  a: {}\n```\n'],
  ['another language', `\`\`\`text\n${WORKFLOW}\`\`\`\n`],
])('%s are no workflow', (_, markdown) => {
  expect(snippetsOf('x.md', markdown)).toEqual([])
})

test('each of several is found', () => {
  const fenced = `\`\`\`yaml\n${WORKFLOW}\`\`\`\n`
  expect(snippetsOf('x.md', `${fenced}\ntext\n\n${fenced}`).map(({ line }) => line)).toEqual([2, 12])
})
