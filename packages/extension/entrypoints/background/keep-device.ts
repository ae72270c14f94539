import { type Device, type DeviceOptions, type JoinedOffice, openDevice } from '@qianshao/sdk'
import type { DeviceView } from '../../messages.ts'
import { readSettings } from '../../settings.ts'
import { showDelivery } from './deliver.ts'

/** The device of this browser profile, opened once for the life of the background, and anew when its endpoint or name changes. */
export function keepDevice(): { get(): Promise<Device>; renew(): Promise<void>; view(): Promise<DeviceView> } {
  let opened: { device: Promise<Device>; options: DeviceOptions; stopShowing: Promise<() => void> } | undefined

  const open = (options: DeviceOptions) => {
    const device = openDevice(options)
    opened = { device, options, stopShowing: device.then(showDelivery) }
    return device
  }
  const get = async () => opened?.device ?? openOnce()
  let opening: Promise<Device> | undefined
  const openOnce = () => {
    opening ??= wanted()
      .then(open)
      .finally(() => {
        opening = undefined
      })
    return opening
  }

  return {
    get,
    async renew() {
      const options = await wanted()
      if (!opened || same(opened.options, options)) return
      const before = opened
      opened = undefined
      ;(await before.stopShowing)()
      ;(await before.device).close()
      await get()
    },
    async view() {
      const device = await get()
      const office = device.office.value
      return {
        state: device.state.value,
        office: office ? copyOffice(office) : null,
        keyId: device.keyId,
        compareCode: device.compareCode.value ?? null,
        lasting: device.lasting,
      }
    },
  }
}

async function wanted(): Promise<DeviceOptions> {
  const { settings } = await readSettings()
  const { endpoint, deviceName } = settings
  return { name: deviceName, host: 'extension', ...(endpoint === '' ? {} : { endpoint }) }
}

function same(a: DeviceOptions, b: DeviceOptions): boolean {
  return a.endpoint === b.endpoint && a.name === b.name
}

/** Messages carry plain values of their own. */
export function copyOffice({ id, name, accounts }: JoinedOffice): NonNullable<DeviceView['office']> {
  return { id, name, accounts: accounts.map((account) => ({ ...account })) }
}
