import { Labels, type Texts } from '../platform/labels.ts';
import type { Row } from '../chat-list/chat-rows.ts';
import { offlineCopy, type OfflineCopy } from '../sync/offline-copy.ts';
import { shellCopy, type Look, type ShellCopies, type SpaceEntry } from '../sync/shell-copy.ts';
import type { Place } from './place.ts';

/** The element of the offline page with its own texts by language, for a browser without a local copy. */
const TEXTS_ID = 'charla-offline-texts';

/** What this browser has of a place, and of the frame around it. */
export interface LocalView {
  place: Place;
  labels: Labels;
  locale: string;
  texts: Texts;
  account: string;
  name: string;
  spaces: SpaceEntry[];
  space?: SpaceEntry;
  rows: Row[];
  copy?: OfflineCopy;
  look?: Look;
  avatars: ShellCopies['avatars'];
}

/** Loads what this browser has of a place. */
export async function loadLocalView(place: Place): Promise<LocalView> {
  const [shell, look, kept, avatars] = await Promise.all([
    shellCopy('shell'),
    shellCopy('look'),
    shellCopy('texts'),
    shellCopy('avatars')
  ]);
  const { locale, texts } = kept ?? builtInTexts();
  const view: LocalView = {
    place,
    labels: new Labels(locale, texts),
    locale,
    texts,
    account: shell?.account ?? '',
    name: shell?.name ?? '',
    spaces: shell?.spaces ?? [],
    rows: [],
    look,
    avatars: avatars ?? []
  };
  if (!shell) {
    return view;
  }
  const slug = place.kind === 'page' ? '' : place.slug;
  view.space = shell.spaces.find((each) => (slug ? each.slug === slug : each.id === shell.space));
  if (view.space) {
    view.rows = ((await shellCopy(`rows:${view.space.id}`)) ?? []) as Row[];
    if (place.kind === 'chat') {
      view.copy = await offlineCopy({ account: shell.account, space: view.space.id, chat: place.chat });
    }
  }
  return view;
}

function builtInTexts(): { locale: string; texts: Texts } {
  const locale = navigator.language.toLowerCase().startsWith('es') ? 'es' : 'en';
  const written = document.getElementById(TEXTS_ID)?.textContent;
  const all = written ? (JSON.parse(written) as Record<string, Texts>) : {};
  return { locale, texts: all[locale] ?? {} };
}
