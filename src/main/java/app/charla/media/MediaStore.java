package app.charla.media;

import app.charla.core.SpaceId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where the bytes of media are, by what they are: the same bytes are kept once in a space. A name is a SHA-256 in
 * hexadecimal, of what is derived from it with an ending: {@code .thumb}, {@code .view}. One that is elsewhere throws
 * {@link app.charla.core.UnavailableException} when it does not answer.
 */
interface MediaStore {

    Pattern NAME = Pattern.compile("[0-9a-f]{64}(\\.(thumb|view))?");
    Pattern SPACE_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** @throws IllegalArgumentException if it is no name of media: it may never be a path */
    static String requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name of media: " + name);
        }
        return name;
    }

    /** Whether what stands beside the spaces is one of them. */
    static boolean isSpaceId(String name) {
        return SPACE_ID.matcher(name).matches();
    }

    /**
     * Keeps what is in a file, which stays the caller's and must not change any more; keeping the same again does nothing.
     * Returns when it is safe there.
     */
    void put(SpaceId space, String name, Path file) throws IOException;

    /**
     * What is kept, from a place on; the caller closes it.
     *
     * @throws java.nio.file.NoSuchFileException if it is not kept
     */
    InputStream open(SpaceId space, String name, long from) throws IOException;

    /** How many bytes there are; -1 if it is not kept. */
    long size(SpaceId space, String name) throws IOException;

    /** Removing what is not there does nothing. */
    void remove(SpaceId space, String name) throws IOException;

    /** The spaces of which something is kept, also those that are no more. */
    Set<SpaceId> spaces() throws IOException;

    /** Removes all that is kept of a space. */
    void removeAll(SpaceId space) throws IOException;
}
