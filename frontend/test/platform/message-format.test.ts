import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Labels } from '../../platform/labels.ts';

const SPANISH = new Labels('es-ES', {
  before: '{0, plural, one {Y el anterior} other {Y los # anteriores}}',
  used: '{0, plural, =0 {sin usar} one {usada una vez} other {usada # veces}}',
  of: 'usada {0} de {1, plural, one {# vez} other {# veces}}',
  nested: '{0, plural, one {{1} y otra persona} other {{1} y # más}}',
  odd: 'Un {nombre} y {0'
});

test('chooses the form of a plural and writes its number', () => {
  assert.equal(SPANISH.of('before', 1), 'Y el anterior');
  assert.equal(SPANISH.of('before', 4), 'Y los 4 anteriores');
  assert.equal(SPANISH.of('before', 12345), 'Y los 12.345 anteriores');
});

test('prefers the form of exactly this number', () => {
  assert.equal(SPANISH.of('used', 0), 'sin usar');
  assert.equal(SPANISH.of('used', 1), 'usada una vez');
  assert.equal(SPANISH.of('used', 3), 'usada 3 veces');
});

test('fills in plurals beside other arguments, and arguments within plurals', () => {
  assert.equal(SPANISH.of('of', 2, 10), 'usada 2 de 10 veces');
  assert.equal(SPANISH.of('nested', 1, 'Ana'), 'Ana y otra persona');
  assert.equal(SPANISH.of('nested', 2, '{0} #'), '{0} # y 2 más');
});

test('leaves alone what is no argument', () => {
  assert.equal(SPANISH.of('odd', 'x'), 'Un {nombre} y {0');
});

test('knows the plurals of other languages', () => {
  const polish = new Labels('pl-PL', { files: '{0, plural, one {# plik} few {# pliki} many {# plików} other {# pliku}}' });
  assert.deepEqual(
    [1, 3, 5].map((count) => polish.of('files', count)),
    ['1 plik', '3 pliki', '5 plików']
  );
});
