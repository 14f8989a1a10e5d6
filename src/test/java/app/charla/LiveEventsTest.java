package app.charla;

import static org.assertj.core.api.Assertions.assertThat;

import app.charla.chat.ReceiptGiven;
import app.charla.core.LiveEvent;
import app.charla.message.CatchupService;
import app.charla.message.UnreadCounts;
import app.charla.realtime.Signal;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Every live event is handled wherever an event must be: encoded for streams, replayed from the journal, and considered by
 * the unread counts. The compiler does not say so, because {@link LiveEvent} cannot be sealed across packages.
 */
@AnalyzeClasses(packagesOf = CharlaApplication.class, importOptions = DoNotIncludeTests.class)
class LiveEventsTest {

    private static final String EVENT_ENCODER = "app.charla.api.event.EventEncoder";

    /** Events that a client which missed them does not get: none. */
    private static final Set<Class<? extends LiveEvent>> NOT_REPLAYED = Set.of();

    /** Events that change no unread count: what others have read does not matter to one's own. */
    private static final Set<Class<? extends LiveEvent>> NOT_COUNTED = Set.of(ReceiptGiven.class);

    @ArchTest
    static void streamsEncodeEveryEvent(JavaClasses charla) {
        JavaClass encoder = charla.get(EVENT_ENCODER);

        assertThat(events(charla)).isNotEmpty().allMatch(event -> uses(encoder, event));
    }

    @ArchTest
    static void streamsEncodeEverySignal(JavaClasses charla) {
        JavaClass encoder = charla.get(EVENT_ENCODER);

        assertThat(implementations(charla, Signal.class)).isNotEmpty().allMatch(signal -> uses(encoder, signal));
    }

    @ArchTest
    static void catchupReplaysEveryEvent(JavaClasses charla) {
        JavaClass catchup = charla.get(CatchupService.class);

        assertThat(events(charla))
                .allMatch(event -> isIn(NOT_REPLAYED, event)
                        || catchup.getConstructorCallsFromSelf().stream()
                                .anyMatch(call -> call.getTargetOwner().equals(event)));
    }

    @ArchTest
    static void unreadCountsConsiderEveryEvent(JavaClasses charla) {
        JavaClass counts = charla.get(UnreadCounts.class);

        assertThat(events(charla)).allMatch(event -> isIn(NOT_COUNTED, event) || uses(counts, event));
    }

    private static List<JavaClass> events(JavaClasses charla) {
        return implementations(charla, LiveEvent.class);
    }

    private static List<JavaClass> implementations(JavaClasses charla, Class<?> type) {
        return charla.stream()
                .filter(each -> each.isAssignableTo(type) && !each.isInterface())
                .toList();
    }

    /** Returns whether a class names an event; read from its class file, since ArchUnit does not see the labels of a switch. */
    private static boolean uses(JavaClass user, JavaClass event) {
        String name = event.getName().replace('.', '/');
        String file = '/' + user.getName().replace('.', '/') + ".class";
        try (InputStream bytes = Objects.requireNonNull(LiveEventsTest.class.getResourceAsStream(file))) {
            return StreamSupport.stream(
                            ClassFile.of()
                                    .parse(bytes.readAllBytes())
                                    .constantPool()
                                    .spliterator(),
                            false)
                    .anyMatch(entry ->
                            entry instanceof ClassEntry type && type.name().equalsString(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isIn(Set<Class<? extends LiveEvent>> exceptions, JavaClass event) {
        return exceptions.stream().anyMatch(event::isEquivalentTo);
    }
}
