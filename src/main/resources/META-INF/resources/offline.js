/* Shows, without a server, the conversations that the last visits left in this browser. Text is only ever set as text. */
(() => {
  'use strict';

  const TEXTS = {
    es: {
      state: 'Charla no responde. Estas son tus últimas conversaciones.',
      again: 'Reintentar',
      back: 'Volver',
      empty: 'Aún no hay conversaciones guardadas en este dispositivo.',
      deleted: 'Mensaje eliminado',
      today: 'Hoy',
      yesterday: 'Ayer'
    },
    en: {
      state: 'Charla does not answer. These are your last conversations.',
      again: 'Try again',
      back: 'Back',
      empty: 'No conversations are kept on this device yet.',
      deleted: 'Message deleted',
      today: 'Today',
      yesterday: 'Yesterday'
    }
  };
  const locale = (navigator.language || 'es').toLowerCase().startsWith('en') ? 'en' : 'es';
  const texts = TEXTS[locale];
  const byId = (id) => document.getElementById(id);
  const content = byId('content');
  const back = byId('back');
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' });

  function element(tag, style, text) {
    const made = document.createElement(tag);
    made.className = style || '';
    if (text !== undefined) {
      made.textContent = text;
    }
    return made;
  }

  function keptChats() {
    return new Promise((resolve) => {
      const opening = indexedDB.open('charla-offline', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('chats', { keyPath: 'key' });
      opening.onerror = () => resolve([]);
      opening.onsuccess = () => {
        const all = opening.result.transaction('chats').objectStore('chats').getAll();
        all.onerror = () => resolve([]);
        all.onsuccess = () => resolve(all.result);
      };
    });
  }

  function day(moment) {
    const midnight = (at) => new Date(at).setHours(0, 0, 0, 0);
    const ago = Math.round((midnight(Date.now()) - midnight(moment)) / 86400000);
    return ago === 0 ? texts.today : ago === 1 ? texts.yesterday : date.format(moment);
  }

  /** What somebody does is told as that; see Message.java. */
  function action(message) {
    return message.deleted ? undefined : /^\/me[ \t]+(\S[^]*)$/.exec(message.text)?.[1];
  }

  function said(message) {
    const does = action(message);
    return does ? `${message.sender.name} ${does}` : `${message.sender.name}: ${message.text}`;
  }

  function showList(chats) {
    back.hidden = true;
    byId('title').textContent = 'Charla';
    if (chats.length === 0) {
      content.replaceChildren(element('p', 'empty', texts.empty));
      return;
    }
    const list = element('ul');
    for (const chat of chats) {
      const last = chat.messages.findLast((message) => message.kind === 'TEXT' && !message.deleted);
      const button = element('button', 'chat');
      const words = element('div');
      words.append(element('b', '', chat.title), element('small', '', last ? said(last) : ''));
      button.append(element('i', '', [...chat.title][0] || '?'), words);
      if (last) {
        button.append(element('time', '', day(last.sentAt) === texts.today ? time.format(last.sentAt) : day(last.sentAt)));
      }
      button.type = 'button';
      button.addEventListener('click', () => showChat(chat, chats));
      const item = element('li');
      item.append(button);
      list.append(item);
    }
    content.replaceChildren(list);
  }

  function showChat(chat, chats) {
    back.hidden = false;
    back.onclick = () => showList(chats);
    byId('title').textContent = chat.title;
    content.replaceChildren();
    let shownDay;
    for (const message of chat.messages) {
      if (message.kind !== 'TEXT') {
        continue;
      }
      if (day(message.sentAt) !== shownDay) {
        shownDay = day(message.sentAt);
        content.append(element('p', 'day', shownDay));
      }
      const own = message.sender.id === chat.account;
      const bubble = element('div', `message${own ? ' own' : ''}${message.deleted ? ' deleted' : ''}`);
      if (!own) {
        bubble.append(element('b', '', message.sender.name));
      }
      bubble.append(
        element('p', '', message.deleted ? texts.deleted : action(message) ? said(message) : message.text),
        element('time', '', time.format(message.sentAt))
      );
      content.append(bubble);
    }
    content.scrollTop = content.scrollHeight;
    content.focus();
  }

  document.documentElement.lang = locale;
  byId('state').textContent = texts.state;
  byId('again').textContent = texts.again;
  byId('again').addEventListener('click', () => location.reload());
  back.setAttribute('aria-label', texts.back);
  window.addEventListener('online', () => location.reload());
  keptChats().then((chats) => showList(chats.sort((a, b) => b.savedAt - a.savedAt)));
})();
