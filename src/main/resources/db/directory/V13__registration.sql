-- Instance administrators, accounts that wait for their decision, and who may register.
ALTER TABLE account ADD COLUMN administrator INTEGER NOT NULL DEFAULT 0;  -- 1: looks after the whole server
ALTER TABLE account ADD COLUMN waiting INTEGER NOT NULL DEFAULT 0;        -- 1: until an administrator has decided
CREATE INDEX account_administrator ON account (username) WHERE administrator = 1;
CREATE INDEX account_waiting ON account (created_at) WHERE waiting = 1;
UPDATE account SET administrator = 1, version = version + 1 WHERE dormant = 0 AND id IN (
  SELECT m.account_id FROM space_member m JOIN space s ON s.id = m.space_id WHERE s.home = 1 AND m.role = 'OWNER');

-- One row.
CREATE TABLE registration (
  id              INTEGER PRIMARY KEY CHECK (id = 1),
  mode            TEXT,                    -- null: that of the settings
  inviters        TEXT NOT NULL,           -- whose invites count in the mode INVITE
  setup_code_hash BLOB                     -- SHA-256 of the code that makes the first administrator; null: none
);
INSERT INTO registration (id, inviters) VALUES (1, 'ADMINISTRATORS');

ALTER TABLE account_claim ADD COLUMN issuer_id BLOB;                      -- null: issued before this was kept
