import { packedFiles } from '#static-files';
import { serveFiles } from './handler.ts';

export const handler = serveFiles(packedFiles);
