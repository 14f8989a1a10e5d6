package app.charla.api.chat;

import app.charla.api.json.ApiPaths;
import app.charla.api.json.Require;
import app.charla.chat.Chat;
import app.charla.chat.DraftService;
import app.charla.chat.SavedDraft;
import app.charla.core.Actor;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's draft in a chat, shared by all their devices. */
@RestController
@RequestMapping(ApiPaths.CHAT + "/draft")
class DraftController {

    private final DraftService draftService;
    private final Clock clock;

    DraftController(DraftService draftService, Clock clock) {
        this.draftService = draftService;
        this.clock = clock;
    }

    /**
     * The text of a draft.
     *
     * @param writtenAt by the device's clock; defaults to now. A draft older than the stored one is ignored
     */
    record DraftChange(
            @Schema(maxLength = DraftService.MAX_LENGTH) String text,
            @Nullable Instant writtenAt) {
        DraftChange {
            Require.required("text", text);
        }
    }

    /** The stored draft; its text is empty if there is none. */
    record DraftJson(String text, Instant writtenAt) {
        static DraftJson of(SavedDraft draft) {
            return new DraftJson(draft.text(), draft.writtenAt());
        }
    }

    @GetMapping
    DraftJson draft(Actor actor, Chat chat) {
        return DraftJson.of(draftService.draft(actor, chat.id()));
    }

    @PutMapping
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "429")
    DraftJson save(Actor actor, Chat chat, @RequestBody DraftChange draft) {
        Instant at = Objects.requireNonNullElseGet(draft.writtenAt(), clock::instant);
        return DraftJson.of(draftService.save(actor, chat.id(), draft.text(), at));
    }
}
