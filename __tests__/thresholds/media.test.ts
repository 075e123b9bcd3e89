import { describe, expect, test } from '@jest/globals'
import { silenceDoubt } from '../../src/stages/doubts.ts'
import { silentCalls } from '../../src/thresholds/media.ts'
import { type Row, measurementsOf, resultOf, subjectOf } from './rows.ts'

const packets = (sent: number, received: number): Row => ({
  metrics: { packets_sent: { send: sent }, packets_received: { receive: received } },
})
const found = (rows: readonly Row[]) => {
  const { silent, oneWay, known } = silentCalls(rows.keys(), measurementsOf(rows))
  return [silent, oneWay, known]
}

describe('calls without media', () => {
  test.each<[string, Row[], [silent: number, oneWay: number, known: number]]>([
    ['both ways', [packets(100, 100)], [0, 0, 1]],
    ['none', [packets(0, 0)], [1, 0, 1]],
    ['nothing arrived', [packets(100, 0)], [0, 1, 1]],
    ['nothing was sent', [packets(0, 100)], [0, 1, 1]],
    ['bytes tell, too', [{ metrics: { bytes_sent: 9, bytes_received: 0 } }], [0, 1, 1]],
    ['one packet is media', [packets(1, 1)], [0, 0, 1]],
    ['directions tell where others have both', [{ metrics: { mos: { send: 4, receive: 4 } } }, { metrics: { mos: { send: 4 } } }, { metrics: { jitter_ms: { send: 4 } } }], [0, 2, 3]],
    ['and a call without any value is silent', [{ metrics: { mos: { send: 4, receive: 4 } } }, {}], [1, 0, 2]],
    ['and one that reports nothing where others of its group are counted', [packets(9, 9), {}], [1, 0, 2]],
    ['but not where only other groups are counted', [{ ...packets(9, 9), group: 'callers' }, { group: 'receivers' }], [0, 0, 1]],
    ['nor one that reports a quality', [packets(9, 9), { metrics: { mos: 4 } }], [0, 0, 1]],
    ['counts count before values', [{ metrics: { mos: { send: 4, receive: 4 }, packets_received: { receive: 9 }, packets_sent: 9 } }, { metrics: { packets_sent: 9, packets_received: { receive: 9 } } }], [0, 0, 2]],
    ['counts of nothing beside a quality say nothing', [{ metrics: { mos: { send: 4, receive: 4 }, packets_sent: 0, packets_received: 0 } }], [0, 0, 0]],
    ['all lost is nothing received', [{ metrics: { packets_sent: 9, packets_received: 0, fraction_lost: { receive: 100 } } }], [0, 1, 1]],
    ['without counts and directions nobody knows', [{ metrics: { mos: 4 } }, {}], [0, 0, 0]],
    ['a direction that no endpoint has is unknown', [{ metrics: { mos: { receive: 4 } } }], [0, 0, 0]],
  ])('%s', (_, rows, expected) => {
    expect(found(rows)).toEqual(expected)
  }) // prettier-ignore

  test('are counted over endpoints that succeeded, with how many of them it is known of', () => {
    const rows: Row[] = [packets(9, 0), packets(0, 0), packets(9, 9), { ...packets(0, 0), outcome: 'TIMEOUT' }]
    expect(resultOf('one_way_calls == 0', subjectOf(rows))).toMatchObject({
      measured: 1,
      state: 'breached',
      coverage: { used: 3, of: 3 },
    })
    expect(resultOf('silent_calls == 0', subjectOf(rows))).toMatchObject({ measured: 1, state: 'breached' })
    expect(resultOf('silent_calls(where outcome = TIMEOUT) == 0', subjectOf(rows))).toMatchObject({ state: 'missing' })
  })

  test('are missing data where counts are at odds with other values, and never a pass', () => {
    const rows: Row[] = [
      packets(9, 9),
      { metrics: { packets_sent: 9, packets_received: 0, mos: { receive: 4 } } },
      { metrics: { packets_received: 0 } },
    ]
    for (const name of ['one_way_calls', 'silent_calls'])
      expect(resultOf(`${name} == 0`, subjectOf(rows))).toMatchObject({
        state: 'missing',
        reason: expect.stringMatching(/^2 of 3 endpoints counted no packets in one direction/),
      })
    expect(resultOf('one_way_calls == 0', subjectOf(rows.slice(0, 1)))).toMatchObject({ state: 'held' })
  })

  test('are missing data where nothing tells, and never none', () => {
    expect(resultOf('silent_calls == 0', subjectOf([{ metrics: { mos: 4 } }]))).toMatchObject({ state: 'missing' })
    expect(resultOf('one_way_calls == 0', subjectOf([{ outcome: 'TIMEOUT' }]))).toMatchObject({ state: 'missing' })
  })

  test('are told of without being asked', () => {
    expect(silenceDoubt(measurementsOf([packets(9, 0), packets(0, 0), packets(9, 9)]))).toBe(
      'Of 3 endpoints that succeeded, 1 carried no media at all (silent_calls) and 1 carried media in one direction only (one_way_calls). Likely causes are NAT, firewalls, or addresses in SDP.',
    )
    expect(
      silenceDoubt(
        measurementsOf([
          { metrics: { packets_sent: 9, packets_received: 0, mos: { receive: 4 } } },
          { metrics: { packets_received: 0 } },
          packets(9, 9),
        ]),
      ),
    ).toBe(
      'Of 3 endpoints that succeeded, 2 counted no packets in one direction, but report a quality of it, or no packets of the other: both values are missing data. Likely causes are NAT, firewalls, or addresses in SDP.',
    )
    expect(silenceDoubt(measurementsOf([packets(9, 9)]))).toBeUndefined()
    expect(silenceDoubt(measurementsOf([{ metrics: { mos: 4 } }]))).toBeUndefined()
  })
})
