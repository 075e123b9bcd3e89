// How far a request has come. Whether the other side may have got it decides whether a write may be sent again, and no error's name tells that:
// a TLS error can come before the handshake is over, and in the middle of an answer.
import type { Agent, ClientRequest, RequestOptions } from 'node:http'
import type { Socket } from 'node:net'

export interface Reach {
  /** Whether the connection was ready, so that the request may have been sent: connected, and secured where it is TLS. */
  readonly sent: boolean
}

/** Watches the request that goes out with these options. Its agent is the only one that http-client shows it to. */
export function watchReach(options: RequestOptions): Reach {
  const reach = { sent: false }
  const { agent } = options
  // Without an agent to watch, anything may have been sent.
  if (typeof agent !== 'object') return { sent: true }
  const taking = agent as Agent & { addRequest: (request: ClientRequest, ...rest: unknown[]) => void }
  const addRequest: typeof taking.addRequest = (request, ...rest) => {
    request.once('socket', (socket: Socket & { secureConnecting?: boolean }) => {
      const sent = (): void => void (reach.sent = true)
      if (socket.secureConnecting) socket.once('secureConnect', sent)
      else if (socket.connecting) socket.once('connect', sent)
      else sent()
    })
    taking.addRequest(request, ...rest)
  }
  options.agent = Object.create(agent, { addRequest: { value: addRequest } }) as Agent
  return reach
}
