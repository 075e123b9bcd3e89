// Failures with the place that a source names for them. Each was written from the source, not from the rules.
import type { Place } from '../../../src/report/failures/rule.ts'

/** How many endpoints failed how: outcome, SIP status, phase. */
type Failed = readonly [outcome: string | null, sipStatus: number | null, endpoints: number, phase?: string]

export interface LabelledMix {
  name: string
  source: string
  /** Each with the place that is right for it. */
  failed: readonly (
    | readonly [...Failed, truth: Place]
    | readonly [outcome: string | null, sipStatus: number | null, endpoints: number, truth: Place]
  )[]
}

const mix = (name: string, source: string, ...failed: LabelledMix['failed'][number][]): LabelledMix => ({
  name,
  source,
  failed,
})
const [REG, CALL, NEG, TIME, BYE] = [
  'REGISTRATION_FAILED',
  'CALL_FAILED',
  'NEGOTIATION_FAILED',
  'TIMEOUT',
  'TEARDOWN_ERROR',
]

export const MIXES: readonly LabelledMix[] = [
  // RFC 3261.
  mix('a wrong password', 'RFC 3261, 22.2: a registrar repeats 401 where credentials are not accepted', [REG, 401, 12, 'credentials']),
  mix('a proxy before the registrar', 'RFC 3261, 22.3', [REG, 407, 3, 'credentials']),
  mix('an account that may not register', 'RFC 3261, 10.3 step 4: not authorized to modify registrations is 403', [REG, 403, 8, 'credentials']),
  mix('an address of record that is not valid', 'RFC 3261, 10.3 step 5: 404', [REG, 404, 5, 'test definition']),
  mix('a registration too short', 'RFC 3261, 10.3 step 7: 423 with Min-Expires', [REG, 423, 40, 'test definition']),
  mix('an extension that the registrar lacks', 'RFC 3261, 10.3 step 2 and 21.4.15: 420', [REG, 420, 40, 'test definition']),
  mix('a server that is no registrar', 'RFC 3261, 21.4.6: 405 names the methods that are allowed', [REG, 405, 40, 'test definition']),
  mix('a registrar that moved', 'RFC 3261, 21.3.2', [REG, 301, 40, 'test definition']),
  mix('a registrar without a database', 'RFC 3261, 10.3 step 8: a commit that fails is 500', [REG, 500, 20, 'system under test']),
  mix('a registrar that is overloaded', 'RFC 3261, 21.5.4', [REG, 503, 25, 'system under test']),
  mix('no answer from the registrar', 'RFC 3261, 8.1.3.1: a timeout is treated as 408', [REG, 408, 40, 'network and NAT']),
  mix('nothing came at all', 'RFC 3261, 17.1.2.2: timer F', [REG, null, 40, 'network and NAT']),
  mix('an unknown user', 'RFC 3261, 21.4.5: definitive information that the user does not exist', [CALL, 404, 20, 'test definition']),
  mix('a user who is gone', 'RFC 3261, 21.4.10: gone, and no forwarding address', [CALL, 410, 2, 'test definition']),
  mix('overlap dialling', 'RFC 3261, 21.4.22: 484, the Request-URI was incomplete', [CALL, 484, 20, 'test definition']),
  mix('an ambiguous address', 'RFC 3261, 21.4.23: 485', [CALL, 485, 4, 'test definition']),
  mix('a tel URI where sip is wanted', 'RFC 3261, 21.4.14: 416', [CALL, 416, 20, 'test definition']),
  mix('nobody anywhere', 'RFC 3261, 21.6.3: 604', [CALL, 604, 20, 'test definition']),
  mix('a redirect that is not followed', 'RFC 3261, 21.3.3: 302 with a Contact to try', [CALL, 302, 20, 'test definition']),
  mix('busy lines', 'RFC 3261, 21.4.24: the callee takes no further call', [CALL, 486, 9, 'far end']),
  mix('busy everywhere', 'RFC 3261, 21.6.1', [CALL, 600, 9, 'far end']),
  mix('receivers that are not signed in', 'RFC 3261, 21.4.18: 480, not logged in or do not disturb', [CALL, 480, 11, 'far end']),
  mix('a decline', 'RFC 3261, 21.6.2: the user does not wish to take the call', [CALL, 603, 3, 'far end']),
  mix('a session that cannot be', 'RFC 3261, 21.4.26: 488, as 606 for one resource', [NEG, 488, 20, 'media and codecs']),
  mix('a session that cannot be anywhere', 'RFC 3261, 21.6.4: 606, bandwidth or media', [CALL, 606, 20, 'media and codecs']),
  mix('a loop', 'RFC 3261, 16.3 step 4: 482', [CALL, 482, 20, 'system under test']),
  mix('too many hops', 'RFC 3261, 16.3 step 3: 483', [CALL, 483, 20, 'system under test']),
  mix('a proxy in maintenance', 'RFC 3261, 21.5.4: overloading or maintenance', [CALL, 503, 14, 'system under test']),
  mix('a method that is not implemented', 'RFC 3261, 21.5.2', [CALL, 501, 20, 'system under test']),
  mix('a gateway with an invalid answer behind it', 'RFC 3261, 21.5.3', [CALL, 502, 6, 'far end']),
  mix('an external server that does not answer', 'RFC 3261, 21.5.5: such as DNS', [CALL, 504, 6, 'far end']),
  mix('a message that is too large', 'RFC 3261, 21.5.7', [CALL, 513, 20, 'network and NAT']),
  mix('a BYE for a call that nobody knows', 'RFC 3261, 15.1.2: 481', [BYE, 481, 7, 'system under test']),
  mix('a BYE that is not answered', 'RFC 3261, 15.1.1: a timeout ends the session all the same', [BYE, 408, 7, 'network and NAT']),
  mix('an INVITE that is not answered', 'RFC 3261, 17.1.1.2: timer B', [TIME, null, 20, 'network and NAT']),
  mix('an INVITE that times out', 'RFC 3261, 8.1.3.1', [TIME, 408, 20, 'network and NAT']),
  mix('it rings and rings', 'RFC 3261, 13.3.1.1: 180 again and again, and nobody accepts', [TIME, 180, 20, 'far end']),
  mix('a challenge that is answered wrongly', 'RFC 3261, 22.3: 407 once more', [CALL, 407, 20, 'credentials']),
  // Extensions.
  mix('a security agreement is required', 'RFC 3329, 2.3: 494 with Security-Server', [REG, 494, 40, 'test definition']),
  mix('a first hop without outbound', 'RFC 5626, 6: 439 to a registration', [REG, 439, 40, 'test definition']),
  mix('a flow that failed', 'RFC 5626, 5.3: 430, the flow to the endpoint is gone', [CALL, 430, 5, 'network and NAT']),
  mix('an identity that is not signed', 'RFC 8224, 6.2.2: 428', [CALL, 428, 20, 'system under test']),
  mix('an identity with a bad certificate', 'RFC 8224, 6.2.2: 437', [CALL, 437, 20, 'system under test']),
  mix('a caller without a number', 'RFC 5079: 433', [CALL, 433, 20, 'test definition']),
  mix('a session timer that is too short', 'RFC 4028, 6: 422 from a proxy or the called side', [CALL, 422, 20, 'system under test']),
  mix('preconditions that cannot be met', 'RFC 3312, 8: 580', [CALL, 580, 20, 'media and codecs']),
  mix('a call that is unwanted', 'RFC 8197', [CALL, 607, 6, 'far end']),
  mix('a call that an analysis on the way rejects', 'RFC 8688', [CALL, 608, 6, 'far end']),
  // RFC 3398: what a gateway makes of ISUP causes.
  mix('an unallocated number', 'RFC 3398, 7.2.4.1: cause 1 is 404', [CALL, 404, 20, 'test definition']),
  mix('a circuit that is not available', 'RFC 3398, 7.2.4.1: causes 34 and 42 are 503', [CALL, 503, 10, 'system under test']),
  mix('a subscriber who is absent', 'RFC 3398, 7.2.4.1: cause 20 is 480', [CALL, 480, 10, 'far end']),
  mix('no answer from the user', 'RFC 3398, 7.2.4.1: cause 19 is 480', [CALL, 480, 10, 'far end']),
  mix('a bearer capability that is not there', 'RFC 3398, 7.2.4.1: cause 65 and 70 are 488', [CALL, 488, 10, 'media and codecs']),
  mix('an incomplete number', 'RFC 3398, 7.2.4.1: cause 28 is 484', [CALL, 484, 10, 'test definition']),
  mix('a destination that is out of order', 'RFC 3398, 7.2.4.1: cause 27 is 502', [CALL, 502, 10, 'far end']),
  // Published troubleshooting pages.
  mix('Asterisk, registration', 'esrot.com, Fix SIP Registration Failures: 401 credentials, 404 no such extension, 408 network, 503 registrar down', [REG, 401, 3, 'credentials'], [REG, 404, 3, 'test definition'], [REG, 408, 3, 'network and NAT'], [REG, 503, 3, 'system under test']),
  mix('a softphone guide', 'sipsymposium.com, SIP Registration Failed: 403 access denied, account suspended; 423 Expires below the minimum', [REG, 403, 4, 'credentials'], [REG, 423, 4, 'test definition']),
  mix('VoiceHost, codecs', 'voicehost.co.uk: 488 where codecs in the trunk do not match', [NEG, 488, 6, 'media and codecs']),
  mix('VoiceHost, too many calls a second', 'voicehost.co.uk: 503 where the gateway has issues or the limit of calls a second is hit', [CALL, 503, 6, 'system under test']),
  mix('VoiceHost, inbound', 'voicehost.co.uk: 408 where the trunk is not registered or the number not mapped', [CALL, 408, 6, 'system under test']),
  mix('SIP.US, passwords', 'support.sip.us: 403 is a wrong password or an IP ban', [REG, 403, 6, 'credentials']),
  mix('SIP.US, numbers', 'support.sip.us: 404 is a number that is not in service; 603 a caller ID block or do-not-disturb', [CALL, 404, 6, 'test definition'], [CALL, 603, 2, 'far end']),
  mix('SIP.US, servers', 'support.sip.us: 500 is something wrong with the server', [CALL, 500, 6, 'system under test']),
  mix('Exotel', 'developer.exotel.com: 403 access list, 408 firewall, 415 media, 480 the PBX is not available, 484 form of the number, 488 codecs, 502 upstream', [CALL, 403, 2, 'system under test'], [CALL, 408, 2, 'network and NAT'], [CALL, 415, 2, 'media and codecs'], [CALL, 480, 2, 'far end'], [CALL, 484, 2, 'test definition'], [NEG, 488, 2, 'media and codecs'], [CALL, 502, 2, 'far end']),
  mix('PortaSIP', 'docs.portaone.com: 404 check the address, 415 codecs, 480 not registered, 482 and 483 a loop in the network', [CALL, 404, 2, 'test definition'], [CALL, 415, 2, 'media and codecs'], [CALL, 480, 2, 'far end'], [CALL, 482, 2, 'system under test'], [CALL, 483, 2, 'system under test']),
  mix('PortaSIP, no answer', 'docs.portaone.com: 408, the called party did not answer', [CALL, 408, 3, 'far end']),
  mix('Polycom', 'Polycom, disconnection causes: 502 an invalid answer from the server downstream, 504 no timely one', [CALL, 502, 2, 'far end'], [CALL, 504, 2, 'far end']),
  mix('AudioCodes', 'AudioCodes Mediant, 4xx responses: 486 where the called party is off hook, 480 no response from remote', [CALL, 486, 3, 'far end'], [CALL, 480, 3, 'far end']),
  mix('connexo', 'connexo, hangup causes: no route is 404, no tariff 403, limits of channels 403, no matching codecs 488', [CALL, 404, 2, 'test definition'], [CALL, 403, 2, 'system under test'], [CALL, 488, 2, 'media and codecs']),
  mix('connexo, money', 'connexo, hangup causes: no funds is 402', [CALL, 402, 2, 'system under test']),
  // CallMeter's own words.
  mix('lost workers', 'CallMeter, endpoint outcomes: OSERROR is an infrastructure error', ['OSERROR', null, 20, 'CallMeter'], [null, null, 20, 'unknown']),
  mix('a receiver that no call reached', 'CallMeter, endpoint outcomes: TIMEOUT is an INVITE or receiver-wait timeout', [TIME, null, 20, 'REGISTERED', 'system under test']),
  mix('codecs', 'CallMeter, endpoint outcomes: NEGOTIATION_FAILED is an SDP or codec mismatch', [NEG, null, 20, 'media and codecs']),
  mix('a call that was given up', 'RFC 3261, 21.4.25: 487, terminated by CANCEL before an answer', [CALL, 487, 4, 'far end']),
  // What nobody has heard of.
  mix('a status of somebody’s own', 'no source', [CALL, 699, 2, 'unknown']),
] // prettier-ignore
