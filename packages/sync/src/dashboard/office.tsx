import { useState } from 'preact/hooks'
import { DeviceTable } from './device-table.tsx'
import { JoinCodeMaker } from './join-code-maker.tsx'
import { OfficeForm } from './office-form.tsx'
import { Empty, PageHead } from './page-head.tsx'
import * as shapes from './shapes.ts'
import { choose, linkTo, route } from './state.ts'
import { useLoaded } from './use-loaded.ts'
import { columnClasses } from './words.zh-CN.ts'

/** One office: accounts, columns, devices, a join code. */
export function OfficePage() {
  const { value, fault, busy, reload } = useLoaded('/offices', shapes.offices)
  const [editing, setEditing] = useState(false)
  const { params } = route.value
  const isNew = params.has('new')
  const chosen = value?.offices.find(({ id }) => id === params.get('office')) ?? value?.offices[0]
  const saved = (office: string) => {
    setEditing(false)
    reload()
    choose({ office, new: undefined })
  }
  return (
    <>
      <PageHead title="单位" scope={isNew ? '登记新单位' : chosen?.name} asOf={value?.asOf} busy={busy}>
        {value && value.offices.length > 1 && (
          <select aria-label="单位" value={chosen?.id} onChange={(event) => choose({ office: event.currentTarget.value, new: undefined })}>
            {value.offices.map(({ id, name, devices }) => (
              <option key={id} value={id}>
                {name}
                {waitingOf(devices) > 0 && `（${waitingOf(devices)} 台未核对）`}
              </option>
            ))}
          </select>
        )}
        {!isNew && <a href={linkTo('office', { new: '1' })}>登记新单位</a>}
      </PageHead>
      <div class="body">
        {fault !== undefined && <p class="fault">{fault}</p>}
        {value && isNew && <OfficeForm key="new" packs={value.packs} onSaved={saved} onLeave={() => choose({ new: undefined })} />}
        {value && !isNew && !chosen && (
          <Empty what="还没有单位" why="先登记一个单位和它的账号。">
            <a href={linkTo('office', { new: '1' })}>登记单位</a>
          </Empty>
        )}
        {value && !isNew && chosen && editing && (
          <OfficeForm key={chosen.id} packs={value.packs} office={chosen} onSaved={saved} onLeave={() => setEditing(false)} />
        )}
        {value && !isNew && chosen && !editing && (
          <div class="two">
            <section class="card stack">
              <header>
                <h2>设备</h2>
                <span class="note">每台设备有自己的密钥</span>
              </header>
              <DeviceTable office={chosen} asOf={value.asOf} onChanged={reload} />
              <JoinCodeMaker key={chosen.id} office={chosen.id} asOf={value.asOf} />
            </section>
            <OfficeCard office={chosen} packs={value.packs} onEdit={() => setEditing(true)} />
          </div>
        )}
      </div>
    </>
  )
}

function waitingOf(devices: readonly shapes.DeviceShape[]): number {
  return devices.filter(({ comparedAt, revokedAt }) => comparedAt === null && revokedAt === null).length
}

function OfficeCard({ office, packs, onEdit }: { office: shapes.OfficeShape; packs: shapes.Offices['packs']; onEdit(): void }) {
  const pack = packs.find(({ id }) => id === office.pack)
  return (
    <section class="card stack">
      <header>
        <h2>账号和栏目</h2>
        <button type="button" class="link end" onClick={onEdit}>
          修改
        </button>
      </header>
      <dl class="pairs">
        <dt>单位编号</dt>
        <dd>{office.id}</dd>
        <dt>规则包</dt>
        <dd>{pack ? `${pack.title} ${pack.version}` : `${office.pack}（没有装这个规则包，请修改）`}</dd>
      </dl>
      {office.accounts.map((account) => (
        <div key={account.id}>
          <h3>
            {account.name} <span class="note">{account.id}</span>
          </h3>
          <ul>
            {office.columns
              .filter((column) => column.account === account.id)
              .map((column) => (
                <li key={column.id}>
                  {column.title} <span class="note">{columnClasses[column.class] ?? column.class}</span>
                </li>
              ))}
          </ul>
        </div>
      ))}
      {office.origins.length > 0 && <p class="note">可以在网页里使用：{office.origins.join('、')}</p>}
    </section>
  )
}
