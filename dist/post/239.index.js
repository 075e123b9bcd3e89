export const id = 239;
export const ids = [239];
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

/***/ 239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  stopEach: () => (/* binding */ stopEach),
  stopOpenRuns: () => (/* binding */ stopOpenRuns)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 5 modules
var core = __webpack_require__(871);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(598);
// EXTERNAL MODULE: ./lib/base/fields.js
var base_fields = __webpack_require__(144);
// EXTERNAL MODULE: ./lib/base/text.js
var base_text = __webpack_require__(566);
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
                return end('an announced page was empty');
            if ((isAll && !doubted) || fresh === 0 || (promised === undefined && nextCursor === null))
                return end(lackingAtEnd(received));
        }
        stale = fresh > 0 ? 0 : stale + 1;
        if (!trusting && stale >= STALE_PAGES)
            return end(size === promised ? undefined : `more rows are announced, but ${STALE_PAGES} pages brought nothing new`);
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
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(items)).digest('base64');
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
        return repeats ? 'a page came twice, and the total is unknown' : undefined;
    // Rows that come twice within one whole list are the list's own; a page that comes twice hides another.
    if (rows >= promised && !(repeats && size !== promised))
        return undefined;
    return size < promised ? `${size} of ${promised} could be read` : `${size} came, not ${promised}`;
}

// EXTERNAL MODULE: ./lib/base/failure.js
var base_failure = __webpack_require__(747);
;// CONCATENATED MODULE: ./lib/base/remembered.js
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

;// CONCATENATED MODULE: ./lib/apis/http/fields.js
// Fields of JSON that somebody else wrote, taken in only where they are of the expected type: what the guards of all APIs are made of.




/** `created_at` as `createdAt`. */
const camelName = remembered((name) => name.replaceAll(/_+([a-z\d])/g, (_, letter) => letter.toUpperCase()));
/** `createdAt` as `created_at`. */
function snakeName(name) {
    return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
/** The value, where it is text that is not empty. */
function fields_text(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
/** An id: text that is not empty, or a whole number, as text. */
function idOf(value) {
    return isCount(value) ? String(value) : fields_text(value);
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
    const misshapen = (what, problem, answer) => new base_failure/* Failure */.HR('misshapen', `${api}'s answer for ${what} is not understood: ${problem} in ${(0,base_text/* plain */.pj)(JSON.stringify(answer) ?? 'nothing', 160)}.`, {
        advice: `Check \`${urlInput}\`. If it is correct, the API has changed: report this line to the maintainers of the action.`,
    });
    const object = (value, what) => {
        if (!(0,base_fields/* isObject */.G)(value))
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

;// CONCATENATED MODULE: ./lib/apis/http/request.js
/** Longest wait for one whole answer, in ms. */
const REQUEST_TIMEOUT_MS = 30_000;

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
    if (lost.before?.some((known) => isSameId(known, id)))
        return 'there-before';
    if (isTaken(id))
        return 'taken';
    if (lost.testId !== '' && !isSameId(run.testId, lost.testId))
        return 'other-test';
    if (run.idempotencyKey !== undefined && lost.key !== undefined)
        return isNamed(run, lost) ? 'possible' : 'other-key';
    // What was over before it was asked for is somebody else's, whatever its creation is said to be.
    if (lost.since !== undefined && run.completedAt !== undefined && run.completedAt < lost.since - EARLY_MS)
        return 'other-time';
    if (lost.since !== undefined && run.createdAt !== undefined) {
        const end = lost.until ?? lost.since + REQUEST_TIMEOUT_MS;
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
const MAX_PAGES = 3;
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
            : `No run of the test since then can be seen yet; reading again in ${LOOK_EVERY_MS / 1_000} s`);
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
async function lost_run_evidenceOf(named, atOnce, scope, api) {
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
    return new base_failure/* Failure */.HR('incomplete', `Several runs of the test were started in the same moment: ${candidates.slice(0, 10).join(', ')}. Which of them is this step's is unknown.`, { advice: 'Check them in CallMeter, and stop the one that nobody waits for.' });
}
/** The runs that may be the one, as the list has them. */
async function possibleRuns(lost, scope, { api, jobRuns }) {
    const isPossible = (run) => standingOf(run, lost, jobRuns.isTaken) === 'possible';
    try {
        const { items } = await readItems({
            read: ({ page }) => api.listRuns(lost.projectId, lost.testId, page, scope),
            maxPages: MAX_PAGES,
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
const BEFORE_PATIENCE_MS = 10_000;
/** The newest runs that there are before a start, their ids, and whether those are all; nothing where they cannot be listed. */
async function runsBefore({ projectId, testId }, scope, { api, clock }) {
    const deadline = Math.min(scope.deadline, clock.now() + BEFORE_PATIENCE_MS);
    try {
        const soon = { ...scope, deadline, patienceMs: BEFORE_PATIENCE_MS, refusalMs: 0 };
        const { items, totalPages } = await api.listRuns(projectId, testId, 1, soon);
        const before = items.flatMap(({ id }) => (id === undefined ? [] : [id]));
        return { runs: items, before, ...(totalPages !== undefined && totalPages <= 1 ? { beforeIsAll: true } : {}) };
    }
    catch (error) {
        if (!(error instanceof Failure) || error.kind === 'aborted')
            throw error;
        return {};
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(24);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(760);
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
    const fileOf = (runId) => (0,external_node_path_.join)(runs, (0,external_node_crypto_.createHash)('sha256').update(keyOf(runId)).digest('hex'));
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

// EXTERNAL MODULE: ./lib/base/clamp.js
var clamp = __webpack_require__(310);
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
            throw new base_failure/* Failure */.HR('aborted', 'The step was cancelled.');
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
        const timeoutMs = (0,clamp/* clamp */.q)(deadline - tools.clock.now(), 1_000, REQUEST_TIMEOUT_MS);
        const answer = await paced({ ...rest, url, headers: { authorization: `Bearer ${apiKey}`, ...headers }, timeoutMs }, signal);
        const date = Date.parse(answer.headers.date ?? '');
        if (!Number.isNaN(date))
            ahead = [...ahead.slice(1 - MAX_DATES), date - tools.clock.now()];
        return answer;
    };
    const inTurn = (purpose, path, scope, take) => persist(async () => {
        await pace.turn(scope);
        return take(await ask({ method: 'GET', purpose, path }, scope));
    }, OF_READS, scope, tools);
    return {
        ask,
        read: (purpose, path, scope, take) => inTurn(purpose, path, scope, ({ body }) => take(body)),
        get: (purpose, path, scope) => inTurn(purpose, path, scope, (answer) => answer),
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

;// CONCATENATED MODULE: ./lib/apis/http/headers.js


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
    return (0,base_fields/* optional */.l)({
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
    return (0,clamp/* clamp */.q)(ms, 0, MAX_RESET_MS);
}
function numberIn(header) {
    return typeof header === 'string' && /^\s*\d+(\.\d+)?\s*$/.test(header) ? Number(header) : undefined;
}

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
    /** The latest refusal: when it was, and how scarce requests were then. */
    let refusedAt = Number.NEGATIVE_INFINITY;
    let scarcityThen = 1;
    /** How many requests were granted, and since which refusal. */
    let grants = 0;
    let countedFrom = Number.NEGATIVE_INFINITY;
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
            const told = limitOf(headers, clock.now());
            if (told.limit !== undefined)
                limit = (0,clamp/* clamp */.q)(told.limit, MIN_LIMIT, MAX_LIMIT);
            // What is left of the window is everybody's: none is left for anybody once it is used up.
            if (told.remaining === 0 && told.resetMs !== undefined)
                pause(told.resetMs, MIN_SPREAD_MS);
        },
        refused: (retryAfterMs = 1_000) => {
            const now = clock.now();
            const isRecent = now - refusedAt < RECENT_MS;
            // What was under way when a pause began is of one refusal with what began it.
            if (isRecent && now < pausedUntil)
                return pause(retryAfterMs, MIN_SPREAD_MS);
            // Between two refusals as much came through as others leave; of a single one, the longer it lasts the sooner the limit was used up.
            const share = (grants + 1) / Math.max(1, (now - countedFrom) / 1_000);
            const told = isRecent ? limit / share : 1 + retryAfterMs / 1_000;
            scarcityThen = (0,clamp/* clamp */.q)(told, scarcity(), MOST_SCARCE);
            refusedAt = now;
            // As long as nothing comes through, the time adds up.
            if (grants > 0 || !isRecent)
                countedFrom = now;
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

;// CONCATENATED MODULE: ./lib/model/outcomes.js
/** How an endpoint can end (documented). The first two are success. */
const OUTCOMES = [
    'SUCCESS', 'COMPLETED_WITH_WARNINGS', 'REGISTRATION_FAILED', 'CALL_FAILED', 'NEGOTIATION_FAILED', 'TIMEOUT', 'OSERROR', 'TEARDOWN_ERROR',
]; // prettier-ignore
/** Outcomes that count as success. */
const GOOD_OUTCOMES = OUTCOMES.slice(0, 2);
/** Phases of an endpoint (documented). */
const PHASES = (/* unused pure expression or super */ null && ([
    'INITIALIZING', 'REGISTERED', 'CALLING', 'RINGING', 'NEGOTIATING', 'INCALL', 'DISCONNECTING', 'CLOSED',
])); // prettier-ignore
/** Whether an endpoint's outcome counts as success. */
function outcomes_endedWell(outcome) {
    return outcome !== null && GOOD_OUTCOMES.includes(outcome);
}

;// CONCATENATED MODULE: ./lib/model/series.js

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
const snakeCase = remembered((name) => name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z\d]+/g, '_')
    .toLowerCase());
/** `jitter_ms.audio.receive.p95`: a series as it is written, with what its name has of track, direction and statistic. */
function series_printSeriesName({ metric, track, direction, statistic }) {
    return [metric, track, direction, statistic].filter((part) => part !== undefined).join('.');
}

;// CONCATENATED MODULE: ./lib/model/measurements.js




/** No measurement has 22 digits: a number of this size or more, or an infinite one, is none, and is refused wherever measurements come in. */
const TOO_LARGE = 1e21;
/** Most series of one run. The known metrics, with all directions, tracks and statistics, come to about 700. */
const MAX_SERIES = 2_000;
/** Most numbers of one run: 100,000 endpoints with 200 series, in some 320 MB. */
const MAX_VALUES = 20_000_000;
/** An empty builder. `add` throws `too-large` above `MAX_SERIES` and `MAX_VALUES`, and `misshapen` if a result has two values for one metric. */
function collectMeasurements() {
    const places = new Map();
    const results = [];
    const columns = new Map();
    /** The same columns by the objects that name them, which are few where rows come from one reader. */
    const named = new WeakMap();
    let adds = 0;
    const clear = (place) => {
        for (const { values } of columns.values())
            if (place < values.length)
                values[place] = Number.NaN;
    };
    const columnOf = (name) => {
        const key = printSeriesName(name);
        let column = columns.get(key);
        if (!column) {
            if (columns.size >= MAX_SERIES)
                throw new Failure('too-large', `The run has more than ${MAX_SERIES} different metrics.`);
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
                throw new Failure('too-large', `The run has more than ${MAX_VALUES} values: ${results.length} endpoints with ${columns.size} metrics.`);
            adds++;
            for (const { series, value } of readings) {
                const column = named.get(series) ?? columnOf(series);
                const { values } = column;
                // Keys may differ only in casing or separators; which of the two was measured is unknown.
                if (column.setBy === adds && values[place] !== value)
                    throw new Failure('misshapen', `Endpoint ${plain(result.id ?? String(place + 1), 80)} has several values for ${plain(printSeriesName(series), 80)}: ${values[place]} and ${value}.`);
                column.setBy = adds;
                while (values.length < place)
                    values.push(Number.NaN);
                values[place] = value;
            }
            return known === undefined;
        },
        values: () => [...columns.values()].reduce((sum, { values }) => sum + counted(values), 0),
        gaps: () => {
            const reported = results.map(({ outcome }) => (endedWell(outcome) ? 0 : Number.NaN));
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
/** Every number in a metric's value, added to `into`, also one written as text. Whatever is none (null, words, lists) is left out: it measured nothing. */
function readMetric(metric, value, into = []) {
    collect(placeIn(metrics, metric, () => ({ metric })), value, 0, into);
    return into;
}
function collect({ series, within }, value, depth, into) {
    const number = numberOf(value);
    if (number !== undefined) {
        into.push({ series, value: number });
    }
    else if ((0,base_fields/* isObject */.G)(value) && depth < MAX_DEPTH) {
        for (const key of Object.keys(value))
            collect(placeIn(within, key, () => narrowed(series, snakeCase(key))), value[key], depth + 1, into);
    }
}
function narrowed(name, key) {
    const direction = Object.hasOwn(DIRECTIONS, key) ? DIRECTIONS[key] : undefined;
    if (direction && !name.direction)
        return { ...name, direction };
    if ((key === 'audio' || key === 'video') && !name.track)
        return { ...name, track: key };
    const statistic = (Object.hasOwn(STATISTICS, key) && STATISTICS[key]) || key;
    return { ...name, statistic: name.statistic ? `${name.statistic}_${statistic}` : statistic };
}

;// CONCATENATED MODULE: ./lib/apis/callmeter/vendor.js
/** CallMeter, as the step's inputs and its documentation know it. */
const CALLMETER = {
    name: 'CallMeter',
    urlInput: 'api-url',
    advice: {
        401: 'The API key is missing, wrong or revoked: check `api-key` and its secret.',
        403: 'The role of whoever created the key does not allow this: running tests requires Tester or higher.',
        429: 'The rate limit of the API key is shared by every job that uses it.',
    },
    limitPerMinute: 120,
};

;// CONCATENATED MODULE: ./lib/apis/callmeter/answers.js
// Guards: what the API answers, checked against what openapi.yaml says of it, in the action's own terms. A documented field of
// another type is a failure; an assumed one is taken as not there.








const { misshapen, object, folded, documentedId } = guardsOf(CALLMETER, camelName);
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
    if (!isCount(page) || !isCount(total) || !isCount(totalPages))
        throw misshapen(what, '`meta.pagination` is not understood', pagination);
    return { items, total, totalPages };
}
/** How many rows there are, where that stands in other places than the documented one; nothing where it stands in none. */
function undocumentedPagination(meta, beside) {
    for (const place of [beside.pagination, meta, beside]) {
        if (!(0,base_fields/* isObject */.G)(place))
            continue;
        const { total, totalPages } = folded(place, 'pagination');
        if (isCount(total))
            return { total, ...(0,base_fields/* optional */.l)({ totalPages: isCount(totalPages) ? totalPages : undefined }) };
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
    return { id: documentedId(id, 'a project', row), ...(0,base_fields/* optional */.l)({ slug: fields_text(slug), name: fields_text(name) }) };
}
/** A test. */
function readTest(row) {
    const { id, slug, name, durationSeconds, endpointCount } = folded(row, 'a test');
    return {
        id: documentedId(id, 'a test', row),
        ...(0,base_fields/* optional */.l)({
            slug: fields_text(slug),
            name: fields_text(name),
            plannedSeconds: amount(durationSeconds),
            endpointCount: amount(endpointCount),
        }),
    };
}
/** The answer to a trigger. The run's id is `testRunId` on one page of the documentation and `id` on another. */
function readTriggeredRun(data) {
    const { testRunId, id: otherId, status } = folded(data, 'the started run');
    const id = documentedId(testRunId ?? otherId, 'the started run', data);
    // What cannot stand in a path cannot be asked for, or stopped.
    if (!id.isWellFormed() || /^\.{1,2}$/.test(id) || id.length > MAX_ID)
        throw misshapen('the started run', 'its id is not a valid id', data);
    return {
        id,
        ...(0,base_fields/* optional */.l)({ status: typeof status === 'string' ? fields_text(constantCase(status)) : undefined }),
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
            id: idOf(fields.id ?? fields.testRunId),
            name: fields_text(fields.name),
            testId: idOf(fields.testId),
            createdAt: time(createdAt),
            startedAt: time(startedAt),
            completedAt: time(completedAt),
            plannedSeconds: amount(fields.durationSeconds),
            endpointCount: amount(fields.endpointCount),
            completedEndpoints: amount(fields.completedEndpoints),
            failureReason: fields_text(fields.failureReason),
            url: fields_text(fields.url),
            idempotencyKey: fields_text(fields.idempotencyKey),
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
    if (!isSameId(run.id, runId) || !isSameId(idOf(testRunId), runId))
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
    if (!isSameId(idOf(fields.testRunId), runId))
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
    const sipStatus = numberOf(fields.sipStatusCode ?? fields.sipStatus);
    return {
        ...(0,base_fields/* optional */.l)({ id: idOf(id) }),
        group: typeof group === 'string' ? group : null,
        phase,
        outcome,
        sipStatus: isCount(sipStatus) ? sipStatus : null,
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
    return snakeCase(word.trim()).toUpperCase();
}
function readReadings(row) {
    const readings = [];
    const known = new Set();
    // What a metric brought under `metrics` counts; one that brought nothing leaves it to the top level.
    const take = (from, keys) => {
        const brought = new Set();
        for (const key of keys) {
            const metric = snakeCase(key);
            const before = readings.length;
            if (!known.has(metric))
                readMetric(metric, from[key], readings);
            if (readings.length > before)
                brought.add(metric);
        }
        for (const metric of brought)
            known.add(metric);
    };
    const { metrics } = row;
    if ((0,base_fields/* isObject */.G)(metrics))
        take(metrics, Object.keys(metrics));
    // Text at the top level is a label, even one of digits.
    take(row, Object.keys(row).filter((key) => !ROW_FIELDS.has(camelName(key)) && typeof row[key] !== 'string'));
    const odd = readings.find(({ value }) => !(Math.abs(value) < TOO_LARGE));
    if (odd)
        throw misshapen('an endpoint', `${(0,base_text/* plain */.pj)(series_printSeriesName(odd.series), 80)} is ${odd.value}, which is too large to be measured`, row);
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
    const api = bearerApi(options);
    const { ask } = api;
    return {
        ...callMeterReader(options, api),
        triggerRun: (projectId, testId, idempotencyKey, scope) => persist(async () => {
            await pace.turn(scope);
            const path = `${project(projectId)}/tests/${segment(testId)}/run`;
            const headers = { 'idempotency-key': idempotencyKey };
            scope.onSend?.();
            const answer = await ask({ method: 'POST', purpose: 'start the test', path, headers }, { deadline: Number.POSITIVE_INFINITY, ...(0,base_fields/* optional */.l)({ signal: scope.breakOff }) });
            return readOne(answer.body, 'the started run', readTriggeredRun);
        }, WITHOUT_EFFECT, scope, options),
        stopRun: async (projectId, runId, scope) => {
            const request = { method: 'POST', purpose: 'stop the run', path: `${run(projectId, runId)}/stop` };
            await persist(() => ask(request, scope), PASSING, scope, options);
        },
    };
}
/** The reading part of the API alone. */
function callMeterReader(options, api = bearerApi(options)) {
    const { pace } = options;
    const { read, serverNow, serverClock } = api;
    const list = ({ what, path, query = {} }, page, scope, row) => {
        const search = new URLSearchParams({ ...query, page: String(page), perPage: String(PER_PAGE) });
        return read(`read ${what}, page ${page}`, `${path}?${search.toString()}`, scope, (body) => readPage(body, what, row));
    };
    return {
        listProjects: (page, scope) => list({ what: 'the list of projects', path: '/projects' }, page, scope, readProject),
        listTests: (projectId, page, scope) => list({ what: 'the list of tests', path: `${project(projectId)}/tests` }, page, scope, readTest),
        getRun: (projectId, runId, scope) => read('read the run', run(projectId, runId), scope, (body) => readOne(body, 'the run', (data) => {
            const detail = readRunOf(data, runId);
            scope.hold?.(detail);
            return detail;
        })),
        listRuns: (projectId, testId, page, scope) => list({ what: "the test's runs", path: `${project(projectId)}/test-runs`, query: { testId } }, page, scope, readRun),
        listEndpoints: (projectId, runId, page, scope) => list({ what: "the run's endpoints", path: `${run(projectId, runId)}/endpoints` }, page, scope, (row) => readEndpointOf(row, runId)),
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
/** An opaque id as one segment of a path. Throws an `input` failure where it can be none. Dots alone would climb in the path, whatever they are encoded as. */
function segment(id) {
    if (/^\.{0,2}$/.test(id) || !id.isWellFormed())
        throw new base_failure/* Failure */.HR('input', `"${(0,base_text/* plain */.pj)(id)}" is not a valid id.`);
    return encodeURIComponent(id);
}

// EXTERNAL MODULE: ./lib/base/clock.js
var base_clock = __webpack_require__(743);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __webpack_require__(942);
// EXTERNAL MODULE: ./lib/base/deadline.js
var deadline = __webpack_require__(361);
// EXTERNAL MODULE: ./lib/base/secrets.js
var base_secrets = __webpack_require__(516);
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

;// CONCATENATED MODULE: ./lib/apis/http/refusals.js
// Requests that came to nothing, as failures: the kind for the program, the words for people.





/** The failure of a request that was answered with another status than 2xx. `now` is in ms since the epoch. */
function refusal({ purpose, url, method }, answer, { urlInput, advice }, now) {
    const { status } = answer;
    const error = errorAnswer(answer.text);
    const elsewhere = status >= 300 && status < 400 ? `Redirects are not followed: check \`${urlInput}\`.` : '';
    return new base_failure/* Failure */.HR(kindOfStatus(status), `Could not ${purpose}: ${method} ${url.pathname} on ${url.host} answered ${said(answer, error)}.`, { ...(0,base_fields/* optional */.l)({ retryAfterMs: askedWait(answer, error, now) }), advice: advice[status] ?? elsewhere });
}
/** How long to wait in ms: by `Retry-After`, else, after a 429, by the body's `retry_after`, else until the limit is whole again. */
function askedWait({ status, headers }, error, now) {
    const told = retryAfterMs(headers['retry-after'], now);
    if (told !== undefined || status !== 429)
        return told;
    const seconds = amount(error?.retry_after);
    return seconds === undefined ? untilReset(headers, now) : seconds * 1_000;
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
        return (0,base_fields/* isObject */.G)(answer) ? answer : undefined;
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
        if ((0,base_fields/* isObject */.G)(error))
            ({ code, message: words } = error);
        else
            [code, words] = [error, bare];
        if ((0,base_fields/* isObject */.G)(meta))
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
    const failure = (kind, what, advice) => new base_failure/* Failure */.HR(kind, `Could not ${purpose}: ${what}.`, { ...(0,base_fields/* optional */.l)({ advice }), cause: error });
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
    ], { allowRedirects: false, allowRetries: false, keepAlive, socketTimeout: 2 * REQUEST_TIMEOUT_MS });
    // Reads may be repeated, so they share connections. A write gets one of its own: on a reused connection a
    // reset would leave open whether it had arrived.
    const reader = clientFor(true);
    return async (request, signal) => {
        const { purpose } = request;
        const client = request.method === 'GET' ? reader : clientFor(false);
        const timeoutMs = request.timeoutMs ?? REQUEST_TIMEOUT_MS;
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

// EXTERNAL MODULE: ./lib/base/log.js
var base_log = __webpack_require__(339);
;// CONCATENATED MODULE: ./lib/model/run.js

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
    return optional({ durationSeconds, queueSeconds });
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
/** Whether so many seconds are fewer than was planned, as far as timestamps tell. */
function tooShort(seconds, planned) {
    return seconds + TOLERANCE_SECONDS < LEAST_SHARE * planned;
}

;// CONCATENATED MODULE: ./lib/cleanup/stop.js





/**
 * Asks CallMeter to stop a run, and says how that went: in the log, as a warning where the run may still be running. Returns whether the run
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
        log.warning(`Run ${(0,base_text/* plain */.pj)(runId)} could not be stopped and may still be running: stop it in CallMeter. ${why}`);
        return false;
    }
}
async function hasEnded(projectId, runId, scope, api) {
    try {
        const { status } = await api.getRun(projectId, runId, scope);
        return isTerminal(status) || status === 'STOPPING';
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
    const breakOff = openDeadline(clock);
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
    return stopped
        ? [`CallMeter accepted the stop of run ${plain(runId, 80)}, or the run had ended.`]
        : [
            wanted
                ? `The stop of run ${plain(runId)} was not confirmed, so it may still be running.`
                : `The run ${plain(runId)} was not stopped and may still be running.`,
        ];
}
/** How long a stop waits for the detail of a run that no detail was read of, in ms: the stop itself needs the rest of its time. */
const LOOK_FIRST_MS = 1_000;
/** Whether the detail of a run, of which only the answer to the trigger is known, does not say that it is somebody else's. */
async function isOwn(asked, clock, api) {
    try {
        return (await evidenceOf(asked, false, { deadline: clock.now() + LOOK_FIRST_MS }, api)) !== 'presumed';
    }
    catch (error) {
        if (!(error instanceof Failure))
            throw error;
        return false;
    }
}
/** What is said of a run that is left going on purpose. */
function leftGoing(runId) {
    return `The run ${(0,base_text/* plain */.pj)(runId, 80)} may still be running: the workflow wants it left alone.`;
}
/** What is said of a run that may be going, and may be somebody else's. */
function presumedGoing(runId) {
    return `The run ${(0,base_text/* plain */.pj)(runId, 80)} is only presumed to be this step's, so it was not stopped: it may still be running, or another that was started. Check the test in CallMeter, and stop any run that nobody waits for.`;
}

;// CONCATENATED MODULE: ./lib/cleanup/cleanup.js











/** How long all of it may take, in ms. GitHub gives all post steps of a cancelled job five minutes. */
const ALLOWANCE_MS = 120_000;
/** Stops the runs that a step left behind, the ones whose id never arrived included, and says what became of each. Throws only on a bug. */
async function stopOpenRuns(left, env) {
    const input = (name) => core.getInput(name);
    const key = apiKeyOf(input, env);
    const log = (0,base_log/* logTo */.k)(core, key ? [key] : []);
    if (key)
        core.setSecret(key);
    const apiUrl = apiUrlOf(input('api-url'));
    if (!key || !apiUrl) {
        const runs = left.map(({ runId, testId }) => runId === undefined ? `a run of test ${(0,base_text/* plain */.pj)(testId, 80)}` : `run ${(0,base_text/* plain */.pj)(runId, 80)}`);
        log.warning(`${runs.join(', ')} may still be running and cannot be stopped from here: \`api-key\` or \`api-url\` is missing.`);
        return;
    }
    const clock = base_clock/* systemClock */.m;
    const api = openCallMeter({ apiUrl, apiKey: key }, { exchange: httpExchange, clock, random: Math.random, log });
    const scope = { deadline: clock.now() + ALLOWANCE_MS, patienceMs: ALLOWANCE_MS };
    await stopEach(left, scope, { api, clock, log, jobRuns: jobRunsIn(env.RUNNER_TEMP) });
}
/** Stops the runs that are known to be the step's own, one after the other, and names those that are not, or that are to be left alone. */
async function stopEach(left, scope, tools) {
    for (const entry of left) {
        const run = await knownOrFound(entry, scope, tools);
        if (!run)
            continue;
        if (run.evidence === 'presumed')
            tools.log.warning(presumedGoing(run.id));
        else if (entry.leave)
            tools.log.warning(leftGoing(run.id));
        else
            await stop(entry.projectId, run.id, scope, tools);
    }
}
/** Which run an entry is about, as far as that can be told; what cannot is warned of. */
async function knownOrFound(entry, scope, tools) {
    const { log } = tools;
    const known = await knownRun(entry, scope, tools);
    if (known)
        return known;
    log.info(`The step ended before it knew the id of the run that it had requested (test ${(0,base_text/* plain */.pj)(entry.testId)}); looking for it.`);
    try {
        const run = await findStartedRun(entry, scope, tools);
        if (!run)
            log.warning(`A run of the test ${(0,base_text/* plain */.pj)(entry.testId)} may still be running, though none that can be this step's is listed, so nothing was stopped: check the test in CallMeter.`);
        return run;
    }
    catch (error) {
        if (!(error instanceof base_failure/* Failure */.HR))
            throw error;
        log.warning(`A run of the test ${(0,base_text/* plain */.pj)(entry.testId)} may still be running. ${(0,base_failure/* explain */.WE)(error)}`);
        return undefined;
    }
}
/** The run whose id the step knew; undefined where it knew none, or what it knew is somebody else's. */
async function knownRun(entry, scope, { api, log }) {
    const { runId, presumed, testId } = entry;
    if (runId === undefined)
        return undefined;
    if (presumed)
        return { id: runId, evidence: 'presumed' };
    // A followed run is the workflow's own word.
    if (testId === '')
        return { id: runId, evidence: 'named' };
    try {
        return { id: runId, evidence: await lost_run_evidenceOf({ ...entry, runId }, false, scope, api) };
    }
    catch (error) {
        if (!(error instanceof base_failure/* Failure */.HR))
            throw error;
        log.info(error.message);
        return undefined;
    }
}


/***/ })

};
