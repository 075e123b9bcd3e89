// Made out of from-src.mts by `npm run build`.

// src/base/duration.ts
var UNIT_MS = { h: 36e5, m: 6e4, s: 1e3 };
var DURATION = /^(?:(\d+(?:\.\d+)?)h)?(?:(\d+(?:\.\d+)?)m)?(?:(\d+(?:\.\d+)?)s)?$/;
function parseDuration(text) {
  const match = DURATION.exec(text.trim());
  if (!match) return null;
  const ms = ["h", "m", "s"].reduce((sum, unit, i) => sum + Number(match[i + 1] ?? 0) * (UNIT_MS[unit] ?? 0), 0);
  return ms >= 1 ? Math.round(ms) : null;
}

// src/base/text.ts
var MAX_LENGTH = 300;
var UNSAFE = (
  // oxlint-disable-next-line no-control-regex -- control characters are what this is about
  /[\u0000-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
);
function plain(text, max = MAX_LENGTH) {
  const line = text.slice(0, max * 2).replaceAll(UNSAFE, " ").replaceAll(/ {2,}/g, " ").trim();
  return line.length > max ? `${line.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, "")}…` : line;
}
function markdown(text, max = MAX_LENGTH) {
  return plain(text, max).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll(/[\\`*_{}[\]()#+!|~$:.-]/g, (sign) => /[:.-]/.test(sign) ? sign : `\\${sign}`).replaceAll("@", "&#64;&#8203;").replaceAll(String.raw`\#`, String.raw`\#&#8203;`).replace(/^-/, String.raw`\-`).replace(/^(\d+)\./, String.raw`$1\.`).replaceAll("://", "&#58;//").replaceAll(/www\./gi, (www) => `${www.slice(0, 3)}&#46;`);
}
function href(url) {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return "";
  return new URL(url).href.replaceAll("&", "&amp;").replaceAll(/["'<>|`\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

// src/model/verdict.ts
var VERDICTS = [
  "error",
  "cancelled",
  "timed-out",
  "failed",
  "run-failed",
  "not-run",
  "warned",
  "passed"
];
function worst(verdicts) {
  for (const verdict of VERDICTS.filter((v) => v !== "passed")) if (verdicts.includes(verdict)) return verdict;
  if (verdicts.includes("triggered")) return "triggered";
  return verdicts.length > 0 ? "passed" : "error";
}

// src/report/markdown.ts
function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

// src/report/phrases.ts
var HEADINGS = {
  passed: "✅ Call quality is good",
  warned: "⚠️ Passed with warnings",
  failed: "❌ Call quality is not good enough",
  "run-failed": "🛑 The run failed in CallMeter",
  "not-run": "⏸️ The test did not run",
  "timed-out": "⏱️ The run took too long",
  cancelled: "🚫 The run was cancelled",
  error: "💥 The test could not be judged",
  triggered: "🚀 The test was started without waiting"
};
function isBroken({ state }) {
  return state !== "held" && state !== "unjudged";
}

// src/report/report-json.ts
var REPORT_VERSION = 1;
export {
  HEADINGS,
  REPORT_VERSION,
  VERDICTS,
  href,
  isBroken,
  markdown,
  parseDuration,
  plain,
  table,
  worst
};
