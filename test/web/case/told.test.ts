import { describe, expect, it } from 'vitest';
import { saidAt } from '../../../web/model/case/matter.ts';
import { toldOf } from '../../../web/model/case/told.ts';
import { text } from './found.ts';

const say = saidAt(Date.parse('2026-03-03T01:08:00+08:00'));

describe('one text', () => {
  const AT = '2026-03-02T23:05:00+08:00';
  it('stands once for who holds several posts and has it in each', () => {
    const head = { id: 'officeHead', name: '局办公室负责人' };
    const told = toldOf([text({ at: AT }), text({ at: AT, role: head })], say);
    expect(told.map(({ post }) => post)).toEqual([`${text({}).role.name}、${head.name}`]);
  });
  it('that told of several cases stands once with all that it said of this one', () => {
    const told = toldOf([text({ at: AT, text: '第一项' }), text({ at: AT, text: '第二项' })], say);
    expect(told).toHaveLength(1);
    expect(told[0]!.text).toBe('第一项\n第二项');
    expect(told[0]!.became).toHaveLength(1);
    // Another, a minute later, is another.
    const later = text({ at: '2026-03-02T23:06:00+08:00', text: '第三项' });
    expect(toldOf([text({ at: AT, text: '第一项' }), later], say)).toHaveLength(2);
  });
  it('of no use any more stands once for one number', () => {
    const moot = text({ status: 'moot', text: null });
    expect(toldOf([moot, { ...moot, role: { id: 'officeHead', name: '局办公室负责人' } }], say)).toHaveLength(
      1,
    );
  });
});
