import type Database from 'libsql'
import { accountRow, certifiedRow, columnRow, deviceRow, joinCodeRow, officeRow } from './rows.ts'
import type { Office, Store } from './store.ts'

type Write = <T>(work: () => T) => Promise<T>
type OfficePart = Pick<
  Store,
  | 'putOffice'
  | 'offices'
  | 'office'
  | 'officesOfAccount'
  | 'putJoinCode'
  | 'joinCode'
  | 'countBadProof'
  | 'redeemJoinCode'
  | 'devices'
  | 'revokeDevice'
  | 'markCompared'
  | 'certified'
  | 'hasDevices'
>

/** Offices, their accounts and columns, join codes, devices and certificates in SQLite. */
export function sqliteOffices(db: Database.Database, write: Write): OfficePart {
  const upsertOffice = db.prepare(
    `INSERT INTO office (office, name, pack, origins, created_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (office) DO UPDATE SET name = excluded.name, pack = excluded.pack, origins = excluded.origins`,
  )
  const dropAccounts = db.prepare('DELETE FROM account WHERE office = ?')
  const addAccount = db.prepare('INSERT INTO account (office, id, name) VALUES (?, ?, ?)')
  const dropColumns = db.prepare('DELETE FROM publication_column WHERE office = ?')
  const addColumn = db.prepare('INSERT INTO publication_column (office, account, id, title, class, position) VALUES (?, ?, ?, ?, ?, ?)')
  const oneOffice = db.prepare('SELECT * FROM office WHERE office = ?')
  const allOffices = db.prepare('SELECT * FROM office ORDER BY created_at, office')
  const accountsOf = db.prepare('SELECT * FROM account WHERE office = ? ORDER BY id')
  const columnsOf = db.prepare('SELECT * FROM publication_column WHERE office = ? ORDER BY position')
  const holders = db.prepare('SELECT office FROM account WHERE id = ?')
  const addCode = db.prepare('INSERT INTO join_code (office, hash, created_at, expires_at) VALUES (?, ?, ?, ?)')
  const oneCode = db.prepare('SELECT * FROM join_code WHERE hash = ?')
  const badProof = db.prepare('UPDATE join_code SET bad_proofs = bad_proofs + 1 WHERE office = ? AND hash = ?')
  const useCode = db.prepare('UPDATE join_code SET used_at = ?, used_by = ? WHERE office = ? AND hash = ? AND used_at IS NULL')
  const hasKey = db.prepare('SELECT 1 AS n FROM certificate WHERE kid = ?')
  const addDevice = db.prepare('INSERT INTO device (office, id, name, host, joined_at) VALUES (?, ?, ?, ?, ?)')
  const addCertificate = db.prepare(
    'INSERT INTO certificate (office, kid, subject, statement, jwk, host, not_before, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const devicesOf = db.prepare(
    `SELECT d.*, c.kid, c.expires_at FROM device d JOIN certificate c ON c.office = d.office AND c.subject = d.id
     WHERE d.office = ? ORDER BY d.joined_at, d.id`,
  )
  const revoke = db.prepare('UPDATE device SET revoked_at = ? WHERE office = ? AND id = ? AND revoked_at IS NULL')
  const compare = db.prepare('UPDATE device SET compared_at = COALESCE(compared_at, ?) WHERE office = ? AND id = ? AND revoked_at IS NULL')
  const oneCertificate = db.prepare(
    'SELECT c.*, d.revoked_at FROM certificate c JOIN device d ON d.office = c.office AND d.id = c.subject WHERE c.kid = ?',
  )
  const anyDevice = db.prepare('SELECT 1 AS n FROM device LIMIT 1')

  function toOffice(row: unknown): Office {
    const { office: id, name, pack, origins, created_at } = officeRow.parse(row)
    const accounts = accountsOf.all(id).map((account) => {
      const parsed = accountRow.parse(account)
      return { id: parsed.id, name: parsed.name }
    })
    const columns = columnsOf.all(id).map((column) => {
      const parsed = columnRow.parse(column)
      return { account: parsed.account, id: parsed.id, title: parsed.title, class: parsed.class }
    })
    return { id, name, pack, accounts, columns, origins, createdAt: created_at }
  }

  return {
    putOffice: (office) =>
      write(() => {
        upsertOffice.run(office.id, office.name, office.pack, JSON.stringify(office.origins), office.createdAt)
        dropAccounts.run(office.id)
        for (const { id, name } of office.accounts) addAccount.run(office.id, id, name)
        dropColumns.run(office.id)
        office.columns.forEach((column, i) => {
          addColumn.run(office.id, column.account, column.id, column.title, column.class, i)
        })
      }),
    offices: async () => allOffices.all().map(toOffice),
    office: async (id) => {
      const row = oneOffice.get(id)
      return row === undefined ? undefined : toOffice(row)
    },
    officesOfAccount: async (account) => (holders.all(account) as { office: string }[]).map(({ office }) => office),
    putJoinCode: ({ office, hash, createdAt, expiresAt }) =>
      write(() => {
        addCode.run(office, hash, createdAt, expiresAt)
      }),
    joinCode: async (hash) => {
      const row = oneCode.get(hash)
      if (row === undefined) return undefined
      const { office, expires_at, bad_proofs, used_at, used_by } = joinCodeRow.parse(row)
      return { office, hash, expiresAt: expires_at, badProofs: bad_proofs, usedAt: used_at, usedBy: used_by }
    },
    countBadProof: ({ office, hash }) =>
      write(() => {
        badProof.run(office, hash)
      }),
    redeemJoinCode: ({ hash, at, device, certificate }) =>
      write(() => {
        if (hasKey.get(certificate.kid) !== undefined) return 'known-key'
        if (useCode.run(at, certificate.kid, device.office, hash).changes === 0) return 'taken'
        addDevice.run(device.office, device.id, device.name, device.host, device.joinedAt)
        const { office, kid, subject, statement, jwk, host, notBefore, expiresAt } = certificate
        addCertificate.run(office, kid, subject, statement, JSON.stringify(jwk), host, notBefore, expiresAt)
        return 'done'
      }),
    devices: async (office) =>
      devicesOf.all(office).map((row) => {
        const { id, name, host, joined_at, revoked_at, compared_at, kid, expires_at } = deviceRow.parse(row)
        const times = { joinedAt: joined_at, revokedAt: revoked_at, comparedAt: compared_at, expiresAt: expires_at }
        return { office, id, name, host, kid, ...times }
      }),
    revokeDevice: (office, device, at) => write(() => revoke.run(at, office, device).changes === 1),
    markCompared: (office, device, at) => write(() => compare.run(at, office, device).changes === 1),
    certified: async (kid) => {
      const row = oneCertificate.get(kid)
      if (row === undefined) return undefined
      const { office, subject, statement, jwk, host, not_before, expires_at, revoked_at } = certifiedRow.parse(row)
      return { office, kid, subject, statement, jwk, host, notBefore: not_before, expiresAt: expires_at, revokedAt: revoked_at }
    },
    hasDevices: async () => anyDevice.get() !== undefined,
  }
}
