import { Failure } from '../../base/failure.ts'
import { findNamed } from '../../base/named.ts'
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
  return findNamed(numbers, digits ? `+${digits}` : text, {
    what: 'tracking number',
    ways: [
      ({ id }) => id === text,
      ({ phoneNumber }) => digits !== '' && digitsOf(phoneNumber) === digits,
      ({ name }) => name === text,
      ({ name }) => name?.toLowerCase() === text.toLowerCase(),
      ({ phoneNumber }) =>
        national.length >= LEAST_DIGITS && !/^(\+|00)/.test(text) && digitsOf(phoneNumber).endsWith(national),
    ],
    // A number that was given up and bought again is listed twice, and is one number to whoever calls it.
    identity: ({ phoneNumber }) => digitsOf(phoneNumber),
    names: ({ phoneNumber, name, id }) => (digits ? [phoneNumber] : [name, id]),
    shown: ({ phoneNumber, name }) => plain(phoneNumber, 40) + (name ? ` "${plain(name, 60)}"` : ''),
    several: (found) => {
      const those = found.map(({ phoneNumber }) => plain(phoneNumber, 40))
      return new Failure('input', `Several tracking numbers match "${plain(wanted, 80)}": ${those.join(', ')}.`, {
        advice: 'Give `callscaler-number` with its country code, as +15735551234.',
      })
    },
    none: (instead) =>
      new Failure(
        'input',
        `There is no tracking number "${plain(wanted, 80)}". ${instead}${lacking ? ` The list is incomplete: ${lacking}.` : ''}`,
        { advice: 'Check `callscaler-number`, and that `callscaler-api-key` belongs to the right business.' },
      ),
  })
}

/** Whether a text is a phone number rather than a name: signs that numbers are written with, and enough digits. */
function isWrittenAsNumber(text: string): boolean {
  return /^[\s\d+()./\p{Pd}\u2212]+$/u.test(text) && digitsOf(text).length >= LEAST_DIGITS
}
