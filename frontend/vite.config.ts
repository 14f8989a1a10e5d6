import { overrideVaadinConfig } from './vite.generated';

// The service worker is built by a second Vite inside the first one. It too finds this file, but has its own settings.
const outermost = !Reflect.has(globalThis, 'charlaFrontEndBuild');
Reflect.set(globalThis, 'charlaFrontEndBuild', true);

export default outermost ? overrideVaadinConfig(() => ({})) : {};
