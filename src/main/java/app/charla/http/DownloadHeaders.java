package app.charla.http;

import app.charla.media.AvatarImage;
import app.charla.media.MediaService.Download;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** The response headers of uploaded content: browsers never run it, whatever they take it for. */
public final class DownloadHeaders {

    /** Media types that a page could load as a script, a module, a style sheet or a document. */
    private static final Pattern ACTIVE =
            Pattern.compile(".*(script|json|xml|wasm|html|css).*", Pattern.CASE_INSENSITIVE);

    private DownloadHeaders() {}

    /**
     * Returns the headers of a download.
     *
     * @param save whether a browser shall save the file rather than show it
     */
    public static HttpHeaders of(Download download, boolean save) {
        String name = download.attachment().name();
        String disposition = (download.inline() && !save
                        ? ContentDisposition.inline()
                        : ContentDisposition.attachment())
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
        HttpHeaders headers = untrusted(download.type(), "private, max-age=3600, immutable");
        headers.set(HttpHeaders.CONTENT_DISPOSITION, disposition);
        headers.set(HttpHeaders.ETAG, '"' + download.tag() + '"');
        return headers;
    }

    /** Returns the headers of an avatar: its address changes with its content, so it is cached for a year. */
    public static HttpHeaders ofAvatar() {
        return untrusted(AvatarImage.TYPE, "private, max-age=31536000, immutable");
    }

    private static HttpHeaders untrusted(String type, String caching) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.CONTENT_TYPE, inert(type));
        headers.set(HttpHeaders.CACHE_CONTROL, caching);
        headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("X-Content-Type-Options", "nosniff");
        return headers;
    }

    /** A policy that trusts a script also trusts what it loads from this server: no upload has a type that runs. */
    private static String inert(String type) {
        if (type.startsWith("text/")) {
            return MediaType.TEXT_PLAIN_VALUE;
        }
        return ACTIVE.matcher(type).matches() ? MediaType.APPLICATION_OCTET_STREAM_VALUE : type;
    }
}
