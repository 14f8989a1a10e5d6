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

    /** The maximum number of default chats. */
    public static final int MAX_CHATS = 20;
    /** The maximum length of the name of a default chat. */
    public static final int MAX_CHAT_NAME_LENGTH = 80;

    /** The form of a color, in capitals or small letters. */
    public static final String COLOR_PATTERN = "#[0-9A-Fa-f]{6}";

    /** The minimum length of the name of a space, in visible characters. */
    public static final int MIN_NAME_LENGTH = SpaceName.MIN_LENGTH;

    /** The maximum length of the name of a space, in characters. */
    public static final int MAX_NAME_LENGTH = SpaceName.MAX_LENGTH;

    private static final Pattern COLOR = Pattern.compile(COLOR_PATTERN);

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
