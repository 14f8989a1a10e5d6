package app.charla.message;

import app.charla.chat.Chat;
import app.charla.core.Actor;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** All send policies of the program: asks one after another until one refuses. */
@Service
public class SendPolicies {

    private final List<SendPolicy> policies;

    SendPolicies(List<SendPolicy> policies) {
        this.policies = policies;
    }

    /** Returns why the actor may send nothing to a chat that they see now; empty if they may. For pages with a composer. */
    public Optional<RuntimeException> refusal(Actor actor, Chat chat) {
        return policies.stream()
                .flatMap(policy -> policy.refusal(actor, chat).stream())
                .findFirst();
    }

    /** Throws the first refusal of a text, if there is one. */
    void check(Actor actor, Chat chat, String text) {
        for (SendPolicy policy : policies) {
            Optional<RuntimeException> refusal = policy.refusal(actor, chat, text);
            if (refusal.isPresent()) {
                throw refusal.get();
            }
        }
    }
}
