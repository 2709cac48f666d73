-- Voice Connectors and groups of them. Both are holders; the rows of deleted ones stay, like their holders', so that
-- what names them can still be read. The indexes of pages end in deleted_at, which makes SQLite count by them alone.
CREATE TABLE voice_connector (organization_id VARCHAR(12) NOT NULL, voice_connector_id VARCHAR(36) NOT NULL,
  name VARCHAR(256) NOT NULL, aws_region VARCHAR(32) NOT NULL, is_encryption_required SMALLINT NOT NULL,
  integration_type VARCHAR(48), network_type VARCHAR(16) NOT NULL,
  created_at BIGINT NOT NULL, changed_at BIGINT NOT NULL, deleted_at BIGINT,
  PRIMARY KEY (voice_connector_id, organization_id),
  FOREIGN KEY (organization_id, voice_connector_id) REFERENCES holder (organization_id, holder_id)) ${clustered};
CREATE INDEX voice_connector_page ON voice_connector (organization_id, created_at, voice_connector_id, deleted_at)
  WHERE deleted_at IS NULL;

CREATE TABLE voice_connector_group (organization_id VARCHAR(12) NOT NULL, voice_connector_group_id VARCHAR(36) NOT NULL,
  name VARCHAR(256) NOT NULL, created_at BIGINT NOT NULL, changed_at BIGINT NOT NULL, deleted_at BIGINT,
  PRIMARY KEY (voice_connector_group_id, organization_id),
  FOREIGN KEY (organization_id, voice_connector_group_id) REFERENCES holder (organization_id, holder_id)) ${clustered};
CREATE INDEX voice_connector_group_page ON voice_connector_group (organization_id, created_at, voice_connector_group_id,
  deleted_at) WHERE deleted_at IS NULL;

-- Only what a group has now: a connector and a group are deleted only when no row here names them.
CREATE TABLE voice_connector_item (organization_id VARCHAR(12) NOT NULL, voice_connector_group_id VARCHAR(36) NOT NULL,
  priority INTEGER NOT NULL CHECK (priority BETWEEN 1 AND 99), voice_connector_id VARCHAR(36) NOT NULL,
  PRIMARY KEY (voice_connector_group_id, organization_id, priority),
  UNIQUE (voice_connector_group_id, voice_connector_id),
  FOREIGN KEY (organization_id, voice_connector_group_id)
    REFERENCES voice_connector_group (organization_id, voice_connector_group_id),
  FOREIGN KEY (organization_id, voice_connector_id)
    REFERENCES voice_connector (organization_id, voice_connector_id)) ${clustered};
-- It leads with the connector, or SQLite would rather read all items of an organization by it than those of a group.
CREATE INDEX groups_of_connector ON voice_connector_item (voice_connector_id, organization_id, voice_connector_group_id);
