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

/** Fills the database of a new space from a file that was uploaded and checked. May be repeated until it is ready. */
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
     * Loads the file.
     *
     * @return who belongs to the space, and as what
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
            Map<AccountId, AccountId> here = mapAccounts(space, restorer, people);
            for (SpaceFile.Person person : people) {
                if (person.role() != null) {
                    roles.put(here.getOrDefault(person.id(), person.id()), person.role());
                }
            }
            file.replaceAccounts(here);
        }
        files.load(space, address, work);
        return roles;
    }

    /** Who the people of the file are here; no two the same. */
    private Map<AccountId, AccountId> mapAccounts(SpaceId space, AccountId restorer, List<SpaceFile.Person> people) {
        Profile own = profiles.getById(restorer);
        var here = new LinkedHashMap<AccountId, AccountId>();
        Set<AccountId> taken = new HashSet<>();
        for (SpaceFile.Person person : people) { // first who is known, so that nobody else takes their place
            boolean known = !person.username().isEmpty() && dormant.exists(person.id(), person.username());
            if (known && taken.add(person.id())) {
                here.put(person.id(), person.id());
            }
        }
        for (SpaceFile.Person person : people) {
            if (!here.containsKey(person.id()) && person.username().equals(own.username()) && taken.add(restorer)) {
                here.put(person.id(), restorer);
            }
        }
        for (SpaceFile.Person person : people) {
            if (!here.containsKey(person.id())) {
                here.put(
                        person.id(),
                        dormant.getOrCreate(
                                person.id(), substitute(space, person.id()), person.username(), person.name()));
            }
        }
        return here;
    }

    /** The same each time: what is interrupted makes nobody twice. */
    private static AccountId substitute(SpaceId space, AccountId original) {
        String both = space + ":" + original;
        return new AccountId(UUID.nameUUIDFromBytes(both.getBytes(StandardCharsets.UTF_8)));
    }

    /** The space is there: the file is no longer needed. */
    void deleteUpload(String upload) {
        new SpaceArchive(files.workFolder().resolve(upload), upload).close();
    }

    /** Removes what lies about since the process ended in the middle of something. Called before anything begins. */
    void deleteUnneeded(Set<String> needed) {
        try (Stream<Path> left = Files.list(files.workFolder())) {
            left.map(path -> path.getFileName().toString())
                    .filter(name -> !needed.contains(name))
                    .toList()
                    .forEach(this::deleteUpload);
        } catch (IOException failure) {
            throw new UnavailableException(failure);
        }
    }
}
