/** The host of an address, as written with or without a scheme; undefined if it is no address. */
export function hostOf(address: string): string | undefined {
  return /^(?:https?:\/\/)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?::\d+)?(?:[/?#]|$)/i.exec(address.trim())?.[1]?.toLowerCase()
}
