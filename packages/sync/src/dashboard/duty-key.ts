import type { DutyLine } from './shapes.ts'

/** Names one line of the duties in an address. */
export function dutyKey(line: Pick<DutyLine, 'office' | 'account' | 'column' | 'dutyId'>): string {
  return [line.office, line.account, line.column, line.dutyId].join(' ')
}
