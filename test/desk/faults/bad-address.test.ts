import { describe, it } from 'vitest';
import { nightForTests } from '../support/night.ts';
import { personAt } from '../support/person.ts';

// Addresses as nobody meant them.

const { bureau, openCase } = nightForTests();

describe('an address', () => {
  it('with a bad per cent sign is looked for as it was typed', async () => {
    const clerk = await personAt(bureau(), 'dutyOfficer', { path: '/desk/duties' });
    await clerk.go('/desk/cases/LZ2026-0001%');
    await clerk.sees('没有编号为LZ2026-0001%的案卷，或者你无权查看。');
    await clerk.go('/desk/cases/%E0%A4%A');
    await clerk.sees('没有编号为%E0%A4%A的案卷，或者你无权查看。');
    await clerk.leave();
  });
  it.each(['constructor', '__proto__', 'toString'])(
    'of the act %s has no form, and says so',
    async (name) => {
      const id = await openCase();
      const clerk = await personAt(bureau(), 'dutyOfficer', { path: '/desk/duties' });
      await clerk.go(`/desk/cases/${id}/do/${name}`);
      await clerk.sees('没有这一项办理。');
      await clerk.leave();
    },
  );
});
