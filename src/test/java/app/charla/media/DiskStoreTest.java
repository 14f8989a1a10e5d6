package app.charla.media;

/** Media in a folder. */
class DiskStoreTest extends MediaStoreContract {

    @Override
    MediaStore store() {
        return new DiskStore(folder.resolve("media"));
    }
}
