import { useState } from 'preact/hooks'
import { ask, Refusal } from './api.ts'
import { printTime } from './beijing-time.ts'
import { Empty } from './page-head.tsx'
import * as shapes from './shapes.ts'

/** The devices of an office: when each last reported, what is missing, and a way to stop one. */
export function DeviceTable({ office, asOf, onChanged }: { office: shapes.OfficeShape; asOf: number; onChanged(): void }) {
  const [asked, setAsked] = useState<string>()
  const [fault, setFault] = useState<string>()
  const stop = async (device: string) => {
    try {
      await ask(`/offices/${office.id}/devices/${device}/revoke`, shapes.office, 'POST')
      setAsked(undefined)
      onChanged()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      setFault(error.message)
    }
  }
  if (office.devices.length === 0) return <Empty what="还没有设备" why="做一个加入码，在插件或编辑器里输入，设备就会出现在这里。" />
  return (
    <>
      <table>
        <thead>
          <tr>
            <th>设备</th>
            <th>加入</th>
            <th>最近上报</th>
            <th class="number">记录</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {office.devices.map((device) => (
            <tr key={device.id}>
              <td>
                {device.name} <span class="note">{device.host === 'extension' ? '浏览器插件' : device.host.replace(/^page:/, '')}</span>
              </td>
              <td>{printTime(device.joinedAt, asOf)}</td>
              <td>{device.lastAt === null ? <span class="note">还没有</span> : printTime(device.lastAt, asOf)}</td>
              <td class="number">
                {device.stored}
                {device.missing > 0 && <span class="over"> 缺 {device.missing} 条</span>}
              </td>
              <td>
                <DeviceAct device={device} isAsked={asked === device.id} onAsk={setAsked} onStop={stop} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {fault !== undefined && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
    </>
  )
}

function DeviceAct(props: { device: shapes.DeviceShape; isAsked: boolean; onAsk(device?: string): void; onStop(device: string): void }) {
  const { device, isAsked, onAsk, onStop } = props
  if (device.revokedAt !== null) return <span class="chip un">已停用</span>
  if (!isAsked) {
    return (
      <button type="button" class="link" onClick={() => onAsk(device.id)}>
        停用
      </button>
    )
  }
  return (
    <>
      停用后它不能再上报。
      <button type="button" class="link" onClick={() => onStop(device.id)}>
        停用
      </button>
      <button type="button" class="link" onClick={() => onAsk(undefined)}>
        不停用
      </button>
    </>
  )
}
