// Plays mixes of answers with SIPp (Debian: sip-tester) on loopback, and writes how many calls got which final status by SIPp's own counts into counts.json:
//   node __tests__/sipp/record.ts
// The tests hold the shares of calls against that file; they need no SIPp.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** What share of calls gets which status; the rest is answered. */
const MIXES: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  'all answered': {},
  'users that are busy, away or decline': { 480: 0.1, 486: 0.2, 600: 0.05, 603: 0.1 },
  'an overloaded proxy': { 408: 0.1, 500: 0.05, 503: 0.3, 504: 0.05 },
  'redirects and challenges': { 302: 0.2, 407: 0.1, 401: 0.1 },
  'wrong numbers and codecs': { 404: 0.2, 484: 0.1, 488: 0.15, 606: 0.05 },
  'a bit of everything': {
    302: 0.05,
    403: 0.1,
    404: 0.1,
    408: 0.05,
    480: 0.1,
    486: 0.1,
    487: 0.05,
    503: 0.1,
    603: 0.05,
  },
}
const CALLS = 200
const [UAC_PORT, UAS_PORT] = [15_060, 15_070]

const head = (start: string): string => `SIP/2.0 ${start}
[last_Via:]
[last_From:]
[last_To:];tag=[pid]SIPpTag01[call_number]
[last_Call-ID:]
[last_CSeq:]
Contact: <sip:[local_ip]:[local_port];transport=[transport]>
Content-Length: 0
`
const message = (text: string): string => `<![CDATA[\n\n${text}\n]]>`

/** A server that answers by chance; what is not refused is answered. */
function serverScenario(mix: Readonly<Record<number, number>>): string {
  const statuses = Object.keys(mix).map(Number)
  // The chance of each is among those that no branch before it took.
  let left = 1
  const branches = statuses.map((status, i) => {
    const chance = (mix[status] ?? 0) / left
    left -= mix[status] ?? 0
    return `<nop next="${i + 1}" chance="${chance.toFixed(4)}"/>`
  })
  const refusals = statuses.map(
    (status, i) =>
      `<label id="${i + 1}"/>\n<send retrans="500">${message(head(`${status} Refused`))}</send>\n<recv request="ACK" next="99"/>`,
  )
  return `<?xml version="1.0" encoding="ISO-8859-1" ?>
<scenario name="answers by chance">
<recv request="INVITE"/>
${branches.join('\n')}
<send retrans="500">${message(head('200 OK'))}</send>
<recv request="ACK"/>
<recv request="BYE"/>
<send next="99">${message(`SIP/2.0 200 OK\n[last_Via:]\n[last_From:]\n[last_To:]\n[last_Call-ID:]\n[last_CSeq:]\nContent-Length: 0\n`)}</send>
${refusals.join('\n')}
<label id="99"/>
<nop/>
</scenario>
`
}

const request = (line: string, sequence: string, to: string): string => `${line} SIP/2.0
Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
From: <sip:caller@[local_ip]:[local_port]>;tag=[pid]Caller[call_number]
To: <sip:service@[remote_ip]:[remote_port]>${to}
Call-ID: [call_id]
CSeq: ${sequence}
Contact: <sip:caller@[local_ip]:[local_port]>
Max-Forwards: 70
Content-Length: 0
`

/** A client that takes every one of these statuses. */
function clientScenario(mix: Readonly<Record<number, number>>): string {
  const statuses = Object.keys(mix).map(Number)
  const target = 'sip:service@[remote_ip]:[remote_port]'
  return `<?xml version="1.0" encoding="ISO-8859-1" ?>
<scenario name="takes every status">
<send retrans="500">${message(request(`INVITE ${target}`, '1 INVITE', ''))}</send>
${statuses.map((status) => `<recv response="${status}" optional="true" next="1"/>`).join('\n')}
<recv response="200"/>
<send>${message(request(`ACK ${target}`, '1 ACK', '[peer_tag_param]'))}</send>
<send retrans="500">${message(request(`BYE ${target}`, '2 BYE', '[peer_tag_param]'))}</send>
<recv response="200" next="2"/>
<label id="1"/>
<send>${message(request(`ACK ${target}`, '1 ACK', '[peer_tag_param]'))}</send>
<label id="2"/>
<nop/>
</scenario>
`
}

/** How many calls got which final status, by SIPp's counts. */
async function play(mix: Readonly<Record<number, number>>): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'sipp-'))
  const [server, client] = [join(folder, 'server.xml'), join(folder, 'client.xml')]
  writeFileSync(server, serverScenario(mix))
  writeFileSync(client, clientScenario(mix))
  const options = ['-i', '127.0.0.1', '-nostdin']
  const uas: ChildProcess = spawn('sipp', ['-sf', server, '-p', String(UAS_PORT), ...options], {
    cwd: folder,
    stdio: 'ignore',
  })
  try {
    await sleep(500)
    const args = [
      '-sf',
      client,
      '-p',
      String(UAC_PORT),
      '-m',
      String(CALLS),
      '-r',
      '50',
      '-trace_counts',
      '-fd',
      '1',
      ...options,
      `127.0.0.1:${UAS_PORT}`,
    ]
    const uac = spawn('sipp', args, { cwd: folder, stdio: 'ignore' })
    await once(uac, 'exit')
    const file = readdirSync(folder).find((name) => name.endsWith('_counts.csv'))
    if (!file) throw new Error('SIPp wrote no counts')
    return countsIn(readFileSync(join(folder, file), 'utf8'))
  } finally {
    uas.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The newest line of SIPp's counts: of each message of the scenario how often it was received. */
function countsIn(text: string): Record<string, number> {
  const [names = '', ...lines] = text.trim().split('\n')
  const columns = names.split(';')
  const values = (lines.at(-1) ?? '').split(';')
  const found: Record<string, number> = {}
  for (const [i, column] of columns.entries()) {
    const status = /^(\d+)_(\d{3})_Recv$/.exec(column)
    // The answer to the BYE is a 200, too: the first one is that to the INVITE.
    if (status?.[2] && !(status[2] in found)) found[status[2]] = Number(values[i])
  }
  return Object.fromEntries(Object.entries(found).filter(([, n]) => n > 0))
}

if (import.meta.main) {
  const version = /SIPp v([\d.]+)/.exec(spawnSync('sipp', ['-v'], { encoding: 'utf8' }).stdout)?.[1] ?? 'unknown'
  const mixes: Record<string, Record<string, number>> = {}
  for (const [name, mix] of Object.entries(MIXES)) mixes[name] = await play(mix)
  writeFileSync(
    new URL('counts.json', import.meta.url),
    `${JSON.stringify({ made: `SIPp ${version}, ${CALLS} calls each`, mixes }, undefined, 2)}\n`,
  )
}
