/** Where the panel keeps how somebody likes it: a few short strings. `localStorage` fits, and so does an extension's storage behind a copy in memory. */
export interface PanelSettings {
  get(key: string): string | null
  set(key: string, value: string): void
}
