import { useState } from 'preact/hooks'
import { Refusal, signIn } from './api.ts'
import { session } from './state.ts'

export function SignIn() {
  const [fault, setFault] = useState<string>()
  const [busy, setBusy] = useState(false)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget as HTMLFormElement)
    setBusy(true)
    try {
      session.value = await signIn(String(form.get('name')), String(form.get('password')))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      setFault(error.message)
      setBusy(false)
    }
  }
  return (
    <main class="center">
      <form class="card stack" onSubmit={submit}>
        <h1>前哨看板</h1>
        <label class="field">
          登录名
          <input name="name" autocomplete="username" required autofocus />
        </label>
        <label class="field">
          密码
          <input name="password" type="password" autocomplete="current-password" required />
        </label>
        {fault !== undefined && (
          <p class="fault" role="alert">
            {fault}
          </p>
        )}
        <button type="submit" class="primary" aria-disabled={busy}>
          {busy ? '正在登录' : '登录'}
        </button>
        <p class="note">第一次启动时，登录名和密码显示在启动窗口里。</p>
      </form>
    </main>
  )
}
