// The forms for issues: in GitHub's form, and asking for what a fault is found with.
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { VERDICTS } from '../src/model/verdict.ts'

interface Field {
  type: string
  id?: string
  attributes: { label?: string; description?: string; value?: string; options?: string[] }
  validations?: { required: boolean }
}

interface Form {
  name: string
  description: string
  body: Field[]
}

const FOLDER = fileURLToPath(new URL('../.github/ISSUE_TEMPLATE/', import.meta.url))
const read = (name: string): unknown => parse(readFileSync(FOLDER + name, 'utf8'))
const FORMS = readdirSync(FOLDER).filter((name) => name !== 'config.yml')

test('there is a form for each kind of issue, and no other way', () => {
  expect(FORMS.toSorted()).toEqual(['bug.yml', 'feature.yml', 'question.yml'])
  expect(read('config.yml')).toMatchObject({ blank_issues_enabled: false })
})

test.each(FORMS)('%s has the form that GitHub takes', (name) => {
  const form = read(name) as Form
  expect([form.name, form.description]).toEqual([expect.stringMatching(/\w/), expect.stringMatching(/\w/)])
  const asked = form.body.filter(({ type }) => type !== 'markdown')
  for (const { type, id, attributes } of asked) {
    expect(['input', 'textarea', 'dropdown', 'checkboxes']).toContain(type)
    expect(id).toMatch(/^[\w-]+$/)
    expect(attributes.label).toMatch(/\w/)
    expect(type === 'dropdown').toBe(attributes.options !== undefined)
  }
  for (const names of [asked.map(({ id }) => id), asked.map(({ attributes }) => attributes.label)])
    expect(new Set(names).size).toBe(names.length)
  expect(asked.length).toBeGreaterThan(0)
})

test('a bug comes with what it is found with', () => {
  const { body } = read('bug.yml') as Form
  const fields = new Map(body.map((field) => [field.id, field]))
  expect([...fields.keys()]).toEqual(
    expect.arrayContaining(['version', 'verdict', 'run-id', 'step', 'log', 'report', 'check-api']),
  )
  expect(fields.get('verdict')?.attributes.options?.toSorted()).toEqual([...VERDICTS, 'triggered', 'none'].toSorted())
  expect(fields.get('log')?.attributes.description).toContain('debug logging')
  expect(fields.get('report')?.attributes.description).toContain('`report.json`')
  expect(fields.get('check-api')?.attributes.description).toContain('`npm run check-api`')
})
