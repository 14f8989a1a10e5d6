package app.charla.ui.shell;

import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.server.PWA;
import com.vaadin.flow.shared.ui.Transport;

/**
 * The configuration of the page around every view. Requests go over XHR and only pushed updates come over the WebSocket, so
 * that every response can set cookies and passes the security filters.
 */
@NpmPackage(
        value = "@fontsource-variable/inter",
        version = "5.3.0",
        assets = {"files/inter-latin-wght-normal.woff2:fonts"})
@PWA(
        name = "Charla",
        shortName = "Charla",
        offlineResources = {"styles.css", "icons/icon.svg", "share-target.html", "share-target.js"},
        iconPath = "icons/icon.png",
        backgroundColor = "#f3f4f9",
        themeColor = "#5b5bd6")
@Push(transport = Transport.WEBSOCKET_XHR)
@StyleSheet("styles.css")
@Viewport("width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content")
public class CharlaPage implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("Charla");
        settings.addMetaTag("color-scheme", "light dark");
    }
}
