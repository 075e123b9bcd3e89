import { Failure } from '../base/failure.ts'
import type { Files } from '../base/files.ts'
import { CHECKS } from './checks.ts'
import { apiKeyOf } from './connection.ts'
import { INPUTS, type InputName, type InputSource, type Inputs, type PublishInputs } from './inputs.ts'
import type { Place } from './reader.ts'
import { orDefault } from './thresholds.ts'

/** One thing that is wrong with the inputs. */
export interface InputProblem {
  input: InputName
  message: string
  /** Where in a file it is. */
  place?: Place
}

/** Thrown with every problem of the inputs at once. */
export class InputFailure extends Failure {
  readonly problems: readonly InputProblem[]
  /** How the error is to be reported; safe values where that could not be read. */
  readonly inputs: PublishInputs

  constructor(problems: readonly InputProblem[], inputs: PublishInputs) {
    super(
      'input',
      `${problems.length === 1 ? 'An input is wrong' : `${problems.length} inputs are wrong`}:\n${problems.map(({ message }) => `- ${message}`).join('\n')}`,
    )
    this.problems = problems
    this.inputs = inputs
  }
}

/** All inputs, checked. Throws an `InputFailure` that names every problem: the input, its value (but never a key) and what is accepted. */
export function readInputs(input: InputSource, env: NodeJS.ProcessEnv, files: Pick<Files, 'read'>): Inputs {
  const problems: InputProblem[] = []
  const note = (name: InputName, message: string, place?: Place): void => {
    problems.push({ input: name, message: `\`${name}\` ${message}`, ...(place ? { place } : {}) })
  }
  const allNames = Object.keys(INPUTS) as InputName[]
  const values = allNames.map((name) => {
    const text = name === 'api-key' ? apiKeyOf(input, env) : input(name)
    return [name, INPUTS[name](text, (message, place) => note(name, message, place), files)]
  })
  const inputs = combined(Object.fromEntries(values) as Inputs)
  for (const check of CHECKS) check(inputs, note, input)
  const inOrder = problems.toSorted((a, b) => allNames.indexOf(a.input) - allNames.indexOf(b.input))
  if (inOrder.length > 0) throw new InputFailure(inOrder, inputs)
  return inputs
}

/** What inputs mean beside each other: where there are runs to follow no test counts, and thresholds come from both of their inputs. */
function combined(inputs: Inputs): Inputs {
  return {
    ...inputs,
    test: inputs['run-id'].length > 0 ? [] : inputs.test,
    thresholds: orDefault([...inputs.thresholds, ...inputs['thresholds-file']]),
  }
}
