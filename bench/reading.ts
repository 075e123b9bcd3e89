// What reading the results of 10,000 endpoints costs, beside parsing the same JSON and nothing else.
import { SCENARIOS } from '../simulator/callmeter/scenarios.ts'
import { startSimulator } from '../simulator/callmeter/callmeter.ts'
import { DEMO_KEY } from '../simulator/callmeter/account.ts'
import { callMeter } from '../src/apis/callmeter/client.ts'
import { systemClock } from '../src/base/clock.ts'
import type { Exchange } from '../src/apis/http/request.ts'
import type { Pace } from '../src/apis/http/pace.ts'
import { readResults } from '../src/stages/results.ts'
import { silent } from './silent.ts'
import { markdownTable } from './table.ts'

const ENDPOINTS = 10_000
const PAGES = ENDPOINTS / 100

const noPace: Pace = {
  turn: () => Promise.resolve(),
  answered: () => undefined,
  refused: () => undefined,
  scarcity: () => 1,
}

/** The table: time and memory of the results stage, and of `JSON.parse` over the same pages. */
export async function benchReading(): Promise<string> {
  const page = await samplePage()
  const texts = Array.from({ length: PAGES }, (_, i) => pageText(page, i + 1))
  const bytes = texts.reduce((sum, text) => sum + text.length, 0)

  const parsed = measure(() => texts.map((text) => JSON.parse(text) as unknown))
  const exchange: Exchange = ({ url }) =>
    Promise.resolve({
      status: 200,
      headers: {},
      body: JSON.parse(texts[Number(url.searchParams.get('page')) - 1] ?? '{}') as unknown,
    })
  const api = callMeter({
    exchange,
    pace: noPace,
    clock: systemClock,
    random: Math.random,
    apiUrl: new URL('https://callmeter.test'),
    apiKey: 'cmk_bench',
  })
  const scope = { deadline: Date.now() + 600_000 }
  const before = snapshot()
  const measurements = await readResults(
    { projectId: 'p', runId: 'r', run: { status: 'COMPLETED', endpointCount: ENDPOINTS, detail: {} } },
    scope,
    {
      api,
      clock: systemClock,
      log: silent,
    },
  )
  const read = difference(before, snapshot())

  const rows = [
    ['JSON.parse alone, all pages kept', parsed.cpuMs.toFixed(0), '1.0', parsed.heapMb.toFixed(0)],
    [
      'read, checked and kept by column',
      read.cpuMs.toFixed(0),
      (read.cpuMs / parsed.cpuMs).toFixed(1),
      read.heapMb.toFixed(0),
    ],
  ]
  return `${measurements.size.toLocaleString('en')} endpoints on ${PAGES} pages, ${(bytes / 1e6).toFixed(0)} MB of JSON, ${measurements.metrics.size} metrics.\n\n${markdownTable(['what', 'CPU ms', 'ratio', 'MB kept'], rows)}`
}

/** A page of the simulator's own rows. */
async function samplePage(): Promise<{ data: Record<string, unknown>[] }> {
  const scenario = { ...SCENARIOS.healthy, endpoints: 100, history: 1 }
  const simulator = await startSimulator({ scenario })
  try {
    const get = async (path: string): Promise<{ data: Record<string, unknown>[] }> => {
      const answer = await fetch(`${simulator.url}${path}`, { headers: { authorization: `Bearer ${DEMO_KEY}` } })
      return (await answer.json()) as { data: Record<string, unknown>[] }
    }
    const projects = [...(await get('/projects?page=1')).data, ...(await get('/projects?page=2')).data]
    const project = String(projects.find(({ slug }) => slug === 'production-pbx')?.id)
    const [run] = (await get(`/projects/${project}/test-runs`)).data
    return await get(`/projects/${project}/test-runs/${String(run?.id)}/endpoints?perPage=100`)
  } finally {
    await simulator.close()
  }
}

function pageText({ data }: { data: Record<string, unknown>[] }, page: number): string {
  const rows = data.map((row, i) => ({ ...row, id: `endpoint-${page}-${i}` }))
  return JSON.stringify({
    data: rows,
    meta: { pagination: { page, perPage: 100, total: ENDPOINTS, totalPages: PAGES } },
  })
}

interface Cost {
  cpuMs: number
  heapMb: number
}

function measure(work: () => unknown): Cost {
  const before = snapshot()
  const kept = [work()]
  const cost = difference(before, snapshot())
  // Held until after the snapshot, so that it counts as kept.
  kept.length = 0
  return cost
}

function snapshot(): Cost {
  const { user, system } = process.cpuUsage()
  const cpuMs = (user + system) / 1_000
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return { cpuMs, heapMb: (heapUsed + arrayBuffers) / 1e6 }
}

function difference(before: Cost, after: Cost): Cost {
  return { cpuMs: after.cpuMs - before.cpuMs, heapMb: after.heapMb - before.heapMb }
}
