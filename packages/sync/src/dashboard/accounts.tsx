import { AccountFindings } from './account-findings.tsx'
import { AccountImport } from './account-import.tsx'
import { AccountRecords } from './account-records.tsx'
import * as shapes from './account-shapes.ts'
import { printDay } from './beijing-time.ts'
import { Empty, PageHead } from './page-head.tsx'
import { choose, linkTo, route } from './state.ts'
import { useLoaded } from './use-loaded.ts'
import { kindNames } from './words.zh-CN.ts'

/** 账号台账: what is registered, what the packs' audits find in it, each with its clause; import and export. */
export function AccountsPage() {
  const { params } = route.value
  const office = params.get('office') ?? ''
  const shownAs = params.get('kind') ?? ''
  const { value, fault, busy, reload } = useLoaded(`/accounts${office ? `?office=${encodeURIComponent(office)}` : ''}`, shapes.accounts)
  const findings = value?.findings.filter((line) => shownAs === '' || line.shownAs === shownAs) ?? []
  const chosen = value?.offices.find(({ id }) => id === office) ?? (value?.offices.length === 1 ? value.offices[0] : undefined)
  return (
    <>
      <PageHead title="账号台账" scope={value && `按 ${printDay(value.today)} 体检`} asOf={value?.asOf} busy={busy}>
        {value && value.offices.length > 1 && (
          <select aria-label="单位" value={office} onChange={(event) => choose({ office: event.currentTarget.value, finding: undefined })}>
            <option value="">全部单位</option>
            {value.offices.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
        <select aria-label="问题" value={shownAs} onChange={(event) => choose({ kind: event.currentTarget.value, finding: undefined })}>
          <option value="">全部问题</option>
          {(['hold', 'ask', 'hint'] as const).map((kind) => (
            <option key={kind} value={kind}>
              {kindNames[kind]} {value?.findings.filter((line) => line.shownAs === kind).length ?? ''}
            </option>
          ))}
        </select>
        {chosen && chosen.records > 0 && (
          <a class="button" href={`/api/accounts/${encodeURIComponent(chosen.id)}/book.xlsx`} download={`账号台账-${chosen.name}.xlsx`}>
            导出
          </a>
        )}
      </PageHead>
      <div class="body stack">
        {fault !== undefined && <p class="fault">{fault}</p>}
        {value && value.offices.length === 0 && (
          <Empty what="还没有单位" why="先登记单位、选好规则包，再导入它的账号台账。">
            <a class="button" href={linkTo('office', { new: '1' })}>
              登记单位
            </a>
          </Empty>
        )}
        {value && value.offices.length > 0 && (
          <>
            {chosen ? (
              <AccountImport key={chosen.id} office={chosen} onDone={reload} />
            ) : (
              <p class="note">要导入或导出，请先在上面选一个单位。</p>
            )}
            {value.all.records === 0 ? (
              <Empty what="台账是空的" why="导入一份表格，就按规则包体检。表头写法不一样也能认。" />
            ) : (
              <>
                <AccountFindings lines={findings} all={value.all.findings} isFiltered={shownAs !== ''} />
                <AccountRecords records={value.records} all={value.all.records} />
              </>
            )}
          </>
        )}
      </div>
    </>
  )
}
