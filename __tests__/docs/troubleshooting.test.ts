import { expect, test } from '@jest/globals'
import { compareWithPage, listedIn } from '../../docs/troubleshooting.ts'

const PAGE = `# Troubleshooting

## Keys

\`\`\`text
The key is wrong.
The key of … is wrong.
\`\`\`

\`\`\`yaml
no: message
\`\`\`
`
const message = (template: string) => ({ file: 'src/key.ts', line: 7, template })

test('the page lists what stands in its text blocks', () => {
  expect(listedIn(PAGE)).toEqual([
    { template: 'The key is wrong.', line: 6 },
    { template: 'The key of … is wrong.', line: 7 },
  ])
})

test('a page that has every message, and no other, is right', () => {
  expect(compareWithPage([message('The key of … is wrong.'), message('The key is wrong.')], PAGE)).toEqual([])
})

test('what is missing, too much or there twice is told with its place', () => {
  const twice = PAGE.replace('The key of … is wrong.', 'The key is wrong.')
  expect(compareWithPage([message('The key is gone.'), message('The key is wrong.')], twice)).toEqual([
    'src/key.ts:7: docs/troubleshooting.md has no entry for: The key is gone.',
    'docs/troubleshooting.md:7: is there twice: The key is wrong.',
  ])
  expect(compareWithPage([message('The key is wrong.')], PAGE)).toEqual([
    'docs/troubleshooting.md:7: no source says: The key of … is wrong.',
  ])
})
