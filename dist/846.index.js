export const id = 846;
export const ids = [846];
export const modules = {

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

/***/ 8523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openTools: () => (/* binding */ openTools)
});

// EXTERNAL MODULE: ./lib/apis/callmeter/client.js
var client = __webpack_require__(8108);
// EXTERNAL MODULE: ./lib/apis/callscaler/client.js + 1 modules
var callscaler_client = __webpack_require__(1994);
// EXTERNAL MODULE: ./lib/model/subject.js
var subject = __webpack_require__(5605);
// EXTERNAL MODULE: ./lib/apis/callscaler/number.js
var callscaler_number = __webpack_require__(4441);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./lib/base/duration.js
var duration = __webpack_require__(8045);
// EXTERNAL MODULE: ./lib/base/failure.js
var failure = __webpack_require__(1747);
// EXTERNAL MODULE: ./lib/apis/http/paged-list.js
var paged_list = __webpack_require__(7012);
// EXTERNAL MODULE: ./lib/apis/http/retry.js
var retry = __webpack_require__(3388);
// EXTERNAL MODULE: ./lib/base/text.js
var base_text = __webpack_require__(8566);
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
    return tally.received === 0 ? undefined : { ...tally, unclassified: named((0,counts/* countsOf */.m)(others)) };
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
const FIRST_WAIT_MS = 5_000;
/** The wait before the second, in ms: a little longer than the tally must stand, so that a timer that is early costs no third. */
const SECOND_WAIT_MS = STEADY_MS + 1_000;
/** Longest wait between two readings, in ms. Each is longer than the one before: what is late may be later still. */
const MAX_WAIT_MS = 30_000;
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
    const bounded = { ...scope, deadline: Math.min(scope.deadline, limit + retry/* OUTAGE_PATIENCE_MS */.N8) };
    /** As the last whole reading had it, and since when. */
    let tally;
    let since = 0;
    let waitMs = Math.min(FIRST_WAIT_MS, limit - clock.now());
    for (let nextMs = SECOND_WAIT_MS;; nextMs = Math.min(nextMs * GROWTH, MAX_WAIT_MS)) {
        await clock.sleep(waitMs, scope.signal);
        if (scope.signal?.aborted)
            throw new failure/* Failure */.HR('aborted', 'The step was cancelled.');
        const asked = clock.now();
        const { items, lacking } = await (0,paged_list/* readItems */.F)({
            read: (position) => api.listCalls(window, position, bounded),
            maxPages: callscaler_client/* MAX_PAGES */.Y0,
            outOfTime: () => clock.now() >= bounded.deadline,
        });
        const now = tallyCalls(items, { ...window, number: (0,callscaler_number/* digitsOf */.C)(number.phoneNumber) });
        if (lacking || !(0,external_node_util_.isDeepStrictEqual)(now, tally))
            since = clock.now();
        if (!lacking)
            tally = now;
        const steady = tally !== undefined && underWay(tally) === 0 && asked - since >= STEADY_MS;
        const leftMs = limit - clock.now();
        if (lacking && !tally && leftMs <= 0) {
            throw new failure/* Failure */.HR('incomplete', `The list of calls is not complete: ${lacking}.`, {
                advice: 'Increase `callscaler-settle`, or run again.',
            });
        }
        if (steady || leftMs <= 0)
            return { tally, steady };
        waitMs = Math.min(nextMs, leftMs);
        log.info(`${lacking ? `The list of calls is not complete: ${lacking}` : told(tally)}; reading again in ${(0,duration/* formatDuration */.a)(waitMs)}`);
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
            number = (0,callscaler_number/* findNumber */.l)(list, wanted);
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
                log.warning(`CallScaler cannot be read now; trying again after the run: ${(0,failure/* explain */.WE)(error)}`);
            }
        },
        callsOf: async ({ from, to }, settleMs, { signal }) => {
            // Runs that are followed may have run at the same time. A baseline, which need not settle, may be one of them.
            if (settleMs > 0 && judged.some((other) => other.from < to && from < other.to)) {
                log.warning('Runs of this step overlapped in time, so each also counts the calls of the others.');
                return (0,subject/* missing */.LO)('the run overlapped another run of this step, so their calls cannot be distinguished');
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
                log.warning(`The far end could not be read: ${(0,failure/* explain */.WE)(error)}`);
                return (0,subject/* missing */.LO)(`CallScaler could not be read: ${(0,failure/* explain */.WE)(error).replace(/\.$/, '')}`);
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
    const callMeter = (0,client/* openCallMeter */._N)({ apiUrl: inputs['api-url'], apiKey: key, secrets: [otherKey] }, tools);
    const number = inputs['callscaler-number'];
    const farEnd = () => {
        const api = (0,callscaler_client/* openCallScaler */.jF)({ apiUrl: inputs['callscaler-api-url'], apiKey: otherKey, secrets: [key] }, tools);
        return farEndOf(number, { api, clock: world.clock, log });
    };
    const openRuns = openRunsIn((name, value) => world.toolkit.saveState(name, value), (error) => log.warning(`The state for the post step could not be saved: ${(0,base_text/* plain */.pj)(String(error))}`));
    return {
        world,
        log,
        apis: { callMeter, baseRun, ...(number ? { farEnd: farEnd() } : {}) },
        cleanup: { openRuns, jobRuns: jobRunsIn(world.env.RUNNER_TEMP) },
    };
}


/***/ })

};
