export const id = 160;
export const ids = [160];
export const modules = {

/***/ 1160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publishCheck: () => (/* binding */ publishCheck)
});

// EXTERNAL MODULE: ./lib/report/annotations.js
var annotations = __webpack_require__(1116);
// EXTERNAL MODULE: ./lib/report/check-lines.js
var check_lines = __webpack_require__(4492);
// EXTERNAL MODULE: ./lib/base/text.js
var base_text = __webpack_require__(8566);
// EXTERNAL MODULE: ./lib/report/outputs.js
var outputs = __webpack_require__(8568);
;// CONCATENATED MODULE: ./lib/report/check-outputs.js
// The outputs of a check. Every one is set, so that a workflow never reads an older step's; those of runs and of reports are empty.


/** All outputs of the step. */
function checkOutputs(report) {
    return {
        verdict: report.verdict,
        ...(0,outputs/* runOutputs */.MR)([]),
        status: '',
        'success-rate': '',
        'failed-thresholds': '',
        ...(0,outputs/* reportOutputs */.rY)({}),
        results: resultsJson(report),
    };
}
/** Everything that was found as JSON; without the fields of the API's parts, and then without the last findings, where that is too much. */
function resultsJson({ verdict, findings, assumptions, problem, code }) {
    const head = { verdict, code, problem: problem === undefined ? undefined : (0,base_text/* plain */.pj)(problem, 2_000), runs: [] };
    const found = findings.map(findingJson);
    const whole = JSON.stringify({ ...head, findings: found, assumptions });
    if (Buffer.byteLength(whole) <= outputs/* MAX_RESULTS_BYTES */.ue)
        return whole;
    const bare = assumptions.map(({ fields: _fields, ...assumption }) => assumption);
    for (let count = found.length;; count = Math.floor(count / 2)) {
        const short = { ...head, truncated: true, findings: found.slice(0, count), assumptions: bare };
        const text = JSON.stringify(short);
        if (Buffer.byteLength(text) <= outputs/* MAX_RESULTS_BYTES */.ue || count === 0)
            return text;
    }
}
function findingJson({ what, of, state, reason, code }) {
    return { what, of: of === undefined ? undefined : (0,base_text/* plain */.pj)(of, 200), state, reason: (0,base_text/* plain */.pj)(reason, 800), code };
}

// EXTERNAL MODULE: ./lib/report/phrases.js
var phrases = __webpack_require__(4120);
// EXTERNAL MODULE: ./lib/publish/publish.js
var publish = __webpack_require__(2004);
;// CONCATENATED MODULE: ./lib/publish/publish-check.js





/** Tells everything first and fails last. Returns the exit code: 1 where `fail-on` has the verdict. */
async function publishCheck(report, inputs, { toolkit, log }) {
    const { verdict, findings, assumptions } = report;
    await (0,publish/* attempt */.CD)('The outputs could not be set', log, () => (0,publish/* setOutputs */.n0)(toolkit, checkOutputs(report)));
    if (inputs.summary)
        await (0,publish/* attempt */.CD)('The job summary could not be written', log, async () => {
            const { renderCheck } = await __webpack_require__.e(/* import() */ 749).then(__webpack_require__.bind(__webpack_require__, 1749));
            return toolkit.writeSummary(renderCheck(report));
        });
    await log.group('What was found', () => {
        for (const finding of findings)
            log.info((0,check_lines/* findingLine */.mC)(finding));
        for (const assumption of assumptions)
            log.info((0,check_lines/* assumptionLine */.wB)(assumption));
        return Promise.resolve();
    });
    const fails = verdict !== 'checked' && inputs['fail-on'].includes(verdict);
    const having = (state) => findings.filter((finding) => finding.state === state);
    for (const finding of having('warning').slice(0, annotations/* MAX_ANNOTATIONS */.K))
        log.warning(`${(0,check_lines/* findingName */.f$)(finding)}: ${finding.reason}`);
    if (verdict === 'checked') {
        log.info((0,check_lines/* verdictLine */.MT)(report));
        return 0;
    }
    const url = (0,phrases/* helpUrl */.xR)(report);
    const level = fails ? 'error' : 'warning';
    log[level](`${(0,check_lines/* verdictLine */.MT)(report)}${url ? `\nWhat to do: ${url}` : ''}`);
    for (const finding of having('problem').slice(0, annotations/* MAX_ANNOTATIONS */.K - 1))
        log[level](`${(0,check_lines/* findingName */.f$)(finding)}: ${finding.reason}`);
    return fails ? 1 : 0;
}


/***/ }),

/***/ 4492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Di: () => (/* binding */ CHECK_HEADINGS),
/* harmony export */   MT: () => (/* binding */ verdictLine),
/* harmony export */   MY: () => (/* binding */ ANSWER_MARKS),
/* harmony export */   f$: () => (/* binding */ findingName),
/* harmony export */   mC: () => (/* binding */ findingLine),
/* harmony export */   t7: () => (/* binding */ STATE_MARKS),
/* harmony export */   wB: () => (/* binding */ assumptionLine)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8566);
// What a check found, in lines of the log and in words for the summary.

/** The verdict of a check as a heading. */
const CHECK_HEADINGS = {
    checked: '🔍 Checked, with no problem found',
    error: '💥 A run would end in an error',
    cancelled: '🚫 The check was cancelled',
};
/** The state of a finding as a sign. */
const STATE_MARKS = {
    problem: '💥',
    warning: '⚠️',
    unknown: '❔',
    ok: '✅',
    'not set': '–',
};
/** How a part of an API answered, as a sign. */
const ANSWER_MARKS = {
    'as assumed': '✅',
    differently: '❗',
    'not available': '❔',
    'not probed': '–',
};
/** What a finding is about: the part, and of several tests which. */
function findingName({ what, of }) {
    return of === undefined ? what : `${what} of ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(of, 80)}`;
}
/** A finding in one line of the log: `✅ ok: project: Project Production PBX is listed.` */
function findingLine(finding) {
    return `${STATE_MARKS[finding.state]} ${finding.state}: ${findingName(finding)}: ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(finding.reason, 800)}`;
}
/** A part of an API in one line of the log. */
function assumptionLine({ api, what, answered, reason }) {
    return `${ANSWER_MARKS[answered]} ${answered}: ${api}, ${what}: ${reason}`;
}
/** The verdict on everything, with how many findings are in which state, in a line. */
function verdictLine({ verdict, findings, problem }) {
    if (problem !== undefined)
        return `${CHECK_HEADINGS[verdict]}. ${problem}`;
    const count = (state) => findings.filter((finding) => finding.state === state).length;
    const [problems, warnings, unknown] = [count('problem'), count('warning'), count('unknown')];
    const parts = [
        problems > 0 ? (0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(problems, 'problem') : 'Nothing was started',
        warnings > 0 ? (0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(warnings, 'warning') : '',
        unknown > 0 ? `${unknown} unknown` : '',
    ];
    return `${CHECK_HEADINGS[verdict]}. ${parts.filter(Boolean).join(', ')}.`;
}


/***/ })

};
