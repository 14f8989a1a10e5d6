package app.charla.space;

import app.charla.account.Preferences.Language;
import app.charla.space.SpaceSettings.Joining;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The row of settings in the database of a space. Called inside {@link app.charla.storage.SpaceStore#read} or
 * {@code write}. Native SQL, because the entities of this package belong to the directory.
 */
@Component
class SettingsTable {

    @PersistenceContext(unitName = "space")
    @SuppressWarnings("NullAway.Init")
    private EntityManager space;

    Optional<SpaceSettings> find() {
        return space.createNativeQuery(
                        "select welcome, language, joining, retention_days, previews from settings", Object[].class)
                .getResultStream()
                .findFirst()
                .map(SettingsTable::settings);
    }

    private static SpaceSettings settings(Object row) {
        var columns = (Object[]) row;
        return new SpaceSettings(
                (String) columns[0],
                Language.valueOf((String) columns[1]),
                Joining.valueOf((String) columns[2]),
                columns[3] == null ? null : ((Number) columns[3]).intValue(),
                ((Number) columns[4]).intValue() != 0);
    }

    void save(SpaceSettings settings) {
        space.createNativeQuery("""
                        insert or replace into settings (id, welcome, language, joining, retention_days, previews)
                        values (1, :welcome, :language, :joining, nullif(:days, 0), :previews)""")
                .setParameter("welcome", settings.welcome())
                .setParameter("language", settings.language().name())
                .setParameter("joining", settings.joining().name())
                .setParameter("days", settings.retentionDays() == null ? 0 : settings.retentionDays())
                .setParameter("previews", settings.previews() ? 1 : 0)
                .executeUpdate();
    }
}
