import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Crop, MAX_ZOOM } from '../../people/crop.ts';

const square = ({ left, top, side }: Crop) => [left, top, side];

test('starts as the largest square in the middle', () => {
  assert.deepEqual(square(new Crop(400, 200)), [100, 0, 200]);
  assert.deepEqual(square(new Crop(200, 400)), [0, 100, 200]);
});

test('stays within the picture when moved and zoomed', () => {
  const crop = new Crop(400, 200);
  crop.move(-9, -9);
  assert.deepEqual(square(crop), [0, 0, 200]);
  crop.move(9, 9);
  assert.deepEqual(square(crop), [200, 0, 200]);
  crop.zoom = 2;
  crop.move(9, 9);
  assert.deepEqual(square(crop), [300, 100, 100]);
  crop.zoom = 1;
  assert.deepEqual(square(crop), [200, 0, 200]);
});

test('zooms around its centre and clamps the magnification', () => {
  const crop = new Crop(100, 100);
  crop.zoom = 2;
  assert.deepEqual(square(crop), [25, 25, 50]);
  crop.zoom = 99;
  assert.equal(crop.zoom, MAX_ZOOM);
  crop.zoom = 0;
  assert.equal(crop.zoom, 1);
});
