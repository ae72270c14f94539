import { useState } from 'preact/hooks'
import type { RecordLine } from './account-shapes.ts'

/** What is registered, narrowed by words. */
export function AccountRecords({ records, all }: { records: readonly RecordLine[]; all: number }) {
  const [words, setWords] = useState('')
  const kept = records.filter((record) =>
    `${record.kindName} ${record.unit} ${record.name} ${record.platform} ${record.state}`.includes(words.trim()),
  )
  return (
    <section class="card stack" aria-label="登记">
      <label class="field">
        在登记里找
        <input type="search" value={words} placeholder="单位、名称、平台" onInput={(event) => setWords(event.currentTarget.value)} />
      </label>
      {kept.length === 0 ? (
        <p class="note">没有找到“{words}”。</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th>类别</th>
              <th>单位</th>
              <th>名称</th>
              <th>平台或网址</th>
              <th>状态</th>
              <th>主管单位</th>
              <th class="number">问题</th>
            </tr>
          </thead>
          <tbody>
            {kept.map((record, i) => (
              <tr key={i}>
                <td>{record.kindName}</td>
                <td class="name">{record.unit}</td>
                <td>{record.name}</td>
                <td>{record.platform}</td>
                <td>{record.state}</td>
                <td>{record.supervisor}</td>
                <td class="number">{record.found === 0 ? '' : record.found}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {all > records.length && (
        <p class="note">
          共 {all} 条，这里是前 {records.length} 条；全部在导出的表里。
        </p>
      )}
    </section>
  )
}
