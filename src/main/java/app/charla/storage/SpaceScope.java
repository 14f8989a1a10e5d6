package app.charla.storage;

import app.charla.core.SpaceId;
import java.util.function.Supplier;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/** Tells Hibernate which space the running call works in. Bound by {@link SpaceStore} alone. */
final class SpaceScope implements CurrentTenantIdentifierResolver<SpaceId> {

    private static final ScopedValue<SpaceId> CURRENT = ScopedValue.newInstance();

    static <T> T in(SpaceId space, Supplier<T> call) {
        return ScopedValue.where(CURRENT, space).call(call::get);
    }

    @Override
    public SpaceId resolveCurrentTenantIdentifier() {
        return CURRENT.orElseThrow(
                () -> new IllegalStateException("a space's database is reached through SpaceStore only"));
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return true;
    }
}
