package app.charla.media;

import app.charla.core.SpaceId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Stores the files of media by content: the same content is stored once in a space. A name is a SHA-256 in hexadecimal,
 * for derived pictures with a suffix: {@code .thumb}, {@code .view}. A remote store throws
 * {@link app.charla.core.UnavailableException} when it does not answer.
 */
interface MediaStore {

    Pattern NAME = Pattern.compile("[0-9a-f]{64}(\\.(thumb|view))?");
    Pattern SPACE_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** @throws IllegalArgumentException if it is not a valid name: it must never be a path */
    static String requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a media name: " + name);
        }
        return name;
    }

    /** Returns whether the name of a folder or prefix is a space's id. */
    static boolean isSpaceId(String name) {
        return SPACE_ID.matcher(name).matches();
    }

    /**
     * Stores a file, which stays the caller's and must not change any more; storing the same again does nothing.
     * Returns when it is durable.
     */
    void put(SpaceId space, String name, Path file) throws IOException;

    /**
     * Opens a stored file at an offset; the caller closes it.
     *
     * @throws java.nio.file.NoSuchFileException if it is not stored
     */
    InputStream open(SpaceId space, String name, long from) throws IOException;

    /** Returns the size in bytes; -1 if it is not stored. */
    long size(SpaceId space, String name) throws IOException;

    /** Removes a file; does nothing if it is not stored. */
    void remove(SpaceId space, String name) throws IOException;

    /** Returns the spaces with stored files, including deleted spaces. */
    Set<SpaceId> spaces() throws IOException;

    /** Removes all files of a space. */
    void removeAll(SpaceId space) throws IOException;
}
