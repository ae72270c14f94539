import type { DismissCode } from '@qianshao/rules-core'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Card } from '../live/state.ts'
import { PersonPin } from './person-pin.tsx'
import { reasonsFor } from './reasons.ts'
import { text } from './text.zh-CN.ts'
import type { View } from './view.ts'

/** 不是这个问题: a reason code, and for 须改 a second person. None is chosen beforehand, and there is no free text. */
export function DismissForm({ card, view, onClose }: { card: Card; view: View; onClose(): void }) {
  const [code, setCode] = useState<DismissCode | undefined>()
  const [problem, setProblem] = useState<string | undefined>()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), [])
  const needsSecond = card.kind === 'hold'
  const save = async (second?: string) => {
    if (!code) {
      setProblem(text.dismiss.choose)
      return
    }
    try {
      await view.desk.dismiss(card, { act: 'dismiss', code, by: view.person, ...(second && { second }) })
      onClose()
    } catch (cause) {
      console.error('panel: the answer could not be recorded', cause)
      setProblem(text.dismiss.failed)
    }
  }
  return (
    <div ref={box} class="form">
      <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
        <legend>
          <h4>
            {text.dismiss.title}
            <small>{text.dismiss.sub}</small>
          </h4>
        </legend>
        <div class="grid">
          {reasonsFor(card.finding).map((reason) => (
            <label class="choice" key={reason}>
              <input type="radio" name={`reason-${card.key}`} checked={code === reason} onChange={() => setCode(reason)} />
              {text.reasons[reason]}
            </label>
          ))}
        </div>
      </fieldset>
      {needsSecond && (
        <PersonPin
          view={view}
          label={text.people.who}
          fits={(person) => person.id !== view.person}
          nobody={text.people.nobody}
          confirm={text.dismiss.confirm}
          intro={text.people.secondWhy}
          ready={code !== undefined}
          onReady={() => setProblem(text.dismiss.choose)}
          onRight={save}
          onCancel={onClose}
        />
      )}
      {problem && (
        <p class="bad" role="alert">
          {problem}
        </p>
      )}
      {!needsSecond && (
        <div class="end">
          <button type="button" class="link quiet" onClick={onClose}>
            {text.dismiss.cancel}
          </button>
          <button type="button" class="btn small" aria-disabled={code === undefined} onClick={() => save()}>
            {text.dismiss.confirm}
          </button>
        </div>
      )}
    </div>
  )
}
