import { href } from '../base/text.ts'
import type { RunReport } from './report.ts'

/** The workflow's template says where a run's page is; without one, what the API says. */
export function setRunUrl(report: RunReport, template: string, fromApi?: string): void {
  const values: Readonly<Record<string, string>> = {
    project: report.project.id ?? '',
    test: report.test.id ?? '',
    run: report.runId ?? '',
  }
  const url = template
    ? template.replaceAll(/\{(project|test|run)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''))
    : fromApi
  if (url && href(url)) report.runUrl = new URL(url).href
}
