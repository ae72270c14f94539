-- The account book (账号台账) of an office, as a whole: it is replaced by kinds of records, read and audited at once.
CREATE TABLE account_book (
  office TEXT NOT NULL PRIMARY KEY,
  records TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
