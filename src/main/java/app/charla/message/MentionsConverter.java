package app.charla.message;

import app.charla.core.AccountId;
import jakarta.persistence.AttributeConverter;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Reads the mentions of a message from a computed column. */
class MentionsConverter implements AttributeConverter<Mentions, String> {

    private static final String EVERYBODY = "*";

    static final String SQL = """
            (select group_concat(case when named.account_id is null then '*' else hex(named.account_id) end, ' ')
             from mention named where named.message_id = id)""";

    @Override
    public Mentions convertToEntityAttribute(@Nullable String column) {
        if (column == null) {
            return Mentions.NONE;
        }
        var people = new ArrayList<AccountId>();
        boolean everybody = false;
        for (String each : column.split(" ", -1)) {
            if (each.equals(EVERYBODY)) {
                everybody = true;
            } else {
                people.add(QuoteConverter.account(each));
            }
        }
        return new Mentions(people, everybody);
    }

    /** Never written: the column is computed. */
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Mentions mentions) {
        return null;
    }
}
