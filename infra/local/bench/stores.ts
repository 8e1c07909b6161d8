import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openOldStore } from '../../../bench/old-store/old-store.ts';
import { openDataFile } from '../store/data-file.ts';
import { BUREAU, type Records } from './bench-bureau.ts';

/** A store with nothing in it, in a folder of its own. */
export interface BenchStore extends Records {
  name: string;
  close: () => Promise<void>;
}

export const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'shixian-bench-'));
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

const newStore = (): BenchStore => {
  const folder = freshFolder();
  const file = openDataFile({ folder, bureau: BUREAU, isNew: true });
  const close = async (): Promise<void> => {
    file.close();
    removeFolder(folder);
  };
  return { ...file, name: 'node:sqlite', close };
};

const oldStore = async (): Promise<BenchStore> => {
  const folder = freshFolder();
  const store = await openOldStore(folder);
  const close = async (): Promise<void> => {
    await store.close();
    removeFolder(folder);
  };
  return { ...store, name: 'dynalite', close };
};

/** The store that was and the one that is, to be measured in turns. */
export const bothStores = async (): Promise<[BenchStore, BenchStore]> => [await oldStore(), newStore()];
