// The one comment on the pull request, found again by a mark that GitHub does not show. Nothing that goes wrong here changes the verdict.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { annotate, explain } from '../runner.mjs'

/** Most pages of comments that are looked through, of 100 each. */
const MAX_PAGES = 50
/** How long GitHub may take for one answer, in ms. */
const PATIENCE_MS = 30_000

/**
 * Updates the comment of these legs; makes one only where it is `wanted`.
 * @param {string} table
 * @param {{ wanted: boolean, legs: readonly { name: string }[], token: string }} options
 */
export async function writeComment(table, { wanted, legs, token }) {
  try {
    const pull = readPull()
    if (!pull) {
      process.stdout.write('This workflow does not run for a pull request, so there is nothing to comment on.\n')
      return
    }
    const mark = markOf(legs)
    const {
      GITHUB_API_URL: api,
      GITHUB_REPOSITORY: repository,
      GITHUB_SERVER_URL: server,
      GITHUB_RUN_ID: run,
    } = process.env
    const issues = `${api}/repos/${repository}/issues`
    const found = await findComment(`${issues}/${pull.number}/comments`, mark, token)
    if (!found && !wanted) return
    const foot = `<sub><a href="${server}/${repository}/actions/runs/${run}">Full report</a> · commit ${pull.sha.slice(0, 7)}</sub>`
    const body = JSON.stringify({ body: `${mark}\n${table}\n\n${foot}` })
    await ask(found ? `${issues}/comments/${found}` : `${issues}/${pull.number}/comments`, token, {
      method: found ? 'PATCH' : 'POST',
      body,
    })
    process.stdout.write(`${found ? 'Updated the comment' : 'Commented'} on pull request ${pull.number}.\n`)
  } catch (error) {
    annotate('warning', `The pull request comment was not written: ${explain(error)}`)
  }
}

function readPull() {
  const event = JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH ?? '', 'utf8'))
  const { number, head } = event.pull_request ?? {}
  return Number.isInteger(number) ? { number, sha: String(head?.sha ?? '') } : undefined
}

/** The same legs of the same workflow share a comment. @param {readonly { name: string }[]} legs */
function markOf(legs) {
  const key = JSON.stringify([process.env.GITHUB_WORKFLOW, ...legs.map(({ name }) => name)])
  return `<!-- callmeter/run-test fan-out ${createHash('sha256').update(key).digest('hex').slice(0, 20)} -->`
}

/** @param {string} url @param {string} mark @param {string} token @returns {Promise<number | undefined>} */
async function findComment(url, mark, token) {
  for (let page = 1; page <= MAX_PAGES; page++) {
    const comments = await ask(`${url}?per_page=100&page=${page}`, token)
    // Anyone may copy the mark, so only a bot's comment is its own.
    const own = comments.find(
      /** @param {any} each */ ({ body, user }) => user?.type === 'Bot' && body?.startsWith(mark),
    )
    if (own) return own.id
    if (comments.length < 100) return undefined
  }
  return undefined
}

/** @param {string} url @param {string} token @param {RequestInit} [init] @returns {Promise<any>} */
async function ask(url, token, init = {}) {
  const response = await fetch(url, {
    ...init,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'user-agent': 'callmeter/run-test',
      'x-github-api-version': '2022-11-28',
    },
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  if (response.ok) return response.json()
  const advice = response.status === 403 ? ' Give the calling job the permission `pull-requests: write`.' : ''
  throw new Error(`${init.method ?? 'GET'} answered ${response.status}.${advice}`)
}
