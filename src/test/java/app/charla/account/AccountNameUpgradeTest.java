package app.charla.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.ServiceTest;
import app.charla.account.Preferences.Language;
import app.charla.core.AccountId;
import app.charla.core.InvalidException;
import java.nio.ByteBuffer;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Accounts that were made under older rules for names. */
@ServiceTest
class AccountNameUpgradeTest {

    private static final String PASSWORD = "mimosa-trombone-41";

    @Autowired
    private AccountNameUpgrade upgrade;

    @Autowired
    private AccountService accounts;

    @Autowired
    private PasswordAuthentication passwords;

    @Autowired
    private ProfileDirectory profiles;

    @Autowired
    private DataSource directory;

    @Test
    void replacesUsernamesThatCannotBeSeen() {
        Account first = register("fantasma1");
        Account second = register("fantasma2");
        makeOld(first.id(), "\u1160\u1160\u1160", "\u3164\u3164\u3164", "");
        makeOld(second.id(), "ab\u034Fcd", "Eva\u202E", "old form");
        upgrade.afterSingletonsInstantiated();
        Account repaired = accounts.account(first.id());
        assertThat(repaired.username()).startsWith("guest");
        assertThat(repaired.name()).isEqualTo(repaired.username());
        assertThat(passwords.signIn(repaired.username(), PASSWORD, "a")).isEqualTo(repaired);
        assertThat(profiles.findByUsernames(List.of("", "\u3164\u3164\u3164"))).isEmpty();
        assertThat(accounts.account(second.id()).username()).isEqualTo("abcd");
        assertThat(accounts.account(second.id()).name()).isEqualTo("Eva");
    }

    @Test
    void separatesUsernamesThatCountAsOneNow() {
        Account first = register("ibrahim");
        Account second = register("hassan");
        makeOld(first.id(), "ibrahim", "Ibrahim", "ibrahim");
        makeOld(second.id(), "İbrahim", "İbrahim", "i\u0307brahim");
        upgrade.afterSingletonsInstantiated();
        assertThat(accounts.account(first.id()).username()).isEqualTo("ibrahim");
        assertThat(accounts.account(second.id()).username()).isEqualTo("İbrahim-2");
        assertThat(passwords.signIn("ibrahim-2", PASSWORD, "a").id()).isEqualTo(second.id());
        assertThat(passwords.signIn("İBRAHIM", PASSWORD, "a").id()).isEqualTo(first.id());
    }

    @Test
    void makesAccountsFindableAndLeavesGoodNamesAlone() {
        Account account = register("Lucía.Méndez2");
        accounts.rename(account.id(), "Łukasz Muñoz");
        makeOld(account.id(), "Lucía.Méndez2", "Łukasz Muñoz", null);
        assertThat(profiles.search(account.id(), "munoz", 10)).isEmpty();
        upgrade.afterSingletonsInstantiated();
        upgrade.afterSingletonsInstantiated();
        assertThat(accounts.account(account.id()).username()).isEqualTo("Lucía.Méndez2");
        assertThat(profiles.search(account.id(), "munoz", 10))
                .extracting(Profile::id)
                .contains(account.id());
    }

    @Test
    void reservedNamesOfOldAccountsStay() {
        Account account = register("todo-el-mundo");
        makeOld(account.id(), "everybody", "everybody", Username.skeletonOf("everybody"));
        upgrade.afterSingletonsInstantiated();
        assertThat(accounts.account(account.id()).username()).isEqualTo("everybody");
        assertThatThrownBy(() -> register("everybody")).isInstanceOf(InvalidException.class);
    }

    /** Stores names as an earlier version of the program did. */
    private void makeOld(AccountId account, String username, String name, @Nullable String skeleton) {
        new JdbcTemplate(directory)
                .update(
                        "UPDATE account SET username = ?, name = ?, skeleton = coalesce(?, skeleton), search_name = '',"
                                + " names_form = 0 WHERE id = ?",
                        username,
                        name,
                        skeleton,
                        bytes(account));
    }

    private static byte[] bytes(AccountId account) {
        return ByteBuffer.allocate(16)
                .putLong(account.value().getMostSignificantBits())
                .putLong(account.value().getLeastSignificantBits())
                .array();
    }

    private Account register(String username) {
        return accounts.register(new Registration(username, null, PASSWORD, Language.ES), "a");
    }
}
