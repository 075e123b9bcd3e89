// The fields that openapi.yaml marks as assumed or contradicted, with their types, as a check holds answers against them. A test holds this table against it.
import type { Expected } from '../http/shape.ts'

const ID = ['text', 'count'] as const

/** By the name that the thing has in openapi.yaml. */
export const ASSUMED_FIELDS = {
  Test: { id: ID, name: ['text'], slug: ['text'], durationSeconds: ['number'], endpointCount: ['count'] },
  Run: {
    id: ID,
    testRunId: ID,
    status: ['text'],
    testId: ID,
    startedAt: ['text'],
    completedAt: ['text'],
    durationSeconds: ['number'],
    endpointCount: ['count'],
    completedEndpoints: ['count'],
    failureReason: ['text'],
    idempotencyKey: ['text'],
    url: ['text'],
    summary: ['object'],
  },
  Endpoint: {
    id: ID,
    group: ['text'],
    outcome: ['text', 'null'],
    sipStatusCode: ['count', 'null'],
    metrics: ['object'],
  },
} as const satisfies Record<string, Expected>

/** Fields of these that are documented: they are no news where they come. */
export const DOCUMENTED_FIELDS = {
  Test: [],
  Run: ['name', 'createdAt'],
  Endpoint: ['endpointPhase', 'endpointOutcome'],
} as const satisfies Record<keyof typeof ASSUMED_FIELDS, readonly string[]>
