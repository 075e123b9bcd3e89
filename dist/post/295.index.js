export const id = 295;
export const ids = [295];
export const modules = {

/***/ 295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  stopOpenRuns: () => (/* binding */ stopOpenRuns)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 12 modules
var core = __webpack_require__(143);
;// CONCATENATED MODULE: ./lib/base/failure.js
/**
 * What went wrong, as a closed set. The kind alone decides whether something is tried again and how the step ends;
 * the message is for people.
 *
 * - `input`: the workflow asks for something that cannot be done
 * - `key-refused` (401), `forbidden` (403), `not-found` (404), `not-offered` (405, 501), `rejected` (other 4xx)
 * - `rate-limited` (429): nothing was done, and it may be asked again later
 * - `not-sent`: the request certainly never arrived (connection refused, name not resolved, TLS)
 * - `interrupted`: it may have arrived; the answer did not (reset, timeout, body cut short)
 * - `server` (5xx): it arrived, and whether it took effect is unknown
 * - `unreadable`: an answer arrived that cannot be understood
 * - `misshapen`: the answer is JSON, but not of the form that the API is known for
 * - `incomplete`: the answers are readable, but together they are not the whole
 * - `run-lost`: a run may have been started, and which one is not known
 * - `aborted`: this step was told to end
 */
const FAILURE_KINDS = [
    'input', 'key-refused', 'forbidden', 'not-found', 'not-offered', 'rejected', 'rate-limited', 'not-sent', 'interrupted', 'server', 'unreadable',
    'misshapen', 'incomplete', 'run-lost', 'aborted',
]; // prettier-ignore
/**
 * What went wrong, for the reader: the kind, or a more exact word where what to do depends on it. Each is an anchor in docs/troubleshooting.md,
 * and stands in `results` and report.json.
 */
const FAILURE_CODES = [
    ...FAILURE_KINDS, 'unknown-name', 'baseline-file', 'threshold-invalid', 'internal',
]; // prettier-ignore
/** An error whose kind is known. Everything that this action throws on purpose is one. */
class failure_Failure extends Error {
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
function failure_failedAs(error, ...kinds) {
    return error instanceof failure_Failure && kinds.includes(error.kind);
}
/** The error in words, with its advice, for a reader of the log. Anything that is not a `Failure` is a bug and says so. */
function failure_explain(error) {
    if (error instanceof failure_Failure)
        return error.advice ? `${error.message} ${error.advice}` : error.message;
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return `Internal error, please report it to the action's maintainers: ${text}`;
}
/** The code of an error. Anything that is not a `Failure` is a bug. */
function failure_codeOf(error) {
    return error instanceof failure_Failure ? error.code : 'internal';
}

;// CONCATENATED MODULE: ./lib/base/text.js
// Text from a server, or from a workflow, made safe for the place it goes to. Each place has its own function.
/** Longest piece of foreign text that is shown. */
const MAX_LENGTH = 300;
// C0 and C1 controls, line and paragraph separators, bidirectional overrides, zero-width characters, and halves of surrogate pairs.
const UNSAFE = 
// oxlint-disable-next-line no-control-regex -- control characters are what this is about
/[\u0000-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** One line of ordinary characters, at most `max` long. Fit for a log line when it stands behind other words. */
function text_plain(text, max = MAX_LENGTH) {
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
    return (text_plain(text, max)
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
    return text_plain(text, max)
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
/** `1 endpoint`, `2 endpoints`. */
function text_counted(n, noun) {
    return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

;// CONCATENATED MODULE: ./lib/cleanup/lost-run.js


/** How long a run is looked for that may have been started, in ms. A gateway that gave up may pass the request on a little later. */
const LOOK_FOR_MS = 60_000;
const LOOK_EVERY_MS = 5_000;
/** The server's clock is known to a second, from the `Date` header, and may differ between its machines by as much. */
const CLOCK_TOLERANCE_MS = 2_000;
const MAX_PAGES = 3;
/**
 * The one run of the test that was created since the trigger. Undefined where none appears in time. Throws `incomplete` where there are
 * several, naming them: which is this step's cannot be told, so none is touched. Throws where runs cannot be listed.
 */
async function findStartedRun({ projectId, testId, since }, scope, { api, jobRuns, clock, log }) {
    const until = Math.min(clock.now() + LOOK_FOR_MS, scope.deadline);
    for (;;) {
        const recent = await runsSince(api, projectId, testId, since - CLOCK_TOLERANCE_MS, scope);
        const found = recent.filter(({ id }) => id !== undefined && !jobRuns.takenElsewhere(id));
        if (found.length > 1) {
            const candidates = found.map(({ id, createdAt }) => `${text_plain(id ?? '', 80)} (${createdAt === undefined ? 'time unknown' : new Date(createdAt).toISOString()})`);
            throw new failure_Failure('incomplete', `Several runs of the test were started in the same moment: ${candidates.slice(0, 10).join(', ')}. Which of them is this step's cannot be told.`, {
                advice: 'Look at them in CallMeter and stop the one that nobody waits for.',
            });
        }
        if (found[0] || clock.now() + LOOK_EVERY_MS > until || scope.signal?.aborted)
            return found[0];
        log.info(`No run of the test since then can be seen yet; looking again in ${LOOK_EVERY_MS / 1_000} s`);
        await clock.sleep(LOOK_EVERY_MS, scope.signal);
    }
}
async function runsSince(api, projectId, testId, since, scope) {
    const found = new Map();
    for (let page = 1; page <= MAX_PAGES; page++) {
        const { items, pagination } = await listRuns(api, projectId, testId, page, scope);
        const recent = items.filter((run) => run.id !== undefined &&
            (run.testId === undefined || run.testId === testId) &&
            run.createdAt !== undefined &&
            run.createdAt >= since);
        for (const run of recent)
            found.set(run.id ?? '', run);
        // Newest first is assumed; a page without recent runs ends the search either way.
        if (recent.length < items.length || items.length === 0 || !pagination || page >= pagination.totalPages)
            break;
    }
    return [...found.values()];
}
async function listRuns(api, projectId, testId, page, scope) {
    try {
        return await api.listRuns(projectId, testId, page, scope);
    }
    catch (error) {
        if (!(error instanceof failure_Failure) || error.kind === 'aborted')
            throw error;
        throw new failure_Failure(error.kind, `The test's runs cannot be listed to see whether one was started: ${failure_explain(error)}`, { cause: error });
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(24);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(760);
;// CONCATENATED MODULE: ./lib/cleanup/job-runs.js
// Which runs belong to which step of a job. Steps may run side by side and start the same test, so a step that looks for a run whose id it
// never got must not take another's. The runner's temporary folder is the one place that all steps of a job share, and no other job.



/** The job's runs, below `folder` (RUNNER_TEMP). Without one, or where it cannot be written to, every run is free. */
function jobRunsIn(folder) {
    if (!folder)
        return { take: () => true, takenElsewhere: () => false };
    const own = new Set();
    const runs = (0,external_node_path_.join)(folder, 'callmeter-run-test');
    const fileOf = (runId) => (0,external_node_path_.join)(runs, (0,external_node_crypto_.createHash)('sha256').update(runId).digest('hex'));
    return {
        take: (runId) => {
            if (own.has(runId))
                return true;
            try {
                (0,external_node_fs_.mkdirSync)(runs, { recursive: true });
                (0,external_node_fs_.writeFileSync)(fileOf(runId), '', { flag: 'wx' });
            }
            catch (error) {
                if (error.code === 'EEXIST')
                    return false;
            }
            own.add(runId);
            return true;
        },
        takenElsewhere: (runId) => !own.has(runId) && (0,external_node_fs_.existsSync)(fileOf(runId)),
    };
}

// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __webpack_require__(942);
;// CONCATENATED MODULE: ./lib/apis/http/fields.js
// Fields of JSON that somebody else wrote, taken in only where they are of the expected type: what the guards of all APIs are made of.


/** Whether a value is a JSON object. */
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** An object with its field names in the documented casing, to which `fold` turns any name. Of a name in both casings, the documented one is taken. */
function folded(fields, fold) {
    const entries = Object.entries(fields);
    if (entries.every(([name]) => fold(name) === name))
        return fields;
    return Object.fromEntries([
        ...entries.map(([name, value]) => [fold(name), value]),
        ...entries.filter(([name]) => fold(name) === name),
    ]);
}
/** `created_at` as `createdAt`. */
function camelName(name) {
    return name.includes('_') ? name.replaceAll(/_+([a-z\d])/g, (_, letter) => letter.toUpperCase()) : name;
}
/** `createdAt` as `created_at`. */
function snakeName(name) {
    return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
/** The field, where the value is text that is not empty. */
function fields_text(key, value) {
    return typeof value === 'string' && value !== '' ? { [key]: value } : {};
}
/** The field, where the value is a number from 0. */
function amount(key, value) {
    return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? { [key]: value } : {};
}
/** Whether a value is a whole number from 0. */
function isCount(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
/** A `misshapen` failure. `what` is what was asked for, `problem` what is wrong with `answer`. */
function misshapen({ name, urlInput }, what, problem, answer) {
    return new failure_Failure('misshapen', `${name}'s answer for ${what} is not understood: ${problem} in ${text_plain(JSON.stringify(answer) ?? 'nothing', 160)}.`, {
        advice: `Check \`${urlInput}\`. If it is right, the API has changed: please report this line to the maintainers of the action.`,
    });
}

;// CONCATENATED MODULE: ./lib/apis/http/pace.js
/** CallMeter's. A step that waits for a run makes do with a look every four minutes. */
const CALLMETER_LIMIT = { perMinute: 120, leastPerMinute: 0.25 };
/** How much of the documented limit may go out at once after a quiet time, in seconds of it: 10 requests of 120 a minute. */
const BURST_SECONDS = 5;
/** Fastest pace, in requests a second. */
const MAX_RATE = 20;
/** By how much each good answer raises the pace: in requests a second, and as a share of it, whichever is more. */
const INCREASE = 1 / 2_400;
const INCREASE_SHARE = 0.35;
/** What a refusal leaves of the pace that was had. */
const DECREASE = 0.65;
/** Longest time over which requests that were refused together are spread, in ms. */
const SPREAD_MS = 100_000;
/** How many requests the pace must have room for with each poll, while there is little: the results want most of it. */
const REQUESTS_A_POLL = 5;
/** From this share of the limit on, polls need not be sparser than their schedule. */
const PLENTY = 0.25;
const MINUTE_MS = 60_000;
/** Longest wait for the reset of a limit, in ms: limits are by the minute, so a time further off is no such time. */
const MAX_RESET_MS = 2 * MINUTE_MS;
/** A pace that begins with the documented limit, CallMeter's unless another is given. */
function createPace(clock, random, documented = CALLMETER_LIMIT) {
    const slowest = documented.leastPerMinute / 60;
    let limit = documented.perMinute / 60;
    let rate = limit;
    const burst = limit * BURST_SECONDS;
    let tokens = burst;
    let counted = clock.now();
    let pausedUntil = 0;
    let recent = [];
    let queue = Promise.resolve();
    const refill = () => {
        const now = clock.now();
        tokens = Math.min(Math.max(1, burst * Math.min(1, rate / limit)), tokens + ((now - counted) / 1_000) * rate);
        counted = now;
    };
    const wait = async ({ deadline, signal }) => {
        for (;;) {
            refill();
            const ms = Math.max(pausedUntil - clock.now(), tokens >= 1 ? 0 : ((1 - tokens) / rate) * 1_000);
            if (ms <= 0 || signal?.aborted || clock.now() >= deadline)
                break;
            await clock.sleep(Math.min(Math.ceil(ms), deadline - clock.now()), signal);
        }
        tokens -= 1;
    };
    return {
        turn: (until) => {
            // One after the other, in the order they came.
            const mine = queue.then(() => wait(until));
            queue = mine.catch(() => undefined);
            return mine;
        },
        answered: (headers) => {
            const now = clock.now();
            recent = [...recent.filter((at) => at > now - MINUTE_MS), now];
            const told = limitOf(headers, now);
            if (told.limit !== undefined)
                limit = clamp(told.limit, slowest, MAX_RATE);
            rate = clamp(rate + Math.max(INCREASE, INCREASE_SHARE * rate), slowest, limit);
            // What is left of the window is everybody's: none is left for anybody once it is used up.
            if (told.remaining === 0 && told.resetMs !== undefined)
                pausedUntil = Math.max(pausedUntil, now + spread(told.resetMs));
        },
        refused: (retryAfterMs) => {
            const now = clock.now();
            // What came through in the last minute is what the others left for this job.
            recent = recent.filter((at) => at > now - MINUTE_MS);
            const had = Math.max(1, recent.length) / 60;
            rate = clamp(Math.min(rate, had) * DECREASE, slowest, limit);
            // One is left for when the pause is over: what spreads the refused is the pause, not the pace.
            tokens = Math.min(tokens, 1);
            pausedUntil = Math.max(pausedUntil, now + spread(retryAfterMs ?? 1_000));
        },
        leastGap: () => (rate < PLENTY * limit ? (1_000 * REQUESTS_A_POLL) / rate : 0),
    };
    /** At least as long as asked, and then anywhere within one of this job's own turns: all that were refused were told the same moment. */
    function spread(ms) {
        return ms + random() * Math.min(SPREAD_MS, 1_000 / rate);
    }
}
/** The limit in requests a second, what is left of it, and in how many ms it is whole again, from `X-RateLimit-*` headers. */
function limitOf(headers, now) {
    const number = (name) => {
        const text = headers[name];
        return typeof text === 'string' && /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : undefined;
    };
    const limit = number('x-ratelimit-limit');
    const remaining = number('x-ratelimit-remaining');
    const resetMs = untilReset(headers, now);
    return {
        ...(limit ? { limit: limit / 60 } : {}),
        ...(remaining === undefined ? {} : { remaining }),
        ...(resetMs === null ? {} : { resetMs }),
    };
}
/**
 * Milliseconds until the limit is whole again, by `X-RateLimit-Reset`; null where it does not tell. A Unix time is the server's, so it is measured
 * by the server's own `Date`, where it gives one.
 */
function untilReset(headers, now) {
    const reset = headers['x-ratelimit-reset'];
    if (typeof reset !== 'string' || !/^\s*\d+(\.\d+)?\s*$/.test(reset))
        return null;
    const date = Date.parse(headers.date ?? '');
    // Unix seconds where it is a date, else seconds from now.
    const ms = Number(reset) > 1e9 ? Number(reset) * 1_000 - (Number.isNaN(date) ? now : date) : Number(reset) * 1_000;
    return clamp(ms, 0, MAX_RESET_MS);
}
function clamp(value, least, most) {
    return Math.min(Math.max(value, least), most);
}

;// CONCATENATED MODULE: ./lib/apis/http/exchange.js





/** Sent with every request. */
const USER_AGENT = 'callmeter-run-test/1';
/** Longest wait for one whole answer, in ms. */
const REQUEST_TIMEOUT_MS = 30_000;
/** Largest answer that is read, in bytes. A page of 100 endpoints with 200 metrics is below 2 MB. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;
/** Deepest nesting of JSON that is let in; deeper answers would exhaust the stack of whoever walks them. */
const MAX_JSON_DEPTH = 64;
const CALLMETER = {
    urlInput: 'api-url',
    advice: {
        401: 'The API key is missing, wrong or revoked: check `api-key` and the secret behind it.',
        403: 'The role of whoever made the API key does not allow this: running tests needs Tester or higher.',
        429: 'The rate limit of the API key is shared by every job that uses it.',
    },
};
/**
 * An `Exchange` over `@actions/http-client`, which brings the runner's proxy settings. Added here, because that client lacks them:
 * a deadline for the whole request, an abort signal, an end to a body that dies midway, limits of size and depth.
 * Redirects are not followed, so that a key is never carried to another host.
 */
function httpExchange({ secrets, clock, guidance = CALLMETER }) {
    let signalOfNext;
    const clientFor = (keepAlive) => new lib/* HttpClient */.Qq(USER_AGENT, [
        {
            // The client passes no signal on, but hands its options to handlers, synchronously within request().
            prepareRequest: (options) => {
                if (signalOfNext)
                    options.signal = signalOfNext;
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
        const timeout = new AbortController();
        const settled = new AbortController();
        void clock.sleep(timeoutMs, settled.signal).then(() => timeout.abort());
        const combined = signal ? AbortSignal.any([timeout.signal, signal]) : timeout.signal;
        let answered = false;
        try {
            signalOfNext = combined;
            const pending = client.request(request.method, request.url.href, null, {
                accept: 'application/json',
                ...request.headers,
            });
            signalOfNext = undefined;
            pending.catch(() => undefined);
            // A request that waits for a proxy has no socket yet, and does not notice that it was aborted.
            const { message } = await Promise.race([pending, rejectedBy(combined)]);
            answered = true;
            const text = redact(await readText(message, purpose), secrets);
            return readAnswer(request, message, text, clock, guidance);
        }
        catch (error) {
            if (error instanceof failure_Failure)
                throw error;
            if (signal?.aborted) {
                // A write that was broken off may have arrived, and that is what decides about it.
                const kind = request.method === 'GET' ? 'aborted' : 'interrupted';
                throw new failure_Failure(kind, `Could not ${purpose}: this step was told to end.`, { cause: error });
            }
            if (timeout.signal.aborted) {
                throw new failure_Failure('interrupted', `Could not ${purpose}: no whole answer from ${request.url.host} within ${timeoutMs / 1_000} s.`, {
                    cause: error,
                });
            }
            throw connectionFailure(error, request, answered);
        }
        finally {
            settled.abort();
        }
    };
}
/** Rejects when the signal aborts; never resolves. */
function rejectedBy(signal) {
    const rejected = new Promise((_, reject) => {
        const onAbort = () => reject(new Error('aborted'));
        if (signal.aborted)
            onAbort();
        else
            signal.addEventListener('abort', onAbort, { once: true });
    });
    // Nobody waits for it once the answer has come.
    rejected.catch(() => undefined);
    return rejected;
}
async function readText(message, purpose) {
    const chunks = [];
    let size = 0;
    for await (const chunk of message) {
        size += chunk.length;
        if (size > MAX_BODY_BYTES) {
            message.destroy();
            throw new failure_Failure('unreadable', `Could not ${purpose}: the answer is larger than ${MAX_BODY_BYTES / 1024 / 1024} MB.`);
        }
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
}
function redact(text, secrets) {
    return secrets.reduce((clean, secret) => (secret ? clean.replaceAll(secret, '***') : clean), text);
}
function readAnswer(request, message, text, clock, guidance) {
    const status = message.statusCode ?? 0;
    if (status < 200 || status > 299)
        throw refusal(request, message, status, text, clock, guidance);
    if (text.trim() === '')
        return { status, headers: message.headers, body: undefined };
    return { status, headers: message.headers, body: parseJson(request, message, text, guidance) };
}
function parseJson({ purpose, url }, message, text, { urlInput }) {
    const type = message.headers['content-type'] ?? 'no content type';
    const unreadable = (what, cause) => new failure_Failure('unreadable', `Could not ${purpose}: ${url.host} answered ${message.statusCode} with ${what}.`, {
        advice: `Check \`${urlInput}\`, and whether a proxy or a login page answers in its place.`,
        cause,
    });
    if (!/[/+]json\b/i.test(type))
        throw unreadable(`${text_plain(type, 60)} where JSON was expected: "${text_plain(text, 120)}"`);
    if (depthExceeds(text, MAX_JSON_DEPTH))
        throw unreadable(`JSON nested deeper than ${MAX_JSON_DEPTH} levels`);
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw unreadable(`text that is not JSON: "${text_plain(text, 120)}"`, error);
    }
}
/** Whether JSON text nests deeper than `limit`, told without parsing it. */
function depthExceeds(text, limit) {
    let depth = 0;
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
            if (++depth > limit)
                return true;
        }
        else if (sign === 0x7d || sign === 0x5d)
            depth--;
    }
    return false;
}
function refusal({ purpose, url, method }, message, status, text, clock, { urlInput, advice }) {
    const answer = errorAnswer(text);
    const asked = askedWait(status, message.headers, answer, clock.now());
    return new failure_Failure(kindOfStatus(status), `Could not ${purpose}: ${method} ${url.pathname} on ${url.host} answered ${said(message, text, answer)}.`, {
        ...(asked === null ? {} : { retryAfterMs: asked }),
        advice: advice[status] ?? (status >= 300 && status < 400 ? `Redirects are not followed: check \`${urlInput}\`.` : ''),
    });
}
/** How long to wait in ms: by `Retry-After`, else, after a 429, by the body's `retry_after`, else until the limit is whole again. */
function askedWait(status, headers, answer, now) {
    const told = retryAfterMs(headers['retry-after'], now);
    if (told !== null || status !== 429)
        return told;
    const seconds = answer?.retry_after;
    return typeof seconds === 'number' && seconds >= 0 && Number.isFinite(seconds)
        ? seconds * 1_000
        : untilReset(headers, now);
}
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
    if (status >= 500)
        return 'server';
    return status >= 300 && status < 400 ? 'unreadable' : 'rejected';
}
/** The JSON object of an error answer; undefined where it is none. */
function errorAnswer(text) {
    try {
        const answer = JSON.parse(text.slice(0, 10_000));
        return isObject(answer) ? answer : undefined;
    }
    catch {
        return undefined;
    }
}
/** What an error answer says, in a vendor's envelope or any other form: `401 UNAUTHORIZED: Invalid key (request 1234)`. */
function said(message, text, answer) {
    let code;
    let words;
    let requestId;
    if (answer) {
        const { error, meta, message: bare } = answer;
        if (isObject(error))
            ({ code, message: words } = error);
        else
            [code, words] = [error, bare];
        if (isObject(meta))
            ({ requestId } = meta);
    }
    else
        words = text.trimStart().startsWith('<') ? undefined : text;
    const status = String(message.statusCode);
    // A code that is the status again says nothing.
    const name = typeof code === 'string' && code !== status ? text_plain(code, 60) : (message.statusMessage ?? '');
    const tail = typeof words === 'string' && words.trim() ? `: ${text_plain(words, 200).replace(/\.$/, '')}` : '';
    return `${[status, name].filter(Boolean).join(' ')}${tail}${typeof requestId === 'string' && requestId ? ` (request ${text_plain(requestId, 80)})` : ''}`;
}
/** Milliseconds of a `Retry-After` header (RFC 9110, 10.2.3: seconds or a date), or null where there is none that can be read. */
function retryAfterMs(header, now) {
    if (header === undefined)
        return null;
    if (/^\s*\d+(\.\d+)?\s*$/.test(header))
        return Number(header) * 1_000;
    const date = Date.parse(header);
    return Number.isNaN(date) ? null : Math.max(0, date - now);
}
// Errors of a connection that was never made, so that nothing of the request arrived. Names from Node's and OpenSSL's lists.
const NEVER_CONNECTED = /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL)$/;
const TLS_REFUSED = /^(ERR_TLS_\w+|ERR_SSL_\w+|EPROTO|CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|HOSTNAME_MISMATCH|INVALID_CA)$/;
function connectionFailure(error, { purpose, url }, answered) {
    const cause = error instanceof AggregateError ? error.errors[0] : error;
    const { code, syscall, message } = (cause ?? {});
    const name = typeof code === 'string' ? code : '';
    const reason = name || text_plain(String(message ?? error), 120);
    if (!answered && TLS_REFUSED.test(name)) {
        return new failure_Failure('not-sent', `Could not ${purpose}: no trusted connection to ${url.host} (${reason}).`, {
            advice: 'If a company proxy or a private CA stands between, set NODE_EXTRA_CA_CERTS to its certificate.',
            cause: error,
        });
    }
    // http-client's tunnel gives its own errors the code of a reset; that the proxy let nothing through shows in their words alone.
    const tunnel = /^tunneling socket could not be established, (.*)/.exec(typeof message === 'string' ? message : '');
    if (!answered && tunnel) {
        return new failure_Failure('not-sent', `Could not ${purpose}: the proxy lets no connection to ${url.host} through (${text_plain(tunnel[1] ?? '', 120)}).`, {
            advice: 'Check the environment variables https_proxy and no_proxy.',
            cause: error,
        });
    }
    if (!answered && (NEVER_CONNECTED.test(name) || syscall === 'connect')) {
        return new failure_Failure('not-sent', `Could not ${purpose}: no connection to ${url.host} (${reason}).`, { cause: error });
    }
    const what = answered ? 'broke off in the middle of the answer' : 'broke off before an answer came';
    return new failure_Failure('interrupted', `Could not ${purpose}: the connection to ${url.host} ${what} (${reason}).`, {
        cause: error,
    });
}

;// CONCATENATED MODULE: ./lib/apis/http/retry.js

/** How long an API may be out of reach before a read gives up, in ms. A shorter outage changes nothing but the log. */
const OUTAGE_PATIENCE_MS = 5 * 60_000;
/** How long answers may be readable but of the wrong shape before a read gives up, in ms. Longer than a passing fault of a gateway. */
const MISSHAPEN_PATIENCE_MS = 30_000;
/** Longest wait of our own choosing between two tries, in ms. */
const MAX_WAIT_MS = 20_000;
const FIRST_WAIT_MS = 1_000;
/** Kinds of failure after which a read may be repeated. */
const PASSING = [
    'rate-limited',
    'not-sent',
    'interrupted',
    'server',
    'unreadable',
    'misshapen',
];
/** Kinds of failure after which it is certain that a request had no effect, so that even a write may be repeated. */
const WITHOUT_EFFECT = ['rate-limited', 'not-sent'];
/**
 * Repeats `attempt` while it fails in one of `kinds`, with decorrelated jitter between tries and never sooner than `Retry-After` asks.
 * Gives up with the last failure at the deadline, or when an outage has lasted longer than the scope's patience;
 * being asked to slow down (429) is no outage and is sat out until the deadline. Where the deadline cut the last try short, the failure
 * before it is the one that tells something.
 */
async function persist(attempt, kinds, scope, { clock, random, onRetry }) {
    const backoffMs = decorrelatedJitter(random);
    let firstFailure;
    let lastFailure;
    for (;;) {
        if (scope.signal?.aborted)
            throw new failure_Failure('aborted', 'This step was told to end.');
        try {
            return await attempt();
        }
        catch (error) {
            const now = clock.now();
            firstFailure ??= now;
            const again = failure_failedAs(error, ...kinds) && !scope.signal?.aborted && now < scope.deadline;
            if (!again || now - firstFailure >= patience(error, scope)) {
                const cutShort = kinds.includes('interrupted') && failure_failedAs(error, 'interrupted') && now >= scope.deadline;
                throw cutShort && lastFailure ? lastFailure : error;
            }
            lastFailure = error;
            // What was asked for is asked of everybody at once: the jitter on top spreads the crowd.
            const asked = Math.max(error.retryAfterMs ?? 0, FIRST_WAIT_MS / 2);
            const waitMs = Math.min(asked + backoffMs(), scope.deadline - now);
            onRetry?.({ failure: error, waitMs, sinceMs: now - firstFailure });
            if (waitMs > 0)
                await clock.sleep(waitMs, scope.signal);
        }
    }
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
function patience({ kind }, scope) {
    const outage = scope.patienceMs ?? OUTAGE_PATIENCE_MS;
    if (outage === 0)
        return 0;
    if (kind === 'rate-limited')
        return Number.POSITIVE_INFINITY;
    return kind === 'misshapen' ? Math.min(MISSHAPEN_PATIENCE_MS, outage) : outage;
}

;// CONCATENATED MODULE: ./lib/apis/http/bearer-api.js



/** The API at `apiUrl`, asked over `exchange`. */
function bearerApi({ exchange, pace, apiUrl, apiKey, ...tools }) {
    const base = apiUrl.href.replace(/\/+$/, '');
    let serverAhead = 0;
    const paced = async (request, signal) => {
        try {
            const answer = await exchange(request, signal);
            pace.answered(answer.headers);
            return answer;
        }
        catch (error) {
            if (failure_failedAs(error, 'rate-limited'))
                pace.refused(error.retryAfterMs);
            throw error;
        }
    };
    const ask = async ({ path, headers, ...rest }, { deadline, signal }) => {
        const url = new URL(`${base}${path}`);
        const timeoutMs = clampedTimeout(deadline - tools.clock.now());
        const answer = await paced({ ...rest, url, headers: { authorization: `Bearer ${apiKey}`, ...headers }, timeoutMs }, signal);
        const date = Date.parse(answer.headers.date ?? '');
        if (!Number.isNaN(date))
            serverAhead = date - tools.clock.now();
        return answer;
    };
    return {
        ask,
        read: (purpose, path, scope, take) => persist(async () => {
            await pace.turn(scope);
            return take((await ask({ method: 'GET', purpose, path }, scope)).body);
        }, PASSING, scope, tools),
        serverNow: () => tools.clock.now() + serverAhead,
    };
}
/** A request near the deadline gets what is left of it, but never so little that an answer could not come. */
function clampedTimeout(ms) {
    return Math.min(REQUEST_TIMEOUT_MS, Math.max(1_000, ms));
}

;// CONCATENATED MODULE: ./lib/apis/callmeter/metrics.js
// The assumed forms of a metric's value, in one place: a number; statistics; send/receive; audio/video; nested in any order.
/** Deepest nesting within one metric; the known forms need three levels. */
const MAX_DEPTH = 6;
/** Names of directions and statistics, with the synonyms that are understood in answers and in thresholds alike. */
const metrics_DIRECTIONS = {
    send: 'send',
    sent: 'send',
    receive: 'receive',
    recv: 'receive',
    received: 'receive',
};
const metrics_STATISTICS = {
    mean: 'avg',
    average: 'avg',
    maximum: 'max',
    minimum: 'min',
};
/** `jitterMs` and `jitter-ms` as `jitter_ms`. */
function metrics_snakeCase(name) {
    return name
        .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
        .replaceAll(/[^A-Za-z\d]+/g, '_')
        .toLowerCase();
}
/** Every number in a metric's value. Whatever is not a number (null, text, lists) is left out: it measured nothing. */
function readMetric(metric, value) {
    const readings = [];
    collect({ metric }, value, 0, readings);
    return readings;
}
function collect(name, value, depth, into) {
    if (typeof value === 'number') {
        into.push({ ...name, value });
    }
    else if (typeof value === 'object' && value !== null && !Array.isArray(value) && depth < MAX_DEPTH) {
        for (const [key, inner] of Object.entries(value))
            collect(narrowed(name, metrics_snakeCase(key)), inner, depth + 1, into);
    }
}
function narrowed(name, key) {
    const direction = Object.hasOwn(metrics_DIRECTIONS, key) ? metrics_DIRECTIONS[key] : undefined;
    if (direction && !name.direction)
        return { ...name, direction };
    if ((key === 'audio' || key === 'video') && !name.track)
        return { ...name, track: key };
    const statistic = (Object.hasOwn(metrics_STATISTICS, key) && metrics_STATISTICS[key]) || key;
    return { ...name, statistic: name.statistic ? `${name.statistic}_${statistic}` : statistic };
}

;// CONCATENATED MODULE: ./lib/apis/callmeter/answers.js


/** A page of a list; `read` takes one row. Throws `misshapen` where it is not one. */
function readPage(body, what, read) {
    const { data, meta } = object(body, what);
    if (!Array.isArray(data))
        throw answers_misshapen(what, '`data` is not a list', body);
    const items = data.map((row) => read(row));
    const pagination = meta === undefined || meta === null ? undefined : object(meta, what).pagination;
    if (pagination === undefined || pagination === null)
        return { items };
    const { page, total, totalPages } = answers_folded(pagination, what);
    if (!isCount(page) || !isCount(total) || !isCount(totalPages))
        throw answers_misshapen(what, '`meta.pagination` is not understood', pagination);
    return { items, pagination: { page, total, totalPages } };
}
/** The `data` of an answer that holds one thing, taken by `read`. Throws `misshapen` where there is none. */
function readOne(body, what, read) {
    const { data } = object(body, what);
    if (data === undefined || data === null)
        throw answers_misshapen(what, 'there is no `data`', body);
    return read(data);
}
/** A project. */
function readProject(row) {
    const { id, slug, name } = answers_folded(row, 'a project');
    return { id: documentedId(id, 'a project', row), ...fields_text('slug', slug), ...fields_text('name', name) };
}
/** A test. */
function readTest(row) {
    const { id, slug, name, durationSeconds, endpointCount } = answers_folded(row, 'a test');
    return {
        id: documentedId(id, 'a test', row),
        ...fields_text('slug', slug),
        ...fields_text('name', name),
        ...amount('plannedSeconds', durationSeconds),
        ...amount('endpointCount', endpointCount),
    };
}
/** The answer to a trigger. The run's id is `testRunId` on one page of the documentation and `id` on another. */
function readTriggeredRun(data) {
    const { testRunId, id, status } = answers_folded(data, 'the started run');
    return {
        id: documentedId(testRunId ?? id, 'the started run', data),
        ...fields_text('status', typeof status === 'string' ? constantCase(status) : undefined),
    };
}
/** A run's detail. */
function answers_readRun(data) {
    const fields = answers_folded(data, 'the run');
    const { status, createdAt, startedAt, completedAt } = fields;
    if (typeof status !== 'string' || status.trim() === '')
        throw answers_misshapen('the run', 'it has no status', data);
    return {
        status: constantCase(status.slice(0, 60)),
        ...fields_text('id', fields.id ?? fields.testRunId),
        ...fields_text('name', fields.name),
        ...fields_text('testId', fields.testId),
        ...time('createdAt', createdAt),
        ...time('startedAt', startedAt),
        ...time('completedAt', completedAt),
        ...amount('plannedSeconds', fields.durationSeconds),
        ...amount('endpointCount', fields.endpointCount),
        ...amount('completedEndpoints', fields.completedEndpoints),
        ...fields_text('failureReason', fields.failureReason),
        ...fields_text('url', fields.url),
        detail: object(data, 'the run'),
    };
}
// Fields of a row that are not metrics, in camelCase.
const ROW_FIELDS = new Set([
    'id', 'endpointId', 'name', 'group', 'groupName', 'groupId', 'endpointPhase', 'phase', 'endpointOutcome', 'outcome', 'sipStatusCode', 'sipStatus',
    'metrics', 'createdAt', 'startedAt', 'completedAt', 'endedAt', 'testRunId', 'index',
]); // prettier-ignore
/** One endpoint's result. A metric stands under `metrics` or at the top level of the row. */
function readEndpoint(row) {
    const fields = answers_folded(row, 'an endpoint');
    const outcome = firstWord(fields.endpointOutcome, fields.outcome);
    const phase = firstWord(fields.endpointPhase, fields.phase);
    const id = fields.id ?? fields.endpointId;
    const group = named(fields.group ?? fields.groupName ?? fields.groupId);
    const sipStatus = fields.sipStatusCode ?? fields.sipStatus;
    return {
        ...(typeof id === 'string' || typeof id === 'number' ? { id: String(id) } : {}),
        group: typeof group === 'string' ? group : null,
        phase,
        outcome,
        sipStatus: isCount(sipStatus) ? sipStatus : null,
        readings: readReadings(object(row, 'an endpoint')),
    };
}
/** The first of some values that is a word, in capitals; null where none is. */
function firstWord(...values) {
    const word = values.find((value) => typeof value === 'string' && value.trim() !== '');
    return typeof word === 'string' ? constantCase(word) : null;
}
/** `Cannot run` and `cannotRun` as `CANNOT_RUN`. */
function constantCase(word) {
    return metrics_snakeCase(word.trim()).toUpperCase();
}
function readReadings(row) {
    const byMetric = new Map();
    const nested = row.metrics;
    const under = typeof nested === 'object' && nested !== null && !Array.isArray(nested) ? Object.entries(nested) : [];
    const beside = Object.entries(row).filter(([key]) => !ROW_FIELDS.has(camelName(key)));
    for (const [key, value] of [...under, ...beside]) {
        const metric = metrics_snakeCase(key);
        if (byMetric.get(metric)?.length)
            continue;
        byMetric.set(metric, readMetric(metric, value));
    }
    return [...byMetric.values()].flat();
}
function named(value) {
    return typeof value === 'object' && value !== null ? value.name : value;
}
/** Field names in camelCase, the documented casing. */
function answers_folded(value, what) {
    return folded(object(value, what), camelName);
}
function object(value, what) {
    if (!isObject(value))
        throw answers_misshapen(what, 'it is not an object', value);
    return value;
}
function documentedId(value, what, answer) {
    if (typeof value !== 'string' || value === '')
        throw answers_misshapen(what, 'it has no id', answer);
    return value;
}
function time(key, value) {
    const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN;
    return Number.isNaN(ms) ? {} : { [key]: ms };
}
function answers_misshapen(what, problem, answer) {
    return misshapen({ name: 'CallMeter', urlInput: 'api-url' }, what, problem, answer);
}

;// CONCATENATED MODULE: ./lib/apis/callmeter/client.js





/** Rows asked for on each page. Assumed to be the most that the API gives; whatever size comes back is followed. */
const PER_PAGE = 100;
/** The API at `apiUrl`, asked over `exchange`. A stop never waits for the pace. */
function callMeter(options) {
    const { pace } = options;
    const { ask, read, serverNow } = bearerApi(options);
    const list = (purpose, path, query, page, scope, row) => {
        const search = new URLSearchParams({ ...query, page: String(page), perPage: String(PER_PAGE) });
        return read(`${purpose}, page ${page}`, `${path}?${search.toString()}`, scope, (body) => readPage(body, purpose.replace(/^read /, ''), row));
    };
    return {
        listProjects: (page, scope) => list('read the list of projects', '/projects', {}, page, scope, readProject),
        listTests: (projectId, page, scope) => list('read the list of tests', `${project(projectId)}/tests`, {}, page, scope, readTest),
        triggerRun: (projectId, testId, idempotencyKey, scope) => persist(async () => {
            await pace.turn(scope);
            const path = `${project(projectId)}/tests/${segment(testId)}/run`;
            const headers = { 'idempotency-key': idempotencyKey };
            const answer = await ask({ method: 'POST', purpose: 'start the test', path, headers }, { deadline: Number.POSITIVE_INFINITY, ...(scope.breakOff ? { signal: scope.breakOff } : {}) });
            return readOne(answer.body, 'the started run', readTriggeredRun);
        }, WITHOUT_EFFECT, scope, options),
        getRun: (projectId, runId, scope) => read('read the run', run(projectId, runId), scope, (body) => readOne(body, 'the run', answers_readRun)),
        listRuns: (projectId, testId, page, scope) => list("read the test's runs", `${project(projectId)}/test-runs`, { testId }, page, scope, answers_readRun),
        listEndpoints: (projectId, runId, page, scope) => list("read the run's endpoints", `${run(projectId, runId)}/endpoints`, {}, page, scope, readEndpoint),
        stopRun: async (projectId, runId, scope) => {
            const request = { method: 'POST', purpose: 'stop the run', path: `${run(projectId, runId)}/stop` };
            await persist(() => ask(request, scope), PASSING, scope, options);
        },
        leastGap: () => pace.leastGap(),
        serverNow,
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
        throw new failure_Failure('input', `"${text_plain(id)}" cannot be an id.`);
    return encodeURIComponent(id);
}

;// CONCATENATED MODULE: ./lib/base/clock.js
/** The machine's clock. */
const systemClock = {
    now: () => Date.now(),
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

;// CONCATENATED MODULE: ./lib/stages/history.js

/** Most earlier runs that are looked at. */
const MAX_RUNS = 10;
/**
 * How long the latest completed runs of a test were running, in ms, other than this one. None where the API does not tell: that runs are listed
 * is assumed, and nothing that matters depends on it, so it is asked once and without patience.
 */
async function history_lengthsOfEarlierRuns({ projectId, testId, runId }, scope, api) {
    if (testId === undefined)
        return [];
    let runs;
    try {
        runs = (await api.listRuns(projectId, testId, 1, { ...scope, patienceMs: 0 })).items;
    }
    catch (error) {
        if (!(error instanceof Failure) || error.kind === 'aborted')
            throw error;
        return [];
    }
    return runs
        .filter((run) => run.id !== runId && run.status === 'COMPLETED' && (run.testId === undefined || run.testId === testId))
        .flatMap(({ startedAt, completedAt }) => startedAt === undefined || completedAt === undefined || completedAt < startedAt ? [] : [completedAt - startedAt])
        .slice(0, MAX_RUNS);
}

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(916);
;// CONCATENATED MODULE: ./lib/base/nearest.js

/** Longest text that is compared; the cost grows with the square of it. */
const nearest_MAX_LENGTH = 100;
/** Up to `most` of the candidates that `text` may be a slip of, nearest first. Case, `-`, `_` and spaces do not count. */
function nearest_nearest(text, candidates, most = 3) {
    const fold = (word) => word
        .slice(0, nearest_MAX_LENGTH)
        .toLowerCase()
        .replaceAll(/[-_\s]+/g, ' ');
    const wanted = fold(text);
    const edits = (candidate) => {
        const folded = fold(candidate);
        if (folded === wanted)
            return 0;
        const part = Math.min(wanted.length, folded.length) >= 3 && (folded.includes(wanted) || wanted.includes(folded));
        return part ? 1 : distance(wanted, folded);
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
    const found = nearest_nearest(text, candidates);
    if (found.length === 0)
        return '';
    const last = found[found.length - 1] ?? '';
    return ` Did you mean ${found.length > 1 ? `${found.slice(0, -1).join(', ')} or ${last}` : last}?`;
}

;// CONCATENATED MODULE: ./lib/thresholds/catalogue.js
const count = (meaning, better) => ({ unit: '', ...(better ? { better } : {}), meaning });
/** The metrics that the vendor documents. Any other numeric key can be gated on too, without unit and better direction. */
const catalogue_METRICS = {
    mos: { unit: '', better: 'higher', meaning: 'speech quality as people rate it, 1 to 5' },
    r_factor: { unit: '', better: 'higher', meaning: 'transmission quality, 0 to 100 (ITU-T G.107)' },
    jitter_ms: { unit: 'ms', better: 'lower', meaning: 'how unevenly packets arrive' },
    rtt_ms: { unit: 'ms', better: 'lower', meaning: 'time to the far end and back' },
    fraction_lost: { unit: '%', better: 'lower', meaning: 'packets that never arrived' },
    packets_lost: { unit: '', label: 'packets', better: 'lower', meaning: 'packets that never arrived' },
    clock_drift_estimate: { unit: '', label: 'ppm', better: 'nearer-zero', meaning: 'how fast the media clocks part' },
    clock_skew_estimate: { unit: '', label: 'ppm', better: 'nearer-zero', meaning: 'how far the media clocks are apart' },
    timestamp_jumps: count('breaks in the media timestamps', 'lower'),
    ssrc_switches: count('changes of the media source', 'lower'),
    srtp_decrypt_failures: count('packets that could not be decrypted', 'lower'),
    dtls_rehandshakes: count('repeated key exchanges', 'lower'),
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
    duplicate_packets: count('packets that arrived twice', 'lower'),
    out_of_order_packets: count('packets that overtook one another', 'lower'),
    sequence_number_resets: count('restarts of the packet numbering', 'lower'),
    sequence_number_gaps: count('holes in the packet numbering', 'lower'),
};
/** Metrics shown in a summary whether or not a threshold names them: the ones that the vendor's own dashboard leads with. */
const HEADLINE_METRICS = (/* unused pure expression or super */ null && (['mos', 'jitter_ms', 'fraction_lost', 'rtt_ms']));
/** What is known of a metric; undefined for a key that the catalogue does not have. */
function catalogue_metricFacts(metric) {
    return Object.hasOwn(catalogue_METRICS, metric) ? catalogue_METRICS[metric] : undefined;
}
/** Values of a run as a whole. Those over endpoints take a `where`; those of the far end are CallScaler's. */
const catalogue_FACTS = {
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
/** Whether CallScaler has to be asked for a fact. */
function catalogue_isOfFarEnd(name) {
    return catalogue_FACTS[name].over === 'far end';
}
/** How an endpoint can end (documented). The first two are success. */
const catalogue_OUTCOMES = [
    'SUCCESS', 'COMPLETED_WITH_WARNINGS', 'REGISTRATION_FAILED', 'CALL_FAILED', 'NEGOTIATION_FAILED', 'TIMEOUT', 'OSERROR', 'TEARDOWN_ERROR',
]; // prettier-ignore
/** Outcomes that count as success. */
const catalogue_GOOD_OUTCOMES = catalogue_OUTCOMES.slice(0, 2);
/** Phases of an endpoint (documented). */
const catalogue_PHASES = (/* unused pure expression or super */ null && ([
    'INITIALIZING',
    'REGISTERED',
    'CALLING',
    'RINGING',
    'NEGOTIATING',
    'INCALL',
    'DISCONNECTING',
    'CLOSED',
]));

;// CONCATENATED MODULE: ./lib/thresholds/syntax.js

/** A threshold's line without `fail:` or `warn:`. */
function syntax_withoutSeverity({ text }) {
    return text.replace(/^(fail|warn)\s*:\s*/i, '');
}
/** Whether `baseline` stands anywhere in a value. */
function syntax_mentionsBaseline(value) {
    if (value.kind === 'baseline')
        return true;
    if (value.kind === 'negative')
        return syntax_mentionsBaseline(value.value);
    return value.kind === 'arithmetic' && (syntax_mentionsBaseline(value.left) || syntax_mentionsBaseline(value.right));
}
/** Whether a value depends on what the run measured. */
function syntax_measuresSomething(value) {
    if (value.kind === 'number' || value.kind === 'baseline')
        return false;
    if (value.kind === 'negative')
        return syntax_measuresSomething(value.value);
    return value.kind !== 'arithmetic' || syntax_measuresSomething(value.left) || syntax_measuresSomething(value.right);
}
/** The side that is measured, and the other, which is its limit: what depends on the run, and of two such sides the left one. */
function syntax_sidesOf({ left, right }) {
    const flipped = !syntax_measuresSomething(left) || syntax_mentionsBaseline(left);
    return flipped ? { measured: right, limit: left, flipped } : { measured: left, limit: right, flipped };
}
/** Whether a value needs what CallScaler says of the far end. */
function syntax_asksFarEnd(value) {
    if (value.kind === 'fact')
        return isOfFarEnd(value.name);
    if (value.kind === 'negative')
        return syntax_asksFarEnd(value.value);
    return value.kind === 'arithmetic' && (syntax_asksFarEnd(value.left) || syntax_asksFarEnd(value.right));
}
const PRECEDENCE = { '+': 1, '-': 1, '*': 2, '/': 2 };
/** A value as it is written. Parsing what this prints gives the same tree. */
function printValue(value) {
    switch (value.kind) {
        case 'number':
            return `${printNumber(value.value)}${value.unit}`;
        case 'baseline':
            return 'baseline';
        case 'aggregate': {
            const name = value.by === 'percentile' ? `p${printNumber(value.p ?? 50)}` : value.by;
            return `${name}(${syntax_printMetric(value.of)}${printWhere(value.where)})`;
        }
        case 'count':
        case 'rate':
            return `${value.kind}(${printCondition(value.condition)}${printWhere(value.where)})`;
        case 'fact':
            return value.where ? `${value.name}(where ${printCondition(value.where)})` : value.name;
        case 'run':
            return ['run', ...value.path].join('.');
        case 'negative':
            return value.value.kind === 'arithmetic' ? `-(${printValue(value.value)})` : `-${printValue(value.value)}`;
        case 'arithmetic': {
            const own = PRECEDENCE[value.sign];
            const left = printOperand(value.left, (inner) => inner < own);
            const right = printOperand(value.right, (inner) => inner <= own);
            return `${left} ${value.sign} ${right}`;
        }
    }
}
function printOperand(value, needsParentheses) {
    const text = printValue(value);
    return value.kind === 'arithmetic' && needsParentheses(PRECEDENCE[value.sign]) ? `(${text})` : text;
}
/** A condition as it is written. */
function printCondition(condition, within = 'top') {
    switch (condition.kind) {
        case 'or':
        case 'and': {
            // Both are read from the left, so a right operand of the same kind needs parentheses.
            const left = printCondition(condition.left, condition.kind);
            const right = condition.right.kind === condition.kind
                ? `(${printCondition(condition.right)})`
                : printCondition(condition.right, condition.kind);
            const text = `${left} ${condition.kind} ${right}`;
            return within === 'not' || (condition.kind === 'or' && within === 'and') ? `(${text})` : text;
        }
        case 'not':
            return `not ${printCondition(condition.condition, 'not')}`;
        case 'text':
            return `${condition.property} ${condition.operator === '==' ? '=' : '!='} ${printText(condition.text)}`;
        case 'status':
            return `sip_status ${condition.operator} ${printNumber(condition.value)}`;
        case 'metric':
            return `${syntax_printMetric(condition.of)} ${condition.operator} ${printNumber(condition.value)}${condition.unit}`;
    }
}
/** A metric's name with what narrows it. */
function syntax_printMetric({ metric, track, direction, statistic }) {
    return [metric, track, direction, statistic].filter((part) => part !== undefined).join('.');
}
/** A whole threshold in its plainest spelling. */
function printThreshold({ severity, left, operator, right, }) {
    return `${severity === 'warn' ? 'warn: ' : ''}${printValue(left)} ${operator} ${printValue(right)}`;
}
function printWhere(where) {
    return where ? ` where ${printCondition(where)}` : '';
}
function printText(text) {
    return text.includes('"') ? `'${text}'` : `"${text}"`;
}
/** A number in plain digits: the language has no exponents. */
function printNumber(value) {
    const [mantissa = '', exponent] = String(value).split('e');
    if (exponent === undefined)
        return mantissa;
    const sign = mantissa.startsWith('-') ? '-' : '';
    const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
    const places = Number(exponent);
    return places < 0
        ? `${sign}0.${'0'.repeat(-places - 1)}${whole}${fraction}`
        : `${sign}${whole}${fraction.padEnd(places, '0')}`;
}

;// CONCATENATED MODULE: ./lib/thresholds/units.js
// Which values can be added, multiplied and compared, and what unit comes out. Parsing asks this to refuse nonsense before a run is
// started, evaluation asks it again to convert.

const MS_PER_S = 1_000;
/** How two values are added, subtracted or compared; or why they cannot be, as text. */
function units_alike(left, right) {
    if (left === right)
        return { unit: left, left: 1, right: 1 };
    if (left === 'bare')
        return { unit: right, left: 1, right: 1 };
    if (right === 'bare')
        return { unit: left, left: 1, right: 1 };
    if (left === 'ms' && right === 's')
        return { unit: 's', left: MS_PER_S, right: 1 };
    if (left === 's' && right === 'ms')
        return { unit: 's', left: 1, right: MS_PER_S };
    if (left === 'unknown' && right === '')
        return { unit: 'unknown', left: 1, right: 1 };
    if (left === '' && right === 'unknown')
        return { unit: 'unknown', left: 1, right: 1 };
    if (left === 'unknown' || right === 'unknown') {
        return `the catalogue does not know this value's unit, so it goes with numbers without a unit only, not with ${spoken(left === 'unknown' ? right : left)}`;
    }
    return `${spoken(left)} and ${spoken(right)} cannot be compared, added or subtracted`;
}
/** How two values are multiplied or divided; or why they cannot be, as text. */
function units_scaled(sign, left, right, leftValue, rightValue) {
    if (isShare(rightValue))
        return { unit: left, left: 1, right: 100 };
    if (sign === '*' && isShare(leftValue))
        return { unit: right, left: 100, right: 1 };
    const plain = (measure) => measure === 'bare' || measure === '';
    if (plain(right))
        return { unit: left === 'bare' ? right : left, left: 1, right: 1 };
    if (sign === '*' && plain(left))
        return { unit: right, left: 1, right: 1 };
    if (sign === '/') {
        const sides = units_alike(left, right);
        if (typeof sides !== 'string' && left !== 'bare')
            return { ...sides, unit: '' };
    }
    return `${spoken(left)} cannot be ${sign === '*' ? 'multiplied' : 'divided'} by ${spoken(right)}`;
}
/** The unit of a metric's values; `unknown` where the catalogue does not have it. */
function units_unitOfMetric({ metric }) {
    return metricFacts(metric)?.unit ?? 'unknown';
}
/** A literal percentage, which in a product is a share: `endpoints * 50%`. */
function isShare(value) {
    return value.kind === 'number' && value.unit === '%';
}
function spoken(measure) {
    switch (measure) {
        case '':
        case 'bare':
            return 'a number without a unit';
        case '%':
            return 'a percentage';
        case 'ms':
        case 's':
            return 'a time';
        case 'unknown':
            return 'a value of unknown unit';
    }
}

;// CONCATENATED MODULE: ./lib/thresholds/selection.js






const selection_YES = 1;
const NO = 0;
const UNKNOWN = 2;
function selection_isAbsence(value) {
    return 'reason' in value;
}
/**
 * The numbers that a metric's name means. Unnarrowed, a plain number or the average is taken, and of several directions or tracks
 * the worse for each endpoint.
 */
function selection_column(name, { metrics, size }) {
    const all = metrics.get(name.metric) ?? [];
    const written = printMetric(name);
    if (all.length === 0)
        return { kind: 'missing', reason: `the run has no metric ${written}. ${metricsThere(name.metric, metrics.keys())}` };
    const narrowed = all.filter((series) => (!name.direction || series.direction === name.direction) &&
        (!name.track || series.track === name.track) &&
        (!name.statistic || series.statistic === name.statistic));
    if (narrowed.length === 0) {
        return {
            kind: 'missing',
            reason: `${name.metric} has no ${written.slice(name.metric.length + 1)}. It has ${listed(all.map(narrowing))}.`,
        };
    }
    const chosen = name.statistic ? narrowed : withDefaultStatistic(narrowed);
    if (!chosen) {
        const statistics = [...new Set(narrowed.map(({ statistic }) => `${written}.${statistic ?? ''}`))];
        return {
            kind: 'invalid',
            reason: `${written} does not have a plain number or an average everywhere: say which you mean, ${listed(statistics, ' or ')}`,
        };
    }
    return worse(chosen, metricFacts(name.metric)?.better, name, size);
}
/**
 * Of each direction and track the plain number or the average, else the only statistic that there is. Undefined where a direction has
 * neither: leaving it out would judge the other one alone.
 */
function withDefaultStatistic(series) {
    const isUsual = ({ statistic }) => statistic === undefined || statistic === 'avg';
    const only = new Set(series.map(({ statistic }) => statistic)).size === 1;
    if (only)
        return series;
    const usual = series.filter(isUsual);
    const covered = (direction) => usual.some((own) => own.direction === direction || own.direction === undefined);
    return usual.length > 0 && series.every(({ direction }) => direction === undefined || covered(direction))
        ? usual
        : undefined;
}
function worse(series, better, name, size) {
    const deciders = series.map(narrowing);
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
                    const ways = series.map((own) => printMetric(selection_named(own, name.statistic)));
                    return {
                        kind: 'invalid',
                        reason: `it is not known which way ${printMetric(name)} is better, so neither value is the worse one: write ${listed(ways, ' or ')}`,
                    };
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
function selection_named({ metric, track, direction, statistic }, said) {
    const shown = said ?? (statistic === 'avg' ? undefined : statistic);
    return {
        metric,
        ...(track ? { track } : {}),
        ...(direction ? { direction } : {}),
        ...(shown ? { statistic: shown } : {}),
    };
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
function selection_truth(condition, measurements, columnOf) {
    switch (condition.kind) {
        case 'and':
        case 'or': {
            const left = selection_truth(condition.left, measurements, columnOf);
            if (selection_isAbsence(left))
                return left;
            const right = selection_truth(condition.right, measurements, columnOf);
            if (selection_isAbsence(right))
                return right;
            const [deciding, neutral] = condition.kind === 'and' ? [NO, selection_YES] : [selection_YES, NO];
            return left.map((l, i) => {
                const r = right[i] ?? UNKNOWN;
                return l === deciding || r === deciding ? deciding : l === UNKNOWN || r === UNKNOWN ? UNKNOWN : neutral;
            });
        }
        case 'not': {
            const inner = selection_truth(condition.condition, measurements, columnOf);
            return selection_isAbsence(inner) ? inner : inner.map((value) => (value === UNKNOWN ? UNKNOWN : 1 - value));
        }
        case 'text':
            return textTruth(condition, measurements);
        case 'status': {
            const statuses = measurements.sipStatuses;
            if (statuses.every((status) => status === null))
                return { kind: 'missing', reason: 'no endpoint has a SIP status' };
            return compared(statuses.length, (i) => statuses[i] ?? Number.NaN, condition.operator, condition.value);
        }
        case 'metric': {
            const found = columnOf(condition.of);
            if (selection_isAbsence(found))
                return found;
            const both = alike(unitOfMetric(condition.of), condition.unit === '' ? 'bare' : condition.unit);
            if (typeof both === 'string')
                return { kind: 'invalid', reason: both };
            const { left, right } = both;
            return compared(found.values.length, (i) => (found.values[i] ?? Number.NaN) / left, condition.operator, condition.value / right);
        }
    }
}
function textTruth({ property, operator, text }, measurements) {
    const values = { outcome: measurements.outcomes, group: measurements.groups, phase: measurements.phases }[property];
    if (values.every((value) => value === null))
        return { kind: 'missing', reason: `no endpoint has ${property === 'outcome' ? 'an outcome' : `a ${property}`}` };
    if (property === 'group' && !values.includes(text)) {
        // A slip in a group's name would select nothing, and a limit on a count of nothing holds for ever.
        const there = [...new Set(values)].filter((value) => value !== null);
        return {
            kind: 'missing',
            reason: `no endpoint is in group "${text}"; the groups are ${listed(there.map((group) => `"${plain(group, 60)}"`))}`,
        };
    }
    return Uint8Array.from(values, (value) => value === null ? UNKNOWN : (value === text) === (operator === '==') ? selection_YES : NO);
}
function compared(size, valueAt, operator, limit) {
    const result = new Uint8Array(size);
    for (let i = 0; i < size; i++) {
        const value = valueAt(i);
        // A value without size compares with nothing, so that neither a condition nor its opposite holds for it.
        result[i] = !Number.isFinite(value) ? UNKNOWN : holds(value, operator, limit) ? selection_YES : NO;
    }
    return result;
}
/** Most names that are listed in a message. */
const MAX_LISTED = 30;
function metricsThere(wanted, keys) {
    const there = [...keys];
    if (there.length === 0)
        return 'It has no metrics at all.';
    const near = nearest(wanted, there);
    return `${near.length > 0 ? `Did you mean ${near.join(' or ')}? ` : ''}It has ${listed(there.toSorted())}.`;
}
function listed(names, last = ', ') {
    const distinct = [...new Set(names)];
    const shown = distinct.slice(0, MAX_LISTED).map((name) => plain(name, 80) || 'a plain number');
    const more = distinct.length > MAX_LISTED ? `, and ${distinct.length - MAX_LISTED} more` : '';
    return ((last === ', ' || shown.length < 2
        ? shown.join(', ')
        : `${shown.slice(0, -1).join(', ')}${last}${shown[shown.length - 1] ?? ''}`) + more);
}

;// CONCATENATED MODULE: ./lib/thresholds/fraction.js

/**
 * Whether `fraction_lost` looks like a share from 0 to 1 instead of the documented percent: then limits would be off by a hundred. It is told
 * from the packet counts where the run has them, and suspected where all values lie within 0 and 1. Undefined: it looks like percent.
 */
function fraction_fractionLostDoubt(measurements) {
    const lost = column({ metric: 'fraction_lost' }, measurements);
    if (isAbsence(lost))
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
    const lost = column({ metric: 'packets_lost' }, measurements);
    const received = column({ metric: 'packets_received' }, measurements);
    if (isAbsence(lost) || isAbsence(received))
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

;// CONCATENATED MODULE: ./lib/stages/doubts.js



/** A run this much shorter than planned was not run to its end. */
const LEAST_SHARE = 0.9;
/** Timestamps may be whole seconds. */
const TOLERANCE_SECONDS = 1;
/**
 * What a run's length says against it: undefined where it is as long as planned, where nobody knows, or where earlier runs of the test were
 * as short, so that the plan means something else. `cancelled` where earlier runs were longer, `warned` where there are none to ask.
 */
async function doubts_doubtAboutLength(length, { durationSeconds, measurements }, scope, api) {
    const { plannedSeconds } = length;
    const someGood = measurements.outcomes.some((outcome) => outcome !== null && GOOD_OUTCOMES.includes(outcome));
    if (plannedSeconds === undefined || durationSeconds === undefined || !someGood)
        return undefined;
    if (!tooShort(durationSeconds, plannedSeconds))
        return undefined;
    const lengths = (await lengthsOfEarlierRuns(length, scope, api)).map((ms) => ms / 1_000);
    const what = `The run ended after ${Math.round(durationSeconds)} s, though its calls were planned for ${Math.round(plannedSeconds)} s`;
    if (lengths.length === 0)
        return { verdict: 'warned', reason: `${what}: it may have been stopped.` };
    // The longest, since an earlier run may have been stopped, too.
    if (tooShort(Math.max(...lengths), plannedSeconds))
        return undefined;
    return {
        verdict: 'cancelled',
        reason: `${what}, and earlier runs lasted as planned: it was stopped. Half a run proves nothing.`,
    };
}
/** Whether a completed run was shorter than its calls were planned for, as far as the API tells. */
function doubts_endedEarly({ plannedSeconds, startedAt, completedAt }) {
    if (plannedSeconds === undefined || startedAt === undefined || completedAt === undefined)
        return false;
    return tooShort((completedAt - startedAt) / 1_000, plannedSeconds);
}
function tooShort(seconds, planned) {
    return seconds + TOLERANCE_SECONDS < LEAST_SHARE * planned;
}
/** What is odd about what a run measured, a sentence each. */
function doubtsAbout({ measurements }) {
    return [fractionLostDoubt(measurements)].filter((doubt) => doubt !== undefined);
}

;// CONCATENATED MODULE: ./lib/base/duration.js
const UNIT_MS = { h: 3_600_000, m: 60_000, s: 1_000 };
const DURATION = /^(?:(\d+(?:\.\d+)?)h)?(?:(\d+(?:\.\d+)?)m)?(?:(\d+(?:\.\d+)?)s)?$/;
/** Milliseconds of a duration such as `90s`, `15m` or `1h30m`; null where the text is not one, or is zero. */
function duration_parseDuration(text) {
    const match = DURATION.exec(text.trim());
    if (!match)
        return null;
    const ms = ['h', 'm', 's'].reduce((sum, unit, i) => sum + Number(match[i + 1] ?? 0) * (UNIT_MS[unit] ?? 0), 0);
    return ms >= 1 ? Math.round(ms) : null;
}
/** A length of time in ms for people: `45 s`, `9 min 12 s`, `1 h 30 min`. */
function duration_formatDuration(ms) {
    const seconds = Math.max(0, Math.round(ms / 1_000));
    if (seconds < 60)
        return `${seconds} s`;
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60)
        return seconds % 60 ? `${minutes} min ${seconds % 60} s` : `${minutes} min`;
    return minutes % 60 ? `${Math.floor(minutes / 60)} h ${minutes % 60} min` : `${Math.floor(minutes / 60)} h`;
}

;// CONCATENATED MODULE: ./lib/model/run.js
/** Statuses after which a run no longer changes. Any other, known or not, may still change. */
const TERMINAL_STATUSES = ['COMPLETED', 'FAILED', 'CANNOT_RUN_FOR_NOW'];
const KNOWN_STATUSES = [
    ...TERMINAL_STATUSES,
    'PENDING',
    'QUEUED',
    'RUNNING',
    'STOPPING',
    'CREATED',
    'DISPATCHING',
];
/** Whether a run with this status has ended. */
function run_isTerminal(status) {
    return TERMINAL_STATUSES.includes(status);
}
/** Whether any page of the vendor's documentation names this status. */
function isKnownStatus(status) {
    return KNOWN_STATUSES.includes(status);
}

;// CONCATENATED MODULE: ./lib/report/numbers.js
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
function numbers_formatNumber(value, unit) {
    return written(value, unit, decimals(value, unit));
}
/**
 * Numbers that stand side by side, with enough decimals that different numbers look different: a measured 3.9996 must not read as the
 * 4.00 that it failed to reach.
 */
function numbers_formatTogether(values, unit) {
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
function numbers_formatDifference(difference, values, unit) {
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

;// CONCATENATED MODULE: ./lib/report/phrases.js
// What a report says of verdicts and thresholds, in words; the same words wherever it is said.




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
function stateText({ state }) {
    switch (state) {
        case 'held':
            return 'held';
        case 'breached':
            return 'breached';
        case 'missing':
            return 'no value';
        case 'invalid':
            return 'unclear';
        case 'unjudged':
            return 'not judged';
    }
}
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
        return { measured: formatNumber(measured, unit), limit: '' };
    const [left = '', right = ''] = formatTogether([measured, limit], unit);
    return { measured: left, limit: right };
}
/** By how much a threshold held or was breached: `held by 0.37`, `breached by 12.4 ms (41 %)`. */
function margin(result) {
    const { measured, limit, operator, unit } = result;
    if (measured === undefined || limit === undefined || operator === '==' || operator === '!=')
        return stateText(result);
    const difference = Math.abs(measured - limit);
    if (!Number.isFinite(difference))
        return stateText(result);
    if (difference === 0)
        return `${stateText(result)}, exactly at the limit`;
    const share = limit !== 0 && unit !== '%' && result.state === 'breached'
        ? ` (${formatNumber((100 * difference) / Math.abs(limit), '%')})`
        : '';
    return `${stateText(result)} by ${phrases_distance(difference, [measured, limit], unit)}${share}`;
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
    const amount = `${sign}${phrases_distance(Math.abs(change), [measured, baseline], unit)}`;
    if (baseline === 0)
        return `${mark} ${amount} (from 0)`;
    const share = unit === '%' ? '' : ` (${sign}${formatNumber(Math.abs((100 * change) / baseline), '%')})`;
    return `${mark} ${amount}${share}`;
}
/** The distance between two values; between percentages in points, since 45 % of what would be asked. */
function phrases_distance(difference, values, unit) {
    return formatDifference(difference, values, unit)
        .replace(/ %$/, ' points')
        .replace(/^1 points$/, '1 point');
}
/** Whether the baseline would have held a breached threshold, in a sentence; empty where that cannot be said. */
function sinceText({ state, threshold, baseline, operator, limit, unit }) {
    if (state !== 'breached' || baseline === undefined || limit === undefined)
        return '';
    const was = formatNumber(baseline, unit);
    if (mentionsBaseline(threshold.left) || mentionsBaseline(threshold.right))
        return `The baseline measured ${was}.`;
    return holds(baseline, operator, limit)
        ? `New since the baseline, which measured ${was}.`
        : `Not new: the baseline measured ${was}.`;
}
/** Who is behind a breach, in a sentence. `name` writes a group or an outcome. */
function culpritsText({ endpoints, of, mostly }, name) {
    const many = mostly?.endpoints === endpoints ? 'all of them ' : `${mostly?.endpoints ?? 0} of them `;
    const which = mostly
        ? `, ${endpoints === 1 ? '' : many}${mostly.property === 'group' ? 'in group' : 'with'} ${name(mostly.value)}`
        : '';
    return `${endpoints} of ${counted(of, 'endpoint')} ${endpoints === 1 ? 'is' : 'are'} behind it${which}.`;
}
/** `92 of 100 endpoints`, or `100 endpoints` where all have a value. */
function coverageText({ coverage }) {
    if (!coverage)
        return '';
    return coverage.used === coverage.of
        ? counted(coverage.of, 'endpoint')
        : `${coverage.used} of ${counted(coverage.of, 'endpoint')}`;
}
/** One threshold in one line of the log: `❌ avg(mos) >= 4.0: measured 3.61, breached by 0.39 (9.8 %), 40 endpoints`. */
function phrases_thresholdLine(result) {
    const { measured, limit } = measuredAndLimit(result);
    const baseline = result.baseline === undefined ? '' : `baseline ${formatNumber(result.baseline, result.unit)}, limit ${limit}`;
    const facts = [
        measured && `measured ${measured}`,
        baseline,
        result.reason ?? [margin(result), result.note].filter(Boolean).join(', '),
        coverageText(result),
        result.decidedBy && `worse side ${result.decidedBy}`,
    ];
    return `${markOf(result)} ${result.threshold.text}: ${facts.filter(Boolean).join(', ')}`;
}

;// CONCATENATED MODULE: ./lib/thresholds/evaluate.js






/** Holds thresholds against a run, all in one go so that what several of them use is reckoned once. */
function evaluate_evaluate(thresholds, subject, baseline) {
    const measure = measurer(subject);
    const measureBaseline = baseline && !isAbsence(baseline) ? measurer(baseline) : undefined;
    return thresholds.map((threshold) => judge(threshold, measure, measureBaseline, baseline && isAbsence(baseline) ? baseline : undefined));
}
/** The thresholds of a run of which no results were looked at. */
function unjudged(thresholds) {
    return thresholds.map((threshold) => ({ threshold, state: 'unjudged', operator: threshold.operator, unit: 'bare' }));
}
/** A run without endpoints measured nothing, so it has no value for anything, not even for what the API says of the run as a whole. */
const NO_ENDPOINTS = { kind: 'missing', reason: 'the run has no endpoints' };
const FLIPPED = {
    '>=': '<=',
    '>': '<',
    '<=': '>=',
    '<': '>',
    '==': '==',
    '!=': '!=',
};
function judge(threshold, measure, measureBaseline, noBaseline) {
    const { measured: side, limit: other, flipped } = sidesOf(threshold);
    const operator = flipped ? FLIPPED[threshold.operator] : threshold.operator;
    const better = betterOf(side);
    const result = { threshold, operator, unit: 'bare', ...(better ? { better } : {}) };
    const absent = ({ kind, reason }, rest = {}) => ({
        ...result,
        ...rest,
        state: kind,
        reason,
    });
    const measured = measure(side);
    if (isAbsence(measured))
        return absent(measured);
    const { value, unit, ...extent } = measured;
    const known = { ...result, measured: value, unit, ...extent };
    let reference = measureBaseline?.(side);
    if (mentionsBaseline(other)) {
        reference ??= noBaseline ?? {
            kind: 'invalid',
            reason: 'it compares with `baseline`, but the input `baseline` is not set',
        };
        if (isAbsence(reference))
            return absent(measureBaseline ? { ...reference, reason: `on the baseline, ${reference.reason}` } : reference, known);
    }
    const limit = measure(other, reference);
    const zero = reference && !isAbsence(reference) && reference.value === 0 && takesShareOfBaseline(other);
    const was = {
        ...(reference && !isAbsence(reference) ? { baseline: reference.value } : {}),
        ...(zero ? { note: 'the baseline is 0, and any percentage of 0 is 0' } : {}),
    };
    if (isAbsence(limit))
        return absent(limit, { ...known, ...was });
    const both = alike(unit, limit.unit);
    if (typeof both === 'string')
        return absent({ kind: 'invalid', reason: both }, { ...known, ...was });
    const [common, limitInCommon] = [value / both.left, limit.value / both.right];
    const coverage = extent.coverage ?? limit.coverage;
    return {
        ...known,
        ...was,
        ...(coverage ? { coverage } : {}),
        unit: unit === 'bare' ? limit.unit : unit,
        // Shown in the measured side's unit, compared in the common one.
        limit: limitInCommon * both.left,
        state: holds(common, operator, limitInCommon) ? 'held' : 'breached',
    };
}
function takesShareOfBaseline(value) {
    if (value.kind === 'negative')
        return takesShareOfBaseline(value.value);
    return (value.kind === 'arithmetic' &&
        (value.relative === true || takesShareOfBaseline(value.left) || takesShareOfBaseline(value.right)));
}
function betterOf(value) {
    if (value.kind === 'fact')
        return FACTS[value.name].better;
    if (value.kind === 'aggregate' && value.by !== 'stddev')
        return metricFacts(value.of.metric)?.better;
    return value.kind === 'aggregate' ? 'lower' : undefined;
}
function measurer(subject) {
    const { measurements } = subject;
    const columns = new Map();
    const columnOf = (name) => {
        const key = printMetric(name);
        let found = columns.get(key);
        if (!found) {
            found = column(name, measurements);
            columns.set(key, found);
        }
        return found;
    };
    const scopeOf = (where) => {
        if (measurements.size === 0)
            return NO_ENDPOINTS;
        if (!where)
            return new Uint8Array(measurements.size).fill(YES);
        const scope = truth(where, measurements, columnOf);
        return isAbsence(scope) || scope.includes(YES)
            ? scope
            : { kind: 'missing', reason: 'no endpoint satisfies the condition after where' };
    };
    const measure = (value, baseline) => {
        switch (value.kind) {
            case 'number':
                return { value: value.value, unit: value.unit === '' ? 'bare' : value.unit };
            case 'baseline':
                return baseline ?? { kind: 'invalid', reason: 'there is no baseline' };
            case 'run':
                return measurements.size === 0 ? NO_ENDPOINTS : runNumber(subject.run, value.path);
            case 'negative': {
                const inner = measure(value.value, baseline);
                return isAbsence(inner) ? inner : { ...inner, value: -inner.value };
            }
            case 'arithmetic':
                return reckon(value, measure, baseline);
            case 'fact':
                return fact(value, subject, scopeOf, (where) => truth(where, measurements, columnOf));
            case 'count':
            case 'rate':
                return tally(value, scopeOf, (condition) => truth(condition, measurements, columnOf));
            case 'aggregate': {
                const scope = scopeOf(value.where);
                if (isAbsence(scope))
                    return scope;
                const found = columnOf(value.of);
                return isAbsence(found) ? found : overEndpoints(value, found, scope);
            }
        }
    };
    return measure;
}
function overEndpoints(value, { values, decidedBy, deciders }, scope) {
    const places = values.map((_, i) => i).filter((i) => scope[i] === YES);
    const covered = places.filter((i) => !Number.isNaN(values[i]));
    if (covered.length === 0)
        return { kind: 'missing', reason: `none of ${places.length} endpoints has a value for ${printMetric(value.of)}` };
    const result = aggregate(value.by, covered.map((i) => values[i] ?? Number.NaN), value.p);
    // A minimum or maximum is one endpoint's, and so is what decided it.
    const deciding = value.by === 'min' || value.by === 'max' ? covered.filter((i) => values[i] === result).subarray(0, 1) : covered;
    const decided = new Set(deciders).size > 1 ? decision(deciders, decidedBy, deciding) : undefined;
    return {
        value: result,
        unit: metricFacts(value.of.metric)?.unit ?? 'unknown',
        coverage: { used: covered.length, of: places.length },
        ...(decided ? { decidedBy: decided } : {}),
    };
}
/** The direction or track that decided for most of these endpoints, and for how many: `receive (38 of 40 endpoints)`. */
function decision(deciders, decidedBy, places) {
    const votes = new Map();
    for (const i of places) {
        const name = deciders[decidedBy[i] ?? 255] ?? '';
        votes.set(name, (votes.get(name) ?? 0) + 1);
    }
    const [top] = [...votes].toSorted((a, b) => b[1] - a[1]);
    if (!top?.[0])
        return undefined;
    return places.length === 1 ? top[0] : `${top[0]} (${top[1]} of ${places.length} endpoints)`;
}
function tally({ kind, condition, where }, scopeOf, truthOf) {
    const scope = scopeOf(where);
    if (isAbsence(scope))
        return scope;
    const truths = truthOf(condition);
    if (isAbsence(truths))
        return truths;
    let [yes, known, of] = [0, 0, 0];
    for (let i = 0; i < scope.length; i++) {
        if (scope[i] !== YES)
            continue;
        of++;
        if (truths[i] === YES)
            yes++;
        if (truths[i] !== 2)
            known++;
    }
    // Where nothing is known of any endpoint, "none of them" would be a guess.
    if (known === 0)
        return { kind: 'missing', reason: `none of ${of} endpoints has what the condition asks for` };
    return kind === 'count'
        ? { value: yes, unit: '', coverage: { used: known, of } }
        : { value: (100 * yes) / of, unit: '%', coverage: { used: known, of } };
}
function fact({ name, where }, { measurements, durationSeconds, queueSeconds, calls }, scopeOf, truthOf) {
    if (measurements.size === 0)
        return NO_ENDPOINTS;
    if (name === 'duration' || name === 'queue_time') {
        const seconds = name === 'duration' ? durationSeconds : queueSeconds;
        return seconds === undefined
            ? { kind: 'missing', reason: `the API does not tell the run's ${name}` }
            : { value: seconds, unit: 's' };
    }
    if (isOfFarEnd(name))
        return ofCalls(name, calls);
    const scope = name === 'endpoints' && where ? truthOf(where) : scopeOf(where);
    if (isAbsence(scope))
        return scope;
    let [good, of] = [0, 0];
    for (let i = 0; i < scope.length; i++) {
        if (scope[i] !== YES)
            continue;
        of++;
        const outcome = measurements.outcomes[i];
        if (outcome && GOOD_OUTCOMES.includes(outcome))
            good++;
    }
    const coverage = { used: of, of };
    if (name === 'endpoints')
        return { value: of, unit: '', coverage };
    return name === 'success_rate'
        ? { value: (100 * good) / of, unit: '%', coverage }
        : { value: of - good, unit: '', coverage };
}
function ofCalls(name, calls) {
    if (!calls)
        return { kind: 'missing', reason: 'nobody asked CallScaler about the calls of this run' };
    if (isAbsence(calls))
        return calls;
    switch (name) {
        case 'received_calls':
            return { value: calls.received, unit: '' };
        case 'answered_calls':
            return { value: calls.answered, unit: '' };
        case 'missed_calls':
            return { value: calls.missed, unit: '' };
        case 'voicemail_calls':
            return { value: calls.voicemail, unit: '' };
        case 'answer_rate':
            return calls.received === 0
                ? { kind: 'missing', reason: 'the number received no call' }
                : { value: (100 * calls.answered) / calls.received, unit: '%' };
    }
}
function runNumber(run, path) {
    let found = run.detail;
    for (const key of path)
        found =
            typeof found === 'object' && found !== null && Object.hasOwn(found, key)
                ? found[key]
                : undefined;
    if (typeof found === 'number')
        return { value: found, unit: 'unknown' };
    const what = found === undefined ? 'is not there' : 'is not a number';
    return {
        kind: 'missing',
        reason: `run.${path.join('.')} ${what}. The run's numbers are ${numbersOf(run.detail).join(', ') || 'none'}.`,
    };
}
/** Most numbers of a run's detail that are listed. */
const evaluate_MAX_LISTED = 40;
function numbersOf(value, path = 'run', depth = 0) {
    if (typeof value === 'number')
        return [path];
    if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > 5)
        return [];
    return Object.entries(value)
        .slice(0, evaluate_MAX_LISTED)
        .flatMap(([key, inner]) => (/^\w+$/.test(key) ? numbersOf(inner, `${path}.${key}`, depth + 1) : []))
        .slice(0, evaluate_MAX_LISTED);
}
function reckon(value, measure, baseline) {
    const left = measure(value.left, baseline);
    if (isAbsence(left))
        return left;
    const right = measure(value.right, baseline);
    if (isAbsence(right))
        return right;
    const coverage = left.coverage ?? right.coverage;
    const extent = coverage ? { coverage } : {};
    if (value.relative) {
        const change = (Math.abs(left.value) * right.value) / 100;
        return { value: value.sign === '+' ? left.value + change : left.value - change, unit: left.unit, ...extent };
    }
    const { sign } = value;
    const both = sign === '+' || sign === '-'
        ? alike(left.unit, right.unit)
        : scaled(sign, left.unit, right.unit, value.left, value.right);
    if (typeof both === 'string')
        return { kind: 'invalid', reason: both };
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
            reason: `The run had not ended within ${formatDuration(timeout)}; its last status was ${plain(run?.status ?? 'unknown')}.`,
        };
    const why = run?.failureReason ? `: ${plain(run.failureReason).replace(/\.$/, '')}` : '';
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
    if (end?.verdict === 'failed' && !failedAs(error, 'aborted'))
        return { ...end, notes: [`The results could not be read: ${explain(error)}`] };
    if (aborted && error instanceof Failure) {
        const lost = error.kind === 'run-lost' ? ` ${explain(error)}` : '';
        return { verdict: 'cancelled', reason: `The workflow was cancelled.${lost}`, code: error.code, notes: [] };
    }
    const over = watched?.run !== undefined && isTerminal(watched.run.status);
    const going = started && !over ? ` The run ${plain(started.runId)} may still be going.` : '';
    return { verdict: 'error', reason: `${explain(error)}${going}`, code: codeOf(error), notes: [] };
}
/** Holds the thresholds against what the run measured, and says what came of each. */
function evaluateThresholds({ subject, baseline }, thresholds, log) {
    const results = evaluate(thresholds, subject, baseline && !isAbsence(baseline) ? baseline.subject : baseline);
    for (const result of results)
        log.info(thresholdLine(result));
    const overlooked = unjudgedFailures(results, subject.measurements);
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
        plannedSeconds: plannedSecondsOf(known),
    };
    const early = await doubtAboutLength(length, subject, scope, api);
    return early ? worseOf(judged, early) : judged;
}
/** The verdict on a run that completed, from its thresholds. */
function judgeThresholds(results, measurements, missingData) {
    const having = (state, severity) => results.filter((result) => result.state === state && (!severity || result.threshold.severity === severity));
    const invalid = having('invalid');
    if (invalid.length > 0) {
        return {
            verdict: 'error',
            code: 'threshold-invalid',
            reason: `${counted(invalid.length, 'threshold')} cannot be judged as written: ${quoted(invalid)}.`,
        };
    }
    const breached = having('breached', 'fail');
    const missing = having('missing', 'fail');
    const none = measurements.size === 0 ? ' The run has no endpoints.' : '';
    if (breached.length > 0 || (missing.length > 0 && missingData === 'fail')) {
        const parts = [
            breached.length > 0 ? `${counted(breached.length, 'threshold')} breached: ${quoted(breached)}` : '',
            missing.length > 0 && missingData === 'fail'
                ? `${counted(missing.length, 'threshold')} without a value: ${quoted(missing)}`
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
            warnings.length > 0 ? `${counted(warnings.length, 'warning threshold')} breached: ${quoted(warnings)}` : '',
            absent.length > 0 && missingData !== 'ignore'
                ? `${counted(absent.length, 'threshold')} without a value: ${quoted(absent)}`
                : '',
        ];
        return { verdict: 'warned', reason: `${parts.filter(Boolean).join('; ')}.${none}` };
    }
    const left = absent.length > 0
        ? ` ${counted(absent.length, 'threshold')} without a value ${absent.length === 1 ? 'was' : 'were'} left out.`
        : '';
    const held = results.length - absent.length;
    const counts = results.filter(({ state }) => state === 'held');
    const thinnest = counts.reduce((least, { coverage }) => (coverage && coverage.used / coverage.of < least.used / least.of ? coverage : least), { used: 1, of: 1 });
    const thin = thinnest.used < thinnest.of
        ? ` The least covered rests on ${thinnest.used} of ${counted(thinnest.of, 'endpoint')}.`
        : '';
    return {
        verdict: 'passed',
        reason: `${held === 1 ? 'The threshold' : `All ${held} thresholds`} held; the run has ${counted(measurements.size, 'endpoint')}.${thin}${left}`,
    };
}
/** What a reader must know of endpoints that failed where no threshold looks at how endpoints ended; undefined where there are none. */
function unjudgedFailures(results, { outcomes }) {
    const failed = outcomes.filter((outcome) => outcome === null || !GOOD_OUTCOMES.includes(outcome)).length;
    if (failed === 0 || results.some(({ threshold }) => /outcome|success_rate|failed_endpoints/i.test(threshold.text)))
        return undefined;
    return `${failed} of ${counted(outcomes.length, 'endpoint')} did not end well, and no threshold looks at that. Add failed_endpoints == 0, or a limit for success_rate.`;
}
/** Most thresholds that are named in a sentence. */
const MAX_NAMED = 3;
function quoted(results) {
    const named = results.slice(0, MAX_NAMED).map(({ threshold }) => plain(withoutSeverity(threshold), 120));
    return `${named.join(', ')}${results.length > MAX_NAMED ? ` and ${results.length - MAX_NAMED} more` : ''}`;
}
/** Seconds that a run waited and ran: from the API's own times where it tells both, else as this step saw it happen. */
function judge_timesOf(run, statuses, triggeredAt) {
    const runningAt = statuses.find(({ status }) => status === 'RUNNING')?.at;
    const endedAt = statuses[statuses.length - 1]?.at;
    const seconds = (from, to) => from === undefined || to === undefined || to < from ? undefined : (to - from) / 1_000;
    const durationSeconds = seconds(run.startedAt, run.completedAt) ?? (triggeredAt === undefined ? undefined : seconds(runningAt, endedAt));
    const queueSeconds = seconds(run.createdAt, run.startedAt) ?? seconds(triggeredAt, runningAt);
    return {
        ...(durationSeconds === undefined ? {} : { durationSeconds }),
        ...(queueSeconds === undefined ? {} : { queueSeconds }),
    };
}

;// CONCATENATED MODULE: ./lib/report/report-json.js
// report.json: written with everything that was found, read again as a baseline. Its form is docs/report.schema.json.



/** Raised when a reader of the old form could not understand the new one. */
const REPORT_VERSION = 1;
/** The text of report.json. */
function writeReportFile({ verdict, problem, code, startedAt, endedAt, runs }) {
    return JSON.stringify({
        version: REPORT_VERSION,
        verdict,
        ...optional({ problem, code }),
        startedAt: report_json_time(startedAt),
        endedAt: report_json_time(endedAt),
        runs: runs.map(writeRun),
    });
}
function writeRun({ verdict, code, reason, project, test, runId, runUrl, status, plannedSeconds, statuses, thresholds, notes, baseline, subject, }) {
    return {
        verdict,
        ...optional({ code }),
        reason,
        project,
        test,
        ...optional({ id: runId, url: runUrl, status, plannedSeconds }),
        statuses: statuses.map((change) => ({ status: change.status, at: report_json_time(change.at) })),
        thresholds: thresholds.map(writeThreshold),
        notes,
        ...optional({ baseline: baseline?.name, measured: subject && writeSubject(subject) }),
    };
}
/** One threshold's result as reports hold it. */
function writeThreshold({ threshold, state, operator, unit, measured, limit, baseline, coverage, decidedBy, reason, }) {
    return {
        threshold: threshold.text,
        severity: threshold.severity,
        ...optional({ file: threshold.file }),
        line: threshold.line,
        state,
        operator,
        unit: unit === 'bare' || unit === 'unknown' ? '' : unit,
        ...optional({
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
        detail: JSON.parse(JSON.stringify(run.detail, (_, value) => (typeof value === 'number' ? number(value) : value))),
        ...optional({ durationSeconds, queueSeconds, calls }),
        size,
        ids,
        groups,
        phases,
        outcomes,
        sipStatuses,
        metrics: [...metrics.values()].flat().map(({ values, ...name }) => ({
            ...name,
            values: Array.from(values, (value) => (Number.isNaN(value) ? null : number(value))),
        })),
    };
}
/** The runs of a report.json. Throws an `input` failure where the text is not one, or is of a version that this code does not know. */
function report_json_readReportFile(text, path) {
    const wrong = (what, cause) => new Failure('input', `${plain(path)} is not a report.json that can be read: ${what}.`, {
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
    if (!report_json_isObject(report))
        throw wrong('it is not an object');
    if (report.version !== REPORT_VERSION)
        throw wrong(`its version is ${plain(String(report.version), 40)}, and ${REPORT_VERSION} is known`);
    if (!Array.isArray(report.runs))
        throw wrong('it has no runs');
    return report.runs.map((run) => {
        if (!report_json_isObject(run))
            throw wrong('a run is not an object');
        const test = report_json_isObject(run.test) ? run.test : {};
        return {
            ...optional({
                runId: textOf(run.id),
                testId: textOf(test.id),
                testAsked: textOf(test.asked),
                status: textOf(run.status),
            }),
            ...(run.measured === undefined
                ? {}
                : { subject: readSubject(run.measured, textOf(run.status) ?? 'COMPLETED', wrong) }),
        };
    });
}
function readSubject(measured, status, wrong) {
    if (!report_json_isObject(measured) || !report_json_isObject(measured.detail))
        throw wrong('a run has no measurements that can be read');
    const { detail, durationSeconds, queueSeconds, calls } = measured;
    const size = Number(measured.size);
    const list = (name, value) => {
        if (!Array.isArray(value) || value.length !== size)
            throw wrong(`${name} does not have one entry for each of its ${size} endpoints`);
        return value;
    };
    const words = (name) => list(name, measured[name]).map((word) => textOf(word) ?? null);
    const metrics = new Map();
    if (!Array.isArray(measured.metrics))
        throw wrong('it has no list of metrics');
    for (const series of measured.metrics) {
        const metric = report_json_isObject(series) ? textOf(series.metric) : undefined;
        if (!report_json_isObject(series) || metric === undefined)
            throw wrong('a metric has no name');
        const { direction, track } = series;
        const values = Float64Array.from(list(metric, series.values), (value) => readNumber(value) ?? fail(wrong(`a value of ${plain(metric, 60)} is no number`)));
        const read = {
            metric,
            ...(direction === 'send' || direction === 'receive' ? { direction } : {}),
            ...(track === 'audio' || track === 'video' ? { track } : {}),
            ...optional({ statistic: textOf(series.statistic) }),
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
        ...optional({
            durationSeconds: typeof durationSeconds === 'number' ? durationSeconds : undefined,
            queueSeconds: typeof queueSeconds === 'number' ? queueSeconds : undefined,
            calls: calls === undefined ? undefined : readCalls(calls, wrong),
        }),
    };
}
/** What the far end said, or why it said nothing. */
function readCalls(calls, wrong) {
    if (!report_json_isObject(calls))
        throw wrong('what the far end said cannot be read');
    const reason = textOf(calls.reason);
    if (reason !== undefined)
        return { kind: 'missing', reason };
    const count = (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0
        ? value
        : fail(wrong('a count of calls is no number'));
    const unclassified = report_json_isObject(calls.unclassified) ? calls.unclassified : {};
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
/** The detail of a run as it was written; words for numbers that JSON does not have become those numbers again. */
function readDetail(detail, wrong) {
    const numbers = JSON.parse(JSON.stringify(detail), (_, value) => ENDLESS.includes(value) ? Number(value) : value);
    try {
        return readRun(numbers);
    }
    catch {
        throw wrong('the detail of a run cannot be read');
    }
}
const ENDLESS = (/* unused pure expression or super */ null && (['Infinity', '-Infinity', 'NaN']));
/** A number as reports hold it, NaN for none; undefined for anything else. */
function readNumber(value) {
    if (value === null)
        return Number.NaN;
    if (typeof value === 'number')
        return value;
    return typeof value === 'string' && ENDLESS.includes(value) ? Number(value) : undefined;
}
function fail(failure) {
    throw failure;
}
function number(value) {
    return value === undefined || Number.isFinite(value) ? value : String(value);
}
function report_json_time(ms) {
    return new Date(ms).toISOString();
}
function report_json_isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function textOf(value) {
    return typeof value === 'string' ? value : undefined;
}
/** The fields that have a value. */
function optional(fields) {
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

;// CONCATENATED MODULE: ./lib/model/measurements.js

/** Most series of one run. The known metrics, with all directions, tracks and statistics, come to about 700. */
const MAX_SERIES = 2_000;
/** An empty builder. `add` throws `misshapen` beyond `MAX_SERIES`. */
function measurements_collectMeasurements() {
    const places = new Map();
    const results = [];
    const columns = new Map();
    const clear = (place) => {
        for (const { values } of columns.values())
            if (place < values.length)
                values[place] = Number.NaN;
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
            for (const { value, ...name } of readings) {
                const key = seriesKey(name);
                let column = columns.get(key);
                if (!column) {
                    if (columns.size >= MAX_SERIES)
                        throw new Failure('misshapen', `The run has more than ${MAX_SERIES} different metrics.`);
                    column = { name, values: [] };
                    columns.set(key, column);
                }
                while (column.values.length < place)
                    column.values.push(Number.NaN);
                column.values[place] = value;
            }
            return known === undefined;
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
/** `jitter_ms.audio.receive.p95`: a series by its name, with what it has of track, direction and statistic. */
function seriesKey({ metric, track, direction, statistic }) {
    return [metric, track, direction, statistic].filter((part) => part !== undefined).join('.');
}

;// CONCATENATED MODULE: ./lib/stages/results.js




/** How long rows that are missing or not final are read again, in ms. How late rows may come is not documented. */
const SETTLE_MS = 60_000;
/** Most pages of one run; at the usual 100 rows a page, 200,000 endpoints. */
const results_MAX_PAGES = 2_000;
const FIRST_PAUSE_MS = 2_000;
const MAX_PAUSE_MS = 15_000;
/**
 * Every endpoint of a run that has ended, each once. Rows that are missing or not final are read again for `SETTLE_MS`; endpoints that have
 * not ended even then count as such. Throws `incomplete` where the rows are fewer than the API itself says there are.
 */
async function results_readResults(projectId, runId, run, scope, { api, clock, log }) {
    const settled = clock.now() + SETTLE_MS;
    let lastSize;
    for (let pauseMs = FIRST_PAUSE_MS;; pauseMs = Math.min(pauseMs * 2, MAX_PAUSE_MS)) {
        const { builder, lacking } = await readPages((page) => api.listEndpoints(projectId, runId, page, scope), () => clock.now() >= scope.deadline);
        const missing = lacking ??
            (builder.size < (run.endpointCount ?? 0)
                ? `${builder.size} of ${run.endpointCount ?? 0} endpoints could be read`
                : undefined);
        const unfinished = builder.unfinished();
        const final = run.status !== 'COMPLETED' || (unfinished === 0 && builder.size > 0);
        // Where nothing says how many there are, only a second look shows that no more are coming.
        const steady = run.status !== 'COMPLETED' || run.endpointCount !== undefined || lastSize === builder.size;
        lastSize = builder.size;
        if (!missing && final && steady)
            return builder.build();
        if (clock.now() + pauseMs > Math.min(settled, scope.deadline) || scope.signal?.aborted) {
            if (missing) {
                throw new Failure('incomplete', `The results of the run are not complete: ${missing}.`, {
                    advice: 'Run again, or read the results later with `run-id`.',
                });
            }
            if (unfinished > 0)
                log.warning(`${counted(unfinished, 'endpoint')} had no outcome ${SETTLE_MS / 1_000} s after the run ended. They count as failed.`);
            return builder.build();
        }
        log.info(`${missing ?? (builder.size === 0 ? 'No endpoints can be read yet' : unfinished > 0 ? `${counted(unfinished, 'endpoint')} not final yet` : `${counted(builder.size, 'endpoint')} so far, and nothing says how many there are`)}; reading again in ${pauseMs / 1_000} s`);
        await clock.sleep(pauseMs, scope.signal);
    }
}
/** How many pages in a row may bring nothing new before the rest is not asked for. */
const STALE_PAGES = 3;
/** One pass over all pages, and what shows that it did not get everything. What the answers say of paging is a hint, not a promise. */
async function readPages(read, outOfTime) {
    const builder = collectMeasurements();
    let stale = 0;
    let promised = 0;
    for (let page = 1; page <= results_MAX_PAGES; page++) {
        if (outOfTime())
            return { builder, lacking: `time ran out after ${counted(page - 1, 'page')}` };
        const { items, pagination } = await read(page);
        const fresh = items.filter((item) => builder.add(item)).length;
        stale = fresh > 0 ? 0 : stale + 1;
        if (pagination) {
            const { totalPages } = pagination;
            // The most that any page promised: a total that shrinks on the way is no reason to be content with less.
            promised = Math.max(promised, pagination.total);
            const more = page < totalPages ? stale < STALE_PAGES : fresh > 0 && builder.size !== promised;
            if (more)
                continue;
            return builder.size < promised
                ? { builder, lacking: `${builder.size} of ${promised} endpoints could be read` }
                : { builder };
        }
        if (items.length === 0)
            return { builder };
        if (items.some(({ id }) => id === undefined))
            return { builder, lacking: 'the pages say neither how many there are nor which endpoint a row belongs to' };
        // Without paging in the answers, only a page that brings nothing new shows the end.
        if (fresh === 0)
            return { builder };
    }
    return { builder, lacking: `the pages do not end: ${results_MAX_PAGES} were read` };
}
/** What a run that has ended measured, and its times. Throws as `readResults` does. */
async function results_readSubject({ task, started, watched }, run, scope, { world, log, apis }) {
    const ofTest = task.kind === 'test' ? task.test.endpointCount : undefined;
    const endpointCount = run.endpointCount ?? ofTest;
    const counting = { ...run, ...(endpointCount === undefined ? {} : { endpointCount }) };
    const measurements = await log.group('Read the results', async () => {
        const tools = { api: apis.callMeter, clock: world.clock, log };
        const read = await results_readResults(task.project.id, started.runId, counting, scope, tools);
        log.info(`${counted(read.size, 'endpoint')}, ${counted(read.metrics.size, 'metric')}`);
        return read;
    });
    return { run, measurements, ...timesOf(run, watched.statuses, started.own ? started.at : undefined) };
}

;// CONCATENATED MODULE: ./lib/report/analysis/distribution.js
// How the endpoints of a run are spread over the values of one metric, with the limits that thresholds set: what a histogram draws.





/** Most bins: the names of more would overlap in a chart of GitHub's width. */
const MAX_BINS = 12;
/** Shares of the endpoints between which a histogram is drawn where a few lie far out. */
const CORE = (/* unused pure expression or super */ null && ([0.01, 0.99]));
/** How many times wider than the core everything may be before the outermost bins are left open. */
const FAR = 2;
/** A histogram for each metric that the thresholds take a value of, in their order; those of broken thresholds first. */
function distributionsOf(results, subject, baseline) {
    const byMetric = new Map();
    const rank = ({ state }) => Number(state === 'held');
    for (const result of results.toSorted((a, b) => rank(a) - rank(b))) {
        const looked = distribution_lookedAt(result);
        if (!looked)
            continue;
        const key = printMetric(looked.name);
        const entry = byMetric.get(key) ?? { name: looked.name, limits: [] };
        if (looked.limit)
            entry.limits.push(looked.limit);
        byMetric.set(key, entry);
    }
    return [...byMetric.values()].flatMap(({ name, limits }) => distribution(name, limits, subject, baseline) ?? []);
}
/** Aggregates whose value is one that an endpoint could have, so that their limit is one for endpoints, too. */
const LIKE_AN_ENDPOINT = (/* unused pure expression or super */ null && (['avg', 'min', 'max', 'median', 'percentile']));
/** The metric that a threshold is about, and its limit where that is one for endpoints; undefined where it is about something else. */
function distribution_lookedAt(result) {
    const { measured, limit } = sidesOf(result.threshold);
    const name = metricOf(measured);
    if (!name) {
        const other = metricOf(limit);
        return other && { name: other };
    }
    const own = distribution_limitOf(measured, result);
    return { name, ...(own ? { limit: { ...own, result } } : {}) };
}
function metricOf(value) {
    if (value.kind === 'aggregate')
        return value.of;
    const counts = value.kind === 'rate' || value.kind === 'count';
    return counts && value.condition.kind === 'metric' ? value.condition.of : undefined;
}
/** What a single endpoint is held against; undefined where a limit is for some of them alone, or for no single one. */
function distribution_limitOf(measured, { operator, limit }) {
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
    const facts = metricFacts(name.metric);
    const main = limits[0];
    const { edges, openBelow, openAbove } = edgesFor([...values, ...(before ?? [])].toSorted(ascending), main);
    const upTo = takesUpper(main);
    const counts = distribution_count(values, edges, upTo);
    const countsBefore = before && distribution_count(before, edges, upTo);
    const sided = main && main.operator !== '==' && main.operator !== '!=';
    return {
        metric: printMetric(name),
        unit: facts?.unit ?? 'unknown',
        label: facts?.label ?? facts?.unit ?? '',
        meaning: facts?.meaning ?? '',
        ...(facts?.better ? { better: facts.better } : {}),
        endpoints: values.length,
        ...(before ? { baselineEndpoints: before.length } : {}),
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
                ...(sided ? { good: holds((from + to) / 2, main.operator, main.value) } : {}),
            };
        }),
    };
}
function finite(name, { measurements }) {
    const found = column(name, measurements);
    return isAbsence(found) ? [] : [...found.values].filter(Number.isFinite);
}
function ascending(a, b) {
    return a - b;
}
/** Edges of equal bins with round widths over sorted values, one of which is the limit where that is anywhere near them. */
function edgesFor(sorted, limit) {
    const [least, most] = [sorted[0] ?? 0, sorted[sorted.length - 1] ?? 0];
    let [low, high] = [quantileSorted(sorted, CORE[0]) ?? least, quantileSorted(sorted, CORE[1]) ?? most];
    if (!Number.isFinite(high - low) || most - least <= FAR * (high - low))
        [low, high] = [least, most];
    const near = Math.max(high - low, Math.abs(high) / 10);
    if (limit && limit.value > low - near && limit.value < high + near) {
        low = Math.min(low, limit.value);
        high = Math.max(high, limit.value);
    }
    const upTo = takesUpper(limit);
    const edges = withFarLimit(roundEdges(low, high, limit, sorted.every(Number.isInteger)), limit, [least, most]);
    const [first, last] = [edges[0] ?? 0, edges[edges.length - 1] ?? 0];
    return { edges, openBelow: upTo ? least <= first : least < first, openAbove: upTo ? most > last : most >= last };
}
/** Values beyond this are no measurements, and reckoning with them overflows. */
const ABSURD = 1e300;
/** Values are taken as equal that differ by less than this share of their size. */
const EQUAL = 1e-9;
/** Edges of equal bins over a range, with round widths, not more than can be told apart. `whole` is for numbers that are counts. */
function roundEdges(low, high, limit, whole) {
    const size = Math.max(Math.abs(low), Math.abs(high));
    if (size > ABSURD || (size > 0 && size < 1 / ABSURD))
        return low < high ? [low, high] : [Math.min(low, 0), Math.max(low, 1 / ABSURD)];
    if (high - low <= EQUAL * size)
        return edgesOf(low, high, size > 0 ? size / 10 : 1, limit);
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
    // Halves, because the whole of an absurd range is infinite.
    const width = Math.max(last / edges.length - first / edges.length, Math.abs(limit.value) * EQUAL, 1 / ABSURD);
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
        let bin = 0;
        const beyond = (edge) => (upTo ? value > edge : value >= edge);
        while (bin < counts.length - 1 && beyond(edges[bin + 1] ?? 0))
            bin++;
        counts[bin] = (counts[bin] ?? 0) + 1;
    }
    return counts;
}

;// CONCATENATED MODULE: ./lib/report/analysis/breakdown.js







/** Most groups that are held against thresholds. */
const MAX_JUDGED = 200;
/**
 * The groups of a run, worst first, each held against the limits that the whole run was held against. Empty where there are fewer than two.
 */
function groupsOf(results, subject) {
    const places = new Map();
    for (const [place, group] of subject.measurements.groups.entries()) {
        const list = places.get(group);
        if (list)
            list.push(place);
        else
            places.set(group, [place]);
    }
    if (places.size < 2)
        return { count: places.size, groups: [] };
    const thresholds = results.map(({ threshold }) => measuring(threshold));
    const good = (own) => own.filter((place) => breakdown_endedWell(subject.measurements.outcomes[place] ?? null)).length;
    const shares = [...places].map(([name, own]) => ({ name, own, successRate: (100 * good(own)) / own.length }));
    // Where there are very many, judging each would take longer than anybody would read.
    const candidates = shares.toSorted((a, b) => a.successRate - b.successRate).slice(0, MAX_JUDGED);
    const groups = candidates.map(({ name, own, successRate }) => {
        const measurements = onlyOf(subject.measurements, own);
        return {
            name,
            endpoints: own.length,
            successRate,
            results: evaluate(thresholds, { ...subject, measurements }).map((result, i) => heldAgainst(result, results[i])),
        };
    });
    const broken = (group) => group.results.filter(({ state }) => state === 'breached').length;
    const sorted = groups.toSorted((a, b) => broken(b) - broken(a) || a.successRate - b.successRate || (a.name ?? '').localeCompare(b.name ?? ''));
    return { count: places.size, groups: sorted };
}
/** A threshold that measures the same and demands nothing. */
function measuring(threshold) {
    const { measured } = sidesOf(threshold);
    return {
        ...threshold,
        left: measured,
        operator: '>=',
        right: { kind: 'number', value: 0, unit: '', start: 0, end: 0 },
    };
}
function heldAgainst(own, whole) {
    if (!whole || own.measured === undefined)
        return own;
    // Where the whole run has no limit, no group has one.
    if (whole.limit === undefined)
        return { ...own, threshold: whole.threshold, state: 'unjudged' };
    const { threshold, operator, limit } = whole;
    return { ...own, threshold, operator, limit, state: holds(own.measured, operator, limit) ? 'held' : 'breached' };
}
/** Some endpoints of a run. */
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
/** Whether an endpoint's outcome counts as success. */
function breakdown_endedWell(outcome) {
    return outcome !== null && GOOD_OUTCOMES.includes(outcome);
}
/** Most metrics whose values are shown of each endpoint. */
const MAX_METRICS = 4;
function yardsticks(results, { measurements }) {
    const found = new Map();
    for (const result of results.toSorted((a, b) => Number(a.state === 'held') - Number(b.state === 'held'))) {
        const looked = lookedAt(result);
        if (!looked?.limit || found.size >= MAX_METRICS)
            continue;
        const metric = printMetric(looked.name);
        if (found.has(metric))
            continue;
        const of = column(looked.name, measurements);
        if (isAbsence(of))
            continue;
        const unit = metricFacts(looked.name.metric)?.unit ?? 'unknown';
        found.set(metric, { metric, unit, limit: looked.limit, values: of.values });
    }
    return [...found.values()];
}
/** How many endpoints are worth a look, and the `most` worst of them: those that failed first, then those furthest beyond limits. */
function worstEndpoints(results, subject, most) {
    const { measurements } = subject;
    const sticks = yardsticks(results, subject);
    const scored = [];
    for (let place = 0; place < measurements.size; place++) {
        const failed = !breakdown_endedWell(measurements.outcomes[place] ?? null);
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
    if (value === undefined || Number.isNaN(value) || holds(value, operator, limit))
        return 0;
    const share = Math.abs(value - limit) / (Math.abs(limit) || 1);
    return Math.min(100, Math.max(Number.EPSILON, share));
}
/** The endpoints behind a breached threshold; undefined where it is not about single endpoints, or none stands out. */
function culpritsOf(result, subject) {
    if (result.state !== 'breached')
        return undefined;
    const { measurements } = subject;
    const { left, right } = result.threshold;
    const bad = isAboutOutcomes(left) || isAboutOutcomes(right) ? failedPlaces(measurements) : beyondPlaces(result, subject);
    if (!bad || bad.length === 0)
        return undefined;
    const mostly = commonest('group', bad, measurements.groups) ??
        (isAboutOutcomes(left) || isAboutOutcomes(right) ? commonest('outcome', bad, measurements.outcomes) : undefined);
    return { endpoints: bad.length, of: measurements.size, ...(mostly ? { mostly } : {}) };
}
function isAboutOutcomes(value) {
    return value.kind === 'fact' && (value.name === 'success_rate' || value.name === 'failed_endpoints') && !value.where;
}
function failedPlaces({ outcomes }) {
    return [...outcomes.keys()].filter((place) => !breakdown_endedWell(outcomes[place] ?? null));
}
function beyondPlaces(result, { measurements }) {
    const looked = lookedAt(result);
    const found = looked?.limit && column(looked.name, measurements);
    if (!looked?.limit || !found || isAbsence(found))
        return undefined;
    const { limit } = looked;
    return [...found.values.keys()].filter((place) => beyondBy(found.values[place], limit) > 0);
}
/** By how much larger the share of a group must be among the endpoints behind a breach than among all. */
const APART = 0.1;
/** What most of these endpoints share, where they are set apart by it: undefined where every endpoint has the same. */
function commonest(property, places, values) {
    const distinct = new Set(values);
    const counts = new Map();
    for (const place of places) {
        const value = values[place];
        if (value)
            counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const [top] = [...counts].toSorted((a, b) => b[1] - a[1]);
    if (!top || distinct.size < 2 || top[1] <= places.length / 2)
        return undefined;
    // What most endpoints have anyway sets nobody apart.
    const everywhere = values.filter((value) => value === top[0]).length / values.length;
    if (top[1] / places.length < everywhere + APART)
        return undefined;
    return { property, value: top[0], endpoints: top[1] };
}

;// CONCATENATED MODULE: ./lib/report/analysis/ends.js




/** By how many points the shares of the two ends may differ before that is said first. */
const AGREEMENT_POINTS = 1;
/** The comparison; undefined where the far end was not asked. */
function endsOf({ measurements, calls }) {
    if (!calls)
        return undefined;
    const { size, outcomes } = measurements;
    const good = outcomes.filter(endedWell).length;
    const nearShare = (n) => (size === 0 ? String(n) : withShare(n, size));
    const row = (what, near, far) => ({ what, near, far });
    if (isAbsence(calls))
        return [
            row('placed, received', counted(size, 'endpoint'), 'not known'),
            row('ended well, answered', nearShare(good), 'not known'),
        ];
    const { received, answered, missed, voicemail, busy, failed, unclassified } = calls;
    const farShare = (n) => (received === 0 ? String(n) : withShare(n, received));
    const rest = [
        ['missed', missed],
        ['voicemail', voicemail],
        ['busy', busy],
        ['failed', failed],
        ...Object.entries(unclassified).map(([name, n]) => [`unclassified: ${name}`, n]),
    ];
    return [
        row('placed, received', counted(size, 'endpoint'), counted(received, 'call')),
        row('ended well, answered', nearShare(good), farShare(answered)),
        ...rest.filter(([name, n]) => n > 0 || name === 'missed').map(([name, n]) => row(name, '', farShare(n))),
        ...(size > good ? [row('did not end well', nearShare(size - good), '')] : []),
    ];
}
/** What the two ends disagree about, in a sentence; undefined where they agree, or one of them is not known. */
function ends_disagreementOf({ measurements, calls }) {
    const { size, outcomes } = measurements;
    if (!calls || isAbsence(calls) || size === 0 || calls.received === 0)
        return undefined;
    const good = outcomes.filter(endedWell).length;
    const [near, far] = [(100 * good) / size, (100 * calls.answered) / calls.received];
    if (Math.abs(near - far) < AGREEMENT_POINTS)
        return undefined;
    return `The two ends disagree: CallMeter saw ${good} of its ${counted(size, 'endpoint')} end well (${formatNumber(near, '%')}), and the number answered ${answeredText(calls)}.`;
}
function answeredText({ answered, received }) {
    return `${answered} of the ${counted(received, 'call')} that it received (${formatNumber((100 * answered) / received, '%')})`;
}
function withShare(n, of) {
    return `${n} of ${of} (${formatNumber((100 * n) / of, '%')})`;
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
    const disagreement = disagreementOf({ ...subject, calls });
    if (disagreement)
        log.warning(disagreement);
    return { ...subject, calls };
}
/** How the calls of a baseline's run are had, which have settled long ago; undefined where no threshold compares with them. */
function far_end_callsOfBaseline(thresholds, { world, apis: { farEnd, callMeter } }) {
    const wanted = thresholds.some(({ left, right }) => (asksFarEnd(left) || asksFarEnd(right)) && (mentionsBaseline(left) || mentionsBaseline(right)));
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









/** Most pages of earlier runs that are looked through for one that completed. */
const baseline_MAX_PAGES = 5;
/** The input's text as a request: `previous`, `base-branch`, a path (it ends in .json or holds a slash), else a run's id. Undefined where it is empty. */
function baseline_parseBaseline(text) {
    if (!text)
        return undefined;
    if (text === 'previous' || text === 'base-branch')
        return { kind: text };
    return /\.json$|[\\/]/i.test(text) ? { kind: 'file', path: text } : { kind: 'run', runId: text };
}
/** The run of a report.json that goes with a test. Throws an `input` failure where the file is not one. */
function baselineFromFile(text, path, test) {
    if (text === undefined)
        return { kind: 'missing', reason: `there is no file ${plain(path)} to take the baseline from` };
    const runs = readReportFile(text, path);
    const same = runs.find(({ testId }) => testId === test.id) ?? runs.find(({ testAsked }) => testAsked === test.asked);
    const found = same ?? (runs.length === 1 ? runs[0] : undefined);
    if (!found)
        return { kind: 'missing', reason: `${plain(path)} has ${runs.length} runs, and none of this test` };
    if (found.status !== undefined && found.status !== 'COMPLETED') {
        return {
            kind: 'missing',
            reason: `the run in ${plain(path)} is ${plain(found.status)}, and only a completed run can be a baseline`,
        };
    }
    if (!found.subject)
        return { kind: 'missing', reason: `the run in ${plain(path)} has no results` };
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
    return isAbsence(baseline)
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
            ? baselineFromFile(readBaselineFile(request.path, files), request.path, {
                id: target.testId,
                asked: target.asked,
            })
            : await baselineFromApi(request, target, scope, tools);
        log.info(isAbsence(found)
            ? `No baseline: ${found.reason}.`
            : `The baseline is ${found.name}, with ${counted(found.subject.measurements.size, 'endpoint')}.`);
        return found;
    });
}
/** Throws an `input` failure where a baseline file is there but is no report, so that this shows before anything is started. */
function checkBaselineFile(request, files) {
    const text = request?.kind === 'file' ? readBaselineFile(request.path, files) : undefined;
    if (request?.kind === 'file' && text !== undefined)
        readReportFile(text, request.path);
}
/** Largest report.json that is read as a baseline, in bytes: ten times what 10,000 endpoints with 60 metrics come to. */
const MAX_BASELINE_BYTES = (/* unused pure expression or super */ null && (200 * 1024 * 1024));
/** The text of a baseline file; undefined where there is none. Throws an `input` failure where it cannot be read. */
function readBaselineFile(path, files) {
    try {
        return files.read(path, MAX_BASELINE_BYTES);
    }
    catch (error) {
        throw new Failure('input', `The baseline ${plain(path)} cannot be read: ${plain(String(error))}.`, {
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
        if (isAbsence(found))
            return found;
        const { runId, name } = found;
        const run = await tools.api.getRun(target.projectId, runId, scope);
        if (run.status !== 'COMPLETED')
            return {
                kind: 'missing',
                reason: `the run ${plain(runId)} is ${plain(run.status)}, and only a completed run can be a baseline`,
            };
        const measurements = await readResults(target.projectId, runId, run, scope, tools);
        return {
            name,
            subject: {
                run,
                measurements,
                ...timesOf(run, []),
                ...(tools.callsOf ? { calls: await tools.callsOf(run) } : {}),
            },
        };
    }
    catch (error) {
        if (!(error instanceof Failure) || error.kind === 'aborted')
            throw error;
        return { kind: 'missing', reason: `the baseline could not be read: ${explain(error)}` };
    }
}
/** Which run is the baseline, and what it is called. */
async function earlierRun(request, target, scope, { api, baseRun }) {
    switch (request.kind) {
        case 'run':
            return { runId: request.runId, name: `run ${request.runId}` };
        case 'previous': {
            const runId = await previousRun(api, target, scope);
            return runId === undefined
                ? { kind: 'missing', reason: 'there is no earlier run of this test that completed' }
                : { runId, name: `the previous run ${runId}` };
        }
        case 'base-branch': {
            const found = await baseRun(target.testId);
            return isAbsence(found)
                ? found
                : { runId: found.runId, name: `run ${found.runId}, which passed on ${found.where}` };
        }
    }
}
/** The newest run of the test that completed before this one; undefined where there is none. */
async function previousRun(api, { projectId, testId, runId }, scope) {
    const seen = [];
    for (let page = 1; page <= baseline_MAX_PAGES; page++) {
        const { items, pagination } = await api.listRuns(projectId, testId, page, scope);
        seen.push(...items);
        // That the list is of this test alone, and newest first, is assumed; both are looked at again here.
        const own = seen.find(({ id }) => id === runId);
        const earlier = seen.filter((run) => run.id !== undefined &&
            run.id !== runId &&
            run.status === 'COMPLETED' &&
            !endedEarly(run) &&
            (run.testId === undefined || run.testId === testId) &&
            !(own?.createdAt !== undefined && run.createdAt !== undefined && run.createdAt > own.createdAt));
        const newest = earlier.toSorted((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0))[0];
        const last = items.length === 0 || !pagination || page >= pagination.totalPages;
        // Before this run has come by, a run in the list may be a later one.
        if (newest && (own || last))
            return newest.id;
        if (last)
            return undefined;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/thresholds/tokens.js
/** A place in a line that cannot be understood. Kept apart from `Failure`: it becomes part of one, with all lines' errors together. */
class tokens_SyntaxProblem extends Error {
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
function tokens_tokens(line) {
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
                throw new tokens_SyntaxProblem('this quoted text has no end', { start, end: line.length });
            const instead = Object.hasOwn(FOREIGN, sign) ? `; write ${FOREIGN[sign]}` : '';
            throw new tokens_SyntaxProblem(`\`${sign}\` has no meaning here${instead}`, { start, end: start + sign.length });
        }
    }
    found.push({ kind: 'end', text: '', start: at, end: at + 1 });
    return found;
}

;// CONCATENATED MODULE: ./lib/thresholds/parse.js






/** Deepest nesting of parentheses, `not` and minus signs. */
const parse_MAX_DEPTH = 50;
/** Longest line, in characters. */
const MAX_LINE_LENGTH = 1_000;
/** Most thresholds of one step. */
const parse_MAX_THRESHOLDS = 200;
const OPERATORS = (/* unused pure expression or super */ null && (['>=', '>', '<=', '<', '==', '!=']));
const AGGREGATES = ['avg', 'min', 'max', 'sum', 'median', 'stddev'];
const TEXT_PROPERTIES = (/* unused pure expression or super */ null && (['outcome', 'group', 'phase']));
const FUNCTIONS = [...AGGREGATES, 'p95', 'count', 'rate'];
const NAMES = [...Object.keys(catalogue_FACTS), 'baseline', 'run.summary', ...FUNCTIONS];
/** The thresholds of a text with one a line, and every mistake in it; blank lines and comments (`#`) are passed over. */
function parse_parseThresholds(text) {
    const thresholds = [];
    const problems = [];
    for (const [i, line] of text
        .replace(/^\uFEFF/, '')
        .split(/\r\n|\r|\n/)
        .entries()) {
        if (/^\s*(#|$)/.test(line))
            continue;
        const whole = { line: i + 1, text: line, start: 0, end: Math.min(line.length, MAX_LINE_LENGTH) };
        if (thresholds.length + problems.length >= parse_MAX_THRESHOLDS) {
            problems.push({ ...whole, message: `at most ${parse_MAX_THRESHOLDS} thresholds are allowed` });
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
    if (!OPERATORS.includes(sign.text) || sign.kind !== 'sign') {
        const hint = sign.text === '='
            ? following(parser, '>')
                ? 'write >= to compare'
                : 'write == to compare'
            : `expected a comparison (${OPERATORS.join(' ')})${found(sign)}`;
        throw new SyntaxProblem(hint, sign);
    }
    const operator = sign.text;
    const right = parseValue(parser);
    const rest = parser.next();
    if (rest.kind !== 'end') {
        const second = OPERATORS.includes(rest.text)
            ? 'a threshold has one comparison; write two lines'
            : `expected the end of the line${found(rest)}`;
        throw new SyntaxProblem(second, rest);
    }
    const last = parser.last();
    checkSides(left, right);
    return { severity, left, operator, right, text: line.slice(0, last.end).trim() };
}
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
            if (++depth > parse_MAX_DEPTH)
                throw new SyntaxProblem(`this is nested more than ${parse_MAX_DEPTH} levels deep`, at);
            const result = parse();
            depth--;
            return result;
        },
    };
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
function parseValue(parser) {
    let left = parseTerm(parser);
    for (let sign = parser.peek(); isSign(sign, '+', '-'); sign = parser.peek()) {
        parser.next();
        left = arithmetic(sign.text, left, parseTerm(parser));
    }
    return left;
}
function parseTerm(parser) {
    let left = parseFactor(parser);
    for (let sign = parser.peek(); isSign(sign, '*', '/'); sign = parser.peek()) {
        parser.next();
        left = arithmetic(sign.text, left, parseFactor(parser));
    }
    return left;
}
function arithmetic(sign, left, right) {
    const span = { start: left.start, end: right.end };
    const share = (sign === '+' || sign === '-') && right.kind === 'number' && right.unit === '%' && mentionsBaseline(left);
    return share
        ? { kind: 'arithmetic', sign, left, right, relative: true, ...span }
        : { kind: 'arithmetic', sign, left, right, ...span };
}
function parseFactor(parser) {
    const token = parser.next();
    if (token.kind === 'number')
        return parse_number(token);
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
    if (isFact(name))
        return { kind: 'fact', name, ...span };
    if (name.startsWith('run.'))
        return { kind: 'run', path: word.text.split('.').slice(1), ...span };
    const metric = snakeCase(word.text.split('.')[0] ?? '');
    if (metricFacts(metric))
        throw new SyntaxProblem(`\`${word.text}\` is measured by every endpoint: say how to sum it up, as in avg(${word.text}) or p95(${word.text})`, word);
    if (FUNCTIONS.includes(name) || percentile(name) !== null)
        throw new SyntaxProblem(`\`${word.text}\` needs parentheses: ${FUNCTION_FORMS[name] ?? `${name}(jitter_ms)`}`, word);
    throw new SyntaxProblem(`\`${word.text}\` is not known${suggest(name, NAMES)}`, word);
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
    if (isFact(name)) {
        if (FACTS[name].over !== 'endpoints')
            throw new SyntaxProblem(`\`${name}\` is of the whole run and takes no parentheses`, word);
        const where = parseWhere(parser);
        if (!where)
            throw new SyntaxProblem(`expected where, as in ${name}(where group = "agents")${found(parser.peek())}`, parser.peek());
        return { kind: 'fact', name, where, ...close() };
    }
    if (name === 'count' || name === 'rate') {
        const condition = parseCondition(parser);
        return { kind: name, condition, ...optionalWhere(parser), ...close() };
    }
    const p = percentile(name);
    if (p !== null || AGGREGATES.includes(name)) {
        const of = parseMetric(parser, name);
        const by = p === null ? { by: name } : { by: 'percentile', p };
        return { kind: 'aggregate', ...by, of, ...optionalWhere(parser), ...close() };
    }
    if (/^p\d/.test(name))
        throw new SyntaxProblem(`\`${word.text}\` is no percentile: they go from p1 to p99, with fractions up to p99.999`, word);
    throw new SyntaxProblem(`\`${word.text}\` is no function${suggest(name, [...FUNCTIONS, ...Object.keys(FACTS)])}`, {
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
function metricName(word) {
    const [key = '', ...narrowing] = word.text.split('.');
    const name = { metric: snakeCase(key) };
    for (const part of narrowing.map(snakeCase)) {
        const direction = Object.hasOwn(DIRECTIONS, part) ? DIRECTIONS[part] : undefined;
        const track = part === 'audio' || part === 'video' ? part : undefined;
        if ((direction && name.direction) || (track && name.track) || (!direction && !track && name.statistic)) {
            throw new SyntaxProblem(`\`${word.text}\` is narrowed twice in the same way`, word);
        }
        if (direction)
            name.direction = direction;
        else if (track)
            name.track = track;
        else
            name.statistic = (Object.hasOwn(STATISTICS, part) && STATISTICS[part]) || part;
    }
    return name;
}
function optionalWhere(parser) {
    const where = parseWhere(parser);
    return where ? { where } : {};
}
function parseWhere(parser) {
    if (!isWord(parser.peek(), 'where'))
        return undefined;
    parser.next();
    return parseCondition(parser);
}
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
    if (sign.kind !== 'sign' || !(sign.text === '=' || OPERATORS.includes(sign.text))) {
        throw new SyntaxProblem(`expected a comparison (= != < <= > >=) after ${subject.text}${found(sign)}`, sign);
    }
    const operator = (sign.text === '=' ? '==' : sign.text);
    const property = subject.text.toLowerCase();
    if (TEXT_PROPERTIES.includes(property))
        return parseTextComparison(parser, property, operator, subject, sign);
    const { value, unit, end } = parseLiteral(parser, property);
    const span = { start: subject.start, end };
    if (property === 'sip_status') {
        if (unit !== '')
            throw new SyntaxProblem('a SIP status is a number without a unit', { start: subject.start, end });
        return { kind: 'status', operator, value, ...span };
    }
    const of = metricName(subject);
    const measure = unitOfMetric(of);
    const combination = alike(measure, unit === '' ? 'bare' : unit);
    if (typeof combination === 'string')
        throw new SyntaxProblem(`${combination}${reason(of)}`, span);
    return { kind: 'metric', of, operator, value, unit, ...span };
}
function parseTextComparison(parser, property, operator, subject, sign) {
    if (operator !== '==' && operator !== '!=')
        throw new SyntaxProblem(`${property} is a word and has no order: compare it with = or !=`, sign);
    const token = parser.next();
    if (token.kind !== 'word' && token.kind !== 'string')
        throw new SyntaxProblem(`expected a word or a quoted text after ${property} ${sign.text}${found(token)}`, token);
    const rest = parser.peek();
    if (token.kind === 'word' && isSign(rest, '-') && rest.start === token.end) {
        throw new SyntaxProblem(`put text with other signs than letters, digits and _ in quotes: ${property} = "${token.text}-…"`, { start: token.start, end: rest.end });
    }
    const span = { start: subject.start, end: token.end };
    if (property === 'group')
        return { kind: 'text', property, operator, text: token.text, ...span };
    const known = property === 'outcome' ? OUTCOMES : PHASES;
    const text = token.text.toUpperCase();
    // A slip here would count nothing and pass for ever; who means a name that is not documented says so with quotes.
    if (token.kind === 'word' && !known.includes(text)) {
        throw new SyntaxProblem(`\`${token.text}\` is no documented ${property}${suggest(text, known)} In quotes it is taken as it stands.`, token);
    }
    return { kind: 'text', property, operator, text, ...span };
}
function parseLiteral(parser, subject) {
    const first = parser.next();
    const negative = isSign(first, '-');
    const token = negative ? parser.next() : first;
    if (token.kind !== 'number')
        throw new SyntaxProblem(`expected a number after ${subject}${found(token)}`, token);
    const { value, unit, end } = parse_number(token);
    return { value: negative ? -value : value, unit, end };
}
/** Decimal places that a unit moves a literal by, and what it is then multiplied with: `1.005s` is read as 1005 ms, without a rounding between. */
const LITERAL_UNITS = {
    '': { unit: '', places: 0, factor: 1 },
    '%': { unit: '%', places: 0, factor: 1 },
    ms: { unit: 'ms', places: 0, factor: 1 },
    s: { unit: 'ms', places: 3, factor: 1 },
    m: { unit: 'ms', places: 3, factor: 60 },
};
function parse_number(token) {
    const scale = Object.hasOwn(LITERAL_UNITS, token.unit) ? LITERAL_UNITS[token.unit] : undefined;
    if (!scale)
        throw new SyntaxProblem(`\`${token.unit}\` is not a unit: %, ms, s and m (minutes) are`, token);
    const value = Number(`${token.digits}e${scale.places}`) * scale.factor;
    if (!Number.isFinite(value))
        throw new SyntaxProblem('this number is too large', token);
    return { kind: 'number', value, unit: scale.unit, start: token.start, end: token.end };
}
/** Refuses comparisons that make no sense, whatever a run measures. */
function checkSides(left, right) {
    const whole = { start: left.start, end: right.end };
    const [onLeft, onRight] = [mentionsBaseline(left), mentionsBaseline(right)];
    if (onLeft && onRight)
        throw new SyntaxProblem('`baseline` stands for the other side, so it can be on one side only', whole);
    const measured = onLeft ? right : left;
    const other = onLeft ? left : right;
    if (!measuresSomething(left) && !measuresSomething(right)) {
        throw new SyntaxProblem('nothing is measured here: one side needs a value such as avg(mos) or success_rate', whole);
    }
    if ((onLeft || onRight) && !measuresSomething(measured)) {
        throw new SyntaxProblem('`baseline` stands for the other side as the baseline measured it, so the other side must measure something: avg(mos) >= baseline - 0.1', whole);
    }
    checkShare(left, right);
    checkShare(right, left);
    const measure = unitOf(measured, 'bare');
    const combination = alike(measure, unitOf(other, measure));
    if (typeof combination === 'string')
        throw new SyntaxProblem(`${combination}${reasonOf(left)}${reasonOf(right)}`, { start: left.start, end: right.end });
}
/** Refuses `success_rate >= 0.99`: it would mean 0.99 percent, and hold for nearly everything. */
function checkShare(side, limit) {
    const isShare = side.kind === 'rate' || (side.kind === 'fact' && FACTS[side.name].unit === '%');
    if (!isShare || limit.kind !== 'number' || limit.unit !== '' || limit.value <= 0 || limit.value >= 1)
        return;
    const percent = Number((limit.value * 100).toPrecision(12));
    throw new SyntaxProblem(`this is in percent, and ${limit.value} would be ${limit.value} percent: write ${percent}%, or ${limit.value}% if that is meant`, limit);
}
/** The unit of a value; throws a `SyntaxProblem` where it has none because its parts do not go together. */
function unitOf(value, baseline) {
    switch (value.kind) {
        case 'number':
            return value.unit === '' ? 'bare' : value.unit;
        case 'baseline':
            return baseline;
        case 'aggregate':
            return unitOfMetric(value.of);
        case 'count':
            return '';
        case 'rate':
            return '%';
        case 'fact':
            return FACTS[value.name].unit;
        case 'run':
            return 'unknown';
        case 'negative':
            return unitOf(value.value, baseline);
        case 'arithmetic': {
            const left = unitOf(value.left, baseline);
            if (value.relative)
                return left;
            const right = unitOf(value.right, baseline);
            const both = value.sign === '+' || value.sign === '-'
                ? alike(left, right)
                : scaled(value.sign, left, right, value.left, value.right);
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
        ? reason(value.of)
        : value.kind === 'count'
            ? ': count is a number of endpoints, rate(…) is a percentage'
            : '';
}
function reason({ metric }) {
    const facts = metricFacts(metric);
    if (!facts)
        return `: ${metric}${suggest(metric, Object.keys(METRICS))}`;
    if (facts.unit === '')
        return `: ${metric} is ${facts.label ? `in ${facts.label}` : `a plain number (${facts.meaning})`}`;
    return `: ${metric} is in ${facts.unit === '%' ? 'percent' : 'milliseconds'}`;
}
function isFact(name) {
    return Object.hasOwn(FACTS, name);
}
function following(parser, sign) {
    return isSign(parser.peek(), sign);
}
function isSign(token, ...signs) {
    return token.kind === 'sign' && signs.includes(token.text);
}
function isWord(token, word) {
    return token.kind === 'word' && token.text.toLowerCase() === word;
}
function expectSign(parser, sign, purpose) {
    const token = parser.next();
    if (!isSign(token, sign))
        throw new SyntaxProblem(`expected ${sign} ${purpose}${found(token)}`, token);
    return token;
}
function found(token) {
    return token.kind === 'end' ? ', but the line ends here' : `, not \`${token.text}\``;
}
function suggest(name, candidates) {
    const near = nearest(name, candidates);
    return near.length > 0 ? `; did you mean ${near.join(' or ')}?` : `; known are ${candidates.slice(0, 12).join(', ')}.`;
}

;// CONCATENATED MODULE: ./lib/inputs/read.js








/** What is judged where the workflow states no threshold. */
const DEFAULT_THRESHOLDS = 'failed_endpoints == 0';
/** Longest `timeout`, in ms: setTimeout holds no more, and GitHub ends a job after five days on any runner. */
const MAX_TIMEOUT_MS = (/* unused pure expression or super */ null && (5 * 24 * 3_600_000));
/** Longest `callscaler-settle`, in ms. */
const MAX_SETTLE_MS = 3_600_000;
/** Most tests of one step, and most of them at once. */
const MAX_TESTS = 50;
const MAX_PARALLEL = 20;
/** Most new attempts after a test that could not run. */
const MAX_RETRIES = 20;
/** Largest file of thresholds that is read, in bytes. */
const MAX_THRESHOLDS_BYTES = (/* unused pure expression or super */ null && (1024 * 1024));
/** Thrown with every problem of the inputs at once. */
class InputFailure extends failure_Failure {
    problems;
    /** How the step was to tell of its verdict, as far as that could be read. */
    telling;
    constructor(problems, telling) {
        super('input', `${problems.length === 1 ? 'An input is wrong' : `${problems.length} inputs are wrong`}:\n${problems.map(({ message }) => `- ${message}`).join('\n')}`);
        this.problems = problems;
        const wrong = (name) => problems.some(({ input }) => input === name);
        this.telling = {
            ...telling,
            ...(wrong('fail-on') ? { 'fail-on': ['error'] } : {}),
            ...(wrong('summary') ? { summary: true } : {}),
            ...(wrong('comment') ? { comment: 'never' } : {}),
            ...(wrong('commit-status') ? { 'commit-status': '' } : {}),
        };
    }
}
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
/** All inputs, checked. Throws an `InputFailure` that names every problem: the input, its value (but never a key) and what is accepted. */
function readInputs(input, env, files) {
    const problems = [];
    const reading = reader(input, problems);
    const inputs = {
        'api-key': readApiKey(apiKeyOf(input, env), reading),
        project: reading.required('project', "the project's id, slug or name"),
        test: readTests(reading),
        'run-id': lines(input('run-id')),
        thresholds: readThresholds(reading, files),
        'thresholds-file': input('thresholds-file'),
        baseline: read_readBaseline(reading),
        'missing-data': reading.choice('missing-data', ['fail', 'warn', 'ignore']),
        'fail-on': reading.choices('fail-on', VERDICTS.filter((verdict) => verdict !== 'passed')),
        wait: reading.boolean('wait'),
        timeout: reading.duration('timeout', MAX_TIMEOUT_MS),
        'stop-on': reading.choices('stop-on', ['timed-out', 'cancelled']),
        'not-run-retries': reading.integer('not-run-retries', 0, MAX_RETRIES),
        'max-parallel': reading.integer('max-parallel', 1, MAX_PARALLEL),
        summary: reading.boolean('summary'),
        comment: reading.choice('comment', ['never', 'on-failure', 'always']),
        'commit-status': readStatusContext(reading),
        'github-token': input('github-token'),
        'report-directory': input('report-directory'),
        'run-url': readRunUrl(reading),
        'api-url': reading.url('api-url'),
        'callscaler-api-key': input('callscaler-api-key'),
        'callscaler-number': input('callscaler-number'),
        'callscaler-api-url': reading.url('callscaler-api-url'),
        'callscaler-settle': reading.duration('callscaler-settle', MAX_SETTLE_MS),
    };
    checkFarEnd(inputs, reading);
    if (problems.length > 0)
        throw new InputFailure(problems, inputs);
    return inputs;
}
function reader(raw, problems) {
    const problem = (input, message, place) => {
        problems.push({ input, message: `\`${input}\` ${message}`, ...(place ? { place } : {}) });
    };
    const wrong = (input, accepted) => problem(input, `is "${plain(raw(input), 80)}"; ${accepted}`);
    return {
        raw,
        problem,
        required: (input, what) => {
            if (!raw(input))
                problem(input, `is not set: give ${what}.`);
            return raw(input);
        },
        choice: (input, accepted) => {
            const found = accepted.find((value) => value === raw(input).toLowerCase());
            if (!found)
                wrong(input, `accepted are ${accepted.join(', ')}.`);
            return (found ?? accepted[0]);
        },
        choices: (input, accepted) => {
            const named = raw(input)
                .split(/[\s,]+/)
                .filter(Boolean)
                .map((name) => name.toLowerCase());
            if (named.length === 1 && named[0] === 'none')
                return [];
            const all = `accepted are ${accepted.join(', ')}, or none alone.`;
            if (named.length === 0)
                problem(input, `names nothing; ${all}`);
            for (const name of named.filter((word) => !accepted.some((value) => value === word))) {
                const near = nearest(name, accepted);
                problem(input, `names "${plain(name, 40)}"; ${all}${near[0] ? ` Did you mean ${near[0]}?` : ''}`);
            }
            return accepted.filter((value) => named.includes(value));
        },
        integer: (input, least, most) => {
            const value = /^\d{1,9}$/.test(raw(input)) ? Number(raw(input)) : Number.NaN;
            if (!(value >= least && value <= most))
                wrong(input, `accepted are whole numbers from ${least} to ${most}.`);
            return value;
        },
        boolean: (input) => {
            // The spellings of YAML 1.2's core schema, as the toolkit takes them.
            if (/^(true|True|TRUE)$/.test(raw(input)))
                return true;
            if (!/^(false|False|FALSE)$/.test(raw(input)))
                wrong(input, 'accepted are true and false.');
            return false;
        },
        duration: (input, most) => {
            const ms = parseDuration(raw(input));
            if (ms === null || ms > most)
                wrong(input, `accepted are durations such as 90s, 15m or 1h30m, up to ${most / 3_600_000}h.`);
            return ms ?? 0;
        },
        url: (input) => {
            const text = raw(input);
            const url = apiUrlOf(text);
            // What stands before an @, or behind a ? or #, may be a secret, so such an address is not repeated.
            if (!url && /[@?#]/.test(text))
                problem(input, 'holds credentials, a query or a fragment; give the plain https address of the API.');
            else if (!url)
                wrong(input, 'accepted are https addresses, so that the key is not sent in the clear; plain http only for loopback.');
            return url ?? new URL('https://invalid.invalid');
        },
    };
}
function readApiKey(key, { problem }) {
    if (!key)
        problem('api-key', 'is not set: give it, or the environment variable CALLMETER_API_KEY, the secret that holds the key.');
    else if (!/^cmk_[\x21-\x7E]+$/.test(key)) {
        problem('api-key', 'is not a CallMeter API key: one starts with cmk_ and holds no spaces (its value is not shown here).');
    }
    return key;
}
/** The far end is asked with a key about a number, or not at all; and what is judged of it must have been asked for. */
function checkFarEnd({ 'callscaler-api-key': key, 'callscaler-number': number, thresholds }, { problem }) {
    if (key && /[^\x21-\x7E]/.test(key))
        problem('callscaler-api-key', 'holds spaces or other signs that no key has (its value is not shown here).');
    if (key && !number)
        problem('callscaler-number', 'is not set: give the tracking number that the test dials.');
    if (number && !key)
        problem('callscaler-api-key', 'is not set: give the secret that holds the key of CallScaler.');
    if (key || number)
        return;
    for (const { text, line, file } of thresholds.filter(({ left, right }) => asksFarEnd(left) || asksFarEnd(right))) {
        problem(file ? 'thresholds-file' : 'thresholds', `line ${line} needs what the far end says, but \`callscaler-number\` and \`callscaler-api-key\` are not set: ${plain(text, 100)}`);
    }
}
function readTests({ raw, problem }) {
    const [tests, runs] = [lines(raw('test')), lines(raw('run-id'))];
    if (tests.length + runs.length === 0)
        problem('test', "is not set: give the test's id, slug or name, or `run-id` to follow a run that exists.");
    for (const [input, named] of [
        ['test', tests],
        ['run-id', runs],
    ]) {
        if (named.length > MAX_TESTS)
            problem(input, `names ${named.length}; ${MAX_TESTS} are accepted.`);
        const twice = named.find((name, i) => named.indexOf(name) !== i);
        if (twice !== undefined)
            problem(input, `names "${plain(twice, 80)}" twice.`);
    }
    if (runs.length > 0 && /^false$/i.test(raw('wait')))
        problem('wait', 'is false, and with `run-id` there is nothing to start: the step would do nothing.');
    return runs.length > 0 ? [] : tests;
}
function readThresholds({ raw, problem }, files) {
    const inline = parseThresholds(raw('thresholds'));
    for (const found of inline.problems)
        problem('thresholds', describeLineProblem(found));
    const all = [...inline.thresholds, ...readThresholdsFile({ raw, problem }, files)];
    if (all.length > MAX_THRESHOLDS)
        problem('thresholds', `and \`thresholds-file\` hold ${all.length} thresholds; ${MAX_THRESHOLDS} are accepted.`);
    if (!raw('baseline')) {
        for (const { text, line, file } of all.filter(({ left, right }) => mentionsBaseline(left) || mentionsBaseline(right))) {
            problem(file ? 'thresholds-file' : 'thresholds', `line ${line} compares with baseline, but \`baseline\` is not set: ${plain(text, 100)}`);
        }
    }
    // Line 0 is nobody's: the default was not written by the workflow.
    return all.length > 0
        ? all
        : parseThresholds(DEFAULT_THRESHOLDS).thresholds.map((threshold) => ({ ...threshold, line: 0 }));
}
function read_readBaseline({ raw, problem }) {
    if (raw('baseline') === 'base-branch' && !raw('commit-status'))
        problem('baseline', 'is "base-branch", the run behind the newest passing commit status, but `commit-status` does not name one.');
    return parseBaseline(raw('baseline'));
}
/** Longest context of a commit status that GitHub takes, in characters. */
const MAX_CONTEXT = 255;
function readStatusContext({ raw, problem }) {
    const context = raw('commit-status');
    // GitHub refuses characters of four bytes here.
    if (context.length > MAX_CONTEXT ||
        context !== plain(context, MAX_CONTEXT) ||
        /[\u{10000}-\u{10FFFF}]/u.test(context))
        problem('commit-status', `is "${plain(context, 80)}"; accepted is one line of up to ${MAX_CONTEXT} characters without emoji, such as callmeter/quality.`);
    return context;
}
function readThresholdsFile({ raw, problem }, files) {
    const path = raw('thresholds-file');
    if (!path)
        return [];
    const file = plain(path, 200);
    let text;
    try {
        text = files.read(path, MAX_THRESHOLDS_BYTES);
    }
    catch (error) {
        problem('thresholds-file', `is "${file}", which cannot be read: ${plain(String(error))}`);
        return [];
    }
    if (text === undefined) {
        problem('thresholds-file', `is "${file}", and there is no such file in the workspace. Is there a checkout step before this one?`);
        return [];
    }
    const { thresholds, problems } = parseThresholds(text);
    for (const found of problems)
        problem('thresholds-file', `"${file}", ${describeLineProblem(found)}`, {
            file: path,
            line: found.line,
            column: found.start + 1,
        });
    if (thresholds.length + problems.length === 0)
        problem('thresholds-file', `is "${file}", which holds no thresholds.`);
    return thresholds.map((threshold) => ({ ...threshold, file: path }));
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
function readRunUrl({ raw, problem }) {
    const template = raw('run-url');
    if (!template)
        return '';
    if (!URL.canParse(template.replaceAll(/\{\w+\}/g, 'x')) || !/^https?:\/\//i.test(template)) {
        problem('run-url', `is "${plain(template, 120)}"; accepted is a web address with {run}, and {project} and {test} where needed.`);
    }
    else if (!template.includes('{run}')) {
        problem('run-url', `is "${plain(template, 120)}", which lacks {run}: every run would have the same link.`);
    }
    for (const name of template.match(/\{\w*\}/g) ?? []) {
        if (!['{project}', '{test}', '{run}'].includes(name))
            problem('run-url', `holds ${plain(name, 40)}; accepted are {project}, {test} and {run}.`);
    }
    return template;
}
/** The non-empty lines of a text, trimmed. */
function lines(text) {
    return text
        .split(/\r\n|\r|\n/)
        .map((line) => line.trim())
        .filter(Boolean);
}

;// CONCATENATED MODULE: ./lib/base/log.js

/** Longest line that is written, in characters. */
const MAX_LINE = 1_000;
/** A log over the toolkit. Lines in a message stay lines. */
function logTo(toolkit) {
    const clean = (message) => message
        .split('\n')
        .map((line) => (line.length > MAX_LINE ? `${logLine(line.slice(0, MAX_LINE))}…` : logLine(line)))
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

;// CONCATENATED MODULE: ./lib/cleanup/stop.js



/**
 * Asks CallMeter to stop a run, and says how that went: in the log, as a warning where the run may still be going. Returns whether the run
 * is over or being stopped. Never throws for a failure of the API.
 */
async function stop(projectId, runId, scope, { api, log }) {
    try {
        await api.stopRun(projectId, runId, scope);
        log.info(`CallMeter takes the stop of run ${text_plain(runId)}.`);
        return true;
    }
    catch (error) {
        if (!(error instanceof failure_Failure))
            throw error;
        if (failure_failedAs(error, 'rejected', 'not-found', 'not-offered') && (await hasEnded(projectId, runId, scope, api))) {
            log.info(`Run ${text_plain(runId)} has ended already, or is being stopped.`);
            return true;
        }
        const why = failure_failedAs(error, 'not-found', 'not-offered') ? 'The API offers no way to stop a run.' : failure_explain(error);
        log.warning(`Run ${text_plain(runId)} could not be stopped and may still be going: stop it in CallMeter. ${why}`);
        return false;
    }
}
async function hasEnded(projectId, runId, scope, api) {
    try {
        const { status } = await api.getRun(projectId, runId, scope);
        return run_isTerminal(status) || status === 'STOPPING';
    }
    catch (error) {
        if (!(error instanceof failure_Failure))
            throw error;
        return false;
    }
}
/** How long asking for a stop may take, in ms: after a cancel GitHub leaves 7.5 s for everything, the summary included. */
const STOP_ALLOWANCE_MS = { cancelled: 3_000, 'timed-out': 60_000 };
/** Stops a run that the step gives up on, if the workflow wants that. Returns what the reader should know of it. */
async function stopIfGivenUp({ task, started: { runId }, watched: { ended } }, entry, stopOn, { world: { clock }, log, apis }) {
    if (ended !== 'timed-out' && ended !== 'cancelled') {
        entry.close();
        return [];
    }
    const allowance = STOP_ALLOWANCE_MS[ended];
    const wanted = stopOn.includes(ended);
    const scope = { deadline: clock.now() + allowance, patienceMs: allowance };
    const stopped = wanted && (await stop(task.project.id, runId, scope, { api: apis.callMeter, log }));
    // What could not be stopped now is left to the post step.
    if (stopped || !wanted)
        entry.close();
    return stopped ? [] : [`The run ${plain(runId)} was not stopped and may still be going.`];
}

;// CONCATENATED MODULE: ./lib/cleanup/cleanup.js












/** How long all of it may take, in ms. GitHub gives all post steps of a cancelled job five minutes. */
const ALLOWANCE_MS = 120_000;
/** Stops the runs that a step left behind, the ones whose id never arrived included, and says what became of each. Throws only on a bug. */
async function stopOpenRuns(left, env) {
    const log = logTo(core);
    const input = (name) => core.getInput(name);
    const key = apiKeyOf(input, env);
    if (key)
        core.setSecret(key);
    const apiUrl = apiUrlOf(input('api-url'));
    if (!key || !apiUrl) {
        const runs = left.map(({ runId, testId }) => runId === undefined ? `a run of test ${text_plain(testId, 80)}` : `run ${text_plain(runId, 80)}`);
        log.warning(`${runs.join(', ')} may still be going and cannot be stopped from here: \`api-key\` or \`api-url\` is missing.`);
        return;
    }
    const clock = systemClock;
    const exchange = httpExchange({ secrets: [key], clock });
    const api = callMeter({
        apiUrl,
        apiKey: key,
        exchange,
        clock,
        random: Math.random,
        pace: createPace(clock, Math.random),
        onRetry: ({ failure }) => log.info(`${failure.message} Trying again.`),
    });
    const scope = { deadline: clock.now() + ALLOWANCE_MS, patienceMs: ALLOWANCE_MS };
    for (const entry of left) {
        const runId = entry.runId ?? (await findLostRun(entry, scope, { api, clock, log, jobRuns: jobRunsIn(env.RUNNER_TEMP) }));
        if (runId !== undefined)
            await stop(entry.projectId, runId, scope, { api, log });
    }
}
async function findLostRun(entry, scope, tools) {
    const { log } = tools;
    log.info(`The step ended before it knew the id of the run that it had asked for (test ${text_plain(entry.testId)}); looking for it.`);
    try {
        const run = await findStartedRun(entry, scope, tools);
        if (run?.id === undefined)
            log.info('No run of the test was created since then: there is nothing to stop.');
        return run?.id;
    }
    catch (error) {
        if (!(error instanceof failure_Failure))
            throw error;
        log.warning(`A run of the test ${text_plain(entry.testId)} may still be going. ${failure_explain(error)}`);
        return undefined;
    }
}


/***/ })

};
