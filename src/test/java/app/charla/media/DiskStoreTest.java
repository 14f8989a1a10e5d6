package app.charla.media;

/** The store contract with a folder. */
class DiskStoreTest extends MediaStoreContract {

    @Override
    MediaStore store() {
        return new DiskStore(folder.resolve("media"));
    }
}
