package app.charla.api;

import app.charla.http.TimedHttpProtocol;
import org.apache.catalina.session.ManagerBase;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Tomcat settings for thousands of waiting connections with little memory each, and requests on virtual threads: a
 * request that waits for a shared commit is resumed without the kernel. {@link TimedHttpProtocol} cuts slow requests.
 *
 * @see <a href="../../../../../docs/decisions/030-virtual-threads.md">decision 030</a>
 */
@Component
class TomcatTuning implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final int MAX_CONNECTIONS = 20_000;

    /** As many as a header has room for: with more languages than this, Tomcat fails instead of ignoring the rest. */
    private static final int MAX_LANGUAGES = 8_192;

    private static final String READ_BUFFER = "2048";
    private static final String WRITE_BUFFER = "16384";

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(TimedHttpProtocol.class.getName());
        factory.addConnectorCustomizers(connector -> {
            connector.setMaxLocaleCount(MAX_LANGUAGES);
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                tune(http);
            }
        });
        factory.addContextCustomizers(context -> {
            if (context.getManager() instanceof ManagerBase sessions) {
                sessions.setProcessExpiresFrequency(
                        1); // every ten seconds: the anonymous ones live for two minutes only
            }
        });
    }

    private static void tune(AbstractHttp11Protocol<?> http) {
        http.setExecutor(new VirtualThreadExecutor("http-"));
        http.setMaxConnections(MAX_CONNECTIONS);
        http.setMaxKeepAliveRequests(-1); // the default of 100 makes a busy client reconnect all day
        // A request fits, and so do the messages of many people who send at the same moment; larger responses take one
        // system call per buffer. Every connection has its own pair, idle ones too. Pooling is off, because a thread of
        // ours may still write to a buffer when Tomcat would give it to another connection.
        http.setProperty("socket.appReadBufSize", READ_BUFFER);
        http.setProperty("socket.appWriteBufSize", WRITE_BUFFER);
        http.setProperty("socket.bufferPool", "0");
    }
}
