package app.charla.ui.security;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Destination after sign-in, taken from the address of the request and therefore untrusted. */
public final class Destination {

    /** Query parameter of the sign-in and registration pages. */
    public static final String PARAMETER = "to";

    private static final String HOME = "/";

    /** A path of this site. Two slashes, or a backslash, would name another host. */
    private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x5B\\x5D-\\x7E]{0,500}");

    private static final Pattern INVITE = Pattern.compile("/invite/([\\w-]{10,100})/?");

    private Destination() {}

    /** Returns the token of the invite that the destination leads to, if it leads to one. */
    public static Optional<String> invite(@Nullable String asked) {
        return Optional.ofNullable(asked)
                .map(INVITE::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1));
    }

    /** Returns the requested path if it belongs to this site, else the home page. */
    public static String of(@Nullable String asked) {
        return asked != null && OWN_PATH.matcher(asked).matches() ? asked : HOME;
    }

    /** Returns the query that passes a destination on: empty for home, else starting with the question mark. */
    public static String query(@Nullable String asked) {
        String path = of(asked);
        return path.equals(HOME) ? "" : "?" + PARAMETER + "=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
