import { createLoader } from './loader.js';

/** Fetches the core, for those who have no field. */
export const loadPhoneCore = createLoader(() =>
  // The library is a static import of the core: named here as well, it is fetched beside it and not after it.
  Promise.all([import('./core.js'), import('./library.js')]).then(([core]) => core),
);
