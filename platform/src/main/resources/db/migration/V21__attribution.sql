-- The instant by which a record is attributed, where that is not the one at which it began: reports of engines whose
-- clock is ahead count as happening when they come, and what they said first stays so. Of records from before, the
-- earlier of happened_at and recorded_at, which needs no row to be written.
ALTER TABLE communication ADD COLUMN attributed_at BIGINT;
