package app.charla.ui;

import com.vaadin.flow.router.Location;
import java.util.List;
import java.util.Optional;

/** The page that an address of the signed-in part leads to: a space's chat list, a chat, or another page. */
public record CurrentPage(List<String> segments) {

    public static CurrentPage of(Location location) {
        return new CurrentPage(location.getSegments());
    }

    /** Returns the slug of the space, if the address names one. */
    public Optional<String> space() {
        return segments.size() > 1 && segments.getFirst().equals("s") ? Optional.of(segments.get(1)) : Optional.empty();
    }

    public boolean isChat() {
        return space().isPresent() && segments.size() > 3;
    }

    /** Returns whether this is a page beside the chat list, which a phone shows instead of it. */
    public boolean isPage() {
        return space().isEmpty() || segments.size() == 3;
    }

    /** Returns whether the address begins with a segment. */
    public boolean isUnder(String segment) {
        return segments.getFirst().equals(segment);
    }
}
