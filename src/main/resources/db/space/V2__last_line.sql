-- Where a chat's lines end is known by the lines themselves.
ALTER TABLE chat DROP COLUMN last_seq;
ALTER TABLE chat DROP COLUMN last_at;
