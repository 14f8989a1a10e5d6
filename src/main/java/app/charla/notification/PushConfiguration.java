package app.charla.notification;

import app.charla.fetch.GuardedPost;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The client of push services. */
@Configuration(proxyBeanMethods = false)
class PushConfiguration {

    @Bean
    GuardedPost pushServices(PushProperties settings) {
        return new GuardedPost(settings.allowLoopback(), PushSender.MAX_CONCURRENT);
    }
}
