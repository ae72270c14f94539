import { type Confirmation, confirmationsFor, missingConfirmations, type ReviewItem } from '@qianshao/rules-core'
import { useState } from 'preact/hooks'
import type { ReviewDesk } from '../review/review-desk.ts'
import { nameOf } from './sign-words.ts'
import { text } from './text.zh-CN.ts'
import type { View } from './view.ts'

/** The questions that have to be answered about exactly this text; an answer to an earlier one is offered again, never taken. */
export function SignQuestions({ view, review, item, digest }: { view: View; review: ReviewDesk; item: ReviewItem; digest: string }) {
  const [problem, setProblem] = useState<string | undefined>()
  const subjects = review.record.value?.subjects
  const thing = { item, digest, ...(review.surface && { surface: review.surface }), ...(subjects && { subjects }) }
  const answers = review.record.value?.answers ?? []
  const asked = confirmationsFor(review.confirmations, 'publish', thing)
  const missing = missingConfirmations(review.confirmations, 'publish', thing, answers)
  const earlier = missing.flatMap((one) => {
    const last = answers.filter(({ confirmationId }) => confirmationId === one.id).at(-1)
    return last && last.digest !== digest ? [{ confirmationId: one.id, answer: last.answer }] : []
  })
  const answer = async (given: readonly { confirmationId: string; answer: string }[]) => {
    for (const one of given) {
      const wrong = await review.answer({ ...one, by: view.person }, digest)
      setProblem(wrong)
      if (wrong !== undefined) return
    }
  }
  return (
    <section class="section">
      <h3>
        {text.sign.questions}　<span class="note">{missing.length > 0 ? text.sign.asked(missing.length) : ''}</span>
      </h3>
      <p class="note">{text.sign.questionsNote}</p>
      {earlier.length > 0 && (
        <button type="button" class="btn small" onClick={() => answer(earlier)}>
          {text.sign.sameAgain(earlier.length)}
        </button>
      )}
      {problem && (
        <p class="bad" role="alert">
          {problem}
        </p>
      )}
      <ol class="questions">
        {asked.map((one) => (
          <li key={one.id}>
            <p>{one.question}</p>
            {missing.includes(one) ? (
              <Reply
                one={one}
                before={answers.filter(({ confirmationId }) => confirmationId === one.id).at(-1)?.answer ?? ''}
                give={(words) => answer([{ confirmationId: one.id, answer: words }])}
              />
            ) : (
              <Given view={view} one={one} given={answers.filter(({ confirmationId }) => confirmationId === one.id).at(-1)!} />
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Given({ view, one, given }: { view: View; one: Confirmation; given: { answer: string; by: string } }) {
  const said = one.answer === 'yes' ? text.sign.yes : one.answer === 'no' ? text.sign.no : given.answer
  return (
    <p class="note">
      {said}　{text.sign.answered(nameOf(view.people, given.by))}
    </p>
  )
}

function Reply({ one, before, give }: { one: Confirmation; before: string; give(words: string): void }) {
  const [words, setWords] = useState(before)
  const { answer } = one
  if (answer === 'yes' || answer === 'no') {
    return (
      <div class="row">
        <button type="button" class="btn small" aria-label={`${one.title}：${text.sign[answer]}`} onClick={() => give(answer)}>
          {text.sign[answer]}
        </button>
      </div>
    )
  }
  return (
    <div class="row">
      <input
        type="text"
        aria-label={`${one.title}：${text.sign.kinds[answer]}`}
        placeholder={text.sign.kinds[answer]}
        value={words}
        maxLength={200}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      <button type="button" class="btn small" aria-disabled={words.trim() === ''} onClick={() => words.trim() !== '' && give(words.trim())}>
        {text.sign.save}
      </button>
    </div>
  )
}
