-- Policies of an organization's own, so that a change of one holds for every principal that has it. Which policies a
-- principal has says their names alone; the server knows the managed ones by theirs. A list shows both in one order,
-- which is by bytes on every engine.
CREATE TABLE policy (organization_id VARCHAR(12) NOT NULL REFERENCES organization,
  policy_name VARCHAR(128) ${bytewise} NOT NULL, document TEXT NOT NULL, changed_at BIGINT NOT NULL,
  PRIMARY KEY (organization_id, policy_name)) ${clustered};
INSERT INTO policy (organization_id, policy_name, document, changed_at) SELECT organization_id, policy_name, MIN(document), 0
  FROM principal_policy WHERE document IS NOT NULL GROUP BY organization_id, policy_name;
ALTER TABLE principal_policy DROP COLUMN document;
