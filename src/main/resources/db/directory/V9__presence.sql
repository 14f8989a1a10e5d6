-- What people let others notice of them.
CREATE TABLE presence (
  account_id BLOB PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  receipts   INTEGER NOT NULL              -- 1: others see how far they have read, and they see it of others
);
