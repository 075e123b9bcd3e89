export const id = 749;
export const ids = [749];
export const modules = {

/***/ 1749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderCheck: () => (/* binding */ renderCheck)
/* harmony export */ });
/* unused harmony export MAX_BYTES */
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8566);
/* harmony import */ var _model_check_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5625);
/* harmony import */ var _check_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4492);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3021);
/* harmony import */ var _phrases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4120);
// The job summary of a check: what a run needs, and how the API answers what nothing documents.





/** Largest summary that is written, in bytes: GitHub drops one above 1 MiB whole. */
const MAX_BYTES = 1_000_000;
/** Most findings, and most fields of each part of an API, from everything down to what always fits. */
const DETAILS = [
    { findings: 300, fields: 100 },
    { findings: 300, fields: 0 },
    { findings: 30, fields: 0 },
];
/** The summary, as GitHub-flavoured Markdown: problems first. What would make it too large is left out, and that is said. */
function renderCheck(report) {
    for (const detail of DETAILS) {
        const summary = render(report, detail);
        if (Buffer.byteLength(summary) <= MAX_BYTES)
            return summary;
    }
    return `## CallMeter: ${_check_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .CHECK_HEADINGS */ .Di[report.verdict]}\n\nThe summary of this check is too large for GitHub; the log has all of it.\n`;
}
function render(report, detail) {
    const { verdict, findings, assumptions, problem } = report;
    const url = (0,_phrases_js__WEBPACK_IMPORTED_MODULE_1__/* .helpUrl */ .xR)(report);
    return `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .blocks */ .Bv)([
        `## CallMeter: ${_check_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .CHECK_HEADINGS */ .Di[verdict]}`,
        'This was a check (`check-only`): nothing was started, and nothing was written to CallMeter or GitHub.',
        problem === undefined ? renderFindings(findings, detail) : (0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .codeBlock */ .DV)(problem),
        url ? `What to do: <a href="${url}">troubleshooting</a>` : '',
        renderAssumptions(assumptions, detail),
    ])}\n`;
}
function renderFindings(findings, detail) {
    const sorted = _model_check_js__WEBPACK_IMPORTED_MODULE_4__/* .FINDING_STATES */ .b.flatMap((state) => findings.filter((finding) => finding.state === state));
    const rows = sorted
        .slice(0, detail.findings)
        .map((finding) => [
        `${_check_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .STATE_MARKS */ .t7[finding.state]} ${finding.state}`,
        (0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)((0,_check_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .findingName */ .f$)(finding)),
        (0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .markdown */ .wD)(finding.reason, 800),
    ]);
    const left = sorted.length - rows.length;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .blocks */ .Bv)([
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(['State', 'What', 'Why'], rows),
        left > 0 ? `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(left, 'more finding')} left out; the log has all.` : '',
    ]);
}
function renderAssumptions(assumptions, detail) {
    if (assumptions.length === 0)
        return '';
    const rows = assumptions.map(({ api, what, answered, reason }) => [
        `${_check_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .ANSWER_MARKS */ .MY[answered]} ${answered}`,
        api,
        (0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(what),
        (0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .markdown */ .wD)(reason, 800),
    ]);
    const asAssumed = assumptions.filter(({ answered }) => answered === 'as assumed').length;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .blocks */ .Bv)([
        '### What the API does not document',
        `${asAssumed} of ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(assumptions.length, 'part')} answer as assumed.`,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(['Answer', 'API', 'Part', 'What came'], rows),
        ...assumptions.map((assumption) => renderFields(assumption, detail)),
    ]);
}
function renderFields({ what, fields = [] }, detail) {
    const rows = fields
        .slice(0, detail.fields)
        .map(({ field, assumed, came }) => [
        (0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(field),
        (0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .markdown */ .wD)(assumed ?? '–', 120),
        came === undefined ? '–' : (0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(came, 200),
    ]);
    return rows.length === 0 ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .details */ .zH)(`Fields: ${what}`, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(['Field', 'Assumed', 'Came'], rows));
}


/***/ })

};
