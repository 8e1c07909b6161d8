import type { Line } from '../../../model/forms/does.ts';

export const Lines = ({ lines }: { lines: readonly Line[] }) => (
  <ul>
    {lines.map(({ mark, text }) => (
      <li key={text} class={mark}>
        {text}
      </li>
    ))}
  </ul>
);
