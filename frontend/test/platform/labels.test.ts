import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AVATAR_COLOURS, avatarColour, initials } from '../../people/avatar.ts';
import { DateFormat } from '../../platform/date-format.ts';
import { Labels } from '../../platform/labels.ts';

test('fills in placeholders and chooses plural forms', () => {
  const labels = new Labels('es-ES', {
    'new.one': '{0} mensaje nuevo',
    'new.other': '{0} mensajes nuevos',
    add: '{0} añadió a {1}'
  });
  assert.equal(labels.counted('new', 1), '1 mensaje nuevo');
  assert.equal(labels.counted('new', 12345), '12.345 mensajes nuevos');
  assert.equal(labels.of('add', 'Ana', '{0}'), 'Ana añadió a {0}');
  assert.equal(labels.of('missing'), '');
});

test('makes initials of one or two letters', () => {
  assert.deepEqual(['Ana Torres', 'ana maría de la torre', 'Bruno', '  ', '李小龍', '👩🏽 x'].map(initials), [
    'AT',
    'AT',
    'BR',
    '?',
    '李小',
    '👩X'
  ]);
});

test('uses every avatar colour, the same one for the same account', () => {
  const colours = Array.from({ length: 500 }, (_, i) => avatarColour(`account-${i}`));
  assert.equal(new Set(colours).size, AVATAR_COLOURS);
  assert.equal(avatarColour('a'), avatarColour('a'));
});

test('labels days as today, yesterday or a date', () => {
  const days = new DateFormat('es-ES');
  const now = new Date(2026, 10, 22, 0, 30).getTime();
  const name = (moment: Date) => days.dayLabel(moment.getTime(), now, 'Hoy', 'Ayer');
  assert.equal(name(new Date(2026, 10, 22, 0, 1)), 'Hoy');
  assert.equal(name(new Date(2026, 10, 21, 23, 59)), 'Ayer');
  assert.equal(name(new Date(2026, 10, 2)), 'lunes, 2 de noviembre');
  assert.equal(name(new Date(2025, 0, 2)), '2 de enero de 2025');
});
