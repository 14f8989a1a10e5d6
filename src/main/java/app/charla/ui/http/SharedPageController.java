package app.charla.ui.http;

import app.charla.account.Preferences.Language;
import app.charla.core.NotFoundException;
import app.charla.share.ShareService;
import app.charla.share.SharedPage;
import app.charla.ui.Addresses;
import app.charla.ui.RegionalLocale;
import app.charla.ui.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Public page of a share: plain HTML without scripts, for everyone who has its address. Browsers cache it but
 * revalidate each time, so that what is deleted or revoked is gone at once.
 */
@Controller
class SharedPageController {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final ShareService shareService;
    private final Texts texts;

    SharedPageController(ShareService shareService, Texts texts) {
        this.shareService = shareService;
        this.texts = texts;
    }

    @GetMapping("/" + Addresses.SHARED + "/{token}")
    void open(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        Language language = Language.ofAcceptLanguage(accepted);
        Locale locale = Texts.localeOf(language);
        Document page;
        try {
            page = page(shareService.open(token), locale, RegionalLocale.of(language, accepted));
        } catch (NotFoundException gone) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            page = empty(locale, "share.page.gone");
            page.body().expectFirst("main").appendElement("p").text(text("share.page.gone.text", locale));
        }
        send(page.outerHtml().getBytes(StandardCharsets.UTF_8), request, response);
    }

    private static void send(byte[] page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String tag = "\"" + DigestUtils.md5DigestAsHex(page) + "\"";
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        if (response.getStatus() == HttpServletResponse.SC_OK
                && tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    private Document page(SharedPage shared, Locale locale, Locale region) {
        Document page = empty(locale, "share.page.title");
        Element list = page.body().expectFirst("main").appendElement("ol");
        for (SharedPage.SharedMessage line : shared.messages()) {
            Element item = list.appendElement("li");
            String author = line.author().isEmpty() ? text("person.gone", locale) : line.author();
            item.appendElement("strong").text(author);
            item.appendElement("p").text(line.text());
            item.appendElement("time")
                    .attr("datetime", line.sentAt().toString())
                    .text(RegionalLocale.dateTime(line.sentAt(), region) + " UTC"
                            + (line.edited() ? " · " + text("share.page.edited", locale) : ""));
        }
        page.body()
                .expectFirst("main")
                .appendElement("footer")
                .text(text("share.page.until", locale, RegionalLocale.dateTime(shared.expiresAt(), region)));
        return page;
    }

    private Document empty(Locale locale, String heading) {
        Document page = Document.createShell("");
        page.outputSettings().prettyPrint(false);
        page.prependChild(new org.jsoup.nodes.DocumentType("html", "", ""));
        page.expectFirst("html").attr("lang", locale.toLanguageTag());
        Element head = page.head();
        head.appendElement("meta").attr("charset", "UTF-8");
        head.appendElement("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1");
        head.appendElement("meta").attr("name", "robots").attr("content", "noindex, nofollow");
        head.appendElement("meta").attr("name", "color-scheme").attr("content", "light dark");
        head.appendElement("title").text(text(heading, locale) + " · Charla");
        head.appendElement("link").attr("rel", "stylesheet").attr("href", "/shared.css");
        page.body().appendElement("main").appendElement("h1").text(text(heading, locale));
        return page;
    }

    private String text(String key, Locale locale, Object... arguments) {
        return texts.getTranslation(key, locale, arguments);
    }
}
