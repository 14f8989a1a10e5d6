package app.charla.space;

import app.charla.account.DormantAccounts;
import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.core.AccountId;
import app.charla.core.SpaceId;
import app.charla.core.UnavailableException;
import app.charla.storage.DatabaseAddress;
import app.charla.storage.SpaceFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Loads the database of a new space from a file that was uploaded and checked. Repeatable until the space is ready. */
@Component
class SpaceRestoring {

    private final SpaceFiles files;
    private final ProfileDirectory profiles;
    private final DormantAccounts dormant;

    SpaceRestoring(SpaceFiles files, ProfileDirectory profiles, DormantAccounts dormant) {
        this.files = files;
        this.profiles = profiles;
        this.dormant = dormant;
    }

    /**
     * Loads the file into the database, with its accounts replaced by those of this installation.
     *
     * @return the members of the space and their roles
     */
    Map<AccountId, SpaceRole> load(SpaceId space, DatabaseAddress address, AccountId restorer, String upload) {
        Path work = files.workFolder().resolve("work-" + space + ".db");
        try {
            Files.copy(files.workFolder().resolve(upload), work, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UnavailableException(failure);
        }
        var roles = new LinkedHashMap<AccountId, SpaceRole>();
        try (SpaceFile file = SpaceFile.open(work)) {
            List<SpaceFile.Person> people = file.people();
            Map<AccountId, AccountId> replacements = mapAccounts(space, restorer, people);
            for (SpaceFile.Person person : people) {
                if (person.role() != null) {
                    roles.put(replacements.getOrDefault(person.id(), person.id()), person.role());
                }
            }
            file.replaceAccounts(replacements);
        }
        files.load(space, address, work);
        return roles;
    }

    /** Returns the account in this installation of each person of the file; no two are the same. */
    private Map<AccountId, AccountId> mapAccounts(SpaceId space, AccountId restorer, List<SpaceFile.Person> people) {
        Profile own = profiles.getById(restorer);
        var mapped = new LinkedHashMap<AccountId, AccountId>();
        Set<AccountId> taken = new HashSet<>();
        for (SpaceFile.Person person : people) { // known accounts first, so that nobody else takes them
            boolean known = !person.username().isEmpty() && dormant.exists(person.id(), person.username());
            if (known && taken.add(person.id())) {
                mapped.put(person.id(), person.id());
            }
        }
        for (SpaceFile.Person person : people) {
            if (!mapped.containsKey(person.id()) && person.username().equals(own.username()) && taken.add(restorer)) {
                mapped.put(person.id(), restorer);
            }
        }
        for (SpaceFile.Person person : people) {
            if (!mapped.containsKey(person.id())) {
                mapped.put(
                        person.id(),
                        dormant.getOrCreate(
                                person.id(), substitute(space, person.id()), person.username(), person.name()));
            }
        }
        return mapped;
    }

    /** Derived from both ids, so that a repeated load creates no account twice. */
    private static AccountId substitute(SpaceId space, AccountId original) {
        String seed = space + ":" + original;
        return new AccountId(UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)));
    }

    /** Deletes an uploaded file. */
    void deleteUpload(String upload) {
        new SpaceArchive(files.workFolder().resolve(upload), upload).close();
    }

    /** Deletes files that an earlier process left behind. Called before anything uses the folder. */
    void deleteUnneeded(Set<String> needed) {
        try (Stream<Path> paths = Files.list(files.workFolder())) {
            paths.map(path -> path.getFileName().toString())
                    .filter(name -> !needed.contains(name))
                    .toList()
                    .forEach(this::deleteUpload);
        } catch (IOException failure) {
            throw new UnavailableException(failure);
        }
    }
}
