-- The key pair that identifies this server to push services (VAPID, RFC 8292).
CREATE TABLE push_key (
  id          INTEGER PRIMARY KEY CHECK (id = 1),
  public_key  TEXT NOT NULL,               -- X.509, Base64
  private_key TEXT NOT NULL                -- PKCS #8, sealed
);

-- Where a device receives notifications. It ends with its session.
CREATE TABLE push_subscription (
  id            BLOB PRIMARY KEY,
  session_id    BLOB NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  account_id    BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  endpoint_hash BLOB NOT NULL UNIQUE,      -- SHA-256: a device has one subscription, whoever is signed in
  target        TEXT NOT NULL,             -- end point and keys, sealed
  service       TEXT NOT NULL,             -- the host of the push service, for the person to see
  created_at    INTEGER NOT NULL,
  answered_at   INTEGER,                   -- the last time that the push service took a notification
  failure       TEXT,                      -- why the last one did not arrive: a key of the bundles
  retry_at      INTEGER                    -- the push service asked to be left alone until then
);
CREATE INDEX push_subscription_account ON push_subscription (account_id);
CREATE INDEX push_subscription_session ON push_subscription (session_id);

-- Notifications that a push service did not take yet; the newest of a topic replaces those before it.
CREATE TABLE push_retry (
  subscription_id BLOB NOT NULL REFERENCES push_subscription (id) ON DELETE CASCADE,
  topic           TEXT NOT NULL,
  notification    TEXT NOT NULL,           -- what is sent, sealed
  attempts        INTEGER NOT NULL,
  due_at          INTEGER NOT NULL,
  PRIMARY KEY (subscription_id, topic)
) WITHOUT ROWID;
CREATE INDEX push_retry_due ON push_retry (due_at);

-- What notifications may show, and when they wait.
CREATE TABLE notification_settings (
  account_id BLOB PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  privacy    TEXT NOT NULL,
  quiet_days INTEGER NOT NULL,             -- a bit for each day, Monday is 1; 0: no quiet hours
  quiet_from INTEGER NOT NULL,             -- minutes after midnight in the person's time zone
  quiet_to   INTEGER NOT NULL
);

-- Accounts that quiet hours kept something from, and when they end.
CREATE TABLE notification_held (
  account_id BLOB PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  due_at     INTEGER NOT NULL
) WITHOUT ROWID;
