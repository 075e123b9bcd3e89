import { Failure } from '../../base/failure.ts'
import { didYouMean } from '../../base/nearest.ts'
import { plain } from '../../base/text.ts'

/** A number that calls are tracked on. */
export interface TrackingNumber {
  id: string
  /** As CallScaler writes it: `+15735551234`. */
  phoneNumber: string
  name?: string
  /** Such as `active`. */
  status?: string
}

/** The business's tracking numbers. */
export interface NumberList {
  numbers: readonly TrackingNumber[]
  /** What shows that there are more than could be read. */
  lacking?: string
}

/** Fewest digits of a number without its country code that stand for a number. */
const LEAST_DIGITS = 7

/** The digits of a phone number with its country code, however it is written: `+1 (573) 555-1234` and `001 573 555 1234` are `15735551234`. */
export function digitsOf(phoneNumber: string): string {
  return phoneNumber.replace('(0)', '').replaceAll(/\D/g, '').replace(/^00/, '')
}

/**
 * The tracking number that a workflow names by its digits, with or without the country code, its id or its name. Throws an `input` failure, with
 * the nearest ones, where there is none or several.
 */
export function findNumber({ numbers, lacking }: NumberList, wanted: string): TrackingNumber {
  const text = wanted.replaceAll(/\p{Cf}/gu, '').trim()
  const digits = isWrittenAsNumber(text) ? digitsOf(text) : ''
  // Within a country its numbers may be written with a leading 0.
  const national = digits.replace(/^0/, '')
  const by = [
    ({ id }: TrackingNumber) => id === text,
    ({ phoneNumber }: TrackingNumber) => digits !== '' && digitsOf(phoneNumber) === digits,
    ({ name }: TrackingNumber) => name === text,
    ({ name }: TrackingNumber) => name?.toLowerCase() === text.toLowerCase(),
    ({ phoneNumber }: TrackingNumber) =>
      national.length >= LEAST_DIGITS && !/^(\+|00)/.test(text) && digitsOf(phoneNumber).endsWith(national),
  ]
  for (const matches of by) {
    const found = numbers.filter((number) => matches(number))
    const [first] = found
    // A number that was given up and bought again is listed twice, and is one number to whoever calls it.
    if (first && new Set(found.map(({ phoneNumber }) => digitsOf(phoneNumber))).size === 1) return first
    if (first) {
      const those = found.slice(0, 10).map(({ phoneNumber }) => plain(phoneNumber, 40))
      throw new Failure('input', `Several tracking numbers are meant by "${plain(wanted, 80)}": ${those.join(', ')}.`, {
        advice: 'Give `callscaler-number` with its country code, as +15735551234.',
      })
    }
  }
  throw new Failure(
    'input',
    `There is no tracking number "${plain(wanted, 80)}". ${there(text, digits, numbers)}${lacking ? ` The list is not whole: ${lacking}.` : ''}`,
    {
      advice: 'Check `callscaler-number`, and that `callscaler-api-key` belongs to the right business.',
    },
  )
}

/** Whether a text is a phone number rather than a name: signs that numbers are written with, and enough digits. */
function isWrittenAsNumber(text: string): boolean {
  return /^[\s\d+()./\p{Pd}\u2212]+$/u.test(text) && digitsOf(text).length >= LEAST_DIGITS
}

/** What there is in place of what was not found. */
function there(wanted: string, digits: string, numbers: readonly TrackingNumber[]): string {
  if (numbers.length === 0) return 'The key sees no tracking numbers at all.'
  const near = digits
    ? didYouMean(
        `+${digits}`,
        numbers.map(({ phoneNumber }) => phoneNumber),
      )
    : didYouMean(
        wanted,
        numbers.flatMap(({ name, id }) => (name ? [name, id] : [id])),
      )
  if (near) return plain(near)
  const first = numbers
    .slice(0, 5)
    .map(({ phoneNumber, name }) => plain(phoneNumber, 40) + (name ? ` "${plain(name, 60)}"` : ''))
  const rest = numbers.length > 5 ? ` and ${numbers.length - 5} more` : ''
  return `There ${numbers.length === 1 ? 'is' : 'are'} ${first.join(', ')}${rest}.`
}
