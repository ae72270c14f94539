import type { PanelSettings } from './settings.ts'

/** The page's own storage, or memory where that is forbidden. */
export function pageSettings(): PanelSettings {
  const memory = new Map<string, string>()
  const name = (key: string) => `qianshao.${key}`
  return {
    get(key) {
      try {
        return localStorage.getItem(name(key))
      } catch {
        return memory.get(key) ?? null // Storage is forbidden here: this page's own memory serves.
      }
    },
    set(key, value) {
      memory.set(key, value)
      try {
        localStorage.setItem(name(key), value)
      } catch {
        memory.set(key, value) // Forbidden or full; how somebody likes the panel is not worth a message.
      }
    },
  }
}
