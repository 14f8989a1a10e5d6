package app.charla.media;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the bucket that stores media instead of a folder.
 *
 * @param bucket its name; blank for none
 * @param endpoint address of the S3-compatible server; blank for Amazon
 * @param region the region of the bucket
 * @param key the access key
 * @param secret the secret key that belongs to it
 */
@Validated
@ConfigurationProperties("charla.media.s3")
record S3Properties(
        @Pattern(
                regexp = "|[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]",
                message = "must be the name of a bucket: 3 to 63 of a-z, 0-9, dots and hyphens")
        @DefaultValue("")
        String bucket,

        @Pattern(regexp = "|https?://[^\\s/?#@]+/?", message = "must be http(s)://host[:port] without a path")
        @DefaultValue("")
        String endpoint,

        @Pattern(regexp = "[a-z0-9-]+", message = "must be the name of a region, such as eu-west-1")
        @DefaultValue("us-east-1")
        String region,

        @DefaultValue("") String key,
        @DefaultValue("") String secret) {

    boolean isConfigured() {
        return !bucket.isEmpty();
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return bucket + " in " + region + (endpoint.isEmpty() ? "" : " at " + endpoint);
    }
}
