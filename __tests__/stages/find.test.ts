import { describe, expect, test } from '@jest/globals'
import type { Project, Test } from '../../src/model/task.ts'
import { explain } from '../../src/base/failure.ts'
import { findProject, findTests } from '../../src/stages/find.ts'
import { EVERY_KIND, type FakeApi, NOON, failure, fakeApi, pageOf, rejection } from '../fake-api.ts'

const UUID = '7b0c1d2e-3f40-4152-8637-48596a7b8c9d'
const SCOPE = { deadline: NOON + 60_000 }

const PROJECTS: Project[] = [
  { id: 'p1', slug: 'production-pbx', name: 'Production PBX' },
  { id: 'p2', slug: 'staging', name: 'Staging' },
  { id: 'p3', slug: 'lab', name: 'production-pbx' },
  { id: 'p4', name: 'Call Centre' },
  { id: 'p5', name: 'CALL CENTRE EAST' },
]

function listing(projects: readonly Project[], perPage = 100): FakeApi {
  return fakeApi({ listProjects: (page) => Promise.resolve(pageOf(projects, page, perPage)) })
}

const project = async (wanted: string, projects: readonly Project[] = PROJECTS, perPage = 100): Promise<string> =>
  (await findProject(listing(projects, perPage), wanted, SCOPE)).id

const refusalOf = async (promise: Promise<unknown>): Promise<string> => {
  const error = await rejection(promise)
  expect(error).toMatchObject({ kind: 'input' })
  return explain(error)
}

describe('a project', () => {
  test.each([
    ['its id', 'p2', 'p2'],
    ['its slug', 'lab', 'p3'],
    ['its name', 'Call Centre', 'p4'],
    ['its name in another case', 'call centre east', 'p5'],
    ['its slug before the name of another', 'production-pbx', 'p1'],
  ])('is found by %s', async (_, wanted, id) => {
    expect(await project(wanted)).toBe(id)
  })

  test('is found by its id before the slug of one, and that before the name of another', async () => {
    const called = (what: 'slug' | 'name', id: string): Project => ({ id, [what]: 'x' })
    const all = [called('name', 'by-name'), called('slug', 'by-slug'), { id: 'x' }]
    for (const projects of [all, all.toReversed()]) {
      expect(await project('x', projects)).toBe('x')
      expect(
        await project(
          'x',
          projects.filter(({ id }) => id !== 'x'),
        ),
      ).toBe('by-slug')
    }
  })

  test('is found by its exact name before the same in another case', async () => {
    expect(
      await project('PBX', [
        { id: 'a', name: 'pbx' },
        { id: 'b', name: 'PBX' },
      ]),
    ).toBe('b')
  })

  test.each([1, 2, 5])('is found on any page: %i a page', async (perPage) => {
    for (const [wanted, id] of [
      ['p4', 'p4'],
      ['lab', 'p3'],
      ['Call Centre East', 'p5'],
    ] as const)
      expect(await project(wanted, PROJECTS, perPage)).toBe(id)
  })

  test('is not looked for further once an id or slug is found', async () => {
    const api = listing(PROJECTS, 1)
    await findProject(api, 'staging', SCOPE)
    expect(api.asked('listProjects')).toEqual([[1], [2]])
  })

  test('with that name on an early page gives way to one with that slug on a later one', async () => {
    expect(await project('x', [{ id: 'a', name: 'x' }, { id: 'b' }, { id: 'c', slug: 'x' }], 1)).toBe('c')
  })

  test('is looked for no further than the pages go, whatever the list says', async () => {
    const api = fakeApi({
      listProjects: (page) =>
        Promise.resolve({
          items: page > 2 ? [] : [{ id: `p${page}` }],
          total: 1e9,
          totalPages: 1e9,
        }),
    })
    await refusalOf(findProject(api, 'none', SCOPE))
    expect(api.calls.length).toBeLessThanOrEqual(3)
  })

  test('is not looked for without end', async () => {
    const api = fakeApi({
      listProjects: (page) => Promise.resolve({ items: [{ id: `p${page}` }], total: 1e9, totalPages: 1e9 }),
    })
    await refusalOf(findProject(api, 'none', SCOPE))
    expect(api.calls.length).toBeLessThanOrEqual(200)
  })

  test('that two are called is named by neither', async () => {
    const twins = [
      { id: 'a', name: 'PBX' },
      { id: 'b', name: 'PBX' },
      { id: 'c', name: 'Lab' },
    ]
    const message = await refusalOf(project('PBX', twins))
    expect(message).toMatch(/Several projects are called "PBX": a, b\..*`project` as an id/)
    expect(await refusalOf(project('pbx', twins))).toContain('a, b')
  })

  test('that is listed twice, because the pages shifted, is one project', async () => {
    const shifting = [PROJECTS[0], PROJECTS[3], PROJECTS[3], PROJECTS[4]] as Project[]
    expect(await project('Call Centre', shifting, 2)).toBe('p4')
  })

  test.each([
    ['prodction-pbx', /Did you mean .*production-pbx/],
    ['Staging PBX', /Did you mean .*staging/i],
  ])('%s is a slip that the nearest names are offered for', async (wanted, offered) => {
    const message = await refusalOf(project(wanted))
    expect(message).toContain(`no project "${wanted}"`)
    expect(message).toMatch(offered)
    expect(message).toContain('Check `project`')
  })

  test('that is like none is answered with some that there are', async () => {
    const many = Array.from({ length: 8 }, (_, i) => ({ id: `id${i}`, slug: `slug-${i}` }))
    expect(await refusalOf(project('qqqqqqqqqq', many))).toMatch(/There are "slug-0", .*"slug-4" and 3 more\./)
    expect(await refusalOf(project('qqqqqqqqqq', [{ id: 'only' }]))).toContain('There is "only".')
  })

  test('that a key sees none of is answered so', async () => {
    expect(await refusalOf(project('x', []))).toContain('The key sees no projects at all.')
  })

  test('is shown as ordinary characters, whatever it and others are called', async () => {
    const message = await refusalOf(project('x\n::error::y', [{ id: 'i\n::notice::z', name: 'n\u202E' }]))
    expect(message).not.toMatch(/[\n\u202E]/)
  })

  test.each(EVERY_KIND)('cannot be found where the list fails as %s: it is documented', async (kind) => {
    const api = fakeApi({ listProjects: () => Promise.reject(failure(kind)) })
    expect(await rejection(findProject(api, 'p1', SCOPE))).toMatchObject({ kind })
  })
})

describe('tests', () => {
  const TESTS: Test[] = [
    { id: 't1', slug: 'load', name: 'Load', plannedSeconds: 60, endpointCount: 40 },
    { id: 't2', slug: 'nightly', name: 'Nightly' },
    { id: 't3', name: 'Smoke' },
  ]
  const api = (tests: readonly Test[] = TESTS, perPage = 100): FakeApi =>
    fakeApi({ listTests: (_, page) => Promise.resolve(pageOf(tests, page, perPage)) })
  const find = (wanted: readonly string[], perPage = 100) => findTests(api(TESTS, perPage), 'p1', wanted, SCOPE)

  test.each([1, 2, 100])('are found in the order of the workflow: %i a page', async (perPage) => {
    expect(await find(['Smoke', 't1', 'nightly'], perPage)).toEqual([
      { ...TESTS[2], listed: true },
      { ...TESTS[0], listed: true },
      { ...TESTS[1], listed: true },
    ])
  })

  test('are asked for in their project, with little patience where ids are given: the list is only assumed to exist', async () => {
    const fake = api()
    await rejection(findTests(fake, 'p1', [UUID], SCOPE))
    await rejection(findTests(fake, 'p1', ['712'], SCOPE))
    await findTests(fake, 'p1', ['load'], SCOPE)
    expect(fake.calls).toEqual([1, 2, 3].map(() => ['listTests', 'p1', 1]))
    expect(fake.scopes).toEqual([
      { ...SCOPE, patienceMs: 30_000, refusalMs: 2_000 },
      { ...SCOPE, patienceMs: 30_000, refusalMs: 2_000 },
      SCOPE,
    ])
  })

  test.each([
    ['t9', /no test "t9"/],
    ['lod', /Did you mean .*load/],
  ])('%s is not among them, and that is a mistake of the workflow', async (wanted, message) => {
    expect(await refusalOf(find(['t1', wanted]))).toMatch(message)
  })

  test.each([
    [['t1', 'load'], 'load'],
    [['t2', 't1', 'Nightly'], 'Nightly'],
    [['LOAD', 't3', 't1'], 't1'],
  ])('%j name one of them twice', async (wanted, again) => {
    expect(await refusalOf(find(wanted))).toContain(`"${again}" is a test that \`test\` already lists`)
  })

  test('of one name are refused', async () => {
    const twins = api([
      { id: 'a', name: 'Load' },
      { id: 'b', name: 'Load' },
    ])
    expect(await refusalOf(findTests(twins, 'p1', ['Load'], SCOPE))).toMatch(/Several tests .*a, b\..*`test` as an id/)
  })

  test('that are listed twice, because the pages shifted, are one test', async () => {
    const shifting = api([TESTS[0], TESTS[1], TESTS[1], TESTS[2]] as Test[], 2)
    expect((await findTests(shifting, 'p1', ['nightly', 'Smoke'], SCOPE)).map(({ id }) => id)).toEqual(['t2', 't3'])
  })

  test('none of which are there are answered so', async () => {
    expect(await refusalOf(findTests(api([]), 'p1', ['t1'], SCOPE))).toContain('The key sees no tests at all.')
  })

  const fatal = ['key-refused', 'aborted', 'rate-limited']

  test.each(EVERY_KIND.filter((kind) => !fatal.includes(kind)))(
    'are taken at their word where they look like ids and cannot be listed (%s)',
    async (kind) => {
      const fake = fakeApi({ listTests: () => Promise.reject(failure(kind)) })
      expect(await findTests(fake, 'p1', [UUID, '712'], SCOPE)).toEqual([
        { id: UUID, listed: false },
        { id: '712', listed: false },
      ])
    },
  )

  const noList = ['not-found', 'not-offered', 'forbidden', 'rejected', 'misshapen']

  test.each(EVERY_KIND.filter((kind) => !fatal.includes(kind)))(
    'that may be names are taken for ids only where there is no list (%s)',
    async (kind) => {
      const found = findTests(fakeApi({ listTests: () => Promise.reject(failure(kind)) }), 'p1', ['load'], SCOPE)
      if (noList.includes(kind)) expect(await found).toEqual([{ id: 'load', listed: false }])
      else expect(await rejection(found)).toMatchObject({ kind })
    },
  )

  test('are taken at their word where a later page fails', async () => {
    const fake = fakeApi({
      listTests: (_, page) => (page > 1 ? Promise.reject(failure('server')) : Promise.resolve(pageOf(TESTS, page, 2))),
    })
    expect(await findTests(fake, 'p1', ['712'], SCOPE)).toEqual([{ id: '712', listed: false }])
  })

  test.each(EVERY_KIND.filter((kind) => fatal.includes(kind)))('are not looked for on after %s', async (kind) => {
    const fake = fakeApi({ listTests: () => Promise.reject(failure(kind)) })
    expect(await rejection(findTests(fake, 'p1', ['t1'], SCOPE))).toMatchObject({ kind })
  })

  test('are not looked for on after a bug', async () => {
    const bug = new TypeError('x is not a function')
    const fake = fakeApi({ listTests: () => Promise.reject(bug) })
    expect(await rejection(findTests(fake, 'p1', ['t1'], SCOPE))).toBe(bug)
  })
})
