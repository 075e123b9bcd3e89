import { describe, expect, test } from '@jest/globals'
import { optional } from '../../../src/base/fields.ts'
import { OUTCOMES, PHASES } from '../../../src/model/outcomes.ts'
import { failurePatterns } from '../../../src/report/failures/patterns.ts'
import { RULES, ruleFor } from '../../../src/report/failures/rules.ts'
import { SIP_STATUSES } from '../../../src/report/failures/sip-statuses.ts'
import { type Row, subjectOf } from '../../thresholds/rows.ts'
import { type LabelledMix, MIXES } from './labelled-mixes.ts'

const rowsOf = ({ failed }: LabelledMix): Row[] =>
  failed.flatMap(([outcome, sip, endpoints, ...rest]) =>
    Array.from({ length: endpoints }, (): Row => ({
      outcome,
      ...(sip === null ? {} : { sip }),
      ...(rest.length > 1 ? { phase: String(rest[0]) } : {}),
    })),
  )

describe('the place of a failure', () => {
  const found = MIXES.flatMap((mix) => {
    const patterns = failurePatterns(subjectOf(rowsOf(mix)))
    return mix.failed.map((failed) => {
      const [outcome, sip, endpoints] = failed
      const pattern = patterns.find((one) => one.outcome === outcome && one.sipStatus === sip)
      return { mix: mix.name, truth: failed.at(-1), place: pattern?.place, endpoints }
    })
  })
  const share = (counts: (one: (typeof found)[number]) => boolean): number =>
    found.filter(counts).reduce((sum, { endpoints }) => sum + endpoints, 0) /
    found.reduce((sum, { endpoints }) => sum + endpoints, 0)

  test('is that of the source for nine failed endpoints of ten, and unknown for one of twenty at most', () => {
    expect(MIXES.length).toBeGreaterThanOrEqual(60)
    const wrong = found.filter(({ truth, place }) => truth !== place)
    process.stdout.write(`failure patterns: ${MIXES.length} mixes, right for ${(100 * share(({ truth, place }) => truth === place)).toFixed(1)} % of failed endpoints, wrong: ${wrong.map(({ mix, truth, place }) => `${mix} (${place}, not ${truth})`).join('; ')}\n`) // prettier-ignore
    expect(share(({ truth, place }) => truth === place)).toBeGreaterThanOrEqual(0.9)
    expect(share(({ place, truth }) => place === 'unknown' && truth !== 'unknown')).toBeLessThanOrEqual(0.05)
  })
})

describe('the rules', () => {
  test('know every code that is registered, for every outcome that is a failure', () => {
    const failures = OUTCOMES.slice(2)
    const final = SIP_STATUSES.filter((code) => code >= 300)
    const unknown = failures.flatMap((outcome) =>
      final.filter((code) => !ruleFor({ outcome, phase: null, sipStatus: code })).map((code) => `${outcome} ${code}`),
    )
    expect(unknown).toEqual([])
  })

  test('of calls are only for outcomes of calls', () => {
    const codes = Array.from({ length: 600 }, (_, i) => 100 + i)
    const phases = [null, ...PHASES]
    for (const outcome of ['REGISTRATION_FAILED', 'REFUSED', 'OSERROR'])
      for (const phase of phases)
        for (const sipStatus of codes) {
          const rule = ruleFor({ outcome, phase, sipStatus }, new Set([503]))
          expect([outcome, phase, sipStatus, rule?.outcomes.includes(outcome) ?? true]).toEqual([
            outcome,
            phase,
            sipStatus,
            true,
          ])
          expect(rule?.what ?? '').not.toMatch(
            outcome === 'REGISTRATION_FAILED' ? /\bcalls?\b|called/ : /called number/,
          )
        }
  })

  test('are each asked for: none stands behind one that takes all that it could', () => {
    const cases = [...OUTCOMES.slice(2), null].flatMap((outcome) =>
      [null, ...PHASES].flatMap((phase) =>
        [null, ...Array.from({ length: 600 }, (_, i) => 100 + i)].flatMap((code) => [
          ruleFor({ outcome, phase, sipStatus: code }),
          ruleFor({ outcome, phase, sipStatus: code }, new Set([503])),
        ]),
      ),
    )
    expect(RULES.filter((rule) => !cases.includes(rule)).map(({ what }) => what)).toEqual([])
  })

  test('take calls without an answer for overload where others of the run are refused for that', () => {
    const silent: Row = { outcome: 'TIMEOUT', sip: 408 }
    const places = (...rows: Row[]): string[] => failurePatterns(subjectOf(rows)).map(({ place }) => place)
    expect(places(silent)).toEqual(['network and NAT'])
    expect(places(silent, { outcome: 'CALL_FAILED', sip: 503 })).toEqual(['system under test', 'system under test'])
    // Of another request it says nothing.
    expect(places(silent, { outcome: 'REGISTRATION_FAILED', sip: 503 })).toEqual([
      'network and NAT',
      'system under test',
    ])
    expect(places(silent, { sip: 503 })).toEqual(['network and NAT'])
  })

  test('know by the phase how far a call had got', () => {
    const place = (phase: string | null, outcome = 'TIMEOUT', sipStatus: number | null = null): string | undefined =>
      ruleFor({ outcome, phase, sipStatus })?.place
    expect(['CALLING', 'RINGING', 'NEGOTIATING', 'INCALL'].map((phase) => place(phase))).toEqual(['network and NAT', 'far end', 'unknown', 'unknown']) // prettier-ignore
    expect(['RINGING', 'INCALL'].map((phase) => place(phase, 'CALL_FAILED', 408))).toEqual(['far end', 'unknown'])
    // A refusal says more than how far it had got.
    expect(place('INCALL', 'CALL_FAILED', 503)).toBe('system under test')
  })

  test('say nothing of an outcome that is not documented', () => {
    const [pattern] = failurePatterns(subjectOf([{ outcome: 'REFUSED', sip: 403 }]))
    expect(pattern?.place).toBe('unknown')
  })

  test('say what happened, the first two things to look at, and where that is written', () => {
    for (const { what, look, source } of RULES) {
      expect(what).toMatch(/^[a-z].*[^.]$/)
      expect(look).toHaveLength(2)
      for (const one of look) expect(one).toMatch(/[^.]$/)
      expect(source).toMatch(/^(RFC \d|CallMeter)/)
    }
  })
})

describe('a pattern', () => {
  const refused: Row = { group: 'callers', outcome: 'REGISTRATION_FAILED', sip: 403, phase: 'CLOSED' }
  const good: Row = { group: 'callers', sip: 200 }
  const receiver: Row = { group: 'receivers', sip: 200 }

  test('is of the endpoints that failed alike, of their group, the most first', () => {
    const patterns = failurePatterns(
      subjectOf([
        good,
        refused,
        refused,
        receiver,
        { ...receiver, outcome: 'TIMEOUT', sip: 408 },
        { outcome: 'OSERROR' },
        { outcome: 'OSERROR' },
        { outcome: 'OSERROR' },
      ]),
    )
    expect(patterns.map(({ title, endpoints, of, group, place }) => [title, endpoints, of, group, place])).toEqual([
      ['OSERROR', 3, 8, undefined, 'CallMeter'],
      ['403 Forbidden on REGISTER', 2, 3, 'callers', 'credentials'],
      ['408 Request Timeout on INVITE', 1, 2, 'receivers', 'network and NAT'],
    ])
  })

  test('over several groups is of all endpoints', () => {
    const [pattern] = failurePatterns(subjectOf([refused, { ...refused, group: 'receivers' }, good]))
    expect(pattern).toMatchObject({ endpoints: 2, of: 3 })
    expect(pattern).not.toHaveProperty('group')
  })

  test('is new where the baseline has none that failed alike', () => {
    const baseline = subjectOf([good, refused])
    const patterns = failurePatterns(subjectOf([refused, { ...refused, sip: 401 }]), baseline)
    expect(patterns.map(({ sipStatus: code, isNew }) => [code, isNew])).toEqual([
      [403, false],
      [401, true],
    ])
    expect(failurePatterns(subjectOf([refused]))[0]).not.toHaveProperty('isNew')
  })

  test('is new where the baseline has it in other groups only, or of another cause', () => {
    const silent: Row = { group: 'a', outcome: 'TIMEOUT', sip: 408 }
    const isNew = (baseline: Row[], ...rows: Row[]): unknown[] =>
      failurePatterns(subjectOf(rows), subjectOf(baseline)).map((pattern) => [pattern.sipStatus, pattern.isNew])
    expect(isNew([{ ...silent, group: 'b' }], silent)).toEqual([[408, true]])
    expect(isNew([{ ...silent, group: 'b' }], silent, { ...silent, group: 'b' })).toEqual([[408, false]])
    // Beside 503 a 408 is overload; before it was the network.
    expect(isNew([silent], silent, { ...silent, outcome: 'CALL_FAILED', sip: 503 })).toEqual([
      [408, true],
      [503, true],
    ])
  })

  test('of endpoints that succeeded there is none', () => {
    expect(failurePatterns(subjectOf([good, { outcome: 'COMPLETED_WITH_WARNINGS', sip: 200 }]))).toEqual([])
  })

  test('of an outcome that nobody knows says so', () => {
    expect(failurePatterns(subjectOf([{ outcome: 'FROBNICATED', sip: 299 }]))).toMatchObject([
      { title: 'FROBNICATED, 299', place: 'unknown', what: 'the meaning is unknown' },
    ])
  })
})

describe('how endpoints failed alike', () => {
  const failed = (outcome: string, sip?: number, phase?: string): Row => ({ outcome, ...optional({ sip, phase }) })
  const told = (...rows: Row[]): [string, number][] =>
    failurePatterns(subjectOf(rows)).map(({ title, endpoints }) => [title, endpoints])

  test('a phase tells failures apart, unless it only says that they are over', () => {
    const over = [failed('TIMEOUT', 408, 'CLOSED'), failed('TIMEOUT', 408, 'DISCONNECTING'), failed('TIMEOUT', 408)]
    expect(told(...over)).toEqual([['408 Request Timeout on INVITE', 3]])
    const patterns = failurePatterns(
      subjectOf([failed('TIMEOUT', undefined, 'RINGING'), failed('TIMEOUT', undefined, 'CALLING')]),
    )
    expect(patterns.map(({ phase, place }) => [phase, place])).toEqual([
      ['RINGING', 'far end'],
      ['CALLING', 'network and NAT'],
    ])
    expect(failurePatterns(subjectOf([over[0]!]))[0]?.phase).toBeNull()
  })

  test.each<[Row, string]>([
    [failed('REGISTRATION_FAILED', 403), '403 Forbidden on REGISTER'],
    [failed('CALL_FAILED', 486), '486 Busy Here on INVITE'],
    [failed('NEGOTIATION_FAILED', 488), '488 Not Acceptable Here on INVITE'],
    [failed('TIMEOUT'), 'TIMEOUT on INVITE'],
    [failed('TEARDOWN_ERROR', 481), '481 Call/Transaction Does Not Exist on BYE'],
    [failed('CALL_FAILED', 699), '699 on INVITE'],
    [failed('OSERROR'), 'OSERROR'],
    [failed('OSERROR', 500), 'OSERROR, 500 Server Internal Error'],
    [{ outcome: null }, 'not ended'],
    [{ outcome: null, sip: 180 }, 'not ended'],
  ])('%j is called %s', (row, title) => {
    expect(told(row)).toEqual([[title, 1]])
  })

  test('what no rule knows has something to look at, too', () => {
    expect(failurePatterns(subjectOf([failed('CALL_FAILED', 699)]))[0]).toMatchObject({
      place: 'unknown',
      look: ['these endpoints in CallMeter', 'a trace at the system under test'],
    })
  })
})
