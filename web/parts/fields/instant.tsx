import { now } from '../../api/clock.ts';
import { AGO, pickAt, saidAs } from '../../model/forms/moments.ts';
import { type Picked, pickedIn } from '../../model/forms/values.ts';
import { timeAt } from '../../model/wall-clock.ts';
import { Below, Name, useAbout } from './about.tsx';
import { Pick } from './chips.tsx';
import { useForm } from './form-context.ts';
import { type FieldProps, valueAt } from './props.ts';

type Way = { pick: Picked['pick']; name: string };
const OWN: Way = { pick: 'own', name: '自己填' };
const DAY: Way = { pick: 'day', name: '只知道日期' };
const UNKNOWN: Way = { pick: 'unknown', name: '不清楚' };

const waysOf = ({ field }: FieldProps): readonly Way[] => {
  if (field.ahead) return [];
  if (field.kind === 'instant') return [...AGO, OWN];
  return [{ pick: 'own', name: '知道时间' }, DAY, ...(field.required ? [] : [UNKNOWN])];
};

/** Day and time by the bureau's clock; of what lies behind none later than now. */
const Written = ({ field, path, picked }: FieldProps & { picked: Picked }) => {
  const { change } = useForm();
  const { ids, aria } = useAbout(field, path);
  const today = timeAt(now.value).slice(0, 10);
  const set = (part: Partial<Picked>): void =>
    change(path, { ...picked, pick: picked.pick || 'own', ...part });
  const limit = field.ahead ? { min: today } : { max: today };
  return (
    <div class="acts">
      <label for={`${ids.control}-day`}>
        <span class="hide">{field.title}：</span>日期
        <input
          type="date"
          class="short"
          id={`${ids.control}-day`}
          value={picked.day ?? ''}
          {...limit}
          onInput={({ currentTarget }) => set({ day: currentTarget.value })}
          {...aria}
        />
      </label>
      {picked.pick !== 'day' && (
        <label for={`${ids.control}-clock`}>
          <span class="hide">{field.title}：</span>时间
          <input
            type="time"
            class="short"
            id={`${ids.control}-clock`}
            value={picked.clock ?? ''}
            onInput={({ currentTarget }) => set({ clock: currentTarget.value })}
            {...aria}
          />
        </label>
      )}
    </div>
  );
};

/** When: as one says it on the telephone, or by day and time. */
export const InstantField = (props: FieldProps) => {
  const { field, path } = props;
  const { values, change } = useForm();
  const about = useAbout(field, path);
  const picked = pickedIn(valueAt(values, path));
  const said = saidAs(picked, now.value);
  const isWritten = field.ahead || picked.pick === 'own' || picked.pick === 'day';
  return (
    <fieldset class={about.kind} {...about.described}>
      <legend>
        <Name field={field} />
      </legend>
      <div class="picks">
        {waysOf(props).map(({ pick, name }, index) => (
          <Pick
            key={pick}
            type="radio"
            name={about.ids.control}
            {...(index === 0 && { id: about.ids.control })}
            isChosen={picked.pick === pick}
            choose={() => change(path, pickAt(pick, now.value, picked))}
          >
            {name}
          </Pick>
        ))}
      </div>
      {isWritten && <Written field={field} path={path} picked={picked} />}
      <Below about={about} field={field}>
        {said !== '' && <p class="hint">{said}</p>}
      </Below>
    </fieldset>
  );
};
