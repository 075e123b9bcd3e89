// TLS on loopback, and how it breaks.
import type { Socket } from 'node:net'

// A certificate of loopback, made for this test alone: it protects nothing.
export const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQge8p8v1DhYqsIK7Du
7yMkT5mrbIeBSzuycakaAKfDWdKhRANCAATkBnwtmWu2WxzXXAUFnhIT/LGENTuB
oKxEeQE3ktumSOHV700cfN7XzPpmB7OmUonGhmugb3yxBaHzRFXieP8Z
-----END PRIVATE KEY-----`
export const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBVzCB/6ADAgECAgEBMAoGCCqGSM49BAMCMBQxEjAQBgNVBAMMCTEyNy4wLjAu
MTAgFw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAwMDAwMFowFDESMBAGA1UEAwwJ
MTI3LjAuMC4xMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE5AZ8LZlrtlsc11wF
BZ4SE/yxhDU7gaCsRHkBN5Lbpkjh1e9NHHze18z6ZgezplKJxoZroG98sQWh80RV
4nj/GaNAMD4wDAYDVR0TBAUwAwEB/zAPBgNVHREECDAGhwR/AAABMB0GA1UdDgQW
BBR4PwIodgeIPq7GHFfTuOeH5EyKFDAKBggqhkjOPQQDAgNHADBEAiA6YKg7WdSY
hk/w2Z4b7Y3h9R5bb5N4b54AKX0ReRyCpAIgdMn1x8fnXVZk4p+213gblHEw1efb
FeBbQgMa36ZDd2w=
-----END CERTIFICATE-----`

/** A fatal alert, `handshake_failure`, as it stands on the wire without encryption (RFC 8446, 6). */
export const ALERT = Buffer.from([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28])

/** What happens to a connection below TLS, instead of the answer. */
export const BREAKS: Readonly<Record<string, (raw: Socket) => void>> = {
  'a record that is none': (raw) => raw.write(Buffer.alloc(64, 0x2a)),
  'an alert in the clear': (raw) => raw.write(ALERT),
  'a proxy’s answer in the clear': (raw) => raw.write('HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n'),
  'a record of another version': (raw) => raw.write(Buffer.from([0x17, 0x03, 0x00, 0x00, 0x05, 1, 2, 3, 4, 5])),
  'a reset': (raw) => raw.resetAndDestroy(),
  'an end': (raw) => raw.destroy(),
}
