export const id = 825;
export const ids = [825];
export const modules = {

/***/ 60:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hd: () => (/* binding */ isTerminal),
/* harmony export */   Qv: () => (/* binding */ timesOf),
/* harmony export */   ih: () => (/* binding */ isKnownStatus),
/* harmony export */   r3: () => (/* binding */ tooShort),
/* harmony export */   vi: () => (/* binding */ mostSeconds)
/* harmony export */ });
/* unused harmony export TERMINAL_STATUSES */
/* harmony import */ var _base_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4144);

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
/** Whether so many seconds are fewer than was planned, as far as timestamps tell. */
function tooShort(seconds, planned) {
    return seconds + TOLERANCE_SECONDS < LEAST_SHARE * planned;
}


/***/ }),

/***/ 7273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aj: () => (/* binding */ REPORT_VERSION),
/* harmony export */   aS: () => (/* binding */ writeReportFile)
/* harmony export */ });
/* unused harmony export writeThreshold */
/* harmony import */ var _base_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4144);
/* harmony import */ var _failures_patterns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7869);
// report.json: written with everything that was found; stages/recorded-runs.ts reads it again as a baseline. Its form is docs/report.schema.json.


/** Raised when a reader of the old form could not understand the new one. */
const REPORT_VERSION = 1;
/** The text of report.json. */
function writeReportFile({ verdict, problem, code, startedAt, endedAt, runs }) {
    return JSON.stringify({
        version: REPORT_VERSION,
        verdict,
        ...(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .l)({ problem, code }),
        startedAt: time(startedAt),
        endedAt: time(endedAt),
        runs: runs.map(writeRun),
    });
}
function writeRun({ verdict, code, reason, project, test, runId, runUrl, presumed, status, plannedSeconds, statuses, thresholds, notes, baseline, subject, attempts, notStarted, }) {
    return {
        verdict,
        ...(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .l)({ code }),
        reason,
        project,
        test,
        ...(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .l)({ id: runId, url: runUrl, presumed, status, plannedSeconds }),
        statuses: statuses.map((change) => ({ status: change.status, at: time(change.at) })),
        thresholds: thresholds.map(writeThreshold),
        notes,
        ...(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .l)({
            baseline: baseline?.name,
            history: baseline?.runs?.map(writeEarlierRun),
            attempts: attempts?.map(writeAttempt),
            notStarted,
            failures: subject && (0,_failures_patterns_js__WEBPACK_IMPORTED_MODULE_0__/* .failurePatterns */ .w)(subject, baseline?.subject).map(({ places: _places, ...pattern }) => pattern),
            measured: subject && writeSubject(subject),
        }),
    };
}
function writeEarlierRun({ runId, at }) {
    return (0,_base_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .l)({ id: runId, at: at === undefined ? undefined : time(at) });
}
function writeAttempt({ runId, runUrl, ...attempt }) {
    return { ...attempt, ...(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .l)({ id: runId, url: runUrl }) };
}
/** One threshold's result as reports hold it. */
function writeThreshold({ threshold, state, operator, unit, measured, limit, baseline, coverage, decidedBy, reason, spread, history, interval, runs, }) {
    return {
        threshold: threshold.text,
        severity: threshold.severity,
        ...(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .l)({ file: threshold.file }),
        line: threshold.line,
        state,
        operator,
        unit: unit === 'bare' || unit === 'unknown' ? '' : unit,
        ...(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .l)({
            measured: number(measured),
            limit: number(limit),
            baseline: number(baseline),
            spread: number(spread),
            history: history?.map(({ value }) => number(value) ?? null),
            interval,
            runs: runs?.map((run) => (0,_base_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .l)({ id: run.runId, state: run.state, measured: number(run.measured) })),
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
        ...(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .l)({ durationSeconds, queueSeconds, calls }),
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

/***/ 5825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runStep: () => (/* binding */ runStep)
});

// EXTERNAL MODULE: ./lib/base/log.js
var base_log = __webpack_require__(3339);
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

// EXTERNAL MODULE: ./lib/base/failure.js
var base_failure = __webpack_require__(1747);
// EXTERNAL MODULE: ./lib/model/verdict.js
var model_verdict = __webpack_require__(1732);
// EXTERNAL MODULE: ./lib/base/text.js
var base_text = __webpack_require__(8566);
// EXTERNAL MODULE: ./lib/report/report.js
var report = __webpack_require__(5650);
// EXTERNAL MODULE: ./lib/apis/http/fields.js
var fields = __webpack_require__(1081);
// EXTERNAL MODULE: ./lib/model/subject.js
var model_subject = __webpack_require__(5605);
// EXTERNAL MODULE: ./lib/model/run.js
var model_run = __webpack_require__(60);
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

// EXTERNAL MODULE: ./lib/base/fields.js
var base_fields = __webpack_require__(4144);
// EXTERNAL MODULE: ./lib/thresholds/catalogue.js
var catalogue = __webpack_require__(833);
// EXTERNAL MODULE: ./lib/thresholds/comparison.js
var comparison = __webpack_require__(3571);
;// CONCATENATED MODULE: ./lib/thresholds/interval.js
// What a share of few things leaves open.
/** The standard normal deviate of a two-sided 95 %. */
const Z = 1.959963984540054;
/**
 * The 95 % interval of a share. Source: Wilson (1927), as Brown, Cai and DasGupta (2001) recommend it for few things; it stays within 0 and 100, and has a
 * width where none or all are counted, too. It takes the things for independent of one another: endpoints that share a network are not quite, so what it
 * leaves open is the least that is open.
 */
function wilsonInterval({ hits, of }) {
    const share = hits / of;
    const square = Z ** 2 / of;
    const centre = (share + square / 2) / (1 + square);
    const half = (Z / (1 + square)) * Math.sqrt((share * (1 - share)) / of + square / (4 * of));
    // Rounding must not leave out what is certain.
    const low = hits === 0 ? 0 : Math.max(0, centre - half);
    const high = hits === of ? 1 : Math.min(1, centre + half);
    return { hits, of, low: 100 * low, high: 100 * high };
}

// EXTERNAL MODULE: ./lib/thresholds/measure.js + 1 modules
var thresholds_measure = __webpack_require__(5742);
// EXTERNAL MODULE: ./lib/thresholds/reference.js
var reference = __webpack_require__(6573);
// EXTERNAL MODULE: ./lib/thresholds/syntax.js
var syntax = __webpack_require__(5437);
// EXTERNAL MODULE: ./lib/thresholds/units.js
var units = __webpack_require__(3435);
;// CONCATENATED MODULE: ./lib/thresholds/evaluate.js
// Thresholds held against a run.









/**
 * Holds thresholds against a run, all in one go so that what several of them use is reckoned once. `baseline` is one run, or several, the oldest first, or
 * why there is none.
 */
function evaluate(thresholds, subject, baseline = thresholds_measure/* NO_BASELINE */.g) {
    const measure = (0,thresholds_measure/* measurer */.j)(subject);
    if (!isHistory(baseline)) {
        const before = (0,model_subject/* isAbsence */.Md)(baseline) ? undefined : measuredSides(thresholds, baseline).map(onBaseline);
        const found = (i) => before?.[i] ?? ((0,model_subject/* isAbsence */.Md)(baseline) ? baseline : thresholds_measure/* NO_BASELINE */.g);
        return thresholds.map((threshold, i) => judge(threshold, measure, (0,reference/* singleReference */.GZ)(found(i))));
    }
    return thresholds.map((threshold, i) => {
        const earlier = baseline.map(({ values, ...run }) => ({ ...run, value: values[i] ?? thresholds_measure/* NO_BASELINE */.g }));
        const counted = earlier.filter(({ apart }) => !apart).map(({ value }) => value);
        const result = judge(threshold, measure, (0,reference/* historyReference */.uW)(counted));
        const history = earlier.map(({ value, runId, at }) => {
            return (0,base_fields/* optional */.l)({ runId, at, value: (0,model_subject/* isAbsence */.Md)(value) ? undefined : value.value });
        });
        return { ...result, history };
    });
}
function isHistory(baseline) {
    return Array.isArray(baseline);
}
/** What each threshold measures of a run, in their order: the side that `baseline` stands for. */
function measuredSides(thresholds, subject) {
    const measure = (0,thresholds_measure/* measurer */.j)(subject);
    return thresholds.map((threshold) => measure((0,syntax/* sidesOf */.Mm)(threshold).measured));
}
function onBaseline(found) {
    return (0,model_subject/* isAbsence */.Md)(found) ? { ...found, reason: `on the baseline, ${found.reason}` } : found;
}
/** The thresholds of a run of which no results were looked at. */
function unjudged(thresholds) {
    return thresholds.map((threshold) => ({ threshold, state: 'unjudged', operator: threshold.operator, unit: 'bare' }));
}
function judge(threshold, measure, reference) {
    const { measured: side, limit: other, flipped } = (0,syntax/* sidesOf */.Mm)(threshold);
    const operator = flipped ? syntax/* FLIPPED */.Fh[threshold.operator] : threshold.operator;
    const better = betterOf(side);
    let known = { threshold, operator, unit: 'bare', ...(better ? { better } : {}) };
    const absent = ({ kind, reason }) => ({ ...known, state: kind, reason });
    const measured = measure(side);
    if ((0,model_subject/* isAbsence */.Md)(measured))
        return absent(measured);
    const { value, unit, proportion, ...extent } = measured;
    known = {
        ...known,
        measured: value,
        unit,
        ...extent,
        ...(0,base_fields/* optional */.l)({ interval: proportion && wilsonInterval(proportion) }),
    };
    const { baseline, spread, note } = reference;
    if (!(0,model_subject/* isAbsence */.Md)(baseline))
        known.baseline = baseline.value;
    else if ((0,syntax/* mentionsBaseline */.JM)(other))
        return absent(baseline);
    if (!(0,model_subject/* isAbsence */.Md)(spread))
        known.spread = spread.value;
    if (note && (0,syntax/* mentionsBaseline */.JM)(other))
        known.note = note;
    if (known.spread === 0 && (0,syntax/* mentionsSpread */.tu)(other))
        known.note = 'the spread is 0, since most earlier runs measured the same';
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

// EXTERNAL MODULE: ./lib/base/duration.js
var duration = __webpack_require__(8045);
;// CONCATENATED MODULE: ./lib/stages/comparable.js
// Whether one run can be measured by another: the one place that holds what is known of two runs against each other.



/** Planned lengths this much apart are of two plans; less apart they may be lengths that a run tells as its plan. */
const PLAN_TOLERANCE = 0.1;
/** Why a run is no measure for another, as it reads after its name; undefined where it is: it ran to its end, by the same plan, with as many endpoints. */
function whyNotComparable(run, other) {
    return whyNotWhole(run, other) ?? whyOtherPlan(run, other) ?? whyOtherSize(run, other, (a, b) => a !== b);
}
/** Why a run cannot refute what another one broke; a larger one can. */
function whyWeaker(run, other) {
    return whyNotWhole(run, other) ?? whyOtherPlan(run, other) ?? whyOtherSize(run, other, (a, b) => a < b);
}
/**
 * Why a run was not run to its end. Where nobody tells its plan, the other's is taken. A plan that the other run did not come to either means something
 * else, or is not known: then a run that took half as long is too short.
 */
function whyNotWhole(run, other) {
    if (run.status !== 'COMPLETED')
        return `is ${(0,base_text/* plain */.pj)(run.status, 40)}`;
    const { mostSeconds } = run;
    if (mostSeconds === undefined)
        return undefined;
    const plan = run.plannedSeconds ?? other.plannedSeconds;
    const isKept = other.plannedSeconds === undefined || !(0,model_run/* tooShort */.r3)(other.mostSeconds ?? Infinity, other.plannedSeconds);
    if (plan !== undefined && isKept)
        return (0,model_run/* tooShort */.r3)(mostSeconds, plan) ? 'was cut short' : undefined;
    const length = other.leastSeconds;
    return length !== undefined && (mostSeconds + 1) * 2 < length
        ? `lasted ${(0,duration/* formatDuration */.a)(mostSeconds * 1_000)} instead of ${(0,duration/* formatDuration */.a)(length * 1_000)}`
        : undefined;
}
function whyOtherPlan({ plannedSeconds: a }, { plannedSeconds: b }) {
    return a && b && Math.abs(a - b) > PLAN_TOLERANCE * Math.max(a, b)
        ? `was planned for ${(0,duration/* formatDuration */.a)(a * 1_000)} instead of ${(0,duration/* formatDuration */.a)(b * 1_000)}`
        : undefined;
}
function whyOtherSize(run, other, isOther) {
    // Counts of one kind are held against each other: the API may count otherwise than its rows.
    const counts = [
        [run.endpointCount || undefined, other.endpointCount],
        [run.size, other.size],
    ];
    const apart = counts.find(([a, b]) => a !== undefined && b && isOther(a, b));
    return apart && `has ${(0,base_text/* counted */.hS)(apart[0] ?? 0, 'endpoint')} instead of ${apart[1]}`;
}

// EXTERNAL MODULE: ./lib/apis/http/paged-list.js
var paged_list = __webpack_require__(7012);
;// CONCATENATED MODULE: ./lib/stages/run-facts.js
// What is known of a run that others are compared with, wherever it comes from: this step, the list of runs, or a report.json.


/** The facts of a run that the API, or a report, tells of. */
function factsOfRun(run, { size, statuses = [], plannedSeconds, } = {}) {
    const { status, createdAt, endpointCount } = run;
    return {
        status,
        ...(0,base_fields/* optional */.l)({
            createdAt,
            plannedSeconds: longest([run.plannedSeconds, plannedSeconds]),
            leastSeconds: (0,model_run/* timesOf */.Qv)(run, statuses).durationSeconds,
            mostSeconds: (0,model_run/* mostSeconds */.vi)(run, statuses),
            endpointCount,
            size,
        }),
    };
}
/** The facts of the run that is judged, or was before it. */
function factsOfKnown({ task, started, watched, subject }) {
    const run = subject?.run ?? watched?.run;
    const statuses = watched?.statuses ?? [];
    const triggeredAt = started?.own ? started.at : undefined;
    const ofTest = task.kind === 'test' ? task.test.plannedSeconds : undefined;
    return {
        status: run?.status ?? 'unknown',
        ...(0,base_fields/* optional */.l)({
            createdAt: run?.createdAt,
            // A run may tell its own length as its plan, so the test's counts, too.
            plannedSeconds: longest([run?.plannedSeconds, ofTest]),
            leastSeconds: subject?.durationSeconds ?? (run && (0,model_run/* timesOf */.Qv)(run, statuses, triggeredAt).durationSeconds),
            mostSeconds: run && (0,model_run/* mostSeconds */.vi)(run, statuses, triggeredAt),
            endpointCount: run?.endpointCount,
            size: subject?.measurements.size,
        }),
    };
}
/** Longest plan that can be one, in seconds: a week. */
const LONGEST_PLAN_SECONDS = 7 * 24 * 3_600;
function longest(plans) {
    const known = plans.filter((seconds = 0) => seconds > 0 && seconds <= LONGEST_PLAN_SECONDS).map(Number);
    return known.length === 0 ? undefined : Math.max(...known);
}

;// CONCATENATED MODULE: ./lib/stages/earlier-runs.js







/** Most pages of earlier runs that are looked through. */
const MAX_PAGES = 5;
/** How many runs are looked at at once. */
const AT_ONCE = 4;
/** How many runs may be read that turn out to be no measure, beside those that are asked for. */
const MAX_UNFIT = 20;
/**
 * The newest `count` earlier runs that count, and those between them that do not, by name and reason, the newest first. A list that cannot be read is
 * thrown as a failure, or told as missing.
 */
async function findEarlierRuns({ count, ...judged }, rules, scope, api) {
    if (!judged.testId)
        return (0,model_subject/* missing */.LO)('nobody tells which test this run is of, so its earlier runs cannot be told');
    const looked = [];
    const lacking = () => count - looked.filter(({ taken }) => taken !== undefined).length;
    const isNew = ({ run }) => !looked.some((one) => (0,fields/* isSameId */.WB)(one.run.id ?? '', run.id ?? ''));
    let toRead = count + MAX_UNFIT;
    let wanted = count;
    for (;;) {
        const isEnough = (facts) => facts.filter((one) => rules.why(one) === undefined).length >= wanted;
        const listed = await listEarlierRuns(judged, isEnough, scope, api);
        if ((0,model_subject/* isAbsence */.Md)(listed))
            return listed;
        const left = listed.runs.filter(isNew);
        while (left.length > 0 && toRead > 0 && lacking() > 0) {
            const next = left.splice(0, Math.min(AT_ONCE, toRead, lacking()));
            const found = await inParallel(next, AT_ONCE, (one) => look(one, listed.judged, rules, { scope, api }));
            toRead -= found.filter(({ wasRead }) => wasRead).length;
            looked.push(...found);
        }
        if (listed.isAll || toRead === 0 || lacking() === 0)
            return looked;
        wanted = looked.length + lacking();
    }
}
/** Looks at one run: by what the list tells, else by its detail, and takes what is wanted of it. */
async function look({ run: row, isBehind }, judged, rules, { scope, api }) {
    const byList = rules.why(factsOfRun(row));
    if (byList !== undefined)
        return { run: row, why: byList, wasRead: false };
    try {
        const isBare = [row.createdAt, row.startedAt, row.completedAt].includes(undefined);
        const { projectId } = judged;
        const run = rules.needsDetail || isBare ? { ...row, ...(await api.getRun(projectId, row.id ?? '', scope)) } : row;
        const why = whyNotEarlier(run, judged, isBehind) ?? rules.why(factsOfRun(run));
        return { run, wasRead: true, ...(why === undefined ? await rules.take(run) : { why }) };
    }
    catch (error) {
        if (!(error instanceof base_failure/* Failure */.HR) || error.kind === 'aborted' || !rules.mayFail)
            throw error;
        return { run: row, why: `could not be read: ${(0,base_failure/* explain */.WE)(error).replace(/\.$/, '')}`, wasRead: true };
    }
}
/** Why a run is no earlier one of the test; undefined where it is for certain. */
function whyNotEarlier({ testId, createdAt }, judged, isBehind) {
    if (testId !== undefined && !(0,fields/* isSameId */.WB)(testId, judged.testId))
        return 'is of another test';
    const isEarlier = wasEarlier(createdAt, judged.facts.createdAt, isBehind);
    if (isEarlier)
        return undefined;
    return isEarlier === undefined ? 'may have been started later' : 'was started later';
}
/** Whether a run was created before the judged one: by their times, and where these do not tell, by their places in the list. Undefined: nobody tells. */
function wasEarlier(at, own, isBehind) {
    return at === undefined || own === undefined || at === own ? isBehind : at < own;
}
/**
 * The listed runs of the test that may be earlier than the judged one, the newest first, read until so many of them count by what the list tells, or the list
 * ends; and the judged run, with what the list adds to it. That the list is of this test alone, and newest first, is assumed; both are looked at again. Missing
 * where the list breaks off before the judged run has come by: a run in it may be a later one.
 */
async function listEarlierRuns(judged, isEnough, scope, api) {
    const { projectId, testId, runId, facts } = judged;
    const placeIn = (runs) => runs.findIndex(({ id }) => (0,fields/* isSameId */.WB)(id ?? '', runId));
    const withTime = (runs) => {
        const createdAt = facts.createdAt ?? runs[placeIn(runs)]?.createdAt;
        return { ...judged, facts: { ...facts, ...(0,base_fields/* optional */.l)({ createdAt }) } };
    };
    const earlierIn = (runs) => {
        const [place, now] = [placeIn(runs), withTime(runs)];
        const earlier = runs.flatMap((run, i) => {
            const isBehind = place < 0 ? undefined : i > place;
            const isOther = run.testId !== undefined && !(0,fields/* isSameId */.WB)(run.testId, testId);
            const isLater = wasEarlier(run.createdAt, now.facts.createdAt, isBehind) === false;
            return run.id === undefined || i === place || isOther || isLater ? [] : [{ run, isBehind }];
        });
        // A list that does not tell all times can only be in its own order.
        if (earlier.some(({ run }) => run.createdAt === undefined))
            return earlier;
        return earlier.toSorted((a, b) => (b.run.createdAt ?? 0) - (a.run.createdAt ?? 0));
    };
    let isAll = true;
    const { items, brokenOff } = await (0,paged_list/* readItems */.F)({ read: ({ page }) => api.listRuns(projectId, testId, page, scope), maxPages: MAX_PAGES, trusting: true }, (runs) => {
        isAll = placeIn(runs) < 0 || !isEnough(earlierIn(runs).map(({ run }) => factsOfRun(run)));
        return !isAll;
    });
    if (brokenOff !== undefined && placeIn(items) < 0)
        return (0,model_subject/* missing */.LO)('the list of runs broke off before this run came by, so earlier ones cannot be told');
    return { runs: earlierIn(items), isAll, judged: withTime(items) };
}

;// CONCATENATED MODULE: ./lib/stages/baseline-history.js









/** Most runs of a history. */
const MAX_RUNS = 50;
/** Most runs that are named of those that do not count. */
const MAX_NAMED = 5;
/** The newest so many earlier runs of the test that completed whole. A failure of the list of runs is thrown. */
async function lastRuns(count, target, scope, { api, read }) {
    const { facts, thresholds } = target;
    const needsDetail = thresholds.some(({ left, right }) => [...(0,syntax/* partsOf */.CI)(left), ...(0,syntax/* partsOf */.CI)(right)].some(({ kind }) => kind === 'run'));
    const found = await findEarlierRuns({ ...target, count }, {
        why: (earlier) => whyNotComparable(earlier, facts),
        needsDetail,
        mayFail: true,
        take: async (run) => {
            const subject = await read(run, scope);
            const why = whyNotComparable(factsOfRun(run, { size: subject.measurements.size }), facts);
            return why === undefined ? { taken: kept(subject, thresholds, (0,base_fields/* optional */.l)({ id: run.id })) } : { why };
        },
    }, scope, api);
    if ((0,model_subject/* isAbsence */.Md)(found))
        return found;
    const oldestFirst = found.toReversed();
    return historyOf({
        good: oldestFirst.flatMap(({ taken }) => taken ?? []),
        leftOut: oldestFirst.flatMap(({ run, why }) => (why === undefined ? [] : `run ${(0,base_text/* plain */.pj)(run.id ?? '', 80)} ${why}`)),
    });
}
/** What a run measured of each threshold. A value that is no number, such as 0 divided by 0, is none. */
function kept(subject, thresholds, { id, createdAt }) {
    const values = measuredSides(thresholds, subject).map((found) => {
        if ((0,model_subject/* isAbsence */.Md)(found))
            return found;
        const { value, unit } = found;
        return Number.isFinite(value) ? { value, unit } : (0,model_subject/* missing */.LO)(`it measured ${value}`);
    });
    const { run } = subject;
    return { values, ...(0,base_fields/* optional */.l)({ runId: id, at: createdAt ?? run.createdAt ?? run.startedAt ?? run.completedAt }) };
}
/** The history of runs that were looked at: the newest that count, and what is shown beside them. */
function historyOf({ good, apart = [], leftOut }) {
    const counting = good.slice(-MAX_RUNS);
    const since = counting[0]?.at ?? Number.NEGATIVE_INFINITY;
    const beside = apart.filter(({ at = since }) => at >= since).slice(-MAX_RUNS);
    const shown = beside.map((run) => ({ ...run, apart: true }));
    const more = leftOut.length > MAX_NAMED ? ` And ${leftOut.length - MAX_NAMED} more.` : '';
    return {
        name: historyName(counting),
        runs: [...counting, ...shown].toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0)),
        ...(leftOut.length > 0 ? { leftOut: `${leftOut.slice(0, MAX_NAMED).join('; ')}.${more}` } : {}),
    };
}
function historyName(runs) {
    const days = [runs[0]?.at, runs.at(-1)?.at].map((at) => at === undefined ? '' : new Date(at).toISOString().slice(0, 10));
    const [first = '', last = ''] = days;
    const when = first && last ? (first === last ? ` of ${first}` : ` from ${first} to ${last}`) : '';
    const places = (runs[0]?.values ?? []).map((_, i) => i);
    const isTaken = places.some((i) => runs.filter(({ values }) => values[i] && !(0,model_subject/* isAbsence */.Md)(values[i])).length >= reference/* LEAST_RUNS */.lk);
    return `${isTaken ? 'the median of ' : ''}${(0,base_text/* counted */.hS)(runs.length, 'earlier run')}${when}`;
}

// EXTERNAL MODULE: ./lib/apis/callmeter/answers.js + 1 modules
var answers = __webpack_require__(5410);
// EXTERNAL MODULE: ./lib/model/measurements.js
var model_measurements = __webpack_require__(4200);
// EXTERNAL MODULE: ./lib/report/report-json.js
var report_json = __webpack_require__(7273);
;// CONCATENATED MODULE: ./lib/stages/recorded-runs.js
// The runs of a report.json that an earlier step wrote, as a baseline needs them.






/** Largest report.json that is read as a baseline, in bytes: ten times what 10,000 endpoints with 60 metrics come to. */
const MAX_BASELINE_BYTES = 200 * 1024 * 1024;
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
    const { startedAt } = report;
    return report.runs.map((run) => {
        if (!(0,base_fields/* isObject */.G)(run))
            throw wrong('a run is not an object');
        const test = (0,base_fields/* isObject */.G)(run.test) ? run.test : {};
        const [runId, status] = [textOf(run.id), textOf(run.status)];
        const statuses = readStatuses(run.statuses);
        const subject = run.measured === undefined ? undefined : readSubject(run.measured, status ?? 'COMPLETED', wrong);
        return {
            ...(0,base_fields/* optional */.l)({
                runId,
                testId: textOf(test.id),
                testAsked: textOf(test.asked),
                status,
                verdict: textOf(run.verdict),
                at: subject?.run.createdAt ?? statuses[0]?.at ?? timeOf(startedAt),
                plannedSeconds: typeof run.plannedSeconds === 'number' ? run.plannedSeconds : undefined,
                subject,
            }),
            statuses,
            breached: Array.isArray(run.thresholds) && run.thresholds.some((one) => isBroken(one, runId)),
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
    const words = (name) => list(name, measured[name]).map((word) => textOf(word) ?? null);
    const metrics = new Map();
    if (!Array.isArray(measured.metrics))
        throw wrong('it has no list of metrics');
    for (const series of measured.metrics) {
        const metric = (0,base_fields/* isObject */.G)(series) ? textOf(series.metric) : undefined;
        if (!(0,base_fields/* isObject */.G)(series) || metric === undefined)
            throw wrong('a metric has no name');
        const { direction, track } = series;
        const values = Float64Array.from(list(metric, series.values), (value) => {
            if (value === null)
                return Number.NaN;
            if (typeof value === 'number' && Math.abs(value) < model_measurements/* TOO_LARGE */.PH)
                return value;
            throw wrong(`a value of ${(0,base_text/* plain */.pj)(metric, 60)} is no number that can be measured`);
        });
        const read = {
            metric,
            ...(direction === 'send' || direction === 'receive' ? { direction } : {}),
            ...(track === 'audio' || track === 'video' ? { track } : {}),
            ...(0,base_fields/* optional */.l)({ statistic: textOf(series.statistic) }),
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
            calls: calls === undefined ? undefined : readCalls(calls, wrong),
        }),
    };
}
/** What the far end said, or why it said nothing. */
function readCalls(calls, wrong) {
    if (!(0,base_fields/* isObject */.G)(calls))
        throw wrong('what the far end said cannot be read');
    const reason = textOf(calls.reason);
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
        return (0,answers/* readRun */.cI)(detail);
    }
    catch {
        throw wrong('the detail of a run cannot be read');
    }
}
function textOf(value) {
    return typeof value === 'string' ? value : undefined;
}
/** Whether a run broke a threshold that fails. One that other runs refuted is held by those, and broken by this run unless the report says otherwise. */
function isBroken(threshold, runId) {
    if (!(0,base_fields/* isObject */.G)(threshold) || threshold.severity !== 'fail')
        return false;
    if (threshold.state !== 'unconfirmed')
        return threshold.state === 'breached';
    const runs = Array.isArray(threshold.runs) ? threshold.runs : [];
    const own = runs.find((run) => (0,base_fields/* isObject */.G)(run) && runId !== undefined && run.id === runId);
    return own?.state !== 'held';
}
/** The changes of status that can be read. */
function readStatuses(changes) {
    return (Array.isArray(changes) ? changes : []).flatMap((change) => {
        const [status, at] = (0,base_fields/* isObject */.G)(change) ? [textOf(change.status), timeOf(change.at)] : [];
        return status === undefined || at === undefined ? [] : [{ status, at }];
    });
}
function timeOf(value) {
    const at = Date.parse(textOf(value) ?? '');
    return at >= 0 ? at : undefined;
}

;// CONCATENATED MODULE: ./lib/stages/recorded-history.js
// The runs of several report.json files as a baseline. One run may stand in several files: as it was started, as it was followed, as it was judged again.








/** Most files that are looked at. */
const MAX_FILES = 500;
/** Verdicts on runs that were not run to their end, or not read whole. */
const UNSOUND = ['cancelled', 'timed-out', 'error', 'run-failed', 'not-run'];
/** The runs of all report.json files that a pattern matches, as far as they are of the test. */
function recordedHistory(pattern, target, files) {
    const all = files.list(pattern, MAX_FILES + 1);
    if (all.length === 0)
        return historyOf({ good: [], leftOut: [`no file matches ${(0,base_text/* plain */.pj)(pattern, 120)}`] });
    const found = all.slice(-MAX_FILES).map((path) => readFile(path, target, files));
    const records = found.flatMap((one) => one.runs);
    const byRun = Map.groupBy(records, (record) => record.runId?.toLowerCase() ?? record);
    const runs = [...byRun.values()].map(together).toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0));
    return historyOf({
        good: runs.flatMap(({ taken, why }) => (taken && why === undefined ? taken : [])),
        apart: runs.flatMap(({ taken, why }) => (taken && why !== undefined ? taken : [])),
        leftOut: [
            ...(all.length > MAX_FILES ? [`of more than ${MAX_FILES} files the first by name were not read`] : []),
            ...found.flatMap(({ why }) => why ?? []),
            ...runs.flatMap(({ why }) => why ?? []),
        ],
    });
}
/** The runs of this test in one file, but for the judged one, or why there are none. */
function readFile(path, target, files) {
    const file = (0,base_text/* plain */.pj)(path, 120);
    try {
        const text = files.read(path, MAX_BASELINE_BYTES);
        const same = text === undefined ? [] : readReportFile(text, path).filter((run) => isOfTest(run, target));
        if (same.length === 0)
            return { runs: [], why: `${file} has no run of this test` };
        const others = same.filter(({ runId }) => runId === undefined || !(0,fields/* isSameId */.WB)(runId, target.runId));
        const runs = others.map((run) => {
            const { runId, at, breached } = run;
            return { file, breached, ...(0,base_fields/* optional */.l)({ runId, at }), ...recorded_history_look(run, target) };
        });
        return { runs };
    }
    catch (error) {
        // The message of a Failure names the file.
        const why = (0,base_text/* plain */.pj)(error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
        return { runs: [], why: error instanceof base_failure/* Failure */.HR ? why : `${file} cannot be read: ${why}` };
    }
}
function isOfTest({ testId, testAsked }, { testId: own, asked }) {
    return testId === undefined ? testAsked === asked : (0,fields/* isSameId */.WB)(testId, own);
}
/** What is taken of a recorded run, or why it does not count, as it reads after the file's name. */
function recorded_history_look({ runId, status, verdict, subject, at, ...run }, { facts, thresholds }) {
    if (runId === undefined)
        return { why: 'names no run, so it may be a copy of another' };
    if (verdict !== undefined && UNSOUND.includes(verdict))
        return { why: `was judged ${verdict}` };
    if (status !== undefined && status !== 'COMPLETED')
        return { why: `is ${(0,base_text/* plain */.pj)(status, 40)}` };
    if (!subject)
        return { why: 'has no results' };
    if (at !== undefined && facts.createdAt !== undefined && at > facts.createdAt)
        return { why: 'is of a later run' };
    const why = whyNotComparable(factsOfRun(subject.run, { size: subject.measurements.size, ...run }), facts);
    return why === undefined
        ? { taken: kept(subject, thresholds, { id: runId, ...(0,base_fields/* optional */.l)({ createdAt: at }) }) }
        : { why };
}
/**
 * What is taken of a run, by the first record of it that counts. Where any record says that the run broke a threshold, that is told beside it: what the gate
 * itself found bad must not become what is good by coming often enough.
 */
function together(records) {
    const [first] = records;
    const fit = records.find(({ taken }) => taken !== undefined);
    const broken = records.find(({ breached }) => breached);
    const why = fit ? broken && `${broken.file} broke a threshold` : first && `${first.file} ${first.why ?? ''}`;
    return (0,base_fields/* optional */.l)({ at: (fit ?? first)?.at, taken: fit?.taken, why });
}

// EXTERNAL MODULE: ./lib/report/known.js
var report_known = __webpack_require__(8065);
// EXTERNAL MODULE: ./lib/model/outcomes.js
var model_outcomes = __webpack_require__(3952);
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
/** and where endpoints that succeeded have no values at all: a call that was made was measured. */
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
    const builder = (0,model_measurements/* collectMeasurements */.Wo)();
    const pages = [];
    const { brokenOff, lacking, promised, nameless } = await (0,paged_list/* readPages */.n)({
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
        return { words: `${(0,base_text/* counted */.hS)(bare, 'endpoint')} succeeded and have no values yet`, steadyMs: BARE_STEADY_MS };
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

// EXTERNAL MODULE: ./lib/report/analysis/ends.js
var ends = __webpack_require__(539);
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
// What `baseline` stands for in thresholds: an earlier run, from the API or from a file.















/** How long reading earlier runs may take, in ms: what they cannot be read in is missing data, and leaves time for this run. */
const BASELINE_ALLOWANCE_MS = 5 * 60_000;
/** Why a run is no baseline of its own. */
const ITSELF = 'the baseline is the run itself, and nothing can be told from that';
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
    if (found.runId !== undefined && (0,fields/* isSameId */.WB)(found.runId, runId))
        return (0,model_subject/* missing */.LO)(ITSELF);
    if (!found.subject)
        return { kind: 'missing', reason: `the run in ${(0,base_text/* plain */.pj)(path)} has no results` };
    const other = found === same ? '' : ', which is of another test';
    return { name: `run ${found.runId ?? 'without id'} from ${path}${other}`, subject: found.subject };
}
/** What the run is compared with, and a note where that cannot be had. Nothing is found where the workflow asks for nothing. */
async function readBaseline(known, inputs, scope, tools) {
    if (known.baseline)
        return comparedWith(known.baseline);
    const { task, started } = known;
    const target = {
        projectId: task.project.id,
        testId: (0,report_known/* knownRun */.j)(known, '').test.id ?? '',
        asked: task.asked,
        runId: started.runId,
        facts: factsOfKnown(known),
        thresholds: inputs.thresholds,
    };
    const callsOf = callsOfBaseline(inputs.thresholds, tools);
    const { callMeter: api, baseRun } = tools.apis;
    const { clock, files } = tools.world;
    const reading = { api, baseRun, clock, files, log: tools.log, ...(callsOf ? { callsOf } : {}) };
    const within = { ...scope, deadline: Math.min(scope.deadline, clock.now() + BASELINE_ALLOWANCE_MS) };
    const baseline = await findBaseline(inputs.baseline, target, within, reading);
    return baseline ? comparedWith(baseline) : {};
}
/** A baseline, and a note of what a reader should know of it. */
function comparedWith(baseline) {
    if ((0,model_subject/* isAbsence */.Md)(baseline))
        return { baseline, notes: [`There is nothing to compare with: ${baseline.reason}.`] };
    const leftOut = baseline.runs && baseline.leftOut;
    return { baseline, ...(leftOut ? { notes: [`Not compared with: ${leftOut}`] } : {}) };
}
/** The baseline that the workflow asks for, or why it cannot be had; undefined where it asks for none. */
async function findBaseline(request, target, scope, tools) {
    if (!request)
        return undefined;
    const { log } = tools;
    return log.group('Read the baseline', async () => {
        const found = await baselineOf(request, target, scope, tools);
        log.info(baselineLine(found));
        return found;
    });
}
function baselineOf(request, target, scope, tools) {
    if (request.kind === 'file')
        return recordedBaseline(request.path, target, tools.files);
    if (request.kind === 'files')
        return recordedHistory(request.pattern, target, tools.files);
    return baselineFromApi(request, target, scope, tools);
}
function baselineLine(found) {
    if ((0,model_subject/* isAbsence */.Md)(found))
        return `No baseline: ${found.reason}.`;
    if (found.subject)
        return `The baseline is ${found.name}, with ${(0,base_text/* counted */.hS)(found.subject.measurements.size, 'endpoint')}.`;
    const ids = found.runs.flatMap(({ runId, apart }) => (apart ? [] : (0,base_text/* plain */.pj)(runId ?? 'without id', 80)));
    const leftOut = found.leftOut ? ` Left out: ${found.leftOut}` : '';
    return `The baseline is ${found.name}${ids.length > 0 ? `: ${ids.join(', ')}` : ''}.${leftOut}`;
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
    const read = (run, within) => readEarlier(target.projectId, run, within, tools);
    try {
        if (request.kind === 'last')
            return await lastRuns(request.count, target, scope, { api: tools.api, read });
        const found = await earlierRun(request, target, scope, tools);
        if ((0,model_subject/* isAbsence */.Md)(found))
            return found;
        const { runId, name } = found;
        const run = found.run ?? (await tools.api.getRun(target.projectId, runId, scope));
        if (run.status !== 'COMPLETED')
            return {
                kind: 'missing',
                reason: `the run ${(0,base_text/* plain */.pj)(runId)} is ${(0,base_text/* plain */.pj)(run.status)}, and only a completed run can be a baseline`,
            };
        return { name, subject: await readEarlier(target.projectId, { ...run, id: runId }, scope, tools) };
    }
    catch (error) {
        if (!(error instanceof base_failure/* Failure */.HR) || error.kind === 'aborted')
            throw error;
        return { kind: 'missing', reason: `the baseline could not be read: ${(0,base_failure/* explain */.WE)(error)}` };
    }
}
/** What an earlier run measured. */
async function readEarlier(projectId, run, scope, tools) {
    const { measurements } = withoutUnavailable(await readResults({ projectId, runId: run.id ?? '', run }, scope, tools));
    return { run, measurements, ...(0,model_run/* timesOf */.Qv)(run, []), ...(tools.callsOf ? { calls: await tools.callsOf(run) } : {}) };
}
/** Which run is the baseline, and what it is called. */
async function earlierRun(request, target, scope, { api, baseRun }) {
    switch (request.kind) {
        case 'run':
            if ((0,fields/* isSameId */.WB)(request.runId, target.runId))
                return (0,model_subject/* missing */.LO)(ITSELF);
            return { runId: request.runId, name: `run ${request.runId}` };
        case 'previous': {
            const found = await findEarlierRuns({ ...target, count: 1 }, {
                why: (earlier) => whyNotWhole(earlier, target.facts),
                needsDetail: true,
                mayFail: false,
                take: (run) => Promise.resolve({ taken: run }),
            }, scope, api);
            if ((0,model_subject/* isAbsence */.Md)(found))
                return found;
            const run = found.at(-1)?.taken;
            if (run?.id === undefined)
                return (0,model_subject/* missing */.LO)('there is no earlier run of this test that completed');
            return { runId: run.id, run, name: `the previous run ${run.id}` };
        }
        case 'base-branch': {
            const found = await baseRun(target.testId);
            if (!(0,model_subject/* isAbsence */.Md)(found) && (0,fields/* isSameId */.WB)(found.runId, target.runId))
                return (0,model_subject/* missing */.LO)(ITSELF);
            return (0,model_subject/* isAbsence */.Md)(found)
                ? found
                : { runId: found.runId, name: `run ${found.runId}, which passed on ${found.where}` };
        }
    }
}

// EXTERNAL MODULE: ./lib/base/named.js
var named = __webpack_require__(1096);
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
    const { items } = await (0,paged_list/* readItems */.F)({ read, maxPages: find_MAX_PAGES, trusting: true }, (all) => wanted.every((name) => all.some(({ id, slug }) => id === name || slug === name)));
    return items;
}
function pick(what, wanted, all, advice) {
    return (0,named/* findNamed */.n)(all, wanted, {
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

// EXTERNAL MODULE: ./lib/base/deadline.js
var base_deadline = __webpack_require__(4361);
// EXTERNAL MODULE: ./lib/apis/http/request.js
var request = __webpack_require__(1551);
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
    if (lost.before?.some((known) => (0,fields/* isSameId */.WB)(known, id)))
        return 'there-before';
    if (isTaken(id))
        return 'taken';
    if (lost.testId !== '' && !(0,fields/* isSameId */.WB)(run.testId, lost.testId))
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
        const { items } = await (0,paged_list/* readItems */.F)({
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
    return stopped
        ? [`CallMeter accepted the stop of run ${(0,base_text/* plain */.pj)(runId, 80)}, or the run had ended.`]
        : [`The run ${(0,base_text/* plain */.pj)(runId)} was not stopped and may still be going.`];
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
        line: `CallMeter could not run the test for now; starting it again in ${(0,duration/* formatDuration */.a)(waitMs)} (attempt ${attempt + 1} of ${retries + 1})`,
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

// EXTERNAL MODULE: ./lib/report/phrases.js
var phrases = __webpack_require__(4120);
// EXTERNAL MODULE: ./lib/base/counts.js
var counts = __webpack_require__(1149);
// EXTERNAL MODULE: ./lib/thresholds/selection.js
var selection = __webpack_require__(438);
// EXTERNAL MODULE: ./lib/thresholds/sip-performance.js
var sip_performance = __webpack_require__(9483);
;// CONCATENATED MODULE: ./lib/thresholds/unjudged-failures.js
// Endpoints that failed although no threshold covers that: a pass says nothing of them, and a reader must know.







/** What a reader must know of endpoints that failed and that no threshold judges for it; undefined where there are none. */
function unjudgedFailures(thresholds, measurements) {
    const { outcomes } = measurements;
    const parts = thresholds.flatMap(({ left, right }) => [...(0,syntax/* partsOf */.CI)(left), ...(0,syntax/* partsOf */.CI)(right)]);
    const seen = parts.map((part) => failuresSeen(part, measurements));
    const overlooked = outcomes.filter((outcome, i) => !(0,model_outcomes/* endedWell */.Jr)(outcome) && !seen.some((sees) => sees(i)));
    if (overlooked.length === 0)
        return undefined;
    const which = [...(0,counts/* countsOf */.m)(overlooked.map((outcome) => outcome ?? 'no outcome'))]
        .toSorted(([, a], [, b]) => b - a)
        .slice(0, MAX_OUTCOMES)
        .map(([outcome, count]) => `${count} ${(0,base_text/* plain */.pj)(outcome, 40)}`);
    const failed = outcomes.filter((outcome) => !(0,model_outcomes/* endedWell */.Jr)(outcome)).length;
    const uncovered = overlooked.length === failed
        ? `${failed} of ${(0,base_text/* counted */.hS)(outcomes.length, 'endpoint')} failed, and no threshold covers that`
        : `No threshold covers ${overlooked.length} of the ${failed} endpoints that failed`;
    return `${uncovered}: ${(0,base_text/* inWords */.r4)(which)}. Add failed_endpoints == 0, or a limit for success_rate.`;
}
/** Most outcomes that are named. */
const MAX_OUTCOMES = 5;
/**
 * Which endpoints' failure a part of a threshold looks at, by their places: those that its number would count otherwise had they succeeded. A mean over the
 * endpoints that did well looks at none of the others, and neither does a count of one outcome at those with another.
 */
function failuresSeen(part, measurements) {
    const none = () => false;
    if (part.kind === 'fact' && (0,sip_performance/* isSipMetric */.Tq)(part.name)) {
        const name = part.name;
        const within = part.where ? selected(part.where, measurements) : () => true;
        const { outcomes, sipStatuses } = measurements;
        return (place) => within(place) && (0,sip_performance/* tellsFromAnswered */._k)(name, outcomes[place] ?? null, sipStatuses[place] ?? null);
    }
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

// EXTERNAL MODULE: ./lib/thresholds/media.js
var media = __webpack_require__(4336);
;// CONCATENATED MODULE: ./lib/stages/run-lengths.js



/** Most earlier runs that are looked at. */
const run_lengths_MAX_RUNS = 20;
/** The latest runs of a test that completed, of those in a list, newest first; `runId` is not one of them. */
function runLengths(runs, { testId, runId }) {
    return runs
        .filter((run) => run.status === 'COMPLETED' &&
        (runId === undefined || run.id !== runId) &&
        (run.testId === undefined || (0,fields/* isSameId */.WB)(run.testId, testId)))
        .flatMap(({ startedAt, completedAt, plannedSeconds }) => startedAt === undefined || completedAt === undefined || completedAt < startedAt
        ? []
        : [
            {
                lengthMs: completedAt - startedAt,
                ...(0,base_fields/* optional */.l)({ plannedMs: plannedSeconds && plannedSeconds * 1_000 }),
            },
        ])
        .slice(0, run_lengths_MAX_RUNS);
}
/**
 * As `runLengths`, of the test's list of runs. None where the API does not tell: that runs are listed is assumed, and nothing that matters depends on it,
 * so it is asked once and without patience.
 */
async function readRunLengths({ projectId, testId, runId }, scope, api) {
    if (testId === undefined)
        return [];
    try {
        const { items } = await api.listRuns(projectId, testId, 1, { ...scope, patienceMs: 0 });
        return runLengths(items, { testId, runId });
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
    const doubts = [
        reason,
        fractionLostDoubt(measurements),
        silenceDoubt(measurements) ?? oneDirectionDoubt(measurements),
    ];
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
    const lengths = (await readRunLengths(length, scope, api)).map(({ lengthMs }) => lengthMs / 1_000);
    const what = `The run ended after ${Math.round(durationSeconds)} s`;
    if (plannedSeconds === undefined) {
        const shortest = Math.min(...lengths);
        if (lengths.length < TELLING_RUNS || durationSeconds * 2 + 1 > shortest)
            return undefined;
        const before = `the ${lengths.length} runs before it lasted ${Math.round(shortest)} s or longer`;
        return { verdict: 'cancelled', reason: `${what}, and ${before}: it was stopped. Partial runs are not judged.` };
    }
    const planned = `${what}, though its calls were planned for ${Math.round(plannedSeconds)} s`;
    if (lengths.length === 0)
        return { verdict: 'warned', reason: `${planned}: it may have been stopped.` };
    // The longest, since an earlier run may have been stopped, too.
    if ((0,model_run/* tooShort */.r3)(Math.max(...lengths), plannedSeconds))
        return undefined;
    return {
        verdict: 'cancelled',
        reason: `${planned}, and earlier runs lasted as planned: it was stopped. Partial runs are not judged.`,
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
/** What a reader must know of calls that came about and carried no media, or media one way only; undefined where there are none, or nothing tells. */
function silenceDoubt(measurements) {
    const good = [...measurements.outcomes.keys()].filter((place) => (0,model_outcomes/* endedWell */.Jr)(measurements.outcomes[place] ?? null));
    const { silent, oneWay } = (0,media/* silentCalls */.Z)(good, measurements);
    if (silent + oneWay === 0)
        return undefined;
    const parts = [
        silent > 0 ? `${silent} carried no media at all (silent_calls)` : '',
        oneWay > 0 ? `${oneWay} in one direction only (one_way_calls)` : '',
    ];
    return `Of ${(0,base_text/* counted */.hS)(good.length, 'endpoint')} that succeeded, ${parts.filter(Boolean).join(' and ')}. Likely causes are NAT, firewalls, or addresses in SDP.`;
}
/** Metrics whose value in one direction only tells that media did not flow both ways, or were not measured so. */
const BOTH_WAYS = ['mos', 'jitter_ms', 'packets_received'];
/** What a reader must know of endpoints that succeeded and have values in one direction only, where others have both; undefined where there are none. */
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
            return `${single} of ${(0,base_text/* counted */.hS)(outcomes.length, 'endpoint')} succeeded and have values of ${metric} in one direction only: the other may have been silent, and what was not measured is not judged.`;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/stages/judge.js














/** The verdict where nothing waits for the run's end. */
const LEFT_ALONE = {
    verdict: 'triggered',
    reason: 'The test was started. Nothing waits for its end, and thresholds were not evaluated.',
};
/** The verdict on a run that no answer ever showed. */
const NEVER_SEEN = { verdict: 'error', reason: 'The run was never seen.', code: 'internal' };
/** The verdict on a run from how it ended alone; undefined where its results decide. `timeout` is in ms. */
function judgeEnd({ ended, run, stoppedElsewhere }, timeout) {
    if (ended === 'cancelled')
        return { verdict: 'cancelled', reason: 'The workflow was cancelled before the run had ended.' };
    if (ended === 'stopping' || stoppedElsewhere)
        return { verdict: 'cancelled', reason: 'Somebody stopped the run in CallMeter. Partial runs are not judged.' };
    if (ended === 'timed-out')
        return {
            verdict: 'timed-out',
            reason: `The run had not ended within ${(0,duration/* formatDuration */.a)(timeout)}; its last status was ${(0,base_text/* plain */.pj)(run?.status ?? 'unknown')}${progressText(run)}.`,
        };
    const why = run?.failureReason ? `: ${(0,base_text/* plain */.pj)(run.failureReason).replace(/\.$/, '')}` : '';
    if (run?.status === 'CANNOT_RUN_FOR_NOW') {
        return {
            verdict: 'not-run',
            reason: `CallMeter could not run the test for now${why || ': capacity, billing or another limit'}. Nothing was measured.`,
        };
    }
    if (run?.status === 'FAILED')
        return {
            verdict: 'run-failed',
            reason: `CallMeter ended the run as FAILED${why}: the test itself broke, and this says nothing of call quality.`,
        };
    return undefined;
}
/** How far a run had got, as it reads after its status; empty if the API did not report that. */
function progressText(run) {
    const { completedEndpoints: done, endpointCount: of } = run ?? {};
    return done === undefined || !of ? '' : `, with ${done} of ${(0,base_text/* counted */.hS)(of, 'endpoint')} done`;
}
/**
 * The verdict where a stage failed, and what else is said of it. Where the run itself ended as FAILED, that decides: results would only have
 * told more.
 */
function judgeFailure(error, known, aborted) {
    const { started, watched } = known;
    const end = watched && judgeEnd(watched, 0);
    if (end?.verdict === 'run-failed' && !(0,base_failure/* failedAs */.C4)(error, 'aborted'))
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
    const results = evaluate(thresholds, subject, baseline && !(0,model_subject/* isAbsence */.Md)(baseline) ? (baseline.subject ?? baseline.runs) : baseline);
    for (const result of results)
        log.info((0,phrases/* thresholdLine */.Cx)(result));
    const overlooked = unjudgedFailures(thresholds, subject.measurements);
    if (overlooked)
        log.warning(overlooked);
    return { thresholds: results, notes: overlooked ? [overlooked] : [] };
}
/** What the length of a run that completed says against it; nothing where it was run to its end. */
async function doubtLength(known, scope, api) {
    const { task, started, subject } = known;
    const { plannedSeconds, mostSeconds } = factsOfKnown(known);
    const length = {
        projectId: task.project.id,
        testId: (0,report_known/* knownRun */.j)(known, '').test.id,
        runId: started.runId,
        plannedSeconds,
        mostSeconds,
    };
    return (0,base_fields/* optional */.l)({ doubt: await doubtAboutLength(length, subject, scope, api) });
}
/** The verdict on a run that completed: by its thresholds, and by whether it was run to its end. */
function judgeResults({ thresholds, subject, doubt }, missingData) {
    const judged = judgeThresholds(thresholds, subject?.measurements, missingData);
    return doubt ? (0,model_verdict/* worseOf */.WD)(judged, doubt) : judged;
}
/** The verdict on a run that completed, from its thresholds. */
function judgeThresholds(results, measurements, missingData) {
    const size = measurements?.size ?? 0;
    const having = (state, severity) => results.filter((result) => result.state === state && (!severity || result.threshold.severity === severity));
    const invalid = having('invalid');
    if (invalid.length > 0) {
        return {
            verdict: 'error',
            code: 'threshold-invalid',
            reason: `${(0,base_text/* counted */.hS)(invalid.length, 'threshold')} cannot be judged as written: ${quoted(invalid)}.`,
        };
    }
    const breached = having('breached', 'fail');
    const missing = having('missing', 'fail');
    const none = size === 0 ? ' The run has no endpoints.' : '';
    if (breached.length > 0 || (missing.length > 0 && missingData === 'fail')) {
        const parts = [
            breached.length > 0 ? `${(0,base_text/* counted */.hS)(breached.length, 'threshold')} breached: ${quoted(breached)}` : '',
            missing.length > 0 && missingData === 'fail'
                ? `${(0,base_text/* counted */.hS)(missing.length, 'threshold')} without a value: ${quoted(missing)}`
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
    const unconfirmed = having('unconfirmed');
    if (warnings.length + unconfirmed.length > 0 || (absent.length > 0 && missingData !== 'ignore')) {
        const parts = [
            unconfirmed.length > 0
                ? `${(0,base_text/* counted */.hS)(unconfirmed.length, 'threshold')} breached and not confirmed: ${quoted(unconfirmed)}`
                : '',
            warnings.length > 0 ? `${(0,base_text/* counted */.hS)(warnings.length, 'warning threshold')} breached: ${quoted(warnings)}` : '',
            absent.length > 0 && missingData !== 'ignore'
                ? `${(0,base_text/* counted */.hS)(absent.length, 'threshold')} without a value: ${quoted(absent)}`
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
        reason: `${held === 1 ? 'The threshold' : `All ${held} thresholds`} held; the run has ${(0,base_text/* counted */.hS)(size, 'endpoint')}.${thin}${left}`,
    };
}
/** Most thresholds that are named in a sentence. */
const judge_MAX_NAMED = 3;
function quoted(results) {
    const named = results.slice(0, judge_MAX_NAMED).map(({ threshold }) => (0,base_text/* plain */.pj)((0,syntax/* withoutSeverity */.aQ)(threshold), 120));
    return `${named.join(', ')}${results.length > judge_MAX_NAMED ? ` and ${results.length - judge_MAX_NAMED} more` : ''}`;
}

;// CONCATENATED MODULE: ./lib/stages/confirm.js
// A breach is confirmed by further runs of the test: a threshold fails only where it is breached in every run.








/**
 * Runs a test, and again while a threshold is breached in every run so far, at most `confirm` times more. `run` takes the runs before, and never throws.
 * Returns the report of the deciding run, with every run in it.
 */
async function confirm_confirmed(run, { confirm, 'missing-data': missingData }, say) {
    const attempts = [await run([])];
    for (;;) {
        const open = attempts.length <= confirm ? openBreaches(attempts, missingData) : [];
        if (open.length === 0)
            return decided(attempts, missingData);
        say(`Breached: ${open.map(({ threshold }) => (0,base_text/* plain */.pj)((0,syntax/* withoutSeverity */.aQ)(threshold), 120)).join(', ')}. The test runs again to confirm that (run ${attempts.length + 1} of at most ${confirm + 1}).`);
        attempts.push(await run(attempts));
    }
}
/** The breaches that a further run could refute, and with them the verdict; none where the verdict rests on something else. */
function openBreaches(attempts, missingData) {
    const last = attempts.at(-1);
    if (!last?.known.started?.own || whyNoMeasure(last, attempts) !== undefined)
        return [];
    const failing = merged(attempts).filter(({ threshold }) => threshold.severity === 'fail');
    const isOnlyBreached = !failing.some(({ state }) => state === 'invalid' || (state === 'missing' && missingData === 'fail'));
    return isOnlyBreached ? failing.filter(({ state }) => state === 'breached') : [];
}
/** Why a run neither confirms nor refutes a breach, in a sentence; undefined where it does. It has to be judged, and to be as large and as long as the first. */
function whyNoMeasure(attempt, [first = attempt]) {
    return whyNotJudged(attempt) ?? sentence(whyWeaker(factsOfKnown(attempt.known), factsOfKnown(first.known)));
}
/** Why a run was not judged by its thresholds, this step's for certain. */
function whyNotJudged({ known: { started, watched, subject }, report }) {
    const wasJudged = watched?.run?.status === 'COMPLETED' && ['failed', 'warned', 'passed'].includes(report.verdict);
    if (!wasJudged || !subject)
        return report.reason;
    // Of a presumed run another may be going, so nothing more is started either.
    return started?.evidence === 'named' ? undefined : "It may be somebody else's.";
}
/** A run that is to refute may have values of so few endpoints less than the run that it refutes. */
const LEAST_SHARE = 0.9;
/** Why what one run held is no answer to what another broke, in a sentence; undefined where it refutes the breach. */
function whyNoRefutation(held, broken) {
    const weaker = sentence(whyWeaker(factsOfKnown(held.attempt.known), factsOfKnown(broken.attempt.known)));
    if (weaker !== undefined)
        return weaker;
    if (held.result.state === 'missing')
        return 'It has no value for it.';
    const isFew = (now, then) => now !== undefined && then !== undefined && now < LEAST_SHARE * then;
    const [values, before] = [held.result.coverage?.used, broken.result.coverage?.used];
    if (isFew(values, before))
        return `It has values of ${(0,base_text/* counted */.hS)(values ?? 0, 'endpoint')} instead of ${before}.`;
    const [good, goodBefore] = [endedWellIn(held.attempt), endedWellIn(broken.attempt)];
    return isFew(good, goodBefore) ? `${(0,base_text/* counted */.hS)(good ?? 0, 'endpoint')} succeeded instead of ${goodBefore}.` : undefined;
}
function endedWellIn({ known: { subject } }) {
    return subject?.measurements.outcomes.filter(model_outcomes/* endedWell */.Jr).length;
}
function sentence(why) {
    return why && `It ${why}.`;
}
/** The runs that measure something for others. */
function measuring(attempts) {
    return attempts.filter((attempt) => whyNoMeasure(attempt, attempts) === undefined);
}
/** What each of the runs that measure did with the threshold at a place. */
function judgedAt(place, attempts) {
    return measuring(attempts).flatMap((attempt) => {
        const result = attempt.known.thresholds[place];
        return result ? [{ attempt, result }] : [];
    });
}
/** The thresholds over all runs that measure, with what each did: breached where no run refutes the breach, `unconfirmed` where one does. */
function merged(attempts) {
    const last = measuring(attempts).at(-1)?.known.thresholds ?? [];
    return last.map((result, place) => {
        const found = judgedAt(place, attempts);
        const runs = found.map(({ attempt, result: { state, measured } }) => ({
            state,
            ...(0,base_fields/* optional */.l)({ runId: attempt.report.runId, measured }),
        }));
        const more = found.length > 1 ? { runs } : {};
        const breaks = found.filter((one) => one.result.state === 'breached');
        const standing = breaks.findLast((broken) => !found.some((held) => refutes(held, broken)));
        if (standing)
            return { ...standing.result, ...more };
        return breaks.length > 0 ? { ...result, ...more, state: 'unconfirmed' } : { ...result, ...more };
    });
}
function refutes(held, broken) {
    return held.result.state === 'held' && whyNoRefutation(held, broken) === undefined;
}
/** The report on all runs: that of the last one that measures, by what all of them did. */
function decided(attempts, missingData) {
    const [first, ...others] = attempts;
    if (!first)
        throw new Error('A test was reported on that never ran');
    if (others.length === 0)
        return first.report;
    const deciding = measuring(attempts).at(-1) ?? first;
    const thresholds = merged(attempts);
    const found = judgeThresholds(thresholds, deciding.report.subject?.measurements, missingData);
    const doubts = measuring(attempts).flatMap((attempt) => {
        const { doubt } = attempt.known;
        return doubt ? { ...doubt, reason: saidOf(attempt, doubt.reason, attempts, deciding) } : [];
    });
    const judgement = doubts.reduce(model_verdict/* worseOf */.WD, {
        ...found,
        reason: [found.reason, whatOthersSay(thresholds, attempts)].filter(Boolean).join(' '),
    });
    const { verdict, code } = (attempts.at(-1) ?? first).report;
    // Where the last run measures nothing, its own end counts, too.
    const isWorse = (0,model_verdict/* worst */.QZ)([judgement.verdict, verdict]) !== judgement.verdict && deciding !== attempts.at(-1);
    return {
        ...deciding.report,
        ...judgement,
        ...(isWorse ? { verdict, ...(0,base_fields/* optional */.l)({ code }) } : {}),
        thresholds,
        notes: notesOf(attempts, deciding),
        attempts: attempts.map(attemptReport),
    };
}
/** What the runs beside the broken one say of a breach, in a sentence: they confirm it, or cannot refute it. Empty where nothing stands, or one run is all. */
function whatOthersSay(thresholds, attempts) {
    const breaches = thresholds.flatMap(({ state, threshold }, place) => state === 'breached' && threshold.severity === 'fail' ? [judgedAt(place, attempts)] : []);
    const last = attempts.at(-1);
    if (breaches.length === 0 || !last)
        return '';
    const why = whyNoMeasure(last, attempts);
    if (why !== undefined)
        return `The run that was to confirm it tells nothing: ${why}`;
    const times = Math.min(...breaches.map((found) => found.filter(({ result }) => result.state === 'breached').length));
    if (times > 1)
        return `Confirmed by ${(0,base_text/* counted */.hS)(times, 'run')}.`;
    const weak = breaches.flatMap((found) => {
        const broken = found.findLast(({ result }) => result.state === 'breached');
        const others = found.filter(({ result }) => result.state !== 'breached');
        return others.flatMap((held) => {
            const reason = broken && whyNoRefutation(held, broken);
            return reason === undefined
                ? []
                : `Run ${attempts.indexOf(held.attempt) + 1} of the test does not refute it: ${reason}`;
        });
    });
    return weak.at(-1) ?? '';
}
/** What is to be known of all runs. */
function notesOf(attempts, deciding) {
    const own = deciding.report.notes;
    return attempts.flatMap((attempt) => {
        const more = attempt.report.notes.filter((note) => attempt === deciding || !own.includes(note));
        return more.map((note) => saidOf(attempt, note, attempts, deciding));
    });
}
/** A sentence on a run. The report is the deciding run's, so of another one it is said which. */
function saidOf(attempt, said, attempts, deciding) {
    return attempt === deciding ? said : `Run ${attempts.indexOf(attempt) + 1} of the test: ${said}`;
}
function attemptReport({ report }) {
    const { verdict, reason, status, runId, runUrl, presumed } = report;
    return { verdict, reason, ...(0,base_fields/* optional */.l)({ status, runId, runUrl, presumed }) };
}

// EXTERNAL MODULE: ./lib/model/run-url.js
var run_url = __webpack_require__(6636);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/stages/idempotency-key.js

// A matrix runs several jobs of one name, and GitHub tells the action nothing that surely tells them apart. A key that two of them shared
// would give both the same run, so each process adds a word of its own; tries again within a process share it.
const OWN_WORD = (0,external_node_crypto_.randomUUID)();
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
    return (0,external_node_crypto_.createHash)('sha256')
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
async function startTest({ project, test }, { start: number, deadline }, inputs, tools) {
    const { log } = tools;
    const { clock, env, signal } = tools.world;
    const { callMeter: api } = tools.apis;
    const { jobRuns } = tools.cleanup;
    if (signal.aborted)
        throw new base_failure/* Failure */.HR('aborted', 'The workflow was cancelled before the test was started.');
    const scope = { deadline, signal };
    const key = idempotencyKey(env, test.id, number);
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
        const url = (0,run_url/* runUrl */.V)(inputs['run-url'], { project: project.id, test: test.id, run: runId });
        log.info(`Started run ${(0,base_text/* plain */.pj)(runId)}${url ? `: ${url}` : ''}`);
        if (!inputs.wait) {
            log.info('wait is false: the run is left to itself, and thresholds are not evaluated.');
            entry.close();
        }
        const started = { runId, evidence, ...(0,base_fields/* optional */.l)({ status }), at: clock.now(), own: true };
        return { started, asked, entry, ...(0,base_fields/* optional */.l)({ earlier: runs && runLengths(runs, { testId: test.id }) }) };
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
        return await found(error, { ...run, askedAt, ...(0,base_fields/* optional */.l)({ since: sent, until: api.serverClock() }) }, scope, tools);
    }
}
/** An answer to the trigger that names a run which was there before it. */
function refuseStrangers(runId, { before }) {
    if (before?.some((known) => (0,fields/* isSameId */.WB)(known, runId)))
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
async function found(failure, asked, scope, tools) {
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
        ? `, calls planned for ${(0,duration/* formatDuration */.a)(run.plannedSeconds * 1_000)}`
        : '';
    return `${(0,base_text/* plain */.pj)(status)} after ${(0,duration/* formatDuration */.a)(sinceTrigger)}${about}`;
}
/** One run's progress: `RUNNING for 2 min · 35 of 100 endpoints done · about 50 s left · 12 min until the timeout`. */
function progressLine({ status, inStatusMs, done, of, leftMs, untilTimeoutMs }) {
    return [
        `${status} for ${(0,duration/* formatDuration */.a)(inStatusMs)}`,
        done === undefined ? '' : `${done} of ${of ?? '?'} endpoints done`,
        leftMs === undefined ? '' : leftText(leftMs),
        `${(0,duration/* formatDuration */.a)(untilTimeoutMs)} until the timeout`,
    ]
        .filter(Boolean)
        .join(' · ');
}
function leftText(leftMs) {
    return leftMs > 0 ? `about ${(0,duration/* formatDuration */.a)(leftMs)} left` : 'the calls should be over';
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
            // One refusal by itself is sat out; of several, the schedule knows whether this is what the next request is best spent on.
            const yields = unconfirmed === undefined ? { slowDowns: api.scarcity() > 1 ? 0 : 1 } : {};
            run = await readOwnRun(request, run, { ...scope, ...yields }, api);
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
                earlier = await readRunLengths({ ...request, testId: request.testId ?? run.testId }, scope, api);
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
        if (testId === undefined || (0,fields/* isSameId */.WB)(run.testId, testId))
            return;
        throw new base_failure/* Failure */.HR('misshapen', `Run ${(0,base_text/* plain */.pj)(runId, 80)} is of test ${(0,base_text/* plain */.pj)(run.testId ?? '', 80)}, as the API says now, and not of ${(0,base_text/* plain */.pj)(testId, 80)}, which was started.`, { advice: 'Look at both tests in CallMeter; the run that was started may still be going.' });
    };
    return api.getRun(projectId, runId, { ...scope, hold });
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
// One test, from its trigger to its verdict: the stages in their order. Each returns what it found out, and is told only what it needs.














/** How long reading the results may take once the run has ended, in ms. */
const RESULTS_ALLOWANCE_MS = 10 * 60_000;
/** Runs a test, or follows a run, and judges it; again where a breach is to be confirmed. Never throws: whatever goes wrong is in the report. */
function runTest(task, inputs, tools) {
    return confirm_confirmed((before) => runOnce(task, before, inputs, tools), inputs, tools.log.info);
}
async function runOnce(task, before, inputs, tools) {
    const begin = {
        task,
        thresholds: inputs.wait ? unjudged(inputs.thresholds) : [],
        notes: [],
        // Earlier runs are read once, and none of this step is one.
        ...(0,base_fields/* optional */.l)({ baseline: before[0]?.known.baseline }),
    };
    let latest = begin;
    const learn = (known, facts) => {
        const more = { ...known, ...facts, notes: [...known.notes, ...(facts.notes ?? [])] };
        latest = more;
        if (facts.started ?? facts.watched)
            tools.events.run((0,report_known/* knownRun */.j)(more, inputs['run-url']));
        return more;
    };
    let judgement;
    try {
        judgement = await judged({ begin, starts: before.length * STARTS_EACH }, inputs, tools, learn);
    }
    catch (error) {
        const { notes, ...failed } = judgeFailure(error, latest, tools.world.signal.aborted);
        learn(latest, { notes });
        judgement = failed;
    }
    return { known: latest, report: (0,report/* reportOf */.EI)(latest, judgement, inputs['run-url']) };
}
/** More than one run of a test can be started over with `not-run-retries`. */
const STARTS_EACH = 100;
async function judged({ begin, starts }, inputs, tools, learn) {
    const ended = await toItsEnd({ begin, starts }, inputs, tools, learn);
    if (!ended)
        return LEFT_ALONE;
    const { run } = ended.watched;
    const end = judgeEnd(ended.watched, inputs.timeout);
    if (!run || (end && end.verdict !== 'run-failed'))
        return end ?? NEVER_SEEN;
    const { clock, signal } = tools.world;
    const scope = { deadline: clock.now() + RESULTS_ALLOWANCE_MS, signal };
    const measured = learn(ended, await results_readSubject(ended, run, scope, tools));
    const asked = learn(measured, { subject: await askFarEnd(measured, inputs['callscaler-settle'], tools) });
    const doubted = learn(asked, { notes: doubtsAbout(asked.subject, tools.log) });
    const compared = learn(doubted, await readBaseline(doubted, inputs, scope, tools));
    return tools.log.group('Judge the thresholds', async () => {
        const evaluated = learn(compared, evaluateThresholds(compared, inputs.thresholds, tools.log));
        if (end)
            return end;
        return judgeResults(learn(evaluated, await doubtLength(evaluated, scope, tools.apis.callMeter)), inputs['missing-data']);
    });
}
/** Starts the test and watches its run, again where it could not run; undefined where nothing is to wait for the run. */
async function toItsEnd({ begin, starts }, inputs, tools, learn) {
    const { task } = begin;
    const deadline = tools.world.clock.now() + inputs.timeout;
    let known = begin;
    for (let attempt = 1;; attempt++) {
        const going = await start(task, { attempt, start: starts + attempt, deadline }, inputs, tools);
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
    let failed;
    const runs = await inParallel(tasks, parallel, async (task, i) => {
        const name = nameOf(task);
        if (failed !== undefined && inputs['fail-fast'] && task.kind === 'test') {
            board.done(name);
            return notStarted(task, failed, inputs['run-url']);
        }
        const events = {
            run: (run) => {
                known[i] = run;
                onRuns(known);
            },
            progress: (progress) => (several ? board.update(name, progress) : log.info(progressLine(progress))),
        };
        const report = await runTest(task, inputs, { ...tools, events, log: several ? (0,base_log/* prefixed */.g)(log, name) : log });
        board.done(name);
        if (inputs['fail-on'].includes(report.verdict))
            failed ??= { name, verdict: report.verdict };
        return report;
    });
    const started = runs.filter((run) => !run.notStarted);
    return {
        verdict: (0,model_verdict/* worst */.QZ)(started.map(({ verdict }) => verdict)),
        runs,
        ...(inputs['fail-fast'] && several ? { failFast: inputs['fail-on'] } : {}),
    };
}
/** What is said of a test that was not started, since another had failed the step. */
function notStarted(task, { name, verdict }, template) {
    const reason = `Not started: \`fail-fast\` is true, and ${(0,base_text/* plain */.pj)(name, 100)} had ended as \`${verdict}\`.`;
    const known = { task, thresholds: [], notes: [] };
    return { ...(0,report/* reportOf */.EI)(known, { verdict: 'not-run', reason }, template), notStarted: true };
}
function nameOf(task) {
    return task.kind === 'test' ? (task.test.name ?? task.asked) : task.asked;
}


/***/ })

};
