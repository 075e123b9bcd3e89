export const id = 438;
export const ids = [438];
export const modules = {

/***/ 1438:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  httpExchange: () => (/* binding */ httpExchange)
});

// UNUSED EXPORTS: MAX_BODY_BYTES, MAX_JSON_DEPTH, MAX_JSON_PARTS

// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __webpack_require__(4942);
// EXTERNAL MODULE: ./lib/base/deadline.js
var deadline = __webpack_require__(4361);
// EXTERNAL MODULE: ./lib/base/failure.js
var base_failure = __webpack_require__(1747);
// EXTERNAL MODULE: ./lib/base/secrets.js
var base_secrets = __webpack_require__(3516);
// EXTERNAL MODULE: ./lib/base/text.js
var base_text = __webpack_require__(8566);
;// CONCATENATED MODULE: ./lib/apis/http/reach.js
/** Watches the request that goes out with these options. Its agent is the only one that http-client shows it to. */
function watchReach(options) {
    const reach = { sent: false };
    const { agent } = options;
    // Without an agent to watch, anything may have been sent.
    if (typeof agent !== 'object')
        return { sent: true };
    const taking = agent;
    const addRequest = (request, ...rest) => {
        request.once('socket', (socket) => {
            const sent = () => void (reach.sent = true);
            if (socket.secureConnecting)
                socket.once('secureConnect', sent);
            else if (socket.connecting)
                socket.once('connect', sent);
            else
                sent();
        });
        taking.addRequest(request, ...rest);
    };
    options.agent = Object.create(agent, { addRequest: { value: addRequest } });
    return reach;
}

// EXTERNAL MODULE: ./lib/base/fields.js
var fields = __webpack_require__(4144);
// EXTERNAL MODULE: ./lib/apis/http/fields.js
var http_fields = __webpack_require__(1081);
// EXTERNAL MODULE: ./lib/apis/http/headers.js
var http_headers = __webpack_require__(4404);
;// CONCATENATED MODULE: ./lib/apis/http/refusals.js
// Requests that came to nothing, as failures: the kind for the program, the words for people.





/** The failure of a request that was answered with another status than 2xx. `now` is in ms since the epoch. */
function refusal({ purpose, url, method }, answer, { urlInput, advice }, now) {
    const { status } = answer;
    const error = errorAnswer(answer.text);
    const elsewhere = status >= 300 && status < 400 ? `Redirects are not followed: check \`${urlInput}\`.` : '';
    return new base_failure/* Failure */.HR(kindOfStatus(status), `Could not ${purpose}: ${method} ${url.pathname} on ${url.host} answered ${said(answer, error)}.`, { ...(0,fields/* optional */.l)({ retryAfterMs: askedWait(answer, error, now) }), advice: advice[status] ?? elsewhere });
}
/** How long to wait in ms: by `Retry-After`, else, after a 429, by the body's `retry_after`, else until the limit is whole again. */
function askedWait({ status, headers }, error, now) {
    const told = (0,http_headers/* retryAfterMs */.Vs)(headers['retry-after'], now);
    if (told !== undefined || status !== 429)
        return told;
    const seconds = (0,http_fields/* amount */.vj)(error?.retry_after);
    return seconds === undefined ? (0,http_headers/* untilReset */.m9)(headers, now) : seconds * 1_000;
}
/**
 * Statuses of the way to the server and not of what was asked for: who waited for the request gave up (408, and 499 of nginx), or did not want it before
 * the connection was known better (425, RFC 8470). It may have got through all the same.
 */
const OF_THE_WAY = [408, 425, 499];
function kindOfStatus(status) {
    if (status === 401)
        return 'key-refused';
    if (status === 403)
        return 'forbidden';
    if (status === 404 || status === 410)
        return 'not-found';
    if (status === 405 || status === 501)
        return 'not-offered';
    if (status === 429)
        return 'rate-limited';
    if (status === 409)
        return 'conflict';
    if (status >= 500 || OF_THE_WAY.includes(status))
        return 'server';
    return status >= 300 && status < 400 ? 'unreadable' : 'rejected';
}
/** The JSON object of an error answer; undefined where it is none. */
function errorAnswer(text) {
    try {
        const answer = JSON.parse(text.slice(0, 10_000));
        return (0,fields/* isObject */.G)(answer) ? answer : undefined;
    }
    catch {
        return undefined;
    }
}
/** What an error answer says, in a vendor's envelope or any other form: `401 UNAUTHORIZED: Invalid key (request 1234)`. */
function said({ status, statusText, text }, answer) {
    let code;
    let words;
    let requestId;
    if (answer) {
        const { error, meta, message: bare } = answer;
        if ((0,fields/* isObject */.G)(error))
            ({ code, message: words } = error);
        else
            [code, words] = [error, bare];
        if ((0,fields/* isObject */.G)(meta))
            ({ requestId } = meta);
    }
    else
        words = text.trimStart().startsWith('<') ? undefined : text;
    // A code that is the status again says nothing.
    const name = typeof code === 'string' && code !== String(status) ? (0,base_text/* plain */.pj)(code, 60) : statusText;
    const tail = typeof words === 'string' && words.trim() ? `: ${(0,base_text/* plain */.pj)(words, 200).replace(/\.$/, '')}` : '';
    return `${[status, name].filter(Boolean).join(' ')}${tail}${typeof requestId === 'string' && requestId ? ` (request ${(0,base_text/* plain */.pj)(requestId, 80)})` : ''}`;
}
/** A request to which no whole answer came in time. */
function late({ purpose, url }, timeoutMs, reached, cause) {
    const what = reached === 'not-sent' ? 'no connection to' : 'no whole answer from';
    return new base_failure/* Failure */.HR(reached === 'not-sent' ? 'not-sent' : 'interrupted', `Could not ${purpose}: ${what} ${url.host} within ${timeoutMs / 1_000} s.`, { cause });
}
// Names of what is wrong with a certificate or a handshake, from Node's and OpenSSL's lists. They choose the words, and nothing else.
const TLS_REFUSED = /^(ERR_TLS_\w+|ERR_SSL_\w+|EPROTO|CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|HOSTNAME_MISMATCH|INVALID_CA)$/;
/** What a request that no answer came to, or half of one, is told as. */
function connectionFailure(error, { purpose, url }, reached) {
    const cause = error instanceof AggregateError ? error.errors[0] : error;
    const { code, message } = (cause ?? {});
    const name = typeof code === 'string' ? code : '';
    const reason = name || (0,base_text/* plain */.pj)(String(message ?? error), 120);
    const failure = (kind, what, advice) => new base_failure/* Failure */.HR(kind, `Could not ${purpose}: ${what}.`, { ...(0,fields/* optional */.l)({ advice }), cause: error });
    if (reached !== 'not-sent') {
        const what = reached === 'answered' ? 'broke off in the middle of the answer' : 'broke off before an answer came';
        return failure('interrupted', `the connection to ${url.host} ${what} (${reason})`);
    }
    if (TLS_REFUSED.test(name)) {
        const advice = 'If a company proxy or a private CA stands between, set NODE_EXTRA_CA_CERTS to its certificate.';
        return failure('not-sent', `no trusted connection to ${url.host} (${reason})`, advice);
    }
    // http-client's tunnel gives its own errors the code of a reset; that the proxy let nothing through shows in their words alone.
    const tunnel = /^tunneling socket could not be established, (.*)/.exec(typeof message === 'string' ? message : '');
    if (tunnel) {
        const what = `the proxy lets no connection to ${url.host} through (${(0,base_text/* plain */.pj)(tunnel[1] ?? '', 120)})`;
        return failure('not-sent', what, 'Check the environment variables https_proxy and no_proxy.');
    }
    return failure('not-sent', `no connection to ${url.host} (${reason})`);
}

// EXTERNAL MODULE: ./lib/apis/http/request.js
var http_request = __webpack_require__(1551);
;// CONCATENATED MODULE: ./lib/apis/http/exchange.js








/** Sent with every request. */
const USER_AGENT = 'callmeter-run-test/1';
/** Largest answer that is read, in bytes. A page of 100 endpoints with 200 metrics is below 2 MB. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;
/** Most objects and lists in one answer: a page of 100 endpoints with 200 metrics, each with directions and statistics, has some 100,000. */
const MAX_JSON_PARTS = 1_000_000;
/** Deepest nesting of JSON that is let in; deeper answers would exhaust the stack of whoever walks them. */
const MAX_JSON_DEPTH = 64;
/**
 * An `Exchange` over `@actions/http-client`, which brings the runner's proxy settings. Added here, because that client lacks them:
 * a deadline for the whole request, an abort signal, an end to a body that dies midway, limits of size and depth.
 * Redirects are not followed, so that a key is never carried to another host.
 */
function httpExchange({ secrets, clock, guidance }) {
    let next;
    const clientFor = (keepAlive) => new lib/* HttpClient */.Qq(USER_AGENT, [
        {
            // The client passes no signal on, but hands its options to handlers, synchronously within request().
            prepareRequest: (options) => {
                if (!next)
                    return;
                options.signal = next.signal;
                next.reach = watchReach(options);
            },
            canHandleAuthentication: () => false,
            handleAuthentication: () => Promise.reject(new Error('not used')),
        },
    ], { allowRedirects: false, allowRetries: false, keepAlive, socketTimeout: 2 * http_request/* REQUEST_TIMEOUT_MS */.j });
    // Reads may be repeated, so they share connections. A write gets one of its own: on a reused connection a
    // reset would leave open whether it had arrived.
    const reader = clientFor(true);
    return async (request, signal) => {
        const { purpose } = request;
        const client = request.method === 'GET' ? reader : clientFor(false);
        const timeoutMs = request.timeoutMs ?? http_request/* REQUEST_TIMEOUT_MS */.j;
        const timeout = (0,deadline/* openDeadline */.L)(clock);
        timeout.expireIn(timeoutMs);
        const combined = signal ? AbortSignal.any([timeout.signal, signal]) : timeout.signal;
        const going = { signal: combined };
        let answered = false;
        try {
            next = going;
            const pending = client.request(request.method, request.url.href, null, {
                accept: 'application/json',
                ...request.headers,
            });
            next = undefined;
            // A request that waits for a proxy has no socket yet, and does not notice that it was aborted.
            const { message } = await (0,deadline/* unlessAborted */.W)(pending, combined, () => new Error('aborted'));
            answered = true;
            const raw = await readText(message, purpose);
            const text = (0,base_secrets/* redact */.E)(unescaped(raw), secrets);
            const { statusCode: status = 0, statusMessage = '' } = message;
            const headers = redactedHeaders(message.headers, secrets);
            const answer = { status, statusText: (0,base_secrets/* redact */.E)(statusMessage, secrets), headers, text };
            if (status < 200 || status > 299)
                throw refusal(request, answer, guidance, clock.now());
            return {
                status,
                headers,
                body: raw.trim() === '' ? undefined : redactedIn(parseJson(raw, request, answer, guidance), raw, secrets),
            };
        }
        catch (error) {
            if (error instanceof base_failure/* Failure */.HR)
                throw error;
            const reached = answered ? 'answered' : (going.reach?.sent ?? true) ? 'sent' : 'not-sent';
            // A write that was broken off may have arrived, and that is what decides about it.
            if (signal?.aborted) {
                const kind = request.method === 'GET' || reached === 'not-sent' ? 'aborted' : 'interrupted';
                throw new base_failure/* Failure */.HR(kind, `Could not ${purpose}: the step was cancelled.`, { cause: error });
            }
            if (timeout.signal.aborted)
                throw late(request, timeoutMs, reached, error);
            throw connectionFailure(error, request, reached);
        }
        finally {
            timeout.clear();
        }
    };
}
async function readText(message, purpose) {
    const chunks = [];
    let size = 0;
    for await (const chunk of message) {
        size += chunk.length;
        if (size > MAX_BODY_BYTES) {
            message.destroy();
            throw new base_failure/* Failure */.HR('too-large', `Could not ${purpose}: the answer is larger than ${MAX_BODY_BYTES / 1024 / 1024} MB.`);
        }
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
}
function redactedHeaders(headers, secrets) {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [
        (0,base_secrets/* redact */.E)(name, secrets),
        typeof value === 'string' ? (0,base_secrets/* redact */.E)(value, secrets) : value?.map((one) => (0,base_secrets/* redact */.E)(one, secrets)),
    ]));
}
/** Parsed JSON without secrets. What stands in the text neither as it is nor in escapes is in none of its parts. */
function redactedIn(json, raw, secrets) {
    const mayHold = raw.includes('\\') || secrets.some((secret) => secret !== '' && raw.includes(secret));
    return mayHold ? (0,base_secrets/* textsChanged */.B)(json, (text) => (0,base_secrets/* redact */.E)(text, secrets)) : json;
}
/** JSON text without escapes of printable characters that need none, so that a secret which was written with some stands in it as it is. */
function unescaped(text) {
    if (!text.includes('\\'))
        return text;
    return text.replaceAll(/\\\\|\\\/|\\u00([0-9a-f]{2})/gi, (escape, hex) => {
        const sign = hex === undefined ? escape.slice(1) : String.fromCharCode(Number.parseInt(hex, 16));
        return /[!#-[\]-~]/.test(sign) ? sign : escape;
    });
}
function parseJson(raw, { purpose, url }, { status, headers, text }, { urlInput }) {
    const type = headers['content-type'] ?? 'no content type';
    const unreadable = (what, cause, kind = 'unreadable') => new base_failure/* Failure */.HR(kind, `Could not ${purpose}: ${url.host} answered ${status} with ${what}.`, {
        advice: `Check \`${urlInput}\`, and whether a proxy or a login page answers in its place.`,
        cause,
    });
    if (!/[/+]json\b/i.test(type))
        throw unreadable(`${(0,base_text/* plain */.pj)(type, 60)} where JSON was expected: "${(0,base_text/* plain */.pj)(text, 120)}"`);
    const excess = excessOf(raw);
    if (excess)
        throw unreadable(excess, undefined, 'too-large');
    try {
        return JSON.parse(raw);
    }
    catch (error) {
        throw unreadable(`text that is not JSON: "${(0,base_text/* plain */.pj)(text, 120)}"`, error);
    }
}
/** By what JSON text is more than is read, told without parsing it. */
function excessOf(text) {
    let depth = 0;
    let parts = 0;
    let quoted = false;
    for (let i = 0; i < text.length; i++) {
        const sign = text.charCodeAt(i);
        if (quoted) {
            if (sign === 0x5c)
                i++;
            else if (sign === 0x22)
                quoted = false;
        }
        else if (sign === 0x22)
            quoted = true;
        else if (sign === 0x7b || sign === 0x5b) {
            if (++depth > MAX_JSON_DEPTH)
                return `JSON nested deeper than ${MAX_JSON_DEPTH} levels`;
            if (++parts > MAX_JSON_PARTS)
                return `JSON of more than ${MAX_JSON_PARTS} objects and lists`;
        }
        else if (sign === 0x7d || sign === 0x5d)
            depth--;
    }
    return undefined;
}


/***/ }),

/***/ 1081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   TH: () => (/* binding */ idOf),
/* harmony export */   WB: () => (/* binding */ isSameId),
/* harmony export */   g0: () => (/* binding */ guardsOf),
/* harmony export */   my: () => (/* binding */ isCount),
/* harmony export */   oJ: () => (/* binding */ snakeName),
/* harmony export */   rl: () => (/* binding */ numberOf),
/* harmony export */   vj: () => (/* binding */ amount),
/* harmony export */   yp: () => (/* binding */ camelName)
/* harmony export */ });
/* harmony import */ var _base_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1747);
/* harmony import */ var _base_fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4144);
/* harmony import */ var _base_remembered_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2927);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8566);
// Fields of JSON that somebody else wrote, taken in only where they are of the expected type: what the guards of all APIs are made of.




/** `created_at` as `createdAt`. */
const camelName = (0,_base_remembered_js__WEBPACK_IMPORTED_MODULE_1__/* .remembered */ .H)((name) => name.replaceAll(/_+([a-z\d])/g, (_, letter) => letter.toUpperCase()));
/** `createdAt` as `created_at`. */
function snakeName(name) {
    return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
/** The value, where it is text that is not empty. */
function text(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
/** An id: text that is not empty, or a whole number, as text. */
function idOf(value) {
    return isCount(value) ? String(value) : text(value);
}
/** Whether an id is the one that was asked for. One that is not told is taken for it; letters' case does not tell two apart. */
function isSameId(told, asked) {
    return told === undefined || told.toLowerCase() === asked.toLowerCase();
}
/** The value, where it is a number from 0. */
function amount(value) {
    return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
}
/** The value as a number, also where it is one written as text (`"4.2"`); else undefined. */
function numberOf(value) {
    if (typeof value === 'number')
        return value;
    return typeof value === 'string' && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value.trim()) ? Number(value) : undefined;
}
/** Whether a value is a whole number from 0. */
function isCount(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
/**
 * What an API's answers are held against; `what` is what was asked for, in words. `fold` turns the name of a field into the documented casing.
 * `outline` gives what can be shown of a value that is no object.
 */
function guardsOf({ name: api, urlInput }, fold, outline = (value) => value) {
    /** A failure: `problem` is what is wrong with `answer`, or with what of it can be shown. */
    const misshapen = (what, problem, answer) => new _base_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('misshapen', `${api}'s answer for ${what} is not understood: ${problem} in ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(JSON.stringify(answer) ?? 'nothing', 160)}.`, {
        advice: `Check \`${urlInput}\`. If it is correct, the API has changed: report this line to the maintainers of the action.`,
    });
    const object = (value, what) => {
        if (!(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .G)(value))
            throw misshapen(what, 'it is not an object', outline(value));
        return value;
    };
    /** An object with its field names in the documented casing. Of a name in both casings, the documented one is taken. */
    const folded = (value, what) => {
        const fields = object(value, what);
        if (Object.keys(fields).every((name) => fold(name) === name))
            return fields;
        const entries = Object.entries(fields);
        const documented = entries.filter(([name]) => fold(name) === name);
        return Object.fromEntries([...entries.map(([name, field]) => [fold(name), field]), ...documented]);
    };
    /** An id that is documented, so that an answer without it is none. */
    const documentedId = (value, what, answer) => {
        const id = idOf(value);
        if (id === undefined)
            throw misshapen(what, 'it has no id', answer);
        return id;
    };
    return { misshapen, object, folded, documentedId };
}


/***/ }),

/***/ 4404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LF: () => (/* binding */ limitOf),
/* harmony export */   Vs: () => (/* binding */ retryAfterMs),
/* harmony export */   m9: () => (/* binding */ untilReset)
/* harmony export */ });
/* harmony import */ var _base_clamp_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3310);
/* harmony import */ var _base_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4144);


/** Longest wait for the reset of a limit, in ms: limits are by the minute, so a time further off is no such time. */
const MAX_RESET_MS = 120_000;
/** Milliseconds of a `Retry-After` header (RFC 9110, 10.2.3: seconds or a date), or undefined where there is none that can be read. */
function retryAfterMs(header, now) {
    if (header === undefined)
        return undefined;
    const seconds = numberIn(header);
    if (seconds !== undefined)
        return seconds * 1_000;
    const date = Date.parse(header);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
/** The limit in requests a second, what is left of it, and in how many ms it is whole again, from `X-RateLimit-*` headers. */
function limitOf(headers, now) {
    const limit = numberIn(headers['x-ratelimit-limit']);
    return (0,_base_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .l)({
        limit: limit ? limit / 60 : undefined,
        remaining: numberIn(headers['x-ratelimit-remaining']),
        resetMs: untilReset(headers, now),
    });
}
/**
 * Milliseconds until the limit is whole again, by `X-RateLimit-Reset`; undefined where it does not tell. A Unix time is the server's, so it is measured
 * by the server's own `Date`, where it gives one.
 */
function untilReset(headers, now) {
    const reset = numberIn(headers['x-ratelimit-reset']);
    if (reset === undefined)
        return undefined;
    const date = Date.parse(headers.date ?? '');
    // Unix seconds where it is a date, else seconds from now.
    const ms = reset > 1e9 ? reset * 1_000 - (Number.isNaN(date) ? now : date) : reset * 1_000;
    return (0,_base_clamp_js__WEBPACK_IMPORTED_MODULE_1__/* .clamp */ .q)(ms, 0, MAX_RESET_MS);
}
function numberIn(header) {
    return typeof header === 'string' && /^\s*\d+(\.\d+)?\s*$/.test(header) ? Number(header) : undefined;
}


/***/ }),

/***/ 1551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ REQUEST_TIMEOUT_MS)
/* harmony export */ });
/** Longest wait for one whole answer, in ms. */
const REQUEST_TIMEOUT_MS = 30_000;


/***/ })

};
