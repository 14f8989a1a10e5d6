package app.charla.ui.http;

import com.vaadin.flow.server.PwaRegistry;
import jakarta.servlet.ServletContext;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Web app manifest: the one Vaadin makes, with a share target added.
 *
 * @see <a href="https://w3c.github.io/web-share-target/">Web Share Target</a>
 */
@Controller
class ManifestController {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ServletContext context;

    ManifestController(ServletContext context) {
        this.context = context;
    }

    @GetMapping(path = "/manifest.webmanifest", produces = "application/manifest+json;charset=UTF-8")
    ResponseEntity<String> manifest() {
        var manifest =
                (ObjectNode) JSON.readTree(PwaRegistry.getInstance(context).getManifestJson());
        ObjectNode target = manifest.putObject("share_target");
        target.put("action", "/share-target.html").put("method", "GET");
        ObjectNode names = target.putObject("params");
        List.of("title", "text", "url").forEach(name -> names.put(name, name));
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(manifest.toString());
    }
}
