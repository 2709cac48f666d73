-- A device that loses its user loses its password, so password and instant may be empty, together. A free device that was
-- changed after its password was made may have had a user who knows it: that password is void from now on.
ALTER TABLE device ADD COLUMN next_password ${binary};
ALTER TABLE device ADD COLUMN next_made_at BIGINT CHECK ((next_made_at IS NULL) = (next_password IS NULL));
UPDATE device SET next_password = password, next_made_at = password_made_at
  WHERE user_id IS NOT NULL OR changed_at = password_made_at;
ALTER TABLE device DROP COLUMN password;
ALTER TABLE device DROP COLUMN password_made_at;
ALTER TABLE device RENAME COLUMN next_password TO password;
ALTER TABLE device RENAME COLUMN next_made_at TO password_made_at;
