import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSignatureGate } from '../../../functions/intake-items/gate.ts';
import { signatureHeaders } from '../../../infra/local/sign.ts';
import { FEED, type Office, OLD_SECRET, plain, SECRET } from '../../support/office.ts';
import { refusalIn } from '../../support/told.ts';
import { openFeed } from './feed.ts';
import { headersOver, pushAsText, pushBytes, pushEvent } from './sent-bytes.ts';

let office: Office;
let refused: () => Promise<string[]>;
beforeEach(async () => {
  ({ office, refused } = await openFeed());
});

const TEXT = JSON.stringify([plain('a')]);
const BYTES = Buffer.from(TEXT);
const BOM = Buffer.from('\ufeff');
/** A title of four characters in GBK, 举报信件. */
const GBK = Buffer.concat([
  Buffer.from('[{"id":"g","title":"'),
  Buffer.from([0xbe, 0xd9, 0xb1, 0xa8, 0xd0, 0xc5, 0xbc, 0xfe]),
  Buffer.from('"}]'),
]);
const GZIP = { 'content-encoding': 'gzip' };
const WRONG = `whsec_${'A'.repeat(44)}`;

describe('a signature', () => {
  it('is over the bytes as sent, before or after they were packed, with or without the mark of their order', async () => {
    const packed = gzipSync(BYTES);
    const ways: [string, Buffer, Parameters<typeof pushBytes>[2]][] = [
      ['as sent', BYTES, {}],
      ['packed, signed as sent', packed, { headers: GZIP }],
      ['packed, signed before', packed, { headers: { 'content-encoding': 'GZIP' }, signed: BYTES }],
      ['called x-gzip', packed, { headers: { 'content-encoding': 'x-gzip, identity' } }],
      ['said to be packed and unpacked on the way', BYTES, { headers: GZIP }],
      ['marked, signed as sent', Buffer.concat([BOM, BYTES]), {}],
      ['marked, signed without', Buffer.concat([BOM, BYTES]), { signed: BYTES }],
      [
        'packed and marked, signed without either',
        gzipSync(Buffer.concat([BOM, BYTES])),
        { headers: GZIP, signed: BYTES },
      ],
    ];
    for (const [index, [what, bytes, sent]] of ways.entries()) {
      const told = await pushBytes(office, bytes, { ...sent, id: `way-${index}` });
      expect(told, what).toMatchObject({ status: 200, body: { accepted: 1 } });
    }
  });

  it('of something else is none, packed or not', async () => {
    for (const sent of [{ signed: `${TEXT} ` }, { secret: WRONG }])
      for (const [bytes, headers] of [
        [BYTES, {}],
        [gzipSync(BYTES), GZIP],
      ] as const)
        expect(await pushBytes(office, bytes, { ...sent, headers })).toMatchObject({
          status: 401,
          body: { code: 'SIGNATURE_INVALID' },
        });
  });

  it('may stand under the older names of its headers', async () => {
    expect(await pushBytes(office, BYTES, { family: 'svix' })).toMatchObject({ status: 200 });
    const told = await pushBytes(office, BYTES, { family: 'svix', signed: 'other', id: 'msg-old' });
    expect(told).toMatchObject({ status: 401, body: { code: 'SIGNATURE_INVALID' } });
    const [line] = await office.system.refusals.list(office.now().slice(0, 10));
    expect(line?.last).toMatchObject({ message: 'msg-old' });
  });

  it('fits as the standard’s own library writes it, with either secret and beside others', async () => {
    const gate = createSignatureGate([FEED], async () => [SECRET, OLD_SECRET]);
    for (const secret of [SECRET, OLD_SECRET]) {
      const headers = signatureHeaders(secret, 'msg-字', new Date(), '字');
      await expect(gate.admit(FEED, pushEvent('字', headers))).resolves.toBeUndefined();
      const many = { ...headers, 'webhook-signature': `v1a,x v1,x v1 ${headers['webhook-signature']}` };
      await expect(gate.admit(FEED, pushEvent('字', many))).resolves.toBeUndefined();
    }
  });

  it('holds for five minutes before and after', async () => {
    const signedAt = 1_772_409_600;
    const admitted = (seconds: number, at = String(signedAt)) =>
      createSignatureGate(
        [FEED],
        async () => [SECRET],
        () => (signedAt + seconds) * 1000 + 999,
      ).admit(FEED, pushEvent(TEXT, headersOver(TEXT, { at })));
    for (const seconds of [-300, -299, 0, 299, 300]) await expect(admitted(seconds)).resolves.toBeUndefined();
    for (const seconds of [-301, 301])
      await expect(admitted(seconds)).rejects.toMatchObject({
        code: 'SIGNATURE_STALE',
        message: '签名时间与现在相差超过5分钟',
      });
    await expect(admitted(0, `${signedAt}000`)).rejects.toMatchObject({
      code: 'SIGNATURE_STALE',
      message: '签名时间与现在相差超过5分钟;签名时间以秒计,不是毫秒',
    });
    for (const at of ['now', '1772409600.5', '-1', '1e9'])
      await expect(admitted(0, at)).rejects.toMatchObject({
        code: 'SIGNATURE_INVALID',
        message: '签名时间 webhook-timestamp 应为以秒计的整数',
      });
  });
});

describe('a body that cannot be read', () => {
  const marked = Buffer.from('\ufeff[]', 'utf16le');
  const length = (bytes: Buffer) => ({ 'content-length': String(bytes.length) });
  const ways: [string, Buffer, Parameters<typeof pushBytes>[2], string, string][] = [
    ['in GBK', GBK, {}, 'BODY_CHARSET_WRONG', '请求体不是 UTF-8 编码,看来是 GBK;请以 UTF-8 编码发送'],
    ['in GBK, wrongly signed', GBK, { signed: 'x' }, 'BODY_CHARSET_WRONG', '看来是 GBK'],
    ['in GBK, packed', gzipSync(GBK), { headers: GZIP }, 'BODY_CHARSET_WRONG', '看来是 GBK'],
    ['in UTF-16', marked, {}, 'BODY_CHARSET_WRONG', '看来是 UTF-16'],
    ['in UTF-16 without a mark', Buffer.from('[]', 'utf16le'), {}, 'BODY_CHARSET_WRONG', '看来是 UTF-16'],
    ['in nothing known', Buffer.from([0x5b, 0xff, 0x5d]), {}, 'BODY_CHARSET_WRONG', '不是 UTF-8 编码;'],
    ['packed without saying so', gzipSync(BYTES), {}, 'BODY_NOT_UNPACKED', 'content-encoding: gzip'],
    ['packed and cut', gzipSync(BYTES).subarray(0, 20), { headers: GZIP }, 'BODY_NOT_UNPACKED', '解不开'],
  ];
  it.each(ways)('%s is refused with the reason', async (_, bytes, sent, code, said) => {
    const told = await pushBytes(office, bytes, sent);
    expect(told).toMatchObject({ status: 400, body: { code } });
    expect(refusalIn(told).message).toContain(said);
    expect((await refused())[0]).toContain(code);
  });

  it.each([
    ['br', brotliCompressSync(BYTES)],
    ['deflate', deflateSync(BYTES)],
    ['gzip, gzip', gzipSync(gzipSync(BYTES))],
  ])('packed by %s is refused by name', async (coding, bytes) => {
    for (const signed of [bytes, 'other']) {
      const told = await pushBytes(office, bytes, { signed, headers: { 'content-encoding': coding } });
      expect(told).toMatchObject({ status: 415, body: { code: 'BODY_ENCODING_UNSUPPORTED' } });
      expect(refusalIn(told).message).toBe(`请求体的压缩方式“${coding}”不支持,请用 gzip 或不压缩`);
    }
  });

  it('of which a gateway has lost bytes is named as far as it can be known', async () => {
    const lost = await pushAsText(office, GBK, { headers: length(GBK) });
    expect(lost).toMatchObject({ status: 400, body: { code: 'BODY_CHARSET_WRONG' } });
    expect(refusalIn(lost).message).toContain('到达时已有字节丢失');
    expect(await pushAsText(office, GBK)).toMatchObject({
      status: 400,
      body: { code: 'BODY_CHARSET_WRONG' },
    });
    const packed = await pushAsText(office, gzipSync(BYTES), { headers: GZIP });
    expect(packed).toMatchObject({ status: 400, body: { code: 'BODY_NOT_UNPACKED' } });
    expect(refusalIn(packed).message).toContain('application/octet-stream');
  });

  it('is another than one that itself has what a gateway writes for a lost byte', async () => {
    const own = Buffer.from(JSON.stringify([plain('a', { title: '乱码\ufffd' })]));
    expect(await pushAsText(office, own, { headers: length(own) })).toMatchObject({ status: 200 });
    const forged = await pushAsText(office, own, { headers: length(own), signed: 'x' });
    expect(forged).toMatchObject({ status: 401, body: { code: 'SIGNATURE_INVALID' } });
  });
});

describe('a packed body', () => {
  const room = 256 * 1024;
  const padded = (bytes: number) => Buffer.concat([BYTES, Buffer.alloc(bytes - BYTES.length, ' ')]);

  it('may unpack to 256 KB and no byte more', async () => {
    for (const [bytes, status] of [
      [room - 1, 200],
      [room, 200],
      [room + 1, 413],
    ] as const) {
      const told = await pushBytes(office, gzipSync(padded(bytes)), { headers: GZIP, id: `${bytes}` });
      expect(told.status).toBe(status);
    }
  });

  it('that is a bomb costs no memory and little time', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(room);
    const before = process.memoryUsage().rss;
    const began = performance.now();
    for (const signed of [bomb, 'x']) {
      const told = await pushBytes(office, bomb, { headers: GZIP, signed });
      expect(told).toMatchObject({ status: 413, body: { code: 'BODY_TOO_LARGE' } });
      expect(refusalIn(told).message).toBe('请求解压后超过256 KB');
    }
    expect(performance.now() - began).toBeLessThan(1000);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  });
});

it('what the office’s own people send is read the same way', async () => {
  const note = { title: '来电反映', sources: [{ kind: 'monitored' }], level: 'blue', unit: 'food' };
  const claims = { sub: 'x', name: 'X', role: 'officeHead' };
  const asked = { method: 'POST', path: '/v1/cases', claims, base64: true };
  const send = (bytes: Buffer, headers: Record<string, string> = {}) =>
    office.http({ ...asked, headers, body: bytes.toString('base64') });
  const marked = Buffer.concat([BOM, Buffer.from(JSON.stringify(note))]);
  for (const [bytes, headers] of [
    [marked, {}],
    [gzipSync(marked), GZIP],
  ] as const)
    expect(refusalIn(await send(bytes, headers)).code).toBe('PERSON_UNKNOWN');
  expect(await send(GBK)).toMatchObject({ status: 400, body: { code: 'BODY_CHARSET_WRONG' } });
  expect(await send(marked, { 'content-encoding': 'br' })).toMatchObject({ status: 415 });
});
