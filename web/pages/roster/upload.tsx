import { useState } from 'preact/hooks';
import { withKeys } from '../../model/roster/from-table.ts';
import { type Line, linesOf, rolesOf } from '../../model/roster/lines.ts';
import { spoken } from '../../model/spoken.ts';
import { Alert } from '../../parts/notice.tsx';
import type { BureauNames } from './names.ts';
import type { Editing } from './use-editing.ts';

interface Read {
  problems: readonly string[];
  notes: readonly string[];
}
const bytesOf = (file: Blob): Promise<ArrayBuffer> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(new Error('这个文件读不出来'));
    reader.readAsArrayBuffer(file);
  });

/** A table takes the place of all lines, to be looked at before it is saved. */
export const Upload = ({
  names,
  editing,
  newKey,
}: {
  names: BureauNames;
  editing: Editing;
  newKey: () => string;
}) => {
  const [read, setRead] = useState<Read>();
  const { base, setLines } = editing;
  const take = async (file: File): Promise<void> => {
    const { readTable } = await import('./read-table.ts');
    const { roster, problems, notes } = readTable(names, await bytesOf(file), { roles: rolesOf(base).roles });
    setRead({ problems, notes });
    if (problems.length === 0) {
      const lines: Line[] = withKeys(base, linesOf(roster.roles), newKey);
      setLines(lines);
    }
  };
  return (
    <details class="pane">
      <summary>用表格更换</summary>
      <div class="field">
        <label for="table">选择表格文件（CSV）</label>
        <p class="hint" id="table-hint">
          第一行是列名：岗位、姓名、电话；需要时还有股室、固定电话、编号、在岗。可以先导出现在的名册，用表格软件改好，再另存为CSV。表格里没有的人，会从名册移除。
        </p>
        <input
          id="table"
          type="file"
          accept=".csv,.txt,text/csv"
          aria-describedby="table-hint"
          onChange={(event) => {
            const input = event.currentTarget;
            const [file] = input.files ?? [];
            if (file === undefined) return;
            take(file)
              .catch((error: Error) => setRead({ problems: [error.message], notes: [] }))
              .finally(() => {
                input.value = '';
              });
          }}
        />
      </div>
      {read !== undefined && read.problems.length > 0 && (
        <Alert>
          <p>表格有误，名册没有改动：</p>
          <ul class="plain">
            {read.problems.map((each) => (
              <li key={each}>{spoken(each)}</li>
            ))}
          </ul>
        </Alert>
      )}
      {read !== undefined && read.problems.length === 0 && (
        <p role="status">表格已读入，与现在的名册不同的列在下面“将要更改”里，还没有保存。</p>
      )}
      {read?.notes.map((note) => (
        <p class="warn" key={note}>
          {spoken(note)}
        </p>
      ))}
    </details>
  );
};
