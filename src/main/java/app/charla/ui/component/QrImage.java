package app.charla.ui.component;

import com.vaadin.flow.component.html.Image;
import io.nayuki.qrcodegen.QrCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** QR code of a text, as an inline SVG: nothing is fetched. */
public class QrImage extends Image {

    private static final int QUIET = 4; // modules around it, as the standard asks

    /** @param description the alternative text, in the language of the person */
    public QrImage(String text, String description) {
        addClassName("qr");
        setAlt(description);
        setSrc("data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(svg(text).getBytes(StandardCharsets.UTF_8)));
    }

    private static String svg(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        int size = code.size + 2 * QUIET;
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(',')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 " + size + " " + size + "'>"
                + "<path fill='#fff' d='M0,0h" + size + "v" + size + "h-" + size + "z'/><path d='" + path + "'/></svg>";
    }
}
