// Stands in for @actions/exec in the bundle (see tools/build.ts), which @actions/core loads with each start to tell the platform's details. This action
// runs no programs.
/** Throws when it is called, which never happens. */
export function getExecOutput() {
    throw new Error('@actions/exec is not part of this bundle: getExecOutput() cannot be used');
}
