import { gunzipSync } from 'node:zlib';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { RequestError } from '../shared/contracts/errors.ts';

/** What of a request its body is read by. */
type HttpEvent = Pick<APIGatewayProxyEventV2, 'body' | 'isBase64Encoded' | 'headers'>;

/** As it is sent, and as it is unpacked. */
export const MAX_BODY_BYTES = 256 * 1024;
export const tooLarge = (when = ''): RequestError =>
  new RequestError('BODY_TOO_LARGE', `请求${when}超过256 KB`);

/** The bytes as they were sent; what a gateway took for text is that text's. Throws BODY_TOO_LARGE (413). */
export const sentBytes = ({ body = '', isBase64Encoded }: HttpEvent): Buffer => {
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > MAX_BODY_BYTES) throw tooLarge();
  return bytes;
};

const GZIP = Buffer.from([0x1f, 0x8b]);
/** What is left of a packed body that a gateway has read as text. */
const GZIP_READ_AS_TEXT = Buffer.from('\u001f\ufffd');
const begins = (bytes: Buffer, start: Buffer): boolean => bytes.subarray(0, start.length).equals(start);

/** What holds no more than a body may: a bomb is given up at its first byte beyond that. */
const gunzip = (bytes: Buffer): Buffer => {
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_BODY_BYTES });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge('解压后');
    throw new RequestError('BODY_NOT_UNPACKED', '请求体不是完整的 gzip 数据,解不开');
  }
};

const codingsOf = ({ headers }: HttpEvent): string[] =>
  (headers['content-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');

/**
 * The bytes without their content-encoding, of which gzip alone is read; what has come unpacked stays as it is. Throws
 * BODY_ENCODING_UNSUPPORTED (415), BODY_NOT_UNPACKED (400), BODY_TOO_LARGE (413).
 */
const unpack = (event: HttpEvent, sent: Buffer): Buffer => {
  const codings = codingsOf(event);
  if (codings.length === 0) return sent;
  if (codings.length > 1 || !['gzip', 'x-gzip'].includes(codings[0]!))
    throw new RequestError(
      'BODY_ENCODING_UNSUPPORTED',
      `请求体的压缩方式“${codings.join(', ').slice(0, 40)}”不支持,请用 gzip 或不压缩`,
    );
  if (begins(sent, GZIP)) return gunzip(sent);
  if (begins(sent, GZIP_READ_AS_TEXT))
    throw new RequestError(
      'BODY_NOT_UNPACKED',
      '压缩的请求体在网关被当作文字,已经损坏;请不压缩,或以 content-type: application/octet-stream 发送',
    );
  return sent;
};

const BOM = Buffer.from('\ufeff');
const withoutBom = (bytes: Buffer): Buffer => (begins(bytes, BOM) ? bytes.subarray(BOM.length) : bytes);

/**
 * What a sender may have signed: first the bytes as sent, then, each only when asked for, those unpacked and those without the byte
 * order mark that some programs put before what they have signed.
 */
export function* signedBytes(event: HttpEvent): Generator<Buffer> {
  const sent = sentBytes(event);
  yield sent;
  let plain = sent;
  try {
    plain = unpack(event, sent);
  } catch {
    // Whoever reads the text says why it cannot be unpacked.
    return;
  }
  if (plain !== sent) yield plain;
  const bare = withoutBom(plain);
  if (bare !== plain) yield bare;
}

const decoded = (encoding: string, bytes: Buffer): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};
const notUtf8 = (guess: string, mend = '请以 UTF-8 编码发送'): RequestError =>
  new RequestError('BODY_CHARSET_WRONG', `请求体不是 UTF-8 编码${guess};${mend}`);

const UTF_16 = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];
/** What bytes that are no UTF-8 seem to be. */
const refuseBytes = (bytes: Buffer): RequestError => {
  if (begins(bytes, GZIP))
    return new RequestError(
      'BODY_NOT_UNPACKED',
      '请求体是 gzip 压缩的,请写明请求头 content-encoding: gzip,或不压缩',
    );
  if (UTF_16.some((mark) => begins(bytes, mark)) || bytes.includes(0)) return notUtf8(',看来是 UTF-16');
  return notUtf8(decoded('gb18030', bytes) === undefined ? '' : ',看来是 GBK');
};

/** What a gateway puts where it has read bytes that are no UTF-8. */
const REPLACED = '\ufffd';
/** Whether a gateway has lost bytes: it tells as text what has another length than was sent. */
const isLossy = (event: HttpEvent): boolean => {
  const { body = '', isBase64Encoded, headers } = event;
  const length = headers['content-length'];
  return (
    !isBase64Encoded &&
    codingsOf(event).length === 0 &&
    length !== undefined &&
    Number(length) !== Buffer.byteLength(body) &&
    body.includes(REPLACED)
  );
};

/**
 * The body as text: unpacked, in UTF-8, without a byte order mark. Throws the reason why it is none: BODY_CHARSET_WRONG,
 * BODY_NOT_UNPACKED (400), BODY_ENCODING_UNSUPPORTED (415), BODY_TOO_LARGE (413).
 */
export const rawBody = (event: HttpEvent): string => {
  const sent = sentBytes(event);
  const bytes = unpack(event, sent);
  if (isLossy(event)) throw notUtf8('(到达时已有字节丢失)');
  const text = bytes.includes(0) ? undefined : decoded('utf-8', bytes);
  if (text === undefined) throw refuseBytes(bytes);
  return text;
};

/** Why a body whose signature does not fit may not be what was signed; undefined: nothing is wrong with it as far as can be seen. */
export const whyUnlikeSigned = (event: HttpEvent): RequestError | undefined => {
  try {
    const text = rawBody(event);
    const isTold = !event.isBase64Encoded && event.headers['content-length'] === undefined;
    return isTold && text.includes(REPLACED) ? notUtf8('(到达时已有字节丢失)') : undefined;
  } catch (error) {
    if (error instanceof RequestError) return error;
    throw error;
  }
};

/** The encodings that whoever sends none of UTF-8 uses, in the order in which they tell themselves apart. */
const OTHERS = ['gb18030', 'utf-16le', 'utf-16be'];
/** The body as somebody can read it, whatever is wrong with it: in the encoding that it seems to be in; base64 where it seems to be in none. */
export const legibleBody = (event: HttpEvent): string => {
  const sent = sentBytes(event);
  let bytes = sent;
  try {
    bytes = unpack(event, sent);
  } catch {
    // As it was sent.
  }
  const encodings = bytes.includes(0) ? OTHERS.slice(1) : ['utf-8', ...OTHERS.slice(0, 1)];
  const texts = encodings.flatMap((encoding) => decoded(encoding, bytes) ?? []);
  // What is written in words of ours has some of these; what is only read so has others.
  const text = texts.find((each) => /["{[]/.test(each)) ?? texts[0];
  return text?.toWellFormed() ?? bytes.toString('base64');
};

type Reviver = (this: unknown, name: string, value: unknown, context?: { source?: string }) => unknown;
/**
 * Whole numbers beyond 2^53 (ids of short videos) become text, or two of them would be one. Text cut in the middle of
 * an emoji is made whole: it could neither be hashed nor stored as it is.
 */
const exactly: Reviver = (_name, value, context) => {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))
    return context?.source ?? value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value);
  return entries.every(([name]) => name.isWellFormed())
    ? value
    : Object.fromEntries(entries.map(([name, each]) => [name.toWellFormed(), each]));
};

/** The body as JSON. Throws MALFORMED_JSON. */
export const jsonBody = (text: string): unknown => {
  try {
    return JSON.parse(text, exactly);
  } catch {
    throw new RequestError('MALFORMED_JSON', '请求体不是有效的 JSON');
  }
};
