/** The version of this package, as `health` entries name it; its test compares it with the manifest. */
export const engineVersion = '0.1.0'
