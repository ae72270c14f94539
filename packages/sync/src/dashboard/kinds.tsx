import { Icon } from './icon.tsx'
import { kindNames } from './words.zh-CN.ts'

/** How many 须改, 待核对 and 提示, each with its own shape; nothing found is said in words. */
export function Kinds({ kinds }: { kinds: { hold: number; ask: number; hint: number } }) {
  const found = (['hold', 'ask', 'hint'] as const).filter((kind) => kinds[kind] > 0)
  if (found.length === 0) return <span class="note">未发现问题</span>
  return (
    <>
      {found.map((kind) => (
        <span key={kind} class={`kind ${kind}`}>
          <Icon name={kind} />
          {kindNames[kind]} {kinds[kind]}
        </span>
      ))}
    </>
  )
}
