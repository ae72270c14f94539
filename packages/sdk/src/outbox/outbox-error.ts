/** Why an entry could not be stored: `bad-entry` is a mistake of ours, `full` and `storage` are the browser's weather. */
export class OutboxError extends Error {
  readonly code: 'bad-entry' | 'full' | 'storage'

  constructor(code: OutboxError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'OutboxError'
    this.code = code
  }
}
