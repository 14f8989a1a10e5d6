-- Which process is making or removing a space, and until when others leave it alone, by the clock of the database.
ALTER TABLE space ADD COLUMN worker TEXT;
ALTER TABLE space ADD COLUMN worker_until INTEGER;
