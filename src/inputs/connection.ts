// What the inputs say of the connection to an API. The post step needs no more of them, and loads no more.

/** The API key as it was given, so that it can be masked before anything else happens. */
export function apiKeyOf(input: (name: 'api-key') => string, env: NodeJS.ProcessEnv): string {
  return input('api-key') || (env.CALLMETER_API_KEY ?? '').trim()
}

/** The address of an API; undefined where it is none that a key may be sent to: https, or http on loopback, without credentials or query. */
export function apiUrlOf(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname)
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && loopback)
  return safe && !url.username && !url.password && !url.search && !url.hash ? url : undefined
}
