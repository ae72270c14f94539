import { sites } from '../../sites/index.ts'
import type { OptionsPage } from './open-options.ts'
import { ChoiceRow, Row } from './row.tsx'

/** Where the extension looks, and how strict it is where it cannot look. */
export function CheckingSection({ page }: { page: OptionsPage }) {
  return (
    <>
      <section class="card">
        <h2>在哪里检查</h2>
        {sites.map(({ title, hosts }) => (
          <Row key={title} title={title} note={hosts.join('、')}>
            <span class="chip done">在守护</span>
          </Row>
        ))}
      </section>
      <section class="card">
        <h2>怎么提醒</h2>
        <ChoiceRow
          title="没有识别出页面时"
          note="发布前怎么办。可以比规则包更严，不能更宽。"
          value={page.settings.value.whenUnchecked}
          choices={{ pack: '按规则包', hold: '暂不放行' }}
          save={(value) => page.save('whenUnchecked', value)}
        />
      </section>
    </>
  )
}
