package app.charla.media;

import app.charla.core.SpaceId;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.AbstractResource;

/**
 * A stored file as a Spring resource. Skipping its beginning costs nothing: the store is opened at the first byte read.
 */
final class MediaResource extends AbstractResource {

    private final MediaStore store;
    private final SpaceId space;
    private final String name;
    private final long size;

    MediaResource(MediaStore store, SpaceId space, String name, long size) {
        this.store = store;
        this.space = space;
        this.name = name;
        this.size = size;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public long contentLength() {
        return size;
    }

    @Override
    public String getDescription() {
        return "media " + name;
    }

    @Override
    public InputStream getInputStream() {
        return new LazyStream();
    }

    /** Opens the store at the first read. */
    private final class LazyStream extends FilterInputStream {

        private long from;

        LazyStream() {
            super(nullInputStream());
        }

        private boolean opened;

        private void open() throws IOException {
            if (!opened) {
                in = store.open(space, name, from);
                opened = true;
            }
        }

        @Override
        public long skip(long most) throws IOException {
            if (opened) {
                return super.skip(most);
            }
            long skipped = Math.clamp(most, 0, size - from);
            from += skipped;
            return skipped;
        }

        @Override
        public int read() throws IOException {
            open();
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int start, int length) throws IOException {
            open();
            return super.read(bytes, start, length);
        }
    }
}
