/** The number in front of the page's title: "(3) Charla". */
const COUNT = /^\(\d+\+?\) /;
const MOST = 99;

let unread = 0;

function write(): void {
  const bare = document.title.replace(COUNT, '');
  const title = unread > 0 ? `(${unread > MOST ? `${MOST}+` : unread}) ${bare}` : bare;
  if (title !== document.title) {
    document.title = title;
  }
}

// Every navigation writes a title of its own.
new MutationObserver(write).observe(document.head, { childList: true, subtree: true, characterData: true });

/** Shows how much is unread in the title of the page and, where it is installed, on its icon. */
export function showUnread(count: number): void {
  if (count === unread) {
    return;
  }
  unread = count;
  write();
  const shown = count > 0 ? navigator.setAppBadge?.(count) : navigator.clearAppBadge?.();
  shown?.catch((refused: unknown) => console.debug('No badge on the icon.', refused));
}
