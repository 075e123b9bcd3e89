// jest's transform: Node itself removes the types, so tests run what the sources say, line for line.
import { stripTypeScriptTypes } from 'node:module'

export default { process: (source) => ({ code: stripTypeScriptTypes(source) }) }
