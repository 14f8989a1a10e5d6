package app.charla.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.account.AccountService;
import app.charla.account.AppearanceSettings;
import app.charla.account.ExternalIdentity;
import app.charla.account.IdentityService;
import app.charla.account.Preferences;
import app.charla.account.Preferences.Language;
import app.charla.account.ProfileDirectory;
import app.charla.account.Registration;
import app.charla.chat.ChatService;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ConflictException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.fetch.PageFetcher;
import app.charla.fetch.UnfetchableException;
import app.charla.profile.ProfileLink.Proof;
import app.charla.profile.ProfileLink.Visibility;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** With a mocked {@link PageFetcher}: which pages may be fetched is tested in its own package. */
@ServiceTest
@TestPropertySource(
        properties = {
            "charla.public-url=https://chat.example",
            "charla.identity.github-client-id=charla",
            "charla.identity.github-client-secret=secret"
        })
class ProfileServiceTest {

    private static final String PAGE = "https://ana.example/";

    @MockitoBean
    private PageFetcher web;

    @Autowired
    private People people;

    @Autowired
    private ProfileService profiles;

    @Autowired
    private AccountService accounts;

    @Autowired
    private ProfileDirectory profileDirectory;

    @Autowired
    private IdentityService identities;

    @Autowired
    private ChatService chats;

    @Autowired
    private DataSource directory;

    private Actor ana;
    private Actor ben;

    @BeforeEach
    void setUp() {
        ana = people.person("ana");
        ben = people.person("ben");
    }

    private ProfileLink add(String address) {
        return profiles.addLink(ana.account(), address, Visibility.SPACES);
    }

    private void serve(String location, String html) {
        when(web.fetch(URI.create(PAGE))).thenReturn(Jsoup.parse(html, location));
    }

    private String backlink() {
        return "https://chat.example/people/" + ana.account();
    }

    private List<String> seenBy(Actor actor) {
        return profiles.card(actor.account(), ana.account()).links().stream()
                .map(link -> link.address().toString())
                .toList();
    }

    private AccountId stranger() {
        String name = "eve-" + UUID.randomUUID().toString().substring(0, 8);
        return accounts.register(new Registration(name, null, People.PASSWORD, Language.EN), "test")
                .id();
    }

    @Test
    void showsAboutTextToOthers() {
        profiles.changeAbout(ana.account(), "  Plays the trombone.\nNot on Sundays.\u0007 ");

        ProfileCard card = profiles.card(ben.account(), ana.account());
        assertThat(card.about()).isEqualTo("Plays the trombone.\nNot on Sundays.");
        assertThat(card.person()).isEqualTo(profileDirectory.getById(ana.account()));

        profiles.changeAbout(ana.account(), "");
        assertThat(profiles.own(ana.account()).about()).isEmpty();
        assertThatThrownBy(() -> profiles.changeAbout(ana.account(), "a".repeat(281)))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void showsChosenTimeZone() {
        assertThat(profiles.card(ben.account(), ana.account()).timeZone()).isNull();
        accounts.updatePreferences(
                ana.account(), new Preferences(Language.EN, "Europe/Madrid", true, AppearanceSettings.DEFAULT));
        assertThat(profiles.card(ben.account(), ana.account()).timeZone()).isEqualTo("Europe/Madrid");
    }

    @Test
    void filtersLinksByVisibility() {
        profiles.addLink(ana.account(), "all.example", Visibility.SPACES);
        profiles.addLink(ana.account(), "friends.example", Visibility.CHATS);
        profiles.addLink(ana.account(), "mine.example", Visibility.ME);

        assertThat(seenBy(ben)).containsExactly("https://all.example/");
        chats.openPrivate(ben, ana.account());
        assertThat(seenBy(ben)).containsExactly("https://all.example/", "https://friends.example/");
        assertThat(seenBy(ana)).hasSize(3);

        profiles.changeVisibility(
                ana.account(), profiles.own(ana.account()).links().getFirst().id(), Visibility.ME);
        assertThat(seenBy(ben)).containsExactly("https://friends.example/");
    }

    @Test
    void hidesProfileFromNonMembersOfSharedSpaces() {
        AccountId eve = stranger();

        assertThatThrownBy(() -> profiles.card(eve, ana.account())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> profiles.card(ana.account(), eve)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> profiles.card(ana.account(), new AccountId(UUID.randomUUID())))
                .isInstanceOf(NotFoundException.class);
        assertThat(profiles.own(eve).links()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "github.com/ana, https://github.com/ana",
        "https://Mastodon.Social/@ana, https://mastodon.social/@ana",
        "' https://ana.example ', https://ana.example/",
        "https://ana.example/?p=1#top, https://ana.example/?p=1"
    })
    void normalizesAddresses(String input, String normalized) {
        assertThat(add(input).address()).hasToString(normalized);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "http://ana.example", "javascript:alert(1)", "https://ana:secret@ana.example/",
                "https://ana.example:8443/", "https://localhost/", "ana", "https://ana.example/\"onclick",
                "data:text/html,hi", "ftp://ana.example/", "https://"
            })
    void rejectsInvalidAddresses(String input) {
        assertThatThrownBy(() -> add(input)).isInstanceOf(InvalidException.class);
    }

    @Test
    void limitsLinksAndRejectsDuplicates() {
        for (int i = 0; i < ProfileService.MAX_LINKS; i++) {
            add("site" + i + ".example");
        }
        assertThatThrownBy(() -> add("one-more.example")).isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> add("site1.example")).isInstanceOf(ConflictException.class);

        profiles.removeLink(
                ana.account(), profiles.own(ana.account()).links().getFirst().id());
        assertThat(add("one-more.example").proof()).isNull();
    }

    @Test
    void rejectsChangesByOthers() {
        UUID link = add("ana.example").id();

        assertThatThrownBy(() -> profiles.removeLink(ben.account(), link)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> profiles.changeVisibility(ben.account(), link, Visibility.ME))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> profiles.verify(ben.account(), link)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void verifiesPageThatLinksBack() {
        ProfileLink link = add(PAGE);
        serve(PAGE, "<p><a rel='nofollow ME' href='" + backlink() + "/'>Charla</a>");
        assertThat(profiles.backlink(ana.account())).isEqualTo(backlink());

        assertThat(profiles.verify(ana.account(), link.id()).proof()).isEqualTo(Proof.BACKLINK);
        assertThat(profiles.card(ben.account(), ana.account()).links())
                .extracting(ProfileLink::proof)
                .containsExactly(Proof.BACKLINK);

        serve(PAGE, "<p>nothing any more");
        assertThatThrownBy(() -> profiles.verify(ana.account(), link.id())).isInstanceOf(ConflictException.class);
        assertThat(profiles.own(ana.account()).links().getFirst().proof()).isNull();
    }

    @Test
    void rejectsPageThatLinksElsewhere() {
        UUID link = add(PAGE).id();
        for (String html : List.of(
                "<a href='" + backlink() + "'>",
                "<a rel=friend href='" + backlink() + "'>",
                "<a rel=me href='https://chat.example/people/" + ben.account() + "'>",
                "<a rel=me href='https://chat.example.evil.example/people/" + ana.account() + "'>",
                "<a rel=me href='/people/" + ana.account() + "'>")) {
            serve(PAGE, html);
            assertThatThrownBy(() -> profiles.verify(ana.account(), link))
                    .as(html)
                    .isInstanceOf(ConflictException.class);
        }
    }

    @Test
    void rejectsRedirectToAnotherSite() {
        UUID link = add(PAGE).id();
        String html = "<a rel=me href='" + backlink() + "'>";

        serve("https://elsewhere.example/", html);
        assertThatThrownBy(() -> profiles.verify(ana.account(), link)).isInstanceOf(ConflictException.class);
        serve("http://ana.example/", html);
        assertThatThrownBy(() -> profiles.verify(ana.account(), link)).isInstanceOf(ConflictException.class);
        serve("https://www.ana.example/en", html);
        assertThat(profiles.verify(ana.account(), link).proof()).isEqualTo(Proof.BACKLINK);
    }

    @Test
    void rechecksProofAndKeepsItForAMonthOfSilence() {
        UUID link = add(PAGE).id();
        serve(PAGE, "<link rel=me href='" + backlink() + "'>");
        profiles.verify(ana.account(), link);
        when(web.fetch(any())).thenThrow(mock(UnfetchableException.class));

        profiles.recheck();
        assertThat(profiles.own(ana.account()).links().getFirst().proof()).isNotNull();
        backdate("checked_at", Duration.ofDays(8));
        profiles.recheck();
        assertThat(profiles.own(ana.account()).links().getFirst().proof()).isNotNull();
        backdate("checked_at", Duration.ofDays(8));
        backdate("proved_at", Duration.ofDays(31));
        profiles.recheck();
        assertThat(profiles.own(ana.account()).links().getFirst().proof()).isNull();
    }

    private void backdate(String column, Duration age) {
        new JdbcTemplate(directory)
                .update("UPDATE profile_link SET " + column + " = " + column + " - " + age.toMillis());
    }

    @Test
    void verifiesPageOfLinkedProviderAccount() {
        var github =
                new ExternalIdentity("https://github.com", UUID.randomUUID().toString(), null, false, "Ana-Dev", null);
        identities.link(ana.account(), github, "test");
        assertThat(profiles.providerPages(ana.account())).containsExactly(URI.create("https://github.com/Ana-Dev"));

        assertThat(add("github.com/ana-dev").proof()).isEqualTo(Proof.PROVIDER);
        assertThat(add("github.com/ana-dev/charla").proof()).isNull();
        assertThat(add("github.com/ben").proof()).isNull();
        profiles.verify(
                ana.account(), profiles.own(ana.account()).links().getFirst().id());
        verify(web, never()).fetch(any());

        identities.signIn(new ExternalIdentity("https://github.com", github.subject(), null, false, "renamed", null));
        assertThat(profiles.own(ana.account()).links().getFirst().proof()).isNull();
    }

    @Test
    void deletesProfileWithTheAccount() {
        profiles.changeAbout(ana.account(), "here");
        add("ana.example");
        accounts.delete(ana.account());

        assertThatThrownBy(() -> profiles.card(ben.account(), ana.account())).isInstanceOf(NotFoundException.class);
        var rows = new JdbcTemplate(directory);
        assertThat(rows.queryForObject(
                        "SELECT (SELECT count(*) FROM profile WHERE account_id = ?)"
                                + " + (SELECT count(*) FROM profile_link WHERE account_id = ?)",
                        Integer.class,
                        bytes(ana.account()),
                        bytes(ana.account())))
                .isZero();
    }

    private static byte[] bytes(AccountId account) {
        return ByteBuffer.allocate(16)
                .putLong(account.value().getMostSignificantBits())
                .putLong(account.value().getLeastSignificantBits())
                .array();
    }
}
