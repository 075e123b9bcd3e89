import { describe, expect, test } from '@jest/globals'
import { fractionLostDoubt } from '../../src/thresholds/fraction.ts'
import { type Row, measurementsOf } from './rows.ts'

const of = (...metrics: Record<string, unknown>[]): string | undefined =>
  fractionLostDoubt(measurementsOf(metrics.map((values): Row => ({ metrics: values }))))

/** An endpoint that lost so many of a thousand packets, and what it says of it. */
const lost = (packets: number, fraction: unknown): Record<string, unknown> => ({
  fraction_lost: fraction,
  packets_lost: packets,
  packets_received: 1_000 - packets,
})

const SUSPICION =
  /^All values of fraction_lost lie between 0 and 1 .*Nothing was converted\. If it is a share, write limits as shares/
const TOLD =
  /^The values of fraction_lost are shares from 0 to 1, judging by the packet counts.*Nothing was converted\. Write limits as shares/

describe('it looks like percent', () => {
  test.each<[string, Record<string, unknown>[]]>([
    ['where there is none', [{ mos: 4 }]],
    ['where there are no endpoints', []],
    ['where no endpoint has a value', [{ fraction_lost: null }, {}]],
    ['where nothing was lost', [{ fraction_lost: 0 }, { fraction_lost: 0 }]],
    ['where one value is above 1', [{ fraction_lost: 0.2 }, { fraction_lost: 1.01 }]],
    ['where all are above 1', [{ fraction_lost: 3 }, { fraction_lost: 12 }]],
    ['where only one direction is above 1', [{ fraction_lost: { send: 0.2, receive: 4 } }]],
    ['where values make no sense', [{ fraction_lost: -0.5 }]],
  ])('%s', (_, metrics) => {
    expect(of(...metrics)).toBeUndefined()
  })

  test('where the packet counts say that a healthy call lost so little', () => {
    expect(of(lost(5, 0.5), lost(2, 0.2), lost(0, 0))).toBeUndefined()
    expect(of(lost(10, 1))).toBeUndefined()
  })

  test('where the packet counts of most endpoints say so', () => {
    expect(of(lost(5, 0.5), lost(3, 0.3), lost(4, 0.004))).toBeUndefined()
  })

  test('where the fraction is of the last second, and the counts of the whole call', () => {
    expect(of(lost(5, 0.9), lost(5, 0.2))).toBeUndefined()
  })
})

describe('it is a share', () => {
  test.each<[string, Record<string, unknown>[]]>([
    ['of each endpoint', [lost(5, 0.005), lost(20, 0.02), lost(0, 0)]],
    ['of most endpoints', [lost(5, 0.005), lost(20, 0.02), lost(4, 0.4)]],
    ['of the whole', [lost(500, 0.5)]],
    ['of all packets', [lost(1_000, 1)]],
    ['of the worse direction', [lost(30, { send: 0.01, receive: 0.03 })]],
    [
      'of the only endpoint that tells',
      [lost(20, 0.02), { fraction_lost: 0.01 }, { packets_lost: 7, packets_received: 1 }],
    ],
  ])('%s, judging by the packet counts', (_, metrics) => {
    expect(of(...metrics)).toMatch(TOLD)
  })
})

describe('it may be either', () => {
  test.each<[string, Record<string, unknown>[]]>([
    ['where there are no packet counts', [{ fraction_lost: 0.02 }, { fraction_lost: 0 }]],
    ['where packets are counted on one side only', [{ fraction_lost: 0.02, packets_lost: 20 }]],
    ['where no packet was lost by count', [lost(0, 0.02)]],
    ['where the counts are of other endpoints', [{ fraction_lost: 0.02 }, { packets_lost: 20, packets_received: 980 }]],
    ['where the counts of as many endpoints say one as the other', [lost(20, 0.02), lost(5, 0.5)]],
    [
      'where the counts are in several directions that do not agree',
      [{ fraction_lost: 0.02, packets_lost: 20, packets_received: { send: 1, receive: 980 } }],
    ],
    ['at the value that is the whole as a share', [{ fraction_lost: 1 }]],
  ])('%s', (_, metrics) => {
    expect(of(...metrics)).toMatch(SUSPICION)
  })

  test('and the largest value is told, shortly', () => {
    expect(of({ fraction_lost: 0.012345678 }, { fraction_lost: 0.001 })).toContain('(the largest is 0.0123)')
  })
})
