package app.charla.media;

import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.NotFoundException;
import app.charla.core.SpaceId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.stereotype.Component;

/**
 * Files of unfinished uploads, in a folder per uploader: the bytes received in one file, the upload request in another
 * beside it. The size of the first is the offset, so that it is right after a crash, too.
 */
@Component
class PartialUploads {

    private static final String PART = ".part";
    private static final String REQUEST = ".told";
    private static final int BUFFER_SIZE = 64 * 1024;

    /** Temporary files beside an upload while it is processed. */
    enum TemporaryFile {
        STRIPPED(".stripped"),
        VIEW(".view"),
        THUMB(".thumb");

        private final String suffix;

        TemporaryFile(String ending) {
            this.suffix = ending;
        }
    }

    private final Path folder;

    PartialUploads(MediaProperties settings) {
        folder = settings.folder().resolve("uploads");
    }

    /** Creates an empty upload and returns its id. */
    MediaId begin(Actor actor, UploadRequest request) {
        var id = new MediaId(UuidVersion7Strategy.INSTANCE.generateUuid(null));
        var properties = new Properties();
        properties.setProperty("name", request.name());
        properties.setProperty("size", Long.toString(request.size()));
        properties.setProperty("alt", request.alt());
        properties.setProperty("voice", Boolean.toString(request.voice()));
        if (request.durationMillis() != null) {
            properties.setProperty("duration", Integer.toString(request.durationMillis()));
        }
        if (request.waveform() != null) {
            properties.setProperty("waveform", request.waveform());
        }
        try {
            Files.createDirectories(folder(actor));
            try (OutputStream out = Files.newOutputStream(file(actor, id, REQUEST))) {
                properties.store(out, null);
            }
            Files.createFile(part(actor, id));
            return id;
        } catch (IOException diskFull) {
            throw new UncheckedIOException(diskFull);
        }
    }

    /** @throws NotFoundException if the actor has no such upload */
    UploadRequest request(Actor actor, MediaId id) {
        var properties = new Properties();
        try (InputStream in = Files.newInputStream(file(actor, id, REQUEST))) {
            properties.load(in);
        } catch (NoSuchFileException absent) {
            throw new NotFoundException();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        String duration = properties.getProperty("duration");
        return new UploadRequest(
                properties.getProperty("name"),
                Long.parseLong(properties.getProperty("size")),
                properties.getProperty("alt"),
                Boolean.parseBoolean(properties.getProperty("voice")),
                duration == null ? null : Integer.valueOf(duration),
                properties.getProperty("waveform"));
    }

    long size(Actor actor, MediaId id) {
        try {
            return Files.size(part(actor, id));
        } catch (NoSuchFileException absent) {
            throw new NotFoundException();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Appends received bytes up to a maximum; returns whether the stream ended there.
     *
     * @throws IOException if the network fails
     * @throws UncheckedIOException if the disk does
     */
    boolean append(Actor actor, MediaId id, InputStream bytes, long most) throws IOException {
        try (OutputStream out =
                Files.newOutputStream(part(actor, id), StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            byte[] buffer = new byte[BUFFER_SIZE];
            long left = most;
            while (left > 0) {
                int read = bytes.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    return true;
                }
                write(out, buffer, read);
                left -= read;
            }
        }
        return bytes.read() < 0;
    }

    private static void write(OutputStream out, byte[] buffer, int count) {
        try {
            out.write(buffer, 0, count);
        } catch (IOException diskFull) {
            throw new UncheckedIOException(diskFull);
        }
    }

    Path part(Actor actor, MediaId id) {
        return file(actor, id, PART);
    }

    /**
     * Returns the path of a temporary file that is deleted with the upload. An earlier one is removed: it may be
     * hard-linked from the store by now, and must not change.
     */
    Path temporaryFile(Actor actor, MediaId id, TemporaryFile type) throws IOException {
        Path file = file(actor, id, type.suffix);
        Files.deleteIfExists(file);
        return file;
    }

    /** Removes an upload; does nothing if there is none. */
    void remove(Actor actor, MediaId id) {
        try {
            for (TemporaryFile each : TemporaryFile.values()) {
                Files.deleteIfExists(file(actor, id, each.suffix));
            }
            Files.deleteIfExists(part(actor, id));
            Files.deleteIfExists(file(actor, id, REQUEST));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Number of unfinished uploads of an actor. */
    int count(Actor actor) {
        return list(actor).size();
    }

    /** Bytes that the unfinished uploads of an actor will have. */
    long announced(Actor actor) {
        return list(actor).stream().mapToLong(id -> announced(actor, id)).sum();
    }

    private long announced(Actor actor, MediaId id) {
        try {
            return request(actor, id).size();
        } catch (NotFoundException endedMeanwhile) {
            return 0;
        }
    }

    /** Removes uploads without activity since a time. */
    void removeOlder(Instant than) {
        spaces().flatMap(this::actors).forEach(actor -> removeOlder(actor, than));
    }

    private void removeOlder(Actor actor, Instant than) {
        for (MediaId id : list(actor)) {
            try {
                if (Files.getLastModifiedTime(part(actor, id)).toInstant().isBefore(than)) {
                    remove(actor, id);
                }
            } catch (IOException gone) {
                remove(actor, id);
            }
        }
    }

    void removeAll(SpaceId space) {
        actors(space).forEach(actor -> list(actor).forEach(id -> remove(actor, id)));
    }

    private Stream<SpaceId> spaces() {
        return names(folder).map(name -> new SpaceId(UUID.fromString(name)));
    }

    private Stream<Actor> actors(SpaceId space) {
        return names(folder.resolve(space.toString()))
                .map(name -> new Actor(space, new AccountId(UUID.fromString(name))));
    }

    private List<MediaId> list(Actor actor) {
        return names(folder(actor))
                .filter(name -> name.endsWith(REQUEST))
                .map(name -> MediaId.parse(name.substring(0, name.length() - REQUEST.length())))
                .toList();
    }

    private static Stream<String> names(Path folder) {
        String[] names = folder.toFile().list();
        return Stream.of(Objects.requireNonNullElse(names, new String[0]));
    }

    private Path folder(Actor actor) {
        return folder.resolve(actor.space().toString()).resolve(actor.account().toString());
    }

    private Path file(Actor actor, MediaId id, String ending) {
        return folder(actor).resolve(id + ending);
    }
}
