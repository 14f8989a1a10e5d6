package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The server as it runs cuts connections without a request; {@code SlowRequestsTest} has all the rest. */
@ApiTest
class SlowHeadTest {

    @LocalServerPort
    private int port;

    @Test
    void cutsConnectionsThatSendNoWholeHead() throws IOException {
        try (Socket silent = open(30_000);
                Socket slow = open(500)) {
            slow.getOutputStream().write("GET /".getBytes(StandardCharsets.US_ASCII));
            int sent = 0;
            while (sent < 60 && !isClosed(slow)) {
                slow.getOutputStream().write('x');
                sent++;
            }

            assertThat(sent).isBetween(5, 40);
            assertThat(isClosed(silent)).isTrue();
        }
    }

    private Socket open(int timeoutMillis) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(timeoutMillis);
        return socket;
    }

    private static boolean isClosed(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException closed) {
            return true;
        }
    }
}
