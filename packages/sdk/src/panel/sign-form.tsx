import { attestationNames, type ReviewAction, type SignedStep, type Unit } from '@qianshao/rules-core'
import { useState } from 'preact/hooks'
import type { Change } from '../review/changes.ts'
import type { ReviewDesk } from '../review/review-desk.ts'
import { PersonPin } from './person-pin.tsx'
import { SignChanges } from './sign-changes.tsx'
import { text } from './text.zh-CN.ts'
import type { View } from './view.ts'

interface SignFormProps {
  view: View
  review: ReviewDesk
  one: SignedStep
  changes: readonly Change[]
  now: readonly Unit[]
}

/** Signing, returning or asking above, for the step that is due. Who has signed before sees what changed and signs with one press. */
export function SignForm({ view, review, one, changes, now }: SignFormProps) {
  const { step } = one
  const again = one.signature === 'lapsed'
  const [ticked, setTicked] = useState<readonly string[]>([])
  const [returning, setReturning] = useState(false)
  const [remarks, setRemarks] = useState('')
  const [problem, setProblem] = useState<string | undefined>()
  const [busy, setBusy] = useState(false)
  const person = view.people.find(({ id }) => id === view.person)
  const byLogin = review.signsBy === 'login'
  if (byLogin && !person?.roles.includes(step.role)) return <p class="note">{text.sign.notYou(step.title)}</p>

  const wanted = again ? [] : [...step.attests.map((one) => attestationNames[one]), ...(step.proofreads ? [text.sign.proofread] : [])]
  const complaint = () => {
    if (view.desk.verdict.value?.draftDigest == null) return text.sign.unread
    const { hold } = view.desk.banner.value
    if (!returning && hold > 0) return text.sign.hold(hold)
    if (returning) return remarks.trim() === '' ? text.sign.remarksMissing : undefined
    return wanted.every((one) => ticked.includes(one)) ? undefined : text.sign.attestMissing
  }
  const act = async (action: ReviewAction['action'], by: string) => {
    const wrong = action === 'escalate' ? undefined : complaint()
    if (wrong !== undefined) return setProblem(wrong)
    setBusy(true)
    const said = remarks.trim()
    const refused = await review.act({ action, role: step.role, by, ...(action === 'reject' && said !== '' && { remarks: said }) }, now)
    setBusy(false)
    setProblem(refused)
    if (refused === undefined) {
      setReturning(false)
      setRemarks('')
    }
  }
  const main = returning ? 'reject' : 'approve'
  return (
    <div class="form">
      {again && <SignChanges changes={changes} />}
      {!returning && wanted.length > 0 && (
        <fieldset class="ticks">
          <legend class="note">{text.sign.attest(step.proofreads)}</legend>
          {wanted.map((name) => (
            <label key={name}>
              <input
                type="checkbox"
                checked={ticked.includes(name)}
                onChange={(event) => {
                  setTicked(event.currentTarget.checked ? [...ticked, name] : ticked.filter((known) => known !== name))
                  setProblem(undefined)
                }}
              />
              {name}
            </label>
          ))}
        </fieldset>
      )}
      {returning && (
        <label class="field">
          <span>{text.sign.remarks}</span>
          <textarea maxLength={2_000} value={remarks} onInput={(event) => setRemarks(event.currentTarget.value)} />
        </label>
      )}
      {problem && (
        <p class="bad" role="alert">
          {problem}
        </p>
      )}
      {byLogin ? (
        <div class="row">
          <button
            type="button"
            class="btn small primary"
            aria-disabled={busy || complaint() !== undefined}
            onClick={() => act(main, view.person)}
          >
            {returning ? text.sign.reject : again ? text.sign.again : text.sign.approve}
          </button>
          <button type="button" class="btn small" onClick={() => setReturning(!returning)}>
            {returning ? text.dismiss.cancel : text.sign.reject}
          </button>
          {!returning && (
            <button type="button" class="link quiet" onClick={() => act('escalate', view.person)}>
              {text.sign.above}
            </button>
          )}
        </div>
      ) : (
        <>
          <PersonPin
            view={view}
            label={text.sign.who}
            fits={({ roles }) => roles.includes(step.role)}
            nobody={text.sign.nobody(step.title)}
            confirm={returning ? text.sign.reject : again ? text.sign.again : text.sign.approve}
            ready={complaint() === undefined}
            onReady={() => setProblem(complaint())}
            onRight={(by) => act(main, by)}
            onCancel={() => setReturning(false)}
          />
          <button type="button" class="link quiet" onClick={() => setReturning(!returning)}>
            {returning ? text.dismiss.cancel : text.sign.reject}
          </button>
        </>
      )}
      {again && !returning && <p class="note">{text.sign.againNote(changes.length)}</p>}
    </div>
  )
}
