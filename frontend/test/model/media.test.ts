import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Labels } from '../../platform/labels.ts';
import { admit, albumRows, clockOf, kindOf, placeOf, sizeOf, summaryOf, waveformOf, type Media } from '../../model/media.ts';

const media = (kind: Media['kind'], more: Partial<Media> = {}): Media => ({
  id: '1',
  name: 'plan.pdf',
  type: '',
  size: 1,
  kind,
  alt: '',
  ...more
});

test('tells what a browser shows from what it does not', () => {
  assert.equal(kindOf('image/jpeg'), 'IMAGE');
  assert.equal(kindOf('image/svg+xml'), 'FILE');
  assert.equal(kindOf('image/heic'), 'FILE');
  assert.equal(kindOf('video/webm;codecs=vp8'), 'VIDEO');
  assert.equal(kindOf('audio/ogg'), 'AUDIO');
  assert.equal(kindOf('text/html'), 'FILE');
  assert.equal(kindOf(''), 'FILE');
});

test('says sizes as people do', () => {
  assert.equal(sizeOf(0, 'en'), '0 bytes');
  assert.equal(sizeOf(1, 'en'), '1 byte');
  assert.equal(sizeOf(1024, 'en'), '1 kB');
  assert.equal(sizeOf(2.44 * 1024 ** 2, 'en'), '2.4 MB');
  assert.equal(sizeOf(2.44 * 1024 ** 2, 'es'), '2,4 MB');
  assert.equal(sizeOf(5000 * 1024 ** 3, 'en'), '5,000 GB');
});

test('says times as players do', () => {
  assert.equal(clockOf(0), '0:00');
  assert.equal(clockOf(7_400), '0:07');
  assert.equal(clockOf(750_000), '12:30');
  assert.equal(clockOf(3_723_000), '1:02:03');
});

test('lays an album out in full rows', () => {
  const rows = Array.from({ length: 11 }, (_, count) => albumRows(count));
  rows.forEach((row, count) => assert.equal(row.reduce((sum, each) => sum + each, 0), count));
  assert.deepEqual(rows.slice(0, 6), [[], [1], [2], [1, 2], [2, 2], [2, 3]]);
  assert.deepEqual(rows[7], [2, 2, 3]);
  assert.deepEqual(rows[10], [2, 2, 3, 3]);
});

test('keeps the place of a picture within its bounds', () => {
  assert.deepEqual(placeOf({ kind: 'IMAGE', width: 4000, height: 3000 }), { width: 360, ratio: 4 / 3 });
  assert.deepEqual(placeOf({ kind: 'IMAGE', width: 3000, height: 4000 }), { width: 315, ratio: 0.75 });
  assert.deepEqual(placeOf({ kind: 'IMAGE', width: 100, height: 9000 }), { width: 220, ratio: 0.5 });
  assert.deepEqual(placeOf({ kind: 'IMAGE', width: 16, height: 16 }), { width: 220, ratio: 1 });
  assert.equal(placeOf({ kind: 'VIDEO' }).ratio, 16 / 9);
});

test('draws a recording as loud as it was', () => {
  assert.equal(waveformOf([]), '');
  assert.equal(waveformOf([0, 0.5, 1]), '059');
  assert.equal(waveformOf([0, 0.001, 0]), '000');
  assert.equal(waveformOf([0.1, 0.2, 0.4, 0.3], 2), '59');
  assert.equal(waveformOf(Array(1000).fill(0.3)).length, 64);
});

test('takes the files for which there is room, and says why not the others', () => {
  const file = (name: string, size: number) => ({ name, size });
  const a = file('a', 10);
  const b = file('b', 10);
  const large = file('large', 11);
  const empty = file('empty', 0);
  assert.deepEqual(admit([large, a, empty, b], 2, { files: 3, bytes: 10 }), {
    taken: [a],
    tooLarge: [large],
    empty: [empty],
    tooMany: [b]
  });
});

test('says in words what cannot be shown', () => {
  const labels = new Labels('en', {
    'media.summary.photo': 'Photo',
    'media.summary.photos': '{0} photos',
    'media.summary.files': '{0} files',
    'media.summary.voice': 'Voice message {0}',
    'media.summary.file': '{0}'
  });
  assert.equal(summaryOf([], labels), '');
  assert.equal(summaryOf([media('IMAGE')], labels), 'Photo');
  assert.equal(summaryOf([media('IMAGE'), media('IMAGE')], labels), '2 photos');
  assert.equal(summaryOf([media('IMAGE'), media('FILE')], labels), '2 files');
  assert.equal(summaryOf([media('VOICE', { durationMillis: 12_000 })], labels), 'Voice message 0:12');
  assert.equal(summaryOf([media('FILE')], labels), 'plan.pdf');
});
