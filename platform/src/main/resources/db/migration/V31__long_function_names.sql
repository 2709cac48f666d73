-- The name of a function may have 10,000 characters, as in the API reference. SQLite never held to the former length.
${postgres_only}ALTER TABLE sip_media_application ALTER COLUMN lambda_arn TYPE VARCHAR(10000);
