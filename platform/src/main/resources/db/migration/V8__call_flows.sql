-- Call flows: hunt groups and auto attendants, and every reference from one flow to another, to a user or to a number.

-- What both kinds have in common. A removed flow stays, so that records of calls can name it.
CREATE TABLE call_flow (organization_id VARCHAR(12) NOT NULL REFERENCES organization, flow_id VARCHAR(36) NOT NULL,
  kind VARCHAR(16) NOT NULL CHECK (kind IN ('HUNT_GROUP','AUTO_ATTENDANT')), name VARCHAR(100) NOT NULL,
  version INTEGER NOT NULL, created_at BIGINT NOT NULL, changed_at BIGINT NOT NULL, removed_at BIGINT,
  PRIMARY KEY (flow_id, organization_id)) ${clustered};
CREATE INDEX call_flow_page ON call_flow (organization_id, kind, created_at, flow_id) WHERE removed_at IS NULL;

-- What each version changed; of the newest hundred only.
CREATE TABLE call_flow_change (organization_id VARCHAR(12) NOT NULL, flow_id VARCHAR(36) NOT NULL, version INTEGER NOT NULL,
  what VARCHAR(512) NOT NULL, changed_at BIGINT NOT NULL, changed_by VARCHAR(128) NOT NULL,
  PRIMARY KEY (flow_id, version, organization_id),
  FOREIGN KEY (organization_id, flow_id) REFERENCES call_flow (organization_id, flow_id)) ${clustered};

CREATE TABLE hunt_group (organization_id VARCHAR(12) NOT NULL, flow_id VARCHAR(36) NOT NULL, strategy VARCHAR(16) NOT NULL
  CHECK (strategy IN ('SIMULTANEOUS','SEQUENTIAL','ROUND_ROBIN','LONGEST_IDLE')), ring_seconds INTEGER NOT NULL,
  members INTEGER NOT NULL,
  PRIMARY KEY (flow_id, organization_id),
  FOREIGN KEY (organization_id, flow_id) REFERENCES call_flow (organization_id, flow_id)) ${clustered};

-- Recorded calls move these on, many a second, so they stand beside the row that administrators lock.
CREATE TABLE hunt_group_turn (organization_id VARCHAR(12) NOT NULL, flow_id VARCHAR(36) NOT NULL,
  last_user_id VARCHAR(36) NOT NULL, answered_at BIGINT NOT NULL,
  PRIMARY KEY (flow_id, organization_id),
  FOREIGN KEY (organization_id, flow_id) REFERENCES call_flow (organization_id, flow_id)) ${clustered};
CREATE TABLE hunt_group_idle (organization_id VARCHAR(12) NOT NULL, flow_id VARCHAR(36) NOT NULL,
  user_id VARCHAR(36) NOT NULL, idle_since BIGINT NOT NULL,
  PRIMARY KEY (flow_id, user_id, organization_id),
  FOREIGN KEY (organization_id, flow_id) REFERENCES call_flow (organization_id, flow_id)) ${clustered};

-- has_holiday tells a holiday on which the call simply ends from one that is like any closed hour.
CREATE TABLE auto_attendant (organization_id VARCHAR(12) NOT NULL, flow_id VARCHAR(36) NOT NULL,
  greeting_text VARCHAR(2000), greeting_audio VARCHAR(2048), closed_text VARCHAR(2000), closed_audio VARCHAR(2048),
  has_holiday SMALLINT NOT NULL DEFAULT 0, holiday_text VARCHAR(2000), holiday_audio VARCHAR(2048),
  timeout_seconds INTEGER NOT NULL, retries INTEGER NOT NULL, time_zone VARCHAR(64),
  PRIMARY KEY (flow_id, organization_id),
  FOREIGN KEY (organization_id, flow_id) REFERENCES call_flow (organization_id, flow_id)) ${clustered};
CREATE TABLE auto_attendant_hours (organization_id VARCHAR(12) NOT NULL, flow_id VARCHAR(36) NOT NULL, position INTEGER NOT NULL,
  weekday VARCHAR(9) NOT NULL, opens VARCHAR(5) NOT NULL, closes VARCHAR(5) NOT NULL,
  PRIMARY KEY (flow_id, position, organization_id),
  FOREIGN KEY (organization_id, flow_id) REFERENCES call_flow (organization_id, flow_id)) ${clustered};
CREATE TABLE auto_attendant_holiday (organization_id VARCHAR(12) NOT NULL, flow_id VARCHAR(36) NOT NULL, position INTEGER NOT NULL,
  calendar_day VARCHAR(10) NOT NULL, name VARCHAR(100) NOT NULL,
  PRIMARY KEY (flow_id, position, organization_id),
  FOREIGN KEY (organization_id, flow_id) REFERENCES call_flow (organization_id, flow_id)) ${clustered};

-- Every reference of every flow, lines included: members, keys of menus, what follows when nobody answers. A line's
-- flow_id is its holder's id.
CREATE TABLE call_reference (organization_id VARCHAR(12) NOT NULL REFERENCES organization, from_id VARCHAR(36) NOT NULL,
  what VARCHAR(12) NOT NULL, position INTEGER NOT NULL,
  from_kind VARCHAR(16) NOT NULL CHECK (from_kind IN ('HUNT_GROUP','AUTO_ATTENDANT','LINE')),
  to_kind VARCHAR(16) NOT NULL CHECK (to_kind IN ('USER','HUNT_GROUP','AUTO_ATTENDANT','PHONE_NUMBER','VOICEMAIL')),
  to_id VARCHAR(36) NOT NULL,
  PRIMARY KEY (from_id, what, position, organization_id)) ${clustered};
-- It covers its query, with the columns in the order of its answer.
CREATE INDEX reference_to ON call_reference (organization_id, to_id, to_kind, from_id, what, position, from_kind);
