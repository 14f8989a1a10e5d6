package app.charla.message;

import app.charla.message.Reactions.Entry;
import jakarta.persistence.AttributeConverter;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Reads the reactions to a message from a computed column: emoji, account and time of each. */
class ReactionsConverter implements AttributeConverter<Reactions, String> {

    static final String SQL = """
            (select group_concat(given.emoji || ' ' || hex(given.account_id) || ' ' || given.reacted_at, ' ')
             from reaction given where given.message_id = id)""";

    @Override
    public Reactions convertToEntityAttribute(@Nullable String column) {
        if (column == null) {
            return Reactions.NONE;
        }
        String[] fields = column.split(" ", -1);
        var all = new ArrayList<Entry>(fields.length / 3);
        for (int i = 0; i + 2 < fields.length; i += 3) {
            // Rows of earlier versions may have other spellings.
            all.add(new Entry(
                    Emoji.canonical(fields[i]), QuoteConverter.account(fields[i + 1]), Long.parseLong(fields[i + 2])));
        }
        return new Reactions(all);
    }

    /** Never written: the column is computed. */
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Reactions reactions) {
        return null;
    }
}
