import { overrideVaadinConfig } from './vite.generated';

export default overrideVaadinConfig(() => ({}));
