import { describe, expect, it } from 'vitest';
import { regulations } from '../../shared/regulations/index.ts';
import { postName, shortPost } from '../../web/model/post-name.ts';

describe('what a post is called', () => {
  it.each([
    ['股室舆情联络员', '食品安全监管股', '食品安全监管股舆情联络员'],
    ['责任股室负责人', '检测所', '检测所负责人'],
    ['单位主要负责人(股室主要负责人)', '经检支队', '经检支队主要负责人'],
    ['责任单位经办人员(由单位指定)', '12315中心', '12315中心经办人员'],
    ['责任主体股室经办人', '社区矫正股', '社区矫正股经办人'],
    ['应对科室工作人员', '接访科', '接访科工作人员'],
    ['责任科室专人(含下属单位)', '殡仪馆', '殡仪馆专人'],
  ])('%s of %s: %s', (role, unit, said) => expect(postName(role, { name: unit })).toBe(said));
  it('is its own name without what stands in brackets, where it is of the whole bureau', () => {
    expect(postName('局办公室值班员(舆情管理人员)', null)).toBe('局办公室值班员');
    expect(shortPost('责任股室负责人')).toBe('责任股室负责人');
  });
  it.each(Object.values(regulations))(
    '$id: two posts of a unit are never called alike',
    ({ roles, units }) => {
      for (const unit of units) {
        const names = roles.filter(({ perUnit }) => perUnit).map(({ name }) => postName(name, unit));
        expect(new Set(names).size).toBe(names.length);
        for (const name of names) expect(name.length).toBeGreaterThan(unit.name.length + 1);
      }
      const names = roles.filter(({ perUnit }) => !perUnit).map(({ name }) => shortPost(name));
      expect(new Set(names).size).toBe(names.length);
    },
  );
});
