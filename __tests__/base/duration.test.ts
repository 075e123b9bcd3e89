import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { formatDuration, parseDuration } from '../../src/base/duration.ts'

describe('a duration', () => {
  test.each([
    ['90s', 90_000],
    ['15m', 900_000],
    ['1h', 3_600_000],
    ['1h30m', 5_400_000],
    ['1h30m15s', 5_415_000],
    ['1h15s', 3_615_000],
    ['90m', 5_400_000],
    ['0h2m', 120_000],
    ['1.5h', 5_400_000],
    ['0.5s', 500],
    ['0.1s', 100],
    [' 2m\n', 120_000],
  ])('%j is %d ms', (text, ms) => {
    expect(parseDuration(text)).toBe(ms)
  })

  test.each([
    '',
    ' ',
    '0',
    '0s',
    '0h0m0s',
    '90',
    '90 s',
    '1h 30m',
    '30m1h',
    '1m1m',
    '-5m',
    '+5m',
    '5M',
    '1d',
    '500ms',
    '1e3s',
    '.5h',
    '5.h',
    '1,5h',
    's',
    'soon',
    '٣m',
    'NaNs',
    'Infinitys',
  ])('%j is none', (text) => {
    expect(parseDuration(text)).toBeNull()
  })

  test('is read as it is composed', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(10_000), fc.nat(100_000), (h, m, s) => {
        const written = [`${h}h`, `${m}m`, `${s}s`].filter((part) => !part.startsWith('0')).join('')
        expect(parseDuration(written)).toBe(h + m + s === 0 ? null : h * 3_600_000 + m * 60_000 + s * 1_000)
      }),
    )
  })

  test('is nothing or a positive whole number, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9.hms]{1,12}$/)), (text) => {
        const ms = parseDuration(text)
        expect(ms === null || (ms > 0 && Number.isInteger(ms))).toBe(true)
      }),
    )
  })

  test('shorter than a millisecond is none, not one of no length', () => {
    expect(parseDuration('0.0001s')).not.toBe(0)
  })
})

describe('a length of time for people', () => {
  test.each([
    [0, '0 s'],
    [-5_000, '0 s'],
    [499, '0 s'],
    [500, '1 s'],
    [45_000, '45 s'],
    [59_499, '59 s'],
    [59_500, '1 min'],
    [60_000, '1 min'],
    [552_000, '9 min 12 s'],
    [3_599_499, '59 min 59 s'],
    [3_599_500, '1 h'],
    [3_659_000, '1 h'],
    [5_400_000, '1 h 30 min'],
    [432_000_000, '120 h'],
  ])('%d ms is %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text)
  })

  test('is read back as the same, to the second below an hour and to the minute above', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400_000 }), (seconds) => {
        const written = formatDuration(seconds * 1_000)
          .replaceAll(' ', '')
          .replace('min', 'm')
        const shown = seconds < 3_600 ? seconds : seconds - (seconds % 60)
        expect(parseDuration(written)).toBe(shown * 1_000)
      }),
    )
  })
})
