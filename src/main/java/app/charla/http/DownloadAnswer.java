package app.charla.http;

import app.charla.media.MediaService.Download;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRange;
import org.springframework.http.ResponseEntity;

/**
 * The answer to a download, with the range of it that was asked for. A range counts only if it is well-formed, asked for by
 * GET, and {@code If-Range}, if there is one, names exactly the bytes that are stored; else the answer is whole. Spring
 * itself looks at neither.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-14.2">RFC 9110, sections 14.2 and 13.1.5</a>
 */
public final class DownloadAnswer {

    private DownloadAnswer() {}

    /**
     * Returns the answer. One of several ranges that the file does not have makes it whole.
     *
     * @param save whether a browser shall save the file rather than show it
     * @throws RangeNotSatisfiableException if the file has nothing of what was asked for
     */
    public static ResponseEntity<Resource> of(Download download, boolean save, HttpMethod method, HttpHeaders request) {
        HttpHeaders headers = DownloadHeaders.of(download, save);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().headers(headers);
        String range = request.getFirst(HttpHeaders.RANGE);
        try {
            if (range == null || (counts(range, method) && isCurrent(request, headers) && has(download, range))) {
                return answer.body(download.bytes()); // Spring answers ranges of it
            }
            return answer.header(HttpHeaders.ACCEPT_RANGES, "bytes")
                    .contentLength(download.bytes().contentLength())
                    .body(new InputStreamResource(download.bytes().getInputStream()));
        } catch (IOException unavailable) {
            throw new UncheckedIOException(unavailable);
        }
    }

    private static boolean counts(String range, HttpMethod method) {
        try {
            return method.equals(HttpMethod.GET)
                    && !HttpRange.parseRanges(range).isEmpty();
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static boolean has(Download download, String range) throws IOException {
        long size = download.bytes().contentLength();
        List<HttpRange> ranges = HttpRange.parseRanges(range);
        long satisfiable =
                ranges.stream().filter(each -> each.getRangeStart(size) < size).count();
        if (satisfiable == 0) {
            throw new RangeNotSatisfiableException(size);
        }
        return satisfiable == ranges.size();
    }

    /** The entity tag must be the same as a strong one; there are no dates to compare. */
    private static boolean isCurrent(HttpHeaders request, HttpHeaders headers) {
        String condition = request.getFirst(HttpHeaders.IF_RANGE);
        return condition == null || condition.strip().equals(headers.getETag());
    }
}
