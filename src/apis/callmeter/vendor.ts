import type { Vendor } from '../http/connection.ts'

/** CallMeter, as the step's inputs and its documentation know it. */
export const CALLMETER: Vendor = {
  name: 'CallMeter',
  urlInput: 'api-url',
  advice: {
    401: 'The API key is missing, wrong or revoked: check `api-key` and its secret.',
    403: 'The role of whoever created the key does not allow this: running tests requires Tester or higher.',
    429: 'The rate limit of the API key is shared by every job that uses it.',
  },
  limitPerMinute: 120,
}
