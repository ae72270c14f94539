import type { Surface } from '../draft/draft.ts'
import type { Act, Confirmation, ReviewItem } from '../pack/schema.ts'

/** What is about to be done, as far as confirmations ask about it. */
export interface ConfirmedThing {
  item: ReviewItem
  surface?: Surface
  /** What it is about, as `行政管理事项`; undefined while nobody has said, and then everything is asked. */
  subjects?: readonly string[]
  /** Of a publication: the digest of exactly this text (protocol.md §1.1). */
  digest?: string
}

/** A recorded answer. `digest` is the text it was given about; answers to other acts than `publish` have none. */
export interface ConfirmationAnswer {
  confirmationId: string
  /** `yes`, `no`, or the reference, day (2026-03-01), address or person asked for. */
  answer: string
  by: string
  /** Epoch milliseconds. */
  at: number
  digest?: string
}

/** The confirmations that an act needs, in the order of the packs. */
export function confirmationsFor(confirmations: readonly Confirmation[], act: Act, thing: ConfirmedThing): readonly Confirmation[] {
  return confirmations.filter(
    (one) =>
      one.act === act &&
      matches(one.when, thing.item) &&
      (one.subject === undefined || thing.subjects === undefined || thing.subjects.includes(one.subject)) &&
      (one.surfaces === undefined || thing.surface === undefined || one.surfaces.includes(thing.surface)),
  )
}

/** The subjects that a person is asked to tick first, so that only what applies is asked. */
export function subjectsFor(confirmations: readonly Confirmation[], act: Act, thing: ConfirmedThing): readonly string[] {
  const { subjects: _, ...untold } = thing
  const asked = confirmationsFor(confirmations, act, untold)
  return [...new Set(asked.flatMap(({ subject }) => (subject === undefined ? [] : [subject])))]
}

/**
 * What is still to be answered before the act goes ahead. The last answer counts; an answer about another text than this one has
 * lapsed with the edit, and one that says the opposite of what is needed holds the act.
 */
export function missingConfirmations(
  confirmations: readonly Confirmation[],
  act: Act,
  thing: ConfirmedThing,
  answers: readonly ConfirmationAnswer[],
): readonly Confirmation[] {
  return confirmationsFor(confirmations, act, thing).filter((one) => {
    const about = answers.filter(
      ({ confirmationId, digest }) => confirmationId === one.id && (act !== 'publish' || (digest !== undefined && digest === thing.digest)),
    )
    const last = about.reduce<ConfirmationAnswer | undefined>((late, next) => (late && late.at > next.at ? late : next), undefined)
    return last === undefined || !fits(one.answer, last.answer)
  })
}

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/
const ADDRESS = /^https?:\/\/[^\s/]+\S*$/

function fits(kind: Confirmation['answer'], answer: string): boolean {
  const said = answer.trim()
  switch (kind) {
    case 'yes':
    case 'no':
      return said === kind
    case 'date':
      return DAY.test(said)
    case 'address':
      return ADDRESS.test(said)
    case 'reference':
    case 'person':
      return said !== ''
  }
}

function matches(when: Confirmation['when'], item: ReviewItem): boolean {
  return Object.entries(when ?? {}).every(([key, value]) => value === undefined || item[key as keyof ReviewItem] === value)
}
