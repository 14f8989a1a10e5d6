package app.charla.bench;

import app.charla.CharlaApplication;
import app.charla.account.AccountService;
import app.charla.account.PasswordAuthentication;
import app.charla.account.PasswordResets;
import app.charla.account.Preferences.Language;
import app.charla.account.Registration;
import app.charla.account.SignInFailedException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.springframework.boot.SpringApplication;

/**
 * Whether the time of an answer tells that there is an account: failed sign-ins, registrations and forgotten passwords,
 * for names and e-mails that exist and such that do not, by turns. Prints both medians, their ratio, which should be one,
 * and how often the known one took longer than the unknown one right after it, which should be half of the times.
 *
 * <p>{@code SignInTiming [rounds=200]}
 */
public final class SignInTiming {

    private static final int PEOPLE = 20;

    private static int newcomers;

    private SignInTiming() {}

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        var folder = Files.createTempDirectory("charla-bench");
        try (var app = SpringApplication.run(
                CharlaApplication.class,
                "--server.port=0",
                "--charla.storage.data-dir=" + folder,
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=1", // nobody listens: mails are tried and fail, as the real ones are sent, aside
                "--logging.level.app.charla.account.PasswordResetMail=off",
                "--charla.account.hash-memory=16384", // as in production
                "--charla.rate-limits=off")) {
            var accounts = app.getBean(AccountService.class);
            var passwords = app.getBean(PasswordAuthentication.class);
            var resets = app.getBean(PasswordResets.class);
            for (int i = 0; i < PEOPLE; i++) {
                accounts.register(
                        new Registration(
                                "somebody-" + i, "somebody-" + i + "@example.org", "mimosa-trombone-41", Language.EN),
                        "bench");
            }
            compare(rounds, "username", i -> fail(passwords, "somebody-" + i), i -> fail(passwords, "nobodyyy-" + i));
            compare(
                    rounds,
                    "e-mail",
                    i -> fail(passwords, "somebody-" + i + "@example.org"),
                    i -> fail(passwords, "nobodyyy-" + i + "@example.org"));
            compare(
                    rounds,
                    "register",
                    i -> register(accounts, "somebody-" + i + "@example.org"),
                    i -> register(accounts, "free-%06d@example.org".formatted(newcomers)));
            compare(
                    rounds * 10,
                    "forgotten",
                    i -> resets.requestReset("somebody-" + i, "bench"),
                    i -> resets.requestReset("nobodyyy-" + i, "bench"));
            compare(
                    rounds * 10,
                    "by e-mail",
                    i -> resets.requestReset("somebody-" + i + "@example.org", "bench"),
                    i -> resets.requestReset("nobodyyy-" + i + "@example.org", "bench"));
        }
    }

    private static void fail(PasswordAuthentication passwords, String login) {
        try {
            passwords.signIn(login, "another-password-77", "bench");
            throw new IllegalStateException("a wrong password was right");
        } catch (SignInFailedException expected) {
            // what is measured
        }
    }

    private static void register(AccountService accounts, String email) {
        String name = "newcomer-%06d".formatted(newcomers++);
        accounts.register(new Registration(name, email, "mimosa-trombone-41", Language.EN), "bench");
    }

    private static void compare(int rounds, String what, IntConsumer known, IntConsumer unknown) {
        long[] ofKnown = new long[rounds];
        long[] ofUnknown = new long[rounds];
        int longer = 0;
        for (int i = 0; i < rounds; i++) {
            ofKnown[i] = time(known, i % PEOPLE);
            ofUnknown[i] = time(unknown, i % PEOPLE);
            longer += ofKnown[i] > ofUnknown[i] ? 1 : 0;
        }
        long one = median(ofKnown);
        long other = median(ofUnknown);
        IO.println(String.format(
                Locale.ROOT,
                "%-10s known %.3f ms, unknown %.3f ms, ratio %.3f, longer in %d %% of the times",
                what,
                one / 1e6,
                other / 1e6,
                (double) one / other,
                100 * longer / rounds));
    }

    private static long time(IntConsumer work, int number) {
        long begin = System.nanoTime();
        work.accept(number);
        return System.nanoTime() - begin;
    }

    private static long median(long[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }
}
