/** Bytes that are held after everything else was collected; needs `--expose-gc`. */
export function heldBytes() {
  for (let i = 0; i < 3; i++) globalThis.gc()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
