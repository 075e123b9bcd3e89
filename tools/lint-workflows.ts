// `npm run lint:workflows`: holds every workflow, example and action, and every workflow within a page, against actionlint with shellcheck and
// against zizmor, without a network once they are installed. A finding fails; a tool that is not at hand does not, and is named. What they are to
// overlook is in .github/actionlint.yaml and .github/zizmor.yml, with the reason.
import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { VERSIONS, actionlint, shellcheck, zizmor } from './linters.ts'
import { type Snippet, snippetsOf } from './workflow-snippets.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const filesOf = (...patterns: string[]): string[] => globSync(patterns, { cwd: ROOT }).toSorted()
const EXAMPLES = filesOf('examples/*.yml')
const WORKFLOWS = [...filesOf('.github/workflows/*.yml'), ...EXAMPLES]
const SNIPPETS = filesOf('*.md', 'docs/**/*.md', '.github/*.md').flatMap((page) =>
  snippetsOf(page.replaceAll('\\', '/'), readFileSync(join(ROOT, page), 'utf8')),
)

/** What a reader copies by hand names actions by their tags, which say more than a commit; the examples pin commits. */
const SNIPPETS_CONFIG = 'rules: { unpinned-uses: { config: { policies: { "*": ref-pin } } } }\n'

/** Runs a linter at the root, with its findings on this process's own output; whether there were none. */
function finds(path: string, args: readonly string[], input?: string): boolean {
  const { status, error } = spawnSync(path, args, {
    cwd: ROOT,
    input: input ?? '',
    stdio: ['pipe', 'inherit', 'inherit'],
  })
  if (error) throw error
  return status !== 0
}

/** Whether actionlint has findings; undefined where it is not at hand. */
function actionlintFinds(): boolean | undefined {
  const tool = actionlint()
  if ('missing' in tool) return without('actionlint', tool.missing)
  const shell = shellcheck()
  if ('missing' in shell) without('shellcheck', shell.missing)
  const args = ['-shellcheck', 'path' in shell ? shell.path : '', '-pyflakes', '']
  const found = [
    finds(tool.path, [...args, ...WORKFLOWS]),
    ...SNIPPETS.map(({ page, text }) => finds(tool.path, [...args, '-stdin-filename', page, '-'], text)),
  ]
  return found.includes(true)
}

/** Whether zizmor has findings; undefined where it is not at hand. */
function zizmorFinds(): boolean | undefined {
  const tool = zizmor()
  if ('missing' in tool) return without('zizmor', tool.missing)
  const args = ['--offline', '--no-progress', '--quiet', '--strict-collection']
  const folder = mkdtempSync(join(tmpdir(), 'workflow-snippets-'))
  try {
    const config = join(folder, 'zizmor.yml')
    writeFileSync(config, SNIPPETS_CONFIG)
    const written = SNIPPETS.map((snippet) => writtenTo(folder, snippet))
    // The root stands for the workflows, the actions and dependabot.yml.
    const own = finds(tool.path, [...args, '--persona', 'pedantic', '.', ...EXAMPLES])
    return finds(tool.path, [...args, '--config', config, ...written]) || own
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function writtenTo(folder: string, { page, line, text }: Snippet): string {
  const path = join(folder, `${page.replaceAll('/', '-')}-${line}.yml`)
  writeFileSync(path, text)
  return path
}

function without(name: keyof typeof VERSIONS, why: string): undefined {
  process.stdout.write(`Did without ${name} ${VERSIONS[name]}: ${why}.\n`)
}

const found = { actionlint: actionlintFinds(), zizmor: zizmorFinds() }
if (Object.values(found).includes(true)) process.exitCode = 1
for (const name of ['actionlint', 'zizmor'] as const) {
  if (found[name] === undefined) continue
  const what = `${WORKFLOWS.length} workflows, ${SNIPPETS.length} in pages`
  process.stdout.write(`${name} ${VERSIONS[name]}: ${what}: ${found[name] ? 'findings, see above' : 'no findings'}.\n`)
}
