-- Whence people have signed in, and which events their other devices are alerted to.
CREATE TABLE known_device (
  account_id   BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  device       TEXT NOT NULL,              -- SHA-256: of the token of its cookie; of an app, of its name and network
  signed_in_at INTEGER NOT NULL,           -- the last time
  alerts_after BLOB NOT NULL,              -- the security event up to which it has dismissed the alerts
  PRIMARY KEY (account_id, device)
);
CREATE INDEX known_device_age ON known_device (signed_in_at);

CREATE TABLE known_address (
  account_id   BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  network      TEXT NOT NULL,              -- an IPv4 address, or the first 64 bits of an IPv6 address
  signed_in_at INTEGER NOT NULL,           -- the last time
  PRIMARY KEY (account_id, network)
);
CREATE INDEX known_address_age ON known_address (signed_in_at);

ALTER TABLE session ADD COLUMN device TEXT;           -- of known_device; null for a personal access token
ALTER TABLE security_event ADD COLUMN alert INTEGER NOT NULL DEFAULT 0;
ALTER TABLE security_event ADD COLUMN session_id BLOB;  -- the session that it opened, or that did it; null if unknown
ALTER TABLE security_event ADD COLUMN device TEXT;      -- the device that did it; null if unknown
CREATE INDEX security_event_alert ON security_event (account_id, id) WHERE alert = 1;

-- Who is signed in stays known.
UPDATE session SET device = lower(hex(id)) WHERE kind <> 'PERSONAL';
INSERT INTO known_device (account_id, device, signed_in_at, alerts_after)
  SELECT account_id, device, last_used_at, zeroblob(16) FROM session WHERE device IS NOT NULL;
INSERT INTO known_address (account_id, network, signed_in_at)
  SELECT account_id, address, max(last_used_at) FROM session
  WHERE device IS NOT NULL AND address <> '' AND address NOT LIKE '%:%'
  GROUP BY account_id, address;
