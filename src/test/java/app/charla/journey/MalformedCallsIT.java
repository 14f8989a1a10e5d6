package app.charla.journey;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Calls and messages that no page sends are refused: none fails on the server, and the page goes on. */
@SuppressWarnings("NullAway.Init")
class MalformedCallsIT extends BrowserTest {

    /** Values for one argument, of every type in JSON. */
    private static final List<String> VALUES = List.of(
            "null", "'x'", "'\\ud800'", "-1", "1.5", "1e300", "true", "[]", "[null]", "[[]]", "{}", "{a: null}");

    /** What a page sends, and then does not. The token of the page and a number take the place of the first two values. */
    private static final List<String> MESSAGES = List.of(
            "",
            "null",
            "[]",
            "7",
            "{",
            "{}",
            "{'csrfToken':%s}",
            "{'csrfToken':null,'syncId':%s,'rpc':[]}",
            "{'csrfToken':%s,'syncId':null,'rpc':[]}",
            "{'csrfToken':%s,'syncId':%s}",
            "{'csrfToken':%s,'syncId':%s,'rpc':null}",
            "{'csrfToken':%s,'syncId':%s,'rpc':{}}",
            "{'csrfToken':%s,'syncId':%s,'rpc':[null]}",
            "{'csrfToken':%s,'syncId':%s,'rpc':[{}]}",
            "{'csrfToken':%s,'syncId':%s,'rpc':[{'type':null}]}",
            "{'csrfToken':%s,'syncId':%s,'rpc':[{'type':'nothing'}]}");

    /** Calls without what Vaadin takes for granted, to the body of the page and to nothing. */
    private static final List<String> CALLS = List.of(
            "{'type':'event'}",
            "{'type':'event','node':1}",
            "{'type':'event','node':null,'event':'x'}",
            "{'type':'event','node':1,'event':null,'data':null}",
            "{'type':'mSync'}",
            "{'type':'mSync','node':1,'feature':1,'property':null,'value':null}",
            "{'type':'mSync','node':1,'feature':1,'property':'innerHTML','value':'<b>'}",
            "{'type':'mSync','node':1,'feature':99,'property':'x','value':1}",
            "{'type':'navigation'}",
            "{'type':'navigation','location':null}",
            "{'type':'navigation','location':'//x/../y'}",
            "{'type':'navigation','location':'%%'}",
            "{'type':'channel','node':1}",
            "{'type':'channel','node':1,'channel':null,'args':null}",
            "{'type':'channel','node':1,'channel':0,'args':{}}",
            "{'type':'publishedEventHandler'}",
            "{'type':'publishedEventHandler','node':1}",
            "{'type':'publishedEventHandler','node':1,'templateEventMethodName':null}",
            "{'type':'publishedEventHandler','node':1,'templateEventMethodName':'x','templateEventMethodArgs':{}}",
            "{'type':'publishedEventHandler','node':1,'templateEventMethodName':'x','templateEventMethodArgs':[null]}");

    /** A method of a component that pages may call. */
    private record Callable(String tag, Method method) {}

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Person ana;

    @BeforeEach
    void watchLog() {
        log.start();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(log);
        ana = person("ana").register();
    }

    @AfterEach
    void leaveLog() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(log);
    }

    private void assertNothingFailed(String what) {
        assertThat(List.copyOf(log.list))
                .as(what)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.ERROR)
                        || (event.getThrowableProxy() != null
                                && event.getLevel().isGreaterOrEqual(Level.INFO)))
                .extracting(ILoggingEvent::getFormattedMessage)
                .isEmpty();
    }

    private static List<Callable> callables() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Component.class));
        return scanner.findCandidateComponents("app.charla").stream()
                .map(found -> load(Objects.requireNonNull(found.getBeanClassName())))
                .flatMap(type -> Stream.of(type.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(ClientCallable.class))
                        .map(method -> new Callable(tag(type), method)))
                .toList();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException unreachable) {
            throw new AssertionError(unreachable);
        }
    }

    private static String tag(Class<?> type) {
        return Objects.requireNonNull(type.getAnnotation(Tag.class), type.getName())
                .value();
    }

    /** Lists of arguments with one value of each kind in each place, and too few and too many of them. */
    private static List<String> arguments(Method method) {
        int count = method.getParameterCount();
        var lists = new ArrayList<String>();
        for (int place = 0; place < count; place++) {
            for (String value : VALUES) {
                var all = new ArrayList<>(Stream.of(method.getParameterTypes())
                        .map(MalformedCallsIT::plausible)
                        .toList());
                all.set(place, value);
                lists.add(String.join(",", all));
            }
        }
        lists.add(Stream.generate(() -> "null").limit(count + 1L).collect(Collectors.joining(",")));
        lists.add(Stream.generate(() -> "null").limit(Math.max(0, count - 1)).collect(Collectors.joining(",")));
        return lists;
    }

    private static String plausible(Class<?> type) {
        if (type == boolean.class) {
            return "true";
        }
        if (type == String.class) {
            return "'x'";
        }
        if (type == List.class) {
            return "['x']";
        }
        return type.isRecord() ? "{clientId: null, text: 'x', media: null}" : "1";
    }

    /** Calls the methods of the elements that the page shows; each answer is waited for, be it a value or a refusal. */
    private void callAll(TreeSet<String> called) {
        for (Callable callable : callables()) {
            if (ana.page().locator(callable.tag()).count() == 0) {
                continue;
            }
            String calls = arguments(callable.method()).stream()
                    .map(list -> "() => e.$server." + callable.method().getName() + "(" + list + ")")
                    .collect(Collectors.joining(",\n"));
            Object settled = ana.page()
                    .evaluate("async () => {"
                            + "  const e = document.querySelector('" + callable.tag() + "');"
                            + "  const late = () => new Promise((done) => setTimeout(() => done('unanswered'), 20000));"
                            + "  const calls = [" + calls
                            + "].map((call) => Promise.race([late(), call().then(() => '', () => '')]));"
                            + "  return (await Promise.all(calls)).join('');"
                            + "}");
            assertThat(settled).as(callable.toString()).isEqualTo("");
            assertNothingFailed(callable.toString());
            called.add(callable.tag() + " " + callable.method().getName());
        }
    }

    @Test
    void argumentsOfTheWrongTypeAreRefusedByEveryMethod() {
        var called = new TreeSet<String>();
        ana.open("Plaza");
        callAll(called);
        ana.button("Details").click();
        ana.page().locator("charla-gallery").waitFor();
        callAll(called);
        ana.page().navigate("http://localhost:" + charla().port() + "/settings");
        ana.page().locator("charla-avatar-picker").first().waitFor();
        callAll(called);

        assertThat(called)
                .isEqualTo(callables().stream()
                        .map(each -> each.tag() + " " + each.method().getName())
                        .collect(Collectors.toCollection(TreeSet::new)));
        ana.page().navigate("http://localhost:" + charla().port() + "/");
        ana.open("Plaza").say("Still here");
        ana.sees("Still here");
    }

    @Test
    void malformedMessagesAreBadRequests() {
        ana.open("Plaza");
        Request sent = ana.page().waitForRequest("**/*v-r=uidl*", () -> ana.say("First"));
        ana.sees("First");
        String token = sent.postData().replaceFirst("(?s).*\"csrfToken\":(\"[^\"]*\").*", "$1");
        Stream<String> messages = Stream.concat(
                MESSAGES.stream().map(message -> message.formatted(token, 1)),
                CALLS.stream()
                        .map(call ->
                                "{'csrfToken':%s,'syncId':%s,'rpc':[".formatted(token, 1) + call.formatted() + "]}"));
        for (String message : messages.toList()) {
            String answer = post(ana.page(), sent.url(), message.replace('\'', '"'), "application/json");
            assertThat(answer).as(message).matches("(?s)(200|400) .*").doesNotContain("<html", "\tat ");
        }
        assertThat(post(ana.page(), sent.url(), "{}", "application/json;charset=nonsense"))
                .startsWith("4");

        assertNothingFailed("messages");
        ana.page().reload();
        ana.say("Still here");
        ana.sees("Still here");
    }

    private static String post(Page page, String address, String message, String type) {
        return (String) page.evaluate(
                "async ({address, message, type}) => {"
                        + "  const answer = await fetch(address, {method: 'POST', body: message, headers: {'Content-Type': type}});"
                        + "  return answer.status + ' ' + (await answer.text());"
                        + "}",
                Map.of("address", address, "message", message, "type", type));
    }
}
