import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cityOf, timeIn } from '../../platform/time-zones.ts';

const NOON = Date.UTC(2026, 10, 24, 12, 5);

test("formats the time of another zone in the reader's language", () => {
  assert.equal(timeIn('Europe/Madrid', 'es', NOON), '13:05');
  assert.match(timeIn('America/New_York', 'en', NOON), /^7:05\sAM$/);
  assert.equal(timeIn('Nowhere/Nothing', 'es', NOON), '');
});

test('names the city of a zone', () => {
  assert.equal(cityOf('America/Argentina/Buenos_Aires'), 'Buenos Aires');
  assert.equal(cityOf('UTC'), 'UTC');
});
