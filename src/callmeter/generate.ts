// Development only: writes wire.ts from openapi.yaml. `npm run wire` writes it, `npm run wire -- --check` only compares.
import { readFileSync, writeFileSync } from 'node:fs'
import { compile } from 'json-schema-to-typescript'
import { parse } from 'yaml'

const description = new URL('openapi.yaml', import.meta.url)
const target = new URL('wire.ts', import.meta.url)

const { components } = parse(readFileSync(description, 'utf8')) as { components: { schemas: Record<string, object> } }
const names = Object.keys(components.schemas)
const root = {
  title: 'CallMeterWire',
  description: 'Every shape that openapi.yaml describes, by name.',
  type: 'object' as const,
  additionalProperties: false,
  required: names,
  properties: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/schemas/${name}` }])),
  components,
}

const types = await compile(root, 'CallMeterWire', {
  bannerComment: '// Generated from openapi.yaml by `npm run wire`. Change the description, not this file.',
  style: { semi: false, singleQuote: true, printWidth: 120 },
})

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== types) {
    process.stderr.write('src/callmeter/wire.ts is not what openapi.yaml generates: run `npm run wire`.\n')
    process.exitCode = 1
  }
} else {
  writeFileSync(target, types)
}
