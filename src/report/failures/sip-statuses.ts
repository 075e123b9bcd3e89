// Every SIP response code that is registered with IANA ("Response Codes" of "Session Initiation Protocol (SIP) Parameters"), with its reason phrase and the
// RFC that defines it.

const RFC_3261: Readonly<Record<number, string>> = {
  100: 'Trying', 180: 'Ringing', 181: 'Call Is Being Forwarded', 182: 'Queued', 183: 'Session Progress', 200: 'OK',
  300: 'Multiple Choices', 301: 'Moved Permanently', 302: 'Moved Temporarily', 305: 'Use Proxy', 380: 'Alternative Service',
  400: 'Bad Request', 401: 'Unauthorized', 402: 'Payment Required', 403: 'Forbidden', 404: 'Not Found', 405: 'Method Not Allowed',
  406: 'Not Acceptable', 407: 'Proxy Authentication Required', 408: 'Request Timeout', 410: 'Gone', 413: 'Request Entity Too Large',
  414: 'Request-URI Too Long', 415: 'Unsupported Media Type', 416: 'Unsupported URI Scheme', 420: 'Bad Extension',
  421: 'Extension Required', 423: 'Interval Too Brief', 480: 'Temporarily Unavailable', 481: 'Call/Transaction Does Not Exist',
  482: 'Loop Detected', 483: 'Too Many Hops', 484: 'Address Incomplete', 485: 'Ambiguous', 486: 'Busy Here',
  487: 'Request Terminated', 488: 'Not Acceptable Here', 491: 'Request Pending', 493: 'Undecipherable',
  500: 'Server Internal Error', 501: 'Not Implemented', 502: 'Bad Gateway', 503: 'Service Unavailable', 504: 'Server Time-out',
  505: 'Version Not Supported', 513: 'Message Too Large', 600: 'Busy Everywhere', 603: 'Decline',
  604: 'Does Not Exist Anywhere', 606: 'Not Acceptable',
} // prettier-ignore

const EXTENSIONS: Readonly<Record<number, readonly [phrase: string, rfc: number]>> = {
  199: ['Early Dialog Terminated', 6228],
  202: ['Accepted', 6665],
  204: ['No Notification', 5839],
  412: ['Conditional Request Failed', 3903],
  417: ['Unknown Resource-Priority', 4412],
  422: ['Session Interval Too Small', 4028],
  424: ['Bad Location Information', 6442],
  425: ['Bad Alert Message', 8876],
  428: ['Use Identity Header', 8224],
  429: ['Provide Referrer Identity', 3892],
  430: ['Flow Failed', 5626],
  433: ['Anonymity Disallowed', 5079],
  436: ['Bad Identity Info', 8224],
  437: ['Unsupported Credential', 8224],
  438: ['Invalid Identity Header', 8224],
  439: ['First Hop Lacks Outbound Support', 5626],
  440: ['Max-Breadth Exceeded', 5393],
  469: ['Bad Info Package', 6086],
  470: ['Consent Needed', 5360],
  489: ['Bad Event', 6665],
  494: ['Security Agreement Required', 3329],
  555: ['Push Notification Service Not Supported', 8599],
  580: ['Precondition Failure', 3312],
  607: ['Unwanted', 8197],
  608: ['Rejected', 8688],
}

/** A response code, by its reason phrase and the RFC that defines it; undefined for one that is not registered. */
export function sipStatus(code: number): { phrase: string; rfc: number } | undefined {
  const phrase = Object.hasOwn(RFC_3261, code) ? RFC_3261[code] : undefined
  if (phrase !== undefined) return { phrase, rfc: 3261 }
  const extension = Object.hasOwn(EXTENSIONS, code) ? EXTENSIONS[code] : undefined
  return extension && { phrase: extension[0], rfc: extension[1] }
}

/** All registered codes, in order. */
export const SIP_STATUSES: readonly number[] = [...Object.keys(RFC_3261), ...Object.keys(EXTENSIONS)]
  .map(Number)
  .toSorted((a, b) => a - b)
