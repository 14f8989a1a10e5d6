package app.charla.message;

import app.charla.core.AccountId;
import app.charla.core.MessageId;
import jakarta.persistence.AttributeConverter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the quote of a reply from a computed column. */
class QuoteConverter implements AttributeConverter<Quote, String> {

    /** The column; the text comes last, as the only field that may contain spaces. */
    static final String SQL = """
            (select source.id || ' ' || source.seq || ' ' || hex(source.sender_id) || ' '
               || (source.deleted_at is not null) || ' ' || source.version || ' ' || substr(source.text, 1, 300)
             from message source where source.id = reply_to and source.chat_id = chat_id)""";

    private static final int FIELDS = 6;

    @Override
    public @Nullable Quote convertToEntityAttribute(@Nullable String column) {
        if (column == null) {
            return null;
        }
        String[] fields = column.split(" ", FIELDS);
        return Quote.of(
                new MessageId(Long.parseLong(fields[0])),
                Long.parseLong(fields[1]),
                account(fields[2]),
                fields[5],
                fields[3].equals("1"),
                Integer.parseInt(fields[4]));
    }

    static AccountId account(String hex) {
        return new AccountId(new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16)));
    }

    /** Never written: the column is computed. */
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Quote quote) {
        return null;
    }
}
