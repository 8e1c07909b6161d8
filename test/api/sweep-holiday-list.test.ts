import { describe, expect, it } from 'vitest';
import { regulations } from '../../shared/regulations/index.ts';
import { createOffice, START } from '../support/office.ts';

const officeAt = async (local: string, regulation = regulations.nanning!) => {
  const office = await createOffice({ regulation });
  office.pass(Date.parse(`${local.replace(' ', 'T')}+08:00`) - Date.parse(START));
  const texts = (): string[] =>
    office.sent.map(({ message }) => message.text).filter((text) => text.includes('放假安排'));
  const look = async (): Promise<void> => {
    await office.sweep();
    await office.notify();
  };
  return { office, texts, look };
};

describe('the list of the next year, which nobody has filled in', () => {
  it.each([
    ['2026-11-14 23:59', 0],
    ['2026-11-15 07:59', 0],
    ['2026-11-15 08:00', 2],
    ['2026-11-15 19:59', 2],
    ['2026-11-15 20:00', 0],
    ['2027-01-01 08:00', 2],
  ])('is asked of the administrator and the head of the office at %s: %i texts', async (local, count) => {
    const { texts, look } = await officeAt(local);
    await look();
    expect(texts()).toHaveLength(count);
    await look();
    expect(texts()).toHaveLength(count);
    for (const text of texts()) {
      expect(text).toContain('2027年放假安排尚未录入');
      expect(text.length).toBeLessThanOrEqual(70);
    }
  });

  it('once a week until the year begins, then daily', async () => {
    const { office, texts, look } = await officeAt('2026-11-15 09:00');
    const day = async (): Promise<void> => {
      await look();
      office.pass(24 * 3600_000);
    };
    for (let n = 0; n < 7; n += 1) await day();
    expect(texts()).toHaveLength(2);
    await day();
    expect(texts()).toHaveLength(4);
    office.pass(Date.parse('2027-01-01') - Date.parse('2026-11-23'));
    for (let n = 0; n < 3; n += 1) await day();
    expect(texts()).toHaveLength(10);
  });

  it('is asked of nobody where it moves no limit', async () => {
    const { texts, look } = await officeAt('2027-01-01 08:00', regulations.hohhot!);
    await look();
    expect(texts()).toEqual([]);
  });
});
