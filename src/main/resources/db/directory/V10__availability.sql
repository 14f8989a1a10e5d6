-- What people chose to be, what they say of it, and when they were there last.
ALTER TABLE presence ADD COLUMN choice TEXT NOT NULL DEFAULT 'AUTOMATIC';
ALTER TABLE presence ADD COLUMN emoji TEXT NOT NULL DEFAULT '';
ALTER TABLE presence ADD COLUMN status TEXT NOT NULL DEFAULT '';
ALTER TABLE presence ADD COLUMN status_until INTEGER;                      -- when that ends by itself; null: never
ALTER TABLE presence ADD COLUMN tells_last_seen INTEGER NOT NULL DEFAULT 1;
ALTER TABLE presence ADD COLUMN last_seen INTEGER;
