// Stands in for @actions/core's OIDC client in the bundle (see tools/build.ts), which loads an HTTP client with each start. This action asks for no ID token.

/** Throws when it is asked for a token, which never happens. */
export const OidcClient = {
  getIDToken: (): never => {
    throw new Error('OIDC is not part of this bundle: getIDToken() cannot be used')
  },
}
