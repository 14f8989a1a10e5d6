package app.charla.ui.http;

import app.charla.account.Preferences.Language;
import app.charla.ui.Addresses;
import app.charla.ui.Texts;
import com.vaadin.flow.server.PwaRegistry;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Web app manifest: the one Vaadin makes, with identity, shortcuts and a share target added, in the language of
 * the browser.
 *
 * @see <a href="https://w3c.github.io/web-share-target/">Web Share Target</a>
 */
@Controller
class ManifestController {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ServletContext context;

    private final Texts texts;

    ManifestController(ServletContext context, Texts texts) {
        this.context = context;
        this.texts = texts;
    }

    @GetMapping(path = "/manifest.webmanifest", produces = "application/manifest+json;charset=UTF-8")
    ResponseEntity<String> manifest(
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted) {
        Language language = Language.ofAcceptLanguage(accepted);
        Locale locale = Texts.localeOf(language);
        var manifest =
                (ObjectNode) JSON.readTree(PwaRegistry.getInstance(context).getManifestJson());
        manifest.put("id", "/")
                .put("start_url", "/")
                .put("scope", "/")
                .put("lang", language.tag())
                .put("dir", "ltr")
                .put("description", text(locale, "manifest.description"))
                .put("theme_color", "#ffffff");
        manifest.putArray("categories").add("social").add("productivity");
        addMaskableIcon(manifest.withArray("icons"));
        addShortcuts(manifest.putArray("shortcuts"), locale);
        addShareTarget(manifest.putObject("share_target"));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(manifest.toString());
    }

    /** An icon without corners of its own: the system cuts its shape out of it. */
    private static void addMaskableIcon(ArrayNode icons) {
        icons.addObject()
                .put("src", "/icons/maskable.png")
                .put("sizes", "512x512")
                .put("type", "image/png")
                .put("purpose", "maskable");
    }

    private void addShortcuts(ArrayNode shortcuts, Locale locale) {
        addShortcut(shortcuts, text(locale, "new.label"), Addresses.NEW_CHAT_HOME);
        addShortcut(shortcuts, text(locale, "nav.spaces"), Addresses.SPACES);
        addShortcut(shortcuts, text(locale, "nav.settings"), Addresses.SETTINGS);
    }

    private static void addShortcut(ArrayNode shortcuts, String name, String address) {
        ObjectNode shortcut = shortcuts.addObject().put("name", name).put("url", "/" + address);
        shortcut.putArray("icons").addObject().put("src", "/icons/maskable.png").put("sizes", "512x512");
    }

    /** What another app shares is received by the service worker: no server sees it. */
    private static void addShareTarget(ObjectNode target) {
        target.put("action", "/share-target.html").put("method", "POST").put("enctype", "multipart/form-data");
        ObjectNode parameters = target.putObject("params");
        List.of("title", "text", "url").forEach(name -> parameters.put(name, name));
        ObjectNode files = parameters.putArray("files").addObject().put("name", "files");
        ArrayNode types = files.putArray("accept");
        List.of("image/*", "video/*", "audio/*", "text/*", "application/*").forEach(types::add);
    }

    private String text(Locale locale, String key) {
        return texts.getTranslation(key, locale);
    }
}
