export const id = 367;
export const ids = [367];
export const modules = {

/***/ 8367:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runStep: () => (/* binding */ runStep)
});

// EXTERNAL MODULE: ./lib/base/log.js
var base_log = __webpack_require__(3339);
// EXTERNAL MODULE: ./lib/base/parallel.js
var base_parallel = __webpack_require__(2130);
// EXTERNAL MODULE: ./lib/base/failure.js
var base_failure = __webpack_require__(1747);
// EXTERNAL MODULE: ./lib/model/verdict.js
var model_verdict = __webpack_require__(1732);
// EXTERNAL MODULE: ./lib/base/text.js
var base_text = __webpack_require__(8566);
// EXTERNAL MODULE: ./lib/report/report.js
var report = __webpack_require__(5650);
// EXTERNAL MODULE: ./lib/stages/baseline.js + 3 modules
var baseline = __webpack_require__(1018);
// EXTERNAL MODULE: ./lib/stages/find.js
var find = __webpack_require__(9296);
// EXTERNAL MODULE: ./lib/base/fields.js
var fields = __webpack_require__(4144);
// EXTERNAL MODULE: ./lib/report/known.js
var report_known = __webpack_require__(8065);
// EXTERNAL MODULE: ./lib/thresholds/evaluate.js + 1 modules
var evaluate = __webpack_require__(8173);
// EXTERNAL MODULE: ./lib/base/deadline.js
var base_deadline = __webpack_require__(4361);
// EXTERNAL MODULE: ./lib/model/run.js
var model_run = __webpack_require__(60);
// EXTERNAL MODULE: ./lib/apis/http/paged-list.js
var paged_list = __webpack_require__(7012);
// EXTERNAL MODULE: ./lib/apis/http/fields.js
var http_fields = __webpack_require__(1081);
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
    if (lost.before?.some((known) => (0,http_fields/* isSameId */.WB)(known, id)))
        return 'there-before';
    if (isTaken(id))
        return 'taken';
    if (lost.testId !== '' && !(0,http_fields/* isSameId */.WB)(run.testId, lost.testId))
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
    return new base_failure/* Failure */.HR('incomplete', `Several runs of the test were started in the same moment: ${candidates.slice(0, 10).join(', ')}. Which of them is this step's is unknown.`, { advice: 'Check them in CallMeter, and stop the one that nobody waits for.' });
}
/** The runs that may be the one, as the list has them. */
async function possibleRuns(lost, scope, { api, jobRuns }) {
    const isPossible = (run) => standingOf(run, lost, jobRuns.isTaken) === 'possible';
    try {
        const { items } = await (0,paged_list/* readItems */.F)({
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
        if (!(error instanceof base_failure/* Failure */.HR) || error.kind === 'aborted')
            throw error;
        return {};
    }
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
        : [
            wanted
                ? `The stop of run ${(0,base_text/* plain */.pj)(runId)} was not confirmed, so it may still be running.`
                : `The run ${(0,base_text/* plain */.pj)(runId)} was not stopped and may still be running.`,
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
        if (!(error instanceof base_failure/* Failure */.HR))
            throw error;
        return false;
    }
}
/** What is said of a run that is left going on purpose. */
function leftGoing(runId) {
    return `The run ${plain(runId, 80)} may still be running: the workflow wants it left alone.`;
}
/** What is said of a run that may be going, and may be somebody else's. */
function presumedGoing(runId) {
    return `The run ${(0,base_text/* plain */.pj)(runId, 80)} is only presumed to be this step's, so it was not stopped: it may still be running, or another that was started. Check the test in CallMeter, and stop any run that nobody waits for.`;
}

// EXTERNAL MODULE: ./lib/base/duration.js
var duration = __webpack_require__(8045);
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
    throw new base_failure/* Failure */.HR('incomplete', `CallMeter reported that it could not run the test, but its run ${(0,base_text/* plain */.pj)(started.runId)} is ${(0,base_text/* plain */.pj)(status)}, so the test is not started again.`, { advice: 'Check the run in CallMeter, and stop it if nobody waits for it.' });
}

// EXTERNAL MODULE: ./lib/model/outcomes.js
var model_outcomes = __webpack_require__(3952);
// EXTERNAL MODULE: ./lib/report/phrases.js
var phrases = __webpack_require__(4120);
// EXTERNAL MODULE: ./lib/thresholds/syntax.js
var syntax = __webpack_require__(5437);
// EXTERNAL MODULE: ./lib/stages/comparable.js
var comparable = __webpack_require__(7103);
// EXTERNAL MODULE: ./lib/model/subject.js
var model_subject = __webpack_require__(5605);
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
const MAX_RUNS = 20;
/** The latest runs of a test that completed, of those in a list, newest first; `runId` is not one of them. */
function runLengths(runs, { testId, runId }) {
    return runs
        .filter((run) => run.status === 'COMPLETED' &&
        (runId === undefined || run.id !== runId) &&
        (run.testId === undefined || (0,http_fields/* isSameId */.WB)(run.testId, testId)))
        .flatMap(({ startedAt, completedAt, plannedSeconds }) => startedAt === undefined || completedAt === undefined || completedAt < startedAt
        ? []
        : [
            {
                lengthMs: completedAt - startedAt,
                ...(0,fields/* optional */.l)({ plannedMs: plannedSeconds && plannedSeconds * 1_000 }),
            },
        ])
        .slice(0, MAX_RUNS);
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
function doubtsAbout({ run, measurements }, thresholds, log) {
    const reason = run.status === 'COMPLETED' && run.failureReason
        ? `CallMeter says of the completed run: ${(0,base_text/* plain */.pj)(run.failureReason)}`
        : undefined;
    const doubts = [
        reason,
        // Whoever sets no limit on it has none to be off by a hundred.
        limitsFractionLost(thresholds) ? fractionLostDoubt(measurements) : undefined,
        silenceDoubt(measurements) ?? oneDirectionDoubt(measurements),
    ];
    return doubts.filter((doubt) => doubt !== undefined).map((doubt) => (log.warning(doubt), doubt));
}
function limitsFractionLost(thresholds) {
    return thresholds
        .flatMap(({ left, right }) => [...(0,syntax/* partsOf */.CI)(left), ...(0,syntax/* partsOf */.CI)(right)])
        .some((part) => (part.kind === 'aggregate' || part.kind === 'metric') && part.of.metric === 'fraction_lost');
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
    const { silent, oneWay, unclear } = (0,media/* silentCalls */.Z)(good, measurements);
    if (silent + oneWay + unclear === 0)
        return undefined;
    const parts = [
        silent > 0 ? `${silent} carried no media at all (silent_calls)` : '',
        oneWay > 0 ? `${oneWay} carried media in one direction only (one_way_calls)` : '',
        unclear > 0
            ? `${unclear} counted no packets in one direction, but report a quality of it, or no packets of the other: both values are missing data`
            : '',
    ];
    return `Of ${(0,base_text/* counted */.hS)(good.length, 'endpoint')} that succeeded, ${(0,base_text/* inWords */.r4)(parts.filter(Boolean))}. Likely causes are NAT, firewalls, or addresses in SDP.`;
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
            return `${single} of ${(0,base_text/* counted */.hS)(outcomes.length, 'endpoint')} succeeded and have values of ${metric} in one direction only: the other may have been silent, values that were not measured are not judged.`;
    }
    return undefined;
}

// EXTERNAL MODULE: ./lib/stages/run-facts.js
var run_facts = __webpack_require__(5956);
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
            reason: `CallMeter ended the run as FAILED${why}: the test itself failed, which says nothing about call quality.`,
        };
    return undefined;
}
/** How far a run had got, as it reads after its status; empty if the API did not report that. */
function progressText(run) {
    const { completedEndpoints: done, endpointCount: of } = run ?? {};
    // More than there are is a number that cannot be believed.
    return done === undefined || !of || done > of ? '' : `, with ${done} of ${(0,base_text/* counted */.hS)(of, 'endpoint')} done`;
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
    const going = started && !over ? ` The run ${(0,base_text/* plain */.pj)(started.runId)} may still be running.` : '';
    return { verdict: 'error', reason: `${(0,base_failure/* explain */.WE)(error)}${going}`, code: (0,base_failure/* codeOf */.$N)(error), notes: [] };
}
/** Holds the thresholds against what the run measured, and says what came of each. */
function evaluateThresholds({ subject, baseline }, thresholds, log) {
    const results = (0,evaluate/* evaluate */._3)(thresholds, subject, baseline && !(0,model_subject/* isAbsence */.Md)(baseline) ? (baseline.subject ?? baseline.runs) : baseline);
    // A breach is annotated at the end, and an annotation is a line of the log.
    for (const result of results)
        if (result.state !== 'breached')
            log.info((0,phrases/* thresholdLine */.Cx)(result));
    const overlooked = unjudgedFailures(thresholds, subject.measurements);
    if (overlooked)
        log.warning(overlooked);
    return { thresholds: results, notes: overlooked ? [overlooked] : [] };
}
/** What the length of a run that completed says against it; nothing where it was run to its end. */
async function doubtLength(known, scope, api) {
    const { task, started, subject } = known;
    const { plannedSeconds, mostSeconds } = (0,run_facts/* factsOfKnown */._)(known);
    const length = {
        projectId: task.project.id,
        testId: (0,report_known/* knownRun */.j)(known, '').test.id,
        runId: started.runId,
        plannedSeconds,
        mostSeconds,
    };
    return (0,fields/* optional */.l)({ doubt: await doubtAboutLength(length, subject, scope, api) });
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
            reason: `${(0,base_text/* counted */.hS)(invalid.length, 'threshold')} cannot be evaluated: ${quoted(invalid)}.`,
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
        ? ` The lowest coverage is ${thinnest.used} of ${(0,base_text/* counted */.hS)(thinnest.of, 'endpoint')}.`
        : '';
    return {
        verdict: 'passed',
        reason: `${held === 1 ? 'The threshold' : `All ${held} thresholds`} passed; the run has ${(0,base_text/* counted */.hS)(size, 'endpoint')}.${thin}${left}`,
    };
}
/** Most thresholds that are named in a sentence. */
const MAX_NAMED = 3;
function quoted(results) {
    const named = results.slice(0, MAX_NAMED).map(({ threshold }) => (0,base_text/* plain */.pj)((0,syntax/* withoutSeverity */.aQ)(threshold), 120));
    return `${named.join(', ')}${results.length > MAX_NAMED ? ` and ${results.length - MAX_NAMED} more` : ''}`;
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
        say(`Breached: ${open.map(breachText).join(', ')}. The test runs again to confirm that (run ${attempts.length + 1} of at most ${confirm + 1}).`);
        attempts.push(await run(attempts));
    }
}
function breachText(result) {
    return `${(0,base_text/* plain */.pj)((0,syntax/* withoutSeverity */.aQ)(result.threshold), 120)} (measured ${(0,phrases/* measuredAndLimit */.RG)(result).measured})`;
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
    return whyNotJudged(attempt) ?? sentence((0,comparable/* whyWeaker */._X)((0,run_facts/* factsOfKnown */._)(attempt.known), (0,run_facts/* factsOfKnown */._)(first.known)));
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
    const weaker = sentence((0,comparable/* whyWeaker */._X)((0,run_facts/* factsOfKnown */._)(held.attempt.known), (0,run_facts/* factsOfKnown */._)(broken.attempt.known)));
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
            ...(0,fields/* optional */.l)({ runId: attempt.report.runId, measured }),
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
        throw new Error('A test without a run was reported');
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
        ...(isWorse ? { verdict, ...(0,fields/* optional */.l)({ code }) } : {}),
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
        return `The confirming run is inconclusive: ${why}`;
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
    return { verdict, reason, ...(0,fields/* optional */.l)({ status, runId, runUrl, presumed }) };
}

// EXTERNAL MODULE: ./lib/stages/far-end.js
var far_end = __webpack_require__(8906);
// EXTERNAL MODULE: ./lib/stages/results.js
var results = __webpack_require__(809);
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
            log.info('wait is false: the step does not wait for the run, and thresholds are not evaluated.');
            entry.close();
        }
        const started = { runId, evidence, ...(0,fields/* optional */.l)({ status }), at: clock.now(), own: true };
        return { started, asked, entry, ...(0,fields/* optional */.l)({ earlier: runs && runLengths(runs, { testId: test.id }) }) };
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
        throw lost(anothers(asked.runId), 'The run that was started may still be running.');
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
        learn?.((0,fields/* optional */.l)({ since: sent, askedAt }));
    };
    try {
        const request = { ...scope, ...(0,fields/* optional */.l)({ breakOff }), onSend: sending };
        const { id: runId, status } = await api.triggerRun(run.projectId, run.testId, run.key ?? '', request);
        refuseStrangers(runId, run);
        if (jobRuns.isTaken(runId))
            throw takenElsewhere(runId);
        learn?.({ runId });
        const asked = { ...run, runId, askedAt, ...(0,fields/* optional */.l)({ since: sent, until: api.serverClock() }) };
        const evidence = await evidenceOf(asked, true, scope, api);
        // Only now: two tests may be answered with one run's id, and the detail tells whose it is.
        if (!jobRuns.take(runId))
            throw takenElsewhere(runId);
        return { asked, ...(0,fields/* optional */.l)({ status }), evidence };
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
            throw new base_failure/* Failure */.HR('run-lost', `${error.message} A run may have been started nevertheless; the post step searches for it.`, { cause: error });
        log.info(`${error.message} A run may have been started all the same; looking for it among the test's runs.`);
        return await found(error, { ...run, askedAt, ...(0,fields/* optional */.l)({ since: sent, until: api.serverClock() }) }, scope, tools);
    }
}
/** An answer to the trigger that names a run which was there before it. */
function refuseStrangers(runId, { before }) {
    if (before?.some((known) => (0,http_fields/* isSameId */.WB)(known, runId)))
        throw another(runId, 'existed before the request');
}
function takenElsewhere(runId) {
    return another(runId, 'another test or step of this job has started');
}
function another(runId, why) {
    return new base_failure/* Failure */.HR('misshapen', `Could not start the test: the answer names run ${(0,base_text/* plain */.pj)(runId, 80)}, which ${why}.`);
}
/** Said of a run that may be somebody else's, before it is judged. */
function presumedText(runId) {
    return `Run ${(0,base_text/* plain */.pj)(runId)} is presumed to be this step's. It may belong to somebody else, so it is judged but never stopped; the step's own run may still be running: check the test in CallMeter.`;
}
async function found(failure, asked, scope, tools) {
    const refusal = failure.kind === 'conflict' ? refused(failure) : undefined;
    let reason = 'The list of runs contains no run of the test that was created since then.';
    try {
        const run = await findStartedRun(asked, scope, tools);
        // That a test cannot be started twice at a time is said with 409, too, and then there is nothing to find.
        if (!run && refusal)
            throw refusal;
        if (run && tools.jobRuns.take(run.id)) {
            tools.log.info(`Found run ${(0,base_text/* plain */.pj)(run.id)}, created during the request.`);
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
    const words = "None of the test's runs can be this step's; if one was started nevertheless, it may still be running.";
    return new base_failure/* Failure */.HR('conflict', `${cause.message} ${words}`, { cause });
}
function lost(cause, reason) {
    return new base_failure/* Failure */.HR('run-lost', `${cause.message} ${reason}`, {
        advice: 'The test was not started a second time. Check it in CallMeter, and stop any run that nobody waits for.',
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
        ...(0,fields/* optional */.l)({ plannedSeconds, run, earlier, allDoneAt }),
        waitedAt,
    });
    const over = (ended) => {
        const stoppedElsewhere = stoppingSince !== undefined;
        return { ended, ...(0,fields/* optional */.l)({ run }), statuses, stoppedElsewhere };
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
        if (testId === undefined || (0,http_fields/* isSameId */.WB)(run.testId, testId))
            return;
        throw new base_failure/* Failure */.HR('misshapen', `Run ${(0,base_text/* plain */.pj)(runId, 80)} is of test ${(0,base_text/* plain */.pj)(run.testId ?? '', 80)}, as the API says now, and not of ${(0,base_text/* plain */.pj)(testId, 80)}, which was started.`, { advice: 'Check both tests in CallMeter; the run that was started may still be running.' });
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
        return `The run has the status "${(0,base_text/* plain */.pj)(status)}", which this version of the action does not know. The action continues to wait for the run to end.`;
    const [now, then] = [LIFE_CYCLE.indexOf(status), LIFE_CYCLE.indexOf(before ?? '')];
    if (now < 0 || then < 0 || now >= then)
        return undefined;
    return `The run went back from ${before ?? ''} to ${status}, which is unexpected. The action continues to wait for the run to end.`;
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
        ...(0,fields/* optional */.l)({ testId, status: started.status, plannedSeconds, earlier }),
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
    const created = createdAt === undefined ? 'at an unknown time' : `at ${new Date(createdAt).toISOString()}`;
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
        thresholds: inputs.wait ? (0,evaluate/* unjudged */.bC)(inputs.thresholds) : [],
        notes: [],
        // Earlier runs are read once, and none of this step is one.
        ...(0,fields/* optional */.l)({ baseline: before[0]?.known.baseline }),
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
    const measured = learn(ended, await (0,results/* readSubject */.$e)(ended, run, scope, tools));
    const asked = learn(measured, { subject: await (0,far_end/* askFarEnd */.wL)(measured, inputs['callscaler-settle'], tools) });
    const doubted = learn(asked, { notes: doubtsAbout(asked.subject, inputs.thresholds, tools.log) });
    const compared = learn(doubted, await (0,baseline/* readBaseline */.mF)(doubted, inputs, scope, tools));
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
        (0,baseline/* checkBaselineFile */.su)(inputs.baseline, world.files);
        const scope = { deadline: world.clock.now() + inputs.timeout, signal: world.signal };
        tasks = await log.group('Find the test', async () => {
            const found = await (0,find/* findTasks */.Uz)(inputs, apis.callMeter, scope, log);
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
        log.info('The tests run one after the other, so that their calls can be distinguished.');
    let failed;
    const runs = await (0,base_parallel/* inParallel */.H)(tasks, parallel, async (task, i) => {
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
