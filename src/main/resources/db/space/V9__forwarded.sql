-- Where forwarded words come from, as far as the readers may know: a place only if it was public.
ALTER TABLE message ADD COLUMN origin_sender_id BLOB;
ALTER TABLE message ADD COLUMN origin_chat_id BLOB;
ALTER TABLE message ADD COLUMN origin_seq INTEGER;
