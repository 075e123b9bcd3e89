import { uuidFrom } from '../server/random.ts'

/** The key that the simulator accepts unless told otherwise. */
export const DEMO_KEY = 'cmk_d3e0c0ffee5eedd3e0c0ffee5eedd3e0'

/** A key of a Viewer: it reads, and may not run or stop anything. */
export const DEMO_VIEWER_KEY = 'cmk_0b5e77e20b5e77e20b5e77e20b5e77e2'

export interface Project {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly tests: readonly Test[]
}

export interface Test {
  readonly id: string
  readonly slug: string
  readonly name: string
}

const sites = [
  'Amsterdam',
  'Bergen',
  'Cork',
  'Dresden',
  'Espoo',
  'Faro',
  'Graz',
  'Haarlem',
  'Izmir',
  'Jena',
  'Kiel',
  'Lyon',
  'Malmö',
]
const subjects = [
  'Inbound queue',
  'Outbound dialler',
  'Voicemail',
  'IVR menu',
  'Conference bridge',
  'Fax line',
  'Transfer',
  'Hold music',
  'Emergency call',
]
const kinds = ['smoke', 'load', 'soak']

const slugOf = (name: string) =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z0-9 ]/g, '')
    .replaceAll(' ', '-')

function testsOf(projectSlug: string, count: number): Test[] {
  const names = subjects.flatMap((subject) => kinds.map((kind) => `${subject} ${kind}`))
  return names.slice(0, count).map((name) => ({ id: uuidFrom('test', projectSlug, name), slug: slugOf(name), name }))
}

function projectOf(name: string, slug = slugOf(name)): Project {
  return { id: uuidFrom('project', slug), slug, name, tests: testsOf(slug, 3) }
}

/** The test that the demo runs; second page of its project's tests at 25 a page. */
export const DEMO_TEST: Test = {
  id: '7b0c1d2e-3f40-4152-8637-48596a7b8c9d',
  slug: 'nightly-sip-load',
  name: 'Nightly SIP load',
}

/** The project of the vendor's own example; second page of the projects at 25 a page. */
export const DEMO_PROJECT: Project = {
  id: 'c3d4e5f6-a7b8-9012-cdef-123456789012',
  slug: 'production-pbx',
  name: 'Production PBX',
  tests: [...testsOf('production-pbx', 27), DEMO_TEST],
}

/** All projects of the account, in the order in which they are listed. Two are named alike, as names need not be unique. */
export const PROJECTS: readonly Project[] = [
  ...sites.map((site) => projectOf(`${site} office`)),
  ...sites.map((site) => projectOf(`${site} contact centre`)),
  projectOf('Staging PBX'),
  projectOf('Staging PBX', 'staging-pbx-2'),
  DEMO_PROJECT,
  projectOf('Disaster recovery PBX'),
  projectOf('Lab'),
]
