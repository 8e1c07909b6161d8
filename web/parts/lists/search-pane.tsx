import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useRegulation } from '../../api/regulation.ts';
import { Find, Why } from './search-fields.tsx';

interface Searched<A extends object> {
  /** What is looked for, as a screen reader says it. */
  label: string;
  /** The one field that is always there. */
  words: { name: string; label: string; value: string; why: string; hint?: ComponentChildren };
  asked: A;
  /** So many of the further conditions are set. */
  count: number;
  addressOf: (asked: A) => string;
  /** The same without further conditions. */
  cleared: A;
  /** The further conditions, folded until one is set. */
  children: ComponentChildren;
}

const askedBy = <A extends object>(form: HTMLFormElement, before: A): A => {
  const asked: Record<string, unknown> = { ...(before as Record<string, unknown>) };
  new FormData(form).forEach((value, name) => {
    asked[name] = String(value).trim();
  });
  return asked as A;
};

/** A search: one field, and the other conditions folded below it. What is found is an address. */
export const SearchPane = <A extends object>({
  label,
  words,
  asked,
  count,
  addressOf,
  cleared,
  children,
}: Searched<A>) => {
  const { route } = useLocation();
  const [isOpen, setOpen] = useState(count > 0);
  const { name, why, hint } = words;
  const described = [...(hint === undefined ? [] : [`${name}-hint`]), ...(why === '' ? [] : [`${name}-why`])];
  return (
    <form
      class="pane"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        route(addressOf(askedBy(event.currentTarget, asked)));
      }}
    >
      <div class={why === '' ? '' : 'bad'}>
        <label for={name}>{words.label}</label>
        <div class="line">
          <input
            id={name}
            name={name}
            type="search"
            class="grow"
            autocomplete="off"
            maxLength={100}
            defaultValue={words.value}
            aria-invalid={why !== '' || undefined}
            aria-describedby={described.join(' ') || undefined}
          />
          {!isOpen && <Find />}
        </div>
        <Why name={name} why={why} />
        {hint !== undefined && (
          <p class="hint" id={`${name}-hint`}>
            {hint}
          </p>
        )}
      </div>
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>更多条件{count > 0 && `（已设${count}项）`}</summary>
        {isOpen && (
          <>
            <Filters>{children}</Filters>
            <p class="acts">
              <Find />
              {count > 0 && (
                <a class="btn quiet" href={addressOf(cleared)}>
                  清除条件
                </a>
              )}
            </p>
          </>
        )}
      </details>
    </form>
  );
};

const Filters = ({ children }: { children: ComponentChildren }) => {
  const { fault } = useRegulation();
  return (
    <div class="filters">
      {fault !== '' && <p class="why">{fault}</p>}
      {children}
    </div>
  );
};
