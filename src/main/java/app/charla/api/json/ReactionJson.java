package app.charla.api.json;

import java.util.List;

/** An emoji reaction to a message, and the people who reacted with it, in that order. */
record ReactionJson(String emoji, int count, List<PersonJson> people) {}
