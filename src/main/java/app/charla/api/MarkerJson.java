package app.charla.api;

import app.charla.chat.Membership;

/** How far the caller has read a chat, and whether it is quiet for them. */
record MarkerJson(String chatId, long readSeq, boolean muted) {

    static MarkerJson of(Membership membership) {
        return new MarkerJson(membership.chat().toString(), membership.readSeq(), membership.muted());
    }
}
