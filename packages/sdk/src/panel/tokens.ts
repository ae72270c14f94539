/** Colours of the three themes: light, dark, high contrast. Contrasts are measured in `tokens.test.ts`. */
export const colours: Readonly<Record<string, readonly [light: string, dark: string, hc: string]>> = {
  bg: ['#F3F5F8', '#0F151C', '#FFFFFF'],
  surface: ['#FFFFFF', '#171F28', '#FFFFFF'],
  'surface-2': ['#F8F9FB', '#1C252F', '#FFFFFF'],
  'surface-3': ['#EEF1F5', '#24303C', '#F0F0F0'],
  line: ['#E2E6EC', '#2A3643', '#000000'],
  'line-2': ['#CBD3DD', '#3A4857', '#000000'],
  'line-control': ['#7F8C9C', '#7C8B9B', '#000000'],
  text: ['#1A2330', '#E6EBF1', '#000000'],
  'text-2': ['#465261', '#B6C1CD', '#1A1A1A'],
  'text-3': ['#5F6B7A', '#95A2B1', '#333333'],
  brand: ['#1B5A9E', '#7DB3EA', '#003A80'],
  'brand-strong': ['#12477F', '#A5CCF3', '#002A60'],
  'brand-soft': ['#EBF2FA', '#1A2B3F', '#FFFFFF'],
  'brand-line': ['#B7CFE8', '#2F4E70', '#003A80'],
  'on-brand': ['#FFFFFF', '#0C1723', '#FFFFFF'],
  hold: ['#B3261E', '#FF9E94', '#8F0A04'],
  'hold-soft': ['#FDF2F1', '#331D1D', '#FFFFFF'],
  'hold-line': ['#EFC7C3', '#6B3633', '#8F0A04'],
  'hold-mark': ['#C9372C', '#FF7B6E', '#8F0A04'],
  ask: ['#875000', '#EFC06F', '#5C3500'],
  'ask-soft': ['#FFF8EA', '#2E2514', '#FFFFFF'],
  'ask-line': ['#EAD3A2', '#65502A', '#5C3500'],
  'ask-mark': ['#B36B00', '#E0A74A', '#5C3500'],
  hint: ['#3C5D76', '#A3C1D6', '#1F3A50'],
  'hint-soft': ['#F1F5F8', '#1C2832', '#FFFFFF'],
  'hint-line': ['#C7D5E0', '#3A5062', '#1F3A50'],
  'hint-mark': ['#5C7D96', '#86A9C2', '#1F3A50'],
  clear: ['#24605F', '#8CCBC6', '#0C4241'],
  'clear-soft': ['#EFF6F5', '#182A2B', '#FFFFFF'],
  'clear-line': ['#BFDAD7', '#2F4F4E', '#0C4241'],
  un: ['#4B4A66', '#BDBBD6', '#2B2A45'],
  'un-soft': ['#F3F3F7', '#232331', '#FFFFFF'],
  'un-line': ['#C9C8D8', '#4A4963', '#2B2A45'],
  over: ['#7A3B00', '#F0A544', '#4A2400'],
  done: ['#2B6B4C', '#8FCFAC', '#0B4A2B'],
  'done-soft': ['#EEF6F1', '#182A21', '#FFFFFF'],
  'done-line': ['#BFDCCB', '#2E5040', '#0B4A2B'],
  ins: ['#E6F2EA', '#1B3326', '#DFF0E5'],
  del: ['#F6ECEB', '#3A2322', '#F6DEDC'],
}

export type ThemeName = 'light' | 'dark' | 'hc'
export const themeNames: readonly ThemeName[] = ['light', 'dark', 'hc']

/** Custom properties of a theme, as a block of declarations. */
export function themeVariables(theme: ThemeName): string {
  const column = themeNames.indexOf(theme)
  return Object.entries(colours)
    .map(([name, values]) => `--qs-${name}:${values[column]};`)
    .join('')
}
