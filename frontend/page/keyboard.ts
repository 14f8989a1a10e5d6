/**
 * The room above an on-screen keyboard. A browser that lays the keyboard over the page, as that of the iPhone does, tells only
 * the visual viewport of it: the height of that becomes the height of the app.
 */
const viewport = window.visualViewport;

function fit(): void {
  const hidden = viewport && viewport.scale < 1.01 ? Math.round(innerHeight - viewport.height) : 0;
  const root = document.documentElement;
  root.toggleAttribute('data-keyboard', hidden > 80);
  root.style.setProperty('--charla-keyboard', `${Math.max(0, hidden)}px`);
  // Over a keyboard there is no room to leave for the home indicator.
  root.style.setProperty('--charla-home', hidden > 80 ? '0px' : 'env(safe-area-inset-bottom, 0px)');
  if (hidden > 80) {
    scrollTo(0, 0); // the browser moved the page to show a field that is in sight by now
  }
}

viewport?.addEventListener('resize', fit);
viewport?.addEventListener('scroll', fit);
