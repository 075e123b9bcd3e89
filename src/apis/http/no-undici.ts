// Stands in for undici in the bundle (see tools/build.ts). @actions/http-client imports its ProxyAgent for getAgentDispatcher(), which serves users
// of fetch(); this action has none: requests go through node:http and the runner's proxy settings through http-client's tunnel.

/** Throws when it is constructed, which never happens. */
export function ProxyAgent(): never {
  throw new Error('undici is not part of this bundle: getAgentDispatcher() cannot be used')
}
