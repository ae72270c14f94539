import type { ReviewRole } from '@qianshao/rules-core'

/** Somebody who works at this desk and may confirm a dismissal or release a finding, with a PIN of their own. */
export interface Person {
  /** `per_` + 22 characters (protocol.md §2.1). */
  id: string
  /** As colleagues know them, at most 20 characters. */
  name: string
  roles: readonly ReviewRole[]
}
