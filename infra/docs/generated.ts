import { readFileSync } from 'node:fs';

export interface GeneratedDocument {
  path: string;
  url: URL;
  /** What is there; empty when the file is missing. */
  present: string;
  /** What should be there; null: nothing, since nothing generates the file any more. */
  wanted: string | null;
}

const read = (url: URL): string => {
  try {
    return readFileSync(url, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
};

/** The file at `path`, from the root of the project, and what `make` wants it to be. */
export const documentAt = (path: string, make: (present: string) => string | null): GeneratedDocument => {
  const url = new URL(`../../${path}`, import.meta.url);
  const present = read(url);
  return { path, url, present, wanted: make(present) };
};
