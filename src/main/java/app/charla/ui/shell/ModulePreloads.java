package app.charla.ui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Module preloads of a page: the modules that its script will import one after the other, named in its head so that the
 * browser fetches all of them at once. They are read from the build; where Vite's development server delivers the modules
 * there are none.
 */
@Component
class ModulePreloads {

    private static final String FOLDER = "VAADIN/build/";
    private static final String BUILT = "classpath*:META-INF/VAADIN/webapp/" + FOLDER + "*.js";
    private static final Pattern STATIC_IMPORT = Pattern.compile("(?:from|import) ?[\"']\\./([^\"']+\\.js)[\"']");

    /** Modules of every page, by the beginning of their names: Flow's client, and what all views need. */
    private static final List<String> EVERYWHERE = List.of("FlowBootstrap-", "FlowClient-", "generated-flow-imports-");

    /** The definitions of the elements of a conversation; a module is recognised by them. */
    private static final List<String> CONVERSATION =
            List.of("define(`charla-message-log`", "define(\"charla-message-log\"", "define('charla-message-log'");

    private final Set<String> everywhere;
    private final Set<String> conversation;

    ModulePreloads() {
        Map<String, String> modules = read();
        everywhere = closure(
                modules,
                modules.keySet().stream()
                        .filter(name -> EVERYWHERE.stream().anyMatch(name::startsWith))
                        .toList());
        conversation = closure(
                modules,
                modules.entrySet().stream()
                        .filter(module -> CONVERSATION.stream().anyMatch(module.getValue()::contains))
                        .map(Map.Entry::getKey)
                        .toList());
        conversation.removeAll(everywhere);
    }

    /** @param chat whether the page shows a conversation */
    void applyTo(Document page, boolean chat) {
        everywhere.forEach(module -> preload(page.head(), module));
        if (chat) {
            conversation.forEach(module -> preload(page.head(), module));
        }
    }

    private static void preload(Element head, String module) {
        head.appendElement("link").attr("rel", "modulepreload").attr("href", "./" + FOLDER + module);
    }

    /** Returns modules with all those that they import. */
    private static Set<String> closure(Map<String, String> modules, Collection<String> roots) {
        Set<String> found = new LinkedHashSet<>();
        var open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            String name = open.remove();
            String text = modules.get(name);
            if (text != null && found.add(name)) {
                STATIC_IMPORT.matcher(text).results().forEach(each -> open.add(each.group(1)));
            }
        }
        return found;
    }

    private static Map<String, String> read() {
        try {
            Map<String, String> modules = new LinkedHashMap<>();
            for (Resource each : new PathMatchingResourcePatternResolver().getResources(BUILT)) {
                String name = each.getFilename();
                if (name != null) {
                    modules.put(name, each.getContentAsString(StandardCharsets.UTF_8));
                }
            }
            return modules;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
