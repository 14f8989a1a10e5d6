/** As the server reads it; see MentionedNames.java. */
const NAME = /(?<![\p{L}\p{M}\p{N}/@])@([\p{L}\p{N}](?:[\p{L}\p{M}\p{N}._-]{0,62}[\p{L}\p{M}\p{N}])?)/gu;

/** A part of a text that names somebody, or everybody. */
export interface Named<P> {
  text: string;
  whom: P | 'everybody';
}

/** A username as it is compared with what somebody wrote. */
export function folded(username: string): string {
  return username.normalize('NFKC').toLowerCase();
}

/** What a text calls people by, folded. */
export function namesIn(text: string): string[] {
  return [...text.matchAll(NAME)].map(([, name]) => folded(name));
}

/** Takes a text apart where it names somebody who is found. */
export function split<P>(text: string, find: (name: string) => P | 'everybody' | undefined): (string | Named<P>)[] {
  const parts: (string | Named<P>)[] = [];
  let at = 0;
  for (const found of text.matchAll(NAME)) {
    const whom = find(folded(found[1]));
    if (whom !== undefined) {
      parts.push(text.slice(at, found.index), { text: found[0], whom });
      at = found.index + found[0].length;
    }
  }
  return [...parts, text.slice(at)].filter((part) => part !== '');
}
