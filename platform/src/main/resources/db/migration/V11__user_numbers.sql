-- What a user shows and has yet to notice. A caller ID is a number together with the instant since when the user has
-- it: it is shown while an open assignment of the user says the same, so that nothing has to be changed when the
-- number goes, and one that comes back later is not shown again.
ALTER TABLE account_user ADD COLUMN caller_id_number_id BIGINT;
ALTER TABLE account_user ADD COLUMN caller_id_held_since BIGINT;

-- The latest change that is noticed only after signing in again, and the latest sign-in; the user has to sign in
-- while the first is later than the second.
ALTER TABLE account_user ADD COLUMN sign_out_needed_since BIGINT;
ALTER TABLE account_user ADD COLUMN signed_in_at BIGINT;
