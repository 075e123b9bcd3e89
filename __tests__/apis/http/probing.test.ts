import { expect, test } from '@jest/globals'
import { LIMIT_HEADERS, answerTo, limitHeaders, whyNone } from '../../../src/apis/http/probing.ts'
import { Failure } from '../../../src/base/failure.ts'
import { failure, rejection } from '../../fake-api.ts'

const answer = (headers: Record<string, string>) => ({ status: 200, headers, body: {} })

test('a failure is an answer, but for a cancelled step and a bug', async () => {
  const refused = failure('not-found')
  expect(await answerTo(() => Promise.reject(refused), 'read it', '/x')).toBe(refused)
  for (const error of [failure('aborted'), new TypeError('bug')])
    expect(await rejection(answerTo(() => Promise.reject(error), 'read it', '/x'))).toBe(error)
})

test('why there is no answer holds nothing of the error but its kind', () => {
  const why = whyNone(new Failure('forbidden', 'GET /projects/p-123 on callmeter.test answered 403.'))
  expect(why).toBe('The request ended as `forbidden`.')
})

test.each([
  [[{}], 'not available', 'No answer has a header about a rate limit.'],
  [[{ 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '59' }, { 'x-ratelimit-reset': '1' }], 'as assumed', 'Answers have x-ratelimit-limit, x-ratelimit-remaining, x-ratelimit-reset.'],
  [[{ 'ratelimit-policy': '60;w=60', date: 'now' }], 'differently', 'Answers have ratelimit-policy.'],
  [[{ 'x-ratelimit-limit': '60' }], 'differently', 'Answers have x-ratelimit-limit.'],
] as const)('of %j the limit is told %s', (headers, answered, reason) => {
  expect(limitHeaders(headers.map(answer), LIMIT_HEADERS)).toEqual({ answered, reason })
}) // prettier-ignore
