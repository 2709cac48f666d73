-- A number of the inventory that became a user's primary one by a swap was assigned without its holder repeated in its
-- own row, so that no search by the holder found it. The ledger knows who has it.
UPDATE phone_number SET
  holder_id = (SELECT a.holder_id FROM assignment a WHERE a.organization_id = phone_number.organization_id
    AND a.number_id = phone_number.number_id AND a.to_at IS NULL AND a.role NOT IN ('ASSIGNEE','OUTBOUND')),
  holder_kind = (SELECT a.holder_kind FROM assignment a WHERE a.organization_id = phone_number.organization_id
    AND a.number_id = phone_number.number_id AND a.to_at IS NULL AND a.role NOT IN ('ASSIGNEE','OUTBOUND')),
  holder_key = (SELECT lower(h.name) FROM assignment a JOIN holder h ON h.holder_id = a.holder_id
    AND h.organization_id = a.organization_id WHERE a.organization_id = phone_number.organization_id
    AND a.number_id = phone_number.number_id AND a.to_at IS NULL AND a.role NOT IN ('ASSIGNEE','OUTBOUND')),
  held_since = (SELECT a.held_since FROM assignment a WHERE a.organization_id = phone_number.organization_id
    AND a.number_id = phone_number.number_id AND a.to_at IS NULL AND a.role NOT IN ('ASSIGNEE','OUTBOUND'))
  WHERE assigned = 1 AND holder_id IS NULL;
