import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';

/** The folders by floor, lowest first: a module imports from its own folder and from lower floors. */
const FLOORS = [
  ['platform', 'design'],
  ['model', 'emoji'],
  ['text', 'sync'],
  ['people', 'media'],
  ['conversation', 'composer', 'chat-list'],
  ['page', 'offline']
];
/** Lines at most: an element brings its template along. */
const MAX_ELEMENT = 350;
const MAX_MODULE = 300;
const MAX_STYLE_SHEET = 400;

const frontend = join(import.meta.dirname, '..');
const styles = join(frontend, '../src/main/resources/META-INF/resources');
const read = (folder: string, pattern: string) =>
  globSync(pattern, { cwd: folder }).map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
const modules = FLOORS.flat().flatMap((folder) => read(frontend, `${folder}/**/*.ts`));
const sheets = read(styles, '**/*.css');

const floor = (file: string) => FLOORS.findIndex((folders) => folders.includes(file.split('/')[0]));
const lines = (text: string) => text.trimEnd().split('\n').length;
const imports = ({ file, text }: { file: string; text: string }) =>
  [...text.matchAll(/\b(?:from|import)\s*\(?\s*'(\.[^']*)'/g)].map(([, path]) => ({
    path,
    target: normalize(join(dirname(file), path))
  }));

test('every folder has a floor', () => {
  const folders = new Set(read(frontend, '*/*.ts').map(({ file }) => file.split('/')[0]));
  ['generated', 'lint', 'node_modules', 'src', 'target', 'test'].forEach((folder) => folders.delete(folder));
  assert.deepEqual([...folders].sort(), FLOORS.flat().sort());
});

test('imports name the file and lead to the same folder or a lower floor', () => {
  const wrong = modules.flatMap((module) =>
    imports(module)
      .filter(({ path }) => !path.endsWith('.ts') && !path.includes('?'))
      .map(({ path }) => `${module.file}: ${path}`)
  );
  const upward = modules.flatMap((module) =>
    imports(module)
      .filter(({ target }) => dirname(target) !== dirname(module.file) && floor(target) >= floor(module.file))
      .map(({ path }) => `${module.file}: ${path}`)
  );
  assert.deepEqual([...wrong, ...upward], []);
});

test('modules do not import each other in a circle', () => {
  const targets = new Map(modules.map((module) => [module.file, imports(module).map(({ target }) => target)]));
  const done = new Set<string>();
  const visit = (file: string, path: string[]) => {
    assert.ok(!path.includes(file), [...path, file].join(' → '));
    if (!done.has(file)) {
      targets.get(file)?.forEach((target) => visit(target, [...path, file]));
      done.add(file);
    }
  };
  modules.forEach(({ file }) => visit(file, []));
});

test('files stay short', () => {
  const long = modules.filter(
    ({ text }) => lines(text) > (/customElements\.define\(/.test(text) ? MAX_ELEMENT : MAX_MODULE)
  );
  const longSheets = sheets.filter(({ text }) => lines(text) > MAX_STYLE_SHEET);
  assert.deepEqual(
    [...long, ...longSheets].map(({ file, text }) => `${file}: ${lines(text)}`),
    []
  );
});

test('style sheets name elements that exist', () => {
  const named = new Set(sheets.flatMap(({ text }) => text.match(/(?<![-\w])charla-[a-z-]+(?=[\s,:[{])/g) ?? []));
  const missing = [...named].filter((tag) => !modules.some(({ text }) => text.includes(`'${tag}'`)));
  assert.deepEqual(missing, []);
});

test('avatars have one set of colours', () => {
  const colours = [...modules, ...sheets]
    .map(({ file, text }) => ({ file, found: [...text.matchAll(/\.c(\d)\s*\{\s*background:\s*(#\w+);?\s*\}/g)] }))
    .filter(({ found }) => found.length > 0)
    .map(({ file, found }) => ({ file, found: found.map(([, index, colour]) => index + colour) }));
  assert.ok(colours.length > 1);
  colours.forEach(({ file, found }) => assert.deepEqual(found, colours[0].found, file));
});
