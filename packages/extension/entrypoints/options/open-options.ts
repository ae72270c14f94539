import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { type Delivery, followDelivery } from '../../delivery.ts'
import { readSettings, type SettingName, type Settings, watchSettings, writeSetting } from '../../settings.ts'

/** What the sections of the options page share. Every change takes effect at once. */
export interface OptionsPage {
  settings: ReadonlySignal<Settings>
  /** Titles of settings whose stored value could not be read. */
  repaired: ReadonlySignal<readonly string[]>
  delivery: ReadonlySignal<Delivery>
  section: Signal<string>
  /** Stores a setting; the answer is what is wrong with the value, in Chinese. */
  save<Name extends SettingName>(name: Name, value: Settings[Name]): Promise<string | undefined>
}

export async function openOptions(): Promise<OptionsPage> {
  const first = await readSettings()
  const settings = signal(first.settings)
  const repaired = signal(first.repaired)
  const section = signal(location.hash.slice(1))
  const life = new AbortController()

  watchSettings(async () => {
    settings.value = (await readSettings()).settings
  }, life.signal)
  addEventListener('hashchange', () => {
    section.value = location.hash.slice(1)
  })
  effect(() => {
    document.documentElement.dataset.size = settings.value.textSize
  })
  return { settings, repaired, delivery: followDelivery(life.signal), section, save: writeSetting }
}
