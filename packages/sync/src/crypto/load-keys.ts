import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { publicKey } from '@qianshao/rules-core'
import * as z from 'zod/mini'
import { createSecrets, type EndpointKeys, type KeySecrets, openSecrets } from './endpoint-keys.ts'

const FILE = 'endpoint.json'
const secret = z.string().check(z.regex(/^[\w-]{43}$/))
const privateKey = z.strictObject({ ...publicKey.shape, d: secret })
const keyFile = z.strictObject({ root: privateKey, authority: privateKey, pepper: secret, trust: z.string() })

/**
 * Reads the keys in `directory`, or makes them at the first start: one file, mode 0600.
 * They are never made anew beside a database that already has devices: that would silently cut every device off.
 */
export function loadKeys(directory: string, endpoint: string, now: number, isFirstStart: boolean): EndpointKeys {
  const file = join(directory, FILE)
  if (!existsSync(file)) {
    if (!isFirstStart) {
      throw new Error(`load-keys: 数据库里已有设备，但 ${file} 不在了。请从备份恢复 keys 目录再启动；另造新密钥会让所有设备失效。`)
    }
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    write(file, createSecrets(endpoint, now))
  }
  const secrets = read(file)
  const { keys, renewed } = openSecrets(secrets, endpoint, now)
  if (renewed) write(file, { ...secrets, trust: keys.trust })
  return keys
}

function read(file: string): KeySecrets {
  try {
    return keyFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new Error(`load-keys: ${file} 读不出完整的密钥。请从备份恢复这个文件。`, { cause })
  }
}

// Written aside, flushed, then renamed: a power cut leaves the old file or the new one, never half of one.
function write(file: string, secrets: KeySecrets): void {
  const aside = `${file}.new`
  const handle = openSync(aside, 'w', 0o600)
  try {
    writeSync(handle, `${JSON.stringify(secrets)}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(aside, file)
}
