package app.charla.libsql;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Minimal HTTP/1.1 server for tests. Unlike the one of the JDK it notices that a client hangs up during a request, and
 * can break an answer off at any byte.
 */
final class FakeHttp implements AutoCloseable {

    /** A request as it came. */
    record Message(String method, String path, Map<String, String> headers, byte[] body) {}

    /** Writes a body; an {@link IOException} breaks the connection off. */
    interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    /** @param length announced for the body, or -1 for chunks */
    record Answer(int status, String contentType, long length, Body body) {
        static Answer of(int status, String contentType, String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return new Answer(status, contentType, bytes.length, out -> out.write(bytes));
        }
    }

    interface Handler {
        /** @param hangUp what to do when the client hangs up before the answer is complete */
        Answer answer(Message message, HangUp hangUp) throws IOException;
    }

    static final class HangUp {
        private @Nullable Runnable action;
        private boolean happened;

        synchronized void then(Runnable action) {
            this.action = action;
            if (happened) {
                action.run();
            }
        }

        synchronized void happen() {
            happened = true;
            if (action != null) {
                action.run();
            }
        }
    }

    private final ServerSocket server;
    private final Handler handler;
    private final Thread acceptor;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    /** Platform threads: that of a connection which was idle when it was closed once waited for ever as a virtual one. */
    private final ExecutorService connections =
            Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory());

    FakeHttp(Handler handler, int port) {
        this.handler = handler;
        try {
            server = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        acceptor = Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** When it returns nobody can connect any more, and nothing that was asked for is still being done. */
    @Override
    public void close() {
        quietly(server::close);
        try {
            acceptor.join(); // until then the port still listens
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sockets.forEach(socket -> quietly(socket::close));
        connections.close();
    }

    private interface Closing {
        void run() throws IOException;
    }

    private static void quietly(Closing closing) {
        try {
            closing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                connections.execute(() -> serve(socket));
            } catch (IOException e) {
                // Closed.
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            while (serveOne(in, out, socket)) {
                // The connection is kept.
            }
        } catch (IOException e) {
            // Broken off by one side or the other, which is what many tests are about.
        } finally {
            sockets.remove(socket);
        }
    }

    private boolean serveOne(InputStream in, OutputStream out, Socket socket) throws IOException {
        Message message = read(in);
        if (message == null) {
            return false;
        }
        HangUp hangUp = new HangUp();
        Thread worker = Thread.ofVirtual().start(() -> {
            try {
                write(out, handler.answer(message, hangUp));
            } catch (IOException | RuntimeException e) {
                quietly(socket::close);
            }
        });
        boolean more = awaitByte(in);
        if (!more) {
            hangUp.happen();
        }
        join(worker);
        return more;
    }

    private static void join(Thread worker) throws IOException {
        try {
            worker.join();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static boolean awaitByte(InputStream in) {
        try {
            in.mark(1);
            int next = in.read();
            in.reset();
            return next >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static @Nullable Message read(InputStream in) throws IOException {
        String first = line(in);
        if (first.isEmpty()) {
            return null;
        }
        String[] parts = first.split(" ", -1);
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        if (headers.getOrDefault("transfer-encoding", "").contains("chunked")) {
            return new Message(parts[0], parts[1], headers, chunks(in));
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException();
        }
        return new Message(parts[0], parts[1], headers, body);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line(in), 16);
            body.writeBytes(in.readNBytes(size));
            line(in);
            if (size == 0) {
                return body.toByteArray();
            }
        }
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static void write(OutputStream out, Answer answer) throws IOException {
        boolean chunked = answer.length() < 0;
        String head = "HTTP/1.1 " + answer.status() + " Fake\r\ncontent-type: " + answer.contentType() + "\r\n"
                + (chunked ? "transfer-encoding: chunked" : "content-length: " + answer.length()) + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.UTF_8));
        if (!chunked) {
            answer.body().writeTo(out);
        } else {
            answer.body().writeTo(new Chunks(out));
            out.write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
    }

    private static final class Chunks extends OutputStream {
        private final OutputStream out;

        Chunks(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (length > 0) {
                out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.UTF_8));
                out.write(bytes, from, length);
                out.write("\r\n".getBytes(StandardCharsets.UTF_8));
            }
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
