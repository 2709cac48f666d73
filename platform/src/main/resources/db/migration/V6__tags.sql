-- What people write on things that have an ARN. The key leads with the ARN, which names its organization.
CREATE TABLE resource_tag (organization_id VARCHAR(12) NOT NULL REFERENCES organization,
  resource_arn VARCHAR(1024) NOT NULL, tag_key VARCHAR(128) NOT NULL, tag_value VARCHAR(256) NOT NULL,
  PRIMARY KEY (resource_arn, tag_key, organization_id)) ${clustered};
