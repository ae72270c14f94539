import {
  advanceReview,
  confirmationsFor,
  isDue,
  isRefusal,
  type ReviewAction,
  type ReviewPolicy,
  type ReviewState,
  reviewRoleNames,
  units,
} from '@qianshao/rules-core'
import { useState } from 'preact/hooks'
import type { ReviewDesk } from '../review/review-desk.ts'
import { ClauseQuote } from './clause-quote.tsx'
import { HandInAgain } from './sign-again.tsx'
import { SignGuidance } from './sign-guidance.tsx'
import { SignItem } from './sign-item.tsx'
import { SignQuestions } from './sign-questions.tsx'
import { SignStep } from './sign-step.tsx'
import { dayAndTime, nameOf } from './sign-words.ts'
import { text } from './text.zh-CN.ts'
import type { View } from './view.ts'

/** 三审三校 of the draft in the editor: who signs, who has, what changed since, and the questions that go with it. */
export function SignOffTab({ view, review }: { view: View; review: ReviewDesk }) {
  const [quote, setQuote] = useState(false)
  const draft = view.desk.draft.value
  const digest = view.desk.verdict.value?.draftDigest ?? undefined
  const state = review.stateFor(digest)
  const acts = review.record.value?.acts ?? []
  const now = draft ? units(draft, []) : []
  const forbidden = forbiddenBy(review.policy, state)
  const untouched = state.stage !== 'published' && state.steps.every(({ signature }) => signature !== 'valid')
  const asked = confirmationsFor(review.confirmations, 'publish', { item: state.item, ...(review.surface && { surface: review.surface }) })
  return (
    <>
      {review.trouble.value && (
        <p class="bad" role="alert">
          {review.trouble.value}
        </p>
      )}
      {forbidden !== undefined && (
        <p class="bad" role="alert">
          {forbidden}
        </p>
      )}
      <SignItem review={review} item={state.item} locked={!untouched} open={acts.length === 0} />
      <ol class="steps">
        {state.steps.map((one, i) => (
          <SignStep
            key={`${one.step.role} ${i}`}
            view={view}
            review={review}
            one={one}
            number={i + 1}
            due={isDue(review.policy, state, i)}
            before={one.digest === undefined ? undefined : review.record.value?.texts[one.digest]}
            now={now}
          />
        ))}
      </ol>
      <HandInAgain view={view} review={review} state={state} now={now} />
      {state.stage !== 'published' && asked.length > 0 && digest !== undefined && (
        <SignQuestions view={view} review={review} item={state.item} digest={digest} />
      )}
      <SignGuidance guidance={review.guidance} reader="reviewer" />
      <SignGuidance guidance={review.guidance} reader="author" />
      <section class="section">
        <ClauseQuote citations={review.citations} open={quote} onToggle={() => setQuote(!quote)} />
      </section>
      <Acts view={view} acts={acts} />
    </>
  )
}

/** Why an item like this is not published at all, whoever signs. */
function forbiddenBy(policy: ReviewPolicy, state: ReviewState): string | undefined {
  const asked = { action: 'publish-request', role: 'handler', by: '', at: 0, digest: state.digest } as const
  const outcome = advanceReview(policy, state, asked)
  return isRefusal(outcome) && outcome.refused === 'forbidden' ? outcome.explain : undefined
}

function Acts({ view, acts }: { view: View; acts: readonly ReviewAction[] }) {
  if (acts.length === 0) return null
  return (
    <details class="section">
      <summary>{text.sign.acts(acts.length)}</summary>
      <ol class="acts">
        {acts.map((act, i) => (
          <li key={i}>
            <time>{dayAndTime(act.at)}</time> {nameOf(view.people, act.by)}（{reviewRoleNames[act.role]}）{text.sign.act[act.action]}
            {act.remarks && `：${act.remarks}`}
          </li>
        ))}
      </ol>
    </details>
  )
}
