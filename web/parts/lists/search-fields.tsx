import { useLayoutEffect, useState } from 'preact/hooks';
import type { Choice } from '../../model/search/choices.ts';
import { dayInWords } from '../../model/wall-clock.ts';

// The fields of a search: each keeps what the address asks for, and says what is wrong with it.

export interface SearchField {
  name: string;
  label: string;
  value: string;
  why: string;
}

/** One of what the bureau has. */
export const Select = ({
  name,
  label,
  value,
  why,
  choices,
}: SearchField & { choices: readonly Choice[] }) => (
  <div class={`field${why === '' ? '' : ' bad'}`}>
    <label for={name}>{label}</label>
    <select id={name} name={name} aria-describedby={why === '' ? undefined : `${name}-why`}>
      <option value="">不限</option>
      {value !== '' && !choices.some(({ id }) => id === value) && (
        <option value={value} selected>
          {value}
        </option>
      )}
      {choices.map(({ id, name: said }) => (
        <option key={id} value={id} selected={id === value}>
          {said}
        </option>
      ))}
    </select>
    <Why name={name} why={why} />
  </div>
);

/** A browser writes a day in its own language: what was chosen stands beside it in words. */
export const Day = ({ name, label, value, why }: SearchField) => {
  const [chosen, setChosen] = useState(value);
  useLayoutEffect(() => setChosen(value), [value]);
  return (
    <div class={`field${why === '' ? '' : ' bad'}`}>
      <label for={name}>{label}</label>
      <input
        id={name}
        name={name}
        type="date"
        class="short"
        placeholder="2026-03-01"
        defaultValue={value}
        onInput={({ currentTarget }) => setChosen(currentTarget.value)}
        aria-invalid={why !== '' || undefined}
        aria-describedby={why === '' ? undefined : `${name}-why`}
      />
      <span class="soft tiny"> {dayInWords(chosen)}</span>
      <Why name={name} why={why} />
    </div>
  );
};

export const Why = ({ name, why }: { name: string; why: string }) =>
  why === '' ? null : (
    <p class="why" id={`${name}-why`}>
      {why}
    </p>
  );

/** Behind the last condition that is shown. */
export const Find = () => (
  <button type="submit" class="btn main">
    查找
  </button>
);
