package app.charla.media;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where media is kept. */
@Configuration(proxyBeanMethods = false)
class MediaConfiguration {

    @Bean
    MediaStore mediaStore(MediaProperties settings) {
        return new DiskStore(settings.folder());
    }
}
