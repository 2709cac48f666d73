-- What each version of a thing changed, of the newest hundred: one table for all that have versions.
CREATE TABLE entity_change (organization_id VARCHAR(12) NOT NULL REFERENCES organization, entity_id VARCHAR(36) NOT NULL,
  version INTEGER NOT NULL, kind VARCHAR(32) NOT NULL, what VARCHAR(512) NOT NULL, changed_at BIGINT NOT NULL,
  changed_by VARCHAR(128) NOT NULL,
  PRIMARY KEY (entity_id, version, organization_id)) ${clustered};

INSERT INTO entity_change (organization_id, entity_id, version, kind, what, changed_at, changed_by)
  SELECT c.organization_id, c.flow_id, c.version, f.kind, c.what, c.changed_at, c.changed_by FROM call_flow_change c
  JOIN call_flow f ON f.organization_id = c.organization_id AND f.flow_id = c.flow_id;
INSERT INTO entity_change (organization_id, entity_id, version, kind, what, changed_at, changed_by)
  SELECT organization_id, line_id, version, 'LINE', what, changed_at, changed_by FROM shared_line_change;

DROP TABLE call_flow_change;
DROP TABLE shared_line_change;
