import { expect, it } from 'vitest';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import { at, head, officer } from '../../support/case-file.ts';
import { give, open } from '../given.ts';

const report = (kind: string, madeAt?: string): CaseCommand => ({
  type: 'FileReport',
  kind,
  form: 'telephone',
  to: ['officeHead', 'deputyLeader'],
  ...(madeAt === undefined ? {} : { madeAt: at(madeAt) }),
});

it('leizhou 续报, every 15 days: a paper dated back makes no period that was kept one that passed', () => {
  const file = open({ level: 'blue', when: '03-02 10:00' });
  give(file, '03-02 10:10', officer, report('first'));
  expect(give(file, '03-12 10:00', officer, report('progress'))).toBe('done');
  file.runTo('03-29 10:00');
  const passed = { ...file.state.passed };
  const before = file.duty('blueProgress')?.history.map(({ occurrence, outcome }) => [occurrence, outcome]);
  expect(Object.keys(passed)).toEqual(['blueProgress#2']);
  expect(give(file, '03-29 10:10', officer, report('progress', '03-06 10:00'))).toBe('done');
  give(file, '03-29 10:20', head, { type: 'ConfirmAct', act: file.log.length, agree: true });
  expect(file.state.passed).toEqual(passed);
  const after = file.duty('blueProgress')?.history.map(({ occurrence, outcome }) => [occurrence, outcome]);
  expect(after).toEqual(before);
});
