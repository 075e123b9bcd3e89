export const id = 365;
export const ids = [365];
export const modules = {

/***/ 6365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderSummary: () => (/* binding */ renderSummary)
});

// UNUSED EXPORTS: MAX_SUMMARY_BYTES

// EXTERNAL MODULE: ./lib/base/text.js
var base_text = __webpack_require__(8566);
// EXTERNAL MODULE: ./lib/report/blocks.js + 2 modules
var blocks = __webpack_require__(5833);
// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __webpack_require__(3021);
// EXTERNAL MODULE: ./lib/report/phrases.js
var phrases = __webpack_require__(4120);
// EXTERNAL MODULE: ./lib/report/report.js
var report_report = __webpack_require__(5650);
;// CONCATENATED MODULE: ./lib/report/summary/detail.js
// How much a summary says: GitHub drops one above 1 MiB whole, so a large one leaves things out, step by step, and says what.
const EVERYTHING = {
    pictures: 8,
    closedPictures: true,
    copies: true,
    groups: true,
    worst: 20,
    metrics: true,
    thresholds: 'all',
    runs: true,
    leftOut: '',
};
const THRESHOLDS_ALONE = {
    ...EVERYTHING,
    pictures: 0,
    groups: false,
    worst: 0,
    metrics: false,
    leftOut: 'charts, groups, metrics and the worst endpoints',
};
/** From everything down to the verdicts alone. */
const DETAILS = [
    EVERYTHING,
    { ...EVERYTHING, closedPictures: false, copies: false, leftOut: 'charts of what moved, and the text of all others' },
    { ...EVERYTHING, pictures: 0, leftOut: 'charts' },
    THRESHOLDS_ALONE,
    {
        ...THRESHOLDS_ALONE,
        thresholds: 'broken',
        leftOut: 'charts, groups, metrics, the worst endpoints and all thresholds that passed',
    },
    { ...EVERYTHING, runs: false, leftOut: 'everything but the verdicts' },
];

// EXTERNAL MODULE: ./lib/report/summary/problem.js
var summary_problem = __webpack_require__(1282);
// EXTERNAL MODULE: ./lib/base/counts.js
var counts = __webpack_require__(1149);
// EXTERNAL MODULE: ./lib/model/outcomes.js
var outcomes = __webpack_require__(3952);
// EXTERNAL MODULE: ./lib/model/subject.js
var model_subject = __webpack_require__(5605);
// EXTERNAL MODULE: ./lib/thresholds/catalogue.js
var catalogue = __webpack_require__(833);
// EXTERNAL MODULE: ./lib/thresholds/measure.js + 1 modules
var thresholds_measure = __webpack_require__(5742);
// EXTERNAL MODULE: ./lib/thresholds/syntax.js
var syntax = __webpack_require__(5437);
// EXTERNAL MODULE: ./lib/thresholds/units.js
var units = __webpack_require__(3435);
// EXTERNAL MODULE: ./lib/report/analysis/breakdown.js
var breakdown = __webpack_require__(266);
// EXTERNAL MODULE: ./lib/report/analysis/distribution.js
var distribution = __webpack_require__(3311);
// EXTERNAL MODULE: ./lib/report/numbers.js
var numbers = __webpack_require__(8844);
// EXTERNAL MODULE: ./lib/report/quality-words.js
var quality_words = __webpack_require__(5587);
// EXTERNAL MODULE: ./lib/base/clamp.js
var clamp = __webpack_require__(3310);
;// CONCATENATED MODULE: ./lib/report/summary/chart.js
// Mermaid's `xychart`, as GitHub draws it.

// The colours of report.html, between those that it has on light and on dark ground.
const BAR = '#5795cc';
const OUTSIDE = '#cf222e';
const BASELINE = '#8250df';
const LIMIT = '#8c959f';
/** Width of a chart, in pixels: on a phone GitHub shows it at two thirds of that. */
const WIDTH = 500;
/** Room for the names below the bars, in pixels; how wide a sign is, as a share of its size; and the sizes that can be read. */
const [ROOM, SIGN, LEAST_SIZE, MOST_SIZE] = [440, 0.6, 8, 13];
/** The largest size at which names stand side by side. */
function fontSizeFor(names) {
    const longest = Math.max(...names.map(({ length }) => length));
    return (0,clamp/* clamp */.q)(Math.floor(ROOM / names.length / (longest * SIGN)), LEAST_SIZE, MOST_SIZE);
}
/** The chart as a block of Markdown. */
function xyChart({ height, palette, x, y, bars, lines }) {
    // Mermaid's zero stands above the axis, so that a bar of 0 would show as a stub; one that ends far below the axis is not drawn.
    const undrawn = Number((y.from - 10 * (y.to - y.from)).toPrecision(3));
    return [
        '```mermaid',
        '---',
        'config:',
        '  xyChart:',
        `    width: ${WIDTH}`,
        `    height: ${height}`,
        '    xAxis:',
        `      labelFontSize: ${fontSizeFor(x.names)}`,
        '  themeVariables:',
        '    xyChart:',
        `      plotColorPalette: "${palette.join(', ')}"`,
        '---',
        'xychart-beta',
        `  x-axis "${quoted(x.title)}" [${x.names.map((name) => `"${quoted(name)}"`).join(', ')}]`,
        `  y-axis "${quoted(y.title)}" ${y.from} --> ${y.to}`,
        ...bars.map((values) => `  bar [${values.map((value) => value ?? undrawn).join(', ')}]`),
        ...lines.map((values) => `  line [${values.join(', ')}]`),
        '```',
    ].join('\n');
}
/** Text within double quotes in Mermaid: nothing that could end it, begin a comment or a directive, or be an entity. */
function quoted(text) {
    return text
        .replaceAll(/[^\p{L}\p{N} ._,()<>=≤≥–%/+-]/gu, ' ')
        .replaceAll(/%%+/g, '%')
        .slice(0, 80);
}

;// CONCATENATED MODULE: ./lib/report/summary/histogram.js
// A distribution as a picture: a Mermaid chart, and the same in plain characters for where no chart is drawn.




/** The chart with a heading and a legend; with `copy`, also as text. */
function renderHistogram(distribution, copy) {
    const { metric, meaning } = distribution;
    return (0,markdown/* blocks */.Bv)([
        `**${(0,base_text/* markdown */.wD)(metric)}**${meaning ? `: ${meaning}` : ''}`,
        renderChart(distribution),
        `<sub>${legend(distribution)}</sub>`,
        copy ? (0,markdown/* details */.zH)('Show as text', renderText(distribution)) : '',
    ]);
}
function legend({ limits, unit, endpoints, baselineEndpoints, bins, openBelow, openAbove }) {
    const [main, ...others] = limits;
    const texts = new Set(others.map((limit) => limitText(limit, unit)));
    const more = [...texts].filter((text) => !main || text !== limitText(main, unit));
    const sided = bins.some(({ good }) => good !== undefined);
    return [
        main ? `limit ${(0,base_text/* code */.aY)(limitText(main, unit))}${sided ? ', 🟥 outside it' : ''}` : '',
        more.length > 0 ? `more limits: ${more.map((text) => (0,base_text/* code */.aY)(text)).join(', ')}` : '',
        (0,base_text/* counted */.hS)(endpoints, 'endpoint'),
        baselineEndpoints === undefined ? '' : `🟪 baseline, ${(0,base_text/* counted */.hS)(baselineEndpoints, 'endpoint')}`,
        openBelow || openAbove ? 'the outermost bars include all values outside the axis' : '',
    ]
        .filter(Boolean)
        .join(' · ');
}
function limitText({ operator, value }, unit) {
    return `${operator} ${(0,numbers/* formatNumber */.ZV)(value, unit)}`;
}
/** A Mermaid `xychart`: one bar for each bin in percent of the endpoints, those outside the limit in red, a gap at the limit, and the baseline as a line. */
function renderChart(distribution) {
    const { metric, label, bins, endpoints, baselineEndpoints } = distribution;
    // One endpoint of very many is still there.
    const share = (count, of) => count === 0 ? 0 : Math.max(0.01, Number(((100 * count) / of).toFixed(2)));
    const shares = bins.map((bin) => share(bin.endpoints, endpoints));
    const before = baselineEndpoints === undefined ? undefined : bins.map((bin) => share(bin.baseline ?? 0, baselineEndpoints));
    const sided = bins.some(({ good }) => good !== undefined);
    const bars = sided
        ? [shares.map((value, i) => (bins[i]?.good ? value : 0)), shares.map((value, i) => (bins[i]?.good ? 0 : value))]
        : [shares];
    const drawn = bars.map((values) => values.map((value) => (value === 0 ? null : value)));
    const palette = [...(sided ? [BAR, OUTSIDE] : [BAR]), ...(before ? [BASELINE] : [])];
    const gap = limitPlace(distribution);
    const top = Math.min(100, Math.ceil((Math.max(...shares, ...(before ?? []), 1) * 1.1) / 5) * 5);
    return xyChart({
        height: 260,
        palette,
        x: { title: label ? `${metric} in ${label}` : metric, names: withGap(binNames(distribution), gap, LIMIT_NAME) },
        y: { title: 'endpoints in %', from: 0, to: top },
        bars: drawn.map((values) => withGap(values, gap, null)),
        lines: before ? [withGap(before, gap, gap === undefined ? 0 : average(before.slice(gap - 1, gap + 1)))] : [],
    });
}
/** What stands below the gap; the legend says which limit that is. */
const LIMIT_NAME = 'limit';
/** Between which bins the first limit lies, as the place of the one above it; undefined if it is no edge between two. */
function limitPlace({ bins, limits: [main] }) {
    const place = main ? bins.findIndex(({ from }) => from === main.value) : -1;
    return place > 0 ? place : undefined;
}
function withGap(values, gap, inside) {
    return gap === undefined ? [...values] : [...values.slice(0, gap), inside, ...values.slice(gap)];
}
function average(values) {
    return Number((values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(2));
}
/** What each bin is called: its edges, with a sign where it takes all that lies beyond. Each has a name of its own, or Mermaid would draw one over another. */
function binNames({ bins, openBelow, openAbove, takesUpper }) {
    const edges = distinct([...bins.map(({ from }) => from), bins[bins.length - 1]?.to ?? 0]);
    return bins.map((_, i) => {
        const [from, to] = [edges[i] ?? '', edges[i + 1] ?? ''];
        if (i === 0 && openBelow)
            return `${takesUpper ? '≤' : '<'} ${to}`;
        if (i === bins.length - 1 && openAbove)
            return `${takesUpper ? '>' : '≥'} ${from}`;
        return `${from}–${to}`;
    });
}
/** Most digits that a number has. */
const MAX_DIGITS = 17;
/** Ascending numbers as short as they can be while they look different. */
function distinct(numbers) {
    for (let digits = 3; digits < MAX_DIGITS; digits++) {
        const texts = numbers.map((value) => String(Number(value.toPrecision(digits))));
        if (new Set(texts).size === numbers.length)
            return texts;
    }
    return numbers.map(String);
}
/** Width of the longest bar in text, in characters. */
const TEXT_BAR = 40;
function renderText(distribution) {
    const { bins, endpoints, baselineEndpoints, label } = distribution;
    const names = binNames(distribution);
    const width = Math.max(...names.map(({ length }) => length));
    const most = Math.max(...bins.map((bin) => bin.endpoints), 1);
    const lines = bins.flatMap((bin, i) => {
        const name = (names[i] ?? '').padStart(width);
        const before = baselineEndpoints === undefined ? '' : `  (baseline ${percent(bin.baseline ?? 0, baselineEndpoints)})`;
        const line = `${name} │${bar(bin.endpoints / most)} ${percent(bin.endpoints, endpoints)}${before}`;
        return [...limitLine(bins[i - 1], bin, distribution, width), line.trimEnd()];
    });
    return [
        '```text',
        ...(label ? [`${' '.repeat(Math.max(0, width - label.length))}${label}`] : []),
        ...lines,
        '```',
    ].join('\n');
}
function limitLine(before, bin, { limits: [main], unit }, width) {
    if (!main || !before || bin.from !== main.value)
        return [];
    return [`${'─'.repeat(width)}─┼── limit: ${limitText(main, unit)} ──`];
}
function bar(share) {
    const eighths = Math.round(share * TEXT_BAR * 8);
    return '█'.repeat(Math.floor(eighths / 8)) + ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'][eighths % 8];
}
function percent(count, of) {
    return count === 0 ? '–' : (0,numbers/* formatNumber */.ZV)((100 * count) / of, '%');
}

// EXTERNAL MODULE: ./lib/report/analysis/trend.js
var analysis_trend = __webpack_require__(4374);
;// CONCATENATED MODULE: ./lib/report/summary/trend.js
// How thresholds went over earlier runs, as pictures: a Mermaid chart of some, and a line of text for each.








/** The trend of every threshold over the runs of the baseline; empty where there is none. What broke is drawn first, and in the open. */
function renderTrends(thresholds, subject, { pictures }) {
    const at = (0,phrases/* startOf */.GH)(subject);
    const all = (0,distribution/* heldLast */.eJ)(thresholds).flatMap((result) => {
        const trend = (0,analysis_trend/* trendOf */.RS)(result, at);
        return trend ? [{ result, trend }] : [];
    });
    if (all.length === 0)
        return '';
    // What neither broke nor moved to another level has its line in the table.
    const drawn = all.filter(({ result, trend }) => (0,phrases/* isBroken */.Qr)(result) || trend.shift).slice(0, pictures);
    const open = drawn.filter(({ result }) => (0,phrases/* isBroken */.Qr)(result)).slice(0, 1);
    const runs = Math.max(...all.map(({ trend }) => trend.values.length));
    return (0,markdown/* blocks */.Bv)([
        ...open.map(renderTrend),
        (0,markdown/* details */.zH)(`Trend of ${(0,base_text/* counted */.hS)(all.length, 'threshold')} over ${(0,base_text/* counted */.hS)(runs, 'run')}`, (0,markdown/* blocks */.Bv)([renderTable(all), ...drawn.filter((one) => !open.includes(one)).map(renderTrend)])),
    ]);
}
/** A line for each threshold: its values from the oldest to this run, by height, and what is to be said of them. */
function renderTable(all) {
    return (0,markdown/* table */.tp)(['State', 'Threshold', 'Oldest run → this run', 'Since'], all.map(({ result, trend }) => [
        (0,phrases/* markOf */.Fg)(result),
        (0,base_text/* code */.aY)(result.threshold.text, 200),
        `${heights(trend)} ${(0,numbers/* formatNumber */.ZV)(result.measured ?? Number.NaN, result.unit)}`,
        (0,base_text/* markdown */.wD)([(0,phrases/* trendText */.td)(trend), (0,phrases/* shiftText */.yK)(trend, result.unit)].filter(Boolean).join(' ')),
    ]));
}
const HEIGHTS = '▁▂▃▄▅▆▇█';
/** The values as bars of text, the least as the lowest; a run without a value as a space. */
function heights({ values }) {
    const known = values.flatMap(({ value }) => (value !== undefined && Number.isFinite(value) ? [value] : []));
    const [least, most] = [Math.min(...known), Math.max(...known)];
    return values
        .map(({ value }) => {
        if (value === undefined || !Number.isFinite(value))
            return ' ';
        const share = most > least ? (value - least) / (most - least) : 0.5;
        return HEIGHTS[Math.round(share * (HEIGHTS.length - 1))] ?? ' ';
    })
        .join('');
}
/** The chart of one threshold: its values as a line, and the limit as another. */
function renderTrend({ result, trend }) {
    const values = trend.values.flatMap(({ value }) => (value !== undefined && Number.isFinite(value) ? [value] : []));
    const shown = trend.limit === undefined ? values : [...values, trend.limit];
    const [least, most] = [Math.min(...shown), Math.max(...shown)];
    const room = (most - least) * 0.15 || Math.abs(most) * 0.05 || 1;
    const [bottom, top] = [rounded(least - room), rounded(most + room)];
    const lines = [values, ...(trend.limit === undefined ? [] : [values.map(() => trend.limit ?? 0)])];
    const last = values.length - 1;
    return (0,markdown/* blocks */.Bv)([
        `**${(0,base_text/* markdown */.wD)((0,syntax/* withoutSeverity */.aQ)(result.threshold))}** over ${values.length === trend.values.length ? '' : `${values.length} of `}${(0,base_text/* counted */.hS)(trend.values.length, 'run')}`,
        xyChart({
            height: 220,
            palette: [BAR, LIMIT],
            x: { title: 'runs before this one', names: values.map((_, i) => (i === last ? 'now' : String(last - i))) },
            y: { title: quoted(formatUnit(result)), from: bottom, to: top },
            bars: [],
            lines,
        }),
        `<sub>🟦 measured${trend.limit === undefined ? '' : ` · ⬜ limit ${(0,base_text/* code */.aY)(`${result.operator} ${(0,numbers/* formatNumber */.ZV)(trend.limit, result.unit)}`)}`}</sub>`,
    ]);
}
function formatUnit({ unit }) {
    return unit === 'bare' || unit === 'unknown' || unit === '' ? 'value' : `in ${unit}`;
}
function rounded(value) {
    return Number(value.toPrecision(4));
}

;// CONCATENATED MODULE: ./lib/report/summary/run.js
// One run in the job summary: why it failed first, then what was measured, then where to look.

















/** Most columns of thresholds in the table of groups, and most rows. */
const MAX_GROUP_COLUMNS = 5;
const MAX_GROUPS = 30;
/** What stands above the thresholds of a run that failed in CallMeter. */
const INFORMATION = 'For information only, these thresholds were evaluated on what was measured. They do not decide the verdict.';
/** Everything about one run, in as much detail as asked for. */
function renderRun(run, detail) {
    const { subject, thresholds, baseline } = run;
    const broken = thresholds.filter(phrases/* isBroken */.Qr);
    const isInformation = run.verdict === 'run-failed' && subject !== undefined && thresholds.length > 0;
    return (0,markdown/* blocks */.Bv)([
        subject ? (0,blocks/* renderDisagreement */.rx)(subject) : '',
        (0,base_text/* markdown */.wD)(run.reason, 1_000),
        run.notes.map((note) => `> ⚠️ ${(0,base_text/* markdown */.wD)(note, 500)}`).join('\n>\n'),
        (0,blocks/* renderFailures */.SL)(run, 'folded'),
        isInformation ? INFORMATION : subject ? (0,blocks/* renderBrokenThresholds */.Sc)(thresholds, subject) : '',
        (0,blocks/* renderAttempts */.Z$)(run),
        `<sub>${(0,blocks/* renderFacts */.Id)(run)}${baseline ? `<br>compared with ${(0,base_text/* markdown */.wD)(baseline.name, 200)}` : ''}</sub>`,
        subject ? (0,blocks/* renderEnds */.zW)(subject) : '',
        (0,blocks/* renderThresholds */.VA)((0,distribution/* heldLast */.eJ)(detail.thresholds === 'all' ? thresholds : broken), baseline !== undefined),
        subject ? renderTrends(thresholds, subject, detail) : '',
        subject && !(0,blocks/* allSucceeded */.x2)(subject) ? renderOutcomes(subject) : '',
        subject ? renderPictures(run, subject, detail) : '',
        subject && detail.groups ? renderGroups((0,breakdown/* groupsOf */.c1)(forGroups(thresholds), subject)) : '',
        subject && detail.worst > 0 ? renderWorst(thresholds, subject, detail.worst) : '',
        subject && detail.metrics ? (0,markdown/* details */.zH)('Metrics of the run', renderMetrics(subject, baseline?.subject)) : '',
    ]);
}
function renderPictures({ thresholds, baseline }, subject, detail) {
    if (detail.pictures === 0)
        return '';
    const all = (0,distribution/* distributionsOf */.Xx)(thresholds, subject, baseline?.subject);
    const isOf = (worth) => ({ limits }) => limits.some(({ result }) => worth(result));
    const broken = all.filter(isOf(phrases/* isBroken */.Qr));
    const moved = all.filter((one) => !broken.includes(one) && isOf(phrases/* hasMoved */.Q2)(one));
    const open = broken.slice(0, detail.pictures);
    // What held and did not move is drawn on the page.
    const closed = [...broken, ...moved].filter((one) => !open.includes(one)).slice(0, detail.pictures - open.length);
    const left = broken.length + moved.length - open.length - (detail.closedPictures ? closed.length : 0);
    const draw = (distribution) => renderHistogram(distribution, detail.copies);
    return (0,markdown/* blocks */.Bv)([
        ...open.map(draw),
        detail.closedPictures && closed.length > 0
            ? (0,markdown/* details */.zH)(`${(0,base_text/* counted */.hS)(closed.length, open.length > 0 ? 'more chart' : 'chart')}: ${(0,base_text/* html */.qy)(closed.map(({ metric }) => metric).join(', '))}`, (0,markdown/* blocks */.Bv)(closed.map(draw)))
            : '',
        left > 0 && detail.closedPictures ? `${(0,base_text/* counted */.hS)(left, 'more metric')} not drawn here.` : '',
    ]);
}
/** Width of the bar for all endpoints, in characters. */
const OUTCOME_BAR = 20;
function renderOutcomes({ measurements }) {
    const rows = [...(0,counts/* countsOf */.m)(measurements.outcomes)].toSorted(([a, n], [b, m]) => Number((0,outcomes/* endedWell */.Jr)(b)) - Number((0,outcomes/* endedWell */.Jr)(a)) || m - n || (a ?? '').localeCompare(b ?? ''));
    if (rows.length === 0)
        return 'The run has no endpoints.';
    return (0,markdown/* table */.tp)(['Outcome', 'Endpoints', 'Share'], rows.map(([outcome, n]) => [
        `${(0,outcomes/* endedWell */.Jr)(outcome) ? '🟩' : '🟥'} ${outcome ? (0,base_text/* code */.aY)(outcome, 80) : 'not ended'}`,
        String(n),
        `${'█'.repeat(Math.max(1, Math.round((OUTCOME_BAR * n) / measurements.size)))} ${(0,numbers/* formatNumber */.ZV)((100 * n) / measurements.size, '%')}`,
    ]));
}
/** Thresholds that can be asked of a group: those over endpoints without a condition of their own, the broken ones first. */
function forGroups(results) {
    const overEndpoints = ({ threshold }) => {
        const { measured } = (0,syntax/* sidesOf */.Mm)(threshold);
        if (measured.kind === 'aggregate' || measured.kind === 'rate')
            return !measured.where;
        return measured.kind === 'fact' && measured.name === 'success_rate' && !measured.where;
    };
    const usable = results.filter((result) => overEndpoints(result) && result.measured !== undefined);
    return (0,distribution/* heldLast */.eJ)(usable).slice(0, MAX_GROUP_COLUMNS);
}
function renderGroups({ count, groups }) {
    if (groups.length === 0)
        return '';
    const columns = groups[0]?.results ?? [];
    const rows = groups
        .slice(0, MAX_GROUPS)
        .map(({ name, endpoints, successRate, results }) => [
        name === null ? 'no group' : (0,base_text/* code */.aY)(name, 80),
        String(endpoints),
        (0,numbers/* formatNumber */.ZV)(successRate, '%'),
        ...results.map((result) => result.measured === undefined
            ? '–'
            : `${(0,numbers/* formatNumber */.ZV)(result.measured, result.unit)}${(0,phrases/* isBroken */.Qr)(result) ? ` ${(0,phrases/* markOf */.Fg)(result)}` : ''}`),
    ]);
    const left = count - rows.length;
    return (0,markdown/* blocks */.Bv)([
        (0,markdown/* table */.tp)(['Group', 'Endpoints', 'Success', ...columns.map(({ threshold }) => (0,base_text/* code */.aY)((0,syntax/* withoutSeverity */.aQ)(threshold), 80))], rows),
        left > 0 ? `${(0,base_text/* counted */.hS)(left, 'more group')} left out.` : '',
    ]);
}
function renderWorst(results, subject, most) {
    const { count, endpoints } = (0,breakdown/* worstEndpoints */.y9)(results, subject, most);
    if (count === 0)
        return '';
    const metrics = endpoints[0]?.values.map(({ metric }) => metric) ?? [];
    const grouped = endpoints.some(({ group }) => group !== null);
    const title = count > endpoints.length ? `The ${endpoints.length} worst of ${count} endpoints` : (0,base_text/* counted */.hS)(count, 'endpoint');
    return (0,markdown/* details */.zH)(`${title} that failed or ${count === 1 ? 'is' : 'are'} outside a breached limit`, (0,markdown/* table */.tp)([
        'Endpoint',
        ...(grouped ? ['Group'] : []),
        'Outcome',
        'SIP status',
        'Phase',
        ...metrics.map((metric) => (0,base_text/* code */.aY)(metric)),
    ], endpoints.map(({ id, group, outcome, sipStatus, phase, values }) => [
        (0,base_text/* code */.aY)(id, 80),
        ...(grouped ? [group === null ? '' : (0,base_text/* code */.aY)(group, 80)] : []),
        `${(0,outcomes/* endedWell */.Jr)(outcome) ? '' : '🟥 '}${outcome ? (0,base_text/* code */.aY)(outcome, 80) : 'not ended'}`,
        sipStatus === null ? '' : String(sipStatus),
        phase ? (0,base_text/* code */.aY)(phase, 80) : '',
        ...values.map(({ value, unit, beyond }) => Number.isNaN(value) ? '–' : beyond ? `<b>${(0,numbers/* formatNumber */.ZV)(value, unit)}</b>` : (0,numbers/* formatNumber */.ZV)(value, unit)),
    ])));
}
function renderMetrics(subject, baseline) {
    const there = catalogue/* HEADLINE_METRICS */.jM.filter((metric) => subject.measurements.metrics.has(metric));
    if (there.length === 0)
        return '';
    const [measure, measureBaseline] = [(0,thresholds_measure/* measurer */.j)(subject), baseline && (0,thresholds_measure/* measurer */.j)(baseline)];
    const rows = there.map((metric) => {
        const { better, meaning = '' } = (0,catalogue/* metricFacts */.gt)(metric) ?? {};
        const unit = (0,units/* unitOfMetric */.QG)({ metric });
        // The tail that hurts: the lowest values where higher is better.
        const tail = better === 'higher' ? 5 : 95;
        const value = (by, on = measure) => {
            const found = on({ kind: 'aggregate', by, p: tail, of: { metric } });
            return (0,model_subject/* isAbsence */.Md)(found) ? undefined : found.value;
        };
        const text = (found) => (found === undefined ? '' : (0,numbers/* formatNumber */.ZV)(found, unit));
        const [average, worst] = [value('avg'), value('percentile')];
        const before = measureBaseline && average !== undefined ? value('avg', measureBaseline) : undefined;
        return [
            (0,base_text/* code */.aY)(metric),
            text(average),
            ...(baseline ? [text(before), (0,phrases/* changeText */.k0)({ measured: average, baseline: before, unit, better })] : []),
            worst === undefined ? '' : `p${tail}: ${text(worst)}`,
            text(value('min')),
            text(value('max')),
            [meaning, average === undefined ? undefined : (0,quality_words/* qualityWords */.H)(metric, average)].filter(Boolean).join('; '),
        ];
    });
    const compared = baseline ? ['Baseline', 'Change'] : [];
    return (0,markdown/* table */.tp)(['Metric', 'Average', ...compared, 'Worst 5 %', 'Least', 'Most', 'Meaning'], rows);
}

;// CONCATENATED MODULE: ./lib/report/summary/summary.js








/** Largest summary that is written, in bytes: GitHub drops one above 1 MiB, and other steps' are counted apart. */
const MAX_SUMMARY_BYTES = 1_000_000;
/**
 * The job summary, as GitHub-flavoured Markdown: the verdict, with several runs a row for each, then each in detail. What would make it too
 * large is left out, and that is said. `page` is the path of report.html, as the workflow would write it.
 */
function renderSummary(report, page = '', maxBytes = MAX_SUMMARY_BYTES) {
    for (const detail of DETAILS) {
        const summary = render(report, detail, page);
        if (Buffer.byteLength(summary) <= maxBytes)
            return summary;
    }
    const { runs } = report;
    return `${(0,summary_problem/* summaryHeading */.hn)(report)}\n\nThe summary of ${(0,base_text/* counted */.hS)(runs.length, 'run')} is too large for GitHub; the log has all of it.\n`;
}
function render(report, detail, page) {
    const { runs, problem } = report;
    if (problem)
        return (0,summary_problem/* renderProblem */.yM)(report, problem);
    const several = runs.length !== 1;
    return `${(0,markdown/* blocks */.Bv)([
        (0,summary_problem/* summaryHeading */.hn)(report),
        (0,blocks/* renderCapacity */.Zq)(report),
        several ? (0,blocks/* renderOverview */.mp)(runs) : '',
        ...(detail.runs ? runs.map((run) => (several ? renderOneOfSeveral(run, detail) : renderRun(run, detail))) : []),
        (0,summary_problem/* helpLine */.o$)(report),
        footer(detail, (0,report_report/* hasResults */.pd)(report) ? page : ''),
    ])}\n`;
}
/** A run below the table of all; one that is good can be opened. */
function renderOneOfSeveral(run, detail) {
    const content = renderRun(run, detail);
    return run.verdict === 'passed' || run.verdict === 'triggered'
        ? (0,markdown/* details */.zH)(`${phrases/* HEADINGS */.Ac[run.verdict].split(' ')[0] ?? ''} ${(0,base_text/* html */.qy)((0,report_report/* nameOf */.Vb)(run))}`, content)
        : `### ${(0,base_text/* markdown */.wD)((0,report_report/* nameOf */.Vb)(run))}\n\n${content}`;
}
function footer({ leftOut }, page) {
    const where = page ? `<sub>Every endpoint: ${(0,base_text/* code */.aY)(page, 200)}</sub>` : '';
    return leftOut ? (0,markdown/* blocks */.Bv)([`Left out, because GitHub shows at most 1 MiB: ${leftOut}.`, where]) : where;
}


/***/ })

};
