-- The version of the rules by which the indexed words were folded. Another one than the program's: the index is made anew
-- from the messages, in the background.
ALTER TABLE search_state ADD COLUMN form INTEGER NOT NULL DEFAULT 0;
