import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { workspaceFiles } from '../../src/base/files.ts'

let outside: string
let workspace: string
beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), 'callmeter-files-'))
  workspace = join(outside, 'workspace')
  mkdirSync(workspace)
})
afterEach(() => rmSync(outside, { recursive: true, force: true }))

const text = (...path: string[]): string => readFileSync(join(workspace, ...path), 'utf8')
const put = (path: string, content = 'of another step'): void => {
  mkdirSync(join(workspace, dirname(path)), { recursive: true })
  writeFileSync(join(workspace, path), content)
}
const write = (directory: string, content = 'new'): Record<string, string> =>
  workspaceFiles(workspace).writeReports(directory, {
    'report.json': `${content} json`,
    'junit.xml': `${content} xml`,
    'report.html': `${content} html`,
  })

describe('listing', () => {
  test('gives the files that a pattern matches, in order, as they are read', () => {
    for (const day of ['b', 'a', 'c']) put(`history/${day}/report.json`, day)
    put('history/notes.txt')
    const files = workspaceFiles(workspace)
    const paths = files.list('history/*/report.json', 10)
    expect(paths.map((path) => files.read(path, 100))).toEqual(['a', 'b', 'c'])
    expect(files.list('history/*/report.json', 2)).toEqual(paths.slice(-2))
    expect(files.list(join(workspace, 'history/[ab]/report.json'), 10).map((path) => files.read(path, 100))).toEqual([
      'a',
      'b',
    ])
    expect(files.list('nothing/*.json', 10)).toEqual([])
  })

  test('never makes readable what lies outside', () => {
    writeFileSync(join(outside, 'secret.json'), 'secret')
    const files = workspaceFiles(workspace)
    const paths = files.list('../*.json', 10)
    for (const path of paths) expect(() => files.read(path, 100)).toThrow(/outside/)
  })
})

describe('reading', () => {
  test('gives the text of a file below the workspace, or at an absolute path', () => {
    put('thresholds/voice.txt', 'avg(mos) ≥ 4\n')
    const files = workspaceFiles(workspace)
    expect(files.read('thresholds/voice.txt', 100)).toBe('avg(mos) ≥ 4\n')
    expect(files.read('./thresholds/../thresholds/voice.txt', 100)).toBe('avg(mos) ≥ 4\n')
    expect(files.read(join(workspace, 'thresholds/voice.txt'), 100)).toBe('avg(mos) ≥ 4\n')
  })

  test('gives nothing where there is no file', () => {
    expect(workspaceFiles(workspace).read('voice.txt', 100)).toBeUndefined()
  })

  test('stops at the largest size that is accepted', () => {
    put('voice.txt', '12345678')
    const files = workspaceFiles(workspace)
    expect(files.read('voice.txt', 8)).toBe('12345678')
    expect(() => files.read('voice.txt', 7)).toThrow(/8 bytes.*7/)
  })

  test('of a directory is refused', () => {
    expect(() => workspaceFiles(workspace).read('.', 100_000)).toThrow(/not a regular file/)
  })

  test.each(['/dev/zero', '/dev/null', '/proc/self/environ', '/etc/hosts', '../outside.txt'])(
    'of %s is refused',
    (path) => {
      writeFileSync(join(outside, 'outside.txt'), 'secret')
      expect(() => workspaceFiles(join(outside, 'workspace')).read(path, 100)).toThrow(/outside the workspace/)
    },
  )

  test('through a link is refused where it leads outside, and not where it stays within', () => {
    writeFileSync(join(outside, 'secret.txt'), 'secret')
    symlinkSync(join(outside, 'secret.txt'), join(workspace, 'link.txt'))
    symlinkSync(outside, join(workspace, 'folder'))
    symlinkSync('/proc/self/environ', join(workspace, 'environment'))
    put('voice.txt', 'avg(mos) >= 4')
    symlinkSync('voice.txt', join(workspace, 'alias.txt'))
    const files = workspaceFiles(workspace)
    for (const path of ['link.txt', 'folder/secret.txt', 'environment'])
      expect(() => files.read(path, 100_000)).toThrow(/outside the workspace/)
    expect(files.read('alias.txt', 100)).toBe('avg(mos) >= 4')
  })

  test('of a link to nothing gives nothing', () => {
    symlinkSync('nothing.txt', join(workspace, 'link.txt'))
    expect(workspaceFiles(workspace).read('link.txt', 100)).toBeUndefined()
  })

  test('of a pipe or a device that a link names does not wait for anybody', () => {
    execFileSync('mkfifo', [join(workspace, 'pipe')])
    expect(() => workspaceFiles(workspace).read('pipe', 100)).toThrow(/not a regular file/)
    symlinkSync('/dev/zero', join(workspace, 'zero'))
    expect(() => workspaceFiles(workspace, ['/dev/zero']).read('zero', 100)).toThrow(/not a regular file/)
  })

  test('of a file whose size is said to be 0 stops at the largest size, too', () => {
    expect(() => workspaceFiles(workspace, ['/proc/self']).read('/proc/self/maps', 100)).toThrow(
      /longer than the 100 bytes/,
    )
  })

  test('is allowed in the other places that are named, and a place that is a file is that file alone', () => {
    writeFileSync(join(outside, 'event.json'), '{}')
    writeFileSync(join(outside, 'event.json.other'), 'secret')
    expect(workspaceFiles(workspace, [outside]).read(join(outside, 'event.json.other'), 100)).toBe('secret')
    const files = workspaceFiles(workspace, [undefined, join(outside, 'event.json'), join(outside, 'none')])
    expect(files.read(join(outside, 'event.json'), 100)).toBe('{}')
    expect(() => files.read(join(outside, 'event.json.other'), 100)).toThrow(/outside/)
  })
})

describe('reports', () => {
  test('are written where they are asked for, and their absolute paths are told', () => {
    const paths = write('out/callmeter-report')
    expect(Object.keys(paths)).toEqual(['report.json', 'junit.xml', 'report.html'])
    for (const [name, path] of Object.entries(paths)) {
      expect(isAbsolute(path)).toBe(true)
      expect(path).toBe(join(workspace, 'out/callmeter-report', name))
    }
    expect(['report.json', 'junit.xml', 'report.html'].map((name) => text('out/callmeter-report', name))).toEqual([
      'new json',
      'new xml',
      'new html',
    ])
  })

  test('are written nowhere but within', () => {
    symlinkSync(outside, join(workspace, 'link'))
    for (const directory of [outside, join(outside, 'new'), '../new', 'link', 'link/new', '/proc', '/proc/self/new'])
      expect(() => write(directory)).toThrow(/outside the workspace/)
    expect(readdirSync(outside)).toEqual(['workspace'])
    expect(
      Object.values(workspaceFiles(workspace, [outside]).writeReports(join(outside, 'new'), { 'report.json': '' })),
    ).toEqual([join(outside, 'new', 'report.json')])
  })

  test('do not follow a link in place of a file', () => {
    mkdirSync(join(workspace, 'report'))
    for (const name of ['report.json', 'junit.xml']) {
      symlinkSync(join(outside, 'new'), join(workspace, 'report', name))
      expect(() => write('report')).not.toThrow(/outside/)
      rmSync(join(workspace, 'report', name))
      rmSync(join(workspace, 'report-2'), { recursive: true, force: true })
    }
    expect(readdirSync(outside)).toEqual(['workspace'])
  })

  test('are written to an absolute path as well', () => {
    const directory = join(workspace, 'elsewhere')
    expect(write(directory)['report.json']).toBe(join(directory, 'report.json'))
  })

  test('of later steps go to directories beside the first, and all stay as they were', () => {
    const folders = ['one', 'two', 'three'].map((step) => dirname(write('report', step)['junit.xml'] ?? ''))
    expect(folders).toEqual(['report', 'report-2', 'report-3'].map((name) => join(workspace, name)))
    expect(['report', 'report-2', 'report-3'].map((name) => text(name, 'report.html'))).toEqual([
      'one html',
      'two html',
      'three html',
    ])
  })

  test.each(['report', 'report/', 'report//', './report'])(
    'in %s get a suffix at the name, not below it',
    (directory) => {
      put('report/report.json')
      expect(write(directory)['report.json']).toBe(join(workspace, 'report-2', 'report.json'))
    },
  )

  test.each(['report.json', 'junit.xml', 'report.html'])('do not overwrite a %s that is there', (name) => {
    put(`report/${name}`)
    expect(write('report')[name]).toBe(join(workspace, 'report-2', name))
    expect(text('report', name)).toBe('of another step')
    expect(readdirSync(join(workspace, 'report'))).toEqual([name])
  })

  test('fill the first gap', () => {
    put('report/report.json')
    put('report-3/report.json')
    expect(write('report')['report.json']).toBe(join(workspace, 'report-2', 'report.json'))
    expect(write('report')['report.json']).toBe(join(workspace, 'report-4', 'report.json'))
  })

  test('go beside other files of a directory', () => {
    put('report/notes.md')
    expect(write('report')['report.json']).toBe(join(workspace, 'report', 'report.json'))
    expect(text('report', 'notes.md')).toBe('of another step')
  })

  test('are refused where a file stands in place of the directory, and leave it alone', () => {
    put('report')
    expect(() => write('report')).toThrow()
    expect(text('report')).toBe('of another step')
  })

  test('of steps that run at the same time never mix', async () => {
    const module = new URL('../../src/base/files.ts', import.meta.url).href
    const script = `
      import { workspaceFiles } from ${JSON.stringify(module)}
      process.once('message', () => {
        const told = []
        for (let i = 0; i < 20; i++) {
          const own = process.pid + '/' + i
          told.push([own, workspaceFiles(process.argv[1]).writeReports('report', { 'report.json': own, 'junit.xml': own, 'report.html': own })])
        }
        process.send(told, () => process.disconnect())
      })
      process.send('ready')`
    const steps = Array.from({ length: 5 }, () =>
      spawn(process.execPath, ['--input-type=module', '--eval', script, workspace], {
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      }),
    )
    const saidBy = async (step: ChildProcess): Promise<unknown> => {
      const ended = once(step, 'close').then(([code]) => Promise.reject(new Error(`a step ended with ${String(code)}`)))
      const [message] = await Promise.race([once(step, 'message'), ended])
      return message
    }
    // All stand at the start before any of them runs.
    expect(await Promise.all(steps.map(saidBy))).toEqual(steps.map(() => 'ready'))
    for (const step of steps) step.send('go')
    const told = (await Promise.all(steps.map(saidBy))).flat() as [string, Record<string, string>][]
    expect(told).toHaveLength(100)
    for (const [own, paths] of told)
      for (const path of Object.values(paths)) expect([path, readFileSync(path, 'utf8')]).toEqual([path, own])
    expect(new Set(told.map(([, paths]) => dirname(paths['report.json'] ?? ''))).size).toBe(100)
    expect(existsSync(join(workspace, 'report-100', 'junit.xml'))).toBe(true)
    expect(existsSync(join(workspace, 'report-101'))).toBe(false)
  })
})
