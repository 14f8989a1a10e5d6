package app.charla.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The network between one browser and the server: it can be cut, as in a tunnel, and joined again. */
final class Wire implements AutoCloseable {

    private final ServerSocket entrance;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
    private volatile boolean cut;

    Wire(int target) {
        this.target = target;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** Breaks every connection and refuses new ones. */
    void cut() {
        cut = true;
        open.forEach(Wire::hangUp);
    }

    /** Cuts as soon as so many bytes have gone to the server from now on. */
    void cutAfter(long bytes) {
        left.set(bytes);
    }

    void join() {
        left.set(Long.MAX_VALUE);
        cut = false;
    }

    /** Lets a piece through on its way to the server, unless that is where the wire is cut. */
    private void pass(byte[] piece, int length, OutputStream out) throws IOException {
        if (left.addAndGet(-length) < 0) {
            cut();
            throw new IOException("The wire is cut");
        }
        out.write(piece, 0, length);
        out.flush();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket browser = entrance.accept();
                if (cut) {
                    hangUp(browser);
                } else {
                    connect(browser);
                }
            } catch (IOException closed) {
                open.forEach(Wire::hangUp);
            }
        }
    }

    private void connect(Socket browser) {
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(browser);
            open.add(server);
            Thread.ofVirtual().start(() -> carry(browser, server, this::pass));
            Thread.ofVirtual().start(() -> carry(server, browser, (piece, length, out) -> out.write(piece, 0, length)));
        } catch (IOException serverIsDown) {
            hangUp(browser);
        }
    }

    @FunctionalInterface
    private interface Passage {
        void pass(byte[] piece, int length, OutputStream out) throws IOException;
    }

    private void carry(Socket from, Socket to, Passage passage) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] piece = new byte[16 * 1024];
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                passage.pass(piece, length, out);
            }
        } catch (IOException broken) {
            hangUp(from);
        } finally {
            hangUp(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            throw new UncheckedIOException(alreadyGone);
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(Wire::hangUp);
    }
}
