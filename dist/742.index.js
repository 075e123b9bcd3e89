export const id = 742;
export const ids = [742];
export const modules = {

/***/ 9925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ endpointMeasurer)
});

// EXTERNAL MODULE: ./lib/base/counts.js
var counts = __webpack_require__(1149);
// EXTERNAL MODULE: ./lib/base/text.js
var base_text = __webpack_require__(8566);
// EXTERNAL MODULE: ./lib/model/outcomes.js
var model_outcomes = __webpack_require__(3952);
// EXTERNAL MODULE: ./lib/model/series.js
var series = __webpack_require__(3220);
// EXTERNAL MODULE: ./lib/model/subject.js
var subject = __webpack_require__(5605);
// EXTERNAL MODULE: ./lib/thresholds/selection.js
var selection = __webpack_require__(438);
// EXTERNAL MODULE: ./lib/thresholds/media.js
var media = __webpack_require__(4336);
// EXTERNAL MODULE: ./lib/thresholds/sip-performance.js
var sip_performance = __webpack_require__(9483);
// EXTERNAL MODULE: ./node_modules/d3-array/dist/d3-array.mjs
var d3_array = __webpack_require__(5793);
// EXTERNAL MODULE: ./lib/base/clamp.js
var clamp = __webpack_require__(3310);
;// CONCATENATED MODULE: ./lib/thresholds/sum.js

/**
 * The sum of some numbers, exact before it is rounded once. Nearly always the sum of sums and of their rounding errors is so near to it that nothing else can come
 * out (algorithm Sum2 and its bound: Ogita, Rump and Oishi, "Accurate Sum and Dot Product", SIAM J. Sci. Comput. 26, 2005); where it is not, Shewchuk's algorithm of
 * d3-array decides, which takes ten times as long. NaN where one of the numbers is.
 */
function exactSum(values) {
    let [sum, errors, sizes] = [0, 0, 0];
    for (let i = 0; i < values.length; i++) {
        const value = values[i] ?? 0;
        const next = sum + value;
        const added = next - sum;
        errors += sum - (next - added) + (value - added);
        sizes += Math.abs(value);
        sum = next;
    }
    if (Number.isNaN(sum))
        return Number.NaN;
    // How far the errors themselves may be off, with room: rounding is monotonous, so if both ends round alike, all between does.
    const doubt = 4 * (values.length * Number.EPSILON) ** 2 * sizes + 2 * Number.EPSILON * Math.abs(errors);
    const [low, high] = [sum + (errors - doubt), sum + (errors + doubt)];
    return low === high ? low : (0,d3_array/* fsum */.rv)(values);
}

;// CONCATENATED MODULE: ./lib/thresholds/statistics.js



/**
 * One number for many. NaN among the values makes it NaN; no values at all give NaN too, so the caller asks first. Measurements are below
 * `TOO_LARGE`, so neither their sums nor their squares overflow.
 * Sums are exact before rounding, so that a mean does not depend on the order of endpoints
 * and a hundred times 0.1 averages 0.1. Between closest ranks percentiles are interpolated linearly: type 7 of Hyndman and Fan (1996), the
 * default of NumPy and R.
 */
function aggregate(by, values, p = 50) {
    if (values.length === 0)
        return Number.NaN;
    switch (by) {
        case 'min':
            return extremes(values).least;
        case 'max':
            return extremes(values).most;
        case 'sum':
            return exactSum(values);
        case 'avg':
            return mean(values);
        case 'stddev':
            return deviation(values);
        case 'median':
            return quantile(values, 0.5);
        case 'percentile':
            return quantile(values, p / 100);
    }
}
/** The average, never outside of what is averaged: fifteen times 1.08 is 16.2, and a fifteenth of that would be a little below 1.08. */
function mean(values) {
    const { least, most } = extremes(values);
    return (0,clamp/* clamp */.q)(exactSum(values) / values.length, least, most);
}
/** Standard deviation of the population: divided by n. */
function deviation(values) {
    const centre = mean(values);
    const squares = new Float64Array(values.length);
    for (let i = 0; i < values.length; i++)
        squares[i] = ((values[i] ?? 0) - centre) ** 2;
    return Math.sqrt(mean(squares));
}
/** The least and the most of some values; NaN where one of them is. */
function extremes(values) {
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let i = 0; i < values.length; i++) {
        const value = values[i] ?? Number.NaN;
        if (value < least)
            least = value;
        if (value > most)
            most = value;
        if (Number.isNaN(value))
            return { least: value, most: value };
    }
    return { least, most };
}
/** The quantile of a share from 0 to 1; NaN where one of the values is. */
function quantile(values, share) {
    if (Number.isNaN(extremes(values).least))
        return Number.NaN;
    const rank = (values.length - 1) * share;
    const below = Math.floor(rank);
    const ranked = values.slice();
    (0,d3_array/* quickselect */.eu)(ranked, below);
    const lower = ranked[below] ?? Number.NaN;
    if (rank === below)
        return lower;
    const upper = extremes(ranked.subarray(below + 1)).least;
    return lower + (upper - lower) * (rank - below);
}

// EXTERNAL MODULE: ./lib/thresholds/units.js
var units = __webpack_require__(3435);
;// CONCATENATED MODULE: ./lib/thresholds/endpoints.js
// What the endpoints of a run come to: aggregates of their metrics, counts, and facts on how they ended.










/** A function that measures values over endpoints. A metric that several of them use is put together once. */
function endpointMeasurer(measurements) {
    const all = Uint32Array.from({ length: measurements.size }, (_, i) => i);
    const columns = new Map();
    const columnOf = (name) => {
        const key = (0,series/* printSeriesName */._n)(name);
        const found = columns.get(key) ?? (0,selection/* column */.fi)(name, measurements);
        columns.set(key, found);
        return found;
    };
    const truths = new Map();
    const truthOf = (condition) => {
        const key = JSON.stringify(condition);
        const found = truths.get(key) ?? (0,selection/* truth */.Im)(condition, measurements, columnOf);
        truths.set(key, found);
        return found;
    };
    const scopes = new Map();
    const scopeOf = (condition) => {
        const scope = truthOf(condition);
        if ((0,subject/* isAbsence */.Md)(scope))
            return scope;
        const found = scopes.get(scope) ?? placesWhere(all, (i) => scope[i] === selection/* YES */._Y);
        scopes.set(scope, found);
        return found;
    };
    return (value) => {
        const places = value.where ? scopeOf(value.where) : all;
        if ((0,subject/* isAbsence */.Md)(places))
            return places;
        if (places.length === 0 && !(value.kind === 'fact' && value.name === 'endpoints'))
            return (0,subject/* missing */.LO)('no endpoint satisfies the condition after where');
        switch (value.kind) {
            case 'fact':
                return fact(value, places, measurements);
            case 'count':
            case 'rate': {
                const found = truthOf(value.condition);
                return (0,subject/* isAbsence */.Md)(found) ? found : tally(value, places, found, measurements);
            }
            case 'aggregate': {
                const found = columnOf(value.of);
                return (0,subject/* isAbsence */.Md)(found) ? found : aggregated(value, places, found, measurements);
            }
        }
    };
}
/** Those of some places that something holds for, in their order. */
function placesWhere(places, holdsFor) {
    const found = new Uint32Array(places.length);
    let count = 0;
    for (let n = 0; n < places.length; n++) {
        const place = places[n] ?? 0;
        if (holdsFor(place))
            found[count++] = place;
    }
    return count === places.length ? places : found.subarray(0, count);
}
function fact({ name }, places, measurements) {
    const { outcomes } = measurements;
    const of = places.length;
    const coverage = { used: of, of };
    const good = () => placesWhere(places, (i) => (0,model_outcomes/* endedWell */.Jr)(outcomes[i] ?? null));
    switch (name) {
        case 'endpoints':
            return { value: of, unit: '', coverage };
        case 'success_rate': {
            const hits = good().length;
            return { value: (100 * hits) / of, unit: '%', coverage, proportion: { hits, of } };
        }
        case 'failed_endpoints':
            return { value: of - good().length, unit: '', coverage };
        case 'silent_calls':
        case 'one_way_calls':
            return silence(name, good(), measurements);
        case 'asr':
        case 'ner':
        case 'ser':
        case 'seer':
        case 'isa':
            return ofCalls(name, places, measurements);
        case 'duration':
        case 'queue_time':
        case 'received_calls':
        case 'answered_calls':
        case 'missed_calls':
        case 'voicemail_calls':
        case 'answer_rate':
            return (0,subject/* missing */.LO)(`${name} is not over endpoints`);
    }
}
/** How many of the calls that came about carried no media, or media one way only. */
function silence(name, good, measurements) {
    if (good.length === 0)
        return (0,subject/* missing */.LO)('no endpoint succeeded, so there is no call to check');
    const { silent, oneWay, known, unclear } = (0,media/* silentCalls */.Z)(good, measurements);
    // Each of them may be one more, and unknown is no pass.
    if (unclear > 0)
        return (0,subject/* missing */.LO)(`${unclear} of ${(0,base_text/* counted */.hS)(good.length, 'endpoint')} counted no packets in one direction, but report a quality of it, or no packets of the other`);
    if (known === 0)
        return (0,subject/* missing */.LO)('neither counts of packets nor directions without values tell how media flowed');
    return { value: name === 'silent_calls' ? silent : oneWay, unit: '', coverage: { used: known, of: good.length } };
}
/** A share of the calls that have a final status. */
function ofCalls(name, places, measurements) {
    const { calls, hits, of } = (0,sip_performance/* sipShare */.oq)(name, places, measurements);
    if (calls === 0)
        return (0,subject/* missing */.LO)(`none of ${places.length} endpoints has a final SIP status of a call`);
    if (of === 0)
        return (0,subject/* missing */.LO)(`none of ${calls} calls is one that ${name} is about`);
    return { value: (100 * hits) / of, unit: '%', coverage: { used: of, of: places.length }, proportion: { hits, of } };
}
function tally({ kind }, places, truths, measurements) {
    const of = places.length;
    let [yes, unknown] = [0, 0];
    for (let n = 0; n < of; n++) {
        const known = truths[places[n] ?? 0];
        if (known === selection/* YES */._Y)
            yes++;
        else if (known === selection/* UNKNOWN */.HV)
            unknown++;
    }
    const known = unknown === 0 ? places : placesWhere(places, (i) => truths[i] !== selection/* UNKNOWN */.HV);
    // Where nothing is known of any endpoint, "none of them" would be a guess.
    if (known.length === 0)
        return (0,subject/* missing */.LO)(`none of ${of} endpoints has what the condition requires`);
    return {
        ...(kind === 'count'
            ? { value: yes, unit: '' }
            : { value: (100 * yes) / of, unit: '%', proportion: { hits: yes, of } }),
        coverage: coverageOf(known, places, measurements),
    };
}
function aggregated({ by, p, of }, places, { values, decidedBy, deciders }, measurements) {
    const covered = hasNaN(values) ? placesWhere(places, (i) => !Number.isNaN(values[i])) : places;
    if (covered.length === 0)
        return (0,subject/* missing */.LO)(`none of ${places.length} endpoints has a value for ${(0,series/* printSeriesName */._n)(of)}`);
    const value = aggregate(by, covered.length === values.length ? values : valuesAt(covered, values), p);
    // A minimum or maximum is one endpoint's, and so is what decided it.
    const deciding = () => by === 'min' || by === 'max' ? placesWhere(covered, (i) => values[i] === value).subarray(0, 1) : covered;
    const decided = new Set(deciders).size > 1 ? decision(deciders, decidedBy, deciding()) : undefined;
    return {
        value,
        unit: (0,units/* unitOfMetric */.QG)(of),
        coverage: coverageOf(covered, places, measurements),
        ...(decided ? { decidedBy: decided } : {}),
    };
}
function hasNaN(values) {
    for (let i = 0; i < values.length; i++)
        if (values[i] !== values[i])
            return true;
    return false;
}
function valuesAt(places, values) {
    const picked = new Float64Array(places.length);
    for (let n = 0; n < places.length; n++)
        picked[n] = values[places[n] ?? 0] ?? Number.NaN;
    return picked;
}
/** How many of the endpoints have a value, and how those ended that have none: survivors are to be seen as survivors. */
function coverageOf(covered, places, { outcomes }) {
    const [used, of] = [covered.length, places.length];
    if (used === of)
        return { used, of };
    const having = new Set(covered);
    const others = (0,counts/* countsOf */.m)(Array.from(placesWhere(places, (i) => !having.has(i)), (i) => outcomes[i] ?? null));
    const without = [...others].map(([outcome, endpoints]) => ({ outcome, endpoints }));
    return { used, of, without: without.toSorted((a, b) => b.endpoints - a.endpoints) };
}
/** The direction or track that decided for most of these endpoints, and for how many. */
function decision(deciders, decidedBy, places) {
    const top = (0,counts/* mostFrequent */.y)(Array.from(places, (i) => deciders[decidedBy[i] ?? 255] ?? ''));
    if (!top?.[0])
        return undefined;
    return places.length === 1 ? top[0] : `${top[0]} (${top[1]} of ${places.length} endpoints)`;
}


/***/ }),

/***/ 5742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ NO_BASELINE),
  j: () => (/* binding */ measurer)
});

// EXTERNAL MODULE: ./lib/base/fields.js
var fields = __webpack_require__(4144);
// EXTERNAL MODULE: ./lib/model/subject.js
var model_subject = __webpack_require__(5605);
// EXTERNAL MODULE: ./lib/thresholds/catalogue.js
var catalogue = __webpack_require__(833);
// EXTERNAL MODULE: ./lib/thresholds/endpoints.js + 2 modules
var endpoints = __webpack_require__(9925);
;// CONCATENATED MODULE: ./lib/thresholds/run-values.js

/** A fact that is not over endpoints. */
function runFact(name, { durationSeconds, queueSeconds, calls }) {
    if (name === 'duration' || name === 'queue_time') {
        const seconds = name === 'duration' ? durationSeconds : queueSeconds;
        return seconds === undefined ? (0,model_subject/* missing */.LO)(`the API does not report the run's ${name}`) : { value: seconds, unit: 's' };
    }
    if (!calls)
        return (0,model_subject/* missing */.LO)('the calls of this run were not read from CallScaler');
    if ((0,model_subject/* isAbsence */.Md)(calls))
        return calls;
    if (name !== 'answer_rate')
        return { value: calls[COUNTS[name]], unit: '' };
    return calls.received === 0
        ? (0,model_subject/* missing */.LO)('the number received no call')
        : {
            value: (100 * calls.answered) / calls.received,
            unit: '%',
            proportion: { hits: calls.answered, of: calls.received },
        };
}
const COUNTS = {
    received_calls: 'received',
    answered_calls: 'answered',
    missed_calls: 'missed',
    voicemail_calls: 'voicemail',
};
/** The number at `run.PATH`. */
function runNumber(path, { detail }) {
    const found = path.reduce((value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined), detail);
    if (typeof found === 'number')
        return { value: found, unit: 'unknown' };
    const what = found === undefined ? 'is not there' : 'is not a number';
    return (0,model_subject/* missing */.LO)(`run.${path.join('.')} ${what}. The run's numbers are ${numbersOf(detail).join(', ') || 'none'}.`);
}
function isObject(value) {
    return typeof value === 'object' && value !== null;
}
/** Most numbers of a run's detail that are listed. */
const MAX_LISTED = 40;
function numbersOf(value, path = 'run', depth = 0) {
    if (typeof value === 'number')
        return [path];
    if (!isObject(value) || Array.isArray(value) || depth > 5)
        return [];
    return Object.entries(value)
        .slice(0, MAX_LISTED)
        .flatMap(([key, inner]) => (/^\w+$/.test(key) ? numbersOf(inner, `${path}.${key}`, depth + 1) : []))
        .slice(0, MAX_LISTED);
}

// EXTERNAL MODULE: ./lib/thresholds/reference.js
var reference = __webpack_require__(6573);
// EXTERNAL MODULE: ./lib/thresholds/units.js
var units = __webpack_require__(3435);
;// CONCATENATED MODULE: ./lib/thresholds/measure.js
// What a value comes to on a run.







/** A run without endpoints measured nothing, so it has no value for anything, not even for what the API says of the run as a whole. */
const NO_ENDPOINTS = (0,model_subject/* missing */.LO)('the run has no endpoints');
/** What `baseline` stands for where the workflow names none. */
const NO_BASELINE = (0,model_subject/* invalid */.Gq)('it compares with `baseline`, but the input `baseline` is not set');
const NO_REFERENCE = (0,reference/* singleReference */.GZ)(NO_BASELINE);
/** Measures values on a run. What several of them use is reckoned once, so one of these serves all values of a run. */
function measurer(subject) {
    const overEndpoints = (0,endpoints/* endpointMeasurer */.O)(subject.measurements);
    const measure = (value, reference = NO_REFERENCE) => {
        switch (value.kind) {
            case 'number':
                return { value: value.value, unit: value.unit || 'bare' };
            case 'baseline':
            case 'spread':
                return reference[value.kind];
            case 'negative': {
                const inner = measure(value.value, reference);
                return (0,model_subject/* isAbsence */.Md)(inner) ? inner : { ...derived(inner), value: -inner.value };
            }
            case 'extreme':
                return extreme(value.by, value.of.map((one) => measure(one, reference)));
            case 'arithmetic': {
                const left = measure(value.left, reference);
                if ((0,model_subject/* isAbsence */.Md)(left))
                    return left;
                const right = measure(value.right, reference);
                return (0,model_subject/* isAbsence */.Md)(right) ? right : reckon(value, left, right);
            }
            case 'run':
            case 'fact':
            case 'count':
            case 'rate':
            case 'aggregate':
                if (subject.measurements.size === 0)
                    return NO_ENDPOINTS;
                if (value.kind === 'run')
                    return runNumber(value.path, subject.run);
                return value.kind === 'fact' && !(0,catalogue/* isFactOver */.xm)('endpoints', value.name)
                    ? runFact(value.name, subject)
                    : overEndpoints(value);
        }
    };
    return measure;
}
/** A value of which something is reckoned: it is no count of endpoints any more. */
function derived({ value, unit, coverage, decidedBy }) {
    return { value, unit, ...(0,fields/* optional */.l)({ coverage, decidedBy }) };
}
/** The largest or the smallest of some values, in their common unit. One that cannot be had might have been it. */
function extreme(by, values) {
    return values.reduce((best, next) => {
        if ((0,model_subject/* isAbsence */.Md)(best))
            return best;
        if ((0,model_subject/* isAbsence */.Md)(next))
            return next;
        const both = (0,units/* alike */.nO)(best.unit, next.unit);
        if (typeof both === 'string')
            return (0,model_subject/* invalid */.Gq)(both);
        const [left, right] = [best.value / both.left, next.value / both.right];
        const chosen = (by === 'max' ? right > left : right < left) || Number.isNaN(right) ? next : best;
        return { ...derived(chosen), value: chosen === next ? right : left, unit: both.unit };
    });
}
function reckon(value, left, right) {
    const { sign, relative } = value;
    const extent = (0,fields/* optional */.l)({ coverage: left.coverage ?? right.coverage });
    if (relative) {
        const change = (Math.abs(left.value) * right.value) / 100;
        return { value: sign === '+' ? left.value + change : left.value - change, unit: left.unit, ...extent };
    }
    const both = (0,units/* combined */.yX)(value, left.unit, right.unit);
    if (typeof both === 'string')
        return (0,model_subject/* invalid */.Gq)(both);
    return { value: reckoned(sign, left.value, right.value, both), unit: both.unit, ...extent };
}
/** Multiplies before it divides by the units' divisors: 100 * 7 / 100 is 7, and 100 * (7 / 100) is not. */
function reckoned(sign, left, right, by) {
    switch (sign) {
        case '+':
            return left / by.left + right / by.right;
        case '-':
            return left / by.left - right / by.right;
        case '*':
            return (left * right) / (by.left * by.right);
        case '/':
            return (left * by.right) / (right * by.left);
    }
}


/***/ }),

/***/ 4336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ silentCalls)
/* harmony export */ });
/* unused harmony export mediaFlow */
/** What is counted of each direction, the surest first. */
const COUNTS = {
    send: ['packets_sent', 'bytes_sent'],
    receive: ['packets_received', 'bytes_received'],
};
/** Metrics that have a value only where media arrived. */
const QUALITIES = ['mos', 'r_factor', 'jitter_ms'];
/**
 * How the media of a run flowed: by the counts of packets or bytes, else by whether a direction has values at all where others have them. An endpoint that
 * reports nothing where others of its group are counted carried nothing. Unknown is not nothing: a run whose API tells neither has no answer.
 */
function mediaFlow({ metrics, groups }) {
    const isOf = (direction) => (series) => series.direction === direction;
    const qualities = (direction) => QUALITIES.flatMap((metric) => (metrics.get(metric) ?? []).filter(isOf(direction)));
    const known = { send: countersOf('send', metrics), receive: countersOf('receive', metrics) };
    const measured = { send: qualities('send'), receive: qualities('receive') };
    const all = [...QUALITIES, ...Object.values(COUNTS).flat()].flatMap((metric) => metrics.get(metric) ?? []);
    const isBare = (place) => all.every(({ values }) => Number.isNaN(values[place] ?? Number.NaN));
    const counted = { send: groupsWith(known.send, groups), receive: groupsWith(known.receive, groups) };
    return (place, direction) => {
        const counts = known[direction].map(({ values }) => values[place] ?? Number.NaN).filter((n) => !Number.isNaN(n));
        const hasQuality = measured[direction].some(({ values }) => !Number.isNaN(values[place] ?? Number.NaN));
        if (counts.length === 0 && measured[direction].length > 0)
            return hasQuality;
        // Others of its group are counted, and of this one there is nothing at all.
        if (counts.length === 0)
            return counted[direction].has(groups[place] ?? null) && isBare(place) ? false : undefined;
        const isCounted = counts.some((n) => n > 0);
        // No packets, and a quality of what they carried: one of the two is wrong.
        return !isCounted && hasQuality ? undefined : isCounted;
    };
}
/** What counts packets or bytes of a direction. */
function countersOf(direction, metrics) {
    return COUNTS[direction].flatMap((metric) => (metrics.get(metric) ?? []).filter(({ direction: own }) => own === undefined || own === direction));
}
/** Whether an endpoint counts nothing at all in one direction or the other. */
function countsNothing({ metrics }) {
    const directions = [countersOf('send', metrics), countersOf('receive', metrics)];
    return (place) => directions.some((series) => {
        const counts = series.map(({ values }) => values[place] ?? Number.NaN).filter((n) => !Number.isNaN(n));
        return counts.length > 0 && counts.every((n) => n === 0);
    });
}
/** The groups of which an endpoint has a value. */
function groupsWith(series, groups) {
    const places = [...groups.keys()].filter((place) => series.some(({ values }) => !Number.isNaN(values[place] ?? Number.NaN)));
    return new Set(places.map((place) => groups[place] ?? null));
}
/**
 * How many of some endpoints carried no media at all, and how many in one direction only; `known` is of how many that is known. `unclear` of the others
 * count nothing in a direction, and have a quality of it, or no count of the other.
 */
function silentCalls(places, measurements) {
    const flow = mediaFlow(measurements);
    const isEmpty = countsNothing(measurements);
    let [silent, oneWay, known, unclear] = [0, 0, 0, 0];
    for (const place of places) {
        const [sent, received] = [flow(place, 'send'), flow(place, 'receive')];
        if (sent === undefined || received === undefined) {
            if (isEmpty(place))
                unclear++;
            continue;
        }
        known++;
        if (!sent && !received)
            silent++;
        else if (sent !== received)
            oneWay++;
    }
    return { silent, oneWay, known, unclear };
}


/***/ }),

/***/ 9483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tq: () => (/* binding */ isSipMetric),
/* harmony export */   _k: () => (/* binding */ tellsFromAnswered),
/* harmony export */   oq: () => (/* binding */ sipShare)
/* harmony export */ });
const isAnswered = (status) => status >= 200 && status < 300;
const isRedirected = (status) => status >= 300 && status < 400;
const DEFINITIONS = {
    /** Answer-seizure ratio. Source: ITU-T E.425. */
    asr: { counts: isAnswered },
    /** Network effectiveness ratio: answers, and what the called side is the reason of: busy, no answer, rejected. Source: ITU-T E.425; which
     * SIP statuses these are is RFC 3398's mapping of causes. The vendor counts 486 and 603 alone. */
    ner: { counts: (status) => isAnswered(status) || [480, 486, 487, 600, 603, 607].includes(status) },
    /** Session establishment ratio. Source: RFC 6076, 4.6. */
    ser: { counts: isAnswered, leavesOut: isRedirected },
    /** Session establishment effectiveness ratio. Source: RFC 6076, 4.7. */
    seer: {
        counts: (status) => isAnswered(status) || [480, 486, 600, 603].includes(status),
        leavesOut: (status) => isRedirected(status) || [401, 402, 407].includes(status),
    },
    /** Ineffective session attempts: the network's failures. Source: RFC 6076, 4.8. */
    isa: { counts: (status) => [408, 500, 503, 504].includes(status) },
};
/** Whether a fact is one of these shares. */
function isSipMetric(name) {
    return Object.hasOwn(DEFINITIONS, name);
}
/** Whether a share counts a call with this end otherwise than one that was answered. */
function tellsFromAnswered(name, outcome, status) {
    const final = finalStatus(outcome, status);
    const { counts, leavesOut } = DEFINITIONS[name];
    return final !== undefined && ((leavesOut?.(final) ?? false) || counts(final) !== counts(200));
}
/** The share of some endpoints' calls; `calls` is how many have a final status. `of` is 0 where none counts as part of the whole. */
function sipShare(name, places, { outcomes, sipStatuses }) {
    const { counts, leavesOut } = DEFINITIONS[name];
    let [calls, hits, of] = [0, 0, 0];
    for (const place of places) {
        const status = finalStatus(outcomes[place] ?? null, sipStatuses[place] ?? null);
        if (status === undefined)
            continue;
        calls++;
        if (leavesOut?.(status))
            continue;
        of++;
        if (counts(status))
            hits++;
    }
    return { calls, hits, of };
}
/** The final status of an endpoint's INVITE; undefined where there is none. The status of one that failed to register, or to hang up, is of another request; that of one whose
 * own machine failed says nothing of the system. */
function finalStatus(outcome, status) {
    if (outcome === 'REGISTRATION_FAILED' || outcome === 'OSERROR')
        return undefined;
    if (outcome === 'TEARDOWN_ERROR')
        return 200;
    return status !== null && status >= 200 && status < 700 ? status : undefined;
}


/***/ })

};
