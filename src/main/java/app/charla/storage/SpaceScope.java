package app.charla.storage;

import app.charla.core.SpaceId;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/** Tells Hibernate which space the running call works in. Bound by {@link SpaceStore} alone. */
final class SpaceScope implements CurrentTenantIdentifierResolver<SpaceId> {

    private static final ScopedValue<SpaceId> CURRENT = ScopedValue.newInstance();

    /** Spring Data opens sessions while it builds its queries; they name no space and never get a connection. */
    static final SpaceId NOWHERE = new SpaceId(new UUID(0, 0));

    static <T> T in(SpaceId space, Supplier<T> call) {
        return ScopedValue.where(CURRENT, space).call(call::get);
    }

    @Override
    public SpaceId resolveCurrentTenantIdentifier() {
        return CURRENT.orElse(NOWHERE);
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return true;
    }
}
