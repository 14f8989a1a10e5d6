import { WITHOUT_SPACES } from './scripts.ts';

/** White space, and characters that are not seen or that reorder their neighbours; joiners are parts of words. */
const UNSEEN = '\\u17B4-\\u17B5\\s\\p{Z}\\p{Cc}\\p{Cs}\\u115F\\u1160\\u2800\\u3164\\uFFA0[\\p{Cf}--[\\u200C\\u200D]]';
const QUOTES = '<>"`\u201C\u201D\u201E\u201F\u00AB\u00BB\u2039\u203A';
const IDEOGRAPHIC_PUNCTUATION =
  '\\u3001-\\u3003\\u3008-\\u3011\\u3014-\\u301F\\uFE10-\\uFE19' +
  '\\uFF01\\uFF08\\uFF09\\uFF0C\\uFF0E\\uFF1A\\uFF1B\\uFF1F\\uFF3B\\uFF3D\\uFF5B\\uFF5D\\uFF5F-\\uFF64';
const STOP_CLASS = `[${UNSEEN}${QUOTES}${IDEOGRAPHIC_PUNCTUATION}]`;

const STOP = new RegExp(`^${STOP_CLASS}`, 'v');
/** Letters, digits and all else but ASCII punctuation. */
const HOST = new RegExp(`(?:\\[(?=[^\\]]*:[^\\]]*:)[0-9a-f:.]+\\]|(?:(?!${STOP_CLASS})[^!-~]|[A-Za-z0-9._\\-])+)`, 'ivy');
const TRAILING = /^(?:(?![/#%&@])[\p{Po}\p{Pi}\p{Pf}\p{Ps}~|\u200C\u200D])$/u;
const BEGINNING = /(?:https?:\/\/|www\.)/iy;
const CREDENTIALS = /https?:\/\/[^\s/?#<>,;|]*@/iy;
const PORT = /:[0-9]{1,5}/y;
/** What may join two addresses. */
const SEPARATORS = /[,;|]+/y;
const WWW = /^www\.[^.]+\.[^.]/i;
/** A top-level domain after which a script without spaces goes on: the words after the address. */
const WORDS_AFTER_HOST = new RegExp(`(?<=\\.[A-Za-z]{2,63})${WITHOUT_SPACES}[^.]*$`, 'u');
const WEB = /^https?:\/\/([^/?#\\]+)(?:[/?#][^]*)?$/i;
const MAIL = /^mailto:\S+$/i;

/** UTF-16 units that are searched for the end of an address. */
const MAX_LENGTH = 2048;

/**
 * Returns the end of the bare address that begins at an index, or the index if there is none: where a person would end it.
 * An address stops before white space, invisible characters, quotation marks, the punctuation of scripts without spaces, and
 * a closing bracket that was not opened in it; punctuation at its end belongs to the sentence. WebAddress.java has the same
 * rules.
 */
export function addressEnd(text: string, start: number, limit: number, before: string): number {
  const max = Math.min(limit, start + MAX_LENGTH);
  if (!matchAt(BEGINNING, text, start) || matchAt(CREDENTIALS, text, start)) {
    return start;
  }
  const www = /w/i.test(text[start]);
  const hostAt = www ? start : text.indexOf('//', start) + 2;
  const hostTo = hostEnd(text, hostAt, max);
  const end = trim(
    text,
    hostAt,
    '/?#'.includes(text[hostTo] ?? ' ') && hostTo < max ? pathEnd(text, hostTo, max) : hostTo,
    before
  );
  const valid = end > hostAt && (!www || WWW.test(text.slice(start, Math.min(end, hostTo))));
  return valid ? end : start;
}

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

function hostEnd(text: string, from: number, max: number): number {
  const host = text.slice(from, Math.min(max, from + matchAt(HOST, text, from)));
  const words = WORDS_AFTER_HOST.exec(host);
  if (words) {
    return from + words.index;
  }
  const end = from + host.length;
  return end > from ? Math.min(max, end + matchAt(PORT, text, end)) : end;
}

function pathEnd(text: string, from: number, max: number): number {
  const open: string[] = [];
  let at = from;
  while (at < max) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const separators = matchAt(SEPARATORS, text, at);
    if (STOP.test(character) || (separators && matchAt(BEGINNING, text, at + separators))) {
      return at;
    }
    const opening = '([{'.indexOf(character);
    if (opening >= 0) {
      open.push(')]}'[opening]);
    } else if (')]}'.includes(character)) {
      const opened = open.lastIndexOf(character);
      if (opened < 0) {
        return at;
      }
      open.splice(opened, 1);
    }
    at += separators || character.length;
  }
  return at;
}

/** An apostrophe or a low line at the end is a part, unless the address stands between two of them. */
function trim(text: string, from: number, to: number, before: string): number {
  let end = to;
  while (end > from) {
    const last = /.$/su.exec(text.slice(Math.max(from, end - 2), end))?.[0] ?? '';
    if (last === "'" || last === '_' ? last !== before : !TRAILING.test(last)) {
      return end;
    }
    end -= last.length;
  }
  return from;
}

/** Whether an address may be a link: http, https without credentials, which could disguise the host, or mailto. */
export function isLinkable(address: string): boolean {
  return isWeb(address) || MAIL.test(address);
}

/** Whether an address is http or https, without credentials. */
export function isWeb(address: string): boolean {
  const host = WEB.exec(address)?.[1];
  return !!host && hostEnd(host, 0, host.length) === host.length;
}
