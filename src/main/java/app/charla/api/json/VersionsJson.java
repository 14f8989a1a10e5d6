package app.charla.api.json;

import app.charla.api.json.PageRequest.Page;
import app.charla.message.MessageVersion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the earlier versions of a message, oldest first.
 *
 * @param next the {@code cursor} of the following page; absent on the last page
 */
public record VersionsJson(
        List<VersionJson> versions, @Nullable String next) {

    /** @param writtenAt when this version was sent or edited */
    record VersionJson(int version, String text, Instant writtenAt) {}

    public static VersionsJson of(List<MessageVersion> versions, PageRequest request) {
        Page<VersionJson> page = request.pageOf(versions, version -> Integer.toString(version.version()))
                .map(version -> new VersionJson(version.version(), version.text(), version.writtenAt()));
        return new VersionsJson(page.entries(), page.next());
    }
}
