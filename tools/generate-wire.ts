// Writes each API's wire.ts from its openapi.yaml. `npm run wire` writes them, `npm run wire -- --check` only compares.
import { readFileSync, writeFileSync } from 'node:fs'
import { compile } from 'json-schema-to-typescript'
import { parse } from 'yaml'

/** Folders with an openapi.yaml, and the name of the type that holds all of its shapes. */
const APIS = { callmeter: 'CallMeterWire', callscaler: 'CallScalerWire' }

for (const [folder, title] of Object.entries(APIS)) {
  const types = await typesOf(new URL(`../src/apis/${folder}/openapi.yaml`, import.meta.url), title)
  const target = new URL(`../src/apis/${folder}/wire.ts`, import.meta.url)
  if (!process.argv.includes('--check')) {
    writeFileSync(target, types)
  } else if (readFileSync(target, 'utf8') !== types) {
    process.stderr.write(`src/apis/${folder}/wire.ts is not what openapi.yaml generates: run \`npm run wire\`.\n`)
    process.exitCode = 1
  }
}

async function typesOf(description: URL, title: string): Promise<string> {
  const { components } = parse(readFileSync(description, 'utf8')) as { components: { schemas: Record<string, object> } }
  // What is around the things that an answer tells of is taken apart field by field.
  const names = Object.keys(components.schemas).filter((name) => !/(Answer|Page|List|Meta)$/.test(name))
  const root = {
    title,
    description: 'Every thing that openapi.yaml describes, by name.',
    type: 'object' as const,
    additionalProperties: false,
    required: names,
    properties: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/schemas/${name}` }])),
    components,
  }
  return compile(root, title, {
    bannerComment: '// Generated from openapi.yaml by `npm run wire`. Change the description, not this file.',
    style: { semi: false, singleQuote: true, printWidth: 120 },
  })
}
