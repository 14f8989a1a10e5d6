-- Up to where the others are shown that somebody has read.
ALTER TABLE membership ADD COLUMN shown_seq INTEGER NOT NULL DEFAULT 0;
