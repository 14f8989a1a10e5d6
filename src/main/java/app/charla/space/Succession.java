package app.charla.space;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The succession in a space or group without an owner: its first admin, or else its first member, becomes the owner. */
public final class Succession {

    private Succession() {}

    /**
     * Returns the member to become the owner; empty if there is none.
     *
     * @param members in the order they joined
     */
    public static <M> Optional<M> successor(List<M> members, Predicate<M> isAdmin) {
        return members.stream()
                .filter(isAdmin)
                .findFirst()
                .or(() -> members.stream().findFirst());
    }
}
