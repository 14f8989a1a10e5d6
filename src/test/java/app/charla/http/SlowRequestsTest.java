package app.charla.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.charla.http.TimedHttpProtocol.Limits;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Requests that trickle over real sockets, with limits so short that each test takes a second or two. */
@Timeout(60)
@SuppressWarnings("NullAway.Init")
class SlowRequestsTest {

    /** One byte in this time is slower than the limits allow, but keeps every timeout of Tomcat from running out. */
    private static final int TRICKLE_MILLIS = 100;

    private static final Limits LIMITS = new Limits(Duration.ofMillis(1_000), Duration.ofMillis(1_000), 100);

    @TempDir
    private Path folder;

    private Tomcat tomcat;
    private final AtomicInteger served = new AtomicInteger();

    /** Answers with the number of bytes it read: of /form as parameters, of /ignored none, of all else as a stream. */
    private final class Counting extends HttpServlet {

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            int count = switch (request.getServletPath()) {
                case "/form" -> request.getParameter("a").length();
                case "/ignored" -> 0;
                default -> request.getInputStream().readAllBytes().length;
            };
            served.incrementAndGet();
            response.setContentType("text/plain");
            response.getOutputStream().print("read " + count);
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getServletPath().equals("/later")) {
                var waiting = request.startAsync();
                waiting.setTimeout(2_500);
                waiting.addListener(new CompletingListener());
            } else {
                response.getOutputStream().print("read 0");
            }
        }
    }

    @BeforeEach
    void start() throws LifecycleException {
        tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        var connector = new Connector(new TimedHttpProtocol(LIMITS));
        connector.setPort(0);
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(context, "counting", new Counting()).setAsyncSupported(true);
        context.addServletMappingDecoded("/", "counting");
        tomcat.start();
    }

    @AfterEach
    void stop() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    private Socket open() throws IOException {
        var socket = new Socket(
                InetAddress.getLoopbackAddress(), tomcat.getConnector().getLocalPort());
        socket.setSoTimeout(TRICKLE_MILLIS);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String post(String path, int length) {
        return "POST " + path
                + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + length
                + "\r\n\r\n";
    }

    /**
     * Sends a character at a time, until the server closes the connection or all are sent.
     *
     * @return how many were sent before
     */
    private static int trickle(Socket socket, String text) throws IOException {
        for (int sent = 0; sent < text.length(); sent++) {
            if (isClosed(socket)) {
                return sent;
            }
            try {
                send(socket, text.substring(sent, sent + 1));
            } catch (IOException closed) {
                return sent;
            }
        }
        return text.length();
    }

    /** Reads for one interval of the trickle; answers on the way are ignored. */
    private static boolean isClosed(Socket socket) {
        try {
            return socket.getInputStream().read(new byte[1024]) < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    private static String answer(Socket socket) throws IOException {
        socket.setSoTimeout(20_000);
        var buffer = new byte[1024];
        var answer = new StringBuilder();
        while (answer.indexOf("read ") < 0) {
            int count = socket.getInputStream().read(buffer);
            assertThat(count).as("closed after: %s", answer).isPositive();
            answer.append(new String(buffer, 0, count, StandardCharsets.US_ASCII));
        }
        return answer.substring(answer.indexOf("read "));
    }

    @Test
    void cutsARequestLineThatTrickles() throws IOException {
        try (Socket socket = open()) {
            assertThat(trickle(socket, "GET /" + "x".repeat(200))).isLessThan(100);
        }
    }

    @Test
    void cutsHeadersThatTrickle() throws IOException {
        try (Socket socket = open()) {
            send(socket, "GET / HTTP/1.1\r\nHost: x\r\n");
            assertThat(trickle(socket, "X-Slow: " + "x".repeat(200))).isLessThan(100);
        }
    }

    @Test
    void cutsASecondRequestWhoseHeadStopsArriving() throws IOException {
        try (Socket socket = open()) {
            send(socket, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(answer(socket)).isEqualTo("read 0");
            send(socket, "GET / HTTP/1.1\r\n");

            socket.setSoTimeout(20_000);
            assertThat(isClosed(socket)).isTrue();
        }
    }

    @Test
    void cutsBodiesThatTrickleWhoeverReadsThem() throws IOException {
        for (String path : new String[] {"/stream", "/form"}) {
            try (Socket socket = open()) {
                send(socket, post(path, 1_000));
                assertThat(trickle(socket, "a=" + "x".repeat(300))).as(path).isLessThan(100);
            }
        }
        assertThat(served).hasValue(0);
    }

    @Test
    void cutsTheRestOfABodyThatNobodyReads() throws IOException {
        try (Socket socket = open()) {
            send(socket, post("/ignored", 1_000));
            assertThat(answer(socket)).isEqualTo("read 0");
            socket.setSoTimeout(TRICKLE_MILLIS);
            assertThat(trickle(socket, "x".repeat(300))).isLessThan(100);
        }
    }

    @Test
    void takesASlowButSteadyBody() throws IOException {
        try (Socket socket = open()) {
            send(socket, post("/stream", 30 * 50));
            for (int i = 0; i < 30; i++) {
                assertThat(isClosed(socket)).isFalse();
                send(socket, "x".repeat(50));
            }
            assertThat(answer(socket)).isEqualTo("read 1500");
        }
    }

    @Test
    void keepsTheConnectionAfterABodyThatNobodyRead() throws IOException {
        try (Socket socket = open()) {
            send(socket, post("/ignored", 1_000));
            assertThat(answer(socket)).isEqualTo("read 0");
            send(socket, "x".repeat(1_000) + post("/stream", 3) + "abc");
            assertThat(answer(socket)).isEqualTo("read 3");
        }
    }

    @Test
    void letsARequestWaitForItsAnswer() throws IOException {
        try (Socket socket = open()) {
            send(socket, "GET /later HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(answer(socket)).isEqualTo("read later");
        }
    }
}
