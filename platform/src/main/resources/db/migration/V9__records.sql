-- Calls, voicemails and messages. happened_at is when it began; category is kind, direction and outcome in one
-- number (1, 2 an inbound call answered, missed; 3, 4 an outbound one; 5 a voicemail; 6 a message received; 7 one
-- sent). line_id is the line that held the number at that time, and is_shared says whether the line's other
-- people see it. Lists are read from these indexes alone: each ends in what a list can be narrowed down by.
CREATE TABLE communication (organization_id VARCHAR(12) NOT NULL REFERENCES organization, record_id BIGINT NOT NULL,
  engine_id VARCHAR(256) NOT NULL, engine_sequence BIGINT NOT NULL, category SMALLINT NOT NULL CHECK (category BETWEEN 1 AND 7),
  number_id BIGINT NOT NULL, e164 VARCHAR(16) NOT NULL, other_party VARCHAR(256), line_id VARCHAR(36),
  is_shared SMALLINT NOT NULL, is_default_inbox SMALLINT NOT NULL, inbox_user_id VARCHAR(36),
  happened_at BIGINT NOT NULL, answered_at BIGINT, ended_at BIGINT, recorded_at BIGINT NOT NULL,
  PRIMARY KEY (record_id, organization_id), CHECK (is_shared = 0 OR line_id IS NOT NULL),
  FOREIGN KEY (organization_id, number_id) REFERENCES phone_number (organization_id, number_id),
  FOREIGN KEY (organization_id, line_id) REFERENCES holder (organization_id, holder_id)) ${clustered};
CREATE UNIQUE INDEX communication_once ON communication (organization_id, engine_id);
CREATE INDEX communication_page ON communication (organization_id, happened_at, record_id, category);
CREATE INDEX communication_of_number ON communication (organization_id, e164, happened_at, record_id, category);
CREATE INDEX communication_of_line ON communication (organization_id, line_id, happened_at, record_id, category, e164, is_shared)
  WHERE is_shared = 1;

-- Whose record it is. What narrows a list down is repeated here, for the list of a user's own records.
CREATE TABLE communication_party (organization_id VARCHAR(12) NOT NULL, record_id BIGINT NOT NULL, user_id VARCHAR(36) NOT NULL,
  involvement VARCHAR(16) NOT NULL CHECK (involvement IN ('ASSIGNED','CALL_FLOW','OUTBOUND_ONLY')), is_holder SMALLINT NOT NULL,
  hunt_group_id VARCHAR(256), auto_attendant_id VARCHAR(256),
  happened_at BIGINT NOT NULL, category SMALLINT NOT NULL, e164 VARCHAR(16) NOT NULL,
  PRIMARY KEY (record_id, user_id, organization_id),
  FOREIGN KEY (organization_id, record_id) REFERENCES communication (organization_id, record_id),
  FOREIGN KEY (organization_id, user_id) REFERENCES holder (organization_id, holder_id)) ${clustered};
CREATE INDEX communication_of_user ON communication_party (organization_id, user_id, happened_at, record_id, category, e164);

-- Who held a number at an instant: what was closed since then, beside what is open now.
CREATE INDEX ledger_closed ON assignment (organization_id, number_id, to_at) WHERE to_at IS NOT NULL;
