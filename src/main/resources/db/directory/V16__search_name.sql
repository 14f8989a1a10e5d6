-- Username and display name as people are searched: folded, with a blank before each word; and the version of the rules
-- by which an account's names were stored. The program fills both in for the accounts there are, at its next start.
ALTER TABLE account ADD COLUMN search_name TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN names_form INTEGER NOT NULL DEFAULT 0;
