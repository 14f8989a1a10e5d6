-- What was chosen for this space; its name and colour stand in the directory.
CREATE TABLE settings (
  id             INTEGER PRIMARY KEY CHECK (id = 1),
  welcome        TEXT NOT NULL,
  language       TEXT NOT NULL,
  joining        TEXT NOT NULL,
  retention_days INTEGER                   -- null: messages stay for ever
);
