// What the step takes from outside, so that a test can be the world.
import type { Clock } from './base/clock.ts'
import type { Files } from './base/files.ts'
import type { ConnectGitHub } from './apis/github/api.ts'
import type { Exchange, ExchangeOptions } from './apis/http/request.ts'
import type { LogToolkit } from './base/log.ts'

/** The slice of `@actions/core` that the step needs. */
export interface Toolkit extends LogToolkit {
  getInput(name: string): string
  setSecret(secret: string): void
  /** Keeps a value for the post step. */
  saveState(name: string, value: string): void
  setOutput(name: string, value: string): void
  /** Appends to the job summary. */
  writeSummary(markdown: string): Promise<void>
}

/** Everything that the step takes from outside. */
export interface World {
  toolkit: Toolkit
  env: NodeJS.ProcessEnv
  clock: Clock
  /** From 0 to below 1. */
  random: () => number
  exchange: (options: ExchangeOptions) => Exchange
  files: Files
  connect: ConnectGitHub
  /** Reads the page that report.html is made of. */
  pageTemplate: () => string
  /** Aborts when the workflow is cancelled. */
  signal: AbortSignal
}
