import { expect, test } from '@jest/globals'
import { endedWell } from '../../src/model/outcomes.ts'

test.each([
  ['SUCCESS', true],
  ['COMPLETED_WITH_WARNINGS', true],
  ['TIMEOUT', false],
  ['success', false],
  ['', false],
  [null, false],
])('an endpoint whose outcome is %j succeeded: %s', (outcome, well) => {
  expect(endedWell(outcome)).toBe(well)
})
