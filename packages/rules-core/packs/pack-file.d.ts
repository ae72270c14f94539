/** A built pack is JSON; `parsePack` makes it a pack. */
declare const pack: unknown
export default pack
