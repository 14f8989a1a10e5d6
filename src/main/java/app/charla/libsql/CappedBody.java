package app.charla.libsql;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Response body up to a limit: a longer answer is an error, and an error page is truncated. */
final class CappedBody implements BodySubscriber<byte[]> {

    private static final int MAX_ANSWER = 256 << 20;
    private static final int MAX_ERROR = 64 << 10;

    private final int limit;
    private final boolean cut;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    private CappedBody(int limit, boolean cut) {
        this.limit = limit;
        this.cut = cut;
    }

    static CappedBody of(int status) {
        return status == 200 ? new CappedBody(MAX_ANSWER, false) : new CappedBody(MAX_ERROR, true);
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (ByteBuffer part : parts) {
            byte[] piece = new byte[Math.min(part.remaining(), limit - bytes.size())];
            boolean fits = piece.length == part.remaining();
            part.get(piece);
            bytes.writeBytes(piece);
            if (!fits) {
                stop();
                return;
            }
        }
    }

    private void stop() {
        if (subscription != null) {
            subscription.cancel();
        }
        if (cut) {
            body.complete(bytes.toByteArray());
        } else {
            body.completeExceptionally(new IOException("the answer has more than " + limit + " bytes"));
        }
    }

    @Override
    public void onError(Throwable problem) {
        body.completeExceptionally(problem);
    }

    @Override
    public void onComplete() {
        body.complete(bytes.toByteArray());
    }
}
