package app.charla.ui.security;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a person was going before they had to sign in. It travels in an address, so it is not to be trusted. */
public final class Destination {

    /** The parameter of the sign-in and registration pages. */
    public static final String PARAMETER = "to";

    private static final String HOME = "/";

    /** A path of this site. Two slashes, or a backslash, would name another one. */
    private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x5B\\x5D-\\x7E]{0,500}");

    private Destination() {}

    /** The path asked for if it is one of ours, else home. */
    public static String of(@Nullable String asked) {
        return asked != null && OWN_PATH.matcher(asked).matches() ? asked : HOME;
    }

    /** The query of an address that passes a destination on: empty for home, else with the question mark. */
    public static String query(@Nullable String asked) {
        String path = of(asked);
        return path.equals(HOME) ? "" : "?" + PARAMETER + "=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
