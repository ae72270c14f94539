/** One person's PIN on this device: salt and PBKDF2 result, and the wrong tries since the last right one. */
export interface PinRecord {
  salt: string
  hash: string
  wrong: number
  /** Epoch milliseconds of the last wrong try. */
  wrongAt: number
}

export interface PinStore {
  get(personId: string): Promise<PinRecord | undefined>
  set(personId: string, record: PinRecord): Promise<void>
}
