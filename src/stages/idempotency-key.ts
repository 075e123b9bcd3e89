import { createHash, randomUUID } from 'node:crypto'

// A matrix runs several jobs of one name, and GitHub tells the action nothing that surely tells them apart. A key that two of them shared
// would give both the same run, so each process adds a word of its own; tries again within a process share it.
const OWN_WORD = randomUUID()

/**
 * The `Idempotency-Key` of one start of a test: the same for every try of it, different for every other repository, run, attempt, job, step,
 * test and start. Hashed, so that names of repositories stay where they are.
 */
export function idempotencyKey(env: NodeJS.ProcessEnv, testId: string, start: number, ownWord = OWN_WORD): string {
  const parts = [
    env.GITHUB_REPOSITORY,
    env.GITHUB_RUN_ID,
    env.GITHUB_RUN_ATTEMPT,
    env.GITHUB_JOB,
    env.GITHUB_ACTION,
    testId,
    String(start),
    ownWord,
  ]
  return createHash('sha256')
    .update(JSON.stringify(parts.map((part) => part ?? '')))
    .digest('hex')
}
