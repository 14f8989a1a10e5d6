package app.charla.message;

import app.charla.core.AccountId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All reactions to one message, oldest first, each account once with an emoji. Immutable. */
record Reactions(List<Entry> all) {

    /**
     * One account's reaction with one emoji.
     *
     * @param at in milliseconds since 1970
     */
    record Entry(String emoji, AccountId account, long at) {}

    /** Reactions of the same millisecond are ordered, too, so that every reader sees the same order. */
    private static final Comparator<Entry> OLDEST_FIRST = Comparator.comparingLong(Entry::at)
            .thenComparing(Entry::emoji)
            .thenComparing(entry -> entry.account().value());

    static final Reactions NONE = new Reactions(List.of());

    Reactions {
        var seen = new HashSet<List<Object>>();
        all = all.stream()
                .sorted(OLDEST_FIRST)
                .filter(entry -> seen.add(List.of(entry.emoji(), entry.account())))
                .toList();
    }

    boolean has(String emoji, AccountId account) {
        return all.stream().anyMatch(entry -> is(entry, emoji, account));
    }

    boolean has(String emoji) {
        return all.stream().anyMatch(entry -> entry.emoji().equals(emoji));
    }

    long distinctCount() {
        return all.stream().map(Entry::emoji).distinct().count();
    }

    Reactions with(Entry added) {
        var entries = new ArrayList<>(all);
        entries.add(added);
        return new Reactions(entries);
    }

    Reactions without(String emoji, AccountId account) {
        return new Reactions(
                all.stream().filter(entry -> !is(entry, emoji, account)).toList());
    }

    Reactions without(AccountId account) {
        return new Reactions(
                all.stream().filter(entry -> !entry.account().equals(account)).toList());
    }

    private static boolean is(Entry entry, String emoji, AccountId account) {
        return entry.emoji().equals(emoji) && entry.account().equals(account);
    }

    List<Reaction> toList() {
        Map<String, List<AccountId>> byEmoji = new LinkedHashMap<>();
        for (Entry entry : all) {
            byEmoji.computeIfAbsent(entry.emoji(), emoji -> new ArrayList<>()).add(entry.account());
        }
        return byEmoji.entrySet().stream()
                .map(each -> new Reaction(each.getKey(), List.copyOf(each.getValue())))
                .toList();
    }
}
