import { plainOf, type Inline } from './markdown.ts';
import { safeHref } from './message-text.ts';

type Link = Extract<Inline, { type: 'link' }>;

/** What a reader sees of a link. */
export interface LinkText {
  /** The address, if the link has no other text; a host that looks like another is in Punycode. */
  address?: string;
  /** Where it leads, if its text names another host or mail address. */
  target?: string;
}

/** A host name, mail address or IPv4 address in the text of a link, with any character that looks like its dots. */
const NAMED =
  /[\p{L}\p{M}\p{N}._+-]+@[\p{L}\p{M}\p{N}.-]+|(?:[\p{L}\p{M}\p{N}-]+[.\u3002])+[\p{L}\p{M}-]{2,}|\d+(?:\.\d+){3}/gu;
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/** Returns what is shown of a link, so that its text cannot hide where it leads. */
export function linkText({ href, children }: Link): LinkText {
  const text = children.map(plainOf).join('');
  if ([text, `http://${text}`, `mailto:${text}`].some((each) => safeHref(each) === href)) {
    return { address: withPlainHost(text, href) };
  }
  const target = targetOf(href);
  const named =
    text
      .normalize('NFKC')
      .replace(UNSEEN, '')
      .replace(/\u2024/g, '.')
      .match(NAMED) ?? [];
  return named.every((each) => leadsTo(each, target)) ? {} : { target };
}

/** Returns the host of a web address, in Punycode, or the mail address. */
function targetOf(href: string): string {
  const { protocol, pathname, hostname } = new URL(href);
  return protocol === 'mailto:' ? decodeURI(pathname) : hostname;
}

/** Whether a link leads where a text says: to the host that it names, or to one below it. */
function leadsTo(named: string, target: string): boolean {
  if (named.includes('@') || target.includes('@')) {
    return named.toLowerCase() === target.toLowerCase();
  }
  const url = `http://${named}`;
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : undefined;
  return host !== undefined && (target === host || target.endsWith(`.${host}`));
}

/** Returns an address as it was written, but a host that looks like another in Punycode. */
function withPlainHost(text: string, href: string): string {
  const host = /^(?:https?:\/\/)?([^/?#:]+)/i.exec(text)?.[1] ?? '';
  return !href.startsWith('mailto:') && isLookAlike(host) ? text.replace(host, new URL(href).hostname) : text;
}

/** Letters that are seen as themselves beside ASCII letters: Latin of Europe and Vietnam, without what an eye misses. */
const LATIN = /^[a-z0-9\-à-öø-ÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįĵķĺļľłńņňŋōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷźżžơưșț\u1EA0-\u1EF9]*$/u;
/** Latin letters whose only mark is a dot below. */
const DOT_BELOW = /[ạẹịọụỵ]/u;
/** Labels of one script of which every letter looks like a Latin one. */
const LIKE_LATIN = /^(?:[\d\-асԁеһіјӏорԛѕԝхуъьҽпгѵѡкмтнв]+|[\d\-αικνρυωηοτγχςβε]+|[\d\-աոսօհցզղոս]+)$/u;
/** Scripts of hosts; others are for symbols and scholars. */
const SCRIPTS = [
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\u30FCa-z',
  '\\p{sc=Han}\\p{sc=Bopomofo}a-z',
  '\\p{sc=Han}\\p{sc=Hangul}a-z',
  ...[
    'Cyrillic',
    'Greek',
    'Armenian',
    'Arabic',
    'Hebrew',
    'Devanagari',
    'Bengali',
    'Gurmukhi',
    'Gujarati',
    'Tamil',
    'Telugu'
  ],
  ...['Kannada', 'Malayalam', 'Sinhala', 'Thai', 'Lao', 'Khmer', 'Myanmar', 'Georgian', 'Ethiopic', 'Oriya', 'Tibetan']
].map((script) => (script.includes('\\') ? script : `\\p{sc=${script}}\\p{M}`));
const ONE_SCRIPT = SCRIPTS.map((script) => new RegExp(`^[${script}0-9\\-]*$`, 'u'));

/**
 * Whether a host could be taken for another: its labels mix scripts, or have only letters that look like Latin ones. A label
 * of such letters is none below a top-level domain of its script.
 *
 * @see https://www.unicode.org/reports/tr39/#Confusable_Detection
 */
export function isLookAlike(host: string): boolean {
  const labels = host
    .normalize('NFKC')
    .toLowerCase()
    .split(/[.\u3002]/u);
  const top = labels.at(-1) ?? '';
  return labels.some((label) => {
    const latin = LATIN.test(label) && !DOT_BELOW.test(label);
    const single = ONE_SCRIPT.some((script) => script.test(label) && (script.test(top) || !LIKE_LATIN.test(label)));
    return !latin && !single;
  });
}
