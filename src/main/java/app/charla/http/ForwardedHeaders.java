package app.charla.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.Globals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Filter of the headers {@code X-Forwarded-*}. Tomcat has already applied those of trusted proxies; what they name must be an
 * address. Those of others are ignored; if such a one looks like a proxy, the log says once how to trust it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ForwardedHeaders extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(ForwardedHeaders.class);
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final AtomicBoolean warned = new AtomicBoolean();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE) != null) {
            if (!isAddress(request.getRemoteAddr())) {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
                return;
            }
        } else if (request.getHeader(FORWARDED_FOR) != null) {
            warn(request.getRemoteAddr());
        }
        chain.doFilter(request, response);
    }

    /** Only at a private address may be the proxy of whoever hosts this server; others say what they like. */
    private void warn(String sender) {
        if (!warned.get() && isPrivate(sender) && warned.compareAndSet(false, true)) {
            log.warn(
                    "A proxy at {} sends {}, which is ignored, so limits and the security log take everybody for that"
                            + " proxy. If it is yours, set TRUSTED_PROXIES={}",
                    sender,
                    FORWARDED_FOR,
                    sender);
        }
    }

    private static boolean isAddress(String text) {
        try {
            InetAddress.ofLiteral(text);
            return true;
        } catch (IllegalArgumentException other) {
            return false;
        }
    }

    private static boolean isPrivate(String text) {
        InetAddress address = InetAddress.ofLiteral(text);
        boolean uniqueLocal = address.getAddress().length == 16 && (address.getAddress()[0] & 0xfe) == 0xfc;
        return uniqueLocal
                || address.isSiteLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress();
    }
}
