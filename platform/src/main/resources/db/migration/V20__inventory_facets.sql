-- Counting the inventory by status. A facet is in one word what numbers are counted by and what the number itself says:
-- phase, whether assigned, product, type and country. There are few of them, and a range of one index is all numbers of
-- one and a kind of holder, so that no number is looked at that does not count.
ALTER TABLE phone_number ADD COLUMN facet VARCHAR(80) ${bytewise};
UPDATE phone_number SET facet = phase || CASE assigned WHEN 1 THEN '+' ELSE '-' END || '/' || product_type || '/' ||
  COALESCE(type, '') || '/' || COALESCE(country, '');
CREATE INDEX inventory_by_facet ON phone_number (organization_id, facet, holder_kind, leaves_at, release_failed_at, phase)
  WHERE phase <> 'RELEASED';
