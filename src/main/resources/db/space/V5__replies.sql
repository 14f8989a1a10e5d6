-- Which message of the same chat another one answers; that one may have been deleted since.
ALTER TABLE message ADD COLUMN reply_to INTEGER;
