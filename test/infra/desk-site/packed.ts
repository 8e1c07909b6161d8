import { gunzipSync } from 'node:zlib';
import type { PackedFile } from '../../../functions/serve-files/packed-file.ts';

export const textOf = ({ gzip }: PackedFile): string => gunzipSync(Buffer.from(gzip, 'base64')).toString();
export const fileAt = (files: readonly PackedFile[], path: string): PackedFile => {
  const found = files.find((file) => file.path === path);
  if (found === undefined) throw new Error(`No file ${path}`);
  return found;
};
export const jsonAt = <Content>(files: readonly PackedFile[], path: string): Content =>
  JSON.parse(textOf(fileAt(files, path))) as Content;
/** As many bytes as travel. */
export const sizeOf = ({ gzip }: PackedFile): number => Buffer.from(gzip, 'base64').length;
