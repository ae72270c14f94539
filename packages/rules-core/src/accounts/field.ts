/** What a field of the account book holds. A flag is 是 or 否; entries are small records such as filings, with named parts. */
export type Shape = 'text' | 'list' | 'day' | 'count' | 'flag' | 'entries'

export interface Part {
  title: string
  shape: 'text' | 'day' | 'address' | 'count' | 'flag'
  also: readonly string[]
}

export interface Field {
  /** What the template calls the column. */
  title: string
  shape: Shape
  /** What offices call it in the tables that they keep. */
  also: readonly string[]
  /** Of entries, in the order in which a cell writes them. */
  parts?: Readonly<Record<string, Part>>
}

export const text = (title: string, ...also: string[]): Field => ({ title, shape: 'text', also })
export const list = (title: string, ...also: string[]): Field => ({ title, shape: 'list', also })
export const day = (title: string, ...also: string[]): Field => ({ title, shape: 'day', also })
export const count = (title: string, ...also: string[]): Field => ({ title, shape: 'count', also })
export const flag = (title: string, ...also: string[]): Field => ({ title, shape: 'flag', also })
export const entries = (parts: Readonly<Record<string, Part>>, title: string, ...also: string[]): Field => ({
  title,
  shape: 'entries',
  also,
  parts,
})
export const part = (title: string, shape: Part['shape'], ...also: string[]): Part => ({ title, shape, also })
