import { expect, test } from '@jest/globals'
import { remembered } from '../../src/base/remembered.ts'

/** A function that is remembered, and what it was asked for. */
function counting() {
  const asked: string[] = []
  return { asked, of: remembered((text) => (asked.push(text), text.toUpperCase())) }
}

test('what comes again is not made again', () => {
  const { asked, of } = counting()
  expect([of('a'), of('b'), of('a'), of('')]).toEqual(['A', 'B', 'A', ''])
  of('')
  expect(asked).toEqual(['a', 'b', ''])
})

test('long texts are not remembered', () => {
  const { asked, of } = counting()
  const long = 'x'.repeat(101)
  expect([of(long), of(long)]).toEqual([long.toUpperCase(), long.toUpperCase()])
  expect(asked).toHaveLength(2)
})

test('texts without end do not fill the memory: the first is forgotten', () => {
  const { asked, of } = counting()
  for (let i = 0; i < 2_001; i++) of(`text ${i}`)
  expect(of('text 0')).toBe('TEXT 0')
  expect(asked.filter((text) => text === 'text 0')).toHaveLength(2)
})
