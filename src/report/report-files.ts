// The files of a step: for machines, for test reports, and for people.
import { renderEndpointsCsv } from './endpoints-csv.ts'
import { renderJUnit } from './junit.ts'
import { pageData } from './page/data.ts'
import { renderPage } from './page/page.ts'
import { writeReportFile } from './report-json.ts'
import type { StepReport } from './report.ts'

/** The names of the files, as they stand in the report directory. */
export const REPORT_FILES = ['report.json', 'junit.xml', 'report.html', 'endpoints.csv'] as const

export type ReportFile = (typeof REPORT_FILES)[number]

/** The text of each file. One that cannot be made is left out, and `onFailure` takes why. `template` reads the page without its data. */
export function renderReportFiles(
  report: StepReport,
  template: () => string,
  onFailure: (name: ReportFile, error: unknown) => void,
): Record<string, string> {
  const makers: Readonly<Record<ReportFile, () => string>> = {
    'report.json': () => writeReportFile(report),
    'junit.xml': () => renderJUnit(report),
    'report.html': () => renderPage(pageData(report), template()),
    'endpoints.csv': () => renderEndpointsCsv(report),
  }
  const files: Record<string, string> = {}
  for (const name of REPORT_FILES) {
    try {
      files[name] = makers[name]()
    } catch (error) {
      onFailure(name, error)
    }
  }
  return files
}
