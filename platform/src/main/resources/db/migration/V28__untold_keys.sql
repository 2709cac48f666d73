-- Whether the first start's key is still to be told to the operator: a start that is killed between making the key and
-- printing its secret leaves it so, and the next one prints it.
ALTER TABLE access_key ADD COLUMN is_untold SMALLINT NOT NULL DEFAULT 0;
