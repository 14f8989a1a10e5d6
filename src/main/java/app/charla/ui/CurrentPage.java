package app.charla.ui;

import com.vaadin.flow.router.Location;
import java.util.List;
import java.util.Optional;

/** What an address of the signed-in part shows: the list of a space's chats, a chat, or another page. */
public record CurrentPage(List<String> segments) {

    public static CurrentPage of(Location location) {
        return new CurrentPage(location.getSegments());
    }

    /** The slug of the space, if the address names one. */
    public Optional<String> space() {
        return segments.size() > 1 && segments.getFirst().equals("s") ? Optional.of(segments.get(1)) : Optional.empty();
    }

    public boolean isChat() {
        return space().isPresent() && segments.size() > 3;
    }

    /** A page beside the list, which a telephone shows instead of it. */
    public boolean isPage() {
        return space().isEmpty() || segments.size() == 3;
    }

    /** Whether the address begins like that. */
    public boolean isUnder(String first) {
        return segments.getFirst().equals(first);
    }
}
