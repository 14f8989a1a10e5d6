package app.charla.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.charla.CharlaApplication;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.component.dependency.JsModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The texts that elements use in the browser: each must be in the bundles and be sent to an element that imports its
 * user.
 */
class LabelsTest {

    private static final Path FRONTEND = Path.of("frontend");

    private static final Set<String> OTHER_FOLDERS = Set.of("generated", "node_modules", "test");

    /** An import of a module. Imports of types are left out: they load nothing. */
    private static final Pattern IMPORT =
            Pattern.compile("(?m)(?:^(?:import|export)\\s+(?!type\\b)[^;]*?|\\bimport\\(\\s*)['\"](\\.[^'\"]+)['\"]");

    /** A key in a call of Labels, whole or up to its computed part. */
    private static final Pattern CALL =
            Pattern.compile("labels\\??\\.(of|counted|has)\\(\\s*(?:'([\\w.]+)'|`([\\w.]+)\\$\\{)");

    /** A key anywhere else, as in a table of keys. Styles have names like {@code dialog.camera}, which are no keys. */
    private static final String LITERAL = "['\"]((?:%s)\\.[\\w.]+\\w)['\"]";

    /** An element: its module with all that this imports, and the prefixes of keys whose texts it is sent. */
    private record Element(Set<Path> modules, List<String> prefixes) {

        boolean isSent(String key) {
            return prefixes.stream().anyMatch(key::startsWith);
        }
    }

    /** A key, or the beginning of a computed key, that a module uses. */
    private record Use(Path module, String key, boolean computed) {

        boolean matches(String text) {
            return text.equals(key) || computed && text.startsWith(key);
        }
    }

    private final List<Element> elements = elements();
    private final Set<String> keys = Texts.keys();

    @Test
    void bundlesHaveEveryLabelThatIsUsed() {
        assertThat(uses()).hasSizeGreaterThan(100);
        assertThat(uses().stream().filter(use -> keys.stream().noneMatch(use::matches)))
                .isEmpty();
    }

    @Test
    void elementsAreSentEveryLabelThatIsUsed() {
        assertThat(uses().stream().filter(use -> !isSent(use))).isEmpty();
    }

    /** Returns whether a label, or one of those with a computed key, is sent to an element that imports its user. */
    private boolean isSent(Use use) {
        return elements.stream()
                .filter(element -> element.modules().contains(use.module()))
                .anyMatch(element -> keys.stream().filter(use::matches).anyMatch(element::isSent));
    }

    private static List<Element> elements() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackagesOf(CharlaApplication.class)
                        .stream()
                        .filter(type -> type.tryGetField("LABELS").isPresent())
                        .map(LabelsTest::element)
                        .toList();
    }

    private static Element element(JavaClass type) {
        try {
            Class<?> element = Class.forName(type.getName());
            Field labels = element.getDeclaredField("LABELS");
            labels.setAccessible(true);
            JsModule module = element.getAnnotation(JsModule.class);
            return new Element(
                    closure(FRONTEND.resolve(module.value()).normalize()),
                    ((List<?>) labels.get(null)).stream().map(String::valueOf).toList());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Use> uses() {
        String namespaces = elements.stream()
                .flatMap(element -> element.prefixes().stream())
                .map(prefix -> prefix.substring(0, prefix.indexOf('.')))
                .filter(namespace -> !namespace.equals("dialog"))
                .distinct()
                .collect(Collectors.joining("|"));
        Pattern literal = Pattern.compile(LITERAL.formatted(namespaces));
        return modules().flatMap(module -> usesIn(module, literal)).toList();
    }

    private static Stream<Path> modules() {
        try (var top = Files.list(FRONTEND)) {
            return top
                    .filter(Files::isDirectory)
                    .filter(folder ->
                            !OTHER_FOLDERS.contains(folder.getFileName().toString()))
                    .flatMap(LabelsTest::modulesIn)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> modulesIn(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".ts")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Use> usesIn(Path module, Pattern literal) {
        String text = read(module);
        return Stream.concat(
                CALL.matcher(text).results().map(found -> use(module, found)),
                literal.matcher(text).results().map(found -> new Use(module, found.group(1), true)));
    }

    private static Use use(Path module, MatchResult found) {
        String whole = found.group(2);
        return whole == null
                ? new Use(module, found.group(3), true)
                : new Use(module, whole, found.group(1).equals("counted"));
    }

    private static Set<Path> closure(Path element) {
        var seen = new HashSet<Path>();
        var waiting = new ArrayDeque<>(List.of(element));
        while (!waiting.isEmpty()) {
            Path module = waiting.poll();
            if (seen.add(module)) {
                IMPORT.matcher(read(module))
                        .results()
                        .map(found -> module.resolveSibling(found.group(1)).normalize())
                        .filter(Files::isRegularFile)
                        .forEach(waiting::add);
            }
        }
        return seen;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
