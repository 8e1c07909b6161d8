import type { PackedFile } from './packed-file.ts';

/** In a deployed function's bundle: the files of its own bureau (infra/constructs/functions/static-files.ts). */
export const packedFiles: readonly PackedFile[] = [];
