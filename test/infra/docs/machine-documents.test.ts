import { expect, it } from 'vitest';
import { machineDocuments } from '../../../infra/docs/machine-documents.ts';
import { loadDefinitions } from '../../../infra/local/definitions/load.ts';

const leizhou = await loadDefinitions('leizhou');

it('a machine stands in a file of its own, as it is read again', () => {
  const documents = machineDocuments({ leizhou });
  const red = documents.find(({ path }) => path === 'statemachines/generated/leizhou/red.json');
  expect(red?.wanted).toBe(red?.present);
});

it('a file names no partition, since each machine is deployed in all of them', () => {
  for (const { wanted } of machineDocuments({ leizhou })) expect(wanted ?? '').not.toMatch(/arn:aws/);
});

it('the files of a bureau that is no more are named, and no other', () => {
  const gone = machineDocuments({ leizhou }).filter(({ wanted }) => wanted === null);
  const paths = gone.map(({ path }) => path);
  expect(paths).toContain('statemachines/generated/yinzhou/major.json');
  expect(paths.filter((path) => path.includes('/leizhou/'))).toEqual([]);
});
