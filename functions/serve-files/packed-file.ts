/** A file as a function carries it. */
export interface PackedFile {
  /** Where it is asked for: `/docs/page.css`. */
  path: string;
  type: string;
  /** What it holds, gzipped, in base64: smaller in the bundle, and sent as it is to whoever takes it so. */
  gzip: string;
  /** The hash of what it holds, in quotes. */
  etag: string;
  /** Its name changes with what it holds, so it may be kept for ever. */
  isImmutable: boolean;
  /** Of a page: the origins beside its own that it may ask. */
  asks?: readonly string[];
}
