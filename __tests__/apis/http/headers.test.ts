import { expect, test } from '@jest/globals'
import { limitOf, retryAfterMs, untilReset } from '../../../src/apis/http/headers.ts'

test.each([
  [undefined, undefined],
  ['7', 7_000],
  [' 0 ', 0],
  ['soon', undefined],
  ['Thu, 01 Jan 2026 00:00:10 GMT', 10_000],
  ['Wed, 31 Dec 2025 23:59:00 GMT', 0],
])('Retry-After %j is %j ms', (header, expected) => {
  expect(retryAfterMs(header, Date.UTC(2026, 0, 1))).toBe(expected)
})

test.each([
  [{}, undefined],
  [{ 'x-ratelimit-reset': '20' }, 20_000],
  [{ 'x-ratelimit-reset': '2000000020' }, 20_000],
  // A Unix time is the server's, and this machine's clock may be wrong.
  [{ 'x-ratelimit-reset': '1990000020', date: new Date(1_990_000_000_000).toUTCString() }, 20_000],
  [{ 'x-ratelimit-reset': '1999999000' }, 0],
  [{ 'x-ratelimit-reset': '4000000000' }, 120_000],
  [{ 'x-ratelimit-reset': 'soon' }, undefined],
])('%j is whole again in %j ms', (headers, expected) => {
  expect(untilReset(headers, 2_000_000_000_000)).toBe(expected)
})

test.each([
  [{}, {}],
  [
    { 'x-ratelimit-limit': '120', 'x-ratelimit-remaining': ' 7 ' },
    { limit: 2, remaining: 7 },
  ],
  [
    { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '20' },
    { remaining: 0, resetMs: 20_000 },
  ],
  [{ 'x-ratelimit-limit': '0', 'x-ratelimit-remaining': 'none', 'x-ratelimit-reset': '-5' }, {}],
])('%j is the limit %j', (headers, expected) => {
  expect(limitOf(headers, 2_000_000_000_000)).toEqual(expected)
})
