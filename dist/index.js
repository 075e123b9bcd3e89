import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
import * as __WEBPACK_EXTERNAL_MODULE__no_undici_js_1be51023__ from "./no-undici.js";
/******/ var __webpack_modules__ = ({

/***/ 916:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = __webpack_unused_export__ = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
__webpack_unused_export__ = closest;


/***/ }),

/***/ 770:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

module.exports = __nccwpck_require__(218);


/***/ }),

/***/ 218:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var __webpack_unused_export__;


var net = __nccwpck_require__(278);
var tls = __nccwpck_require__(756);
var http = __nccwpck_require__(611);
var https = __nccwpck_require__(692);
var events = __nccwpck_require__(434);
var assert = __nccwpck_require__(613);
var util = __nccwpck_require__(23);


exports.httpOverHttp = httpOverHttp;
exports.httpsOverHttp = httpsOverHttp;
exports.httpOverHttps = httpOverHttps;
exports.httpsOverHttps = httpsOverHttps;


function httpOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  return agent;
}

function httpsOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}

function httpOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  return agent;
}

function httpsOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}


function TunnelingAgent(options) {
  var self = this;
  self.options = options || {};
  self.proxyOptions = self.options.proxy || {};
  self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets;
  self.requests = [];
  self.sockets = [];

  self.on('free', function onFree(socket, host, port, localAddress) {
    var options = toOptions(host, port, localAddress);
    for (var i = 0, len = self.requests.length; i < len; ++i) {
      var pending = self.requests[i];
      if (pending.host === options.host && pending.port === options.port) {
        // Detect the request to connect same origin server,
        // reuse the connection.
        self.requests.splice(i, 1);
        pending.request.onSocket(socket);
        return;
      }
    }
    socket.destroy();
    self.removeSocket(socket);
  });
}
util.inherits(TunnelingAgent, events.EventEmitter);

TunnelingAgent.prototype.addRequest = function addRequest(req, host, port, localAddress) {
  var self = this;
  var options = mergeOptions({request: req}, self.options, toOptions(host, port, localAddress));

  if (self.sockets.length >= this.maxSockets) {
    // We are over limit so we'll add it to the queue.
    self.requests.push(options);
    return;
  }

  // If we are under maxSockets create a new one.
  self.createSocket(options, function(socket) {
    socket.on('free', onFree);
    socket.on('close', onCloseOrRemove);
    socket.on('agentRemove', onCloseOrRemove);
    req.onSocket(socket);

    function onFree() {
      self.emit('free', socket, options);
    }

    function onCloseOrRemove(err) {
      self.removeSocket(socket);
      socket.removeListener('free', onFree);
      socket.removeListener('close', onCloseOrRemove);
      socket.removeListener('agentRemove', onCloseOrRemove);
    }
  });
};

TunnelingAgent.prototype.createSocket = function createSocket(options, cb) {
  var self = this;
  var placeholder = {};
  self.sockets.push(placeholder);

  var connectOptions = mergeOptions({}, self.proxyOptions, {
    method: 'CONNECT',
    path: options.host + ':' + options.port,
    agent: false,
    headers: {
      host: options.host + ':' + options.port
    }
  });
  if (options.localAddress) {
    connectOptions.localAddress = options.localAddress;
  }
  if (connectOptions.proxyAuth) {
    connectOptions.headers = connectOptions.headers || {};
    connectOptions.headers['Proxy-Authorization'] = 'Basic ' +
        new Buffer(connectOptions.proxyAuth).toString('base64');
  }

  debug('making CONNECT request');
  var connectReq = self.request(connectOptions);
  connectReq.useChunkedEncodingByDefault = false; // for v0.6
  connectReq.once('response', onResponse); // for v0.6
  connectReq.once('upgrade', onUpgrade);   // for v0.6
  connectReq.once('connect', onConnect);   // for v0.7 or later
  connectReq.once('error', onError);
  connectReq.end();

  function onResponse(res) {
    // Very hacky. This is necessary to avoid http-parser leaks.
    res.upgrade = true;
  }

  function onUpgrade(res, socket, head) {
    // Hacky.
    process.nextTick(function() {
      onConnect(res, socket, head);
    });
  }

  function onConnect(res, socket, head) {
    connectReq.removeAllListeners();
    socket.removeAllListeners();

    if (res.statusCode !== 200) {
      debug('tunneling socket could not be established, statusCode=%d',
        res.statusCode);
      socket.destroy();
      var error = new Error('tunneling socket could not be established, ' +
        'statusCode=' + res.statusCode);
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    if (head.length > 0) {
      debug('got illegal response body from proxy');
      socket.destroy();
      var error = new Error('got illegal response body from proxy');
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    debug('tunneling connection has established');
    self.sockets[self.sockets.indexOf(placeholder)] = socket;
    return cb(socket);
  }

  function onError(cause) {
    connectReq.removeAllListeners();

    debug('tunneling socket could not be established, cause=%s\n',
          cause.message, cause.stack);
    var error = new Error('tunneling socket could not be established, ' +
                          'cause=' + cause.message);
    error.code = 'ECONNRESET';
    options.request.emit('error', error);
    self.removeSocket(placeholder);
  }
};

TunnelingAgent.prototype.removeSocket = function removeSocket(socket) {
  var pos = this.sockets.indexOf(socket)
  if (pos === -1) {
    return;
  }
  this.sockets.splice(pos, 1);

  var pending = this.requests.shift();
  if (pending) {
    // If we have pending requests and a socket gets closed a new one
    // needs to be created to take over in the pool for the one that closed.
    this.createSocket(pending, function(socket) {
      pending.request.onSocket(socket);
    });
  }
};

function createSecureSocket(options, cb) {
  var self = this;
  TunnelingAgent.prototype.createSocket.call(self, options, function(socket) {
    var hostHeader = options.request.getHeader('host');
    var tlsOptions = mergeOptions({}, self.options, {
      socket: socket,
      servername: hostHeader ? hostHeader.replace(/:.*$/, '') : options.host
    });

    // 0 is dummy port for v0.6
    var secureSocket = tls.connect(0, tlsOptions);
    self.sockets[self.sockets.indexOf(socket)] = secureSocket;
    cb(secureSocket);
  });
}


function toOptions(host, port, localAddress) {
  if (typeof host === 'string') { // since v0.10
    return {
      host: host,
      port: port,
      localAddress: localAddress
    };
  }
  return host; // for v0.11 or later
}

function mergeOptions(target) {
  for (var i = 1, len = arguments.length; i < len; ++i) {
    var overrides = arguments[i];
    if (typeof overrides === 'object') {
      var keys = Object.keys(overrides);
      for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
        var k = keys[j];
        if (overrides[k] !== undefined) {
          target[k] = overrides[k];
        }
      }
    }
  }
  return target;
}


var debug;
if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) {
  debug = function() {
    var args = Array.prototype.slice.call(arguments);
    if (typeof args[0] === 'string') {
      args[0] = 'TUNNEL: ' + args[0];
    } else {
      args.unshift('TUNNEL:');
    }
    console.error.apply(console, args);
  }
} else {
  debug = function() {};
}
__webpack_unused_export__ = debug; // for test


/***/ }),

/***/ 613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 24:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 23:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 438:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  ai: () => (/* binding */ httpExchange)
});

// UNUSED EXPORTS: MAX_BODY_BYTES, MAX_JSON_DEPTH, MAX_JSON_PARTS

// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 2 modules
var lib = __nccwpck_require__(468);
// EXTERNAL MODULE: ./lib/base/deadline.js
var deadline = __nccwpck_require__(361);
// EXTERNAL MODULE: ./lib/base/failure.js
var base_failure = __nccwpck_require__(747);
// EXTERNAL MODULE: ./lib/base/fields.js
var fields = __nccwpck_require__(144);
// EXTERNAL MODULE: ./lib/base/text.js
var base_text = __nccwpck_require__(566);
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

// EXTERNAL MODULE: ./lib/apis/http/fields.js
var http_fields = __nccwpck_require__(81);
// EXTERNAL MODULE: ./lib/apis/http/headers.js
var http_headers = __nccwpck_require__(404);
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
var http_request = __nccwpck_require__(551);
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
            const text = redact(unescaped(raw), secrets);
            const { statusCode: status = 0, statusMessage = '' } = message;
            const headers = redactedHeaders(message.headers, secrets);
            const answer = { status, statusText: redact(statusMessage, secrets), headers, text };
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
                throw new base_failure/* Failure */.HR(kind, `Could not ${purpose}: this step was told to end.`, { cause: error });
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
function redact(text, secrets) {
    return secrets.reduce((clean, secret) => (secret ? clean.replaceAll(secret, '***') : clean), text);
}
function redactedHeaders(headers, secrets) {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [
        redact(name, secrets),
        typeof value === 'string' ? redact(value, secrets) : value?.map((one) => redact(one, secrets)),
    ]));
}
/** Parsed JSON without secrets. What stands in the text neither as it is nor in escapes is in none of its parts. */
function redactedIn(json, raw, secrets) {
    const mayHold = raw.includes('\\') || secrets.some((secret) => secret !== '' && raw.includes(secret));
    return mayHold ? walked(json, (text) => redact(text, secrets)) : json;
}
function walked(json, change) {
    if (typeof json === 'string')
        return change(json);
    if (Array.isArray(json))
        return json.map((item) => walked(item, change));
    if (!(0,fields/* isObject */.G)(json))
        return json;
    return Object.fromEntries(Object.entries(json).map(([name, value]) => [change(name), walked(value, change)]));
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

/***/ 81:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   TH: () => (/* binding */ idOf),
/* harmony export */   WB: () => (/* binding */ isSameId),
/* harmony export */   g0: () => (/* binding */ guardsOf),
/* harmony export */   my: () => (/* binding */ isCount),
/* harmony export */   oJ: () => (/* binding */ snakeName),
/* harmony export */   vj: () => (/* binding */ amount),
/* harmony export */   yp: () => (/* binding */ camelName)
/* harmony export */ });
/* harmony import */ var _base_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(747);
/* harmony import */ var _base_fields_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(144);
/* harmony import */ var _base_remembered_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(927);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(566);
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
        advice: `Check \`${urlInput}\`. If it is right, the API has changed: please report this line to the maintainers of the action.`,
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

/***/ 404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LF: () => (/* binding */ limitOf),
/* harmony export */   Vs: () => (/* binding */ retryAfterMs),
/* harmony export */   m9: () => (/* binding */ untilReset)
/* harmony export */ });
/* harmony import */ var _base_clamp_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(310);
/* harmony import */ var _base_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(144);


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

/***/ 551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ REQUEST_TIMEOUT_MS)
/* harmony export */ });
/** Longest wait for one whole answer, in ms. */
const REQUEST_TIMEOUT_MS = 30_000;


/***/ }),

/***/ 310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ clamp)
/* harmony export */ });
/** The value, or the bound that it is beyond. */
function clamp(value, least, most) {
    return Math.min(Math.max(value, least), most);
}


/***/ }),

/***/ 743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/** When the process began, by the machine's clock. */
const began = Math.round(Date.now() - performance.now());
/**
 * The machine's clock as it was when the process began, and from then on only what passes: a clock that is set anew in the meantime, by hours perhaps,
 * moves no deadline and changes no duration.
 */
const systemClock = {
    now: () => began + performance.now(),
    sleep: (ms, signal) => new Promise((resolve) => {
        if (signal?.aborted) {
            resolve();
            return;
        }
        const finish = () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', finish);
            resolve();
        };
        // Up: Node rounds down, and whoever wakes too early has to sleep once more.
        const timer = setTimeout(finish, Math.ceil(Math.max(0, ms)));
        signal?.addEventListener('abort', finish);
    }),
};


/***/ }),

/***/ 361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ openDeadline),
/* harmony export */   W: () => (/* binding */ unlessAborted)
/* harmony export */ });
/** A deadline that has no time yet. */
function openDeadline(clock) {
    const late = new AbortController();
    const cleared = new AbortController();
    const expireIn = (ms) => {
        void clock.sleep(ms, cleared.signal).then(() => {
            if (!cleared.signal.aborted)
                late.abort();
        });
    };
    return {
        signal: late.signal,
        expireIn,
        expireAfter: (other, ms) => {
            const expire = () => expireIn(ms());
            if (other.aborted)
                expire();
            else
                other.addEventListener('abort', expire, { once: true, signal: cleared.signal });
        },
        clear: () => cleared.abort(),
    };
}
/** What work comes to, unless the signal aborts first: then it is rejected with `late()`, whether or not the work notices. */
function unlessAborted(work, signal, late) {
    const aborted = new Promise((_, reject) => {
        const onAbort = () => reject(late());
        if (signal.aborted)
            onAbort();
        else
            signal.addEventListener('abort', onAbort, { once: true });
    });
    return Promise.race([work, aborted]);
}


/***/ }),

/***/ 747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   C4: () => (/* binding */ failedAs),
/* harmony export */   HR: () => (/* binding */ Failure),
/* harmony export */   WE: () => (/* binding */ explain)
/* harmony export */ });
/* unused harmony exports FAILURE_KINDS, FAILURE_CODES */
/**
 * What went wrong, as a closed set. The kind alone decides whether something is tried again and how the step ends;
 * the message is for people.
 *
 * - `input`: the workflow asks for something that cannot be done
 * - `key-refused` (401), `forbidden` (403), `not-found` (404), `not-offered` (405, 501), `rejected` (other 4xx)
 * - `conflict` (409): it does not go together with something that is under way; perhaps with the same request, sent on twice by a gateway
 * - `rate-limited` (429): nothing was done, and it may be asked again later
 * - `not-sent`: the request certainly never arrived (connection refused, name not resolved, TLS)
 * - `interrupted`: it may have arrived; the answer did not (reset, timeout, body cut short)
 * - `server` (5xx): it arrived, and whether it took effect is unknown
 * - `unreadable`: an answer arrived that cannot be understood
 * - `too-large`: an answer arrived that is larger, or nested deeper, than is read
 * - `misshapen`: the answer is JSON, but not of the form that the API is known for
 * - `incomplete`: the answers are readable, but together they are not the whole
 * - `run-lost`: a run may have been started, and which one is not known
 * - `aborted`: this step was told to end
 */
const FAILURE_KINDS = [
    'input', 'key-refused', 'forbidden', 'not-found', 'not-offered', 'rejected', 'conflict', 'rate-limited', 'not-sent', 'interrupted', 'server', 'unreadable',
    'too-large', 'misshapen', 'incomplete', 'run-lost', 'aborted',
]; // prettier-ignore
/**
 * What went wrong, for the reader: the kind, or a more exact word where what to do depends on it. Each is an anchor in docs/troubleshooting.md,
 * and stands in `results` and report.json.
 */
const FAILURE_CODES = [
    ...FAILURE_KINDS, 'unknown-name', 'baseline-file', 'threshold-invalid', 'internal',
]; // prettier-ignore
/** An error whose kind is known. Everything that this action throws on purpose is one. */
class Failure extends Error {
    name = 'Failure';
    kind;
    code;
    advice;
    retryAfterMs;
    constructor(kind, message, details = {}) {
        super(message, 'cause' in details ? { cause: details.cause } : undefined);
        this.kind = kind;
        this.code = details.code ?? kind;
        this.advice = details.advice;
        this.retryAfterMs = details.retryAfterMs;
    }
}
/** Whether `error` is a failure of one of these kinds. */
function failedAs(error, ...kinds) {
    return error instanceof Failure && kinds.includes(error.kind);
}
/** The error in words, with its advice, for a reader of the log. Anything that is not a `Failure` is a bug and says so. */
function explain(error) {
    if (error instanceof Failure)
        return error.advice ? `${error.message} ${error.advice}` : error.message;
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return `Internal error, please report it to the action's maintainers: ${text}`;
}
/** The code of an error. Anything that is not a `Failure` is a bug. */
function codeOf(error) {
    return error instanceof Failure ? error.code : 'internal';
}


/***/ }),

/***/ 144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ isObject),
/* harmony export */   l: () => (/* binding */ optional)
/* harmony export */ });
// Objects whose fields may be of any type, or missing.
/** Whether a value is a JSON object. */
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The fields that have a value. */
function optional(fields) {
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}


/***/ }),

/***/ 378:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ workspaceFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(760);
// The files of the workspace. What a path names may be a link to anywhere, a device, or a pipe that nobody writes to: only regular files within are read,
// and nothing is written outside.


/** Most report directories beside one another. */
const MAX_DIRECTORIES = 1_000;
/** Files below `workspace`, or below one of `also`: the runner's own folder, or a single file of the runner's. */
function workspaceFiles(workspace, also = []) {
    const places = [workspace, ...also].flatMap((place) => (place && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(place) ? [(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(place)] : []));
    /** Throws unless the path, without links in it, lies within. */
    const within = (real) => {
        if (places.some((place) => real === place || real.startsWith(place.endsWith(node_path__WEBPACK_IMPORTED_MODULE_1__.sep) ? place : place + node_path__WEBPACK_IMPORTED_MODULE_1__.sep)))
            return real;
        throw new Error('it lies outside the workspace and the runner’s temporary folder');
    };
    return {
        read: (path, maxBytes) => {
            const full = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, path);
            return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(full) ? readRegular(within((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(full)), maxBytes) : undefined;
        },
        writeReports: (directory, files) => {
            const names = Object.keys(files);
            for (let n = 1; n <= MAX_DIRECTORIES; n++) {
                const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, n === 1 ? directory : `${directory.replace(/[\\/]+$/, '')}-${n}`);
                within((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(nearestThere(folder)));
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { recursive: true });
                if (names.some((name) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name))) || !claimed((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, names[0] ?? ''), files))
                    continue;
                for (const name of names.slice(1))
                    writeNew((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), files[name] ?? '');
                return Object.fromEntries(names.map((name) => [name, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name)]));
            }
            throw new Error(`there are ${MAX_DIRECTORIES} report directories already`);
        },
    };
}
/** The text of a regular file. Opening never waits for somebody at the other end, and no more is read than may be there, whatever its size is said to be. */
function readRegular(path, maxBytes) {
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0) | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW ?? 0));
    try {
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(file);
        if (!stat.isFile())
            throw new Error('it is no regular file');
        if (stat.size > maxBytes)
            throw new Error(`it is ${stat.size} bytes long, and at most ${maxBytes} are read`);
        const chunks = [];
        let size = 0;
        for (;;) {
            const chunk = Buffer.alloc(Math.min(maxBytes + 1 - size, Math.max(stat.size + 1, CHUNK_BYTES)));
            const read = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file, chunk);
            if (read === 0)
                return Buffer.concat(chunks).toString('utf8');
            chunks.push(chunk.subarray(0, read));
            size += read;
            if (size > maxBytes)
                throw new Error(`it is longer than the ${maxBytes} bytes that are read`);
        }
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
    }
}
const CHUNK_BYTES = 64 * 1024;
/** The folder, or the nearest one above it that is there. */
function nearestThere(folder) {
    const above = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder);
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(folder) || above === folder ? folder : nearestThere(above);
}
/** Writes a file that is not there yet: a link in its place is not followed. */
function writeNew(path, text) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(path, text, { flag: 'wx' });
}
/** Writes the first file unless it exists, in one step: steps of a job may run in parallel. */
function claimed(path, files) {
    try {
        writeNew(path, Object.values(files)[0] ?? '');
        return true;
    }
    catch (error) {
        if (error.code === 'EEXIST')
            return false;
        throw error;
    }
}


/***/ }),

/***/ 119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ZA: () => (/* binding */ suggest),
/* harmony export */   au: () => (/* binding */ didYouMean),
/* harmony export */   pA: () => (/* binding */ nearest)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(916);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(566);


/** Longest text that is compared; the cost grows with the square of it. */
const MAX_LENGTH = 100;
/** Up to `most` of the candidates that `text` may be a slip of, nearest first. Case, `-`, `_` and spaces do not count. */
function nearest(text, candidates, most = 3) {
    const fold = (word) => word
        .slice(0, MAX_LENGTH)
        .toLowerCase()
        .replaceAll(/[-_\s]+/g, ' ');
    const wanted = fold(text);
    const edits = (candidate) => {
        const folded = fold(candidate);
        if (folded === wanted)
            return 0;
        const part = Math.min(wanted.length, folded.length) >= 3 && (folded.includes(wanted) || wanted.includes(folded));
        return part ? 1 : (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(wanted, folded);
    };
    return ([...new Set(candidates)]
        .map((candidate) => ({ candidate, edits: edits(candidate) }))
        // Two edits are a swap of neighbours, the commonest slip of all.
        .filter((found) => found.edits <= Math.max(2, wanted.length / 3) && (found.edits === 0 || found.edits < wanted.length))
        .toSorted((a, b) => a.edits - b.edits)
        .slice(0, most)
        .map((found) => found.candidate));
}
/** ` Did you mean A, B or C?`, or nothing where no candidate is near. */
function didYouMean(text, candidates) {
    const found = nearest(text, candidates);
    return found.length === 0 ? '' : ` Did you mean ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inWords */ .r4)(found, ' or ')}?`;
}
/** `; did you mean A or B?`, or the first of the candidates where none is near. */
function suggest(name, candidates) {
    const near = nearest(name, candidates);
    return near.length > 0 ? `; did you mean ${near.join(' or ')}?` : `; known are ${candidates.slice(0, 12).join(', ')}.`;
}


/***/ }),

/***/ 927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ remembered)
/* harmony export */ });
/** Most texts that are remembered, and the longest one, in characters: what strangers send does not fill the memory. */
const [MAX_TEXTS, MAX_LENGTH] = [2_000, 100];
/** A pure function of a text that remembers what it made of the texts that come again and again, as names of fields do. */
function remembered(make) {
    const made = new Map();
    return (text) => {
        const known = made.get(text);
        if (known !== undefined)
            return known;
        const value = make(text);
        if (text.length > MAX_LENGTH)
            return value;
        if (made.size >= MAX_TEXTS)
            made.clear();
        made.set(text, value);
        return value;
    };
}


/***/ }),

/***/ 566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ logLine),
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   UF: () => (/* binding */ href),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   qy: () => (/* binding */ html),
/* harmony export */   r4: () => (/* binding */ inWords),
/* harmony export */   wD: () => (/* binding */ markdown)
/* harmony export */ });
// Text from a server, or from a workflow, made safe for the place it goes to. Each place has its own function.
/** Longest piece of foreign text that is shown. */
const MAX_LENGTH = 300;
// C0 and C1 controls, line and paragraph separators, bidirectional overrides, zero-width characters, and halves of surrogate pairs.
const UNSAFE = 
// oxlint-disable-next-line no-control-regex -- control characters are what this is about
/[\u0000-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** One line of ordinary characters, at most `max` long. Fit for a log line when it stands behind other words. */
function plain(text, max = MAX_LENGTH) {
    const line = text
        .slice(0, max * 2)
        .replaceAll(UNSAFE, ' ')
        .replaceAll(/ {2,}/g, ' ')
        .trim();
    return line.length > max ? `${line.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
}
/**
 * A line for the log. GitHub's runner takes a line that starts with `::`, or holds `##[` anywhere, as a command
 * (actions/runner, ActionCommand.cs), so neither is let through.
 */
function logLine(text) {
    const safe = text.replaceAll(UNSAFE, ' ').replaceAll('##[', '# #[');
    return /^\s*::/.test(safe) ? safe.replace('::', ': :') : safe;
}
/** Text for GitHub-flavoured Markdown, in a table or out of it: it shows as it is, and links, mentions or tags nothing. */
function markdown(text, max = MAX_LENGTH) {
    return (plain(text, max)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll(/[\\`*_{}[\]()#+!|~$:.-]/g, (sign) => (/[:.-]/.test(sign) ? sign : `\\${sign}`))
        // A mention, an issue's number or an address becomes a link of its own accord, and a mention even a notification, whether or not it
        // is written with entities. A character without width in it prevents that.
        .replaceAll('@', '&#64;&#8203;')
        .replaceAll(String.raw `\#`, String.raw `\#&#8203;`)
        // Where it begins a line it would begin a list, or draw a rule.
        .replace(/^-/, String.raw `\-`)
        .replace(/^(\d+)\./, String.raw `$1\.`)
        .replaceAll('://', '&#58;//')
        .replaceAll(/www\./gi, (www) => `${www.slice(0, 3)}&#46;`));
}
/** Text as inline code in a Markdown table: no back-tick and no pipe can end it. What it shows can be copied as it is. */
function code(text, max = MAX_LENGTH) {
    // Within code only a mail address becomes a link, as SIP addresses look like; a comment in it prevents that and is not copied.
    const shown = markdown(text, max).replaceAll('&#64;&#8203;', '&#64;<!-- -->');
    return `<code>${shown.replaceAll('&#8203;', '')}</code>`;
}
/** Text for a line of HTML, where Markdown is not looked at: within `summary`, for one. */
function html(text, max = MAX_LENGTH) {
    return plain(text, max)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll('@', '&#64;&#8203;')
        .replaceAll('#', (sign, at, whole) => (whole[at - 1] === '&' ? sign : '#&#8203;'));
}
/** Lines of text as a Markdown code block that nothing in them can end. */
function codeBlock(text, max = 20_000) {
    const lines = text
        .slice(0, max)
        .split('\n')
        .map((line) => line.replaceAll(UNSAFE, ' '));
    const longest = Math.max(2, ...lines.map((line) => /^\s*(`+)/.exec(line)?.[1]?.length ?? 0));
    const fence = '`'.repeat(longest + 1);
    return [fence, ...lines, fence].join('\n');
}
/** A web address for an `href` in Markdown or HTML; empty where the text is not one. */
function href(url) {
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
        return '';
    return new URL(url).href
        .replaceAll('&', '&amp;')
        .replaceAll(/["'<>|`\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
/** `a, b and c`. */
function inWords(list, conjunction = ' and ') {
    return list.length < 2 ? list.join('') : `${list.slice(0, -1).join(', ')}${conjunction}${list.at(-1) ?? ''}`;
}
/** `1 endpoint`, `2 endpoints`. */
function counted(n, noun) {
    return `${n} ${noun}${n === 1 ? '' : 's'}`;
}


/***/ }),

/***/ 691:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(136);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(79);
/* harmony import */ var _base_clock_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(743);
/* harmony import */ var _base_failure_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(747);
/* harmony import */ var _base_files_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(378);
/* harmony import */ var _apis_http_exchange_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(438);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(222);
// Where the step starts: with post.ts, the only file that touches the process itself.









// A cancelled workflow sends SIGINT, and SIGTERM 7.5 s later. The step ends by itself then, so a second signal changes nothing.
const cancelled = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
        if (!cancelled.signal.aborted)
            _actions_core__WEBPACK_IMPORTED_MODULE_3__.info(`${signal}: the workflow was cancelled.`);
        cancelled.abort();
    });
}
try {
    process.exitCode = await (0,_main_js__WEBPACK_IMPORTED_MODULE_8__/* .main */ .i)({
        toolkit: { ..._actions_core__WEBPACK_IMPORTED_MODULE_3__, writeSummary: async (markdown) => void (await _actions_core__WEBPACK_IMPORTED_MODULE_3__.summary.addRaw(markdown).write()) },
        env: process.env,
        clock: _base_clock_js__WEBPACK_IMPORTED_MODULE_4__/* .systemClock */ .m,
        random: Math.random,
        exchange: _apis_http_exchange_js__WEBPACK_IMPORTED_MODULE_7__/* .httpExchange */ .ai,
        // Loaded only when GitHub is told something, and bundled apart (see tools/build.ts): it is larger than all the rest.
        connect: async (options) => (await import(/* webpackIgnore: true */ './apis/github/octokit.js')).connectGitHub(options),
        files: (0,_base_files_js__WEBPACK_IMPORTED_MODULE_6__/* .workspaceFiles */ .P)(process.env.GITHUB_WORKSPACE || process.cwd(), [
            process.env.RUNNER_TEMP,
            process.env.GITHUB_EVENT_PATH,
        ]),
        pageTemplate: () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(import.meta.url)), 'report.html'), 'utf8'),
        signal: cancelled.signal,
    });
}
catch (error) {
    _actions_core__WEBPACK_IMPORTED_MODULE_3__.setFailed((0,_base_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .explain */ .WE)(error));
}
// A connection that nobody answers, to a proxy for one, can outlive its request and keep the process waiting. Everything is told by now.
setTimeout(() => process.exit(), 500).unref();

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./lib/base/clamp.js
var clamp = __nccwpck_require__(310);
// EXTERNAL MODULE: ./lib/base/failure.js
var base_failure = __nccwpck_require__(747);
// EXTERNAL MODULE: ./lib/apis/http/request.js
var request = __nccwpck_require__(551);
;// CONCATENATED MODULE: ./lib/apis/http/retry.js

/** How long an API may be out of reach before a read gives up, in ms. A shorter outage changes nothing but the log. */
const OUTAGE_PATIENCE_MS = 5 * 60_000;
/** How long answers may be readable but of the wrong shape before a read gives up, in ms. Longer than a passing fault of a gateway. */
const MISSHAPEN_PATIENCE_MS = 30_000;
/** How long a refusal has to stand before a read believes it, in ms: one alone may be a fault of the moment, whatever its number. */
const REFUSAL_PATIENCE_MS = 10_000;
/** Longest wait of our own choosing between two tries, in ms. */
const MAX_WAIT_MS = 20_000;
const FIRST_WAIT_MS = 1_000;
/** Kinds of failure of the way to the API and of its health: they share one patience, since an outage shows as one and then as another. */
const OUTAGE = ['not-sent', 'interrupted', 'server', 'unreadable'];
/** Kinds of failure that tell of the request, as soon as they are believed. */
const REFUSALS = [
    'key-refused', 'forbidden', 'not-found', 'not-offered', 'rejected', 'conflict', 'too-large',
]; // prettier-ignore
/** Kinds of failure that pass, so that what does no harm twice may be asked again. */
const PASSING = [...OUTAGE, 'rate-limited', 'misshapen'];
/** Kinds of failure after which a read may be repeated. */
const OF_READS = [...PASSING, ...REFUSALS];
/** Kinds of failure after which it is certain that a request had no effect, so that even a write may be repeated. */
const WITHOUT_EFFECT = ['rate-limited', 'not-sent'];
/**
 * Repeats `attempt` while it fails in one of `kinds`, with decorrelated jitter between tries and never sooner than `Retry-After` asks. Gives up with the
 * last failure at the deadline, or when a failure has stood for as long as its kind is sat out: each for itself, so that a refusal after an outage is not
 * believed at once. Being asked to slow down (429) shows that the API is there, and is sat out until the deadline. Where the deadline cut the last
 * try short, the failure before it is the one that tells something.
 */
async function persist(attempt, kinds, scope, { clock, random, onRetry }) {
    const backoffMs = decorrelatedJitter(random);
    /** Since when which kinds of failure have stood. */
    const standing = new Map();
    const began = clock.now();
    let lastFailure;
    let slowDowns = 0;
    for (;;) {
        if (scope.signal?.aborted)
            throw new base_failure/* Failure */.HR('aborted', 'This step was told to end.');
        try {
            return await attempt();
        }
        catch (error) {
            const now = clock.now();
            const again = (0,base_failure/* failedAs */.C4)(error, ...kinds) && !scope.signal?.aborted && now < scope.deadline;
            const isSlowDown = (0,base_failure/* failedAs */.C4)(error, 'rate-limited');
            const isTooMuch = isSlowDown && slowDowns >= (scope.slowDowns ?? Number.POSITIVE_INFINITY);
            const left = again && !isTooMuch ? patienceLeft(error, standing, scope, now) : 0;
            if (!again || left <= 0) {
                const cutShort = kinds.includes('interrupted') && (0,base_failure/* failedAs */.C4)(error, 'interrupted') && now >= scope.deadline;
                throw cutShort && lastFailure ? lastFailure : error;
            }
            lastFailure = error;
            const asked = error.retryAfterMs ?? 0;
            const least = Math.max(asked, FIRST_WAIT_MS / 2);
            // The first time, the pace alone spreads those who were refused together. The last try comes when patience ends.
            const isFirst = isSlowDown && slowDowns === 0;
            slowDowns = isSlowDown ? slowDowns + 1 : 0;
            const own = Math.min(least + (isFirst ? 0 : backoffMs()), Math.max(left, asked));
            const waitMs = Math.min(own, scope.deadline - now);
            onRetry?.({ failure: error, waitMs, sinceMs: now - began });
            if (waitMs > 0)
                await clock.sleep(waitMs, scope.signal);
        }
    }
}
/** How much longer a failure is sat out, in ms. Takes note of it in `standing`. */
function patienceLeft({ kind }, standing, scope, now) {
    const most = scope.patienceMs ?? OUTAGE_PATIENCE_MS;
    if (most <= 0)
        return 0;
    if (kind === 'rate-limited') {
        standing.clear();
        return Number.POSITIVE_INFINITY;
    }
    const name = OUTAGE.includes(kind) ? 'outage' : kind;
    const since = standing.get(name) ?? now;
    standing.set(name, since);
    return since + Math.min(most, patienceOf(kind, scope)) - now;
}
function patienceOf(kind, { refusalMs = REFUSAL_PATIENCE_MS }) {
    if (kind === 'misshapen')
        return MISSHAPEN_PATIENCE_MS;
    // A refused key says nothing of what there is.
    if (kind === 'key-refused')
        return REFUSAL_PATIENCE_MS;
    return REFUSALS.includes(kind) ? refusalMs : OUTAGE_PATIENCE_MS;
}
/**
 * Waits in ms that grow to about twice the one before, spread so that those who failed together do not meet again: decorrelated jitter, version 2,
 * of Polly (https://github.com/App-vNext/Polly/issues/530), whose medians are near FIRST_WAIT_MS, twice, four times … that.
 */
function decorrelatedJitter(random) {
    let tries = 0;
    let before = 0;
    return () => {
        const t = tries++ + random();
        const reached = 2 ** t * Math.tanh(Math.sqrt(4 * t));
        const step = Number.isFinite(reached) ? Math.max(0, reached - before) : Number.POSITIVE_INFINITY;
        before = reached;
        return Math.min((step / 1.4) * FIRST_WAIT_MS, MAX_WAIT_MS);
    };
}

;// CONCATENATED MODULE: ./lib/apis/http/bearer-api.js




/** How many of the latest answers tell the server's clock: of several the median, since one may come from a cache. */
const MAX_DATES = 5;
/** How far apart two answers' clocks may be, in ms: `Date` tells whole seconds, and an answer is under way for a while. */
const AGREED_MS = 3_000;
/** How far the server's clock may be from this machine's, in ms, to be taken for a clock. */
const PLAUSIBLE_MS = 5 * 60_000;
/** The API at `apiUrl`, asked over `exchange`. */
function bearerApi({ exchange, pace, apiUrl, apiKey, ...tools }) {
    const base = apiUrl.href.replace(/\/+$/, '');
    /** By how much the server's clock was ahead of this machine's at its latest answers, in ms. */
    let ahead = [];
    const serverAhead = () => ahead.toSorted((a, b) => a - b)[Math.floor((ahead.length - 1) / 2)] ?? 0;
    const paced = async (request, signal) => {
        try {
            const answer = await exchange(request, signal);
            pace.answered(answer.headers);
            return answer;
        }
        catch (error) {
            if ((0,base_failure/* failedAs */.C4)(error, 'rate-limited'))
                pace.refused(error.retryAfterMs);
            throw error;
        }
    };
    const ask = async ({ path, headers, ...rest }, { deadline, signal }) => {
        const url = new URL(`${base}${path}`);
        // A request near the deadline gets what is left of it, but never so little that an answer could not come.
        const timeoutMs = (0,clamp/* clamp */.q)(deadline - tools.clock.now(), 1_000, request/* REQUEST_TIMEOUT_MS */.j);
        const answer = await paced({ ...rest, url, headers: { authorization: `Bearer ${apiKey}`, ...headers }, timeoutMs }, signal);
        const date = Date.parse(answer.headers.date ?? '');
        if (!Number.isNaN(date))
            ahead = [...ahead.slice(1 - MAX_DATES), date - tools.clock.now()];
        return answer;
    };
    return {
        ask,
        read: (purpose, path, scope, take) => persist(async () => {
            await pace.turn(scope);
            return take((await ask({ method: 'GET', purpose, path }, scope)).body);
        }, OF_READS, scope, tools),
        serverNow: () => tools.clock.now() + serverAhead(),
        serverClock: () => {
            const median = serverAhead();
            const agreed = ahead.filter((one) => Math.abs(one - median) <= AGREED_MS).length > ahead.length / 2;
            return agreed && Math.abs(median) <= PLAUSIBLE_MS ? tools.clock.now() + median : undefined;
        },
    };
}

;// CONCATENATED MODULE: ./lib/base/duration.js
const UNIT_MS = { h: 3_600_000, m: 60_000, s: 1_000 };
const DURATION = /^(?:(\d+(?:\.\d+)?)h)?(?:(\d+(?:\.\d+)?)m)?(?:(\d+(?:\.\d+)?)s)?$/;
/** Milliseconds of a duration such as `90s`, `15m` or `1h30m`; null where the text is not one, or is zero. */
function parseDuration(text) {
    const match = DURATION.exec(text.trim());
    if (!match)
        return null;
    const ms = ['h', 'm', 's'].reduce((sum, unit, i) => sum + Number(match[i + 1] ?? 0) * (UNIT_MS[unit] ?? 0), 0);
    return ms >= 1 ? Math.round(ms) : null;
}
/** A length of time in ms for people: `45 s`, `9 min 12 s`, `1 h 30 min`. */
function formatDuration(ms) {
    const seconds = Math.max(0, Math.round(ms / 1_000));
    if (seconds < 60)
        return `${seconds} s`;
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60)
        return seconds % 60 ? `${minutes} min ${seconds % 60} s` : `${minutes} min`;
    return minutes % 60 ? `${Math.floor(minutes / 60)} h ${minutes % 60} min` : `${Math.floor(minutes / 60)} h`;
}

// EXTERNAL MODULE: ./lib/apis/http/headers.js
var http_headers = __nccwpck_require__(404);
;// CONCATENATED MODULE: ./lib/apis/http/pace.js


/** How much of the documented limit may go out at once after a quiet time, in seconds of it: 10 requests of 120 a minute. */
const BURST_SECONDS = 5;
/** Slowest and fastest limit that is believed, in requests a second. */
const [MIN_LIMIT, MAX_LIMIT] = [1 / 60, 20];
/** How long after a refusal another one tells that others use up the limit, in ms: two windows of a limit by the minute. */
const RECENT_MS = 120_000;
/** Time without a refusal in which requests become half as scarce, in ms. */
const HALF_LIFE_MS = 120_000;
/** The most scarce that requests become: a run that ends is to be seen within minutes. */
const MOST_SCARCE = 10;
/** Over how long requests that were refused in the same moment are spread, in ms: at least, and at most, which is a window. */
const [MIN_SPREAD_MS, MAX_SPREAD_MS] = [1_000, 60_000];
/** A pace that begins with the documented limit, in requests a minute. */
function createPace(clock, random, perMinute) {
    let limit = perMinute / 60;
    const burst = limit * BURST_SECONDS;
    let tokens = burst;
    let counted = clock.now();
    let pausedUntil = 0;
    /** The latest refusal: when it was, how scarce requests were then, and how many were granted since. */
    let refusedAt = Number.NEGATIVE_INFINITY;
    let scarcityThen = 1;
    let grants = 0;
    let queue = Promise.resolve();
    const scarcity = () => Math.max(1, scarcityThen * 0.5 ** ((clock.now() - refusedAt) / HALF_LIFE_MS));
    const wait = async ({ deadline, signal }) => {
        for (;;) {
            const now = clock.now();
            tokens = Math.min(burst, tokens + ((now - counted) / 1_000) * limit);
            counted = now;
            const ms = Math.max(pausedUntil - now, tokens >= 1 ? 0 : ((1 - tokens) / limit) * 1_000);
            if (ms <= 0 || signal?.aborted || now >= deadline)
                break;
            await clock.sleep(Math.min(Math.ceil(ms), deadline - now), signal);
        }
        tokens -= 1;
    };
    /** Not before the time that all who were refused were told, and then at any moment of a stretch. */
    const pause = (ms, spreadMs) => {
        pausedUntil = Math.max(pausedUntil, clock.now() + ms + random() * spreadMs);
        tokens = Math.min(tokens, 1);
    };
    return {
        turn: (until) => {
            // One after the other, in the order they came.
            const mine = queue.then(() => wait(until));
            queue = mine.catch(() => undefined);
            return mine;
        },
        answered: (headers) => {
            grants++;
            const told = (0,http_headers/* limitOf */.LF)(headers, clock.now());
            if (told.limit !== undefined)
                limit = (0,clamp/* clamp */.q)(told.limit, MIN_LIMIT, MAX_LIMIT);
            // What is left of the window is everybody's: none is left for anybody once it is used up.
            if (told.remaining === 0 && told.resetMs !== undefined)
                pause(told.resetMs, MIN_SPREAD_MS);
        },
        refused: (retryAfterMs = 1_000) => {
            const now = clock.now();
            const sinceMs = now - refusedAt;
            const isRecent = sinceMs < RECENT_MS;
            // What was under way when a pause began is of one refusal with what began it.
            if (isRecent && now < pausedUntil)
                return pause(retryAfterMs, MIN_SPREAD_MS);
            // Between two refusals as much came through as others leave; of a single one, the longer it lasts the sooner the limit was used up.
            const share = (grants + 1) / Math.max(1, sinceMs / 1_000);
            const told = isRecent ? limit / share : 1 + retryAfterMs / 1_000;
            scarcityThen = (0,clamp/* clamp */.q)(told, scarcity(), MOST_SCARCE);
            refusedAt = now;
            grants = 0;
            pause(retryAfterMs, isRecent ? (0,clamp/* clamp */.q)(1_000 / share, MIN_SPREAD_MS, MAX_SPREAD_MS) : MIN_SPREAD_MS);
        },
        scarcity,
    };
}

;// CONCATENATED MODULE: ./lib/apis/http/connection.js
// An API with its key, and all that its requests go through: exchange, pace, repetition, the log.


/** What the client of a vendor's API needs. Each call begins a pace of its own. */
function connectionTo(vendor, { secrets = [], ...address }, { exchange, clock, random, log }) {
    return {
        ...address,
        clock,
        random,
        exchange: exchange({ secrets: [address.apiKey, ...secrets], clock, guidance: vendor }),
        pace: createPace(clock, random, vendor.limitPerMinute),
        onRetry: (notice) => log.info(retryLine(notice)),
    };
}
function retryLine({ failure, waitMs, sinceMs }) {
    const since = sinceMs > 0 ? `; it has been failing for ${formatDuration(sinceMs)}` : '';
    return `${failure.message} Trying again in ${formatDuration(waitMs)}${since}.`;
}

// EXTERNAL MODULE: ./lib/base/fields.js
var base_fields = __nccwpck_require__(144);
// EXTERNAL MODULE: ./lib/base/text.js
var base_text = __nccwpck_require__(566);
// EXTERNAL MODULE: ./lib/apis/http/fields.js
var http_fields = __nccwpck_require__(81);
// EXTERNAL MODULE: ./lib/model/outcomes.js
var model_outcomes = __nccwpck_require__(952);
// EXTERNAL MODULE: ./lib/model/series.js
var model_series = __nccwpck_require__(220);
;// CONCATENATED MODULE: ./lib/model/measurements.js



/** No measurement has 22 digits: a number of this size or more, or an infinite one, is none, and is refused wherever measurements come in. */
const TOO_LARGE = 1e21;
/** Most series of one run. The known metrics, with all directions, tracks and statistics, come to about 700. */
const MAX_SERIES = 2_000;
/** Most numbers of one run: 100,000 endpoints with 200 series, in some 320 MB. */
const MAX_VALUES = 20_000_000;
/** An empty builder. `add` throws `too-large` beyond `MAX_SERIES` and `MAX_VALUES`. */
function collectMeasurements() {
    const places = new Map();
    const results = [];
    const columns = new Map();
    /** The same columns by the objects that name them, which are few where rows come from one reader. */
    const named = new WeakMap();
    const clear = (place) => {
        for (const { values } of columns.values())
            if (place < values.length)
                values[place] = Number.NaN;
    };
    const columnOf = (name) => {
        const key = (0,model_series/* printSeriesName */._n)(name);
        let column = columns.get(key);
        if (!column) {
            if (columns.size >= MAX_SERIES)
                throw new base_failure/* Failure */.HR('too-large', `The run has more than ${MAX_SERIES} different metrics.`);
            column = { name, values: [] };
            columns.set(key, column);
        }
        named.set(name, column);
        return column;
    };
    return {
        get size() {
            return results.length;
        },
        add({ readings, ...result }) {
            const known = result.id === undefined ? undefined : places.get(result.id);
            const place = known ?? results.length;
            if (known !== undefined)
                clear(place);
            if (result.id !== undefined)
                places.set(result.id, place);
            results[place] = result;
            if (columns.size * results.length > MAX_VALUES)
                throw new base_failure/* Failure */.HR('too-large', `The run has more than ${MAX_VALUES} values: ${results.length} endpoints with ${columns.size} metrics.`);
            for (const { series, value } of readings) {
                const { values } = named.get(series) ?? columnOf(series);
                while (values.length < place)
                    values.push(Number.NaN);
                values[place] = value;
            }
            return known === undefined;
        },
        values: () => [...columns.values()].reduce((sum, { values }) => sum + counted(values), 0),
        gaps: () => {
            const reported = results.map(({ outcome }) => ((0,model_outcomes/* endedWell */.Jr)(outcome) ? 0 : Number.NaN));
            let common = 0;
            for (const { values } of columns.values()) {
                let used = false;
                values.forEach((value, place) => {
                    if (Number.isNaN(value) || Number.isNaN(reported[place]))
                        return;
                    reported[place] = (reported[place] ?? 0) + 1;
                    used = true;
                });
                if (used)
                    common++;
            }
            const bare = reported.filter((count) => count === 0).length;
            return { bare, partial: reported.filter((count) => count > 0 && count < common).length };
        },
        unfinished: () => results.filter(({ outcome }) => outcome === null).length,
        build() {
            const metrics = new Map();
            for (const { name, values } of columns.values()) {
                const padded = new Float64Array(results.length).fill(Number.NaN);
                padded.set(values);
                const list = metrics.get(name.metric) ?? [];
                list.push({ ...name, values: padded });
                metrics.set(name.metric, list);
            }
            return {
                size: results.length,
                ids: results.map(({ id }, place) => id ?? String(place + 1)),
                groups: results.map(({ group }) => group),
                phases: results.map(({ phase }) => phase),
                outcomes: results.map(({ outcome }) => outcome),
                sipStatuses: results.map(({ sipStatus }) => sipStatus),
                metrics,
            };
        },
    };
}
function counted(values) {
    return values.reduce((count, value) => (Number.isNaN(value) ? count : count + 1), 0);
}
/** Some endpoints of a run, by their places. */
function onlyOf(measurements, places) {
    const pick = (list) => places.map((place) => list[place]);
    return {
        size: places.length,
        ids: pick(measurements.ids),
        groups: pick(measurements.groups),
        phases: pick(measurements.phases),
        outcomes: pick(measurements.outcomes),
        sipStatuses: pick(measurements.sipStatuses),
        metrics: new Map([...measurements.metrics].map(([metric, all]) => [
            metric,
            all.map((series) => ({
                ...series,
                values: Float64Array.from(places, (place) => series.values[place] ?? Number.NaN),
            })),
        ])),
    };
}

;// CONCATENATED MODULE: ./lib/apis/callmeter/metrics.js
// The assumed forms of a metric's value, in one place: a number; statistics; send/receive; audio/video; nested in any order.


/** Deepest nesting within one metric; the known forms need three levels. */
const MAX_DEPTH = 6;
/** Most places that are remembered, and the longest key, in characters: what strangers send does not fill the memory. */
const [MAX_PLACES, MAX_KEY] = [10_000, 100];
/** Rows of a run have one shape, so each place is named once, and not once for each row. */
const metrics = new Map();
let places = 0;
function placeIn(around, key, name) {
    const known = around.get(key);
    if (known)
        return known;
    const place = { series: name(), within: new Map() };
    if (key.length > MAX_KEY)
        return place;
    if (++places > MAX_PLACES) {
        metrics.clear();
        places = 0;
    }
    around.set(key, place);
    return place;
}
/** Every number in a metric's value, added to `into`. Whatever is not a number (null, text, lists) is left out: it measured nothing. */
function readMetric(metric, value, into = []) {
    collect(placeIn(metrics, metric, () => ({ metric })), value, 0, into);
    return into;
}
function collect({ series, within }, value, depth, into) {
    if (typeof value === 'number') {
        into.push({ series, value });
    }
    else if ((0,base_fields/* isObject */.G)(value) && depth < MAX_DEPTH) {
        for (const key of Object.keys(value))
            collect(placeIn(within, key, () => narrowed(series, (0,model_series/* snakeCase */.LW)(key))), value[key], depth + 1, into);
    }
}
function narrowed(name, key) {
    const direction = Object.hasOwn(model_series/* DIRECTIONS */.X, key) ? model_series/* DIRECTIONS */.X[key] : undefined;
    if (direction && !name.direction)
        return { ...name, direction };
    if ((key === 'audio' || key === 'video') && !name.track)
        return { ...name, track: key };
    const statistic = (Object.hasOwn(model_series/* STATISTICS */.gS, key) && model_series/* STATISTICS */.gS[key]) || key;
    return { ...name, statistic: name.statistic ? `${name.statistic}_${statistic}` : statistic };
}

;// CONCATENATED MODULE: ./lib/apis/callmeter/vendor.js
/** CallMeter, as the step's inputs and its documentation know it. */
const CALLMETER = {
    name: 'CallMeter',
    urlInput: 'api-url',
    advice: {
        401: 'The API key is missing, wrong or revoked: check `api-key` and the secret behind it.',
        403: 'The role of whoever made the API key does not allow this: running tests needs Tester or higher.',
        429: 'The rate limit of the API key is shared by every job that uses it.',
    },
    limitPerMinute: 120,
};

;// CONCATENATED MODULE: ./lib/apis/callmeter/answers.js
// Guards: what the API answers, checked against what openapi.yaml says of it, in the action's own terms. A documented field of
// another type is a failure; an assumed one is taken as not there.








const { misshapen, object, folded, documentedId } = (0,http_fields/* guardsOf */.g0)(CALLMETER, http_fields/* camelName */.yp);
/** Longest id of a run, in characters. */
const MAX_ID = 500;
/** Most rows of one page: a hundred are asked for. */
const MAX_ROWS = 10_000;
/** A page of a list; `read` takes one row. Throws `misshapen` where it is not one, and `too-large` where it is beyond what is read. */
function readPage(body, what, read) {
    const { data, meta, ...beside } = object(body, what);
    if (!Array.isArray(data))
        throw misshapen(what, '`data` is not a list', body);
    if (data.length > MAX_ROWS)
        throw new base_failure/* Failure */.HR('too-large', `Could not read ${what}: a page has ${data.length} rows, and at most ${MAX_ROWS} are read.`);
    const items = data.map((row) => read(row));
    const pagination = meta === undefined || meta === null ? undefined : object(meta, what).pagination;
    if (pagination === undefined || pagination === null)
        return { items, ...undocumentedPagination(meta, beside) };
    const { page, total, totalPages } = folded(pagination, what);
    if (!(0,http_fields/* isCount */.my)(page) || !(0,http_fields/* isCount */.my)(total) || !(0,http_fields/* isCount */.my)(totalPages))
        throw misshapen(what, '`meta.pagination` is not understood', pagination);
    return { items, total, totalPages };
}
/** How many rows there are, where that stands in other places than the documented one; nothing where it stands in none. */
function undocumentedPagination(meta, beside) {
    for (const place of [beside.pagination, meta, beside]) {
        if (!(0,base_fields/* isObject */.G)(place))
            continue;
        const { total, totalPages } = folded(place, 'pagination');
        if ((0,http_fields/* isCount */.my)(total))
            return { total, ...(0,base_fields/* optional */.l)({ totalPages: (0,http_fields/* isCount */.my)(totalPages) ? totalPages : undefined }) };
    }
    return {};
}
/** The `data` of an answer that holds one thing, taken by `read`. Throws `misshapen` where there is none. */
function readOne(body, what, read) {
    const { data } = object(body, what);
    if (data === undefined || data === null)
        throw misshapen(what, 'there is no `data`', body);
    return read(data);
}
/** A project. */
function readProject(row) {
    const { id, slug, name } = folded(row, 'a project');
    return { id: documentedId(id, 'a project', row), ...(0,base_fields/* optional */.l)({ slug: (0,http_fields/* text */.Qq)(slug), name: (0,http_fields/* text */.Qq)(name) }) };
}
/** A test. */
function readTest(row) {
    const { id, slug, name, durationSeconds, endpointCount } = folded(row, 'a test');
    return {
        id: documentedId(id, 'a test', row),
        ...(0,base_fields/* optional */.l)({
            slug: (0,http_fields/* text */.Qq)(slug),
            name: (0,http_fields/* text */.Qq)(name),
            plannedSeconds: (0,http_fields/* amount */.vj)(durationSeconds),
            endpointCount: (0,http_fields/* amount */.vj)(endpointCount),
        }),
    };
}
/** The answer to a trigger. The run's id is `testRunId` on one page of the documentation and `id` on another. */
function readTriggeredRun(data) {
    const { testRunId, id: otherId, status } = folded(data, 'the started run');
    const id = documentedId(testRunId ?? otherId, 'the started run', data);
    // What cannot stand in a path cannot be asked for, or stopped.
    if (!id.isWellFormed() || /^\.{1,2}$/.test(id) || id.length > MAX_ID)
        throw misshapen('the started run', 'its id can be no id', data);
    return {
        id,
        ...(0,base_fields/* optional */.l)({ status: typeof status === 'string' ? (0,http_fields/* text */.Qq)(constantCase(status)) : undefined }),
    };
}
/** A run's detail. */
function readRun(data) {
    const fields = folded(data, 'the run');
    const { status, createdAt, startedAt, completedAt } = fields;
    if (typeof status !== 'string' || status.trim() === '')
        throw misshapen('the run', 'it has no status', data);
    const detail = object(data, 'the run');
    const endless = endlessIn(detail, 'run');
    if (endless)
        throw misshapen('the run', `${(0,base_text/* plain */.pj)(endless, 80)} is not finite`, data);
    return {
        status: constantCase(status.slice(0, 60)),
        ...(0,base_fields/* optional */.l)({
            id: (0,http_fields/* idOf */.TH)(fields.id ?? fields.testRunId),
            name: (0,http_fields/* text */.Qq)(fields.name),
            testId: (0,http_fields/* idOf */.TH)(fields.testId),
            createdAt: time(createdAt),
            startedAt: time(startedAt),
            completedAt: time(completedAt),
            plannedSeconds: (0,http_fields/* amount */.vj)(fields.durationSeconds),
            endpointCount: (0,http_fields/* amount */.vj)(fields.endpointCount),
            completedEndpoints: (0,http_fields/* amount */.vj)(fields.completedEndpoints),
            failureReason: (0,http_fields/* text */.Qq)(fields.failureReason),
            url: (0,http_fields/* text */.Qq)(fields.url),
            idempotencyKey: (0,http_fields/* text */.Qq)(fields.idempotencyKey),
        }),
        detail,
    };
}
/**
 * The detail of that run. Throws `misshapen` where it is another's: a cache or a proxy mixed answers up, and what became of another run says
 * nothing of this one.
 */
function readRunOf(data, runId) {
    const run = readRun(data);
    const { testRunId } = folded(data, 'the run');
    if (!(0,http_fields/* isSameId */.WB)(run.id, runId) || !(0,http_fields/* isSameId */.WB)((0,http_fields/* idOf */.TH)(testRunId), runId))
        throw misshapen(`run ${(0,base_text/* plain */.pj)(runId, 80)}`, 'it is of another run', data);
    return run;
}
// Fields of a row that are not metrics, in camelCase.
const ROW_FIELDS = new Set([
    'id', 'endpointId', 'name', 'group', 'groupName', 'groupId', 'endpointPhase', 'phase', 'endpointOutcome', 'outcome', 'sipStatusCode', 'sipStatus',
    'metrics', 'createdAt', 'startedAt', 'completedAt', 'endedAt', 'testRunId', 'index',
]); // prettier-ignore
/** One endpoint's result in that run. Throws `misshapen` where the row is of another run. */
function readEndpointOf(row, runId) {
    const fields = folded(row, 'an endpoint');
    if (!(0,http_fields/* isSameId */.WB)((0,http_fields/* idOf */.TH)(fields.testRunId), runId))
        throw misshapen(`the endpoints of run ${(0,base_text/* plain */.pj)(runId, 80)}`, 'a row is of another run', row);
    return endpoint(fields, object(row, 'an endpoint'));
}
/** One endpoint's result. A metric stands under `metrics` or at the top level of the row. */
function readEndpoint(row) {
    return endpoint(folded(row, 'an endpoint'), object(row, 'an endpoint'));
}
function endpoint(fields, row) {
    const outcome = firstWord(fields.endpointOutcome, fields.outcome);
    const phase = firstWord(fields.endpointPhase, fields.phase);
    const id = fields.id ?? fields.endpointId;
    const named = fields.group ?? fields.groupName ?? fields.groupId;
    const group = (0,base_fields/* isObject */.G)(named) ? named.name : named;
    const sipStatus = fields.sipStatusCode ?? fields.sipStatus;
    return {
        ...(0,base_fields/* optional */.l)({ id: (0,http_fields/* idOf */.TH)(id) }),
        group: typeof group === 'string' ? group : null,
        phase,
        outcome,
        sipStatus: (0,http_fields/* isCount */.my)(sipStatus) ? sipStatus : null,
        readings: readReadings(row),
    };
}
/** The first of some values that is a word, in capitals; null where none is. */
function firstWord(...values) {
    const word = values.find((value) => typeof value === 'string' && value.trim() !== '');
    return typeof word === 'string' ? constantCase(word) : null;
}
/** `Cannot run` and `cannotRun` as `CANNOT_RUN`. */
function constantCase(word) {
    return (0,model_series/* snakeCase */.LW)(word.trim()).toUpperCase();
}
function readReadings(row) {
    const readings = [];
    // What a metric's first name brought counts; one that brought nothing leaves it to the next.
    const known = new Set();
    const take = (key, value) => {
        const metric = (0,model_series/* snakeCase */.LW)(key);
        if (known.has(metric))
            return;
        const before = readings.length;
        readMetric(metric, value, readings);
        if (readings.length > before)
            known.add(metric);
    };
    const { metrics } = row;
    if ((0,base_fields/* isObject */.G)(metrics))
        for (const key of Object.keys(metrics))
            take(key, metrics[key]);
    for (const key of Object.keys(row))
        if (!ROW_FIELDS.has((0,http_fields/* camelName */.yp)(key)))
            take(key, row[key]);
    const odd = readings.find(({ value }) => !(Math.abs(value) < TOO_LARGE));
    if (odd)
        throw misshapen('an endpoint', `${(0,base_text/* plain */.pj)((0,model_series/* printSeriesName */._n)(odd.series), 80)} is ${odd.value}, which is too large to be measured`, row);
    return readings;
}
/** Where a number stands that is not finite: JSON has `1e999`, and it is read as infinity. */
function endlessIn(value, path) {
    if (typeof value === 'number')
        return Number.isFinite(value) ? undefined : path;
    if (typeof value !== 'object' || value === null)
        return undefined;
    for (const [key, inner] of Object.entries(value)) {
        const found = endlessIn(inner, `${path}.${key}`);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
/** A moment in ms. One without a zone is in UTC: the machine's own zone is none of the server's business. */
function time(value) {
    const told = typeof value === 'string' ? value.trim() : '';
    const ms = Date.parse(/^[\d-]+[T ][\d:.]+$/.test(told) ? `${told.replace(' ', 'T')}Z` : told);
    return Number.isNaN(ms) ? undefined : ms;
}

;// CONCATENATED MODULE: ./lib/apis/callmeter/client.js








/** Rows asked for on each page. Assumed to be the most that the API gives; whatever size comes back is followed. */
const PER_PAGE = 100;
/** CallMeter at an address with a key, with a pace of its own; repeated requests are told in the log. */
function openCallMeter(connection, tools) {
    return callMeter(connectionTo(CALLMETER, connection, tools));
}
/** The API at `apiUrl`, asked over `exchange`. A stop never waits for the pace. */
function callMeter(options) {
    const { pace } = options;
    const { ask, read, serverNow, serverClock } = bearerApi(options);
    const list = ({ what, path, query = {} }, page, scope, row) => {
        const search = new URLSearchParams({ ...query, page: String(page), perPage: String(PER_PAGE) });
        return read(`read ${what}, page ${page}`, `${path}?${search.toString()}`, scope, (body) => readPage(body, what, row));
    };
    return {
        listProjects: (page, scope) => list({ what: 'the list of projects', path: '/projects' }, page, scope, readProject),
        listTests: (projectId, page, scope) => list({ what: 'the list of tests', path: `${project(projectId)}/tests` }, page, scope, readTest),
        triggerRun: (projectId, testId, idempotencyKey, scope) => persist(async () => {
            await pace.turn(scope);
            const path = `${project(projectId)}/tests/${segment(testId)}/run`;
            const headers = { 'idempotency-key': idempotencyKey };
            scope.onSend?.();
            const answer = await ask({ method: 'POST', purpose: 'start the test', path, headers }, { deadline: Number.POSITIVE_INFINITY, ...(0,base_fields/* optional */.l)({ signal: scope.breakOff }) });
            return readOne(answer.body, 'the started run', readTriggeredRun);
        }, WITHOUT_EFFECT, scope, options),
        getRun: (projectId, runId, scope) => read('read the run', run(projectId, runId), scope, (body) => readOne(body, 'the run', (data) => {
            const detail = readRunOf(data, runId);
            scope.hold?.(detail);
            return detail;
        })),
        listRuns: (projectId, testId, page, scope) => list({ what: "the test's runs", path: `${project(projectId)}/test-runs`, query: { testId } }, page, scope, readRun),
        listEndpoints: (projectId, runId, page, scope) => list({ what: "the run's endpoints", path: `${run(projectId, runId)}/endpoints` }, page, scope, (row) => readEndpointOf(row, runId)),
        stopRun: async (projectId, runId, scope) => {
            const request = { method: 'POST', purpose: 'stop the run', path: `${run(projectId, runId)}/stop` };
            await persist(() => ask(request, scope), PASSING, scope, options);
        },
        scarcity: () => pace.scarcity(),
        serverNow,
        serverClock,
    };
}
function project(projectId) {
    return `/projects/${segment(projectId)}`;
}
function run(projectId, runId) {
    return `${project(projectId)}/test-runs/${segment(runId)}`;
}
/** An opaque id as one segment of a path. Dots alone would climb in the path, whatever they are encoded as. */
function segment(id) {
    if (/^\.{0,2}$/.test(id) || !id.isWellFormed())
        throw new base_failure/* Failure */.HR('input', `"${(0,base_text/* plain */.pj)(id)}" cannot be an id.`);
    return encodeURIComponent(id);
}

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: ./lib/apis/http/paged-list.js
// Lists that come in pages. What an answer says of the other pages is a hint, not a promise: it is held against what these bring.



/** How many pages in a row may bring nothing new before the rest is not asked for. */
const STALE_PAGES = 3;
/**
 * Reads a list from its first page to its last, however its answers are paged, or until `isEnough` after a page. The order of rows is not relied
 * on. `take` takes each item and answers whether it is new. Throws as `read` and `take` do.
 */
async function readPages({ read, maxPages, outOfTime, wary = false, trusting = false }, take, isEnough) {
    const received = { rows: 0, size: 0, repeats: false, promised: undefined };
    const cursors = new Set();
    const nameless = new Set();
    let stale = 0;
    let emptyBefore = false;
    const end = (lacking) => (0,base_fields/* optional */.l)({ promised: received.promised, lacking, nameless: nameless.size > 0 || undefined });
    const breakOff = (why) => ({ ...end(why), brokenOff: why });
    let position = { page: 1, offset: 0 };
    for (let page = 1; page <= maxPages; page++) {
        if (outOfTime?.())
            return breakOff(`time ran out after ${(0,base_text/* counted */.hS)(page - 1, 'page')}`);
        const { items, total, totalPages = 0, hasMore, nextCursor } = await read(position);
        if (collides(items))
            return breakOff('rows that differ have one id');
        if (items.some(({ id }) => id === undefined)) {
            const print = fingerprint(items);
            if (nameless.has(print))
                return breakOff('a page came twice, and its rows have no ids');
            nameless.add(print);
        }
        if (items.length > 0 && emptyBefore)
            return breakOff('a page was empty, and rows came after it');
        emptyBefore = items.length === 0;
        const fresh = items.filter((item) => take(item)).length;
        received.rows += items.length;
        received.size += fresh;
        received.repeats ||= items.length > 0 && fresh === 0;
        if (total !== undefined)
            received.promised = Math.max(received.promised ?? 0, total);
        if (isEnough?.())
            return end();
        const { rows, size, promised } = received;
        const more = hasMore ?? (page < totalPages ? true : undefined);
        if (more === false || (trusting && (!more || items.length === 0)))
            return end(lackingAtEnd(received));
        if (nextCursor) {
            if (cursors.has(nextCursor))
                return breakOff('the pages go round in a circle');
            cursors.add(nextCursor);
        }
        else if (!more) {
            if (promised === undefined && items.some(({ id }) => id === undefined))
                return breakOff('the pages say neither how many there are nor which row is which');
            // More rows than the total are no reason to stop: it may be that of the page.
            const isAll = size === promised || (page === 1 && rows === promised);
            const doubted = wary && items.length > 0 && items.every(({ id }) => id !== undefined);
            if (items.length === 0 && page <= totalPages && size !== promised)
                return end('a page that is promised was empty');
            if ((isAll && !doubted) || fresh === 0 || (promised === undefined && nextCursor === null))
                return end(lackingAtEnd(received));
        }
        stale = fresh > 0 ? 0 : stale + 1;
        if (!trusting && stale >= STALE_PAGES)
            return end(size === promised ? undefined : `more is promised, but ${STALE_PAGES} pages brought nothing new`);
        position = { page: page + 1, offset: rows, ...(nextCursor ? { cursor: nextCursor } : {}) };
    }
    return breakOff(`the pages do not end: ${maxPages} were read`);
}
/** Whether two rows of a page have one id and differ: then one of them would hide the other. */
function collides(items) {
    const seen = new Map();
    return items.some((item) => {
        if (item.id === undefined)
            return false;
        const other = seen.get(item.id);
        seen.set(item.id, item);
        return other !== undefined && JSON.stringify(other) !== JSON.stringify(item);
    });
}
/** What tells a page of rows without ids from another. */
function fingerprint(items) {
    return (0,external_node_crypto_namespaceObject.createHash)('sha256').update(JSON.stringify(items)).digest('base64');
}
/** The items of a list, each id once: a later row of an id takes the place of an earlier one. Reads as `readPages` does. */
async function readItems(list, isEnough) {
    // An item without an id is like no other.
    const items = new Map();
    const all = () => [...items.values()];
    const take = (item) => {
        const key = item.id ?? item;
        const isNew = !items.has(key);
        items.set(key, item);
        return isNew;
    };
    const ending = await readPages(list, take, isEnough && (() => isEnough(all())));
    return { ...ending, items: all() };
}
/** What shows that a list is not whole although no page is left. */
function lackingAtEnd({ rows, size, repeats, promised }) {
    if (promised === undefined)
        return repeats ? 'a page came twice, and nothing says how many there are' : undefined;
    // Rows that come twice within one whole list are the list's own; a page that comes twice hides another.
    if (rows >= promised && !(repeats && size !== promised))
        return undefined;
    return size < promised ? `${size} of ${promised} could be read` : `${size} came, not ${promised}`;
}

// EXTERNAL MODULE: ./lib/base/nearest.js
var nearest = __nccwpck_require__(119);
;// CONCATENATED MODULE: ./lib/base/named.js


/** Most items that are named where several are meant, and where none is. */
const MAX_MEANT = 10;
const MAX_SHOWN = 5;
/** The item that is meant; `wanted` is what slips are looked for in. Throws what `several` or `none` makes. */
function findNamed(items, wanted, naming) {
    for (const means of naming.ways) {
        const found = items.filter((item) => means(item));
        const [first] = found;
        if (first === undefined)
            continue;
        if (new Set(found.map((item) => naming.identity(item))).size === 1)
            return first;
        throw naming.several(found.slice(0, MAX_MEANT));
    }
    const names = items.flatMap((item) => naming.names(item)).filter((name) => name !== undefined);
    throw naming.none((0,base_text/* plain */.pj)((0,nearest/* didYouMean */.au)(wanted, names)) || whatThereIs(items, naming));
}
function whatThereIs(items, { what, shown }) {
    if (items.length === 0)
        return `The key sees no ${what}s at all.`;
    const first = items.slice(0, MAX_SHOWN).map((item) => shown(item));
    const rest = items.length > MAX_SHOWN ? ` and ${items.length - MAX_SHOWN} more` : '';
    return `There ${items.length === 1 ? 'is' : 'are'} ${first.join(', ')}${rest}.`;
}

;// CONCATENATED MODULE: ./lib/apis/callscaler/number.js



/** Fewest digits of a number without its country code that stand for a number. */
const LEAST_DIGITS = 7;
/** The digits of a phone number with its country code, however it is written: `+1 (573) 555-1234` and `001 573 555 1234` are `15735551234`. */
function digitsOf(phoneNumber) {
    return phoneNumber.replace('(0)', '').replaceAll(/\D/g, '').replace(/^00/, '');
}
/**
 * The tracking number that a workflow names by its digits, with or without the country code, its id or its name. Throws an `input` failure, with
 * the nearest ones, where there is none or several.
 */
function findNumber({ numbers, lacking }, wanted) {
    const text = wanted.replaceAll(/\p{Cf}/gu, '').trim();
    const digits = isWrittenAsNumber(text) ? digitsOf(text) : '';
    // Within a country its numbers may be written with a leading 0.
    const national = digits.replace(/^0/, '');
    return findNamed(numbers, digits ? `+${digits}` : text, {
        what: 'tracking number',
        ways: [
            ({ id }) => id === text,
            ({ phoneNumber }) => digits !== '' && digitsOf(phoneNumber) === digits,
            ({ name }) => name === text,
            ({ name }) => name?.toLowerCase() === text.toLowerCase(),
            ({ phoneNumber }) => national.length >= LEAST_DIGITS && !/^(\+|00)/.test(text) && digitsOf(phoneNumber).endsWith(national),
        ],
        // A number that was given up and bought again is listed twice, and is one number to whoever calls it.
        identity: ({ phoneNumber }) => digitsOf(phoneNumber),
        names: ({ phoneNumber, name, id }) => (digits ? [phoneNumber] : [name, id]),
        shown: ({ phoneNumber, name }) => (0,base_text/* plain */.pj)(phoneNumber, 40) + (name ? ` "${(0,base_text/* plain */.pj)(name, 60)}"` : ''),
        several: (found) => {
            const those = found.map(({ phoneNumber }) => (0,base_text/* plain */.pj)(phoneNumber, 40));
            return new base_failure/* Failure */.HR('input', `Several tracking numbers are meant by "${(0,base_text/* plain */.pj)(wanted, 80)}": ${those.join(', ')}.`, { advice: 'Give `callscaler-number` with its country code, as +15735551234.' });
        },
        none: (instead) => new base_failure/* Failure */.HR('input', `There is no tracking number "${(0,base_text/* plain */.pj)(wanted, 80)}". ${instead}${lacking ? ` The list is not whole: ${lacking}.` : ''}`, { advice: 'Check `callscaler-number`, and that `callscaler-api-key` belongs to the right business.' }),
    });
}
/** Whether a text is a phone number rather than a name: signs that numbers are written with, and enough digits. */
function isWrittenAsNumber(text) {
    return /^[\s\d+()./\p{Pd}\u2212]+$/u.test(text) && digitsOf(text).length >= LEAST_DIGITS;
}

;// CONCATENATED MODULE: ./lib/apis/callscaler/vendor.js
/** CallScaler, as the step's inputs and its documentation know it. */
const CALLSCALER = {
    name: 'CallScaler',
    urlInput: 'callscaler-api-url',
    advice: {
        401: 'The CallScaler API key is missing, wrong or revoked: check `callscaler-api-key` and the secret behind it.',
        403: 'The CallScaler API key may not read this: check `callscaler-api-key`, and the role of whoever made the key.',
        404: 'Check `callscaler-api-url`.',
        429: 'The rate limit is shared by all API keys of the CallScaler business.',
    },
    // All keys of a business share it.
    limitPerMinute: 60,
};

;// CONCATENATED MODULE: ./lib/apis/callscaler/answers.js
// Guards: what CallScaler answers, checked against what openapi.yaml says of it, in the action's own terms. A field that the count needs and
// that is of another type is a failure; any other is taken as not there.




const { misshapen: answers_misshapen, folded: answers_folded, documentedId: answers_documentedId } = (0,http_fields/* guardsOf */.g0)(CALLSCALER, http_fields/* snakeName */.oJ, outline);
/** A page of tracking numbers. Throws `misshapen` where it is not one. */
function readNumberPage(body) {
    return answers_readPage(body, 'the list of tracking numbers', 'numbers', readNumber);
}
/** A page of calls. Throws `misshapen` where it is not one. */
function readCallPage(body) {
    return answers_readPage(body, 'the list of calls', 'calls', readCall);
}
/** A tracking number. Throws `misshapen` where it has no id or no digits. */
function readNumber(row) {
    const what = 'a tracking number';
    const fields = answers_folded(row, what);
    const { phone_number: phoneNumber } = fields;
    if (typeof phoneNumber !== 'string' || digitsOf(phoneNumber) === '')
        throw answers_misshapen(what, 'it has no phone number', row);
    return {
        id: answers_documentedId(fields.id, what, row),
        phoneNumber,
        ...(0,base_fields/* optional */.l)({ name: (0,http_fields/* text */.Qq)(fields.friendly_name || fields.name), status: (0,http_fields/* text */.Qq)(fields.status) }),
    };
}
/** A call. Throws `misshapen` where it has no id, no time that can be read, or, unless it is told to be outbound, no tracking number. */
function readCall(row) {
    const what = 'a call';
    const fields = answers_folded(row, what);
    const { created_at: createdAt, tracking_number: number, status } = fields;
    // Who called is nobody's business in a log.
    const shown = { id: fields.id, created_at: createdAt, status, direction: fields.direction, tracking_number: number };
    const id = answers_documentedId(fields.id, what, shown);
    const at = momentOf(createdAt);
    if (at === undefined)
        throw answers_misshapen(what, 'it has no time', shown);
    if (!isMissing(status) && typeof status !== 'string')
        throw answers_misshapen(what, 'its status is not understood', shown);
    const direction = directionOf(fields.direction);
    const digits = typeof number === 'string' ? digitsOf(number) : '';
    if (digits === '' && direction !== 'outbound')
        throw answers_misshapen(what, 'it has no tracking number', shown);
    return {
        id,
        createdAt: at,
        status: hyphenated(status ?? ''),
        number: digits,
        ...(0,base_fields/* optional */.l)({ direction, durationSeconds: (0,http_fields/* amount */.vj)(fields.duration_seconds) }),
    };
}
function answers_readPage(body, what, list, read) {
    const data = answers_folded(answers_folded(body, what).data, what);
    const rows = data[list];
    if (!Array.isArray(rows))
        throw answers_misshapen(what, `\`data.${list}\` is not a list`, outline(data));
    const nested = data.pagination === undefined || data.pagination === null ? {} : answers_folded(data.pagination, what);
    // Flat in some of the newer edition's examples, nested in others.
    const told = (name) => (isMissing(data[name]) && name in nested ? nested : data)[name];
    const [total, hasMore, nextCursor] = [told('total'), told('has_more'), told('next_cursor')];
    const paging = { total, has_more: hasMore, next_cursor: nextCursor };
    if (!isMissing(total) && !(0,http_fields/* isCount */.my)(total))
        throw answers_misshapen(what, 'the total is not understood', paging);
    if (!isMissing(hasMore) && typeof hasMore !== 'boolean')
        throw answers_misshapen(what, '`has_more` is not understood', paging);
    if (!isMissing(nextCursor) && typeof nextCursor !== 'string')
        throw answers_misshapen(what, '`next_cursor` is not understood', paging);
    return {
        items: rows.map((row) => read(row)),
        ...(0,base_fields/* optional */.l)({
            total: total ?? undefined,
            hasMore: hasMore ?? undefined,
            // An empty cursor leads nowhere, as null does.
            nextCursor: nextCursor === undefined ? undefined : nextCursor || null,
        }),
    };
}
function isMissing(value) {
    return value === undefined || value === null;
}
const MOMENT = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?$/;
/** A moment in ms; times without a zone are in UTC, as all of CallScaler's are documented to be. */
function momentOf(value) {
    const [, day, time, zone = 'Z'] = (typeof value === 'string' && MOMENT.exec(value)) || [];
    const ms = Date.parse(`${day}T${time}${zone}`);
    return Number.isNaN(ms) ? undefined : ms;
}
/** `outbound-api`, and the like, are outbound too. */
function directionOf(value) {
    if (typeof value !== 'string')
        return undefined;
    if (/^\s*(outbound|outgoing)/i.test(value))
        return 'outbound';
    return /^\s*(inbound|incoming)/i.test(value) ? 'inbound' : undefined;
}
/** `No Answer`, `no_answer` and `noAnswer` as `no-answer`. */
function hyphenated(status) {
    return status
        .trim()
        .slice(0, 60)
        .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
        .replaceAll(/[\s_-]+/g, '-')
        .toLowerCase();
}
/** What can be shown of a value that may hold calls: the names of its fields. */
function outline(value) {
    if (Array.isArray(value))
        return `a list of ${value.length}`;
    return (0,base_fields/* isObject */.G)(value) ? Object.keys(value) : value;
}

;// CONCATENATED MODULE: ./lib/apis/callscaler/client.js







/** Rows asked for on each page. The older edition does not tell the most it gives, and this is a usual one; whatever size comes back is followed. */
const client_PER_PAGE = 100;
/** Most pages of one list; at 100 rows a page, 10,000 calls. At 60 requests a minute that takes most of two. */
const MAX_PAGES = 100;
/**
 * By how much more is asked for than is counted, before and after, in ms: a server that compares a little differently must not hide a call, and
 * a few rows too many cost nothing.
 */
const QUERY_SLACK_MS = 10 * 60_000;
/** How far the days of the world's time zones are from UTC's, in ms: whose days the date-only parameters mean is not documented. */
const EARLIEST_DAY_MS = 12 * 3_600_000;
const LATEST_DAY_MS = 14 * 3_600_000;
const DAY_MS = 24 * 3_600_000;
/** CallScaler at an address with a key, with a pace of its own; repeated requests are told in the log. */
function openCallScaler(connection, tools) {
    return callScaler(connectionTo(CALLSCALER, connection, tools));
}
/** The API at `apiUrl`, asked over `exchange` in the terms of both editions of its documentation. */
function callScaler(options) {
    const { read, serverNow } = bearerApi(options);
    const { clock } = options;
    const list = ({ what, path, query = {} }, position, scope, take) => {
        const search = new URLSearchParams({ ...query, ...paging(position) });
        return read(`read ${what}, page ${position.page}`, `${path}?${search.toString()}`, scope, take);
    };
    return {
        listNumbers: async (scope) => {
            const { items, lacking } = await readItems({
                read: (position) => list({ what: 'the list of tracking numbers', path: '/numbers' }, position, scope, readNumberPage),
                maxPages: MAX_PAGES,
                outOfTime: () => clock.now() >= scope.deadline,
            });
            return { numbers: items, ...(0,base_fields/* optional */.l)({ lacking }) };
        },
        listCalls: (window, position, scope) => list({ what: 'the list of calls', path: '/calls', query: filters(window) }, position, scope, readCallPage),
        serverNow,
    };
}
function paging({ page, offset, cursor }) {
    const size = { per_page: String(client_PER_PAGE), limit: String(client_PER_PAGE) };
    return cursor === undefined ? { page: String(page), offset: String(offset), ...size } : { cursor, ...size };
}
function filters(window) {
    const [from, to] = [window.from - QUERY_SLACK_MS, window.to + QUERY_SLACK_MS];
    return {
        date_from: moment(from),
        date_to: moment(to),
        updated_since: moment(from),
        start_date: day(from - EARLIEST_DAY_MS),
        // Exclusive: the day after the last.
        end_date: day(to + LATEST_DAY_MS + DAY_MS),
    };
}
/** Whole seconds, as in the documentation. */
function moment(ms) {
    return iso(ms).replace(/\.\d+Z$/, 'Z');
}
function day(ms) {
    return iso(ms).slice(0, 10);
}
/** A server that tells an absurd date must not make a bug of it. */
function iso(ms) {
    return new Date((0,clamp/* clamp */.q)(ms, 0, Date.UTC(9999, 11, 31))).toISOString();
}

// EXTERNAL MODULE: ./lib/model/subject.js
var model_subject = __nccwpck_require__(605);
;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
;// CONCATENATED MODULE: ./lib/base/counts.js
/** How many times each value comes, in the order in which they come first. */
function countsOf(values) {
    const counts = new Map();
    for (const value of values)
        counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
}
/** The value that comes most often, of several the first, and how many times; undefined where there is none. */
function mostFrequent(values) {
    return [...countsOf(values)].toSorted((a, b) => b[1] - a[1])[0];
}

;// CONCATENATED MODULE: ./lib/apis/callscaler/calls.js


/** The statuses of both editions. */
const KINDS = new Map([
    ['answered', 'answered'],
    ['completed', 'answered'],
    ['missed', 'missed'],
    ['no-answer', 'missed'],
    ['voicemail', 'voicemail'],
    ['busy', 'busy'],
    ['failed', 'failed'],
]);
/** Statuses of calls that are not over. Assumed: Twilio's, whose final ones are those of the newer edition. */
const UNDER_WAY = ['initiated', 'queued', 'ringing', 'in-progress'];
/** Most names of unclassified statuses; further ones count under `OTHERS`. */
const MAX_NAMES = 20;
const OTHERS = 'others';
/** The name of calls that have no status. */
const NO_STATUS = 'no status';
/**
 * Counts a number's inbound calls of a window, each id once: a later row takes the place of an earlier one, because statuses settle. A call
 * whose direction is not told is taken as inbound. Undefined where there is no such call: that is no evidence, not a count of zero.
 */
function tallyCalls(calls, { number, from, to }) {
    const latest = new Map([...calls].map((call) => [call.id, call]));
    const tally = { received: 0, answered: 0, missed: 0, voicemail: 0, busy: 0, failed: 0, unclassified: {} };
    const others = [];
    for (const call of latest.values()) {
        if (call.number !== number || call.direction === 'outbound' || call.createdAt < from || call.createdAt > to)
            continue;
        tally.received += 1;
        const kind = KINDS.get(call.status);
        if (kind)
            tally[kind] += 1;
        else
            others.push((0,base_text/* plain */.pj)(call.status, 40) || NO_STATUS);
    }
    return tally.received === 0 ? undefined : { ...tally, unclassified: named(countsOf(others)) };
}
/** How many of the calls are not over yet, by their status. */
function underWay({ unclassified }) {
    return UNDER_WAY.reduce((sum, status) => sum + (unclassified[status] ?? 0), 0);
}
/** The most frequent names first; those beyond the most that are named count together. */
function named(counts) {
    const sorted = [...counts].toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
    const shown = new Map(sorted.slice(0, MAX_NAMES));
    const rest = sorted.slice(MAX_NAMES).reduce((sum, [, count]) => sum + count, 0);
    if (rest > 0)
        shown.set(OTHERS, (shown.get(OTHERS) ?? 0) + rest);
    return Object.fromEntries(shown);
}

;// CONCATENATED MODULE: ./lib/apis/callscaler/settle.js









/**
 * How far the two ends of the window may be off, in ms. `Date` and `created_at` tell whole seconds, and an answer is under way for a while.
 * Anything longer could take in calls of another run.
 */
const CLOCK_MARGIN_MS = 5_000;
/** How long a tally must have stood unchanged to be taken as settled, in ms. How late calls may be listed is not documented. */
const STEADY_MS = 15_000;
/** The wait before the first reading, in ms: right after a run its last calls are hardly listed. */
const settle_FIRST_WAIT_MS = 5_000;
/** The wait before the second, in ms: a little longer than the tally must stand, so that a timer that is early costs no third. */
const SECOND_WAIT_MS = STEADY_MS + 1_000;
/** Longest wait between two readings, in ms. Each is longer than the one before: what is late may be later still. */
const settle_MAX_WAIT_MS = 30_000;
const GROWTH = 1.5;
/** What the last reading needs before the deadline, in ms. */
const LAST_READING_MS = 10_000;
/**
 * Reads the calls that a number received in a window, all of them, again and again until their tally has settled or the time is over. Where
 * none is listed, that is waited for until the end. A list that is less than the whole counts for nothing: it throws `incomplete` where no reading
 * with calls was whole. Throws as the client does.
 */
async function readCalls({ number, from, to, settleMs }, scope, { api, clock, log }) {
    const window = { from: from - CLOCK_MARGIN_MS, to: to + CLOCK_MARGIN_MS };
    const limit = Math.min(clock.now() + settleMs, scope.deadline - LAST_READING_MS);
    // Being asked to slow down is sat out until the deadline, which may be hours off.
    const bounded = { ...scope, deadline: Math.min(scope.deadline, limit + OUTAGE_PATIENCE_MS) };
    /** As the last whole reading had it, and since when. */
    let tally;
    let since = 0;
    let waitMs = Math.min(settle_FIRST_WAIT_MS, limit - clock.now());
    for (let nextMs = SECOND_WAIT_MS;; nextMs = Math.min(nextMs * GROWTH, settle_MAX_WAIT_MS)) {
        await clock.sleep(waitMs, scope.signal);
        if (scope.signal?.aborted)
            throw new base_failure/* Failure */.HR('aborted', 'This step was told to end.');
        const asked = clock.now();
        const { items, lacking } = await readItems({
            read: (position) => api.listCalls(window, position, bounded),
            maxPages: MAX_PAGES,
            outOfTime: () => clock.now() >= bounded.deadline,
        });
        const now = tallyCalls(items, { ...window, number: digitsOf(number.phoneNumber) });
        if (lacking || !(0,external_node_util_namespaceObject.isDeepStrictEqual)(now, tally))
            since = clock.now();
        if (!lacking)
            tally = now;
        const steady = tally !== undefined && underWay(tally) === 0 && asked - since >= STEADY_MS;
        const leftMs = limit - clock.now();
        if (lacking && !tally && leftMs <= 0) {
            throw new base_failure/* Failure */.HR('incomplete', `The list of calls is not complete: ${lacking}.`, {
                advice: 'Give more time with `callscaler-settle`, or run again.',
            });
        }
        if (steady || leftMs <= 0)
            return { tally, steady };
        waitMs = Math.min(nextMs, leftMs);
        log.info(`${lacking ? `The list of calls is not complete: ${lacking}` : told(tally)}; looking again in ${formatDuration(waitMs)}`);
    }
}
function told(tally) {
    if (!tally)
        return 'CallScaler lists no call to the number yet';
    const open = underWay(tally);
    return `CallScaler lists ${(0,base_text/* counted */.hS)(tally.received, 'call')}, ${tally.answered} answered${open > 0 ? `, ${open} under way` : ''}`;
}

;// CONCATENATED MODULE: ./lib/apis/callscaler/far-end.js
// The far end's witness: what CallScaler says of the calls that a run placed. It never loses what CallMeter says: where it cannot be asked,
// its values are missing data.






/** How long an outage of CallScaler is sat out, in ms: before a run it must not hold it up, after a run its answer is worth a wait. */
const PATIENCE_BEFORE_MS = 15_000;
const PATIENCE_AFTER_MS = 90_000;
/** How long looking the number up may take before a run, in ms: enough for a rate limit to be whole again, which is sat out beside any outage. */
const LOOKUP_ALLOWANCE_MS = 75_000;
/** How long reading the calls may take beyond the time that they have to settle, in ms. */
const READING_ALLOWANCE_MS = 3 * 60_000;
/** The far end behind the tracking number that the workflow names. */
function farEndOf(wanted, { api, clock, log }) {
    let number;
    const find = async (scope) => {
        if (number)
            return number;
        const list = await api.listNumbers(scope);
        try {
            number = findNumber(list, wanted);
            return number;
        }
        catch (error) {
            // What could not be read of the list may hold the number.
            if (!list.lacking || !(0,base_failure/* failedAs */.C4)(error, 'input'))
                throw error;
            throw new base_failure/* Failure */.HR('incomplete', error.message, error.advice === undefined ? {} : { advice: error.advice });
        }
    };
    const judged = [];
    return {
        findNumber: async (scope) => {
            try {
                const deadline = Math.min(scope.deadline, clock.now() + LOOKUP_ALLOWANCE_MS);
                const { phoneNumber, name } = await find({ ...scope, deadline, patienceMs: PATIENCE_BEFORE_MS });
                log.info(`Tracking number ${(0,base_text/* plain */.pj)(phoneNumber, 40)}${name ? ` (${(0,base_text/* plain */.pj)(name, 80)})` : ''}`);
            }
            catch (error) {
                if (!(error instanceof base_failure/* Failure */.HR) || error.kind === 'input' || error.kind === 'aborted')
                    throw error;
                log.warning(`CallScaler cannot be asked now, and will be after the run: ${(0,base_failure/* explain */.WE)(error)}`);
            }
        },
        callsOf: async ({ from, to }, settleMs, { signal }) => {
            // Runs that are followed may have run at the same time. A baseline, which need not settle, may be one of them.
            if (settleMs > 0 && judged.some((other) => other.from < to && from < other.to)) {
                log.warning('Runs of this step overlapped in time, so each of them counts the calls of the others, too.');
                return (0,model_subject/* missing */.LO)('the run overlapped another one of this step, so their calls cannot be told apart');
            }
            if (settleMs > 0)
                judged.push({ from, to });
            const deadline = clock.now() + settleMs + READING_ALLOWANCE_MS;
            const scope = { deadline, patienceMs: PATIENCE_AFTER_MS, ...(signal ? { signal } : {}) };
            try {
                const known = await find(scope);
                // Calls are dated by CallScaler's clock, which need not agree with this machine's.
                const ahead = api.serverNow() - clock.now();
                const window = { from: from + ahead, to: to + ahead };
                const { tally, steady } = await readCalls({ number: known, ...window, settleMs }, scope, { api, clock, log });
                if (!tally) {
                    const waited = settleMs > 0 ? ` within ${formatDuration(settleMs)}` : '';
                    return (0,model_subject/* missing */.LO)(`CallScaler listed no call to ${(0,base_text/* plain */.pj)(known.phoneNumber, 40)}${waited}, which is no evidence either way`);
                }
                if (!steady && settleMs > 0)
                    log.warning('The calls at the far end were still changing when `callscaler-settle` was over.');
                log.info(`The number received ${(0,base_text/* counted */.hS)(tally.received, 'call')} and answered ${tally.answered}.`);
                return tally;
            }
            catch (error) {
                if (!(error instanceof base_failure/* Failure */.HR) || error.kind === 'aborted')
                    throw error;
                log.warning(`The far end could not be asked: ${(0,base_failure/* explain */.WE)(error)}`);
                return (0,model_subject/* missing */.LO)(`CallScaler could not be asked: ${(0,base_failure/* explain */.WE)(error).replace(/\.$/, '')}`);
            }
        },
    };
}

// EXTERNAL MODULE: ./lib/base/deadline.js
var base_deadline = __nccwpck_require__(361);
;// CONCATENATED MODULE: ./lib/apis/github/repository.js
// GitHub's API for the repository of this workflow: opened only when something is to be reported or asked, and never waited for without end.



/** How long GitHub may take for all that it is asked at once, in ms. */
const ALLOWANCE_MS = 90_000;
/** The same once the workflow is cancelled: GitHub itself leaves 7.5 s for everything, of which the stop of the run may take up to 6 s. */
const CANCELLED_ALLOWANCE_MS = { most: 3_000, least: 500, until: 5_000 };
/** The repository's API, not opened yet. */
function openRepository({ token, repository }, tools) {
    const { clock, log, signal } = tools;
    let cancelledAt;
    signal.addEventListener('abort', () => (cancelledAt = clock.now()), { once: true });
    let connected;
    return {
        connect: () => {
            if (!repository)
                throw new base_failure/* Failure */.HR('input', 'This is no workflow of GitHub: GITHUB_REPOSITORY and GITHUB_SHA are not set.');
            if (!token)
                throw new base_failure/* Failure */.HR('key-refused', '`github-token` is empty.');
            connected ??= tools.connect({
                token,
                ...repository,
                onWait: (line) => log.info(line),
                fail: (kind, message, cause) => new base_failure/* Failure */.HR(kind, message, { cause }),
            });
            return connected;
        },
        within: async (work) => {
            const deadline = (0,base_deadline/* openDeadline */.L)(clock);
            deadline.expireIn(ALLOWANCE_MS);
            deadline.expireAfter(signal, () => {
                const now = clock.now();
                const { most, least, until } = CANCELLED_ALLOWANCE_MS;
                return (0,clamp/* clamp */.q)((cancelledAt ?? now) + until - now, least, most);
            });
            try {
                return await work(deadline.signal);
            }
            finally {
                deadline.clear();
            }
        },
    };
}
/** What work comes to, unless the signal aborts first: a request that waits for its turn would not notice. */
function inTime(work, until) {
    return (0,base_deadline/* unlessAborted */.W)(work, until, () => new base_failure/* Failure */.HR('interrupted', 'GitHub did not answer in time.'));
}
const LEVELS = {
    statuses: 'permission `statuses: write`',
    'pull-requests': 'permission `pull-requests: write`',
    contents: 'permissions `contents: read` and `statuses: read`',
};
/** An error of GitHub's in words, with the permission that the token may lack. `fork` is whether the pull request is from one. */
function explainRefusal(error, permission, fork) {
    const said = (0,base_failure/* explain */.WE)(error);
    if ((0,base_failure/* failedAs */.C4)(error, 'key-refused'))
        return `${said} Check \`github-token\`.`;
    if (!(0,base_failure/* failedAs */.C4)(error, 'forbidden', 'not-found'))
        return said;
    const forked = fork ? ' The token of a pull request from a fork may only read, whatever the workflow asks for.' : '';
    return `${said} Give the job the ${LEVELS[permission]}.${forked}`;
}

;// CONCATENATED MODULE: ./lib/base/log.js

/** Longest line that is written, in characters. */
const MAX_LINE = 1_000;
/** A log over the toolkit. Lines in a message stay lines. */
function logTo(toolkit) {
    const clean = (message) => message
        .split('\n')
        .map((line) => (line.length > MAX_LINE ? `${(0,base_text/* logLine */.BP)(line.slice(0, MAX_LINE))}…` : (0,base_text/* logLine */.BP)(line)))
        .join('\n');
    return {
        info: (message) => toolkit.info(clean(message)),
        notice: (message) => toolkit.notice(clean(message)),
        warning: (message, place) => toolkit.warning(clean(message), place),
        error: (message, place) => toolkit.error(clean(message), place),
        group: async (name, phase) => {
            toolkit.startGroup(clean(name));
            try {
                return await phase();
            }
            finally {
                toolkit.endGroup();
            }
        },
    };
}
/** A log for one of several runs that are told of side by side: each line begins with its name, and phases are no groups. */
function prefixed(log, name) {
    const named = (message) => `[${name}] ${message}`;
    return {
        info: (message) => log.info(named(message)),
        notice: (message) => log.notice(named(message)),
        warning: (message, place) => log.warning(named(message), place),
        error: (message, place) => log.error(named(message), place),
        group: (_, phase) => phase(),
    };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
;// CONCATENATED MODULE: ./lib/cleanup/job-runs.js
// Which runs belong to which step of a job. Steps may run side by side and start the same test, so a step that looks for a run whose id it
// never got must not take another's. The runner's temporary folder is the one place that all steps of a job share, and no other job.



/** An id in the form in which two are the same: the case of letters tells none apart. */
const keyOf = (runId) => runId.toLowerCase();
/** The job's runs, below `folder` (RUNNER_TEMP). Without one, or where it cannot be written to, every run is free. */
function jobRunsIn(folder) {
    const own = new Set();
    const takeOnce = (runId) => !own.has(keyOf(runId)) && own.add(keyOf(runId)) !== undefined;
    if (!folder)
        return { take: takeOnce, isTaken: (runId) => own.has(keyOf(runId)) };
    const runs = (0,external_node_path_.join)(folder, 'callmeter-run-test');
    const fileOf = (runId) => (0,external_node_path_.join)(runs, (0,external_node_crypto_namespaceObject.createHash)('sha256').update(keyOf(runId)).digest('hex'));
    return {
        take: (runId) => {
            if (own.has(keyOf(runId)))
                return false;
            try {
                (0,external_node_fs_.mkdirSync)(runs, { recursive: true });
                (0,external_node_fs_.writeFileSync)(fileOf(runId), '', { flag: 'wx' });
            }
            catch (error) {
                if (error.code === 'EEXIST')
                    return false;
            }
            return takeOnce(runId);
        },
        isTaken: (runId) => own.has(keyOf(runId)) || (0,external_node_fs_.existsSync)(fileOf(runId)),
    };
}

;// CONCATENATED MODULE: ./lib/cleanup/open-runs.js
// The runs that this step has to see to their end, kept where the post step finds them even when this process dies: in the runner's state of the step.
/** The name under which the runner keeps them: `STATE_callmeter_runs` in the post step. */
const OPEN_RUNS_STATE = 'callmeter_runs';
/**
 * Saves the open runs with each change. Opening one throws if it cannot be saved, since nothing has been started then; later failures go to
 * `onFailure`, since the run is more important than the note of it.
 */
function openRunsIn(save, onFailure) {
    const runs = new Map();
    let opened = 0;
    const write = () => save(OPEN_RUNS_STATE, JSON.stringify([...runs.values()]));
    const rewrite = () => {
        try {
            write();
        }
        catch (error) {
            onFailure(error);
        }
    };
    return {
        open: (run) => {
            const place = opened++;
            runs.set(place, { ...run });
            write();
            return {
                learn: (facts) => {
                    const known = runs.get(place);
                    if (!known)
                        return;
                    runs.set(place, { ...known, ...facts });
                    rewrite();
                },
                close: () => {
                    if (runs.delete(place))
                        rewrite();
                },
            };
        },
    };
}
/** The open runs that a step left behind; none where it saved none, or what it saved cannot be read. */
function readOpenRuns(state) {
    if (!state)
        return [];
    let runs;
    try {
        runs = JSON.parse(state);
    }
    catch {
        return [];
    }
    if (!Array.isArray(runs))
        return [];
    return runs.filter(isOpenRun);
}
function isOpenRun(run) {
    if (typeof run !== 'object' || run === null)
        return false;
    const isText = (value) => typeof value === 'string';
    const maybe = (value, type) => value === undefined || typeof value === type;
    return (isText(run.projectId) &&
        isText(run.testId) &&
        maybe(run.runId, 'string') &&
        maybe(run.key, 'string') &&
        maybe(run.since, 'number') &&
        maybe(run.until, 'number') &&
        maybe(run.askedAt, 'number') &&
        (run.before === undefined || (Array.isArray(run.before) && run.before.every(isText))));
}

;// CONCATENATED MODULE: ./lib/inputs/connection.js
// What the inputs say of the connection to an API. The post step needs no more of them, and loads no more.
/** The API key as it was given, so that it can be masked before anything else happens. */
function apiKeyOf(input, env) {
    return input('api-key') || (env.CALLMETER_API_KEY ?? '').trim();
}
/** The address of an API; undefined where it is none that a key may be sent to: https, or http on loopback, without credentials or query. */
function apiUrlOf(text) {
    if (!URL.canParse(text))
        return undefined;
    const url = new URL(text);
    const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
    const safe = url.protocol === 'https:' || (url.protocol === 'http:' && loopback);
    return safe && !url.username && !url.password && !url.search && !url.hash ? url : undefined;
}

;// CONCATENATED MODULE: ./lib/inputs/event.js
// Where in GitHub this step runs: the repository, the commit that is tested, the pull request, and the page of the workflow run.



/** Largest event file that is read, in bytes: GitHub's own limit for an event. */
const MAX_EVENT_BYTES = 25 * 1024 * 1024;
/**
 * The context from the runner's variables and the event's file; undefined where this is no workflow. `asked` is what tells this step from
 * the other legs of a matrix, which share workflow, job and step. `warn` takes why the event cannot be read.
 */
function readContext(env, files, asked, warn) {
    const [owner = '', repo = ''] = (env.GITHUB_REPOSITORY ?? '').split('/');
    const sha = env.GITHUB_SHA ?? '';
    if (!owner || !repo || !sha)
        return undefined;
    const event = readEvent(env.GITHUB_EVENT_PATH, files, warn);
    const pull = pullOf(event);
    const head = pull?.sha ?? commitOf(event);
    const base = pull?.base ?? queuedFor(event) ?? branchOf(env.GITHUB_REF);
    const step = [env.GITHUB_WORKFLOW ?? '', env.GITHUB_JOB ?? '', env.GITHUB_ACTION ?? '', ...asked];
    const attempt = env.GITHUB_RUN_ATTEMPT ? `/attempts/${env.GITHUB_RUN_ATTEMPT}` : '';
    return {
        owner,
        repo,
        sha: head ?? sha,
        ...(0,base_fields/* optional */.l)({ pull: pull && { number: pull.number, fork: pull.fork }, base }),
        page: `${env.GITHUB_SERVER_URL || 'https://github.com'}/${owner}/${repo}/actions/runs/${env.GITHUB_RUN_ID ?? ''}${attempt}`,
        runNumber: Number(env.GITHUB_RUN_NUMBER) || 0,
        name: [env.GITHUB_WORKFLOW, env.GITHUB_JOB]
            .filter(Boolean)
            .map((part) => (0,base_text/* plain */.pj)(part ?? '', 80))
            .join(' / '),
        key: (0,external_node_crypto_namespaceObject.createHash)('sha256').update(step.join('\0')).digest('hex').slice(0, 20),
    };
}
function fieldsOf(value) {
    return (0,base_fields/* isObject */.G)(value) ? value : {};
}
/** The event that started the workflow; empty where there is none, or it cannot be read, which is warned of. */
function readEvent(path, files, warn) {
    if (!path)
        return {};
    let why = 'there is no such file';
    try {
        const text = files.read(path, MAX_EVENT_BYTES);
        const event = text === undefined ? undefined : JSON.parse(text);
        if ((0,base_fields/* isObject */.G)(event))
            return event;
        if (text !== undefined)
            why = 'it is not an object';
    }
    catch (error) {
        why = (0,base_text/* plain */.pj)(error instanceof Error ? error.message : String(error), 120);
    }
    warn(`The event at GITHUB_EVENT_PATH cannot be read (${why}), so this counts as no pull request: there is no comment, and a commit status goes to GITHUB_SHA.`);
    return {};
}
function pullOf(event) {
    const pull = fieldsOf(event.pull_request);
    const { number } = pull;
    if (typeof number !== 'number')
        return undefined;
    const [head, base] = [fieldsOf(pull.head), fieldsOf(pull.base)];
    const [from, to] = [fieldsOf(head.repo).full_name, fieldsOf(base.repo).full_name];
    return {
        number,
        ...(0,base_fields/* optional */.l)({ sha: textOf(head.sha), base: textOf(base.ref) }),
        // The head's repository is gone where a fork was deleted.
        fork: to !== undefined && from !== to,
    };
}
/** The commit of a workflow that another one started: GITHUB_SHA is then the newest of the default branch. */
function commitOf(event) {
    return textOf(fieldsOf(event.workflow_run).head_sha);
}
/** Where a merge queue's commit is to go to; GITHUB_REF is then a branch of the queue's own. */
function queuedFor(event) {
    return branchOf(fieldsOf(event.merge_group).base_ref);
}
function branchOf(ref) {
    return typeof ref === 'string' ? /^refs\/heads\/(.+)$/.exec(ref)?.[1] : undefined;
}
function textOf(value) {
    return typeof value === 'string' ? value : undefined;
}

// EXTERNAL MODULE: ./lib/thresholds/catalogue.js
var catalogue = __nccwpck_require__(833);
// EXTERNAL MODULE: ./lib/thresholds/syntax.js
var syntax = __nccwpck_require__(437);
;// CONCATENATED MODULE: ./lib/thresholds/tokens.js
/** A place in a line that cannot be understood. Kept apart from `Failure`: it becomes part of one, with all lines' errors together. */
class SyntaxProblem extends Error {
    span;
    constructor(message, { start, end }) {
        super(message);
        this.span = { start, end };
    }
}
const SPACE = /[ \t\u00A0]+/y;
const NUMBER = /(\d+(?:\.\d+)?|\.\d+)(%|[A-Za-z]+)?/y;
const WORD = /[A-Za-z_]\w*(?:\.\w+)*/y;
const STRING = /"([^"]*)"|'([^']*)'/y;
const SIGN = />=|<=|==|!=|[<>=+\-*/():,]/y;
/** Signs that people write where the language has another. */
const FOREIGN = {
    '≥': '>=',
    '≤': '<=',
    '≠': '!=',
    '−': '-',
    '–': '-',
    '×': '*',
    '÷': '/',
    '&': 'and',
    '|': 'or',
    '!': 'not',
};
/** The tokens of one line, the last of kind `end`. Throws a `SyntaxProblem` at a sign that the language does not have. */
function tokens(line) {
    const found = [];
    let at = 0;
    const match = (pattern) => {
        pattern.lastIndex = at;
        return pattern.exec(line);
    };
    while (at < line.length) {
        const start = at;
        let hit = match(SPACE);
        if (hit) {
            at += hit[0].length;
            continue;
        }
        if (line[at] === '#')
            break;
        if ((hit = match(NUMBER))) {
            at += hit[0].length;
            found.push({ kind: 'number', digits: hit[1] ?? '', unit: hit[2] ?? '', text: hit[0], start, end: at });
        }
        else if ((hit = match(WORD))) {
            at += hit[0].length;
            found.push({ kind: 'word', text: hit[0], start, end: at });
        }
        else if ((hit = match(STRING))) {
            at += hit[0].length;
            found.push({ kind: 'string', text: hit[1] ?? hit[2] ?? '', start, end: at });
        }
        else if ((hit = match(SIGN))) {
            at += hit[0].length;
            found.push({ kind: 'sign', text: hit[0], start, end: at });
        }
        else {
            const sign = String.fromCodePoint(line.codePointAt(at) ?? 0);
            if (sign === '"' || sign === "'")
                throw new SyntaxProblem('this quoted text has no end', { start, end: line.length });
            const instead = Object.hasOwn(FOREIGN, sign) ? `; write ${FOREIGN[sign]}` : '';
            throw new SyntaxProblem(`\`${sign}\` has no meaning here${instead}`, { start, end: start + sign.length });
        }
    }
    found.push({ kind: 'end', text: '', start: at, end: at + 1 });
    return found;
}

// EXTERNAL MODULE: ./lib/thresholds/units.js
var units = __nccwpck_require__(435);
;// CONCATENATED MODULE: ./lib/thresholds/check.js
// Whether the sides of a threshold go together, whatever a run measures.





/** Refuses comparisons that make no sense: throws a `SyntaxProblem`. */
function checkSides(left, operator, right) {
    const whole = { start: left.start, end: right.end };
    const [onLeft, onRight] = [(0,syntax/* mentionsBaseline */.JM)(left), (0,syntax/* mentionsBaseline */.JM)(right)];
    if (onLeft && onRight)
        throw new SyntaxProblem('`baseline` stands for the other side, so it can be on one side only', whole);
    const measured = onLeft ? right : left;
    const other = onLeft ? left : right;
    if (!(0,syntax/* measuresSomething */.cn)(left) && !(0,syntax/* measuresSomething */.cn)(right)) {
        throw new SyntaxProblem('nothing is measured here: one side needs a value such as avg(mos) or success_rate', whole);
    }
    if ((onLeft || onRight) && !(0,syntax/* measuresSomething */.cn)(measured)) {
        throw new SyntaxProblem('`baseline` stands for the other side as the baseline measured it, so the other side must measure something: avg(mos) >= baseline - 0.1', whole);
    }
    checkShare(left, operator, right);
    checkShare(right, syntax/* FLIPPED */.Fh[operator], left);
    checkReckoning(left);
    checkReckoning(right);
    const measure = unitOf(measured, 'bare');
    const combination = (0,units/* alike */.nO)(measure, unitOf(other, measure));
    if (typeof combination === 'string')
        throw new SyntaxProblem(`${combination}${reasonOf(left)}${reasonOf(right)}`, whole);
}
/** Whether a value is a percentage of endpoints or calls by itself. */
function isPercentage(value) {
    return value.kind === 'rate' || (value.kind === 'fact' && catalogue/* FACTS */.qY[value.name].unit === '%');
}
/** A number without a unit that can be meant as a share: above 0 and at most 1. */
function shareIn(value) {
    return value.kind === 'number' && value.unit === '' && value.value > 0 && value.value <= 1 ? value : undefined;
}
function meantAsShare({ value, start, end }) {
    const percent = Number((value * 100).toPrecision(12));
    return new SyntaxProblem(`this is in percent, and ${value} would be ${value} percent: write ${percent}%, or ${value}% if that is meant`, { start, end });
}
/**
 * Refuses `success_rate >= 0.99` and `success_rate >= 1`: they would mean 0.99 and 1 percent, and hold for nearly everything. One percent at most is
 * strict, and may well be meant.
 */
function checkShare(side, operator, limit) {
    const share = isPercentage(side) ? shareIn(limit) : undefined;
    if (share && (share.value < 1 || !['<=', '<'].includes(operator)))
        throw meantAsShare(share);
}
/** Refuses `1 - success_rate` and `success_rate * 100`, which reckon with a share, too. */
function checkReckoning(value) {
    for (const part of (0,syntax/* partsOf */.CI)(value)) {
        if (part.kind !== 'arithmetic')
            continue;
        const { sign, left, right } = part;
        for (const [one, other] of [[left, right], [right, left]]) {
            if (!isPercentage(one))
                continue;
            const share = sign === '+' || sign === '-' ? shareIn(other) : undefined;
            if (share)
                throw meantAsShare(share);
            if (sign === '*' && other.kind === 'number' && other.unit === '' && other.value === 100)
                throw new SyntaxProblem('this is in percent already: leave out the 100', other);
        }
    }
} // prettier-ignore
/** The unit of a value; throws a `SyntaxProblem` where it has none because its parts do not go together. */
function unitOf(value, baseline) {
    switch (value.kind) {
        case 'number':
            return value.unit || 'bare';
        case 'baseline':
            return baseline;
        case 'aggregate':
            return (0,units/* unitOfMetric */.QG)(value.of);
        case 'count':
            return '';
        case 'rate':
            return '%';
        case 'fact':
            return catalogue/* FACTS */.qY[value.name].unit;
        case 'run':
            return 'unknown';
        case 'negative':
            return unitOf(value.value, baseline);
        case 'arithmetic': {
            const left = unitOf(value.left, baseline);
            if (value.relative)
                return left;
            const right = unitOf(value.right, baseline);
            const both = (0,units/* combined */.yX)(value, left, right);
            if (typeof both !== 'string')
                return both.unit;
            const share = value.right.kind === 'number' && value.right.unit === '%'
                ? '; only `baseline` can be changed by a percentage, for others multiply, as in * 1.2'
                : '';
            throw new SyntaxProblem(`${both}${share}`, value);
        }
    }
}
function reasonOf(value) {
    return value.kind === 'aggregate'
        ? unitReason(value.of)
        : value.kind === 'count'
            ? ': count is a number of endpoints, rate(…) is a percentage'
            : '';
}
/** What a metric is counted in, as it reads after why that does not go with something else. */
function unitReason({ metric }) {
    const facts = (0,catalogue/* metricFacts */.gt)(metric);
    if (!facts)
        return `: ${metric}${(0,nearest/* suggest */.ZA)(metric, Object.keys(catalogue/* METRICS */.Cb))}`;
    if (facts.unit === '')
        return `: ${metric} is ${facts.label ? `in ${facts.label}` : `a plain number (${facts.meaning})`}`;
    return `: ${metric} is in ${facts.unit === '%' ? 'percent' : 'milliseconds'}`;
}

;// CONCATENATED MODULE: ./lib/thresholds/cursor.js

/** Deepest nesting of parentheses, `not` and minus signs. */
const cursor_MAX_DEPTH = 50;
/** A walk from the first of a line's tokens. */
function cursor(list) {
    const end = list[list.length - 1];
    let place = 0;
    let depth = 0;
    const peek = (ahead = 0) => list[place + ahead] ?? end;
    return {
        peek,
        next: () => {
            const token = peek();
            if (token.kind !== 'end')
                place++;
            return token;
        },
        last: () => list[list.length - 2] ?? end,
        nested: (at, parse) => {
            if (++depth > cursor_MAX_DEPTH)
                throw new SyntaxProblem(`this is nested more than ${cursor_MAX_DEPTH} levels deep`, at);
            const result = parse();
            depth--;
            return result;
        },
    };
}
/** Whether a token is one of these signs. */
function isSign(token, ...signs) {
    return token.kind === 'sign' && signs.includes(token.text);
}
/** Whether a token is this word, in capitals or not. */
function isWord(token, word) {
    return token.kind === 'word' && token.text.toLowerCase() === word;
}
/** The next token, which must be this sign; throws a `SyntaxProblem` where it is another. */
function expectSign(parser, sign, purpose) {
    const token = parser.next();
    if (!isSign(token, sign))
        throw new SyntaxProblem(`expected ${sign} ${purpose}${found(token)}`, token);
    return token;
}
/** What stands there instead, as it reads after what was expected. */
function found(token) {
    return token.kind === 'end' ? ', but the line ends here' : `, not \`${token.text}\``;
}

;// CONCATENATED MODULE: ./lib/thresholds/terms.js
// What values and conditions are made of: the names of metrics, and literals.


/** A metric with what narrows it: `jitter_ms.receive.p95`. Throws a `SyntaxProblem` where that is said twice. */
function metricName(word) {
    const [key = '', ...narrowing] = word.text.split('.');
    const name = { metric: (0,model_series/* snakeCase */.LW)(key) };
    for (const part of narrowing.map(model_series/* snakeCase */.LW)) {
        const direction = Object.hasOwn(model_series/* DIRECTIONS */.X, part) ? model_series/* DIRECTIONS */.X[part] : undefined;
        const track = part === 'audio' || part === 'video' ? part : undefined;
        if ((direction && name.direction) || (track && name.track) || (!direction && !track && name.statistic)) {
            throw new SyntaxProblem(`\`${word.text}\` is narrowed twice in the same way`, word);
        }
        if (direction)
            name.direction = direction;
        else if (track)
            name.track = track;
        else
            name.statistic = (Object.hasOwn(model_series/* STATISTICS */.gS, part) && model_series/* STATISTICS */.gS[part]) || part;
    }
    return name;
}
/** Decimal places that a unit moves a literal by, and what it is then multiplied with: `1.005s` is read as 1005 ms, without a rounding between. */
const LITERAL_UNITS = {
    '': { unit: '', places: 0, factor: 1 },
    '%': { unit: '%', places: 0, factor: 1 },
    ms: { unit: 'ms', places: 0, factor: 1 },
    s: { unit: 'ms', places: 3, factor: 1 },
    m: { unit: 'ms', places: 3, factor: 60 },
};
/** A number as it is written, in the unit that it is reckoned with. Throws a `SyntaxProblem` where that is none. */
function literal(token) {
    const scale = Object.hasOwn(LITERAL_UNITS, token.unit) ? LITERAL_UNITS[token.unit] : undefined;
    if (!scale)
        throw new SyntaxProblem(`\`${token.unit}\` is not a unit: %, ms, s and m (minutes) are`, token);
    const value = Number(`${token.digits}e${scale.places}`) * scale.factor;
    if (!Number.isFinite(value))
        throw new SyntaxProblem('this number is too large', token);
    return { kind: 'number', value, unit: scale.unit, start: token.start, end: token.end };
}

;// CONCATENATED MODULE: ./lib/thresholds/parse-condition.js
// Conditions: what follows `where`, and what `count` and `rate` count.








/** The condition after `where`, as a field of what it narrows; no field where there is none. */
function parseWhere(parser) {
    if (!isWord(parser.peek(), 'where'))
        return {};
    parser.next();
    return { where: parseCondition(parser) };
}
/** A condition. Throws a `SyntaxProblem` that says what was expected, and where. */
function parseCondition(parser) {
    return parseChain(parser, 'or', () => parseChain(parser, 'and', () => parseNegation(parser)));
}
function parseChain(parser, kind, operand) {
    let left = operand();
    while (isWord(parser.peek(), kind)) {
        parser.next();
        const right = operand();
        left = { kind, left, right, start: left.start, end: right.end };
    }
    return left;
}
function parseNegation(parser) {
    const token = parser.peek();
    if (isWord(token, 'not')) {
        parser.next();
        const condition = parser.nested(token, () => parseNegation(parser));
        return { kind: 'not', condition, start: token.start, end: condition.end };
    }
    if (isSign(token, '(')) {
        parser.next();
        const condition = parser.nested(token, () => parseCondition(parser));
        return { ...condition, start: token.start, end: expectSign(parser, ')', 'to close the parenthesis').end };
    }
    return parseComparison(parser);
}
function parseComparison(parser) {
    const subject = parser.next();
    if (subject.kind !== 'word') {
        throw new SyntaxProblem(`expected a condition, such as outcome = TIMEOUT or mos < 3.5${found(subject)}`, subject);
    }
    const sign = parser.next();
    const operator = operatorOf(sign);
    if (!operator) {
        throw new SyntaxProblem(`expected a comparison (= != < <= > >=) after ${subject.text}${found(sign)}`, sign);
    }
    const property = subject.text.toLowerCase();
    if (property === 'outcome' || property === 'group' || property === 'phase') {
        if (operator !== '==' && operator !== '!=')
            throw new SyntaxProblem(`${property} is a word and has no order: compare it with = or !=`, sign);
        const { text, end } = parseText(parser, property, sign);
        return { kind: 'text', property, operator, text, start: subject.start, end };
    }
    const { value, unit, end } = parseLiteral(parser, property);
    const span = { start: subject.start, end };
    if (property === 'sip_status') {
        if (unit !== '')
            throw new SyntaxProblem('a SIP status is a number without a unit', span);
        return { kind: 'status', operator, value, ...span };
    }
    const of = metricName(subject);
    const combination = (0,units/* alike */.nO)((0,units/* unitOfMetric */.QG)(of), unit || 'bare');
    if (typeof combination === 'string')
        throw new SyntaxProblem(`${combination}${unitReason(of)}`, span);
    return { kind: 'metric', of, operator, value, unit, ...span };
}
function operatorOf({ kind, text }) {
    if (kind !== 'sign')
        return undefined;
    return text === '=' ? '==' : (0,syntax/* isOperator */.Zo)(text) ? text : undefined;
}
function parseText(parser, property, sign) {
    const token = parser.next();
    if (token.kind !== 'word' && token.kind !== 'string')
        throw new SyntaxProblem(`expected a word or a quoted text after ${property} ${sign.text}${found(token)}`, token);
    const rest = parser.peek();
    if (token.kind === 'word' && isSign(rest, '-') && rest.start === token.end) {
        throw new SyntaxProblem(`put text with other signs than letters, digits and _ in quotes: ${property} = "${token.text}-…"`, { start: token.start, end: rest.end });
    }
    const { end } = token;
    if (property === 'group')
        return { text: token.text, end };
    const known = property === 'outcome' ? model_outcomes/* OUTCOMES */.im : model_outcomes/* PHASES */.ZG;
    const text = token.text.toUpperCase();
    // A slip here would count nothing and pass for ever; who means a name that is not documented says so with quotes.
    if (token.kind === 'word' && !known.includes(text)) {
        throw new SyntaxProblem(`\`${token.text}\` is no documented ${property}${(0,nearest/* suggest */.ZA)(text, known)} In quotes it is taken as it stands.`, token);
    }
    return { text, end };
}
function parseLiteral(parser, subject) {
    const first = parser.next();
    const negative = isSign(first, '-');
    const token = negative ? parser.next() : first;
    if (token.kind !== 'number')
        throw new SyntaxProblem(`expected a number after ${subject}${found(token)}`, token);
    const number = literal(token);
    return negative ? { ...number, value: -number.value } : number;
}

;// CONCATENATED MODULE: ./lib/thresholds/parse-value.js
// Values: arithmetic, functions and names.








const AGGREGATES = ['avg', 'min', 'max', 'sum', 'median', 'stddev'];
const FUNCTIONS = [...AGGREGATES, 'p95', 'count', 'rate'];
const NAMES = [...Object.keys(catalogue/* FACTS */.qY), 'baseline', 'run.summary', ...FUNCTIONS];
/** A value, up to what cannot belong to it. Throws a `SyntaxProblem` that says what was expected, and where. */
function parseValue(parser) {
    const term = () => parse_value_parseChain(parser, ['*', '/'], () => parseFactor(parser));
    return parse_value_parseChain(parser, ['+', '-'], term);
}
function parse_value_parseChain(parser, signs, operand) {
    const nextSign = () => signs.find((sign) => isSign(parser.peek(), sign));
    let left = operand();
    for (let sign = nextSign(); sign; sign = nextSign()) {
        parser.next();
        left = arithmetic(sign, left, operand());
    }
    return left;
}
function arithmetic(sign, left, right) {
    const relative = (sign === '+' || sign === '-') && right.kind === 'number' && right.unit === '%' && (0,syntax/* mentionsBaseline */.JM)(left);
    return { kind: 'arithmetic', sign, left, right, ...(relative && { relative }), start: left.start, end: right.end };
}
function parseFactor(parser) {
    const token = parser.next();
    if (token.kind === 'number')
        return literal(token);
    if (isSign(token, '-')) {
        const value = parser.nested(token, () => parseFactor(parser));
        if (value.kind === 'number')
            return { ...value, value: -value.value, start: token.start };
        return { kind: 'negative', value, start: token.start, end: value.end };
    }
    if (isSign(token, '(')) {
        const value = parser.nested(token, () => parseValue(parser));
        const close = expectSign(parser, ')', 'to close the parenthesis');
        return { ...value, start: token.start, end: close.end };
    }
    if (token.kind === 'word')
        return isSign(parser.peek(), '(') ? parseCall(parser, token) : parseName(token);
    throw new SyntaxProblem(`expected a value, such as avg(mos), success_rate or a number${found(token)}`, token);
}
function parseName(word) {
    const name = word.text.toLowerCase();
    const span = { start: word.start, end: word.end };
    if (name === 'baseline')
        return { kind: 'baseline', ...span };
    if ((0,catalogue/* isFact */.BR)(name))
        return { kind: 'fact', name, ...span };
    if (name.startsWith('run.'))
        return { kind: 'run', path: word.text.split('.').slice(1), ...span };
    const metric = (0,model_series/* snakeCase */.LW)(word.text.split('.')[0] ?? '');
    if ((0,catalogue/* metricFacts */.gt)(metric))
        throw new SyntaxProblem(`\`${word.text}\` is measured by every endpoint: say how to sum it up, as in avg(${word.text}) or p95(${word.text})`, word);
    if (FUNCTIONS.includes(name) || percentile(name) !== null)
        throw new SyntaxProblem(`\`${word.text}\` needs parentheses: ${FUNCTION_FORMS[name] ?? `${name}(jitter_ms)`}`, word);
    throw new SyntaxProblem(`\`${word.text}\` is not known${(0,nearest/* suggest */.ZA)(name, NAMES)}`, word);
}
const FUNCTION_FORMS = {
    avg: 'avg(mos)',
    count: 'count(outcome = TIMEOUT)',
    rate: 'rate(mos < 3.5)',
};
function parseCall(parser, word) {
    const name = word.text.toLowerCase();
    const close = () => ({
        start: word.start,
        end: expectSign(parser, ')', `to close ${word.text}(`).end,
    });
    const open = parser.next();
    if ((0,catalogue/* isFact */.BR)(name)) {
        if (catalogue/* FACTS */.qY[name].over !== 'endpoints')
            throw new SyntaxProblem(`\`${name}\` is of the whole run and takes no parentheses`, word);
        const { where } = parseWhere(parser);
        if (!where)
            throw new SyntaxProblem(`expected where, as in ${name}(where group = "agents")${found(parser.peek())}`, parser.peek());
        return { kind: 'fact', name, where, ...close() };
    }
    if (name === 'count' || name === 'rate') {
        const condition = parseCondition(parser);
        return { kind: name, condition, ...parseWhere(parser), ...close() };
    }
    const p = percentile(name);
    const plain = AGGREGATES.find((known) => known === name);
    const by = p === null ? plain && { by: plain } : { by: 'percentile', p };
    if (by) {
        const of = parseMetric(parser, name);
        return { kind: 'aggregate', ...by, of, ...parseWhere(parser), ...close() };
    }
    if (/^p\d/.test(name))
        throw new SyntaxProblem(`\`${word.text}\` is no percentile: they go from p1 to p99, with fractions up to p99.999`, word);
    throw new SyntaxProblem(`\`${word.text}\` is no function${(0,nearest/* suggest */.ZA)(name, [...FUNCTIONS, ...Object.keys(catalogue/* FACTS */.qY)])}`, {
        start: word.start,
        end: open.start,
    });
}
/** The rank of `p95`, `p99.9`; null where the name is no percentile. */
function percentile(name) {
    const match = /^p(\d{1,2}(?:\.\d{1,3})?)$/.exec(name);
    const rank = Number(match?.[1] ?? 0);
    return rank > 0 ? rank : null;
}
function parseMetric(parser, caller) {
    const token = parser.next();
    if (token.kind !== 'word')
        throw new SyntaxProblem(`expected a metric, as in ${caller}(jitter_ms)${found(token)}`, token);
    if (token.text.toLowerCase() === 'where')
        throw new SyntaxProblem(`expected a metric before where, as in ${caller}(mos where …)`, token);
    return metricName(token);
}

;// CONCATENATED MODULE: ./lib/thresholds/parse.js





/** Longest line, in characters. */
const MAX_LINE_LENGTH = 1_000;
/** Most thresholds of one step. */
const MAX_THRESHOLDS = 200;
/** The thresholds of a text with one a line, and every mistake in it; blank lines and comments (`#`) are passed over. */
function parseThresholds(text) {
    const thresholds = [];
    const problems = [];
    const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
    for (const [i, line] of lines.entries()) {
        if (/^\s*(#|$)/.test(line))
            continue;
        const whole = { line: i + 1, text: line, start: 0, end: Math.min(line.length, MAX_LINE_LENGTH) };
        if (thresholds.length + problems.length >= MAX_THRESHOLDS) {
            problems.push({ ...whole, message: `at most ${MAX_THRESHOLDS} thresholds are allowed` });
            break;
        }
        try {
            thresholds.push({ ...parseLine(line), line: i + 1 });
        }
        catch (error) {
            if (!(error instanceof SyntaxProblem))
                throw error;
            problems.push({ ...whole, ...error.span, message: error.message });
        }
    }
    return { thresholds, problems };
}
/** Most words of a comment that are looked at. */
const MAX_COMMENT_WORDS = 40;
/**
 * The threshold that stands in the comment of a text's only line: folded YAML (`>`) joins all lines to one, and a comment swallows what follows it.
 * Undefined where there is none.
 */
function swallowedThreshold(text) {
    const [line = '', ...others] = text.trim().split(/\r\n|\r|\n/);
    const comment = /#(.*)$/.exec(line)?.[1]?.trim();
    if (!comment || others.length > 0)
        return undefined;
    const words = comment.split(/\s+/).slice(0, MAX_COMMENT_WORDS);
    return words
        .flatMap((_, from) => words.map((__, i) => words.slice(from, words.length - i).join(' ')))
        .find((part) => {
        try {
            return parseLine(part).text !== '';
        }
        catch (error) {
            if (!(error instanceof SyntaxProblem))
                throw error;
            return false;
        }
    });
}
/** One threshold. Throws a `SyntaxProblem` that says what was expected, and where. */
function parseLine(line) {
    if (line.length > MAX_LINE_LENGTH) {
        throw new SyntaxProblem(`a threshold may be ${MAX_LINE_LENGTH} characters long`, {
            start: MAX_LINE_LENGTH,
            end: MAX_LINE_LENGTH + 1,
        });
    }
    const parser = cursor(tokens(line));
    const severity = parseSeverity(parser);
    const left = parseValue(parser);
    const sign = parser.next();
    const operator = sign.text;
    if (!(0,syntax/* isOperator */.Zo)(operator) || sign.kind !== 'sign') {
        const hint = operator === '='
            ? isSign(parser.peek(), '>')
                ? 'write >= to compare'
                : 'write == to compare'
            : `expected a comparison (${syntax/* OPERATORS */.we.join(' ')})${found(sign)}`;
        throw new SyntaxProblem(hint, sign);
    }
    const right = parseValue(parser);
    const rest = parser.next();
    if (rest.kind !== 'end') {
        const second = (0,syntax/* isOperator */.Zo)(rest.text)
            ? 'a threshold has one comparison; write two lines'
            : `expected the end of the line${found(rest)}`;
        throw new SyntaxProblem(second, rest);
    }
    const last = parser.last();
    checkSides(left, operator, right);
    return { severity, left, operator, right, text: line.slice(0, last.end).trim() };
}
function parseSeverity(parser) {
    const [word, colon] = [parser.peek(), parser.peek(1)];
    if (word.kind !== 'word' || colon.text !== ':')
        return 'fail';
    const name = word.text.toLowerCase();
    if (name !== 'warn' && name !== 'fail')
        throw new SyntaxProblem(`\`${word.text}:\` is unknown; a line starts with fail: or warn:, or with neither`, word);
    parser.next();
    parser.next();
    return name;
}

;// CONCATENATED MODULE: ./lib/inputs/checks.js
// What several inputs have to agree on.



const inputOf = ({ file }) => (file === undefined ? 'thresholds' : 'thresholds-file');
const CHECKS = [
    ({ test, 'run-id': runs, wait }, problem) => {
        if (test.length + runs.length === 0)
            problem('test', "is not set: give the test's id, slug or name, or `run-id` to follow a run that exists.");
        if (runs.length > 0 && !wait)
            problem('wait', 'is false, and with `run-id` there is nothing to start: the step would do nothing.');
    },
    ({ thresholds: { length } }, problem) => {
        if (length > MAX_THRESHOLDS)
            problem('thresholds', `and \`thresholds-file\` hold ${length} thresholds; ${MAX_THRESHOLDS} are accepted.`);
    },
    ({ thresholds, baseline }, problem) => {
        const comparing = thresholds.filter(({ left, right }) => (0,syntax/* mentionsBaseline */.JM)(left) || (0,syntax/* mentionsBaseline */.JM)(right));
        for (const threshold of baseline ? [] : comparing)
            problem(inputOf(threshold), `line ${threshold.line} compares with baseline, but \`baseline\` is not set: ${(0,base_text/* plain */.pj)(threshold.text, 100)}`);
    },
    ({ baseline }, problem, given) => {
        if (baseline?.kind === 'base-branch' && !given('commit-status'))
            problem('baseline', 'is "base-branch", the run behind the newest passing commit status, but `commit-status` does not name one.');
    },
    // The far end is asked with a key about a number, or not at all; and what is judged of it must have been asked for.
    ({ 'callscaler-api-key': key, 'callscaler-number': number, thresholds }, problem) => {
        if (key && !number)
            problem('callscaler-number', 'is not set: give the tracking number that the test dials.');
        if (number && !key)
            problem('callscaler-api-key', 'is not set: give the secret that holds the key of CallScaler.');
        const asking = thresholds.filter(({ left, right }) => (0,syntax/* asksFarEnd */.z1)(left) || (0,syntax/* asksFarEnd */.z1)(right));
        for (const threshold of key || number ? [] : asking)
            problem(inputOf(threshold), `line ${threshold.line} needs what the far end says, but \`callscaler-number\` and \`callscaler-api-key\` are not set: ${(0,base_text/* plain */.pj)(threshold.text, 100)}`);
    },
];

;// CONCATENATED MODULE: ./lib/model/verdict.js
/** Every way a step can end, worst first. With several runs the worst counts. */
const VERDICTS = ['error', 'cancelled', 'timed-out', 'failed', 'not-run', 'warned', 'passed'];
/** The worst of several verdicts. None at all is an `error`: a step that judged nothing must not pass. */
function worst(verdicts) {
    for (const verdict of VERDICTS.filter((v) => v !== 'passed'))
        if (verdicts.includes(verdict))
            return verdict;
    if (verdicts.includes('triggered'))
        return 'triggered';
    return verdicts.length > 0 ? 'passed' : 'error';
}
/** The worse of two judgements, with both reasons where they differ. */
function worseOf(a, b) {
    const verdict = worst([a.verdict, b.verdict]);
    const [first, second] = a.verdict === verdict ? [a, b] : [b, a];
    return { ...first, reason: second.verdict === 'passed' ? first.reason : `${first.reason} ${second.reason}` };
}

;// CONCATENATED MODULE: ./lib/inputs/baseline.js
/** The input's text as a request: `previous`, `base-branch`, a path (it ends in .json or holds a slash), else a run's id. Undefined where it is empty. */
function parseBaseline(text) {
    if (!text)
        return undefined;
    if (text === 'previous' || text === 'base-branch')
        return { kind: text };
    return /\.json$|[\\/]/i.test(text) ? { kind: 'file', path: text } : { kind: 'run', runId: text };
}

;// CONCATENATED MODULE: ./lib/inputs/reader.js
// How the text of one input is read.




/** Any text. */
function reader_text(given) {
    return given;
}
/** A text that has to be given; `what` says what it is. */
function required(what) {
    return (given, problem) => {
        if (!given)
            problem(`is not set: give ${what}.`);
        return given;
    };
}
/** One of the accepted words; the first where it is none of them. */
function choice(...accepted) {
    return (given, problem) => {
        const found = accepted.find((word) => word === given.toLowerCase());
        if (found === undefined)
            problem(`is "${(0,base_text/* plain */.pj)(given, 80)}"; accepted are ${accepted.join(', ')}.`);
        return found ?? accepted[0];
    };
}
/** Several of the accepted words, in their order, or `none` alone; the first where a word is none of them. */
function choices(...accepted) {
    const all = `accepted are ${accepted.join(', ')}, or none alone.`;
    return (given, problem) => {
        const named = given
            .toLowerCase()
            .split(/[\s,]+/)
            .filter(Boolean);
        if (named.length === 1 && named[0] === 'none')
            return [];
        const unknown = named.filter((word) => !accepted.some((known) => known === word));
        for (const word of unknown) {
            const near = (0,nearest/* nearest */.pA)(word, accepted);
            problem(`names "${(0,base_text/* plain */.pj)(word, 40)}"; ${all}${near[0] ? ` Did you mean ${near[0]}?` : ''}`);
        }
        if (named.length === 0)
            problem(`names nothing; ${all}`);
        return named.length === 0 || unknown.length > 0
            ? accepted.slice(0, 1)
            : accepted.filter((word) => named.includes(word));
    };
}
/** `true` or `false` in the spellings of YAML 1.2's core schema, as the toolkit takes them; true where it is neither. */
function reader_boolean(given, problem) {
    if (/^(false|False|FALSE)$/.test(given))
        return false;
    if (!/^(true|True|TRUE)$/.test(given))
        problem(`is "${(0,base_text/* plain */.pj)(given, 80)}"; accepted are true and false.`);
    return true;
}
/** A whole number. */
function integer(least, most) {
    return (given, problem) => {
        const value = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
        if (!(value >= least && value <= most))
            problem(`is "${(0,base_text/* plain */.pj)(given, 80)}"; accepted are whole numbers from ${least} to ${most}.`);
        return value;
    };
}
/** A length of time, in ms. */
function duration(most) {
    return (given, problem) => {
        const ms = parseDuration(given) ?? Number.POSITIVE_INFINITY;
        if (ms > most)
            problem(`is "${(0,base_text/* plain */.pj)(given, 80)}"; accepted are durations such as 90s, 15m or 1h30m, up to ${most / 3_600_000}h.`);
        return ms;
    };
}
/** The address of an API that a key may be sent to. */
function url(given, problem) {
    const address = apiUrlOf(given);
    if (address)
        return address;
    // What stands before an @, or behind a ? or #, may be a secret, so such an address is not repeated.
    if (/[@?#]/.test(given))
        problem('holds credentials, a query or a fragment; give the plain https address of the API.');
    else
        problem(`is "${(0,base_text/* plain */.pj)(given, 80)}"; accepted are https addresses, so that the key is not sent in the clear; plain http only for loopback.`);
    return new URL('https://invalid.invalid');
}
/** Up to so many names, one a line, each once. */
function names(most) {
    return (given, problem) => {
        const named = lines(given);
        if (named.length > most)
            problem(`names ${named.length}; ${most} are accepted.`);
        const twice = named.find((name, i) => named.indexOf(name) !== i);
        if (twice !== undefined)
            problem(`names "${(0,base_text/* plain */.pj)(twice, 80)}" twice.`);
        return named;
    };
}
/** The non-empty lines of a text, trimmed. */
function lines(given) {
    return given
        .split(/\r\n|\r|\n/)
        .map((line) => line.trim())
        .filter(Boolean);
}
/** The key of CallMeter; no message repeats it. */
function apiKey(given, problem) {
    if (!given)
        problem('is not set: give it, or the environment variable CALLMETER_API_KEY, the secret that holds the key.');
    else if (!/^cmk_[\x21-\x7E]+$/.test(given))
        problem('is not a CallMeter API key: one starts with cmk_ and holds no spaces (its value is not shown here).');
    return given;
}
/** The key of CallScaler, if any; no message repeats it. */
function callScalerKey(given, problem) {
    if (/[^\x21-\x7E]/.test(given))
        problem('holds spaces or other signs that no key has (its value is not shown here).');
    return given;
}
/** Longest context of a commit status that GitHub takes, in characters. */
const MAX_CONTEXT = 255;
/** The context of a commit status; empty where it is none that GitHub takes. */
function statusContext(given, problem) {
    // GitHub refuses characters of four bytes here.
    if (given.length <= MAX_CONTEXT && given === (0,base_text/* plain */.pj)(given, MAX_CONTEXT) && !/[\u{10000}-\u{10FFFF}]/u.test(given))
        return given;
    problem(`is "${(0,base_text/* plain */.pj)(given, 80)}"; accepted is one line of up to ${MAX_CONTEXT} characters without emoji, such as callmeter/quality.`);
    return '';
}
/** The address of a run's page, with `{run}` and, where needed, `{project}` and `{test}` in place of ids. */
function runUrl(given, problem) {
    if (!given)
        return '';
    if (!URL.canParse(given.replaceAll(/\{\w+\}/g, 'x')) || !/^https?:\/\//i.test(given))
        problem(`is "${(0,base_text/* plain */.pj)(given, 120)}"; accepted is a web address with {run}, and {project} and {test} where needed.`);
    else if (!given.includes('{run}'))
        problem(`is "${(0,base_text/* plain */.pj)(given, 120)}", which lacks {run}: every run would have the same link.`);
    for (const name of given.match(/\{\w*\}/g) ?? []) {
        if (!['{project}', '{test}', '{run}'].includes(name))
            problem(`holds ${(0,base_text/* plain */.pj)(name, 40)}; accepted are {project}, {test} and {run}.`);
    }
    return given;
}

;// CONCATENATED MODULE: ./lib/inputs/thresholds.js


/** What is judged where the workflow states no threshold. */
const DEFAULT_THRESHOLDS = 'failed_endpoints == 0';
/** Largest file of thresholds that is read, in bytes. */
const MAX_THRESHOLDS_BYTES = 1024 * 1024;
/** The thresholds of a text, one a line. */
function readThresholds(text, problem) {
    const { thresholds, problems } = parseThresholds(text);
    for (const found of problems)
        problem(describeLineProblem(found));
    const swallowed = swallowedThreshold(text);
    if (swallowed !== undefined)
        problem(`has \`${(0,base_text/* plain */.pj)(swallowed, 80)}\` in a comment: folded YAML (\`>\`) joins all lines to one, and # makes a comment of the rest. Write \`|\`.`);
    else if (text.trim() && thresholds.length + problems.length === 0)
        problem('holds no thresholds, but comments only. Leave it out for the default, failed_endpoints == 0.');
    return thresholds;
}
/** The thresholds of a file; each wrong line has its place there. */
function readThresholdsFile(path, problem, files) {
    if (!path)
        return [];
    const file = (0,base_text/* plain */.pj)(path, 200);
    let text;
    try {
        text = files.read(path, MAX_THRESHOLDS_BYTES);
    }
    catch (error) {
        problem(`is "${file}", which cannot be read: ${(0,base_text/* plain */.pj)(String(error))}`);
        return [];
    }
    if (text === undefined) {
        problem(`is "${file}", and there is no such file in the workspace. Is there a checkout step before this one?`);
        return [];
    }
    const { thresholds, problems } = parseThresholds(text);
    for (const found of problems)
        problem(`"${file}", ${describeLineProblem(found)}`, { file: path, line: found.line, column: found.start + 1 });
    if (thresholds.length + problems.length === 0)
        problem(`is "${file}", which holds no thresholds.`);
    return thresholds.map((threshold) => ({ ...threshold, file: path }));
}
/** What is judged: the thresholds that are stated, else the default one, whose line is 0, since the workflow did not write it. */
function orDefault(stated) {
    return stated.length > 0
        ? stated
        : parseThresholds(DEFAULT_THRESHOLDS).thresholds.map((threshold) => ({ ...threshold, line: 0 }));
}
/** Most of a line that is shown around a mistake. */
const SHOWN_LINE = 100;
/** A mistake in a threshold with its place marked: line and column, the line itself, a caret below it. */
function describeLineProblem({ line, start, end, message, text }) {
    const from = Math.max(0, Math.min(start - SHOWN_LINE / 2, text.length - SHOWN_LINE));
    const shown = text.slice(from, from + SHOWN_LINE).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ');
    const caret = ' '.repeat(start - from) + '^'.repeat(Math.max(1, Math.min(end - start, from + SHOWN_LINE - start)));
    return `line ${line}, column ${start + 1}: ${message}\n    ${shown}\n    ${caret}`;
}

;// CONCATENATED MODULE: ./lib/inputs/inputs.js




/** Longest `timeout`, in ms: setTimeout holds no more, and GitHub ends a job after five days on any runner. */
const MAX_TIMEOUT_MS = 5 * 24 * 3_600_000;
/** Longest `callscaler-settle`, in ms. */
const MAX_SETTLE_MS = 3_600_000;
/** Most tests of one step, and most of them at once. */
const MAX_TESTS = 50;
const MAX_PARALLEL = 20;
/** Most new attempts after a test that could not run. */
const MAX_RETRIES = 20;
/** How each input is read. Names, order and defaults are those of action.yml. */
const INPUTS = {
    'api-key': apiKey,
    project: required("the project's id, slug or name"),
    /** Empty where `run-id` is given. */
    test: names(MAX_TESTS),
    'run-id': names(MAX_TESTS),
    /** Those of the workflow, then those of the file; else the default. */
    thresholds: readThresholds,
    /** Those of the file alone. */
    'thresholds-file': readThresholdsFile,
    baseline: parseBaseline,
    'missing-data': choice('fail', 'warn', 'ignore'),
    /** Of an invalid list `error` alone is left, so that it cannot pass by its own mistake. */
    'fail-on': choices(...VERDICTS.filter((verdict) => verdict !== 'passed')),
    wait: reader_boolean,
    /** In ms. */
    timeout: duration(MAX_TIMEOUT_MS),
    /** When to stop a run that this step gives up on. */
    'stop-on': choices('timed-out', 'cancelled'),
    'not-run-retries': integer(0, MAX_RETRIES),
    'max-parallel': integer(1, MAX_PARALLEL),
    summary: reader_boolean,
    comment: choice('never', 'on-failure', 'always'),
    /** The context of a commit status; empty where none is to be reported. */
    'commit-status': statusContext,
    'github-token': reader_text,
    /** Relative to the workspace; empty where no reports are to be written. */
    'report-directory': reader_text,
    /** With `{project}`, `{test}` and `{run}`; empty where there is none. */
    'run-url': runUrl,
    'api-url': url,
    /** Empty where the far end is not asked. */
    'callscaler-api-key': callScalerKey,
    'callscaler-number': reader_text,
    'callscaler-api-url': url,
    /** In ms. */
    'callscaler-settle': duration(MAX_SETTLE_MS),
};

;// CONCATENATED MODULE: ./lib/inputs/read.js





/** Thrown with every problem of the inputs at once. */
class InputFailure extends base_failure/* Failure */.HR {
    problems;
    /** How the error is to be reported; safe values where that could not be read. */
    inputs;
    constructor(problems, inputs) {
        super('input', `${problems.length === 1 ? 'An input is wrong' : `${problems.length} inputs are wrong`}:\n${problems.map(({ message }) => `- ${message}`).join('\n')}`);
        this.problems = problems;
        this.inputs = inputs;
    }
}
/** All inputs, checked. Throws an `InputFailure` that names every problem: the input, its value (but never a key) and what is accepted. */
function readInputs(input, env, files) {
    const problems = [];
    const note = (name, message, place) => {
        problems.push({ input: name, message: `\`${name}\` ${message}`, ...(place ? { place } : {}) });
    };
    const allNames = Object.keys(INPUTS);
    const values = allNames.map((name) => {
        const text = name === 'api-key' ? apiKeyOf(input, env) : input(name);
        return [name, INPUTS[name](text, (message, place) => note(name, message, place), files)];
    });
    const inputs = combined(Object.fromEntries(values));
    for (const check of CHECKS)
        check(inputs, note, input);
    const inOrder = problems.toSorted((a, b) => allNames.indexOf(a.input) - allNames.indexOf(b.input));
    if (inOrder.length > 0)
        throw new InputFailure(inOrder, inputs);
    return inputs;
}
/** What inputs mean beside each other: where there are runs to follow no test counts, and thresholds come from both of their inputs. */
function combined(inputs) {
    return {
        ...inputs,
        test: inputs['run-id'].length > 0 ? [] : inputs.test,
        thresholds: orDefault([...inputs.thresholds, ...inputs['thresholds-file']]),
    };
}

;// CONCATENATED MODULE: ./lib/publish/pending-status.js
// The commit status that a step has set to pending, kept in the runner's state of the step: where the process dies, nobody else would ever end it.

/** The name under which the runner keeps it: `STATE_callmeter_status` in the post step. */
const PENDING_STATUS_STATE = 'callmeter_status';
/** What a step left pending; undefined where it left nothing, or what it saved cannot be read. */
function readPendingStatus(state) {
    if (!state)
        return undefined;
    try {
        const status = JSON.parse(state);
        return isPendingStatus(status) ? status : undefined;
    }
    catch {
        return undefined;
    }
}
function isPendingStatus(status) {
    return (isObject(status) &&
        ['owner', 'repo', 'sha', 'context', 'url'].every((name) => typeof status[name] === 'string' && status[name] !== ''));
}

// EXTERNAL MODULE: ./lib/report/phrases.js
var phrases = __nccwpck_require__(120);
;// CONCATENATED MODULE: ./lib/report/commit-status.js
// A step as a commit status: one word for GitHub, and one line for people.



/** Longest description that GitHub takes, in characters. */
const MAX_DESCRIPTION = 140;
/** The state for a verdict. A run that was left to itself stays pending, until another step follows it. */
const STATES = {
    passed: 'success',
    warned: 'success',
    failed: 'failure',
    'not-run': 'error',
    'timed-out': 'error',
    cancelled: 'error',
    error: 'error',
    triggered: 'pending',
};
const WORDS = {
    passed: 'Passed',
    warned: 'Passed with warnings',
    failed: 'Failed',
    'not-run': 'Not run',
    'timed-out': 'Timed out',
    cancelled: 'Cancelled',
    error: 'Could not be judged',
    triggered: 'Started, and left to itself',
};
/** The description while runs are going. */
function describeStarted(runs) {
    return withRun('Running', runs);
}
/** The description of a step that is over. */
function describeVerdict({ verdict, runs, problem }) {
    const [only] = runs;
    if (runs.length > 1) {
        const good = runs.filter((run) => run.verdict === verdict).length;
        return cut(`${WORDS[verdict]}: ${good} of ${runs.length} tests`);
    }
    const broken = only && brokenFor(verdict, only.thresholds);
    const why = broken ? `${(0,syntax/* withoutSeverity */.aQ)(broken.threshold)} ${measuredWords(broken)}` : (problem ?? only?.reason ?? '');
    return withRun(`${WORDS[verdict]}: ${why.replaceAll('\n', ' ')}`, runs);
}
/** The broken threshold that tells most of a verdict that thresholds decided: one of those that fail the step, and a breach before a missing value. */
function brokenFor(verdict, results) {
    if (verdict !== 'failed' && verdict !== 'warned')
        return undefined;
    const broken = results.filter((result) => (0,phrases/* isBroken */.Qr)(result) && (verdict === 'warned' || result.threshold.severity === 'fail'));
    return broken.find(({ state }) => state === 'breached') ?? broken[0];
}
function measuredWords(result) {
    const { measured } = (0,phrases/* measuredAndLimit */.RG)(result);
    return measured ? `measured ${measured}` : 'found no value';
}
/** The text with the run's id behind it, which is never cut. */
function withRun(text, runs) {
    const [only] = runs;
    const id = runs.length === 1 && only?.runId ? ` · run ${cut(only.runId, 60)}` : '';
    return `${cut(text, MAX_DESCRIPTION - id.length).replace(/[.:]+$/, '')}${id}`;
}
/** GitHub refuses characters of four bytes here, emoji for one. */
function cut(text, most = MAX_DESCRIPTION) {
    return (0,base_text/* plain */.pj)(text.replaceAll(/[\u{10000}-\u{10FFFF}]/gu, ' '), most);
}

;// CONCATENATED MODULE: ./lib/report/run-link.js
// A commit status has no field of its own for CallMeter's runs, so its link carries them, behind the #, where it changes nothing.
const MARK = 'callmeter-runs=';
/** Longest fragment, in characters: a link that is too long would be refused. */
const MAX_FRAGMENT = 1_500;
/** The page with the runs behind it; without them where they are too many. */
function linkRuns(page, runs) {
    const readable = runs.filter(({ runId, testId = '' }) => runId.isWellFormed() && testId.isWellFormed());
    const pairs = readable.map(({ runId, testId = '' }) => `${encodeURIComponent(testId)}:${encodeURIComponent(runId)}`);
    const fragment = `${MARK}${pairs.join(',')}`;
    return readable.length === 0 || fragment.length > MAX_FRAGMENT ? page : `${page}#${fragment}`;
}
/** The runs that a link carries; none where it carries none that can be read. */
function runsOfLink(url) {
    const [, fragment = ''] = /#(.*)$/.exec(url) ?? [];
    if (!fragment.startsWith(MARK))
        return [];
    try {
        return fragment
            .slice(MARK.length)
            .split(',')
            .map((pair) => {
            const [test = '', run = ''] = pair.split(':').map(decodeURIComponent);
            return { runId: run, ...(test ? { testId: test } : {}) };
        })
            .filter(({ runId }) => runId !== '');
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./node_modules/d3-array/dist/d3-array.mjs
// https://d3js.org/d3-array/ v3.2.5 Copyright 2010-2026 Mike Bostock
function ascending(a, b) {
  return a == null || b == null ? NaN : a < b ? -1 : a > b ? 1 : a >= b ? 0 : NaN;
}

function descending(a, b) {
  return a == null || b == null ? NaN
    : b < a ? -1
    : b > a ? 1
    : b >= a ? 0
    : NaN;
}

function bisector(f) {
  let compare1, compare2, delta;

  // If an accessor is specified, promote it to a comparator. In this case we
  // can test whether the search value is (self-) comparable. We can’t do this
  // for a comparator (except for specific, known comparators) because we can’t
  // tell if the comparator is symmetric, and an asymmetric comparator can’t be
  // used to test whether a single value is comparable.
  if (f.length !== 2) {
    compare1 = ascending;
    compare2 = (d, x) => ascending(f(d), x);
    delta = (d, x) => f(d) - x;
  } else {
    compare1 = f === ascending || f === descending ? f : zero;
    compare2 = f;
    delta = f;
  }

  function left(a, x, lo = 0, hi = a.length) {
    if (lo < hi) {
      if (compare1(x, x) !== 0) return hi;
      do {
        const mid = (lo + hi) >>> 1;
        if (compare2(a[mid], x) < 0) lo = mid + 1;
        else hi = mid;
      } while (lo < hi);
    }
    return lo;
  }

  function right(a, x, lo = 0, hi = a.length) {
    if (lo < hi) {
      if (compare1(x, x) !== 0) return hi;
      do {
        const mid = (lo + hi) >>> 1;
        if (compare2(a[mid], x) <= 0) lo = mid + 1;
        else hi = mid;
      } while (lo < hi);
    }
    return lo;
  }

  function center(a, x, lo = 0, hi = a.length) {
    const i = left(a, x, lo, hi - 1);
    return i > lo && delta(a[i - 1], x) > -delta(a[i], x) ? i - 1 : i;
  }

  return {left, center, right};
}

function zero() {
  return 0;
}

function number(x) {
  return x === null ? NaN : +x;
}

function* numbers(values, valueof) {
  if (valueof === undefined) {
    for (let value of values) {
      if (value != null && (value = +value) >= value) {
        yield value;
      }
    }
  } else {
    let index = -1;
    for (let value of values) {
      if ((value = valueof(value, ++index, values)) != null && (value = +value) >= value) {
        yield value;
      }
    }
  }
}

const ascendingBisect = bisector(ascending);
const bisectRight = ascendingBisect.right;
const bisectLeft = ascendingBisect.left;
const bisectCenter = bisector(number).center;

function d3_array_blur(values, r) {
  if (!((r = +r) >= 0)) throw new RangeError("invalid r");
  let length = values.length;
  if (!((length = Math.floor(length)) >= 0)) throw new RangeError("invalid length");
  if (!length || !r) return values;
  const blur = blurf(r);
  const temp = values.slice();
  blur(values, temp, 0, length, 1);
  blur(temp, values, 0, length, 1);
  blur(values, temp, 0, length, 1);
  return values;
}

const blur2 = Blur2(blurf);

const blurImage = Blur2(blurfImage);

function Blur2(blur) {
  return function(data, rx, ry = rx) {
    if (!((rx = +rx) >= 0)) throw new RangeError("invalid rx");
    if (!((ry = +ry) >= 0)) throw new RangeError("invalid ry");
    let {data: values, width, height} = data;
    if (!((width = Math.floor(width)) >= 0)) throw new RangeError("invalid width");
    if (!((height = Math.floor(height !== undefined ? height : values.length / width)) >= 0)) throw new RangeError("invalid height");
    if (!width || !height || (!rx && !ry)) return data;
    const blurx = rx && blur(rx);
    const blury = ry && blur(ry);
    const temp = values.slice();
    if (blurx && blury) {
      blurh(blurx, temp, values, width, height);
      blurh(blurx, values, temp, width, height);
      blurh(blurx, temp, values, width, height);
      blurv(blury, values, temp, width, height);
      blurv(blury, temp, values, width, height);
      blurv(blury, values, temp, width, height);
    } else if (blurx) {
      blurh(blurx, values, temp, width, height);
      blurh(blurx, temp, values, width, height);
      blurh(blurx, values, temp, width, height);
    } else if (blury) {
      blurv(blury, values, temp, width, height);
      blurv(blury, temp, values, width, height);
      blurv(blury, values, temp, width, height);
    }
    return data;
  };
}

function blurh(blur, T, S, w, h) {
  for (let y = 0, n = w * h; y < n;) {
    blur(T, S, y, y += w, 1);
  }
}

function blurv(blur, T, S, w, h) {
  for (let x = 0, n = w * h; x < w; ++x) {
    blur(T, S, x, x + n, w);
  }
}

function blurfImage(radius) {
  const blur = blurf(radius);
  return (T, S, start, stop, step) => {
    start <<= 2, stop <<= 2, step <<= 2;
    blur(T, S, start + 0, stop + 0, step);
    blur(T, S, start + 1, stop + 1, step);
    blur(T, S, start + 2, stop + 2, step);
    blur(T, S, start + 3, stop + 3, step);
  };
}

// Given a target array T, a source array S, sets each value T[i] to the average
// of {S[i - r], …, S[i], …, S[i + r]}, where r = ⌊radius⌋, start <= i < stop,
// for each i, i + step, i + 2 * step, etc., and where S[j] is clamped between
// S[start] (inclusive) and S[stop] (exclusive). If the given radius is not an
// integer, S[i - r - 1] and S[i + r + 1] are added to the sum, each weighted
// according to r - ⌊radius⌋.
function blurf(radius) {
  const radius0 = Math.floor(radius);
  if (radius0 === radius) return bluri(radius);
  const t = radius - radius0;
  const w = 2 * radius + 1;
  return (T, S, start, stop, step) => { // stop must be aligned!
    if (!((stop -= step) >= start)) return; // inclusive stop
    let sum = radius0 * S[start];
    const s0 = step * radius0;
    const s1 = s0 + step;
    for (let i = start, j = start + s0; i < j; i += step) {
      sum += S[Math.min(stop, i)];
    }
    for (let i = start, j = stop; i <= j; i += step) {
      sum += S[Math.min(stop, i + s0)];
      T[i] = (sum + t * (S[Math.max(start, i - s1)] + S[Math.min(stop, i + s1)])) / w;
      sum -= S[Math.max(start, i - s0)];
    }
  };
}

// Like blurf, but optimized for integer radius.
function bluri(radius) {
  const w = 2 * radius + 1;
  return (T, S, start, stop, step) => { // stop must be aligned!
    if (!((stop -= step) >= start)) return; // inclusive stop
    let sum = radius * S[start];
    const s = step * radius;
    for (let i = start, j = start + s; i < j; i += step) {
      sum += S[Math.min(stop, i)];
    }
    for (let i = start, j = stop; i <= j; i += step) {
      sum += S[Math.min(stop, i + s)];
      T[i] = sum / w;
      sum -= S[Math.max(start, i - s)];
    }
  };
}

function count(values, valueof) {
  let count = 0;
  if (valueof === undefined) {
    for (let value of values) {
      if (value != null && (value = +value) >= value) {
        ++count;
      }
    }
  } else {
    let index = -1;
    for (let value of values) {
      if ((value = valueof(value, ++index, values)) != null && (value = +value) >= value) {
        ++count;
      }
    }
  }
  return count;
}

function length$1(array) {
  return array.length | 0;
}

function empty(length) {
  return !(length > 0);
}

function arrayify(values) {
  return typeof values !== "object" || "length" in values ? values : Array.from(values);
}

function reducer(reduce) {
  return values => reduce(...values);
}

function cross(...values) {
  const reduce = typeof values[values.length - 1] === "function" && reducer(values.pop());
  values = values.map(arrayify);
  const lengths = values.map(length$1);
  const j = values.length - 1;
  const index = new Array(j + 1).fill(0);
  const product = [];
  if (j < 0 || lengths.some(empty)) return product;
  while (true) {
    product.push(index.map((j, i) => values[i][j]));
    let i = j;
    while (++index[i] === lengths[i]) {
      if (i === 0) return reduce ? product.map(reduce) : product;
      index[i--] = 0;
    }
  }
}

function cumsum(values, valueof) {
  var sum = 0, index = 0;
  return Float64Array.from(values, valueof === undefined
    ? v => (sum += +v || 0)
    : v => (sum += +valueof(v, index++, values) || 0));
}

function variance(values, valueof) {
  let count = 0;
  let delta;
  let mean = 0;
  let sum = 0;
  if (valueof === undefined) {
    for (let value of values) {
      if (value != null && (value = +value) >= value) {
        delta = value - mean;
        mean += delta / ++count;
        sum += delta * (value - mean);
      }
    }
  } else {
    let index = -1;
    for (let value of values) {
      if ((value = valueof(value, ++index, values)) != null && (value = +value) >= value) {
        delta = value - mean;
        mean += delta / ++count;
        sum += delta * (value - mean);
      }
    }
  }
  if (count > 1) return sum / (count - 1);
}

function deviation(values, valueof) {
  const v = variance(values, valueof);
  return v ? Math.sqrt(v) : v;
}

function extent(values, valueof) {
  let min;
  let max;
  if (valueof === undefined) {
    for (const value of values) {
      if (value != null) {
        if (min === undefined) {
          if (value >= value) min = max = value;
        } else {
          if (min > value) min = value;
          if (max < value) max = value;
        }
      }
    }
  } else {
    let index = -1;
    for (let value of values) {
      if ((value = valueof(value, ++index, values)) != null) {
        if (min === undefined) {
          if (value >= value) min = max = value;
        } else {
          if (min > value) min = value;
          if (max < value) max = value;
        }
      }
    }
  }
  return [min, max];
}

// https://github.com/python/cpython/blob/a74eea238f5baba15797e2e8b570d153bc8690a7/Modules/mathmodule.c#L1423
class Adder {
  constructor() {
    this._partials = new Float64Array(32);
    this._n = 0;
  }
  add(x) {
    const p = this._partials;
    let i = 0;
    for (let j = 0; j < this._n && j < 32; j++) {
      const y = p[j],
        hi = x + y,
        lo = Math.abs(x) < Math.abs(y) ? x - (hi - y) : y - (hi - x);
      if (lo) p[i++] = lo;
      x = hi;
    }
    p[i] = x;
    this._n = i + 1;
    return this;
  }
  valueOf() {
    const p = this._partials;
    let n = this._n, x, y, lo, hi = 0;
    if (n > 0) {
      hi = p[--n];
      while (n > 0) {
        x = hi;
        y = p[--n];
        hi = x + y;
        lo = y - (hi - x);
        if (lo) break;
      }
      if (n > 0 && ((lo < 0 && p[n - 1] < 0) || (lo > 0 && p[n - 1] > 0))) {
        y = lo * 2;
        x = hi + y;
        if (y == x - hi) hi = x;
      }
    }
    return hi;
  }
}

function fsum(values, valueof) {
  const adder = new Adder();
  if (valueof === undefined) {
    for (let value of values) {
      if (value = +value) {
        adder.add(value);
      }
    }
  } else {
    let index = -1;
    for (let value of values) {
      if (value = +valueof(value, ++index, values)) {
        adder.add(value);
      }
    }
  }
  return +adder;
}

function fcumsum(values, valueof) {
  const adder = new Adder();
  let index = -1;
  return Float64Array.from(values, valueof === undefined
      ? v => adder.add(+v || 0)
      : v => adder.add(+valueof(v, ++index, values) || 0)
  );
}

class InternMap extends Map {
  constructor(entries, key = keyof) {
    super();
    Object.defineProperties(this, {_intern: {value: new Map()}, _key: {value: key}});
    if (entries != null) for (const [key, value] of entries) this.set(key, value);
  }
  get(key) {
    return super.get(intern_get(this, key));
  }
  has(key) {
    return super.has(intern_get(this, key));
  }
  set(key, value) {
    return super.set(intern_set(this, key), value);
  }
  delete(key) {
    return super.delete(intern_delete(this, key));
  }
}

class InternSet extends Set {
  constructor(values, key = keyof) {
    super();
    Object.defineProperties(this, {_intern: {value: new Map()}, _key: {value: key}});
    if (values != null) for (const value of values) this.add(value);
  }
  has(value) {
    return super.has(intern_get(this, value));
  }
  add(value) {
    return super.add(intern_set(this, value));
  }
  delete(value) {
    return super.delete(intern_delete(this, value));
  }
}

function intern_get({_intern, _key}, value) {
  const key = _key(value);
  return _intern.has(key) ? _intern.get(key) : value;
}

function intern_set({_intern, _key}, value) {
  const key = _key(value);
  if (_intern.has(key)) return _intern.get(key);
  _intern.set(key, value);
  return value;
}

function intern_delete({_intern, _key}, value) {
  const key = _key(value);
  if (_intern.has(key)) {
    value = _intern.get(key);
    _intern.delete(key);
  }
  return value;
}

function keyof(value) {
  return value !== null && typeof value === "object" ? value.valueOf() : value;
}

function identity(x) {
  return x;
}

function group(values, ...keys) {
  return nest(values, identity, identity, keys);
}

function groups(values, ...keys) {
  return nest(values, Array.from, identity, keys);
}

function flatten$1(groups, keys) {
  for (let i = 1, n = keys.length; i < n; ++i) {
    groups = groups.flatMap(g => g.pop().map(([key, value]) => [...g, key, value]));
  }
  return groups;
}

function flatGroup(values, ...keys) {
  return flatten$1(groups(values, ...keys), keys);
}

function flatRollup(values, reduce, ...keys) {
  return flatten$1(rollups(values, reduce, ...keys), keys);
}

function rollup(values, reduce, ...keys) {
  return nest(values, identity, reduce, keys);
}

function rollups(values, reduce, ...keys) {
  return nest(values, Array.from, reduce, keys);
}

function index(values, ...keys) {
  return nest(values, identity, unique, keys);
}

function indexes(values, ...keys) {
  return nest(values, Array.from, unique, keys);
}

function unique(values) {
  if (values.length !== 1) throw new Error("duplicate key");
  return values[0];
}

function nest(values, map, reduce, keys) {
  return (function regroup(values, i) {
    if (i >= keys.length) return reduce(values);
    const groups = new InternMap();
    const keyof = keys[i++];
    let index = -1;
    for (const value of values) {
      const key = keyof(value, ++index, values);
      const group = groups.get(key);
      if (group) group.push(value);
      else groups.set(key, [value]);
    }
    for (const [key, values] of groups) {
      groups.set(key, regroup(values, i));
    }
    return map(groups);
  })(values, 0);
}

function permute(source, keys) {
  return Array.from(keys, key => source[key]);
}

function sort(values, ...F) {
  if (typeof values[Symbol.iterator] !== "function") throw new TypeError("values is not iterable");
  values = Array.from(values);
  let [f] = F;
  if ((f && f.length !== 2) || F.length > 1) {
    const index = Uint32Array.from(values, (d, i) => i);
    if (F.length > 1) {
      F = F.map(f => values.map(f));
      index.sort((i, j) => {
        for (const f of F) {
          const c = ascendingDefined(f[i], f[j]);
          if (c) return c;
        }
      });
    } else {
      f = values.map(f);
      index.sort((i, j) => ascendingDefined(f[i], f[j]));
    }
    return permute(values, index);
  }
  return values.sort(compareDefined(f));
}

function compareDefined(compare = ascending) {
  if (compare === ascending) return ascendingDefined;
  if (typeof compare !== "function") throw new TypeError("compare is not a function");
  return (a, b) => {
    const x = compare(a, b);
    if (x || x === 0) return x;
    return (compare(b, b) === 0) - (compare(a, a) === 0);
  };
}

function ascendingDefined(a, b) {
  return (a == null || !(a >= a)) - (b == null || !(b >= b)) || (a < b ? -1 : a > b ? 1 : 0);
}

function groupSort(values, reduce, key) {
  return (reduce.length !== 2
    ? sort(rollup(values, reduce, key), (([ak, av], [bk, bv]) => ascending(av, bv) || ascending(ak, bk)))
    : sort(group(values, key), (([ak, av], [bk, bv]) => reduce(av, bv) || ascending(ak, bk))))
    .map(([key]) => key);
}

var array = Array.prototype;

var slice = array.slice;

function constant(x) {
  return () => x;
}

const e10 = Math.sqrt(50),
    e5 = Math.sqrt(10),
    e2 = Math.sqrt(2);

function tickSpec(start, stop, count) {
  const step = (stop - start) / Math.max(0, count),
      power = Math.floor(Math.log10(step)),
      error = step / Math.pow(10, power),
      factor = error >= e10 ? 10 : error >= e5 ? 5 : error >= e2 ? 2 : 1;
  let i1, i2, inc;
  if (power < 0) {
    inc = Math.pow(10, -power) / factor;
    i1 = Math.round(start * inc);
    i2 = Math.round(stop * inc);
    if (i1 / inc < start) ++i1;
    if (i2 / inc > stop) --i2;
    inc = -inc;
  } else {
    inc = Math.pow(10, power) * factor;
    i1 = Math.round(start / inc);
    i2 = Math.round(stop / inc);
    if (i1 * inc < start) ++i1;
    if (i2 * inc > stop) --i2;
  }
  if (i2 < i1 && 0.5 <= count && count < 2) return tickSpec(start, stop, count * 2);
  return [i1, i2, inc];
}

function ticks(start, stop, count) {
  stop = +stop, start = +start, count = +count;
  if (!(count > 0)) return [];
  if (start === stop) return [start];
  const reverse = stop < start, [i1, i2, inc] = reverse ? tickSpec(stop, start, count) : tickSpec(start, stop, count);
  if (!(i2 >= i1)) return [];
  const n = i2 - i1 + 1, ticks = new Array(n);
  if (reverse) {
    if (inc < 0) for (let i = 0; i < n; ++i) ticks[i] = (i2 - i) / -inc;
    else for (let i = 0; i < n; ++i) ticks[i] = (i2 - i) * inc;
  } else {
    if (inc < 0) for (let i = 0; i < n; ++i) ticks[i] = (i1 + i) / -inc;
    else for (let i = 0; i < n; ++i) ticks[i] = (i1 + i) * inc;
  }
  return ticks;
}

function tickIncrement(start, stop, count) {
  stop = +stop, start = +start, count = +count;
  return tickSpec(start, stop, count)[2];
}

function tickStep(start, stop, count) {
  stop = +stop, start = +start, count = +count;
  const reverse = stop < start, inc = reverse ? tickIncrement(stop, start, count) : tickIncrement(start, stop, count);
  return (reverse ? -1 : 1) * (inc < 0 ? 1 / -inc : inc);
}

function nice(start, stop, count) {
  let prestep;
  while (true) {
    const step = tickIncrement(start, stop, count);
    if (step === prestep || step === 0 || !isFinite(step)) {
      return [start, stop];
    } else if (step > 0) {
      const i = Math.ceil(start / step);
      const j = Math.floor(stop / step);
      start = (i - (i * step > start)) * step;
      stop = (j + (j * step < stop)) * step;
    } else if (step < 0) {
      const s = -step;
      const i = Math.ceil(start * s);
      const j = Math.floor(stop * s);
      start = (i - (i / s > start)) / s;
      stop = (j + (j / s < stop)) / s;
    }
    prestep = step;
  }
}

function thresholdSturges(values) {
  return Math.max(1, Math.ceil(Math.log(count(values)) / Math.LN2) + 1);
}

function bin() {
  var value = identity,
      domain = extent,
      threshold = thresholdSturges;

  function histogram(data) {
    if (!Array.isArray(data)) data = Array.from(data);

    var i,
        n = data.length,
        x,
        step,
        values = new Array(n);

    for (i = 0; i < n; ++i) {
      values[i] = value(data[i], i, data);
    }

    var xz = domain(values),
        x0 = xz[0],
        x1 = xz[1],
        tz = threshold(values, x0, x1);

    // Convert number of thresholds into uniform thresholds, and nice the
    // default domain accordingly.
    if (!Array.isArray(tz)) {
      const max = x1, tn = +tz;
      if (domain === extent) [x0, x1] = nice(x0, x1, tn);
      tz = ticks(x0, x1, tn);

      // If the domain is aligned with the first tick (which it will by
      // default), then we can use quantization rather than bisection to bin
      // values, which is substantially faster.
      if (tz[0] <= x0) step = tickIncrement(x0, x1, tn);

      // If the last threshold is coincident with the domain’s upper bound, the
      // last bin will be zero-width. If the default domain is used, and this
      // last threshold is coincident with the maximum input value, we can
      // extend the niced upper bound by one tick to ensure uniform bin widths;
      // otherwise, we simply remove the last threshold. Note that we don’t
      // coerce values or the domain to numbers, and thus must be careful to
      // compare order (>=) rather than strict equality (===)!
      if (tz[tz.length - 1] >= x1) {
        if (max >= x1 && domain === extent) {
          const step = tickIncrement(x0, x1, tn);
          if (isFinite(step)) {
            if (step > 0) {
              x1 = (Math.floor(x1 / step) + 1) * step;
            } else if (step < 0) {
              x1 = (Math.ceil(x1 * -step) + 1) / -step;
            }
          }
        } else {
          tz.pop();
        }
      }
    }

    // Remove any thresholds outside the domain.
    // Be careful not to mutate an array owned by the user!
    var m = tz.length, a = 0, b = m;
    while (tz[a] <= x0) ++a;
    while (tz[b - 1] > x1) --b;
    if (a || b < m) tz = tz.slice(a, b), m = b - a;

    var bins = new Array(m + 1),
        bin;

    // Initialize bins.
    for (i = 0; i <= m; ++i) {
      bin = bins[i] = [];
      bin.x0 = i > 0 ? tz[i - 1] : x0;
      bin.x1 = i < m ? tz[i] : x1;
    }

    // Assign data to bins by value, ignoring any outside the domain.
    if (isFinite(step)) {
      if (step > 0) {
        for (i = 0; i < n; ++i) {
          if ((x = values[i]) != null && x0 <= x && x <= x1) {
            bins[Math.min(m, Math.floor((x - x0) / step))].push(data[i]);
          }
        }
      } else if (step < 0) {
        for (i = 0; i < n; ++i) {
          if ((x = values[i]) != null && x0 <= x && x <= x1) {
            const j = Math.floor((x0 - x) * step);
            bins[Math.min(m, j + (tz[j] <= x))].push(data[i]); // handle off-by-one due to rounding
          }
        }
      }
    } else {
      for (i = 0; i < n; ++i) {
        if ((x = values[i]) != null && x0 <= x && x <= x1) {
          bins[bisectRight(tz, x, 0, m)].push(data[i]);
        }
      }
    }

    return bins;
  }

  histogram.value = function(_) {
    return arguments.length ? (value = typeof _ === "function" ? _ : constant(_), histogram) : value;
  };

  histogram.domain = function(_) {
    return arguments.length ? (domain = typeof _ === "function" ? _ : constant([_[0], _[1]]), histogram) : domain;
  };

  histogram.thresholds = function(_) {
    return arguments.length ? (threshold = typeof _ === "function" ? _ : constant(Array.isArray(_) ? slice.call(_) : _), histogram) : threshold;
  };

  return histogram;
}

function max(values, valueof) {
  let max;
  if (valueof === undefined) {
    for (const value of values) {
      if (value != null
          && (max < value || (max === undefined && value >= value))) {
        max = value;
      }
    }
  } else {
    let index = -1;
    for (let value of values) {
      if ((value = valueof(value, ++index, values)) != null
          && (max < value || (max === undefined && value >= value))) {
        max = value;
      }
    }
  }
  return max;
}

function maxIndex(values, valueof) {
  let max;
  let maxIndex = -1;
  let index = -1;
  if (valueof === undefined) {
    for (const value of values) {
      ++index;
      if (value != null
          && (max < value || (max === undefined && value >= value))) {
        max = value, maxIndex = index;
      }
    }
  } else {
    for (let value of values) {
      if ((value = valueof(value, ++index, values)) != null
          && (max < value || (max === undefined && value >= value))) {
        max = value, maxIndex = index;
      }
    }
  }
  return maxIndex;
}

function min(values, valueof) {
  let min;
  if (valueof === undefined) {
    for (const value of values) {
      if (value != null
          && (min > value || (min === undefined && value >= value))) {
        min = value;
      }
    }
  } else {
    let index = -1;
    for (let value of values) {
      if ((value = valueof(value, ++index, values)) != null
          && (min > value || (min === undefined && value >= value))) {
        min = value;
      }
    }
  }
  return min;
}

function minIndex(values, valueof) {
  let min;
  let minIndex = -1;
  let index = -1;
  if (valueof === undefined) {
    for (const value of values) {
      ++index;
      if (value != null
          && (min > value || (min === undefined && value >= value))) {
        min = value, minIndex = index;
      }
    }
  } else {
    for (let value of values) {
      if ((value = valueof(value, ++index, values)) != null
          && (min > value || (min === undefined && value >= value))) {
        min = value, minIndex = index;
      }
    }
  }
  return minIndex;
}

// Based on https://github.com/mourner/quickselect
// ISC license, Copyright 2018 Vladimir Agafonkin.
function quickselect(array, k, left = 0, right = Infinity, compare) {
  k = Math.floor(k);
  left = Math.floor(Math.max(0, left));
  right = Math.floor(Math.min(array.length - 1, right));

  if (!(left <= k && k <= right)) return array;

  compare = compare === undefined ? ascendingDefined : compareDefined(compare);

  while (right > left) {
    if (right - left > 600) {
      const n = right - left + 1;
      const m = k - left + 1;
      const z = Math.log(n);
      const s = 0.5 * Math.exp(2 * z / 3);
      const sd = 0.5 * Math.sqrt(z * s * (n - s) / n) * (m - n / 2 < 0 ? -1 : 1);
      const newLeft = Math.max(left, Math.floor(k - m * s / n + sd));
      const newRight = Math.min(right, Math.floor(k + (n - m) * s / n + sd));
      quickselect(array, k, newLeft, newRight, compare);
    }

    const t = array[k];
    let i = left;
    let j = right;

    swap(array, left, k);
    if (compare(array[right], t) > 0) swap(array, left, right);

    while (i < j) {
      swap(array, i, j), ++i, --j;
      while (compare(array[i], t) < 0) ++i;
      while (compare(array[j], t) > 0) --j;
    }

    if (compare(array[left], t) === 0) swap(array, left, j);
    else ++j, swap(array, j, right);

    if (j <= k) left = j + 1;
    if (k <= j) right = j - 1;
  }

  return array;
}

function swap(array, i, j) {
  const t = array[i];
  array[i] = array[j];
  array[j] = t;
}

function greatest(values, compare = ascending) {
  let max;
  let defined = false;
  if (compare.length === 1) {
    let maxValue;
    for (const element of values) {
      const value = compare(element);
      if (defined
          ? ascending(value, maxValue) > 0
          : ascending(value, value) === 0) {
        max = element;
        maxValue = value;
        defined = true;
      }
    }
  } else {
    for (const value of values) {
      if (defined
          ? compare(value, max) > 0
          : compare(value, value) === 0) {
        max = value;
        defined = true;
      }
    }
  }
  return max;
}

function quantile(values, p, valueof) {
  values = Float64Array.from(numbers(values, valueof));
  if (!(n = values.length) || isNaN(p = +p)) return;
  if (p <= 0 || n < 2) return min(values);
  if (p >= 1) return max(values);
  var n,
      i = (n - 1) * p,
      i0 = Math.floor(i),
      value0 = max(quickselect(values, i0).subarray(0, i0 + 1)),
      value1 = min(values.subarray(i0 + 1));
  return value0 + (value1 - value0) * (i - i0);
}

function quantileSorted(values, p, valueof = number) {
  if (!(n = values.length) || isNaN(p = +p)) return;
  if (p <= 0 || n < 2) return +valueof(values[0], 0, values);
  if (p >= 1) return +valueof(values[n - 1], n - 1, values);
  var n,
      i = (n - 1) * p,
      i0 = Math.floor(i),
      value0 = +valueof(values[i0], i0, values),
      value1 = +valueof(values[i0 + 1], i0 + 1, values);
  return value0 + (value1 - value0) * (i - i0);
}

function quantileIndex(values, p, valueof = number) {
  if (isNaN(p = +p)) return;
  numbers = Float64Array.from(values, (_, i) => number(valueof(values[i], i, values)));
  if (p <= 0) return minIndex(numbers);
  if (p >= 1) return maxIndex(numbers);
  var numbers,
      index = Uint32Array.from(values, (_, i) => i),
      j = numbers.length - 1,
      i = Math.floor(j * p);
  quickselect(index, i, 0, j, (i, j) => ascendingDefined(numbers[i], numbers[j]));
  i = greatest(index.subarray(0, i + 1), (i) => numbers[i]);
  return i >= 0 ? i : -1;
}

function thresholdFreedmanDiaconis(values, min, max) {
  const c = count(values), d = quantile(values, 0.75) - quantile(values, 0.25);
  return c && d ? Math.ceil((max - min) / (2 * d * Math.pow(c, -1 / 3))) : 1;
}

function thresholdScott(values, min, max) {
  const c = count(values), d = deviation(values);
  return c && d ? Math.ceil((max - min) * Math.cbrt(c) / (3.49 * d)) : 1;
}

function mean(values, valueof) {
  let count = 0;
  let sum = 0;
  if (valueof === undefined) {
    for (let value of values) {
      if (value != null && (value = +value) >= value) {
        ++count, sum += value;
      }
    }
  } else {
    let index = -1;
    for (let value of values) {
      if ((value = valueof(value, ++index, values)) != null && (value = +value) >= value) {
        ++count, sum += value;
      }
    }
  }
  if (count) return sum / count;
}

function median(values, valueof) {
  return quantile(values, 0.5, valueof);
}

function medianIndex(values, valueof) {
  return quantileIndex(values, 0.5, valueof);
}

function* flatten(arrays) {
  for (const array of arrays) {
    yield* array;
  }
}

function merge(arrays) {
  return Array.from(flatten(arrays));
}

function mode(values, valueof) {
  const counts = new InternMap();
  if (valueof === undefined) {
    for (let value of values) {
      if (value != null && value >= value) {
        counts.set(value, (counts.get(value) || 0) + 1);
      }
    }
  } else {
    let index = -1;
    for (let value of values) {
      if ((value = valueof(value, ++index, values)) != null && value >= value) {
        counts.set(value, (counts.get(value) || 0) + 1);
      }
    }
  }
  let modeValue;
  let modeCount = 0;
  for (const [value, count] of counts) {
    if (count > modeCount) {
      modeCount = count;
      modeValue = value;
    }
  }
  return modeValue;
}

function pairs(values, pairof = pair) {
  const pairs = [];
  let previous;
  let first = false;
  for (const value of values) {
    if (first) pairs.push(pairof(previous, value));
    previous = value;
    first = true;
  }
  return pairs;
}

function pair(a, b) {
  return [a, b];
}

function range(start, stop, step) {
  start = +start, stop = +stop, step = (n = arguments.length) < 2 ? (stop = start, start = 0, 1) : n < 3 ? 1 : +step;

  var i = -1,
      n = Math.max(0, Math.ceil((stop - start) / step)) | 0,
      range = new Array(n);

  while (++i < n) {
    range[i] = start + i * step;
  }

  return range;
}

function rank(values, valueof = ascending) {
  if (typeof values[Symbol.iterator] !== "function") throw new TypeError("values is not iterable");
  let V = Array.from(values);
  const R = new Float64Array(V.length);
  if (valueof.length !== 2) V = V.map(valueof), valueof = ascending;
  const compareIndex = (i, j) => valueof(V[i], V[j]);
  let k, r;
  values = Uint32Array.from(V, (_, i) => i);
  // Risky chaining due to Safari 14 https://github.com/d3/d3-array/issues/123
  values.sort(valueof === ascending ? (i, j) => ascendingDefined(V[i], V[j]) : compareDefined(compareIndex));
  values.forEach((j, i) => {
      const c = compareIndex(j, k === undefined ? j : k);
      if (c >= 0) {
        if (k === undefined || c > 0) k = j, r = i;
        R[j] = r;
      } else {
        R[j] = NaN;
      }
    });
  return R;
}

function least(values, compare = ascending) {
  let min;
  let defined = false;
  if (compare.length === 1) {
    let minValue;
    for (const element of values) {
      const value = compare(element);
      if (defined
          ? ascending(value, minValue) < 0
          : ascending(value, value) === 0) {
        min = element;
        minValue = value;
        defined = true;
      }
    }
  } else {
    for (const value of values) {
      if (defined
          ? compare(value, min) < 0
          : compare(value, value) === 0) {
        min = value;
        defined = true;
      }
    }
  }
  return min;
}

function leastIndex(values, compare = ascending) {
  if (compare.length === 1) return minIndex(values, compare);
  let minValue;
  let min = -1;
  let index = -1;
  for (const value of values) {
    ++index;
    if (min < 0
        ? compare(value, value) === 0
        : compare(value, minValue) < 0) {
      minValue = value;
      min = index;
    }
  }
  return min;
}

function greatestIndex(values, compare = ascending) {
  if (compare.length === 1) return maxIndex(values, compare);
  let maxValue;
  let max = -1;
  let index = -1;
  for (const value of values) {
    ++index;
    if (max < 0
        ? compare(value, value) === 0
        : compare(value, maxValue) > 0) {
      maxValue = value;
      max = index;
    }
  }
  return max;
}

function scan(values, compare) {
  const index = leastIndex(values, compare);
  return index < 0 ? undefined : index;
}

var shuffle = shuffler(Math.random);

function shuffler(random) {
  return function shuffle(array, i0 = 0, i1 = array.length) {
    let m = i1 - (i0 = +i0);
    while (m) {
      const i = random() * m-- | 0, t = array[m + i0];
      array[m + i0] = array[i + i0];
      array[i + i0] = t;
    }
    return array;
  };
}

function sum(values, valueof) {
  let sum = 0;
  if (valueof === undefined) {
    for (let value of values) {
      if (value = +value) {
        sum += value;
      }
    }
  } else {
    let index = -1;
    for (let value of values) {
      if (value = +valueof(value, ++index, values)) {
        sum += value;
      }
    }
  }
  return sum;
}

function transpose(matrix) {
  if (!(n = matrix.length)) return [];
  for (var i = -1, m = min(matrix, d3_array_length), transpose = new Array(m); ++i < m;) {
    for (var j = -1, n, row = transpose[i] = new Array(n); ++j < n;) {
      row[j] = matrix[j][i];
    }
  }
  return transpose;
}

function d3_array_length(d) {
  return d.length;
}

function zip() {
  return transpose(arguments);
}

function every(values, test) {
  if (typeof test !== "function") throw new TypeError("test is not a function");
  let index = -1;
  for (const value of values) {
    if (!test(value, ++index, values)) {
      return false;
    }
  }
  return true;
}

function some(values, test) {
  if (typeof test !== "function") throw new TypeError("test is not a function");
  let index = -1;
  for (const value of values) {
    if (test(value, ++index, values)) {
      return true;
    }
  }
  return false;
}

function filter(values, test) {
  if (typeof test !== "function") throw new TypeError("test is not a function");
  const array = [];
  let index = -1;
  for (const value of values) {
    if (test(value, ++index, values)) {
      array.push(value);
    }
  }
  return array;
}

function map(values, mapper) {
  if (typeof values[Symbol.iterator] !== "function") throw new TypeError("values is not iterable");
  if (typeof mapper !== "function") throw new TypeError("mapper is not a function");
  return Array.from(values, (value, index) => mapper(value, index, values));
}

function reduce(values, reducer, value) {
  if (typeof reducer !== "function") throw new TypeError("reducer is not a function");
  const iterator = values[Symbol.iterator]();
  let done, next, index = -1;
  if (arguments.length < 3) {
    ({done, value} = iterator.next());
    if (done) return;
    ++index;
  }
  while (({done, value: next} = iterator.next()), !done) {
    value = reducer(value, next, ++index, values);
  }
  return value;
}

function reverse(values) {
  if (typeof values[Symbol.iterator] !== "function") throw new TypeError("values is not iterable");
  return Array.from(values).reverse();
}

function difference(values, ...others) {
  values = new InternSet(values);
  for (const other of others) {
    for (const value of other) {
      values.delete(value);
    }
  }
  return values;
}

function disjoint(values, other) {
  const iterator = other[Symbol.iterator](), set = new InternSet();
  for (const v of values) {
    if (set.has(v)) return false;
    let value, done;
    while (({value, done} = iterator.next())) {
      if (done) break;
      if (Object.is(v, value)) return false;
      set.add(value);
    }
  }
  return true;
}

function intersection(values, ...others) {
  values = new InternSet(values);
  others = others.map(set);
  out: for (const value of values) {
    for (const other of others) {
      if (!other.has(value)) {
        values.delete(value);
        continue out;
      }
    }
  }
  return values;
}

function set(values) {
  return values instanceof InternSet ? values : new InternSet(values);
}

function superset(values, other) {
  const iterator = values[Symbol.iterator](), set = new Set();
  for (const o of other) {
    const io = intern(o);
    if (set.has(io)) continue;
    let value, done;
    while (({value, done} = iterator.next())) {
      if (done) return false;
      const ivalue = intern(value);
      set.add(ivalue);
      if (Object.is(io, ivalue)) break;
    }
  }
  return true;
}

function intern(value) {
  return value !== null && typeof value === "object" ? value.valueOf() : value;
}

function subset(values, other) {
  return superset(other, values);
}

function union(...others) {
  const set = new InternSet();
  for (const other of others) {
    for (const o of other) {
      set.add(o);
    }
  }
  return set;
}



// EXTERNAL MODULE: ./lib/thresholds/comparison.js
var comparison = __nccwpck_require__(571);
// EXTERNAL MODULE: ./lib/thresholds/selection.js
var selection = __nccwpck_require__(57);
;// CONCATENATED MODULE: ./lib/report/analysis/distribution.js
// How the endpoints of a run are spread over the values of one metric, with the limits that thresholds set: what a histogram draws.









/** Most bins: the names of more would overlap in a chart of GitHub's width. */
const MAX_BINS = 12;
/** Shares of the endpoints between which a histogram is drawn where a few lie far out. */
const CORE = [0.01, 0.99];
/** How many times wider than the core everything may be before the outermost bins are left open. */
const FAR = 2;
/** A histogram for each metric that the thresholds take a value of, in their order; those of broken thresholds first. */
function distributionsOf(results, subject, baseline) {
    const byMetric = new Map();
    for (const result of heldLast(results)) {
        const looked = lookedAt(result);
        if (!looked)
            continue;
        const key = (0,model_series/* printSeriesName */._n)(looked.name);
        const entry = byMetric.get(key) ?? { name: looked.name, limits: [] };
        if (looked.limit)
            entry.limits.push(looked.limit);
        byMetric.set(key, entry);
    }
    return [...byMetric.values()].flatMap(({ name, limits }) => distribution(name, limits, subject, baseline) ?? []);
}
/** The results in their order, but those of thresholds that held after all others. */
function heldLast(results) {
    const rank = ({ state }) => Number(state === 'held');
    return results.toSorted((a, b) => rank(a) - rank(b));
}
/** Aggregates whose value is one that an endpoint could have, so that their limit is one for endpoints, too. */
const LIKE_AN_ENDPOINT = ['avg', 'min', 'max', 'median', 'percentile'];
/** The metric that a threshold is about, and its limit where that is one for endpoints; undefined where it is about something else. */
function lookedAt(result) {
    const { measured, limit } = (0,syntax/* sidesOf */.Mm)(result.threshold);
    const name = metricOf(measured);
    if (!name) {
        const other = metricOf(limit);
        return other && { name: other };
    }
    const own = limitOf(measured, result);
    return { name, ...(own ? { limit: { ...own, result } } : {}) };
}
function metricOf(value) {
    if (value.kind === 'aggregate')
        return value.of;
    const counts = value.kind === 'rate' || value.kind === 'count';
    return counts && value.condition.kind === 'metric' ? value.condition.of : undefined;
}
/** What a single endpoint is held against; undefined where a limit is for some of them alone, or for no single one. */
function limitOf(measured, { operator, limit }) {
    if (limit === undefined || !Number.isFinite(limit))
        return undefined;
    if (measured.kind === 'aggregate')
        return LIKE_AN_ENDPOINT.includes(measured.by) && !measured.where ? { operator, value: limit } : undefined;
    if ((measured.kind !== 'rate' && measured.kind !== 'count') || measured.where || measured.condition.kind !== 'metric')
        return undefined;
    // `rate(mos < 3.5)` counts endpoints on the bad side of 3.5 where fewer of them are wanted, and on the good side where more are.
    const { operator: own, value } = measured.condition;
    const fewer = operator === '<' || operator === '<=' || (operator === '==' && limit === 0);
    if (!fewer && operator !== '>' && operator !== '>=')
        return undefined;
    return { operator: fewer ? OPPOSITE[own] : own, value };
}
const OPPOSITE = {
    '>=': '<',
    '>': '<=',
    '<=': '>',
    '<': '>=',
    '==': '!=',
    '!=': '==',
};
function distribution(name, limits, subject, baseline) {
    const values = finite(name, subject);
    if (values.length === 0)
        return undefined;
    const there = baseline ? finite(name, baseline) : [];
    const before = there.length > 0 ? there : undefined;
    const { unit, label = unit, meaning = '', better } = (0,catalogue/* metricFacts */.gt)(name.metric) ?? {};
    const main = limits[0];
    const { edges, openBelow, openAbove } = edgesFor([...values, ...(before ?? [])].toSorted(ascending), main);
    const upTo = takesUpper(main);
    const counts = distribution_count(values, edges, upTo);
    const countsBefore = before && distribution_count(before, edges, upTo);
    const sided = main && main.operator !== '==' && main.operator !== '!=';
    return {
        metric: (0,model_series/* printSeriesName */._n)(name),
        unit: unit ?? 'unknown',
        label: label ?? '',
        meaning,
        ...(0,base_fields/* optional */.l)({ better, baselineEndpoints: before?.length }),
        endpoints: values.length,
        openBelow,
        openAbove,
        takesUpper: upTo,
        limits,
        bins: counts.map((endpoints, i) => {
            const [from, to] = [edges[i] ?? 0, edges[i + 1] ?? 0];
            return {
                from,
                to,
                endpoints,
                ...(countsBefore ? { baseline: countsBefore[i] ?? 0 } : {}),
                // A limit is an edge, so the middle of a bin stands for all of it.
                ...(sided ? { good: (0,comparison/* holds */.v)((from + to) / 2, main.operator, main.value) } : {}),
            };
        }),
    };
}
function finite(name, { measurements }) {
    const found = (0,selection/* column */.fi)(name, measurements);
    return (0,model_subject/* isAbsence */.Md)(found) ? [] : [...found.values].filter(Number.isFinite);
}
/** Edges of equal bins with round widths over sorted values, one of which is the limit where that is anywhere near them. */
function edgesFor(sorted, limit) {
    const [least, most] = [sorted[0] ?? 0, sorted[sorted.length - 1] ?? 0];
    let [low, high] = [quantileSorted(sorted, CORE[0]) ?? least, quantileSorted(sorted, CORE[1]) ?? most];
    if (most - least <= FAR * (high - low))
        [low, high] = [least, most];
    const near = Math.max(high - low, widthAround(low, high));
    if (limit && limit.value > low - near && limit.value < high + near) {
        low = Math.min(low, limit.value);
        high = Math.max(high, limit.value);
    }
    const upTo = takesUpper(limit);
    const edges = withFarLimit(roundEdges(low, high, limit, sorted.every(Number.isInteger)), limit, [least, most]);
    const [first, last] = [edges[0] ?? 0, edges[edges.length - 1] ?? 0];
    return { edges, openBelow: upTo ? least <= first : least < first, openAbove: upTo ? most > last : most >= last };
}
/** Values are taken as equal that differ by less than this share of their size, or by less than this. */
const EQUAL = 1e-9;
const TINY = 1e-300;
/** How wide a bin is for values that are as good as equal. */
function widthAround(low, high) {
    const size = Math.max(Math.abs(low), Math.abs(high));
    return size > TINY ? size / 10 : 1;
}
/** Edges of equal bins over a range, with round widths, not more than can be told apart. `whole` is for numbers that are counts. */
function roundEdges(low, high, limit, whole) {
    const width = widthAround(low, high);
    if (high - low <= Math.max(10 * EQUAL * width, TINY))
        return edgesOf(low, high, width, limit);
    for (let aim = MAX_BINS; aim > 1; aim--) {
        const step = tickStep(low, high, aim);
        const edges = edgesOf(low, high, whole ? Math.max(1, step) : step, limit);
        if (edges.length <= MAX_BINS + 1)
            return edges;
    }
    return edgesOf(low, high, high - low, limit);
}
function edgesOf(low, high, width, limit) {
    const anchor = limit && limit.value >= low && limit.value <= high ? limit.value : tidy(Math.floor(low / width) * width);
    // A value at the very end that no bin takes needs one more.
    const upTo = takesUpper(limit);
    const full = (share) => Math.floor(share + 1e-9) + 1;
    const needed = (from, to) => Math.max(to > from ? 1 : 0, Math.ceil((to - from) / width - 1e-9));
    const below = upTo ? full((anchor - low) / width) : needed(low, anchor);
    const above = upTo ? needed(anchor, high) : full((high - anchor) / width);
    // The limit itself stays as it is, to the last digit.
    return Array.from({ length: below + above + 1 }, (_, i) => i === below ? anchor : tidy(anchor + (i - below) * width));
}
/** A limit at or beyond the last bin, with values beyond it, gets an outermost bin for those: they must not pass for good ones. */
function withFarLimit(edges, limit, [least, most]) {
    if (!limit || limit.value < least || limit.value > most)
        return edges;
    const [first, last] = [edges[0] ?? 0, edges[edges.length - 1] ?? 0];
    const width = Math.max((last - first) / edges.length, Math.abs(limit.value) * EQUAL);
    const upTo = takesUpper(limit);
    const [above, below] = upTo ? [most > last, least <= first] : [most >= last, least < first];
    if (limit.value >= last && above)
        return [...edges, ...(limit.value > last ? [limit.value] : []), limit.value + width];
    if (limit.value <= first && below)
        return [limit.value - width, ...(limit.value < first ? [limit.value] : []), ...edges];
    return edges;
}
/** Whether a bin takes its upper edge rather than its lower one: with `<= 0`, a 0 is on the good side. */
function takesUpper(limit) {
    return limit?.operator === '<=' || limit?.operator === '>';
}
/** A sum without the noise of binary fractions: 0.30000000000000004 is 0.3. */
function tidy(value) {
    return Number(value.toPrecision(12));
}
function distribution_count(values, edges, upTo) {
    const counts = Array.from({ length: edges.length - 1 }, () => 0);
    for (const value of values) {
        const edgesBelow = upTo ? bisectLeft(edges, value) : bisectRight(edges, value);
        const bin = (0,clamp/* clamp */.q)(edgesBelow - 1, 0, counts.length - 1);
        counts[bin] = (counts[bin] ?? 0) + 1;
    }
    return counts;
}

;// CONCATENATED MODULE: ./lib/thresholds/sum.js

/**
 * The sum of some numbers, exact before it is rounded once. Nearly always the sum of sums and of their rounding errors is so near to it that nothing else can come
 * out (algorithm Sum2 and its bound: Ogita, Rump and Oishi, "Accurate Sum and Dot Product", SIAM J. Sci. Comput. 26, 2005); where it is not, Shewchuk's algorithm of
 * d3-array decides, which takes ten times as long. NaN where one of the numbers is.
 */
function exactSum(values) {
    let [sum, errors, sizes] = [0, 0, 0];
    for (let i = 0; i < values.length; i++) {
        const value = values[i] ?? 0;
        const next = sum + value;
        const added = next - sum;
        errors += sum - (next - added) + (value - added);
        sizes += Math.abs(value);
        sum = next;
    }
    if (Number.isNaN(sum))
        return Number.NaN;
    // How far the errors themselves may be off, with room: rounding is monotonous, so if both ends round alike, all between does.
    const doubt = 4 * (values.length * Number.EPSILON) ** 2 * sizes + 2 * Number.EPSILON * Math.abs(errors);
    const [low, high] = [sum + (errors - doubt), sum + (errors + doubt)];
    return low === high ? low : fsum(values);
}

;// CONCATENATED MODULE: ./lib/thresholds/statistics.js



/**
 * One number for many. NaN among the values makes it NaN; no values at all give NaN too, so the caller asks first. Measurements are below
 * `TOO_LARGE`, so neither their sums nor their squares overflow.
 * Sums are exact before rounding, so that a mean does not depend on the order of endpoints
 * and a hundred times 0.1 averages 0.1. Between closest ranks percentiles are interpolated linearly: type 7 of Hyndman and Fan (1996), the
 * default of NumPy and R.
 */
function aggregate(by, values, p = 50) {
    if (values.length === 0)
        return Number.NaN;
    switch (by) {
        case 'min':
            return extremes(values).least;
        case 'max':
            return extremes(values).most;
        case 'sum':
            return exactSum(values);
        case 'avg':
            return statistics_mean(values);
        case 'stddev':
            return statistics_deviation(values);
        case 'median':
            return statistics_quantile(values, 0.5);
        case 'percentile':
            return statistics_quantile(values, p / 100);
    }
}
/** The average, never outside of what is averaged: fifteen times 1.08 is 16.2, and a fifteenth of that would be a little below 1.08. */
function statistics_mean(values) {
    const { least, most } = extremes(values);
    return (0,clamp/* clamp */.q)(exactSum(values) / values.length, least, most);
}
/** Standard deviation of the population: divided by n. */
function statistics_deviation(values) {
    const centre = statistics_mean(values);
    const squares = new Float64Array(values.length);
    for (let i = 0; i < values.length; i++)
        squares[i] = ((values[i] ?? 0) - centre) ** 2;
    return Math.sqrt(statistics_mean(squares));
}
/** The least and the most of some values; NaN where one of them is. */
function extremes(values) {
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let i = 0; i < values.length; i++) {
        const value = values[i] ?? Number.NaN;
        if (value < least)
            least = value;
        if (value > most)
            most = value;
        if (Number.isNaN(value))
            return { least: value, most: value };
    }
    return { least, most };
}
/** The quantile of a share from 0 to 1; NaN where one of the values is. */
function statistics_quantile(values, share) {
    if (Number.isNaN(extremes(values).least))
        return Number.NaN;
    const rank = (values.length - 1) * share;
    const below = Math.floor(rank);
    const ranked = values.slice();
    quickselect(ranked, below);
    const lower = ranked[below] ?? Number.NaN;
    if (rank === below)
        return lower;
    const upper = extremes(ranked.subarray(below + 1)).least;
    return lower + (upper - lower) * (rank - below);
}

;// CONCATENATED MODULE: ./lib/thresholds/endpoints.js
// What the endpoints of a run come to: aggregates of their metrics, counts, and facts on how they ended.







/** A function that measures values over endpoints. A metric that several of them use is put together once. */
function endpointMeasurer(measurements) {
    const all = Uint32Array.from({ length: measurements.size }, (_, i) => i);
    const columns = new Map();
    const columnOf = (name) => {
        const key = (0,model_series/* printSeriesName */._n)(name);
        const found = columns.get(key) ?? (0,selection/* column */.fi)(name, measurements);
        columns.set(key, found);
        return found;
    };
    const truths = new Map();
    const truthOf = (condition) => {
        const key = JSON.stringify(condition);
        const found = truths.get(key) ?? (0,selection/* truth */.Im)(condition, measurements, columnOf);
        truths.set(key, found);
        return found;
    };
    const scopes = new Map();
    const scopeOf = (condition) => {
        const scope = truthOf(condition);
        if ((0,model_subject/* isAbsence */.Md)(scope))
            return scope;
        const found = scopes.get(scope) ?? placesWhere(all, (i) => scope[i] === selection/* YES */._Y);
        scopes.set(scope, found);
        return found;
    };
    return (value) => {
        const places = value.where ? scopeOf(value.where) : all;
        if ((0,model_subject/* isAbsence */.Md)(places))
            return places;
        if (places.length === 0 && !(value.kind === 'fact' && value.name === 'endpoints'))
            return (0,model_subject/* missing */.LO)('no endpoint satisfies the condition after where');
        switch (value.kind) {
            case 'fact':
                return fact(value, places, measurements);
            case 'count':
            case 'rate': {
                const found = truthOf(value.condition);
                return (0,model_subject/* isAbsence */.Md)(found) ? found : tally(value, places, found, measurements);
            }
            case 'aggregate': {
                const found = columnOf(value.of);
                return (0,model_subject/* isAbsence */.Md)(found) ? found : aggregated(value, places, found, measurements);
            }
        }
    };
}
/** Those of some places that something holds for, in their order. */
function placesWhere(places, holdsFor) {
    const found = new Uint32Array(places.length);
    let count = 0;
    for (let n = 0; n < places.length; n++) {
        const place = places[n] ?? 0;
        if (holdsFor(place))
            found[count++] = place;
    }
    return count === places.length ? places : found.subarray(0, count);
}
function fact({ name }, places, { outcomes }) {
    const of = places.length;
    const coverage = { used: of, of };
    if (name === 'endpoints')
        return { value: of, unit: '', coverage };
    const good = placesWhere(places, (i) => (0,model_outcomes/* endedWell */.Jr)(outcomes[i] ?? null)).length;
    return name === 'success_rate'
        ? { value: (100 * good) / of, unit: '%', coverage }
        : { value: of - good, unit: '', coverage };
}
function tally({ kind }, places, truths, measurements) {
    const of = places.length;
    let [yes, unknown] = [0, 0];
    for (let n = 0; n < of; n++) {
        const known = truths[places[n] ?? 0];
        if (known === selection/* YES */._Y)
            yes++;
        else if (known === selection/* UNKNOWN */.HV)
            unknown++;
    }
    const known = unknown === 0 ? places : placesWhere(places, (i) => truths[i] !== selection/* UNKNOWN */.HV);
    // Where nothing is known of any endpoint, "none of them" would be a guess.
    if (known.length === 0)
        return (0,model_subject/* missing */.LO)(`none of ${of} endpoints has what the condition asks for`);
    return {
        ...(kind === 'count' ? { value: yes, unit: '' } : { value: (100 * yes) / of, unit: '%' }),
        coverage: coverageOf(known, places, measurements),
    };
}
function aggregated({ by, p, of }, places, { values, decidedBy, deciders }, measurements) {
    const covered = hasNaN(values) ? placesWhere(places, (i) => !Number.isNaN(values[i])) : places;
    if (covered.length === 0)
        return (0,model_subject/* missing */.LO)(`none of ${places.length} endpoints has a value for ${(0,model_series/* printSeriesName */._n)(of)}`);
    const value = aggregate(by, covered.length === values.length ? values : valuesAt(covered, values), p);
    // A minimum or maximum is one endpoint's, and so is what decided it.
    const deciding = () => by === 'min' || by === 'max' ? placesWhere(covered, (i) => values[i] === value).subarray(0, 1) : covered;
    const decided = new Set(deciders).size > 1 ? decision(deciders, decidedBy, deciding()) : undefined;
    return {
        value,
        unit: (0,units/* unitOfMetric */.QG)(of),
        coverage: coverageOf(covered, places, measurements),
        ...(decided ? { decidedBy: decided } : {}),
    };
}
function hasNaN(values) {
    for (let i = 0; i < values.length; i++)
        if (values[i] !== values[i])
            return true;
    return false;
}
function valuesAt(places, values) {
    const picked = new Float64Array(places.length);
    for (let n = 0; n < places.length; n++)
        picked[n] = values[places[n] ?? 0] ?? Number.NaN;
    return picked;
}
/** How many of the endpoints have a value, and how those ended that have none: survivors are to be seen as survivors. */
function coverageOf(covered, places, { outcomes }) {
    const [used, of] = [covered.length, places.length];
    if (used === of)
        return { used, of };
    const having = new Set(covered);
    const others = countsOf(Array.from(placesWhere(places, (i) => !having.has(i)), (i) => outcomes[i] ?? null));
    const without = [...others].map(([outcome, endpoints]) => ({ outcome, endpoints }));
    return { used, of, without: without.toSorted((a, b) => b.endpoints - a.endpoints) };
}
/** The direction or track that decided for most of these endpoints, and for how many. */
function decision(deciders, decidedBy, places) {
    const top = mostFrequent(Array.from(places, (i) => deciders[decidedBy[i] ?? 255] ?? ''));
    if (!top?.[0])
        return undefined;
    return places.length === 1 ? top[0] : `${top[0]} (${top[1]} of ${places.length} endpoints)`;
}

;// CONCATENATED MODULE: ./lib/thresholds/run-values.js

/** A fact that is not over endpoints. */
function runFact(name, { durationSeconds, queueSeconds, calls }) {
    if (name === 'duration' || name === 'queue_time') {
        const seconds = name === 'duration' ? durationSeconds : queueSeconds;
        return seconds === undefined ? (0,model_subject/* missing */.LO)(`the API does not tell the run's ${name}`) : { value: seconds, unit: 's' };
    }
    if (!calls)
        return (0,model_subject/* missing */.LO)('nobody asked CallScaler about the calls of this run');
    if ((0,model_subject/* isAbsence */.Md)(calls))
        return calls;
    if (name !== 'answer_rate')
        return { value: calls[COUNTS[name]], unit: '' };
    return calls.received === 0
        ? (0,model_subject/* missing */.LO)('the number received no call')
        : { value: (100 * calls.answered) / calls.received, unit: '%' };
}
const COUNTS = {
    received_calls: 'received',
    answered_calls: 'answered',
    missed_calls: 'missed',
    voicemail_calls: 'voicemail',
};
/** The number at `run.PATH`. */
function runNumber(path, { detail }) {
    const found = path.reduce((value, key) => (run_values_isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined), detail);
    if (typeof found === 'number')
        return { value: found, unit: 'unknown' };
    const what = found === undefined ? 'is not there' : 'is not a number';
    return (0,model_subject/* missing */.LO)(`run.${path.join('.')} ${what}. The run's numbers are ${numbersOf(detail).join(', ') || 'none'}.`);
}
function run_values_isObject(value) {
    return typeof value === 'object' && value !== null;
}
/** Most numbers of a run's detail that are listed. */
const MAX_LISTED = 40;
function numbersOf(value, path = 'run', depth = 0) {
    if (typeof value === 'number')
        return [path];
    if (!run_values_isObject(value) || Array.isArray(value) || depth > 5)
        return [];
    return Object.entries(value)
        .slice(0, MAX_LISTED)
        .flatMap(([key, inner]) => (/^\w+$/.test(key) ? numbersOf(inner, `${path}.${key}`, depth + 1) : []))
        .slice(0, MAX_LISTED);
}

;// CONCATENATED MODULE: ./lib/thresholds/measure.js
// What a value comes to on a run.






/** A run without endpoints measured nothing, so it has no value for anything, not even for what the API says of the run as a whole. */
const NO_ENDPOINTS = (0,model_subject/* missing */.LO)('the run has no endpoints');
/** What `baseline` stands for where the workflow names none. */
const NO_BASELINE = (0,model_subject/* invalid */.Gq)('it compares with `baseline`, but the input `baseline` is not set');
/** Measures values on a run. What several of them use is reckoned once, so one of these serves all values of a run. */
function measurer(subject) {
    const overEndpoints = endpointMeasurer(subject.measurements);
    const measure = (value, baseline = NO_BASELINE) => {
        switch (value.kind) {
            case 'number':
                return { value: value.value, unit: value.unit || 'bare' };
            case 'baseline':
                return baseline;
            case 'negative': {
                const inner = measure(value.value, baseline);
                return (0,model_subject/* isAbsence */.Md)(inner) ? inner : { ...inner, value: -inner.value };
            }
            case 'arithmetic': {
                const left = measure(value.left, baseline);
                if ((0,model_subject/* isAbsence */.Md)(left))
                    return left;
                const right = measure(value.right, baseline);
                return (0,model_subject/* isAbsence */.Md)(right) ? right : reckon(value, left, right);
            }
            case 'run':
            case 'fact':
            case 'count':
            case 'rate':
            case 'aggregate':
                if (subject.measurements.size === 0)
                    return NO_ENDPOINTS;
                if (value.kind === 'run')
                    return runNumber(value.path, subject.run);
                return value.kind === 'fact' && !(0,catalogue/* isFactOver */.xm)('endpoints', value.name)
                    ? runFact(value.name, subject)
                    : overEndpoints(value);
        }
    };
    return measure;
}
function reckon(value, left, right) {
    const { sign, relative } = value;
    const extent = (0,base_fields/* optional */.l)({ coverage: left.coverage ?? right.coverage });
    if (relative) {
        const change = (Math.abs(left.value) * right.value) / 100;
        return { value: sign === '+' ? left.value + change : left.value - change, unit: left.unit, ...extent };
    }
    const both = (0,units/* combined */.yX)(value, left.unit, right.unit);
    if (typeof both === 'string')
        return (0,model_subject/* invalid */.Gq)(both);
    return { value: reckoned(sign, left.value, right.value, both), unit: both.unit, ...extent };
}
/** Multiplies before it divides by the units' divisors: 100 * 7 / 100 is 7, and 100 * (7 / 100) is not. */
function reckoned(sign, left, right, by) {
    switch (sign) {
        case '+':
            return left / by.left + right / by.right;
        case '-':
            return left / by.left - right / by.right;
        case '*':
            return (left * right) / (by.left * by.right);
        case '/':
            return (left * by.right) / (right * by.left);
    }
}

;// CONCATENATED MODULE: ./lib/report/analysis/breakdown.js
// Where in a run to look: its groups beside one another, and its worst endpoints.













/** Most groups that are held against thresholds. */
const MAX_JUDGED = 200;
/**
 * The groups of a run, worst first, each held against the limits that the whole run was held against. Empty where there are fewer than two.
 */
function groupsOf(results, subject) {
    const { groups: names, outcomes } = subject.measurements;
    const places = group(names.keys(), (place) => names[place] ?? null);
    if (places.size < 2)
        return { count: places.size, groups: [] };
    const good = (own) => own.filter((place) => (0,model_outcomes/* endedWell */.Jr)(outcomes[place] ?? null)).length;
    const shares = [...places].map(([name, own]) => ({ name, own, successRate: (100 * good(own)) / own.length }));
    // Where there are very many, judging each would take longer than anybody would read.
    const candidates = shares.toSorted((a, b) => a.successRate - b.successRate).slice(0, MAX_JUDGED);
    const groups = candidates.map(({ name, own, successRate }) => {
        const measure = measurer({ ...subject, measurements: onlyOf(subject.measurements, own) });
        return {
            name,
            endpoints: own.length,
            successRate,
            results: results.map((whole) => heldAgainst(measure((0,syntax/* sidesOf */.Mm)(whole.threshold).measured), whole)),
        };
    });
    const broken = ({ results: own }) => own.filter(({ state }) => state === 'breached').length;
    const sorted = groups.toSorted((a, b) => broken(b) - broken(a) || a.successRate - b.successRate || (a.name ?? '').localeCompare(b.name ?? ''));
    return { count: places.size, groups: sorted };
}
/** A threshold of the whole run held against what a group measured. */
function heldAgainst(own, { threshold, operator, limit }) {
    if ((0,model_subject/* isAbsence */.Md)(own))
        return { threshold, operator, unit: 'bare', state: own.kind, reason: own.reason };
    const { value, ...rest } = own;
    const known = { ...rest, threshold, operator, measured: value };
    // Where the whole run has no limit, no group has one.
    if (limit === undefined)
        return { ...known, state: 'unjudged' };
    return { ...known, limit, state: (0,comparison/* holds */.v)(value, operator, limit) ? 'held' : 'breached' };
}
/** Most metrics whose values are shown of each endpoint. */
const MAX_METRICS = 4;
function yardsticks(results, { measurements }) {
    const found = new Map();
    for (const result of heldLast(results)) {
        const looked = lookedAt(result);
        if (!looked?.limit || found.size >= MAX_METRICS)
            continue;
        const metric = (0,model_series/* printSeriesName */._n)(looked.name);
        if (found.has(metric))
            continue;
        const of = (0,selection/* column */.fi)(looked.name, measurements);
        if ((0,model_subject/* isAbsence */.Md)(of))
            continue;
        found.set(metric, { metric, unit: (0,units/* unitOfMetric */.QG)(looked.name), limit: looked.limit, values: of.values });
    }
    return [...found.values()];
}
/** How many endpoints are worth a look, and the `most` worst of them: those that failed first, then those furthest beyond limits. */
function worstEndpoints(results, subject, most) {
    const { measurements } = subject;
    const sticks = yardsticks(results, subject);
    const scored = [];
    for (let place = 0; place < measurements.size; place++) {
        const failed = !(0,model_outcomes/* endedWell */.Jr)(measurements.outcomes[place] ?? null);
        const excess = sticks.reduce((sum, { limit, values }) => sum + beyondBy(values[place], limit), 0);
        if (failed || excess > 0)
            scored.push({ place, failed, excess });
    }
    scored.sort((a, b) => Number(b.failed) - Number(a.failed) || b.excess - a.excess || a.place - b.place);
    const endpoints = scored.slice(0, most).map(({ place }) => ({
        id: measurements.ids[place] ?? '',
        group: measurements.groups[place] ?? null,
        outcome: measurements.outcomes[place] ?? null,
        phase: measurements.phases[place] ?? null,
        sipStatus: measurements.sipStatuses[place] ?? null,
        values: sticks.map(({ metric, unit, limit, values }) => {
            const value = values[place] ?? Number.NaN;
            return { metric, unit, value, beyond: beyondBy(value, limit) > 0 };
        }),
    }));
    return { count: scored.length, endpoints };
}
/** How far a value lies beyond a limit, as a share of the limit, at most 100; 0 within it, and where there is no value. */
function beyondBy(value, { operator, value: limit }) {
    if (value === undefined || Number.isNaN(value) || (0,comparison/* holds */.v)(value, operator, limit))
        return 0;
    const share = Math.abs(value - limit) / (Math.abs(limit) || 1);
    return (0,clamp/* clamp */.q)(share, Number.EPSILON, 100);
}
/** The endpoints behind a breached threshold; undefined where it is not about single endpoints, or none stands out. */
function culpritsOf(result, subject) {
    if (result.state !== 'breached')
        return undefined;
    const { measurements } = subject;
    const { left, right } = result.threshold;
    const byOutcome = isAboutOutcomes(left) || isAboutOutcomes(right);
    const bad = byOutcome ? failedPlaces(measurements) : beyondPlaces(result, subject);
    if (!bad || bad.length === 0)
        return undefined;
    const mostly = commonest('group', bad, measurements.groups) ??
        (byOutcome ? commonest('outcome', bad, measurements.outcomes) : undefined);
    return { endpoints: bad.length, of: measurements.size, ...(mostly ? { mostly } : {}) };
}
function isAboutOutcomes(value) {
    return value.kind === 'fact' && (value.name === 'success_rate' || value.name === 'failed_endpoints') && !value.where;
}
function failedPlaces({ outcomes }) {
    return [...outcomes.keys()].filter((place) => !(0,model_outcomes/* endedWell */.Jr)(outcomes[place] ?? null));
}
function beyondPlaces(result, { measurements }) {
    const looked = lookedAt(result);
    const found = looked?.limit && (0,selection/* column */.fi)(looked.name, measurements);
    if (!looked?.limit || !found || (0,model_subject/* isAbsence */.Md)(found))
        return undefined;
    const { limit } = looked;
    return [...found.values.keys()].filter((place) => beyondBy(found.values[place], limit) > 0);
}
/** By how much larger the share of a group must be among the endpoints behind a breach than among all. */
const APART = 0.1;
/** What most of these endpoints share, where they are set apart by it: undefined where every endpoint has the same. */
function commonest(property, places, values) {
    const [value, endpoints] = mostFrequent(places.map((place) => values[place]).filter(Boolean)) ?? [];
    if (!value || !endpoints || new Set(values).size < 2 || endpoints <= places.length / 2)
        return undefined;
    // What most endpoints have anyway sets nobody apart.
    const everywhere = values.filter((own) => own === value).length / values.length;
    return endpoints / places.length < everywhere + APART ? undefined : { property, value, endpoints };
}

// EXTERNAL MODULE: ./lib/report/analysis/ends.js
var ends = __nccwpck_require__(539);
;// CONCATENATED MODULE: ./lib/report/markdown.js
// The few forms of GitHub-flavoured Markdown that a summary is made of. What goes in is Markdown already.
/** A table. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
/** A part that the reader opens; empty where it has nothing in it. */
function details(title, content) {
    return content ? `<details><summary>${title}</summary>\n\n${content}\n\n</details>` : '';
}
/** Blocks below one another, without the empty ones. */
function blocks(parts) {
    return parts.filter(Boolean).join('\n\n');
}

// EXTERNAL MODULE: ./lib/report/numbers.js
var report_numbers = __nccwpck_require__(844);
;// CONCATENATED MODULE: ./lib/report/blocks.js
// What the job summary and the comment show alike of a run.








/** Broken thresholds that are told of in sentences, above the table of all. */
const MAX_TOLD = 5;
/** The run's id, linked to its page where that is known. */
function linked({ runId = '', runUrl }) {
    const id = (0,base_text/* code */.aY)(runId, 100);
    return runUrl ? `<a href="${(0,base_text/* href */.UF)(runUrl)}">${id}</a>` : id;
}
/** The test's name, as the API gives it or the workflow asked for it. */
function nameOf({ test }) {
    return test.name ?? test.asked;
}
/** A row for each of several runs. */
function renderOverview(runs) {
    const rows = runs.map((run) => [
        (0,base_text/* markdown */.wD)(nameOf(run)),
        phrases/* HEADINGS */.Ac[run.verdict],
        (0,base_text/* markdown */.wD)(run.reason, 300),
        run.runId ? linked(run) : '',
    ]);
    return table(['Test', 'Verdict', 'Why', 'Run'], rows);
}
/** What ran, where, and how long, in one line. */
function renderFacts(run) {
    const { project, runId, status, subject } = run;
    const lasted = subject?.durationSeconds;
    const waited = subject?.queueSeconds;
    return [
        `test ${(0,base_text/* markdown */.wD)(nameOf(run))} of ${(0,base_text/* markdown */.wD)(project.name ?? project.asked)}`,
        runId ? `run ${linked(run)}` : 'no run',
        status ? (0,base_text/* code */.aY)(status, 80) : '',
        subject ? (0,base_text/* counted */.hS)(subject.measurements.size, 'endpoint') : '',
        lasted === undefined ? '' : `ran for ${formatDuration(lasted * 1_000)}`,
        waited === undefined || waited < 1 ? '' : `after ${formatDuration(waited * 1_000)} of waiting`,
    ]
        .filter(Boolean)
        .join(' · ');
}
/** The broken thresholds in words: by how much, since when, and who is behind it. */
function renderBrokenThresholds(results, subject) {
    const broken = results.filter(phrases/* isBroken */.Qr);
    const sentencesOf = broken.slice(0, MAX_TOLD).map((result) => {
        const { measured } = (0,phrases/* measuredAndLimit */.RG)(result);
        const culprits = culpritsOf(result, subject);
        const sentences = [
            blocks_told(measured ? `measured <b>${measured}</b>, ` : '', result),
            (0,phrases/* sinceText */.I)(result),
            culprits ? (0,phrases/* culpritsText */.mr)(culprits, (value) => (0,base_text/* code */.aY)(value, 80)) : '',
        ];
        return `- ${(0,phrases/* markOf */.Fg)(result)} ${(0,base_text/* code */.aY)(result.threshold.text, 200)}: ${sentences.filter(Boolean).join(' ')}`;
    });
    const left = broken.length - sentencesOf.length;
    return [...sentencesOf, ...(left > 0 ? [`- … and ${left} more, in the table`] : [])].join('\n');
}
/** What was measured and what came of it, as a sentence. A reason may be a sentence already. */
function blocks_told(measured, result) {
    const text = result.reason === undefined ? (0,phrases/* margin */.Lc)(result) : (0,base_text/* markdown */.wD)(result.reason, 400);
    return `${measured}${text}${/[.?!]$/.test(text) ? '' : '.'}`;
}
/** The table of thresholds; with a baseline, each beside what that measured. */
function renderThresholds(results, compared) {
    if (results.length === 0)
        return '';
    const comparison = (result) => compared
        ? [result.baseline === undefined ? '' : (0,report_numbers/* formatNumber */.ZV)(result.baseline, result.unit), (0,phrases/* changeText */.k0)(result)]
        : [];
    // A limit that is a number stands in the threshold already.
    const reckoned = results.some(({ threshold: { left, right } }) => left.kind !== 'number' && right.kind !== 'number');
    return table([
        'State',
        'Threshold',
        ...(reckoned ? ['Limit'] : []),
        'Measured',
        ...(compared ? ['Baseline', 'Change'] : []),
        'Result',
        'Over',
    ], results.map((result) => {
        const { measured, limit } = (0,phrases/* measuredAndLimit */.RG)(result);
        const over = [(0,phrases/* coverageText */._)(result), result.decidedBy && `worse side: ${result.decidedBy}`]
            .filter(Boolean)
            .join('; ');
        const outcome = result.reason ?? [(0,phrases/* margin */.Lc)(result), result.note].filter(Boolean).join('; ');
        return [
            (0,phrases/* markOf */.Fg)(result),
            (0,base_text/* code */.aY)(result.threshold.text, 200),
            ...(reckoned ? [limit && `${(0,base_text/* code */.aY)(result.operator)} ${limit}`] : []),
            measured,
            ...comparison(result),
            (0,base_text/* markdown */.wD)(outcome, 400),
            (0,base_text/* markdown */.wD)(over),
        ];
    }));
}
/** What the two ends disagree about; empty where they agree. */
function renderDisagreement(subject) {
    const disagreement = (0,ends/* disagreementOf */.U)(subject);
    return disagreement ? `⚠️ <b>${(0,base_text/* markdown */.wD)(disagreement, 500)}</b>` : '';
}
/** The near end beside the far end, where that was asked. */
function renderEnds(subject) {
    const rows = (0,ends/* endsOf */.o)(subject);
    if (!rows)
        return '';
    const why = subject.calls && (0,model_subject/* isAbsence */.Md)(subject.calls) ? `The far end is not known: ${(0,base_text/* markdown */.wD)(subject.calls.reason, 500)}.` : '';
    return blocks([
        table(['Calls', 'Near end: CallMeter', 'Far end: CallScaler'], rows.map(({ what, near, far }) => [(0,base_text/* markdown */.wD)(what, 80), near, far])),
        why,
    ]);
}

;// CONCATENATED MODULE: ./lib/report/comment.js
// The pull request comment: the verdict and what broke, short, with the way to the whole report.





/** Longest comment that GitHub takes is 65,536 characters. */
const MAX_COMMENT = 60_000;
/** Most thresholds in the table. */
const comment_MAX_THRESHOLDS = 40;
/** The comment's text. */
function renderComment(report, frame) {
    const { verdict, runs, problem } = report;
    const head = [
        frame.mark,
        frame.newer ? outdatedNote(frame.sha, frame.newer) : '',
        `### CallMeter: ${phrases/* HEADINGS */.Ac[verdict]}`,
    ];
    const foot = `<sub><a href="${(0,base_text/* href */.UF)(frame.page)}">Full report</a> · ${(0,base_text/* markdown */.wD)(frame.name)} · commit ${(0,base_text/* code */.aY)(frame.sha.slice(0, 7))}</sub>`;
    const [only] = runs;
    const body = runs.length > 1 ? renderOverview(runs) : only ? renderOnly(only) : '';
    const whole = blocks([...head, problem ? (0,base_text/* codeBlock */.DV)(problem, 5_000) : '', body, foot]);
    if (whole.length <= MAX_COMMENT)
        return whole;
    const names = runs.map((run) => `- ${phrases/* HEADINGS */.Ac[run.verdict]}: ${(0,base_text/* markdown */.wD)(nameOf(run), 100)} ${run.runId ? linked({ ...run, runUrl: '' }) : ''}`);
    const short = blocks([...head, names.join('\n'), foot]);
    return short.length <= MAX_COMMENT ? short : blocks([...head, foot]);
}
function renderOnly(run) {
    const { subject, reason, thresholds } = run;
    return blocks([
        subject ? renderDisagreement(subject) : '',
        (0,base_text/* markdown */.wD)(reason, 1_000),
        subject ? renderBrokenThresholds(thresholds, subject) : '',
        subject ? renderEnds(subject) : '',
        `<sub>${renderFacts(run)}</sub>`,
        renderTable(run),
    ]);
}
/** The table of thresholds, to be opened: the broken ones first where there are too many for all. */
function renderTable({ thresholds, baseline }) {
    const all = thresholds.length <= comment_MAX_THRESHOLDS;
    const sorted = all ? thresholds : heldLast(thresholds);
    const title = all ? 'All thresholds' : `${comment_MAX_THRESHOLDS} of ${thresholds.length} thresholds`;
    return details(title, renderThresholds(sorted.slice(0, comment_MAX_THRESHOLDS), baseline !== undefined));
}
const OUTDATED = '<!-- outdated -->';
function outdatedNote(sha, newer) {
    return `${OUTDATED}\n> [!NOTE]\n> Outdated: this is about commit ${(0,base_text/* code */.aY)(sha.slice(0, 7))}, and ${(0,base_text/* code */.aY)(newer.slice(0, 7))} is newer.`;
}
/** A comment with a note that a newer commit is there; unchanged where it has one. */
function markOutdated(body, mark, sha, newer) {
    if (!body.startsWith(mark) || body.startsWith(`${mark}\n\n${OUTDATED}`))
        return body;
    return `${mark}\n\n${outdatedNote(sha, newer)}${body.slice(mark.length)}`;
}

;// CONCATENATED MODULE: ./lib/publish/comment.js
// The one comment of this step on a pull request: found again, updated in place, and never one for an older commit over one for a newer.


/** Most pages of comments that are looked through, of 100 each. */
const comment_MAX_PAGES = 100;
/** At the start alone: comments of other actions, of the same author, may quote one of ours. */
const comment_MARK = /^<!-- callmeter\/run-test ([0-9a-f]+) ([0-9a-f]+) (\d+) -->/;
function markOf({ key, sha, runNumber }) {
    return `<!-- callmeter/run-test ${key} ${sha} ${runNumber} -->`;
}
async function find(github, pull, key, signal) {
    let before;
    let headSha = '';
    for (let page = 0; page < comment_MAX_PAGES; page++) {
        const found = await github.listComments(pull, before, signal);
        headSha = found.headSha;
        for (const comment of found.comments) {
            const [, itsKey, sha, runNumber] = comment_MARK.exec(comment.body) ?? [];
            if (itsKey === key && sha)
                return { comment: { ...comment, sha, runNumber: Number(runNumber) }, headSha };
        }
        before = found.before;
        if (before === undefined)
            break;
    }
    return { headSha };
}
/** When this commit's test has begun: a comment on an older commit says from now on that it is outdated. */
async function outdateComment(github, context, pull, signal) {
    const { comment, headSha } = await find(github, pull, context.key, signal);
    if (!comment || comment.sha === context.sha || headSha !== context.sha)
        return;
    const { sha, runNumber } = comment;
    const body = markOutdated(comment.body, markOf({ key: context.key, sha, runNumber }), sha, context.sha);
    if (body !== comment.body)
        await github.updateComment(comment.id, body, signal);
}
/** Writes the report into this step's comment. A new one is made only where it is `wanted`. */
async function writeComment(report, wanted, { github, context, pull, log }, signal) {
    const { comment, headSha } = await find(github, pull, context.key, signal);
    if (comment && isNewer(comment, context, headSha)) {
        log.info(`The comment on pull request ${pull} is about a newer commit, so it stays as it is.`);
        return;
    }
    if (!comment && !wanted)
        return;
    const frame = {
        mark: markOf(context),
        sha: context.sha,
        page: context.page,
        name: context.name,
        ...(headSha === context.sha ? {} : { newer: headSha }),
    };
    const body = renderComment(report, frame);
    const written = comment
        ? await github.updateComment(comment.id, body, signal)
        : await createOnce({ github, pull, key: context.key }, body, signal);
    log.info(`${comment ? 'Updated the comment' : 'Commented'} on pull request ${pull}: ${written.url}`);
}
function isNewer(comment, own, headSha) {
    if (comment.sha === own.sha || headSha === own.sha)
        return false;
    return comment.sha === headSha || comment.runNumber > own.runNumber;
}
/** Makes a comment. After a lost answer it is looked for before it is made again. */
async function createOnce({ github, pull, key }, body, signal) {
    try {
        return await github.createComment(pull, body, signal);
    }
    catch (error) {
        if (!(0,base_failure/* failedAs */.C4)(error, 'server', 'interrupted', 'unreadable') || signal.aborted)
            throw error;
        const { comment } = await find(github, pull, key, signal);
        return comment ?? (await github.createComment(pull, body, signal));
    }
}

;// CONCATENATED MODULE: ./lib/publish/status-and-comment.js







/** What may be reported to GitHub. `context` is undefined where this is no workflow of GitHub. */
function openStatusAndComment({ comment, 'commit-status': statusContext }, context, { connect, within }, { log, notePending }) {
    const refused = new Set();
    const warned = new Set();
    /** Does one thing, and warns where it cannot be done; what was refused once is not tried again. */
    const attempt = async (failure, permission, until, work) => {
        if (refused.has(permission))
            return;
        try {
            // What is missing is said by connect.
            if (!context)
                await connect();
            else
                await inTime(work(context), until);
        }
        catch (error) {
            if ((0,base_failure/* failedAs */.C4)(error, 'forbidden', 'not-found', 'key-refused', 'input'))
                refused.add(permission);
            const warning = `${failure}: ${explainRefusal(error, permission, context?.pull?.fork)}`;
            if (!warned.has(warning))
                log.warning(warning);
            warned.add(warning);
        }
    };
    const setStatus = (state, description, runs, until) => attempt(`The commit status "${(0,base_text/* plain */.pj)(statusContext, 80)}" was not set`, 'statuses', until, async ({ owner, repo, sha, page }) => {
        const linked = runs.flatMap(({ runId, test }) => runId === undefined ? [] : [{ runId, ...(0,base_fields/* optional */.l)({ testId: test.id }) }]);
        const described = description();
        const url = linkRuns(page, linked);
        const status = { sha, context: statusContext, state, description: described, url };
        if (state === 'pending')
            notePending({ owner, repo, sha, context: statusContext, url });
        await (await connect()).createStatus(status, until);
        log.info(`Commit status "${(0,base_text/* plain */.pj)(statusContext, 80)}" on ${sha.slice(0, 7)}: ${state}, ${described}`);
    });
    const onComment = (until, work) => attempt('The pull request comment was not written', 'pull-requests', until, async (own) => {
        if (own.pull)
            await work(await connect(), own.pull.number, own);
    });
    if (comment !== 'never' && context && !context.pull)
        log.info('This workflow does not run for a pull request, so there is nothing to comment on.');
    let background;
    return {
        started: (runs) => {
            background ??= within(async (until) => {
                if (statusContext)
                    await setStatus('pending', () => describeStarted(runs), runs, until);
                if (comment !== 'never')
                    await onComment(until, (github, pull, own) => outdateComment(github, own, pull, until));
            });
        },
        ended: (step, fails) => within(async (until) => {
            await background;
            const state = STATES[step.verdict];
            // From here on it is this step's: a status whose answer gets lost may be set, and is not set again to something else.
            if (statusContext)
                notePending(undefined);
            // Pending is what it is already where runs were left to themselves.
            if (statusContext && !(state === 'pending' && background))
                await setStatus(state, () => describeVerdict(step), step.runs, until);
            if (comment !== 'never') {
                const wanted = comment === 'always' || fails;
                await onComment(until, (github, pull, own) => writeComment(step, wanted, { github, context: own, pull, log }, until));
            }
        }),
    };
}

;// CONCATENATED MODULE: ./lib/report/annotations.js


/** GitHub shows ten annotations of each level for a step and drops the rest; the verdict itself is one of ours. */
const MAX_ANNOTATIONS = 10;
/**
 * The verdict, unless it is good, and then one annotation for each threshold that did not hold, in the order of the reports. The first says
 * how many there are, and of an error where it is explained. Errors where the verdict fails the step, else warnings.
 */
function annotationsOf(report, fails) {
    const { verdict, runs, problem } = report;
    if (verdict === 'passed' || verdict === 'triggered')
        return [];
    const level = fails ? 'error' : 'warning';
    const told = (run, text) => (runs.length > 1 ? `${nameOf(run)}: ${text}` : text);
    const reasons = problem ?? runs.map((run) => told(run, run.reason)).join('\n');
    const all = runs
        .filter(({ verdict: own }) => own !== 'passed')
        .flatMap((run) => run.thresholds.filter(phrases/* isBroken */.Qr).map((result) => {
        const { severity, file, line } = result.threshold;
        return {
            level: severity === 'warn' && result.state !== 'invalid' ? 'warning' : level,
            message: told(run, (0,phrases/* thresholdLine */.Cx)(result)),
            ...(file === undefined ? {} : { file, line }),
        };
    }));
    const shown = all.slice(0, MAX_ANNOTATIONS - 1);
    const left = all.length > shown.length ? ` The first ${shown.length} of ${all.length} are annotated; the summary has all.` : '';
    const url = (0,phrases/* helpUrl */.xR)(report);
    const help = url ? `\nWhat to do: ${url}` : '';
    return [{ level, message: `${phrases/* HEADINGS */.Ac[verdict]}. ${reasons}${left}${help}` }, ...shown];
}

;// CONCATENATED MODULE: ./lib/report/outputs.js


/** Largest `results` output, in bytes: GitHub allows 1 MB for all outputs of a job together. */
const MAX_RESULTS_BYTES = 256 * 1024;
/** The outputs that are known when the step ends. Every one is always set, so that a workflow never reads an older step's. */
function finalOutputs(report) {
    const { runs, verdict } = report;
    return {
        verdict,
        status: runs.map(({ status }) => (0,base_text/* plain */.pj)(status ?? '')).join('\n'),
        'success-rate': successRate(runs),
        'failed-thresholds': String(runs
            .filter(({ verdict: own }) => own !== 'passed' && own !== 'warned')
            .flatMap(({ thresholds }) => thresholds)
            .filter(failedThreshold).length),
        results: resultsJson(report),
    };
}
/** The run's id and page, one line for each run, as soon as they are known; a line stays empty until its run has started. */
function runOutputs(runs) {
    return {
        'run-id': runs.map((run) => (0,base_text/* plain */.pj)(run?.runId ?? '')).join('\n'),
        'run-url': runs.map((run) => run?.runUrl ?? '').join('\n'),
    };
}
/** Where the report files are, empty where they were not written. */
function reportOutputs(paths) {
    return { 'report-path': paths['report.json'] ?? '', 'junit-path': paths['junit.xml'] ?? '' };
}
function failedThreshold({ state, threshold }) {
    return state === 'invalid' || (threshold.severity === 'fail' && (state === 'breached' || state === 'missing'));
}
/** Share of all runs' endpoints that ended well, in percent with at most two decimals; empty where nothing was measured. */
function successRate(runs) {
    const outcomes = runs.flatMap(({ subject }) => subject?.measurements.outcomes ?? []);
    if (outcomes.length === 0)
        return '';
    const good = outcomes.filter(model_outcomes/* endedWell */.Jr).length;
    // Rounded down, so that 100 means all of them.
    return String(Math.floor((10_000 * good) / outcomes.length) / 100);
}
/** Verdict, runs and thresholds as JSON, without what does not fit: first reasons and notes go, then the runs' thresholds from the last on. */
function resultsJson({ verdict, runs, problem, code }) {
    const full = {
        verdict,
        code,
        problem: problem ? (0,base_text/* plain */.pj)(problem, 2_000) : undefined,
        runs: runs.map((run) => ({
            verdict: run.verdict,
            code: run.code,
            reason: (0,base_text/* plain */.pj)(run.reason, 1_000),
            project: run.project.id ?? run.project.asked,
            test: run.test.id ?? run.test.asked,
            run: run.runId ?? null,
            ...(run.presumed ? { presumed: true } : {}),
            url: run.runUrl ?? null,
            status: run.status ?? null,
            endpoints: run.subject?.measurements.size ?? null,
            thresholds: run.thresholds.map(thresholdJson),
        })),
    };
    const whole = JSON.stringify(full);
    return Buffer.byteLength(whole) <= MAX_RESULTS_BYTES ? whole : shortened(full);
}
/** The same without reasons, then without the thresholds of the last runs, then without those runs. */
function shortened({ runs, ...head }) {
    const parts = runs.map((run) => JSON.stringify({ ...run, thresholds: run.thresholds.map((threshold) => ({ ...threshold, reason: undefined })) }));
    const join = () => `${JSON.stringify({ ...head, truncated: true }).slice(0, -1)},"runs":[${parts.join(',')}]}`;
    let left = Buffer.byteLength(join()) - MAX_RESULTS_BYTES;
    for (let i = parts.length - 1; i >= 0 && left > 0; i--) {
        const bare = JSON.stringify({ ...runs[i], thresholds: [] });
        left -= Buffer.byteLength(parts[i] ?? '') - Buffer.byteLength(bare);
        parts[i] = bare;
    }
    while (parts.length > 0 && left > 0)
        left -= Buffer.byteLength(parts.pop() ?? '') + 1;
    return join();
}
function thresholdJson({ threshold, state, measured, limit, baseline, coverage, unit, reason }) {
    return {
        threshold: threshold.text,
        severity: threshold.severity,
        state,
        measured: outputs_finite(measured),
        limit: outputs_finite(limit),
        baseline: baseline === undefined ? undefined : outputs_finite(baseline),
        unit: unit === 'bare' || unit === 'unknown' ? '' : unit,
        endpoints: coverage && { used: coverage.used, of: coverage.of },
        reason: reason ? (0,base_text/* plain */.pj)(reason, 500) : undefined,
    };
}
function outputs_finite(value) {
    return value !== undefined && Number.isFinite(value) ? value : null;
}

;// CONCATENATED MODULE: ./lib/report/summary/detail.js
// How much a summary says: GitHub drops one above 1 MiB whole, so a large one leaves things out, step by step, and says what.
const EVERYTHING = {
    pictures: 8,
    closedPictures: true,
    copies: true,
    groups: true,
    worst: 20,
    metrics: true,
    thresholds: 'all',
    runs: true,
    leftOut: '',
};
const THRESHOLDS_ALONE = {
    ...EVERYTHING,
    pictures: 0,
    groups: false,
    worst: 0,
    metrics: false,
    leftOut: 'pictures, groups, metrics and the worst endpoints',
};
/** From everything down to the verdicts alone. */
const DETAILS = [
    EVERYTHING,
    { ...EVERYTHING, closedPictures: false, copies: false, leftOut: 'pictures of what held, and the text of all others' },
    { ...EVERYTHING, pictures: 0, leftOut: 'pictures' },
    THRESHOLDS_ALONE,
    {
        ...THRESHOLDS_ALONE,
        thresholds: 'broken',
        leftOut: 'pictures, groups, metrics, the worst endpoints and all thresholds that held',
    },
    { ...EVERYTHING, runs: false, leftOut: 'everything but the verdicts' },
];

;// CONCATENATED MODULE: ./lib/report/summary/histogram.js
// A distribution as a picture: a Mermaid chart, and the same in plain characters for where no chart is drawn.



// GitHub's own colours for success, danger, accent and muted text; each is told apart on light and dark ground.
const WITHIN = '#2da44e';
const BEYOND = '#cf222e';
const PLAIN = '#218bff';
const BASELINE = '#8c959f';
/** The chart with a heading and a legend; with `copy`, also as text. */
function renderHistogram(distribution, copy) {
    const { metric, meaning } = distribution;
    return blocks([
        `**${(0,base_text/* markdown */.wD)(metric)}**${meaning ? `: ${meaning}` : ''}`,
        renderChart(distribution),
        `<sub>${legend(distribution)}</sub>`,
        copy ? details('The same as text', renderText(distribution)) : '',
    ]);
}
function legend({ limits, unit, endpoints, baselineEndpoints, bins, openBelow, openAbove }) {
    const [main, ...others] = limits;
    const sided = bins.some(({ good }) => good !== undefined);
    return [
        main && sided ? `🟩 within ${(0,base_text/* code */.aY)(limitText(main, unit))}, 🟥 beyond it` : '',
        others.length > 0 ? `more limits: ${others.map((limit) => (0,base_text/* code */.aY)(limitText(limit, unit))).join(', ')}` : '',
        (0,base_text/* counted */.hS)(endpoints, 'endpoint'),
        baselineEndpoints === undefined ? '' : `line: the baseline, ${(0,base_text/* counted */.hS)(baselineEndpoints, 'endpoint')}`,
        openBelow || openAbove ? 'the outermost bars hold all that lies beyond' : '',
    ]
        .filter(Boolean)
        .join(' · ');
}
function limitText({ operator, value }, unit) {
    return `${operator} ${(0,report_numbers/* formatNumber */.ZV)(value, unit)}`;
}
/** A bar's value that is far below every axis. */
const UNDRAWN = -1_000;
/** A Mermaid `xychart`: one bar for each bin in percent of the endpoints, those beyond the limit in red, the baseline as a line. */
function renderChart(distribution) {
    const { metric, label, bins, endpoints, baselineEndpoints } = distribution;
    // One endpoint of very many is still there.
    const share = (count, of) => count === 0 ? 0 : Math.max(0.01, Number(((100 * count) / of).toFixed(2)));
    const shares = bins.map((bin) => share(bin.endpoints, endpoints));
    const before = baselineEndpoints === undefined ? undefined : bins.map((bin) => share(bin.baseline ?? 0, baselineEndpoints));
    const sided = bins.some(({ good }) => good !== undefined);
    const bars = sided
        ? [shares.map((value, i) => (bins[i]?.good ? value : 0)), shares.map((value, i) => (bins[i]?.good ? 0 : value))]
        : [shares];
    // Mermaid's zero stands above the axis, so that a bar of 0 shows as a stub; one that ends below the axis is not drawn.
    const drawn = bars.map((values) => values.map((value) => (value === 0 ? UNDRAWN : value)));
    const palette = [...(sided ? [WITHIN, BEYOND] : [PLAIN]), ...(before ? [BASELINE] : [])];
    const top = Math.min(100, Math.ceil((Math.max(...shares, ...(before ?? []), 1) * 1.1) / 5) * 5);
    return [
        '```mermaid',
        '---',
        'config:',
        '  xyChart:',
        '    width: 800',
        '    height: 260',
        '    xAxis:',
        '      labelFontSize: 12',
        '  themeVariables:',
        '    xyChart:',
        `      plotColorPalette: "${palette.join(', ')}"`,
        '---',
        'xychart-beta',
        `  x-axis "${quoted(label ? `${metric} in ${label}` : metric)}" [${binNames(distribution)
            .map((name) => `"${quoted(name)}"`)
            .join(', ')}]`,
        `  y-axis "endpoints in %" 0 --> ${top}`,
        ...drawn.map((values) => `  bar [${values.join(', ')}]`),
        ...(before ? [`  line [${before.join(', ')}]`] : []),
        '```',
    ].join('\n');
}
/** Text within double quotes in Mermaid: nothing that could end it, begin a comment or a directive, or be an entity. */
function quoted(text) {
    return text
        .replaceAll(/[^\p{L}\p{N} ._,()<>=≤≥–%/+-]/gu, ' ')
        .replaceAll(/%%+/g, '%')
        .slice(0, 80);
}
/** What each bin is called: its edges, with a sign where it takes all that lies beyond. Each has a name of its own, or Mermaid would draw one over another. */
function binNames({ bins, openBelow, openAbove, takesUpper }) {
    const edges = distinct([...bins.map(({ from }) => from), bins[bins.length - 1]?.to ?? 0]);
    return bins.map((_, i) => {
        const [from, to] = [edges[i] ?? '', edges[i + 1] ?? ''];
        if (i === 0 && openBelow)
            return `${takesUpper ? '≤' : '<'} ${to}`;
        if (i === bins.length - 1 && openAbove)
            return `${takesUpper ? '>' : '≥'} ${from}`;
        return `${from}–${to}`;
    });
}
/** Most digits that a number has. */
const MAX_DIGITS = 17;
/** Ascending numbers as short as they can be while they look different. */
function distinct(numbers) {
    for (let digits = 3; digits < MAX_DIGITS; digits++) {
        const texts = numbers.map((value) => String(Number(value.toPrecision(digits))));
        if (new Set(texts).size === numbers.length)
            return texts;
    }
    return numbers.map(String);
}
/** Width of the longest bar in text, in characters. */
const BAR = 40;
function renderText(distribution) {
    const { bins, endpoints, baselineEndpoints, label } = distribution;
    const names = binNames(distribution);
    const width = Math.max(...names.map(({ length }) => length));
    const most = Math.max(...bins.map((bin) => bin.endpoints), 1);
    const lines = bins.flatMap((bin, i) => {
        const name = (names[i] ?? '').padStart(width);
        const before = baselineEndpoints === undefined ? '' : `  (baseline ${percent(bin.baseline ?? 0, baselineEndpoints)})`;
        const line = `${name} │${bar(bin.endpoints / most)} ${percent(bin.endpoints, endpoints)}${before}`;
        return [...limitLine(bins[i - 1], bin, distribution, width), line.trimEnd()];
    });
    return [
        '```text',
        ...(label ? [`${' '.repeat(Math.max(0, width - label.length))}${label}`] : []),
        ...lines,
        '```',
    ].join('\n');
}
function limitLine(before, bin, { limits: [main], unit }, width) {
    if (!main || !before || before.good === undefined || before.good === bin.good)
        return [];
    return [`${'─'.repeat(width)}─┼── limit: ${limitText(main, unit)} ──`];
}
function bar(share) {
    const eighths = Math.round(share * BAR * 8);
    return '█'.repeat(Math.floor(eighths / 8)) + ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'][eighths % 8];
}
function percent(count, of) {
    return count === 0 ? '–' : (0,report_numbers/* formatNumber */.ZV)((100 * count) / of, '%');
}

;// CONCATENATED MODULE: ./lib/report/summary/run.js
// One run in the job summary: what broke first, then what was measured, then where to look.















/** Most columns of thresholds in the table of groups, and most rows. */
const MAX_GROUP_COLUMNS = 5;
const MAX_GROUPS = 30;
/** Everything about one run, in as much detail as asked for. */
function renderRun(run, detail) {
    const { subject, thresholds, baseline } = run;
    const broken = thresholds.filter(phrases/* isBroken */.Qr);
    return blocks([
        subject ? renderDisagreement(subject) : '',
        (0,base_text/* markdown */.wD)(run.reason, 1_000),
        `<sub>${renderFacts(run)}${baseline ? `<br>compared with ${(0,base_text/* markdown */.wD)(baseline.name, 200)}` : ''}</sub>`,
        run.notes.map((note) => `> ⚠️ ${(0,base_text/* markdown */.wD)(note, 500)}`).join('\n>\n'),
        subject ? renderBrokenThresholds(thresholds, subject) : '',
        subject ? renderEnds(subject) : '',
        renderThresholds(detail.thresholds === 'all' ? thresholds : broken, baseline !== undefined),
        subject ? renderOutcomes(subject) : '',
        subject ? renderPictures(run, subject, detail) : '',
        subject && detail.groups ? renderGroups(groupsOf(forGroups(thresholds), subject)) : '',
        subject && detail.worst > 0 ? renderWorst(thresholds, subject, detail.worst) : '',
        subject && detail.metrics ? details('Metrics of the run', renderMetrics(subject, baseline?.subject)) : '',
    ]);
}
function renderPictures({ thresholds, baseline }, subject, detail) {
    if (detail.pictures === 0)
        return '';
    const all = distributionsOf(thresholds, subject, baseline?.subject);
    const isOfBroken = ({ limits }) => limits.some(({ result }) => (0,phrases/* isBroken */.Qr)(result));
    const broken = all.filter(isOfBroken);
    const others = all.filter((distribution) => !isOfBroken(distribution));
    // Where nothing broke, one picture shows that; the rest can be opened.
    const open = (broken.length > 0 ? broken : others.slice(0, 1)).slice(0, detail.pictures);
    const closed = [...broken, ...others].filter((one) => !open.includes(one)).slice(0, detail.pictures - open.length);
    const left = all.length - open.length - (detail.closedPictures ? closed.length : 0);
    const draw = (distribution) => renderHistogram(distribution, detail.copies);
    return blocks([
        ...open.map(draw),
        detail.closedPictures && closed.length > 0
            ? details(`${(0,base_text/* counted */.hS)(closed.length, 'more picture')}: ${(0,base_text/* html */.qy)(closed.map(({ metric }) => metric).join(', '))}`, blocks(closed.map(draw)))
            : '',
        left > 0 && detail.closedPictures ? `${(0,base_text/* counted */.hS)(left, 'more metric')} not drawn here.` : '',
    ]);
}
/** Width of the bar for all endpoints, in characters. */
const OUTCOME_BAR = 20;
function renderOutcomes({ measurements }) {
    const rows = [...countsOf(measurements.outcomes)].toSorted(([a, n], [b, m]) => Number((0,model_outcomes/* endedWell */.Jr)(b)) - Number((0,model_outcomes/* endedWell */.Jr)(a)) || m - n || (a ?? '').localeCompare(b ?? ''));
    if (rows.length === 0)
        return 'The run has no endpoints.';
    return table(['Outcome', 'Endpoints', 'Share'], rows.map(([outcome, n]) => [
        `${(0,model_outcomes/* endedWell */.Jr)(outcome) ? '🟩' : '🟥'} ${outcome ? (0,base_text/* code */.aY)(outcome, 80) : 'not ended'}`,
        String(n),
        `${'█'.repeat(Math.max(1, Math.round((OUTCOME_BAR * n) / measurements.size)))} ${(0,report_numbers/* formatNumber */.ZV)((100 * n) / measurements.size, '%')}`,
    ]));
}
/** Thresholds that can be asked of a group: those over endpoints without a condition of their own, the broken ones first. */
function forGroups(results) {
    const overEndpoints = ({ threshold }) => {
        const { measured } = (0,syntax/* sidesOf */.Mm)(threshold);
        if (measured.kind === 'aggregate' || measured.kind === 'rate')
            return !measured.where;
        return measured.kind === 'fact' && measured.name === 'success_rate' && !measured.where;
    };
    const usable = results.filter((result) => overEndpoints(result) && result.measured !== undefined);
    return heldLast(usable).slice(0, MAX_GROUP_COLUMNS);
}
function renderGroups({ count, groups }) {
    if (groups.length === 0)
        return '';
    const columns = groups[0]?.results ?? [];
    const rows = groups
        .slice(0, MAX_GROUPS)
        .map(({ name, endpoints, successRate, results }) => [
        name === null ? 'no group' : (0,base_text/* code */.aY)(name, 80),
        String(endpoints),
        (0,report_numbers/* formatNumber */.ZV)(successRate, '%'),
        ...results.map((result) => result.measured === undefined
            ? '–'
            : `${(0,report_numbers/* formatNumber */.ZV)(result.measured, result.unit)}${(0,phrases/* isBroken */.Qr)(result) ? ` ${(0,phrases/* markOf */.Fg)(result)}` : ''}`),
    ]);
    const left = count - rows.length;
    return blocks([
        table(['Group', 'Endpoints', 'Success', ...columns.map(({ threshold }) => (0,base_text/* code */.aY)((0,syntax/* withoutSeverity */.aQ)(threshold), 80))], rows),
        left > 0 ? `${(0,base_text/* counted */.hS)(left, 'more group')} left out.` : '',
    ]);
}
function renderWorst(results, subject, most) {
    const { count, endpoints } = worstEndpoints(results, subject, most);
    if (count === 0)
        return '';
    const metrics = endpoints[0]?.values.map(({ metric }) => metric) ?? [];
    const grouped = endpoints.some(({ group }) => group !== null);
    const title = count > endpoints.length ? `The ${endpoints.length} worst of ${count} endpoints` : (0,base_text/* counted */.hS)(count, 'endpoint');
    return details(`${title} that did not end well or ${count === 1 ? 'is' : 'are'} beyond a limit`, table([
        'Endpoint',
        ...(grouped ? ['Group'] : []),
        'Outcome',
        'SIP status',
        'Phase',
        ...metrics.map((metric) => (0,base_text/* code */.aY)(metric)),
    ], endpoints.map(({ id, group, outcome, sipStatus, phase, values }) => [
        (0,base_text/* code */.aY)(id, 80),
        ...(grouped ? [group === null ? '' : (0,base_text/* code */.aY)(group, 80)] : []),
        `${(0,model_outcomes/* endedWell */.Jr)(outcome) ? '' : '🟥 '}${outcome ? (0,base_text/* code */.aY)(outcome, 80) : 'not ended'}`,
        sipStatus === null ? '' : String(sipStatus),
        phase ? (0,base_text/* code */.aY)(phase, 80) : '',
        ...values.map(({ value, unit, beyond }) => Number.isNaN(value) ? '–' : beyond ? `<b>${(0,report_numbers/* formatNumber */.ZV)(value, unit)}</b>` : (0,report_numbers/* formatNumber */.ZV)(value, unit)),
    ])));
}
function renderMetrics(subject, baseline) {
    const there = catalogue/* HEADLINE_METRICS */.jM.filter((metric) => subject.measurements.metrics.has(metric));
    if (there.length === 0)
        return '';
    const [measure, measureBaseline] = [measurer(subject), baseline && measurer(baseline)];
    const rows = there.map((metric) => {
        const { better, meaning = '' } = (0,catalogue/* metricFacts */.gt)(metric) ?? {};
        const unit = (0,units/* unitOfMetric */.QG)({ metric });
        // The tail that hurts: the lowest values where higher is better.
        const tail = better === 'higher' ? 5 : 95;
        const value = (by, on = measure) => {
            const found = on({ kind: 'aggregate', by, p: tail, of: { metric } });
            return (0,model_subject/* isAbsence */.Md)(found) ? undefined : found.value;
        };
        const text = (found) => (found === undefined ? '' : (0,report_numbers/* formatNumber */.ZV)(found, unit));
        const [average, worst] = [value('avg'), value('percentile')];
        const before = measureBaseline && average !== undefined ? value('avg', measureBaseline) : undefined;
        return [
            (0,base_text/* code */.aY)(metric),
            text(average),
            ...(baseline ? [text(before), (0,phrases/* changeText */.k0)({ measured: average, baseline: before, unit, better })] : []),
            worst === undefined ? '' : `p${tail}: ${text(worst)}`,
            text(value('min')),
            text(value('max')),
            meaning,
        ];
    });
    const compared = baseline ? ['Baseline', 'Change'] : [];
    return table(['Metric', 'Average', ...compared, 'Worst 5 %', 'Least', 'Most', 'Meaning'], rows);
}

;// CONCATENATED MODULE: ./lib/report/summary/summary.js






/** Largest summary that is written, in bytes: GitHub drops one above 1 MiB, and other steps' are counted apart. */
const MAX_SUMMARY_BYTES = 1_000_000;
/**
 * The job summary, as GitHub-flavoured Markdown: the verdict, with several runs a row for each, then each in detail. What would make it too
 * large is left out, and that is said. `page` is the path of report.html, as the workflow would write it.
 */
function renderSummary(report, page = '', maxBytes = MAX_SUMMARY_BYTES) {
    for (const detail of DETAILS) {
        const summary = render(report, detail, page);
        if (Buffer.byteLength(summary) <= maxBytes)
            return summary;
    }
    const { verdict, runs } = report;
    return `## CallMeter: ${phrases/* HEADINGS */.Ac[verdict]}\n\nThe summary of ${(0,base_text/* counted */.hS)(runs.length, 'run')} is too large for GitHub; the log has all of it.\n`;
}
function render(report, detail, page) {
    const { verdict, runs, problem } = report;
    const heading = `## CallMeter: ${phrases/* HEADINGS */.Ac[verdict]}`;
    const url = (0,phrases/* helpUrl */.xR)(report);
    const help = url ? `What to do: <a href="${url}">troubleshooting</a>` : '';
    if (problem)
        return `${blocks([heading, (0,base_text/* codeBlock */.DV)(problem), help])}\n`;
    const several = runs.length !== 1;
    return `${blocks([
        heading,
        several ? renderOverview(runs) : '',
        ...(detail.runs ? runs.map((run) => (several ? renderOneOfSeveral(run, detail) : renderRun(run, detail))) : []),
        help,
        footer(detail, page),
    ])}\n`;
}
/** A run below the table of all; one that is good can be opened. */
function renderOneOfSeveral(run, detail) {
    const content = renderRun(run, detail);
    return run.verdict === 'passed' || run.verdict === 'triggered'
        ? details(`${phrases/* HEADINGS */.Ac[run.verdict].split(' ')[0] ?? ''} ${(0,base_text/* html */.qy)(nameOf(run))}`, content)
        : `### ${(0,base_text/* markdown */.wD)(nameOf(run))}\n\n${content}`;
}
function footer({ leftOut }, page) {
    const where = page ? `<sub>Every endpoint: ${(0,base_text/* code */.aY)(page, 200)}</sub>` : '';
    return leftOut ? blocks([`Left out, because GitHub shows at most 1 MiB: ${leftOut}.`, where]) : where;
}

;// CONCATENATED MODULE: ./lib/publish/publish.js
// The last stage: what became of the step, told wherever people and later steps look.






/**
 * Tells everything first and fails last. Nothing that goes wrong while telling changes the verdict. Returns the exit code.
 */
async function publish(report, inputs, tools) {
    const { world, log, github } = tools;
    const { toolkit, env } = world;
    const paths = await writeReports(report, inputs['report-directory'], tools);
    const outputs = { ...runOutputs(report.runs), ...finalOutputs(report), ...reportOutputs(paths) };
    await attempt('The outputs could not be set', log, () => setOutputs(toolkit, outputs));
    if (inputs.summary)
        await attempt('The job summary could not be written', log, () => toolkit.writeSummary(renderSummary(report, relativeTo(env.GITHUB_WORKSPACE, paths['report.html']))));
    // Of several runs each counts: a worse companion must not hide the verdict that was to fail the step.
    const fails = [report.verdict, ...report.runs.map((run) => run.verdict)].some((verdict) => inputs['fail-on'].includes(verdict));
    await github.ended(report, fails);
    if (report.verdict === 'passed' || report.verdict === 'triggered') {
        log.info(`${phrases/* HEADINGS */.Ac[report.verdict]}. ${report.runs.map(({ reason }) => reason).join('\n')}`);
    }
    for (const { level, message, file, line } of annotationsOf(report, fails)) {
        log[level](message, file === undefined ? {} : { file, ...(line === undefined ? {} : { startLine: line }) });
    }
    return fails ? 1 : 0;
}
/** Does something that tells of the verdict, and warns where it fails: a verdict does not depend on being told. */
async function attempt(failure, log, work) {
    try {
        await work();
    }
    catch (error) {
        log.warning(`${failure}: ${(0,base_text/* plain */.pj)(String(error))}`);
    }
}
/** Writes the report files and returns where they are. */
async function writeReports(report, directory, { world: { files, pageTemplate }, log }) {
    if (!directory)
        return {};
    try {
        // Loaded when there is something to write: it brings a writer of XML.
        const { renderReportFiles } = await Promise.all(/* import() */[__nccwpck_require__.e(585), __nccwpck_require__.e(600)]).then(__nccwpck_require__.bind(__nccwpck_require__, 600));
        return files.writeReports(directory, renderReportFiles(report, pageTemplate, (name, error) => log.warning(`${name} could not be made: ${(0,base_text/* plain */.pj)(String(error))}`)));
    }
    catch (error) {
        log.warning(`The reports could not be written to ${(0,base_text/* plain */.pj)(directory)}: ${(0,base_text/* plain */.pj)(String(error))}`);
        return {};
    }
}
/** A path as the workflow would write it: relative to its workspace where it is in there. Empty for none. */
function relativeTo(workspace, path) {
    if (!path || !workspace)
        return path ?? '';
    const inside = (0,external_node_path_.relative)(workspace, path);
    return inside.startsWith('..') ? path : inside.replaceAll('\\', '/');
}
/** Sets outputs of the step. */
function setOutputs(toolkit, outputs) {
    for (const [name, value] of Object.entries(outputs))
        toolkit.setOutput(name, value);
}

;// CONCATENATED MODULE: ./lib/stages/base-branch.js
// The run behind the newest passing status of a branch: what `baseline: base-branch` stands for.



/** How the run of a test that the base branch passed with is had. The branch is looked at once, however many tests want it. */
function baseBranchOf(context, statusContext, { connect, within }) {
    let commits;
    return async (testId) => {
        if (!context?.base)
            return { kind: 'missing', reason: 'this workflow runs for no branch' };
        const { base, sha, pull } = context;
        try {
            return await within(async (until) => {
                const github = await connect();
                commits ??= github.listStatuses(base, statusContext, until);
                const found = await inTime(commits, until);
                return baseRunOf(found, { branch: base, context: statusContext, own: sha }, testId);
            });
        }
        catch (error) {
            const why = explainRefusal(error, 'contents', pull?.fork).replace(/\.$/, '');
            return { kind: 'missing', reason: `the base branch could not be looked at: ${why}` };
        }
    };
}
/** Of the branch's newest commits, the run of the test behind the newest passing status; or why there is none. `own` is the commit tested. */
function baseRunOf(commits, { branch, context, own }, testId) {
    const [name, status] = [(0,base_text/* plain */.pj)(branch, 80), (0,base_text/* plain */.pj)(context, 80)];
    const missing = (reason) => ({ kind: 'missing', reason });
    if (!commits)
        return missing(`the repository has no branch ${name}`);
    const others = commits.filter(({ sha }) => sha !== own);
    const passed = others.find((commit) => commit.status?.state === 'SUCCESS');
    if (!passed?.status) {
        const some = others.filter((commit) => commit.status).length;
        return missing(`none of the newest ${(0,base_text/* counted */.hS)(others.length, 'commit')} of ${name} has a passing status "${status}"${some > 0 ? `; ${some} have it in another state` : ''}`);
    }
    const runs = runsOfLink(passed.status.url);
    const where = `${name} at ${passed.sha.slice(0, 7)}`;
    if (runs.length === 0)
        return missing(`the status "${status}" on ${where} names no run of CallMeter`);
    const run = ofTest(runs, testId);
    return run ? { runId: run.runId, where } : missing(`the status "${status}" on ${where} names no run of this test`);
}
function ofTest(runs, testId) {
    const [only] = runs;
    const known = runs.find((run) => run.testId === testId);
    return known ?? (runs.length === 1 && (only?.testId === undefined || testId === '') ? only : undefined);
}

;// CONCATENATED MODULE: ./lib/base/parallel.js
/** Works through a list, at most `limit` at once, and keeps its order in the results. Stops at the first failure of `work`. */
async function inParallel(items, limit, work) {
    const results = [];
    let next = 0;
    const give = async (i) => {
        try {
            results[i] = await work(items[i], i);
        }
        catch (error) {
            next = items.length;
            throw error;
        }
    };
    const worker = async () => {
        for (let i = next++; i < items.length; i = next++)
            await give(i);
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
    return results;
}

// EXTERNAL MODULE: ./lib/model/run.js
var model_run = __nccwpck_require__(60);
;// CONCATENATED MODULE: ./lib/model/unavailable.js
// Values that stand for "unavailable" and are none.

/** RFC 3611, 4.7.5: 127 says that a MOS or an R factor is unavailable; a MOS ends at 5 (ITU-T P.800), also where it is told in tenths. */
const IS_NONE = {
    mos: (value) => value > 5,
    r_factor: (value) => value === 127,
};
/** The measurements without such values, and what a reader should know of those that were left out. */
function withoutUnavailable(measurements) {
    const notes = [];
    const metrics = new Map(measurements.metrics);
    for (const [metric, isNone] of Object.entries(IS_NONE)) {
        const all = metrics.get(metric) ?? [];
        const odd = all.flatMap(({ values }) => [...values].filter(isNone));
        if (odd.length === 0)
            continue;
        const cleaned = all.map((series) => ({
            ...series,
            values: series.values.map((value) => (isNone(value) ? Number.NaN : value)),
        }));
        metrics.set(metric, cleaned);
        notes.push(`${(0,base_text/* counted */.hS)(odd.length, 'value')} of ${metric} can be none (the largest is ${Math.max(...new Set(odd))}) and ${odd.length === 1 ? 'was' : 'were'} left out: 127 stands for unavailable (RFC 3611).`);
    }
    return { measurements: notes.length > 0 ? { ...measurements, metrics } : measurements, notes };
}

// EXTERNAL MODULE: ./lib/report/report-json.js
var report_json = __nccwpck_require__(273);
;// CONCATENATED MODULE: ./lib/stages/recorded-runs.js
// The runs of a report.json that an earlier step wrote, as a baseline needs them.






/** The runs of a report.json. Throws an `input` failure where the text is not one, or is of a version that this code does not know. */
function readReportFile(text, path) {
    const wrong = (what, cause) => new base_failure/* Failure */.HR('input', `${(0,base_text/* plain */.pj)(path)} is not a report.json that can be read: ${what}.`, {
        code: 'baseline-file',
        advice: 'A baseline is a report.json that an earlier step of this action wrote.',
        cause,
    });
    let report;
    try {
        report = JSON.parse(text);
    }
    catch (error) {
        throw wrong('it is not JSON', error);
    }
    if (!(0,base_fields/* isObject */.G)(report))
        throw wrong('it is not an object');
    if (report.version !== report_json/* REPORT_VERSION */.Aj)
        throw wrong(`its version is ${(0,base_text/* plain */.pj)(String(report.version), 40)}, and ${report_json/* REPORT_VERSION */.Aj} is known`);
    if (!Array.isArray(report.runs))
        throw wrong('it has no runs');
    return report.runs.map((run) => {
        if (!(0,base_fields/* isObject */.G)(run))
            throw wrong('a run is not an object');
        const test = (0,base_fields/* isObject */.G)(run.test) ? run.test : {};
        return {
            ...(0,base_fields/* optional */.l)({
                runId: recorded_runs_textOf(run.id),
                testId: recorded_runs_textOf(test.id),
                testAsked: recorded_runs_textOf(test.asked),
                status: recorded_runs_textOf(run.status),
            }),
            ...(run.measured === undefined
                ? {}
                : { subject: readSubject(run.measured, recorded_runs_textOf(run.status) ?? 'COMPLETED', wrong) }),
        };
    });
}
function readSubject(measured, status, wrong) {
    if (!(0,base_fields/* isObject */.G)(measured) || !(0,base_fields/* isObject */.G)(measured.detail))
        throw wrong('a run has no measurements that can be read');
    const { detail, durationSeconds, queueSeconds, calls } = measured;
    const size = Number(measured.size);
    const list = (name, value) => {
        if (!Array.isArray(value) || value.length !== size)
            throw wrong(`${name} does not have one entry for each of its ${size} endpoints`);
        return value;
    };
    const words = (name) => list(name, measured[name]).map((word) => recorded_runs_textOf(word) ?? null);
    const metrics = new Map();
    if (!Array.isArray(measured.metrics))
        throw wrong('it has no list of metrics');
    for (const series of measured.metrics) {
        const metric = (0,base_fields/* isObject */.G)(series) ? recorded_runs_textOf(series.metric) : undefined;
        if (!(0,base_fields/* isObject */.G)(series) || metric === undefined)
            throw wrong('a metric has no name');
        const { direction, track } = series;
        const values = Float64Array.from(list(metric, series.values), (value) => {
            if (value === null)
                return Number.NaN;
            if (typeof value === 'number' && Math.abs(value) < TOO_LARGE)
                return value;
            throw wrong(`a value of ${(0,base_text/* plain */.pj)(metric, 60)} is no number that can be measured`);
        });
        const read = {
            metric,
            ...(direction === 'send' || direction === 'receive' ? { direction } : {}),
            ...(track === 'audio' || track === 'video' ? { track } : {}),
            ...(0,base_fields/* optional */.l)({ statistic: recorded_runs_textOf(series.statistic) }),
            values,
        };
        metrics.set(metric, [...(metrics.get(metric) ?? []), read]);
    }
    const measurements = {
        size,
        ids: words('ids').map((id, place) => id ?? String(place + 1)),
        groups: words('groups'),
        phases: words('phases'),
        outcomes: words('outcomes'),
        sipStatuses: list('sipStatuses', measured.sipStatuses).map((value) => (typeof value === 'number' ? value : null)),
        metrics,
    };
    return {
        run: readDetail({ status, ...detail }, wrong),
        measurements,
        ...(0,base_fields/* optional */.l)({
            durationSeconds: typeof durationSeconds === 'number' ? durationSeconds : undefined,
            queueSeconds: typeof queueSeconds === 'number' ? queueSeconds : undefined,
            calls: calls === undefined ? undefined : recorded_runs_readCalls(calls, wrong),
        }),
    };
}
/** What the far end said, or why it said nothing. */
function recorded_runs_readCalls(calls, wrong) {
    if (!(0,base_fields/* isObject */.G)(calls))
        throw wrong('what the far end said cannot be read');
    const reason = recorded_runs_textOf(calls.reason);
    if (reason !== undefined)
        return { kind: 'missing', reason };
    const count = (value) => {
        if (typeof value === 'number' && Number.isInteger(value) && value >= 0)
            return value;
        throw wrong('a count of calls is no number');
    };
    const unclassified = (0,base_fields/* isObject */.G)(calls.unclassified) ? calls.unclassified : {};
    return {
        received: count(calls.received),
        answered: count(calls.answered),
        missed: count(calls.missed),
        voicemail: count(calls.voicemail),
        busy: count(calls.busy),
        failed: count(calls.failed),
        unclassified: Object.fromEntries(Object.entries(unclassified).map(([name, n]) => [name, count(n)])),
    };
}
/** The detail of a run, held against the same as the API's. */
function readDetail(detail, wrong) {
    try {
        return readRun(detail);
    }
    catch {
        throw wrong('the detail of a run cannot be read');
    }
}
function recorded_runs_textOf(value) {
    return typeof value === 'string' ? value : undefined;
}

;// CONCATENATED MODULE: ./lib/model/run-url.js

/** A run's page: where the workflow's template says, without one, where the API does. Undefined where neither gives a web address. */
function run_url_runUrl(template, address, fromApi) {
    const url = template
        ? template.replaceAll(/\{(project|test|run)\}/g, (_, name) => encodeURIComponent(address[name]))
        : fromApi;
    // A tab or a line's end would be dropped, and join what it parts: a key, for one.
    return url && !/\p{Cc}/u.test(url) && (0,base_text/* href */.UF)(url) ? new URL(url).href : undefined;
}

;// CONCATENATED MODULE: ./lib/report/known.js
// What the stages have found out about one test so far. Each adds to it, and none changes what is there.


/** Which run it is. `template` is the workflow's `run-url`. A run that was not started here is of the test that it names itself. */
function knownRun({ task, started, watched }, template) {
    const run = watched?.run;
    const [id, name] = task.kind === 'test' ? [task.test.id, task.test.name] : [run?.testId, run?.name];
    const runId = started?.runId;
    const address = { project: task.project.id, test: id ?? '', run: runId ?? '' };
    const url = runId === undefined ? undefined : run_url_runUrl(template, address, run?.url);
    return { ...(0,base_fields/* optional */.l)({ runId, runUrl: url }), test: { asked: task.asked, ...(0,base_fields/* optional */.l)({ id, name }) } };
}
/** Planned length of the calls in seconds: as the run itself says, else as its test does. */
function plannedSecondsOf({ task, watched }) {
    return watched?.run?.plannedSeconds ?? (task.kind === 'test' ? task.test.plannedSeconds : undefined);
}

;// CONCATENATED MODULE: ./lib/stages/results.js








/** How long rows that are missing or not final are read again, in ms. How late rows may come is not documented. */
const SETTLE_MS = 60_000;
/** Most pages of one run; at the usual 100 rows a page, 200,000 endpoints. */
const results_MAX_PAGES = 2_000;
const FIRST_PAUSE_MS = 2_000;
const MAX_PAUSE_MS = 15_000;
/** How long results have to stay the same, in ms, where some endpoints lack values that others have, */
const PARTIAL_STEADY_MS = 6_000;
/** where nothing says how many endpoints there are, */
const UNCOUNTED_STEADY_MS = 14_000;
/** and where endpoints that ended well have no values at all: a call that was made was measured. */
const BARE_STEADY_MS = 44_000;
/** How long results that seem to be whole may go on changing, in ms. */
const MAX_CHANGING_MS = 3 * SETTLE_MS;
/** From so many pages on, one page is asked for to see whether values still come, and not all of them. */
const PROBED_PAGES = 4;
/**
 * Every endpoint of a run that has ended, each once. Rows that are missing or not final are read again for `SETTLE_MS`, and so are values that may be on
 * the way; endpoints that have not ended even then count as such. Throws `incomplete` where the rows are fewer than the API itself says there are, or
 * nothing shows that they are all.
 */
async function readResults(of, scope, tools) {
    const { api, clock, log } = tools;
    const endedAgo = (api.serverClock() ?? 0) - (of.run.completedAt ?? Number.POSITIVE_INFINITY);
    const isOld = !of.wasSeenGoing && endedAgo > SETTLE_MS;
    const ended = { ...of, isOld };
    /** How long was waited between readings, in ms. What requests take, or are told to wait, is not counted. */
    let waited = 0;
    let pass;
    let sameSince = clock.now();
    let changed = true;
    for (let pauseMs = FIRST_PAUSE_MS;; pauseMs = Math.min(pauseMs * 2, MAX_PAUSE_MS)) {
        // What counts is when it was asked for: an answer that takes long tells of then.
        const askedAt = clock.now();
        if (!pass?.probe || !(await isSame(pass.probe, ended, scope, tools.api))) {
            const next = await readAll(ended, scope, tools);
            changed = !pass || printOf(next) !== printOf(pass);
            if (changed)
                sameSince = clock.now();
            pass = next;
        }
        else
            changed = false;
        const { builder, missing, open, final } = pass;
        if (!missing && final && (!open || askedAt - sameSince >= open.steadyMs))
            return builder.build();
        const unfinished = builder.unfinished();
        const isTooLate = waited + pauseMs > (missing || !final ? SETTLE_MS : MAX_CHANGING_MS) && (missing || !final || changed);
        if (isTooLate || clock.now() + pauseMs > scope.deadline || scope.signal?.aborted) {
            const changing = open && final ? 'they kept changing after the run had ended' : undefined;
            if (missing ?? changing) {
                throw new base_failure/* Failure */.HR('incomplete', `The results of the run are not complete: ${missing ?? changing}.`, {
                    advice: 'Run again, or read the results later with `run-id`.',
                });
            }
            if (unfinished > 0)
                log.warning(`${(0,base_text/* counted */.hS)(unfinished, 'endpoint')} had no outcome ${SETTLE_MS / 1_000} s after the run ended. They count as failed.`);
            return builder.build();
        }
        const words = builder.size === 0 ? 'No endpoints can be read yet' : `${(0,base_text/* counted */.hS)(unfinished, 'endpoint')} not final yet`;
        log.info(`${missing ?? (final ? open?.words : words) ?? words}; reading again in ${pauseMs / 1_000} s`);
        await clock.sleep(pauseMs, scope.signal);
        waited += pauseMs;
    }
}
/** Reads all pages once. */
async function readAll(ended, scope, { api, clock }) {
    const { projectId, runId, run, isOld } = ended;
    const builder = collectMeasurements();
    const pages = [];
    const { brokenOff, lacking, promised, nameless } = await readPages({
        read: async ({ page }) => {
            const read = await api.listEndpoints(projectId, runId, page, scope);
            const good = read.items.filter(({ outcome }) => (0,model_outcomes/* endedWell */.Jr)(outcome));
            const least = Math.min(...good.map(({ readings }) => readings.length));
            pages.push({ page, values: valuesOf(read.items), least });
            return read;
        },
        maxPages: results_MAX_PAGES,
        outOfTime: () => clock.now() >= scope.deadline,
        wary: !run.endpointCount,
    }, (row) => builder.add(row));
    const { size } = builder;
    const known = run.endpointCount || undefined;
    const expected = [promised, known].find((count = 0) => size < count);
    const few = expected === undefined ? undefined : `${size} of ${expected} endpoints could be read`;
    const most = promised === undefined && known === undefined ? undefined : Math.max(promised ?? 0, known ?? 0);
    const many = nameless && most !== undefined && size > most
        ? `${size} rows came of ${most} endpoints, and rows have no ids`
        : undefined;
    const uncounted = known === undefined && (promised === undefined || size > promised || size === 0);
    const missing = brokenOff ??
        few ??
        many ??
        (known === undefined ? lacking : undefined) ??
        (uncounted && (await hasPageBefore(ended, builder, scope, api)) ? 'the pages are counted from 0' : undefined);
    // What a run that broke measured tells more, and decides nothing; and long after its end nothing more is to come.
    if (run.status !== 'COMPLETED')
        return { builder, final: true, ...(0,base_fields/* optional */.l)({ missing }) };
    const open = isOld ? undefined : openQuestion(builder, known);
    const thinnest = pages.toSorted((a, b) => a.least - b.least)[0];
    const probe = open && known !== undefined && pages.length >= PROBED_PAGES && !missing ? thinnest : undefined;
    return { builder, final: size > 0 && builder.unfinished() === 0, ...(0,base_fields/* optional */.l)({ missing, open, probe }) };
}
/** How long it is tried to read a page that need not exist, in ms. */
const BEFORE_PATIENCE_MS = 5_000;
/** Whether there is a page before the first, with rows that the others do not have; of rows without ids that cannot be told. */
async function hasPageBefore({ projectId, runId }, builder, scope, api) {
    const soon = { ...scope, patienceMs: BEFORE_PATIENCE_MS, refusalMs: 0 };
    try {
        const { items } = await api.listEndpoints(projectId, runId, 0, soon);
        return items.some((row) => row.id === undefined || builder.add(row));
    }
    catch (error) {
        if (!(error instanceof base_failure/* Failure */.HR) || error.kind === 'aborted')
            throw error;
        return false;
    }
}
/** What leaves open whether more is to come, of rows that seem to be all. */
function openQuestion(builder, known) {
    const { bare, partial } = builder.gaps();
    if (bare > 0)
        return { words: `${(0,base_text/* counted */.hS)(bare, 'endpoint')} ended well and have no values yet`, steadyMs: BARE_STEADY_MS };
    if (known === undefined) {
        const words = `${(0,base_text/* counted */.hS)(builder.size, 'endpoint')} so far, and nothing says how many there are`;
        return { words, steadyMs: UNCOUNTED_STEADY_MS };
    }
    if (partial > 0)
        return { words: `${(0,base_text/* counted */.hS)(partial, 'endpoint')} lack values that others have`, steadyMs: PARTIAL_STEADY_MS };
    return undefined;
}
/** Whether a page still brings as many values as it did. */
async function isSame({ page, values }, { projectId, runId }, scope, api) {
    return valuesOf((await api.listEndpoints(projectId, runId, page, scope)).items) === values;
}
function valuesOf(rows) {
    return rows.reduce((sum, { readings }) => sum + readings.length, 0);
}
/** What changes where anything is added. */
function printOf({ builder }) {
    return [builder.size, builder.unfinished(), builder.values()].join(' ');
}
/** What a run that has ended measured, and its times, with what a reader should know of that. Throws as `readResults` does. */
async function results_readSubject({ task, started, watched }, run, scope, { world, log, apis }) {
    const ofTest = task.kind === 'test' ? task.test.endpointCount : undefined;
    const counting = { ...run, ...(0,base_fields/* optional */.l)({ endpointCount: run.endpointCount || ofTest }) };
    return log.group('Read the results', async () => {
        const tools = { api: apis.callMeter, clock: world.clock, log };
        const wasSeenGoing = started.own || watched.statuses.length > 1;
        const of = { projectId: task.project.id, runId: started.runId, run: counting, wasSeenGoing };
        const read = await readResults(of, scope, tools);
        log.info(`${(0,base_text/* counted */.hS)(read.size, 'endpoint')}, ${(0,base_text/* counted */.hS)(read.metrics.size, 'metric')}`);
        const { measurements, notes } = withoutUnavailable(read);
        for (const note of notes)
            log.warning(note);
        return {
            subject: { run, measurements, ...(0,model_run/* timesOf */.Qv)(run, watched.statuses, started.own ? started.at : undefined) },
            notes,
        };
    });
}

;// CONCATENATED MODULE: ./lib/stages/far-end.js


/**
 * When a run's calls may have come in: by the run's own times, which a server tells whose clock is `ahead` ms ahead of this machine's; else from
 * when this step triggered it to when it was seen ended. Undefined where neither is known.
 */
function callWindow({ startedAt, createdAt, completedAt }, ahead, triggeredAt, endedAt) {
    const began = startedAt ?? createdAt;
    const from = began === undefined ? triggeredAt : began - ahead;
    const to = completedAt === undefined ? endedAt : completedAt - ahead;
    return from === undefined || to === undefined || to < from ? undefined : { from, to };
}
/** What the run measured, with what the far end says of its calls where it is asked. `settleMs` is how long they may take to settle. */
async function askFarEnd({ started, watched, subject }, settleMs, { world, log, apis }) {
    const { farEnd, callMeter } = apis;
    if (!farEnd)
        return subject;
    const { at, own } = started;
    const { statuses } = watched;
    // A followed run that had ended before it was looked at ended nobody knows when, and until now other runs' calls may have come in.
    const endedAt = own || statuses.length > 1 ? statuses[statuses.length - 1]?.at : undefined;
    const window = callWindow(subject.run, callMeter.serverNow() - world.clock.now(), own ? at : undefined, endedAt);
    const calls = window
        ? await log.group('Ask the far end', () => farEnd.callsOf(window, settleMs, { signal: world.signal }))
        : { kind: 'missing', reason: 'the API does not tell when the run ran, so its calls cannot be told from others' };
    const disagreement = (0,ends/* disagreementOf */.U)({ ...subject, calls });
    if (disagreement)
        log.warning(disagreement);
    return { ...subject, calls };
}
/** How the calls of a baseline's run are had, which have settled long ago; undefined where no threshold compares with them. */
function callsOfBaseline(thresholds, { world, apis: { farEnd, callMeter } }) {
    const wanted = thresholds.some(({ left, right }) => ((0,syntax/* asksFarEnd */.z1)(left) || (0,syntax/* asksFarEnd */.z1)(right)) && ((0,syntax/* mentionsBaseline */.JM)(left) || (0,syntax/* mentionsBaseline */.JM)(right)));
    if (!farEnd || !wanted)
        return undefined;
    return (run) => {
        const window = callWindow(run, callMeter.serverNow() - world.clock.now(), undefined, undefined);
        return window
            ? farEnd.callsOf(window, 0, { signal: world.signal })
            : Promise.resolve({ kind: 'missing', reason: 'the API does not tell when that run ran' });
    };
}

;// CONCATENATED MODULE: ./lib/stages/baseline.js











/** Why a run is no baseline of its own. */
const ITSELF = 'the baseline is the run itself, and nothing can be told from that';
/** Most pages of earlier runs that are looked through for one that completed. */
const baseline_MAX_PAGES = 5;
/** The run of a report.json that goes with a test. Throws an `input` failure where the file is not one. */
function baselineFromFile(text, path, { testId: id, asked, runId }) {
    if (text === undefined)
        return { kind: 'missing', reason: `there is no file ${(0,base_text/* plain */.pj)(path)} to take the baseline from` };
    const runs = readReportFile(text, path);
    const same = runs.find(({ testId }) => testId === id) ?? runs.find(({ testAsked }) => testAsked === asked);
    const found = same ?? (runs.length === 1 ? runs[0] : undefined);
    if (!found)
        return { kind: 'missing', reason: `${(0,base_text/* plain */.pj)(path)} has ${runs.length} runs, and none of this test` };
    if (found.status !== undefined && found.status !== 'COMPLETED') {
        return {
            kind: 'missing',
            reason: `the run in ${(0,base_text/* plain */.pj)(path)} is ${(0,base_text/* plain */.pj)(found.status)}, and only a completed run can be a baseline`,
        };
    }
    if (found.runId !== undefined && (0,http_fields/* isSameId */.WB)(found.runId, runId))
        return (0,model_subject/* missing */.LO)(ITSELF);
    if (!found.subject)
        return { kind: 'missing', reason: `the run in ${(0,base_text/* plain */.pj)(path)} has no results` };
    const other = found === same ? '' : ', which is of another test';
    return { name: `run ${found.runId ?? 'without id'} from ${path}${other}`, subject: found.subject };
}
/** What the run is compared with, and a note where that cannot be had. Nothing is found where the workflow asks for nothing. */
async function readBaseline(known, inputs, scope, tools) {
    const { task, started } = known;
    const { test } = knownRun(known, '');
    const target = { projectId: task.project.id, testId: test.id ?? '', asked: task.asked, runId: started.runId };
    const callsOf = callsOfBaseline(inputs.thresholds, tools);
    const { callMeter: api, baseRun } = tools.apis;
    const { clock, files } = tools.world;
    const reading = { api, baseRun, clock, files, log: tools.log, ...(callsOf ? { callsOf } : {}) };
    const baseline = await findBaseline(inputs.baseline, target, scope, reading);
    if (!baseline)
        return {};
    return (0,model_subject/* isAbsence */.Md)(baseline)
        ? { baseline, notes: [`There is nothing to compare with: ${baseline.reason}.`] }
        : { baseline };
}
/** The baseline that the workflow asks for, or why it cannot be had; undefined where it asks for none. */
async function findBaseline(request, target, scope, tools) {
    if (!request)
        return undefined;
    const { log, files } = tools;
    return log.group('Read the baseline', async () => {
        const found = request.kind === 'file'
            ? recordedBaseline(request.path, target, files)
            : await baselineFromApi(request, target, scope, tools);
        log.info((0,model_subject/* isAbsence */.Md)(found)
            ? `No baseline: ${found.reason}.`
            : `The baseline is ${found.name}, with ${(0,base_text/* counted */.hS)(found.subject.measurements.size, 'endpoint')}.`);
        return found;
    });
}
/** The baseline from a file. One that was a report before the run, and is none now, is missing data: the results of this run are not lost with it. */
function recordedBaseline(path, target, files) {
    try {
        return baselineFromFile(readBaselineFile(path, files), path, target);
    }
    catch (error) {
        if (!(error instanceof base_failure/* Failure */.HR))
            throw error;
        return (0,model_subject/* missing */.LO)(error.message.replace(/\.$/, ''));
    }
}
/** Throws an `input` failure where a baseline file is there but is no report, so that this shows before anything is started. */
function checkBaselineFile(request, files) {
    const text = request?.kind === 'file' ? readBaselineFile(request.path, files) : undefined;
    if (request?.kind === 'file' && text !== undefined)
        readReportFile(text, request.path);
}
/** Largest report.json that is read as a baseline, in bytes: ten times what 10,000 endpoints with 60 metrics come to. */
const MAX_BASELINE_BYTES = 200 * 1024 * 1024;
/** The text of a baseline file; undefined where there is none. Throws an `input` failure where it cannot be read. */
function readBaselineFile(path, files) {
    try {
        return files.read(path, MAX_BASELINE_BYTES);
    }
    catch (error) {
        throw new base_failure/* Failure */.HR('input', `The baseline ${(0,base_text/* plain */.pj)(path)} cannot be read: ${(0,base_text/* plain */.pj)(String(error))}.`, {
            code: 'baseline-file',
            cause: error,
        });
    }
}
/**
 * The baseline from the API. Where it cannot be had, why: a baseline is missing data like any other, so an outage of the list of runs
 * must not lose the results of this run.
 */
async function baselineFromApi(request, target, scope, tools) {
    try {
        const found = await earlierRun(request, target, scope, tools);
        if ((0,model_subject/* isAbsence */.Md)(found))
            return found;
        const { runId, name } = found;
        const run = await tools.api.getRun(target.projectId, runId, scope);
        if (run.status !== 'COMPLETED')
            return {
                kind: 'missing',
                reason: `the run ${(0,base_text/* plain */.pj)(runId)} is ${(0,base_text/* plain */.pj)(run.status)}, and only a completed run can be a baseline`,
            };
        const read = await readResults({ projectId: target.projectId, runId, run }, scope, tools);
        const { measurements } = withoutUnavailable(read);
        return {
            name,
            subject: {
                run,
                measurements,
                ...(0,model_run/* timesOf */.Qv)(run, []),
                ...(tools.callsOf ? { calls: await tools.callsOf(run) } : {}),
            },
        };
    }
    catch (error) {
        if (!(error instanceof base_failure/* Failure */.HR) || error.kind === 'aborted')
            throw error;
        return { kind: 'missing', reason: `the baseline could not be read: ${(0,base_failure/* explain */.WE)(error)}` };
    }
}
/** Which run is the baseline, and what it is called. */
async function earlierRun(request, target, scope, { api, baseRun }) {
    switch (request.kind) {
        case 'run':
            if ((0,http_fields/* isSameId */.WB)(request.runId, target.runId))
                return (0,model_subject/* missing */.LO)(ITSELF);
            return { runId: request.runId, name: `run ${request.runId}` };
        case 'previous': {
            const runId = await previousRun(api, target, scope);
            return runId === undefined
                ? { kind: 'missing', reason: 'there is no earlier run of this test that completed' }
                : { runId, name: `the previous run ${runId}` };
        }
        case 'base-branch': {
            const found = await baseRun(target.testId);
            if (!(0,model_subject/* isAbsence */.Md)(found) && (0,http_fields/* isSameId */.WB)(found.runId, target.runId))
                return (0,model_subject/* missing */.LO)(ITSELF);
            return (0,model_subject/* isAbsence */.Md)(found)
                ? found
                : { runId: found.runId, name: `run ${found.runId}, which passed on ${found.where}` };
        }
    }
}
/** The newest run of the test that completed before this one; undefined where there is none. */
async function previousRun(api, { projectId, testId, runId }, scope) {
    const ownIn = (runs) => runs.find(({ id }) => id === runId);
    // That the list is of this test alone, and newest first, is assumed; both are looked at again here.
    const newestIn = (runs) => {
        const own = ownIn(runs);
        return runs
            .filter((run) => run.id !== undefined &&
            run.id !== runId &&
            run.status === 'COMPLETED' &&
            !(0,model_run/* endedEarly */.S3)(run) &&
            (run.testId === undefined || run.testId === testId) &&
            !(own?.createdAt !== undefined && run.createdAt !== undefined && run.createdAt > own.createdAt))
            .toSorted((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0))[0];
    };
    const { items, brokenOff } = await readItems({ read: ({ page }) => api.listRuns(projectId, testId, page, scope), maxPages: baseline_MAX_PAGES, trusting: true }, (runs) => ownIn(runs) !== undefined && newestIn(runs) !== undefined);
    // Before this run has come by, a run in the list may be a later one.
    return brokenOff === undefined ? newestIn(items)?.id : undefined;
}

;// CONCATENATED MODULE: ./lib/stages/find.js




/** Most pages of projects or tests that are looked through. */
const find_MAX_PAGES = 100;
/** How long the list of tests may be out of reach before it is done without, where ids are given, in ms: it is only assumed to exist. */
const TESTS_PATIENCE_MS = 30_000;
/** How long it has to be said that there is no such list, where ids are given, in ms: once may be a fault of the moment. */
const NO_LIST_MS = 2_000;
/** Failures that say that the API has no list of tests, or none that can be understood. */
const NO_SUCH_LIST = ['not-found', 'not-offered', 'forbidden', 'rejected', 'misshapen'];
/** The project that a workflow names by id, slug or name. Throws an `input` failure, with the nearest names, where there is none or several. */
async function findProject(api, wanted, scope) {
    const all = await readUntil(({ page }) => api.listProjects(page, scope), [wanted]);
    return pick('project', wanted, all, 'Check `project`, and that the key belongs to the right organisation.');
}
/**
 * The tests that a workflow names by id, slug or name, in its order. Where the API does not list tests, the texts are taken as ids.
 * Throws an `input` failure where the list lacks one of them, has several of a name, or where two texts mean the same test.
 */
async function findTests(api, projectId, wanted, scope) {
    let all;
    try {
        const impatient = wanted.every(looksLikeId)
            ? { ...scope, patienceMs: TESTS_PATIENCE_MS, refusalMs: NO_LIST_MS }
            : scope;
        all = await readUntil(({ page }) => api.listTests(projectId, page, impatient), wanted);
    }
    catch (error) {
        // Nothing documents this list, so no trouble with it is a reason not to test; a refused key is, and a name that may be one.
        if (!(error instanceof base_failure/* Failure */.HR) || (0,base_failure/* failedAs */.C4)(error, 'key-refused', 'aborted', 'rate-limited'))
            throw error;
        if (!wanted.every(looksLikeId) && !(0,base_failure/* failedAs */.C4)(error, ...NO_SUCH_LIST))
            throw error;
        return wanted.map((id) => ({ id, listed: false }));
    }
    const found = wanted.map((name) => ({ ...pick('test', name, all, 'Check `test`.'), listed: true }));
    const twice = found.findIndex(({ id }, i) => found.findIndex((other) => other.id === id) !== i);
    if (twice >= 0)
        throw new base_failure/* Failure */.HR('input', `"${(0,base_text/* plain */.pj)(wanted[twice] ?? '', 80)}" means a test that \`test\` names already.`, {
            advice: 'Name each test once.',
        });
    return found;
}
/** Whether a text is of the form that ids have: a UUID or a number. */
function looksLikeId(text) {
    return /^([\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|\d+)$/i.test(text);
}
/** Reads pages until there is an item with each id or slug, else all of them. */
async function readUntil(read, wanted) {
    const { items } = await readItems({ read, maxPages: find_MAX_PAGES, trusting: true }, (all) => wanted.every((name) => all.some(({ id, slug }) => id === name || slug === name)));
    return items;
}
function pick(what, wanted, all, advice) {
    return findNamed(all, wanted, {
        what,
        ways: [
            ({ id }) => id === wanted,
            ({ slug }) => slug === wanted,
            ({ name }) => name === wanted,
            ({ name }) => name?.toLowerCase() === wanted.toLowerCase(),
        ],
        identity: ({ id }) => id,
        names: ({ slug, name, id }) => [slug, name, id],
        shown: ({ slug, name, id }) => `"${(0,base_text/* plain */.pj)(slug ?? name ?? id, 60)}"`,
        several: (found) => {
            const ids = found.map(({ id }) => (0,base_text/* plain */.pj)(id, 60));
            return new base_failure/* Failure */.HR('input', `Several ${what}s are called "${(0,base_text/* plain */.pj)(wanted, 80)}": ${ids.join(', ')}.`, {
                code: 'unknown-name',
                advice: `Give \`${what}\` as an id.`,
            });
        },
        none: (instead) => new base_failure/* Failure */.HR('input', `There is no ${what} "${(0,base_text/* plain */.pj)(wanted, 80)}". ${instead}`, { code: 'unknown-name', advice }),
    });
}
/** What the workflow names: tests to start, or runs to follow, each once. */
async function findTasks(inputs, api, scope, log) {
    const found = await findProject(api, inputs.project, scope);
    const project = { asked: inputs.project, ...found };
    log.info(`Project ${project.name ?? project.id} (${project.id})`);
    if (inputs['run-id'].length > 0)
        return inputs['run-id'].map((runId) => ({ kind: 'run', project, asked: runId, runId }));
    const tests = await findTests(api, project.id, inputs.test, scope);
    for (const { name, id } of tests)
        log.info(`Test ${name ?? id} (${id})`);
    if (tests.some(({ listed }) => !listed))
        log.info('The API does not list tests, so `test` is taken as an id.');
    return tests.map((test, i) => ({ kind: 'test', project, asked: inputs.test[i] ?? test.id, test }));
}

;// CONCATENATED MODULE: ./lib/report/report.js



/** Said of a verdict on a run that may be somebody else's. */
const PRESUMED = "That this is the step's own run is presumed: nothing says so for certain.";
/** The report on one test: all that is known of it, and the verdict. `template` is the workflow's `run-url`. */
function reportOf(known, judgement, template) {
    const { task, started, watched, subject, baseline, thresholds, notes } = known;
    const statuses = watched?.statuses ?? [];
    const presumed = started?.evidence === 'presumed' || undefined;
    return {
        ...judgement,
        reason: presumed ? `${judgement.reason} ${PRESUMED}` : judgement.reason,
        project: task.project,
        ...knownRun(known, template),
        statuses,
        thresholds,
        notes,
        ...(0,base_fields/* optional */.l)({
            presumed,
            status: watched?.run?.status ?? statuses[statuses.length - 1]?.status ?? started?.status,
            plannedSeconds: plannedSecondsOf(known),
            subject,
            baseline: baseline && !(0,model_subject/* isAbsence */.Md)(baseline) ? baseline : undefined,
        }),
    };
}

;// CONCATENATED MODULE: ./lib/thresholds/evaluate.js
// Thresholds held against a run.






/** Holds thresholds against a run, all in one go so that what several of them use is reckoned once. */
function evaluate(thresholds, subject, baseline = NO_BASELINE) {
    const measure = measurer(subject);
    const reference = (0,model_subject/* isAbsence */.Md)(baseline) ? () => baseline : onBaseline(measurer(baseline));
    return thresholds.map((threshold) => judge(threshold, measure, reference));
}
function onBaseline(measure) {
    return (value) => {
        const found = measure(value);
        return (0,model_subject/* isAbsence */.Md)(found) ? { ...found, reason: `on the baseline, ${found.reason}` } : found;
    };
}
/** The thresholds of a run of which no results were looked at. */
function unjudged(thresholds) {
    return thresholds.map((threshold) => ({ threshold, state: 'unjudged', operator: threshold.operator, unit: 'bare' }));
}
function judge(threshold, measure, measureBaseline) {
    const { measured: side, limit: other, flipped } = (0,syntax/* sidesOf */.Mm)(threshold);
    const operator = flipped ? syntax/* FLIPPED */.Fh[threshold.operator] : threshold.operator;
    const better = betterOf(side);
    let known = { threshold, operator, unit: 'bare', ...(better ? { better } : {}) };
    const absent = ({ kind, reason }) => ({ ...known, state: kind, reason });
    const measured = measure(side);
    if ((0,model_subject/* isAbsence */.Md)(measured))
        return absent(measured);
    const { value, unit, ...extent } = measured;
    known = { ...known, measured: value, unit, ...extent };
    const reference = measureBaseline(side);
    if (!(0,model_subject/* isAbsence */.Md)(reference))
        known.baseline = reference.value;
    else if ((0,syntax/* mentionsBaseline */.JM)(other))
        return absent(reference);
    if (known.baseline === 0 && takesShareOfBaseline(other))
        known.note = 'the baseline is 0, and any percentage of 0 is 0';
    const limit = measure(other, reference);
    if ((0,model_subject/* isAbsence */.Md)(limit))
        return absent(limit);
    const both = (0,units/* alike */.nO)(unit, limit.unit);
    if (typeof both === 'string')
        return absent((0,model_subject/* invalid */.Gq)(both));
    const [common, limitInCommon] = [value / both.left, limit.value / both.right];
    const coverage = extent.coverage ?? limit.coverage;
    return {
        ...known,
        ...(coverage ? { coverage } : {}),
        unit: unit === 'bare' ? limit.unit : unit,
        // Shown in the measured side's unit, compared in the common one.
        limit: limitInCommon * both.left,
        state: (0,comparison/* holds */.v)(common, operator, limitInCommon) ? 'held' : 'breached',
    };
}
function takesShareOfBaseline(value) {
    return (0,syntax/* partsOf */.CI)(value).some((part) => part.kind === 'arithmetic' && part.relative);
}
function betterOf(value) {
    if (value.kind === 'fact')
        return catalogue/* FACTS */.qY[value.name].better;
    if (value.kind === 'aggregate' && value.by !== 'stddev')
        return (0,catalogue/* metricFacts */.gt)(value.of.metric)?.better;
    return value.kind === 'aggregate' ? 'lower' : undefined;
}

;// CONCATENATED MODULE: ./lib/cleanup/evidence.js


/** By how much sooner than the request a run may seem to have been created, in ms: times may be whole seconds. */
const EARLY_MS = 1_000;
/** By how much later than the request's end, in ms: the server's clock is known to a second, and a gateway may pass a request on late. */
const LATE_MS = 5_000;
/** By how much a run has to be older than its request to be taken for an old one by a clock that is not the server's, in ms. */
const OLD_MS = 30 * 60_000;
/** Whether a run may be the one that a lost trigger started. `isTaken` tells of the runs that other tests and steps of the job have. */
function standingOf(run, lost, isTaken) {
    const { id } = run;
    if (id === undefined)
        return 'no-evidence';
    if (lost.before?.some((known) => (0,http_fields/* isSameId */.WB)(known, id)))
        return 'there-before';
    if (isTaken(id))
        return 'taken';
    if (lost.testId !== '' && !(0,http_fields/* isSameId */.WB)(run.testId, lost.testId))
        return 'other-test';
    if (run.idempotencyKey !== undefined && lost.key !== undefined)
        return isNamed(run, lost) ? 'possible' : 'other-key';
    // What was over before it was asked for is somebody else's, whatever its creation is said to be.
    if (lost.since !== undefined && run.completedAt !== undefined && run.completedAt < lost.since - EARLY_MS)
        return 'other-time';
    if (lost.since !== undefined && run.createdAt !== undefined) {
        const end = lost.until ?? lost.since + request/* REQUEST_TIMEOUT_MS */.j;
        return run.createdAt >= lost.since - EARLY_MS && run.createdAt <= end + LATE_MS ? 'possible' : 'other-time';
    }
    // Without a time only a list that was whole before tells that a run is new.
    return lost.beforeIsAll ? 'possible' : 'no-evidence';
}
/**
 * What the detail of a run says of it that the answer to a trigger has named; `another's` where it is somebody else's. `atOnce`: it was read right
 * after that answer, so that a run which was just started cannot have completed.
 */
function gradeOf(detail, named, atOnce) {
    const standing = standingOf({ ...detail, id: named.runId }, named, () => false);
    if (standing === 'other-key' || standing === 'other-test' || standing === 'there-before')
        return "another's";
    // Where the server's clock is not known, this machine's tells an old run from a new one.
    const { since, askedAt } = named;
    const told = detail.createdAt ?? detail.completedAt;
    if (since === undefined && askedAt !== undefined && told !== undefined && told < askedAt - OLD_MS)
        return 'presumed';
    if (standing === 'no-evidence')
        return atOnce && detail.status === 'COMPLETED' && !named.before ? 'presumed' : 'named';
    // A run that is new is the one, whatever its times are said to be; an empty list tells nothing, since it may be late.
    return standing === 'other-time' && !(named.beforeIsAll && named.before?.length) ? 'presumed' : 'named';
}
/** Whether the API itself says that a run was started by this very request. The one place for what else it may tell some day. */
function isNamed({ idempotencyKey }, { key }) {
    return key !== undefined && idempotencyKey === key;
}

;// CONCATENATED MODULE: ./lib/cleanup/lost-run.js




/** How long a run is looked for that may have been started, in ms. A gateway that gave up may pass the request on a little later. */
const LOOK_FOR_MS = 60_000;
/** How long it is looked on once there is one, in ms, so that a second one shows: then neither is taken. */
const LOOK_ON_MS = 15_000;
const LOOK_EVERY_MS = 5_000;
const lost_run_MAX_PAGES = 3;
/**
 * The only run of the test that may be the one. Undefined where none appears in time. Throws `incomplete` where there are several, naming them:
 * which is this step's cannot be told, so none is touched. Throws where runs cannot be listed.
 */
async function findStartedRun(lost, scope, tools) {
    const { clock, log } = tools;
    const until = Math.min(clock.now() + LOOK_FOR_MS, scope.deadline);
    let foundAt;
    for (;;) {
        const [run, ...others] = await possibleRuns(lost, scope, tools);
        if (run && others.length > 0)
            throw severalRuns([run, ...others]);
        const now = clock.now();
        if (run)
            foundAt ??= now;
        const end = foundAt === undefined ? until : Math.min(foundAt + LOOK_ON_MS, scope.deadline);
        if (now + LOOK_EVERY_MS > end || scope.signal?.aborted)
            return run && confirmed(run, lost, scope, tools);
        log.info(run
            ? `Run ${(0,base_text/* plain */.pj)(run.id ?? '', 80)} may be the one; looking on for ${LOOK_EVERY_MS / 1_000} s, in case there is another`
            : `No run of the test since then can be seen yet; looking again in ${LOOK_EVERY_MS / 1_000} s`);
        await clock.sleep(LOOK_EVERY_MS, scope.signal);
    }
}
/** A run that was found in the list, held against its own detail. */
async function confirmed(listed, lost, scope, { api, jobRuns }) {
    const id = listed.id ?? '';
    const detail = await api.getRun(lost.projectId, id, scope);
    if (standingOf({ ...listed, ...detail }, lost, jobRuns.isTaken) !== 'possible')
        return undefined;
    return { id, status: detail.status, evidence: isNamed(detail, lost) ? 'named' : 'presumed' };
}
/**
 * How surely the run that the answer to a trigger names is the one: its own detail has to agree. `answered` where that cannot be read yet.
 * Throws `misshapen` where the detail says that it is somebody else's.
 */
async function evidenceOf(named, atOnce, scope, api) {
    let detail;
    try {
        detail = await api.getRun(named.projectId, named.runId, { ...scope, patienceMs: 0 });
    }
    catch (error) {
        if (error instanceof base_failure/* Failure */.HR)
            return 'answered';
        throw error;
    }
    const grade = gradeOf(detail, named, atOnce);
    if (grade === "another's")
        throw anothers(named.runId);
    return grade;
}
/** What is made of an answer that names a run of somebody else. */
function anothers(runId) {
    return new base_failure/* Failure */.HR('misshapen', `Could not start the test: the answer names run ${(0,base_text/* plain */.pj)(runId, 80)}, which is another's.`);
}
function severalRuns(runs) {
    const candidates = runs.map(({ id, createdAt }) => `${(0,base_text/* plain */.pj)(id ?? '', 80)} (${createdAt === undefined ? 'time unknown' : new Date(createdAt).toISOString()})`);
    return new base_failure/* Failure */.HR('incomplete', `Several runs of the test were started in the same moment: ${candidates.slice(0, 10).join(', ')}. Which of them is this step's cannot be told.`, { advice: 'Look at them in CallMeter and stop the one that nobody waits for.' });
}
/** The runs that may be the one, as the list has them. */
async function possibleRuns(lost, scope, { api, jobRuns }) {
    const isPossible = (run) => standingOf(run, lost, jobRuns.isTaken) === 'possible';
    try {
        const { items } = await readItems({
            read: ({ page }) => api.listRuns(lost.projectId, lost.testId, page, scope),
            maxPages: lost_run_MAX_PAGES,
            trusting: true,
        }, 
        // Newest first is assumed; a page with other runs ends the search either way.
        (runs) => !runs.every(isPossible));
        return items.filter(isPossible);
    }
    catch (error) {
        if (!(error instanceof base_failure/* Failure */.HR) || error.kind === 'aborted')
            throw error;
        throw new base_failure/* Failure */.HR(error.kind, `The test's runs cannot be listed to see whether one was started: ${(0,base_failure/* explain */.WE)(error)}`, { cause: error });
    }
}
/** How long the list of runs may be out of reach before a start goes on without it, in ms: that it exists is assumed. */
const lost_run_BEFORE_PATIENCE_MS = 10_000;
/** The newest runs that there are before a start, their ids, and whether those are all; nothing where they cannot be listed. */
async function runsBefore({ projectId, testId }, scope, { api, clock }) {
    const deadline = Math.min(scope.deadline, clock.now() + lost_run_BEFORE_PATIENCE_MS);
    try {
        const soon = { ...scope, deadline, patienceMs: lost_run_BEFORE_PATIENCE_MS, refusalMs: 0 };
        const { items, totalPages } = await api.listRuns(projectId, testId, 1, soon);
        const before = items.flatMap(({ id }) => (id === undefined ? [] : [id]));
        return { runs: items, before, ...(totalPages !== undefined && totalPages <= 1 ? { beforeIsAll: true } : {}) };
    }
    catch (error) {
        if (!(error instanceof base_failure/* Failure */.HR) || error.kind === 'aborted')
            throw error;
        return {};
    }
}

;// CONCATENATED MODULE: ./lib/cleanup/stop.js





/**
 * Asks CallMeter to stop a run, and says how that went: in the log, as a warning where the run may still be going. Returns whether the run
 * is over or being stopped. Never throws for a failure of the API.
 */
async function stop(projectId, runId, scope, { api, log }) {
    try {
        await api.stopRun(projectId, runId, scope);
        log.info(`CallMeter takes the stop of run ${(0,base_text/* plain */.pj)(runId)}.`);
        return true;
    }
    catch (error) {
        if (!(error instanceof base_failure/* Failure */.HR))
            throw error;
        if ((0,base_failure/* failedAs */.C4)(error, 'rejected', 'conflict', 'not-found', 'not-offered') &&
            (await hasEnded(projectId, runId, scope, api))) {
            log.info(`Run ${(0,base_text/* plain */.pj)(runId)} has ended already, or is being stopped.`);
            return true;
        }
        const why = (0,base_failure/* failedAs */.C4)(error, 'not-found', 'not-offered') ? 'The API offers no way to stop a run.' : (0,base_failure/* explain */.WE)(error);
        log.warning(`Run ${(0,base_text/* plain */.pj)(runId)} could not be stopped and may still be going: stop it in CallMeter. ${why}`);
        return false;
    }
}
async function hasEnded(projectId, runId, scope, api) {
    try {
        const { status } = await api.getRun(projectId, runId, scope);
        return (0,model_run/* isTerminal */.Hd)(status) || status === 'STOPPING';
    }
    catch (error) {
        if (!(error instanceof base_failure/* Failure */.HR))
            throw error;
        return false;
    }
}
/** How long asking for a stop may take, in ms: after a cancel GitHub leaves 7.5 s for everything, the summary included. */
const STOP_ALLOWANCE_MS = { cancelled: 3_000, 'timed-out': 60_000 };
/** Stops a run that the step gives up on, if the workflow wants that. Returns what the reader should know of it. */
async function stopIfGivenUp({ task, started: { runId, evidence }, watched: { ended } }, { entry, asked }, stopOn, { world: { clock, signal }, log, apis }) {
    if (ended !== 'timed-out' && ended !== 'cancelled') {
        entry.close();
        return [];
    }
    const allowance = STOP_ALLOWANCE_MS[ended];
    const wanted = stopOn.includes(ended);
    const breakOff = (0,base_deadline/* openDeadline */.L)(clock);
    if (ended === 'timed-out')
        breakOff.expireAfter(signal, () => STOP_ALLOWANCE_MS.cancelled);
    const scope = { deadline: clock.now() + allowance, patienceMs: allowance, signal: breakOff.signal };
    const unread = wanted && asked && evidence === 'answered';
    if (evidence === 'presumed' || (unread && !(await isOwn(asked, clock, apis.callMeter)))) {
        log.warning(presumedGoing(runId));
        return [presumedGoing(runId)];
    }
    const stopped = wanted && (await stop(task.project.id, runId, scope, { api: apis.callMeter, log }));
    breakOff.clear();
    // What could not be stopped now is left to the post step.
    if (stopped || !wanted)
        entry.close();
    return stopped ? [] : [`The run ${(0,base_text/* plain */.pj)(runId)} was not stopped and may still be going.`];
}
/** How long a stop waits for the detail of a run that no detail was read of, in ms: the stop itself needs the rest of its time. */
const LOOK_FIRST_MS = 1_000;
/** Whether the detail of a run, of which only the answer to the trigger is known, does not say that it is somebody else's. */
async function isOwn(asked, clock, api) {
    try {
        return (await evidenceOf(asked, false, { deadline: clock.now() + LOOK_FIRST_MS }, api)) !== 'presumed';
    }
    catch (error) {
        if (!(error instanceof base_failure/* Failure */.HR))
            throw error;
        return false;
    }
}
/** What is said of a run that is left going on purpose. */
function leftGoing(runId) {
    return `The run ${plain(runId, 80)} may still be going: the workflow wants it left alone.`;
}
/** What is said of a run that may be going, and may be somebody else's. */
function presumedGoing(runId) {
    return `The run ${(0,base_text/* plain */.pj)(runId, 80)} is only presumed to be this step's, so it was not stopped: it may still be going, or another that was started. Look at the test in CallMeter, and stop what nobody waits for.`;
}

;// CONCATENATED MODULE: ./lib/stages/attempts.js
// A test that could not run for now is started again, after a wait that grows.



/** First and longest wait before a test that could not run is started again, in ms. */
const FIRST_RETRY_MS = 30_000;
const MAX_RETRY_MS = 5 * 60_000;
/** The status of a run that could not run, so that nothing of it goes on. */
const COULD_NOT_RUN = 'CANNOT_RUN_FOR_NOW';
/** The attempt after this one; undefined where the run could run, or there are no retries, or is no time, left. */
function nextAttempt({ task, started, watched }, { attempt, deadline }, retries, { clock, random }) {
    const waitMs = Math.min(FIRST_RETRY_MS * 2 ** (attempt - 1), MAX_RETRY_MS) * (0.75 + 0.5 * random());
    // Of a presumed run another may be going, so nothing more is started.
    const isOwn = task.kind === 'test' && started?.evidence === 'named';
    const couldNotRun = isOwn && watched?.run?.status === COULD_NOT_RUN;
    if (!couldNotRun || attempt > retries || clock.now() + waitMs >= deadline)
        return undefined;
    return {
        waitMs,
        line: `CallMeter could not run the test for now; starting it again in ${formatDuration(waitMs)} (attempt ${attempt + 1} of ${retries + 1})`,
        note: `Attempt ${attempt} could not run (run ${(0,base_text/* plain */.pj)(started?.runId ?? '')}).`,
    };
}
/**
 * Waits for a further attempt, and says so. Throws `aborted` where the workflow is cancelled meanwhile, and `incomplete` where the run before goes
 * after all: nothing more is started then.
 */
async function waitForAttempt({ task, started }, { waitMs, line }, deadline, { log, apis, world: { clock, signal } }) {
    log.info(line);
    await clock.sleep(waitMs, signal);
    if (signal.aborted)
        throw new base_failure/* Failure */.HR('aborted', 'The workflow was cancelled between two attempts.');
    const { status } = await apis.callMeter.getRun(task.project.id, started.runId, { deadline, signal });
    if (status === COULD_NOT_RUN)
        return;
    throw new base_failure/* Failure */.HR('incomplete', `CallMeter could not run the test, it said; now its run ${(0,base_text/* plain */.pj)(started.runId)} is ${(0,base_text/* plain */.pj)(status)}, so the test is not started again.`, { advice: 'Look at the run in CallMeter, and stop it if nobody waits for it.' });
}

;// CONCATENATED MODULE: ./lib/stages/history.js



/** Most earlier runs that are looked at. */
const MAX_RUNS = 20;
/** The latest runs of a test that completed, of those in a list, newest first; `runId` is not one of them. */
function earlierRuns(runs, { testId, runId }) {
    return runs
        .filter((run) => run.status === 'COMPLETED' &&
        (runId === undefined || run.id !== runId) &&
        (run.testId === undefined || (0,http_fields/* isSameId */.WB)(run.testId, testId)))
        .flatMap(({ startedAt, completedAt, plannedSeconds }) => startedAt === undefined || completedAt === undefined || completedAt < startedAt
        ? []
        : [
            {
                lengthMs: completedAt - startedAt,
                ...(0,base_fields/* optional */.l)({ plannedMs: plannedSeconds && plannedSeconds * 1_000 }),
            },
        ])
        .slice(0, MAX_RUNS);
}
/**
 * As `earlierRuns`, of the test's list of runs. None where the API does not tell: that runs are listed is assumed, and nothing that matters depends on it,
 * so it is asked once and without patience.
 */
async function readEarlierRuns({ projectId, testId, runId }, scope, api) {
    if (testId === undefined)
        return [];
    try {
        const { items } = await api.listRuns(projectId, testId, 1, { ...scope, patienceMs: 0 });
        return earlierRuns(items, { testId, runId });
    }
    catch (error) {
        if (!(error instanceof base_failure/* Failure */.HR) || error.kind === 'aborted')
            throw error;
        return [];
    }
}
/** The lengths that earlier runs let expect of one of this plan, in ms: each took so much longer or shorter than its own. */
function expectedLengths(earlier, plannedMs) {
    return earlier
        .map((run) => run.lengthMs + (plannedMs === undefined ? 0 : plannedMs - (run.plannedMs ?? plannedMs)))
        .filter((lengthMs) => lengthMs > 0);
}

;// CONCATENATED MODULE: ./lib/stages/doubts.js






/** What a reader must know before the results of a run that ended are judged; each is a warning in the log, too. */
function doubtsAbout({ run, measurements }, log) {
    const reason = run.status === 'COMPLETED' && run.failureReason
        ? `CallMeter says of the completed run: ${(0,base_text/* plain */.pj)(run.failureReason)}`
        : undefined;
    const doubts = [reason, fractionLostDoubt(measurements), oneDirectionDoubt(measurements)];
    return doubts.filter((doubt) => doubt !== undefined).map((doubt) => (log.warning(doubt), doubt));
}
/**
 * What a run's length says against it. A run that somebody stops between two questions ends as COMPLETED, with every call that was hung up counted
 * as a success; what gives it away is its length, since every call lasts the test's configured duration: undefined where it is as long as planned, or where
 * earlier runs of the test were as short, so that the plan means something else. `cancelled` where earlier runs were longer, `warned` where there are none to
 * ask. Where nothing is planned, runs that were all more than twice as long take the place of the plan.
 */
async function doubtAboutLength(length, { measurements }, scope, api) {
    const { plannedSeconds, mostSeconds: durationSeconds } = length;
    if (durationSeconds === undefined || !measurements.outcomes.some(model_outcomes/* endedWell */.Jr))
        return undefined;
    if (plannedSeconds !== undefined && !(0,model_run/* tooShort */.r3)(durationSeconds, plannedSeconds))
        return undefined;
    const lengths = (await readEarlierRuns(length, scope, api)).map(({ lengthMs }) => lengthMs / 1_000);
    const what = `The run ended after ${Math.round(durationSeconds)} s`;
    if (plannedSeconds === undefined) {
        const shortest = Math.min(...lengths);
        if (lengths.length < TELLING_RUNS || durationSeconds * 2 + 1 > shortest)
            return undefined;
        const before = `the ${lengths.length} runs before it lasted ${Math.round(shortest)} s or longer`;
        return { verdict: 'cancelled', reason: `${what}, and ${before}: it was stopped. Half a run proves nothing.` };
    }
    const planned = `${what}, though its calls were planned for ${Math.round(plannedSeconds)} s`;
    if (lengths.length === 0)
        return { verdict: 'warned', reason: `${planned}: it may have been stopped.` };
    // The longest, since an earlier run may have been stopped, too.
    if ((0,model_run/* tooShort */.r3)(Math.max(...lengths), plannedSeconds))
        return undefined;
    return {
        verdict: 'cancelled',
        reason: `${planned}, and earlier runs lasted as planned: it was stopped. Half a run proves nothing.`,
    };
}
/** From how many earlier runs on their lengths tell how long a test takes. */
const TELLING_RUNS = 3;
/**
 * Whether `fraction_lost` looks like a share from 0 to 1 instead of the documented percent: then limits would be off by a hundred. It is told
 * from the packet counts where the run has them, and suspected where all values lie within 0 and 1. Undefined: it looks like percent.
 */
function fractionLostDoubt(measurements) {
    const lost = (0,selection/* column */.fi)({ metric: 'fraction_lost' }, measurements);
    if ((0,model_subject/* isAbsence */.Md)(lost))
        return undefined;
    const values = lost.values.filter((value) => !Number.isNaN(value));
    const most = values.reduce((a, b) => Math.max(a, b), 0);
    if (most <= 0 || most > 1)
        return undefined;
    const advice = 'Nothing was converted. If it is a share, write limits as shares: max(fraction_lost) <= 0.01 for one percent.';
    const told = fromCounts(measurements, lost.values);
    if (told === 'percent')
        return undefined;
    if (told === 'share')
        return `The values of fraction_lost are shares from 0 to 1, judging by the packet counts, though the documentation calls it percent. ${advice.replace('If it is a share, write', 'Write')}`;
    return `All values of fraction_lost lie between 0 and 1 (the largest is ${Number(most.toPrecision(3))}). That may be percent, as documented, or a share. ${advice}`;
}
/** What the ratio of lost to all packets says, by majority of the endpoints that tell. */
function fromCounts(measurements, fractions) {
    const lost = (0,selection/* column */.fi)({ metric: 'packets_lost' }, measurements);
    const received = (0,selection/* column */.fi)({ metric: 'packets_received' }, measurements);
    if ((0,model_subject/* isAbsence */.Md)(lost) || (0,model_subject/* isAbsence */.Md)(received))
        return undefined;
    let [percent, share] = [0, 0];
    for (const [i, fraction] of fractions.entries()) {
        const ratio = (lost.values[i] ?? Number.NaN) / ((lost.values[i] ?? Number.NaN) + (received.values[i] ?? Number.NaN));
        if (!(ratio > 0) || !(fraction > 0))
            continue;
        // The two readings are a factor of 100 apart; whichever is nearer on a scale of factors.
        if (Math.abs(Math.log(fraction / ratio)) < Math.abs(Math.log(fraction / (100 * ratio))))
            share++;
        else
            percent++;
    }
    if (percent === share)
        return undefined;
    return percent > share ? 'percent' : 'share';
}
/** Metrics whose value in one direction only tells that media did not flow both ways, or were not measured so. */
const BOTH_WAYS = ['mos', 'jitter_ms', 'packets_received'];
/** What a reader must know of endpoints that ended well and have values in one direction only, where others have both; undefined where there are none. */
function oneDirectionDoubt({ metrics, outcomes }) {
    for (const metric of BOTH_WAYS) {
        const ways = ['send', 'receive'].map((direction) => (metrics.get(metric) ?? []).filter((series) => series.direction === direction));
        if (ways.some((series) => series.length === 0))
            continue;
        const has = (series, i) => series.some(({ values }) => !Number.isNaN(values[i]));
        const single = outcomes.filter((outcome, i) => {
            const [send, receive] = ways.map((series) => has(series, i));
            return (0,model_outcomes/* endedWell */.Jr)(outcome) && send !== receive;
        }).length;
        if (single > 0)
            return `${single} of ${(0,base_text/* counted */.hS)(outcomes.length, 'endpoint')} ended well and have values of ${metric} in one direction only: the other may have been silent, and what was not measured is not judged.`;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/thresholds/unjudged-failures.js
// Endpoints that failed although no threshold looks at that: a pass says nothing of them, and a reader must know.






/** What a reader must know of endpoints that failed and that no threshold judges for it; undefined where there are none. */
function unjudgedFailures(thresholds, measurements) {
    const { outcomes } = measurements;
    const parts = thresholds.flatMap(({ left, right }) => [...(0,syntax/* partsOf */.CI)(left), ...(0,syntax/* partsOf */.CI)(right)]);
    const seen = parts.map((part) => failuresSeen(part, measurements));
    const overlooked = outcomes.filter((outcome, i) => !(0,model_outcomes/* endedWell */.Jr)(outcome) && !seen.some((sees) => sees(i)));
    if (overlooked.length === 0)
        return undefined;
    const which = [...countsOf(overlooked.map((outcome) => outcome ?? 'no outcome'))]
        .toSorted(([, a], [, b]) => b - a)
        .slice(0, MAX_OUTCOMES)
        .map(([outcome, count]) => `${count} ${(0,base_text/* plain */.pj)(outcome, 40)}`);
    return `${overlooked.length} of ${(0,base_text/* counted */.hS)(outcomes.length, 'endpoint')} did not end well, and no threshold looks at that: ${(0,base_text/* inWords */.r4)(which)}. Add failed_endpoints == 0, or a limit for success_rate.`;
}
/** Most outcomes that are named. */
const MAX_OUTCOMES = 5;
/**
 * Which endpoints' failure a part of a threshold looks at, by their places: those that its number would count otherwise had they ended well. A mean over the
 * endpoints that did well looks at none of the others, and neither does a count of one outcome at those with another.
 */
function failuresSeen(part, measurements) {
    const none = () => false;
    if (part.kind === 'fact') {
        if (part.name !== 'success_rate' && part.name !== 'failed_endpoints')
            return none;
        return part.where ? selected(part.where, measurements) : () => true;
    }
    if (part.kind !== 'count' && part.kind !== 'rate')
        return none;
    const within = part.where ? selected(part.where, measurements) : () => true;
    const now = selected(part.condition, measurements);
    const otherwise = selected(part.condition, {
        ...measurements,
        outcomes: measurements.outcomes.map((outcome) => ((0,model_outcomes/* endedWell */.Jr)(outcome) ? outcome : 'SUCCESS')),
    });
    return (place) => within(place) && now(place) !== otherwise(place);
}
function selected(condition, measurements) {
    const truths = (0,selection/* truth */.Im)(condition, measurements, (name) => (0,selection/* column */.fi)(name, measurements));
    return (place) => !(0,model_subject/* isAbsence */.Md)(truths) && truths[place] === selection/* YES */._Y;
}

;// CONCATENATED MODULE: ./lib/stages/judge.js












/** The verdict where nothing waits for the run's end. */
const LEFT_ALONE = {
    verdict: 'triggered',
    reason: 'The test was started. Nothing waits for its end, and thresholds were not looked at.',
};
/** The verdict on a run that no answer ever showed. */
const NEVER_SEEN = { verdict: 'error', reason: 'The run was never seen.', code: 'internal' };
/** The verdict on a run from how it ended alone; undefined where its results decide. `timeout` is in ms. */
function judgeEnd({ ended, run, stoppedElsewhere }, timeout) {
    if (ended === 'cancelled')
        return { verdict: 'cancelled', reason: 'The workflow was cancelled before the run had ended.' };
    if (ended === 'stopping' || stoppedElsewhere)
        return { verdict: 'cancelled', reason: 'Somebody stopped the run in CallMeter. Half a run proves nothing.' };
    if (ended === 'timed-out')
        return {
            verdict: 'timed-out',
            reason: `The run had not ended within ${formatDuration(timeout)}; its last status was ${(0,base_text/* plain */.pj)(run?.status ?? 'unknown')}.`,
        };
    const why = run?.failureReason ? `: ${(0,base_text/* plain */.pj)(run.failureReason).replace(/\.$/, '')}` : '';
    if (run?.status === 'CANNOT_RUN_FOR_NOW') {
        return {
            verdict: 'not-run',
            reason: `CallMeter could not run the test for now${why || ': capacity, billing or another limit'}. Nothing was measured.`,
        };
    }
    if (run?.status === 'FAILED')
        return { verdict: 'failed', reason: `CallMeter ended the run as FAILED${why}: not every endpoint could finish.` };
    return undefined;
}
/**
 * The verdict where a stage failed, and what else is said of it. Where the run itself ended as FAILED, that decides: results would only have
 * told more.
 */
function judgeFailure(error, known, aborted) {
    const { started, watched } = known;
    const end = watched && judgeEnd(watched, 0);
    if (end?.verdict === 'failed' && !(0,base_failure/* failedAs */.C4)(error, 'aborted'))
        return { ...end, notes: [`The results could not be read: ${(0,base_failure/* explain */.WE)(error)}`] };
    if (aborted && error instanceof base_failure/* Failure */.HR) {
        const lost = error.kind === 'run-lost' ? ` ${(0,base_failure/* explain */.WE)(error)}` : '';
        return { verdict: 'cancelled', reason: `The workflow was cancelled.${lost}`, code: error.code, notes: [] };
    }
    const over = watched?.run !== undefined && (0,model_run/* isTerminal */.Hd)(watched.run.status);
    const going = started && !over ? ` The run ${(0,base_text/* plain */.pj)(started.runId)} may still be going.` : '';
    return { verdict: 'error', reason: `${(0,base_failure/* explain */.WE)(error)}${going}`, code: (0,base_failure/* codeOf */.$N)(error), notes: [] };
}
/** Holds the thresholds against what the run measured, and says what came of each. */
function evaluateThresholds({ subject, baseline }, thresholds, log) {
    const results = evaluate(thresholds, subject, baseline && !(0,model_subject/* isAbsence */.Md)(baseline) ? baseline.subject : baseline);
    for (const result of results)
        log.info((0,phrases/* thresholdLine */.Cx)(result));
    const overlooked = unjudgedFailures(thresholds, subject.measurements);
    if (overlooked)
        log.warning(overlooked);
    return { thresholds: results, notes: overlooked ? [overlooked] : [] };
}
/** The verdict on a run that completed: by its thresholds, and by whether it was run to its end. */
async function judgeResults(known, missingData, scope, api) {
    const { task, started, subject, thresholds } = known;
    const judged = judgeThresholds(thresholds, subject.measurements, missingData);
    const length = {
        projectId: task.project.id,
        testId: knownRun(known, '').test.id,
        runId: started.runId,
        plannedSeconds: longestPlan(known),
        mostSeconds: (0,model_run/* mostSeconds */.vi)(subject.run, known.watched.statuses, started.own ? started.at : undefined),
    };
    const early = await doubtAboutLength(length, subject, scope, api);
    return early ? worseOf(judged, early) : judged;
}
/** Longest plan that can be one, in seconds: a week. */
const LONGEST_PLAN_SECONDS = 7 * 24 * 3_600;
/** How long the calls were planned for, in seconds: a run may tell its own length as its plan, so the test's counts, too. */
function longestPlan({ task, watched }) {
    const plans = [watched?.run?.plannedSeconds ?? 0, task.kind === 'test' ? (task.test.plannedSeconds ?? 0) : 0];
    const known = plans.filter((seconds) => seconds > 0 && seconds <= LONGEST_PLAN_SECONDS);
    return known.length === 0 ? undefined : Math.max(...known);
}
/** The verdict on a run that completed, from its thresholds. */
function judgeThresholds(results, measurements, missingData) {
    const having = (state, severity) => results.filter((result) => result.state === state && (!severity || result.threshold.severity === severity));
    const invalid = having('invalid');
    if (invalid.length > 0) {
        return {
            verdict: 'error',
            code: 'threshold-invalid',
            reason: `${(0,base_text/* counted */.hS)(invalid.length, 'threshold')} cannot be judged as written: ${judge_quoted(invalid)}.`,
        };
    }
    const breached = having('breached', 'fail');
    const missing = having('missing', 'fail');
    const none = measurements.size === 0 ? ' The run has no endpoints.' : '';
    if (breached.length > 0 || (missing.length > 0 && missingData === 'fail')) {
        const parts = [
            breached.length > 0 ? `${(0,base_text/* counted */.hS)(breached.length, 'threshold')} breached: ${judge_quoted(breached)}` : '',
            missing.length > 0 && missingData === 'fail'
                ? `${(0,base_text/* counted */.hS)(missing.length, 'threshold')} without a value: ${judge_quoted(missing)}`
                : '',
        ];
        return { verdict: 'failed', reason: `${parts.filter(Boolean).join('; ')}.${none}` };
    }
    const absent = having('missing');
    // "Ignore" leaves out single thresholds. With all of them left out nothing was judged, and that is no pass.
    if (absent.length === results.length && (missingData === 'ignore' || results.length === 0)) {
        return {
            verdict: 'failed',
            reason: `No threshold found a value, so nothing was judged.${none} missing-data: ignore leaves out single thresholds, not all.`,
        };
    }
    const warnings = having('breached', 'warn');
    if (warnings.length > 0 || (absent.length > 0 && missingData !== 'ignore')) {
        const parts = [
            warnings.length > 0 ? `${(0,base_text/* counted */.hS)(warnings.length, 'warning threshold')} breached: ${judge_quoted(warnings)}` : '',
            absent.length > 0 && missingData !== 'ignore'
                ? `${(0,base_text/* counted */.hS)(absent.length, 'threshold')} without a value: ${judge_quoted(absent)}`
                : '',
        ];
        return { verdict: 'warned', reason: `${parts.filter(Boolean).join('; ')}.${none}` };
    }
    const left = absent.length > 0
        ? ` ${(0,base_text/* counted */.hS)(absent.length, 'threshold')} without a value ${absent.length === 1 ? 'was' : 'were'} left out.`
        : '';
    const held = results.length - absent.length;
    const counts = results.filter(({ state }) => state === 'held');
    const thinnest = counts.reduce((least, { coverage }) => (coverage && coverage.used / coverage.of < least.used / least.of ? coverage : least), { used: 1, of: 1 });
    const thin = thinnest.used < thinnest.of
        ? ` The least covered rests on ${thinnest.used} of ${(0,base_text/* counted */.hS)(thinnest.of, 'endpoint')}.`
        : '';
    return {
        verdict: 'passed',
        reason: `${held === 1 ? 'The threshold' : `All ${held} thresholds`} held; the run has ${(0,base_text/* counted */.hS)(measurements.size, 'endpoint')}.${thin}${left}`,
    };
}
/** Most thresholds that are named in a sentence. */
const MAX_NAMED = 3;
function judge_quoted(results) {
    const named = results.slice(0, MAX_NAMED).map(({ threshold }) => (0,base_text/* plain */.pj)((0,syntax/* withoutSeverity */.aQ)(threshold), 120));
    return `${named.join(', ')}${results.length > MAX_NAMED ? ` and ${results.length - MAX_NAMED} more` : ''}`;
}

;// CONCATENATED MODULE: ./lib/stages/idempotency-key.js

// A matrix runs several jobs of one name, and GitHub tells the action nothing that surely tells them apart. A key that two of them shared
// would give both the same run, so each process adds a word of its own; tries again within a process share it.
const OWN_WORD = (0,external_node_crypto_namespaceObject.randomUUID)();
/**
 * The `Idempotency-Key` of one start of a test: the same for every try of it, different for every other repository, run, attempt, job, step,
 * test and start. Hashed, so that names of repositories stay where they are.
 */
function idempotencyKey(env, testId, start, ownWord = OWN_WORD) {
    const parts = [
        env.GITHUB_REPOSITORY,
        env.GITHUB_RUN_ID,
        env.GITHUB_RUN_ATTEMPT,
        env.GITHUB_JOB,
        env.GITHUB_ACTION,
        testId,
        String(start),
        ownWord,
    ];
    return (0,external_node_crypto_namespaceObject.createHash)('sha256')
        .update(JSON.stringify(parts.map((part) => part ?? '')))
        .digest('hex');
}

;// CONCATENATED MODULE: ./lib/stages/trigger.js











/** How long an answer to the trigger that is on its way is waited for after a cancel, in ms. */
const ANSWER_ALLOWANCE_MS = 3_000;
/** Failures after which a run may have been started although nobody said so. */
const AMBIGUOUS = ['interrupted', 'server', 'conflict', 'unreadable', 'too-large', 'misshapen'];
/** Starts the test, or takes up the run that the workflow names. */
function start(task, attempt, inputs, tools) {
    if (task.kind === 'test')
        return tools.log.group('Start the test', () => startTest(task, attempt, inputs, tools));
    const { project, runId } = task;
    const entry = openEntry({ projectId: project.id, testId: '', runId }, inputs, tools);
    return Promise.resolve({ started: { runId, evidence: 'named', at: tools.world.clock.now(), own: false }, entry });
}
async function startTest({ project, test }, { attempt, deadline }, inputs, tools) {
    const { log } = tools;
    const { clock, env, signal } = tools.world;
    const { callMeter: api } = tools.apis;
    const { jobRuns } = tools.cleanup;
    if (signal.aborted)
        throw new base_failure/* Failure */.HR('aborted', 'The workflow was cancelled before the test was started.');
    const scope = { deadline, signal };
    const key = idempotencyKey(env, test.id, attempt);
    const ids = { projectId: project.id, testId: test.id };
    const { runs, ...before } = await runsBefore(ids, scope, { api, clock });
    const run = { ...ids, key, ...before };
    const entry = openEntry(run, inputs, tools);
    const breakOff = (0,base_deadline/* openDeadline */.L)(clock);
    breakOff.expireAfter(signal, () => ANSWER_ALLOWANCE_MS);
    try {
        const request = { run, breakOff: breakOff.signal, learn: entry.learn };
        const { asked, status, evidence } = await trigger(request, scope, { api, clock, jobRuns, log });
        const { runId } = asked;
        entry.learn({ runId, ...(evidence === 'presumed' ? { presumed: true } : {}) });
        if (evidence === 'presumed')
            log.warning(presumedText(runId));
        const url = run_url_runUrl(inputs['run-url'], { project: project.id, test: test.id, run: runId });
        log.info(`Started run ${(0,base_text/* plain */.pj)(runId)}${url ? `: ${url}` : ''}`);
        if (!inputs.wait) {
            log.info('wait is false: the run is left to itself, and thresholds are not looked at.');
            entry.close();
        }
        const started = { runId, evidence, ...(0,base_fields/* optional */.l)({ status }), at: clock.now(), own: true };
        return { started, asked, entry, ...(0,base_fields/* optional */.l)({ earlier: runs && earlierRuns(runs, { testId: test.id }) }) };
    }
    catch (error) {
        // Only of a run that may exist does the post step have to know.
        if (!(0,base_failure/* failedAs */.C4)(error, 'run-lost'))
            entry.close();
        throw error;
    }
    finally {
        breakOff.clear();
    }
}
/** Saves a run for the post step, with what the workflow wants done with it. */
function openEntry(run, inputs, { cleanup }) {
    const stops = inputs.wait && inputs['stop-on'].includes('cancelled');
    return cleanup.openRuns.open({ ...run, ...(stops ? {} : { leave: true }) });
}
/**
 * How surely a run is this step's, now that its detail was read again while it was watched: what was only answered is confirmed by it, and what was
 * named is held to it. Throws `run-lost` where it is somebody else's.
 */
function heldTo({ run, statuses }, { started, asked }, log) {
    if (!run || !asked || started.evidence === 'presumed')
        return started;
    // Of a run that was over in the first detail that could be read nothing was seen but its name.
    const polled = statuses.slice(started.status === undefined ? 0 : 1);
    const seenOverOnly = started.evidence === 'answered' && polled.every(({ status }) => (0,model_run/* isTerminal */.Hd)(status));
    const grade = gradeOf(run, asked, seenOverOnly);
    if (grade === "another's")
        throw lost(anothers(asked.runId), 'The run that was started may still be going.');
    if (grade === 'presumed')
        log.warning(presumedText(asked.runId));
    return { ...started, evidence: grade };
}
/**
 * Starts exactly one run. The request is sent again only after refusals that certainly had no effect. After any other failure, and where the
 * answer names a run that cannot be the one, the run is looked for among the test's runs. Throws where none was started, and `run-lost` where
 * that cannot be told.
 */
async function trigger({ run, breakOff, learn }, scope, tools) {
    const { api, clock, jobRuns, log } = tools;
    let sent;
    let askedAt = clock.now();
    const sending = () => {
        sent = api.serverClock();
        askedAt = clock.now();
        learn?.((0,base_fields/* optional */.l)({ since: sent, askedAt }));
    };
    try {
        const request = { ...scope, ...(0,base_fields/* optional */.l)({ breakOff }), onSend: sending };
        const { id: runId, status } = await api.triggerRun(run.projectId, run.testId, run.key ?? '', request);
        refuseStrangers(runId, run);
        if (jobRuns.isTaken(runId))
            throw takenElsewhere(runId);
        learn?.({ runId });
        const asked = { ...run, runId, askedAt, ...(0,base_fields/* optional */.l)({ since: sent, until: api.serverClock() }) };
        const evidence = await evidenceOf(asked, true, scope, api);
        // Only now: two tests may be answered with one run's id, and the detail tells whose it is.
        if (!jobRuns.take(runId))
            throw takenElsewhere(runId);
        return { asked, ...(0,base_fields/* optional */.l)({ status }), evidence };
    }
    catch (error) {
        if ((0,base_failure/* failedAs */.C4)(error, 'not-found', 'not-offered')) {
            throw new base_failure/* Failure */.HR('input', error.message, {
                code: 'unknown-name',
                advice: 'Check `test` and `project`: there is no such test to run.',
                cause: error,
            });
        }
        if (!(0,base_failure/* failedAs */.C4)(error, ...AMBIGUOUS))
            throw error;
        if (scope.signal?.aborted)
            throw new base_failure/* Failure */.HR('run-lost', `${error.message} A run may have been started all the same; the post step looks for it.`, { cause: error });
        log.info(`${error.message} A run may have been started all the same; looking for it among the test's runs.`);
        return await trigger_found(error, { ...run, askedAt, ...(0,base_fields/* optional */.l)({ since: sent, until: api.serverClock() }) }, scope, tools);
    }
}
/** An answer to the trigger that names a run which was there before it. */
function refuseStrangers(runId, { before }) {
    if (before?.some((known) => (0,http_fields/* isSameId */.WB)(known, runId)))
        throw another(runId, 'was there before it was asked for');
}
function takenElsewhere(runId) {
    return another(runId, 'another test or step of this job has started');
}
function another(runId, why) {
    return new base_failure/* Failure */.HR('misshapen', `Could not start the test: the answer names run ${(0,base_text/* plain */.pj)(runId, 80)}, which ${why}.`);
}
/** Said of a run that may be somebody else's, before it is judged. */
function presumedText(runId) {
    return `Run ${(0,base_text/* plain */.pj)(runId)} is presumed to be this step's: nothing says so for certain. It may be somebody else's, so it is judged but never stopped; and the step's own may be going: look at the test in CallMeter.`;
}
async function trigger_found(failure, asked, scope, tools) {
    const refusal = failure.kind === 'conflict' ? refused(failure) : undefined;
    let reason = 'No run of the test was created since then, as far as the list of runs tells.';
    try {
        const run = await findStartedRun(asked, scope, tools);
        // That a test cannot be started twice at a time is said with 409, too, and then there is nothing to find.
        if (!run && refusal)
            throw refusal;
        if (run && tools.jobRuns.take(run.id)) {
            tools.log.info(`Found run ${(0,base_text/* plain */.pj)(run.id)}, created while it was asked for.`);
            const { id: runId, status, evidence } = run;
            return { asked: { ...asked, runId }, status, evidence };
        }
    }
    catch (error) {
        if (!(error instanceof base_failure/* Failure */.HR) || error === refusal)
            throw error;
        reason = (0,base_failure/* explain */.WE)(error);
    }
    throw lost(failure, reason);
}
function refused(cause) {
    const words = "None of the test's runs can be this step's; if one was started all the same, it may still be going.";
    return new base_failure/* Failure */.HR('conflict', `${cause.message} ${words}`, { cause });
}
function lost(cause, reason) {
    return new base_failure/* Failure */.HR('run-lost', `${cause.message} ${reason}`, {
        advice: 'The test was not started a second time. Look at it in CallMeter, and stop a run that nobody waits for.',
        cause,
    });
}

;// CONCATENATED MODULE: ./lib/stages/end-model.js
// How runs end, which is all that the schedule knows of them: a few at once, most as expected, the rest whenever. What is expected comes from the plan,
// and more and more from earlier runs of the test.
/** What is believed before any run was seen: shares of runs that end at once, and whenever, */
const PRIOR = { atOnce: 0.1, whenever: 0.045 };
/** and how many earlier runs that is worth. */
const PRIOR_RUNS = 0.5;
/** The age that half of the runs reach which end at once, in ms. */
const AT_ONCE_MS = 1_000;
/** The age that half of the runs reach of which nothing is known, in ms. */
const TYPICAL_MS = 700_000;
/** Share of those that hang, and do not end by themselves. */
const NEVER = 0.1;
/** Runs end within this share of their plan, either way, */
const SPREAD = 0.05;
/** and take up to so much longer, in ms, to set up and to hang up. */
const SET_UP_MS = 2_000;
/** Closest to its own length that an earlier run lets expect the next one, in ms: what a clock in whole seconds is good for. */
const CLOSEST_MS = 500;
/** A model of a run by what is planned and how long earlier runs of its test were running; both may be unknown. In ms. */
function endModel(plannedMs, earlierMs = []) {
    const runs = PRIOR_RUNS + earlierMs.length;
    const prior = PRIOR_RUNS / runs;
    const asPlanned = plannedMs === undefined ? [] : [about(plannedMs, prior * (1 - PRIOR.atOnce - PRIOR.whenever))];
    const expected = [...asPlanned, ...likeEarlier(earlierMs, 1 / runs)];
    const atOnce = prior * PRIOR.atOnce;
    const sorted = earlierMs.toSorted((a, b) => a - b);
    return {
        atOnce,
        expected,
        whenever: prior - atOnce - asPlanned.reduce((sum, { share }) => sum + share, 0),
        medianMs: Math.max(AT_ONCE_MS, plannedMs ?? sorted[sorted.length >> 1] ?? TYPICAL_MS),
    };
}
/** A model of a run all of whose endpoints are done: its end is a matter of moments. */
const ALL_DONE = { atOnce: 1, expected: [], whenever: 0, medianMs: AT_ONCE_MS };
/**
 * Share of runs that are still going at an age in ms. Runs that end at once, and whenever, do so by log-logistic distributions, of shape 1 and 2: without an
 * end, so that nothing is ever certain to be over.
 */
function survival({ atOnce, expected, whenever, medianMs }, age) {
    let left = atOnce / (1 + age / AT_ONCE_MS) + whenever * (NEVER + (1 - NEVER) / (1 + (age / medianMs) ** 2));
    for (const { from, to, share } of expected)
        left += age <= from ? share : age >= to ? 0 : (share * (to - age)) / (to - from);
    return left;
}
function about(ms, share) {
    return { from: (1 - SPREAD) * ms, to: (1 + SPREAD) * ms + SET_UP_MS, share };
}
/**
 * A stretch around each earlier run, as wide as the distance to its k-th nearest neighbour, k = √n: narrow where runs are alike, also in two places
 * (Breiman, Meisel and Purcell, "Variable kernel estimates of multivariate densities", 1977).
 */
function likeEarlier(lengths, share) {
    const k = Math.ceil(Math.sqrt(lengths.length));
    return lengths.map((length, i) => {
        const widest = about(length, share);
        const distances = lengths
            .flatMap((other, j) => (j === i ? [] : [Math.abs(other - length)]))
            .toSorted((a, b) => a - b);
        const near = Math.max(CLOSEST_MS, distances[k - 1] ?? Number.POSITIVE_INFINITY);
        return { from: Math.max(widest.from, length - near), to: Math.min(widest.to, length + near), share };
    });
}

;// CONCATENATED MODULE: ./lib/stages/progress.js




/** At least one line of progress each, in ms. */
const PROGRESS_EVERY_MS = 30_000;
/** What is known of a run's end, and how far it is: only while it is running, nothing more than how long runs of the test take. */
function expectation(seen, now) {
    const { triggeredAt, statuses, run, waitedAt, allDoneAt } = seen;
    const current = statuses[statuses.length - 1];
    const ends = endsOf(seen);
    if (current?.status !== 'RUNNING')
        return { ends };
    // The server's own times tell how long after its creation it began to run. Where they do not, it may have begun just after it was last seen waiting, and an
    // end that is expected too late is found late.
    const ownDelay = run?.createdAt !== undefined && run.startedAt !== undefined ? run.startedAt - run.createdAt : undefined;
    const began = ownDelay !== undefined && ownDelay >= 0 ? Math.min(current.at, triggeredAt + ownDelay) : (waitedAt ?? current.at);
    return { running: now - began, ends, ...(allDoneAt === undefined ? {} : { allDone: now - allDoneAt }) };
}
function endsOf({ run, plannedSeconds, earlier = [] }) {
    const planned = run?.plannedSeconds ?? plannedSeconds;
    const plannedMs = planned === undefined ? undefined : planned * 1_000;
    return endModel(plannedMs, expectedLengths(earlier, plannedMs));
}
/** Whether a run tells that all of its endpoints are done. */
function isAllDone({ endpointCount, completedEndpoints }) {
    return Boolean(endpointCount) && completedEndpoints !== undefined && completedEndpoints >= (endpointCount ?? 0);
}
/** How far a run is, at a moment. */
function progressOf(seen, now, deadline) {
    const { run, statuses, triggeredAt } = seen;
    const current = statuses[statuses.length - 1];
    const { running, ends } = expectation(seen, now);
    return {
        status: (0,base_text/* plain */.pj)(current?.status ?? 'waiting'),
        inStatusMs: now - (current?.at ?? triggeredAt),
        ...(run?.completedEndpoints !== undefined && run.endpointCount
            ? { done: run.completedEndpoints, of: run.endpointCount }
            : {}),
        ...(running !== undefined && ends.expected.length > 0 ? { leftMs: ends.medianMs - running } : {}),
        untilTimeoutMs: deadline - now,
    };
}
/** A change of status: `RUNNING after 12 s, calls planned for 2 min`. `sinceTrigger` is in ms. */
function statusLine(status, sinceTrigger, run) {
    const about = run?.plannedSeconds !== undefined && status === 'RUNNING'
        ? `, calls planned for ${formatDuration(run.plannedSeconds * 1_000)}`
        : '';
    return `${(0,base_text/* plain */.pj)(status)} after ${formatDuration(sinceTrigger)}${about}`;
}
/** One run's progress: `RUNNING for 2 min · 35 of 100 endpoints done · about 50 s left · 12 min until the timeout`. */
function progressLine({ status, inStatusMs, done, of, leftMs, untilTimeoutMs }) {
    return [
        `${status} for ${formatDuration(inStatusMs)}`,
        done === undefined ? '' : `${done} of ${of ?? '?'} endpoints done`,
        leftMs === undefined ? '' : leftText(leftMs),
        `${formatDuration(untilTimeoutMs)} until the timeout`,
    ]
        .filter(Boolean)
        .join(' · ');
}
function leftText(leftMs) {
    return leftMs > 0 ? `about ${formatDuration(leftMs)} left` : 'the calls should be over';
}
/** Longest name of a run in the line for all. */
const MAX_NAME = 30;
/** A board for `total` runs. */
function progressBoard(total, everyMs, clock, log) {
    const current = new Map();
    let over = 0;
    let last = clock.now();
    return {
        update: (name, progress) => {
            current.set(name, progress);
            if (clock.now() - last < everyMs)
                return;
            last = clock.now();
            const runs = [...current].map(([run, { status, done, of, leftMs }]) => {
                const facts = [
                    status,
                    done === undefined ? '' : `${done}/${of ?? '?'}`,
                    leftMs === undefined ? '' : leftText(leftMs),
                ];
                return `${(0,base_text/* plain */.pj)(run, MAX_NAME)}: ${facts.filter(Boolean).join(', ')}`;
            });
            log.info(`${over} of ${total} tests over · ${runs.join(' · ')}`);
        },
        done: (name) => {
            current.delete(name);
            over++;
        },
    };
}

;// CONCATENATED MODULE: ./lib/stages/schedule.js
// When to ask next: by one law. Where runs end at a hazard h(t), and a question is worth c ms of lateness, questions are cheapest together with the lateness
// they leave at a distance of √(2c/h); so the next is due once ∫√(h/2c) dt reaches one (Barlow and Proschan, "Mathematical Theory of Reliability", 1965,
// chapter 4.3: inspection; Keller, "Optimum checking schedules for systems subject to random failure", 1974). Measured in docs/benchmarks.md.

/** What a question is worth where requests are plenty, in ms of lateness. */
const QUESTION_MS = 72;
/** Shortest distance between two questions, in ms. */
const MIN_GAP_MS = 700;
/** Share of the distance by which it varies either way, so that jobs do not keep step. */
const JITTER = 0.1;
/** Until so long after the trigger, in ms, a question is the first. */
const FIRST_MS = 350;
/** Share of runs that are said to wait and are running. */
const STALE = 0.1;
/** Longest distance, in ms. */
const MAX_GAP_MS = 24 * 3_600_000;
/** How long to wait before the run is asked for again, in ms. */
function nextPoll({ sinceTrigger, running, ends, allDone, scarcity, random }) {
    // A distance that is to grow with the scarcity takes a price that grows with its square.
    const price = QUESTION_MS * scarcity ** 2;
    // The first question comes at any moment of its distance, so that jobs that start together are apart from then on.
    const due = sinceTrigger < FIRST_MS ? 0.3 + 0.7 * random : 1 - JITTER + 2 * JITTER * random;
    const gap = allDone !== undefined
        ? distance(ALL_DONE, allDone, price, due)
        : distance(running === undefined ? waiting(ends, sinceTrigger) : ends, running ?? sinceTrigger, price, due);
    return Math.min(Math.max(gap, MIN_GAP_MS * due), MAX_GAP_MS);
}
/** From an age on, the time in ms in which ∫√(h/2c) dt comes to `due`. */
function distance(ends, age, price, due) {
    const edges = ends.expected.flatMap(({ from, to }) => [from, to]).toSorted((a, b) => a - b);
    let left = due;
    let [at, going] = [age, survival(ends, age)];
    while (at - age < MAX_GAP_MS) {
        // Between edges the density changes slowly, on the scale of the age: it is taken for even, and then the integral is exact.
        const next = Math.min(edges.find((edge) => edge > at) ?? Number.POSITIVE_INFINITY, at + (at + 1_000) / 32);
        const then = survival(ends, next);
        const density = (going - then) / (next - at);
        // ∫√(f/S) dt of an even f from S₀ to S₁ is 2(√S₀ - √S₁)/√f.
        const reach = 2 / Math.sqrt(2 * price * density);
        const gained = density > 0 ? reach * (Math.sqrt(going) - Math.sqrt(then)) : 0;
        if (gained >= left)
            return at + (going - (Math.sqrt(going) - left / reach) ** 2) / density - age;
        left -= gained;
        [at, going] = [next, then];
    }
    return MAX_GAP_MS;
}
/**
 * A model of a run that has been waiting for some ms: it may begin within as long again, with all of its length before it; or it runs, and its status is a stale
 * one.
 */
function waiting(ends, ms) {
    const expected = ends.expected.flatMap(({ from, to, share }) => [
        { from: from + ms, to: to + 2 * ms, share: (1 - STALE) * share },
        { from, to, share: STALE * share },
    ]);
    return { ...ends, expected };
}

;// CONCATENATED MODULE: ./lib/stages/watch.js
// The second stage of one test: its run is watched to its end.








/** How long a run that somebody else is stopping is watched for its end, in ms. */
const STOPPING_PATIENCE_MS = 2 * 60_000;
/** After how long, in ms, it is asked again whether a run has really ended, where only its status says so. */
const END_CONFIRM_MS = 1_000;
/** Most warnings of odd statuses; GitHub shows ten of a step. */
const MAX_WARNINGS = 3;
/** Most changes of status that are told and kept. */
const MAX_STATUSES = 50;
/** Watches a run until it ends, the deadline passes or the step is cancelled. Throws when it is gone, refused, or out of reach for too long. */
async function watch(request, scope, { api, clock, log, random, progress }) {
    const statuses = [];
    let run;
    let lastLine = clock.now();
    let stoppingSince;
    let waitedAt = request.triggeredAt;
    let allDoneAt;
    let warnings = 0;
    /** The end that was seen once. */
    let unconfirmed;
    const { triggeredAt, plannedSeconds } = request;
    let { earlier } = request;
    const seen = () => ({
        triggeredAt,
        statuses,
        ...(0,base_fields/* optional */.l)({ plannedSeconds, run, earlier, allDoneAt }),
        waitedAt,
    });
    const over = (ended) => {
        const stoppedElsewhere = stoppingSince !== undefined;
        return { ended, ...(0,base_fields/* optional */.l)({ run }), statuses, stoppedElsewhere };
    };
    const observe = (status) => {
        const now = clock.now();
        const before = statuses[statuses.length - 1];
        if (before?.status === status)
            return;
        if (statuses.length >= MAX_STATUSES)
            statuses.splice(1, 1);
        statuses.push({ status, at: now });
        lastLine = now;
        log.info(statusLine(status, now - triggeredAt, run));
        const oddity = oddityOf(status, before?.status);
        if (oddity && warnings++ < MAX_WARNINGS)
            log.warning(oddity);
        // A run that is being stopped does not run again: one that does was only said to be.
        if (status === 'STOPPING')
            stoppingSince ??= now;
        else if (!(0,model_run/* isTerminal */.Hd)(status))
            stoppingSince = undefined;
    };
    if (request.status)
        observe(request.status);
    for (;;) {
        const now = clock.now();
        const poll = { sinceTrigger: now - triggeredAt, scarcity: api.scarcity(), random: random() };
        const wait = unconfirmed === undefined ? nextPoll({ ...expectation(seen(), now), ...poll }) : END_CONFIRM_MS;
        const due = Math.min(now + wait, scope.deadline);
        while (!scope.signal?.aborted && clock.now() < due) {
            await clock.sleep(Math.min(due, lastLine + PROGRESS_EVERY_MS) - clock.now(), scope.signal);
            if (clock.now() < lastLine + PROGRESS_EVERY_MS)
                continue;
            lastLine = clock.now();
            progress(progressOf(seen(), lastLine, scope.deadline));
        }
        if (scope.signal?.aborted)
            return over('cancelled');
        try {
            run = await readOwnRun(request, run, scope, api);
            observe(run.status);
            if (run.status !== 'RUNNING')
                waitedAt = clock.now();
            allDoneAt = isAllDone(run) ? (allDoneAt ?? clock.now()) : undefined;
            // One answer may be wrong. That a run completed is confirmed by its time, and then by its results; that it could not, by nothing.
            const isSure = run.status === 'COMPLETED' && run.completedAt !== undefined;
            if (isSure || run.status === unconfirmed)
                return over('terminal');
            unconfirmed = (0,model_run/* isTerminal */.Hd)(run.status) ? run.status : undefined;
            const unplanned = (run.plannedSeconds ?? plannedSeconds) === undefined && earlier === undefined;
            if (run.status === 'RUNNING' && unplanned && clock.now() < scope.deadline)
                earlier = await readEarlierRuns({ ...request, testId: request.testId ?? run.testId }, scope, api);
        }
        catch (error) {
            if ((0,base_failure/* failedAs */.C4)(error, 'aborted'))
                return over('cancelled');
            if ((0,base_failure/* failedAs */.C4)(error, 'rate-limited') && clock.now() < scope.deadline)
                continue;
            if (isBad(unconfirmed) && error instanceof base_failure/* Failure */.HR)
                return over('terminal');
            if (clock.now() < scope.deadline || !(error instanceof base_failure/* Failure */.HR))
                throw error;
        }
        if (clock.now() >= scope.deadline)
            return over(isBad(unconfirmed) ? 'terminal' : 'timed-out');
        if (stoppingSince !== undefined && clock.now() - stoppingSince > STOPPING_PATIENCE_MS)
            return over('stopping');
    }
}
/**
 * The run that is watched. Throws `misshapen` where the answer is about a run of another test, or names none though the one `before` did: that may be
 * anybody's.
 */
function readOwnRun({ projectId, runId, testId }, before, scope, api) {
    const hold = (run) => {
        if (before?.id !== undefined && run.id === undefined)
            throw new base_failure/* Failure */.HR('misshapen', `The answer for run ${(0,base_text/* plain */.pj)(runId, 80)} does not say which run it is about.`);
        if (testId === undefined || (0,http_fields/* isSameId */.WB)(run.testId, testId))
            return;
        throw new base_failure/* Failure */.HR('misshapen', `Run ${(0,base_text/* plain */.pj)(runId, 80)} is of test ${(0,base_text/* plain */.pj)(run.testId ?? '', 80)}, as the API says now, and not of ${(0,base_text/* plain */.pj)(testId, 80)}, which was started.`, { advice: 'Look at both tests in CallMeter; the run that was started may still be going.' });
    };
    // One refusal by itself is sat out; of several, the schedule knows whether this is what the next request is best spent on.
    return api.getRun(projectId, runId, { ...scope, hold, slowDowns: api.scarcity() > 1 ? 0 : 1 });
}
/** Whether an end that one answer tells is a bad one: then it is believed where no other answer comes, and a good one is not. */
function isBad(end) {
    return end !== undefined && end !== 'COMPLETED';
}
/** The order of the life-cycle. A status that is not in it stands nowhere. */
const LIFE_CYCLE = ['CREATED', 'PENDING', 'QUEUED', 'DISPATCHING', 'RUNNING', 'STOPPING'];
/** What is odd about a status, for the reader; the run is watched on either way, until it ends or time is out. */
function oddityOf(status, before) {
    if (!(0,model_run/* isKnownStatus */.ih)(status))
        return `The run has the status "${(0,base_text/* plain */.pj)(status)}", which this version of the action does not know. It goes on waiting for the run to end.`;
    const [now, then] = [LIFE_CYCLE.indexOf(status), LIFE_CYCLE.indexOf(before ?? '')];
    if (now < 0 || then < 0 || now >= then)
        return undefined;
    return `The run went back from ${before ?? ''} to ${status}, which no run should. It goes on waiting for the run to end.`;
}
/** Watches a task's run to its end. Throws as `watch` does; the run is then left alone, and the post step has nothing to do with it. */
async function watchToEnd(task, going, deadline, tools) {
    const { started, entry, earlier } = going;
    const { clock, random, signal } = tools.world;
    const { id: testId, plannedSeconds } = task.kind === 'test' ? task.test : {};
    const request = {
        projectId: task.project.id,
        runId: started.runId,
        triggeredAt: started.at,
        ...(0,base_fields/* optional */.l)({ testId, status: started.status, plannedSeconds, earlier }),
    };
    const { log, apis, events } = tools;
    try {
        const watched = await log.group('Wait for the run to end', () => watch(request, { deadline, signal }, { api: apis.callMeter, clock, log, random, progress: events.progress }));
        if (!started.own && watched.run)
            log.info(followedRun(watched.run));
        return watched;
    }
    catch (error) {
        // Out of reach or refused: the run may be as healthy as ever, so it is left alone, and the report says so.
        if (!signal.aborted)
            entry.close();
        throw error;
    }
}
/** Which run it is that was followed: an old one must not be taken for today's. */
function followedRun({ name, testId, createdAt }) {
    const created = createdAt === undefined ? 'at a time that the API does not tell' : `at ${new Date(createdAt).toISOString()}`;
    return `The run that was followed is of test ${(0,base_text/* plain */.pj)(name ?? testId ?? 'unknown')}, created ${created}.`;
}

;// CONCATENATED MODULE: ./lib/stages/pipeline.js












/** How long reading the results may take once the run has ended, in ms. */
const RESULTS_ALLOWANCE_MS = 10 * 60_000;
/** Runs a test, or follows a run, and judges it. Never throws: whatever goes wrong is in the report. */
async function runTest(task, inputs, tools) {
    const begin = { task, thresholds: inputs.wait ? unjudged(inputs.thresholds) : [], notes: [] };
    let latest = begin;
    const learn = (known, facts) => {
        const more = { ...known, ...facts, notes: [...known.notes, ...(facts.notes ?? [])] };
        latest = more;
        if (facts.started ?? facts.watched)
            tools.events.run(knownRun(more, inputs['run-url']));
        return more;
    };
    let judgement;
    try {
        judgement = await judged(begin, inputs, tools, learn);
    }
    catch (error) {
        const { notes, ...failed } = judgeFailure(error, latest, tools.world.signal.aborted);
        learn(latest, { notes });
        judgement = failed;
    }
    return reportOf(latest, judgement, inputs['run-url']);
}
async function judged(begin, inputs, tools, learn) {
    const ended = await toItsEnd(begin, inputs, tools, learn);
    if (!ended)
        return LEFT_ALONE;
    const { run } = ended.watched;
    const end = judgeEnd(ended.watched, inputs.timeout);
    if (!run || (end && end.verdict !== 'failed'))
        return end ?? NEVER_SEEN;
    const { clock, signal } = tools.world;
    const scope = { deadline: clock.now() + RESULTS_ALLOWANCE_MS, signal };
    const measured = learn(ended, await results_readSubject(ended, run, scope, tools));
    const asked = learn(measured, { subject: await askFarEnd(measured, inputs['callscaler-settle'], tools) });
    const doubted = learn(asked, { notes: doubtsAbout(asked.subject, tools.log) });
    const compared = learn(doubted, await readBaseline(doubted, inputs, scope, tools));
    return tools.log.group('Judge the thresholds', async () => {
        const evaluated = learn(compared, evaluateThresholds(compared, inputs.thresholds, tools.log));
        return end ?? (await judgeResults(evaluated, inputs['missing-data'], scope, tools.apis.callMeter));
    });
}
/** Starts the test and watches its run, again where it could not run; undefined where nothing is to wait for the run. */
async function toItsEnd(begin, inputs, tools, learn) {
    const { task } = begin;
    const deadline = tools.world.clock.now() + inputs.timeout;
    let known = begin;
    for (let attempt = 1;; attempt++) {
        const going = await start(task, { attempt, deadline }, inputs, tools);
        const started = learn(known, { started: going.started });
        if (!inputs.wait && going.started.own)
            return undefined;
        const watched = learn(started, { watched: await watchToEnd(task, going, deadline, tools) });
        const held = learn(watched, { started: heldTo(watched.watched, going, tools.log) });
        const ended = learn(held, { notes: await stopIfGivenUp(held, going, inputs['stop-on'], tools) });
        const next = nextAttempt(ended, { attempt, deadline }, inputs['not-run-retries'], tools.world);
        if (!next)
            return ended;
        known = learn(ended, { notes: [next.note] });
        await waitForAttempt(ended, next, deadline, tools);
    }
}

;// CONCATENATED MODULE: ./lib/stages/step.js
// All tests of a step: looked up, run side by side, and the worst verdict counts.








/** Finds what the workflow names and runs it. `onRuns` takes the runs that are known by then, in the order of the inputs. */
async function runStep(inputs, tools, onRuns) {
    const { log, apis, world } = tools;
    let tasks;
    try {
        checkBaselineFile(inputs.baseline, world.files);
        const scope = { deadline: world.clock.now() + inputs.timeout, signal: world.signal };
        tasks = await log.group('Find the test', async () => {
            const found = await findTasks(inputs, apis.callMeter, scope, log);
            await apis.farEnd?.findNumber(scope);
            return found;
        });
    }
    catch (error) {
        if ((0,base_failure/* failedAs */.C4)(error, 'aborted'))
            return { verdict: 'cancelled', runs: [], problem: 'The workflow was cancelled before anything was started.' };
        return { verdict: 'error', runs: [], problem: (0,base_failure/* explain */.WE)(error), code: (0,base_failure/* codeOf */.$N)(error) };
    }
    const several = tasks.length > 1;
    const known = tasks.map(() => undefined);
    const board = progressBoard(tasks.length, PROGRESS_EVERY_MS, world.clock, log);
    // Calls to one number cannot be told apart by the test that placed them.
    const parallel = apis.farEnd ? 1 : inputs['max-parallel'];
    if (apis.farEnd && several)
        log.info('The tests run one after the other, so that their calls can be told apart.');
    const runs = await inParallel(tasks, parallel, async (task, i) => {
        const name = step_nameOf(task);
        const events = {
            run: (run) => {
                known[i] = run;
                onRuns(known);
            },
            progress: (progress) => (several ? board.update(name, progress) : log.info(progressLine(progress))),
        };
        const report = await runTest(task, inputs, { ...tools, events, log: several ? prefixed(log, name) : log });
        board.done(name);
        return report;
    });
    return { verdict: worst(runs.map(({ verdict }) => verdict)), runs };
}
function step_nameOf(task) {
    return task.kind === 'test' ? (task.test.name ?? task.asked) : task.asked;
}

;// CONCATENATED MODULE: ./lib/main.js



















/** The whole step: inputs → its tests → report. Returns the exit code; throws only on a bug. */
async function main(world) {
    const { toolkit, env, clock } = world;
    const startedAt = clock.now();
    const input = (name) => toolkit.getInput(name);
    const log = logTo(toolkit);
    for (const secret of [apiKeyOf(input, env), input('callscaler-api-key'), input('github-token')])
        if (secret)
            toolkit.setSecret(secret);
    let inputs;
    try {
        inputs = readInputs(input, env, world.files);
    }
    catch (error) {
        if (!(error instanceof InputFailure))
            throw error;
        for (const { message, place } of error.problems) {
            if (place)
                log.error(message, { file: place.file, startLine: place.line, startColumn: place.column });
        }
        const report = {
            verdict: 'error',
            runs: [],
            problem: (0,base_failure/* explain */.WE)(error),
            code: error.code,
            startedAt,
            endedAt: clock.now(),
        };
        return publish(report, error.inputs, { world, log, github: openGitHub(error.inputs, world, log).statusAndComment });
    }
    if (!inputs.thresholds.some(({ line }) => line > 0))
        log.info(`No thresholds are stated: ${DEFAULT_THRESHOLDS} is judged.`);
    const { statusAndComment: github, baseRun } = openGitHub(inputs, world, log);
    const outputs = (runs) => {
        github.started(runs.filter((run) => run !== undefined));
        void attempt('The outputs could not be set', log, () => setOutputs(toolkit, runOutputs(runs)));
    };
    const report = await runStep(inputs, openTools(inputs, baseRun, world, log), outputs);
    return publish({ ...report, startedAt, endedAt: clock.now() }, inputs, { world, log, github });
}
/** The APIs that the inputs name, and what the post step is left. */
function openTools(inputs, baseRun, world, log) {
    const tools = { ...world, log };
    const [key, otherKey] = [inputs['api-key'], inputs['callscaler-api-key']];
    const callMeter = openCallMeter({ apiUrl: inputs['api-url'], apiKey: key, secrets: [otherKey] }, tools);
    const number = inputs['callscaler-number'];
    const farEnd = () => {
        const api = openCallScaler({ apiUrl: inputs['callscaler-api-url'], apiKey: otherKey, secrets: [key] }, tools);
        return farEndOf(number, { api, clock: world.clock, log });
    };
    const openRuns = openRunsIn((name, value) => world.toolkit.saveState(name, value), (error) => log.warning(`What was started could not be noted for the post step: ${(0,base_text/* plain */.pj)(String(error))}`));
    return {
        world,
        log,
        apis: { callMeter, baseRun, ...(number ? { farEnd: farEnd() } : {}) },
        cleanup: { openRuns, jobRuns: jobRunsIn(world.env.RUNNER_TEMP) },
    };
}
/** What is reported to GitHub, and asked of it. */
function openGitHub(inputs, world, log) {
    const context = readContext(world.env, world.files, [inputs.project, ...inputs.test], log.warning);
    const repository = openRepository({ token: inputs['github-token'], repository: context }, { ...world, log });
    const notePending = (status) => void attempt('The commit status could not be noted for the post step', log, () => world.toolkit.saveState(PENDING_STATUS_STATE, status ? JSON.stringify(status) : ''));
    return {
        statusAndComment: openStatusAndComment(inputs, context, repository, { log, notePending }),
        baseRun: baseBranchOf(context, inputs['commit-status'], repository),
    };
}


/***/ }),

/***/ 952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Jr: () => (/* binding */ endedWell),
/* harmony export */   ZG: () => (/* binding */ PHASES),
/* harmony export */   im: () => (/* binding */ OUTCOMES)
/* harmony export */ });
/* unused harmony export GOOD_OUTCOMES */
/** How an endpoint can end (documented). The first two are success. */
const OUTCOMES = [
    'SUCCESS', 'COMPLETED_WITH_WARNINGS', 'REGISTRATION_FAILED', 'CALL_FAILED', 'NEGOTIATION_FAILED', 'TIMEOUT', 'OSERROR', 'TEARDOWN_ERROR',
]; // prettier-ignore
/** Outcomes that count as success. */
const GOOD_OUTCOMES = OUTCOMES.slice(0, 2);
/** Phases of an endpoint (documented). */
const PHASES = [
    'INITIALIZING', 'REGISTERED', 'CALLING', 'RINGING', 'NEGOTIATING', 'INCALL', 'DISCONNECTING', 'CLOSED',
]; // prettier-ignore
/** Whether an endpoint's outcome counts as success. */
function endedWell(outcome) {
    return outcome !== null && GOOD_OUTCOMES.includes(outcome);
}


/***/ }),

/***/ 60:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hd: () => (/* binding */ isTerminal),
/* harmony export */   Qv: () => (/* binding */ timesOf),
/* harmony export */   S3: () => (/* binding */ endedEarly),
/* harmony export */   ih: () => (/* binding */ isKnownStatus),
/* harmony export */   r3: () => (/* binding */ tooShort),
/* harmony export */   vi: () => (/* binding */ mostSeconds)
/* harmony export */ });
/* unused harmony export TERMINAL_STATUSES */
/* harmony import */ var _base_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(144);

/** Statuses after which a run no longer changes. Any other, known or not, may still change. */
const TERMINAL_STATUSES = ['COMPLETED', 'FAILED', 'CANNOT_RUN_FOR_NOW'];
const KNOWN_STATUSES = [
    ...TERMINAL_STATUSES, 'PENDING', 'QUEUED', 'RUNNING', 'STOPPING', 'CREATED', 'DISPATCHING',
]; // prettier-ignore
/** Whether a run with this status has ended. */
function isTerminal(status) {
    return TERMINAL_STATUSES.includes(status);
}
/** Whether any page of the vendor's documentation names this status. */
function isKnownStatus(status) {
    return KNOWN_STATUSES.includes(status);
}
/** Seconds that a run waited and ran: from the API's own times where it tells both, else as this step saw it happen. */
function timesOf(run, statuses, triggeredAt) {
    const runningAt = statuses.find(({ status }) => status === 'RUNNING')?.at;
    const endedAt = statuses.at(-1)?.at;
    const seconds = (from, to) => from === undefined || to === undefined || to < from ? undefined : (to - from) / 1_000;
    const durationSeconds = seconds(run.startedAt, run.completedAt) ?? (triggeredAt === undefined ? undefined : seconds(runningAt, endedAt));
    const queueSeconds = seconds(run.createdAt, run.startedAt) ?? seconds(triggeredAt, runningAt);
    return (0,_base_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .l)({ durationSeconds, queueSeconds });
}
/**
 * The most seconds that a run can have been running: exact where the API tells both times; else from when it was last known not to be, since RUNNING is
 * seen only some time after it began.
 */
function mostSeconds(run, statuses, triggeredAt) {
    const exact = timesOf(run, []);
    if (exact.durationSeconds !== undefined)
        return exact.durationSeconds;
    const running = statuses.findIndex(({ status }) => status === 'RUNNING');
    // What was never seen running may have run at any time, or not by what its statuses say.
    if (running < 0)
        return undefined;
    const from = running > 0 ? statuses[running - 1]?.at : triggeredAt;
    const to = statuses.at(-1)?.at;
    return from === undefined || to === undefined || to < from ? undefined : (to - from) / 1_000;
}
/** A run this much shorter than planned was not run to its end. */
const LEAST_SHARE = 0.9;
/** Timestamps may be whole seconds. */
const TOLERANCE_SECONDS = 1;
/** Whether a completed run was shorter than its calls were planned for, as far as the API tells. */
function endedEarly({ plannedSeconds, startedAt, completedAt }) {
    if (plannedSeconds === undefined || startedAt === undefined || completedAt === undefined)
        return false;
    return tooShort((completedAt - startedAt) / 1_000, plannedSeconds);
}
/** Whether so many seconds are fewer than was planned, as far as timestamps tell. */
function tooShort(seconds, planned) {
    return seconds + TOLERANCE_SECONDS < LEAST_SHARE * planned;
}


/***/ }),

/***/ 220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LW: () => (/* binding */ snakeCase),
/* harmony export */   X: () => (/* binding */ DIRECTIONS),
/* harmony export */   _n: () => (/* binding */ printSeriesName),
/* harmony export */   gS: () => (/* binding */ STATISTICS)
/* harmony export */ });
/* harmony import */ var _base_remembered_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(927);

/** Names of directions and statistics, with the synonyms that are understood in answers and in thresholds alike. */
const DIRECTIONS = {
    send: 'send',
    sent: 'send',
    receive: 'receive',
    recv: 'receive',
    received: 'receive',
};
const STATISTICS = {
    mean: 'avg',
    average: 'avg',
    maximum: 'max',
    minimum: 'min',
};
/** `jitterMs` and `jitter-ms` as `jitter_ms`. */
const snakeCase = (0,_base_remembered_js__WEBPACK_IMPORTED_MODULE_0__/* .remembered */ .H)((name) => name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z\d]+/g, '_')
    .toLowerCase());
/** `jitter_ms.audio.receive.p95`: a series as it is written, with what its name has of track, direction and statistic. */
function printSeriesName({ metric, track, direction, statistic }) {
    return [metric, track, direction, statistic].filter((part) => part !== undefined).join('.');
}


/***/ }),

/***/ 605:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gq: () => (/* binding */ invalid),
/* harmony export */   LO: () => (/* binding */ missing),
/* harmony export */   Md: () => (/* binding */ isAbsence)
/* harmony export */ });
/** The absence of a value that the run has no data for. */
function missing(reason) {
    return { kind: 'missing', reason };
}
/** The absence of a value that a threshold does not ask for clearly. */
function invalid(reason) {
    return { kind: 'invalid', reason };
}
function isAbsence(value) {
    return 'reason' in value;
}


/***/ }),

/***/ 539:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ disagreementOf),
/* harmony export */   o: () => (/* binding */ endsOf)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(566);
/* harmony import */ var _model_outcomes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(952);
/* harmony import */ var _model_subject_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(605);
/* harmony import */ var _numbers_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(844);
// The near end beside the far end: what CallMeter saw of its endpoints, and what CallScaler says of the number's calls.




/** By how many points the shares of the two ends may differ before that is said first. */
const AGREEMENT_POINTS = 1;
/** The comparison; undefined where the far end was not asked. */
function endsOf({ measurements, calls }) {
    if (!calls)
        return undefined;
    const { size, outcomes } = measurements;
    const good = outcomes.filter(_model_outcomes_js__WEBPACK_IMPORTED_MODULE_0__/* .endedWell */ .Jr).length;
    const row = (what, near, far) => ({ what, near, far });
    if ((0,_model_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .isAbsence */ .Md)(calls))
        return [
            row('placed, received', (0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(size, 'endpoint'), 'not known'),
            row('ended well, answered', share(good, size), 'not known'),
        ];
    const { received, answered, missed, voicemail, busy, failed, unclassified } = calls;
    const rest = [
        ['missed', missed],
        ['voicemail', voicemail],
        ['busy', busy],
        ['failed', failed],
        ...Object.entries(unclassified).map(([name, n]) => [`unclassified: ${name}`, n]),
    ];
    return [
        row('placed, received', (0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(size, 'endpoint'), (0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(received, 'call')),
        row('ended well, answered', share(good, size), share(answered, received)),
        ...rest.filter(([name, n]) => n > 0 || name === 'missed').map(([name, n]) => row(name, '', share(n, received))),
        ...(size > good ? [row('did not end well', share(size - good, size), '')] : []),
    ];
}
/** What the two ends disagree about, in a sentence; undefined where they agree, or one of them is not known. */
function disagreementOf({ measurements, calls }) {
    const { size, outcomes } = measurements;
    if (!calls || (0,_model_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .isAbsence */ .Md)(calls) || size === 0 || calls.received === 0)
        return undefined;
    const good = outcomes.filter(_model_outcomes_js__WEBPACK_IMPORTED_MODULE_0__/* .endedWell */ .Jr).length;
    const [near, far] = [(100 * good) / size, (100 * calls.answered) / calls.received];
    if (Math.abs(near - far) < AGREEMENT_POINTS)
        return undefined;
    const atNear = `${good} of its ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(size, 'endpoint')} end well (${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNumber */ .ZV)(near, '%')})`;
    const atFar = `${calls.answered} of the ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(calls.received, 'call')} that it received (${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNumber */ .ZV)(far, '%')})`;
    return `The two ends disagree: CallMeter saw ${atNear}, and the number answered ${atFar}.`;
}
function share(n, of) {
    return of === 0 ? String(n) : `${n} of ${of} (${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNumber */ .ZV)((100 * n) / of, '%')})`;
}


/***/ }),

/***/ 844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ZV: () => (/* binding */ formatNumber),
/* harmony export */   _M: () => (/* binding */ formatTogether),
/* harmony export */   jR: () => (/* binding */ formatDifference)
/* harmony export */ });
/** Most decimals that a number is shown with. */
const MAX_DECIMALS = 6;
/** Decimals that say enough about a number of this unit and size: mouth-to-ear quality in hundredths, times in tenths. */
function decimals(value, unit) {
    if (Number.isInteger(value))
        return 0;
    const size = Math.abs(value);
    if (unit === 'ms' || unit === 's')
        return size >= 100 ? 0 : size >= 1 ? 1 : 3;
    if (unit === '%')
        return size >= 1 ? 1 : 2;
    return size >= 1_000 ? 0 : size >= 1 ? 2 : 4;
}
const UNIT_TEXT = { '': '', bare: '', unknown: '', '%': ' %', ms: ' ms', s: ' s' };
/** A number with its unit, as a person would write it: `4.31`, `28.4 ms`, `97.5 %`. */
function formatNumber(value, unit) {
    return written(value, unit, decimals(value, unit));
}
/**
 * Numbers that stand side by side, with enough decimals that different numbers look different: a measured 3.9996 must not read as the
 * 4.00 that it failed to reach.
 */
function formatTogether(values, unit) {
    const enough = Math.max(...values.map((value) => decimals(value, unit)));
    const distinct = new Set(values).size;
    for (let places = enough; places < MAX_DECIMALS; places++) {
        const texts = values.map((value) => written(value, unit, Number.isInteger(value) ? Math.min(places, decimals(value, unit)) : places));
        if (new Set(texts.map((text) => Number.parseFloat(text))).size === distinct)
            return texts;
    }
    return values.map((value) => exact(value, unit));
}
/** A number with all of its digits. */
function exact(value, unit) {
    return Number.isFinite(value) ? `${value}${UNIT_TEXT[unit]}` : written(value, unit, 0);
}
/** The distance between two numbers, with the precision that they are shown with. */
function formatDifference(difference, values, unit) {
    const places = Math.max(...values.map((value) => decimals(value, unit)));
    const text = written(difference, unit, places);
    return Number.parseFloat(text) === 0 ? exact(Number(difference.toPrecision(3)), unit) : text;
}
function written(value, unit, places) {
    if (Number.isNaN(value))
        return 'not a number';
    if (!Number.isFinite(value))
        return value > 0 ? 'infinite' : '-infinite';
    const text = Math.abs(value) >= 1e15 ? value.toExponential(3) : value.toFixed(places);
    return `${text.replace(/^-(0(\.0+)?)$/, '$1')}${UNIT_TEXT[unit]}`;
}


/***/ }),

/***/ 120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ac: () => (/* binding */ HEADINGS),
/* harmony export */   Cx: () => (/* binding */ thresholdLine),
/* harmony export */   Fg: () => (/* binding */ markOf),
/* harmony export */   I: () => (/* binding */ sinceText),
/* harmony export */   Lc: () => (/* binding */ margin),
/* harmony export */   Qr: () => (/* binding */ isBroken),
/* harmony export */   RG: () => (/* binding */ measuredAndLimit),
/* harmony export */   _: () => (/* binding */ coverageText),
/* harmony export */   k0: () => (/* binding */ changeText),
/* harmony export */   mr: () => (/* binding */ culpritsText),
/* harmony export */   xR: () => (/* binding */ helpUrl)
/* harmony export */ });
/* unused harmony export TROUBLESHOOTING */
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(566);
/* harmony import */ var _thresholds_comparison_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(571);
/* harmony import */ var _thresholds_syntax_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(437);
/* harmony import */ var _numbers_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(844);
// What a report says of verdicts and thresholds, in words; the same words wherever it is said.




/** Most outcomes that are named of endpoints without a value. */
const MAX_OUTCOMES = 4;
/** An outcome in words; null is that of an endpoint that has not ended. */
function outcomeText(outcome) {
    return outcome === null ? 'not ended' : (0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)(outcome, 40);
}
/** The verdict as a heading. */
const HEADINGS = {
    passed: '✅ Call quality is good',
    warned: '⚠️ Passed with warnings',
    failed: '❌ Call quality is not good enough',
    'not-run': '⏸️ The test did not run',
    'timed-out': '⏱️ The run took too long',
    cancelled: '🚫 The run was cancelled',
    error: '💥 The test could not be judged',
    triggered: '🚀 The test was started and left to itself',
};
/** Where each error is explained, with what to do about it. */
const TROUBLESHOOTING = 'https://github.com/callmeter/run-test/blob/v1/docs/troubleshooting.md';
/** Where the error that a step ended in is explained; undefined where it did not end in one. */
function helpUrl({ verdict, code, runs }) {
    if (verdict !== 'error')
        return undefined;
    const codes = new Set([code, ...runs.map((run) => run.code)].filter((one) => one !== undefined));
    const [only] = codes;
    return only !== undefined && codes.size === 1 ? `${TROUBLESHOOTING}#${only}` : TROUBLESHOOTING;
}
/** The state of a threshold in a word or two. */
const STATE_WORDS = {
    held: 'held',
    breached: 'breached',
    missing: 'no value',
    invalid: 'unclear',
    unjudged: 'not judged',
};
/** The state of a threshold as a sign. */
const MARKS = {
    held: '✅',
    breached: '❌',
    missing: '❔',
    invalid: '💥',
    unjudged: '–',
};
/** The sign for a result: a breach that only warns is not marked like one that fails. */
function markOf({ state, threshold }) {
    return threshold.severity === 'warn' && (state === 'breached' || state === 'missing') ? '⚠️' : MARKS[state];
}
/** Whether a threshold was looked at and does not hold. */
function isBroken({ state }) {
    return state !== 'held' && state !== 'unjudged';
}
/** What was measured and what the limit was, with equal precision; empty where there was none. */
function measuredAndLimit({ measured, limit, unit }) {
    if (measured === undefined)
        return { measured: '', limit: '' };
    if (limit === undefined)
        return { measured: (0,_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .formatNumber */ .ZV)(measured, unit), limit: '' };
    const [left = '', right = ''] = (0,_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTogether */ ._M)([measured, limit], unit);
    return { measured: left, limit: right };
}
/** By how much a threshold held or was breached: `held by 0.37`, `breached by 12.4 ms (41 %)`. */
function margin(result) {
    const { measured, limit, operator, unit } = result;
    const state = STATE_WORDS[result.state];
    if (measured === undefined || limit === undefined || operator === '==' || operator === '!=')
        return state;
    const difference = Math.abs(measured - limit);
    if (!Number.isFinite(difference))
        return state;
    if (difference === 0)
        return `${state}, exactly at the limit`;
    const share = limit !== 0 && unit !== '%' && result.state === 'breached'
        ? ` (${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .formatNumber */ .ZV)((100 * difference) / Math.abs(limit), '%')})`
        : '';
    return `${state} by ${distance(difference, [measured, limit], unit)}${share}`;
}
/** How a value changed against the baseline, marked by whether that is better: `🔴 +4.2 ms (+18 %)`. Empty where there is no baseline. */
function changeText({ measured, baseline, unit, better }) {
    if (measured === undefined || baseline === undefined)
        return '';
    const change = better === 'nearer-zero' ? Math.abs(measured) - Math.abs(baseline) : measured - baseline;
    if (!Number.isFinite(change))
        return 'cannot be told';
    if (change === 0)
        return 'no change';
    const improved = better === undefined ? undefined : change > 0 === (better === 'higher');
    const mark = improved === undefined ? '⚪' : improved ? '🟢' : '🔴';
    const sign = change > 0 ? '+' : '−';
    const amount = `${sign}${distance(Math.abs(change), [measured, baseline], unit)}`;
    if (baseline === 0)
        return `${mark} ${amount} (from 0)`;
    const share = unit === '%' ? '' : ` (${sign}${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .formatNumber */ .ZV)(Math.abs((100 * change) / baseline), '%')})`;
    return `${mark} ${amount}${share}`;
}
/** The distance between two values; between percentages in points, since 45 % of what would be asked. */
function distance(difference, values, unit) {
    return (0,_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDifference */ .jR)(difference, values, unit)
        .replace(/ %$/, ' points')
        .replace(/^1 points$/, '1 point');
}
/** Whether the baseline would have held a breached threshold, in a sentence; empty where that cannot be said. */
function sinceText({ state, threshold, baseline, operator, limit, unit }) {
    if (state !== 'breached' || baseline === undefined || limit === undefined)
        return '';
    const was = (0,_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .formatNumber */ .ZV)(baseline, unit);
    if ((0,_thresholds_syntax_js__WEBPACK_IMPORTED_MODULE_1__/* .mentionsBaseline */ .JM)(threshold.left) || (0,_thresholds_syntax_js__WEBPACK_IMPORTED_MODULE_1__/* .mentionsBaseline */ .JM)(threshold.right))
        return `The baseline measured ${was}.`;
    return (0,_thresholds_comparison_js__WEBPACK_IMPORTED_MODULE_0__/* .holds */ .v)(baseline, operator, limit)
        ? `New since the baseline, which measured ${was}.`
        : `Not new: the baseline measured ${was}.`;
}
/** Who is behind a breach, in a sentence. `name` writes a group or an outcome. */
function culpritsText({ endpoints, of, mostly }, name) {
    const many = mostly?.endpoints === endpoints ? 'all of them ' : `${mostly?.endpoints ?? 0} of them `;
    const which = mostly
        ? `, ${endpoints === 1 ? '' : many}${mostly.property === 'group' ? 'in group' : 'with'} ${name(mostly.value)}`
        : '';
    return `${endpoints} of ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(of, 'endpoint')} ${endpoints === 1 ? 'is' : 'are'} behind it${which}.`;
}
/** `92 of 100 endpoints`, or `100 endpoints` where all have a value. */
function coverageText({ coverage }) {
    if (!coverage)
        return '';
    const { used, of, without = [] } = coverage;
    if (used === of)
        return (0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(of, 'endpoint');
    const shown = without.slice(0, MAX_OUTCOMES).map(({ outcome, endpoints }) => `${endpoints} ${outcomeText(outcome)}`);
    const more = without.length > MAX_OUTCOMES ? ', …' : '';
    return `${used} of ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(of, 'endpoint')}${shown.length > 0 ? ` (without: ${shown.join(', ')}${more})` : ''}`;
}
/** One threshold in one line of the log: `❌ avg(mos) >= 4.0: measured 3.61, breached by 0.39 (9.8 %), 40 endpoints`. */
function thresholdLine(result) {
    const { measured, limit } = measuredAndLimit(result);
    const baseline = result.baseline === undefined ? '' : `baseline ${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .formatNumber */ .ZV)(result.baseline, result.unit)}, limit ${limit}`;
    const facts = [
        measured && `measured ${measured}`,
        baseline,
        result.reason ?? [margin(result), result.note].filter(Boolean).join(', '),
        coverageText(result),
        result.decidedBy && `worse side ${result.decidedBy}`,
    ];
    return `${markOf(result)} ${result.threshold.text}: ${facts.filter(Boolean).join(', ')}`;
}


/***/ }),

/***/ 273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Aj: () => (/* binding */ REPORT_VERSION),
/* harmony export */   aS: () => (/* binding */ writeReportFile)
/* harmony export */ });
/* unused harmony export writeThreshold */
/* harmony import */ var _base_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(144);
// report.json: written with everything that was found; stages/recorded-runs.ts reads it again as a baseline. Its form is docs/report.schema.json.

/** Raised when a reader of the old form could not understand the new one. */
const REPORT_VERSION = 1;
/** The text of report.json. */
function writeReportFile({ verdict, problem, code, startedAt, endedAt, runs }) {
    return JSON.stringify({
        version: REPORT_VERSION,
        verdict,
        ...(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .l)({ problem, code }),
        startedAt: time(startedAt),
        endedAt: time(endedAt),
        runs: runs.map(writeRun),
    });
}
function writeRun({ verdict, code, reason, project, test, runId, runUrl, presumed, status, plannedSeconds, statuses, thresholds, notes, baseline, subject, }) {
    return {
        verdict,
        ...(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .l)({ code }),
        reason,
        project,
        test,
        ...(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .l)({ id: runId, url: runUrl, presumed, status, plannedSeconds }),
        statuses: statuses.map((change) => ({ status: change.status, at: time(change.at) })),
        thresholds: thresholds.map(writeThreshold),
        notes,
        ...(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .l)({ baseline: baseline?.name, measured: subject && writeSubject(subject) }),
    };
}
/** One threshold's result as reports hold it. */
function writeThreshold({ threshold, state, operator, unit, measured, limit, baseline, coverage, decidedBy, reason, }) {
    return {
        threshold: threshold.text,
        severity: threshold.severity,
        ...(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .l)({ file: threshold.file }),
        line: threshold.line,
        state,
        operator,
        unit: unit === 'bare' || unit === 'unknown' ? '' : unit,
        ...(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .l)({
            measured: number(measured),
            limit: number(limit),
            baseline: number(baseline),
            endpoints: coverage,
            decidedBy,
            reason,
        }),
    };
}
function writeSubject({ run, measurements, durationSeconds, queueSeconds, calls }) {
    const { size, ids, groups, phases, outcomes, sipStatuses, metrics } = measurements;
    return {
        detail: run.detail,
        ...(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .l)({ durationSeconds, queueSeconds, calls }),
        size,
        ids,
        groups,
        phases,
        outcomes,
        sipStatuses,
        // NaN becomes null in JSON.
        metrics: [...metrics.values()].flat().map(({ values, ...name }) => ({ ...name, values: [...values] })),
    };
}
function number(value) {
    return value === undefined || Number.isFinite(value) ? value : String(value);
}
function time(ms) {
    return new Date(ms).toISOString();
}


/***/ }),

/***/ 833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BR: () => (/* binding */ isFact),
/* harmony export */   Cb: () => (/* binding */ METRICS),
/* harmony export */   gt: () => (/* binding */ metricFacts),
/* harmony export */   jM: () => (/* binding */ HEADLINE_METRICS),
/* harmony export */   qY: () => (/* binding */ FACTS),
/* harmony export */   xm: () => (/* binding */ isFactOver)
/* harmony export */ });
/** A count of what should not happen. */
const faults = (meaning) => ({ unit: '', better: 'lower', meaning });
/** The metrics that the vendor documents. Any other numeric key can be gated on too, without unit and better direction. */
const METRICS = {
    mos: { unit: '', better: 'higher', meaning: 'speech quality as people rate it, 1 to 5' },
    r_factor: { unit: '', better: 'higher', meaning: 'transmission quality, 0 to 100 (ITU-T G.107)' },
    jitter_ms: { unit: 'ms', better: 'lower', meaning: 'how unevenly packets arrive' },
    rtt_ms: { unit: 'ms', better: 'lower', meaning: 'time to the far end and back' },
    fraction_lost: { unit: '%', better: 'lower', meaning: 'packets that never arrived' },
    packets_lost: { unit: '', label: 'packets', better: 'lower', meaning: 'packets that never arrived' },
    clock_drift_estimate: { unit: '', label: 'ppm', better: 'nearer-zero', meaning: 'how fast the media clocks part' },
    clock_skew_estimate: { unit: '', label: 'ppm', better: 'nearer-zero', meaning: 'how far the media clocks are apart' },
    timestamp_jumps: faults('breaks in the media timestamps'),
    ssrc_switches: faults('changes of the media source'),
    srtp_decrypt_failures: faults('packets that could not be decrypted'),
    dtls_rehandshakes: faults('repeated key exchanges'),
    rtcp_sr_rr_interval_ms: { unit: 'ms', meaning: 'time between RTCP reports' },
    burst_density: { unit: '', better: 'lower', meaning: 'share of loss within bursts' },
    gap_density: { unit: '', better: 'lower', meaning: 'share of loss between bursts' },
    burst_duration: { unit: 'ms', better: 'lower', meaning: 'how long bursts of loss last' },
    gap_duration: { unit: 'ms', better: 'lower', meaning: 'how long the gaps between bursts last' },
    packets_sent: { unit: '', label: 'packets', meaning: 'packets sent' },
    packets_received: { unit: '', label: 'packets', meaning: 'packets received' },
    bytes_sent: { unit: '', label: 'bytes', meaning: 'bytes sent' },
    bytes_received: { unit: '', label: 'bytes', meaning: 'bytes received' },
    packets_sent_rate_ps: { unit: '', label: 'packets/s', meaning: 'packets sent a second' },
    packets_recv_rate_ps: { unit: '', label: 'packets/s', meaning: 'packets received a second' },
    bytes_sent_rate_bps: { unit: '', label: 'bit/s', meaning: 'media rate sent' },
    bytes_recv_rate_bps: { unit: '', label: 'bit/s', meaning: 'media rate received' },
    duplicate_packets: faults('packets that arrived twice'),
    out_of_order_packets: faults('packets that overtook one another'),
    sequence_number_resets: faults('restarts of the packet numbering'),
    sequence_number_gaps: faults('holes in the packet numbering'),
};
/** Metrics shown in a summary whether or not a threshold names them: the ones that the vendor's own dashboard leads with. */
const HEADLINE_METRICS = ['mos', 'jitter_ms', 'fraction_lost', 'rtt_ms'];
/** What is known of a metric; undefined for a key that the catalogue does not have. */
function metricFacts(metric) {
    return Object.hasOwn(METRICS, metric) ? METRICS[metric] : undefined;
}
/** Values of a run as a whole. Those over endpoints take a `where`; those of the far end are CallScaler's. */
const FACTS = {
    success_rate: { unit: '%', better: 'higher', over: 'endpoints', meaning: 'endpoints that ended well' },
    failed_endpoints: {
        unit: '',
        better: 'lower',
        over: 'endpoints',
        meaning: 'endpoints that ended otherwise, or not at all',
    },
    endpoints: { unit: '', better: undefined, over: 'endpoints', meaning: 'endpoints that took part' },
    duration: { unit: 's', better: undefined, over: 'run', meaning: 'time running' },
    queue_time: { unit: 's', better: 'lower', over: 'run', meaning: 'time waiting for capacity' },
    received_calls: { unit: '', better: 'higher', over: 'far end', meaning: 'calls that the number received' },
    answered_calls: { unit: '', better: 'higher', over: 'far end', meaning: 'of those, the answered ones' },
    missed_calls: { unit: '', better: 'lower', over: 'far end', meaning: 'of those, the ones that nobody answered' },
    voicemail_calls: { unit: '', better: undefined, over: 'far end', meaning: 'of those, the ones that voicemail took' },
    answer_rate: { unit: '%', better: 'higher', over: 'far end', meaning: 'answered calls of those received' },
};
/** Whether a word names a fact. */
function isFact(name) {
    return Object.hasOwn(FACTS, name);
}
/** Whether a fact is over endpoints, of the run, or of the far end, for which CallScaler has to be asked. */
function isFactOver(over, name) {
    return FACTS[name].over === over;
}


/***/ }),

/***/ 571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ holds)
/* harmony export */ });
const COMPARISONS = {
    '>=': (value, limit) => value >= limit,
    '>': (value, limit) => value > limit,
    '<=': (value, limit) => value <= limit,
    '<': (value, limit) => value < limit,
    '==': (value, limit) => value === limit,
    '!=': (value, limit) => value !== limit,
};
/** Whether a comparison holds. NaN and infinities satisfy none, not even `!=`. */
function holds(value, operator, limit) {
    return Number.isFinite(value) && Number.isFinite(limit) && COMPARISONS[operator](value, limit);
}


/***/ }),

/***/ 57:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HV: () => (/* binding */ UNKNOWN),
/* harmony export */   Im: () => (/* binding */ truth),
/* harmony export */   _Y: () => (/* binding */ YES),
/* harmony export */   fi: () => (/* binding */ column)
/* harmony export */ });
/* harmony import */ var _base_fields_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(144);
/* harmony import */ var _base_nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(119);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(566);
/* harmony import */ var _model_series_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(220);
/* harmony import */ var _model_subject_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(605);
/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(833);
/* harmony import */ var _comparison_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(571);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(435);
// Which endpoints, and which of a metric's numbers, a threshold is about.








const YES = 1;
const NO = 0;
const UNKNOWN = 2;
/**
 * The numbers that a metric's name means. Unnarrowed, a plain number or the average is taken, and of several directions or tracks
 * the worse for each endpoint.
 */
function column(name, { metrics, size }) {
    const all = metrics.get(name.metric) ?? [];
    const written = (0,_model_series_js__WEBPACK_IMPORTED_MODULE_1__/* .printSeriesName */ ._n)(name);
    if (all.length === 0)
        return (0,_model_subject_js__WEBPACK_IMPORTED_MODULE_5__/* .missing */ .LO)(`the run has no metric ${written}. ${metricsThere(name.metric, metrics.keys())}`);
    const narrowed = all.filter((series) => (!name.direction || series.direction === name.direction) &&
        (!name.track || series.track === name.track) &&
        (!name.statistic || series.statistic === name.statistic));
    if (narrowed.length === 0) {
        return (0,_model_subject_js__WEBPACK_IMPORTED_MODULE_5__/* .missing */ .LO)(`${name.metric} has no ${written.slice(name.metric.length + 1)}. It has ${listed(all.map(narrowing))}.`);
    }
    const chosen = name.statistic ? narrowed : withDefaultStatistic(narrowed);
    if (!chosen) {
        const statistics = [...new Set(narrowed.map(({ statistic }) => `${written}.${statistic ?? ''}`))];
        return (0,_model_subject_js__WEBPACK_IMPORTED_MODULE_5__/* .invalid */ .Gq)(`${written} does not have a plain number or an average everywhere: say which you mean, ${listed(statistics, ' or ')}`);
    }
    return worst(chosen, name, size);
}
/**
 * Of each direction and track the plain number or the average, else the only statistic that there is. Undefined where one of them has
 * neither: leaving it out would judge the others alone.
 */
function withDefaultStatistic(series) {
    if (new Set(series.map(({ statistic }) => statistic)).size === 1)
        return series;
    const usual = series.filter(({ statistic }) => statistic === undefined || statistic === 'avg');
    const covered = ({ direction, track }) => usual.some((own) => (own.direction === direction || own.direction === undefined) &&
        (own.track === track || own.track === undefined));
    return usual.length > 0 && series.every((one) => (!one.direction && !one.track) || covered(one)) ? usual : undefined;
}
/** Of each endpoint's values the worst. */
function worst(series, name, size) {
    const better = (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_2__/* .metricFacts */ .gt)(name.metric)?.better;
    const deciders = series.map(narrowing);
    const [only] = series;
    if (only && series.length === 1)
        return { values: only.values, decidedBy: new Uint8Array(size), deciders };
    const values = new Float64Array(size).fill(Number.NaN);
    const decidedBy = new Uint8Array(size).fill(255);
    const worseThan = better && WORSE[better];
    for (const [i, { values: candidates }] of series.entries()) {
        for (let place = 0; place < size; place++) {
            const candidate = candidates[place] ?? Number.NaN;
            if (Number.isNaN(candidate))
                continue;
            const held = values[place] ?? Number.NaN;
            if (!Number.isNaN(held)) {
                if (!worseThan) {
                    const ways = series.map((own) => (0,_model_series_js__WEBPACK_IMPORTED_MODULE_1__/* .printSeriesName */ ._n)(named(own, name.statistic)));
                    return (0,_model_subject_js__WEBPACK_IMPORTED_MODULE_5__/* .invalid */ .Gq)(`it is not known which way ${(0,_model_series_js__WEBPACK_IMPORTED_MODULE_1__/* .printSeriesName */ ._n)(name)} is better, so neither value is the worse one: write ${listed(ways, ' or ')}`);
                }
                if (!worseThan(candidate, held))
                    continue;
            }
            values[place] = candidate;
            decidedBy[place] = Math.min(i, 254);
        }
    }
    return { values, decidedBy, deciders };
}
/** A series by the shortest name that means it alone: the average goes without saying unless it was said. */
function named({ metric, track, direction, statistic }, said) {
    const shown = said ?? (statistic === 'avg' ? undefined : statistic);
    return { metric, ...(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_6__/* .optional */ .l)({ track, direction, statistic: shown || undefined }) };
}
const WORSE = {
    higher: (a, b) => a < b,
    lower: (a, b) => a > b,
    'nearer-zero': (a, b) => Math.abs(a) > Math.abs(b),
};
/** `audio.receive`, or `` for a plain number. The average is the usual statistic and goes without saying. */
function narrowing({ track, direction, statistic }) {
    return [track, direction, statistic === 'avg' ? undefined : statistic].filter((part) => part !== undefined).join('.');
}
/** For each endpoint whether the condition holds; an `Absence` where what it asks for is known of no endpoint at all. */
function truth(condition, measurements, columnOf) {
    switch (condition.kind) {
        case 'and':
        case 'or': {
            const left = truth(condition.left, measurements, columnOf);
            if ((0,_model_subject_js__WEBPACK_IMPORTED_MODULE_5__/* .isAbsence */ .Md)(left))
                return left;
            const right = truth(condition.right, measurements, columnOf);
            if ((0,_model_subject_js__WEBPACK_IMPORTED_MODULE_5__/* .isAbsence */ .Md)(right))
                return right;
            const [deciding, neutral] = condition.kind === 'and' ? [NO, YES] : [YES, NO];
            return left.map((l, i) => {
                const r = right[i] ?? UNKNOWN;
                return l === deciding || r === deciding ? deciding : l === UNKNOWN || r === UNKNOWN ? UNKNOWN : neutral;
            });
        }
        case 'not': {
            const inner = truth(condition.condition, measurements, columnOf);
            return (0,_model_subject_js__WEBPACK_IMPORTED_MODULE_5__/* .isAbsence */ .Md)(inner) ? inner : inner.map((value) => (value === UNKNOWN ? UNKNOWN : 1 - value));
        }
        case 'text':
            return textTruth(condition, measurements);
        case 'status': {
            const statuses = measurements.sipStatuses;
            if (statuses.every((status) => status === null))
                return (0,_model_subject_js__WEBPACK_IMPORTED_MODULE_5__/* .missing */ .LO)('no endpoint has a SIP status');
            return compared(Float64Array.from(statuses, (status) => status ?? Number.NaN), condition.operator, condition.value);
        }
        case 'metric': {
            const found = columnOf(condition.of);
            if ((0,_model_subject_js__WEBPACK_IMPORTED_MODULE_5__/* .isAbsence */ .Md)(found))
                return found;
            const both = (0,_units_js__WEBPACK_IMPORTED_MODULE_4__/* .alike */ .nO)((0,_units_js__WEBPACK_IMPORTED_MODULE_4__/* .unitOfMetric */ .QG)(condition.of), condition.unit || 'bare');
            if (typeof both === 'string')
                return (0,_model_subject_js__WEBPACK_IMPORTED_MODULE_5__/* .invalid */ .Gq)(both);
            const { left, right } = both;
            const values = left === 1 ? found.values : found.values.map((value) => value / left);
            return compared(values, condition.operator, condition.value / right);
        }
    }
}
function textTruth({ property, operator, text }, measurements) {
    const values = { outcome: measurements.outcomes, group: measurements.groups, phase: measurements.phases }[property];
    if (values.every((value) => value === null))
        return (0,_model_subject_js__WEBPACK_IMPORTED_MODULE_5__/* .missing */ .LO)(`no endpoint has ${property === 'outcome' ? 'an outcome' : `a ${property}`}`);
    if (property === 'group' && !values.includes(text)) {
        // A slip in a group's name would select nothing, and a limit on a count of nothing holds for ever.
        const there = [...new Set(values)].filter((value) => value !== null);
        return (0,_model_subject_js__WEBPACK_IMPORTED_MODULE_5__/* .missing */ .LO)(`no endpoint is in group "${text}"; the groups are ${listed(there.map((group) => `"${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_7__/* .plain */ .pj)(group, 60)}"`))}`);
    }
    const [same, other] = operator === '==' ? [YES, NO] : [NO, YES];
    const result = new Uint8Array(values.length);
    for (let i = 0; i < values.length; i++) {
        const value = values[i] ?? null;
        result[i] = value === null ? UNKNOWN : value === text ? same : other;
    }
    return result;
}
function compared(values, operator, limit) {
    // What a smaller, an equal and a larger value come to.
    const [smaller, equal, larger] = [-1, 0, 1].map((value) => Number.isFinite(limit) && (0,_comparison_js__WEBPACK_IMPORTED_MODULE_3__/* .holds */ .v)(value, operator, 0) ? YES : NO);
    const result = new Uint8Array(values.length).fill(UNKNOWN);
    if (smaller === undefined || equal === undefined || larger === undefined)
        return result;
    for (let i = 0; i < values.length; i++) {
        const value = values[i] ?? Number.NaN;
        // A value without size compares with nothing, so that neither a condition nor its opposite holds for it.
        if (Number.isFinite(value))
            result[i] = value < limit ? smaller : value > limit ? larger : equal;
    }
    return result;
}
/** Most names that are listed in a message. */
const MAX_LISTED = 30;
function metricsThere(wanted, keys) {
    const there = [...keys];
    if (there.length === 0)
        return 'It has no metrics at all.';
    const near = (0,_base_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .pA)(wanted, there);
    return `${near.length > 0 ? `Did you mean ${near.join(' or ')}? ` : ''}It has ${listed(there.toSorted())}.`;
}
function listed(names, last = ', ') {
    const distinct = [...new Set(names)];
    const shown = distinct.slice(0, MAX_LISTED).map((name) => (0,_base_text_js__WEBPACK_IMPORTED_MODULE_7__/* .plain */ .pj)(name, 80) || 'a plain number');
    const more = distinct.length > MAX_LISTED ? `, and ${distinct.length - MAX_LISTED} more` : '';
    return (0,_base_text_js__WEBPACK_IMPORTED_MODULE_7__/* .inWords */ .r4)(shown, last) + more;
}


/***/ }),

/***/ 437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ partsOf),
/* harmony export */   Fh: () => (/* binding */ FLIPPED),
/* harmony export */   JM: () => (/* binding */ mentionsBaseline),
/* harmony export */   Mm: () => (/* binding */ sidesOf),
/* harmony export */   Zo: () => (/* binding */ isOperator),
/* harmony export */   aQ: () => (/* binding */ withoutSeverity),
/* harmony export */   cn: () => (/* binding */ measuresSomething),
/* harmony export */   we: () => (/* binding */ OPERATORS),
/* harmony export */   z1: () => (/* binding */ asksFarEnd)
/* harmony export */ });
/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(833);

/** How two values are compared. */
const OPERATORS = ['>=', '>', '<=', '<', '==', '!='];
/** Each comparison as it reads from the other side. */
const FLIPPED = {
    '>=': '<=',
    '>': '<',
    '<=': '>=',
    '<': '>',
    '==': '==',
    '!=': '!=',
};
/** Whether a sign compares. */
function isOperator(sign) {
    return OPERATORS.some((operator) => operator === sign);
}
/** A threshold's line without `fail:` or `warn:`. */
function withoutSeverity({ text }) {
    return text.replace(/^(fail|warn)\s*:\s*/i, '');
}
/** A value or a condition, and everything that it is made of, in the order in which it is written. */
function partsOf(whole) {
    return [whole, ...directPartsOf(whole).flatMap(partsOf)];
}
function directPartsOf(whole) {
    if ('left' in whole)
        return [whole.left, whole.right];
    if (whole.kind === 'negative')
        return [whole.value];
    const condition = 'condition' in whole ? [whole.condition] : [];
    return 'where' in whole && whole.where ? [...condition, whole.where] : condition;
}
/** Whether `baseline` stands anywhere in a value. */
function mentionsBaseline(value) {
    return partsOf(value).some(({ kind }) => kind === 'baseline');
}
const MEASURED = ['aggregate', 'count', 'rate', 'fact', 'run'];
/** Whether a value depends on what the run measured. */
function measuresSomething(value) {
    return partsOf(value).some(({ kind }) => MEASURED.includes(kind));
}
/** Whether a value needs what CallScaler says of the far end. */
function asksFarEnd(value) {
    return partsOf(value).some((part) => part.kind === 'fact' && (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .isFactOver */ .xm)('far end', part.name));
}
/** The side that is measured, and the other, which is its limit: what depends on the run, and of two such sides the left one. */
function sidesOf({ left, right }) {
    const flipped = !measuresSomething(left) || mentionsBaseline(left);
    return flipped ? { measured: right, limit: left, flipped } : { measured: left, limit: right, flipped };
}


/***/ }),

/***/ 435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   QG: () => (/* binding */ unitOfMetric),
/* harmony export */   nO: () => (/* binding */ alike),
/* harmony export */   yX: () => (/* binding */ combined)
/* harmony export */ });
/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(833);

const MS_PER_S = 1_000;
const SPOKEN = {
    '': 'a number without a unit',
    bare: 'a number without a unit',
    '%': 'a percentage',
    ms: 'a time',
    s: 'a time',
    unknown: 'a value of unknown unit',
};
/** How two values are added, subtracted or compared; or why they cannot be, as text. */
function alike(left, right) {
    if (left === right || right === 'bare')
        return { unit: left, left: 1, right: 1 };
    if (left === 'bare')
        return { unit: right, left: 1, right: 1 };
    if (left === 'ms' && right === 's')
        return { unit: 's', left: MS_PER_S, right: 1 };
    if (left === 's' && right === 'ms')
        return { unit: 's', left: 1, right: MS_PER_S };
    if (left === 'unknown' || right === 'unknown') {
        const other = left === 'unknown' ? right : left;
        return other === ''
            ? { unit: 'unknown', left: 1, right: 1 }
            : `the catalogue does not know this value's unit, so it goes with numbers without a unit only, not with ${SPOKEN[other]}`;
    }
    return `${SPOKEN[left]} and ${SPOKEN[right]} cannot be compared, added or subtracted`;
}
/** How the sides of an operation go together, by their units; or why they do not, as text. */
function combined({ sign, ...sides }, left, right) {
    if (sign === '+' || sign === '-')
        return alike(left, right);
    if (isShare(sides.right))
        return { unit: left, left: 1, right: 100 };
    if (sign === '*' && isShare(sides.left))
        return { unit: right, left: 100, right: 1 };
    const plain = (measure) => measure === 'bare' || measure === '';
    if (plain(right))
        return { unit: left === 'bare' ? right : left, left: 1, right: 1 };
    if (sign === '*' && plain(left))
        return { unit: right, left: 1, right: 1 };
    const both = sign === '/' && left !== 'bare' ? alike(left, right) : '';
    if (typeof both !== 'string')
        return { ...both, unit: '' };
    return `${SPOKEN[left]} cannot be ${sign === '*' ? 'multiplied' : 'divided'} by ${SPOKEN[right]}`;
}
/** The unit of a metric's values; `unknown` where the catalogue does not have it. */
function unitOfMetric({ metric }) {
    return (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .metricFacts */ .gt)(metric)?.unit ?? 'unknown';
}
/** A literal percentage, which in a product is a share: `endpoints * 50%`. */
function isShare(value) {
    return value.kind === 'number' && value.unit === '%';
}


/***/ }),

/***/ 79:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  ExitCode: () => (/* binding */ ExitCode),
  addPath: () => (/* binding */ addPath),
  debug: () => (/* binding */ debug),
  endGroup: () => (/* binding */ endGroup),
  error: () => (/* binding */ error),
  exportVariable: () => (/* binding */ exportVariable),
  getBooleanInput: () => (/* binding */ getBooleanInput),
  getIDToken: () => (/* binding */ getIDToken),
  getInput: () => (/* binding */ getInput),
  getMultilineInput: () => (/* binding */ getMultilineInput),
  getState: () => (/* binding */ getState),
  group: () => (/* binding */ group),
  info: () => (/* binding */ info),
  isDebug: () => (/* binding */ isDebug),
  markdownSummary: () => (/* reexport */ markdownSummary),
  notice: () => (/* binding */ notice),
  platform: () => (/* reexport */ platform_namespaceObject),
  saveState: () => (/* binding */ saveState),
  setCommandEcho: () => (/* binding */ setCommandEcho),
  setFailed: () => (/* binding */ setFailed),
  setOutput: () => (/* binding */ setOutput),
  setSecret: () => (/* binding */ setSecret),
  startGroup: () => (/* binding */ startGroup),
  summary: () => (/* reexport */ summary),
  toPlatformPath: () => (/* reexport */ toPlatformPath),
  toPosixPath: () => (/* reexport */ toPosixPath),
  toWin32Path: () => (/* reexport */ toWin32Path),
  warning: () => (/* binding */ warning)
});

// NAMESPACE OBJECT: ./node_modules/@actions/core/lib/platform.js
var platform_namespaceObject = {};
__nccwpck_require__.r(platform_namespaceObject);
__nccwpck_require__.d(platform_namespaceObject, {
  arch: () => (arch),
  getDetails: () => (getDetails),
  isLinux: () => (isLinux),
  isMacOS: () => (isMacOS),
  isWindows: () => (isWindows),
  platform: () => (platform)
});

;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function issue(name, message = '') {
    issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_namespaceObject.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_namespaceObject.appendFileSync(filePath, `${toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 2 modules
var lib = __nccwpck_require__(468);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/auth.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
class BasicCredentialHandler {
    constructor(username, password) {
        this.username = username;
        this.password = password;
    }
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`${this.username}:${this.password}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class BearerCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Bearer ${this.token}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class PersonalAccessTokenCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`PAT:${this.token}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
//# sourceMappingURL=auth.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/oidc-utils.js
var oidc_utils_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



class OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new lib/* HttpClient */.Qq('actions/oidc-client', [new BearerCredentialHandler(OidcClient.getRequestToken())], requestOptions);
    }
    static getRequestToken() {
        const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (!token) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable');
        }
        return token;
    }
    static getIDTokenUrl() {
        const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
        if (!runtimeUrl) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
        }
        return runtimeUrl;
    }
    static getCall(id_token_url) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            var _a;
            const httpclient = OidcClient.createHttpClient();
            const res = yield httpclient
                .getJson(id_token_url)
                .catch(error => {
                throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
            });
            const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
            if (!id_token) {
                throw new Error('Response json body do not have ID Token field');
            }
            return id_token;
        });
    }
    static getIDToken(audience) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            try {
                // New ID Token is requested from action service
                let id_token_url = OidcClient.getIDTokenUrl();
                if (audience) {
                    const encodedAudience = encodeURIComponent(audience);
                    id_token_url = `${id_token_url}&audience=${encodedAudience}`;
                }
                debug(`ID token url is ${id_token_url}`);
                const id_token = yield OidcClient.getCall(id_token_url);
                setSecret(id_token);
                return id_token;
            }
            catch (error) {
                throw new Error(`Error message: ${error.message}`);
            }
        });
    }
}
//# sourceMappingURL=oidc-utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_namespaceObject.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_namespaceObject.constants.R_OK | external_fs_namespaceObject.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_namespaceObject.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = _summary;
const summary = _summary;
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/path-utils.js

/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, external_path_namespaceObject.sep);
}
//# sourceMappingURL=path-utils.js.map
;// CONCATENATED MODULE: external "string_decoder"
const external_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");
// EXTERNAL MODULE: external "events"
var external_events_ = __nccwpck_require__(434);
;// CONCATENATED MODULE: external "child_process"
const external_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");
// EXTERNAL MODULE: external "assert"
var external_assert_ = __nccwpck_require__(613);
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io-util.js
var io_util_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir, open: io_util_open, readdir, rename, rm, rmdir, stat, symlink, unlink } = external_fs_namespaceObject.promises;
// export const {open} = 'fs'
const IS_WINDOWS = process.platform === 'win32';
/**
 * Custom implementation of readlink to ensure Windows junctions
 * maintain trailing backslash for backward compatibility with Node.js < 24
 *
 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
 * code that relied on this format for path operations.
 *
 * This implementation restores the Node 20 behavior by adding a trailing
 * backslash to all junction results on Windows.
 */
function readlink(fsPath) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        const result = yield fs.promises.readlink(fsPath);
        // On Windows, restore Node 20 behavior: add trailing backslash to all results
        // since junctions on Windows are always directory links
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = external_fs_namespaceObject.constants.O_RDONLY;
function exists(fsPath) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        try {
            yield stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return io_util_awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield stat(fsPath) : yield lstat(fsPath);
        return stats.isDirectory();
    });
}
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
        ); // e.g. C: or C:\hello
    }
    return p.startsWith('/');
}
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function tryGetExecutablePath(filePath, extensions) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            // test file exists
            stats = yield stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                // eslint-disable-next-line no-console
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                // on Windows, test for valid extension
                const upperExt = external_path_namespaceObject.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        // try each extension
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    // eslint-disable-next-line no-console
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        const directory = external_path_namespaceObject.dirname(filePath);
                        const upperName = external_path_namespaceObject.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = external_path_namespaceObject.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        // eslint-disable-next-line no-console
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        return p.replace(/\\\\+/g, '\\');
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
// Get the path of cmd.exe in windows
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
//# sourceMappingURL=io-util.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io.js
var io_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



/**
 * Copies a file or folder.
 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See CopyOptions.
 */
function cp(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield ioUtil.exists(dest)) ? yield ioUtil.stat(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path.join(dest, path.basename(source))
            : dest;
        if (!(yield ioUtil.exists(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield ioUtil.stat(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield io_copyFile(source, newDest, force);
        }
    });
}
/**
 * Moves a path.
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See MoveOptions.
 */
function mv(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                // If dest is directory copy src into dest
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
/**
 * Remove a path recursively with force
 *
 * @param inputPath path to remove
 */
function rmRF(inputPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (ioUtil.IS_WINDOWS) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield ioUtil.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
/**
 * Make a directory.  Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   fsPath        path to create
 * @returns Promise<void>
 */
function mkdirP(fsPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        ok(fsPath, 'a path argument must be provided');
        yield ioUtil.mkdir(fsPath, { recursive: true });
    });
}
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (IS_WINDOWS) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */
function findInPath(tool) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (IS_WINDOWS && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(external_path_namespaceObject.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (isRooted(tool)) {
            const filePath = yield tryGetExecutablePath(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(external_path_namespaceObject.sep)) {
            return [];
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the toolkit should strive for consistency
        // across platforms.
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(external_path_namespaceObject.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield tryGetExecutablePath(external_path_namespaceObject.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield ioUtil.readdir(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield ioUtil.lstat(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield io_copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
// Buffered file copy
function io_copyFile(srcFile, destFile, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        if ((yield ioUtil.lstat(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield ioUtil.lstat(destFile);
                yield ioUtil.unlink(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield ioUtil.chmod(destFile, '0666');
                    yield ioUtil.unlink(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield ioUtil.readlink(srcFile);
            yield ioUtil.symlink(symlinkFull, destFile, ioUtil.IS_WINDOWS ? 'junction' : null);
        }
        else if (!(yield ioUtil.exists(destFile)) || force) {
            yield ioUtil.copyFile(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map
;// CONCATENATED MODULE: external "timers"
const external_timers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/toolrunner.js
var toolrunner_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};







/* eslint-disable @typescript-eslint/unbound-method */
const toolrunner_IS_WINDOWS = process.platform === 'win32';
/*
 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
 */
class ToolRunner extends external_events_.EventEmitter {
    constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
            throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
    }
    _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
            this.options.listeners.debug(message);
        }
    }
    _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? '' : '[command]'; // omit prefix when piped to a second tool
        if (toolrunner_IS_WINDOWS) {
            // Windows + cmd file
            if (this._isCmdFile()) {
                cmd += toolPath;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows + verbatim
            else if (options.windowsVerbatimArguments) {
                cmd += `"${toolPath}"`;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows (regular)
            else {
                cmd += this._windowsQuoteCmdArg(toolPath);
                for (const a of args) {
                    cmd += ` ${this._windowsQuoteCmdArg(a)}`;
                }
            }
        }
        else {
            // OSX/Linux - this can likely be improved with some form of quoting.
            // creating processes on Unix is fundamentally different than Windows.
            // on Unix, execvp() takes an arg array.
            cmd += toolPath;
            for (const a of args) {
                cmd += ` ${a}`;
            }
        }
        return cmd;
    }
    _processLineBuffer(data, strBuffer, onLine) {
        try {
            let s = strBuffer + data.toString();
            let n = s.indexOf(external_os_namespaceObject.EOL);
            while (n > -1) {
                const line = s.substring(0, n);
                onLine(line);
                // the rest of the string ...
                s = s.substring(n + external_os_namespaceObject.EOL.length);
                n = s.indexOf(external_os_namespaceObject.EOL);
            }
            return s;
        }
        catch (err) {
            // streaming lines to console is best effort.  Don't fail a build.
            this._debug(`error processing line. Failed with error ${err}`);
            return '';
        }
    }
    _getSpawnFileName() {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        return this.toolPath;
    }
    _getSpawnArgs(options) {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
                for (const a of this.args) {
                    argline += ' ';
                    argline += options.windowsVerbatimArguments
                        ? a
                        : this._windowsQuoteCmdArg(a);
                }
                argline += '"';
                return [argline];
            }
        }
        return this.args;
    }
    _endsWith(str, end) {
        return str.endsWith(end);
    }
    _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return (this._endsWith(upperToolPath, '.CMD') ||
            this._endsWith(upperToolPath, '.BAT'));
    }
    _windowsQuoteCmdArg(arg) {
        // for .exe, apply the normal quoting rules that libuv applies
        if (!this._isCmdFile()) {
            return this._uvQuoteCmdArg(arg);
        }
        // otherwise apply quoting rules specific to the cmd.exe command line parser.
        // the libuv rules are generic and are not designed specifically for cmd.exe
        // command line parser.
        //
        // for a detailed description of the cmd.exe command line parser, refer to
        // http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
        // need quotes for empty arg
        if (!arg) {
            return '""';
        }
        // determine whether the arg needs to be quoted
        const cmdSpecialChars = [
            ' ',
            '\t',
            '&',
            '(',
            ')',
            '[',
            ']',
            '{',
            '}',
            '^',
            '=',
            ';',
            '!',
            "'",
            '+',
            ',',
            '`',
            '~',
            '|',
            '<',
            '>',
            '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
            if (cmdSpecialChars.some(x => x === char)) {
                needsQuotes = true;
                break;
            }
        }
        // short-circuit if quotes not needed
        if (!needsQuotes) {
            return arg;
        }
        // the following quoting rules are very similar to the rules that by libuv applies.
        //
        // 1) wrap the string in quotes
        //
        // 2) double-up quotes - i.e. " => ""
        //
        //    this is different from the libuv quoting rules. libuv replaces " with \", which unfortunately
        //    doesn't work well with a cmd.exe command line.
        //
        //    note, replacing " with "" also works well if the arg is passed to a downstream .NET console app.
        //    for example, the command line:
        //          foo.exe "myarg:""my val"""
        //    is parsed by a .NET console app into an arg array:
        //          [ "myarg:\"my val\"" ]
        //    which is the same end result when applying libuv quoting rules. although the actual
        //    command line from libuv quoting rules would look like:
        //          foo.exe "myarg:\"my val\""
        //
        // 3) double-up slashes that precede a quote,
        //    e.g.  hello \world    => "hello \world"
        //          hello\"world    => "hello\\""world"
        //          hello\\"world   => "hello\\\\""world"
        //          hello world\    => "hello world\\"
        //
        //    technically this is not required for a cmd.exe command line, or the batch argument parser.
        //    the reasons for including this as a .cmd quoting rule are:
        //
        //    a) this is optimized for the scenario where the argument is passed from the .cmd file to an
        //       external program. many programs (e.g. .NET console apps) rely on the slash-doubling rule.
        //
        //    b) it's what we've been doing previously (by deferring to node default behavior) and we
        //       haven't heard any complaints about that aspect.
        //
        // note, a weakness of the quoting rules chosen here, is that % is not escaped. in fact, % cannot be
        // escaped when used on the command line directly - even though within a .cmd file % can be escaped
        // by using %%.
        //
        // the saving grace is, on the command line, %var% is left as-is if var is not defined. this contrasts
        // the line parsing rules within a .cmd file, where if var is not defined it is replaced with nothing.
        //
        // one option that was explored was replacing % with ^% - i.e. %var% => ^%var^%. this hack would
        // often work, since it is unlikely that var^ would exist, and the ^ character is removed when the
        // variable is used. the problem, however, is that ^ is not removed when %* is used to pass the args
        // to an external program.
        //
        // an unexplored potential solution for the % escaping problem, is to create a wrapper .cmd file.
        // % can be escaped within a .cmd file.
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\'; // double the slash
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '"'; // double the quote
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _uvQuoteCmdArg(arg) {
        // Tool runner wraps child_process.spawn() and needs to apply the same quoting as
        // Node in certain cases where the undocumented spawn option windowsVerbatimArguments
        // is used.
        //
        // Since this function is a port of quote_cmd_arg from Node 4.x (technically, lib UV,
        // see https://github.com/nodejs/node/blob/v4.x/deps/uv/src/win/process.c for details),
        // pasting copyright notice from Node within this function:
        //
        //      Copyright Joyent, Inc. and other Node contributors. All rights reserved.
        //
        //      Permission is hereby granted, free of charge, to any person obtaining a copy
        //      of this software and associated documentation files (the "Software"), to
        //      deal in the Software without restriction, including without limitation the
        //      rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
        //      sell copies of the Software, and to permit persons to whom the Software is
        //      furnished to do so, subject to the following conditions:
        //
        //      The above copyright notice and this permission notice shall be included in
        //      all copies or substantial portions of the Software.
        //
        //      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        //      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        //      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        //      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        //      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
        //      FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
        //      IN THE SOFTWARE.
        if (!arg) {
            // Need double quotation for empty argument
            return '""';
        }
        if (!arg.includes(' ') && !arg.includes('\t') && !arg.includes('"')) {
            // No quotation needed
            return arg;
        }
        if (!arg.includes('"') && !arg.includes('\\')) {
            // No embedded double quotes or backslashes, so I can just wrap
            // quote marks around the whole thing.
            return `"${arg}"`;
        }
        // Expected input/output:
        //   input : hello"world
        //   output: "hello\"world"
        //   input : hello""world
        //   output: "hello\"\"world"
        //   input : hello\world
        //   output: hello\world
        //   input : hello\\world
        //   output: hello\\world
        //   input : hello\"world
        //   output: "hello\\\"world"
        //   input : hello\\"world
        //   output: "hello\\\\\"world"
        //   input : hello world\
        //   output: "hello world\\" - note the comment in libuv actually reads "hello world\"
        //                             but it appears the comment is wrong, it should be "hello world\\"
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\';
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '\\';
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _cloneExecOptions(options) {
        options = options || {};
        const result = {
            cwd: options.cwd || process.cwd(),
            env: options.env || process.env,
            silent: options.silent || false,
            windowsVerbatimArguments: options.windowsVerbatimArguments || false,
            failOnStdErr: options.failOnStdErr || false,
            ignoreReturnCode: options.ignoreReturnCode || false,
            delay: options.delay || 10000
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
    }
    _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result['windowsVerbatimArguments'] =
            options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
            result.argv0 = `"${toolPath}"`;
        }
        return result;
    }
    /**
     * Exec a tool.
     * Output will be streamed to the live console.
     * Returns promise with return code
     *
     * @param     tool     path to tool to exec
     * @param     options  optional exec options.  See ExecOptions
     * @returns   number
     */
    exec() {
        return toolrunner_awaiter(this, void 0, void 0, function* () {
            // root the tool path if it is unrooted and contains relative pathing
            if (!isRooted(this.toolPath) &&
                (this.toolPath.includes('/') ||
                    (toolrunner_IS_WINDOWS && this.toolPath.includes('\\')))) {
                // prefer options.cwd if it is specified, however options.cwd may also need to be rooted
                this.toolPath = external_path_namespaceObject.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
            }
            // if the tool is only a file name, then resolve it from the PATH
            // otherwise verify it exists (add extension on Windows if necessary)
            this.toolPath = yield which(this.toolPath, true);
            return new Promise((resolve, reject) => toolrunner_awaiter(this, void 0, void 0, function* () {
                this._debug(`exec tool: ${this.toolPath}`);
                this._debug('arguments:');
                for (const arg of this.args) {
                    this._debug(`   ${arg}`);
                }
                const optionsNonNull = this._cloneExecOptions(this.options);
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                    optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_namespaceObject.EOL);
                }
                const state = new ExecState(optionsNonNull, this.toolPath);
                state.on('debug', (message) => {
                    this._debug(message);
                });
                if (this.options.cwd && !(yield exists(this.options.cwd))) {
                    return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
                }
                const fileName = this._getSpawnFileName();
                const cp = external_child_process_namespaceObject.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
                let stdbuffer = '';
                if (cp.stdout) {
                    cp.stdout.on('data', (data) => {
                        if (this.options.listeners && this.options.listeners.stdout) {
                            this.options.listeners.stdout(data);
                        }
                        if (!optionsNonNull.silent && optionsNonNull.outStream) {
                            optionsNonNull.outStream.write(data);
                        }
                        stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.stdline) {
                                this.options.listeners.stdline(line);
                            }
                        });
                    });
                }
                let errbuffer = '';
                if (cp.stderr) {
                    cp.stderr.on('data', (data) => {
                        state.processStderr = true;
                        if (this.options.listeners && this.options.listeners.stderr) {
                            this.options.listeners.stderr(data);
                        }
                        if (!optionsNonNull.silent &&
                            optionsNonNull.errStream &&
                            optionsNonNull.outStream) {
                            const s = optionsNonNull.failOnStdErr
                                ? optionsNonNull.errStream
                                : optionsNonNull.outStream;
                            s.write(data);
                        }
                        errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.errline) {
                                this.options.listeners.errline(line);
                            }
                        });
                    });
                }
                cp.on('error', (err) => {
                    state.processError = err.message;
                    state.processExited = true;
                    state.processClosed = true;
                    state.CheckComplete();
                });
                cp.on('exit', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                cp.on('close', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    state.processClosed = true;
                    this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                state.on('done', (error, exitCode) => {
                    if (stdbuffer.length > 0) {
                        this.emit('stdline', stdbuffer);
                    }
                    if (errbuffer.length > 0) {
                        this.emit('errline', errbuffer);
                    }
                    cp.removeAllListeners();
                    if (error) {
                        reject(error);
                    }
                    else {
                        resolve(exitCode);
                    }
                });
                if (this.options.input) {
                    if (!cp.stdin) {
                        throw new Error('child process missing stdin');
                    }
                    cp.stdin.end(this.options.input);
                }
            }));
        });
    }
}
/**
 * Convert an arg string to an array of args. Handles escaping
 *
 * @param    argString   string of arguments
 * @returns  string[]    array of arguments
 */
function argStringToArray(argString) {
    const args = [];
    let inQuotes = false;
    let escaped = false;
    let arg = '';
    function append(c) {
        // we only escape double quotes.
        if (escaped && c !== '"') {
            arg += '\\';
        }
        arg += c;
        escaped = false;
    }
    for (let i = 0; i < argString.length; i++) {
        const c = argString.charAt(i);
        if (c === '"') {
            if (!escaped) {
                inQuotes = !inQuotes;
            }
            else {
                append(c);
            }
            continue;
        }
        if (c === '\\' && escaped) {
            append(c);
            continue;
        }
        if (c === '\\' && inQuotes) {
            escaped = true;
            continue;
        }
        if (c === ' ' && !inQuotes) {
            if (arg.length > 0) {
                args.push(arg);
                arg = '';
            }
            continue;
        }
        append(c);
    }
    if (arg.length > 0) {
        args.push(arg.trim());
    }
    return args;
}
class ExecState extends external_events_.EventEmitter {
    constructor(options, toolPath) {
        super();
        this.processClosed = false; // tracks whether the process has exited and stdio is closed
        this.processError = '';
        this.processExitCode = 0;
        this.processExited = false; // tracks whether the process has exited
        this.processStderr = false; // tracks whether stderr was written to
        this.delay = 10000; // 10 seconds
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
            throw new Error('toolPath must not be empty');
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
            this.delay = options.delay;
        }
    }
    CheckComplete() {
        if (this.done) {
            return;
        }
        if (this.processClosed) {
            this._setResult();
        }
        else if (this.processExited) {
            this.timeout = (0,external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this);
        }
    }
    _debug(message) {
        this.emit('debug', message);
    }
    _setResult() {
        // determine whether there is an error
        let error;
        if (this.processExited) {
            if (this.processError) {
                error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
            }
            else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
                error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
            }
            else if (this.processStderr && this.options.failOnStdErr) {
                error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
            }
        }
        // clear the timeout
        if (this.timeout) {
            clearTimeout(this.timeout);
            this.timeout = null;
        }
        this.done = true;
        this.emit('done', error, this.processExitCode);
    }
    static HandleTimeout(state) {
        if (state.done) {
            return;
        }
        if (!state.processClosed && state.processExited) {
            const message = `The STDIO streams did not close within ${state.delay / 1000} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
            state._debug(message);
        }
        state._setResult();
    }
}
//# sourceMappingURL=toolrunner.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/exec.js
var exec_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


/**
 * Exec a command.
 * Output will be streamed to the live console.
 * Returns promise with return code
 *
 * @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
 * @param     args               optional arguments for tool. Escaping is handled by the lib.
 * @param     options            optional exec options.  See ExecOptions
 * @returns   Promise<number>    exit code
 */
function exec(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        const commandArgs = argStringToArray(commandLine);
        if (commandArgs.length === 0) {
            throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
        }
        // Path to tool to execute should be first arg
        const toolPath = commandArgs[0];
        args = commandArgs.slice(1).concat(args || []);
        const runner = new ToolRunner(toolPath, args, options);
        return runner.exec();
    });
}
/**
 * Exec a command and get the output.
 * Output will be streamed to the live console.
 * Returns promise with the exit code and collected stdout and stderr
 *
 * @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
 * @param     args                  optional arguments for tool. Escaping is handled by the lib.
 * @param     options               optional exec options.  See ExecOptions
 * @returns   Promise<ExecOutput>   exit code, stdout, and stderr
 */
function getExecOutput(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        var _a, _b;
        let stdout = '';
        let stderr = '';
        //Using string decoder covers the case where a mult-byte character is split
        const stdoutDecoder = new external_string_decoder_namespaceObject.StringDecoder('utf8');
        const stderrDecoder = new external_string_decoder_namespaceObject.StringDecoder('utf8');
        const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
        const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
        const stdErrListener = (data) => {
            stderr += stderrDecoder.write(data);
            if (originalStdErrListener) {
                originalStdErrListener(data);
            }
        };
        const stdOutListener = (data) => {
            stdout += stdoutDecoder.write(data);
            if (originalStdoutListener) {
                originalStdoutListener(data);
            }
        };
        const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
        const exitCode = yield exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
        //flush any remaining characters
        stdout += stdoutDecoder.end();
        stderr += stderrDecoder.end();
        return {
            exitCode,
            stdout,
            stderr
        };
    });
}
//# sourceMappingURL=exec.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/platform.js
var platform_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout: version } = yield getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield getExecOutput('sw_vers', undefined, {
        silent: true
    });
    const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
    const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : '';
    return {
        name,
        version
    };
});
const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield getExecOutput('lsb_release', ['-i', '-r', '-s'], {
        silent: true
    });
    const [name, version] = stdout.trim().split('\n');
    return {
        name,
        version
    };
});
const platform = external_os_namespaceObject.platform();
const arch = external_os_namespaceObject.arch();
const isWindows = platform === 'win32';
const isMacOS = platform === 'darwin';
const isLinux = platform === 'linux';
function getDetails() {
    return platform_awaiter(this, void 0, void 0, function* () {
        return Object.assign(Object.assign({}, (yield (isWindows
            ? getWindowsInfo()
            : isMacOS
                ? getMacOsInfo()
                : getLinuxInfo()))), { platform,
            arch,
            isWindows,
            isMacOS,
            isLinux });
    });
}
//# sourceMappingURL=platform.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${external_path_namespaceObject.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_namespaceObject.EOL);
    issueCommand('set-output', { name }, toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_namespaceObject.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return core_awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map

/***/ }),

/***/ 468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Qq: () => (/* binding */ HttpClient)
});

// UNUSED EXPORTS: Headers, HttpClientError, HttpClientResponse, HttpCodes, MediaTypes, getProxyUrl, isHttps

// EXTERNAL MODULE: external "http"
var external_http_ = __nccwpck_require__(611);
var external_http_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_http_, 2);
// EXTERNAL MODULE: external "https"
var external_https_ = __nccwpck_require__(692);
var external_https_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_https_, 2);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    // Determine the request port
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
//# sourceMappingURL=proxy.js.map
// EXTERNAL MODULE: ./node_modules/tunnel/index.js
var tunnel = __nccwpck_require__(770);
;// CONCATENATED MODULE: external "./no-undici.js"
var x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var y = (x) => (() => (x))
const external_no_undici_js_namespaceObject = x({ ["ProxyAgent"]: () => (__WEBPACK_EXTERNAL_MODULE__no_undici_js_1be51023__.ProxyAgent) });
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/index.js
/* eslint-disable @typescript-eslint/no-explicit-any */
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};





var HttpCodes;
(function (HttpCodes) {
    HttpCodes[HttpCodes["OK"] = 200] = "OK";
    HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
    HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
    HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
    HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
    HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
    HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
    HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
    HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
    HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
    HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
    HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
    HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
    HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
    HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
    HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
    HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
    HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
    HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
    HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
    HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
    HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
    HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
    HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
    HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
    HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
    HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function (Headers) {
    Headers["Accept"] = "accept";
    Headers["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function (MediaTypes) {
    MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
/**
 * Returns the proxy URL, depending upon the supplied url and proxy environment variables.
 * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
 */
function lib_getProxyUrl(serverUrl) {
    const proxyUrl = pm.getProxyUrl(new URL(serverUrl));
    return proxyUrl ? proxyUrl.href : '';
}
const HttpRedirectCodes = [
    HttpCodes.MovedPermanently,
    HttpCodes.ResourceMoved,
    HttpCodes.SeeOther,
    HttpCodes.TemporaryRedirect,
    HttpCodes.PermanentRedirect
];
const HttpResponseRetryCodes = [
    HttpCodes.BadGateway,
    HttpCodes.ServiceUnavailable,
    HttpCodes.GatewayTimeout
];
const RetryableHttpVerbs = ['OPTIONS', 'GET', 'DELETE', 'HEAD'];
const ExponentialBackoffCeiling = 10;
const ExponentialBackoffTimeSlice = 5;
class HttpClientError extends Error {
    constructor(message, statusCode) {
        super(message);
        this.name = 'HttpClientError';
        this.statusCode = statusCode;
        Object.setPrototypeOf(this, HttpClientError.prototype);
    }
}
class HttpClientResponse {
    constructor(message) {
        this.message = message;
    }
    readBody() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                let output = Buffer.alloc(0);
                this.message.on('data', (chunk) => {
                    output = Buffer.concat([output, chunk]);
                });
                this.message.on('end', () => {
                    resolve(output.toString());
                });
            }));
        });
    }
    readBodyBuffer() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                const chunks = [];
                this.message.on('data', (chunk) => {
                    chunks.push(chunk);
                });
                this.message.on('end', () => {
                    resolve(Buffer.concat(chunks));
                });
            }));
        });
    }
}
function isHttps(requestUrl) {
    const parsedUrl = new URL(requestUrl);
    return parsedUrl.protocol === 'https:';
}
class HttpClient {
    constructor(userAgent, handlers, requestOptions) {
        this._ignoreSslError = false;
        this._allowRedirects = true;
        this._allowRedirectDowngrade = false;
        this._maxRedirects = 50;
        this._allowRetries = false;
        this._maxRetries = 1;
        this._keepAlive = false;
        this._disposed = false;
        this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
        this.handlers = handlers || [];
        this.requestOptions = requestOptions;
        if (requestOptions) {
            if (requestOptions.ignoreSslError != null) {
                this._ignoreSslError = requestOptions.ignoreSslError;
            }
            this._socketTimeout = requestOptions.socketTimeout;
            if (requestOptions.allowRedirects != null) {
                this._allowRedirects = requestOptions.allowRedirects;
            }
            if (requestOptions.allowRedirectDowngrade != null) {
                this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
            }
            if (requestOptions.maxRedirects != null) {
                this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
            }
            if (requestOptions.keepAlive != null) {
                this._keepAlive = requestOptions.keepAlive;
            }
            if (requestOptions.allowRetries != null) {
                this._allowRetries = requestOptions.allowRetries;
            }
            if (requestOptions.maxRetries != null) {
                this._maxRetries = requestOptions.maxRetries;
            }
        }
    }
    options(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('OPTIONS', requestUrl, null, additionalHeaders || {});
        });
    }
    get(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('GET', requestUrl, null, additionalHeaders || {});
        });
    }
    del(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('DELETE', requestUrl, null, additionalHeaders || {});
        });
    }
    post(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('POST', requestUrl, data, additionalHeaders || {});
        });
    }
    patch(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PATCH', requestUrl, data, additionalHeaders || {});
        });
    }
    put(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PUT', requestUrl, data, additionalHeaders || {});
        });
    }
    head(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('HEAD', requestUrl, null, additionalHeaders || {});
        });
    }
    sendStream(verb, requestUrl, stream, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request(verb, requestUrl, stream, additionalHeaders);
        });
    }
    /**
     * Gets a typed object from an endpoint
     * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
     */
    getJson(requestUrl_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            const res = yield this.get(requestUrl, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    postJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.post(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    putJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.put(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    patchJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.patch(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    /**
     * Makes a raw http request.
     * All other methods such as get, post, patch, and request ultimately call this.
     * Prefer get, del, post and patch
     */
    request(verb, requestUrl, data, headers) {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._disposed) {
                throw new Error('Client has already been disposed.');
            }
            const parsedUrl = new URL(requestUrl);
            let info = this._prepareRequest(verb, parsedUrl, headers);
            // Only perform retries on reads since writes may not be idempotent.
            const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb)
                ? this._maxRetries + 1
                : 1;
            let numTries = 0;
            let response;
            do {
                response = yield this.requestRaw(info, data);
                // Check if it's an authentication challenge
                if (response &&
                    response.message &&
                    response.message.statusCode === HttpCodes.Unauthorized) {
                    let authenticationHandler;
                    for (const handler of this.handlers) {
                        if (handler.canHandleAuthentication(response)) {
                            authenticationHandler = handler;
                            break;
                        }
                    }
                    if (authenticationHandler) {
                        return authenticationHandler.handleAuthentication(this, info, data);
                    }
                    else {
                        // We have received an unauthorized response but have no handlers to handle it.
                        // Let the response return to the caller.
                        return response;
                    }
                }
                let redirectsRemaining = this._maxRedirects;
                while (response.message.statusCode &&
                    HttpRedirectCodes.includes(response.message.statusCode) &&
                    this._allowRedirects &&
                    redirectsRemaining > 0) {
                    const redirectUrl = response.message.headers['location'];
                    if (!redirectUrl) {
                        // if there's no location to redirect to, we won't
                        break;
                    }
                    const parsedRedirectUrl = new URL(redirectUrl);
                    if (parsedUrl.protocol === 'https:' &&
                        parsedUrl.protocol !== parsedRedirectUrl.protocol &&
                        !this._allowRedirectDowngrade) {
                        throw new Error('Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.');
                    }
                    // we need to finish reading the response before reassigning response
                    // which will leak the open socket.
                    yield response.readBody();
                    // strip authorization header if redirected to a different hostname
                    if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
                        for (const header in headers) {
                            // header names are case insensitive
                            if (header.toLowerCase() === 'authorization') {
                                delete headers[header];
                            }
                        }
                    }
                    // let's make the request with the new redirectUrl
                    info = this._prepareRequest(verb, parsedRedirectUrl, headers);
                    response = yield this.requestRaw(info, data);
                    redirectsRemaining--;
                }
                if (!response.message.statusCode ||
                    !HttpResponseRetryCodes.includes(response.message.statusCode)) {
                    // If not a retry code, return immediately instead of retrying
                    return response;
                }
                numTries += 1;
                if (numTries < maxTries) {
                    yield response.readBody();
                    yield this._performExponentialBackoff(numTries);
                }
            } while (numTries < maxTries);
            return response;
        });
    }
    /**
     * Needs to be called if keepAlive is set to true in request options.
     */
    dispose() {
        if (this._agent) {
            this._agent.destroy();
        }
        this._disposed = true;
    }
    /**
     * Raw request.
     * @param info
     * @param data
     */
    requestRaw(info, data) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => {
                function callbackForResult(err, res) {
                    if (err) {
                        reject(err);
                    }
                    else if (!res) {
                        // If `err` is not passed, then `res` must be passed.
                        reject(new Error('Unknown error'));
                    }
                    else {
                        resolve(res);
                    }
                }
                this.requestRawWithCallback(info, data, callbackForResult);
            });
        });
    }
    /**
     * Raw request with callback.
     * @param info
     * @param data
     * @param onResult
     */
    requestRawWithCallback(info, data, onResult) {
        if (typeof data === 'string') {
            if (!info.options.headers) {
                info.options.headers = {};
            }
            info.options.headers['Content-Length'] = Buffer.byteLength(data, 'utf8');
        }
        let callbackCalled = false;
        function handleResult(err, res) {
            if (!callbackCalled) {
                callbackCalled = true;
                onResult(err, res);
            }
        }
        const req = info.httpModule.request(info.options, (msg) => {
            const res = new HttpClientResponse(msg);
            handleResult(undefined, res);
        });
        let socket;
        req.on('socket', sock => {
            socket = sock;
        });
        // If we ever get disconnected, we want the socket to timeout eventually
        req.setTimeout(this._socketTimeout || 3 * 60000, () => {
            if (socket) {
                socket.end();
            }
            handleResult(new Error(`Request timeout: ${info.options.path}`));
        });
        req.on('error', function (err) {
            // err has statusCode property
            // res should have headers
            handleResult(err);
        });
        if (data && typeof data === 'string') {
            req.write(data, 'utf8');
        }
        if (data && typeof data !== 'string') {
            data.on('close', function () {
                req.end();
            });
            data.pipe(req);
        }
        else {
            req.end();
        }
    }
    /**
     * Gets an http agent. This function is useful when you need an http agent that handles
     * routing through a proxy server - depending upon the url and proxy environment variables.
     * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
     */
    getAgent(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        return this._getAgent(parsedUrl);
    }
    getAgentDispatcher(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (!useProxy) {
            return;
        }
        return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
    }
    _prepareRequest(method, requestUrl, headers) {
        const info = {};
        info.parsedUrl = requestUrl;
        const usingSsl = info.parsedUrl.protocol === 'https:';
        info.httpModule = usingSsl ? external_https_namespaceObject : external_http_namespaceObject;
        const defaultPort = usingSsl ? 443 : 80;
        info.options = {};
        info.options.host = info.parsedUrl.hostname;
        info.options.port = info.parsedUrl.port
            ? parseInt(info.parsedUrl.port)
            : defaultPort;
        info.options.path =
            (info.parsedUrl.pathname || '') + (info.parsedUrl.search || '');
        info.options.method = method;
        info.options.headers = this._mergeHeaders(headers);
        if (this.userAgent != null) {
            info.options.headers['user-agent'] = this.userAgent;
        }
        info.options.agent = this._getAgent(info.parsedUrl);
        // gives handlers an opportunity to participate
        if (this.handlers) {
            for (const handler of this.handlers) {
                handler.prepareRequest(info.options);
            }
        }
        return info;
    }
    _mergeHeaders(headers) {
        if (this.requestOptions && this.requestOptions.headers) {
            return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
        }
        return lowercaseKeys(headers || {});
    }
    /**
     * Gets an existing header value or returns a default.
     * Handles converting number header values to strings since HTTP headers must be strings.
     * Note: This returns string | string[] since some headers can have multiple values.
     * For headers that must always be a single string (like Content-Type), use the
     * specialized _getExistingOrDefaultContentTypeHeader method instead.
     */
    _getExistingOrDefaultHeader(additionalHeaders, header, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
            if (headerValue) {
                clientHeader =
                    typeof headerValue === 'number' ? headerValue.toString() : headerValue;
            }
        }
        const additionalValue = additionalHeaders[header];
        if (additionalValue !== undefined) {
            return typeof additionalValue === 'number'
                ? additionalValue.toString()
                : additionalValue;
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    /**
     * Specialized version of _getExistingOrDefaultHeader for Content-Type header.
     * Always returns a single string (not an array) since Content-Type should be a single value.
     * Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
     * This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
     * that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
     */
    _getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
            if (headerValue) {
                if (typeof headerValue === 'number') {
                    clientHeader = String(headerValue);
                }
                else if (Array.isArray(headerValue)) {
                    clientHeader = headerValue.join(', ');
                }
                else {
                    clientHeader = headerValue;
                }
            }
        }
        const additionalValue = additionalHeaders[Headers.ContentType];
        // Return the first non-undefined value, converting numbers or arrays to strings if necessary
        if (additionalValue !== undefined) {
            if (typeof additionalValue === 'number') {
                return String(additionalValue);
            }
            else if (Array.isArray(additionalValue)) {
                return additionalValue.join(', ');
            }
            else {
                return additionalValue;
            }
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    _getAgent(parsedUrl) {
        let agent;
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (this._keepAlive && useProxy) {
            agent = this._proxyAgent;
        }
        if (!useProxy) {
            agent = this._agent;
        }
        // if agent is already assigned use that agent.
        if (agent) {
            return agent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        let maxSockets = 100;
        if (this.requestOptions) {
            maxSockets = this.requestOptions.maxSockets || external_http_.globalAgent.maxSockets;
        }
        // This is `useProxy` again, but we need to check `proxyURl` directly for TypeScripts's flow analysis.
        if (proxyUrl && proxyUrl.hostname) {
            const agentOptions = {
                maxSockets,
                keepAlive: this._keepAlive,
                proxy: Object.assign(Object.assign({}, ((proxyUrl.username || proxyUrl.password) && {
                    proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
                })), { host: proxyUrl.hostname, port: proxyUrl.port })
            };
            let tunnelAgent;
            const overHttps = proxyUrl.protocol === 'https:';
            if (usingSsl) {
                tunnelAgent = overHttps ? tunnel.httpsOverHttps : tunnel.httpsOverHttp;
            }
            else {
                tunnelAgent = overHttps ? tunnel.httpOverHttps : tunnel.httpOverHttp;
            }
            agent = tunnelAgent(agentOptions);
            this._proxyAgent = agent;
        }
        // if tunneling agent isn't assigned create a new agent
        if (!agent) {
            const options = { keepAlive: this._keepAlive, maxSockets };
            agent = usingSsl ? new external_https_.Agent(options) : new external_http_.Agent(options);
            this._agent = agent;
        }
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            agent.options = Object.assign(agent.options || {}, {
                rejectUnauthorized: false
            });
        }
        return agent;
    }
    _getProxyAgentDispatcher(parsedUrl, proxyUrl) {
        let proxyAgent;
        if (this._keepAlive) {
            proxyAgent = this._proxyAgentDispatcher;
        }
        // if agent is already assigned use that agent.
        if (proxyAgent) {
            return proxyAgent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        proxyAgent = new external_no_undici_js_namespaceObject.ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, ((proxyUrl.username || proxyUrl.password) && {
            token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString('base64')}`
        })));
        this._proxyAgentDispatcher = proxyAgent;
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
                rejectUnauthorized: false
            });
        }
        return proxyAgent;
    }
    _getUserAgentWithOrchestrationId(userAgent) {
        const baseUserAgent = userAgent || 'actions/http-client';
        const orchId = process.env['ACTIONS_ORCHESTRATION_ID'];
        if (orchId) {
            // Sanitize the orchestration ID to ensure it contains only valid characters
            // Valid characters: 0-9, a-z, _, -, .
            const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, '_');
            return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`;
        }
        return baseUserAgent;
    }
    _performExponentialBackoff(retryNumber) {
        return __awaiter(this, void 0, void 0, function* () {
            retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
            const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
            return new Promise(resolve => setTimeout(() => resolve(), ms));
        });
    }
    _processResponse(res, options) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
                const statusCode = res.message.statusCode || 0;
                const response = {
                    statusCode,
                    result: null,
                    headers: {}
                };
                // not found leads to null obj returned
                if (statusCode === HttpCodes.NotFound) {
                    resolve(response);
                }
                // get the result from the body
                function dateTimeDeserializer(key, value) {
                    if (typeof value === 'string') {
                        const a = new Date(value);
                        if (!isNaN(a.valueOf())) {
                            return a;
                        }
                    }
                    return value;
                }
                let obj;
                let contents;
                try {
                    contents = yield res.readBody();
                    if (contents && contents.length > 0) {
                        if (options && options.deserializeDates) {
                            obj = JSON.parse(contents, dateTimeDeserializer);
                        }
                        else {
                            obj = JSON.parse(contents);
                        }
                        response.result = obj;
                    }
                    response.headers = res.message.headers;
                }
                catch (err) {
                    // Invalid resource (contents not json);  leaving result obj null
                }
                // note that 3xx redirects are handled by the http layer.
                if (statusCode > 299) {
                    let msg;
                    // if exception/error in body, attempt to get better error
                    if (obj && obj.message) {
                        msg = obj.message;
                    }
                    else if (contents && contents.length > 0) {
                        // it may be the case that the exception is in the body message as string
                        msg = contents;
                    }
                    else {
                        msg = `Failed request: (${statusCode})`;
                    }
                    const err = new HttpClientError(msg, statusCode);
                    err.result = response.result;
                    reject(err);
                }
                else {
                    resolve(response);
                }
            }));
        });
    }
}
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => ((c[k.toLowerCase()] = obj[k]), c), {});
//# sourceMappingURL=index.js.map

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(691);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
