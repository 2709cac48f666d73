-- Of all records, those of a few categories: what there is little of, such as voicemails, is found without looking at
-- everything that came between.
CREATE INDEX communication_of_category ON communication (organization_id, category, happened_at, record_id);
