export const id = 9;
export const ids = [9];
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

/***/ 539:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ disagreementOf),
/* harmony export */   o: () => (/* binding */ endsOf)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8566);
/* harmony import */ var _model_outcomes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3952);
/* harmony import */ var _model_subject_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5605);
/* harmony import */ var _numbers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8844);
// The near end beside the far end: what CallMeter saw of its endpoints, and what CallScaler says of the number's calls.




/** By how many points the shares of the two ends may differ before that is said first. */
const AGREEMENT_POINTS = 1;
/** The comparison; undefined where the far end was not asked. */
function endsOf({ measurements, calls }) {
    if (!calls)
        return undefined;
    const { size, outcomes } = measurements;
    const good = outcomes.filter(_model_outcomes_js__WEBPACK_IMPORTED_MODULE_0__/* .endedWell */ .Jr).length;
    const row = (what, near, far) => ({ what, near, far });
    if ((0,_model_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .isAbsence */ .Md)(calls))
        return [
            row('endpoints, received calls', (0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(size, 'endpoint'), 'unknown'),
            row('succeeded, answered', share(good, size), 'unknown'),
        ];
    const { received, answered, missed, voicemail, busy, failed, unclassified } = calls;
    const rest = [
        ['missed', missed],
        ['voicemail', voicemail],
        ['busy', busy],
        ['failed', failed],
        ...Object.entries(unclassified).map(([name, n]) => [`unclassified: ${name}`, n]),
    ];
    return [
        row('endpoints, received calls', (0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(size, 'endpoint'), (0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(received, 'call')),
        row('succeeded, answered', share(good, size), share(answered, received)),
        ...rest.filter(([name, n]) => n > 0 || name === 'missed').map(([name, n]) => row(name, '', share(n, received))),
        ...(size > good ? [row('endpoints that failed', share(size - good, size), '')] : []),
    ];
}
/** What the two ends disagree about, in a sentence; undefined where they agree, or one of them is not known. */
function disagreementOf({ measurements, calls }) {
    const { size, outcomes } = measurements;
    if (!calls || (0,_model_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .isAbsence */ .Md)(calls) || size === 0 || calls.received === 0)
        return undefined;
    const good = outcomes.filter(_model_outcomes_js__WEBPACK_IMPORTED_MODULE_0__/* .endedWell */ .Jr).length;
    const [near, far] = [(100 * good) / size, (100 * calls.answered) / calls.received];
    if (Math.abs(near - far) < AGREEMENT_POINTS)
        return undefined;
    const atNear = `${good} of its ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(size, 'endpoint')} succeed (${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNumber */ .ZV)(near, '%')})`;
    const atFar = `${calls.answered} of the ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(calls.received, 'call')} that it received (${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNumber */ .ZV)(far, '%')})`;
    return `The two ends disagree: CallMeter saw ${atNear}, and the number answered ${atFar}.`;
}
function share(n, of) {
    return of === 0 ? String(n) : `${n} of ${of} (${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNumber */ .ZV)((100 * n) / of, '%')})`;
}


/***/ }),

/***/ 6573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GZ: () => (/* binding */ singleReference),
/* harmony export */   jg: () => (/* binding */ spreadOf),
/* harmony export */   lk: () => (/* binding */ LEAST_RUNS),
/* harmony export */   mc: () => (/* binding */ middle),
/* harmony export */   uW: () => (/* binding */ historyReference)
/* harmony export */ });
/* unused harmony export LEAST_RUNS_FOR_SPREAD */
/* harmony import */ var d3_array__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5793);
/* harmony import */ var _model_subject_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5605);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8566);
// What `baseline` and `spread` stand for in a threshold: what one earlier run measured, or the middle of several and how far apart they lie.



/** Fewest runs with a value of which a middle is taken, and of which it is told how far apart they lie. */
const LEAST_RUNS = 3;
const LEAST_RUNS_FOR_SPREAD = 5;
/** Makes of a median absolute deviation the standard deviation of a normal distribution. Source: Rousseeuw and Croux (1993). */
const NORMAL_CONSISTENCY = 1.4826;
/** What the words stand for where nothing, or one run alone, is compared with. */
function singleReference(baseline) {
    const spread = (0,_model_subject_js__WEBPACK_IMPORTED_MODULE_0__/* .isAbsence */ .Md)(baseline)
        ? baseline
        : (0,_model_subject_js__WEBPACK_IMPORTED_MODULE_0__/* .missing */ .LO)('`spread` needs several earlier runs, and the baseline is one');
    return { baseline, spread };
}
/** What the words stand for by what several runs measured of one threshold. */
function historyReference(values) {
    const known = values.filter((value) => !(0,_model_subject_js__WEBPACK_IMPORTED_MODULE_0__/* .isAbsence */ .Md)(value));
    const [first] = known;
    const tooFew = (least) => {
        const without = values.length - known.length;
        const why = without > 0
            ? `${known.length} of ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(values.length, 'earlier run')} ${known.length === 1 ? 'has' : 'have'} a value`
            : `there ${known.length === 1 ? 'is' : 'are'} ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(known.length, 'earlier run')} to compare with`;
        return (0,_model_subject_js__WEBPACK_IMPORTED_MODULE_0__/* .missing */ .LO)(`${why}, and ${least} are needed`);
    };
    if (!first || known.length < LEAST_RUNS)
        return { baseline: tooFew(LEAST_RUNS), spread: tooFew(LEAST_RUNS_FOR_SPREAD) };
    const numbers = known.map(({ value }) => value);
    const without = values.length - known.length;
    return {
        ...(without > 0 ? { note: `baseline of ${known.length} runs: ${without} of ${values.length} have no value` } : {}),
        baseline: { value: middle(numbers), unit: first.unit },
        spread: known.length < LEAST_RUNS_FOR_SPREAD
            ? tooFew(LEAST_RUNS_FOR_SPREAD)
            : { value: spreadOf(numbers), unit: first.unit },
    };
}
/** The median; of an even number of values the mean of the two in the middle. NaN where there are none. */
function middle(values) {
    return (0,d3_array__WEBPACK_IMPORTED_MODULE_2__/* .median */ .JZ)(values) ?? Number.NaN;
}
/**
 * How far apart values lie, as a standard deviation that a single outlier cannot move: 1.4826 × the median absolute deviation from the median. NaN where
 * there are none.
 */
function spreadOf(values) {
    const centre = middle(values);
    return NORMAL_CONSISTENCY * middle(values.map((value) => Math.abs(value - centre)));
}


/***/ }),

/***/ 438:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HV: () => (/* binding */ UNKNOWN),
/* harmony export */   Im: () => (/* binding */ truth),
/* harmony export */   _Y: () => (/* binding */ YES),
/* harmony export */   fi: () => (/* binding */ column)
/* harmony export */ });
/* harmony import */ var _base_fields_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4144);
/* harmony import */ var _base_nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9119);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8566);
/* harmony import */ var _model_series_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3220);
/* harmony import */ var _model_subject_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5605);
/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(833);
/* harmony import */ var _comparison_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3571);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3435);
// Which endpoints, and which of a metric's numbers, a threshold is about.








const YES = 1;
const NO = 0;
const UNKNOWN = 2;
/**
 * The numbers that a metric's name means. Unnarrowed, a plain number or the average is taken, and of several directions or tracks
 * the worse for each endpoint.
 */
function column(name, { metrics, size }) {
    const all = metrics.get(name.metric) ?? [];
    const written = (0,_model_series_js__WEBPACK_IMPORTED_MODULE_1__/* .printSeriesName */ ._n)(name);
    if (all.length === 0)
        return (0,_model_subject_js__WEBPACK_IMPORTED_MODULE_5__/* .missing */ .LO)(`the run has no metric ${written}. ${metricsThere(name.metric, metrics.keys())}`);
    const narrowed = all.filter((series) => (!name.direction || series.direction === name.direction) &&
        (!name.track || series.track === name.track) &&
        (!name.statistic || series.statistic === name.statistic));
    if (narrowed.length === 0) {
        return (0,_model_subject_js__WEBPACK_IMPORTED_MODULE_5__/* .missing */ .LO)(`${name.metric} has no ${written.slice(name.metric.length + 1)}. It has ${listed(all.map(narrowing))}.`);
    }
    const chosen = name.statistic ? narrowed : withDefaultStatistic(narrowed);
    if (!chosen) {
        const statistics = [...new Set(narrowed.map(({ statistic }) => `${written}.${statistic ?? ''}`))];
        return (0,_model_subject_js__WEBPACK_IMPORTED_MODULE_5__/* .invalid */ .Gq)(`${written} does not have a plain number or an average everywhere: say which you mean, ${listed(statistics, ' or ')}`);
    }
    return worst(chosen, name, size);
}
/**
 * Of each direction and track the plain number or the average, else the only statistic that there is. Undefined where one of them has
 * neither: leaving it out would judge the others alone.
 */
function withDefaultStatistic(series) {
    if (new Set(series.map(({ statistic }) => statistic)).size === 1)
        return series;
    const usual = series.filter(({ statistic }) => statistic === undefined || statistic === 'avg');
    const covered = ({ direction, track }) => usual.some((own) => (own.direction === direction || own.direction === undefined) &&
        (own.track === track || own.track === undefined));
    return usual.length > 0 && series.every((one) => (!one.direction && !one.track) || covered(one)) ? usual : undefined;
}
/** Of each endpoint's values the worst. */
function worst(series, name, size) {
    const better = (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_2__/* .metricFacts */ .gt)(name.metric)?.better;
    const deciders = series.map(narrowing);
    const [only] = series;
    if (only && series.length === 1)
        return { values: only.values, decidedBy: new Uint8Array(size), deciders };
    const values = new Float64Array(size).fill(Number.NaN);
    const decidedBy = new Uint8Array(size).fill(255);
    const worseThan = better && WORSE[better];
    for (const [i, { values: candidates }] of series.entries()) {
        for (let place = 0; place < size; place++) {
            const candidate = candidates[place] ?? Number.NaN;
            if (Number.isNaN(candidate))
                continue;
            const held = values[place] ?? Number.NaN;
            if (!Number.isNaN(held)) {
                if (!worseThan) {
                    const ways = series.map((own) => (0,_model_series_js__WEBPACK_IMPORTED_MODULE_1__/* .printSeriesName */ ._n)(named(own, name.statistic)));
                    return (0,_model_subject_js__WEBPACK_IMPORTED_MODULE_5__/* .invalid */ .Gq)(`it is not known which way ${(0,_model_series_js__WEBPACK_IMPORTED_MODULE_1__/* .printSeriesName */ ._n)(name)} is better, so neither value is the worse one: write ${listed(ways, ' or ')}`);
                }
                if (!worseThan(candidate, held))
                    continue;
            }
            values[place] = candidate;
            decidedBy[place] = Math.min(i, 254);
        }
    }
    return { values, decidedBy, deciders };
}
/** A series by the shortest name that means it alone: the average goes without saying unless it was said. */
function named({ metric, track, direction, statistic }, said) {
    const shown = said ?? (statistic === 'avg' ? undefined : statistic);
    return { metric, ...(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_6__/* .optional */ .l)({ track, direction, statistic: shown || undefined }) };
}
const WORSE = {
    higher: (a, b) => a < b,
    lower: (a, b) => a > b,
    'nearer-zero': (a, b) => Math.abs(a) > Math.abs(b),
};
/** `audio.receive`, or `` for a plain number. The average is the usual statistic and goes without saying. */
function narrowing({ track, direction, statistic }) {
    return [track, direction, statistic === 'avg' ? undefined : statistic].filter((part) => part !== undefined).join('.');
}
/** For each endpoint whether the condition holds; an `Absence` where what it asks for is known of no endpoint at all. */
function truth(condition, measurements, columnOf) {
    switch (condition.kind) {
        case 'and':
        case 'or': {
            const left = truth(condition.left, measurements, columnOf);
            if ((0,_model_subject_js__WEBPACK_IMPORTED_MODULE_5__/* .isAbsence */ .Md)(left))
                return left;
            const right = truth(condition.right, measurements, columnOf);
            if ((0,_model_subject_js__WEBPACK_IMPORTED_MODULE_5__/* .isAbsence */ .Md)(right))
                return right;
            const [deciding, neutral] = condition.kind === 'and' ? [NO, YES] : [YES, NO];
            return left.map((l, i) => {
                const r = right[i] ?? UNKNOWN;
                return l === deciding || r === deciding ? deciding : l === UNKNOWN || r === UNKNOWN ? UNKNOWN : neutral;
            });
        }
        case 'not': {
            const inner = truth(condition.condition, measurements, columnOf);
            return (0,_model_subject_js__WEBPACK_IMPORTED_MODULE_5__/* .isAbsence */ .Md)(inner) ? inner : inner.map((value) => (value === UNKNOWN ? UNKNOWN : 1 - value));
        }
        case 'text':
            return textTruth(condition, measurements);
        case 'status': {
            const statuses = measurements.sipStatuses;
            if (statuses.every((status) => status === null))
                return (0,_model_subject_js__WEBPACK_IMPORTED_MODULE_5__/* .missing */ .LO)('no endpoint has a SIP status');
            return compared(Float64Array.from(statuses, (status) => status ?? Number.NaN), condition.operator, condition.value);
        }
        case 'metric': {
            const found = columnOf(condition.of);
            if ((0,_model_subject_js__WEBPACK_IMPORTED_MODULE_5__/* .isAbsence */ .Md)(found))
                return found;
            const both = (0,_units_js__WEBPACK_IMPORTED_MODULE_4__/* .alike */ .nO)((0,_units_js__WEBPACK_IMPORTED_MODULE_4__/* .unitOfMetric */ .QG)(condition.of), condition.unit || 'bare');
            if (typeof both === 'string')
                return (0,_model_subject_js__WEBPACK_IMPORTED_MODULE_5__/* .invalid */ .Gq)(both);
            const { left, right } = both;
            const values = left === 1 ? found.values : found.values.map((value) => value / left);
            return compared(values, condition.operator, condition.value / right);
        }
    }
}
function textTruth({ property, operator, text }, measurements) {
    const values = { outcome: measurements.outcomes, group: measurements.groups, phase: measurements.phases }[property];
    if (values.every((value) => value === null))
        return (0,_model_subject_js__WEBPACK_IMPORTED_MODULE_5__/* .missing */ .LO)(`no endpoint has ${property === 'outcome' ? 'an outcome' : `a ${property}`}`);
    if (property === 'group' && !values.includes(text)) {
        // A slip in a group's name would select nothing, and a limit on a count of nothing holds for ever.
        const there = [...new Set(values)].filter((value) => value !== null);
        return (0,_model_subject_js__WEBPACK_IMPORTED_MODULE_5__/* .missing */ .LO)(`no endpoint is in group "${text}"; the groups are ${listed(there.map((group) => `"${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_7__/* .plain */ .pj)(group, 60)}"`))}`);
    }
    const [same, other] = operator === '==' ? [YES, NO] : [NO, YES];
    const result = new Uint8Array(values.length);
    for (let i = 0; i < values.length; i++) {
        const value = values[i] ?? null;
        result[i] = value === null ? UNKNOWN : value === text ? same : other;
    }
    return result;
}
function compared(values, operator, limit) {
    // What a smaller, an equal and a larger value come to.
    const [smaller, equal, larger] = [-1, 0, 1].map((value) => Number.isFinite(limit) && (0,_comparison_js__WEBPACK_IMPORTED_MODULE_3__/* .holds */ .v)(value, operator, 0) ? YES : NO);
    const result = new Uint8Array(values.length).fill(UNKNOWN);
    if (smaller === undefined || equal === undefined || larger === undefined)
        return result;
    for (let i = 0; i < values.length; i++) {
        const value = values[i] ?? Number.NaN;
        // A value without size compares with nothing, so that neither a condition nor its opposite holds for it.
        if (Number.isFinite(value))
            result[i] = value < limit ? smaller : value > limit ? larger : equal;
    }
    return result;
}
/** Most names that are listed in a message. */
const MAX_LISTED = 30;
function metricsThere(wanted, keys) {
    const there = [...keys];
    if (there.length === 0)
        return 'It has no metrics at all.';
    const near = (0,_base_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .pA)(wanted, there);
    return `${near.length > 0 ? `Did you mean ${near.join(' or ')}? ` : ''}It has ${listed(there.toSorted())}.`;
}
function listed(names, last = ', ') {
    const distinct = [...new Set(names)];
    const shown = distinct.slice(0, MAX_LISTED).map((name) => (0,_base_text_js__WEBPACK_IMPORTED_MODULE_7__/* .plain */ .pj)(name, 80) || 'a plain number');
    const more = distinct.length > MAX_LISTED ? `, and ${distinct.length - MAX_LISTED} more` : '';
    return (0,_base_text_js__WEBPACK_IMPORTED_MODULE_7__/* .inWords */ .r4)(shown, last) + more;
}


/***/ })

};
