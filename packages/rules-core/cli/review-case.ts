import {
  layer,
  PackError,
  type PolicyPack,
  problemsOf,
  type ReviewAction,
  type ReviewItem,
  type ReviewPolicy,
  type ReviewRole,
  readInstant,
  reviewRoleNames,
} from '@qianshao/rules-core'
import * as z from 'zod/mini'
import { judgeReview, type ReviewAnswer, type TimedStep } from './judge-review.ts'
import { UnusableInput } from './read-draft.ts'

const origins: readonly ReviewItem['origin'][] = ['own', 'other-channel', 'direct-unit', 'other-department-event']
const roles = Object.keys(reviewRoleNames) as ReviewRole[]
const actions: readonly ReviewAction['action'][] = [
  'submit',
  'edit',
  'approve',
  'reject',
  'escalate',
  'reroute',
  'confirm',
  'object',
  'publish-request',
  'publish',
]

function oneOf<T extends string>(words: readonly T[]) {
  return z.custom<T>((word) => words.some((known) => known === word), `只能是 ${words.join('、')}`)
}
const word = z.string().check(z.trim(), z.minLength(1, '不能为空'), z.maxLength(200))

/** Members we do not know are ignored. */
const caseLine = z.object({
  id: z.union([z.string(), z.number()]),
  pack: z.optional(z.nullable(z.string())),
  item: z.object({ origin: oneOf(origins), sensitive: z.boolean(), involves_other_units: z.boolean(), emergency: z.boolean() }),
  steps: z.array(
    z.object({
      role: oneOf(roles),
      action: oneOf(actions),
      by: word,
      at: z.string(),
      contentHash: word,
      to: z.optional(z.nullable(oneOf(origins))),
    }),
  ),
})
type ReviewCase = z.infer<typeof caseLine>

/** Answers one line after another; packs are read once. `packId` is for lines that name no pack. */
export function openReviewDesk(loadChain: (id: string) => readonly PolicyPack[], packId: string): (line: string) => ReviewAnswer {
  const policies = new Map<string, ReviewPolicy>()
  const policyOf = (id: string) => {
    const known = policies.get(id)
    if (known) return known
    const { review } = layer(loadChain(id))
    if (!review) throw new UnusableInput(`规则包 ${id} 没有审核流程，请用 --pack 指明有审核流程的规则包`)
    policies.set(id, review)
    return review
  }
  return (line) => {
    const asked = parseCase(line)
    const { id, pack, item } = asked
    try {
      const about = { ...item, involvesOtherUnits: item.involves_other_units }
      return { id: String(id), ...judgeReview(policyOf(pack ?? packId), about, stepsOf(asked)) }
    } catch (cause) {
      if (cause instanceof PackError || cause instanceof UnusableInput) throw new UnusableInput(cause.message, String(id))
      throw cause
    }
  }
}

// A clock that was set back and a list that was shuffled look alike; what counts is the order of the instants.
function stepsOf({ steps }: ReviewCase): readonly TimedStep[] {
  const timed = steps.map((step, i): TimedStep => {
    const read = readInstant(step.at, 12)
    if (!read) throw new UnusableInput(`steps[${i}].at：“${step.at.slice(0, 40)}”不是存在的时间，写作 2026-03-01T09:00:00+08:00`)
    const { role, action, by, contentHash: digest, to } = step
    return { role, action, by, at: read.at, digest, ...(to && { to }) }
  })
  return timed.sort((a, b) => a.at - b.at)
}

function parseCase(line: string): ReviewCase {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    throw new UnusableInput('不是正确的 JSON')
  }
  const parsed = caseLine.safeParse(json)
  if (parsed.success) return parsed.data
  const problems = problemsOf(parsed.error).map(({ path, problem }) => `${path || '整行'}：${problem}`)
  const named = z.object({ id: z.union([z.string(), z.number()]) }).safeParse(json)
  throw new UnusableInput(problems.join('；'), named.success ? String(named.data.id) : null)
}
