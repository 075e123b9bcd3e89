// Small changes of a source that its tests should notice.
import { stripTypeScriptTypes } from 'node:module'
import { type Node, parse } from 'acorn'

/** One change: `text` in place of what stands from `start` to `end`. */
export interface Mutation {
  readonly start: number
  readonly end: number
  readonly text: string
  /** 1-based. */
  readonly line: number
  /** What stood there, and what stands there now, each in one short line. */
  readonly from: string
  readonly to: string
}

type AnyNode = Node & Readonly<Record<string, unknown>>

const OPERATORS = new Map(
  Object.entries<readonly string[]>({
    '===': ['!=='],
    '!==': ['==='],
    '<': ['<=', '>='],
    '<=': ['<', '>'],
    '>': ['>=', '<='],
    '>=': ['>', '<'],
    '+': ['-'],
    '-': ['+'],
    '*': ['/'],
    '/': ['*'],
    '%': ['*'],
    '&&': ['||'],
    '||': ['&&'],
    '??': ['&&'],
    '+=': ['-='],
    '-=': ['+='],
    '++': ['--'],
    '--': ['++'],
  }),
)

const METHODS = new Map(
  Object.entries({
    some: 'every',
    every: 'some',
    min: 'max',
    max: 'min',
    ceil: 'floor',
    floor: 'ceil',
    startsWith: 'endsWith',
    endsWith: 'startsWith',
    toUpperCase: 'toLowerCase',
    toLowerCase: 'toUpperCase',
  }),
)

/** Methods whose result is left out: the object itself stands in its place. */
const OMITTED = new Set(['filter', 'toSorted', 'toReversed', 'slice', 'trim', 'flatMap'])

/** All mutations of a TypeScript source, in the order in which they stand there. */
export function mutationsOf(source: string): Mutation[] {
  // Types become blanks, so places stay.
  const code = stripTypeScriptTypes(source)
  const mutations: Mutation[] = []
  const add = ({ start, end }: { start: number; end: number }, text: string): void => {
    const line = source.slice(0, start).split('\n').length
    const short = (words: string): string => words.replaceAll(/\s+/g, ' ').slice(0, 60)
    mutations.push({ start, end, text, line, from: short(source.slice(start, end)), to: short(text) })
  }
  const text = ({ start, end }: Node): string => source.slice(start, end)

  const visit = (node: AnyNode): void => {
    switch (node.type) {
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
        return
      case 'BinaryExpression':
      case 'LogicalExpression':
      case 'AssignmentExpression':
      case 'UpdateExpression': {
        const operator = String(node['operator'])
        const before = (node['left'] ?? (node['prefix'] ? undefined : node['argument'])) as Node | undefined
        const start = code.indexOf(operator, before?.end ?? node.start)
        for (const other of OPERATORS.get(operator) ?? []) add({ start, end: start + operator.length }, other)
        break
      }
      case 'UnaryExpression':
        if (node['operator'] === '!') add({ start: node.start, end: node.start + 1 }, '')
        break
      case 'IfStatement':
      case 'ConditionalExpression': {
        const test = node['test'] as Node
        add(test, 'true')
        add(test, 'false')
        break
      }
      case 'Literal':
        literal(node)
        break
      case 'TemplateLiteral':
        if (node.end - node.start > 2) add(node, '``')
        break
      case 'ArrayExpression':
        if ((node['elements'] as unknown[]).length > 0) add(node, '[]')
        break
      case 'ExpressionStatement':
        if (/^(Call|Await|Unary)/.test((node['expression'] as Node).type)) add(node, ';')
        break
      case 'CallExpression':
        call(node)
        break
      default:
    }
    for (const child of Object.values(node)) {
      for (const one of Array.isArray(child) ? (child as unknown[]) : [child]) if (isNode(one)) visit(one)
    }
  }

  const literal = (node: AnyNode): void => {
    const { value } = node
    if (typeof value === 'boolean') add(node, String(!value))
    else if (typeof value === 'number') add(node, value === 0 ? '1' : `(${text(node)} + 1)`)
    else if (typeof value === 'string' && value !== '') add(node, "''")
  }

  const call = (node: AnyNode): void => {
    const callee = node['callee'] as AnyNode
    if (callee.type !== 'MemberExpression' || callee['computed'] === true) return
    const property = callee['property'] as Node
    const other = METHODS.get(text(property))
    if (other) add(property, other)
    if (OMITTED.has(text(property))) add({ start: (callee['object'] as Node).end, end: node.end }, '')
  }

  visit(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }) as unknown as AnyNode)
  return mutations.toSorted((a, b) => a.start - b.start)
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
}
