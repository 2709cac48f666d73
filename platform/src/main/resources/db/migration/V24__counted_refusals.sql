-- A row of the audit log may count refusals: how many, and when the last of them was.
ALTER TABLE audit_entry ADD COLUMN times INTEGER NOT NULL DEFAULT 1;
ALTER TABLE audit_entry ADD COLUMN last_at BIGINT;
