-- What a Voice Connector is configured with. Rows come and go with the settings, and all of them with the connector;
-- every change is made under the lock of the connector's row.

-- Lists that are only ever read and written as a whole are texts, their items separated by blanks.
CREATE TABLE voice_connector_termination (organization_id VARCHAR(12) NOT NULL, voice_connector_id VARCHAR(36) NOT NULL,
  calls_per_second INTEGER NOT NULL, default_number VARCHAR(16), calling_regions TEXT NOT NULL, allowed_ranges TEXT NOT NULL,
  is_disabled SMALLINT NOT NULL, PRIMARY KEY (voice_connector_id, organization_id),
  FOREIGN KEY (organization_id, voice_connector_id) REFERENCES voice_connector (organization_id, voice_connector_id)) ${clustered};

-- The password is sealed, and bound to its row.
CREATE TABLE termination_credential (organization_id VARCHAR(12) NOT NULL, voice_connector_id VARCHAR(36) NOT NULL,
  username VARCHAR(128) NOT NULL, password ${binary} NOT NULL, PRIMARY KEY (voice_connector_id, username, organization_id),
  FOREIGN KEY (organization_id, voice_connector_id) REFERENCES voice_connector (organization_id, voice_connector_id)) ${clustered};

-- The latest SIP OPTIONS of a connector's equipment.
CREATE TABLE termination_health (organization_id VARCHAR(12) NOT NULL, voice_connector_id VARCHAR(36) NOT NULL,
  heard_at BIGINT NOT NULL, source VARCHAR(45) NOT NULL, PRIMARY KEY (voice_connector_id, organization_id),
  FOREIGN KEY (organization_id, voice_connector_id) REFERENCES voice_connector (organization_id, voice_connector_id)) ${clustered};

CREATE TABLE voice_connector_origination (organization_id VARCHAR(12) NOT NULL, voice_connector_id VARCHAR(36) NOT NULL,
  is_disabled SMALLINT NOT NULL, PRIMARY KEY (voice_connector_id, organization_id),
  FOREIGN KEY (organization_id, voice_connector_id) REFERENCES voice_connector (organization_id, voice_connector_id)) ${clustered};

CREATE TABLE origination_route (organization_id VARCHAR(12) NOT NULL, voice_connector_id VARCHAR(36) NOT NULL,
  position INTEGER NOT NULL, host VARCHAR(253) NOT NULL, port INTEGER NOT NULL,
  protocol VARCHAR(3) NOT NULL CHECK (protocol IN ('TCP','UDP')), priority INTEGER NOT NULL, weight INTEGER NOT NULL,
  PRIMARY KEY (voice_connector_id, position, organization_id),
  FOREIGN KEY (organization_id, voice_connector_id)
  REFERENCES voice_connector_origination (organization_id, voice_connector_id)) ${clustered};

CREATE TABLE emergency_route (organization_id VARCHAR(12) NOT NULL, voice_connector_id VARCHAR(36) NOT NULL,
  position INTEGER NOT NULL, country VARCHAR(2) NOT NULL, emergency_number VARCHAR(16) NOT NULL, test_number VARCHAR(16),
  PRIMARY KEY (voice_connector_id, position, organization_id), UNIQUE (voice_connector_id, country, organization_id),
  FOREIGN KEY (organization_id, voice_connector_id) REFERENCES voice_connector (organization_id, voice_connector_id)) ${clustered};

CREATE TABLE voice_connector_logging (organization_id VARCHAR(12) NOT NULL, voice_connector_id VARCHAR(36) NOT NULL,
  has_sip_logs SMALLINT NOT NULL, has_media_logs SMALLINT NOT NULL, PRIMARY KEY (voice_connector_id, organization_id),
  FOREIGN KEY (organization_id, voice_connector_id) REFERENCES voice_connector (organization_id, voice_connector_id)) ${clustered};
