package app.charla.space;

import app.charla.core.AccountId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of a space.
 *
 * @param invite the invite by which they joined; null for none
 */
public record SpaceMember(
        AccountId account,
        SpaceRole role,
        Instant joinedAt,
        @Nullable UUID invite) {}
