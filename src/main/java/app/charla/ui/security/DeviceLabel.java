package app.charla.ui.security;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Readable name of a browser, for the list of sessions: "Firefox, Linux". */
final class DeviceLabel {

    private record Sign(String token, String name) {}

    /** In this order: most browsers also claim to be the ones that existed before them. */
    private static final List<Sign> BROWSERS = List.of(
            new Sign("Edg", "Edge"),
            new Sign("OPR/", "Opera"),
            new Sign("SamsungBrowser", "Samsung Internet"),
            new Sign("Firefox", "Firefox"),
            new Sign("FxiOS", "Firefox"),
            new Sign("CriOS", "Chrome"),
            new Sign("Chrome", "Chrome"),
            new Sign("Safari", "Safari"));

    private static final List<Sign> SYSTEMS = List.of(
            new Sign("Android", "Android"),
            new Sign("iPhone", "iPhone"),
            new Sign("iPad", "iPad"),
            new Sign("Windows", "Windows"),
            new Sign("Mac OS X", "macOS"),
            new Sign("CrOS", "ChromeOS"),
            new Sign("Linux", "Linux"));

    private DeviceLabel() {}

    static String of(@Nullable String userAgent) {
        return userAgent == null
                ? ""
                : Stream.of(BROWSERS, SYSTEMS)
                        .flatMap(signs -> signs.stream()
                                .filter(sign -> userAgent.contains(sign.token()))
                                .limit(1))
                        .map(Sign::name)
                        .collect(Collectors.joining(", "));
    }
}
