-- SIP media applications and the rules that send calls to them. Deleted ones keep their rows, so that names in
-- the ledger and the audit log lead somewhere; a deleted rule has no targets.
CREATE TABLE sip_media_application (organization_id VARCHAR(12) NOT NULL REFERENCES organization,
  application_id VARCHAR(36) NOT NULL, name VARCHAR(256) NOT NULL, region VARCHAR(32) NOT NULL,
  lambda_arn VARCHAR(4096) NOT NULL, created_at BIGINT NOT NULL, changed_at BIGINT NOT NULL, deleted_at BIGINT,
  PRIMARY KEY (application_id, organization_id), UNIQUE (organization_id, application_id, region)) ${clustered};
CREATE INDEX sip_application_page ON sip_media_application (organization_id, created_at, application_id)
  WHERE deleted_at IS NULL;

-- A rule is the holder of the number that triggers it.
CREATE TABLE sip_rule (organization_id VARCHAR(12) NOT NULL, sip_rule_id VARCHAR(36) NOT NULL, name VARCHAR(256) NOT NULL,
  trigger_type VARCHAR(32) NOT NULL, trigger_value VARCHAR(256) NOT NULL, is_disabled SMALLINT NOT NULL,
  created_at BIGINT NOT NULL, changed_at BIGINT NOT NULL, deleted_at BIGINT,
  PRIMARY KEY (sip_rule_id, organization_id), UNIQUE (organization_id, sip_rule_id, created_at),
  FOREIGN KEY (organization_id, sip_rule_id) REFERENCES holder (organization_id, holder_id)) ${clustered};
CREATE INDEX sip_rule_page ON sip_rule (organization_id, created_at, sip_rule_id) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX sip_rule_one_trigger ON sip_rule (organization_id, trigger_type, trigger_value)
  WHERE deleted_at IS NULL;

-- The region and the rule's creation stand here too: the one so that a rule has one application a region, the
-- other so that the rules of an application are found in order of creation. Neither ever changes.
CREATE TABLE sip_rule_target (organization_id VARCHAR(12) NOT NULL, sip_rule_id VARCHAR(36) NOT NULL,
  application_id VARCHAR(36) NOT NULL, region VARCHAR(32) NOT NULL, priority INTEGER NOT NULL CHECK (priority > 0),
  rule_created_at BIGINT NOT NULL,
  PRIMARY KEY (sip_rule_id, application_id, organization_id),
  UNIQUE (sip_rule_id, region), UNIQUE (sip_rule_id, priority),
  FOREIGN KEY (organization_id, sip_rule_id, rule_created_at)
  REFERENCES sip_rule (organization_id, sip_rule_id, created_at),
  FOREIGN KEY (organization_id, application_id, region)
  REFERENCES sip_media_application (organization_id, application_id, region)) ${clustered};
CREATE INDEX sip_rule_of_application ON sip_rule_target (organization_id, application_id, rule_created_at, sip_rule_id);
