export const id = 809;
export const ids = [809];
export const modules = {

/***/ 7809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkOnly: () => (/* binding */ checkOnly)
});

// EXTERNAL MODULE: ./lib/base/failure.js
var failure = __webpack_require__(1747);
// EXTERNAL MODULE: ./lib/base/fields.js
var fields = __webpack_require__(4144);
// EXTERNAL MODULE: ./lib/base/text.js
var base_text = __webpack_require__(8566);
// EXTERNAL MODULE: ./lib/model/run.js
var model_run = __webpack_require__(60);
// EXTERNAL MODULE: ./lib/model/series.js
var series = __webpack_require__(3220);
// EXTERNAL MODULE: ./lib/apis/http/fields.js
var http_fields = __webpack_require__(1081);
;// CONCATENATED MODULE: ./lib/apis/http/shape.js
// What may be shown of an answer that is private: the names of its fields and the types of their values, never a value.


/** The type of a value. */
function typeOf(value) {
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return 'list';
    if ((0,fields/* isObject */.G)(value))
        return 'object';
    if (typeof value === 'string')
        return 'text';
    if (typeof value === 'boolean')
        return 'boolean';
    return (0,http_fields/* isCount */.my)(value) ? 'count' : 'number';
}
/** Longest name of a field that is shown, in characters, and most digits in it: ids and phone numbers have more. */
const [MAX_NAME, MAX_DIGITS] = [40, 3];
/** Most fields that are listed beside the assumed ones. */
const MAX_FIELDS = 60;
/** The name of a field as it may be shown: `…` where it looks like an id, a number or an address, which some answers have as keys. */
function shownName(name) {
    const isName = /^[A-Za-z_][\w.-]*$/.test(name) && name.length <= MAX_NAME;
    return isName && name.replaceAll(/\D/g, '').length <= MAX_DIGITS ? name : '…';
}
/** Rows held against the assumed fields, whose names `fold` turns into the documented casing. */
function compareFields(rows, expected, fold) {
    const came = new Map();
    for (const row of rows)
        for (const [name, value] of Object.entries(row)) {
            const types = came.get(fold(name)) ?? new Set();
            came.set(fold(name), types.add(typeOf(value)));
        }
    const known = Object.keys(expected);
    const typesOf = (name) => [...(came.get(name) ?? [])].toSorted();
    const fits = (name) => typesOf(name).every((type) => isExpected(type, expected[name] ?? []));
    const others = [...new Set([...came.keys()].filter((name) => !known.includes(name)).map(shownName))].toSorted();
    return {
        fields: [
            ...known.map((field) => ({
                field,
                assumed: words(expected[field] ?? []),
                ...(came.has(field) ? { came: words(typesOf(field)) } : {}),
            })),
            ...others.slice(0, MAX_FIELDS).map((field) => ({ field, came: words(typesOf(field)) || 'several' })),
        ],
        fitting: known.filter((name) => came.has(name) && fits(name)),
        other: known.filter((name) => !fits(name)),
        lacking: known.filter((name) => !came.has(name)),
    };
}
/** A field without a value says nothing against what is assumed of it. */
function isExpected(type, expected) {
    return type === 'null' || expected.includes(type) || (type === 'count' && expected.includes('number'));
}
function words(types) {
    return types.join(' or ');
}
/** The objects among values. */
function objectsIn(values) {
    return values.filter((value) => (0,fields/* isObject */.G)(value));
}

;// CONCATENATED MODULE: ./lib/apis/http/probing.js
// Reads whose answers are looked at as they come, to tell how an API answers what nothing documents.


/** An answer, or why there is none. Throws where the step was cancelled. */
async function answerTo(get, purpose, path) {
    try {
        return await get(purpose, path);
    }
    catch (error) {
        if (error instanceof failure/* Failure */.HR && error.kind !== 'aborted')
            return error;
        throw error;
    }
}
/** Why a read brought nothing, without the words of the error: they hold addresses and ids. */
function whyNone({ kind }) {
    return `The request ended as \`${kind}\`.`;
}
/** What is known of a limit from the headers of answers, in a sentence. */
function limitHeaders(answers, expected) {
    const names = [...new Set(answers.flatMap(({ headers }) => Object.keys(headers)))];
    const there = expected.filter((name) => names.includes(name));
    const others = names
        .filter((name) => /rate-?limit/i.test(name) && !expected.includes(name))
        .map(shownName)
        .toSorted();
    if (there.length === expected.length)
        return { answered: 'as assumed', reason: `Answers have ${there.join(', ')}.` };
    if (there.length + others.length === 0)
        return { answered: 'not available', reason: 'No answer has a header about a rate limit.' };
    return { answered: 'differently', reason: `Answers have ${[...there, ...others].join(', ')}.` };
}
/** The headers that the pace reads. */
const LIMIT_HEADERS = ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset'];

;// CONCATENATED MODULE: ./lib/apis/callmeter/assumed-fields.js
const ID = ['text', 'count'];
/** By the name that the thing has in openapi.yaml. */
const ASSUMED_FIELDS = {
    Test: { id: ID, name: ['text'], slug: ['text'], durationSeconds: ['number'], endpointCount: ['count'] },
    Run: {
        id: ID,
        testRunId: ID,
        status: ['text'],
        testId: ID,
        startedAt: ['text'],
        completedAt: ['text'],
        durationSeconds: ['number'],
        endpointCount: ['count'],
        completedEndpoints: ['count'],
        failureReason: ['text'],
        idempotencyKey: ['text'],
        url: ['text'],
        summary: ['object'],
    },
    Endpoint: {
        id: ID,
        group: ['text'],
        outcome: ['text', 'null'],
        sipStatusCode: ['count', 'null'],
        metrics: ['object'],
    },
};
/** Fields of these that are documented: they are no news where they come. */
const DOCUMENTED_FIELDS = {
    Test: [],
    Run: ['name', 'createdAt'],
    Endpoint: ['endpointPhase', 'endpointOutcome'],
};

// EXTERNAL MODULE: ./lib/apis/callmeter/client.js
var client = __webpack_require__(8108);
;// CONCATENATED MODULE: ./lib/apis/callmeter/metric-forms.js
// How metrics come: their names, and the forms of their values, held against what metrics.ts assumes. Names and types alone are told, never a value.



/** Most metrics that are listed, and deepest nesting that is followed. */
const [MAX_METRICS, MAX_DEPTH] = [80, 6];
/** Names of statistics that are assumed. Any other name is taken for one, too, and told as not assumed. */
const STATISTIC = /^(avg|mean|average|min|minimum|max|maximum|median|p\d{1,2}([._]\d+)?|std(_?dev)?|sum|count|first|last)$/;
/** What the metrics of endpoint rows say of the assumed names and forms. */
function probeMetrics(rows) {
    const metrics = objectsIn(rows.map(({ metrics: nested }) => nested));
    const names = [...new Set(metrics.flatMap((one) => Object.keys(one)))].toSorted();
    if (names.length === 0) {
        const reason = 'No endpoint that was read has `metrics`.';
        return ['metric-names', 'metric-values', 'fraction-lost'].map((what) => ({
            what,
            answered: 'not available',
            reason,
        }));
    }
    return [probeNames(names), probeForms(names, metrics), probeFractionLost(metrics)];
}
function probeNames(names) {
    const other = names.filter((name) => (0,series/* snakeCase */.LW)(name) !== name);
    return {
        what: 'metric-names',
        answered: other.length === 0 ? 'as assumed' : 'differently',
        reason: other.length === 0
            ? 'All metrics have names in snake_case.'
            : `${other.length} of ${names.length} metrics have names that are not in snake_case.`,
    };
}
function probeForms(names, metrics) {
    const fields = names.map((name) => {
        const forms = new Set(metrics.filter((one) => Object.hasOwn(one, name)).map((one) => formOf(one[name])));
        return { field: shownName(name), came: [...forms].toSorted().join(' or ') };
    });
    const odd = names.filter((name) => metrics.some((one) => !isAssumed(one[name])));
    return {
        what: 'metric-values',
        answered: odd.length === 0 ? 'as assumed' : 'differently',
        reason: odd.length === 0
            ? 'All metrics are numbers, or numbers by direction, track and statistic.'
            : `${odd.length} of ${names.length} metrics have values of another form: ${odd.slice(0, 5).map(shownName).join(', ')}.`,
        fields: fields.slice(0, MAX_METRICS),
    };
}
/** `{ receive: { avg: number } }`. */
function formOf(value, depth = 0) {
    if (!(0,fields/* isObject */.G)(value))
        return typeOf(value) === 'count' ? 'number' : typeOf(value);
    if (depth >= MAX_DEPTH)
        return 'object';
    const parts = Object.entries(value).map(([key, inner]) => `${shownName(key)}: ${formOf(inner, depth + 1)}`);
    return parts.length === 0 ? '{}' : `{ ${[...new Set(parts)].toSorted().join(', ')} }`;
}
function isAssumed(value, depth = 0) {
    if (!(0,fields/* isObject */.G)(value))
        return value === undefined || value === null || typeof value === 'number';
    if (depth >= MAX_DEPTH)
        return false;
    return Object.entries(value).every(([key, inner]) => isKnownPart((0,series/* snakeCase */.LW)(key)) && isAssumed(inner, depth + 1));
}
function isKnownPart(key) {
    return Object.hasOwn(series/* DIRECTIONS */.X, key) || key === 'audio' || key === 'video' || STATISTIC.test(key);
}
/** Whether `fraction_lost` is percent, as documented, or a share, as its name says: only a value above 1 tells. */
function probeFractionLost(metrics) {
    const values = metrics.flatMap((one) => numbersIn(one.fraction_lost ?? one.fractionLost));
    const what = 'fraction-lost';
    if (values.some((value) => value > 1))
        return { what, answered: 'as assumed', reason: 'Some values are above 1, so they are percent.' };
    const reason = values.length === 0
        ? 'No endpoint that was read has it.'
        : 'No value is above 1, so percent and share cannot be distinguished.';
    return { what, answered: 'not available', reason };
}
function numbersIn(value, depth = 0) {
    if (typeof value === 'number')
        return [value];
    return (0,fields/* isObject */.G)(value) && depth < MAX_DEPTH
        ? Object.values(value).flatMap((inner) => numbersIn(inner, depth + 1))
        : [];
}

;// CONCATENATED MODULE: ./lib/apis/callmeter/assumptions.js
// How CallMeter's API answers what nothing documents, or what its pages disagree on: asked by reading alone, and told in names of fields and types.











/** What only a request that changes something could tell. */
const NOT_PROBED = [
    ['trigger-answer', 'Only starting a run shows whether its id comes as `testRunId` or as `id`.'],
    ['idempotency-key', 'Only starting a run twice shows whether the key is honored.'],
    ['stop-run', 'Only stopping a run shows whether that is possible.'],
].map(([what = '', reason = '']) => ({ what, answered: 'not probed', reason }));
/** Every assumed part, with how it answers. Sends reads alone. Throws only where the step was cancelled. */
async function probeCallMeter({ projectId, testId, runId }, get) {
    const project = `/projects/${(0,client/* segment */.mX)(projectId)}`;
    const runsPath = (paging) => `${project}/test-runs?${new URLSearchParams({ ...(0,fields/* optional */.l)({ testId }), ...paging }).toString()}`;
    const firstPage = { page: '1', perPage: String(client/* PER_PAGE */.EK) };
    const query = new URLSearchParams(firstPage).toString();
    const tests = await answerTo(get, 'read the list of tests', `${project}/tests?${query}`);
    const runs = await answerTo(get, "read the test's runs", runsPath(firstPage));
    const second = (rowsOf(runs)?.length ?? 0) > 1
        ? await answerTo(get, "read the test's runs by pages of one", runsPath({ page: '2', perPage: '1' }))
        : undefined;
    const listed = objectsIn(rowsOf(runs) ?? []).map(folded);
    const chosen = listed.find(({ status }) => status === 'COMPLETED') ?? listed[0];
    const id = chosen ? (0,http_fields/* idOf */.TH)(chosen.id ?? chosen.testRunId) : runId;
    const detailPath = id === undefined ? undefined : `${project}/test-runs/${(0,client/* segment */.mX)(id)}`;
    const detail = detailPath === undefined ? undefined : await answerTo(get, 'read the run', detailPath);
    const endpoints = detailPath === undefined
        ? undefined
        : await answerTo(get, "read the run's endpoints", `${detailPath}/endpoints?${query}`);
    const all = [tests, runs, second, detail, endpoints];
    const answers = all.filter((one) => one !== undefined && !(one instanceof failure/* Failure */.HR));
    const run = detail instanceof failure/* Failure */.HR ? undefined : detail?.body;
    const rows = objectsIn(rowsOf(endpoints) ?? []).map(folded);
    const found = [
        listProbe('list-tests', tests, 'Test'),
        listProbe('list-runs', runs, 'Run'),
        filterProbe(listed, testId),
        orderProbe(listed),
        paginationProbe([tests, runs, endpoints]),
        pageProbe(runs, second),
        sizeProbe([tests, runs, endpoints]),
        fieldsProbe('run-detail', detail, (0,fields/* isObject */.G)(run) && (0,fields/* isObject */.G)(run.data) ? [run.data] : [], 'Run'),
        fieldsProbe('endpoint-row', endpoints, objectsIn(rowsOf(endpoints) ?? []), 'Endpoint'),
        ...probeMetrics(rows),
        casingProbe(answers),
        statusProbe(listed),
        { what: 'rate-limit-headers', ...limitHeaders(answers, LIMIT_HEADERS) },
        dateProbe(answers),
        ...NOT_PROBED,
    ];
    return found.map((one) => ({ api: 'CallMeter', ...one }));
}
/** The rows of a list; undefined where an answer holds none. */
function rowsOf(answer) {
    if (!answer || answer instanceof failure/* Failure */.HR || !(0,fields/* isObject */.G)(answer.body))
        return undefined;
    return Array.isArray(answer.body.data) ? answer.body.data : undefined;
}
/** A row with its names in camelCase, as the client takes it. */
function folded(row) {
    return Object.fromEntries(Object.entries(row).map(([name, value]) => [(0,http_fields/* camelName */.yp)(name), value]));
}
function listProbe(what, answer, thing) {
    if (answer instanceof failure/* Failure */.HR)
        return { what, answered: 'not available', reason: whyNone(answer) };
    const rows = rowsOf(answer);
    if (!rows)
        return { what, answered: 'differently', reason: '`data` is not a list.' };
    return fieldsProbe(what, answer, objectsIn(rows), thing);
}
function fieldsProbe(what, answer, rows, thing) {
    if (answer instanceof failure/* Failure */.HR)
        return { what, answered: 'not available', reason: whyNone(answer) };
    if (!answer || rows.length === 0) {
        const reason = answer ? 'The answer contains nothing to check.' : 'There is no run to check.';
        return { what, answered: 'not available', reason };
    }
    const compared = compareFields(rows, ASSUMED_FIELDS[thing], http_fields/* camelName */.yp);
    const documented = DOCUMENTED_FIELDS[thing];
    const fields = compared.fields.filter(({ field }) => !documented.includes(field));
    return { what, answered: answeredBy(compared), reason: fieldsText(compared), fields };
}
function answeredBy({ other, fitting }) {
    if (other.length > 0)
        return 'differently';
    return fitting.length > 0 ? 'as assumed' : 'not available';
}
function fieldsText({ fitting, other, lacking }) {
    const parts = [
        fitting.length > 0 ? `as assumed: ${fitting.join(', ')}` : '',
        other.length > 0 ? `of another type: ${other.join(', ')}` : '',
        lacking.length > 0 ? `not there: ${lacking.join(', ')}` : '',
    ];
    return `Fields ${parts.filter(Boolean).join('; ')}.`;
}
function filterProbe(runs, testId) {
    const what = 'list-runs-by-test';
    const told = runs.flatMap((run) => (0,http_fields/* idOf */.TH)(run.testId) ?? []);
    if (testId === undefined || told.length === 0)
        return { what, answered: 'not available', reason: 'No listed run reports its test.' };
    const others = told.filter((id) => !(0,http_fields/* isSameId */.WB)(id, testId)).length;
    return others === 0
        ? { what, answered: 'as assumed', reason: 'All listed runs are of the requested test.' }
        : { what, answered: 'differently', reason: 'Runs of other tests are listed, too.' };
}
function orderProbe(runs) {
    const what = 'list-runs-order';
    const times = runs.map(({ createdAt }) => (typeof createdAt === 'string' ? Date.parse(createdAt) : Number.NaN));
    if (times.length < 2 || times.some((time) => Number.isNaN(time)))
        return { what, answered: 'not available', reason: 'Fewer than two listed runs tell when they were created.' };
    const newestFirst = times.every((time, i) => i === 0 || time <= (times[i - 1] ?? 0));
    return newestFirst
        ? { what, answered: 'as assumed', reason: 'The newest run is listed first.' }
        : { what, answered: 'differently', reason: 'The newest run is not listed first.' };
}
/** The documented fields of an answer's paging, where it stands in the documented place. */
function paginationOf({ body }) {
    const meta = (0,fields/* isObject */.G)(body) && (0,fields/* isObject */.G)(body.meta) ? body.meta : {};
    return (0,fields/* isObject */.G)(meta.pagination) ? folded(meta.pagination) : undefined;
}
function lists(all) {
    return all.filter((one) => one !== undefined && !(one instanceof failure/* Failure */.HR));
}
function paginationProbe(all) {
    const what = 'pagination';
    const read = lists(all);
    const good = read.filter((answer) => {
        const { page, perPage, total, totalPages } = paginationOf(answer) ?? {};
        return [page, perPage, total, totalPages].every(http_fields/* isCount */.my);
    });
    if (read.length === 0)
        return { what, answered: 'not available', reason: 'No list could be read.' };
    const how = `${good.length} of ${(0,base_text/* counted */.hS)(read.length, 'list')} tell page, perPage, total and totalPages in \`meta.pagination\`.`;
    return { what, answered: good.length === read.length ? 'as assumed' : 'differently', reason: how };
}
function pageProbe(runs, second) {
    const what = 'page-and-per-page';
    if (!second)
        return { what, answered: 'not available', reason: 'There are fewer than two runs to tell it by.' };
    if (second instanceof failure/* Failure */.HR)
        return { what, answered: 'not available', reason: whyNone(second) };
    const idAt = (answer, place) => {
        const row = objectsIn(rowsOf(answer) ?? []).map(folded)[place];
        return row && (0,http_fields/* idOf */.TH)(row.id ?? row.testRunId);
    };
    const isOne = rowsOf(second)?.length === 1;
    const isSecond = idAt(second, 0) !== undefined && idAt(second, 0) === idAt(runs, 1);
    if (isOne && isSecond)
        return { what, answered: 'as assumed', reason: 'The second page of one row holds the second row.' };
    const why = isOne ? 'The second page of one row holds another row.' : '`perPage` does not set how many rows come.';
    return { what, answered: 'differently', reason: why };
}
function sizeProbe(all) {
    const what = 'page-size';
    const sizes = lists(all).flatMap((answer) => paginationOf(answer)?.perPage ?? []);
    if (sizes.length === 0)
        return { what, answered: 'not available', reason: 'No list reports its page size.' };
    return sizes.every((size) => size === client/* PER_PAGE */.EK)
        ? { what, answered: 'as assumed', reason: `Pages of ${client/* PER_PAGE */.EK} rows are given.` }
        : { what, answered: 'differently', reason: `Pages do not have the requested ${client/* PER_PAGE */.EK} rows.` };
}
/** Which casing names of fields have, metrics aside. */
function casingProbe(answers) {
    const what = 'field-casing';
    const rows = answers.flatMap(({ body }) => {
        const data = (0,fields/* isObject */.G)(body) ? body.data : undefined;
        return objectsIn(Array.isArray(data) ? data : [data]);
    });
    const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const camel = names.some((name) => (0,series/* snakeCase */.LW)(name) !== name);
    const snake = names.some((name) => (0,http_fields/* camelName */.yp)(name) !== name);
    if (!camel && !snake)
        return { what, answered: 'not available', reason: 'No name of a field has two words.' };
    return snake
        ? { what, answered: 'differently', reason: `Names of fields are in ${camel ? 'both casings' : 'snake_case'}.` }
        : { what, answered: 'as assumed', reason: 'Names of fields are in camelCase.' };
}
function statusProbe(runs) {
    const what = 'run-statuses';
    const statuses = runs.flatMap(({ status }) => (typeof status === 'string' ? [status] : []));
    if (statuses.length === 0)
        return { what, answered: 'not available', reason: 'No listed run has a status.' };
    return statuses.every((status) => (0,model_run/* isKnownStatus */.ih)((0,series/* snakeCase */.LW)(status.trim()).toUpperCase()))
        ? { what, answered: 'as assumed', reason: 'All listed runs have a status that some page names.' }
        : { what, answered: 'differently', reason: 'Some listed runs have a status that no page names.' };
}
function dateProbe(answers) {
    const what = 'date-header';
    if (answers.length === 0)
        return { what, answered: 'not available', reason: 'No request was answered.' };
    return answers.every(({ headers }) => !Number.isNaN(Date.parse(headers.date ?? '')))
        ? { what, answered: 'as assumed', reason: 'Every answer reports the time of the server.' }
        : { what, answered: 'not available', reason: 'Some answers do not tell the time of the server.' };
}

// EXTERNAL MODULE: ./lib/apis/callmeter/vendor.js
var vendor = __webpack_require__(9305);
;// CONCATENATED MODULE: ./lib/apis/callscaler/assumptions.js
// Which edition of its documentation CallScaler's API answers by, and how it answers what neither has: asked by reading alone, and told in names of
// fields and types.





const [assumptions_ID, MAYBE] = [['text', 'count'], ['text', 'null']];
/** The fields that openapi.yaml describes, by the name of the thing there. */
const CALLSCALER_FIELDS = {
    TrackingNumber: {
        id: assumptions_ID,
        phone_number: ['text'],
        friendly_name: MAYBE,
        name: MAYBE,
        status: ['text'],
        created_at: ['text'],
    },
    Call: {
        id: assumptions_ID,
        created_at: ['text'],
        status: MAYBE,
        direction: MAYBE,
        tracking_number: ['text'],
        caller_number: MAYBE,
        duration_seconds: ['number', 'null'],
        recording_url: MAYBE,
        recording_duration: ['number', 'null'],
        cost_cents: ['number', 'null'],
    },
};
/** Every assumed or contradicted part, with how it answers. Throws only where the step was cancelled. */
async function probeCallScaler(get) {
    const numbers = await answerTo(get, 'read the list of tracking numbers', '/numbers');
    const calls = await answerTo(get, 'read the list of calls', '/calls?page=1&per_page=100&limit=100&offset=0');
    const answers = [numbers, calls].filter((one) => !(one instanceof failure/* Failure */.HR));
    const found = [
        assumptions_listProbe('list-numbers', numbers, 'numbers', 'TrackingNumber'),
        assumptions_listProbe('list-calls', calls, 'calls', 'Call'),
        pagingProbe(calls),
        assumptions_statusProbe(calls),
        { what: 'rate-limit-headers', ...limitHeaders(answers, LIMIT_HEADERS) },
    ];
    return found.map((one) => ({ api: 'CallScaler', ...one }));
}
function dataOf(answer) {
    return !(answer instanceof failure/* Failure */.HR) && (0,fields/* isObject */.G)(answer.body) && (0,fields/* isObject */.G)(answer.body.data)
        ? answer.body.data
        : undefined;
}
function assumptions_listProbe(what, answer, list, thing) {
    if (answer instanceof failure/* Failure */.HR)
        return { what, answered: 'not available', reason: whyNone(answer) };
    const rows = dataOf(answer)?.[list];
    if (!Array.isArray(rows))
        return { what, answered: 'differently', reason: `\`data.${list}\` is not a list.` };
    if (rows.length === 0)
        return { what, answered: 'not available', reason: 'The list is empty.' };
    const { fields, other } = compareFields(objectsIn(rows), CALLSCALER_FIELDS[thing], http_fields/* snakeName */.oJ);
    return other.length > 0
        ? { what, answered: 'differently', reason: `Of another type: ${other.join(', ')}.`, fields }
        : { what, answered: 'as assumed', reason: 'All known fields that came are of their types.', fields };
}
function pagingProbe(calls) {
    const what = 'paging';
    const data = dataOf(calls);
    if (!data)
        return { what, answered: 'not available', reason: 'The list of calls could not be read.' };
    const nested = (0,fields/* isObject */.G)(data.pagination);
    const names = new Set(Object.keys((0,fields/* isObject */.G)(data.pagination) ? data.pagination : data).map(http_fields/* snakeName */.oJ));
    if (names.has('has_more') || names.has('next_cursor'))
        return {
            what,
            answered: 'as assumed',
            reason: `The list is paged as in the newer edition${nested ? ', under `data.pagination`' : ''}.`,
        };
    return names.has('total')
        ? { what, answered: 'as assumed', reason: 'The list is paged as in the older edition.' }
        : { what, answered: 'differently', reason: 'The list is paged as in neither edition.' };
}
/** The words for a call that each edition has alone, and those of both. */
const STATUSES = {
    older: ['answered', 'missed'],
    newer: ['completed', 'no-answer', 'busy', 'failed'],
    both: ['voicemail'],
};
function assumptions_statusProbe(calls) {
    const what = 'call-statuses';
    const list = dataOf(calls)?.calls;
    const statuses = objectsIn(Array.isArray(list) ? list : []).flatMap(({ status }) => typeof status === 'string' ? [status] : []);
    if (statuses.length === 0)
        return { what, answered: 'not available', reason: 'No listed call has a status.' };
    const isOf = (edition) => statuses.some((status) => STATUSES[edition].includes(status));
    const isKnown = statuses.every((status) => Object.values(STATUSES).flat().includes(status));
    if (!isKnown)
        return { what, answered: 'differently', reason: 'Some listed calls have a status that neither edition names.' };
    const editions = ['older', 'newer'].filter(isOf);
    const which = editions.length === 0 ? 'both editions' : `the ${editions.join(' and the ')} edition`;
    return { what, answered: 'as assumed', reason: `The statuses of calls are those of ${which}.` };
}

// EXTERNAL MODULE: ./lib/apis/callscaler/client.js + 1 modules
var callscaler_client = __webpack_require__(1994);
// EXTERNAL MODULE: ./lib/apis/callscaler/number.js
var callscaler_number = __webpack_require__(4441);
// EXTERNAL MODULE: ./lib/apis/callscaler/vendor.js
var callscaler_vendor = __webpack_require__(8014);
;// CONCATENATED MODULE: ./lib/apis/github/reader.js

/** How many of a branch's newest commits are read: each is a request of its own, where a run reads a hundred at once. */
const MAX_COMMITS = 20;
/** The repository, read with `get`. */
function githubReader({ owner, repo }, get) {
    const base = `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}`;
    return {
        mayWrite: async () => {
            const { headers, body } = await get('read the repository', base);
            return writesBy(headers['x-oauth-scopes'], (0,fields/* isObject */.G)(body) ? body : {});
        },
        readStatuses: async (sha) => {
            await get('read the statuses of the commit', `${base}/commits/${encodeURIComponent(sha)}/statuses?per_page=1`);
        },
        readComments: async (pull) => {
            await get(`read the comments of pull request ${pull}`, `${base}/issues/${pull}/comments?per_page=1`);
        },
        listStatuses: async (branch, context) => {
            const query = new URLSearchParams({ sha: branch, per_page: String(MAX_COMMITS) }).toString();
            const { body } = await get('read the commits of the branch', `${base}/commits?${query}`);
            const found = [];
            for (const { sha } of objectsOf(body)) {
                if (typeof sha !== 'string')
                    continue;
                const path = `${base}/commits/${encodeURIComponent(sha)}/statuses?per_page=100`;
                const statuses = objectsOf((await get('read the statuses of a commit', path)).body);
                const newest = statuses.find((status) => isSameContext(status.context, context));
                found.push({ sha, ...(newest ? { status: statusOf(newest) } : {}) });
                if (found.at(-1)?.status?.state === 'SUCCESS')
                    break;
            }
            return found;
        },
    };
}
/** Whether a classic token may write: answers tell its scopes, and what its user may do. Of any other token no answer tells what it was granted. */
function writesBy(scopes, { permissions }) {
    if (typeof scopes !== 'string')
        return false;
    const granted = scopes.split(',').map((scope) => scope.trim());
    const mayPush = (0,fields/* isObject */.G)(permissions) && permissions.push === true;
    return mayPush && granted.includes('repo');
}
function statusOf({ state, target_url: url, created_at: at }) {
    const text = (value) => (typeof value === 'string' ? value : '');
    return { state: text(state).toUpperCase(), url: text(url), at: text(at) };
}
function isSameContext(told, asked) {
    return typeof told === 'string' && told.toLowerCase() === asked.toLowerCase();
}
function objectsOf(body) {
    return Array.isArray(body) ? body.filter((row) => (0,fields/* isObject */.G)(row)) : [];
}

// EXTERNAL MODULE: ./lib/apis/http/bearer-api.js
var bearer_api = __webpack_require__(1952);
// EXTERNAL MODULE: ./lib/apis/http/connection.js + 1 modules
var connection = __webpack_require__(760);
;// CONCATENATED MODULE: ./lib/apis/http/reading.js
/** The exchange for reads alone: any other request is a bug, and is not sent. */
function readingOnly(exchange) {
    return (request, signal) => request.method === 'GET'
        ? exchange(request, signal)
        : Promise.reject(new Error(`${request.method} is refused: this exchange only reads`));
}

// EXTERNAL MODULE: ./lib/inputs/connection.js
var inputs_connection = __webpack_require__(5813);
// EXTERNAL MODULE: ./lib/model/check.js
var check = __webpack_require__(5625);
// EXTERNAL MODULE: ./lib/stages/baseline.js + 3 modules
var stages_baseline = __webpack_require__(1018);
// EXTERNAL MODULE: ./lib/apis/github/repository.js
var repository = __webpack_require__(9413);
// EXTERNAL MODULE: ./lib/model/subject.js
var model_subject = __webpack_require__(5605);
// EXTERNAL MODULE: ./lib/stages/base-branch.js
var base_branch = __webpack_require__(3215);
;// CONCATENATED MODULE: ./lib/stages/check-github.js





/** Whether the commit status and the comment could be written, as far as reading tells. Throws only where the step was cancelled. */
async function checkGitHub({ comment, 'commit-status': statusContext }, place) {
    const { context } = place;
    const status = statusContext
        ? await permissionFinding('commit-status', 'statuses', place, (reader, { sha }) => reader.readStatuses(sha))
        : { what: 'commit-status', state: 'not set', reason: 'No commit status is requested.' };
    if (comment === 'never')
        return [status, { what: 'comment', state: 'not set', reason: 'No pull request comment is requested.' }];
    if (context && !context.pull) {
        const reason = 'This workflow does not run for a pull request, so there is nothing to comment on.';
        return [status, { what: 'comment', state: 'not set', reason }];
    }
    const written = await permissionFinding('comment', 'pull-requests', place, (reader, { pull }) => reader.readComments(pull?.number ?? 0));
    return [status, written];
}
/** What is known of a permission to write: nothing proves it but writing, so a successful read leaves it unknown. */
async function permissionFinding(what, permission, { context, reader, isOfPull }, read) {
    const lacking = (why) => ({ what, state: 'warning', reason: `It would not be written: ${why}` });
    if (!context)
        return lacking('this is no workflow of GitHub.');
    if (!reader)
        return lacking('`github-token` is empty.');
    const fork = context.pull?.fork;
    if (fork && isOfPull)
        return lacking('the token of a pull request from a fork may only read.');
    try {
        await read(reader, context);
        if (await reader.mayWrite())
            return { what, state: 'ok', reason: 'The scopes of the token allow to write it.' };
        const reason = `The token can read it; whether it has the permission \`${permission}: write\` only shows when it is written.`;
        return { what, state: 'unknown', reason };
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR) || error.kind === 'aborted')
            throw error;
        return lacking((0,repository/* explainRefusal */.GC)(error, permission, fork));
    }
}
/** How the run of a test that the base branch passed with is had by reading alone. The branch is looked at once. */
function baseRunByReading(statusContext, { context, reader }) {
    let commits;
    return async (testId) => {
        if (!context?.base)
            return (0,model_subject/* missing */.LO)('this workflow does not run for a branch');
        if (!reader)
            return (0,model_subject/* missing */.LO)('the base branch could not be read: `github-token` is empty');
        try {
            commits ??= reader.listStatuses(context.base, statusContext);
            const found = await commits;
            const run = (0,base_branch/* baseRunOf */.I)(found, { branch: context.base, context: statusContext, own: context.sha }, testId);
            return (0,model_subject/* isAbsence */.Md)(run) && found.length >= MAX_COMMITS
                ? (0,model_subject/* missing */.LO)(`${run.reason}; a run checks more commits than this`)
                : run;
        }
        catch (error) {
            if (!(error instanceof failure/* Failure */.HR) || error.kind === 'aborted')
                throw error;
            const why = (0,repository/* explainRefusal */.GC)(error, 'contents', context.pull?.fork).replace(/\.$/, '');
            return (0,model_subject/* missing */.LO)(`the base branch could not be read: ${why}`);
        }
    };
}

// EXTERNAL MODULE: ./lib/base/duration.js
var duration = __webpack_require__(8045);
// EXTERNAL MODULE: ./lib/model/unavailable.js
var unavailable = __webpack_require__(4535);
// EXTERNAL MODULE: ./lib/thresholds/evaluate.js + 1 modules
var evaluate = __webpack_require__(8173);
// EXTERNAL MODULE: ./lib/thresholds/reference.js
var reference = __webpack_require__(6573);
// EXTERNAL MODULE: ./lib/thresholds/syntax.js
var syntax = __webpack_require__(5437);
// EXTERNAL MODULE: ./lib/stages/comparable.js
var comparable = __webpack_require__(7103);
// EXTERNAL MODULE: ./lib/stages/earlier-runs.js
var earlier_runs = __webpack_require__(6134);
// EXTERNAL MODULE: ./lib/stages/results.js
var results = __webpack_require__(809);
// EXTERNAL MODULE: ./lib/stages/run-facts.js
var run_facts = __webpack_require__(5956);
;// CONCATENATED MODULE: ./lib/stages/check-task.js















/** How long it has to be said that there is no list of runs, in ms: once may be a fault of the moment. */
const NO_LIST_MS = 2_000;
/** How long an outage is waited out while earlier runs are read, in ms: a check can be repeated, and says what it could not read. */
const EARLIER_PATIENCE_MS = 30_000;
/** How long reading earlier runs for one purpose may take, in ms. */
const EARLIER_ALLOWANCE_MS = 120_000;
/** The id of the run that is not started. */
const COMING = 'the run that a check does not start';
/** What is found of a test that is to be started. Throws only where the step was cancelled. */
async function checkTest({ project, test, asked }, inputs, scope, tools) {
    const coming = { ...tools, api: withComingRun(tools.api) };
    const facts = { status: 'COMPLETED', ...(0,fields/* optional */.l)({ plannedSeconds: test.plannedSeconds }) };
    const { thresholds } = inputs;
    const target = { projectId: project.id, testId: test.id, asked, runId: COMING, facts, thresholds };
    const within = { ...ofEarlier(scope, tools), refusalMs: NO_LIST_MS };
    const subject = await newestSubject(target, within, coming);
    const lasted = (0,model_subject/* isAbsence */.Md)(subject) ? undefined : subject.durationSeconds;
    const comparing = { ...ofEarlier(scope, tools), refusalMs: NO_LIST_MS };
    const compared = await comparedFindings(target, inputs, comparing, { subject, ...coming });
    return [testFinding(test, inputs.timeout, lasted), ...compared];
}
/** What is found of a run that is to be followed. Throws only where the step was cancelled. */
async function checkRun({ project, runId, asked }, inputs, scope, tools) {
    try {
        const run = await tools.api.getRun(project.id, runId, scope);
        let found = {
            what: 'run-id',
            state: 'ok',
            reason: `The run can be read; it is ${(0,base_text/* plain */.pj)(run.status, 40)}.`,
        };
        const { thresholds } = inputs;
        const testId = run.testId ?? '';
        const target = { projectId: project.id, testId, asked, runId, facts: (0,run_facts/* factsOfRun */.H)(run), thresholds };
        const readable = await readableSubject(target, { ...run, id: runId }, scope, tools);
        const { unreadable, subject } = readable;
        // A step that follows the run would end in the same failure.
        if (unreadable)
            found = { ...found, state: 'problem', reason: (0,failure/* explain */.WE)(unreadable), code: (0,failure/* codeOf */.$N)(unreadable) };
        return [found, ...(await comparedFindings(target, inputs, ofEarlier(scope, tools), { subject, ...tools }))];
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR) || error.kind === 'aborted')
            throw error;
        const unread = 'Not checked: the run cannot be read.';
        return [
            { what: 'run-id', state: 'problem', reason: (0,failure/* explain */.WE)(error), code: (0,failure/* codeOf */.$N)(error) },
            { what: 'thresholds', state: 'unknown', reason: unread },
            { what: 'baseline', state: inputs.baseline ? 'unknown' : 'not set', reason: inputs.baseline ? unread : NO_BASELINE_SET },
        ]; // prettier-ignore
    }
}
/** A scope for reading earlier runs: what cannot be read soon is unknown. */
function ofEarlier(scope, { clock }) {
    const deadline = Math.min(scope.deadline, clock.now() + EARLIER_ALLOWANCE_MS);
    return { ...scope, deadline, patienceMs: EARLIER_PATIENCE_MS };
}
/** What a run that completed measured; with the failure if its results cannot be read. */
async function readableSubject(target, run, scope, tools) {
    if (run.status !== 'COMPLETED')
        return { subject: (0,model_subject/* missing */.LO)(`the run is ${(0,base_text/* plain */.pj)(run.status, 40)}`) };
    try {
        return { subject: await subjectOf(target, run, scope, tools) };
    }
    catch (error) {
        const subject = unlessCancelled(error);
        return error instanceof failure/* Failure */.HR ? { subject, unreadable: error } : { subject };
    }
}
const NO_BASELINE_SET = 'Nothing is compared with.';
/** `lasted` is how long the newest earlier run was running, in seconds. */
function testFinding({ name, id, listed, plannedSeconds }, timeout, lasted) {
    const what = 'test';
    if (!listed) {
        const reason = 'The API lists no tests, so it only shows when it is started whether there is one with this id.';
        return { what, state: 'unknown', reason };
    }
    const seconds = plannedSeconds ?? lasted;
    if (seconds !== undefined && seconds * 1_000 >= timeout) {
        const reason = `Its calls last ${(0,duration/* formatDuration */.a)(seconds * 1_000)}, and \`timeout\` is ${(0,duration/* formatDuration */.a)(timeout)}: a run would be \`timed-out\`.`;
        return { what, state: 'warning', reason };
    }
    const length = seconds === undefined ? '; its duration is unknown' : '';
    return { what, state: 'ok', reason: `Test ${(0,base_text/* plain */.pj)(name ?? id, 80)} is listed${length}.` };
}
/** The list of runs as it will be once a run has been started, so that earlier ones are found as that run would find them. */
function withComingRun(api) {
    const coming = { id: COMING, status: 'COMPLETED', detail: {} };
    return {
        ...api,
        listRuns: async (projectId, testId, page, scope) => {
            const read = await api.listRuns(projectId, testId, page, scope);
            return page === 1 ? { ...read, items: [coming, ...read.items] } : read;
        },
    };
}
/** What the newest earlier run that completed whole measured, or why that is not known. */
async function newestSubject(target, scope, tools) {
    try {
        const found = await (0,earlier_runs/* findEarlierRuns */.a)({ ...target, count: 1 }, {
            why: (earlier) => (0,comparable/* whyNotWhole */.$B)(earlier, target.facts),
            needsDetail: true,
            mayFail: true,
            take: async (run) => ({ taken: await subjectOf(target, run, scope, tools) }),
        }, scope, tools.api);
        if ((0,model_subject/* isAbsence */.Md)(found))
            return found;
        return (found.find(({ taken }) => taken)?.taken ??
            (0,model_subject/* missing */.LO)('there is no earlier run of the test that completed as planned'));
    }
    catch (error) {
        return unlessCancelled(error);
    }
}
/** A failure of reading earlier runs as missing. Throws anything else, and that the step was cancelled. */
function unlessCancelled(error) {
    if (!(error instanceof failure/* Failure */.HR) || error.kind === 'aborted')
        throw error;
    return (0,model_subject/* missing */.LO)((0,failure/* explain */.WE)(error).replace(/\.$/, ''));
}
async function subjectOf({ projectId }, run, scope, { api, clock, log }) {
    const read = await (0,results/* readResults */.x8)({ projectId, runId: run.id ?? '', run }, scope, { api, clock, log });
    return { run, measurements: (0,unavailable/* withoutUnavailable */.P)(read).measurements, ...(0,model_run/* timesOf */.Qv)(run, []) };
}
/** What is found of the thresholds and the baseline. */
async function comparedFindings(target, { thresholds, baseline: request }, scope, { subject, ...tools }) {
    let baseline;
    try {
        baseline = await (0,stages_baseline/* findBaseline */.Xn)(request, target, scope, tools);
    }
    catch (error) {
        baseline = unlessCancelled(error);
    }
    return [...thresholdFindings(thresholds, subject, baseline), baselineFinding(baseline)];
}
/** Whether thresholds find values in what an earlier run measured: a finding for each that does not, and one for all that do. */
function thresholdFindings(thresholds, subject, baseline) {
    const what = 'thresholds';
    if ((0,model_subject/* isAbsence */.Md)(subject)) {
        const reason = `Whether ${(0,base_text/* counted */.hS)(thresholds.length, 'threshold')} will find a value is not known: ${subject.reason}.`;
        return [{ what, state: 'unknown', reason: (0,base_text/* plain */.pj)(reason, 600) }];
    }
    const compared = baseline && !(0,model_subject/* isAbsence */.Md)(baseline) ? (baseline.subject ?? baseline.runs) : baseline;
    const results = (0,evaluate/* evaluate */._3)(thresholds, subject, compared);
    const good = results.filter(({ state }) => state === 'held' || state === 'breached');
    const run = `run ${(0,base_text/* plain */.pj)(subject.run.id ?? '', 80)}`;
    const reason = `${good.length} of ${(0,base_text/* counted */.hS)(results.length, 'threshold')} ${good.length === 1 ? 'has' : 'have'} a value in the earlier ${run}.`;
    const found = { what, state: 'ok', reason };
    return [
        ...results.filter((result) => !good.includes(result)).map(lackingFinding),
        ...(good.length > 0 ? [found] : []),
    ];
}
function lackingFinding({ threshold, state, reason = '' }) {
    const what = 'thresholds';
    const text = (0,base_text/* plain */.pj)(threshold.text, 120);
    const why = (0,base_text/* plain */.pj)(reason, 500);
    if (state === 'invalid')
        return { what, state: 'problem', reason: `${text} cannot be evaluated: ${why}`, code: 'threshold-invalid' };
    if ((0,syntax/* asksFarEnd */.z1)(threshold.left) || (0,syntax/* asksFarEnd */.z1)(threshold.right))
        return { what, state: 'unknown', reason: `${text} needs what the far end receives, which only a run shows.` };
    return { what, state: 'warning', reason: `${text} finds no value: ${why}` };
}
function baselineFinding(baseline) {
    const what = 'baseline';
    if (!baseline)
        return { what, state: 'not set', reason: NO_BASELINE_SET };
    const missingData = 'what compares with it would find no value (see `missing-data`)';
    if ((0,model_subject/* isAbsence */.Md)(baseline))
        return { what, state: 'warning', reason: `It is not there, and ${missingData}: ${(0,base_text/* plain */.pj)(baseline.reason, 500)}.` };
    const counting = baseline.runs?.filter(({ apart }) => !apart).length;
    if (counting !== undefined && counting < reference/* LEAST_RUNS */.lk) {
        const leftOut = baseline.runs && baseline.leftOut ? ` Left out: ${(0,base_text/* plain */.pj)(baseline.leftOut, 400)}` : '';
        const reason = `There ${counting === 1 ? 'is' : 'are'} ${(0,base_text/* counted */.hS)(counting, 'earlier run')}, and ${reference/* LEAST_RUNS */.lk} are needed: ${missingData}.${leftOut}`;
        return { what, state: 'warning', reason };
    }
    return { what, state: 'ok', reason: `It is ${(0,base_text/* plain */.pj)(baseline.name, 200)}.` };
}

// EXTERNAL MODULE: ./lib/stages/find.js
var stages_find = __webpack_require__(9296);
;// CONCATENATED MODULE: ./lib/stages/check-only.js
// Everything that a run needs, looked at without starting anything. All requests go over an exchange that only reads, and no part of an API that changes
// anything is opened.



















/** How long an outage of what a run does not depend on is sat out, in ms, and how long all of it may take. */
const [SIDE_PATIENCE_MS, SIDE_ALLOWANCE_MS] = [15_000, 90_000];
/** How long a refusal of what may not be there has to stand, in ms: once may be a fault of the moment. */
const REFUSAL_MS = 2_000;
/** Looks at everything that the inputs need, and says what it found. Never throws for what it finds; starts, stops and writes nothing. */
async function checkOnly(inputs, tools) {
    const { clock, signal } = tools.world;
    const scope = { deadline: clock.now() + inputs.timeout, signal };
    try {
        const place = placeOf(inputs, scope, tools);
        const { findings, assumptions } = await checkCallMeter(inputs, place, scope, tools);
        const far = await checkFarEnd(inputs, scope, tools);
        const github = await checkGitHub(inputs, place);
        return (0,check/* checkReport */.p)([...findings, ...far.findings, ...github], [...assumptions, ...far.assumptions]);
    }
    catch (error) {
        if (!(0,failure/* failedAs */.C4)(error, 'aborted'))
            throw error;
        return {
            verdict: 'cancelled',
            findings: [],
            assumptions: [],
            problem: 'The workflow was cancelled during the check.',
        };
    }
}
/** What an API needs of the step, over an exchange that only reads. */
function connect(vendor, { apiUrl, apiKey }, inputs, tools) {
    const secrets = [inputs['api-key'], inputs['callscaler-api-key'], inputs['github-token']].filter(Boolean);
    const { world, log } = tools;
    return (0,connection/* connectionTo */.m)(vendor, { apiUrl, apiKey, secrets }, { ...world, log, exchange: (options) => readingOnly(world.exchange(options)) });
}
/** A scope for what a run does not depend on: looked at soon, or not at all. */
function aside(scope, { world }) {
    const deadline = Math.min(scope.deadline, world.clock.now() + SIDE_ALLOWANCE_MS);
    return { ...scope, deadline, patienceMs: SIDE_PATIENCE_MS, refusalMs: REFUSAL_MS };
}
async function checkCallMeter(inputs, place, scope, tools) {
    const options = connect(vendor/* CALLMETER */.w, { apiUrl: inputs['api-url'], apiKey: inputs['api-key'] }, inputs, tools);
    const { world, log } = tools;
    const api = (0,client/* callMeterReader */.PN)(options);
    const file = baselineFileFindings(inputs, tools);
    let project;
    try {
        project = await log.group('Find the project', () => (0,stages_find/* findProject */.t1)(api, inputs.project, scope));
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR) || error.kind === 'aborted')
            throw error;
        return { findings: [...notFound(error, inputs), ...file], assumptions: [] };
    }
    const findings = [
        { what: 'api-key', state: 'ok', reason: 'CallMeter accepts it.' },
        ...(inputs.test.length > 0 ? [KEY_ROLE] : []),
        { what: 'project', state: 'ok', reason: `Project ${(0,base_text/* plain */.pj)(project.name ?? project.id, 80)} is listed.` },
    ];
    const asked = { ...project, asked: inputs.project };
    const baseRun = baseRunByReading(inputs['commit-status'], place);
    const checking = { api, baseRun, clock: world.clock, files: world.files, log };
    const several = inputs.test.length + inputs['run-id'].length > 1;
    const add = (name, found) => {
        // What is wrong with a baseline file is said once, and as what it is.
        const shown = found.filter(({ what }) => what !== 'baseline' || file.length === 0);
        findings.push(...shown.map((finding) => (several ? { ...finding, of: name } : finding)));
    };
    const tests = await testsOf(inputs, project.id, scope, api);
    for (const { name, test } of tests) {
        if ('state' in test)
            add(name, [test]);
        else
            add(name, await checkTest({ kind: 'test', project: asked, asked: name, test }, inputs, scope, checking));
    }
    for (const runId of inputs['run-id'])
        add(runId, await checkRun({ kind: 'run', project: asked, asked: runId, runId }, inputs, scope, checking));
    const first = tests.map(({ test }) => test).find((test) => !('state' in test));
    const [runId] = inputs['run-id'];
    const get = getOf(options, aside(scope, tools));
    const account = { projectId: project.id, ...(first ? { testId: first.id } : {}), ...(runId ? { runId } : {}) };
    const assumptions = await log.group('Probe what the API does not document', () => probeCallMeter(account, get));
    return { findings: [...findings, ...file], assumptions };
}
const KEY_ROLE = {
    what: 'key-role',
    state: 'unknown',
    reason: 'Whether its role may run tests only shows when one is started: Tester or higher is needed.',
};
function getOf(options, scope) {
    const { get } = (0,bearer_api/* bearerApi */.Y)(options);
    return (purpose, path) => get(purpose, path, scope);
}
/** What is said where the project cannot be found: what depends on it was not looked at. */
function notFound(error, inputs) {
    const wrong = { state: 'problem', reason: (0,failure/* explain */.WE)(error), code: (0,failure/* codeOf */.$N)(error) };
    const isName = (0,failure/* failedAs */.C4)(error, 'input');
    const why = isName ? 'the project is not found' : 'the list of projects cannot be read';
    const unread = { state: 'unknown', reason: `Not checked: ${why}.` };
    const name = isName ? { what: 'project', ...wrong } : { what: 'project', ...unread };
    return [
        isName ? { what: 'api-key', state: 'ok', reason: 'CallMeter accepts it.' } : { what: 'api-key', ...wrong },
        name,
        { what: inputs['run-id'].length > 0 ? 'run-id' : 'test', ...unread },
        { what: 'thresholds', ...unread },
        ...(inputs.baseline ? [{ what: 'baseline', ...unread }] : []),
    ];
}
/** Each test that the workflow names, or what is wrong with it. */
async function testsOf({ test: names }, projectId, scope, api) {
    const find = async (wanted) => {
        try {
            return wanted.length === 0 ? [] : await (0,stages_find/* findTests */.fk)(api, projectId, wanted, scope);
        }
        catch (error) {
            if (!(error instanceof failure/* Failure */.HR) || error.kind === 'aborted')
                throw error;
            // Of several names each is looked up by itself, to tell which of them is wrong.
            if (error.kind === 'input' && wanted.length > 1) {
                const found = [];
                for (const name of wanted)
                    found.push(...(await find([name])));
                return found.some((one) => 'state' in one) ? found : wanted.map(() => problemWith(error));
            }
            return wanted.map(() => problemWith(error));
        }
    };
    const found = await find(names);
    return names.flatMap((name, i) => (found[i] ? [{ name, test: found[i] }] : []));
}
function problemWith(error) {
    return { what: 'test', state: 'problem', reason: (0,failure/* explain */.WE)(error), code: (0,failure/* codeOf */.$N)(error) };
}
/** A baseline file that is no report ends a run in `error` before anything is started. */
function baselineFileFindings({ baseline }, { world }) {
    try {
        (0,stages_baseline/* checkBaselineFile */.su)(baseline, world.files);
        return [];
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR))
            throw error;
        return [{ what: 'baseline', state: 'problem', reason: (0,failure/* explain */.WE)(error), code: (0,failure/* codeOf */.$N)(error) }];
    }
}
/** Whether the far end can be asked, and how its API answers. */
async function checkFarEnd(inputs, scope, tools) {
    const { 'callscaler-number': number, 'callscaler-api-key': apiKey } = inputs;
    const what = 'far-end';
    if (!number)
        return { findings: [{ what, state: 'not set', reason: 'The far end is not used.' }], assumptions: [] };
    const options = connect(callscaler_vendor/* CALLSCALER */.$, { apiUrl: inputs['callscaler-api-url'], apiKey }, inputs, tools);
    const within = aside(scope, tools);
    let list;
    try {
        list = await (0,callscaler_client/* callScaler */.rj)(options).listNumbers(within);
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR) || error.kind === 'aborted')
            throw error;
        const reason = `CallScaler cannot be read now; its values are missing if it cannot be read after the run: ${(0,failure/* explain */.WE)(error)}`;
        return { findings: [{ what, state: 'warning', reason, code: (0,failure/* codeOf */.$N)(error) }], assumptions: [] };
    }
    const assumptions = await probeCallScaler(getOf(options, within));
    try {
        const { phoneNumber } = (0,callscaler_number/* findNumber */.l)(list, number);
        const reason = `CallScaler accepts the key, and lists ${(0,base_text/* plain */.pj)(phoneNumber, 40)}.`;
        return { findings: [{ what, state: 'ok', reason }], assumptions };
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR))
            throw error;
        // What could not be read of the list may hold the number.
        const state = list.lacking ? 'unknown' : 'problem';
        return { findings: [{ what, state, reason: (0,failure/* explain */.WE)(error), code: (0,failure/* codeOf */.$N)(error) }], assumptions };
    }
}
/** GitHub's API, as guidance for its errors. Its limit is by the hour; this one only spreads the few requests of a check. */
const GITHUB = {
    name: 'GitHub',
    urlInput: 'GITHUB_API_URL',
    advice: {},
    limitPerMinute: 120,
};
function placeOf(inputs, scope, tools) {
    const { context, world } = tools;
    const token = inputs['github-token'];
    const apiUrl = (0,inputs_connection/* apiUrlOf */.p)(world.env.GITHUB_API_URL || 'https://api.github.com');
    const isOfPull = world.env.GITHUB_EVENT_NAME === 'pull_request';
    if (!context || !token || !apiUrl)
        return { context, reader: undefined, isOfPull };
    const { get } = (0,bearer_api/* bearerApi */.Y)(connect(GITHUB, { apiUrl, apiKey: token }, inputs, tools));
    const reader = githubReader(context, (purpose, path) => get(purpose, path, aside(scope, tools)));
    return { context, reader, isOfPull };
}


/***/ })

};
