package app.charla.space;

import app.charla.core.AccountId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a space.
 *
 * @param invite by which they came, if by one
 */
public record SpaceMember(
        AccountId account,
        SpaceRole role,
        Instant joinedAt,
        @Nullable UUID invite) {}
