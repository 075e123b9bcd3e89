import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'

test('wire.ts is what openapi.yaml generates', () => {
  const generate = fileURLToPath(new URL('../../src/callmeter/generate.ts', import.meta.url))
  expect(() => execFileSync(process.execPath, [generate, '--check'], { stdio: 'pipe' })).not.toThrow()
})
