-- How the past is read: docs/decisions/0008-reading-the-past.md.

-- With when the number came and when it leaves, so that walking over tenures that an instant has nothing to do with
-- reads no row of the table.
DROP INDEX number_tenures;
CREATE INDEX number_tenures ON phone_number (organization_id, e164, created_at, number_id, acquired_at, leaves_at);

-- Of those that cannot overlap, the one that held at an instant is the last that began by then, however many others
-- there were, and however often a shared line's seats changed meanwhile.
CREATE INDEX ledger_of_exclusive ON assignment (organization_id, number_id, from_at) WHERE role NOT IN ('ASSIGNEE','OUTBOUND');

-- Of those that can, each length is looked for by itself: an entry shorter than 16 s that held at an instant began in
-- the 16 s before it. The length comes before what is looked for, since no other query can then mistake the index for
-- its own. Lengths are in microseconds: about 1 s, 16 s, 4 min, 1 h, 19 h, 12 days, 200 days, 9 years.
CREATE INDEX ledger_of_holder_by_length ON assignment (organization_id,
  (CASE WHEN to_at IS NULL THEN 9 WHEN to_at - from_at < 1048576 THEN 0 WHEN to_at - from_at < 16777216 THEN 1
  WHEN to_at - from_at < 268435456 THEN 2 WHEN to_at - from_at < 4294967296 THEN 3 WHEN to_at - from_at < 68719476736 THEN 4
  WHEN to_at - from_at < 1099511627776 THEN 5 WHEN to_at - from_at < 17592186044416 THEN 6
  WHEN to_at - from_at < 281474976710656 THEN 7 ELSE 8 END), holder_id, from_at, assignment_id, to_at);
CREATE INDEX ledger_of_seats_by_length ON assignment (organization_id,
  (CASE WHEN to_at IS NULL THEN 9 WHEN to_at - from_at < 1048576 THEN 0 WHEN to_at - from_at < 16777216 THEN 1
  WHEN to_at - from_at < 268435456 THEN 2 WHEN to_at - from_at < 4294967296 THEN 3 WHEN to_at - from_at < 68719476736 THEN 4
  WHEN to_at - from_at < 1099511627776 THEN 5 WHEN to_at - from_at < 17592186044416 THEN 6
  WHEN to_at - from_at < 281474976710656 THEN 7 ELSE 8 END), number_id, from_at, assignment_id, to_at) WHERE role IN ('ASSIGNEE','OUTBOUND');
