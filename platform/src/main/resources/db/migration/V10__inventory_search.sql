-- Searching the inventory. The holder of a number is repeated in the number's own row, by the statement that
-- saves it anyway, so that one row has all that a search narrows down and sorts by: docs/inventory-search.md.
-- holder_key is the holder's name, label_key the first of the number's labels, both in small letters.
ALTER TABLE phone_number ADD COLUMN holder_id VARCHAR(36);
ALTER TABLE phone_number ADD COLUMN holder_kind VARCHAR(12);
ALTER TABLE phone_number ADD COLUMN holder_key VARCHAR(320) ${bytewise};
ALTER TABLE phone_number ADD COLUMN held_since BIGINT;
ALTER TABLE phone_number ADD COLUMN label_key VARCHAR(64) ${bytewise};

UPDATE phone_number SET
  holder_id = (SELECT a.holder_id FROM assignment a WHERE a.organization_id = phone_number.organization_id
    AND a.number_id = phone_number.number_id AND a.to_at IS NULL AND a.role NOT IN ('ASSIGNEE','OUTBOUND')),
  holder_kind = (SELECT a.holder_kind FROM assignment a WHERE a.organization_id = phone_number.organization_id
    AND a.number_id = phone_number.number_id AND a.to_at IS NULL AND a.role NOT IN ('ASSIGNEE','OUTBOUND')),
  holder_key = (SELECT lower(h.name) FROM assignment a JOIN holder h ON h.holder_id = a.holder_id
    AND h.organization_id = a.organization_id WHERE a.organization_id = phone_number.organization_id
    AND a.number_id = phone_number.number_id AND a.to_at IS NULL AND a.role NOT IN ('ASSIGNEE','OUTBOUND')),
  held_since = (SELECT a.held_since FROM assignment a WHERE a.organization_id = phone_number.organization_id
    AND a.number_id = phone_number.number_id AND a.to_at IS NULL AND a.role NOT IN ('ASSIGNEE','OUTBOUND'))
  WHERE assigned = 1;

-- One index a column that can be sorted by, in whose order a page is walked; numbers settle ties. The first two
-- have whatever else a search usually narrows down by, so that walking them looks at no row. Each has the phase,
-- which SQLite looks at although the index is about no other; without it SQLite would rather read all of the first two.
CREATE INDEX inventory_by_number ON phone_number (organization_id, e164, phase, assigned, product_type, type, country,
  holder_kind, leaves_at, release_failed_at, number_id) WHERE phase <> 'RELEASED';
CREATE INDEX inventory_by_state ON phone_number (organization_id, phase, assigned, e164, product_type, type, country,
  holder_kind, leaves_at, release_failed_at, number_id) WHERE phase <> 'RELEASED';
CREATE INDEX inventory_by_product ON phone_number (organization_id, product_type, e164, phase, number_id)
  WHERE phase <> 'RELEASED';
CREATE INDEX inventory_by_type ON phone_number (organization_id, type, e164, phase, number_id)
  WHERE phase <> 'RELEASED';
CREATE INDEX inventory_by_country ON phone_number (organization_id, country, e164, phase, number_id)
  WHERE phase <> 'RELEASED';
CREATE INDEX inventory_by_change ON phone_number (organization_id, changed_at, e164, phase, number_id)
  WHERE phase <> 'RELEASED';
CREATE INDEX inventory_by_holder_name ON phone_number (organization_id, holder_key, e164, holder_kind, phase, number_id)
  WHERE phase <> 'RELEASED';
CREATE INDEX inventory_by_holding ON phone_number (organization_id, held_since, e164, phase, number_id)
  WHERE phase <> 'RELEASED';
CREATE INDEX inventory_by_label ON phone_number (organization_id, label_key, e164, phase, number_id)
  WHERE phase <> 'RELEASED';
CREATE INDEX inventory_by_kind ON phone_number (organization_id, holder_kind, e164, phase, number_id)
  WHERE phase <> 'RELEASED';

-- What is left of a number's digits from each place on, down to three: digits anywhere in a number are how one
-- of these begins. Written once when the number enters the inventory: docs/decisions/0014-digits-anywhere.md.
CREATE TABLE number_suffix (organization_id VARCHAR(12) NOT NULL, suffix VARCHAR(15) ${bytewise} NOT NULL,
  number_id BIGINT NOT NULL, PRIMARY KEY (organization_id, suffix, number_id)) ${clustered};
INSERT INTO number_suffix (organization_id, suffix, number_id)
  SELECT p.organization_id, substr(p.e164, s.place), p.number_id FROM phone_number p JOIN
    (SELECT 2 AS place UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7
     UNION ALL SELECT 8 UNION ALL SELECT 9 UNION ALL SELECT 10 UNION ALL SELECT 11 UNION ALL SELECT 12
     UNION ALL SELECT 13 UNION ALL SELECT 14) s ON s.place <= length(p.e164) - 2
  WHERE p.phase <> 'RELEASED';

-- Labels and notes belong to a tenure and go with it.
CREATE TABLE number_label (organization_id VARCHAR(12) NOT NULL, number_id BIGINT NOT NULL,
  label_key VARCHAR(64) ${bytewise} NOT NULL, label VARCHAR(64) NOT NULL,
  PRIMARY KEY (number_id, label_key, organization_id),
  FOREIGN KEY (organization_id, number_id) REFERENCES phone_number (organization_id, number_id) ON DELETE CASCADE
  ) ${clustered};
CREATE INDEX numbers_of_label ON number_label (organization_id, label_key, number_id);

CREATE TABLE number_note (organization_id VARCHAR(12) NOT NULL, number_id BIGINT NOT NULL, note VARCHAR(4096) NOT NULL,
  noted_at BIGINT NOT NULL, PRIMARY KEY (number_id, organization_id),
  FOREIGN KEY (organization_id, number_id) REFERENCES phone_number (organization_id, number_id) ON DELETE CASCADE
  ) ${clustered};
