import { characterBefore, isWithoutSpaces, isWord } from './scripts.ts';

/** A username: the characters that Username.java allows, of which 64 UTF-16 units are searched. */
const USERNAME = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}._-]*[\p{L}\p{M}\p{N}])?/u;
const MAX_LENGTH = 64;
const MARK = /^\p{M}/u;
const LOCAL_PART = /(?<![\p{L}\p{M}\p{N}])[A-Za-z0-9][A-Za-z0-9._+-]*$/gu;
const DOMAIN = /[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,63}){0,8}\.[A-Za-z]{2,63}/y;

/** A mention of a person, or of everybody in the chat. */
export interface Mention<P> {
  text: string;
  target: P | 'everybody';
}

/**
 * A mention in a text. Where words are written without spaces, as in `@bobさん`, its end is not seen: the longest candidate
 * that is somebody's username counts.
 */
interface Found {
  at: number;
  /** Usernames as written, longest first. */
  candidates: string[];
}

/** Returns the form of a username in which two are compared. */
export function normalizeUsername(username: string): string {
  return username.normalize('NFKC').toLowerCase();
}

/** Returns the usernames that each mention in a run of text may mean, normalized. */
export function mentionsOf(run: string): string[][] {
  return find(run).map(({ candidates }) => candidates.map(normalizeUsername));
}

/** Splits a text at its mentions; those for which `resolve` returns undefined stay text. */
export function splitMentions<P>(
  text: string,
  resolve: (name: string) => P | 'everybody' | undefined
): (string | Mention<P>)[] {
  const parts: (string | Mention<P>)[] = [];
  let done = 0;
  for (const { at, candidates } of find(text)) {
    const name = candidates.find((each) => resolve(normalizeUsername(each)) !== undefined);
    const target = name === undefined ? undefined : resolve(normalizeUsername(name));
    if (name !== undefined && target !== undefined) {
      const end = at + 1 + name.length;
      parts.push(text.slice(done, at), { text: text.slice(at, end), target });
      done = end;
    }
  }
  return [...parts, text.slice(done)].filter((part) => part !== '');
}

/** Finds the mentions in a run of text without e-mail addresses, as MentionedNames.java does on the server. */
function find(text: string): Found[] {
  const found: Found[] = [];
  let mentionEnd = -1;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const name = USERNAME.exec(text.slice(at + 1, at + 1 + MAX_LENGTH))?.[0];
    if (name && mayBegin(text, at, mentionEnd)) {
      found.push({ at, candidates: candidates(name, characterBefore(text, at)) });
      mentionEnd = at + 1 + name.length;
    }
  }
  return found;
}

/** Splits a run of text at its e-mail addresses. */
export function splitMail(text: string): (string | { mail: string })[] {
  const parts: (string | { mail: string })[] = [];
  let done = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', Math.max(at + 1, done))) {
    const mail = mailAround(text, done, at);
    if (mail) {
      parts.push(text.slice(done, mail.start), { mail: text.slice(mail.start, mail.end) });
      done = mail.end;
    }
  }
  return [...parts, text.slice(done)].filter((part) => part !== '');
}

function mailAround(text: string, from: number, at: number): { start: number; end: number } | undefined {
  const first = Math.max(from, at - MAX_LENGTH);
  const context = characterBefore(text, first);
  LOCAL_PART.lastIndex = context.length;
  const local = LOCAL_PART.exec(context + text.slice(first, at));
  DOMAIN.lastIndex = at + 1;
  const domain = local ? DOMAIN.exec(text) : null;
  return local && domain ? { start: first + local.index - context.length, end: DOMAIN.lastIndex } : undefined;
}

/** No word, address or path runs into a mention; a mention may follow another after a slash. */
function mayBegin(text: string, at: number, mentionEnd: number): boolean {
  const before = characterBefore(text, at);
  if (before === '/') {
    return at - 1 === mentionEnd;
  }
  return before !== '@' && (!isWord(before) || isWithoutSpaces(before));
}

/** An e-mail address may be written in such a script, too: with a dot, no shorter name is a candidate. */
function candidates(name: string, before: string): string[] {
  if (isWithoutSpaces(before) && name.includes('.')) {
    return [name];
  }
  const shorter: string[] = [];
  for (let cut = name.length; cut > 0; cut -= characterBefore(name, cut).length) {
    if (cut < name.length && mayEnd(name, cut)) {
      shorter.push(name.slice(0, cut));
    }
  }
  return [name, ...shorter];
}

function mayEnd(name: string, cut: number): boolean {
  const last = characterBefore(name, cut);
  const next = String.fromCodePoint(name.codePointAt(cut) ?? 0);
  return isWord(last) && !MARK.test(next) && (isWithoutSpaces(last) || isWithoutSpaces(next));
}
