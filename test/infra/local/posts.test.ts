import { expect, it } from 'vitest';
import { exampleRoster } from '../../../infra/local/people.ts';
import { actorNamed } from '../../../infra/local/posts.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { leizhou } from '../../support/bureaus.ts';

const actor = (who: string, regulation = leizhou) => actorNamed(regulation, exampleRoster(regulation), who);

it('is a person of the roster, by the post’s id or name', () => {
  expect(actor('officeHead')).toMatchObject({ role: 'officeHead', name: '办公室负责人' });
  expect(actor('局办公室负责人')).toEqual(actor('officeHead'));
});

it('of a unit’s post, the unit’s own', () => {
  expect(actor('unitLiaison@price')).toMatchObject({ role: 'unitLiaison', unit: 'price' });
  expect(actor('unitLiaison@价格监督检查股')).toEqual(actor('unitLiaison@price'));
});

it.each(Object.values(regulations))('an unknown post lists those of $bureau, and its units', (regulation) => {
  const attempt = () => actor('nobody', regulation);
  expect(attempt).toThrow(`没有岗位“nobody”\n${regulation.bureau}的岗位:`);
  for (const { id, name } of regulation.units) expect(attempt).toThrow(`${id}(${name})`);
  for (const { id, name, kind, perUnit } of regulation.roles)
    if (kind === 'internal') expect(attempt).toThrow(`${id}${perUnit ? '@<单位>' : ''}(${name})`);
});

it.each([
  ['unitLiaison@foo', '没有单位“foo”'],
  ['officeHead@food', '不分单位,不写“@food”'],
  ['', '没有岗位“”'],
  // A superior has no token here.
  ['zhanjiang', '没有岗位“zhanjiang”'],
])('refuses %s', (who, said) => {
  expect(() => actor(who)).toThrow(said);
});
