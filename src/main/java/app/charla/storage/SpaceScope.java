package app.charla.storage;

import app.charla.core.SpaceId;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/** Tenant resolver: the space that the running call works in, bound by {@link SpaceStore} only. */
final class SpaceScope implements CurrentTenantIdentifierResolver<SpaceId> {

    private static final ScopedValue<SpaceId> CURRENT = ScopedValue.newInstance();

    /** Tenant of the sessions that Spring Data opens while it builds queries; it never gets a connection. */
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
