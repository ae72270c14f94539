import { type BookRecord, textOf } from './book.ts'

export type OwnerClass = 'government' | 'department'

/** Whether a record's owner is a government or a department of one, from what is written and else from the name. */
export function ownerClassOf(record: BookRecord, office: BookRecord | undefined): OwnerClass | undefined {
  for (const words of [textOf(record, 'ownerClass'), textOf(record, 'ownerLevel'), textOf(office, 'class')]) {
    if (/部门|直属|事业单位|[局委]$/.test(words)) return 'department'
    if (/政府|门户|^(?:省|市|区|县|区县)$/.test(words)) return 'government'
  }
  for (const name of [textOf(record, 'opener'), textOf(record, 'host'), record.office, record.name]) {
    if (/人民政府(?:办公[室厅])?$|^[^局委]{1,8}(?:区|县|市)(?:人民政府|政府|门户)/.test(name)) return 'government'
    if (/局|委$|委员会|中心|厅$|处$|站$|队$/.test(name)) return 'department'
  }
  return undefined
}

/** What an office is, in the words of its class, or as its name shows it. */
export function officeClassOf(office: BookRecord | undefined, name: string): string {
  const written = textOf(office, 'class')
  if (written !== '') return written
  if (/街道|[镇乡]$|[镇乡]人民政府/.test(name)) return '镇街'
  if (/[区县](?:人民)?政府(?:办公室)?$|^[^市局委]{1,8}[区县]$/.test(name)) return '区县政府'
  if (/^.{0,8}市(?:人民)?政府(?:办公厅|办公室)?$/.test(name)) return '市政府'
  if (/^(?:市|[^区县]{1,6}市)[^区县]*(?:局|委|委员会|办|办公室|厅)$/.test(name)) return '市政府部门'
  if (/^[^市]{0,8}[区县].*(?:局|委|委员会|办|办公室|中心)$/.test(name)) return '区县政府部门'
  return ''
}
