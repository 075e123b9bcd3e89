export const id = 689;
export const ids = [689];
export const modules = {

/***/ 8108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EK: () => (/* binding */ PER_PAGE),
/* harmony export */   PN: () => (/* binding */ callMeterReader),
/* harmony export */   _N: () => (/* binding */ openCallMeter),
/* harmony export */   mX: () => (/* binding */ segment)
/* harmony export */ });
/* unused harmony export callMeter */
/* harmony import */ var _http_bearer_api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1952);
/* harmony import */ var _http_connection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(760);
/* harmony import */ var _base_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1747);
/* harmony import */ var _base_fields_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4144);
/* harmony import */ var _http_retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3388);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8566);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5410);
/* harmony import */ var _vendor_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9305);








/** Rows asked for on each page. Assumed to be the most that the API gives; whatever size comes back is followed. */
const PER_PAGE = 100;
/** CallMeter at an address with a key, with a pace of its own; repeated requests are told in the log. */
function openCallMeter(connection, tools) {
    return callMeter((0,_http_connection_js__WEBPACK_IMPORTED_MODULE_1__/* .connectionTo */ .m)(_vendor_js__WEBPACK_IMPORTED_MODULE_5__/* .CALLMETER */ .w, connection, tools));
}
/** The API at `apiUrl`, asked over `exchange`. A stop never waits for the pace. */
function callMeter(options) {
    const { pace } = options;
    const api = (0,_http_bearer_api_js__WEBPACK_IMPORTED_MODULE_0__/* .bearerApi */ .Y)(options);
    const { ask } = api;
    return {
        ...callMeterReader(options, api),
        triggerRun: (projectId, testId, idempotencyKey, scope) => (0,_http_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .persist */ .Zr)(async () => {
            await pace.turn(scope);
            const path = `${project(projectId)}/tests/${segment(testId)}/run`;
            const headers = { 'idempotency-key': idempotencyKey };
            scope.onSend?.();
            const answer = await ask({ method: 'POST', purpose: 'start the test', path, headers }, { deadline: Number.POSITIVE_INFINITY, ...(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_6__/* .optional */ .l)({ signal: scope.breakOff }) });
            return (0,_answers_js__WEBPACK_IMPORTED_MODULE_4__/* .readOne */ .JF)(answer.body, 'the started run', _answers_js__WEBPACK_IMPORTED_MODULE_4__/* .readTriggeredRun */ .Xe);
        }, _http_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .WITHOUT_EFFECT */ .lI, scope, options),
        stopRun: async (projectId, runId, scope) => {
            const request = { method: 'POST', purpose: 'stop the run', path: `${run(projectId, runId)}/stop` };
            await (0,_http_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .persist */ .Zr)(() => ask(request, scope), _http_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .PASSING */ .KA, scope, options);
        },
    };
}
/** The reading part of the API alone. */
function callMeterReader(options, api = (0,_http_bearer_api_js__WEBPACK_IMPORTED_MODULE_0__/* .bearerApi */ .Y)(options)) {
    const { pace } = options;
    const { read, serverNow, serverClock } = api;
    const list = ({ what, path, query = {} }, page, scope, row) => {
        const search = new URLSearchParams({ ...query, page: String(page), perPage: String(PER_PAGE) });
        return read(`read ${what}, page ${page}`, `${path}?${search.toString()}`, scope, (body) => (0,_answers_js__WEBPACK_IMPORTED_MODULE_4__/* .readPage */ .SP)(body, what, row));
    };
    return {
        listProjects: (page, scope) => list({ what: 'the list of projects', path: '/projects' }, page, scope, _answers_js__WEBPACK_IMPORTED_MODULE_4__/* .readProject */ .Wh),
        listTests: (projectId, page, scope) => list({ what: 'the list of tests', path: `${project(projectId)}/tests` }, page, scope, _answers_js__WEBPACK_IMPORTED_MODULE_4__/* .readTest */ .Pz),
        getRun: (projectId, runId, scope) => read('read the run', run(projectId, runId), scope, (body) => (0,_answers_js__WEBPACK_IMPORTED_MODULE_4__/* .readOne */ .JF)(body, 'the run', (data) => {
            const detail = (0,_answers_js__WEBPACK_IMPORTED_MODULE_4__/* .readRunOf */ .tD)(data, runId);
            scope.hold?.(detail);
            return detail;
        })),
        listRuns: (projectId, testId, page, scope) => list({ what: "the test's runs", path: `${project(projectId)}/test-runs`, query: { testId } }, page, scope, _answers_js__WEBPACK_IMPORTED_MODULE_4__/* .readRun */ .cI),
        listEndpoints: (projectId, runId, page, scope) => list({ what: "the run's endpoints", path: `${run(projectId, runId)}/endpoints` }, page, scope, (row) => (0,_answers_js__WEBPACK_IMPORTED_MODULE_4__/* .readEndpointOf */ .NO)(row, runId)),
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
        throw new _base_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('input', `"${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_7__/* .plain */ .pj)(id)}" is not a valid id.`);
    return encodeURIComponent(id);
}


/***/ }),

/***/ 1994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y0: () => (/* binding */ MAX_PAGES),
  rj: () => (/* binding */ callScaler),
  jF: () => (/* binding */ openCallScaler)
});

// UNUSED EXPORTS: PER_PAGE, QUERY_SLACK_MS

// EXTERNAL MODULE: ./lib/base/clamp.js
var clamp = __webpack_require__(3310);
// EXTERNAL MODULE: ./lib/base/fields.js
var base_fields = __webpack_require__(4144);
// EXTERNAL MODULE: ./lib/apis/http/bearer-api.js
var bearer_api = __webpack_require__(1952);
// EXTERNAL MODULE: ./lib/apis/http/connection.js + 1 modules
var http_connection = __webpack_require__(760);
// EXTERNAL MODULE: ./lib/apis/http/paged-list.js
var paged_list = __webpack_require__(7012);
// EXTERNAL MODULE: ./lib/apis/http/fields.js
var http_fields = __webpack_require__(1081);
// EXTERNAL MODULE: ./lib/apis/callscaler/number.js
var callscaler_number = __webpack_require__(4441);
// EXTERNAL MODULE: ./lib/apis/callscaler/vendor.js
var vendor = __webpack_require__(8014);
;// CONCATENATED MODULE: ./lib/apis/callscaler/answers.js
// Guards: what CallScaler answers, checked against what openapi.yaml says of it, in the action's own terms. A field that the count needs and
// that is of another type is a failure; any other is taken as not there.




const { misshapen, folded, documentedId } = (0,http_fields/* guardsOf */.g0)(vendor/* CALLSCALER */.$, http_fields/* snakeName */.oJ, outline);
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
    if (typeof phoneNumber !== 'string' || (0,callscaler_number/* digitsOf */.C)(phoneNumber) === '')
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
    const digits = typeof number === 'string' ? (0,callscaler_number/* digitsOf */.C)(number) : '';
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
const PER_PAGE = 100;
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
    return callScaler((0,http_connection/* connectionTo */.m)(vendor/* CALLSCALER */.$, connection, tools));
}
/** The API at `apiUrl`, asked over `exchange` in the terms of both editions of its documentation. */
function callScaler(options) {
    const { read, serverNow } = (0,bearer_api/* bearerApi */.Y)(options);
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
    const size = { per_page: String(PER_PAGE), limit: String(PER_PAGE) };
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


/***/ }),

/***/ 4441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ digitsOf),
/* harmony export */   l: () => (/* binding */ findNumber)
/* harmony export */ });
/* harmony import */ var _base_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1747);
/* harmony import */ var _base_named_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1096);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8566);



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
    return (0,_base_named_js__WEBPACK_IMPORTED_MODULE_1__/* .findNamed */ .n)(numbers, digits ? `+${digits}` : text, {
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
        shown: ({ phoneNumber, name }) => (0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(phoneNumber, 40) + (name ? ` "${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(name, 60)}"` : ''),
        several: (found) => {
            const those = found.map(({ phoneNumber }) => (0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(phoneNumber, 40));
            return new _base_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('input', `Several tracking numbers match "${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(wanted, 80)}": ${those.join(', ')}.`, {
                advice: 'Give `callscaler-number` with its country code, as +15735551234.',
            });
        },
        none: (instead) => new _base_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('input', `There is no tracking number "${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(wanted, 80)}". ${instead}${lacking ? ` The list is incomplete: ${lacking}.` : ''}`, { advice: 'Check `callscaler-number`, and that `callscaler-api-key` belongs to the right business.' }),
    });
}
/** Whether a text is a phone number rather than a name: signs that numbers are written with, and enough digits. */
function isWrittenAsNumber(text) {
    return /^[\s\d+()./\p{Pd}\u2212]+$/u.test(text) && digitsOf(text).length >= LEAST_DIGITS;
}


/***/ }),

/***/ 8014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ CALLSCALER)
/* harmony export */ });
/** CallScaler, as the step's inputs and its documentation know it. */
const CALLSCALER = {
    name: 'CallScaler',
    urlInput: 'callscaler-api-url',
    advice: {
        401: 'The CallScaler API key is missing, wrong or revoked: check `callscaler-api-key` and its secret.',
        403: 'The CallScaler API key may not read this: check `callscaler-api-key`, and the role of its creator.',
        404: 'Check `callscaler-api-url`.',
        429: 'The rate limit is shared by all API keys of the CallScaler business.',
    },
    // All keys of a business share it.
    limitPerMinute: 60,
};


/***/ }),

/***/ 1952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ bearerApi)
/* harmony export */ });
/* harmony import */ var _base_clamp_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3310);
/* harmony import */ var _base_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1747);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1551);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3388);




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
            if ((0,_base_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failedAs */ .C4)(error, 'rate-limited'))
                pace.refused(error.retryAfterMs);
            throw error;
        }
    };
    const ask = async ({ path, headers, ...rest }, { deadline, signal }) => {
        const url = new URL(`${base}${path}`);
        // A request near the deadline gets what is left of it, but never so little that an answer could not come.
        const timeoutMs = (0,_base_clamp_js__WEBPACK_IMPORTED_MODULE_2__/* .clamp */ .q)(deadline - tools.clock.now(), 1_000, _request_js__WEBPACK_IMPORTED_MODULE_3__/* .REQUEST_TIMEOUT_MS */ .j);
        const answer = await paced({ ...rest, url, headers: { authorization: `Bearer ${apiKey}`, ...headers }, timeoutMs }, signal);
        const date = Date.parse(answer.headers.date ?? '');
        if (!Number.isNaN(date))
            ahead = [...ahead.slice(1 - MAX_DATES), date - tools.clock.now()];
        return answer;
    };
    const inTurn = (purpose, path, scope, take) => (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .persist */ .Zr)(async () => {
        await pace.turn(scope);
        return take(await ask({ method: 'GET', purpose, path }, scope));
    }, _retry_js__WEBPACK_IMPORTED_MODULE_1__/* .OF_READS */ .O9, scope, tools);
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


/***/ }),

/***/ 760:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ connectionTo)
});

// EXTERNAL MODULE: ./lib/base/duration.js
var duration = __webpack_require__(8045);
// EXTERNAL MODULE: ./lib/base/clamp.js
var clamp = __webpack_require__(3310);
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

/***/ 3388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KA: () => (/* binding */ PASSING),
/* harmony export */   N8: () => (/* binding */ OUTAGE_PATIENCE_MS),
/* harmony export */   O9: () => (/* binding */ OF_READS),
/* harmony export */   Zr: () => (/* binding */ persist),
/* harmony export */   lI: () => (/* binding */ WITHOUT_EFFECT)
/* harmony export */ });
/* unused harmony exports MISSHAPEN_PATIENCE_MS, REFUSAL_PATIENCE_MS, MAX_WAIT_MS */
/* harmony import */ var _base_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1747);

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
            throw new _base_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('aborted', 'The step was cancelled.');
        try {
            return await attempt();
        }
        catch (error) {
            const now = clock.now();
            const again = (0,_base_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failedAs */ .C4)(error, ...kinds) && !scope.signal?.aborted && now < scope.deadline;
            const isSlowDown = (0,_base_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failedAs */ .C4)(error, 'rate-limited');
            const isTooMuch = isSlowDown && slowDowns >= (scope.slowDowns ?? Number.POSITIVE_INFINITY);
            const left = again && !isTooMuch ? patienceLeft(error, standing, scope, now) : 0;
            if (!again || left <= 0) {
                const cutShort = kinds.includes('interrupted') && (0,_base_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failedAs */ .C4)(error, 'interrupted') && now >= scope.deadline;
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


/***/ })

};
