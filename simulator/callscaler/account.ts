import { uuidFrom } from '../server/random.ts'

/** The key that the simulator accepts unless told otherwise. */
export const CALLSCALER_KEY = 'cs_key_fa4e4d5eedc0ffeefa4e4d5eedc0ffee'

export interface TrackingNumber {
  readonly id: string
  readonly phoneNumber: string
  readonly name: string
  readonly status: 'active' | 'released'
}

const numberOf = (phoneNumber: string, name: string, status: TrackingNumber['status'] = 'active'): TrackingNumber => ({
  id: uuidFrom('tracking number', phoneNumber),
  phoneNumber,
  name,
  status,
})

/** The number that the runs' callers dial: the vendor's own example. */
export const DIALLED_NUMBER: TrackingNumber = numberOf('+15735551234', 'Load test line')

/** All numbers of the business. Two are named alike, as names need not be unique. */
export const NUMBERS: readonly TrackingNumber[] = [
  numberOf('+15735559876', 'Google Ads'),
  numberOf('+18165559876', 'Google Ads'),
  DIALLED_NUMBER,
  numberOf('+442079460958', 'London office'),
  numberOf('+15735551243', 'Old hotline', 'released'),
]
