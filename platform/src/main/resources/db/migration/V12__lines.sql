-- Lines: numbers that several users share. A line is a holder; who is assigned to it or may show its number stands in
-- the ledger, as entries of the number beside the line's own. The row of a dissolved line stays, like its holder's.
CREATE TABLE shared_line (organization_id VARCHAR(12) NOT NULL, line_id VARCHAR(36) NOT NULL, number_id BIGINT NOT NULL,
  name VARCHAR(100) NOT NULL, flow_kind VARCHAR(16) CHECK (flow_kind IN ('HUNT_GROUP','AUTO_ATTENDANT')), flow_id VARCHAR(36),
  ring_seconds INTEGER NOT NULL, inbox_user_id VARCHAR(36), record_visibility VARCHAR(24) NOT NULL
  CHECK (record_visibility IN ('ALL','FROM_ASSIGNMENT_ON')), version INTEGER NOT NULL,
  created_at BIGINT NOT NULL, changed_at BIGINT NOT NULL, dissolved_at BIGINT,
  PRIMARY KEY (line_id, organization_id), CHECK ((flow_kind IS NULL) = (flow_id IS NULL)),
  FOREIGN KEY (organization_id, line_id) REFERENCES holder (organization_id, holder_id),
  FOREIGN KEY (organization_id, number_id) REFERENCES phone_number (organization_id, number_id)) ${clustered};
CREATE INDEX shared_line_page ON shared_line (organization_id, created_at, line_id) WHERE dissolved_at IS NULL;

-- What each version of a line changed; of the newest hundred only.
CREATE TABLE shared_line_change (organization_id VARCHAR(12) NOT NULL, line_id VARCHAR(36) NOT NULL, version INTEGER NOT NULL,
  what VARCHAR(512) NOT NULL, changed_at BIGINT NOT NULL, changed_by VARCHAR(128) NOT NULL,
  PRIMARY KEY (line_id, version, organization_id),
  FOREIGN KEY (organization_id, line_id) REFERENCES shared_line (organization_id, line_id)) ${clustered};
