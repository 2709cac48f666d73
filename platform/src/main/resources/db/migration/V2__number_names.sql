-- The name that an organization gives a number for itself, beside the calling name that others see.
ALTER TABLE phone_number ADD COLUMN name VARCHAR(256);
