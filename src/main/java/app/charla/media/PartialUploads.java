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
 * Uploads that are not whole yet, in a folder of whoever brings them: the bytes so far in one file, what was told of them in
 * another beside it. How many bytes there are says the file, so that it is right after a crash, too.
 */
@Component
class PartialUploads {

    private static final String PART = ".part";
    private static final String REQUEST = ".told";
    private static final int BUFFER_SIZE = 64 * 1024;

    /** What stands beside an upload while it is looked into. */
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

    /** Makes room for one, and names it. */
    MediaId begin(Actor actor, UploadRequest wanted) {
        var id = new MediaId(UuidVersion7Strategy.INSTANCE.generateUuid(null));
        var told = new Properties();
        told.setProperty("name", wanted.name());
        told.setProperty("size", Long.toString(wanted.size()));
        told.setProperty("alt", wanted.alt());
        told.setProperty("voice", Boolean.toString(wanted.voice()));
        if (wanted.durationMillis() != null) {
            told.setProperty("duration", Integer.toString(wanted.durationMillis()));
        }
        if (wanted.waveform() != null) {
            told.setProperty("waveform", wanted.waveform());
        }
        try {
            Files.createDirectories(folder(actor));
            try (OutputStream out = Files.newOutputStream(file(actor, id, REQUEST))) {
                told.store(out, null);
            }
            Files.createFile(part(actor, id));
            return id;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** @throws NotFoundException if there is none of the actor's */
    UploadRequest request(Actor actor, MediaId id) {
        var told = new Properties();
        try (InputStream in = Files.newInputStream(file(actor, id, REQUEST))) {
            told.load(in);
        } catch (NoSuchFileException absent) {
            throw new NotFoundException();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        String duration = told.getProperty("duration");
        return new UploadRequest(
                told.getProperty("name"),
                Long.parseLong(told.getProperty("size")),
                told.getProperty("alt"),
                Boolean.parseBoolean(told.getProperty("voice")),
                duration == null ? null : Integer.valueOf(duration),
                told.getProperty("waveform"));
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
     * Adds what comes, as far as it comes, but no more than that many bytes; says whether it ended there.
     *
     * @throws IOException if the network breaks
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
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    Path part(Actor actor, MediaId id) {
        return file(actor, id, PART);
    }

    /** Room for a new file that goes when the upload does: what lay there may be kept elsewhere by now, and must not change. */
    Path temporaryFile(Actor actor, MediaId id, TemporaryFile what) throws IOException {
        Path file = file(actor, id, what.suffix);
        Files.deleteIfExists(file);
        return file;
    }

    /** Removing what is not there does nothing. */
    void remove(Actor actor, MediaId id) {
        try {
            for (TemporaryFile each : TemporaryFile.values()) {
                Files.deleteIfExists(file(actor, id, each.suffix));
            }
            Files.deleteIfExists(part(actor, id));
            Files.deleteIfExists(file(actor, id, REQUEST));
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }

    /** How many of somebody's are under way. */
    int count(Actor actor) {
        return list(actor).size();
    }

    /** Removes what has not grown since. */
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
