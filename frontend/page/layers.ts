/** Elements in the top layer that nobody closes: messages that go by themselves. */
const PASSING = '.toast, [role=tooltip], vaadin-connection-indicator, vaadin-notification-container, vaadin-tooltip';

/** Returns what closes the element that lies on top of the page: a dialog, lightbox, sheet or menu, or the details of a chat. */
export function topLayer(): (() => void) | undefined {
  const open = openLayers(document.body);
  const top = open.at(-1);
  if (top) {
    return () => close(top);
  }
  const details = document.querySelector<HTMLElement>('.details:not([hidden])');
  return details?.offsetParent ? () => closeDetails(details) : undefined;
}

/** All open layers below an element, also in shadow roots, in the order of the document. */
function openLayers(root: ParentNode): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (const each of root.querySelectorAll<HTMLElement>('*')) {
    if (each.matches('dialog[open], :popover-open') && !each.matches(PASSING)) {
      found.push(each);
    }
    if (each.shadowRoot) {
      found.push(...openLayers(each.shadowRoot));
    }
  }
  return found;
}

/** Tells the server, and does not wait for it: a second step back must not open them again. */
function closeDetails(details: HTMLElement): void {
  details.querySelector<HTMLElement>('header button')?.click();
  details.hidden = true;
}

function close(layer: HTMLElement): void {
  const root = layer.getRootNode();
  const host = root instanceof ShadowRoot ? (root.host as HTMLElement & { opened?: boolean }) : undefined;
  if (layer instanceof HTMLDialogElement) {
    layer.close();
  } else if (host?.opened) {
    host.opened = false; // Vaadin's dialogs and fields open their overlays by this property
  } else {
    layer.hidePopover();
  }
}
