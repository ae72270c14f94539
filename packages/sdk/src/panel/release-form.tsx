import { kindOf, readPlain, reviewRoleNames } from '@qianshao/rules-core'
import { useState } from 'preact/hooks'
import type { Card } from '../live/state.ts'
import { PersonPin } from './person-pin.tsx'
import { text } from './text.zh-CN.ts'
import type { View } from './view.ts'

/** 原则上: a named role lets it out with a written reason, which the rules check like any other text, because it leaves the house. */
export function ReleaseForm({ card, view, onClose }: { card: Card; view: View; onClose(): void }) {
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string | undefined>()
  const role = card.finding.release
  if (!role) return null
  const written = reason.trim()
  const complaint = () => {
    if (written.length < 5 || written.length > 200) return text.release.length
    const found = view.desk.checker
      .check(readPlain(written, {}, { surface: 'website' }))
      .findings.filter((finding) => kindOf(finding) === 'hold')
    if (found.length === 0) return undefined
    return found.some(({ category }) => category === 'id-card' || category === 'mobile-phone' || category === 'bank-card')
      ? text.release.personal
      : text.release.open
  }
  const save = async (by: string) => {
    const wrong = complaint()
    if (wrong !== undefined) {
      setProblem(wrong)
      return
    }
    try {
      await view.desk.release(card, by, role, written)
      onClose()
    } catch (cause) {
      console.error('panel: the release could not be recorded', cause)
      setProblem(text.dismiss.failed)
    }
  }
  return (
    <div class="form">
      <h4>{text.release.title(reviewRoleNames[role])}</h4>
      <label class="field">
        <span>{text.release.reason}</span>
        <textarea
          value={reason}
          onInput={(event) => {
            setReason(event.currentTarget.value)
            setProblem(undefined)
          }}
        />
      </label>
      {problem && (
        <p class="bad" role="alert">
          {problem}
        </p>
      )}
      <PersonPin
        view={view}
        label={text.release.by}
        fits={(person) => person.roles.includes(role)}
        nobody={text.release.nobody(reviewRoleNames[role])}
        confirm={text.release.confirm}
        ready={complaint() === undefined}
        onReady={() => setProblem(complaint())}
        onRight={save}
        onCancel={onClose}
      />
    </div>
  )
}
