// What the action says when something is wrong, taken out of its sources: troubleshooting.md has an entry for each of these messages. Development
// only.
import { parsers } from 'prettier/plugins/babel'

/** A message as it stands in the sources; what is filled in is `…`. */
export interface Message {
  file: string
  line: number
  template: string
}

/** A place whose message cannot be told from the sources. */
export interface Riddle {
  file: string
  line: number
  why: string
}

/** What is filled in. */
const GAP = '…'

/** A node of the syntax tree, as far as it matters here. */
interface Node {
  type: string
  loc: { start: { line: number } }
  start: number
  [field: string]: unknown
}

/**
 * Functions whose argument is shown as it is, or behind other words. `prefix` says which words; `input` stands for the first argument, where it is
 * an input's name.
 */
const WRAPPERS: readonly { file: string; name: string; argument: number; prefix?: 'input' | 'value' }[] = [
  { file: 'src/inputs/read.ts', name: 'problem', argument: 1, prefix: 'input' },
  { file: 'src/inputs/read.ts', name: 'wrong', argument: 1, prefix: 'value' },
  { file: 'src/publish/publish.ts', name: 'attempt', argument: 0 },
  { file: 'src/stages/far-end.ts', name: 'absent', argument: 0 },
  { file: 'src/stages/base-branch.ts', name: 'missing', argument: 0 },
  { file: 'src/publish/notices.ts', name: 'missing', argument: 0 },
  { file: 'src/publish/notices.ts', name: 'tell', argument: 0 },
  { file: 'src/apis/github/octokit.ts', name: 'fail', argument: 1 },
]

/** Functions whose answers are shown behind other words. */
const SPEAKERS: readonly string[] = ['explain', 'adviceFor']

/** Properties of objects that hold a message, unless the verdict beside them is a good one. */
const PROPERTIES: readonly string[] = ['reason', 'problem']
const GOOD: readonly string[] = ['passed', 'triggered']

/** Every message of the sources, each once, and what could not be told. `sources` are texts by path. */
export function messagesOf(sources: ReadonlyMap<string, string>): { messages: Message[]; riddles: Riddle[] } {
  const files = [...sources].map(([file, text]) => ({ file, root: parse(text, file) }))
  const all = files.flatMap(({ root }) => nodesOf(root))
  const functions = functionsOf(all)
  const failures = failureClasses(all)
  const found = new Map<string, Message>()
  const riddles: Riddle[] = []
  for (const { file, root } of files) {
    const names = new Names(root, functions)
    const note = (node: Node, templates: readonly string[]): void => {
      for (const template of templates.map(tidy).filter(saysSomething))
        if (!found.has(template)) found.set(template, { file, line: node.loc.start.line, template })
    }
    for (const node of nodesOf(root)) {
      const told = toldBy(node, file, failures, names)
      if (!told) continue
      note(node, told)
      if (
        !told.some(saysSomething) &&
        isParameter(messageOf(node, failures), node, root) &&
        !isWrapper(node, file, root)
      )
        riddles.push({
          file,
          line: node.loc.start.line,
          why: 'the message is a parameter: add the function to WRAPPERS',
        })
    }
  }
  return { messages: [...found.values()], riddles }
}

/** The templates of what a node tells the reader; undefined where it tells nothing. */
function toldBy(node: Node, file: string, failures: ReadonlySet<string>, names: Names): string[] | undefined {
  switch (node.type) {
    case 'NewExpression': {
      if (!failures.has(nameOf(node.callee))) return undefined
      const [, message, details] = node.arguments as (Node | undefined)[]
      const told = names.templates(message)
      // Where the message is another's, the advice is what is said here.
      return told.some(saysSomething) ? told : names.templates(propertyOf(details, 'advice'))
    }
    case 'CallExpression':
      return toldByCall(node, file, names)
    case 'ObjectExpression': {
      const verdict = propertyOf(node, 'verdict')
      if (verdict?.type === 'StringLiteral' && GOOD.includes(String(verdict.value))) return undefined
      const told = PROPERTIES.map((key) => propertyOf(node, key)).filter((value) => value !== undefined)
      return [...told.flatMap((value) => names.templates(value)), ...(names.elements(propertyOf(node, 'notes')) ?? [])]
    }
    case 'AssignmentExpression':
      return nameOf((node.left as Node).property) === 'notes' ? names.elements(node.right as Node) : undefined
    case 'FunctionDeclaration':
      return SPEAKERS.includes(nameOf(node.id)) ? names.returned(node) : undefined
    default:
      return undefined
  }
}

function toldByCall(node: Node, file: string, names: Names): string[] | undefined {
  const callee = node.callee as Node
  const given = node.arguments as Node[]
  if (callee.type === 'Super' && given.length > 1) return names.templates(given[1])
  const name = nameOf(callee.type === 'MemberExpression' ? callee.property : callee)
  if (callee.type === 'MemberExpression' && name === 'warning') return names.templates(given[0])
  // The post step tells of its own end without the toolkit.
  if (name === 'write') {
    const commands = names.templates(given[0]).filter((text) => text.startsWith('::warning::'))
    return commands.length > 0 ? commands.map((text) => text.slice('::warning::'.length)) : undefined
  }
  const wrapper = WRAPPERS.find((known) => known.file === file && known.name === name)
  if (!wrapper) return undefined
  const [first] = given
  const input = first?.type === 'StringLiteral' ? String(first.value) : GAP
  const before = { input: `\`${input}\` `, value: `\`${GAP}\` is "${GAP}"; ` }
  return names
    .templates(given[wrapper.argument])
    .map((template) => `${wrapper.prefix ? before[wrapper.prefix] : ''}${template}`)
}

/** What the names of one file stand for. */
class Names {
  readonly #variables: readonly { name: string; init: Node; start: number }[]
  readonly #functions: ReadonlyMap<string, Node>

  constructor(root: Node, functions: ReadonlyMap<string, Node>) {
    this.#functions = functions
    this.#variables = nodesOf(root).flatMap(({ type, id, init, start }) =>
      type === 'VariableDeclarator' && isNode(init) && nameOf(id) ? [{ name: nameOf(id), init, start }] : [],
    )
  }

  /** The texts that an expression can come to, with gaps for what is only known when it runs. */
  templates(node: Node | undefined, depth = 0): string[] {
    if (!node || depth > 8) return [GAP]
    const deeper = (inner: unknown): string[] => this.templates(inner as Node, depth + 1)
    switch (node.type) {
      case 'StringLiteral':
        return [String(node.value)]
      case 'TemplateLiteral':
        return this.#filled(node, depth)
      case 'ConditionalExpression':
        return [...deeper(node.consequent), ...deeper(node.alternate)]
      case 'LogicalExpression':
        return node.operator === '&&' ? deeper(node.right) : [...deeper(node.left), ...deeper(node.right)]
      case 'BinaryExpression':
        return deeper(node.left).flatMap((left) => deeper(node.right).map((right) => `${left}${right}`))
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'ParenthesizedExpression':
        return deeper(node.expression)
      case 'Identifier': {
        const known = this.#variables.findLast(({ name, start }) => name === nameOf(node) && start < node.start)
        return known ? this.templates(known.init, depth + 1) : [GAP]
      }
      case 'CallExpression': {
        if (nameOf((node.callee as Node).property) === 'join') return this.#joined(node)
        const name = nameOf(node.callee)
        const called = SPEAKERS.includes(name) ? undefined : this.#functions.get(name)
        const said = called ? this.returned(called, depth + 1).filter(saysSomething) : []
        return said.length > 0 ? said : [GAP]
      }
      default:
        return [GAP]
    }
  }

  /** The texts of a list. */
  elements(node: Node | undefined): string[] | undefined {
    return node?.type === 'ArrayExpression'
      ? (node.elements as Node[]).flatMap((element) => this.templates(element))
      : undefined
  }

  /** The texts that a function can answer with. */
  returned(called: Node, depth = 0): string[] {
    const body = called.body as Node
    if (body.type !== 'BlockStatement') return this.templates(body, depth)
    // Names within are those of the function's file, which need not be this one.
    const own = new Names(body, this.#functions)
    return nodesOf(body, false)
      .filter(({ type }) => type === 'ReturnStatement')
      .flatMap(({ argument }) => (isNode(argument) ? own.templates(argument, depth) : []))
  }

  /** The parts of a list that is put together: each is a message of its own. */
  #joined({ callee }: Node): string[] {
    let list = (callee as Node).object as Node
    while (list.type === 'CallExpression' && isNode((list.callee as Node).object))
      list = (list.callee as Node).object as Node
    const known = this.#variables.findLast(({ name, start }) => name === nameOf(list) && start < list.start)
    return (this.elements(known?.init) ?? []).filter(saysSomething)
  }

  /** A template literal. A gap that can only be one of a few sentences is filled with each; any other stays one. */
  #filled({ quasis, expressions }: Node, depth: number): string[] {
    const texts = (quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked)
    let all = [texts[0] ?? '']
    for (const [i, expression] of (expressions as Node[]).entries()) {
      const known = this.templates(expression, depth + 1)
      const isList = expression.type === 'CallExpression' && nameOf((expression.callee as Node).property) === 'join'
      const isSentence = expression.type !== 'CallExpression' && known.every((text) => /\p{L}+ \p{L}+/u.test(text))
      const filling = known.length > 0 && (isList || isSentence) ? known : [GAP]
      all = all.flatMap((before) => filling.map((text) => `${before}${text}${texts[i + 1] ?? ''}`))
    }
    return all
  }
}

function parse(text: string, file: string): Node {
  // Only the text matters to this parser; its type asks for all options of the formatter.
  const read = parsers['babel-ts'].parse as unknown as (text: string, options: object) => { program: Node }
  return read(text, { filepath: file }).program
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
}

/** A node and all that is in it, in the order of the text; without those of inner functions unless `inner`. */
function nodesOf(root: Node, inner = true): Node[] {
  const all: Node[] = []
  const walk = (node: Node): void => {
    all.push(node)
    for (const [field, value] of Object.entries(node)) {
      if (field === 'loc' || field.endsWith('Comments')) continue
      for (const child of (Array.isArray(value) ? value : [value]) as unknown[])
        if (isNode(child) && (inner || !isFunction(child))) walk(child)
    }
  }
  walk(root)
  return all
}

function isFunction({ type }: Node): boolean {
  return /Function|^ObjectMethod$|^ClassMethod$/.test(type)
}

/** The name of an identifier, or of a property; empty for anything else. */
function nameOf(node: unknown): string {
  return isNode(node) && node.type === 'Identifier' ? String(node.name) : ''
}

function propertyOf(object: Node | undefined, name: string): Node | undefined {
  if (object?.type !== 'ObjectExpression') return undefined
  const found = (object.properties as Node[]).find(({ key }) => nameOf(key) === name)
  return found?.value as Node | undefined
}

/** Functions by name; without those whose name several have. */
function functionsOf(all: readonly Node[]): ReadonlyMap<string, Node> {
  const named = all.flatMap((node): [string, Node][] =>
    node.type === 'FunctionDeclaration'
      ? [[nameOf(node.id), node]]
      : node.type === 'VariableDeclarator' && isNode(node.init) && isFunction(node.init)
        ? [[nameOf(node.id), node.init]]
        : [],
  )
  return new Map(named.filter(([name]) => named.filter(([other]) => other === name).length === 1))
}

/** `Failure`, and the classes that extend it without a constructor of their own; those that have one call `super`. */
function failureClasses(all: readonly Node[]): ReadonlySet<string> {
  return new Set([
    'Failure',
    ...all
      .filter(({ type, superClass }) => type === 'ClassDeclaration' && nameOf(superClass) === 'Failure')
      .map(({ id }) => nameOf(id)),
  ])
}

/** The expression that a node takes its message from. */
function messageOf(node: Node, failures: ReadonlySet<string>): Node | undefined {
  if (node.type === 'ObjectExpression') return propertyOf(node, 'reason') ?? propertyOf(node, 'problem')
  if (node.type === 'NewExpression' && failures.has(nameOf(node.callee))) return (node.arguments as Node[])[1]
  return undefined
}

/** The functions around a node, the innermost last. */
function around(node: Node, root: Node): Node[] {
  return nodesOf(root).filter((outer) => isFunction(outer) && nodesOf(outer).includes(node))
}

function isParameter(message: Node | undefined, node: Node, root: Node): boolean {
  const name = nameOf(message)
  return (
    name !== '' && around(node, root).some(({ params }) => (params as Node[]).some((param) => nameOf(param) === name))
  )
}

function isWrapper(node: Node, file: string, root: Node): boolean {
  const outer = around(node, root)
  const holders = nodesOf(root).filter(
    ({ type, init, value }) =>
      (type === 'VariableDeclarator' && outer.includes(init as Node)) ||
      (type === 'ObjectProperty' && outer.includes(value as Node)),
  )
  const names = [
    ...outer.map(({ id, key }) => nameOf(id) || nameOf(key)),
    ...holders.map(({ id, key }) => nameOf(id) || nameOf(key)),
  ]
  // What octokit.ts makes its failures with is handed to it by notices.ts.
  return names.includes('fail') || WRAPPERS.some((known) => known.file === file && names.includes(known.name))
}

/** One line, with single gaps. */
function tidy(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/…(\s?…)+/g, GAP)
    .trim()
}

/** Whether a template has words of its own. */
function saysSomething(template: string): boolean {
  return /\p{L}{2,}.*\P{L}\p{L}{2,}|\p{L}{6,}/u.test(template)
}
