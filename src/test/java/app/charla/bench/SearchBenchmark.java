package app.charla.bench;

import app.charla.CharlaApplication;
import app.charla.account.AccountService;
import app.charla.account.Preferences.Language;
import app.charla.account.Registration;
import app.charla.chat.GroupService;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.message.MessageDraft;
import app.charla.message.MessageService;
import app.charla.search.SearchOrder;
import app.charla.search.SearchRequest;
import app.charla.search.SearchResults;
import app.charla.search.SearchService;
import app.charla.space.SpaceService;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Duration of searches among many messages in twenty groups, rights checked, no HTTP; and how long the index takes
 * and how much room. One line a kind of question: p50 and p95 of the first page of 20, and how many were found.
 *
 * <p>{@code SearchBenchmark [messages=1000000] [repeats=200]}
 */
public final class SearchBenchmark {

    private static final int GROUPS = 20;
    private static final int PEOPLE = 16;
    private static final String COMMON_WORD = "verano";

    private record Place(List<Actor> people, List<ChatId> chats) {}

    private SearchBenchmark() {}

    public static void main(String[] args) throws Exception {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int repeats = args.length > 1 ? Integer.parseInt(args[1]) : 200;
        Path folder = Files.createTempDirectory("charla-bench");
        Place place;
        try (var app = start(folder)) {
            place = furnish(app);
        }
        Path file = folder.resolve("spaces").resolve(place.people().getFirst().space() + ".db");
        fill(file, place, count);
        System.out.println("file without index: " + Files.size(file) / 1_000_000 + " MB");
        try (var app = start(folder)) {
            index(app, place, file);
            measure(app.getBean(SearchService.class), place, repeats);
        }
    }

    private static ConfigurableApplicationContext start(Path folder) {
        return SpringApplication.run(
                CharlaApplication.class,
                "--server.port=0",
                "--charla.storage.data-dir=" + folder,
                "--charla.rate-limits=off");
    }

    private static Place furnish(ConfigurableApplicationContext app) {
        var people = new ArrayList<Actor>();
        for (int i = 0; i < PEOPLE; i++) {
            var registration = new Registration("sender-" + i, null, "mimosa-trombone-41", Language.EN);
            people.add(app.getBean(SpaceService.class)
                    .enterHome(app.getBean(AccountService.class)
                            .register(registration, "bench")
                            .id()));
        }
        List<AccountId> all = people.stream().map(Actor::account).toList();
        var chats = new ArrayList<ChatId>();
        for (int i = 0; i < GROUPS; i++) {
            chats.add(app.getBean(GroupService.class)
                    .create(people.getFirst(), "bench " + i, i % 2 == 0 ? all : List.of(), null)
                    .chat()
                    .id());
        }
        return new Place(people, chats);
    }

    private static void fill(Path file, Place place, int count) throws SQLException {
        var random = new Random(1);
        String[] words = new String[30_000];
        Arrays.setAll(words, i -> i == 0 ? COMMON_WORD : word(random));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var line =
                        connection.prepareStatement("insert into message (id, chat_id, seq, sender_id, client_id, kind,"
                                + " text, sent_at, version) values (?, ?, ?, ?, ?, 'TEXT', ?, ?, 0)");
                var journal =
                        connection.prepareStatement("insert into journal (position, kind, chat_id, message_id, at)"
                                + " values (?, 'MESSAGE', ?, ?, ?)")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < count; i++) {
                long id = 10_000L + i;
                byte[] chat = bytes(place.chats().get(i % GROUPS).value());
                line.setLong(1, id);
                line.setBytes(2, chat);
                line.setLong(3, 10 + i / GROUPS);
                line.setBytes(
                        4,
                        bytes(place.people()
                                .get(random.nextInt(PEOPLE))
                                .account()
                                .value()));
                line.setString(5, "c" + i);
                line.setString(6, text(random, words, i));
                line.setLong(7, 1_700_000_000_000L + i * 1000L);
                line.addBatch();
                journal.setLong(1, id);
                journal.setBytes(2, chat);
                journal.setLong(3, id);
                journal.setLong(4, 1_700_000_000_000L + i * 1000L);
                journal.addBatch();
                if (i % 1000 == 999) {
                    execute(line, journal);
                }
            }
            execute(line, journal);
            connection.commit();
        }
    }

    private static void execute(PreparedStatement... statements) throws SQLException {
        for (PreparedStatement statement : statements) {
            statement.executeBatch();
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static String word(Random random) {
        var word = new StringBuilder();
        int syllables = 2 + random.nextInt(3);
        for (int i = 0; i < syllables; i++) {
            word.append("bcdfglmnprstvz".charAt(random.nextInt(14))).append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }

    /** The earlier a word stands in the list, the more often it is said. */
    private static String text(Random random, String[] words, int i) {
        var text = new StringBuilder();
        int length = 4 + random.nextInt(14);
        for (int word = 0; word < length; word++) {
            double at = random.nextDouble();
            text.append(words[(int) (at * at * at * words.length)]).append(' ');
        }
        if (i % 100 == 0) {
            text.append("https://example.org/").append(i);
        }
        if (i % 500 == 0) {
            text.append(" 今日は天気");
        }
        if (i % 50_000 == 0) {
            text.append(" extraordinario");
        }
        return text.toString();
    }

    private static void index(ConfigurableApplicationContext app, Place place, Path file) throws Exception {
        long began = System.nanoTime();
        MessageService messages = app.getBean(MessageService.class);
        Actor ana = place.people().getFirst();
        messages.send(ana, place.chats().getFirst(), new MessageDraft("last", "hola"));
        long before;
        do {
            before = Files.getLastModifiedTime(Path.of(file + "-wal")).toMillis();
            Thread.sleep(4_000);
        } while (Files.getLastModifiedTime(Path.of(file + "-wal")).toMillis() != before);
        System.out.printf(
                "indexed in %d s; file with index: %d MB%n",
                (System.nanoTime() - began) / 1_000_000_000 - 4, Files.size(file) / 1_000_000);
    }

    private static void measure(SearchService search, Place place, int repeats) {
        var questions = Map.of(
                "rare word", "extraordinario",
                "common word", COMMON_WORD,
                "two, common", "ba",
                "substring", "raordin",
                "URL", "https://example.org/700000",
                "from: has:", "from:sender-3 has:link",
                "two, absent", "zq",
                "CJK", "天気",
                "CJK, none", "鯨",
                "absent word", "zanahoriado");
        questions.forEach((name, question) -> measure(search, place, name, question, repeats));
    }

    private static void measure(SearchService search, Place place, String name, String question, int repeats) {
        double[] millis = new double[repeats];
        SearchResults results = new SearchResults(List.of(), null);
        for (int i = 0; i < repeats; i++) {
            Actor reader = place.people().get(i % PEOPLE);
            long began = System.nanoTime();
            results = search.search(
                    reader, new SearchRequest(question, null, SearchOrder.NEWEST, null, 20, ZoneOffset.UTC));
            millis[i] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf(
                "%-12s p50 %.1f ms, p95 %.1f ms, %d hits%s%n",
                name,
                millis[repeats / 2],
                millis[repeats * 95 / 100],
                results.hits().size(),
                results.next() == null ? "" : ", more");
    }
}
