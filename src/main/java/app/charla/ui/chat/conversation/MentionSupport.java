package app.charla.ui.chat.conversation;

import app.charla.account.Profile;
import app.charla.chat.GroupService;
import app.charla.core.AccountId;
import app.charla.message.MentionCheck;
import app.charla.message.MentionService;
import app.charla.ui.chat.OpenChat;
import com.vaadin.flow.function.SerializableSupplier;
import java.util.List;
import org.springframework.stereotype.Component;

/** Answers the mention requests of composers. Shared by all tabs; keeps no state. */
@Component
class MentionSupport {

    private final MentionService mentions;
    private final GroupService groups;

    MentionSupport(MentionService mentions, GroupService groups) {
        this.mentions = mentions;
        this.groups = groups;
    }

    /** Returns the source of mentions for the chat that a tab has open. */
    MentionSource in(SerializableSupplier<OpenChat> open) {
        return new MentionSource() {
            @Override
            public List<Candidate> candidates(String typed) {
                return mentions.suggest(open.get().actor(), open.get().chat(), typed).stream()
                        .map(each -> MentionSupport.candidate(each.person(), each.member()))
                        .toList();
            }

            @Override
            public MentionWarning check(String text) {
                MentionCheck check =
                        mentions.check(open.get().actor(), open.get().chat(), text);
                return new MentionWarning(
                        check.everybody(),
                        check.outsiders().stream()
                                .map(person -> MentionSupport.candidate(person, false))
                                .toList());
            }

            @Override
            public void addMembers(List<String> people) {
                groups.add(
                        open.get().actor(),
                        open.get().chat(),
                        people.stream().map(AccountId::parse).toList());
            }
        };
    }

    private static MentionSource.Candidate candidate(Profile person, boolean member) {
        return new MentionSource.Candidate(person.id().toString(), person.username(), person.name(), member);
    }
}
