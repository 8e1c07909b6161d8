const isReadable = (path: string): boolean => {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
};

/** An address whose per cent signs are none that an address has (`LZ2026-0001%`), with them as signs of the name; others as they are. */
export const readableAddress = (url: string): string => {
  const [path = ''] = url.split('?');
  return isReadable(path) ? url : path.split('%').join('%25') + url.slice(path.length);
};
