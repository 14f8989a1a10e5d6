import assert from 'node:assert/strict';
import { test } from 'node:test';
import { regionalLocale } from '../../platform/regional-locale.ts';

const MORNING = Date.UTC(2026, 10, 30, 8, 34);

function time(language: string, browser: string): string {
  const format = new Intl.DateTimeFormat(regionalLocale(language, browser), { timeStyle: 'short', timeZone: 'UTC' });
  return format.format(MORNING).replace(/\s/g, ' ');
}

// The rows are those of RegionalLocaleTest.
test('takes the region of the browser', () => {
  assert.equal(regionalLocale('en', 'en-GB'), 'en-GB');
  assert.equal(regionalLocale('en', 'en'), 'en');
  assert.equal(regionalLocale('es', 'es-419'), 'es-419');
  assert.equal(regionalLocale('es', 'en-US'), 'es-US-u-hc-h12');
  assert.equal(regionalLocale('en', 'es-ES'), 'en-ES-u-hc-h23');
  assert.equal(regionalLocale('en', 'ja'), 'en-u-hc-h23');
});

test('keeps a locale that has a region, and ignores what is none', () => {
  assert.equal(regionalLocale('es-ES', 'en-US'), 'es-ES');
  assert.equal(regionalLocale('es', 'x'), 'es');
  assert.equal(regionalLocale('es', ''), 'es');
});

test('writes times as the region does', () => {
  assert.equal(time('en', 'en-GB'), '08:34');
  assert.equal(time('en', 'en-US'), '8:34 AM');
  assert.equal(time('en', 'es-ES'), '08:34');
  assert.equal(time('es', 'es-ES'), '8:34');
  assert.equal(time('es', 'en-GB'), '8:34');
  assert.match(time('es', 'en-US'), /^8:34 a\. ?m\.$/);
});
