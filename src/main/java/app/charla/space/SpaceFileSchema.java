package app.charla.space;

import java.util.List;

/**
 * The part of the schema of space databases that restoring a {@link SpaceFile} depends on, across the tables of all
 * features. A migration that adds a column must add it here or to the exceptions of {@code SpaceFileSchemaTest}.
 */
final class SpaceFileSchema {

    record Column(String table, String name) {}

    /** Columns that hold an account id; restoring replaces the ids. {@code chat.pair}, which holds two, is apart. */
    static final List<Column> ACCOUNT_COLUMNS = List.of(
            new Column("chat", "creator_id"),
            new Column("membership", "account_id"),
            new Column("message", "sender_id"),
            new Column("message", "subject_id"),
            new Column("message", "origin_sender_id"),
            new Column("reaction", "account_id"),
            new Column("mention", "account_id"),
            new Column("pin", "account_id"),
            new Column("saved", "account_id"),
            new Column("media", "uploader_id"),
            new Column("media_usage", "uploader_id"),
            new Column("journal", "account_id"));

    /**
     * Conditions on rows that no space ever writes, each {@code table WHERE condition}. SQLite itself enforces neither the
     * types of columns nor anything else that the schema does not declare.
     */
    static final List<String> MALFORMED_ROWS =
            List.of("""
            chat WHERE typeof(id) <> 'blob' OR length(id) <> 16 OR (kind = 'PRIVATE') <> (pair IS NOT NULL)
              OR typeof(created_at) <> 'integer' OR (name IS NOT NULL AND typeof(name) <> 'text')
              OR posting NOT IN ('EVERYBODY', 'MANAGERS') OR (archived_at IS NOT NULL AND typeof(archived_at) <> 'integer')""", """
            membership WHERE typeof(account_id) <> 'blob' OR length(account_id) <> 16
              OR typeof(read_seq) <> 'integer' OR typeof(joined_at) <> 'integer'""", """
            message WHERE typeof(sender_id) <> 'blob' OR length(sender_id) <> 16 OR typeof(seq) <> 'integer' OR seq < 0
              OR typeof(text) <> 'text' OR length(text) > 1000000 OR typeof(sent_at) <> 'integer'
              OR (subject_id IS NOT NULL AND length(subject_id) <> 16)
              OR (reply_to IS NOT NULL AND typeof(reply_to) <> 'integer')
              OR (origin_sender_id IS NOT NULL AND length(origin_sender_id) <> 16)
              OR (origin_chat_id IS NOT NULL AND length(origin_chat_id) <> 16)
              OR (origin_seq IS NOT NULL AND typeof(origin_seq) <> 'integer')""", """
            message WHERE id > (SELECT coalesce(max(position), 0) FROM journal)""", """
            message_version WHERE typeof(version) <> 'integer' OR typeof(text) <> 'text' OR length(text) > 1000000
              OR typeof(written_at) <> 'integer'""", """
            reaction WHERE typeof(account_id) <> 'blob' OR length(account_id) <> 16 OR typeof(emoji) <> 'text'
              OR length(emoji) > 32 OR instr(emoji, ' ') > 0 OR typeof(reacted_at) <> 'integer'""", """
            mention WHERE (account_id IS NOT NULL AND length(account_id) <> 16) OR typeof(place) <> 'integer'
              OR typeof(seq) <> 'integer' OR NOT EXISTS (SELECT 1 FROM message
                WHERE id = message_id AND message.chat_id = mention.chat_id AND message.seq = mention.seq)""", """
            pin WHERE typeof(account_id) <> 'blob' OR length(account_id) <> 16 OR typeof(pinned_at) <> 'integer'
              OR NOT EXISTS (SELECT 1 FROM message WHERE id = message_id AND message.chat_id = pin.chat_id)""", """
            saved WHERE typeof(account_id) <> 'blob' OR length(account_id) <> 16
              OR typeof(saved_at) <> 'integer'""", """
            media WHERE typeof(id) <> 'blob' OR length(id) <> 16 OR typeof(uploader_id) <> 'blob'
              OR length(uploader_id) <> 16 OR typeof(content) <> 'text' OR length(content) <> 64
              OR content GLOB '*[^0-9a-f]*' OR typeof(name) <> 'text' OR length(name) NOT BETWEEN 1 AND 200
              OR instr(name, '/') > 0 OR instr(name, '\\') > 0 OR typeof(type) <> 'text' OR length(type) > 200
              OR type GLOB '*[^a-z0-9/.+-]*' OR typeof(size) <> 'integer' OR typeof(alt) <> 'text'
              OR kind NOT IN ('IMAGE', 'VIDEO', 'AUDIO', 'VOICE', 'FILE') OR typeof(uploaded_at) <> 'integer'
              OR (width IS NOT NULL AND typeof(width) <> 'integer')
              OR (height IS NOT NULL AND typeof(height) <> 'integer')
              OR (duration_millis IS NOT NULL AND typeof(duration_millis) <> 'integer')
              OR (waveform IS NOT NULL AND waveform GLOB '*[^0-9]*')
              OR (blur IS NOT NULL AND blur NOT LIKE 'data:image/%')""", """
            media_usage WHERE typeof(uploader_id) <> 'blob' OR length(uploader_id) <> 16 OR typeof(bytes) <> 'integer'
              OR bytes < 0""", """
            attachment WHERE typeof(place) <> 'integer' OR typeof(seq) <> 'integer'
              OR kind NOT IN ('IMAGE', 'VIDEO', 'AUDIO', 'VOICE', 'FILE')
              OR NOT EXISTS (SELECT 1 FROM media WHERE media.id = media_id)
              OR NOT EXISTS (SELECT 1 FROM message WHERE message.id = message_id
                AND message.chat_id = attachment.chat_id AND message.seq = attachment.seq)""", """
            journal WHERE length(chat_id) <> 16 OR (account_id IS NOT NULL AND length(account_id) <> 16)""", """
            settings WHERE language NOT IN ('ES', 'EN') OR joining NOT IN ('INVITE', 'ANYONE')
              OR typeof(welcome) <> 'text' OR length(welcome) > 1000
              OR (retention_days IS NOT NULL AND retention_days NOT BETWEEN 1 AND 3650)""");

    private SpaceFileSchema() {}
}
