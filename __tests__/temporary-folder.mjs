// jest's globalSetup and globalTeardown: every run has a temporary folder of its own, and one in which tests leave something is a failure.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const VARIABLE = process.platform === 'win32' ? 'TEMP' : 'TMPDIR'
const MARK = 'CALLMETER_TESTS_FOLDER'

/** Called twice: before the first test, and after the last. */
export default function temporaryFolder() {
  const folder = process.env[MARK]
  if (folder === undefined) {
    process.env[MARK] = process.env[VARIABLE] = mkdtempSync(join(tmpdir(), 'callmeter-tests-'))
    return
  }
  const left = readdirSync(folder)
  rmSync(folder, { recursive: true, force: true })
  if (left.length > 0)
    throw new Error(`The tests left ${left.length} entries in their temporary folder: ${left.slice(0, 10).join(', ')}`)
}
