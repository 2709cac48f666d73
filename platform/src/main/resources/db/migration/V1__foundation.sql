-- The first schema. It is written in the subset that SQLite and PostgreSQL share; what differs is a
-- placeholder: clustered (WITHOUT ROWID), and the types binary, timestamp and flag.
-- A key leads with the id, which is unique by itself, and ends with the organization, which foreign keys need:
-- SQLite would otherwise read all rows of an organization by the prefix of the key rather than use an index.
-- Instants are microseconds since 1970-01-01T00:00:00Z in columns that end in _at, _on, _since or _until.

-- ---------------------------------------------------------------- organizations and who may act in them
CREATE TABLE organization (organization_id VARCHAR(12) PRIMARY KEY CHECK (length(organization_id) = 12),
  name VARCHAR(256) NOT NULL, created_at BIGINT NOT NULL) ${clustered};

CREATE TABLE principal (organization_id VARCHAR(12) NOT NULL REFERENCES organization, principal_id VARCHAR(36) NOT NULL,
  name VARCHAR(128) NOT NULL, created_at BIGINT NOT NULL,
  PRIMARY KEY (principal_id, organization_id), UNIQUE (organization_id, name)) ${clustered};

-- A managed policy has no document of its own: the server knows it by its name.
CREATE TABLE principal_policy (organization_id VARCHAR(12) NOT NULL, principal_id VARCHAR(36) NOT NULL,
  policy_name VARCHAR(128) NOT NULL, document TEXT,
  PRIMARY KEY (principal_id, organization_id, policy_name),
  FOREIGN KEY (organization_id, principal_id) REFERENCES principal (organization_id, principal_id)) ${clustered};

CREATE TABLE access_key (access_key_id VARCHAR(128) PRIMARY KEY, organization_id VARCHAR(12) NOT NULL,
  principal_id VARCHAR(36) NOT NULL, secret ${binary} NOT NULL, origin VARCHAR(12) NOT NULL
  CHECK (origin IN ('ISSUED','SETTING')), created_at BIGINT NOT NULL, revoked_at BIGINT,
  FOREIGN KEY (organization_id, principal_id) REFERENCES principal (organization_id, principal_id)) ${clustered};
CREATE INDEX access_key_of_organization ON access_key (organization_id, created_at);

CREATE TABLE organization_settings (organization_id VARCHAR(12) PRIMARY KEY REFERENCES organization,
  business_calling_cdr_bucket VARCHAR(256), voice_connector_cdr_bucket VARCHAR(256),
  calling_name VARCHAR(15), calling_name_changed_at BIGINT, changed_at BIGINT NOT NULL) ${clustered};

-- ---------------------------------------------------------------- accounts and users
CREATE TABLE account (organization_id VARCHAR(12) NOT NULL REFERENCES organization, account_id VARCHAR(36) NOT NULL,
  name VARCHAR(256) NOT NULL, type VARCHAR(24) NOT NULL, default_license VARCHAR(12) NOT NULL,
  disable_remote_control SMALLINT NOT NULL DEFAULT 0, enable_dial_out SMALLINT NOT NULL DEFAULT 0,
  created_at BIGINT NOT NULL, changed_at BIGINT NOT NULL, deleted_at BIGINT,
  PRIMARY KEY (account_id, organization_id)) ${clustered};
CREATE INDEX account_page ON account (organization_id, created_at, account_id) WHERE deleted_at IS NULL;

-- A holder is whatever a number can be given to; its row outlives it, so that the ledger can name it.
CREATE TABLE holder (organization_id VARCHAR(12) NOT NULL REFERENCES organization, holder_id VARCHAR(36) NOT NULL,
  kind VARCHAR(12) NOT NULL CHECK (kind IN ('USER','CONNECTOR','GROUP','SIP_RULE','LINE')), account_id VARCHAR(36),
  name VARCHAR(320) NOT NULL, created_at BIGINT NOT NULL, ended_at BIGINT,
  PRIMARY KEY (holder_id, organization_id), UNIQUE (organization_id, holder_id, kind),
  FOREIGN KEY (organization_id, account_id) REFERENCES account (organization_id, account_id)) ${clustered};

-- email is as it was given; email_key, in lower case, is what it is found by and unique in.
CREATE TABLE account_user (organization_id VARCHAR(12) NOT NULL, user_id VARCHAR(36) NOT NULL, account_id VARCHAR(36) NOT NULL,
  email VARCHAR(320), email_key VARCHAR(320), username VARCHAR(256), display_name VARCHAR(320) NOT NULL, license VARCHAR(12) NOT NULL,
  user_type VARCHAR(16) NOT NULL, registration_status VARCHAR(16) NOT NULL, invitation_status VARCHAR(16),
  personal_pin VARCHAR(10), alexa_enabled SMALLINT, alexa_room_arn VARCHAR(2048),
  inbound_calling SMALLINT NOT NULL DEFAULT 0, outbound_calling SMALLINT NOT NULL DEFAULT 0, sms SMALLINT NOT NULL DEFAULT 0,
  registered_on BIGINT, invited_on BIGINT, created_at BIGINT NOT NULL, changed_at BIGINT NOT NULL, removed_at BIGINT,
  PRIMARY KEY (user_id, organization_id), CHECK ((email IS NULL) = (email_key IS NULL)),
  FOREIGN KEY (organization_id, account_id) REFERENCES account (organization_id, account_id),
  FOREIGN KEY (organization_id, user_id) REFERENCES holder (organization_id, holder_id)) ${clustered};
CREATE UNIQUE INDEX user_email_once ON account_user (organization_id, account_id, email_key) WHERE removed_at IS NULL;
CREATE INDEX user_page ON account_user (organization_id, account_id, created_at, user_id) WHERE removed_at IS NULL;
CREATE INDEX user_page_by_type ON account_user (organization_id, account_id, user_type, created_at, user_id)
  WHERE removed_at IS NULL;
-- With removed_at it covers its query; otherwise SQLite would rather read all users of the organization.
CREATE INDEX user_by_email ON account_user (organization_id, email_key, account_id, removed_at) WHERE removed_at IS NULL;

-- ---------------------------------------------------------------- what suppliers can sell
-- taken_by is the reference of the tenure that took the number, so that asking twice sells once. An area
-- code is how e164 begins, so the indexes by e164 serve it too. city_key is the city in small letters.
-- Every index ends in rests_until and taken_by, which makes it cover the search (SQLite looks at taken_by although
-- the index has free numbers only) and passing over resting numbers cheap.
CREATE TABLE pool_number (e164 VARCHAR(16) PRIMARY KEY, country VARCHAR(2), type VARCHAR(12) NOT NULL,
  state VARCHAR(64), city VARCHAR(128), city_key VARCHAR(128), taken_by VARCHAR(64), rests_until BIGINT NOT NULL DEFAULT 0,
  added_at BIGINT NOT NULL) ${clustered};
CREATE INDEX pool_by_type ON pool_number (country, type, e164, rests_until, taken_by) WHERE taken_by IS NULL;
CREATE INDEX pool_by_state ON pool_number (country, type, state, e164, rests_until, taken_by) WHERE taken_by IS NULL;
CREATE INDEX pool_by_city ON pool_number (country, type, state, city_key, e164, rests_until, taken_by) WHERE taken_by IS NULL;

-- ---------------------------------------------------------------- orders
CREATE TABLE phone_number_order (organization_id VARCHAR(12) NOT NULL REFERENCES organization, order_id VARCHAR(36) NOT NULL,
  product_type VARCHAR(32) NOT NULL, quantity INTEGER NOT NULL, created_at BIGINT NOT NULL, changed_at BIGINT NOT NULL,
  PRIMARY KEY (order_id, organization_id)) ${clustered};
CREATE INDEX order_page ON phone_number_order (organization_id, created_at, order_id);

-- next_attempt_at is when the supplier is asked (again); claiming the work moves it on, which is the lease.
CREATE TABLE ordered_number (organization_id VARCHAR(12) NOT NULL, order_id VARCHAR(36) NOT NULL, position INTEGER NOT NULL,
  e164 VARCHAR(16) NOT NULL, status VARCHAR(12) NOT NULL CHECK (status IN ('PROCESSING','ACQUIRED','FAILED')),
  reason VARCHAR(512), next_attempt_at BIGINT, attempts INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (order_id, position, organization_id), UNIQUE (order_id, e164),
  CHECK ((status = 'PROCESSING') = (next_attempt_at IS NOT NULL)),
  FOREIGN KEY (organization_id, order_id) REFERENCES phone_number_order (organization_id, order_id)) ${clustered};
CREATE INDEX ordered_number_due ON ordered_number (next_attempt_at) WHERE next_attempt_at IS NOT NULL;

-- ---------------------------------------------------------------- the inventory
-- A row is one tenure of a number in an organization. ACQUIRING claims nothing, so that two organizations
-- may wait for the same number and neither learns of the other; its supplier sells it once. From HELD until
-- RELEASED the number is claimed, past its deadline in the deletion queue too.
CREATE TABLE phone_number (organization_id VARCHAR(12) NOT NULL REFERENCES organization, number_id BIGINT NOT NULL,
  e164 VARCHAR(16) NOT NULL, order_id VARCHAR(36), product_type VARCHAR(32) NOT NULL, country VARCHAR(2), type VARCHAR(12),
  calling_name VARCHAR(15), calling_name_status VARCHAR(16) NOT NULL
  CHECK (calling_name_status IN ('UNASSIGNED','IN_PROGRESS','SUCCEEDED','FAILED')), calling_name_wanted VARCHAR(15),
  naming_due_at BIGINT, naming_asked_at BIGINT, naming_attempts INTEGER NOT NULL DEFAULT 0,
  phase VARCHAR(12) NOT NULL CHECK (phase IN ('ACQUIRING','FAILED','HELD','DELETED','RELEASED')),
  assigned SMALLINT NOT NULL DEFAULT 0, created_at BIGINT NOT NULL, acquired_at BIGINT, deleted_at BIGINT, leaves_at BIGINT,
  release_due_at BIGINT, release_attempts INTEGER NOT NULL DEFAULT 0, release_failed_at BIGINT, released_at BIGINT,
  changed_at BIGINT NOT NULL,
  PRIMARY KEY (number_id, organization_id),
  FOREIGN KEY (organization_id, order_id) REFERENCES phone_number_order (organization_id, order_id),
  CHECK ((phase IN ('DELETED','RELEASED')) = (leaves_at IS NOT NULL)), CHECK (assigned = 0 OR phase = 'HELD'),
  CHECK ((phase = 'DELETED') = (release_due_at IS NOT NULL)),
  CHECK ((calling_name_status = 'IN_PROGRESS') = (calling_name_wanted IS NOT NULL))) ${clustered};
CREATE UNIQUE INDEX number_one_owner ON phone_number (e164) WHERE phase IN ('HELD','DELETED');
CREATE UNIQUE INDEX number_once_in_inventory ON phone_number (organization_id, e164) WHERE phase <> 'RELEASED';
CREATE INDEX number_tenures ON phone_number (organization_id, e164, created_at);
CREATE INDEX number_page ON phone_number (organization_id, number_id) WHERE phase <> 'RELEASED';
CREATE INDEX number_page_by_state ON phone_number (organization_id, phase, assigned, number_id) WHERE phase <> 'RELEASED';
CREATE INDEX number_page_by_product ON phone_number (organization_id, product_type, number_id) WHERE phase <> 'RELEASED';
CREATE INDEX number_release_due ON phone_number (release_due_at) WHERE release_due_at IS NOT NULL;
CREATE INDEX number_naming_due ON phone_number (naming_due_at) WHERE naming_due_at IS NOT NULL;
CREATE INDEX number_of_order ON phone_number (organization_id, order_id) WHERE order_id IS NOT NULL;

-- The ledger: a row is inserted once and closed once. A change of role closes one and opens another;
-- held_since survives it.
CREATE TABLE assignment (organization_id VARCHAR(12) NOT NULL, assignment_id BIGINT NOT NULL, number_id BIGINT NOT NULL,
  holder_id VARCHAR(36) NOT NULL, holder_kind VARCHAR(12) NOT NULL, account_id VARCHAR(36),
  role VARCHAR(12) NOT NULL CHECK (role IN ('PRIMARY','ADDITIONAL','TRUNK','RULE','LINE','ASSIGNEE','OUTBOUND')),
  held_since BIGINT NOT NULL, from_at BIGINT NOT NULL, to_at BIGINT, opened_by BIGINT NOT NULL, closed_by BIGINT,
  PRIMARY KEY (assignment_id, organization_id), CHECK (to_at > from_at), CHECK ((to_at IS NULL) = (closed_by IS NULL)),
  CHECK (role NOT IN ('PRIMARY','ADDITIONAL') OR holder_kind = 'USER'),
  FOREIGN KEY (organization_id, number_id) REFERENCES phone_number (organization_id, number_id),
  FOREIGN KEY (organization_id, holder_id, holder_kind) REFERENCES holder (organization_id, holder_id, kind)) ${clustered};
-- The indexes of open entries come last: of two that serve equally well SQLite takes the one made last.
CREATE INDEX ledger_of_number ON assignment (organization_id, number_id, from_at);
CREATE INDEX ledger_of_holder ON assignment (organization_id, holder_id, from_at);
CREATE UNIQUE INDEX one_holder ON assignment (organization_id, number_id) WHERE to_at IS NULL AND role NOT IN ('ASSIGNEE','OUTBOUND');
CREATE UNIQUE INDEX one_seat ON assignment (organization_id, holder_id, number_id) WHERE to_at IS NULL;
CREATE UNIQUE INDEX one_primary ON assignment (organization_id, holder_id) WHERE to_at IS NULL AND role = 'PRIMARY';
CREATE INDEX holders_of_number ON assignment (organization_id, number_id) WHERE to_at IS NULL;
CREATE INDEX held_by_account ON assignment (organization_id, account_id, number_id) WHERE to_at IS NULL;

-- ---------------------------------------------------------------- who did what, and what is still to be sent
CREATE TABLE audit_entry (organization_id VARCHAR(12) NOT NULL, audit_id BIGINT NOT NULL, happened_at BIGINT NOT NULL,
  principal VARCHAR(128) NOT NULL, operation VARCHAR(64) NOT NULL, target VARCHAR(128), outcome VARCHAR(64) NOT NULL,
  request_id VARCHAR(36) NOT NULL, source VARCHAR(64), detail TEXT,
  PRIMARY KEY (organization_id, audit_id)) ${clustered};
CREATE INDEX audit_of_target ON audit_entry (organization_id, target, audit_id);

-- What was delivered is removed; what could not be in the end stays, with failed_at.
CREATE TABLE outbox (outbox_id BIGINT PRIMARY KEY, organization_id VARCHAR(12) NOT NULL REFERENCES organization,
  kind VARCHAR(32) NOT NULL, target VARCHAR(512) NOT NULL, payload TEXT NOT NULL, created_at BIGINT NOT NULL,
  next_attempt_at BIGINT, attempts INTEGER NOT NULL DEFAULT 0, failed_at BIGINT) ${clustered};
CREATE INDEX outbox_due ON outbox (next_attempt_at) WHERE next_attempt_at IS NOT NULL;

-- The scheduler's own table, as its documentation has it; instants here are its library's business.
CREATE TABLE scheduled_tasks (task_name VARCHAR(128) NOT NULL, task_instance VARCHAR(128) NOT NULL, task_data ${binary},
  execution_time ${timestamp} NOT NULL, picked ${flag} NOT NULL, picked_by VARCHAR(128), last_success ${timestamp},
  last_failure ${timestamp}, consecutive_failures INTEGER, last_heartbeat ${timestamp}, version BIGINT NOT NULL,
  priority SMALLINT, PRIMARY KEY (task_name, task_instance)) ${clustered};
CREATE INDEX scheduled_task_due ON scheduled_tasks (execution_time);
