import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXECUTED, listOf } from '../../../../infra/docs/text/executed.ts';
import { Occasion, Regulation } from '../../../../shared/regulations/schema.ts';

const ROOT = new URL('../../../../', import.meta.url);
/** What a file does, without what its comments say. */
const codeOf = (file: string): string =>
  readFileSync(new URL(file, ROOT), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
/** Whether the code takes `list` out of a regulation: `regulation.duties`, `({ duties }: Regulation)`. */
const reads = (code: string, list: string): boolean =>
  new RegExp(`\\b(regulation|each)\\.${list}\\b|\\{[^{}]*\\b${list}\\b[^{}]*\\}: Regulation\\b`).test(code);

/** Explain rules and run nothing: why a clause is not run, and how an unclear one is read. */
const EXPLAINING = ['informs', 'readings'];
const lists = Object.entries(Regulation.shape)
  .filter(([, schema]) => {
    const inner = schema.def.type === 'default' ? schema.def.innerType : schema;
    return inner.def.type === 'array' || inner.def.type === 'object';
  })
  .map(([name]) => name);

describe('the lists of a regulation', () => {
  it.each(Object.entries(EXECUTED))('%s is run by %s, which reads it', (list, file) => {
    expect(reads(codeOf(file), list)).toBe(true);
  });

  it('are run, or explain others; there is no third kind', () => {
    const known = [...Object.keys(EXECUTED), ...EXPLAINING, 'cite', 'numbering'];
    expect(lists.filter((list) => !known.includes(list))).toEqual([]);
    expect(EXPLAINING.filter((list) => Object.hasOwn(EXECUTED, list))).toEqual([]);
  });

  it('are found by the path of any place in them', () => {
    expect(listOf('duties[reportLeaders].terms[0].cite[1]')).toBe('duties');
    expect(listOf('grading.floors[deaths].cite[0]')).toBe('grading');
    expect(listOf('cite[0]')).toBe('version');
  });
});

describe('what people are told of beside the duties', () => {
  const code = globSync('{shared,functions}/**/*.ts', { cwd: ROOT }).map(codeOf);

  it.each(Occasion.options)('%s is told by the code to whom the data names', (occasion) => {
    const tells = (each: string) => /\b(receiversOf|tellRoles)\(/.test(each);
    expect(code.some((each) => each.includes(`'${occasion}'`) && tells(each))).toBe(true);
  });

  it('is told to no role that is written into the code', () => {
    const posts = ['dutyOfficer', 'officeHead', 'unitLiaison', 'unitHead', 'leadingGroup', 'operator'];
    for (const post of [...posts, 'deputyLeader', 'chiefLeader'])
      expect(code.filter((each) => each.includes(`'${post}'`))).toEqual([]);
  });
});
