// Whether troubleshooting.md explains every code of an error, each once, and no other. Development only.

/** The codes that the page explains: its own anchors. */
export function codesIn(page: string): string[] {
  return [...page.matchAll(/<a id="([\w-]+)"><\/a>/g)].map(([, code = '']) => code)
}

/** What the page lacks, or has too much, a sentence each. */
export function compareWithPage(codes: readonly string[], page: string): string[] {
  const explained = codesIn(page)
  return [
    ...codes
      .filter((code) => !explained.includes(code))
      .map((code) => `docs/troubleshooting.md does not explain ${code}.`),
    ...explained
      .filter((code) => !codes.includes(code))
      .map((code) => `docs/troubleshooting.md explains ${code}, which no error has.`),
    ...explained
      .filter((code, i) => explained.indexOf(code) !== i)
      .map((code) => `docs/troubleshooting.md explains ${code} twice.`),
  ]
}
