import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { packed } from '../../functions/packed.ts';

const told = (length: number) => ({ statusCode: 200, headers: { etag: '"a"' }, body: '案'.repeat(length) });
const asking = (encoding?: string) => ({
  headers: encoding === undefined ? {} : { 'accept-encoding': encoding },
});

describe('an answer', () => {
  it.each(['gzip', 'gzip, deflate, br', 'br;q=1.0, gzip;q=0.8'])('is packed for who takes %s', (encoding) => {
    const { body = '', headers, isBase64Encoded } = packed(asking(encoding), told(2000));
    expect(headers).toEqual({ etag: '"a"', vary: 'accept-encoding', 'content-encoding': 'gzip' });
    expect(isBase64Encoded).toBe(true);
    expect(gunzipSync(Buffer.from(body, 'base64')).toString()).toBe(told(2000).body);
  });

  it.each([undefined, 'br', 'identity'])('is told as it is to who takes %s', (encoding) => {
    const { body, headers, isBase64Encoded } = packed(asking(encoding), told(2000));
    expect([body, isBase64Encoded]).toEqual([told(2000).body, undefined]);
    expect(headers).toEqual({ etag: '"a"', vary: 'accept-encoding' });
  });

  it('that fits into a packet is not packed', () => {
    expect(packed(asking('gzip'), told(100)).body).toBe(told(100).body);
  });
});
