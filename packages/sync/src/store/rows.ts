import { publicKey } from '@qianshao/rules-core'
import * as z from 'zod/mini'

/** What comes out of the database, parsed like anything else that comes from outside. Members are named as the columns. */

const int = z.int()
const nullableInt = z.nullable(z.int())
const json = <T>(schema: z.ZodMiniType<T>) =>
  z.pipe(
    z.pipe(
      z.string(),
      z.transform((text: string): unknown => JSON.parse(text)),
    ),
    schema,
  )

// libsql gives a BLOB as an ArrayBuffer or a Buffer, depending on the call.
const blob = z.pipe(
  z.custom<ArrayBuffer | Uint8Array>((value) => value instanceof ArrayBuffer || value instanceof Uint8Array),
  z.transform((value: ArrayBuffer | Uint8Array): Buffer => (value instanceof ArrayBuffer ? Buffer.from(value) : Buffer.from(value))),
)
const line = z.pipe(
  blob,
  z.transform((bytes: Buffer): string => bytes.toString('utf8')),
)

export const officeRow = z.object({
  office: z.string(),
  name: z.string(),
  pack: z.string(),
  origins: json(z.array(z.string())),
  created_at: int,
})
export const accountRow = z.object({ office: z.string(), id: z.string(), name: z.string() })
export const columnRow = z.object({ office: z.string(), account: z.string(), id: z.string(), title: z.string(), class: z.string() })
export const joinCodeRow = z.object({
  office: z.string(),
  hash: z.string(),
  expires_at: int,
  bad_proofs: int,
  used_at: nullableInt,
  used_by: z.nullable(z.string()),
})
export const deviceRow = z.object({
  office: z.string(),
  id: z.string(),
  name: z.string(),
  host: z.string(),
  joined_at: int,
  revoked_at: nullableInt,
  compared_at: nullableInt,
  kid: z.string(),
  expires_at: int,
})
export const certifiedRow = z.object({
  office: z.string(),
  kid: z.string(),
  subject: z.string(),
  statement: z.string(),
  jwk: json(publicKey),
  host: z.string(),
  not_before: int,
  expires_at: int,
  revoked_at: nullableInt,
})
export const entryRow = z.object({ office: z.string(), device: z.string(), received_at: int, hash: z.string(), line })
export const tailRow = z.object({ device: z.string(), last_seq: int, stored: int, last_at: int })
export const administratorRow = z.object({ name: z.string(), password: z.string(), created_at: int })
export const sessionRow = z.object({ hash: z.string(), administrator: z.string(), csrf: z.string(), expires_at: int })
export const countRow = z.object({ n: int })
