package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.FileSystemUtils;

/** Public linters accept the OpenAPI document; clients that public generators make of it compile, and upload files. */
@ApiTest
@SuppressWarnings("NullAway.Init")
class OpenApiClientsIT {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final Path NPM = Path.of("src/test/openapi");
    private static final Path FOLDER = Path.of("target/openapi").toAbsolutePath();
    private static final Path DOCUMENT = FOLDER.resolve("openapi.json");
    private static final Path GENERATOR = Path.of("target/openapi-generator/openapi-generator-cli.jar");

    @Autowired
    private ApiClients apiClients;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(FOLDER);
        Files.write(DOCUMENT, apiClients.stranger().bytes("/v3/api-docs"));
    }

    @Test
    void redoclyFindsNoError() throws Exception {
        npm("redocly");
    }

    @Test
    void spectralFindsNoError() throws Exception {
        npm("spectral");
    }

    @Test
    void aClientInTypeScriptUploads() throws Exception {
        ApiClient ana = apiClients.person("ana");
        npm("generate");
        npm("types");

        assertThat(npm("upload", "--", ana.server(), ana.token())).contains("hola.txt adios.txt");
    }

    @Test
    void aClientInJavaUploads(@TempDir Path files) throws Exception {
        ApiClient ana = apiClients.person("ana");
        Path sources = FOLDER.resolve("java");
        FileSystemUtils.deleteRecursively(sources);
        run(
                Path.of(""),
                List.of(
                        JAVA,
                        "-jar",
                        GENERATOR.toString(),
                        "generate",
                        "--generator-name=java",
                        "--library=native",
                        "--input-spec=" + DOCUMENT,
                        "--output=" + sources,
                        "--global-property=apis,models,supportingFiles,apiDocs=false,modelDocs=false,"
                                + "apiTests=false,modelTests=false",
                        "--additional-properties=openApiNullable=false,useJakartaEe=true,hideGenerationTimestamp=true"));
        Path classes = compile(sources);

        String path = classes + File.pathSeparator + System.getProperty("java.class.path");
        assertThat(run(Path.of(""), List.of(JAVA, "-cp", path, "Upload", ana.server(), ana.token(), files.toString())))
                .contains("1 hola.txt");
    }

    private static Path compile(Path sources) throws Exception {
        Path classes = FOLDER.resolve("java-classes");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-nowarn",
                "-proc:none",
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                NPM.resolve("Upload.java").toString()));
        try (Stream<Path> generated = Files.walk(sources.resolve("src/main/java"))) {
            generated.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(command::add);
        }
        run(Path.of(""), command);
        return classes;
    }

    private static String npm(String script, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("npm", "run", "--silent", script));
        command.addAll(List.of(arguments));
        return run(NPM, command);
    }

    /** Runs a program and returns what it writes. */
    private static String run(Path folder, List<String> command) throws Exception {
        var process = new ProcessBuilder(command)
                .directory(folder.toAbsolutePath().toFile())
                .redirectErrorStream(true);
        process.environment().put("REDOCLY_TELEMETRY", "off");
        Process running = process.start();
        String output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).as(output).isZero();
        return output;
    }
}
