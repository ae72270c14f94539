import type { ComponentType } from 'preact'
import { Logo } from '../../look/icons.tsx'
import { AboutSection } from './about-section.tsx'
import { AccountSection } from './account-section.tsx'
import { CheckingSection } from './checking-section.tsx'
import { DisplaySection } from './display-section.tsx'
import { JoinSection } from './join-section.tsx'
import type { OptionsPage } from './open-options.ts'
import { OutboxSection } from './outbox-section.tsx'
import { PackSection } from './pack-section.tsx'
import { PeopleSection } from './people-section.tsx'

export interface Section {
  id: string
  title: string
  note: string
  Body: ComponentType<{ page: OptionsPage }>
}

/** In the order that a new colleague needs them. */
const sections: readonly Section[] = [
  { id: 'account', title: '我的账号和单位', note: '谁在用、发到哪个账号。改动立即生效，不用点保存。', Body: AccountSection },
  { id: 'pack', title: '规则包', note: '按哪个地区的文件检查。', Body: PackSection },
  { id: 'checking', title: '检查和面板', note: '在哪里检查，没有识别出页面时怎么办。', Body: CheckingSection },
  { id: 'display', title: '字号与显示', note: '插件自己的页面和检查面板的字号。', Body: DisplaySection },
  { id: 'people', title: '审核人', note: '可以在本机确认“不是这个问题”或放行的人。', Body: PeopleSection },
  { id: 'join', title: '服务端', note: '把发布台账报给主管单位。不填也能检查。', Body: JoinSection },
  { id: 'outbox', title: '外发箱', note: '将要发出的全部内容，一字不差。', Body: OutboxSection },
  { id: 'about', title: '隐私和关于', note: '什么会离开本机，什么不会。', Body: AboutSection },
]

export function Options({ page }: { page: OptionsPage }) {
  const current = sections.find(({ id }) => id === page.section.value) ?? sections[0]!
  const { Body } = current
  return (
    <div class="frame">
      <nav aria-label="设置">
        <p class="brand">
          <Logo />
          <strong>前哨设置</strong>
        </p>
        <ul>
          {sections.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`} aria-current={id === current.id ? 'page' : undefined}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main>
        <h1>{current.title}</h1>
        <p class="note">{current.note}</p>
        {page.repaired.value.length > 0 && (
          <p class="card wrong" role="status">
            这些设置没有读出来，已用默认值：{page.repaired.value.join('、')}。请核对后重新填写。
          </p>
        )}
        <Body page={page} key={current.id} />
      </main>
    </div>
  )
}
