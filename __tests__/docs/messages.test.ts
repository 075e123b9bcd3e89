import { describe, expect, test } from '@jest/globals'
import { messagesOf } from '../../docs/messages.ts'

const told = (text: string, file = 'src/x.ts'): string[] =>
  messagesOf(new Map([[file, text]])).messages.map(({ template }) => template)

describe('a message', () => {
  test.each<[string, string, string[]]>([
    ['is the text of a failure', `throw new Failure('input', 'No such thing.')`, ['No such thing.']],
    ['has gaps', 'new Failure(kind, `Could not ${purpose}: ${url.host} is ${a}${b}.`)', ['Could not …: … is ….']],
    ['is one line', 'new Failure(kind, `Two things:\\n- ${list}`)', ['Two things: - …']],
    [
      'is each of several',
      `new Failure(k, a ? 'One is wrong.' : 'Two are wrong.')`,
      ['One is wrong.', 'Two are wrong.'],
    ],
    [
      'is filled with sentences that are known',
      "const what = a ? 'broke off at once' : 'broke off in the middle'\nnew Failure(k, `It ${what} (${reason}).`)",
      ['It broke off at once (…).', 'It broke off in the middle (…).'],
    ],
    ['is put together', `new Failure(k, 'It was ' + what + ' again.')`, ['It was … again.']],
    [
      'may be the advice, where the message is another’s',
      `new Failure(k, error.message, { advice: 'Check it again.' })`,
      ['Check it again.'],
    ],
    ['may be of a class of its own', `class Lost extends Failure {}\nnew Lost(k, 'It is lost.')`, ['It is lost.']],
    [
      'may be given to super',
      `class Lost extends Failure { constructor() { super('input', 'All is lost.') } }`,
      ['All is lost.'],
    ],
    ['may be a warning', 'log.warning(`The ${thing} was not set: ${why}`)', ['The … was not set: …']],
    [
      'may come from a function',
      `function odd(a: string) { if (a) return \`The \${a} is odd.\`; return undefined }\nlog.warning(odd(status))`,
      ['The … is odd.'],
    ],
    ['may be a reason', `return { kind: 'missing', reason: 'there is no run' }`, ['there is no run']],
    ['may be a note', `report.notes = [...report.notes, 'It was cut short.']`, ['It was cut short.']],
    [
      'may be put together of parts',
      "const parts = [a ? `${n} breached: ${list}` : '']\nconst end = { verdict: 'failed', reason: `${parts.filter(Boolean).join('; ')}.` }",
      ['… breached: ….'],
    ],
    ['of the post step is a command', 'process.stdout.write(`::warning::It failed: ${e}`)', ['It failed: …']],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected)
  })

  test.each([
    ['what is well', `return { verdict: 'passed', reason: 'All held, and well.' }`],
    ['what is only passed on', 'log.warning(message)'],
    ['a line of the log', `log.info('Found the run at last.')`],
    ['a text that nobody is told', `const text = 'Nothing to see here.'`],
  ])('is not %s', (_, text) => {
    expect(told(text)).toEqual([])
  })

  test('of an input begins with its name', () => {
    const text = "problem('wait', 'is false, and that will not do.')\nwrong(input, `accepted are ${list}.`)"
    expect(told(text, 'src/inputs/read.ts')).toEqual([
      '`wait` is false, and that will not do.',
      '`…` is "…"; accepted are ….',
    ])
    expect(told(text)).toEqual([])
  })

  test('is there once, with its first place', () => {
    const text = `\nlog.warning('It is so.')\nlog.warning('It is so.')`
    expect(messagesOf(new Map([['src/x.ts', text]])).messages).toEqual([
      { file: 'src/x.ts', line: 2, template: 'It is so.' },
    ])
  })
})

test('a function that only hands a message on has to be known', () => {
  const text = `function sorry(message: string) { return new Failure('input', message) }\nsorry('It is so.')`
  expect(messagesOf(new Map([['src/x.ts', text]])).riddles).toEqual([
    { file: 'src/x.ts', line: 1, why: expect.stringContaining('WRAPPERS') },
  ])
})
