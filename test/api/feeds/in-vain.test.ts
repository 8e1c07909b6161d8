import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { plain } from '../../support/office.ts';
import { pushBytes } from '../intake/sent-bytes.ts';
import { createWatchingOffice, FORGED, textsOf } from './feeds.ts';

const GZIP = { 'content-encoding': 'gzip' };
const bytesOf = (body: unknown): Uint8Array => Buffer.from(JSON.stringify(body));
/** What a feed may bring of which nothing can be taken. */
const IN_VAIN: readonly (readonly [string, Uint8Array, Record<string, string>?])[] = [
  ['ten thousand items at once', bytesOf(Array.from({ length: 10_000 }, (_, id) => ({ id, title: '信' })))],
  ['an id of 2400 characters', bytesOf([plain('x'.repeat(2400))])],
  [
    'a body in GBK',
    Buffer.concat([Buffer.from('[{"id":"g","title":"'), Buffer.from([0xbe, 0xd9]), Buffer.from('"}]')]),
  ],
  ['a gzip bomb', gzipSync(Buffer.alloc(50 * 1024 * 1024)), GZIP],
  ['no JSON', Buffer.from('{')],
];

describe.each(IN_VAIN.map(([what, bytes, headers = {}]) => ({ what, bytes, headers })))(
  '$what',
  ({ bytes, headers }) => {
    it('is no sign that its feed brings anything', async () => {
      const { office, lookAt, feeds } = await createWatchingOffice();
      await lookAt('02T08:00:00');
      await lookAt('02T10:00:00');
      expect((await pushBytes(office, bytes, { headers })).status).toBeGreaterThanOrEqual(400);
      await lookAt('02T10:05:00');
      expect(await feeds()).toMatchObject([{ accepted: null, trouble: { kind: 'silent' }, unsigned: 0 }]);
      expect(textsOf(office).vendor).toHaveLength(1);
    });

    it('is counted where it is wrongly signed, whatever else is wrong with it', async () => {
      const { office, lookAt, feeds } = await createWatchingOffice();
      await lookAt('02T08:00:00');
      for (let time = 0; time < 5; time += 1) await pushBytes(office, bytes, { headers, secret: FORGED });
      expect(await feeds()).toMatchObject([{ unsigned: 5, trouble: { kind: 'unsigned' } }]);
    });
  },
);
