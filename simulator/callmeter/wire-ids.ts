// How ids are told: the simulator's own are UUIDs, an API may have numbers.
import type { Query } from '../server/requests.ts'
import type { Scenario } from './scenarios.ts'

/** From the simulator's ids to those on the wire, and back. */
export interface WireIds {
  readonly tell: (id: string) => string
  readonly own: (told: string) => string
  /** The body of an answer with its ids as they are told. */
  readonly tellAll: (body: object) => object
  /** What a request asks for, by the simulator's own ids. */
  readonly ownAll: (request: { path: string; query: Query }) => { path: string; query: Query }
}

const FIRST_NUMBER = 700_001
const UUID = /"([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})"/g

/** Ids as that scenario tells them. Numbers are given in the order in which ids are first told. */
export function wireIds(ids: Scenario['ids']): WireIds {
  if (ids === 'uuid') {
    const same = (id: string): string => id
    return { tell: same, own: same, tellAll: (body) => body, ownAll: (request) => request }
  }
  const told: string[] = []
  const tell = (id: string): string => {
    if (!told.includes(id)) told.push(id)
    return String(FIRST_NUMBER + told.indexOf(id))
  }
  const own = (number: string): string => told[Number(number) - FIRST_NUMBER] ?? number
  return {
    tell,
    own,
    tellAll: (body) => {
      const changed: unknown = JSON.parse(JSON.stringify(body).replaceAll(UUID, (_, id: string) => tell(id)))
      return typeof changed === 'object' && changed !== null ? changed : body
    },
    ownAll: ({ path, query }) => ({
      path: path.split('/').map(own).join('/'),
      query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, own(value)])),
    }),
  }
}
