/** Good for one text on one account, shortly: the host passes it to whoever publishes. */
export interface Permit {
  permit: string
}

/** Why publishing may not go on now. `explain` is Chinese and says what to do. */
export interface PublishRefusal {
  refused: 'hold' | 'review' | 'unchecked' | 'text-changed' | 'ledger-unwritable'
  /** How many findings are still open. */
  hold: number
  ask: number
  explain: string
}
