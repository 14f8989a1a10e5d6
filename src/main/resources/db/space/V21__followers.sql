-- How far each follower of the journal is. Every follower has a row: a migration that adds one inserts it, one that gives
-- one up deletes it. What it counted or told stands in tables of its own, written with the new position.
CREATE TABLE follower (
  name     TEXT PRIMARY KEY,
  position INTEGER NOT NULL
) WITHOUT ROWID;

-- While the search index is made anew, everything up to "until" comes from the messages.
INSERT INTO follower (name, position) SELECT 'search', coalesce(until, position) FROM search_state WHERE id = 1;
