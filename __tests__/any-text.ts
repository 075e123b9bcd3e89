import * as fc from 'fast-check'

/** Text of any code points, halves of surrogate pairs among them. fast-check's own `binary` unit takes a second to prepare in each file. */
export function anyText(maxLength: number): fc.Arbitrary<string> {
  const point = fc.oneof(
    fc.integer({ min: 0, max: 0x7f }),
    fc.integer({ min: 0x80, max: 0xffff }),
    fc.integer({ min: 0x10000, max: 0x10ffff }),
  )
  return fc.array(point, { maxLength }).map((points) => String.fromCodePoint(...points))
}
