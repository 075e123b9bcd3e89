export const id = 560;
export const ids = [560];
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

/***/ 3311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O1: () => (/* binding */ lookedAt),
/* harmony export */   V_: () => (/* binding */ boundsEach),
/* harmony export */   Xx: () => (/* binding */ distributionsOf),
/* harmony export */   eJ: () => (/* binding */ heldLast),
/* harmony export */   hX: () => (/* binding */ endpointLimit)
/* harmony export */ });
/* harmony import */ var d3_array__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5793);
/* harmony import */ var _base_clamp_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3310);
/* harmony import */ var _base_fields_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4144);
/* harmony import */ var _model_series_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3220);
/* harmony import */ var _model_subject_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5605);
/* harmony import */ var _thresholds_catalogue_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(833);
/* harmony import */ var _thresholds_comparison_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3571);
/* harmony import */ var _thresholds_selection_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(438);
/* harmony import */ var _thresholds_syntax_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5437);
// How the endpoints of a run are spread over the values of one metric, with the limits that thresholds set: what a histogram draws.









/** Most bins: the names of more would overlap, or be too small on a phone. */
const MAX_BINS = 7;
/** Shares of the endpoints between which a histogram is drawn where a few lie far out. */
const CORE = [0.01, 0.99];
/** How many times wider than the core everything may be before the outermost bins are left open. */
const FAR = 2;
/** A histogram for each metric that the thresholds take a value of, in their order; those of broken thresholds first. */
function distributionsOf(results, subject, baseline) {
    const byMetric = new Map();
    for (const result of heldLast(results)) {
        const looked = lookedAt(result);
        if (!looked)
            continue;
        const key = (0,_model_series_js__WEBPACK_IMPORTED_MODULE_0__/* .printSeriesName */ ._n)(looked.name);
        const entry = byMetric.get(key) ?? { name: looked.name, limits: [] };
        if (looked.limit)
            entry.limits.push(looked.limit);
        byMetric.set(key, entry);
    }
    return [...byMetric.values()].flatMap(({ name, limits }) => distribution(name, limits, subject, baseline) ?? []);
}
/** The results in their order, but those of thresholds that held after all others. */
function heldLast(results) {
    const rank = ({ state }) => Number(state === 'held');
    return results.toSorted((a, b) => rank(a) - rank(b));
}
/** Aggregates whose value lies among those of the endpoints, so that their limit can be drawn there. */
const AMONG_VALUES = ['avg', 'min', 'max', 'median', 'percentile'];
/** The metric that a threshold is about, and its limit if that lies among the endpoints' values; undefined if it is about something else. */
function lookedAt(result) {
    const { measured, limit } = (0,_thresholds_syntax_js__WEBPACK_IMPORTED_MODULE_4__/* .sidesOf */ .Mm)(result.threshold);
    const name = metricOf(measured);
    if (!name) {
        const other = metricOf(limit);
        return other && { name: other };
    }
    // With a condition it is a limit for some endpoints, and the metric alone does not tell for which.
    const own = conditionOf(measured) ? undefined : limitOf(measured, result);
    return { name, ...(own ? { limit: { ...own, result } } : {}) };
}
function metricOf(value) {
    if (value.kind === 'aggregate')
        return value.of;
    const counts = value.kind === 'rate' || value.kind === 'count';
    return counts && value.condition.kind === 'metric' ? value.condition.of : undefined;
}
/** The limit of a threshold for each endpoint, with the condition for which of them it is; undefined if it is about something else. */
function endpointLimit(result) {
    const { measured } = (0,_thresholds_syntax_js__WEBPACK_IMPORTED_MODULE_4__/* .sidesOf */ .Mm)(result.threshold);
    const name = metricOf(measured);
    const own = limitOf(measured, result);
    return name && own?.each
        ? { name, limit: { ...own, result }, ...(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .l)({ where: conditionOf(measured) }) }
        : undefined;
}
function conditionOf(value) {
    return 'where' in value ? value.where : undefined;
}
/** A limit among the endpoints' values; undefined if it lies elsewhere. */
function limitOf(measured, { operator, limit }) {
    if (limit === undefined || !Number.isFinite(limit))
        return undefined;
    if (measured.kind === 'aggregate')
        return AMONG_VALUES.includes(measured.by)
            ? { operator, value: limit, each: boundsEach(measured.by, operator) }
            : undefined;
    if ((measured.kind !== 'rate' && measured.kind !== 'count') || measured.condition.kind !== 'metric')
        return undefined;
    // `rate(mos < 3.5)` counts endpoints on the bad side of 3.5 where fewer of them are wanted, and on the good side where more are.
    const { operator: own, value } = measured.condition;
    const fewer = operator === '<' || operator === '<=' || (operator === '==' && limit === 0);
    if (!fewer && operator !== '>' && operator !== '>=')
        return undefined;
    return { operator: fewer ? OPPOSITE[own] : own, value, each: true };
}
/** Whether no endpoint may be on the other side of an aggregate's limit: the least at least, or the most at most. */
function boundsEach(by, operator) {
    return (by === 'min' && operator.startsWith('>')) || (by === 'max' && operator.startsWith('<'));
}
const OPPOSITE = {
    '>=': '<',
    '>': '<=',
    '<=': '>',
    '<': '>=',
    '==': '!=',
    '!=': '==',
};
function distribution(name, limits, subject, baseline) {
    const values = finite(name, subject);
    if (values.length === 0)
        return undefined;
    const there = baseline ? finite(name, baseline) : [];
    const before = there.length > 0 ? there : undefined;
    const { unit, label = unit, meaning = '', better } = (0,_thresholds_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .metricFacts */ .gt)(name.metric) ?? {};
    const main = limits.find(({ each }) => each) ?? limits[0];
    const { edges, openBelow, openAbove } = edgesFor([...values, ...(before ?? [])].toSorted(d3_array__WEBPACK_IMPORTED_MODULE_6__/* .ascending */ .V_), main);
    const upTo = takesUpper(main);
    const counts = count(values, edges, upTo);
    const countsBefore = before && count(before, edges, upTo);
    const sided = main?.each && main.operator !== '==' && main.operator !== '!=';
    return {
        metric: (0,_model_series_js__WEBPACK_IMPORTED_MODULE_0__/* .printSeriesName */ ._n)(name),
        unit: unit ?? 'unknown',
        label: label ?? '',
        meaning,
        ...(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .l)({ better, baselineEndpoints: before?.length }),
        endpoints: values.length,
        openBelow,
        openAbove,
        takesUpper: upTo,
        limits: main ? [main, ...limits.filter((limit) => limit !== main)] : [],
        bins: counts.map((endpoints, i) => {
            const [from, to] = [edges[i] ?? 0, edges[i + 1] ?? 0];
            return {
                from,
                to,
                endpoints,
                ...(countsBefore ? { baseline: countsBefore[i] ?? 0 } : {}),
                // A limit is an edge, so the middle of a bin stands for all of it.
                ...(sided ? { good: (0,_thresholds_comparison_js__WEBPACK_IMPORTED_MODULE_2__/* .holds */ .v)((from + to) / 2, main.operator, main.value) } : {}),
            };
        }),
    };
}
function finite(name, { measurements }) {
    const found = (0,_thresholds_selection_js__WEBPACK_IMPORTED_MODULE_3__/* .column */ .fi)(name, measurements);
    return (0,_model_subject_js__WEBPACK_IMPORTED_MODULE_7__/* .isAbsence */ .Md)(found) ? [] : [...found.values].filter(Number.isFinite);
}
/** Edges of equal bins with round widths over sorted values, one of which is the limit where that is anywhere near them. */
function edgesFor(sorted, limit) {
    const [least, most] = [sorted[0] ?? 0, sorted[sorted.length - 1] ?? 0];
    let [low, high] = [(0,d3_array__WEBPACK_IMPORTED_MODULE_6__/* .quantileSorted */ .Z4)(sorted, CORE[0]) ?? least, (0,d3_array__WEBPACK_IMPORTED_MODULE_6__/* .quantileSorted */ .Z4)(sorted, CORE[1]) ?? most];
    if (most - least <= FAR * (high - low))
        [low, high] = [least, most];
    const near = Math.max(high - low, widthAround(low, high));
    if (limit && limit.value > low - near && limit.value < high + near) {
        low = Math.min(low, limit.value);
        high = Math.max(high, limit.value);
    }
    const upTo = takesUpper(limit);
    const edges = withFarLimit(roundEdges(low, high, limit, sorted.every(Number.isInteger)), limit, [least, most]);
    const [first, last] = [edges[0] ?? 0, edges[edges.length - 1] ?? 0];
    return { edges, openBelow: upTo ? least <= first : least < first, openAbove: upTo ? most > last : most >= last };
}
/** Values are taken as equal that differ by less than this share of their size, or by less than this. */
const EQUAL = 1e-9;
const TINY = 1e-300;
/** How wide a bin is for values that are as good as equal. */
function widthAround(low, high) {
    const size = Math.max(Math.abs(low), Math.abs(high));
    return size > TINY ? size / 10 : 1;
}
/** Edges of equal bins over a range, with round widths, not more than can be told apart. `whole` is for numbers that are counts. */
function roundEdges(low, high, limit, whole) {
    const width = widthAround(low, high);
    if (high - low <= Math.max(10 * EQUAL * width, TINY))
        return edgesOf(low, high, width, limit);
    for (let aim = MAX_BINS; aim > 1; aim--) {
        const step = (0,d3_array__WEBPACK_IMPORTED_MODULE_6__/* .tickStep */ .sG)(low, high, aim);
        const edges = edgesOf(low, high, whole ? Math.max(1, step) : step, limit);
        if (edges.length <= MAX_BINS + 1)
            return edges;
    }
    return edgesOf(low, high, high - low, limit);
}
function edgesOf(low, high, width, limit) {
    const anchor = limit && limit.value >= low && limit.value <= high ? limit.value : tidy(Math.floor(low / width) * width);
    // A value at the very end that no bin takes needs one more.
    const upTo = takesUpper(limit);
    const full = (share) => Math.floor(share + 1e-9) + 1;
    const needed = (from, to) => Math.max(to > from ? 1 : 0, Math.ceil((to - from) / width - 1e-9));
    const below = upTo ? full((anchor - low) / width) : needed(low, anchor);
    const above = upTo ? needed(anchor, high) : full((high - anchor) / width);
    // The limit itself stays as it is, to the last digit.
    return Array.from({ length: below + above + 1 }, (_, i) => i === below ? anchor : tidy(anchor + (i - below) * width));
}
/** A limit at or beyond the last bin, with values beyond it, gets an outermost bin for those: they must not pass for good ones. */
function withFarLimit(edges, limit, [least, most]) {
    if (!limit || limit.value < least || limit.value > most)
        return edges;
    const [first, last] = [edges[0] ?? 0, edges[edges.length - 1] ?? 0];
    const width = Math.max((last - first) / edges.length, Math.abs(limit.value) * EQUAL);
    const upTo = takesUpper(limit);
    const [above, below] = upTo ? [most > last, least <= first] : [most >= last, least < first];
    if (limit.value >= last && above)
        return [...edges, ...(limit.value > last ? [limit.value] : []), limit.value + width];
    if (limit.value <= first && below)
        return [limit.value - width, ...(limit.value < first ? [limit.value] : []), ...edges];
    return edges;
}
/** Whether a bin takes its upper edge rather than its lower one: with `<= 0`, a 0 is on the good side. */
function takesUpper(limit) {
    return limit?.operator === '<=' || limit?.operator === '>';
}
/** A sum without the noise of binary fractions: 0.30000000000000004 is 0.3. */
function tidy(value) {
    return Number(value.toPrecision(12));
}
function count(values, edges, upTo) {
    const counts = Array.from({ length: edges.length - 1 }, () => 0);
    for (const value of values) {
        const edgesBelow = upTo ? (0,d3_array__WEBPACK_IMPORTED_MODULE_6__/* .bisectLeft */ .ah)(edges, value) : (0,d3_array__WEBPACK_IMPORTED_MODULE_6__/* .bisectRight */ .Jj)(edges, value);
        const bin = (0,_base_clamp_js__WEBPACK_IMPORTED_MODULE_8__/* .clamp */ .q)(edgesBelow - 1, 0, counts.length - 1);
        counts[bin] = (counts[bin] ?? 0) + 1;
    }
    return counts;
}


/***/ }),

/***/ 4374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RS: () => (/* binding */ trendOf)
/* harmony export */ });
/* unused harmony exports chanceOfChange, levelsApart */
/* harmony import */ var _base_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4144);
/* harmony import */ var _thresholds_comparison_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3571);
/* harmony import */ var _thresholds_syntax_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5437);
/* harmony import */ var _thresholds_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6573);
// How a threshold's value went over earlier runs, up to this one: since when it is breached, and whether its level shifted and stayed.




/** Fewest runs, this one included, over which a change of level is looked for, and fewest on either side of it. */
const LEAST_RUNS = 8;
const LEAST_AFTER = 3;
/** Least share of orders of the same values, by chance, in which a change as clear as this one is seen. */
const SIGNIFICANCE = 0.05;
const ORDERS = 999;
/** A change of level smaller than so many spreads within the levels is not told of: nobody would see it in the picture. */
const LEAST_SPREADS = 2;
/** The trend of a threshold; undefined where there is no history, or no value of this run. `at` is when this run was started, in ms since the epoch. */
function trendOf({ threshold, history, measured, limit, operator, state }, at) {
    if (!history || history.length === 0 || measured === undefined || !Number.isFinite(measured))
        return undefined;
    const values = [...history, { value: measured, ...(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)({ at }) }];
    const isBreached = ({ value }) => value !== undefined && limit !== undefined && !(0,_thresholds_comparison_js__WEBPACK_IMPORTED_MODULE_0__/* .holds */ .v)(value, operator, limit);
    const known = values.filter(({ value }) => value !== undefined);
    const inRow = state === 'breached' ? known.length - 1 - known.findLastIndex((value) => !isBreached(value)) : 0;
    const shift = shiftIn(known);
    return {
        values,
        isRelative: (0,_thresholds_syntax_js__WEBPACK_IMPORTED_MODULE_1__/* .mentionsBaseline */ .JM)(threshold.left) || (0,_thresholds_syntax_js__WEBPACK_IMPORTED_MODULE_1__/* .mentionsBaseline */ .JM)(threshold.right),
        breached: { runs: inRow, whole: inRow === known.length, ...(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)({ firstAt: known[known.length - inRow]?.at }) },
        ...(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)({
            limit: limit !== undefined && Number.isFinite(limit) ? limit : undefined,
            shift: shift && { ...shift, place: values.indexOf(known[shift.place]) },
        }),
    };
}
function shiftIn(known) {
    const numbers = known.map(({ value = Number.NaN }) => value);
    if (numbers.length < LEAST_RUNS || !numbers.every(Number.isFinite))
        return undefined;
    const place = levelsApart(numbers);
    const [older, newer] = [numbers.slice(0, place), numbers.slice(place)];
    const [before, since] = [(0,_thresholds_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .middle */ .mc)(older), (0,_thresholds_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .middle */ .mc)(newer)];
    const within = Math.max((0,_thresholds_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .spreadOf */ .jg)(older), (0,_thresholds_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .spreadOf */ .jg)(newer));
    if (Math.abs(since - before) <= LEAST_SPREADS * within)
        return undefined;
    if (chanceOfChange(numbers).p > SIGNIFICANCE)
        return undefined;
    return { place, before, since, ...(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)({ at: known[place]?.at }) };
}
/**
 * Whether a series of two or more values changes its level, by ranks, so that no outlier makes a change. Source: Pettitt's K (1979). How likely so much is by
 * chance, `p`, is counted over random orders of the same values, always the same ones: Pettitt's approximation is far off for short series.
 */
function chanceOfChange(values) {
    const ranks = ranksOf(values);
    const k = largestDifference(ranks);
    const random = numbersFrom(values.length);
    let asLarge = 0;
    for (let order = 0; order < ORDERS; order++)
        if (largestDifference(shuffled(ranks, random)) >= k)
            asLarge++;
    return { k, p: (1 + asLarge) / (1 + ORDERS) };
}
/** How far the ranks before and after a place differ, at the place where they do most. */
function largestDifference(ranks) {
    const n = ranks.length;
    let [sum, most] = [0, 0];
    for (let place = 1; place < n; place++) {
        sum += ranks[place - 1] ?? 0;
        most = Math.max(most, Math.abs(2 * sum - place * (n + 1)));
    }
    return most;
}
/**
 * Where a level begins that is another than before: the first of the places at which values lie nearest to the medians of their sides. Source: Bai (1995),
 * least absolute deviations. Ranks tell that there is a change, and pull its place towards the middle.
 */
function levelsApart(values) {
    const distance = (side) => {
        const level = (0,_thresholds_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .middle */ .mc)(side);
        return side.reduce((sum, value) => sum + Math.abs(value - level), 0);
    };
    let [best, least] = [LEAST_AFTER, Number.POSITIVE_INFINITY];
    for (let place = LEAST_AFTER; place <= values.length - LEAST_AFTER; place++) {
        const apart = distance(values.slice(0, place)) + distance(values.slice(place));
        if (apart < least)
            [best, least] = [place, apart];
    }
    return best;
}
/** The rank of each value, from 1; equal ones have the mean of theirs. */
function ranksOf(values) {
    return values.map((value) => {
        const below = values.filter((other) => other < value).length;
        const same = values.filter((other) => other === value).length;
        return below + (same + 1) / 2;
    });
}
function shuffled(values, random) {
    const order = [...values];
    for (let last = order.length - 1; last > 0; last--) {
        const chosen = Math.floor(random() * (last + 1));
        [order[last], order[chosen]] = [order[chosen] ?? 0, order[last] ?? 0];
    }
    return order;
}
/** Numbers from 0 to below 1, always the same for a seed. Source: Park and Miller (1988), with the multiplier of 1993. */
function numbersFrom(seed) {
    let state = seed;
    return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}


/***/ }),

/***/ 7609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jb: () => (/* binding */ patternLine),
/* harmony export */   Ki: () => (/* binding */ MOST_SHOWN),
/* harmony export */   Z9: () => (/* binding */ placeText),
/* harmony export */   bL: () => (/* binding */ lookText),
/* harmony export */   ge: () => (/* binding */ whoFailed)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8566);
// A failure pattern in sentences, the same wherever it is shown.

/** Most patterns that are shown in the open. */
const MOST_SHOWN = 3;
/** How many failed: `12 of 40 endpoints in group callers`. `name` writes a group. */
function whoFailed({ endpoints, of, group }, name) {
    return `${endpoints} of ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(of, 'endpoint')}${group === undefined ? '' : ` in group ${name(group)}`}`;
}
/** Where it is likely to lie, and whether that is new. */
function placeText({ place, inBaseline }) {
    const where = `Likely cause: ${place}.`;
    if (inBaseline === undefined)
        return where;
    return `${where} ${inBaseline === 0 ? 'New since the baseline.' : `Also in the baseline, at ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(inBaseline, 'endpoint')}.`}`;
}
/** What to look at, in a sentence. */
function lookText({ look }) {
    return `Check ${look.join('; then ')}.`;
}
/** All of it in one line of text. */
function patternLine(pattern) {
    return `${whoFailed(pattern, (group) => `"${group}"`)}: ${pattern.title}: ${pattern.what}. ${placeText(pattern)} ${lookText(pattern)}`;
}


/***/ }),

/***/ 5587:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ qualityWords)
/* harmony export */ });
// What a number of speech quality means to people, as context beside it: no verdict rests on it.
/** By the rating factor of the E-model. Source: ITU-T G.107, Annex B, table B.1, and G.109. */
const R_BANDS = [
    { from: 90, words: 'users are very satisfied' },
    { from: 80, words: 'users are satisfied' },
    { from: 70, words: 'some users are dissatisfied' },
    { from: 60, words: 'many users are dissatisfied' },
    { from: 50, words: 'nearly all users are dissatisfied' },
    { from: Number.NEGATIVE_INFINITY, words: 'not recommended' },
];
/** The same by MOS, for narrowband speech. Source: as above, by the conversion of G.107, Annex B. */
const MOS_BANDS = [4.34, 4.03, 3.6, 3.1, 2.58, Number.NEGATIVE_INFINITY].map((from, i) => ({
    from,
    words: R_BANDS[i]?.words ?? '',
}));
/** What packets, codec and jitter buffer add to half of the round trip, in ms: see the cookbook. */
const [LEAST_ADDED, MOST_ADDED] = [50, 100];
/** Delay from mouth to ear in ms up to which most uses are not affected, and that networks are to be planned below. Source: ITU-T G.114, clause 4. */
const [UNNOTICED, PLANNED] = [150, 400];
/** What a metric's average means, with its source; undefined for metrics without such words, and values outside the metric's scale. */
function qualityWords(metric, value) {
    if (!Number.isFinite(value) || value < (metric === 'mos' ? 1 : 0))
        return undefined;
    // As it is shown, so that one number has one meaning.
    if (metric === 'mos')
        return value > 5 ? undefined : `${inBand(MOS_BANDS, Number(value.toFixed(2)))} (ITU-T G.107, narrowband)`;
    if (metric === 'r_factor')
        return `${inBand(R_BANDS, value)} (ITU-T G.107)`;
    if (metric !== 'rtt_ms')
        return undefined;
    const [least, most] = [value / 2 + LEAST_ADDED, value / 2 + MOST_ADDED].map(Math.round);
    const heard = most <= UNNOTICED
        ? 'most uses are not affected'
        : least >= PLANNED
            ? 'above what networks are planned for'
            : least > UNNOTICED
                ? 'people begin to talk at the same time'
                : 'near what is noticed';
    return `about ${least} to ${most} ms from mouth to ear: ${heard} (ITU-T G.114)`;
}
function inBand(bands, value) {
    return bands.find(({ from }) => value >= from)?.words ?? '';
}


/***/ }),

/***/ 8560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderReportFiles: () => (/* binding */ renderReportFiles)
});

// UNUSED EXPORTS: REPORT_FILES

// EXTERNAL MODULE: ./lib/model/measurements.js
var measurements = __webpack_require__(4200);
// EXTERNAL MODULE: ./lib/model/series.js
var model_series = __webpack_require__(3220);
// EXTERNAL MODULE: ./lib/report/failures/patterns.js + 5 modules
var patterns = __webpack_require__(7869);
// EXTERNAL MODULE: ./lib/report/report.js
var report = __webpack_require__(5650);
;// CONCATENATED MODULE: ./lib/report/endpoints-csv.js
// endpoints.csv: a row for each endpoint of each run, for spreadsheets and scripts. The form is that of RFC 4180.




/** The columns that every file has, in this order; those of the metrics follow by name. New ones may be added behind these. */
const FIXED = ['run', 'test', 'endpoint', 'group', 'outcome', 'phase', 'sip_status', 'cause', 'likely_place'];
/** The text of endpoints.csv: its head alone where no run has results. */
function renderEndpointsCsv({ runs }) {
    const columns = [...new Set(runs.flatMap((run) => seriesOf(run).map(([name]) => name)))].toSorted();
    const rows = runs.flatMap((run) => rowsOf(run, columns));
    return [[...FIXED, ...columns].map(cell).join(','), ...rows, ''].join('\r\n');
}
function seriesOf({ subject }) {
    return [...(subject?.measurements.metrics.values() ?? [])].flat().map((series) => [(0,model_series/* printSeriesName */._n)(series), series]);
}
function rowsOf(run, columns) {
    const { subject, runId = '' } = run;
    if (!subject)
        return [];
    const { size, ids, groups, outcomes, phases, sipStatuses } = subject.measurements;
    const known = new Map(seriesOf(run));
    const series = columns.map((name) => known.get(name)?.values);
    const causes = causesOf(run);
    return Array.from({ length: size }, (_, i) => {
        const cause = causes.get(i);
        const fixed = [runId, (0,report/* nameOf */.Vb)(run), ids[i], groups[i], outcomes[i], phases[i]].map((text) => cell(text ?? ''));
        const why = [cause?.what ?? '', cause?.place ?? ''].map(cell);
        return [...fixed, String(sipStatuses[i] ?? ''), ...why, ...series.map((values) => number(values?.[i]))].join(',');
    });
}
/** What is likely to be behind the failure of each endpoint that failed, by its place. */
function causesOf({ subject }) {
    const found = new Map();
    for (const { places, what, place } of subject ? (0,patterns/* failurePatterns */.w)(subject) : [])
        for (const at of places)
            found.set(at, { what, place });
    return found;
}
/** Signs with which a spreadsheet takes a text for a formula, their full-width forms, and what it may pass over before them. Source: OWASP, CSV injection. */
const FORMULA = /^([\t\r\n]|[\s\ufffd]*[=+\-@\uff1d\uff0b\uff0d\uff20])/;
/** A text as a cell that a spreadsheet shows and does not reckon: an apostrophe stands before what looks like a formula. */
function cell(text) {
    const shown = text.replaceAll('\0', '\ufffd');
    const safe = FORMULA.test(shown) ? `'${shown}` : shown;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
function number(value = Number.NaN) {
    return Number.isFinite(value) ? String(value) : '';
}

// EXTERNAL MODULE: ./node_modules/fast-xml-builder/src/fxb.js + 6 modules
var fxb = __webpack_require__(9585);
// EXTERNAL MODULE: ./lib/base/fields.js
var fields = __webpack_require__(4144);
// EXTERNAL MODULE: ./lib/base/text.js
var base_text = __webpack_require__(8566);
// EXTERNAL MODULE: ./lib/report/analysis/ends.js
var analysis_ends = __webpack_require__(539);
// EXTERNAL MODULE: ./lib/report/failures/words.js
var words = __webpack_require__(7609);
// EXTERNAL MODULE: ./lib/report/phrases.js
var phrases = __webpack_require__(4120);
;// CONCATENATED MODULE: ./lib/report/junit.js
// junit.xml: runs as test suites and thresholds as test cases, for the test reports of CI systems. Nobody owns this format. Written is what
// the schema of Jenkins' xUnit plugin allows, the only one that a reader enforces; it has no file, line or properties for a single test case,
// so where a threshold stands, and what it measured, is in the text.







/** The test case that stands for the run itself, first in every suite. Readers follow a case over time by its name, so it never changes. */
const RUN_CASE = 'run completed and judged';
/** Longest attribute, in characters; a name leaves room for what makes it distinct. */
const MAX_ATTRIBUTE = 1_000;
const MAX_NAME = 200;
/** Longest line on a threshold, in characters: there may be ten thousand of them. */
const MAX_LINE = 500;
/** Longest text of an element, in characters. */
const MAX_TEXT = 20_000;
/** Most kinds of failure that are told of. */
const MAX_FAILURES = 10;
/** The text of junit.xml. Complete for every verdict: a run that is not good has a failure or an error, and so has a step without runs. */
function renderJUnit(report) {
    const { runs, startedAt, endedAt } = report;
    const names = distinct(runs.map((run) => ({ name: nameOf(run), hint: run.runId ?? '' })));
    const suites = runs.map((run, i) => suiteOfRun(run, names[i] ?? '', startedAt));
    const root = {
        '@_name': 'CallMeter',
        '@_time': secondsText((endedAt - startedAt) / 1_000),
        // No totals here: the schema has none for skipped cases, and readers that add up what there is count those as passed.
        testsuite: runs.length === 0 || report.problem ? [suiteOfProblem(report), ...suites] : suites,
    };
    return builder.build({ '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' }, testsuites: root });
}
const builder = new fxb/* default */.A({
    ignoreAttributes: false,
    format: true,
    suppressEmptyNode: true,
    // Else a test named "true" becomes an attribute without a value, which is no XML.
    suppressBooleanAttributes: false,
    // The builder escapes, but lets through characters that XML does not have. Here nothing gets past this.
    attributeValueProcessor: (_, value) => (0,base_text/* plain */.pj)(String(value), MAX_ATTRIBUTE),
    tagValueProcessor: (_, value) => textLines(String(value)),
});
function suiteOfRun(run, name, stepStartedAt) {
    const { project, test, subject, thresholds, statuses } = run;
    const judged = thresholds.map((result) => caseOfThreshold(result, run));
    const failing = judged.some(({ outcome }) => outcome?.kind === 'failure');
    const runCase = caseOfRun(run, failing);
    const cases = distinct([
        { name: runCase.name, hint: '' },
        ...judged.map((one, i) => ({ name: one.name, hint: placeOf(thresholds[i]) })),
    ]).map((distinctName, i) => ({ ...(judged[i - 1] ?? runCase), name: distinctName }));
    const startedAt = subject?.run.startedAt ?? subject?.run.createdAt ?? statuses[0]?.at ?? stepStartedAt;
    return suite(name, cases, startedAt, {
        project: project.name ?? project.asked,
        'project-id': project.id,
        test: test.name ?? test.asked,
        'test-id': test.id,
        'run-id': run.runId,
        'run-url': run.runUrl,
        status: run.status,
        verdict: run.verdict,
        baseline: run.baseline?.name,
    });
}
function suiteOfProblem({ problem = 'The step ended without a run.', verdict, startedAt }) {
    const outcome = { kind: 'error', type: verdict, message: problem };
    return suite('CallMeter', [{ name: RUN_CASE, seconds: 0, outcome, text: problem }], startedAt, { verdict });
}
function suite(name, cases, startedAt, properties) {
    const count = (kind) => cases.filter(({ outcome }) => outcome?.kind === kind).length;
    return {
        '@_name': name,
        '@_tests': cases.length,
        '@_failures': count('failure'),
        '@_errors': count('error'),
        '@_skipped': count('skipped'),
        '@_time': secondsText(cases.reduce((sum, { seconds }) => sum + seconds, 0)),
        '@_timestamp': new Date(startedAt).toISOString(),
        properties: {
            property: Object.entries((0,fields/* optional */.l)(properties)).map(([key, value]) => ({ '@_name': key, '@_value': value })),
        },
        testcase: cases.map((one) => ({
            '@_name': one.name,
            // Readers that group by class show no group where it is the suite.
            '@_classname': name,
            '@_time': secondsText(one.seconds),
            ...contentOf(one),
        })),
    };
}
function contentOf({ outcome, text }) {
    if (!outcome)
        return text ? { 'system-out': text } : {};
    const { kind, type, message } = outcome;
    // Some readers show the message, some the text.
    return { [kind]: { '@_type': kind === 'skipped' ? undefined : type, '@_message': message, '#text': text || message } };
}
/** How the run itself ended. It fails where nothing else would, so that no bad run looks good. */
function caseOfRun(run, thresholdsFail) {
    const { verdict, reason, notes, status, subject } = run;
    const ends = (subject && (0,analysis_ends/* endsOf */.o)(subject)) ?? [];
    const text = [
        subject && (0,analysis_ends/* disagreementOf */.U)(subject),
        reason,
        ...(subject ? (0,patterns/* failurePatterns */.w)(subject, run.baseline?.subject).slice(0, MAX_FAILURES).map(words/* patternLine */.Jb) : []),
        ...(run.attempts ?? []).map(({ runId, verdict: own, reason: why }, i) => `Run ${i + 1} (${runId ?? 'not started'}): ${own}. ${why}`),
        ...notes,
        status && `Status: ${status}`,
        ...ends.map(({ what, near, far }) => `Calls ${what}: ${[near, far].filter(Boolean).join(', ')}`),
        run.runUrl,
    ]
        .filter(Boolean)
        .join('\n');
    const kind = kindOfRun(run, thresholdsFail);
    return {
        name: RUN_CASE,
        seconds: subject?.durationSeconds ?? 0,
        ...(kind ? { outcome: { kind, type: verdict, message: reason || verdict } } : {}),
        text,
    };
}
function kindOfRun({ verdict, status, notStarted }, thresholdsFail) {
    if (notStarted)
        return 'skipped';
    switch (verdict) {
        case 'passed':
        case 'warned':
            return undefined;
        case 'failed':
            return status === 'COMPLETED' && thresholdsFail ? undefined : 'failure';
        case 'triggered':
            return 'skipped';
        case 'error':
        case 'cancelled':
        case 'timed-out':
        case 'run-failed':
        case 'not-run':
            return 'error';
    }
}
function caseOfThreshold(result, run) {
    const { threshold, state, operator } = result;
    // The line as it was written may be longer than the message; what was measured must not be what is cut.
    const line = (0,base_text/* plain */.pj)((0,phrases/* thresholdLine */.Cx)({ ...result, threshold: { ...threshold, text: (0,base_text/* plain */.pj)(threshold.text, MAX_NAME) } }), MAX_LINE);
    const { limit } = (0,phrases/* measuredAndLimit */.RG)(result);
    const place = placeOf(result);
    const text = [line, limit && `Limit: ${operator} ${limit}`, place && `From: ${place}`].filter(Boolean).join('\n');
    const name = (0,base_text/* plain */.pj)(threshold.text, MAX_NAME) || 'threshold';
    const kind = kindOfThreshold(result, run);
    const message = state === 'unjudged' ? (0,base_text/* plain */.pj)(`not judged: ${result.reason ?? run.reason}`, MAX_LINE) : line;
    return { name, seconds: 0, ...(kind ? { outcome: { kind, type: state, message } } : {}), text };
}
function kindOfThreshold({ state, threshold }, { verdict }) {
    switch (state) {
        case 'held':
        case 'unconfirmed':
            return undefined;
        case 'breached':
            return threshold.severity === 'fail' ? 'failure' : undefined;
        case 'missing':
            // As the output `failed-thresholds` counts: what `missing-data` let pass shows in the verdict.
            return threshold.severity === 'fail' && verdict !== 'passed' && verdict !== 'warned' ? 'failure' : 'skipped';
        case 'invalid':
            return 'error';
        case 'unjudged':
            return 'skipped';
    }
}
function nameOf({ test, runId = '' }) {
    return [test.name ?? '', test.asked, test.id ?? '', runId].map((name) => (0,base_text/* plain */.pj)(name, MAX_NAME)).find(Boolean) ?? 'run';
}
/** Where a threshold was written; empty for the default, which nobody wrote. */
function placeOf(result) {
    if (!result || result.threshold.line === 0)
        return '';
    const { file, line } = result.threshold;
    return file === undefined ? `line ${line} of thresholds` : `${(0,base_text/* plain */.pj)(file, MAX_NAME)}:${line}`;
}
/** The names, each made the only one of its kind: readers take cases of one name for the same test. */
function distinct(names) {
    const taken = new Set();
    return names.map(({ name, hint }) => {
        let free = taken.has(name) && hint ? `${name} (${(0,base_text/* plain */.pj)(hint, MAX_NAME)})` : name;
        for (let n = 2; taken.has(free); n++)
            free = `${name} (${n})`;
        taken.add(free);
        return free;
    });
}
/** Lines of text that XML can hold. Printed to a log they start no workflow command, and `[[` in them names no attachment (GitLab, Jenkins). */
function textLines(text) {
    const cut = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
    return cut
        .split('\n')
        .map(base_text/* logLine */.BP)
        .join('\n')
        .replaceAll(/\[(?=\[)/g, '[ ');
}
/** Seconds as every schema takes them: no sign, no exponent, no more than three decimals. */
function secondsText(seconds) {
    return seconds >= 0 && seconds < 1e9 ? String(Math.round(seconds * 1_000) / 1_000) : '0';
}

// EXTERNAL MODULE: ./lib/model/outcomes.js
var model_outcomes = __webpack_require__(3952);
// EXTERNAL MODULE: ./lib/model/run.js
var model_run = __webpack_require__(60);
// EXTERNAL MODULE: ./lib/model/subject.js
var model_subject = __webpack_require__(5605);
// EXTERNAL MODULE: ./lib/thresholds/comparison.js
var comparison = __webpack_require__(3571);
// EXTERNAL MODULE: ./lib/report/analysis/trend.js
var analysis_trend = __webpack_require__(4374);
// EXTERNAL MODULE: ./lib/report/numbers.js
var numbers = __webpack_require__(8844);
// EXTERNAL MODULE: ./lib/thresholds/catalogue.js
var catalogue = __webpack_require__(833);
// EXTERNAL MODULE: ./lib/thresholds/selection.js
var selection = __webpack_require__(438);
// EXTERNAL MODULE: ./lib/thresholds/syntax.js
var syntax = __webpack_require__(5437);
// EXTERNAL MODULE: ./lib/report/quality-words.js
var quality_words = __webpack_require__(5587);
// EXTERNAL MODULE: ./lib/thresholds/units.js
var units = __webpack_require__(3435);
// EXTERNAL MODULE: ./lib/report/analysis/distribution.js
var distribution = __webpack_require__(3311);
;// CONCATENATED MODULE: ./lib/report/page/limits.js
// The limits that thresholds set on a metric, and whether they are about each endpoint or about all of them together.








/** The limits on a metric, in the order of their thresholds. A value of each lies on the metric's axis. */
function limitsOf(results, name) {
    return results.flatMap((result) => aggregateLimit(result, name) ?? countedLimit(result, name) ?? []);
}
/** `avg(mos) >= 4`. A sum or a standard deviation is not on the axis of the values that it is calculated from. */
function aggregateLimit(result, name) {
    const { threshold, limit, operator, unit } = result;
    const { measured } = (0,syntax/* sidesOf */.Mm)(threshold);
    if (measured.kind !== 'aggregate' || measured.by === 'sum' || measured.by === 'stddev')
        return undefined;
    if (limit === undefined || !Number.isFinite(limit) || !isSame(measured.of, name))
        return undefined;
    return {
        operator,
        value: limit,
        text: (0,phrases/* measuredAndLimit */.RG)(result).limit || (0,numbers/* formatNumber */.ZV)(limit, unit),
        threshold: (0,base_text/* plain */.pj)(threshold.text),
        by: measured.by === 'percentile' ? `p${measured.p}` : measured.by,
        // With a condition it is a limit for some endpoints, and the metric alone does not tell for which.
        ...(0,fields/* optional */.l)({ each: (!measured.where && (0,distribution/* boundsEach */.V_)(measured.by, operator)) || undefined }),
    };
}
/** `rate(mos < 3.5) <= 5%`: 3.5 is what each endpoint is compared with. */
function countedLimit(result, name) {
    const { measured } = (0,syntax/* sidesOf */.Mm)(result.threshold);
    if (measured.kind !== 'rate' && measured.kind !== 'count')
        return undefined;
    const looked = (0,distribution/* lookedAt */.O1)(result);
    if (!looked?.limit || !isSame(looked.name, name))
        return undefined;
    const { operator, value } = looked.limit;
    const text = (0,numbers/* formatNumber */.ZV)(value, (0,units/* unitOfMetric */.QG)(name));
    return { operator, value, text, threshold: (0,base_text/* plain */.pj)(result.threshold.text), each: true };
}
function isSame(one, other) {
    return (0,model_series/* printSeriesName */._n)(one) === (0,model_series/* printSeriesName */._n)(other);
}

;// CONCATENATED MODULE: ./lib/report/page/metrics.js
// The metrics that report.html shows of each run, and with them most of its size.









const metrics_MAX_NAME = 200;
/**
 * The metrics of every run. Those that a threshold names, and the headline ones, are always there; others while their JSON fits in so many
 * characters. The runs take turns, so that each has as many as the others. Once there is no room for a metric, there is none for those
 * after it either.
 */
function pageMetrics(runs, characters) {
    const wanted = runs.map(wantedOf);
    const shown = runs.map(() => ({ metrics: [], leftOut: [] }));
    let room = characters;
    for (let turn = 0; wanted.some((list) => turn < list.length); turn++) {
        for (const [i, run] of runs.entries()) {
            const next = wanted[i]?.[turn];
            const metric = next && (next.kept || room > 0) ? pageMetric(next, run) : undefined;
            if (metric)
                room -= JSON.stringify(metric).length;
            if (metric && (next?.kept || room > 0))
                shown[i]?.metrics.push(metric);
            else if (next && room <= 0)
                shown[i]?.leftOut.push((0,base_text/* plain */.pj)((0,model_series/* printSeriesName */._n)(next.name), metrics_MAX_NAME));
        }
    }
    return shown;
}
/** Every metric that a threshold names, in aggregates and in conditions, in the order in which they stand there. */
function metricsNamed({ left, right }) {
    return [left, right]
        .flatMap(syntax/* partsOf */.CI)
        .flatMap((part) => (part.kind === 'aggregate' || part.kind === 'metric' ? [part.of] : []));
}
/** The metrics of a run, what matters most first. */
function wantedOf({ thresholds, subject }) {
    const there = [...(subject?.measurements.metrics.keys() ?? [])].toSorted();
    const known = [...catalogue/* HEADLINE_METRICS */.jM, ...Object.keys(catalogue/* METRICS */.Cb)].filter((metric) => there.includes(metric));
    const found = new Map();
    for (const name of thresholds.flatMap(({ threshold }) => metricsNamed(threshold)))
        found.set((0,model_series/* printSeriesName */._n)(name), { name, named: true, kept: true });
    for (const metric of [...known, ...there])
        if (!found.has(metric))
            found.set(metric, { name: { metric }, named: false, kept: catalogue/* HEADLINE_METRICS */.jM.includes(metric) });
    return [...found.values()];
}
/** Undefined where the name alone does not say which values are meant, or no endpoint has one. */
function pageMetric({ name, named }, { subject, baseline, thresholds }) {
    const found = subject && (0,selection/* column */.fi)(name, subject.measurements);
    if (!found || (0,model_subject/* isAbsence */.Md)(found))
        return undefined;
    const values = Array.from(found.values, rounded);
    if (values.every((value) => value === null))
        return undefined;
    const before = baseline?.subject && (0,selection/* column */.fi)(name, baseline.subject.measurements);
    const was = before && !(0,model_subject/* isAbsence */.Md)(before) ? Array.from(before.values, rounded).filter((value) => value !== null) : [];
    const sides = [...new Set(found.deciders)].filter(Boolean);
    const { unit = '', label, meaning, better } = (0,catalogue/* metricFacts */.gt)(name.metric) ?? {};
    return {
        name: (0,base_text/* plain */.pj)((0,model_series/* printSeriesName */._n)(name), metrics_MAX_NAME),
        unit,
        ...(0,fields/* optional */.l)({
            label,
            meaning: meaning || undefined,
            better,
            inWords: (0,quality_words/* qualityWords */.H)(name.metric, averageOf(values)),
        }),
        named,
        ...(0,fields/* optional */.l)({ sides: sides.length > 1 ? sides.map((side) => (0,base_text/* plain */.pj)(side, metrics_MAX_NAME)) : undefined }),
        values,
        ...(0,fields/* optional */.l)({ baseline: was.length > 0 ? was : undefined }),
        limits: limitsOf(thresholds, name),
    };
}
function averageOf(values) {
    const known = values.filter((value) => value !== null);
    return known.reduce((sum, value) => sum + value, 0) / known.length;
}
/** Six digits tell apart what a chart or a table can show. */
function rounded(value) {
    return Number.isFinite(value) ? Number(value.toPrecision(6)) : null;
}

;// CONCATENATED MODULE: ./lib/report/page/data.js
// What report.html shows of a step: everything is looked up, ordered and put into words here, so that the page itself only draws.













/** Longest name, sentence and error message that the page shows, in characters. */
const data_MAX_NAME = 200;
const MAX_SENTENCE = 2_000;
const MAX_PROBLEM = 20_000;
/** From this size of its data on, in characters, the page leaves out metrics that no threshold names: a phone must still open it. */
const MAX_CHARACTERS = 12_000_000;
/** What the page shows. Nothing in it is HTML. */
function pageData({ verdict, problem, startedAt, endedAt, runs }, maxCharacters = MAX_CHARACTERS) {
    // Worst first among the thresholds decides which metrics lead, too.
    const ordered = runs.map((run) => ({ ...run, thresholds: whatBrokeFirst(run.thresholds) }));
    const shown = ordered.map(pageRun);
    const metrics = pageMetrics(ordered, maxCharacters - JSON.stringify(shown).length);
    return {
        verdict,
        heading: data_words(phrases/* HEADINGS */.Ac[verdict]),
        ...(0,fields/* optional */.l)({ problem: problem?.slice(0, MAX_PROBLEM) }),
        startedAt,
        endedAt,
        runs: shown.map((run, i) => ({ ...run, ...metrics[i] })),
    };
}
function pageRun(run) {
    const { verdict, reason, notes, project, test, runId, runUrl, status, statuses, plannedSeconds, subject, baseline } = run;
    const at = subject && (0,phrases/* startOf */.GH)(subject);
    return {
        verdict,
        heading: data_words(phrases/* HEADINGS */.Ac[verdict]),
        reason: sentence(reason),
        // What the ends disagree about is said before everything else.
        notes: [subject && (0,analysis_ends/* disagreementOf */.U)(subject), ...notes].filter((note) => note !== undefined).map(sentence),
        project: data_name(project.name ?? project.asked),
        test: data_name(test.name ?? test.asked),
        ...(0,fields/* optional */.l)({
            runId: runId && data_name(runId),
            runUrl: runUrl && (0,base_text/* href */.UF)(runUrl) ? new URL(runUrl).href : undefined,
            status: status && data_name(status),
            plannedSeconds,
        }),
        ...(subject ? pageTimes(subject) : {}),
        ended: status !== undefined && (0,model_run/* isTerminal */.Hd)(status),
        statuses: statuses.map((change) => ({ status: data_name(change.status), at: change.at })),
        thresholds: run.thresholds.map((result) => pageThreshold(result, at)),
        ...(0,fields/* optional */.l)({
            baseline: baseline && {
                name: sentence(baseline.name),
                ...(0,fields/* optional */.l)({ endpoints: baseline.subject?.measurements.size }),
            },
            endpoints: subject && pageEndpoints(subject),
            ends: subject && pageEnds(subject),
            attempts: run.attempts?.map(pageAttempt),
        }),
        failures: subject ? (0,patterns/* failurePatterns */.w)(subject, baseline?.subject).map(pageFailure) : [],
        metrics: [],
        leftOut: [],
    };
}
function pageTimes({ run, durationSeconds, queueSeconds }) {
    const { startedAt, completedAt } = run;
    const exact = (0,model_run/* timesOf */.Qv)(run, []);
    const taken = (seconds, byApi) => seconds === undefined ? undefined : { seconds, ...(byApi === undefined ? { polled: true } : {}) };
    const reported = (0,fields/* optional */.l)({ startedAt, endedAt: completedAt });
    return (0,fields/* optional */.l)({
        reported: Object.keys(reported).length > 0 ? reported : undefined,
        running: taken(durationSeconds, exact.durationSeconds),
        queue: taken(queueSeconds, exact.queueSeconds),
    });
}
function pageFailure(pattern) {
    const { group, title, what, source } = pattern;
    return {
        who: `${pattern.endpoints} of ${(0,base_text/* counted */.hS)(pattern.of, 'endpoint')}`,
        title: data_name(title),
        what,
        place: (0,words/* placeText */.Z9)(pattern),
        look: (0,words/* lookText */.bL)(pattern),
        ...(0,fields/* optional */.l)({ group: group === undefined ? undefined : data_name(group), source }),
    };
}
function pageAttempt({ verdict, reason, runId }) {
    return {
        verdict,
        heading: data_words(phrases/* HEADINGS */.Ac[verdict]),
        reason: sentence(reason),
        ...(0,fields/* optional */.l)({ runId: runId && data_name(runId) }),
    };
}
function pageEnds(subject) {
    const rows = (0,analysis_ends/* endsOf */.o)(subject);
    if (!rows)
        return undefined;
    const { calls } = subject;
    return { rows, ...(calls && (0,model_subject/* isAbsence */.Md)(calls) ? { unknown: sentence(calls.reason) } : {}) };
}
/** The words of a heading, without the sign before them: the page draws signs of its own, which need no font. */
function data_words(heading) {
    return heading.slice(heading.indexOf(' ') + 1);
}
const ORDER = [
    'breached',
    'invalid',
    'missing',
    'unconfirmed',
    'breached as a warning',
    'missing as a warning',
    'unjudged',
    'held',
];
function whatBrokeFirst(results) {
    const rank = ({ state, threshold }) => {
        const warns = threshold.severity === 'warn' && (state === 'breached' || state === 'missing');
        const place = ORDER.indexOf(warns ? `${state} as a warning` : state);
        return place < 0 ? ORDER.indexOf('unjudged') : place;
    };
    return results.toSorted((a, b) => rank(a) - rank(b));
}
function pageThreshold(result, at) {
    const { threshold, state, operator, unit, baseline, decidedBy, reason, note } = result;
    const written = (0,phrases/* measuredAndLimit */.RG)(result);
    return {
        text: sentence(threshold.text),
        severity: threshold.severity,
        state,
        // A state that this code does not know has no words.
        result: (0,phrases/* margin */.Lc)(result) || 'not judged',
        operator,
        ...(0,fields/* optional */.l)({
            measured: written.measured || undefined,
            limit: written.limit || undefined,
            baseline: baseline === undefined ? undefined : (0,numbers/* formatNumber */.ZV)(baseline, unit),
            change: pageChange(result),
            coverage: (0,phrases/* coverageText */._)(result) || undefined,
            decidedBy: decidedBy && sentence(decidedBy),
            reason: reason && sentence(reason),
            interval: (0,phrases/* intervalText */.Bt)(result) || undefined,
            note: [note, (0,phrases/* tooFewText */.ur)(result).replace(/\.$/, '')]
                .filter(Boolean)
                .map((text) => sentence(text ?? ''))
                .join('; ') || undefined,
            trend: pageTrend(result, at),
            place: threshold.file === undefined ? undefined : `${data_name(threshold.file)}:${threshold.line}`,
        }),
    };
}
function pageTrend(result, at) {
    const trend = (0,analysis_trend/* trendOf */.RS)(result, at);
    if (!trend)
        return undefined;
    const { operator, unit } = result;
    const { limit } = trend;
    return {
        points: trend.values.map(({ value, at: when }) => {
            if (value === undefined || !Number.isFinite(value))
                return { value: null, text: 'no value', ...(0,fields/* optional */.l)({ at: when }) };
            const good = limit === undefined ? undefined : (0,comparison/* holds */.v)(value, operator, limit);
            return { value, text: (0,numbers/* formatNumber */.ZV)(value, unit), ...(0,fields/* optional */.l)({ at: when, good }) };
        }),
        ...(0,fields/* optional */.l)({ limit: limit === undefined ? undefined : { value: limit, text: (0,numbers/* formatNumber */.ZV)(limit, unit) } }),
        said: [(0,phrases/* trendText */.td)(trend), (0,phrases/* shiftText */.yK)(trend, unit)].filter(Boolean).join(' '),
    };
}
function pageChange(result) {
    const change = (0,phrases/* changeOf */.C2)(result);
    return change && { text: change.text, ...(0,fields/* optional */.l)({ better: change.isBetter }) };
}
function pageEndpoints({ measurements }) {
    const { size, ids, groups, phases, outcomes, sipStatuses } = measurements;
    const ended = dictionary(outcomes, data_name);
    return {
        size,
        ids: ids.map(data_name),
        ...(0,fields/* optional */.l)({
            groups: orNone(dictionary(groups, data_name)),
            phases: orNone(dictionary(phases, data_name)),
            sipStatuses: orNone(dictionary(sipStatuses, (status) => status)),
        }),
        outcomes: ended,
        good: [...new Set(outcomes)].map(model_outcomes/* endedWell */.Jr),
    };
}
/** Distinct words in the order in which they come, and for each endpoint the place of its own. */
function dictionary(values, shown) {
    const places = new Map();
    for (const value of values)
        if (!places.has(value))
            places.set(value, places.size);
    return {
        words: [...places.keys()].map((word) => (word === null ? null : shown(word))),
        at: values.map((value) => places.get(value) ?? 0),
    };
}
function orNone(found) {
    return found.words.every((word) => word === null) ? undefined : found;
}
function data_name(text) {
    return (0,base_text/* plain */.pj)(text, data_MAX_NAME);
}
function sentence(text) {
    return (0,base_text/* plain */.pj)(text, MAX_SENTENCE);
}

;// CONCATENATED MODULE: ./lib/report/page/page.js
/** Where the template, dist/report.html, takes the data and the title. Both stand before anything else that could look like them. */
const DATA = '<script type="application/json" id="report">';
const TITLE = '<title>';
/** The text of report.html: the template with a step's data in it. Throws where the template has no place for them. */
function renderPage(data, template) {
    const { heading, runs } = data;
    const title = [heading, ...(runs.length === 1 ? runs.map(({ test }) => test) : []), 'CallMeter'].join(' · ');
    return filled(filled(template, TITLE, '</title>', htmlText(title)), DATA, '</script>', scriptText(data));
}
/** The template with `content` in place of what stands between two marks. Slices, because `replace` would read `$&` in the content. */
function filled(template, before, after, content) {
    const start = template.indexOf(before) + before.length;
    const end = template.indexOf(after, start);
    if (start < before.length || end < 0)
        throw new Error(`The template of report.html has no ${before}.`);
    return template.slice(0, start) + content + template.slice(end);
}
function htmlText(text) {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
/** JSON in which nothing can end a script element or begin a comment, and which is JavaScript, too. */
function scriptText(data) {
    return JSON.stringify(data).replaceAll(/[<\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

// EXTERNAL MODULE: ./lib/report/report-json.js
var report_json = __webpack_require__(7273);
;// CONCATENATED MODULE: ./lib/report/report-files.js
// The files of a step: for machines, for test reports, and for people.





/** The names of the files, as they stand in the report directory. */
const REPORT_FILES = ['report.json', 'junit.xml', 'report.html', 'endpoints.csv'];
/** The text of each file. One that cannot be made is left out, and `onFailure` takes why. `template` reads the page without its data. */
function renderReportFiles(report, template, onFailure) {
    const makers = {
        'report.json': () => (0,report_json/* writeReportFile */.aS)(report),
        'junit.xml': () => renderJUnit(report),
        'report.html': () => renderPage(pageData(report), template()),
        'endpoints.csv': () => renderEndpointsCsv(report),
    };
    const files = {};
    for (const name of REPORT_FILES) {
        try {
            files[name] = makers[name]();
        }
        catch (error) {
            onFailure(name, error);
        }
    }
    return files;
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


/***/ })

};
