import { css } from 'lit';

/** The number of avatar colours: the classes c0 to c9 of the style sheets. */
export const AVATAR_COLOURS = 10;

/** The avatar colour of an account, from 0, as Avatar.java derives it: FNV-1a over the id. */
export function avatarColour(accountId: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < accountId.length; i++) {
    hash = Math.imul(hash ^ accountId.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0) % AVATAR_COLOURS;
}

/** The first letters of the first and the last word of a name; of a single word its first two. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  if (words.length === 0) {
    return '?';
  }
  const letters = words.length === 1 ? [...words[0]].slice(0, 2) : [[...words[0]][0], [...words[words.length - 1]][0]];
  return letters.join('').toLocaleUpperCase();
}

/** The avatar colours as classes c0 to c9. White initials keep a contrast of at least 4.5:1 on each of them. */
export const avatarColours = css`
  .c0 { background: #5b5bd6; }
  .c1 { background: #a85a15; }
  .c2 { background: #0c7f99; }
  .c3 { background: #cf3f74; }
  .c4 { background: #1c7f4b; }
  .c5 { background: #8a3fd1; }
  .c6 { background: #6b7280; }
  .c7 { background: #c0392b; }
  .c8 { background: #2f6fd0; }
  .c9 { background: #7a6a12; }
`;
