import { ledgerEntry } from '@qianshao/rules-core'
import type Database from 'libsql'
import { entryRow, tailRow } from './rows.ts'
import type { Batch, EntryQuery, EntryRow, LineOutcome, ReadLine, Store } from './store.ts'

type Write = <T>(work: () => T) => Promise<T>
type LedgerPart = Pick<Store, 'putBatch' | 'entries' | 'entry' | 'deviceTails' | 'refusedCount'>

/** The ledger's part of the SQLite store. */
export function sqliteLedger(db: Database.Database, write: Write): LedgerPart {
  const insertBatch = db.prepare(
    `INSERT INTO batch (office, id, kid, device, received_at, signed_hash, content_digest, signature_input, signature, encoding, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  )
  const insertEntry = db.prepare(
    `INSERT INTO entry (office, id, batch, device, received_at, kind, account, at, seq, hash, line)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (office, id) DO NOTHING`,
  )
  const keptHash = db.prepare('SELECT hash FROM entry WHERE office = ? AND id = ?')
  const insertRefused = db.prepare(
    `INSERT INTO refused_line (office, batch, line, device, received_at, id, code, path, hash, kept_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const oneEntry = db.prepare('SELECT office, device, received_at, hash, line FROM entry WHERE office = ? AND id = ?')
  const tails = db.prepare(
    `SELECT device, MAX(seq) AS last_seq, COUNT(DISTINCT seq) AS stored, MAX(received_at) AS last_at
     FROM entry WHERE office = ? GROUP BY device`,
  )

  function storeBatch(batch: Batch): LineOutcome[] {
    const { office, device, receivedAt } = batch
    const isNew =
      insertBatch.run(
        office,
        batch.id,
        batch.kid,
        device,
        receivedAt,
        batch.signedHash,
        batch.contentDigest,
        batch.signatureInput,
        batch.signature,
        batch.encoding,
        Buffer.from(batch.body),
      ).changes === 1
    return batch.lines.map((read, i) => {
      const { outcome, kept } = storeLine(batch, read)
      // A replayed request finds its refusals recorded already.
      if (isNew && (outcome === 'refused' || outcome === 'conflict')) {
        const [id, code, path] = 'refused' in read ? [read.id, read.refused, read.path ?? null] : [read.entry.id, 'conflict', null]
        insertRefused.run(office, batch.id, i + 1, device, receivedAt, id, code, path, read.hash, kept)
      }
      return outcome
    })
  }

  function storeLine(batch: Batch, read: ReadLine): { outcome: LineOutcome; kept: string | null } {
    if ('refused' in read) return { outcome: 'refused', kept: null }
    const { entry, hash, line } = read
    const { office, device, receivedAt } = batch
    const { id, kind, acct, at, seq } = entry
    const { changes } = insertEntry.run(office, id, batch.id, device, receivedAt, kind, acct, at, seq, hash, Buffer.from(line))
    if (changes === 1) return { outcome: 'stored', kept: null }
    const kept = (keptHash.get(office, id) as { hash: string }).hash
    return kept === hash ? { outcome: 'duplicate', kept: null } : { outcome: 'conflict', kept }
  }

  return {
    putBatch: (batch) => write(() => storeBatch(batch)),
    entries: async (query) => {
      const { where, values } = conditions(query)
      const order = query.newestFirst ? 'DESC' : 'ASC'
      const limit = query.limit === undefined ? '' : ` LIMIT ${Math.trunc(query.limit)}`
      const sql = `SELECT office, device, received_at, hash, line FROM entry${where} ORDER BY at ${order}, id ${order}${limit}`
      return db
        .prepare(sql)
        .all(...values)
        .map(toEntry)
    },
    entry: async (office, id) => {
      const row = oneEntry.get(office, id)
      return row === undefined ? undefined : toEntry(row)
    },
    deviceTails: async (office) =>
      tails.all(office).map((row) => {
        const { device, last_seq, stored, last_at } = tailRow.parse(row)
        return { device, lastSeq: last_seq, stored, lastAt: last_at }
      }),
    refusedCount: async (office, from, to) => {
      const where = office === undefined ? '' : ' AND office = ?'
      const sql = `SELECT COUNT(*) AS n FROM refused_line WHERE received_at >= ? AND received_at < ?${where}`
      return (db.prepare(sql).get(...[from, to, ...(office === undefined ? [] : [office])]) as { n: number }).n
    },
  }
}

function conditions(query: EntryQuery): { where: string; values: (string | number)[] } {
  const parts: [string, (string | number)[]][] = []
  if (query.office !== undefined) parts.push(['office = ?', [query.office]])
  if (query.kinds) parts.push([`kind IN (${query.kinds.map(() => '?').join(', ')})`, [...query.kinds]])
  if (query.account !== undefined) parts.push(['account = ?', [query.account]])
  if (query.from !== undefined) parts.push(['at >= ?', [query.from]])
  if (query.to !== undefined) parts.push(['at < ?', [query.to]])
  if (query.olderThan) {
    const { at, id } = query.olderThan
    parts.push(['(at < ? OR (at = ? AND id < ?))', [at, at, id]])
  }
  const where = parts.length === 0 ? '' : ` WHERE ${parts.map(([sql]) => sql).join(' AND ')}`
  return { where, values: parts.flatMap(([, values]) => values) }
}

function toEntry(row: unknown): EntryRow {
  const { office, device, received_at, hash, line } = entryRow.parse(row)
  return { office, device, receivedAt: received_at, hash, line, entry: ledgerEntry.parse(JSON.parse(line)) }
}
