-- The telephones and programs of accounts. sip_username is what a device registers by and unique in the organization; of
-- a desk phone it is the MAC address. The password is sealed.
CREATE TABLE device (organization_id VARCHAR(12) NOT NULL, device_id VARCHAR(36) NOT NULL, account_id VARCHAR(36) NOT NULL,
  name VARCHAR(128) NOT NULL, kind VARCHAR(12) NOT NULL CHECK (kind IN ('DESK_PHONE','SOFT_CLIENT')), mac_address VARCHAR(12),
  sip_username VARCHAR(64) NOT NULL, password ${binary} NOT NULL, password_made_at BIGINT NOT NULL,
  user_id VARCHAR(36), assigned_since BIGINT, created_at BIGINT NOT NULL, changed_at BIGINT NOT NULL,
  PRIMARY KEY (device_id, organization_id), CHECK ((kind = 'DESK_PHONE') = (mac_address IS NOT NULL)),
  CHECK ((user_id IS NULL) = (assigned_since IS NULL)),
  FOREIGN KEY (organization_id, account_id) REFERENCES account (organization_id, account_id),
  FOREIGN KEY (organization_id, user_id) REFERENCES account_user (organization_id, user_id)) ${clustered};
-- A desk phone's name is its MAC address, so that this keeps both unique.
CREATE UNIQUE INDEX device_sip_username_once ON device (organization_id, sip_username);
CREATE INDEX device_page ON device (organization_id, account_id, created_at, device_id);
CREATE INDEX device_of_user ON device (organization_id, user_id, created_at, device_id) WHERE user_id IS NOT NULL;
