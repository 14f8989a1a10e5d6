package app.charla.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.charla.CharlaApplication;
import app.charla.core.LiveEvent;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The live events that each part of the UI handles. A new event must be named wherever events are applied, if only in a
 * case that does nothing: otherwise it would be ignored without notice.
 */
class LiveEventsUiTest {

    private static final List<String> EVENTS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackagesOf(CharlaApplication.class).stream()
                    .filter(type -> type.isAssignableTo(LiveEvent.class) && !type.isInterface())
                    .map(JavaClass::getName)
                    .toList();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app.charla.ui.chat.conversation.ConversationPresenter",
                "app.charla.ui.chat.conversation.ConversationView",
                "app.charla.ui.chat.list.ChatListChanges"
            })
    void namesEveryLiveEvent(String listener) throws IOException {
        List<String> named = classesNamedIn(listener);

        assertThat(EVENTS).contains("app.charla.message.MessagePosted");
        assertThat(EVENTS.stream().filter(event -> !named.contains(event)))
                .as("live events that %s does not name", listener)
                .isEmpty();
    }

    private static List<String> classesNamedIn(String type) throws IOException {
        String file = "/" + type.replace('.', '/') + ".class";
        try (var bytes = CharlaApplication.class.getResourceAsStream(file)) {
            assertThat(bytes).as(file).isNotNull();
            var pool = ClassFile.of().parse(bytes.readAllBytes()).constantPool();
            return StreamSupport.stream(pool.spliterator(), false)
                    .filter(ClassEntry.class::isInstance)
                    .map(entry -> ((ClassEntry) entry).asInternalName().replace('/', '.'))
                    .collect(Collectors.toList());
        }
    }
}
