/** A built pack or a yearly calendar is JSON; `parsePack` and `parseCalendar` make them what they are. */
declare const content: unknown
export default content
