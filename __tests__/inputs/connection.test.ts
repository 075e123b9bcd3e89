import { describe, expect, test } from '@jest/globals'
import { apiKeyOf, apiUrlOf } from '../../src/inputs/connection.ts'

test('the key is the input, else the environment, both trimmed', () => {
  expect(apiKeyOf(() => 'cmk_a', { CALLMETER_API_KEY: 'cmk_b' })).toBe('cmk_a')
  expect(apiKeyOf(() => '', { CALLMETER_API_KEY: ' cmk_b\n' })).toBe('cmk_b')
  expect(apiKeyOf(() => '', {})).toBe('')
})

describe('an address', () => {
  test.each([
    'https://callmeter.io/api/v1',
    'https://callmeter.example:8443',
    'http://localhost:3000/api/v1',
    'http://127.0.0.1:3000',
    'http://127.1.2.3',
    'http://[::1]:3000/x/',
  ])('%s may get a key', (text) => {
    expect(apiUrlOf(text)?.href).toBe(new URL(text).href)
  })

  test.each([
    'http://callmeter.io/api/v1',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'http://evil.example/localhost',
    'http://127.evil.example',
    'http://[::2]',
    'http://0.0.0.0',
    'http://10.0.0.1',
    'ftp://localhost',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'callmeter.io/api/v1',
    '//callmeter.io',
    'https://',
    '',
    'https://me:s3cret@callmeter.io',
    'https://:s3cret@callmeter.io',
    'https://callmeter.io/?key=s3cret',
    'https://callmeter.io/#s3cret',
  ])('%j may not', (text) => {
    expect(apiUrlOf(text)).toBeUndefined()
  })
})
