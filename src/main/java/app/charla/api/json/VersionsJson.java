package app.charla.api.json;

import app.charla.message.MessageVersion;
import java.time.Instant;
import java.util.List;

/** What a message said before it was edited, oldest first. */
public record VersionsJson(List<VersionJson> versions) {

    /** @param writtenAt when these words were sent, or put in the place of others */
    record VersionJson(int version, String text, Instant writtenAt) {}

    public static VersionsJson of(List<MessageVersion> versions) {
        return new VersionsJson(versions.stream()
                .map(each -> new VersionJson(each.version(), each.text(), each.writtenAt()))
                .toList());
    }
}
