import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { ask, type DeviceView } from '../../messages.ts'
import { endpointOf } from './endpoint-of.ts'
import type { OptionsPage } from './open-options.ts'
import { Row, TextRow } from './row.tsx'

const STATES: Readonly<Record<DeviceView['state'], string>> = {
  alone: '还没有加入。记录都留在本机，加入后再发。',
  joined: '已加入',
  unverified: '已加入，等管理员核对比对码',
  stopped: '本机已停用。记录仍保存在本机，请联系管理员重新加入。',
}

/** Joining the office's endpoint with a code or a link. Everything else works without. */
export function JoinSection({ page }: { page: OptionsPage }) {
  const { endpoint, deviceName } = page.settings.value
  const device = useSignal<DeviceView | undefined>(undefined)
  const code = useSignal('')
  const said = useSignal<string | undefined>(undefined)
  const busy = useSignal(false)
  const refresh = async () => {
    device.value = await ask('device.view', {})
  }
  useEffect(() => {
    refresh().catch((cause: unknown) => {
      said.value = `没有读到本机的设备状态：${String(cause)}。请重新打开本页。`
    })
  }, [endpoint])

  const join = async (event: Event) => {
    event.preventDefault()
    const to = endpointOf(code.value, endpoint)
    if ('wrong' in to) {
      said.value = to.wrong
      return
    }
    busy.value = true
    try {
      // Asked in answer to the click: browsers grant it in no other moment.
      if (!(await browser.permissions.request({ origins: [`${to.endpoint}/*`] }))) {
        said.value = `没有同意访问 ${to.endpoint}，所以没有加入。再点一次“加入”，并选择允许。`
        return
      }
      said.value = await page.save('endpoint', to.endpoint)
      if (said.value) return
      const result = await ask('device.join', { codeOrLink: code.value })
      said.value = 'joined' in result ? `已加入${result.joined.name}。` : result.title
      if ('joined' in result) code.value = ''
      await refresh()
    } catch (cause) {
      said.value = `没有加入：${cause instanceof Error ? cause.message : String(cause)}`
    } finally {
      busy.value = false
    }
  }

  return (
    <>
      <section class="card">
        <h2>加入</h2>
        <TextRow
          title="服务端地址"
          note="用加入链接时不用填。"
          value={endpoint}
          placeholder="https://sync.example.gov.cn"
          save={async (value) =>
            (await page.save('endpoint', value.replace(/\/+$/, ''))) ? '要写完整，如 https://sync.example.gov.cn。没有保存。' : undefined
          }
        />
        <TextRow
          title="设备名称"
          note="管理员在设备清单里看到的名字。"
          value={deviceName}
          maxLength={20}
          save={(value) => page.save('deviceName', value)}
        />
        <form class="add" onSubmit={join}>
          <label>
            输入加入码或加入链接（24 小时内有效，只能用一次）
            <input
              type="text"
              class="code"
              autoComplete="off"
              value={code}
              placeholder="7K3M-Q9XA-2VCV"
              onInput={(event) => (code.value = event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="button primary" aria-disabled={busy.value}>
            {busy.value ? '正在加入……' : '加入'}
          </button>
        </form>
        {said.value && (
          <p class="note" role="status">
            {said}
          </p>
        )}
      </section>
      {device.value && (
        <section class="card">
          <h2>本机</h2>
          <Row title="状态" note={STATES[device.value.state]} />
          {device.value.office && <Row title="单位" note={device.value.office.name} />}
          {device.value.compareCode && <Row title="比对码" note={`${device.value.compareCode}（和管理员屏幕上的一样才对）`} />}
          {!device.value.lasting && <Row title="保存" note="浏览器不让保存，关闭后未发出的记录会丢。请先联网发出。" />}
        </section>
      )}
    </>
  )
}
