package app.charla.ui.security;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Readable name of a browser, for the list of sessions: "Firefox, Linux". */
final class DeviceLabel {

    private record Product(String token, String name) {}

    /** In this order: most browsers also claim to be the ones that existed before them. */
    private static final List<Product> BROWSERS = List.of(
            new Product("Edg", "Edge"),
            new Product("OPR/", "Opera"),
            new Product("SamsungBrowser", "Samsung Internet"),
            new Product("Firefox", "Firefox"),
            new Product("FxiOS", "Firefox"),
            new Product("CriOS", "Chrome"),
            new Product("Chrome", "Chrome"),
            new Product("Safari", "Safari"));

    private static final List<Product> SYSTEMS = List.of(
            new Product("Android", "Android"),
            new Product("iPhone", "iPhone"),
            new Product("iPad", "iPad"),
            new Product("Windows", "Windows"),
            new Product("Mac OS X", "macOS"),
            new Product("CrOS", "ChromeOS"),
            new Product("Linux", "Linux"));

    private DeviceLabel() {}

    static String of(@Nullable String userAgent) {
        return userAgent == null
                ? ""
                : Stream.of(BROWSERS, SYSTEMS)
                        .flatMap(signs -> signs.stream()
                                .filter(product -> userAgent.contains(product.token()))
                                .limit(1))
                        .map(Product::name)
                        .collect(Collectors.joining(", "));
    }
}
