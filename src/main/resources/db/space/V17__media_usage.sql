-- How many bytes the media of each uploader have, kept by the transactions that add and remove media.
CREATE TABLE media_usage (
  uploader_id BLOB NOT NULL PRIMARY KEY,
  bytes       INTEGER NOT NULL
);
INSERT INTO media_usage (uploader_id, bytes) SELECT uploader_id, sum(size) FROM media GROUP BY uploader_id;
