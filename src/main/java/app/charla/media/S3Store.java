package app.charla.media;

import app.charla.core.SpaceId;
import app.charla.core.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Stores media in a bucket of an S3-compatible server, prefixed with its space's id. Uses few features, so that any
 * server works. A server that does not answer, or refuses, is {@linkplain UnavailableException unavailable}.
 *
 * @see <a href="../../../../../docs/decisions/035-media-in-s3.md">decision 035</a>
 */
class S3Store implements MediaStore, AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);

    private final S3Client client;
    private final String bucket;

    S3Store(S3Properties settings) {
        bucket = settings.bucket();
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_TIMEOUT)
                        .socketTimeout(READ_TIMEOUT))
                .region(Region.of(settings.region()))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(settings.key(), settings.secret())))
                // Not all servers know the newer ways to send a body and its checksum.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(
                        S3Configuration.builder().chunkedEncodingEnabled(false).build());
        if (!settings.endpoint().isEmpty()) {
            builder.endpointOverride(URI.create(settings.endpoint())).forcePathStyle(true);
        }
        client = builder.build();
    }

    @Override
    public void put(SpaceId space, String name, Path file) {
        if (size(space, name) < 0) {
            String key = key(space, name);
            call(() -> client.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromFile(file)));
        }
    }

    @Override
    public InputStream open(SpaceId space, String name, long from) throws IOException {
        String key = key(space, name);
        try {
            return call(() -> client.getObject(request -> {
                request.bucket(bucket).key(key);
                if (from > 0) {
                    request.range("bytes=" + from + "-");
                }
            }));
        } catch (NoSuchKeyException absent) {
            throw new NoSuchFileException(key);
        }
    }

    @Override
    public long size(SpaceId space, String name) {
        String key = key(space, name);
        try {
            return call(() ->
                            client.headObject(request -> request.bucket(bucket).key(key)))
                    .contentLength();
        } catch (NoSuchKeyException absent) {
            return -1;
        }
    }

    @Override
    public void remove(SpaceId space, String name) {
        remove(key(space, name));
    }

    private void remove(String key) {
        call(() -> client.deleteObject(request -> request.bucket(bucket).key(key)));
    }

    @Override
    public Set<SpaceId> spaces() {
        return call(() ->
                client
                        .listObjectsV2Paginator(
                                request -> request.bucket(bucket).delimiter("/"))
                        .commonPrefixes()
                        .stream()
                        .map(CommonPrefix::prefix)
                        .map(prefix -> prefix.substring(0, prefix.length() - 1))
                        .filter(MediaStore::isSpaceId)
                        .map(SpaceId::parse)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Deletes one by one: servers differ in how they support deleting many at once. */
    @Override
    public void removeAll(SpaceId space) {
        call(() -> {
            client.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(space + "/")).contents().stream()
                    .map(S3Object::key)
                    .forEach(this::remove);
            return true;
        });
    }

    @Override
    public void close() {
        client.close();
    }

    private static String key(SpaceId space, String name) {
        return space + "/" + MediaStore.requireName(name);
    }

    /** @throws NoSuchKeyException if the object does not exist */
    private static <T> T call(Supplier<T> request) {
        try {
            return request.get();
        } catch (NoSuchKeyException absent) {
            throw absent;
        } catch (SdkException failure) {
            throw new UnavailableException(failure);
        }
    }
}
