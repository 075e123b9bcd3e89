/** The decoded values of a template's `{names}` in a path; null where the path is another. */
export function matchPath(template: string, path: string): Record<string, string> | null {
  const names = template.split('/')
  const segments = path.split('/')
  if (names.length !== segments.length) return null
  const values: Record<string, string> = {}
  for (const [index, name] of names.entries()) {
    const segment = segments[index] ?? ''
    if (!name.startsWith('{')) {
      if (name !== segment) return null
      continue
    }
    try {
      values[name.slice(1, -1)] = decodeURIComponent(segment)
    } catch {
      return null
    }
  }
  return values
}
