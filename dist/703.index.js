export const id = 703;
export const ids = [703];
export const modules = {

/***/ 7703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  outdateComment: () => (/* binding */ outdateComment),
  writeComment: () => (/* binding */ writeComment)
});

// EXTERNAL MODULE: ./lib/base/failure.js
var failure = __webpack_require__(1747);
// EXTERNAL MODULE: ./lib/base/text.js
var base_text = __webpack_require__(8566);
// EXTERNAL MODULE: ./lib/report/analysis/distribution.js
var distribution = __webpack_require__(3311);
// EXTERNAL MODULE: ./lib/report/blocks.js + 2 modules
var blocks = __webpack_require__(5833);
// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __webpack_require__(3021);
// EXTERNAL MODULE: ./lib/report/phrases.js
var phrases = __webpack_require__(4120);
// EXTERNAL MODULE: ./lib/report/report.js
var report_report = __webpack_require__(5650);
;// CONCATENATED MODULE: ./lib/report/comment.js
// The pull request comment: the verdict and what broke, short, with the way to the whole report.






/** Longest comment that GitHub takes is 65,536 characters. */
const MAX_COMMENT = 60_000;
/** Most thresholds in the table. */
const MAX_THRESHOLDS = 40;
/** The comment's text. */
function renderComment(report, frame) {
    const { verdict, runs, problem } = report;
    const head = [
        frame.mark,
        frame.newer ? outdatedNote(frame.sha, frame.newer) : '',
        `### CallMeter: ${phrases/* HEADINGS */.Ac[verdict]}`,
    ];
    const foot = `<sub><a href="${(0,base_text/* href */.UF)(frame.page)}">Full report</a> · ${(0,base_text/* markdown */.wD)(frame.name)} · commit ${(0,base_text/* code */.aY)(frame.sha.slice(0, 7))}</sub>`;
    const [only] = runs;
    const body = runs.length > 1 ? (0,markdown/* blocks */.Bv)([(0,blocks/* renderCapacity */.Zq)(report), (0,blocks/* renderOverview */.mp)(runs)]) : only ? renderOnly(only) : '';
    const whole = (0,markdown/* blocks */.Bv)([...head, problem ? (0,base_text/* codeBlock */.DV)(problem, 5_000) : '', body, foot]);
    if (whole.length <= MAX_COMMENT)
        return whole;
    const names = runs.map((run) => `- ${phrases/* HEADINGS */.Ac[run.verdict]}: ${(0,base_text/* markdown */.wD)((0,report_report/* nameOf */.Vb)(run), 100)} ${run.runId ? (0,blocks/* linked */.q)({ ...run, runUrl: '' }) : ''}`);
    const short = (0,markdown/* blocks */.Bv)([...head, names.join('\n'), foot]);
    return short.length <= MAX_COMMENT ? short : (0,markdown/* blocks */.Bv)([...head, foot]);
}
function renderOnly(run) {
    const { subject, reason, thresholds } = run;
    return (0,markdown/* blocks */.Bv)([
        subject ? (0,blocks/* renderDisagreement */.rx)(subject) : '',
        (0,base_text/* markdown */.wD)(reason, 1_000),
        (0,blocks/* renderFailures */.SL)(run, 'left out'),
        subject ? (0,blocks/* renderBrokenThresholds */.Sc)(thresholds, subject) : '',
        (0,blocks/* renderAttempts */.Z$)(run),
        subject ? (0,blocks/* renderEnds */.zW)(subject) : '',
        `<sub>${(0,blocks/* renderFacts */.Id)(run)}</sub>`,
        renderTable(run),
    ]);
}
/** The table of thresholds, to be opened: the broken ones first where there are too many for all. */
function renderTable({ thresholds, baseline }) {
    const all = thresholds.length <= MAX_THRESHOLDS;
    const sorted = all ? thresholds : (0,distribution/* heldLast */.eJ)(thresholds);
    const title = all ? 'All thresholds' : `${MAX_THRESHOLDS} of ${thresholds.length} thresholds`;
    return (0,markdown/* details */.zH)(title, (0,blocks/* renderThresholds */.VA)(sorted.slice(0, MAX_THRESHOLDS), baseline !== undefined));
}
const OUTDATED = '<!-- outdated -->';
function outdatedNote(sha, newer) {
    return `${OUTDATED}\n> [!NOTE]\n> Outdated: this is about commit ${(0,base_text/* code */.aY)(sha.slice(0, 7))}, and ${(0,base_text/* code */.aY)(newer.slice(0, 7))} is newer.`;
}
/** A comment with a note that a newer commit is there; unchanged where it has one. */
function markOutdated(body, mark, sha, newer) {
    if (!body.startsWith(mark) || body.startsWith(`${mark}\n\n${OUTDATED}`))
        return body;
    return `${mark}\n\n${outdatedNote(sha, newer)}${body.slice(mark.length)}`;
}

;// CONCATENATED MODULE: ./lib/publish/comment.js
// The one comment of this step on a pull request: found again, updated in place, and never one for an older commit over one for a newer.


/** Most pages of comments that are looked through, of 100 each. */
const MAX_PAGES = 100;
/** At the start alone: comments of other actions, of the same author, may quote one of ours. */
const MARK = /^<!-- callmeter\/run-test ([0-9a-f]+) ([0-9a-f]+) (\d+) -->/;
function markOf({ key, sha, runNumber }) {
    return `<!-- callmeter/run-test ${key} ${sha} ${runNumber} -->`;
}
async function find(github, pull, key, signal) {
    let before;
    let headSha = '';
    for (let page = 0; page < MAX_PAGES; page++) {
        const found = await github.listComments(pull, before, signal);
        headSha = found.headSha;
        for (const comment of found.comments) {
            const [, itsKey, sha, runNumber] = MARK.exec(comment.body) ?? [];
            if (itsKey === key && sha)
                return { comment: { ...comment, sha, runNumber: Number(runNumber) }, headSha };
        }
        before = found.before;
        if (before === undefined)
            break;
    }
    return { headSha };
}
/** When this commit's test has begun: a comment on an older commit says from now on that it is outdated. */
async function outdateComment(github, context, pull, signal) {
    const { comment, headSha } = await find(github, pull, context.key, signal);
    if (!comment || comment.sha === context.sha || headSha !== context.sha)
        return;
    const { sha, runNumber } = comment;
    const body = markOutdated(comment.body, markOf({ key: context.key, sha, runNumber }), sha, context.sha);
    if (body !== comment.body)
        await github.updateComment(comment.id, body, signal);
}
/** Writes the report into this step's comment. A new one is made only where it is `wanted`. */
async function writeComment(report, wanted, { github, context, pull, log }, signal) {
    const { comment, headSha } = await find(github, pull, context.key, signal);
    if (comment && isNewer(comment, context, headSha)) {
        log.info(`The comment on pull request ${pull} is about a newer commit, so it stays as it is.`);
        return;
    }
    if (!comment && !wanted)
        return;
    const frame = {
        mark: markOf(context),
        sha: context.sha,
        page: context.page,
        name: context.name,
        ...(headSha === context.sha ? {} : { newer: headSha }),
    };
    const body = renderComment(report, frame);
    const written = comment
        ? await github.updateComment(comment.id, body, signal)
        : await createOnce({ github, pull, key: context.key }, body, signal);
    log.info(`${comment ? 'Updated the comment' : 'Commented'} on pull request ${pull}: ${written.url}`);
}
function isNewer(comment, own, headSha) {
    if (comment.sha === own.sha || headSha === own.sha)
        return false;
    return comment.sha === headSha || comment.runNumber > own.runNumber;
}
/** Makes a comment. After a lost answer it is looked for before it is made again. */
async function createOnce({ github, pull, key }, body, signal) {
    try {
        return await github.createComment(pull, body, signal);
    }
    catch (error) {
        if (!(0,failure/* failedAs */.C4)(error, 'server', 'interrupted', 'unreadable') || signal.aborted)
            throw error;
        const { comment } = await find(github, pull, key, signal);
        return comment ?? (await github.createComment(pull, body, signal));
    }
}


/***/ })

};
