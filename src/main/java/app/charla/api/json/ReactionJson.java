package app.charla.api.json;

import java.util.List;

/** One way in which people reacted to a message, and who did, in the order in which they did. */
record ReactionJson(String emoji, int count, List<PersonJson> people) {}
