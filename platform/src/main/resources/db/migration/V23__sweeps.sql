-- Sweeps claim their work row by row and need no scheduler of their own (decision 21).
DROP TABLE scheduled_tasks;
