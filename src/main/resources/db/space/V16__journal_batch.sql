-- Which attempt to commit wrote an entry: a random number on all entries of one transaction. If the answer to a commit is
-- lost, it tells its own entries from those of another attempt at the same position. Null: written before there were such.
ALTER TABLE journal ADD COLUMN batch INTEGER;
