-- Whether messages of this space show what the pages say that they link to: 0 asks no page.
ALTER TABLE settings ADD COLUMN previews INTEGER NOT NULL DEFAULT 1;
