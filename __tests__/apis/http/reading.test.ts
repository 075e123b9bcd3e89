import { expect, test } from '@jest/globals'
import { readingOnly } from '../../../src/apis/http/reading.ts'
import type { HttpRequest } from '../../../src/apis/http/request.ts'

const request = (method: string): HttpRequest => ({
  method: method as HttpRequest['method'],
  url: new URL('https://callmeter.test/api/v1/projects'),
  purpose: 'try it',
})

test('reads go through, and anything else is a bug that is not sent', async () => {
  const sent: string[] = []
  const signal = new AbortController().signal
  const exchange = readingOnly((asked, until) => {
    sent.push(asked.method)
    return Promise.resolve({ status: 200, headers: {}, body: until === signal })
  })
  expect(await exchange(request('GET'), signal)).toMatchObject({ body: true })
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'get'])
    await expect(exchange(request(method))).rejects.toThrow(`${method} is refused: this exchange only reads`)
  expect(sent).toEqual(['GET'])
})
