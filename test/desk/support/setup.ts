import { keptProgram } from '../../../infra/desk-site/kept-program.ts';
import { chromiumPath } from './chromium.ts';

/** Says at once when there is no browser; builds the desk once for all tests. */
export const setup = (): void => {
  chromiumPath();
  keptProgram();
};
