package app.charla.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;

/** Client that sends the bytes of a request as they are, however malformed, on a connection of its own. */
final class RawHttp {

    private static final int TIMEOUT_MILLIS = 60_000;

    private RawHttp() {}

    /** @param endless whether the body of the answer has no end, so that only its head is read */
    static Response send(String address, byte[] request, boolean endless) throws IOException {
        URI server = URI.create(address);
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            try {
                socket.getOutputStream().write(request);
            } catch (IOException rejectedEarly) {
                // the answer may have come before the end of the request
            }
            return parse(
                    endless
                            ? head(socket.getInputStream())
                            : socket.getInputStream().readAllBytes());
        }
    }

    private static byte[] head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        int each = in.read();
        while (each >= 0) {
            head.write(each);
            boolean complete = head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n");
            each = complete ? -1 : in.read();
        }
        return head.toByteArray();
    }

    private static Response parse(byte[] answer) throws IOException {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0 || !text.startsWith("HTTP/1.1 ")) {
            throw new IOException("not HTTP: " + text.substring(0, Math.min(100, text.length())));
        }
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        text.substring(0, end).lines().skip(1).forEach(line -> {
            String[] pair = line.split(":\\s*", 2);
            headers.put(pair[0], List.of(pair[1]));
        });
        String body = new String(answer, end + 4, answer.length - end - 4, StandardCharsets.UTF_8);
        if (headers.containsKey("Transfer-Encoding")) {
            body = body.replaceAll("(?s)(\\A|\r\n)[0-9a-fA-F]+\r\n", "").strip();
        }
        return new Response(
                Integer.parseInt(text.substring(9, 12)), HttpHeaders.of(headers, (name, value) -> true), body);
    }
}
