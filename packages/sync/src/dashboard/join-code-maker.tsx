import { useState } from 'preact/hooks'
import { ask, Refusal } from './api.ts'
import { printTime } from './beijing-time.ts'
import * as shapes from './shapes.ts'

/** Makes a join code and shows it once: leave the page and it is gone, because only its keyed hash is kept. */
export function JoinCodeMaker({ office, asOf }: { office: string; asOf: number }) {
  const [made, setMade] = useState<shapes.JoinCodeShape>()
  const [fault, setFault] = useState<string>()
  const make = async () => {
    try {
      setMade(await ask(`/offices/${office}/join-codes`, shapes.joinCode, 'POST'))
      setFault(undefined)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      setFault(error.message)
    }
  }
  return (
    <div class="stack">
      <button type="button" class={made ? '' : 'primary'} onClick={make}>
        {made ? '另做一个加入码' : '做加入码'}
      </button>
      {fault !== undefined && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      {made && (
        <div role="status" class="stack">
          <p class="code">{made.printed}</p>
          <label class="field">
            加入链接（比只输入加入码更稳妥，能认出冒充的服务端）
            <input readOnly value={made.link} onFocus={(event) => event.currentTarget.select()} />
          </label>
          <p class="note">只显示这一次。到 {printTime(made.expiresAt, asOf)} 前有效，只能用一次。</p>
        </div>
      )}
    </div>
  )
}
