/** A mention, as MentionedNames.java parses it on the server. */
const MENTION = /(?<![\p{L}\p{M}\p{N}/@])@([\p{L}\p{N}](?:[\p{L}\p{M}\p{N}._-]{0,62}[\p{L}\p{M}\p{N}])?)/gu;

/** A mention of a person, or of everybody in the chat. */
export interface Mention<P> {
  text: string;
  target: P | 'everybody';
}

/** Returns the form of a username in which two are compared. */
export function normalizeUsername(username: string): string {
  return username.normalize('NFKC').toLowerCase();
}

/** Returns all usernames that a text mentions, normalized. */
export function usernamesIn(text: string): string[] {
  return [...text.matchAll(MENTION)].map(([, name]) => normalizeUsername(name));
}

/** Splits a text at its mentions; those for which `find` returns undefined stay text. */
export function splitMentions<P>(
  text: string,
  find: (name: string) => P | 'everybody' | undefined
): (string | Mention<P>)[] {
  const parts: (string | Mention<P>)[] = [];
  let at = 0;
  for (const found of text.matchAll(MENTION)) {
    const target = find(normalizeUsername(found[1]));
    if (target !== undefined) {
      parts.push(text.slice(at, found.index), { text: found[0], target });
      at = found.index + found[0].length;
    }
  }
  return [...parts, text.slice(at)].filter((part) => part !== '');
}
