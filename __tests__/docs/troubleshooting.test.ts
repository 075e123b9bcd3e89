import { expect, test } from '@jest/globals'
import { codesIn, compareWithPage } from '../../docs/troubleshooting.ts'

const PAGE =
  '### A\n\n<a id="key-refused"></a>`key-refused` · <a id="forbidden"></a>`forbidden`\n\nWords.\n\n<a id="server"></a>`server`\n'

test('the codes of a page are its anchors', () => {
  expect(codesIn(PAGE)).toEqual(['key-refused', 'forbidden', 'server'])
  expect(codesIn('`key-refused`, [server](#server)')).toEqual([])
})

test('a page that explains each code once has no problems', () => {
  expect(compareWithPage(['server', 'forbidden', 'key-refused'], PAGE)).toEqual([])
})

test('what is missing, too much, or there twice is named', () => {
  expect(compareWithPage(['server', 'key-refused', 'run-lost'], `${PAGE}<a id="server"></a>`)).toEqual([
    'docs/troubleshooting.md does not explain run-lost.',
    'docs/troubleshooting.md explains forbidden, which no error has.',
    'docs/troubleshooting.md explains server twice.',
  ])
})
