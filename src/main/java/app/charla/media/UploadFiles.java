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
 * Uploads that are not whole yet: the bytes so far in one file, what was told of them in another beside it. How many bytes
 * there are says the file, so that it is right after a crash, too.
 */
@Component
class UploadFiles {

    private static final String PART = ".part";
    private static final String TOLD = ".told";
    private static final int BUFFER = 64 * 1024;

    private final Path folder;

    UploadFiles(MediaProperties settings) {
        folder = settings.folder().resolve("uploads");
    }

    /** Makes room for one, and names it. */
    MediaId begin(Actor actor, NewUpload wanted) {
        var id = new MediaId(UuidVersion7Strategy.INSTANCE.generateUuid(null));
        var told = new Properties();
        told.setProperty("account", actor.account().toString());
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
            Files.createDirectories(folder(actor.space()));
            try (OutputStream out = Files.newOutputStream(file(actor.space(), id, TOLD))) {
                told.store(out, null);
            }
            Files.createFile(part(actor.space(), id));
            return id;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** @throws NotFoundException if there is none of the actor's */
    NewUpload told(Actor actor, MediaId id) {
        var told = new Properties();
        try (InputStream in = Files.newInputStream(file(actor.space(), id, TOLD))) {
            told.load(in);
        } catch (NoSuchFileException absent) {
            throw new NotFoundException();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (!owner(told).equals(actor.account())) {
            throw new NotFoundException();
        }
        String duration = told.getProperty("duration");
        return new NewUpload(
                told.getProperty("name"),
                Long.parseLong(told.getProperty("size")),
                told.getProperty("alt"),
                Boolean.parseBoolean(told.getProperty("voice")),
                duration == null ? null : Integer.valueOf(duration),
                told.getProperty("waveform"));
    }

    private static AccountId owner(Properties told) {
        return new AccountId(UUID.fromString(told.getProperty("account")));
    }

    long size(SpaceId space, MediaId id) {
        try {
            return Files.size(part(space, id));
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
    boolean append(SpaceId space, MediaId id, InputStream bytes, long most) throws IOException {
        try (OutputStream out =
                Files.newOutputStream(part(space, id), StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            byte[] buffer = new byte[BUFFER];
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

    Path part(SpaceId space, MediaId id) {
        return file(space, id, PART);
    }

    /** Removing what is not there does nothing. */
    void remove(SpaceId space, MediaId id) {
        try {
            Files.deleteIfExists(part(space, id));
            Files.deleteIfExists(file(space, id, TOLD));
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }

    /** How many of somebody's are under way. */
    long count(Actor actor) {
        return list(actor.space()).stream().filter(id -> isOf(actor, id)).count();
    }

    private boolean isOf(Actor actor, MediaId id) {
        try {
            return told(actor, id).size() > 0;
        } catch (NotFoundException others) {
            return false;
        }
    }

    /** Removes what has not grown since. */
    void removeOlder(Instant than) {
        for (SpaceId space : spaces()) {
            for (MediaId id : list(space)) {
                try {
                    if (Files.getLastModifiedTime(part(space, id)).toInstant().isBefore(than)) {
                        remove(space, id);
                    }
                } catch (IOException gone) {
                    remove(space, id);
                }
            }
        }
    }

    void removeAll(SpaceId space) {
        list(space).forEach(id -> remove(space, id));
    }

    private List<SpaceId> spaces() {
        return names(folder).map(name -> new SpaceId(UUID.fromString(name))).toList();
    }

    private List<MediaId> list(SpaceId space) {
        return names(folder(space))
                .filter(name -> name.endsWith(TOLD))
                .map(name -> MediaId.parse(name.substring(0, name.length() - TOLD.length())))
                .toList();
    }

    private static Stream<String> names(Path folder) {
        String[] names = folder.toFile().list();
        return Stream.of(Objects.requireNonNullElse(names, new String[0]));
    }

    private Path folder(SpaceId space) {
        return folder.resolve(space.toString());
    }

    private Path file(SpaceId space, MediaId id, String ending) {
        return folder(space).resolve(id + ending);
    }
}
