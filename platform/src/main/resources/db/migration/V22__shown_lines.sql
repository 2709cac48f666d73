-- The line whose people see the record, beside each user whose own it is: what somebody sees of a colleague's records is
-- read from the index of the colleague's alone, rather than by a look at each record wherever it lies.
ALTER TABLE communication_party ADD COLUMN shown_line_id VARCHAR(36);
UPDATE communication_party SET shown_line_id = (SELECT c.line_id FROM communication c
  WHERE c.record_id = communication_party.record_id AND c.organization_id = communication_party.organization_id
    AND c.is_shared = 1);
DROP INDEX communication_of_user;
CREATE INDEX communication_of_user ON communication_party (organization_id, user_id, happened_at, record_id, category, e164,
  shown_line_id);
