import { buildSchema, GraphQLScalarType, isObjectType } from 'graphql'
import type { GraphQLSchema } from 'graphql'

// The shape of GitHub's public schema, cut down to what the action asks for. Every type, field and argument is GitHub's.
const SCHEMA = `
scalar BigInt
scalar DateTime
scalar GitObjectID
scalar URI

type Query {
  repository(owner: String!, name: String!, followRenames: Boolean = true): Repository
}

type Repository {
  name: String!
  nameWithOwner: String!
  isPrivate: Boolean!
  defaultBranchRef: Ref
  ref(qualifiedName: String!): Ref
  pullRequest(number: Int!): PullRequest
}

type Ref {
  name: String!
  prefix: String!
  target: GitObject
}

interface GitObject {
  oid: GitObjectID!
}

type Commit implements GitObject {
  oid: GitObjectID!
  committedDate: DateTime!
  status: Status
  history(after: String, before: String, first: Int, last: Int): CommitHistoryConnection!
}

type CommitHistoryConnection {
  edges: [CommitEdge]
  nodes: [Commit]
  pageInfo: PageInfo!
  totalCount: Int!
}

type CommitEdge {
  cursor: String!
  node: Commit
}

type PageInfo {
  endCursor: String
  hasNextPage: Boolean!
  hasPreviousPage: Boolean!
  startCursor: String
}

type Status {
  state: StatusState!
  context(name: String!): StatusContext
  contexts: [StatusContext!]!
}

type StatusContext {
  context: String!
  createdAt: DateTime!
  creator: Actor
  description: String
  state: StatusState!
  targetUrl: URI
}

enum StatusState {
  ERROR
  EXPECTED
  FAILURE
  PENDING
  SUCCESS
}

type PullRequest {
  number: Int!
  title: String!
  state: PullRequestState!
  locked: Boolean!
  isCrossRepository: Boolean!
  headRefName: String!
  headRefOid: GitObjectID!
  baseRefName: String!
  comments(after: String, before: String, first: Int, last: Int): IssueCommentConnection!
}

enum PullRequestState {
  CLOSED
  MERGED
  OPEN
}

type IssueCommentConnection {
  edges: [IssueCommentEdge]
  nodes: [IssueComment]
  pageInfo: PageInfo!
  totalCount: Int!
}

type IssueCommentEdge {
  cursor: String!
  node: IssueComment
}

type IssueComment {
  id: ID!
  databaseId: Int
  fullDatabaseId: BigInt
  author: Actor
  body: String!
  createdAt: DateTime!
  updatedAt: DateTime!
  isMinimized: Boolean!
  url: URI!
  viewerDidAuthor: Boolean!
}

interface Actor {
  login: String!
}

type Bot implements Actor {
  login: String!
}

type User implements Actor {
  login: String!
}
`

/** The part of GitHub's GraphQL schema that the simulator answers. */
export function createSchema(): GraphQLSchema {
  const schema = buildSchema(SCHEMA)
  const comment = schema.getType('IssueComment')
  const databaseId = isObjectType(comment) && comment.getFields().databaseId
  // GitHub's Int lets ids of more than 32 bits through, which graphql-js takes for an error.
  if (databaseId) databaseId.type = new GraphQLScalarType({ name: 'Int', serialize: Number })
  return schema
}
