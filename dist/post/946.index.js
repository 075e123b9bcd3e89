export const id = 946;
export const ids = [946];
export const modules = {

/***/ 310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ clamp)
/* harmony export */ });
/** The value, or the bound that it is beyond. */
function clamp(value, least, most) {
    return Math.min(Math.max(value, least), most);
}


/***/ }),

/***/ 743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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

/***/ 361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C4: () => (/* binding */ failedAs),
/* harmony export */   HR: () => (/* binding */ Failure),
/* harmony export */   WE: () => (/* binding */ explain)
/* harmony export */ });
/* unused harmony exports FAILURE_KINDS, FAILURE_CODES, codeOf */
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

/***/ 339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ logTo)
/* harmony export */ });
/* unused harmony export prefixed */
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(516);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(566);


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

/***/ 516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ textsChanged),
/* harmony export */   E: () => (/* binding */ redact)
/* harmony export */ });
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(144);
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

/***/ 566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ logLine),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   pj: () => (/* binding */ plain)
/* harmony export */ });
/* unused harmony exports markdown, code, html, codeBlock, href, inWords */
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

/***/ 946:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  endStatus: () => (/* binding */ endStatus)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 5 modules
var core = __webpack_require__(871);
// EXTERNAL MODULE: ./lib/base/clamp.js
var clamp = __webpack_require__(310);
// EXTERNAL MODULE: ./lib/base/deadline.js
var base_deadline = __webpack_require__(361);
// EXTERNAL MODULE: ./lib/base/failure.js
var failure = __webpack_require__(747);
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
                throw new failure/* Failure */.HR('input', 'This is not a GitHub workflow: GITHUB_REPOSITORY and GITHUB_SHA are not set.');
            if (!token)
                throw new failure/* Failure */.HR('key-refused', '`github-token` is empty.');
            connected ??= tools.connect({
                token,
                ...repository,
                onWait: (line) => log.info(line),
                fail: (kind, message, cause) => new failure/* Failure */.HR(kind, message, { cause }),
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
    return (0,base_deadline/* unlessAborted */.W)(work, until, () => new failure/* Failure */.HR('interrupted', 'GitHub did not answer in time.'));
}
const LEVELS = {
    statuses: 'permission `statuses: write`',
    'pull-requests': 'permission `pull-requests: write`',
    contents: 'permissions `contents: read` and `statuses: read`',
};
/** An error of GitHub's in words, with the permission that the token may lack. `fork` is whether the pull request is from one. */
function explainRefusal(error, permission, fork) {
    const said = (0,failure/* explain */.WE)(error);
    if ((0,failure/* failedAs */.C4)(error, 'key-refused'))
        return `${said} Check \`github-token\`.`;
    if (!(0,failure/* failedAs */.C4)(error, 'forbidden', 'not-found'))
        return said;
    const forked = fork
        ? ' The token of a pull request from a fork is read-only, whatever permissions the workflow sets.'
        : '';
    return `${said} Give the job the ${LEVELS[permission]}.${forked}`;
}

// EXTERNAL MODULE: ./lib/base/clock.js
var clock = __webpack_require__(743);
// EXTERNAL MODULE: ./lib/base/log.js
var base_log = __webpack_require__(339);
// EXTERNAL MODULE: ./lib/base/text.js
var base_text = __webpack_require__(566);
;// CONCATENATED MODULE: ./lib/publish/end-status.js
// Ends the commit status of a step that was killed before it had a verdict.





/** Sets a status that is pending to `error`. Where that cannot be done it warns. */
async function endStatus(pending, connect) {
    const token = core.getInput('github-token');
    const log = (0,base_log/* logTo */.k)(core, token ? [token] : []);
    if (token)
        core.setSecret(token);
    const { sha, context, url, ...repository } = pending;
    const description = 'The step was killed before it had a verdict';
    const tools = { clock: clock/* systemClock */.m, connect, log, signal: new AbortController().signal };
    try {
        const github = openRepository({ token, repository }, tools);
        await github.within(async (until) => {
            const status = { sha, context, state: 'error', description, url };
            await inTime((await github.connect()).createStatus(status, until), until);
        });
        log.info(`Commit status "${(0,base_text/* plain */.pj)(context, 80)}" on ${(0,base_text/* plain */.pj)(sha, 7)}: error, ${description}`);
    }
    catch (error) {
        log.warning(`The commit status "${(0,base_text/* plain */.pj)(context, 80)}" stays pending: ${explainRefusal(error, 'statuses', undefined)}`);
    }
}


/***/ })

};
