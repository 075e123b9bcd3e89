import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'

test("each API's wire.ts is what its openapi.yaml generates", () => {
  const generate = fileURLToPath(new URL('../../tools/generate-wire.ts', import.meta.url))
  expect(() => execFileSync(process.execPath, [generate, '--check'], { stdio: 'pipe' })).not.toThrow()
})
