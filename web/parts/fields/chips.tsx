import type { ComponentChildren } from 'preact';
import type { FormChoice } from '../../../shared/contracts/desk/forms.ts';

interface PickProps {
  type: 'radio' | 'checkbox';
  name: string;
  id?: string;
  isChosen: boolean;
  choose: (isChosen: boolean) => void;
  children: ComponentChildren;
}
/** One chip. */
export const Pick = ({ type, name, id, isChosen, choose, children }: PickProps) => (
  <label>
    <input
      type={type}
      name={name}
      id={id}
      checked={isChosen}
      onChange={({ currentTarget }) => choose(currentTarget.checked)}
    />
    <span>{children}</span>
  </label>
);

/** Those that one is likely to want, and the rest, which is folded away; where none is likelier all are near. */
export const nearAndRest = (
  choices: readonly FormChoice[],
  isNear: (choice: FormChoice) => boolean,
): { near: readonly FormChoice[]; rest: readonly FormChoice[] } => {
  const near = choices.filter(isNear);
  return near.length === 0
    ? { near: choices, rest: [] }
    : { near, rest: choices.filter((choice) => !isNear(choice)) };
};
/** Chips, the rest of them to be opened. */
export const Chips = ({
  near,
  rest,
  chip,
  children,
}: {
  near: readonly FormChoice[];
  rest: readonly FormChoice[];
  chip: (choice: FormChoice, index: number) => ComponentChildren;
  /** After the near ones. */
  children?: ComponentChildren;
}) => (
  <>
    <div class="picks">
      {near.map(chip)}
      {children}
    </div>
    {rest.length > 0 && (
      <details>
        <summary>其余{rest.length}个</summary>
        <div class="picks">{rest.map((choice) => chip(choice, -1))}</div>
      </details>
    )}
  </>
);
