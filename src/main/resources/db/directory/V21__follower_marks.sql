-- Spaces whose journals may have entries that not every follower has passed: set before the first commit of their writer,
-- taken away once all are through. A start opens these and no other.
CREATE TABLE follower_mark (
  space_id BLOB PRIMARY KEY
) WITHOUT ROWID;
