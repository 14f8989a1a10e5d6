package app.charla.account;

import app.charla.account.AppearanceSettings.Density;
import app.charla.account.AppearanceSettings.TextSize;
import app.charla.account.AppearanceSettings.Theme;
import app.charla.account.Preferences.Language;
import app.charla.core.AccountId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "account")
@SuppressWarnings("NullAway.Init")
class AccountEntity {

    @Id
    private UUID id;

    private String username;
    private String skeleton;
    private String name;
    private String searchName;
    private int namesForm;
    private @Nullable String avatar;
    private @Nullable String email;
    private String passwordHash; // empty for an account without a password
    private boolean dormant;
    private boolean administrator;
    private boolean waiting;

    @Enumerated(EnumType.STRING)
    private Language language;

    @Enumerated(EnumType.STRING)
    private Theme theme;

    private @Nullable String timeZone;
    private boolean sounds;
    private @Nullable String accent;

    @Enumerated(EnumType.STRING)
    private TextSize textSize;

    @Enumerated(EnumType.STRING)
    private Density density;

    private boolean spaceColors;
    private Instant createdAt;

    @Version
    private @Nullable Integer version;

    protected AccountEntity() {}

    AccountEntity(
            UUID id, Username username, @Nullable String email, String passwordHash, Language language, Instant now) {
        this.id = id;
        this.username = username.text();
        this.skeleton = username.skeleton();
        this.name = username.text();
        updateNamesForm();
        this.email = email;
        this.passwordHash = passwordHash;
        this.createdAt = now;
        updatePreferences(Preferences.defaults(language));
    }

    /** Creates an account that signs in by an identity provider. */
    static AccountEntity withoutPassword(
            UUID id, Username username, String name, @Nullable String email, Language language, Instant now) {
        var account = new AccountEntity(id, username, email, "", language, now);
        account.rename(name);
        return account;
    }

    /** Creates an account that appears in restored messages; nobody can sign in to it until its owner claims it. */
    static AccountEntity dormant(UUID id, Username username, String name, Instant now) {
        var account = withoutPassword(id, username, name, null, Language.ES, now);
        account.dormant = true;
        return account;
    }

    boolean isDormant() {
        return dormant;
    }

    boolean isAdministrator() {
        return administrator;
    }

    boolean isWaiting() {
        return waiting;
    }

    /** Keeps a new account out until an administrator decides. */
    void awaitDecision() {
        waiting = true;
    }

    /** Makes it an instance administrator, who waits for nobody. */
    void appoint() {
        administrator = true;
        waiting = false;
    }

    boolean hasPassword() {
        return !passwordHash.isEmpty();
    }

    void activate(String newPasswordHash, Language newLanguage) {
        dormant = false;
        passwordHash = newPasswordHash;
        language = newLanguage;
    }

    void changePassword(String newPasswordHash) {
        passwordHash = newPasswordHash;
    }

    void changeEmail(@Nullable String newEmail) {
        email = newEmail;
    }

    final void updatePreferences(Preferences preferences) {
        language = preferences.language();
        timeZone = preferences.timeZone();
        sounds = preferences.sounds();
        AppearanceSettings appearance = preferences.look();
        theme = appearance.theme();
        accent = appearance.accent();
        textSize = appearance.textSize();
        density = appearance.density();
        spaceColors = appearance.spaceColors();
    }

    final void rename(String newName) {
        name = newName;
        updateNamesForm();
    }

    /** Replaces a username that the present rules do not allow, or whose skeleton they see otherwise. */
    void changeUsername(Username newUsername) {
        username = newUsername.text();
        skeleton = newUsername.skeleton();
    }

    private void updateNamesForm() {
        searchName = SearchName.of(username, name);
        namesForm = SearchName.FORM;
    }

    void changeAvatar(@Nullable String newAvatar) {
        avatar = newAvatar;
    }

    AccountId id() {
        return new AccountId(id);
    }

    String skeleton() {
        return skeleton;
    }

    String passwordHash() {
        return passwordHash;
    }

    Account toAccount() {
        return new Account(id(), username, name, avatar, email, preferences(), createdAt);
    }

    private Preferences preferences() {
        return new Preferences(
                language, timeZone, sounds, new AppearanceSettings(theme, accent, textSize, density, spaceColors));
    }

    WaitingAccount toWaiting() {
        return new WaitingAccount(id(), username, name, email, createdAt);
    }

    Profile toProfile() {
        return new Profile(id(), username, name, avatar);
    }
}
