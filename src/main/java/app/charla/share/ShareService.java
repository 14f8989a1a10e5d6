package app.charla.share;

import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.chat.Chat;
import app.charla.chat.Chat.Kind;
import app.charla.chat.ChatService;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.crypto.SecretToken;
import app.charla.message.Message;
import app.charla.message.MessageHistory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Share links to messages, which anybody with the link can read. In chats that are not public, the other authors must
 * consent first.
 *
 * @see <a href="../../../../../docs/decisions/019-deletion-export-and-share-links.md">decision 019</a>
 */
@Service
public class ShareService {

    /** The maximum number of messages of a share. */
    public static final int MAX_MESSAGES = 20;

    /** The maximum life of a share, in days. */
    public static final int MAX_DAYS = 90;

    private static final int TOKEN_BYTES = 24;

    private final ShareRepository shares;
    private final ConsentRepository consents;
    private final ChatService chats;
    private final MessageHistory history;
    private final ProfileDirectory profiles;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ShareService(
            ShareRepository shares,
            ConsentRepository consents,
            ChatService chats,
            MessageHistory history,
            ProfileDirectory profiles,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.shares = shares;
        this.consents = consents;
        this.chats = chats;
        this.history = history;
        this.profiles = profiles;
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Shares a range of messages of a chat for some days.
     *
     * @param first the sequence number of the first message
     * @param last that of the last; at most {@link #MAX_MESSAGES} in all
     * @param days 1–90
     * @throws NotFoundException if the actor may not see the chat
     * @throws InvalidException if the range is empty or too long, or the number of days out of range
     */
    public IssuedShare share(Actor actor, ChatId id, long first, long last, int days) {
        if (days < 1 || days > MAX_DAYS) {
            throw new InvalidException("days", "share.days", MAX_DAYS);
        }
        Chat chat = chats.visible(actor, id);
        List<Message> visible = visibleMessages(actor, id, first, last);
        if (visible.isEmpty()) {
            throw new InvalidException("last", "share.empty");
        }
        Set<AccountId> authors = chat.kind() == Kind.PUBLIC
                ? Set.of()
                : visible.stream()
                        .map(Message::sender)
                        .filter(author -> !author.equals(actor.account()))
                        .collect(Collectors.toSet());
        SecretToken token = SecretToken.random(TOKEN_BYTES);
        Instant now = clock.instant();
        var share = new Share(
                UuidVersion7Strategy.INSTANCE.generateUuid(null),
                actor.account(),
                actor.space(),
                id,
                first,
                last,
                now,
                now.plus(Duration.ofDays(days)),
                authors.size());
        transactions.executeWithoutResult(status -> {
            shares.save(new ShareEntity(share, token.digest()));
            authors.forEach(author -> consents.save(new ConsentEntity(share.id(), author)));
        });
        authors.forEach(this::publishRequestsChanged);
        return new IssuedShare(share, token.text());
    }

    private List<Message> visibleMessages(Actor actor, ChatId chat, long first, long last) {
        if (first < 1 || last < first || last - first >= MAX_MESSAGES) {
            throw new InvalidException("last", "share.range", MAX_MESSAGES);
        }
        return history.after(actor, chat, first - 1, (int) (last - first + 1)).messages().stream()
                .filter(message -> message.seq() <= last)
                .filter(message -> message.kind() == Message.Kind.TEXT && !message.deleted())
                .toList();
    }

    /**
     * Returns the current messages of a share link. For anybody, without signing in.
     *
     * @throws NotFoundException if it has expired or was revoked, if a consent is missing, if no message is left, or if the
     *     account that shared them may no longer see the chat
     */
    public SharedPage open(String token) {
        ShareEntity found = shares.findByTokenHash(SecretToken.digest(token))
                .filter(share -> !share.isExpired(clock.instant()))
                .orElseThrow(NotFoundException::new);
        Share share = share(found);
        if (share.awaited() > 0) {
            throw new NotFoundException();
        }
        var actor = new Actor(share.space(), share.by());
        List<Message> visible = visibleMessages(actor, share.chat(), share.firstSeq(), share.lastSeq());
        if (visible.isEmpty()) {
            throw new NotFoundException();
        }
        Map<AccountId, Profile> people =
                profiles.findByIds(visible.stream().map(Message::sender).toList());
        return new SharedPage(
                visible.stream().map(message -> toShared(message, people)).toList(), share.expiresAt());
    }

    private static SharedPage.SharedMessage toShared(Message message, Map<AccountId, Profile> people) {
        Profile author = people.get(message.sender());
        String name = author == null ? "" : author.name();
        String action = message.action();
        String text = action == null ? message.text() : name + " " + action;
        return new SharedPage.SharedMessage(name, text, message.sentAt(), message.editedAt() != null);
    }

    /** Returns the actor's own shares that have not expired, newest first. */
    public List<Share> shares(AccountId actor) {
        return shares.findByAccountIdOrderByCreatedAtDesc(actor.value()).stream()
                .filter(share -> !share.isExpired(clock.instant()))
                .map(this::share)
                .toList();
    }

    private Share share(ShareEntity entity) {
        return entity.toShare(consents.countByShareIdAndAgreedAtIsNull(entity.getId()));
    }

    /**
     * Revokes a share; its link stops working at once.
     *
     * @throws NotFoundException if the actor has no such share
     */
    public void revoke(AccountId actor, UUID id) {
        delete(shares.findById(id).filter(share -> share.isOwnedBy(actor)).orElseThrow(NotFoundException::new));
    }

    private void delete(ShareEntity share) {
        List<ConsentEntity> requested = consents.findByShareId(share.getId());
        shares.delete(share);
        requested.stream().map(ConsentEntity::account).forEach(this::publishRequestsChanged);
    }

    private void publishRequestsChanged(AccountId author) {
        events.publishEvent(new ShareRequestsChanged(author));
    }

    /** Returns the number of open {@linkplain #requests} for the actor's consent. */
    public int countRequests(AccountId actor) {
        return consents.countPending(actor.value(), clock.instant());
    }

    /** Returns the shares of others that wait for the actor's consent. */
    public List<Share> requests(AccountId actor) {
        return shares.findPending(actor.value()).stream()
                .filter(share -> !share.isExpired(clock.instant()))
                .map(this::share)
                .toList();
    }

    /**
     * Returns the texts of the actor's own messages in a share.
     *
     * @throws NotFoundException if the actor may not see the chat
     */
    public List<String> ownTexts(AccountId actor, Share share) {
        var who = new Actor(share.space(), actor);
        return visibleMessages(who, share.chat(), share.firstSeq(), share.lastSeq()).stream()
                .filter(message -> message.sender().equals(actor))
                .map(Message::text)
                .toList();
    }

    /**
     * Consents to a share. The consent can be withdrawn at any time by {@link #refuse}.
     *
     * @throws NotFoundException if the actor's consent was not requested
     */
    public void consent(AccountId actor, UUID id) {
        transactions.executeWithoutResult(status -> find(actor, id).agree(clock.instant()));
        publishRequestsChanged(actor);
    }

    /**
     * Refuses consent, which deletes the share.
     *
     * @throws NotFoundException if the actor's consent was not requested
     */
    public void refuse(AccountId actor, UUID id) {
        Objects.requireNonNull(find(actor, id));
        shares.findById(id).ifPresent(this::delete);
    }

    private ConsentEntity find(AccountId actor, UUID id) {
        return consents.findById(new ConsentEntity.Key(id, actor.value())).orElseThrow(NotFoundException::new);
    }

    /** Deletes expired shares. */
    @Scheduled(fixedDelay = 6, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void deleteExpired() {
        transactions.executeWithoutResult(status -> shares.deleteExpired(clock.instant()));
    }
}
