-- How people like their Charla; they look the same on every device.
ALTER TABLE account ADD COLUMN time_zone TEXT;                            -- null: the device's
ALTER TABLE account ADD COLUMN sounds INTEGER NOT NULL DEFAULT 1;
ALTER TABLE account ADD COLUMN accent TEXT;                               -- #rrggbb; null: the usual one
ALTER TABLE account ADD COLUMN text_size TEXT NOT NULL DEFAULT 'NORMAL';
ALTER TABLE account ADD COLUMN density TEXT NOT NULL DEFAULT 'COMFORTABLE';
ALTER TABLE account ADD COLUMN space_colors INTEGER NOT NULL DEFAULT 1;   -- 1: in spaces that want so, their colour

ALTER TABLE space ADD COLUMN tinted INTEGER NOT NULL DEFAULT 0;           -- 1: drawn in its own colour within
