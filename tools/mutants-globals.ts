// What `@jest/globals` gives, without jest: enough for the tests of single files.
export { afterAll, afterEach, beforeAll, beforeEach, describe, it, test } from 'jest-circus'
export { expect } from 'expect'

/** Tests that need jest's own modules are not run here. */
export const jest = undefined
