-- Who wants to go for good, what is to become of their messages, and when it is done.
CREATE TABLE account_deletion (
  account_id   BLOB PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  messages     TEXT NOT NULL,
  requested_at INTEGER NOT NULL,
  due_at       INTEGER NOT NULL
);
CREATE INDEX account_deletion_due ON account_deletion (due_at);
