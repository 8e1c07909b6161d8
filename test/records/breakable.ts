import type { Table } from '../../shared/records/table.ts';

/** A table whose n-th write from now throws: before it is done, or after, when only the answer is lost. */
export const breakable = (inner: Table) => {
  const control = { left: Number.POSITIVE_INFINITY, when: 'before' as 'before' | 'after', writes: 0 };
  const guard =
    <A extends unknown[], R>(run: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      control.writes += 1;
      control.left -= 1;
      const breaks = control.left === 0;
      if (breaks && control.when === 'before') throw new Error('table away');
      const result = await run(...given);
      if (breaks) throw new Error('answer lost');
      return result;
    };
  const table: Table = {
    ...inner,
    put: guard(inner.put),
    set: guard(inner.set),
    remove: guard(inner.remove),
    increment: guard(inner.increment),
  };
  return { table, control };
};
