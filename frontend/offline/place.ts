/** Where an address leads to: a chat, the list of chats of a space, or another page, which needs the server. */
export type Place =
  { kind: 'chat'; slug: string; chat: string; message?: number } | { kind: 'list'; slug: string } | { kind: 'page' };

/** Returns the place of an address; see Addresses.java. The root is the list of the space that was open last. */
export function placeOf(pathname: string, search: string): Place {
  const parts = pathname.split('/').filter(Boolean).map(decoded);
  if (parts.length === 0) {
    return { kind: 'list', slug: '' };
  }
  const [section, slug, part, chat] = parts;
  if (section === 's' && parts.length === 2) {
    return { kind: 'list', slug };
  }
  if (section === 's' && part === 'c' && parts.length === 4) {
    const message = Number(new URLSearchParams(search).get('m'));
    return message > 0 ? { kind: 'chat', slug, chat, message } : { kind: 'chat', slug, chat };
  }
  return { kind: 'page' };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
