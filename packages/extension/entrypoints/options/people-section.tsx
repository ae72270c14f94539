import { useSignal } from '@preact/signals'
import type { ReviewRole } from '@qianshao/rules-core'
import { roleNames } from '../../roles.ts'
import { newPersonId } from '../../settings.ts'
import type { OptionsPage } from './open-options.ts'
import { Row } from './row.tsx'

/** The second persons of this desk. Their PIN is set at their first signature, in the panel. */
export function PeopleSection({ page }: { page: OptionsPage }) {
  const { people } = page.settings.value
  const name = useSignal('')
  const role = useSignal<ReviewRole>('head')
  const wrong = useSignal<string | undefined>(undefined)
  const add = async (event: Event) => {
    event.preventDefault()
    if (name.value.trim() === '') {
      wrong.value = '请先填写姓名。'
      return
    }
    wrong.value = await page.save('people', [...people, { id: newPersonId(), name: name.value.trim(), roles: [role.value] }])
    if (!wrong.value) name.value = ''
  }
  return (
    <section class="card">
      <h2>本机的审核人</h2>
      {people.length === 0 && <p class="note">还没有。没有第二个人时，“须改”的问题只能改，不能标为“不是这个问题”。</p>}
      {people.map((person) => (
        <Row key={person.id} title={person.name} note={person.roles.map((id) => roleNames[id]).join('、')}>
          <button
            type="button"
            class="button"
            onClick={() =>
              void page.save(
                'people',
                people.filter(({ id }) => id !== person.id),
              )
            }
          >
            移除
          </button>
        </Row>
      ))}
      <form class="add" onSubmit={add}>
        <label>
          姓名
          <input type="text" maxLength={20} value={name} onInput={(event) => (name.value = event.currentTarget.value)} />
        </label>
        <label>
          角色
          <select value={role} onChange={(event) => (role.value = event.currentTarget.value as ReviewRole)}>
            {Object.entries(roleNames).map(([id, title]) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" class="button">
          添加
        </button>
      </form>
      {wrong.value && <p class="wrong">{wrong}</p>}
    </section>
  )
}
