// What these scripts share with the action. Nothing is installed where they run, so `npm run build` bundles it into from-src.mjs.
export { parseDuration } from '../src/base/duration.ts'
export { href, markdown, plain } from '../src/base/text.ts'
export { type Verdict, VERDICTS, worst } from '../src/model/verdict.ts'
export { table } from '../src/report/markdown.ts'
export { HEADINGS, isBroken } from '../src/report/phrases.ts'
export { REPORT_VERSION } from '../src/report/report-json.ts'
