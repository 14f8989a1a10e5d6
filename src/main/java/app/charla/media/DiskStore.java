package app.charla.media;

import app.charla.core.SpaceId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stores media in files, in one folder per space. */
class DiskStore implements MediaStore {

    private final Path folder;

    DiskStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public void put(SpaceId space, String name, Path file) throws IOException {
        Path path = path(space, name);
        if (Files.exists(path)) {
            return;
        }
        Path parent = Objects.requireNonNull(path.getParent());
        Files.createDirectories(parent);
        flush(file, StandardOpenOption.WRITE);
        try {
            Files.createLink(path, file); // constant cost and atomic, whatever the size
        } catch (UnsupportedOperationException noHardLinks) {
            Path copy = Files.createTempFile(parent, "copy", ".tmp");
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            flush(copy, StandardOpenOption.WRITE);
            Files.move(copy, path, StandardCopyOption.ATOMIC_MOVE);
        }
        flush(parent, StandardOpenOption.READ);
    }

    private static void flush(Path path, StandardOpenOption mode) throws IOException {
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }

    @Override
    public InputStream open(SpaceId space, String name, long from) throws IOException {
        FileChannel channel = FileChannel.open(path(space, name), StandardOpenOption.READ);
        channel.position(from);
        return Channels.newInputStream(channel);
    }

    @Override
    public long size(SpaceId space, String name) throws IOException {
        try {
            return Files.size(path(space, name));
        } catch (NoSuchFileException absent) {
            return -1;
        }
    }

    @Override
    public void remove(SpaceId space, String name) throws IOException {
        Files.deleteIfExists(path(space, name));
    }

    @Override
    public Set<SpaceId> spaces() throws IOException {
        if (!Files.exists(folder)) {
            return Set.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.map(each -> each.getFileName().toString())
                    .filter(MediaStore::isSpaceId)
                    .map(SpaceId::parse)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    @Override
    public void removeAll(SpaceId space) throws IOException {
        Path all = folder.resolve(space.toString());
        if (Files.exists(all)) {
            Files.walkFileTree(all, new Removal());
        }
    }

    private Path path(SpaceId space, String name) {
        String two = MediaStore.requireName(name).substring(0, 2);
        return folder.resolve(space.toString()).resolve(two).resolve(name);
    }

    private static final class Removal extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(emptied);
            return FileVisitResult.CONTINUE;
        }
    }
}
