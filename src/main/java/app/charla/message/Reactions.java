package app.charla.message;

import app.charla.core.AccountId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All reactions to one message, the oldest first. Immutable. */
record Reactions(List<Each> all) {

    /** That somebody reacted. */
    record Each(String emoji, AccountId account, long at) {}

    /** Those of one moment have an order, too: it is the same wherever they are read. */
    private static final Comparator<Each> OLDEST_FIRST = Comparator.comparingLong(Each::at)
            .thenComparing(Each::emoji)
            .thenComparing(each -> each.account().value());

    static final Reactions NONE = new Reactions(List.of());

    Reactions {
        all = all.stream().sorted(OLDEST_FIRST).toList();
    }

    boolean has(String emoji, AccountId account) {
        return all.stream().anyMatch(each -> is(each, emoji, account));
    }

    boolean has(String emoji) {
        return all.stream().anyMatch(each -> each.emoji().equals(emoji));
    }

    long distinct() {
        return all.stream().map(Each::emoji).distinct().count();
    }

    Reactions with(Each added) {
        var more = new ArrayList<>(all);
        more.add(added);
        return new Reactions(more);
    }

    Reactions without(String emoji, AccountId account) {
        return new Reactions(
                all.stream().filter(each -> !is(each, emoji, account)).toList());
    }

    Reactions without(AccountId account) {
        return new Reactions(
                all.stream().filter(each -> !each.account().equals(account)).toList());
    }

    private static boolean is(Each each, String emoji, AccountId account) {
        return each.emoji().equals(emoji) && each.account().equals(account);
    }

    List<Reaction> toList() {
        Map<String, List<AccountId>> byEmoji = new LinkedHashMap<>();
        for (Each each : all) {
            byEmoji.computeIfAbsent(each.emoji(), emoji -> new ArrayList<>()).add(each.account());
        }
        return byEmoji.entrySet().stream()
                .map(each -> new Reaction(each.getKey(), List.copyOf(each.getValue())))
                .toList();
    }
}
