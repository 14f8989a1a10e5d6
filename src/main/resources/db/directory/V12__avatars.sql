-- The pictures by which people are known.
CREATE TABLE avatar (
  account_id BLOB PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  content    BLOB NOT NULL -- a JPEG, drawn anew by the server
);

ALTER TABLE account ADD COLUMN avatar TEXT; -- what its content is called in addresses; null: there is none
