export const id = 85;
export const ids = [85];
export const modules = {

/***/ 2130:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ inParallel)
/* harmony export */ });
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


/***/ }),

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

/***/ 4535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ withoutUnavailable)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8566);
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
        notes.push(`${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(odd.length, 'value')} of ${metric} can be none (the largest is ${Math.max(...new Set(odd))}) and ${odd.length === 1 ? 'was' : 'were'} left out: 127 stands for unavailable (RFC 3611).`);
    }
    return { measurements: notes.length > 0 ? { ...measurements, metrics } : measurements, notes };
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

/***/ 1018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  su: () => (/* binding */ checkBaselineFile),
  Xn: () => (/* binding */ findBaseline),
  mF: () => (/* binding */ readBaseline)
});

// EXTERNAL MODULE: ./lib/apis/http/fields.js
var fields = __webpack_require__(1081);
// EXTERNAL MODULE: ./lib/model/subject.js
var model_subject = __webpack_require__(5605);
// EXTERNAL MODULE: ./lib/model/run.js
var model_run = __webpack_require__(60);
// EXTERNAL MODULE: ./lib/model/unavailable.js
var unavailable = __webpack_require__(4535);
// EXTERNAL MODULE: ./lib/base/failure.js
var failure = __webpack_require__(1747);
// EXTERNAL MODULE: ./lib/base/fields.js
var base_fields = __webpack_require__(4144);
// EXTERNAL MODULE: ./lib/base/text.js
var base_text = __webpack_require__(8566);
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
// EXTERNAL MODULE: ./lib/stages/run-facts.js
var run_facts = __webpack_require__(5956);
;// CONCATENATED MODULE: ./lib/stages/baseline-history.js









/** Most runs of a history. */
const MAX_RUNS = 50;
/** Most runs that are named of those that do not count. */
const MAX_NAMED = 5;
/** The newest so many earlier runs of the test that completed whole. A failure of the list of runs is thrown. */
async function lastRuns(count, target, scope, { api, read }) {
    const { facts, thresholds } = target;
    const needsDetail = thresholds.some(({ left, right }) => [...(0,syntax/* partsOf */.CI)(left), ...(0,syntax/* partsOf */.CI)(right)].some(({ kind }) => kind === 'run'));
    const found = await (0,earlier_runs/* findEarlierRuns */.a)({ ...target, count }, {
        why: (earlier) => (0,comparable/* whyNotComparable */.aZ)(earlier, facts),
        needsDetail,
        mayFail: true,
        take: async (run) => {
            const subject = await read(run, scope);
            const why = (0,comparable/* whyNotComparable */.aZ)((0,run_facts/* factsOfRun */.H)(run, { size: subject.measurements.size }), facts);
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
    const values = (0,evaluate/* measuredSides */.ze)(thresholds, subject).map((found) => {
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
    const wrong = (what, cause) => new failure/* Failure */.HR('input', `${(0,base_text/* plain */.pj)(path)} is not a report.json that can be read: ${what}.`, {
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
            throw wrong(`a value of ${(0,base_text/* plain */.pj)(metric, 60)} is not a valid number`);
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
        throw wrong('a count of calls is not a number');
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
            return { file, breached, ...(0,base_fields/* optional */.l)({ runId, at }), ...look(run, target) };
        });
        return { runs };
    }
    catch (error) {
        // The message of a Failure names the file.
        const why = (0,base_text/* plain */.pj)(error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
        return { runs: [], why: error instanceof failure/* Failure */.HR ? why : `${file} cannot be read: ${why}` };
    }
}
function isOfTest({ testId, testAsked }, { testId: own, asked }) {
    return testId === undefined ? testAsked === asked : (0,fields/* isSameId */.WB)(testId, own);
}
/** What is taken of a recorded run, or why it does not count, as it reads after the file's name. */
function look({ runId, status, verdict, subject, at, ...run }, { facts, thresholds }) {
    if (runId === undefined)
        return { why: 'contains no run id, so it may be a copy of another' };
    if (verdict !== undefined && UNSOUND.includes(verdict))
        return { why: `was judged ${verdict}` };
    if (status !== undefined && status !== 'COMPLETED')
        return { why: `is ${(0,base_text/* plain */.pj)(status, 40)}` };
    if (!subject)
        return { why: 'has no results' };
    if (at !== undefined && facts.createdAt !== undefined && at > facts.createdAt)
        return { why: 'is of a later run' };
    const why = (0,comparable/* whyNotComparable */.aZ)((0,run_facts/* factsOfRun */.H)(subject.run, { size: subject.measurements.size, ...run }), facts);
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
    const why = fit ? broken && `${broken.file} breached a threshold` : first && `${first.file} ${first.why ?? ''}`;
    return (0,base_fields/* optional */.l)({ at: (fit ?? first)?.at, taken: fit?.taken, why });
}

// EXTERNAL MODULE: ./lib/report/known.js
var report_known = __webpack_require__(8065);
// EXTERNAL MODULE: ./lib/stages/results.js
var results = __webpack_require__(809);
// EXTERNAL MODULE: ./lib/stages/far-end.js
var far_end = __webpack_require__(8906);
;// CONCATENATED MODULE: ./lib/stages/baseline.js
// What `baseline` stands for in thresholds: an earlier run, from the API or from a file.















/** How long reading earlier runs may take, in ms: what they cannot be read in is missing data, and leaves time for this run. */
const BASELINE_ALLOWANCE_MS = 5 * 60_000;
/** Why a run is no baseline of its own. */
const ITSELF = 'the baseline is the run itself, so there is nothing to compare';
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
        facts: (0,run_facts/* factsOfKnown */._)(known),
        thresholds: inputs.thresholds,
    };
    const callsOf = (0,far_end/* callsOfBaseline */.eY)(inputs.thresholds, tools);
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
        if (!(error instanceof failure/* Failure */.HR))
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
        throw new failure/* Failure */.HR('input', `The baseline ${(0,base_text/* plain */.pj)(path)} cannot be read: ${(0,base_text/* plain */.pj)(String(error))}.`, {
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
        if (!(error instanceof failure/* Failure */.HR) || error.kind === 'aborted')
            throw error;
        return { kind: 'missing', reason: `the baseline could not be read: ${(0,failure/* explain */.WE)(error)}` };
    }
}
/** What an earlier run measured. */
async function readEarlier(projectId, run, scope, tools) {
    const { measurements } = (0,unavailable/* withoutUnavailable */.P)(await (0,results/* readResults */.x8)({ projectId, runId: run.id ?? '', run }, scope, tools));
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
            const found = await (0,earlier_runs/* findEarlierRuns */.a)({ ...target, count: 1 }, {
                why: (earlier) => (0,comparable/* whyNotWhole */.$B)(earlier, target.facts),
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


/***/ }),

/***/ 7103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ whyNotWhole),
/* harmony export */   _X: () => (/* binding */ whyWeaker),
/* harmony export */   aZ: () => (/* binding */ whyNotComparable)
/* harmony export */ });
/* harmony import */ var _base_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8045);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8566);
/* harmony import */ var _model_run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60);
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
        return `is ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(run.status, 40)}`;
    const { mostSeconds } = run;
    if (mostSeconds === undefined)
        return undefined;
    const plan = run.plannedSeconds ?? other.plannedSeconds;
    const isKept = other.plannedSeconds === undefined || !(0,_model_run_js__WEBPACK_IMPORTED_MODULE_1__/* .tooShort */ .r3)(other.mostSeconds ?? Infinity, other.plannedSeconds);
    if (plan !== undefined && isKept)
        return (0,_model_run_js__WEBPACK_IMPORTED_MODULE_1__/* .tooShort */ .r3)(mostSeconds, plan) ? 'was cut short' : undefined;
    const length = other.leastSeconds;
    return length !== undefined && (mostSeconds + 1) * 2 < length
        ? `lasted ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(mostSeconds * 1_000)} instead of ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(length * 1_000)}`
        : undefined;
}
function whyOtherPlan({ plannedSeconds: a }, { plannedSeconds: b }) {
    return a && b && Math.abs(a - b) > PLAN_TOLERANCE * Math.max(a, b)
        ? `was planned for ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(a * 1_000)} instead of ${(0,_base_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(b * 1_000)}`
        : undefined;
}
function whyOtherSize(run, other, isOther) {
    // Counts of one kind are held against each other: the API may count otherwise than its rows.
    const counts = [
        [run.endpointCount || undefined, other.endpointCount],
        [run.size, other.size],
    ];
    const apart = counts.find(([a, b]) => a !== undefined && b && isOther(a, b));
    return apart && `has ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(apart[0] ?? 0, 'endpoint')} instead of ${apart[1]}`;
}


/***/ }),

/***/ 6134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ findEarlierRuns)
/* harmony export */ });
/* harmony import */ var _apis_http_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1081);
/* harmony import */ var _apis_http_paged_list_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7012);
/* harmony import */ var _base_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1747);
/* harmony import */ var _base_fields_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4144);
/* harmony import */ var _base_parallel_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2130);
/* harmony import */ var _model_subject_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5605);
/* harmony import */ var _run_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5956);







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
        return (0,_model_subject_js__WEBPACK_IMPORTED_MODULE_4__/* .missing */ .LO)('the test of this run is unknown, and so are its earlier runs');
    const looked = [];
    const lacking = () => count - looked.filter(({ taken }) => taken !== undefined).length;
    const isNew = ({ run }) => !looked.some((one) => (0,_apis_http_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameId */ .WB)(one.run.id ?? '', run.id ?? ''));
    let toRead = count + MAX_UNFIT;
    let wanted = count;
    for (;;) {
        const isEnough = (facts) => facts.filter((one) => rules.why(one) === undefined).length >= wanted;
        const listed = await listEarlierRuns(judged, isEnough, scope, api);
        if ((0,_model_subject_js__WEBPACK_IMPORTED_MODULE_4__/* .isAbsence */ .Md)(listed))
            return listed;
        const left = listed.runs.filter(isNew);
        while (left.length > 0 && toRead > 0 && lacking() > 0) {
            const next = left.splice(0, Math.min(AT_ONCE, toRead, lacking()));
            const found = await (0,_base_parallel_js__WEBPACK_IMPORTED_MODULE_5__/* .inParallel */ .H)(next, AT_ONCE, (one) => look(one, listed.judged, rules, { scope, api }));
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
    const byList = rules.why((0,_run_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .factsOfRun */ .H)(row));
    if (byList !== undefined)
        return { run: row, why: byList, wasRead: false };
    try {
        const isBare = [row.createdAt, row.startedAt, row.completedAt].includes(undefined);
        const { projectId } = judged;
        const run = rules.needsDetail || isBare ? { ...row, ...(await api.getRun(projectId, row.id ?? '', scope)) } : row;
        const why = whyNotEarlier(run, judged, isBehind) ?? rules.why((0,_run_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .factsOfRun */ .H)(run));
        return { run, wasRead: true, ...(why === undefined ? await rules.take(run) : { why }) };
    }
    catch (error) {
        if (!(error instanceof _base_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR) || error.kind === 'aborted' || !rules.mayFail)
            throw error;
        return { run: row, why: `could not be read: ${(0,_base_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .explain */ .WE)(error).replace(/\.$/, '')}`, wasRead: true };
    }
}
/** Why a run is no earlier one of the test; undefined where it is for certain. */
function whyNotEarlier({ testId, createdAt }, judged, isBehind) {
    if (testId !== undefined && !(0,_apis_http_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameId */ .WB)(testId, judged.testId))
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
    const placeIn = (runs) => runs.findIndex(({ id }) => (0,_apis_http_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameId */ .WB)(id ?? '', runId));
    const withTime = (runs) => {
        const createdAt = facts.createdAt ?? runs[placeIn(runs)]?.createdAt;
        return { ...judged, facts: { ...facts, ...(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_6__/* .optional */ .l)({ createdAt }) } };
    };
    const earlierIn = (runs) => {
        const [place, now] = [placeIn(runs), withTime(runs)];
        const earlier = runs.flatMap((run, i) => {
            const isBehind = place < 0 ? undefined : i > place;
            const isOther = run.testId !== undefined && !(0,_apis_http_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameId */ .WB)(run.testId, testId);
            const isLater = wasEarlier(run.createdAt, now.facts.createdAt, isBehind) === false;
            return run.id === undefined || i === place || isOther || isLater ? [] : [{ run, isBehind }];
        });
        // A list that does not tell all times can only be in its own order.
        if (earlier.some(({ run }) => run.createdAt === undefined))
            return earlier;
        return earlier.toSorted((a, b) => (b.run.createdAt ?? 0) - (a.run.createdAt ?? 0));
    };
    let isAll = true;
    const { items, brokenOff } = await (0,_apis_http_paged_list_js__WEBPACK_IMPORTED_MODULE_1__/* .readItems */ .F)({ read: ({ page }) => api.listRuns(projectId, testId, page, scope), maxPages: MAX_PAGES, trusting: true }, (runs) => {
        isAll = placeIn(runs) < 0 || !isEnough(earlierIn(runs).map(({ run }) => (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .factsOfRun */ .H)(run)));
        return !isAll;
    });
    if (brokenOff !== undefined && placeIn(items) < 0)
        return (0,_model_subject_js__WEBPACK_IMPORTED_MODULE_4__/* .missing */ .LO)('the list of runs ended before this run, so earlier runs are unknown');
    return { runs: earlierIn(items), isAll, judged: withTime(items) };
}


/***/ }),

/***/ 8906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eY: () => (/* binding */ callsOfBaseline),
/* harmony export */   wL: () => (/* binding */ askFarEnd)
/* harmony export */ });
/* unused harmony export callWindow */
/* harmony import */ var _report_analysis_ends_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(539);
/* harmony import */ var _thresholds_syntax_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5437);


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
        : {
            kind: 'missing',
            reason: 'the API does not report when the run ran, so its calls cannot be distinguished from others',
        };
    const disagreement = (0,_report_analysis_ends_js__WEBPACK_IMPORTED_MODULE_0__/* .disagreementOf */ .U)({ ...subject, calls });
    if (disagreement)
        log.warning(disagreement);
    return { ...subject, calls };
}
/** How the calls of a baseline's run are had, which have settled long ago; undefined where no threshold compares with them. */
function callsOfBaseline(thresholds, { world, apis: { farEnd, callMeter } }) {
    const wanted = thresholds.some(({ left, right }) => ((0,_thresholds_syntax_js__WEBPACK_IMPORTED_MODULE_1__/* .asksFarEnd */ .z1)(left) || (0,_thresholds_syntax_js__WEBPACK_IMPORTED_MODULE_1__/* .asksFarEnd */ .z1)(right)) && ((0,_thresholds_syntax_js__WEBPACK_IMPORTED_MODULE_1__/* .mentionsBaseline */ .JM)(left) || (0,_thresholds_syntax_js__WEBPACK_IMPORTED_MODULE_1__/* .mentionsBaseline */ .JM)(right)));
    if (!farEnd || !wanted)
        return undefined;
    return (run) => {
        const window = callWindow(run, callMeter.serverNow() - world.clock.now(), undefined, undefined);
        return window
            ? farEnd.callsOf(window, 0, { signal: world.signal })
            : Promise.resolve({ kind: 'missing', reason: 'the API does not report when that run ran' });
    };
}


/***/ }),

/***/ 9296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uz: () => (/* binding */ findTasks),
/* harmony export */   fk: () => (/* binding */ findTests),
/* harmony export */   t1: () => (/* binding */ findProject)
/* harmony export */ });
/* harmony import */ var _base_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1747);
/* harmony import */ var _base_named_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1096);
/* harmony import */ var _apis_http_paged_list_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7012);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8566);




/** Most pages of projects or tests that are looked through. */
const MAX_PAGES = 100;
/** How long the list of tests may be out of reach before it is done without, where ids are given, in ms: it is only assumed to exist. */
const TESTS_PATIENCE_MS = 30_000;
/** How long it has to be said that there is no such list, where ids are given, in ms: once may be a fault of the moment. */
const NO_LIST_MS = 2_000;
/** Failures that say that the API has no list of tests, or none that can be understood. */
const NO_SUCH_LIST = ['not-found', 'not-offered', 'forbidden', 'rejected', 'misshapen'];
/** The project that a workflow names by id, slug or name. Throws an `input` failure, with the nearest names, where there is none or several. */
async function findProject(api, wanted, scope) {
    const all = await readUntil(({ page }) => api.listProjects(page, scope), [wanted]);
    return pick('project', wanted, all, 'Check `project`, and that the key belongs to the right organization.');
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
        if (!(error instanceof _base_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR) || (0,_base_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failedAs */ .C4)(error, 'key-refused', 'aborted', 'rate-limited'))
            throw error;
        if (!wanted.every(looksLikeId) && !(0,_base_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failedAs */ .C4)(error, ...NO_SUCH_LIST))
            throw error;
        return wanted.map((id) => ({ id, listed: false }));
    }
    const found = wanted.map((name) => ({ ...pick('test', name, all, 'Check `test`.'), listed: true }));
    const twice = found.findIndex(({ id }, i) => found.findIndex((other) => other.id === id) !== i);
    if (twice >= 0)
        throw new _base_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('input', `"${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)(wanted[twice] ?? '', 80)}" is a test that \`test\` already lists.`, {
            advice: 'List each test once.',
        });
    return found;
}
/** Whether a text is of the form that ids have: a UUID or a number. */
function looksLikeId(text) {
    return /^([\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|\d+)$/i.test(text);
}
/** Reads pages until there is an item with each id or slug, else all of them. */
async function readUntil(read, wanted) {
    const { items } = await (0,_apis_http_paged_list_js__WEBPACK_IMPORTED_MODULE_2__/* .readItems */ .F)({ read, maxPages: MAX_PAGES, trusting: true }, (all) => wanted.every((name) => all.some(({ id, slug }) => id === name || slug === name)));
    return items;
}
function pick(what, wanted, all, advice) {
    return (0,_base_named_js__WEBPACK_IMPORTED_MODULE_1__/* .findNamed */ .n)(all, wanted, {
        what,
        ways: [
            ({ id }) => id === wanted,
            ({ slug }) => slug === wanted,
            ({ name }) => name === wanted,
            ({ name }) => name?.toLowerCase() === wanted.toLowerCase(),
        ],
        identity: ({ id }) => id,
        names: ({ slug, name, id }) => [slug, name, id],
        shown: ({ slug, name, id }) => `"${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)(slug ?? name ?? id, 60)}"`,
        several: (found) => {
            const ids = found.map(({ id }) => (0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)(id, 60));
            return new _base_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('input', `Several ${what}s are called "${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)(wanted, 80)}": ${ids.join(', ')}.`, {
                code: 'unknown-name',
                advice: `Give \`${what}\` as an id.`,
            });
        },
        none: (instead) => new _base_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('input', `There is no ${what} "${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)(wanted, 80)}". ${instead}`, { code: 'unknown-name', advice }),
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


/***/ }),

/***/ 809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ readSubject),
/* harmony export */   x8: () => (/* binding */ readResults)
/* harmony export */ });
/* unused harmony exports SETTLE_MS, MAX_PAGES */
/* harmony import */ var _base_fields_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4144);
/* harmony import */ var _base_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1747);
/* harmony import */ var _model_measurements_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4200);
/* harmony import */ var _apis_http_paged_list_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7012);
/* harmony import */ var _model_outcomes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3952);
/* harmony import */ var _model_run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60);
/* harmony import */ var _model_unavailable_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4535);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8566);








/** How long rows that are missing or not final are read again, in ms. How late rows may come is not documented. */
const SETTLE_MS = 60_000;
/** Most pages of one run; at the usual 100 rows a page, 200,000 endpoints. */
const MAX_PAGES = 2_000;
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
                throw new _base_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('incomplete', `The results of the run are not complete: ${missing ?? changing}.`, {
                    advice: 'Run again, or read the results later with `run-id`.',
                });
            }
            if (unfinished > 0)
                log.warning(`${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .hS)(unfinished, 'endpoint')} had no outcome ${SETTLE_MS / 1_000} s after the run ended. They count as failed.`);
            return builder.build();
        }
        const words = builder.size === 0 ? 'No endpoints can be read yet' : `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .hS)(unfinished, 'endpoint')} not final yet`;
        log.info(`${missing ?? (final ? open?.words : words) ?? words}; reading again in ${pauseMs / 1_000} s`);
        await clock.sleep(pauseMs, scope.signal);
        waited += pauseMs;
    }
}
/** Reads all pages once. */
async function readAll(ended, scope, { api, clock }) {
    const { projectId, runId, run, isOld } = ended;
    const builder = (0,_model_measurements_js__WEBPACK_IMPORTED_MODULE_1__/* .collectMeasurements */ .Wo)();
    const pages = [];
    const { brokenOff, lacking, promised, nameless } = await (0,_apis_http_paged_list_js__WEBPACK_IMPORTED_MODULE_2__/* .readPages */ .n)({
        read: async ({ page }) => {
            const read = await api.listEndpoints(projectId, runId, page, scope);
            const good = read.items.filter(({ outcome }) => (0,_model_outcomes_js__WEBPACK_IMPORTED_MODULE_3__/* .endedWell */ .Jr)(outcome));
            const least = Math.min(...good.map(({ readings }) => readings.length));
            pages.push({ page, values: valuesOf(read.items), least });
            return read;
        },
        maxPages: MAX_PAGES,
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
        return { builder, final: true, ...(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_7__/* .optional */ .l)({ missing }) };
    const open = isOld ? undefined : openQuestion(builder, known);
    const thinnest = pages.toSorted((a, b) => a.least - b.least)[0];
    const probe = open && known !== undefined && pages.length >= PROBED_PAGES && !missing ? thinnest : undefined;
    return { builder, final: size > 0 && builder.unfinished() === 0, ...(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_7__/* .optional */ .l)({ missing, open, probe }) };
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
        if (!(error instanceof _base_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR) || error.kind === 'aborted')
            throw error;
        return false;
    }
}
/** What leaves open whether more is to come, of rows that seem to be all. */
function openQuestion(builder, known) {
    const { bare, partial } = builder.gaps();
    if (bare > 0)
        return { words: `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .hS)(bare, 'endpoint')} succeeded and have no values yet`, steadyMs: BARE_STEADY_MS };
    if (known === undefined) {
        const words = `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .hS)(builder.size, 'endpoint')} so far, and the total is unknown`;
        return { words, steadyMs: UNCOUNTED_STEADY_MS };
    }
    if (partial > 0)
        return { words: `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .hS)(partial, 'endpoint')} lack values that others have`, steadyMs: PARTIAL_STEADY_MS };
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
async function readSubject({ task, started, watched }, run, scope, { world, log, apis }) {
    const ofTest = task.kind === 'test' ? task.test.endpointCount : undefined;
    const counting = { ...run, ...(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_7__/* .optional */ .l)({ endpointCount: run.endpointCount || ofTest }) };
    return log.group('Read the results', async () => {
        const tools = { api: apis.callMeter, clock: world.clock, log };
        const wasSeenGoing = started.own || watched.statuses.length > 1;
        const of = { projectId: task.project.id, runId: started.runId, run: counting, wasSeenGoing };
        const read = await readResults(of, scope, tools);
        log.info(`${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .hS)(read.size, 'endpoint')}, ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .hS)(read.metrics.size, 'metric')}`);
        const { measurements, notes } = (0,_model_unavailable_js__WEBPACK_IMPORTED_MODULE_5__/* .withoutUnavailable */ .P)(read);
        for (const note of notes)
            log.warning(note);
        return {
            subject: { run, measurements, ...(0,_model_run_js__WEBPACK_IMPORTED_MODULE_4__/* .timesOf */ .Qv)(run, watched.statuses, started.own ? started.at : undefined) },
            notes,
        };
    });
}


/***/ }),

/***/ 5956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ factsOfRun),
/* harmony export */   _: () => (/* binding */ factsOfKnown)
/* harmony export */ });
/* harmony import */ var _base_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4144);
/* harmony import */ var _model_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60);
// What is known of a run that others are compared with, wherever it comes from: this step, the list of runs, or a report.json.


/** The facts of a run that the API, or a report, tells of. */
function factsOfRun(run, { size, statuses = [], plannedSeconds, } = {}) {
    const { status, createdAt, endpointCount } = run;
    return {
        status,
        ...(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .l)({
            createdAt,
            plannedSeconds: longest([run.plannedSeconds, plannedSeconds]),
            leastSeconds: (0,_model_run_js__WEBPACK_IMPORTED_MODULE_0__/* .timesOf */ .Qv)(run, statuses).durationSeconds,
            mostSeconds: (0,_model_run_js__WEBPACK_IMPORTED_MODULE_0__/* .mostSeconds */ .vi)(run, statuses),
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
        ...(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .l)({
            createdAt: run?.createdAt,
            // A run may tell its own length as its plan, so the test's counts, too.
            plannedSeconds: longest([run?.plannedSeconds, ofTest]),
            leastSeconds: subject?.durationSeconds ?? (run && (0,_model_run_js__WEBPACK_IMPORTED_MODULE_0__/* .timesOf */ .Qv)(run, statuses, triggeredAt).durationSeconds),
            mostSeconds: run && (0,_model_run_js__WEBPACK_IMPORTED_MODULE_0__/* .mostSeconds */ .vi)(run, statuses, triggeredAt),
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


/***/ }),

/***/ 8173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _3: () => (/* binding */ evaluate),
  ze: () => (/* binding */ measuredSides),
  bC: () => (/* binding */ unjudged)
});

// EXTERNAL MODULE: ./lib/base/fields.js
var fields = __webpack_require__(4144);
// EXTERNAL MODULE: ./lib/model/subject.js
var model_subject = __webpack_require__(5605);
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
            return (0,fields/* optional */.l)({ runId, at, value: (0,model_subject/* isAbsence */.Md)(value) ? undefined : value.value });
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
        ...(0,fields/* optional */.l)({ interval: proportion && wilsonInterval(proportion) }),
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


/***/ })

};
