export const id = 833;
export const ids = [833];
export const modules = {

/***/ 266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Et: () => (/* binding */ culpritsOf),
/* harmony export */   c1: () => (/* binding */ groupsOf),
/* harmony export */   y9: () => (/* binding */ worstEndpoints)
/* harmony export */ });
/* harmony import */ var d3_array__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5793);
/* harmony import */ var _base_clamp_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(3310);
/* harmony import */ var _base_counts_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(1149);
/* harmony import */ var _model_measurements_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4200);
/* harmony import */ var _model_outcomes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3952);
/* harmony import */ var _model_series_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3220);
/* harmony import */ var _model_subject_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(5605);
/* harmony import */ var _thresholds_comparison_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3571);
/* harmony import */ var _thresholds_measure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5742);
/* harmony import */ var _thresholds_selection_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(438);
/* harmony import */ var _thresholds_syntax_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5437);
/* harmony import */ var _thresholds_units_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3435);
/* harmony import */ var _distribution_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3311);
// Where in a run to look: its groups beside one another, and its worst endpoints.













/** Most groups that are held against thresholds. */
const MAX_JUDGED = 200;
/**
 * The groups of a run, worst first, each held against the limits that the whole run was held against. Empty where there are fewer than two.
 */
function groupsOf(results, subject) {
    const { groups: names, outcomes } = subject.measurements;
    const places = (0,d3_array__WEBPACK_IMPORTED_MODULE_9__/* .group */ .Os)(names.keys(), (place) => names[place] ?? null);
    if (places.size < 2)
        return { count: places.size, groups: [] };
    const good = (own) => own.filter((place) => (0,_model_outcomes_js__WEBPACK_IMPORTED_MODULE_1__/* .endedWell */ .Jr)(outcomes[place] ?? null)).length;
    const shares = [...places].map(([name, own]) => ({ name, own, successRate: (100 * good(own)) / own.length }));
    // Where there are very many, judging each would take longer than anybody would read.
    const candidates = shares.toSorted((a, b) => a.successRate - b.successRate).slice(0, MAX_JUDGED);
    const groups = candidates.map(({ name, own, successRate }) => {
        const measure = (0,_thresholds_measure_js__WEBPACK_IMPORTED_MODULE_4__/* .measurer */ .j)({ ...subject, measurements: (0,_model_measurements_js__WEBPACK_IMPORTED_MODULE_0__/* .onlyOf */ .uh)(subject.measurements, own) });
        return {
            name,
            endpoints: own.length,
            successRate,
            results: results.map((whole) => heldAgainst(measure((0,_thresholds_syntax_js__WEBPACK_IMPORTED_MODULE_6__/* .sidesOf */ .Mm)(whole.threshold).measured), whole)),
        };
    });
    const broken = ({ results: own }) => own.filter(({ state }) => state === 'breached').length;
    const sorted = groups.toSorted((a, b) => broken(b) - broken(a) || a.successRate - b.successRate || (a.name ?? '').localeCompare(b.name ?? ''));
    return { count: places.size, groups: sorted };
}
/** A threshold of the whole run held against what a group measured. */
function heldAgainst(own, { threshold, operator, limit }) {
    if ((0,_model_subject_js__WEBPACK_IMPORTED_MODULE_10__/* .isAbsence */ .Md)(own))
        return { threshold, operator, unit: 'bare', state: own.kind, reason: own.reason };
    const { value, ...rest } = own;
    const known = { ...rest, threshold, operator, measured: value };
    // Where the whole run has no limit, no group has one.
    if (limit === undefined)
        return { ...known, state: 'unjudged' };
    return { ...known, limit, state: (0,_thresholds_comparison_js__WEBPACK_IMPORTED_MODULE_3__/* .holds */ .v)(value, operator, limit) ? 'held' : 'breached' };
}
/** Most metrics whose values are shown of each endpoint. */
const MAX_METRICS = 4;
function limitedMetrics(results, { measurements }) {
    const looked = (0,_distribution_js__WEBPACK_IMPORTED_MODULE_8__/* .heldLast */ .eJ)(results).flatMap((result) => {
        const found = (0,_distribution_js__WEBPACK_IMPORTED_MODULE_8__/* .lookedAt */ .O1)(result);
        return found?.limit ? [{ name: found.name, limit: found.limit, isBreached: result.state === 'breached' }] : [];
    });
    const byName = (0,d3_array__WEBPACK_IMPORTED_MODULE_9__/* .group */ .Os)(looked, ({ name }) => (0,_model_series_js__WEBPACK_IMPORTED_MODULE_2__/* .printSeriesName */ ._n)(name));
    return [...byName]
        .flatMap(([metric, [first, ...others]]) => {
        const of = first && (0,_thresholds_selection_js__WEBPACK_IMPORTED_MODULE_5__/* .column */ .fi)(first.name, measurements);
        if (!first || !of || (0,_model_subject_js__WEBPACK_IMPORTED_MODULE_10__/* .isAbsence */ .Md)(of))
            return [];
        const limits = [first, ...others].filter(({ isBreached }) => isBreached).map(({ limit }) => limit);
        return [{ metric, unit: (0,_thresholds_units_js__WEBPACK_IMPORTED_MODULE_7__/* .unitOfMetric */ .QG)(first.name), limits, values: of.values }];
    })
        .slice(0, MAX_METRICS);
}
/** How many endpoints failed or are outside a breached limit, and the `most` worst of them: those that failed first, then those furthest outside breached limits. */
function worstEndpoints(results, subject, most) {
    const { measurements } = subject;
    const limited = limitedMetrics(results, subject);
    const scored = [];
    for (let place = 0; place < measurements.size; place++) {
        const failed = !(0,_model_outcomes_js__WEBPACK_IMPORTED_MODULE_1__/* .endedWell */ .Jr)(measurements.outcomes[place] ?? null);
        const excess = limited.reduce((sum, { limits, values }) => sum + outsideBy(values[place], limits), 0);
        if (failed || excess > 0)
            scored.push({ place, failed, excess });
    }
    scored.sort((a, b) => Number(b.failed) - Number(a.failed) || b.excess - a.excess || a.place - b.place);
    const endpoints = scored.slice(0, most).map(({ place }) => ({
        id: measurements.ids[place] ?? '',
        group: measurements.groups[place] ?? null,
        outcome: measurements.outcomes[place] ?? null,
        phase: measurements.phases[place] ?? null,
        sipStatus: measurements.sipStatuses[place] ?? null,
        values: limited.map(({ metric, unit, limits, values }) => {
            const value = values[place] ?? Number.NaN;
            return { metric, unit, value, beyond: outsideBy(value, limits) > 0 };
        }),
    }));
    return { count: scored.length, endpoints };
}
/** How far a value lies outside the limit that it breaks most, as a share of it, at most 100; 0 within all, and without a value. */
function outsideBy(value, limits) {
    if (value === undefined || Number.isNaN(value))
        return 0;
    const shares = limits.map(({ operator, value: limit }) => {
        if ((0,_thresholds_comparison_js__WEBPACK_IMPORTED_MODULE_3__/* .holds */ .v)(value, operator, limit))
            return 0;
        return (0,_base_clamp_js__WEBPACK_IMPORTED_MODULE_11__/* .clamp */ .q)(Math.abs(value - limit) / (Math.abs(limit) || 1), Number.EPSILON, 100);
    });
    return Math.max(0, ...shares);
}
/** The endpoints that a breached threshold counts; undefined if it limits no single endpoint, as an average does not, or none stands out. */
function culpritsOf(result, subject) {
    if (result.state !== 'breached')
        return undefined;
    const { measurements } = subject;
    const { left, right } = result.threshold;
    const byOutcome = isAboutOutcomes(left) || isAboutOutcomes(right);
    const bad = byOutcome ? failedPlaces(measurements) : outsidePlaces(result, subject);
    if (!bad || bad.length === 0)
        return undefined;
    const mostly = commonest('group', bad, measurements.groups) ??
        (byOutcome ? commonest('outcome', bad, measurements.outcomes) : undefined);
    return { endpoints: bad.length, of: measurements.size, ...(mostly ? { mostly } : {}) };
}
function isAboutOutcomes(value) {
    return value.kind === 'fact' && (value.name === 'success_rate' || value.name === 'failed_endpoints') && !value.where;
}
function failedPlaces({ outcomes }) {
    return [...outcomes.keys()].filter((place) => !(0,_model_outcomes_js__WEBPACK_IMPORTED_MODULE_1__/* .endedWell */ .Jr)(outcomes[place] ?? null));
}
function outsidePlaces(result, { measurements }) {
    const looked = (0,_distribution_js__WEBPACK_IMPORTED_MODULE_8__/* .endpointLimit */ .hX)(result);
    const found = looked && (0,_thresholds_selection_js__WEBPACK_IMPORTED_MODULE_5__/* .column */ .fi)(looked.name, measurements);
    if (!looked || !found || (0,_model_subject_js__WEBPACK_IMPORTED_MODULE_10__/* .isAbsence */ .Md)(found))
        return undefined;
    const { limit, where } = looked;
    const within = where && (0,_thresholds_selection_js__WEBPACK_IMPORTED_MODULE_5__/* .truth */ .Im)(where, measurements, (name) => (0,_thresholds_selection_js__WEBPACK_IMPORTED_MODULE_5__/* .column */ .fi)(name, measurements));
    if (within && (0,_model_subject_js__WEBPACK_IMPORTED_MODULE_10__/* .isAbsence */ .Md)(within))
        return undefined;
    return [...found.values.keys()].filter((place) => (!within || within[place] === _thresholds_selection_js__WEBPACK_IMPORTED_MODULE_5__/* .YES */ ._Y) && outsideBy(found.values[place], [limit]) > 0);
}
/** By how much larger the share of a group must be among the affected endpoints than among all. */
const APART = 0.1;
/** What most of these endpoints share, where they are set apart by it: undefined where every endpoint has the same. */
function commonest(property, places, values) {
    const [value, endpoints] = (0,_base_counts_js__WEBPACK_IMPORTED_MODULE_12__/* .mostFrequent */ .y)(places.map((place) => values[place]).filter(Boolean)) ?? [];
    if (!value || !endpoints || new Set(values).size < 2 || endpoints <= places.length / 2)
        return undefined;
    // What most endpoints have anyway sets nobody apart.
    const everywhere = values.filter((own) => own === value).length / values.length;
    return endpoints / places.length < everywhere + APART ? undefined : { property, value, endpoints };
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

/***/ 5833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x2: () => (/* binding */ allSucceeded),
  q: () => (/* binding */ linked),
  Z$: () => (/* binding */ renderAttempts),
  Sc: () => (/* binding */ renderBrokenThresholds),
  Zq: () => (/* binding */ renderCapacity),
  rx: () => (/* binding */ renderDisagreement),
  zW: () => (/* binding */ renderEnds),
  Id: () => (/* binding */ renderFacts),
  SL: () => (/* binding */ renderFailures),
  mp: () => (/* binding */ renderOverview),
  VA: () => (/* binding */ renderThresholds)
});

// EXTERNAL MODULE: ./lib/base/duration.js
var duration = __webpack_require__(8045);
// EXTERNAL MODULE: ./lib/base/text.js
var base_text = __webpack_require__(8566);
// EXTERNAL MODULE: ./lib/model/subject.js
var model_subject = __webpack_require__(5605);
// EXTERNAL MODULE: ./lib/thresholds/syntax.js
var syntax = __webpack_require__(5437);
// EXTERNAL MODULE: ./lib/report/analysis/breakdown.js
var breakdown = __webpack_require__(266);
// EXTERNAL MODULE: ./node_modules/d3-array/dist/d3-array.mjs
var d3_array = __webpack_require__(5793);
// EXTERNAL MODULE: ./lib/model/measurements.js
var model_measurements = __webpack_require__(4200);
// EXTERNAL MODULE: ./lib/thresholds/comparison.js
var comparison = __webpack_require__(3571);
// EXTERNAL MODULE: ./lib/thresholds/endpoints.js + 2 modules
var endpoints = __webpack_require__(9925);
;// CONCATENATED MODULE: ./lib/report/analysis/contribution.js
// Which group moves an average or a percentile most: its limit is none for single endpoints, so no endpoint is counted as affected.






/** Most groups that are tried, the largest first. */
const MAX_GROUPS = 30;
/** The group that contributes most to the breach of an average, median or percentile; undefined for other thresholds, and if no group makes it worse. */
function contributionOf(result, { measurements }) {
    const { state, threshold, operator, limit, measured: whole } = result;
    const { measured } = (0,syntax/* sidesOf */.Mm)(threshold);
    if (state !== 'breached' || limit === undefined || whole === undefined || !isMovedByAll(measured))
        return undefined;
    const better = operator.startsWith('>') ? 1 : operator.startsWith('<') ? -1 : 0;
    const series = measurements.metrics.get(measured.of.metric);
    if (better === 0 || !series)
        return undefined;
    // A condition may be about any metric.
    const alone = measured.where
        ? measurements
        : { ...measurements, metrics: new Map([[measured.of.metric, series]]) };
    const valueOf = (places) => {
        const found = (0,endpoints/* endpointMeasurer */.O)((0,model_measurements/* onlyOf */.uh)(alone, places))(measured);
        return (0,model_subject/* isAbsence */.Md)(found) ? Number.NaN : found.value;
    };
    const places = [...measurements.groups.keys()];
    const groups = (0,d3_array/* group */.Os)(places, (place) => measurements.groups[place] ?? null);
    if (groups.size < 2)
        return undefined;
    const found = [...groups]
        .toSorted(([, a], [, b]) => b.length - a.length)
        .slice(0, MAX_GROUPS)
        .map(([name, own]) => {
        const others = valueOf(places.filter((place) => (measurements.groups[place] ?? null) !== name));
        return { group: name, own: valueOf(own), others, isWithin: (0,comparison/* holds */.v)(others, operator, limit) };
    })
        .filter(({ own, others }) => Number.isFinite(own) && (others - whole) * better > 0);
    return found.toSorted((a, b) => (b.others - a.others) * better)[0];
}
function isMovedByAll(value) {
    return value.kind === 'aggregate' && ['avg', 'median', 'percentile'].includes(value.by);
}

// EXTERNAL MODULE: ./lib/report/analysis/ends.js
var ends = __webpack_require__(539);
// EXTERNAL MODULE: ./lib/report/analysis/trend.js
var analysis_trend = __webpack_require__(4374);
// EXTERNAL MODULE: ./lib/report/failures/patterns.js + 5 modules
var failures_patterns = __webpack_require__(7869);
// EXTERNAL MODULE: ./lib/report/failures/words.js
var words = __webpack_require__(7609);
// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __webpack_require__(3021);
;// CONCATENATED MODULE: ./lib/report/metric-checks.js
// What to check first if a metric is outside its limit: the likely next step, as context beside a breach. No verdict rests on it.
/** The first things to check, by metric, with the document that names the cause. */
const CHECKS = {
    mos: 'packet loss, jitter and delay of the same calls, then the codec and transcoding (ITU-T G.107)',
    r_factor: 'packet loss, jitter and delay of the same calls, then the codec and transcoding (ITU-T G.107)',
    jitter_ms: 'queues on the path and QoS marking, then the CPU of media servers (RFC 3550, RFC 8837)',
    fraction_lost: 'congested or faulty links and rate limits on the path, then the CPU of media servers (RFC 3550)',
    packets_lost: 'congested or faulty links and rate limits on the path, then the CPU of media servers (RFC 3550)',
    burst_density: 'outages and route changes on the path at the time of the loss (RFC 3611)',
    burst_duration: 'outages and route changes on the path at the time of the loss (RFC 3611)',
    rtt_ms: 'the route of media and its relays, then queues on the path (ITU-T G.114)',
    out_of_order_packets: 'load balancing of single packets over several paths (RFC 3550)',
    srtp_decrypt_failures: 'keys and crypto suites of both sides, and what a border controller rewrites (RFC 3711)',
    dtls_rehandshakes: 'NAT bindings and address changes during calls (RFC 5763)',
    ssrc_switches: 'transfers, re-INVITEs and media servers that restart a stream (RFC 3550)',
    call_setup_time_ms: 'DNS, database lookups and load of the proxies, and retransmitted INVITEs in a trace (RFC 3261)',
};
/** What to check first if a metric is breached, as it reads after "Check"; undefined for metrics without such words. */
function metricChecks(metric) {
    return Object.hasOwn(CHECKS, metric) ? CHECKS[metric] : undefined;
}

// EXTERNAL MODULE: ./lib/report/numbers.js
var numbers = __webpack_require__(8844);
// EXTERNAL MODULE: ./lib/report/phrases.js
var phrases = __webpack_require__(4120);
// EXTERNAL MODULE: ./lib/report/quality-words.js
var quality_words = __webpack_require__(5587);
// EXTERNAL MODULE: ./lib/report/report.js
var report = __webpack_require__(5650);
;// CONCATENATED MODULE: ./lib/report/blocks.js
// What the job summary and the comment show alike of a run.
















/** Broken thresholds that are told of in sentences, above the table of all. */
const MAX_TOLD = 5;
/** The run's id, linked to its page where that is known. */
function linked({ runId = '', runUrl }) {
    const id = (0,base_text/* code */.aY)(runId, 100);
    return runUrl ? `<a href="${(0,base_text/* href */.UF)(runUrl)}">${id}</a>` : id;
}
/** A row for each of several runs. */
function renderOverview(runs) {
    const rows = runs.map((run) => [
        (0,base_text/* markdown */.wD)((0,report/* nameOf */.Vb)(run)),
        run.notStarted ? '– Not started' : phrases/* HEADINGS */.Ac[run.verdict],
        (0,base_text/* markdown */.wD)(run.reason, 300),
        run.runId ? linked(run) : '',
    ]);
    return (0,markdown/* table */.tp)(['Test', 'Verdict', 'Why', 'Run'], rows);
}
/** Whether every endpoint of a run succeeded without a warning. */
function allSucceeded({ measurements: { size, outcomes } }) {
    return size > 0 && outcomes.every((outcome) => outcome === 'SUCCESS');
}
/** What ran, where, and how long, in one line. */
function renderFacts(run) {
    const { project, runId, status, subject } = run;
    const lasted = subject?.durationSeconds;
    const waited = subject?.queueSeconds;
    return [
        `test ${(0,base_text/* markdown */.wD)((0,report/* nameOf */.Vb)(run))} of ${(0,base_text/* markdown */.wD)(project.name ?? project.asked)}`,
        runId ? `run ${linked(run)}` : 'no run',
        status ? (0,base_text/* code */.aY)(status, 80) : '',
        subject ? `${(0,base_text/* counted */.hS)(subject.measurements.size, 'endpoint')}${allSucceeded(subject) ? ', all succeeded' : ''}` : '',
        lasted === undefined ? '' : `ran for ${(0,duration/* formatDuration */.a)(lasted * 1_000)}`,
        waited === undefined || waited < 1 ? '' : `queued for ${(0,duration/* formatDuration */.a)(waited * 1_000)}`,
    ]
        .filter(Boolean)
        .join(' · ');
}
/** The broken thresholds in words: by how much, since when, and who is affected. */
function renderBrokenThresholds(results, subject) {
    const broken = results.filter(phrases/* isBroken */.Qr);
    const sentencesOf = broken.slice(0, MAX_TOLD).map((result) => {
        const { measured } = (0,phrases/* measuredAndLimit */.RG)(result);
        // Of a breach that another run refuted nobody is affected in this one.
        const culprits = result.state === 'unconfirmed' ? undefined : (0,breakdown/* culpritsOf */.Et)(result, subject);
        const contribution = contributionOf(result, subject);
        const trend = (0,analysis_trend/* trendOf */.RS)(result, (0,phrases/* startOf */.GH)(subject));
        const sentences = [
            told(measured ? `measured <b>${measured}</b>, ` : '', result),
            (0,phrases/* sinceText */.I)(result),
            trend ? (0,phrases/* trendText */.td)(trend) : '',
            trend ? (0,phrases/* shiftText */.yK)(trend, result.unit) : '',
            (0,phrases/* tooFewText */.ur)(result),
            inWords(result),
            culprits ? (0,phrases/* culpritsText */.mr)(culprits, (value) => (0,base_text/* code */.aY)(value, 80)) : '',
            contribution ? (0,phrases/* contributionText */.CA)(contribution, result.unit, (value) => (0,base_text/* code */.aY)(value, 80)) : '',
            result.state === 'breached' ? checkText(result) : '',
        ];
        return `- ${(0,phrases/* markOf */.Fg)(result)} ${(0,base_text/* code */.aY)(result.threshold.text, 200)}: ${sentences.filter(Boolean).join(' ')}`;
    });
    const left = broken.length - sentencesOf.length;
    return [...sentencesOf, ...(left > 0 ? [`- … and ${left} more, in the table`] : [])].join('\n');
}
/** What to check first, in a sentence; empty if the threshold is about no metric, or nothing is known to check. */
function checkText({ threshold }) {
    const metric = (0,syntax/* partsOf */.CI)((0,syntax/* sidesOf */.Mm)(threshold).measured).flatMap((part) => part.kind === 'aggregate' || part.kind === 'metric' ? [part.of.metric] : [])[0];
    const checks = metric === undefined ? undefined : metricChecks(metric);
    return checks ? `Check ${checks}.` : '';
}
/** What an average means to people, in a sentence; empty where there are no words for it. */
function inWords({ threshold, measured }) {
    const side = (0,syntax/* sidesOf */.Mm)(threshold).measured;
    if (side.kind !== 'aggregate' || side.by !== 'avg' || measured === undefined)
        return '';
    const words = (0,quality_words/* qualityWords */.H)(side.of.metric, measured);
    // Good news explains no breach.
    return words && !/^(users are|most uses)/.test(words) ? `That means: ${words}.` : '';
}
/** What was measured and what came of it, as a sentence. A reason may be a sentence already. */
function told(measured, result) {
    const text = result.reason === undefined ? (0,phrases/* margin */.Lc)(result) : (0,base_text/* markdown */.wD)(result.reason, 400);
    return `${measured}${text}${/[.?!]$/.test(text) ? '' : '.'}`;
}
/** The table of thresholds; with a baseline, each beside what that measured. */
function renderThresholds(results, compared) {
    if (results.length === 0)
        return '';
    // A limit that is a number stands in the threshold already.
    const calculated = results.some(({ threshold: { left, right } }) => left.kind !== 'number' && right.kind !== 'number');
    const missing = [...new Set(results.map(phrases/* withoutText */._m).filter(Boolean))];
    // The same endpoints lack most values; they are named once.
    const [same] = missing.length === 1 ? missing : [];
    return (0,markdown/* blocks */.Bv)([
        (0,markdown/* table */.tp)([
            'Threshold',
            ...(calculated ? ['Limit'] : []),
            'Measured',
            ...(compared ? ['Baseline'] : []),
            'Result',
            'Endpoints',
        ], results.map((result) => {
            const { measured, limit } = (0,phrases/* measuredAndLimit */.RG)(result);
            const outcome = result.reason ?? [(0,phrases/* margin */.Lc)(result), result.note, (0,phrases/* intervalText */.Bt)(result)].filter(Boolean).join('; ');
            return [
                `${(0,phrases/* markOf */.Fg)(result)} ${(0,base_text/* code */.aY)(result.threshold.text, 200)}`,
                ...(calculated ? [limit && `${(0,base_text/* code */.aY)(result.operator)} ${limit}`] : []),
                measured,
                ...(compared ? [baselineText(result)] : []),
                (0,base_text/* markdown */.wD)(outcome, 400),
                (0,base_text/* markdown */.wD)(endpointsText(result, same === undefined)),
            ];
        })),
        same === undefined ? '' : `<sub>without a value: ${(0,base_text/* markdown */.wD)(same, 400)}</sub>`,
    ]);
}
/** What the baseline measured, and how the value changed. */
function baselineText(result) {
    if (result.baseline === undefined)
        return '';
    return [(0,numbers/* formatNumber */.ZV)(result.baseline, result.unit), (0,phrases/* changeText */.k0)(result)].filter(Boolean).join(', ');
}
/** How many endpoints a value rests on, and which side is the worse one. */
function endpointsText(result, isEachTold) {
    const { coverage, decidedBy } = result;
    if (!coverage)
        return '';
    const { used, of } = coverage;
    const without = isEachTold ? (0,phrases/* withoutText */._m)(result) : '';
    return [
        used === of ? String(of) : `${used} of ${of}`,
        without && `without a value: ${without}`,
        decidedBy && `worse side: ${decidedBy}`,
    ]
        .filter(Boolean)
        .join('; ');
}
/**
 * Why endpoints failed, by what they have in common: the most frequent in the open, the rest folded where `rest` says so. Another sign than that of the
 * thresholds makes it a list of its own; one list of both would have gaps.
 */
function renderFailures({ subject, baseline }, rest) {
    const patterns = subject ? (0,failures_patterns/* failurePatterns */.w)(subject, baseline?.subject) : [];
    if (patterns.length === 0)
        return '';
    const line = (pattern) => `* 🟥 <b>${(0,words/* whoFailed */.ge)(pattern, (group) => (0,base_text/* code */.aY)(group, 80))}: ${(0,base_text/* markdown */.wD)(pattern.title, 100)}</b>: ${(0,base_text/* markdown */.wD)(pattern.what)}. ${(0,base_text/* markdown */.wD)((0,words/* placeText */.Z9)(pattern))} ${(0,base_text/* markdown */.wD)((0,words/* lookText */.bL)(pattern), 400)}`;
    const others = patterns.slice(words/* MOST_SHOWN */.Ki);
    const more = rest === 'folded'
        ? (0,markdown/* details */.zH)(`${(0,base_text/* counted */.hS)(others.length, 'more kind')} of failure`, others.slice(0, MAX_FOLDED).map(line).join('\n'))
        : `… and ${(0,base_text/* counted */.hS)(others.length, 'more kind')} of failure.`;
    return (0,markdown/* blocks */.Bv)([patterns.slice(0, words/* MOST_SHOWN */.Ki).map(line).join('\n'), others.length > 0 ? more : '']);
}
/** Most kinds of failure that are folded. */
const MAX_FOLDED = 30;
/** Every run of a test of which a breach was to be confirmed, and what each measured of the thresholds that any of them broke. */
function renderAttempts({ attempts = [], thresholds }) {
    if (attempts.length < 2)
        return '';
    const broken = thresholds.filter(({ runs = [] }) => runs.some(({ state }) => state !== 'held')).slice(0, MAX_TOLD);
    return (0,markdown/* table */.tp)(['Run of the test', 'Verdict', ...broken.map(({ threshold }) => (0,base_text/* code */.aY)(threshold.text, 100))], attempts.map((attempt, i) => [
        `${i + 1}. ${attempt.runId ? linked(attempt) : 'no run'}`,
        `${phrases/* HEADINGS */.Ac[attempt.verdict].split(' ')[0]} ${attempt.verdict}`,
        ...broken.map(({ runs = [], unit, threshold }) => {
            const found = runs.find(({ runId }) => runId === attempt.runId);
            if (!found)
                return '–';
            const mark = (0,phrases/* markOf */.Fg)({ state: found.state, threshold });
            return `${mark} ${found.measured === undefined ? '' : (0,numbers/* formatNumber */.ZV)(found.measured, unit)}`;
        }),
    ]));
}
/**
 * What tests in an order say of the load that holds, where they stop at the first that fails the step; no more than they do. Empty where none was to stop.
 */
function renderCapacity({ failFast, runs }) {
    if (!failFast)
        return '';
    const rest = runs.filter((run) => run.notStarted).length;
    const left = rest > 0 ? `Not started, since another had failed the step: ${(0,base_text/* counted */.hS)(rest, 'test')}.` : '';
    const isGood = ({ verdict }) => (verdict === 'passed' || verdict === 'warned') && !failFast.includes(verdict);
    const first = runs.findIndex((run) => !isGood(run));
    const place = first < 0 ? runs.length : first;
    // A test that held after one that did not, as where several go at once, leaves open which load it is.
    if (runs.slice(place).some(isGood))
        return left;
    const sizes = runs.slice(0, place + 1).flatMap(({ subject }) => subject?.measurements.size ?? []);
    const grows = sizes.every((size, i) => i === 0 || size > (sizes[i - 1] ?? 0));
    const [held, beyond] = [runs[place - 1], runs[place]];
    return [
        held ? `The ${grows ? 'largest' : 'last'} that passed: ${loadOf(held)}.` : '',
        beyond
            ? wasMeasured(beyond)
                ? `The first that did not: ${loadOf(beyond)}.`
                : `Not measured: ${loadOf(beyond)}.`
            : '',
        left,
    ]
        .filter(Boolean)
        .join(' ');
}
function loadOf(run) {
    const size = run.subject?.measurements.size;
    return `<b>${(0,base_text/* markdown */.wD)((0,report/* nameOf */.Vb)(run))}</b>${size === undefined ? '' : ` (${(0,base_text/* counted */.hS)(size, 'endpoint')})`}`;
}
/** Whether a test that did not hold was judged by what it measured. */
function wasMeasured({ verdict, status }) {
    return (verdict === 'failed' || verdict === 'warned') && status === 'COMPLETED';
}
/** What the two ends disagree about; empty where they agree. */
function renderDisagreement(subject) {
    const disagreement = (0,ends/* disagreementOf */.U)(subject);
    return disagreement ? `⚠️ <b>${(0,base_text/* markdown */.wD)(disagreement, 500)}</b>` : '';
}
/** The near end beside the far end, where that was asked. */
function renderEnds(subject) {
    const rows = (0,ends/* endsOf */.o)(subject);
    if (!rows)
        return '';
    const why = subject.calls && (0,model_subject/* isAbsence */.Md)(subject.calls) ? `The far end is unknown: ${(0,base_text/* markdown */.wD)(subject.calls.reason, 500)}.` : '';
    return (0,markdown/* blocks */.Bv)([
        (0,markdown/* table */.tp)(['Calls', 'Near end: CallMeter', 'Far end: CallScaler'], rows.map(({ what, near, far }) => [(0,base_text/* markdown */.wD)(what, 80), near, far])),
        why,
    ]);
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


/***/ })

};
