import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { withoutCountry } from '../../../shared/contracts/roster-table/numbers.ts';
import { type FieldName, type Wrong, wrongIn } from '../../model/roster/edit.ts';
import type { Fields, Line } from '../../model/roster/lines.ts';
import { spoken } from '../../model/spoken.ts';
import type { BureauNames } from './names.ts';

interface TextProps {
  id: string;
  label: string;
  value: string;
  why: string | undefined;
  isNumber?: boolean;
  onText: (text: string) => void;
}
const Text = ({ id, label, value, why, isNumber = false, onText }: TextProps) => (
  <div class={`field${why === undefined ? '' : ' bad'}`}>
    <label for={id}>{label}</label>
    <input
      id={id}
      type="text"
      inputMode={isNumber ? 'tel' : 'text'}
      value={value}
      autocomplete="off"
      aria-invalid={why !== undefined || undefined}
      aria-describedby={why === undefined ? undefined : `${id}-why`}
      onInput={(event) => onText(event.currentTarget.value)}
    />
    {why !== undefined && (
      <p class="why" id={`${id}-why`}>
        {spoken(why)}
      </p>
    )}
  </div>
);

interface ChoiceProps {
  id: string;
  label: string;
  value: string;
  why?: string | undefined;
  choices: readonly { id: string; name: string }[];
  onChoose: (id: string) => void;
}
const Choice = ({ id, label, value, why, choices, onChoose }: ChoiceProps) => (
  <div class={`field${why === undefined ? '' : ' bad'}`}>
    <label for={id}>{label}</label>
    <select
      id={id}
      value={value}
      aria-describedby={why === undefined ? undefined : `${id}-why`}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      {value === '' && <option value="">请选择</option>}
      {choices.map((choice) => (
        <option key={choice.id} value={choice.id}>
          {spoken(choice.name)}
        </option>
      ))}
    </select>
    {why !== undefined && (
      <p class="why" id={`${id}-why`}>
        {why}
      </p>
    )}
  </div>
);

const There = ({
  id,
  value,
  onChoose,
}: {
  id: string;
  value: boolean;
  onChoose: (value: boolean) => void;
}) => (
  <fieldset class="field">
    <legend>现在</legend>
    <div class="picks">
      {[true, false].map((each) => (
        <label key={String(each)}>
          <input type="radio" name={`${id}-there`} checked={value === each} onChange={() => onChoose(each)} />
          <span>{each ? '在岗' : '不在岗'}</span>
        </label>
      ))}
    </div>
  </fieldset>
);

/** Takes what stands in an open line; undefined: something is wrong with it, and is shown. */
export type Take = () => Line[] | undefined;
interface Props {
  /** Of the fields on the page. */
  id: string;
  names: BureauNames;
  line: Fields;
  title: string;
  /** The lines that it comes to. */
  onDone: (fields: Fields) => Line[];
  /** How what stands in it is taken, while it is not as it was; undefined: it is. */
  hold: (take: Take | undefined) => void;
  onCancel: () => void;
  onRemove?: () => void;
}
/** One person in one post, to be written. */
export const LineForm = ({ id, names, line, title, onDone, hold, onCancel, onRemove }: Props) => {
  const [fields, setFields] = useState<Fields>({ ...line, mobile: withoutCountry(line.mobile) });
  const atFirst = useRef(fields);
  const [wrong, setWrong] = useState<Wrong>({});
  const set = (part: Partial<Fields>): void => setFields({ ...fields, ...part });
  const isPerUnit = names.posts.some((post) => post.id === fields.role && post.perUnit);
  const move = (role: string): void =>
    set({ role, ...(names.posts.some((post) => post.id === role && post.perUnit) ? {} : { unit: '' }) });
  const take = (): Line[] | undefined => {
    const found = wrongIn(names, fields);
    setWrong(found);
    const [first] = Object.keys(found) as FieldName[];
    if (first === undefined) return onDone(fields);
    document.getElementById(`${id}-${first}`)?.focus();
    return undefined;
  };
  const done = (event: Event): void => {
    event.preventDefault();
    take();
  };
  const isTouched = fields !== atFirst.current;
  useLayoutEffect(() => {
    hold(isTouched ? take : undefined);
  }, [fields, isTouched]);
  useLayoutEffect(() => () => hold(undefined), []);
  return (
    <li class="row">
      <form class="form" aria-label={title} onSubmit={done}>
        <Text
          id={`${id}-name`}
          label="姓名"
          value={fields.name}
          why={wrong.name}
          onText={(name) => set({ name })}
        />
        <Text
          id={`${id}-mobile`}
          label="手机号（收短信）"
          isNumber
          value={fields.mobile}
          why={wrong.mobile}
          onText={(mobile) => set({ mobile })}
        />
        <Text
          id={`${id}-landline`}
          label="固定电话（没有可不填）"
          isNumber
          value={fields.landline}
          why={wrong.landline}
          onText={(landline) => set({ landline })}
        />
        <Choice id={`${id}-role`} label="岗位" value={fields.role} choices={names.posts} onChoose={move} />
        {isPerUnit && (
          <Choice
            id={`${id}-unit`}
            label="单位"
            value={fields.unit}
            why={wrong.unit}
            choices={names.units}
            onChoose={(unit) => set({ unit })}
          />
        )}
        <There id={id} value={fields.available} onChoose={(available) => set({ available })} />
        <p class="acts">
          <button type="submit" class="btn">
            改好了
          </button>
          <button type="button" class="btn quiet" onClick={onCancel}>
            不改
          </button>
          {onRemove !== undefined && (
            <button type="button" class="btn quiet" onClick={onRemove}>
              从这个岗位移除
            </button>
          )}
        </p>
      </form>
    </li>
  );
};
