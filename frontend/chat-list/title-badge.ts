/** The number in front of the page's title: "(3) Charla". */
const PREFIX = /^\(\d+\+?\) /;
const MAX_COUNT = 99;

let unread = 0;

function updateTitle(): void {
  const bare = document.title.replace(PREFIX, '');
  const title = unread > 0 ? `(${unread > MAX_COUNT ? `${MAX_COUNT}+` : unread}) ${bare}` : bare;
  if (title !== document.title) {
    document.title = title;
  }
}

// Every navigation sets a title of its own.
new MutationObserver(updateTitle).observe(document.head, { childList: true, subtree: true, characterData: true });

/** Shows the number of unread messages in the page's title and, where the app is installed, on its icon. */
export function showUnread(count: number): void {
  if (count === unread) {
    return;
  }
  unread = count;
  updateTitle();
  const shown = count > 0 ? navigator.setAppBadge?.(count) : navigator.clearAppBadge?.();
  shown?.catch((refused: unknown) => console.debug('No badge on the icon.', refused));
}
