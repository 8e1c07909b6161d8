import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openApiOf } from '../../../infra/openapi/document.ts';
import { readInstant, ZONE } from '../../../shared/contracts/instants.ts';
import { regulations } from '../../../shared/regulations/index.ts';

// What the document says of how something is written, and what is read.

const { components, paths } = openApiOf(regulations.nanning!, {
  authorization: 'signature',
  hasReceipts: false,
});
const at = components.schemas.FileReport!.properties!.madeAt!;
const written = new RegExp(at.pattern!);
const isRead = (value: string | number): boolean => readInstant(value, ZONE) !== undefined;

describe('an instant', () => {
  it('as the guide writes it is one for both', () => {
    const texts = [
      '2026-03-02T07:40:00+08:00',
      '2026-03-02 8:05',
      '2026/3/2 8:05',
      '1772409600',
      '1772409600000',
    ];
    for (const text of texts) {
      expect(written.test(text), text).toBe(true);
      expect(isRead(text), text).toBe(true);
    }
  });

  it('without a time of day, or that is no time, is none for either', () => {
    for (const text of ['', '2026-03-02', '今天', '2026-13-02 08:05', '2026-03-02 25:00', '0', '12']) {
      expect(written.test(text), text).toBe(false);
      expect(isRead(text), text).toBe(false);
    }
  });

  it('that has the form is read, unless the month has no such day', () => {
    fc.assert(
      fc.property(fc.stringMatching(written), (text) => {
        const [, day] = /^\d{4}[-/]\d{1,2}[-/](\d{1,2})/.exec(text) ?? [];
        return isRead(text) || Number(day) > 28;
      }),
    );
  });

  it('as a number lies within the years that are read', () => {
    const { minimum, exclusiveMaximum } = at as { minimum: number; exclusiveMaximum: number };
    expect([minimum - 1, minimum, exclusiveMaximum - 1, exclusiveMaximum].map(isRead)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe('an opening', () => {
  it('has a title or items', () => {
    expect(components.schemas.OpenCase!.anyOf).toEqual([{ required: ['title'] }, { required: ['items'] }]);
  });
});

describe('an idempotency key', () => {
  const header = paths['/v1/cases']!.post!.parameters!.find(({ name }) => name === 'idempotency-key')!;
  it('has the form that is taken', () => {
    const form = new RegExp(header.schema.pattern!);
    for (const key of ['k', '"k 1"', 'x'.repeat(80)]) expect(form.test(key), key).toBe(true);
    for (const key of ['', 'k 1', '"k', 'x'.repeat(81), '键']) expect(form.test(key), key).toBe(false);
  });
});
