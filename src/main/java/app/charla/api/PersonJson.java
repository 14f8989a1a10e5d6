package app.charla.api;

import app.charla.account.Profile;
import app.charla.core.AccountId;

/** A person as everybody may know them. */
record PersonJson(String id, String username, String name) {

    static PersonJson of(Profile profile) {
        return new PersonJson(profile.id().toString(), profile.username(), profile.name());
    }

    /** Somebody whose account is no more. */
    static PersonJson gone(AccountId id) {
        return new PersonJson(id.toString(), "", "");
    }
}
