import { useLayoutEffect, useRef } from 'preact/hooks';
import type { FormField } from '../../../shared/contracts/desk/forms.ts';
import type { Wrong } from '../../model/forms/check.ts';
import { titleAt } from '../../model/forms/problems.ts';
import { idsOf } from '../../parts/fields/form-context.ts';

/** Goes to the control of a field, or to the first within it. */
export const goTo = (path: string): void => {
  const id = idsOf(path.split('.')).control;
  const place = document.getElementById(`${id}-day`) ?? document.getElementById(id);
  const control = place?.matches('input, textarea, select')
    ? place
    : place?.querySelector('input, textarea, select');
  const target = (control ?? place) as HTMLElement | null | undefined;
  target?.scrollIntoView({ block: 'center' });
  target?.focus();
};

/** What keeps an act from being done, on top of the form; each leads to its field. `undone`: 尚未登记. */
export const Summary = ({
  wrongs,
  fields,
  undone,
}: {
  wrongs: readonly Wrong[];
  fields: readonly FormField[];
  undone: string;
}) => {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => box.current?.focus(), [wrongs]);
  return (
    <div class="alert" role="alert" tabIndex={-1} ref={box}>
      <p>
        <b>
          有{wrongs.length}处要改，{undone}
        </b>
      </p>
      {wrongs.map(({ path, message }) =>
        path === '' ? (
          <p key={message}>{message}</p>
        ) : (
          <a
            key={path}
            class="line"
            href={`#${idsOf(path.split('.')).control}`}
            onClick={(event) => {
              event.preventDefault();
              goTo(path);
            }}
          >
            {titleAt(fields, path)}：{message}
          </a>
        ),
      )}
    </div>
  );
};
