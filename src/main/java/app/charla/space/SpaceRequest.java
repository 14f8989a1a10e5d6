package app.charla.space;

import app.charla.core.InvalidException;
import app.charla.unicode.NameRule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The properties of a space to create.
 *
 * @param name 2–60 visible characters
 * @param color {@code #rrggbb}
 * @param chats the names of the public chats that every new member joins, at most 20; none means one of the default name
 */
public record SpaceRequest(String name, String color, SpaceSettings settings, List<String> chats) {

    private static final int MAX_CHATS = 20;
    private static final int MAX_CHAT_NAME_LENGTH = 80;
    private static final Pattern COLOR = Pattern.compile("#[0-9a-f]{6}");

    /** @throws InvalidException naming the invalid value */
    public SpaceRequest {
        name = SpaceName.of(name).text();
        color = color(color);
        chats = chatNames(chats);
    }

    static String color(String written) {
        String color = written.strip().toLowerCase(Locale.ROOT);
        if (!COLOR.matcher(color).matches()) {
            throw new InvalidException("color", "space.color");
        }
        return color;
    }

    /**
     * Returns the names of default chats as they are stored, without duplicates.
     *
     * @throws InvalidException if there are too many, or one breaks the name rule
     */
    public static List<String> chatNames(List<String> chats) {
        var names = new LinkedHashSet<String>();
        for (String each : chats) {
            names.add(NameRule.require("chats", each, 1, MAX_CHAT_NAME_LENGTH));
        }
        if (names.size() > MAX_CHATS) {
            throw new InvalidException("chats", "space.chats", MAX_CHATS);
        }
        return List.copyOf(names);
    }
}
