package app.charla.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chromium, started once for all journeys of this process; it ends with the process. */
final class TestBrowser {

    private static @Nullable Browser browser;

    private TestBrowser() {}

    static synchronized Browser get() {
        if (browser == null) {
            browser = launch(Playwright.create());
        }
        return browser;
    }

    private static Browser launch(Playwright playwright) {
        String chromium = System.getenv().getOrDefault("CHROMIUM_PATH", "/usr/bin/chromium");
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(chromium))
                        .setArgs(List.of("--no-sandbox", "--use-fake-device-for-media-stream")));
    }
}
