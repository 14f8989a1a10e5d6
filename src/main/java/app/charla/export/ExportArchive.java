package app.charla.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A ZIP file being written, or a folder in it. Entries are written one after the other, on one thread. */
public final class ExportArchive implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final ZipOutputStream zip;
    private final String prefix;

    /** @param out closed with the archive */
    public ExportArchive(OutputStream out) {
        this(new ZipOutputStream(out), "");
    }

    private ExportArchive(ZipOutputStream zip, String prefix) {
        this.zip = zip;
        this.prefix = prefix;
    }

    /** Returns a folder of this archive; only the archive itself is to be closed. */
    public ExportArchive folder(String name) {
        return new ExportArchive(zip, prefix + name + "/");
    }

    /** Adds a value as a JSON file. */
    public void addJson(String name, Object value) throws IOException {
        streamJson(name, json -> json.writePOJO(value));
    }

    /** Adds a JSON file whose content is streamed. */
    public void streamJson(String name, Consumer<JsonGenerator> content) throws IOException {
        zip.putNextEntry(new ZipEntry(prefix + name));
        try (JsonGenerator json = JSON.createGenerator(zip)) {
            content.accept(json);
        }
        zip.closeEntry();
    }

    /** Adds a file as it is; its content is read to the end, not closed. */
    public void addFile(String name, InputStream content) throws IOException {
        zip.putNextEntry(new ZipEntry(prefix + name));
        content.transferTo(zip);
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
