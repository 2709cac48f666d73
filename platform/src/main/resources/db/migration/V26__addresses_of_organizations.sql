-- An e-mail address belongs to one user of an organization (decision 34). Where an organization has several from before,
-- the oldest has it and the others are marked: they keep what they have, and nobody new gets the address.
ALTER TABLE account_user ADD COLUMN email_shared SMALLINT NOT NULL DEFAULT 0;
UPDATE account_user SET email_shared = 1 WHERE removed_at IS NULL AND EXISTS (SELECT 1 FROM account_user older
  WHERE older.organization_id = account_user.organization_id AND older.email_key = account_user.email_key
  AND older.removed_at IS NULL AND (older.created_at < account_user.created_at
  OR (older.created_at = account_user.created_at AND older.user_id < account_user.user_id)));
CREATE UNIQUE INDEX user_email_in_organization ON account_user (organization_id, email_key)
  WHERE removed_at IS NULL AND email_shared = 0;
