package app.charla.space;

import app.charla.account.AccountService;
import app.charla.account.Preferences.Language;
import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.InvalidException;
import app.charla.core.UnavailableException;
import app.charla.space.SpaceCreation.Requested;
import app.charla.storage.ForeignFileException;
import app.charla.storage.SpaceFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Download and restore of spaces as files, with all messages and their authors. Owners download a space; anyone restores a
 * new space from such a file.
 *
 * @see <a href="../../../../../docs/decisions/016-space-export-and-restore.md">decision 016</a>
 */
@Service
public class SpaceArchives {

    private final SpaceService spaces;
    private final SpaceMembers members;
    private final SpaceCreation creation;
    private final SpaceFiles files;
    private final AccountService accounts;
    private final ProfileDirectory directory;
    private final SpaceProperties settings;

    SpaceArchives(
            SpaceService spaces,
            SpaceMembers members,
            SpaceCreation creation,
            SpaceFiles files,
            AccountService accounts,
            ProfileDirectory directory,
            SpaceProperties settings) {
        this.spaces = spaces;
        this.members = members;
        this.creation = creation;
        this.files = files;
        this.accounts = accounts;
        this.directory = directory;
        this.settings = settings;
    }

    /**
     * Returns a snapshot of the space as one file, without blocking writers. Owners only. The caller closes it.
     *
     * @throws UnavailableException if the database does not answer, or the disk is full
     */
    public SpaceArchive download(Actor actor) {
        spaces.requireOwner(actor);
        Path path = files.workFolder().resolve("out-" + UUID.randomUUID() + ".db");
        var archive = new SpaceArchive(path, spaces.space(actor).slug() + ".charla.db");
        try {
            files.copy(actor.space(), path);
            try (SpaceFile file = SpaceFile.open(path)) {
                file.writePeople(people(actor, file.accounts()));
            }
            return archive;
        } catch (RuntimeException failure) {
            archive.close();
            throw failure;
        }
    }

    private List<SpaceFile.Person> people(Actor actor, Set<AccountId> referenced) {
        Map<AccountId, SpaceRole> roles =
                members.members(actor).stream().collect(Collectors.toMap(SpaceMember::account, SpaceMember::role));
        var all = new LinkedHashSet<>(roles.keySet());
        all.addAll(referenced);
        Map<AccountId, Profile> profiles = directory.findByIds(all);
        return all.stream()
                .map(id -> {
                    @Nullable Profile profile = profiles.get(id);
                    return profile == null
                            ? new SpaceFile.Person(id, "", "", null)
                            : new SpaceFile.Person(id, profile.username(), profile.name(), roles.get(id));
                })
                .toList();
    }

    /** Returns the maximum size in bytes of a file to {@link #restore}. */
    public long maxUploadBytes() {
        return settings.largestUpload().toBytes();
    }

    /**
     * Requests a space with the content of a downloaded file. The actor becomes an owner; the space is provisioned like
     * any other.
     *
     * @param name its name
     * @param color {@code #rrggbb}
     * @param file read to its end, not closed
     * @param requestKey as in {@link SpaceCreation#request}
     * @throws InvalidException if the file is too large, damaged, or not a downloaded space
     */
    public Requested restore(
            AccountId actor, String name, String color, InputStream file, @Nullable String requestKey) {
        Language language = accounts.account(actor).preferences().language();
        var request = new SpaceRequest(name, color, SpaceSettings.defaults(language), List.of());
        Path path = files.workFolder().resolve("in-" + UUID.randomUUID() + ".db");
        boolean kept = false;
        try {
            copyLimited(file, path);
            validate(path);
            SpaceSpec spec = SpaceSpec.of(request).withUpload(path.getFileName().toString());
            Requested requested = creation.request(actor, request, requestKey, spec);
            kept = requested.created();
            return requested;
        } catch (IOException failure) {
            throw new UnavailableException(failure);
        } finally {
            if (!kept) {
                new SpaceArchive(path, name).close();
            }
        }
    }

    private void copyLimited(InputStream file, Path path) throws IOException {
        long remaining = maxUploadBytes();
        byte[] buffer = new byte[64 * 1024];
        try (OutputStream out = Files.newOutputStream(path)) {
            for (int count = file.read(buffer); count >= 0; count = file.read(buffer)) {
                remaining -= count;
                if (remaining < 0) {
                    throw new InvalidException(
                            "file", "space.file.size", settings.largestUpload().toMegabytes());
                }
                out.write(buffer, 0, count);
            }
        }
    }

    private void validate(Path path) {
        try {
            files.check(path, Set.of(SpaceFile.MEMBER_TABLE));
            try (SpaceFile file = SpaceFile.open(path)) {
                file.validate();
            }
        } catch (ForeignFileException foreign) {
            throw new InvalidException("file", "space.file");
        }
    }
}
