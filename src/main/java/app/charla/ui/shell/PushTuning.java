package app.charla.ui.shell;

import com.vaadin.flow.spring.SpringServlet;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The buffer sizes of the push channel, small so that an idle tab costs little memory. Browsers send their requests over XHR
 * and only heartbeats of a few bytes over the WebSocket; the defaults reserve some 70 KiB for these per tab.
 */
@Configuration(proxyBeanMethods = false)
class PushTuning {

    private static final String INCOMING_BYTES = "1024";

    /** The size of the fragments in which messages are pushed. Tomcat reads it once, and only from the system properties. */
    private static final String FRAGMENT_BYTES = "2048";

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> smallWebSocketBuffers() {
        return factory -> factory.addContextCustomizers(context -> {
            context.addParameter("org.apache.tomcat.websocket.textBufferSize", INCOMING_BYTES);
            context.addParameter("org.apache.tomcat.websocket.binaryBufferSize", INCOMING_BYTES);
        });
    }

    @Bean
    static BeanPostProcessor smallPushBuffers() {
        System.setProperty("org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE", FRAGMENT_BYTES);
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof ServletRegistrationBean<?> registration
                        && registration.getServlet() instanceof SpringServlet) {
                    registration.addInitParameter("org.atmosphere.websocket.maxTextMessageSize", INCOMING_BYTES);
                    registration.addInitParameter("org.atmosphere.websocket.maxBinaryMessageSize", INCOMING_BYTES);
                    registration.addInitParameter("org.atmosphere.websocket.bufferSize", INCOMING_BYTES);
                }
                return bean;
            }
        };
    }
}
