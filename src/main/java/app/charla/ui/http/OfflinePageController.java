package app.charla.ui.http;

import app.charla.ui.security.OfflinePage;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Offline page for service workers, which keep it in the browser. */
@Controller
class OfflinePageController {

    private final OfflinePage page;

    OfflinePageController(OfflinePage page) {
        this.page = page;
    }

    @GetMapping("/offline.html")
    ResponseEntity<byte[]> page() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .header("Content-Security-Policy", OfflinePage.contentPolicy())
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(page.html());
    }
}
