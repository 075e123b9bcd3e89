export const id = 135;
export const ids = [135];
export const modules = {

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

/***/ 4200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PH: () => (/* binding */ TOO_LARGE),
/* harmony export */   Wo: () => (/* binding */ collectMeasurements),
/* harmony export */   uh: () => (/* binding */ onlyOf)
/* harmony export */ });
/* unused harmony exports MAX_SERIES, MAX_VALUES */
/* harmony import */ var _base_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1747);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8566);
/* harmony import */ var _outcomes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3952);
/* harmony import */ var _series_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3220);




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
        const key = (0,_series_js__WEBPACK_IMPORTED_MODULE_2__/* .printSeriesName */ ._n)(name);
        let column = columns.get(key);
        if (!column) {
            if (columns.size >= MAX_SERIES)
                throw new _base_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('too-large', `The run has more than ${MAX_SERIES} different metrics.`);
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
                throw new _base_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('too-large', `The run has more than ${MAX_VALUES} values: ${results.length} endpoints with ${columns.size} metrics.`);
            adds++;
            for (const { series, value } of readings) {
                const column = named.get(series) ?? columnOf(series);
                const { values } = column;
                // Keys may differ only in casing or separators; which of the two was measured is unknown.
                if (column.setBy === adds && values[place] !== value)
                    throw new _base_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('misshapen', `Endpoint ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)(result.id ?? String(place + 1), 80)} has several values for ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)((0,_series_js__WEBPACK_IMPORTED_MODULE_2__/* .printSeriesName */ ._n)(series), 80)}: ${values[place]} and ${value}.`);
                column.setBy = adds;
                while (values.length < place)
                    values.push(Number.NaN);
                values[place] = value;
            }
            return known === undefined;
        },
        values: () => [...columns.values()].reduce((sum, { values }) => sum + counted(values), 0),
        gaps: () => {
            const reported = results.map(({ outcome }) => ((0,_outcomes_js__WEBPACK_IMPORTED_MODULE_1__/* .endedWell */ .Jr)(outcome) ? 0 : Number.NaN));
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


/***/ }),

/***/ 3050:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openTools: () => (/* binding */ openTools)
});

// EXTERNAL MODULE: ./lib/base/clamp.js
var clamp = __webpack_require__(3310);
// EXTERNAL MODULE: ./lib/base/failure.js
var failure = __webpack_require__(1747);
// EXTERNAL MODULE: ./lib/apis/http/request.js
var request = __webpack_require__(1551);
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
            throw new failure/* Failure */.HR('aborted', 'The step was cancelled.');
        try {
            return await attempt();
        }
        catch (error) {
            const now = clock.now();
            const again = (0,failure/* failedAs */.C4)(error, ...kinds) && !scope.signal?.aborted && now < scope.deadline;
            const isSlowDown = (0,failure/* failedAs */.C4)(error, 'rate-limited');
            const isTooMuch = isSlowDown && slowDowns >= (scope.slowDowns ?? Number.POSITIVE_INFINITY);
            const left = again && !isTooMuch ? patienceLeft(error, standing, scope, now) : 0;
            if (!again || left <= 0) {
                const cutShort = kinds.includes('interrupted') && (0,failure/* failedAs */.C4)(error, 'interrupted') && now >= scope.deadline;
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
            if ((0,failure/* failedAs */.C4)(error, 'rate-limited'))
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

// EXTERNAL MODULE: ./lib/base/duration.js
var duration = __webpack_require__(8045);
// EXTERNAL MODULE: ./lib/apis/http/headers.js
var http_headers = __webpack_require__(4404);
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
            const told = (0,http_headers/* limitOf */.LF)(headers, clock.now());
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
    const since = sinceMs > 0 ? `; it has been failing for ${(0,duration/* formatDuration */.a)(sinceMs)}` : '';
    return `${failure.message} Trying again in ${(0,duration/* formatDuration */.a)(waitMs)}${since}.`;
}

// EXTERNAL MODULE: ./lib/base/fields.js
var base_fields = __webpack_require__(4144);
// EXTERNAL MODULE: ./lib/base/text.js
var base_text = __webpack_require__(8566);
// EXTERNAL MODULE: ./lib/apis/callmeter/answers.js + 1 modules
var answers = __webpack_require__(5410);
// EXTERNAL MODULE: ./lib/apis/callmeter/vendor.js
var vendor = __webpack_require__(9305);
;// CONCATENATED MODULE: ./lib/apis/callmeter/client.js








/** Rows asked for on each page. Assumed to be the most that the API gives; whatever size comes back is followed. */
const PER_PAGE = 100;
/** CallMeter at an address with a key, with a pace of its own; repeated requests are told in the log. */
function openCallMeter(connection, tools) {
    return callMeter(connectionTo(vendor/* CALLMETER */.w, connection, tools));
}
/** The API at `apiUrl`, asked over `exchange`. A stop never waits for the pace. */
function callMeter(options) {
    const { pace } = options;
    const { ask, read, serverNow, serverClock } = bearerApi(options);
    const list = ({ what, path, query = {} }, page, scope, row) => {
        const search = new URLSearchParams({ ...query, page: String(page), perPage: String(PER_PAGE) });
        return read(`read ${what}, page ${page}`, `${path}?${search.toString()}`, scope, (body) => (0,answers/* readPage */.SP)(body, what, row));
    };
    return {
        listProjects: (page, scope) => list({ what: 'the list of projects', path: '/projects' }, page, scope, answers/* readProject */.Wh),
        listTests: (projectId, page, scope) => list({ what: 'the list of tests', path: `${project(projectId)}/tests` }, page, scope, answers/* readTest */.Pz),
        triggerRun: (projectId, testId, idempotencyKey, scope) => persist(async () => {
            await pace.turn(scope);
            const path = `${project(projectId)}/tests/${segment(testId)}/run`;
            const headers = { 'idempotency-key': idempotencyKey };
            scope.onSend?.();
            const answer = await ask({ method: 'POST', purpose: 'start the test', path, headers }, { deadline: Number.POSITIVE_INFINITY, ...(0,base_fields/* optional */.l)({ signal: scope.breakOff }) });
            return (0,answers/* readOne */.JF)(answer.body, 'the started run', answers/* readTriggeredRun */.Xe);
        }, WITHOUT_EFFECT, scope, options),
        getRun: (projectId, runId, scope) => read('read the run', run(projectId, runId), scope, (body) => (0,answers/* readOne */.JF)(body, 'the run', (data) => {
            const detail = (0,answers/* readRunOf */.tD)(data, runId);
            scope.hold?.(detail);
            return detail;
        })),
        listRuns: (projectId, testId, page, scope) => list({ what: "the test's runs", path: `${project(projectId)}/test-runs`, query: { testId } }, page, scope, answers/* readRun */.cI),
        listEndpoints: (projectId, runId, page, scope) => list({ what: "the run's endpoints", path: `${run(projectId, runId)}/endpoints` }, page, scope, (row) => (0,answers/* readEndpointOf */.NO)(row, runId)),
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
        throw new failure/* Failure */.HR('input', `"${(0,base_text/* plain */.pj)(id)}" cannot be an id.`);
    return encodeURIComponent(id);
}

// EXTERNAL MODULE: ./lib/apis/http/paged-list.js
var paged_list = __webpack_require__(7012);
// EXTERNAL MODULE: ./lib/apis/http/fields.js
var http_fields = __webpack_require__(1081);
// EXTERNAL MODULE: ./lib/base/named.js
var named = __webpack_require__(1096);
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
    return (0,named/* findNamed */.n)(numbers, digits ? `+${digits}` : text, {
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
            return new failure/* Failure */.HR('input', `Several tracking numbers are meant by "${(0,base_text/* plain */.pj)(wanted, 80)}": ${those.join(', ')}.`, { advice: 'Give `callscaler-number` with its country code, as +15735551234.' });
        },
        none: (instead) => new failure/* Failure */.HR('input', `There is no tracking number "${(0,base_text/* plain */.pj)(wanted, 80)}". ${instead}${lacking ? ` The list is not whole: ${lacking}.` : ''}`, { advice: 'Check `callscaler-number`, and that `callscaler-api-key` belongs to the right business.' }),
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




const { misshapen, folded, documentedId } = (0,http_fields/* guardsOf */.g0)(CALLSCALER, http_fields/* snakeName */.oJ, outline);
/** A page of tracking numbers. Throws `misshapen` where it is not one. */
function readNumberPage(body) {
    return readPage(body, 'the list of tracking numbers', 'numbers', readNumber);
}
/** A page of calls. Throws `misshapen` where it is not one. */
function readCallPage(body) {
    return readPage(body, 'the list of calls', 'calls', readCall);
}
/** A tracking number. Throws `misshapen` where it has no id or no digits. */
function readNumber(row) {
    const what = 'a tracking number';
    const fields = folded(row, what);
    const { phone_number: phoneNumber } = fields;
    if (typeof phoneNumber !== 'string' || digitsOf(phoneNumber) === '')
        throw misshapen(what, 'it has no phone number', row);
    return {
        id: documentedId(fields.id, what, row),
        phoneNumber,
        ...(0,base_fields/* optional */.l)({ name: (0,http_fields/* text */.Qq)(fields.friendly_name || fields.name), status: (0,http_fields/* text */.Qq)(fields.status) }),
    };
}
/** A call. Throws `misshapen` where it has no id, no time that can be read, or, unless it is told to be outbound, no tracking number. */
function readCall(row) {
    const what = 'a call';
    const fields = folded(row, what);
    const { created_at: createdAt, tracking_number: number, status } = fields;
    // Who called is nobody's business in a log.
    const shown = { id: fields.id, created_at: createdAt, status, direction: fields.direction, tracking_number: number };
    const id = documentedId(fields.id, what, shown);
    const at = momentOf(createdAt);
    if (at === undefined)
        throw misshapen(what, 'it has no time', shown);
    if (!isMissing(status) && typeof status !== 'string')
        throw misshapen(what, 'its status is not understood', shown);
    const direction = directionOf(fields.direction);
    const digits = typeof number === 'string' ? digitsOf(number) : '';
    if (digits === '' && direction !== 'outbound')
        throw misshapen(what, 'it has no tracking number', shown);
    return {
        id,
        createdAt: at,
        status: hyphenated(status ?? ''),
        number: digits,
        ...(0,base_fields/* optional */.l)({ direction, durationSeconds: (0,http_fields/* amount */.vj)(fields.duration_seconds) }),
    };
}
function readPage(body, what, list, read) {
    const data = folded(folded(body, what).data, what);
    const rows = data[list];
    if (!Array.isArray(rows))
        throw misshapen(what, `\`data.${list}\` is not a list`, outline(data));
    const nested = data.pagination === undefined || data.pagination === null ? {} : folded(data.pagination, what);
    // Flat in some of the newer edition's examples, nested in others.
    const told = (name) => (isMissing(data[name]) && name in nested ? nested : data)[name];
    const [total, hasMore, nextCursor] = [told('total'), told('has_more'), told('next_cursor')];
    const paging = { total, has_more: hasMore, next_cursor: nextCursor };
    if (!isMissing(total) && !(0,http_fields/* isCount */.my)(total))
        throw misshapen(what, 'the total is not understood', paging);
    if (!isMissing(hasMore) && typeof hasMore !== 'boolean')
        throw misshapen(what, '`has_more` is not understood', paging);
    if (!isMissing(nextCursor) && typeof nextCursor !== 'string')
        throw misshapen(what, '`next_cursor` is not understood', paging);
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
            const { items, lacking } = await (0,paged_list/* readItems */.F)({
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
var subject = __webpack_require__(5605);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./lib/base/counts.js
var counts = __webpack_require__(1149);
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
    return tally.received === 0 ? undefined : { ...tally, unclassified: calls_named((0,counts/* countsOf */.m)(others)) };
}
/** How many of the calls are not over yet, by their status. */
function underWay({ unclassified }) {
    return UNDER_WAY.reduce((sum, status) => sum + (unclassified[status] ?? 0), 0);
}
/** The most frequent names first; those beyond the most that are named count together. */
function calls_named(counts) {
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
            throw new failure/* Failure */.HR('aborted', 'The step was cancelled.');
        const asked = clock.now();
        const { items, lacking } = await (0,paged_list/* readItems */.F)({
            read: (position) => api.listCalls(window, position, bounded),
            maxPages: MAX_PAGES,
            outOfTime: () => clock.now() >= bounded.deadline,
        });
        const now = tallyCalls(items, { ...window, number: digitsOf(number.phoneNumber) });
        if (lacking || !(0,external_node_util_.isDeepStrictEqual)(now, tally))
            since = clock.now();
        if (!lacking)
            tally = now;
        const steady = tally !== undefined && underWay(tally) === 0 && asked - since >= STEADY_MS;
        const leftMs = limit - clock.now();
        if (lacking && !tally && leftMs <= 0) {
            throw new failure/* Failure */.HR('incomplete', `The list of calls is not complete: ${lacking}.`, {
                advice: 'Give more time with `callscaler-settle`, or run again.',
            });
        }
        if (steady || leftMs <= 0)
            return { tally, steady };
        waitMs = Math.min(nextMs, leftMs);
        log.info(`${lacking ? `The list of calls is not complete: ${lacking}` : told(tally)}; looking again in ${(0,duration/* formatDuration */.a)(waitMs)}`);
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
            if (!list.lacking || !(0,failure/* failedAs */.C4)(error, 'input'))
                throw error;
            throw new failure/* Failure */.HR('incomplete', error.message, error.advice === undefined ? {} : { advice: error.advice });
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
                if (!(error instanceof failure/* Failure */.HR) || error.kind === 'input' || error.kind === 'aborted')
                    throw error;
                log.warning(`CallScaler cannot be asked now, and will be after the run: ${(0,failure/* explain */.WE)(error)}`);
            }
        },
        callsOf: async ({ from, to }, settleMs, { signal }) => {
            // Runs that are followed may have run at the same time. A baseline, which need not settle, may be one of them.
            if (settleMs > 0 && judged.some((other) => other.from < to && from < other.to)) {
                log.warning('Runs of this step overlapped in time, so each of them counts the calls of the others, too.');
                return (0,subject/* missing */.LO)('the run overlapped another one of this step, so their calls cannot be told apart');
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
                    const waited = settleMs > 0 ? ` within ${(0,duration/* formatDuration */.a)(settleMs)}` : '';
                    return (0,subject/* missing */.LO)(`CallScaler listed no call to ${(0,base_text/* plain */.pj)(known.phoneNumber, 40)}${waited}, which is no evidence either way`);
                }
                if (!steady && settleMs > 0)
                    log.warning('The calls at the far end were still changing when `callscaler-settle` was over.');
                log.info(`The number received ${(0,base_text/* counted */.hS)(tally.received, 'call')} and answered ${tally.answered}.`);
                return tally;
            }
            catch (error) {
                if (!(error instanceof failure/* Failure */.HR) || error.kind === 'aborted')
                    throw error;
                log.warning(`The far end could not be asked: ${(0,failure/* explain */.WE)(error)}`);
                return (0,subject/* missing */.LO)(`CallScaler could not be asked: ${(0,failure/* explain */.WE)(error).replace(/\.$/, '')}`);
            }
        },
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
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

;// CONCATENATED MODULE: ./lib/stages/open-tools.js






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


/***/ })

};
