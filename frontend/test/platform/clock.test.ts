import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { zonedFormat } from '../../platform/clock.ts';

test('makes a format once for each language and set of options', () => {
  const made = mock.method(Intl, 'DateTimeFormat');
  const formats = Array.from({ length: 200 }, () => zonedFormat('es', { timeStyle: 'short' }));
  assert.equal(new Set(formats).size, 1);
  zonedFormat('en', { timeStyle: 'short' });
  zonedFormat('es', { weekday: 'short' });
  assert.equal(made.mock.callCount(), 3);
});
