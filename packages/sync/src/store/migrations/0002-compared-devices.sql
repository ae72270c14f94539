-- When an administrator compared the device's code with the one on its own screen (protocol.md §3.4).
-- Whoever joined before this column existed has not been compared either.
ALTER TABLE device ADD COLUMN compared_at INTEGER;
