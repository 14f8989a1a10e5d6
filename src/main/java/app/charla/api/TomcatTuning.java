package app.charla.api;

import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Makes Tomcat hold thousands of waiting connections, each with little memory, and serve requests on virtual threads:
 * whoever waits for the commit that others share is woken without the kernel's help.
 *
 * @see <a href="../../../../../docs/decisions/030-requests-on-virtual-threads.md">decision 030</a>
 */
@Component
class TomcatTuning implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final int MAX_CONNECTIONS = 20_000;
    private static final String READ_BUFFER = "2048";
    private static final String WRITE_BUFFER = "16384";

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                tune(http);
            }
        });
    }

    private static void tune(AbstractHttp11Protocol<?> http) {
        http.setExecutor(new VirtualThreadExecutor("http-"));
        http.setMaxConnections(MAX_CONNECTIONS);
        http.setMaxKeepAliveRequests(-1); // a client that sends all day would reconnect every hundred messages
        // A request fits, and the messages that many people who talk at once send in the same moment; what is larger
        // goes in pieces of that size, each a call of the kernel. Each connection has its own pair, also an idle one,
        // and they are not handed on to another connection while a thread of ours may still be writing.
        http.setProperty("socket.appReadBufSize", READ_BUFFER);
        http.setProperty("socket.appWriteBufSize", WRITE_BUFFER);
        http.setProperty("socket.bufferPool", "0");
    }
}
