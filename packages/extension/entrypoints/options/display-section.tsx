import type { OptionsPage } from './open-options.ts'
import { ChoiceRow } from './row.tsx'

export function DisplaySection({ page }: { page: OptionsPage }) {
  return (
    <section class="card">
      <h2>字号</h2>
      <ChoiceRow
        title="文字大小"
        note="检查面板、弹窗和本页一起变。"
        value={page.settings.value.textSize}
        choices={{ '1': '标准', '1.25': '大', '1.5': '特大' }}
        save={(value) => page.save('textSize', value)}
      />
    </section>
  )
}
