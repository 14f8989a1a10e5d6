-- Personal access tokens may be limited to a space, or to one of its chats. Null: no limit.
ALTER TABLE session ADD COLUMN space_id BLOB;
ALTER TABLE session ADD COLUMN chat_id BLOB; -- only with a space
