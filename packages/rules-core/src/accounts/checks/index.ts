import { age } from './age.ts'
import { atLeast } from './at-least.ts'
import { atMost } from './at-most.ts'
import type { BookCheck } from './check.ts'
import { domains } from './domains.ts'
import { doneAfter } from './done-after.ts'
import { exactlyOne } from './exactly-one.ts'
import { expires } from './expires.ts'
import { filed } from './filed.ts'
import { flags } from './flags.ts'
import { followerJump } from './follower-jump.ts'
import { holdsList } from './holds-list.ts'
import { idle } from './idle.ts'
import { leastPrivilege } from './least-privilege.ts'
import { licence } from './licence.ts'
import { linksTo } from './links-to.ts'
import { linksWithin } from './links-within.ts'
import { namesItsOffice } from './names-its-office.ts'
import { offlineCount } from './offline-count.ts'
import { onePerPlatform } from './one-per-platform.ts'
import { fieldPattern } from './pattern.ts'
import { required } from './required.ts'
import { requiredAccount } from './required-account.ts'
import { requiredItems } from './required-items.ts'
import { roster } from './roster.ts'
import { sameName } from './same-name.ts'
import { similar } from './similar.ts'

/** Every way of looking at the account book that packs may name. */
export const bookChecks: readonly BookCheck[] = [
  age,
  atLeast,
  atMost,
  domains,
  doneAfter,
  exactlyOne,
  expires,
  fieldPattern,
  filed,
  flags,
  followerJump,
  holdsList,
  idle,
  leastPrivilege,
  licence,
  linksTo,
  linksWithin,
  namesItsOffice,
  offlineCount,
  onePerPlatform,
  required,
  requiredAccount,
  requiredItems,
  roster,
  sameName,
  similar,
]

/** What packs may write as an audit's `check`. */
export const bookCheckNames: readonly string[] = bookChecks.map(({ name }) => name)
