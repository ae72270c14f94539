import { useState } from 'preact/hooks'
import { ask, Refusal } from './api.ts'
import { printTime } from './beijing-time.ts'
import { CompareCell } from './compare-cell.tsx'
import { Empty } from './page-head.tsx'
import * as shapes from './shapes.ts'
import { StopDevice } from './stop-device.tsx'

/** The devices of an office: whether each was compared, when it last reported, what is missing, and a way to stop one. */
export function DeviceTable({ office, asOf, onChanged }: { office: shapes.OfficeShape; asOf: number; onChanged(): void }) {
  const [fault, setFault] = useState<string>()
  const act = (device: string, change: 'compared' | 'revoke') => async () => {
    try {
      await ask(`/offices/${office.id}/devices/${device}/${change}`, shapes.office, 'POST')
      setFault(undefined)
      onChanged()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      setFault(error.message)
    }
  }
  if (office.devices.length === 0) return <Empty what="还没有设备" why="做一个加入码，在插件或编辑器里输入，设备就会出现在这里。" />
  const hasNew = office.devices.some(({ comparedAt, revokedAt }) => comparedAt === null && revokedAt === null)
  return (
    <>
      {hasNew && (
        <p>请未核对设备的使用者打开前哨的“设置”，找到“服务端”里的比对码。16 位数字和这里完全相同，再点“已核对”；有一位不同，就停用它。</p>
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">设备</th>
            <th scope="col">比对码</th>
            <th scope="col" class="minor">
              加入
            </th>
            <th scope="col">最近上报</th>
            <th scope="col" class="number">
              记录
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {office.devices.map((device) => (
            <tr key={device.id}>
              <th scope="row">
                {device.name}
                <br />
                <span class="note">{device.host === 'extension' ? '浏览器插件' : device.host.replace(/^page:/, '')}</span>
              </th>
              <td>
                <CompareCell device={device} onCompared={act(device.id, 'compared')} />
              </td>
              <td class="minor whole">{printTime(device.joinedAt, asOf)}</td>
              <td>{device.lastAt === null ? <span class="note">还没有</span> : printTime(device.lastAt, asOf)}</td>
              <td class="number">
                {device.stored}
                {device.missing > 0 && <span class="over"> 缺 {device.missing} 条</span>}
              </td>
              <td>
                <StopDevice device={device} onStop={act(device.id, 'revoke')} />
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
