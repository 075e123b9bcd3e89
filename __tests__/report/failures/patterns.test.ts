import { describe, expect, test } from '@jest/globals'
import { OUTCOMES } from '../../../src/model/outcomes.ts'
import { failurePatterns } from '../../../src/report/failures/patterns.ts'
import { patternLine, placeText } from '../../../src/report/failures/words.ts'
import { RULES, ruleFor } from '../../../src/report/failures/rules.ts'
import { SIP_STATUSES, sipStatus } from '../../../src/report/failures/sip-statuses.ts'
import { type Row, subjectOf } from '../../thresholds/rows.ts'
import { type LabelledMix, MIXES } from './labelled-mixes.ts'

const rows = ({ failed }: LabelledMix): Row[] =>
  failed.flatMap(([outcome, sip, endpoints, ...rest]) =>
    Array.from({ length: endpoints }, (): Row => ({
      outcome,
      ...(sip === null ? {} : { sip }),
      ...(rest.length > 1 ? { phase: String(rest[0]) } : {}),
    })),
  )

describe('the place of a failure', () => {
  const found = MIXES.flatMap((mix) => {
    const patterns = failurePatterns(subjectOf(rows(mix)))
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
    expect(share(({ place, truth }) => place === 'not known' && truth !== 'not known')).toBeLessThanOrEqual(0.05)
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

  test('are each asked for: none stands behind one that takes all that it could', () => {
    const cases = [...OUTCOMES.slice(2), null].flatMap((outcome) =>
      [null, 'RINGING', 'REGISTERED'].flatMap((phase) =>
        [null, ...Array.from({ length: 600 }, (_, i) => 100 + i)].map((code) =>
          ruleFor({ outcome, phase, sipStatus: code }),
        ),
      ),
    )
    expect(RULES.filter((rule) => !cases.includes(rule)).map(({ what }) => what)).toEqual([])
  })

  test('say what happened, the first two things to look at, and where that is written', () => {
    for (const { what, look, source } of RULES) {
      expect(what).toMatch(/^[a-z].*[^.]$/)
      expect(look).toHaveLength(2)
      for (const one of look) expect(one).toMatch(/[^.]$/)
      expect(source).toMatch(/^(RFC \d|CallMeter)/)
    }
  })

  test('codes that are registered have a phrase and an RFC, others none', () => {
    expect(sipStatus(403)).toEqual({ phrase: 'Forbidden', rfc: 3261 })
    expect(sipStatus(608)).toEqual({ phrase: 'Rejected', rfc: 8688 })
    for (const code of [0, 99, 299, 409, 411, 499, 699, 700]) expect(sipStatus(code)).toBeUndefined()
    expect(SIP_STATUSES).toHaveLength(new Set(SIP_STATUSES).size)
    expect(SIP_STATUSES.length).toBe(75)
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
    const baseline = subjectOf([good, { ...refused, group: 'others' }])
    const patterns = failurePatterns(subjectOf([refused, { ...refused, sip: 401 }]), baseline)
    expect(patterns.map(({ sipStatus: code, isNew }) => [code, isNew])).toEqual([
      [403, false],
      [401, true],
    ])
    expect(failurePatterns(subjectOf([refused]))[0]).not.toHaveProperty('isNew')
  })

  test('of endpoints that ended well there is none', () => {
    expect(failurePatterns(subjectOf([good, { outcome: 'COMPLETED_WITH_WARNINGS', sip: 200 }]))).toEqual([])
  })

  test('of an outcome that nobody knows says so', () => {
    expect(failurePatterns(subjectOf([{ outcome: 'FROBNICATED', sip: 299 }]))).toMatchObject([
      { title: 'FROBNICATED, 299', place: 'not known', what: 'what that means is not known' },
    ])
  })
})

test('a pattern is told in one line, and whether the baseline has it', () => {
  const two: Row[] = [
    { group: 'callers', outcome: 'REGISTRATION_FAILED', sip: 403 },
    { group: 'callers', sip: 200 },
  ]
  const [known] = failurePatterns(subjectOf(two), subjectOf(two))
  const [fresh] = failurePatterns(subjectOf(two), subjectOf([{ sip: 200 }]))
  const [alone] = failurePatterns(subjectOf(two))
  expect(patternLine(known!)).toMatch(
    /^1 of 2 endpoints in group "callers": 403 Forbidden on REGISTER: the registrar knows the account and refuses it\. Likely cause: credentials\. The baseline has it, too\. Look at whether .*; then user name.*\.$/,
  )
  expect(patternLine(fresh!)).toContain('New since the baseline.')
  expect(patternLine(alone!)).not.toContain('baseline')
  expect(placeText({ ...alone!, place: 'not known' })).toBe('Likely cause: unknown.')
})
