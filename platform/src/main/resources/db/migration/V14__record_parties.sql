-- The organization comes second in the key of a record's parties. Where the user stood between the two, SQLite read the
-- parties of a page by the beginning of communication_of_user, which is all parties of the organization.
CREATE TABLE record_party (organization_id VARCHAR(12) NOT NULL, record_id BIGINT NOT NULL, user_id VARCHAR(36) NOT NULL,
  involvement VARCHAR(16) NOT NULL CHECK (involvement IN ('ASSIGNED','CALL_FLOW','OUTBOUND_ONLY')), is_holder SMALLINT NOT NULL,
  hunt_group_id VARCHAR(256), auto_attendant_id VARCHAR(256),
  happened_at BIGINT NOT NULL, category SMALLINT NOT NULL, e164 VARCHAR(16) NOT NULL,
  PRIMARY KEY (record_id, organization_id, user_id),
  FOREIGN KEY (organization_id, record_id) REFERENCES communication (organization_id, record_id),
  FOREIGN KEY (organization_id, user_id) REFERENCES holder (organization_id, holder_id)) ${clustered};
INSERT INTO record_party (organization_id, record_id, user_id, involvement, is_holder, hunt_group_id, auto_attendant_id, happened_at, category, e164)
  SELECT organization_id, record_id, user_id, involvement, is_holder, hunt_group_id, auto_attendant_id, happened_at, category, e164 FROM communication_party;
DROP TABLE communication_party;
ALTER TABLE record_party RENAME TO communication_party;
CREATE INDEX communication_of_user ON communication_party (organization_id, user_id, happened_at, record_id, category, e164);
