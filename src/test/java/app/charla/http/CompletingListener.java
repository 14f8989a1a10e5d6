package app.charla.http;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.io.IOException;

/** Answers a request whose time of waiting is over, as long polling does. */
final class CompletingListener implements AsyncListener {

    @Override
    public void onTimeout(AsyncEvent event) throws IOException {
        event.getSuppliedResponse().getOutputStream().print("read later");
        event.getAsyncContext().complete();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        // nothing is left to do
    }

    @Override
    public void onError(AsyncEvent event) {
        // the client is gone
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // happens once
    }
}
