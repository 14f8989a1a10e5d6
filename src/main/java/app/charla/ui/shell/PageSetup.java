package app.charla.ui.shell;

import app.charla.account.AccountService;
import app.charla.account.Preferences;
import app.charla.account.Preferences.Language;
import app.charla.core.NotFoundException;
import app.charla.space.Space;
import app.charla.space.SpaceService;
import app.charla.ui.Appearance;
import app.charla.ui.CurrentPage;
import app.charla.ui.FailureText;
import app.charla.ui.Texts;
import app.charla.ui.component.Toast;
import app.charla.ui.security.ContentPolicy;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The setup of each page before it is shown: its language, its appearance, its content security policy, its error
 * handling.
 */
@Component
class PageSetup implements VaadinServiceInitListener {

    private static final Logger log = LoggerFactory.getLogger(PageSetup.class);

    /** Interval of requests of pages without sign-in, whose servlet sessions end two minutes after the last one. */
    private static final int SIGN_OF_LIFE_MILLIS = 40_000;

    private final AccountService accounts;
    private final SpaceService spaces;
    private final ModulePreloads preloads;

    PageSetup(AccountService accounts, SpaceService spaces, ModulePreloads preloads) {
        this.accounts = accounts;
        this.spaces = spaces;
        this.preloads = preloads;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::preparePage);
        var service = event.getSource();
        service.addUIInitListener(init -> prepareTab(init.getUI(), VaadinRequest.getCurrent()));
        service.addSessionInitListener(init -> init.getSession().setErrorHandler(PageSetup::handleError));
        service.setSystemMessagesProvider(info -> silentMessages());
    }

    private void preparePage(IndexHtmlResponse response) {
        Element html = response.getDocument().selectFirst("html");
        if (html == null) {
            return;
        }
        Optional<Preferences> preferences = preferences();
        html.attr(
                "lang",
                preferences
                        .map(chosen -> chosen.language().tag())
                        .orElseGet(() ->
                                acceptedLanguage(response.getVaadinRequest()).tag()));
        Appearance.of(
                        preferences.orElseGet(
                                () -> Preferences.defaults(acceptedLanguage(response.getVaadinRequest()))),
                        space(response.getVaadinRequest()))
                .applyTo(response.getDocument());
        CurrentPage currentPage = CurrentPage.of(new Location(path(response.getVaadinRequest())));
        boolean signedIn = preferences.isPresent();
        preloads.applyTo(response.getDocument(), signedIn && currentPage.isChat());
        if (signedIn) {
            FirstPaint.applyTo(response.getDocument(), currentPage);
        }
        boolean production = response.getVaadinRequest()
                .getService()
                .getDeploymentConfiguration()
                .isProductionMode();
        response.getVaadinResponse()
                .setHeader("Content-Security-Policy", ContentPolicy.applyTo(response.getDocument(), production));
        response.getVaadinResponse().setHeader("Cache-Control", "no-store");
    }

    /** Returns the space of the requested address, if the person is a member of it. */
    private @Nullable Space space(VaadinRequest request) {
        Optional<String> slug = CurrentPage.of(new Location(path(request))).space();
        try {
            return slug.isPresent() && SignedIn.current().isPresent()
                    ? spaces.space(SignedIn.required().account(), slug.get())
                    : null;
        } catch (NotFoundException notMember) {
            return null;
        }
    }

    private static String path(VaadinRequest request) {
        String path = request.getPathInfo();
        return path == null ? "" : path.substring(Math.min(1, path.length()));
    }

    private static Language acceptedLanguage(VaadinRequest request) {
        return Language.ofAcceptLanguage(request.getHeader("Accept-Language"));
    }

    private void prepareTab(UI ui, VaadinRequest request) {
        Locale locale =
                Texts.localeOf(preferences().map(Preferences::language).orElseGet(() -> acceptedLanguage(request)));
        ui.getSession().setLocale(locale);
        ui.setLocale(locale);
        if (SignedIn.current().isEmpty()) {
            ui.setPollInterval(SIGN_OF_LIFE_MILLIS);
        }
        var reconnecting = ui.getReconnectDialogConfiguration();
        reconnecting.setDialogText(ui.getTranslation("connection.lost"));
        reconnecting.setDialogTextGaveUp(ui.getTranslation("connection.lost"));
        reconnecting.setReconnectAttempts(Integer.MAX_VALUE);
        reconnecting.setReconnectInterval(2000);
    }

    private Optional<Preferences> preferences() {
        try {
            return SignedIn.current()
                    .map(person -> accounts.account(person.account()).preferences());
        } catch (NotFoundException deletedMeanwhile) {
            return Optional.empty();
        }
    }

    /** No notifications: a page whose session has expired reloads itself. */
    private static CustomizedSystemMessages silentMessages() {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setInternalErrorNotificationEnabled(false);
        messages.setSyncErrorNotificationEnabled(false);
        messages.setCookiesDisabledNotificationEnabled(false);
        return messages;
    }

    private static void handleError(ErrorEvent event) {
        Throwable failure = event.getThrowable();
        if (failure instanceof IOException) {
            log.debug("Browser disconnected", failure);
            return;
        }
        if (!FailureText.expected(failure)) {
            log.error("View failed", failure);
        }
        UI ui = UI.getCurrent();
        if (ui != null) {
            Toast.show(FailureText.text(failure, ui.getLocale()));
        }
    }
}
