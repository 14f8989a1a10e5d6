package app.charla.ui.space;

/**
 * Background of the tile of a space. Any colour may be chosen; white letters must be legible on it, so a light one is
 * darkened as far as necessary.
 *
 * @see <a href="https://www.w3.org/TR/WCAG22/#contrast-minimum">WCAG 2.2, contrast</a>
 */
final class TileColour {

    private static final double ENOUGH = 4.5;
    private static final double STEP = 0.94;

    private TileColour() {}

    /** Returns the colour, or the nearest darker shade with enough contrast to white. */
    static String of(String chosen) {
        int rgb = Integer.parseInt(chosen.substring(1), 16);
        double red = rgb >> 16;
        double green = rgb >> 8 & 0xff;
        double blue = rgb & 0xff;
        while (contrastToWhite(red, green, blue) < ENOUGH) {
            red *= STEP;
            green *= STEP;
            blue *= STEP;
        }
        return "#%02x%02x%02x".formatted((int) red, (int) green, (int) blue);
    }

    private static double contrastToWhite(double red, double green, double blue) {
        return 1.05 / (0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) + 0.05);
    }

    private static double linear(double channel) {
        double share = channel / 255;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
