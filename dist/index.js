import * as __WEBPACK_EXTERNAL_MODULE__not_bundled_js_b0ab5479__ from "./not-bundled.js";
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 1916:
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

/***/ 6380:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

var x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var y = (x) => (() => (x))
module.exports = x({ ["OidcClient"]: () => (__WEBPACK_EXTERNAL_MODULE__not_bundled_js_b0ab5479__.OidcClient), ["ProxyAgent"]: () => (__WEBPACK_EXTERNAL_MODULE__not_bundled_js_b0ab5479__.ProxyAgent), ["getExecOutput"]: () => (__WEBPACK_EXTERNAL_MODULE__not_bundled_js_b0ab5479__.getExecOutput), ["markdownSummary"]: () => (__WEBPACK_EXTERNAL_MODULE__not_bundled_js_b0ab5479__.markdownSummary), ["summary"]: () => (__WEBPACK_EXTERNAL_MODULE__not_bundled_js_b0ab5479__.summary) });

/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 9413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   GC: () => (/* binding */ explainRefusal),
/* harmony export */   RN: () => (/* binding */ inTime),
/* harmony export */   h_: () => (/* binding */ openRepository)
/* harmony export */ });
/* harmony import */ var _base_clamp_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3310);
/* harmony import */ var _base_deadline_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4361);
/* harmony import */ var _base_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1747);
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
                throw new _base_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('input', 'This is not a GitHub workflow: GITHUB_REPOSITORY and GITHUB_SHA are not set.');
            if (!token)
                throw new _base_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('key-refused', '`github-token` is empty.');
            connected ??= tools.connect({
                token,
                ...repository,
                onWait: (line) => log.info(line),
                fail: (kind, message, cause) => new _base_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(kind, message, { cause }),
            });
            return connected;
        },
        within: async (work) => {
            const deadline = (0,_base_deadline_js__WEBPACK_IMPORTED_MODULE_1__/* .openDeadline */ .L)(clock);
            deadline.expireIn(ALLOWANCE_MS);
            deadline.expireAfter(signal, () => {
                const now = clock.now();
                const { most, least, until } = CANCELLED_ALLOWANCE_MS;
                return (0,_base_clamp_js__WEBPACK_IMPORTED_MODULE_2__/* .clamp */ .q)((cancelledAt ?? now) + until - now, least, most);
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
    return (0,_base_deadline_js__WEBPACK_IMPORTED_MODULE_1__/* .unlessAborted */ .W)(work, until, () => new _base_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('interrupted', 'GitHub did not answer in time.'));
}
const LEVELS = {
    statuses: 'permission `statuses: write`',
    'pull-requests': 'permission `pull-requests: write`',
    contents: 'permissions `contents: read` and `statuses: read`',
};
/** An error of GitHub's in words, with the permission that the token may lack. `fork` is whether the pull request is from one. */
function explainRefusal(error, permission, fork) {
    const said = (0,_base_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .explain */ .WE)(error);
    if ((0,_base_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failedAs */ .C4)(error, 'key-refused'))
        return `${said} Check \`github-token\`.`;
    if (!(0,_base_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failedAs */ .C4)(error, 'forbidden', 'not-found'))
        return said;
    const forked = fork
        ? ' The token of a pull request from a fork is read-only, whatever permissions the workflow sets.'
        : '';
    return `${said} Give the job the ${LEVELS[permission]}.${forked}`;
}


/***/ }),

/***/ 3310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ clamp)
/* harmony export */ });
/** The value, or the bound that it is beyond. */
function clamp(value, least, most) {
    return Math.min(Math.max(value, least), most);
}


/***/ }),

/***/ 4743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/** When the process began, by the machine's clock. */
const began = Math.round(Date.now() - process.uptime() * 1_000);
/**
 * The machine's clock as it was when the process began, and from then on only what passes: a clock that is set anew in the meantime, by hours perhaps,
 * moves no deadline and changes no duration.
 */
const systemClock = {
    now: () => began + process.uptime() * 1_000,
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

/***/ 1149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ countsOf),
/* harmony export */   y: () => (/* binding */ mostFrequent)
/* harmony export */ });
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


/***/ }),

/***/ 4361:
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

/***/ 8045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
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


/***/ }),

/***/ 1747:
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
 * - `aborted`: the step was cancelled
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
    return `Internal error; report it to the action's maintainers: ${text}`;
}
/** The code of an error. Anything that is not a `Failure` is a bug. */
function codeOf(error) {
    return error instanceof Failure ? error.code : 'internal';
}


/***/ }),

/***/ 4144:
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
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
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
        list: (pattern, most) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.globSync)(pattern, { cwd: workspace }).toSorted().slice(-most),
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
            throw new Error('it is not a regular file');
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

/***/ 7987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ appendToSummary)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
// The file that the runner shows as the job summary.

/** Appends to the job summary, as `summary.write()` of @actions/core does, whose fs/promises would be loaded with each start. `path` is the runner's. */
function appendToSummary(path, markdown) {
    if (!path)
        throw new Error('Unable to find environment variable for $GITHUB_STEP_SUMMARY. Check if your runtime environment supports job summaries.');
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.R_OK | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.W_OK);
    }
    catch {
        throw new Error(`Unable to access summary file: '${path}'. Check if the file has correct read/write permissions.`);
    }
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(path, markdown);
}


/***/ }),

/***/ 3339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ prefixed),
/* harmony export */   k: () => (/* binding */ logTo)
/* harmony export */ });
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3516);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8566);


/** Longest line that is written, in characters. */
const MAX_LINE = 1_000;
/** A log over the toolkit, without these secrets, which a server may send back. Lines in a message stay lines. */
function logTo(toolkit, secrets = []) {
    const clean = (message) => (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E)(message, secrets)
        .split('\n')
        .map((line) => (line.length > MAX_LINE ? `${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .logLine */ .BP)(line.slice(0, MAX_LINE))}…` : (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .logLine */ .BP)(line)))
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


/***/ }),

/***/ 9119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ZA: () => (/* binding */ suggest),
/* harmony export */   au: () => (/* binding */ didYouMean),
/* harmony export */   pA: () => (/* binding */ nearest)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1916);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8566);


/** Longest text that is compared; the cost grows with the square of it. */
const MAX_LENGTH = 100;
/** Up to so many characters a word is short. */
const SHORT = 5;
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
    const near = [...new Set(candidates)]
        .map((candidate) => ({ candidate, edits: edits(candidate) }))
        // Two edits are a swap of neighbours, the commonest slip of all.
        .filter((found) => found.edits <= Math.max(2, wanted.length / 3) && (found.edits === 0 || found.edits < wanted.length))
        .toSorted((a, b) => a.edits - b.edits);
    // Of a short word many are two edits away: where one is nearer, it is meant.
    const isShort = wanted.length <= SHORT && near[0] !== undefined;
    return near
        .filter((found) => !isShort || found.edits <= Math.max(1, near[0]?.edits ?? 0))
        .slice(0, most)
        .map((found) => found.candidate);
}
/** ` Did you mean A, B or C?`, or nothing where no candidate is near. */
function didYouMean(text, candidates) {
    const found = nearest(text, candidates);
    return found.length === 0 ? '' : ` Did you mean ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inWords */ .r4)(found, ' or ')}?`;
}
/** `; did you mean A or B?`, or the first of the candidates where none is near. */
function suggest(name, candidates) {
    const near = nearest(name, candidates);
    return near.length > 0 ? `; did you mean ${near.join(' or ')}?` : `; expected ${candidates.slice(0, 12).join(', ')}.`;
}


/***/ }),

/***/ 2927:
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

/***/ 3516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ textsChanged),
/* harmony export */   E: () => (/* binding */ redact)
/* harmony export */ });
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4144);
// Text without secrets, wherever it goes: a server may send a key back, and a file may be named after one.

/** A text with each secret in it replaced by `***`. */
function redact(text, secrets) {
    return secrets.reduce((clean, secret) => (secret ? clean.replaceAll(secret, '***') : clean), text);
}
function textsChanged(value, change) {
    if (typeof value === 'string')
        return change(value);
    if (Array.isArray(value))
        return value.map((item) => textsChanged(item, change));
    if (value instanceof Map)
        return new Map([...value].map(([key, item]) => [textsChanged(key, change), textsChanged(item, change)]));
    if (!(0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(value) || ArrayBuffer.isView(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [change(name), textsChanged(item, change)]));
}


/***/ }),

/***/ 8566:
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

/***/ 5691:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3136);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(365);
/* harmony import */ var _base_clock_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4743);
/* harmony import */ var _base_failure_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(1747);
/* harmony import */ var _base_files_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(378);
/* harmony import */ var _base_job_summary_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(7987);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(4057);
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
// Node's HTTP and TLS are a third of the start, and wrong inputs need neither.
function exchangeOnDemand(options) {
    let exchange;
    return async (request, signal) => {
        const { httpExchange } = await Promise.all(/* import() */[__nccwpck_require__.e(942), __nccwpck_require__.e(438)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1438));
        exchange ??= httpExchange(options);
        return exchange(request, signal);
    };
}
try {
    process.exitCode = await (0,_main_js__WEBPACK_IMPORTED_MODULE_8__/* .main */ .i)({
        toolkit: { ..._actions_core__WEBPACK_IMPORTED_MODULE_3__, writeSummary: async (markdown) => (0,_base_job_summary_js__WEBPACK_IMPORTED_MODULE_7__/* .appendToSummary */ .U)(process.env.GITHUB_STEP_SUMMARY, markdown) },
        env: process.env,
        clock: _base_clock_js__WEBPACK_IMPORTED_MODULE_4__/* .systemClock */ .m,
        random: Math.random,
        exchange: exchangeOnDemand,
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

/***/ 5813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ apiKeyOf),
/* harmony export */   p: () => (/* binding */ apiUrlOf)
/* harmony export */ });
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


/***/ }),

/***/ 4057:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./lib/apis/github/repository.js
var github_repository = __nccwpck_require__(9413);
// EXTERNAL MODULE: ./lib/base/failure.js
var base_failure = __nccwpck_require__(1747);
// EXTERNAL MODULE: ./lib/base/log.js
var base_log = __nccwpck_require__(3339);
// EXTERNAL MODULE: ./lib/base/secrets.js
var base_secrets = __nccwpck_require__(3516);
// EXTERNAL MODULE: ./lib/inputs/connection.js
var connection = __nccwpck_require__(5813);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./lib/base/fields.js
var fields = __nccwpck_require__(4144);
// EXTERNAL MODULE: ./lib/base/text.js
var base_text = __nccwpck_require__(8566);
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
        ...(0,fields/* optional */.l)({ pull: pull && { number: pull.number, fork: pull.fork }, base }),
        page: `${env.GITHUB_SERVER_URL || 'https://github.com'}/${owner}/${repo}/actions/runs/${env.GITHUB_RUN_ID ?? ''}${attempt}`,
        runNumber: Number(env.GITHUB_RUN_NUMBER) || 0,
        name: [env.GITHUB_WORKFLOW, env.GITHUB_JOB]
            .filter(Boolean)
            .map((part) => (0,base_text/* plain */.pj)(part ?? '', 80))
            .join(' / '),
        key: (0,external_node_crypto_.createHash)('sha256').update(step.join('\0')).digest('hex').slice(0, 20),
    };
}
function fieldsOf(value) {
    return (0,fields/* isObject */.G)(value) ? value : {};
}
/** The event that started the workflow; empty where there is none, or it cannot be read, which is warned of. */
function readEvent(path, files, warn) {
    if (!path)
        return {};
    let why = 'there is no such file';
    try {
        const text = files.read(path, MAX_EVENT_BYTES);
        const event = text === undefined ? undefined : JSON.parse(text);
        if ((0,fields/* isObject */.G)(event))
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
        ...(0,fields/* optional */.l)({ sha: textOf(head.sha), base: textOf(base.ref) }),
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

// EXTERNAL MODULE: ./lib/base/nearest.js
var nearest = __nccwpck_require__(9119);
// EXTERNAL MODULE: ./lib/thresholds/catalogue.js
var catalogue = __nccwpck_require__(833);
// EXTERNAL MODULE: ./lib/thresholds/syntax.js
var syntax = __nccwpck_require__(5437);
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
var units = __nccwpck_require__(3435);
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
    if (value.kind === 'extreme')
        return value.of.some(isPercentage);
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
    if (!isPercentage(side))
        return;
    for (const value of limit.kind === 'extreme' ? limit.of : [limit]) {
        const share = shareIn(value);
        if (share && (share.value < 1 || !['<=', '<'].includes(operator)))
            throw meantAsShare(share);
    }
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
        case 'spread':
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
        case 'extreme':
            return value.of
                .map((one) => unitOf(one, baseline))
                .reduce((all, next) => {
                const both = (0,units/* alike */.nO)(all, next);
                if (typeof both === 'string')
                    throw new SyntaxProblem(both, value);
                return both.unit;
            });
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
const MAX_DEPTH = 50;
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
            if (++depth > MAX_DEPTH)
                throw new SyntaxProblem(`this is nested more than ${MAX_DEPTH} levels deep`, at);
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

// EXTERNAL MODULE: ./lib/model/series.js
var series = __nccwpck_require__(3220);
// EXTERNAL MODULE: ./lib/model/outcomes.js
var outcomes = __nccwpck_require__(3952);
;// CONCATENATED MODULE: ./lib/thresholds/terms.js
// What values and conditions are made of: the names of metrics, and literals.


/** A metric with what narrows it: `jitter_ms.receive.p95`. Throws a `SyntaxProblem` where that is said twice. */
function metricName(word) {
    const [key = '', ...narrowing] = word.text.split('.');
    const name = { metric: (0,series/* snakeCase */.LW)(key) };
    for (const part of narrowing.map(series/* snakeCase */.LW)) {
        const direction = Object.hasOwn(series/* DIRECTIONS */.X, part) ? series/* DIRECTIONS */.X[part] : undefined;
        const track = part === 'audio' || part === 'video' ? part : undefined;
        if ((direction && name.direction) || (track && name.track) || (!direction && !track && name.statistic)) {
            throw new SyntaxProblem(`\`${word.text}\` is narrowed twice in the same way`, word);
        }
        if (direction)
            name.direction = direction;
        else if (track)
            name.track = track;
        else
            name.statistic = (Object.hasOwn(series/* STATISTICS */.gS, part) && series/* STATISTICS */.gS[part]) || part;
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
    const known = property === 'outcome' ? outcomes/* OUTCOMES */.im : outcomes/* PHASES */.ZG;
    const text = token.text.toUpperCase();
    // A slip here would count nothing and pass for ever; who means a name that is not documented says so with quotes.
    if (token.kind === 'word' && !known.includes(text)) {
        throw new SyntaxProblem(`\`${token.text}\` is not a documented ${property}${(0,nearest/* suggest */.ZA)(text, known)} In quotes it is taken as it stands.`, token);
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
const NAMES = [...Object.keys(catalogue/* FACTS */.qY), 'baseline', 'spread', 'run.summary', ...FUNCTIONS];
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
    if (name === 'baseline' || name === 'spread')
        return { kind: name, ...span };
    if ((0,catalogue/* isFact */.BR)(name))
        return { kind: 'fact', name, ...span };
    if (name.startsWith('run.'))
        return { kind: 'run', path: word.text.split('.').slice(1), ...span };
    const metric = (0,series/* snakeCase */.LW)(word.text.split('.')[0] ?? '');
    if ((0,catalogue/* metricFacts */.gt)(metric))
        throw new SyntaxProblem(`\`${word.text}\` is measured by every endpoint: say how to sum it up, as in avg(${word.text}) or p95(${word.text})`, word);
    if (FUNCTIONS.includes(name) || percentile(name) !== null)
        throw new SyntaxProblem(`\`${word.text}\` needs parentheses: ${FUNCTION_FORMS[name] ?? `${name}(jitter_ms)`}`, word);
    throw new SyntaxProblem(`unknown value \`${word.text}\`${(0,nearest/* suggest */.ZA)(name, NAMES)}`, word);
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
    if ((name === 'max' || name === 'min') && !isOneMetric(parser))
        return { kind: 'extreme', by: name, of: parseValues(parser, word), ...close() };
    const plain = AGGREGATES.find((known) => known === name);
    const by = p === null ? plain && { by: plain } : { by: 'percentile', p };
    if (by) {
        const of = parseMetric(parser, name);
        return { kind: 'aggregate', ...by, of, ...parseWhere(parser), ...close() };
    }
    if (/^p\d/.test(name))
        throw new SyntaxProblem(`\`${word.text}\` is not a percentile; expected p1 to p99, with fractions up to p99.999`, word);
    throw new SyntaxProblem(`unknown function \`${word.text}\`${(0,nearest/* suggest */.ZA)(name, [...FUNCTIONS, ...Object.keys(catalogue/* FACTS */.qY)])}`, {
        start: word.start,
        end: open.start,
    });
}
/** Whether what follows is one metric alone, as in `max(jitter_ms)` and `max(jitter_ms where …)`, and no list of values. */
function isOneMetric(parser) {
    const [word, after] = [parser.peek(), parser.peek(1)];
    const isWord = word.kind === 'word' && !['baseline', 'spread'].includes(word.text.toLowerCase());
    const endsThere = isSign(after, ')') || (after.kind === 'word' && after.text.toLowerCase() === 'where');
    return (isWord && endsThere) || isSign(word, ')');
}
/** The values of `max(avg(mos.send), avg(mos.receive))`, up to the parenthesis. Throws a `SyntaxProblem` where there is but one. */
function parseValues(parser, word) {
    const values = [parser.nested(word, () => parseValue(parser))];
    while (isSign(parser.peek(), ',')) {
        parser.next();
        values.push(parser.nested(word, () => parseValue(parser)));
    }
    if (values.length > 1)
        return values;
    const rest = parser.peek();
    throw new SyntaxProblem(`expected a comma and another value, as in ${word.text}(baseline + 20%, 10ms)${found(rest)}`, rest);
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

;// CONCATENATED MODULE: ./lib/inputs/baseline.js

/** Fewest and most earlier runs that can be asked for. */
const LEAST = 3;
const MOST = 50;
/**
 * The input's text as a request: `previous`, `base-branch`, `last N`, a pattern (it holds `*`, `?`, `[` or `{`), a path (it ends in .json or holds a slash),
 * else a run's id. Undefined where it is empty.
 */
function parseBaseline(text, problem) {
    if (!text)
        return undefined;
    if (text === 'previous' || text === 'base-branch')
        return { kind: text };
    if (/^last(\s|\d|$)/i.test(text)) {
        const count = Number(/^last\s*(\d{1,4})$/i.exec(text)?.[1]);
        if (!(count >= LEAST && count <= MOST))
            problem(`is "${(0,base_text/* plain */.pj)(text, 80)}"; expected last ${LEAST} to last ${MOST}, such as last 7.`);
        return { kind: 'last', count };
    }
    if (/[*?[{]/.test(text))
        return { kind: 'files', pattern: text };
    return /\.json$|[\\/]/i.test(text) ? { kind: 'file', path: text } : { kind: 'run', runId: text };
}
/** Whether several runs are asked for. */
function asksForSeveral({ kind }) {
    return kind === 'last' || kind === 'files';
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
    ({ 'run-id': runs, wait, confirm }, problem) => {
        if (!(confirm > 0))
            return;
        if (runs.length > 0)
            problem('confirm', `is ${confirm}, and with \`run-id\` no test is started, so none can run again.`);
        else if (!wait)
            problem('confirm', `is ${confirm}, and with \`wait\` false nothing is judged that could be confirmed.`);
    },
    ({ thresholds: { length } }, problem) => {
        if (length > MAX_THRESHOLDS)
            problem('thresholds', `and \`thresholds-file\` contain ${length} thresholds; at most ${MAX_THRESHOLDS} are allowed.`);
    },
    ({ thresholds, baseline }, problem) => {
        const comparing = thresholds.filter(({ left, right }) => (0,syntax/* mentionsBaseline */.JM)(left) || (0,syntax/* mentionsBaseline */.JM)(right));
        for (const threshold of baseline ? [] : comparing)
            problem(inputOf(threshold), `line ${threshold.line} compares with baseline, but \`baseline\` is not set: ${(0,base_text/* plain */.pj)(threshold.text, 100)}`);
    },
    ({ thresholds, baseline }, problem) => {
        if (!baseline || asksForSeveral(baseline))
            return;
        for (const threshold of thresholds.filter(({ left, right }) => (0,syntax/* mentionsSpread */.tu)(left) || (0,syntax/* mentionsSpread */.tu)(right)))
            problem(inputOf(threshold), `line ${threshold.line} uses spread, which needs several earlier runs: set \`baseline\` to last 7, or to a pattern of report.json files: ${(0,base_text/* plain */.pj)(threshold.text, 100)}`);
    },
    ({ baseline }, problem, given) => {
        if (baseline?.kind === 'base-branch' && !given('commit-status'))
            problem('baseline', 'is "base-branch", the run of the newest passing commit status, but `commit-status` is not set.');
    },
    // The far end is asked with a key about a number, or not at all; and what is judged of it must have been asked for.
    ({ 'callscaler-api-key': key, 'callscaler-number': number, thresholds }, problem) => {
        if (key && !number)
            problem('callscaler-number', 'is not set: give the tracking number that the test dials.');
        if (number && !key)
            problem('callscaler-api-key', 'is not set: give the secret that holds the key of CallScaler.');
        const asking = thresholds.filter(({ left, right }) => (0,syntax/* asksFarEnd */.z1)(left) || (0,syntax/* asksFarEnd */.z1)(right));
        for (const threshold of key || number ? [] : asking)
            problem(inputOf(threshold), `line ${threshold.line} requires values of the far end, but \`callscaler-number\` and \`callscaler-api-key\` are not set: ${(0,base_text/* plain */.pj)(threshold.text, 100)}`);
    },
];

// EXTERNAL MODULE: ./lib/model/verdict.js
var verdict = __nccwpck_require__(1732);
// EXTERNAL MODULE: ./lib/base/duration.js
var duration = __nccwpck_require__(8045);
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
            problem(`is "${(0,base_text/* plain */.pj)(given, 80)}"; expected ${accepted.join(', ')}.`);
        return found ?? accepted[0];
    };
}
/** Several of the accepted words, in their order, or `none` alone; the first where a word is none of them. */
function choices(...accepted) {
    const all = `expected ${accepted.join(', ')}, or none alone.`;
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
            problem(`contains "${(0,base_text/* plain */.pj)(word, 40)}"; ${all}${near[0] ? ` Did you mean ${near[0]}?` : ''}`);
        }
        if (named.length === 0)
            problem(`is empty; ${all}`);
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
        problem(`is "${(0,base_text/* plain */.pj)(given, 80)}"; expected true or false.`);
    return true;
}
/** A whole number. */
function integer(least, most) {
    return (given, problem) => {
        const value = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
        if (!(value >= least && value <= most))
            problem(`is "${(0,base_text/* plain */.pj)(given, 80)}"; expected whole numbers from ${least} to ${most}.`);
        return value;
    };
}
/** A length of time, in ms. */
function reader_duration(most) {
    return (given, problem) => {
        const ms = (0,duration/* parseDuration */.E)(given) ?? Number.POSITIVE_INFINITY;
        if (ms > most)
            problem(`is "${(0,base_text/* plain */.pj)(given, 80)}"; expected durations such as 90s, 15m or 1h30m, up to ${most / 3_600_000}h.`);
        return ms;
    };
}
/** The address of an API that a key may be sent to. */
function url(given, problem) {
    const address = (0,connection/* apiUrlOf */.p)(given);
    if (address)
        return address;
    // What stands before an @, or behind a ? or #, may be a secret, so such an address is not repeated.
    if (/[@?#]/.test(given))
        problem('contains credentials, a query or a fragment; give the plain https address of the API.');
    else
        problem(`is "${(0,base_text/* plain */.pj)(given, 80)}"; expected https addresses, so that the key is not sent in the clear; plain http only for loopback.`);
    return new URL('https://invalid.invalid');
}
/** Up to so many names, one a line, each once. */
function names(most) {
    return (given, problem) => {
        const named = lines(given);
        if (named.length > most)
            problem(`contains ${named.length} names; at most ${most} are allowed.`);
        const twice = named.find((name, i) => named.indexOf(name) !== i);
        if (twice !== undefined)
            problem(`contains "${(0,base_text/* plain */.pj)(twice, 80)}" twice.`);
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
        problem('is not a CallMeter API key: a key starts with cmk_ and contains no spaces (its value is not shown here).');
    return given;
}
/** The key of CallScaler, if any; no message repeats it. */
function callScalerKey(given, problem) {
    if (/[^\x21-\x7E]/.test(given))
        problem('contains spaces or other characters that no key has (its value is not shown here).');
    return given;
}
/** Longest context of a commit status that GitHub takes, in characters. */
const MAX_CONTEXT = 255;
/** The context of a commit status; empty where it is none that GitHub takes. */
function statusContext(given, problem) {
    // GitHub refuses characters of four bytes here.
    if (given.length <= MAX_CONTEXT && given === (0,base_text/* plain */.pj)(given, MAX_CONTEXT) && !/[\u{10000}-\u{10FFFF}]/u.test(given))
        return given;
    problem(`is "${(0,base_text/* plain */.pj)(given, 80)}"; expected one line of up to ${MAX_CONTEXT} characters without emoji, such as callmeter/quality.`);
    return '';
}
/** The address of a run's page, with `{run}` and, where needed, `{project}` and `{test}` in place of ids. */
function runUrl(given, problem) {
    if (!given)
        return '';
    if (!URL.canParse(given.replaceAll(/\{\w+\}/g, 'x')) || !/^https?:\/\//i.test(given))
        problem(`is "${(0,base_text/* plain */.pj)(given, 120)}"; expected a web address with {run}, and {project} and {test} if needed.`);
    else if (!given.includes('{run}'))
        problem(`is "${(0,base_text/* plain */.pj)(given, 120)}", which lacks {run}: every run would have the same link.`);
    for (const name of given.match(/\{\w*\}/g) ?? []) {
        if (!['{project}', '{test}', '{run}'].includes(name))
            problem(`contains ${(0,base_text/* plain */.pj)(name, 40)}; expected {project}, {test} and {run}.`);
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
        problem('contains only comments. Leave it out for the default, failed_endpoints == 0.');
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
        problem(`is "${file}", which contains no thresholds.`);
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
/** Most runs that confirm a breach. */
const MAX_CONFIRM = 5;
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
    'fail-on': choices(...verdict/* VERDICTS */.bk.filter((verdict) => verdict !== 'passed')),
    wait: reader_boolean,
    /** In ms. */
    timeout: reader_duration(MAX_TIMEOUT_MS),
    /** When to stop a run that this step gives up on. */
    'stop-on': choices('timed-out', 'cancelled'),
    'not-run-retries': integer(0, MAX_RETRIES),
    'max-parallel': integer(1, MAX_PARALLEL),
    'fail-fast': reader_boolean,
    confirm: integer(0, MAX_CONFIRM),
    'check-only': reader_boolean,
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
    'callscaler-settle': reader_duration(MAX_SETTLE_MS),
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
        const text = name === 'api-key' ? (0,connection/* apiKeyOf */.n)(input, env) : input(name);
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

// EXTERNAL MODULE: ./lib/model/check.js
var model_check = __nccwpck_require__(5625);
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
var phrases = __nccwpck_require__(4120);
;// CONCATENATED MODULE: ./lib/report/commit-status.js
// A step as a commit status: one word for GitHub, and one line for people.



/** Longest description that GitHub takes, in characters. */
const MAX_DESCRIPTION = 140;
/** The state for a verdict. A run that was left to itself stays pending, until another step follows it. */
const STATES = {
    passed: 'success',
    warned: 'success',
    failed: 'failure',
    'run-failed': 'error',
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
    'run-failed': 'The run failed in CallMeter',
    'not-run': 'Not run',
    'timed-out': 'Timed out',
    cancelled: 'Cancelled',
    error: 'Could not be judged',
    triggered: 'Started, not waited for',
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

// EXTERNAL MODULE: ./lib/report/report.js
var report = __nccwpck_require__(5650);
// EXTERNAL MODULE: ./lib/report/run-link.js
var run_link = __nccwpck_require__(5536);
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
                await (0,github_repository/* inTime */.RN)(work(context), until);
        }
        catch (error) {
            if ((0,base_failure/* failedAs */.C4)(error, 'forbidden', 'not-found', 'key-refused', 'input'))
                refused.add(permission);
            const warning = `${failure}: ${(0,github_repository/* explainRefusal */.GC)(error, permission, context?.pull?.fork)}`;
            if (!warned.has(warning))
                log.warning(warning);
            warned.add(warning);
        }
    };
    const setStatus = (state, description, runs, until) => attempt(`The commit status "${(0,base_text/* plain */.pj)(statusContext, 80)}" was not set`, 'statuses', until, async ({ owner, repo, sha, page }) => {
        const linked = runs().flatMap(({ runId, test }) => runId === undefined ? [] : [{ runId, ...(0,fields/* optional */.l)({ testId: test.id }) }]);
        const described = description();
        const url = (0,run_link/* linkRuns */.f)(page, linked);
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
                    await setStatus('pending', () => describeStarted(runs), () => runs, until);
                if (comment !== 'never')
                    await onComment(until, async (github, pull, own) => {
                        const { outdateComment } = await Promise.all(/* import() */[__nccwpck_require__.e(793), __nccwpck_require__.e(9), __nccwpck_require__.e(742), __nccwpck_require__.e(833), __nccwpck_require__.e(703)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7703));
                        await outdateComment(github, own, pull, until);
                    });
            });
        },
        ended: (step, fails) => within(async (until) => {
            await background;
            const state = STATES[step.verdict];
            // From here on it is this step's: a status whose answer gets lost may be set, and is not set again to something else.
            if (statusContext)
                notePending(undefined);
            // Pending is what it is already where runs were left to themselves.
            // What the status links is a baseline for others.
            const good = () => step.runs.filter((run) => !(0,report/* brokeWhatOthersHeld */.Qz)(run));
            if (statusContext && !(state === 'pending' && background))
                await setStatus(state, () => describeVerdict(step), good, until);
            if (comment !== 'never') {
                const wanted = comment === 'always' || fails;
                await onComment(until, async (github, pull, own) => {
                    const { writeComment } = await Promise.all(/* import() */[__nccwpck_require__.e(793), __nccwpck_require__.e(9), __nccwpck_require__.e(742), __nccwpck_require__.e(833), __nccwpck_require__.e(703)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7703));
                    await writeComment(step, wanted, { github, context: own, pull, log }, until);
                });
            }
        }),
    };
}

// EXTERNAL MODULE: ./lib/publish/publish.js
var publish = __nccwpck_require__(2004);
// EXTERNAL MODULE: ./lib/report/outputs.js
var report_outputs = __nccwpck_require__(8568);
// EXTERNAL MODULE: ./lib/stages/base-branch.js
var base_branch = __nccwpck_require__(3215);
;// CONCATENATED MODULE: ./lib/main.js














/** The whole step: inputs → its tests → report. Returns the exit code; throws only on a bug. */
async function main(world) {
    const { toolkit, env, clock } = world;
    const startedAt = clock.now();
    const input = (name) => toolkit.getInput(name);
    const secrets = [(0,connection/* apiKeyOf */.n)(input, env), input('callscaler-api-key'), input('github-token')].filter(Boolean);
    const log = (0,base_log/* logTo */.k)(toolkit, secrets);
    for (const secret of secrets)
        toolkit.setSecret(secret);
    // The runner masks its log alone.
    const clean = (report) => (0,base_secrets/* textsChanged */.B)(report, (text) => (0,base_secrets/* redact */.E)(text, secrets));
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
        if (error.inputs['check-only']) {
            const findings = error.problems.map(({ message }) => wrongInput(message, error.code));
            const check = { ...(0,model_check/* checkReport */.p)(findings, []), problem: (0,base_failure/* explain */.WE)(error) };
            const { publishCheck } = await __nccwpck_require__.e(/* import() */ 160).then(__nccwpck_require__.bind(__nccwpck_require__, 1160));
            return publishCheck(clean(check), error.inputs, { toolkit, log });
        }
        const report = {
            verdict: 'error',
            runs: [],
            problem: (0,base_failure/* explain */.WE)(error),
            code: error.code,
            startedAt,
            endedAt: clock.now(),
        };
        return (0,publish/* publish */.mk)(clean(report), error.inputs, {
            world,
            log,
            github: openGitHub(error.inputs, world, log).statusAndComment,
        });
    }
    if (!inputs.thresholds.some(({ line }) => line > 0))
        log.info(`No thresholds are set: ${DEFAULT_THRESHOLDS} is evaluated.`);
    if (inputs['check-only']) {
        // Nothing that could write is opened, and what looks is given reads alone.
        const context = readContext(env, world.files, [inputs.project, ...inputs.test], log.warning);
        const [{ checkOnly }, { publishCheck }] = await Promise.all([
            Promise.all(/* import() */[__nccwpck_require__.e(793), __nccwpck_require__.e(9), __nccwpck_require__.e(742), __nccwpck_require__.e(420), __nccwpck_require__.e(85), __nccwpck_require__.e(689), __nccwpck_require__.e(809)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7809)),
            __nccwpck_require__.e(/* import() */ 160).then(__nccwpck_require__.bind(__nccwpck_require__, 1160)),
        ]);
        return publishCheck(clean(await checkOnly(inputs, { world, log, context })), inputs, { toolkit, log });
    }
    const { statusAndComment: github, baseRun } = openGitHub(inputs, world, log);
    const outputs = (runs) => {
        github.started(runs.filter((run) => run !== undefined));
        void (0,publish/* attempt */.CD)('The outputs could not be set', log, () => (0,publish/* setOutputs */.n0)(toolkit, (0,report_outputs/* runOutputs */.MR)(runs)));
    };
    // What a step needs that runs tests is loaded once its inputs are right.
    const [{ openTools }, { runStep }] = await Promise.all([Promise.all(/* import() */[__nccwpck_require__.e(420), __nccwpck_require__.e(689), __nccwpck_require__.e(846)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8523)), Promise.all(/* import() */[__nccwpck_require__.e(793), __nccwpck_require__.e(9), __nccwpck_require__.e(742), __nccwpck_require__.e(420), __nccwpck_require__.e(85), __nccwpck_require__.e(367)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8367))]);
    const report = await runStep(inputs, openTools(inputs, baseRun, world, log), outputs);
    return (0,publish/* publish */.mk)(clean({ ...report, startedAt, endedAt: clock.now() }), inputs, { world, log, github });
}
/** A wrong input as a check finds it. */
function wrongInput(message, code) {
    return { what: 'inputs', state: 'problem', reason: message, code };
}
/** What is reported to GitHub, and asked of it. */
function openGitHub(inputs, world, log) {
    const context = readContext(world.env, world.files, [inputs.project, ...inputs.test], log.warning);
    const repository = (0,github_repository/* openRepository */.h_)({ token: inputs['github-token'], repository: context }, { ...world, log });
    const notePending = (status) => void (0,publish/* attempt */.CD)('The commit status could not be noted for the post step', log, () => world.toolkit.saveState(PENDING_STATUS_STATE, status ? JSON.stringify(status) : ''));
    return {
        statusAndComment: openStatusAndComment(inputs, context, repository, { log, notePending }),
        baseRun: (0,base_branch/* baseBranchOf */.v)(context, inputs['commit-status'], repository),
    };
}


/***/ }),

/***/ 5625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ FINDING_STATES),
/* harmony export */   p: () => (/* binding */ checkReport)
/* harmony export */ });
/**
 * What became known of a part. `problem`: a run would end in `error`. `warning`: a run would start, and lack something. `unknown`: reading cannot tell;
 * it is never `ok`. `not set`: the workflow does not ask for it.
 */
const FINDING_STATES = ['problem', 'warning', 'unknown', 'ok', 'not set'];
/** The report on what was found: `error` where a run would end in it. */
function checkReport(findings, assumptions) {
    const first = findings.find(({ state }) => state === 'problem');
    const code = first?.code;
    return { verdict: first ? 'error' : 'checked', findings, assumptions, ...(code ? { code } : {}) };
}


/***/ }),

/***/ 3952:
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

/***/ 6636:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ runUrl)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8566);

/** A run's page: where the workflow's template says, without one, where the API does. Undefined where neither gives a web address. */
function runUrl(template, address, fromApi) {
    const url = template
        ? template.replaceAll(/\{(project|test|run)\}/g, (_, name) => encodeURIComponent(address[name]))
        : fromApi;
    // A tab or a line's end would be dropped, and join what it parts: a key, for one.
    return url && !/\p{Cc}/u.test(url) && (0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .href */ .UF)(url) ? new URL(url).href : undefined;
}


/***/ }),

/***/ 3220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LW: () => (/* binding */ snakeCase),
/* harmony export */   X: () => (/* binding */ DIRECTIONS),
/* harmony export */   _n: () => (/* binding */ printSeriesName),
/* harmony export */   gS: () => (/* binding */ STATISTICS)
/* harmony export */ });
/* harmony import */ var _base_remembered_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2927);

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

/***/ 5605:
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

/***/ 1732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   QZ: () => (/* binding */ worst),
/* harmony export */   WD: () => (/* binding */ worseOf),
/* harmony export */   bk: () => (/* binding */ VERDICTS)
/* harmony export */ });
/** Every way a step can end, worst first. With several runs the worst counts. */
const VERDICTS = [
    'error',
    'cancelled',
    'timed-out',
    'failed',
    'run-failed',
    'not-run',
    'warned',
    'passed',
];
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


/***/ }),

/***/ 2004:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CD: () => (/* binding */ attempt),
/* harmony export */   mk: () => (/* binding */ publish),
/* harmony export */   n0: () => (/* binding */ setOutputs)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _report_annotations_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1116);
/* harmony import */ var _report_outputs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8568);
/* harmony import */ var _report_phrases_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4120);
/* harmony import */ var _report_report_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(5650);
/* harmony import */ var _report_summary_problem_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1282);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(8566);
// The last stage: what became of the step, told wherever people and later steps look.







/**
 * Tells everything first and fails last. Nothing that goes wrong while telling changes the verdict. Returns the exit code.
 */
async function publish(report, inputs, tools) {
    const { world, log, github } = tools;
    const { toolkit, env } = world;
    const paths = await writeReports(report, inputs['report-directory'], tools);
    const outputs = { ...(0,_report_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .runOutputs */ .MR)(report.runs), ...(0,_report_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .finalOutputs */ .J9)(report), ...(0,_report_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .reportOutputs */ .rY)(paths) };
    await attempt('The outputs could not be set', log, () => setOutputs(toolkit, outputs));
    if (inputs.summary)
        await attempt('The job summary could not be written', log, async () => toolkit.writeSummary(await summaryOf(report, relativeTo(env.GITHUB_WORKSPACE, paths['report.html']))));
    // Of several runs each counts: a worse companion must not hide the verdict that was to fail the step.
    const fails = [report.verdict, ...report.runs.flatMap(verdictsOf)].some((verdict) => inputs['fail-on'].includes(verdict));
    await github.ended(report, fails);
    if (report.verdict === 'passed' || report.verdict === 'triggered') {
        log.info(`${_report_phrases_js__WEBPACK_IMPORTED_MODULE_3__/* .HEADINGS */ .Ac[report.verdict]}. ${report.runs.map(({ reason }) => reason).join('\n')}`);
    }
    for (const { level, message, file, line } of (0,_report_annotations_js__WEBPACK_IMPORTED_MODULE_1__/* .annotationsOf */ .I)(report, fails)) {
        log[level](message, file === undefined ? {} : { file, ...(line === undefined ? {} : { startLine: line }) });
    }
    return fails ? 1 : 0;
}
/** The verdicts that count of a run: where a breach could not be confirmed it stands, whatever became of the run that was to confirm it. */
function verdictsOf({ verdict, attempts = [], thresholds }) {
    const stands = thresholds.some(({ state, threshold }) => state === 'breached' && threshold.severity === 'fail');
    return [verdict, ...(stands ? attempts.map((one) => one.verdict) : [])];
}
/** Does something that tells of the verdict, and warns where it fails: a verdict does not depend on being told. */
async function attempt(failure, log, work) {
    try {
        await work();
    }
    catch (error) {
        log.warning(`${failure}: ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .pj)(String(error))}`);
    }
}
/** The job summary. `page` is the path of report.html, as the workflow would write it. */
async function summaryOf(report, page) {
    if (report.problem)
        return (0,_report_summary_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .renderProblem */ .yM)(report, report.problem);
    // Loaded where there are runs to draw: wrong inputs leave none.
    const { renderSummary } = await Promise.all(/* import() */[__nccwpck_require__.e(793), __nccwpck_require__.e(9), __nccwpck_require__.e(742), __nccwpck_require__.e(833), __nccwpck_require__.e(365)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6365));
    return renderSummary(report, page);
}
/** Writes the report files and returns where they are. */
async function writeReports(report, directory, { world: { files, pageTemplate }, log }) {
    if (!directory)
        return {};
    try {
        // Loaded when there is something to write: it brings a writer of XML.
        const { renderReportFiles } = await Promise.all(/* import() */[__nccwpck_require__.e(793), __nccwpck_require__.e(585), __nccwpck_require__.e(9), __nccwpck_require__.e(560)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8560));
        const paths = files.writeReports(directory, renderReportFiles(report, pageTemplate, (name, error) => log.warning(`${name} could not be made: ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .pj)(String(error))}`)));
        const page = paths['report.html'];
        if (page)
            log.info(`${(0,_report_report_js__WEBPACK_IMPORTED_MODULE_6__/* .hasResults */ .pd)(report) ? 'Report with every endpoint' : 'Report'}: ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .pj)(page)}`);
        return paths;
    }
    catch (error) {
        log.warning(`The reports could not be written to ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .pj)(directory)}: ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .pj)(String(error))}`);
        return {};
    }
}
/** A path as the workflow would write it: relative to its workspace where it is in there. Empty for none. */
function relativeTo(workspace, path) {
    if (!path || !workspace)
        return path ?? '';
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(workspace, path);
    return inside.startsWith('..') ? path : inside.replaceAll('\\', '/');
}
/** Sets outputs of the step. */
function setOutputs(toolkit, outputs) {
    for (const [name, value] of Object.entries(outputs))
        toolkit.setOutput(name, value);
}


/***/ }),

/***/ 1116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ annotationsOf),
/* harmony export */   K: () => (/* binding */ MAX_ANNOTATIONS)
/* harmony export */ });
/* harmony import */ var _phrases_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4120);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5650);


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
    const told = (run, text) => (runs.length > 1 ? `${(0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(run)}: ${text}` : text);
    const reasons = problem ?? runs.map((run) => told(run, run.reason)).join('\n');
    const all = runs
        .filter(({ verdict: own }) => own !== 'passed')
        .flatMap((run) => run.thresholds.filter(_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .isBroken */ .Qr).map((result) => {
        const { severity, file, line } = result.threshold;
        return {
            level: (severity === 'warn' && result.state !== 'invalid') ||
                result.state === 'unconfirmed' ||
                // What a run measured that broke is shown, and decides nothing.
                run.verdict === 'run-failed'
                ? 'warning'
                : level,
            message: told(run, (0,_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .thresholdLine */ .Cx)(result)),
            ...(file === undefined ? {} : { file, line }),
        };
    }));
    const shown = all.slice(0, MAX_ANNOTATIONS - 1);
    const left = all.length > shown.length ? ` The first ${shown.length} of ${all.length} are annotated; the summary has all.` : '';
    const url = (0,_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .helpUrl */ .xR)(report);
    const help = url ? `\nWhat to do: ${url}` : '';
    return [{ level, message: `${_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .HEADINGS */ .Ac[verdict]}. ${reasons}${left}${help}` }, ...shown];
}


/***/ }),

/***/ 7869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  w: () => (/* binding */ failurePatterns)
});

// EXTERNAL MODULE: ./lib/base/fields.js
var fields = __nccwpck_require__(4144);
// EXTERNAL MODULE: ./lib/base/counts.js
var base_counts = __nccwpck_require__(1149);
// EXTERNAL MODULE: ./lib/model/outcomes.js
var model_outcomes = __nccwpck_require__(3952);
;// CONCATENATED MODULE: ./lib/report/failures/rule.js
// What a failure means and where it is likely to lie: the form of the rules, and what they have in common.
/** The outcomes that are about the INVITE of a call. */
const CALL = ['CALL_FAILED', 'TIMEOUT'];
/** All codes of one hundred, for those that no rule names by itself. */
const hundred = (first) => Array.from({ length: 100 }, (_, i) => first * 100 + i);
/** What is looked at first for more than one rule. */
const ACCOUNT = 'user name, password and realm of the accounts in the test';
const TRACE = 'a trace at the system under test: what it receives and what it sends';

;// CONCATENATED MODULE: ./lib/report/failures/call-rules.js
// What it means that a call was refused: by the status that its INVITE was answered with.

const CALL_RULES = [
    {
        outcomes: CALL,
        statuses: [401, 407],
        place: 'credentials',
        what: 'the system requires credentials for the call and rejects those it receives',
        look: [ACCOUNT, 'whether the trunk authenticates by address and this address is missing'],
        source: 'RFC 3261, 22',
    },
    {
        outcomes: CALL,
        statuses: [402, 403],
        place: 'system under test',
        what: 'the system understood the call and refuses it',
        look: ['the permissions of the account and the dial plan for this number', 'access lists and limits of the trunk'],
        source: 'RFC 3261, 21.4.4',
    },
    {
        outcomes: CALL,
        statuses: [404, 410, 604],
        place: 'test definition',
        what: 'the called number or user does not exist',
        look: ['the number in the test, with its prefix and format (+, 00)', 'the dial plan and its routes'],
        source: 'RFC 3261, 21.4.5 and 21.6.3; RFC 3398, 7.2.4',
    },
    {
        outcomes: CALL,
        statuses: [414, 416, 484, 485],
        place: 'test definition',
        what: 'the called number or address is incomplete or in a format that is not accepted',
        look: ['the number in the test, with its prefix and format', 'the scheme of the address: sip, sips or tel'],
        source: 'RFC 3261, 21.4.12, 21.4.14, 21.4.22 and 21.4.23',
    },
    {
        outcomes: CALL,
        statuses: [433],
        place: 'test definition',
        what: 'calls without a caller number are not accepted',
        look: ['the caller number in the test', 'privacy headers that the system adds'],
        source: 'RFC 5079',
    },
    {
        outcomes: CALL,
        statuses: [428, 436, 437, 438],
        place: 'system under test',
        what: 'the caller’s signed identity (STIR) is missing or not accepted',
        look: ['whether the system signs calls, and its certificate', 'the clocks of both sides'],
        source: 'RFC 8224, 6.2.2',
    },
    {
        outcomes: CALL,
        statuses: [488, 580, 606, 415],
        place: 'media and codecs',
        what: 'the offered session is not acceptable',
        look: [
            'the codecs that both sides offer and accept, including the trunk and the border controller',
            'whether one side requires SRTP and the other lacks it',
        ],
        source: 'RFC 3261, 21.4.26 and 21.6.4; RFC 3312',
    },
    {
        outcomes: CALL,
        statuses: [486, 600],
        place: 'far end',
        what: 'the called number is busy',
        look: ['how many calls the number, queue or trunk accepts at once', 'whether other tests call it at the same time'],
        source: 'RFC 3261, 21.4.24 and 21.6.1',
    },
    {
        outcomes: CALL,
        statuses: [480],
        place: 'far end',
        what: 'the called party is unavailable: not registered, not signed in, or no free line',
        look: [
            'whether the receivers are registered before the calls begin',
            'do-not-disturb, opening hours and agents of the number',
        ],
        source: 'RFC 3261, 21.4.18',
    },
    {
        outcomes: CALL,
        statuses: [487],
        place: 'far end',
        what: 'the call was cancelled before it was answered',
        look: ['how long the test lets it ring, and how soon the far end answers', 'whether the run was stopped'],
        source: 'RFC 3261, 21.4.25',
    },
    {
        outcomes: CALL,
        statuses: [603, 607, 608],
        place: 'far end',
        what: 'the far end, or a network before it, declines the call',
        look: ['spam call rules at the far end and the carrier', 'the caller number in the test'],
        source: 'RFC 3261, 21.6.2; RFC 8197; RFC 8688',
    },
    {
        outcomes: CALL,
        statuses: [502, 504],
        place: 'far end',
        what: 'a gateway received no valid answer from its next hop',
        look: ['the trunk or carrier that the gateway uses', 'DNS and addresses that the gateway uses'],
        source: 'RFC 3261, 21.5.3 and 21.5.5',
    },
    {
        outcomes: CALL,
        statuses: [503],
        place: 'system under test',
        what: 'the system accepts no more calls: overloaded, in maintenance, or without free lines',
        look: [
            'limits on concurrent calls and calls per second, and the lines of the trunk',
            'CPU, memory and database of the system during the run',
        ],
        source: 'RFC 3261, 21.5.4; RFC 3398, 7.2.4.1',
    },
    {
        outcomes: CALL,
        statuses: [482, 483, 440],
        place: 'system under test',
        what: 'the call looped between servers',
        look: ['routes that send the number back to its origin', 'Max-Forwards in a trace'],
        source: 'RFC 3261, 16.3; RFC 5393',
    },
    {
        outcomes: CALL,
        statuses: [481],
        place: 'system under test',
        what: 'a server no longer recognized the call',
        look: ['restarts and fail-over during the run', 'whether all messages of a call pass through the same node'],
        source: 'RFC 3261, 12.2.2',
    },
    {
        outcomes: CALL,
        statuses: [513],
        place: 'network and NAT',
        what: 'a message was too large for its transport',
        look: ['TCP instead of UDP for messages above 1,300 bytes', 'fewer codecs and headers in the offer'],
        source: 'RFC 3261, 18.1.1 and 21.5.7',
    },
    {
        outcomes: CALL,
        statuses: [430],
        place: 'network and NAT',
        what: 'the connection to the endpoint was lost',
        look: [
            'NAT bindings and TCP connections that close while an endpoint waits',
            'how often it registers, and keep-alives',
        ],
        source: 'RFC 5626, 5.3',
    },
    {
        outcomes: CALL,
        statuses: hundred(3),
        place: 'test definition',
        what: 'the system redirected the call, and the redirect was not followed',
        look: [
            'the address in the test: call the one that the redirect names',
            'whether the system should forward calls itself',
        ],
        source: 'RFC 3261, 21.3',
    },
    {
        outcomes: CALL,
        statuses: [400, 405, 406, 412, 413, 417, 420, 421, 422, 423, 424, 425, 429, 439, 469, 470, 489, 491, 493, 494],
        place: 'system under test',
        what: 'the system does not accept the call in this form',
        look: [TRACE, 'the extensions, timers and transports that both sides require and support'],
        source: 'RFC 3261, 21.4, and the RFC of the code',
    },
    {
        outcomes: CALL,
        statuses: hundred(5),
        place: 'system under test',
        what: 'the system had an internal error',
        look: ['logs, load and errors of the system during the run', TRACE],
        source: 'RFC 3261, 21.5',
    },
];

;// CONCATENATED MODULE: ./lib/report/failures/registration-rules.js
// What it means that a registration failed.

const REGISTER = ['REGISTRATION_FAILED'];
const REGISTRATION_RULES = [
    {
        outcomes: REGISTER,
        statuses: [401, 407],
        place: 'credentials',
        what: 'the registrar requires credentials and rejects those it receives',
        look: [ACCOUNT, 'the digest algorithms that the registrar offers'],
        source: 'RFC 3261, 22.2 and 22.3',
    },
    {
        outcomes: REGISTER,
        statuses: [403],
        place: 'credentials',
        what: 'the registrar recognizes the account and refuses it',
        look: [
            'whether the account may register, and from this address; many registrars answer 403 to a wrong password',
            ACCOUNT,
        ],
        source: 'RFC 3261, 21.4.4',
    },
    {
        outcomes: REGISTER,
        statuses: [404, 410, 604],
        place: 'test definition',
        what: 'the registrar has no such address of record',
        look: ['the user names and the domain of the accounts in the test', 'whether the accounts exist at the registrar'],
        source: 'RFC 3261, 10.3 step 5',
    },
    {
        outcomes: REGISTER,
        statuses: [405, 501],
        place: 'test definition',
        what: 'this server does not accept registrations',
        look: ['the registrar’s address and port in the test', 'whether the test needs to register at all'],
        source: 'RFC 3261, 21.4.6 and 21.5.2',
    },
    {
        outcomes: REGISTER,
        statuses: [423],
        place: 'test definition',
        what: 'the requested registration time is shorter than the registrar allows',
        look: ['the registration interval in the test', 'the registrar’s Min-Expires'],
        source: 'RFC 3261, 21.4.17',
    },
    {
        outcomes: REGISTER,
        statuses: [
            400, 414, 415, 416, 417, 420, 421, 422, 424, 425, 429, 433, 439, 469, 470, 489, 493, 494, 300, 301, 302, 305, 380,
            406, 412, 413, 428, 436, 437, 438,
        ],
        place: 'test definition',
        what: 'the registrar requires a different form of registration',
        look: ['transport, extensions and address in the test, compared with what the registrar requires', TRACE],
        source: 'RFC 3261, 21.3 and 21.4, and the RFC of the code',
    },
    {
        outcomes: REGISTER,
        statuses: ['none', 408, 430],
        place: 'network and NAT',
        what: 'no answer to the registration arrived',
        look: [
            'address, port and transport of the registrar, and DNS',
            'firewalls between CallMeter and the registrar, and tools such as fail2ban on it',
        ],
        source: 'RFC 3261, 8.1.3.1',
    },
    {
        outcomes: REGISTER,
        statuses: hundred(5),
        place: 'system under test',
        what: 'the registrar could not process the registration',
        look: ['load and errors of the registrar and its database', 'how many endpoints register at once'],
        source: 'RFC 3261, 21.5',
    },
    {
        outcomes: REGISTER,
        statuses: [402, 440, 480, 481, 482, 483, 484, 485, 486, 487, 488, 491, 580, 600, 603, 606, 607, 608],
        place: 'system under test',
        what: 'the registrar, or a proxy in front of it, refuses the registration',
        look: ['limits and rules for registrations', TRACE],
        source: 'RFC 3261, 21.4 and 21.6',
    },
];

;// CONCATENATED MODULE: ./lib/report/failures/rules.js
// All rules, as data, in the order in which they are asked. What no rule fits is not known.



const DOCUMENTED = 'CallMeter, endpoint outcomes';
const PHASES = 'CallMeter, endpoint phases';
const NEGOTIATION = ['NEGOTIATION_FAILED'];
const TEARDOWN = ['TEARDOWN_ERROR'];
/** Whatever the status: it is not about the call. */
const OWN_RULES = [
    {
        outcomes: ['OSERROR'],
        place: 'CallMeter',
        what: 'the machine that ran the endpoint had an error; this says nothing about your system',
        look: ['the run in CallMeter, and its workers', 'a new run; if the error repeats, contact CallMeter support'],
        source: DOCUMENTED,
    },
    {
        outcomes: [null],
        place: 'unknown',
        what: 'the endpoint did not report how it ended',
        look: ['whether the run was stopped, or lost workers', 'the results later, with run-id'],
        source: DOCUMENTED,
    },
];
/** Media, whatever the status. */
const MEDIA_RULES = [
    {
        outcomes: NEGOTIATION,
        statuses: [415],
        place: 'media and codecs',
        what: 'the other side does not accept the content type of the offer',
        look: ['whether a border controller adds or removes bodies', 'the content types that both sides accept'],
        source: 'RFC 3261, 21.4.13',
    },
    {
        outcomes: NEGOTIATION,
        place: 'media and codecs',
        what: 'the two sides found no session that both accept',
        look: [
            'the codecs that both sides offer and accept, including the trunk and the border controller',
            'whether one side requires SRTP or ICE and the other lacks it',
        ],
        source: 'RFC 3264, 6; RFC 3261, 21.4.26',
    },
];
/** The BYE of a call. */
const TEARDOWN_RULES = [
    {
        outcomes: TEARDOWN,
        statuses: [481],
        place: 'system under test',
        what: 'the other side no longer recognized the call at its end',
        look: [
            'restarts and fail-over during the call, and session timers',
            'whether all messages of a call pass through the same node',
        ],
        source: 'RFC 3261, 12.2.2 and 15.1.2',
    },
    {
        outcomes: TEARDOWN,
        statuses: hundred(5),
        place: 'system under test',
        what: 'the system could not process the end of the call',
        look: ['load and errors at the end of the calls', TRACE],
        source: 'RFC 3261, 21.5',
    },
    {
        outcomes: TEARDOWN,
        place: 'network and NAT',
        what: 'the BYE received no answer, or was never sent',
        look: [
            'whether CallMeter can reach the addresses in Contact and Record-Route',
            'NAT bindings and TCP connections that close during a call',
        ],
        source: 'RFC 3261, 12.2.1.1 and 15.1.1',
    },
];
const RINGING = [180, 181, 182, 183];
/** Where the status tells of no answer; how far the call had got may tell more. */
const UNANSWERED = ['none', 100, 408];
/** Nobody answered, or nothing came. */
const UNANSWERED_RULES = [
    {
        outcomes: ['TIMEOUT'],
        statuses: RINGING,
        place: 'far end',
        what: 'it rang, and nobody answered in time',
        look: ['who answers the number, and how soon', 'how long the test lets it ring'],
        source: 'RFC 3261, 13.3.1.1',
    },
    {
        outcomes: ['TIMEOUT'],
        phases: ['RINGING'],
        place: 'far end',
        what: 'it rang, and nobody answered in time',
        look: ['who answers the number, and how soon', 'how long the test lets it ring'],
        source: PHASES,
    },
    {
        outcomes: ['CALL_FAILED'],
        statuses: UNANSWERED,
        phases: ['RINGING'],
        place: 'far end',
        what: 'the call rang and was never answered',
        look: ['who answers the number', 'whether early media or an announcement gives the reason'],
        source: PHASES,
    },
    {
        outcomes: CALL,
        statuses: UNANSWERED,
        phases: ['NEGOTIATING'],
        place: 'unknown',
        what: 'the other side began to answer, and the call was not established',
        look: [
            'whether its answers and the ACK arrive: Contact and Record-Route in a trace',
            'the codecs, SRTP and ICE of both sides',
        ],
        source: PHASES,
    },
    {
        outcomes: CALL,
        statuses: UNANSWERED,
        phases: ['INCALL'],
        place: 'unknown',
        what: 'the call was established and then dropped',
        look: [
            'restarts and fail-over during the call, and session timers',
            'NAT bindings and TCP connections that close during a call',
        ],
        source: PHASES,
    },
    {
        outcomes: ['TIMEOUT'],
        phases: ['REGISTERED'],
        place: 'system under test',
        what: 'the endpoint was registered, and no call reached it',
        look: ['the routes from the called number to the receivers', 'whether the calls failed earlier, at the callers'],
        source: PHASES,
    },
    {
        outcomes: CALL,
        statuses: ['none', 408],
        beside: [503],
        place: 'system under test',
        what: 'no answer arrived in time, and other calls of the run were refused for overload',
        look: [
            'limits on concurrent calls and calls per second, and the lines of the trunk',
            'CPU, memory and database of the system during the run',
        ],
        source: 'RFC 6357, 4; RFC 3261, 21.5.4',
    },
    {
        outcomes: ['TIMEOUT'],
        statuses: ['none', 408],
        place: 'network and NAT',
        what: 'no answer arrived in time',
        look: [
            'address, port and transport of the system, DNS, and firewalls on the path',
            'whether answers take another path: Via, received and rport in a trace',
        ],
        source: 'RFC 3261, 8.1.3.1 and 17.1.1.2; RFC 3581',
    },
    {
        outcomes: CALL,
        statuses: [408],
        place: 'network and NAT',
        what: 'the called party did not answer the system in time',
        look: ['whether the system reaches the called party: its address, NAT and registration', 'firewalls on the path'],
        source: 'RFC 3261, 21.4.9',
    },
    {
        outcomes: ['CALL_FAILED'],
        statuses: [...RINGING, 199],
        place: 'far end',
        what: 'the call rang and was never answered',
        look: ['who answers the number', 'whether early media or an announcement gives the reason'],
        source: 'RFC 3261, 21.1; RFC 6228',
    },
    {
        outcomes: ['CALL_FAILED'],
        statuses: [100, 'none'],
        place: 'network and NAT',
        what: 'the call received no final answer',
        look: ['address, port and transport of the system, DNS, and firewalls on the path', TRACE],
        source: 'RFC 3261, 8.1.3.1',
    },
];
const RULES = [
    ...OWN_RULES,
    ...REGISTRATION_RULES,
    ...MEDIA_RULES,
    ...TEARDOWN_RULES,
    ...CALL_RULES,
    ...UNANSWERED_RULES,
];
const NOTHING = new Set();
/** The rule for a failure; undefined if none fits. `beside` are the statuses of the run's other calls that failed. */
function ruleFor({ outcome, phase, sipStatus }, beside = NOTHING) {
    return RULES.find((rule) => rule.outcomes.includes(outcome) &&
        (rule.statuses === undefined || rule.statuses.includes(sipStatus ?? 'none')) &&
        (rule.phases === undefined || (phase !== null && rule.phases.includes(phase))) &&
        (rule.beside === undefined || rule.beside.some((status) => beside.has(status))));
}

;// CONCATENATED MODULE: ./lib/report/failures/sip-statuses.js
// Every SIP response code that is registered with IANA ("Response Codes" of "Session Initiation Protocol (SIP) Parameters"), with its reason phrase and the
// RFC that defines it.
const RFC_3261 = {
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
}; // prettier-ignore
const EXTENSIONS = {
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
};
/** A response code, by its reason phrase and the RFC that defines it; undefined for one that is not registered. */
function sip_statuses_sipStatus(code) {
    const phrase = Object.hasOwn(RFC_3261, code) ? RFC_3261[code] : undefined;
    if (phrase !== undefined)
        return { phrase, rfc: 3261 };
    const extension = Object.hasOwn(EXTENSIONS, code) ? EXTENSIONS[code] : undefined;
    return extension && { phrase: extension[0], rfc: extension[1] };
}
/** All registered codes, in order. */
const SIP_STATUSES = [...Object.keys(RFC_3261), ...Object.keys(EXTENSIONS)]
    .map(Number)
    .toSorted((a, b) => a - b);

;// CONCATENATED MODULE: ./lib/report/failures/patterns.js
// Endpoints that failed, by what they have in common, and what that means.





/** The request that an outcome is about. */
const METHODS = {
    REGISTRATION_FAILED: 'REGISTER',
    CALL_FAILED: 'INVITE',
    NEGOTIATION_FAILED: 'INVITE',
    TIMEOUT: 'INVITE',
    TEARDOWN_ERROR: 'BYE',
};
/** The failures of a run, those of most endpoints first. `baseline` is the one run that it is compared with. */
function failurePatterns({ measurements }, baseline) {
    const before = baseline && kindsOf(baseline.measurements);
    const sizes = (0,base_counts/* countsOf */.m)(measurements.groups);
    const beside = refusalsOf(measurements);
    return [...failuresOf(measurements)]
        .map(([key, places]) => {
        const pattern = patternOf(places, measurements, sizes, beside);
        const kinds = kindsIn(key, places, pattern, measurements).keys();
        const inBaseline = before && [...kinds].reduce((sum, kind) => sum + (before.get(kind) ?? 0), 0);
        return { ...pattern, ...(0,fields/* optional */.l)({ inBaseline, isNew: inBaseline === undefined ? undefined : inBaseline === 0 }) };
    })
        .toSorted((a, b) => b.endpoints - a.endpoints);
}
/** How many endpoints of a run failed, by kind, so that failures of two runs can be told to be of one kind. */
function kindsOf(measurements) {
    const sizes = (0,base_counts/* countsOf */.m)(measurements.groups);
    const beside = refusalsOf(measurements);
    return new Map([...failuresOf(measurements)].flatMap(([key, places]) => [
        ...kindsIn(key, places, patternOf(places, measurements, sizes, beside), measurements),
    ]));
}
/** One kind for each group that failed alike, with how many of it did. */
function kindsIn(key, places, { what }, { groups }) {
    const counts = (0,base_counts/* countsOf */.m)(places.map((place) => groups[place] ?? null));
    return new Map([...counts].map(([group, count]) => [JSON.stringify([key, what, group]), count]));
}
/** The places of the endpoints that failed, by outcome, status and phase. A phase that only says that it is over tells nothing apart. */
function failuresOf({ outcomes, sipStatuses, phases }) {
    const found = new Map();
    for (const [place, outcome] of outcomes.entries()) {
        if ((0,model_outcomes/* endedWell */.Jr)(outcome))
            continue;
        const key = JSON.stringify([outcome, sipStatuses[place] ?? null, telling(phases[place] ?? null)]);
        const same = found.get(key);
        if (same)
            same.push(place);
        else
            found.set(key, [place]);
    }
    return found;
}
/** The statuses that calls of the run failed with. */
function refusalsOf({ outcomes, sipStatuses }) {
    const found = new Set();
    for (const [place, outcome] of outcomes.entries()) {
        const status = sipStatuses[place] ?? null;
        if (status !== null && !(0,model_outcomes/* endedWell */.Jr)(outcome) && outcome !== 'REGISTRATION_FAILED' && outcome !== 'TEARDOWN_ERROR')
            found.add(status);
    }
    return found;
}
function telling(phase) {
    return phase === 'CLOSED' || phase === 'DISCONNECTING' ? null : phase;
}
function patternOf(places, { outcomes, sipStatuses, phases, groups, size }, sizes, beside) {
    const first = places[0] ?? 0;
    const failure = {
        outcome: outcomes[first] ?? null,
        phase: telling(phases[first] ?? null),
        sipStatus: sipStatuses[first] ?? null,
    };
    const rule = ruleFor(failure, beside);
    const own = new Set(places.map((place) => groups[place] ?? null));
    const [only = null] = own.size === 1 ? [...own] : [];
    return {
        ...failure,
        endpoints: places.length,
        places,
        of: only === null ? size : (sizes.get(only) ?? size),
        ...(0,fields/* optional */.l)({ group: only ?? undefined, source: rule?.source }),
        title: titleOf(failure),
        what: rule?.what ?? 'the meaning is unknown',
        place: rule?.place ?? 'unknown',
        look: rule?.look ?? ['these endpoints in CallMeter', 'a trace at the system under test'],
    };
}
function titleOf({ outcome, sipStatus }) {
    if (outcome === null)
        return 'not ended';
    const method = Object.hasOwn(METHODS, outcome) ? METHODS[outcome] : undefined;
    const known = sipStatus === null ? undefined : sip_statuses_sipStatus(sipStatus);
    const status = sipStatus === null ? outcome : `${sipStatus}${known ? ` ${known.phrase}` : ''}`;
    return method ? `${status} on ${method}` : sipStatus === null ? outcome : `${outcome}, ${status}`;
}


/***/ }),

/***/ 8065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ plannedSecondsOf),
/* harmony export */   j: () => (/* binding */ knownRun)
/* harmony export */ });
/* harmony import */ var _base_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4144);
/* harmony import */ var _model_run_url_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6636);
// What the stages have found out about one test so far. Each adds to it, and none changes what is there.


/** Which run it is. `template` is the workflow's `run-url`. A run that was not started here is of the test that it names itself. */
function knownRun({ task, started, watched }, template) {
    const run = watched?.run;
    const [id, name] = task.kind === 'test' ? [task.test.id, task.test.name] : [run?.testId, run?.name];
    const runId = started?.runId;
    const address = { project: task.project.id, test: id ?? '', run: runId ?? '' };
    const url = runId === undefined ? undefined : (0,_model_run_url_js__WEBPACK_IMPORTED_MODULE_0__/* .runUrl */ .V)(template, address, run?.url);
    return { ...(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .l)({ runId, runUrl: url }), test: { asked: task.asked, ...(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .l)({ id, name }) } };
}
/** Planned length of the calls in seconds: as the run itself says, else as its test does. */
function plannedSecondsOf({ task, watched }) {
    return watched?.run?.plannedSeconds ?? (task.kind === 'test' ? task.test.plannedSeconds : undefined);
}


/***/ }),

/***/ 3021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bv: () => (/* binding */ blocks),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
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


/***/ }),

/***/ 8844:
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

/***/ 8568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J9: () => (/* binding */ finalOutputs),
/* harmony export */   MR: () => (/* binding */ runOutputs),
/* harmony export */   rY: () => (/* binding */ reportOutputs),
/* harmony export */   ue: () => (/* binding */ MAX_RESULTS_BYTES)
/* harmony export */ });
/* harmony import */ var _model_outcomes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3952);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8566);
/* harmony import */ var _failures_patterns_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7869);



/** Largest `results` output, in bytes: GitHub allows 1 MB for all outputs of a job together. */
const MAX_RESULTS_BYTES = 256 * 1024;
/** The outputs that are known when the step ends. Every one is always set, so that a workflow never reads an older step's. */
function finalOutputs(report) {
    const { runs, verdict } = report;
    return {
        verdict,
        status: runs.map(({ status }) => (0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(status ?? '')).join('\n'),
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
        'run-id': runs.map((run) => (0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(run?.runId ?? '')).join('\n'),
        'run-url': runs.map((run) => run?.runUrl ?? '').join('\n'),
    };
}
/** Where the report files are, empty where they were not written. */
function reportOutputs(paths) {
    return {
        'report-path': paths['report.json'] ?? '',
        'junit-path': paths['junit.xml'] ?? '',
        'html-path': paths['report.html'] ?? '',
        'csv-path': paths['endpoints.csv'] ?? '',
    };
}
function failedThreshold({ state, threshold }) {
    return state === 'invalid' || (threshold.severity === 'fail' && (state === 'breached' || state === 'missing'));
}
/** Share of all runs' endpoints that succeeded, in percent with at most two decimals; empty where nothing was measured. */
function successRate(runs) {
    const outcomes = runs.flatMap(({ subject }) => subject?.measurements.outcomes ?? []);
    if (outcomes.length === 0)
        return '';
    const good = outcomes.filter(_model_outcomes_js__WEBPACK_IMPORTED_MODULE_0__/* .endedWell */ .Jr).length;
    // Rounded down, so that 100 means all of them.
    return String(Math.floor((10_000 * good) / outcomes.length) / 100);
}
/** Verdict, runs and thresholds as JSON, without what does not fit: first reasons and notes go, then the runs' thresholds from the last on. */
function resultsJson({ verdict, runs, problem, code }) {
    const full = {
        verdict,
        code,
        problem: problem ? (0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(problem, 2_000) : undefined,
        runs: runs.map((run) => ({
            verdict: run.verdict,
            code: run.code,
            reason: (0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(run.reason, 1_000),
            project: run.project.id ?? run.project.asked,
            test: run.test.id ?? run.test.asked,
            run: run.runId ?? null,
            ...(run.presumed ? { presumed: true } : {}),
            url: run.runUrl ?? null,
            status: run.status ?? null,
            endpoints: run.subject?.measurements.size ?? null,
            ...failuresJson(run),
            ...(run.notStarted ? { notStarted: true } : {}),
            ...(run.attempts
                ? {
                    attempts: run.attempts.map((attempt) => ({
                        run: attempt.runId ?? null,
                        verdict: attempt.verdict,
                        status: attempt.status ?? null,
                        reason: (0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(attempt.reason, 500),
                    })),
                }
                : {}),
            thresholds: run.thresholds.map(thresholdJson),
        })),
    };
    const whole = JSON.stringify(full);
    return Buffer.byteLength(whole) <= MAX_RESULTS_BYTES ? whole : shortened(full);
}
/** Most kinds of failure that are in the output. */
const MAX_FAILURES = 10;
function failuresJson({ subject, baseline }) {
    const patterns = subject ? (0,_failures_patterns_js__WEBPACK_IMPORTED_MODULE_1__/* .failurePatterns */ .w)(subject, baseline?.subject) : [];
    return patterns.length === 0 ? {} : { failures: patterns.slice(0, MAX_FAILURES).map(patternJson) };
}
function patternJson({ outcome, phase, sipStatus, group, places: _places, ...rest }) {
    const short = (text) => (text === null ? null : (0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(text, 80));
    return {
        ...rest,
        outcome: short(outcome),
        phase: short(phase),
        sipStatus,
        ...(group === undefined ? {} : { group: (0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(group, 80) }),
        title: (0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(rest.title, 120),
    };
}
/** The same without reasons and failures, then without the thresholds of the last runs, then without those runs. */
function shortened({ runs, ...head }) {
    const parts = runs.map((run) => JSON.stringify({
        ...run,
        failures: undefined,
        thresholds: run.thresholds.map((threshold) => ({ ...threshold, reason: undefined })),
    }));
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
function thresholdJson(result) {
    const { threshold, state, measured, limit, baseline, coverage, unit, reason, interval, runs } = result;
    return {
        threshold: threshold.text,
        severity: threshold.severity,
        state,
        measured: finite(measured),
        limit: finite(limit),
        baseline: baseline === undefined ? undefined : finite(baseline),
        unit: unit === 'bare' || unit === 'unknown' ? '' : unit,
        endpoints: coverage && { used: coverage.used, of: coverage.of },
        interval: interval && { low: interval.low, high: interval.high },
        // In the order of the attempts.
        runs: runs?.map((run) => ({ run: run.runId ?? null, state: run.state, measured: finite(run.measured) })),
        reason: reason ? (0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(reason, 500) : undefined,
    };
}
function finite(value) {
    return value !== undefined && Number.isFinite(value) ? value : null;
}


/***/ }),

/***/ 4120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ac: () => (/* binding */ HEADINGS),
/* harmony export */   Bt: () => (/* binding */ intervalText),
/* harmony export */   C2: () => (/* binding */ changeOf),
/* harmony export */   CA: () => (/* binding */ contributionText),
/* harmony export */   Cx: () => (/* binding */ thresholdLine),
/* harmony export */   Fg: () => (/* binding */ markOf),
/* harmony export */   GH: () => (/* binding */ startOf),
/* harmony export */   I: () => (/* binding */ sinceText),
/* harmony export */   Lc: () => (/* binding */ margin),
/* harmony export */   Q2: () => (/* binding */ hasMoved),
/* harmony export */   Qr: () => (/* binding */ isBroken),
/* harmony export */   RG: () => (/* binding */ measuredAndLimit),
/* harmony export */   _: () => (/* binding */ coverageText),
/* harmony export */   _m: () => (/* binding */ withoutText),
/* harmony export */   k0: () => (/* binding */ changeText),
/* harmony export */   mr: () => (/* binding */ culpritsText),
/* harmony export */   td: () => (/* binding */ trendText),
/* harmony export */   ur: () => (/* binding */ tooFewText),
/* harmony export */   xR: () => (/* binding */ helpUrl),
/* harmony export */   yK: () => (/* binding */ shiftText)
/* harmony export */ });
/* unused harmony exports TROUBLESHOOTING, runValues */
/* harmony import */ var _base_fields_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4144);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8566);
/* harmony import */ var _thresholds_comparison_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3571);
/* harmony import */ var _thresholds_syntax_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5437);
/* harmony import */ var _numbers_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8844);
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
    'run-failed': '🛑 The run failed in CallMeter',
    'not-run': '⏸️ The test did not run',
    'timed-out': '⏱️ The run took too long',
    cancelled: '🚫 The run was cancelled',
    error: '💥 The test could not be judged',
    triggered: '🚀 The test was started without waiting',
};
/** Where each error is explained, with what to do about it. */
const TROUBLESHOOTING = 'https://github.com/callmeter/run-test/blob/v1/docs/troubleshooting.md';
/** Where the error that a step ended in is explained; undefined where it did not end in one. */
function helpUrl({ verdict, code, runs = [], }) {
    if (verdict !== 'error')
        return undefined;
    const codes = new Set([code, ...runs.map((run) => run.code)].filter((one) => one !== undefined));
    const [only] = codes;
    return only !== undefined && codes.size === 1 ? `${TROUBLESHOOTING}#${only}` : TROUBLESHOOTING;
}
/** The state of a threshold in a word or two. */
const STATE_WORDS = {
    held: 'passed',
    breached: 'breached',
    missing: 'no value',
    invalid: 'unclear',
    unconfirmed: 'not confirmed',
    unjudged: 'not judged',
};
/** The state of a threshold as a sign. */
const MARKS = {
    held: '✅',
    breached: '❌',
    missing: '❔',
    invalid: '💥',
    unconfirmed: '⚠️',
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
/** By how much a threshold held or was breached: `passed by 0.37`, `breached by 12.4 ms (41 %)`. */
function margin(result) {
    const { measured, limit, operator, unit, runs } = result;
    const state = STATE_WORDS[result.state];
    if (runs && result.state === 'unconfirmed')
        return `${state}: ${runValues(result)}`;
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
/** What each run of the test measured, as it reads after a colon: `3.61, then 4.22`; of a run without a value its state. */
function runValues({ runs = [], unit }) {
    return runs
        .map(({ measured, state }) => (measured === undefined ? STATE_WORDS[state] : (0,_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .formatNumber */ .ZV)(measured, unit)))
        .join(', then ');
}
/** How a value changed against the baseline: `+4.2 ms (+18 %)`, and whether that is better, if it matters and is known. Undefined without a baseline. */
function changeOf({ measured, baseline, unit, better, }) {
    if (measured === undefined || baseline === undefined)
        return undefined;
    const [now, before] = better === 'nearer-zero' ? [Math.abs(measured), Math.abs(baseline)] : [measured, baseline];
    const change = now - before;
    if (!Number.isFinite(change))
        return { text: 'unknown', isChange: false, isNotable: false };
    if ((0,_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .formatNumber */ .ZV)(now, unit) === (0,_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .formatNumber */ .ZV)(before, unit))
        return { text: 'no change', isChange: false, isNotable: false };
    const sign = change > 0 ? '+' : '−';
    const amount = `${sign}${distance(Math.abs(change), [measured, baseline], unit)}`;
    const share = baseline === 0
        ? ' (from 0)'
        : unit === '%'
            ? ''
            : ` (${sign}${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .formatNumber */ .ZV)(Math.abs((100 * change) / baseline), '%')})`;
    const isNotable = matters(change, before, unit);
    const isBetter = better !== undefined && isNotable ? change > 0 === (better === 'higher') : undefined;
    return { text: `${amount}${share}`, isChange: true, isNotable, ...(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .l)({ isBetter }) };
}
/** The same, marked by whether it is better: `🔴 +4.2 ms (+18 %)`. Empty without a baseline. */
function changeText(change) {
    const { text = '', isBetter, isChange = false } = changeOf(change) ?? {};
    if (!isChange)
        return text;
    return `${isBetter === undefined ? '⚪' : isBetter ? '🟢' : '🔴'} ${text}`;
}
/** Smallest change that is coloured: of ratings such as MOS and of other values as a share of the baseline, between percentages in points. */
const [LEAST_OF_RATING, LEAST_SHARE, LEAST_POINTS] = [0.01, 0.05, 0.5];
function matters(change, baseline, unit) {
    if (unit === '%')
        return Math.abs(change) >= LEAST_POINTS;
    return Math.abs(change) >= (unit === '' ? LEAST_OF_RATING : LEAST_SHARE) * Math.abs(baseline);
}
/** Whether a value changed against the baseline by so much that it is worth a look. */
function hasMoved(result) {
    return changeOf(result)?.isNotable ?? false;
}
/** The distance between two values; between percentages in points, since 45 % of what would be asked. */
function distance(difference, values, unit) {
    return (0,_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDifference */ .jR)(difference, values, unit)
        .replace(/ %$/, ' points')
        .replace(/^1 points$/, '1 point');
}
/** Whether the baseline would have held a breached threshold, in a sentence; empty where that cannot be said. */
function sinceText({ state, threshold, baseline, history, operator, limit, unit }) {
    // Of several runs the trend tells more.
    if (state !== 'breached' || history || baseline === undefined || limit === undefined)
        return '';
    const was = (0,_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .formatNumber */ .ZV)(baseline, unit);
    if ((0,_thresholds_syntax_js__WEBPACK_IMPORTED_MODULE_1__/* .mentionsBaseline */ .JM)(threshold.left) || (0,_thresholds_syntax_js__WEBPACK_IMPORTED_MODULE_1__/* .mentionsBaseline */ .JM)(threshold.right))
        return `The baseline measured ${was}.`;
    return (0,_thresholds_comparison_js__WEBPACK_IMPORTED_MODULE_0__/* .holds */ .v)(baseline, operator, limit)
        ? `New since the baseline, which measured ${was}.`
        : `Not new: the baseline measured ${was}.`;
}
/** When a run was started, in ms since the epoch, as far as the API tells. */
function startOf({ run }) {
    return run.createdAt ?? run.startedAt ?? run.completedAt;
}
/** Since when a threshold is breached, in a sentence; empty where it is not. Only runs that are shown with a value count. */
function trendText({ breached: { runs, firstAt, whole }, isRelative }) {
    if (runs === 0 || (whole && runs === 1))
        return '';
    if (runs === 1)
        return isRelative
            ? 'New: the last run that measured this would have passed by this limit.'
            : 'New: the last run that measured this passed.';
    const first = firstAt === undefined ? '' : `, first on ${day(firstAt)}`;
    const breached = isRelative ? "By today's limit breached" : 'Breached';
    return `${breached} in ${whole ? 'all' : 'the last'} ${runs} runs that measured this${first}.`;
}
/** The shift of a level, in a sentence; empty where there is none. */
function shiftText({ shift }, unit) {
    if (!shift)
        return '';
    const [before = '', since = ''] = (0,_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTogether */ ._M)([shift.before, shift.since], unit);
    const when = shift.at === undefined ? 'during these runs' : `on ${day(shift.at)}`;
    return `The level shifted ${when} and stayed: ${before} before, ${since} since.`;
}
/** A day for people: `3 November 2026`. */
function day(ms) {
    return new Date(ms).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}
/** What so few endpoints leave open, as it stands beside the value: `95 % interval 93 % to 99.4 %`. Empty where no share was measured. */
function intervalText({ interval }) {
    if (!interval)
        return '';
    return `95 % interval ${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .formatNumber */ .ZV)(interval.low, '%')} to ${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .formatNumber */ .ZV)(interval.high, '%')}`;
}
/** What a share of so few endpoints cannot tell, in a sentence; empty where it can. */
function tooFewText({ interval, measured, limit, unit }) {
    if (!interval || measured === undefined || limit === undefined || measured === limit)
        return '';
    if (limit <= interval.low || limit >= interval.high)
        return '';
    const [left = '', right = ''] = (0,_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTogether */ ._M)([measured, limit], unit);
    return `${interval.hits} of ${interval.of} cannot tell ${left} from ${right}.`;
}
/** Which endpoints a breach affects, in a sentence. `name` writes a group or an outcome. */
function culpritsText({ endpoints, of, mostly }, name) {
    const many = mostly?.endpoints === endpoints ? 'all of them ' : `${mostly?.endpoints ?? 0} of them `;
    const which = mostly
        ? `, ${endpoints === 1 ? '' : many}${mostly.property === 'group' ? 'in group' : 'with'} ${name(mostly.value)}`
        : '';
    return `${endpoints} of ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(of, 'endpoint')} ${endpoints === 1 ? 'is' : 'are'} affected${which}.`;
}
/** Which group moves a breached value most, in a sentence. `name` writes a group. */
function contributionText({ group, own, others, isWithin }, unit, name) {
    const [ownText = '', othersText = ''] = (0,_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTogether */ ._M)([own, others], unit);
    const who = group === null ? 'Endpoints without a group move' : `Group ${name(group)} moves`;
    return `${who} it most: ${ownText} there, ${othersText} elsewhere${isWithin ? ', which is within the limit' : ''}.`;
}
/** `92 of 100 endpoints`, or `100 endpoints` where all have a value. */
function coverageText({ coverage }) {
    if (!coverage)
        return '';
    const { used, of } = coverage;
    if (used === of)
        return (0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(of, 'endpoint');
    const without = withoutText({ coverage });
    return `${used} of ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(of, 'endpoint')}${without ? ` (without: ${without})` : ''}`;
}
/** How the endpoints without a value ended: `8 REGISTRATION_FAILED, 3 not ended`. Empty if all have one, or nobody knows. */
function withoutText({ coverage }) {
    const { without = [] } = coverage ?? {};
    const shown = without.slice(0, MAX_OUTCOMES).map(({ outcome, endpoints }) => `${endpoints} ${outcomeText(outcome)}`);
    return [...shown, ...(without.length > MAX_OUTCOMES ? ['…'] : [])].join(', ');
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
        tooFewText(result).replace(/\.$/, ''),
        result.runs && result.state !== 'unconfirmed' && `runs ${runValues(result)}`,
    ];
    return `${markOf(result)} ${result.threshold.text}: ${facts.filter(Boolean).join(', ')}`;
}


/***/ }),

/***/ 5650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EI: () => (/* binding */ reportOf),
/* harmony export */   Qz: () => (/* binding */ brokeWhatOthersHeld),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   pd: () => (/* binding */ hasResults)
/* harmony export */ });
/* harmony import */ var _base_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4144);
/* harmony import */ var _model_subject_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5605);
/* harmony import */ var _known_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8065);



/** Said of a verdict on a run that may be somebody else's. */
const PRESUMED = "It is presumed, not certain, that this is the step's own run.";
/** The report on one test: all that is known of it, and the verdict. `template` is the workflow's `run-url`. */
function reportOf(known, judgement, template) {
    const { task, started, watched, subject, baseline, thresholds, notes } = known;
    const statuses = watched?.statuses ?? [];
    const presumed = started?.evidence === 'presumed' || undefined;
    return {
        ...judgement,
        reason: presumed ? `${judgement.reason} ${PRESUMED}` : judgement.reason,
        project: task.project,
        ...(0,_known_js__WEBPACK_IMPORTED_MODULE_0__/* .knownRun */ .j)(known, template),
        statuses,
        thresholds,
        notes,
        ...(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .l)({
            presumed,
            status: watched?.run?.status ?? statuses[statuses.length - 1]?.status ?? started?.status,
            plannedSeconds: (0,_known_js__WEBPACK_IMPORTED_MODULE_0__/* .plannedSecondsOf */ .L)(known),
            subject,
            baseline: baseline && !(0,_model_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .isAbsence */ .Md)(baseline) ? baseline : undefined,
        }),
    };
}
/** Whether a run breached a threshold that only another run of the test held: the step passes by that one, and this one is no measure for others. */
function brokeWhatOthersHeld({ runId, thresholds }) {
    return thresholds.some(({ state, threshold, runs }) => state === 'unconfirmed' &&
        threshold.severity === 'fail' &&
        runs?.find((run) => run.runId === runId)?.state === 'breached');
}
/** The test's name, as the API gives it or the workflow asked for it. */
function nameOf({ test }) {
    return test.name ?? test.asked;
}
/** Whether the endpoints of a run were read, so that a report shows them. */
function hasResults({ runs }) {
    return runs.some(({ subject }) => subject !== undefined);
}


/***/ }),

/***/ 5536:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ linkRuns),
/* harmony export */   m: () => (/* binding */ runsOfLink)
/* harmony export */ });
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


/***/ }),

/***/ 1282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   hn: () => (/* binding */ summaryHeading),
/* harmony export */   o$: () => (/* binding */ helpLine),
/* harmony export */   yM: () => (/* binding */ renderProblem)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8566);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3021);
/* harmony import */ var _phrases_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4120);
// The job summary of a step that was not to be judged at all, and what it has in common with every other. Nothing that draws a run is needed for it.



/** The whole job summary where there is a problem to tell in place of runs. */
function renderProblem(report, problem) {
    return `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .blocks */ .Bv)([summaryHeading(report), (0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .codeBlock */ .DV)(problem), helpLine(report)])}\n`;
}
/** The verdict, as the first line of the summary. */
function summaryHeading({ verdict }) {
    return `## CallMeter: ${_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .HEADINGS */ .Ac[verdict]}`;
}
/** Where an error is explained; empty where the step did not end in one. */
function helpLine(report) {
    const url = (0,_phrases_js__WEBPACK_IMPORTED_MODULE_0__/* .helpUrl */ .xR)(report);
    return url ? `What to do: <a href="${url}">troubleshooting</a>` : '';
}


/***/ }),

/***/ 3215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ baseRunOf),
/* harmony export */   v: () => (/* binding */ baseBranchOf)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8566);
/* harmony import */ var _apis_github_repository_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9413);
/* harmony import */ var _report_run_link_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5536);
// The run behind the newest passing status of a branch: what `baseline: base-branch` stands for.



/** How the run of a test that the base branch passed with is had. The branch is looked at once, however many tests want it. */
function baseBranchOf(context, statusContext, { connect, within }) {
    let commits;
    return async (testId) => {
        if (!context?.base)
            return { kind: 'missing', reason: 'this workflow does not run for a branch' };
        const { base, sha, pull } = context;
        try {
            return await within(async (until) => {
                const github = await connect();
                commits ??= github.listStatuses(base, statusContext, until);
                const found = await (0,_apis_github_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .inTime */ .RN)(commits, until);
                return baseRunOf(found, { branch: base, context: statusContext, own: sha }, testId);
            });
        }
        catch (error) {
            const why = (0,_apis_github_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .explainRefusal */ .GC)(error, 'contents', pull?.fork).replace(/\.$/, '');
            return { kind: 'missing', reason: `the base branch could not be read: ${why}` };
        }
    };
}
/** Of the branch's newest commits, the run of the test behind the newest passing status; or why there is none. `own` is the commit tested. */
function baseRunOf(commits, { branch, context, own }, testId) {
    const [name, status] = [(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(branch, 80), (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(context, 80)];
    const missing = (reason) => ({ kind: 'missing', reason });
    if (!commits)
        return missing(`the repository has no branch ${name}`);
    const others = commits.filter(({ sha }) => sha !== own);
    const passed = others.find((commit) => commit.status?.state === 'SUCCESS');
    if (!passed?.status) {
        const some = others.filter((commit) => commit.status).length;
        return missing(`none of the newest ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(others.length, 'commit')} of ${name} has a passing status "${status}"${some > 0 ? `; ${some} have it in another state` : ''}`);
    }
    const runs = (0,_report_run_link_js__WEBPACK_IMPORTED_MODULE_2__/* .runsOfLink */ .m)(passed.status.url);
    const where = `${name} at ${passed.sha.slice(0, 7)}`;
    if (runs.length === 0)
        return missing(`the status "${status}" on ${where} refers to no CallMeter run`);
    const run = ofTest(runs, testId);
    return run ? { runId: run.runId, where } : missing(`the status "${status}" on ${where} refers to no run of this test`);
}
function ofTest(runs, testId) {
    const [only] = runs;
    const known = runs.find((run) => run.testId === testId);
    return known ?? (runs.length === 1 && (only?.testId === undefined || testId === '') ? only : undefined);
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
    packets_sent_rate_ps: { unit: '', label: 'packets/s', meaning: 'packets sent per second' },
    packets_recv_rate_ps: { unit: '', label: 'packets/s', meaning: 'packets received per second' },
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
    success_rate: { unit: '%', better: 'higher', over: 'endpoints', meaning: 'endpoints that succeeded' },
    failed_endpoints: {
        unit: '',
        better: 'lower',
        over: 'endpoints',
        meaning: 'endpoints that ended otherwise, or not at all',
    },
    endpoints: { unit: '', better: undefined, over: 'endpoints', meaning: 'endpoints that took part' },
    silent_calls: {
        unit: '',
        better: 'lower',
        over: 'endpoints',
        meaning: 'endpoints that succeeded and carried no media at all',
    },
    one_way_calls: {
        unit: '',
        better: 'lower',
        over: 'endpoints',
        meaning: 'endpoints that succeeded and carried media in one direction only',
    },
    asr: { unit: '%', better: 'higher', over: 'endpoints', meaning: 'answer-seizure ratio (ITU-T E.425)' },
    ner: { unit: '%', better: 'higher', over: 'endpoints', meaning: 'network effectiveness ratio (ITU-T E.425)' },
    ser: { unit: '%', better: 'higher', over: 'endpoints', meaning: 'session establishment ratio (RFC 6076, 4.6)' },
    seer: {
        unit: '%',
        better: 'higher',
        over: 'endpoints',
        meaning: 'session establishment effectiveness ratio (RFC 6076, 4.7)',
    },
    isa: { unit: '%', better: 'lower', over: 'endpoints', meaning: 'ineffective session attempts (RFC 6076, 4.8)' },
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

/***/ 3571:
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

/***/ 5437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ partsOf),
/* harmony export */   Fh: () => (/* binding */ FLIPPED),
/* harmony export */   JM: () => (/* binding */ mentionsBaseline),
/* harmony export */   Mm: () => (/* binding */ sidesOf),
/* harmony export */   Zo: () => (/* binding */ isOperator),
/* harmony export */   aQ: () => (/* binding */ withoutSeverity),
/* harmony export */   cn: () => (/* binding */ measuresSomething),
/* harmony export */   tu: () => (/* binding */ mentionsSpread),
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
    if (whole.kind === 'extreme')
        return [...whole.of];
    const condition = 'condition' in whole ? [whole.condition] : [];
    return 'where' in whole && whole.where ? [...condition, whole.where] : condition;
}
/** Whether `baseline` or `spread`, which is the baseline's, stands anywhere in a value. */
function mentionsBaseline(value) {
    return partsOf(value).some(({ kind }) => kind === 'baseline' || kind === 'spread');
}
/** Whether `spread` stands anywhere in a value. */
function mentionsSpread(value) {
    return partsOf(value).some(({ kind }) => kind === 'spread');
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

/***/ 3435:
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
            : `the unit of this value is unknown, so it can only be compared with numbers without a unit, not with ${SPOKEN[other]}`;
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

/***/ 365:
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
  markdownSummary: () => (/* reexport */ external_not_bundled_js_.markdownSummary),
  notice: () => (/* binding */ notice),
  platform: () => (/* reexport */ platform_namespaceObject),
  saveState: () => (/* binding */ saveState),
  setCommandEcho: () => (/* binding */ setCommandEcho),
  setFailed: () => (/* binding */ setFailed),
  setOutput: () => (/* binding */ setOutput),
  setSecret: () => (/* binding */ setSecret),
  startGroup: () => (/* binding */ startGroup),
  summary: () => (/* reexport */ external_not_bundled_js_.summary),
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
// EXTERNAL MODULE: external "./not-bundled.js"
var external_not_bundled_js_ = __nccwpck_require__(6380);
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
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/platform.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const getWindowsInfo = () => __awaiter(void 0, void 0, void 0, function* () {
    const { stdout: version } = yield external_not_bundled_js_.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield external_not_bundled_js_.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => __awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield external_not_bundled_js_.getExecOutput('sw_vers', undefined, {
        silent: true
    });
    const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
    const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : '';
    return {
        name,
        version
    };
});
const getLinuxInfo = () => __awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield external_not_bundled_js_.getExecOutput('lsb_release', ['-i', '-r', '-s'], {
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
    return __awaiter(this, void 0, void 0, function* () {
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
        return yield external_not_bundled_js_.OidcClient.getIDToken(aud);
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
/******/ var __webpack_exports__ = __nccwpck_require__(5691);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
