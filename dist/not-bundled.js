// Stands in, in the bundles, for what @actions/core and @actions/http-client load with each start and this action does not use (see tools/build.ts).
// One file for all, since each file of a start costs one more look-up.
function notBundled(what) {
    throw new Error(`${what} is not part of this bundle`);
}
/** undici's, for users of fetch() through getAgentDispatcher(): requests go through node:http and http-client's tunnel. Throws when it is constructed. */
export function ProxyAgent() {
    return notBundled('undici');
}
/** Of @actions/exec, to tell the platform's details. Throws when it is called: this action runs no programs. */
export function getExecOutput() {
    return notBundled('@actions/exec');
}
/** Of oidc-utils.js of @actions/core. Throws when it is asked: this action wants no ID token. */
export const OidcClient = {
    getIDToken: () => notBundled('OIDC'),
};
/** Of summary.js of @actions/core, which loads Node's fs/promises. Throws when it is written: base/job-summary.ts appends to the file. */
export const summary = {
    write: () => notBundled('The summary of @actions/core'),
};
/** The old name of `summary`, which @actions/core exports, too. */
export const markdownSummary = summary;
