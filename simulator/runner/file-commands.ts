/**
 * The values in a file behind GITHUB_OUTPUT, GITHUB_STATE or GITHUB_ENV: `name=value` lines, and `name<<DELIMITER`, lines,
 * `DELIMITER`. Throws where the runner would fail the step.
 */
export function parseFileCommands(text: string): Record<string, string> {
  const lines = text.split(/\r?\n/)
  const values: [string, string][] = []
  let index = 0
  while (index < lines.length) {
    const line = lines[index] ?? ''
    index += 1
    if (line === '') continue
    const heredoc = /^([^=]+?)<<(.+)$/.exec(line)
    if (heredoc) {
      const [, name = '', delimiter = ''] = heredoc
      const end = lines.indexOf(delimiter, index)
      if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`)
      values.push([name, lines.slice(index, end).join('\n')])
      index = end + 1
      continue
    }
    const equals = line.indexOf('=')
    if (equals < 1) throw new Error(`Invalid format '${line}'`)
    values.push([line.slice(0, equals), line.slice(equals + 1)])
  }
  return Object.fromEntries(values)
}
