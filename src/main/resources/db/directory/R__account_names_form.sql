-- Finds accounts whose names were stored under older rules without reading the others. It is repeatable, as it is an index
-- and nothing else, so that it needs no number.
CREATE INDEX IF NOT EXISTS account_names_form ON account (names_form);
