/** An answer before it is written: the status and the JSON value of its body. */
export interface Answer {
  readonly status: number
  readonly body: object
  readonly headers?: Readonly<Record<string, string>>
}
