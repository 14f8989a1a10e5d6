package app.charla.ui;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The palette of one accent colour, which may be any: a shade that is not legible is made lighter or darker, in its own hue,
 * until it has the contrast that WCAG 2.2 requires (4.5, or 7 in the contrast schemes) on every surface it is drawn on, as
 * text and under text.
 *
 * @see <a href="https://www.w3.org/TR/WCAG22/#contrast-minimum">WCAG 2.2, contrast</a>
 * @see <a href="https://www.w3.org/TR/css-color-4/#ok-lab">CSS Color 4, OKLCH</a>
 */
final class Palette {

    /** A colour scheme: the surfaces that an accent is drawn on, and the contrast it needs there. */
    enum Scheme {
        LIGHT(4.5, 0.92, 0.035, -0.01, "#ffffff", List.of("#ffffff", "#f3f4f9", "#f0f1f7")),
        DARK(4.5, 0.32, 0.09, 0.01, "#10121d", List.of("#171926", "#10111c", "#1f2233")),
        LIGHT_CONTRAST(7, 0.94, 0.03, -0.01, "#ffffff", List.of("#ffffff", "#f2f2f2")),
        DARK_CONTRAST(7, 0.26, 0.07, 0.01, "#000000", List.of("#000000", "#1a1a1a"));

        private final double contrast;
        private final double tintLightness;
        private final double tintChroma;
        private final double step;
        private final String onAccent;
        private final List<String> surfaces;

        Scheme(
                double contrast,
                double tintLightness,
                double tintChroma,
                double step,
                String onAccent,
                List<String> surfaces) {
            this.contrast = contrast;
            this.tintLightness = tintLightness;
            this.tintChroma = tintChroma;
            this.step = step;
            this.onAccent = onAccent;
            this.surfaces = surfaces;
        }

        double contrast() {
            return contrast;
        }

        List<String> surfaces() {
            return surfaces;
        }
    }

    /**
     * The shades of an accent in one colour scheme, each {@code #rrggbb}.
     *
     * @param accent for text, and under {@code onAccent}
     * @param strong the accent while the pointer is over it
     * @param tint a quiet background
     * @param onTint for text on the tint
     */
    record Shades(String accent, String onAccent, String strong, String tint, String onTint) {}

    /** A colour by lightness (0–1), chroma and hue (radians). */
    private record Oklch(double lightness, double chroma, double hue) {

        private Oklch with(double otherLightness, double otherChroma) {
            return new Oklch(Math.clamp(otherLightness, 0, 1), otherChroma, hue);
        }

        /** Returns the nearest colour of the same lightness and hue that an sRGB screen can show. */
        private String hex() {
            double[] rgb = rgb();
            Oklch color = this;
            while (!isShown(rgb) && color.chroma > 0) {
                color = color.with(lightness, Math.max(0, color.chroma - 0.004));
                rgb = color.rgb();
            }
            return "#%02x%02x%02x".formatted(channel(rgb[0]), channel(rgb[1]), channel(rgb[2]));
        }

        private double[] rgb() {
            double a = chroma * Math.cos(hue);
            double b = chroma * Math.sin(hue);
            double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
            double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
            double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
            return new double[] {
                4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
                -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
                -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
            };
        }

        private static Oklch of(String hex) {
            double[] rgb = linear(hex);
            double l = Math.cbrt(0.4122214708 * rgb[0] + 0.5363325363 * rgb[1] + 0.0514459929 * rgb[2]);
            double m = Math.cbrt(0.2119034982 * rgb[0] + 0.6806995451 * rgb[1] + 0.1073969566 * rgb[2]);
            double s = Math.cbrt(0.0883024619 * rgb[0] + 0.2817188376 * rgb[1] + 0.6299787005 * rgb[2]);
            double lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
            double a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
            double b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
            return new Oklch(lightness, Math.hypot(a, b), Math.atan2(b, a));
        }

        private static boolean isShown(double[] rgb) {
            for (double channel : rgb) {
                if (channel < -0.0005 || channel > 1.0005) {
                    return false;
                }
            }
            return true;
        }

        private static double cube(double value) {
            return value * value * value;
        }

        private static int channel(double linear) {
            double share = Math.clamp(linear, 0, 1);
            double encoded = share <= 0.0031308 ? 12.92 * share : 1.055 * Math.pow(share, 1 / 2.4) - 0.055;
            return (int) Math.round(encoded * 255);
        }
    }

    private static final double HOVER_LIGHTNESS_STEP = 0.06;

    private final String color;

    /** @param color {@code #rrggbb} */
    Palette(String color) {
        this.color = color;
    }

    /** Returns the shades of the colour in a scheme. */
    Shades on(Scheme scheme) {
        Oklch base = Oklch.of(color);
        String tint = base.with(scheme.tintLightness, Math.min(base.chroma, scheme.tintChroma))
                .hex();
        Oklch accent = base;
        while (!isLegible(accent.hex(), scheme, tint)) {
            accent = accent.with(accent.lightness + scheme.step, accent.chroma);
        }
        Oklch strong = accent.with(accent.lightness + Math.signum(scheme.step) * HOVER_LIGHTNESS_STEP, accent.chroma);
        return new Shades(accent.hex(), scheme.onAccent, strong.hex(), tint, strong.hex());
    }

    private static boolean isLegible(String text, Scheme scheme, String tint) {
        return scheme.surfaces.stream().allMatch(surface -> contrast(text, surface) >= scheme.contrast)
                && contrast(text, tint) >= scheme.contrast
                && contrast(text, scheme.onAccent) >= scheme.contrast;
    }

    /** Returns the contrast ratio of two colours by WCAG: 1 to 21. */
    static double contrast(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String hex) {
        double[] rgb = linear(hex);
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    }

    private static double[] linear(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        DoubleUnaryOperator decode = share -> share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
        return new double[] {
            decode.applyAsDouble((rgb >> 16) / 255.0),
            decode.applyAsDouble((rgb >> 8 & 0xff) / 255.0),
            decode.applyAsDouble((rgb & 0xff) / 255.0)
        };
    }

    /**
     * Returns the style sheet that gives a page this accent; it overrides the page's own. It contains only computed colours
     * and no input of a person.
     */
    String css() {
        String normal = rule(on(Scheme.LIGHT), on(Scheme.DARK));
        String strong = rule(on(Scheme.LIGHT_CONTRAST), on(Scheme.DARK_CONTRAST));
        return "html:root{" + normal + "}html:root[data-theme='contrast']{" + strong
                + "}@media (prefers-contrast:more){html:root{" + strong + "}}";
    }

    private static String rule(Shades light, Shades dark) {
        return declaration("accent", light.accent, dark.accent)
                + declaration("on-accent", light.onAccent, dark.onAccent)
                + declaration("accent-strong", light.strong, dark.strong)
                + declaration("tint", light.tint, dark.tint)
                + declaration("bubble-own", light.tint, dark.tint)
                + declaration("on-tint", light.onTint, dark.onTint);
    }

    private static String declaration(String name, String light, String dark) {
        return "--charla-" + name + ":light-dark(" + light + "," + dark + ");";
    }
}
