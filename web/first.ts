import { App } from './app.tsx';

// What is needed before anything is seen is one file, and not one for each set of pages that share a part of it: the build puts this into
// every module (`inject`), so that no page is without it. It has to do something, or it would be left out.
Object.is(App, undefined);
