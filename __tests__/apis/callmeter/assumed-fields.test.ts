// The table of assumed fields against openapi.yaml, which says what is assumed.
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { ASSUMED_FIELDS, DOCUMENTED_FIELDS } from '../../../src/apis/callmeter/assumed-fields.ts'

interface Described {
  type: string | string[]
  'x-basis': string
}
const { components } = parse(readFileSync('src/apis/callmeter/openapi.yaml', 'utf8')) as {
  components: { schemas: Record<string, { properties: Record<string, Described> }> }
}

/** Types of JSON as OpenAPI and as this code calls them. */
const TYPES: Readonly<Record<string, string>> = { string: 'text', integer: 'count', number: 'number', object: 'object', null: 'null' } // prettier-ignore

test.each(Object.keys(ASSUMED_FIELDS) as (keyof typeof ASSUMED_FIELDS)[])('%s has every field', (thing) => {
  const fields = Object.entries(components.schemas[thing]?.properties ?? {})
  const assumed = fields.filter(([, field]) => field['x-basis'] !== 'documented')
  expect(Object.fromEntries(assumed.map(([name, { type }]) => [name, [type].flat().map((one) => TYPES[one])]))).toEqual(
    ASSUMED_FIELDS[thing],
  )
  const documented = fields.filter(([, field]) => field['x-basis'] === 'documented').map(([name]) => name)
  expect(documented).toEqual(DOCUMENTED_FIELDS[thing])
})
