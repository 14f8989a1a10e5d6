/** Elements in the top layer that nobody closes: messages that go by themselves. */
const PASSING = '.toast, [role=tooltip], vaadin-tooltip-overlay, vaadin-notification-container';

/** Returns what closes the element that lies on top of the page: a dialog, lightbox, sheet or menu, or the details of a chat. */
export function topLayer(): (() => void) | undefined {
  const open = openLayers(document.body);
  const top = open.at(-1);
  if (top) {
    return () => close(top);
  }
  const button = document.querySelector<HTMLElement>('.details:not([hidden]) > header button');
  return button?.offsetParent ? () => button.click() : undefined;
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
