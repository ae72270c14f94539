import type { Draft, Finding } from '@qianshao/rules-core'

const ROLE_NAMES = {
  title: '标题',
  summary: '摘要',
  author: '作者',
  source: '来源',
  caption: '图片说明',
  link: '链接',
  image: '图片',
  attachment: '附件名',
  draft: '全文',
}

/** Where a finding stands, in words: 正文第 2 段, 表 1 第 3 行第 2 列. Counted as a reader counts, from 1. */
export function placeName(draft: Draft, finding: Finding): string {
  const { role, at } = finding
  const block = at && draft.blocks.find(({ id }) => id === at.blockId)
  const cell = block?.cell
  if (cell) {
    const table = draft.tables.findIndex(({ id }) => id === cell.table) + 1
    return `表 ${table} 第 ${cell.row + 1} 行第 ${cell.column + 1} 列`
  }
  if (role !== 'body' && role !== 'cell')
    return block && (role === 'link' || role === 'image') ? `${ROLE_NAMES[role]}（${paragraph(draft, block.id)}）` : ROLE_NAMES[role]
  return block ? `${block.hidden ? '隐藏文字，' : ''}${paragraph(draft, block.id)}` : '正文'
}

function paragraph(draft: Draft, blockId: string): string {
  const body = draft.blocks.filter((block) => block.role === 'body' && !block.hidden && block.text.trim() !== '')
  const index = body.findIndex(({ id }) => id === blockId)
  return index < 0 ? '正文' : `正文第 ${index + 1} 段`
}
