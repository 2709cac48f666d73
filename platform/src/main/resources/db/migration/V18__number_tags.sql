-- The tags of numbers. They belong to a tenure as labels and notes do, and numbers are searched by them, so that they
-- are not kept by ARN with the tags of everything else.
CREATE TABLE number_tag (organization_id VARCHAR(12) NOT NULL, number_id BIGINT NOT NULL,
  tag_key VARCHAR(128) NOT NULL, tag_value VARCHAR(256) NOT NULL,
  PRIMARY KEY (number_id, tag_key, organization_id),
  FOREIGN KEY (organization_id, number_id) REFERENCES phone_number (organization_id, number_id) ON DELETE CASCADE
  ) ${clustered};
CREATE INDEX numbers_of_tag ON number_tag (organization_id, tag_key, tag_value, number_id);
