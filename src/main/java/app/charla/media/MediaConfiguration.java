package app.charla.media;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the media store: a bucket if one is configured, else a folder. */
@Configuration(proxyBeanMethods = false)
class MediaConfiguration {

    private static final Logger log = LoggerFactory.getLogger(MediaConfiguration.class);

    @Bean
    MediaStore mediaStore(MediaProperties settings, S3Properties s3) {
        if (!s3.isConfigured()) {
            return new DiskStore(settings.folder());
        }
        if (s3.key().isBlank() || s3.secret().isBlank()) {
            throw new InvalidConfigurationPropertyValueException(
                    "MEDIA_S3_BUCKET", s3.bucket(), "must come with MEDIA_S3_KEY and MEDIA_S3_SECRET");
        }
        log.info("Media is stored in the bucket {}", s3);
        return new S3Store(s3);
    }
}
