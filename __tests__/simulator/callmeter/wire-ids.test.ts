import { expect, test } from '@jest/globals'
import { DEMO_TEST } from '../../../simulator/callmeter/account.ts'
import { send, withSimulator } from '../request.ts'

test('ids that are numbers are numbers in every answer, and found by them', () =>
  withSimulator({ scenario: { ids: 'number', history: 1 } }, async (simulator) => {
    const { data: projects } = (await send(simulator, 'GET', '/projects?perPage=100')).body
    const project = `/projects/${projects.find(({ slug }: { slug: string }) => slug === 'production-pbx').id}`
    const { data: tests } = (await send(simulator, 'GET', `${project}/tests?perPage=100`)).body
    const { id: testId } = tests.find(({ slug }: { slug: string }) => slug === DEMO_TEST.slug)
    expect(testId).toEqual(expect.any(Number))

    const { testRunId } = (await send(simulator, 'POST', `${project}/tests/${testId}/run`)).body.data
    expect(testRunId).toEqual(expect.any(Number))
    expect(simulator.runs).toMatchObject([{ id: String(testRunId), testId: String(testId) }])
    const { data: run } = (await send(simulator, 'GET', `${project}/test-runs/${testRunId}`)).body
    expect(run).toMatchObject({ id: testRunId, testId })
    const { data: runs } = (await send(simulator, 'GET', `${project}/test-runs?testId=${testId}`)).body
    expect(runs).toMatchObject([{ id: testRunId }, { id: expect.any(Number), testId }])
    expect(simulator.pressStop(String(testRunId))).toBe(true)
  }))
