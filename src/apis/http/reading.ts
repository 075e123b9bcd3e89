// An exchange that can only read, for whatever must change nothing, whatever is asked of it.
import type { Exchange } from './request.ts'

/** The exchange for reads alone: any other request is a bug, and is not sent. */
export function readingOnly(exchange: Exchange): Exchange {
  return (request, signal) =>
    request.method === 'GET'
      ? exchange(request, signal)
      : Promise.reject(new Error(`${request.method} is refused: this exchange only reads`))
}
