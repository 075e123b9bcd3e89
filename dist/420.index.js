export const id = 420;
export const ids = [420];
export const modules = {

/***/ 5410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  NO: () => (/* binding */ readEndpointOf),
  JF: () => (/* binding */ readOne),
  SP: () => (/* binding */ readPage),
  Wh: () => (/* binding */ readProject),
  cI: () => (/* binding */ readRun),
  tD: () => (/* binding */ readRunOf),
  Pz: () => (/* binding */ readTest),
  Xe: () => (/* binding */ readTriggeredRun)
});

// UNUSED EXPORTS: readEndpoint

// EXTERNAL MODULE: ./lib/base/failure.js
var failure = __webpack_require__(1747);
// EXTERNAL MODULE: ./lib/base/fields.js
var base_fields = __webpack_require__(4144);
// EXTERNAL MODULE: ./lib/base/text.js
var base_text = __webpack_require__(8566);
// EXTERNAL MODULE: ./lib/apis/http/fields.js
var http_fields = __webpack_require__(1081);
// EXTERNAL MODULE: ./lib/model/measurements.js
var measurements = __webpack_require__(4200);
// EXTERNAL MODULE: ./lib/model/series.js
var model_series = __webpack_require__(3220);
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
    const number = (0,http_fields/* numberOf */.rl)(value);
    if (number !== undefined) {
        into.push({ series, value: number });
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

// EXTERNAL MODULE: ./lib/apis/callmeter/vendor.js
var vendor = __webpack_require__(9305);
;// CONCATENATED MODULE: ./lib/apis/callmeter/answers.js
// Guards: what the API answers, checked against what openapi.yaml says of it, in the action's own terms. A documented field of
// another type is a failure; an assumed one is taken as not there.








const { misshapen, object, folded, documentedId } = (0,http_fields/* guardsOf */.g0)(vendor/* CALLMETER */.w, http_fields/* camelName */.yp);
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
        throw new failure/* Failure */.HR('too-large', `Could not read ${what}: a page has ${data.length} rows, and at most ${MAX_ROWS} are read.`);
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
        throw misshapen('the started run', 'its id is not a valid id', data);
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
    const sipStatus = (0,http_fields/* numberOf */.rl)(fields.sipStatusCode ?? fields.sipStatus);
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
    const known = new Set();
    // What a metric brought under `metrics` counts; one that brought nothing leaves it to the top level.
    const take = (from, keys) => {
        const brought = new Set();
        for (const key of keys) {
            const metric = (0,model_series/* snakeCase */.LW)(key);
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
    take(row, Object.keys(row).filter((key) => !ROW_FIELDS.has((0,http_fields/* camelName */.yp)(key)) && typeof row[key] !== 'string'));
    const odd = readings.find(({ value }) => !(Math.abs(value) < measurements/* TOO_LARGE */.PH));
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


/***/ }),

/***/ 9305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ CALLMETER)
/* harmony export */ });
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

/***/ 7012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ readItems),
/* harmony export */   n: () => (/* binding */ readPages)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _base_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4144);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8566);
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
    const end = (lacking) => (0,_base_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .l)({ promised: received.promised, lacking, nameless: nameless.size > 0 || undefined });
    const breakOff = (why) => ({ ...end(why), brokenOff: why });
    let position = { page: 1, offset: 0 };
    for (let page = 1; page <= maxPages; page++) {
        if (outOfTime?.())
            return breakOff(`time ran out after ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(page - 1, 'page')}`);
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
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(items)).digest('base64');
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


/***/ }),

/***/ 1551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ REQUEST_TIMEOUT_MS)
/* harmony export */ });
/** Longest wait for one whole answer, in ms. */
const REQUEST_TIMEOUT_MS = 30_000;


/***/ }),

/***/ 1096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ findNamed)
/* harmony export */ });
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9119);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8566);


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
    throw naming.none((0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)((0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(wanted, names)) || whatThereIs(items, naming));
}
function whatThereIs(items, { what, shown }) {
    if (items.length === 0)
        return `The key sees no ${what}s at all.`;
    const first = items.slice(0, MAX_SHOWN).map((item) => shown(item));
    const rest = items.length > MAX_SHOWN ? ` and ${items.length - MAX_SHOWN} more` : '';
    return `There ${items.length === 1 ? 'is' : 'are'} ${first.join(', ')}${rest}.`;
}


/***/ })

};
