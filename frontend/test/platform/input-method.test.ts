import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isComposing, keepFromListeners } from '../../platform/input-method.ts';

function press(type: string, key: { isComposing?: boolean; keyCode?: number }): string[] {
  const page = new EventTarget();
  const heard: string[] = [];
  keepFromListeners(page);
  page.addEventListener(type, () => heard.push(type));
  const event = Object.assign(new Event(type, { cancelable: true }), { isComposing: false, keyCode: 13, ...key });
  page.dispatchEvent(event);
  assert.equal(event.defaultPrevented, false);
  return heard;
}

test('keeps the keys of an input method from listeners', () => {
  for (const type of ['keydown', 'keypress', 'keyup']) {
    assert.deepEqual(press(type, { isComposing: true }), []);
    assert.deepEqual(press(type, { keyCode: 229 }), []);
  }
});

test('lets all other keys through', () => {
  assert.deepEqual(press('keydown', {}), ['keydown']);
  assert.deepEqual(press('keyup', { keyCode: 27 }), ['keyup']);
  assert.equal(isComposing({ isComposing: false, keyCode: 13 }), false);
});
