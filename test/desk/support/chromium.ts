import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where the browser is: `CHROMIUM`, or where Debian puts it. Throws when there is none. */
export const chromiumPath = (): string => {
  const path = process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place));
  if (path === undefined || !existsSync(path))
    throw new Error(
      'The tests of the desk need a Chromium: apt-get install chromium fonts-noto-cjk, or set CHROMIUM to its path.',
    );
  return path;
};
