-- Letters, applications, filings, checks and notices of an office, as its register has them: replaced as a whole by each import.
CREATE TABLE duty_register (
  office TEXT NOT NULL PRIMARY KEY,
  events TEXT NOT NULL,
  silences TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
