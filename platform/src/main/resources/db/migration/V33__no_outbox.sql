-- Nothing ever put a message in. What must go out will stand in a table of its own, with its order and its retries.
DROP TABLE outbox;
