import { useState } from 'preact/hooks';
import type { Line } from '../../../model/case/content.ts';

/** About two lines of a phone. */
const SHORT_SIGNS = 40;
const isLong = (text: string): boolean => text.length > SHORT_SIGNS || text.indexOf('\n') >= 0;

/** What somebody wrote, under its name; what is long, in two lines until it is asked for. */
const One = ({ name, text }: Line) => {
  const [isOpen, setOpen] = useState(!isLong(`${name}${text}`));
  return (
    <>
      <p class={`written small${isOpen ? '' : ' brief'}`}>
        <span class="soft">{name}：</span>
        {text}
      </p>
      {!isOpen && (
        <button type="button" class="ref" onClick={() => setOpen(true)}>
          看全文<span class="hide">：{name}</span>
        </button>
      )}
    </>
  );
};

/** What was written in an entry. */
export const Written = ({ lines, isFolded }: { lines: readonly Line[]; isFolded: boolean }) => {
  if (lines.length === 0) return null;
  const all = lines.map((line) => <One key={`${line.name}${line.text}`} {...line} />);
  if (!isFolded) return <div>{all}</div>;
  return (
    <details class="small">
      <summary>写明的内容，{lines.length}项</summary>
      {all}
    </details>
  );
};
