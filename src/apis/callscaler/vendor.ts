import type { Vendor } from '../http/connection.ts'

/** CallScaler, as the step's inputs and its documentation know it. */
export const CALLSCALER: Vendor = {
  name: 'CallScaler',
  urlInput: 'callscaler-api-url',
  advice: {
    401: 'The CallScaler API key is missing, wrong or revoked: check `callscaler-api-key` and its secret.',
    403: 'The CallScaler API key may not read this: check `callscaler-api-key`, and the role of its creator.',
    404: 'Check `callscaler-api-url`.',
    429: 'The rate limit is shared by all API keys of the CallScaler business.',
  },
  // All keys of a business share it.
  limitPerMinute: 60,
}
