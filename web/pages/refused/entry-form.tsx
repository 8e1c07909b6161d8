import { useState } from 'preact/hooks';
import { Fault } from '../../api/fault.ts';
import { request } from '../../api/http.ts';
import { refresh } from '../../api/live.ts';
import {
  ENTRY_FIELDS,
  type EntryField,
  entryOf,
  entryWrongs,
  refusedPath,
} from '../../model/items/refused.ts';
import { spoken } from '../../model/spoken.ts';
import { Alert } from '../../parts/notice.tsx';

type Values = Partial<Record<EntryField, string>>;

/** Enters it once, whatever is tapped: the same again is answered with what was entered. */
const useEntry = (refused: string) => {
  const [values, setValues] = useState<Values>({});
  const [fault, setFault] = useState<Fault>();
  const [isBusy, setBusy] = useState(false);
  const enter = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    try {
      await request(`${refusedPath(refused)}/entry`, { method: 'POST', body: entryOf(values) });
      setFault(undefined);
      await refresh();
    } catch (error) {
      setFault(error instanceof Fault ? error : new Fault('UNKNOWN', String(error)));
    } finally {
      setBusy(false);
    }
  };
  const change = (name: EntryField, text: string): void => setValues({ ...values, [name]: text });
  return { values, change, fault, isBusy, enter };
};

interface FieldProps {
  field: (typeof ENTRY_FIELDS)[number];
  value: string;
  why: string;
  change: (text: string) => void;
}
const Field = ({ field: { name, title, isLong, hint }, value, why, change }: FieldProps) => {
  const id = `entry-${name}`;
  const shared = {
    id,
    value,
    onInput: (event: { currentTarget: { value: string } }) => change(event.currentTarget.value),
    autocomplete: 'off' as const,
    'aria-invalid': why !== '' || undefined,
    'aria-describedby':
      [...(hint === '' ? [] : [`${id}-hint`]), ...(why === '' ? [] : [`${id}-why`])].join(' ') || undefined,
  };
  return (
    <div class={`field${why === '' ? '' : ' bad'}`}>
      <label for={id}>{title}</label>
      {isLong ? <textarea {...shared} /> : <input {...shared} />}
      {hint !== '' && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {why !== '' && (
        <p class="why" id={`${id}-why`}>
          {why}
        </p>
      )}
    </div>
  );
};

/** 人工录入: what is filled in takes the place of what came; what is not stays as it came. */
export const EntryForm = ({ refused, isWhole }: { refused: string; isWhole: boolean }) => {
  const { values, change, fault, isBusy, enter } = useEntry(refused);
  const { '': other = '', ...wrongs } = entryWrongs(fault?.problems ?? []);
  const isOfFields = (fault?.problems.length ?? 0) > 0;
  return (
    <form
      noValidate
      aria-label="人工录入"
      onSubmit={(event) => {
        event.preventDefault();
        void enter();
      }}
    >
      <p class="hint">
        {isWhole
          ? '整批没有读出，请照原文填写其中一条；标题、正文至少填一项。'
          : '照原文填写读不出的几项；不填的，照原文。编号读不出的，由系统另编。'}
        发现时间按原来推送到达的时间。
      </p>
      {fault !== undefined && (
        <Alert>
          {isOfFields
            ? `没有录入，请照说明改正。${other}`
            : `${spoken(fault.message).replace(/。$/, '')}${fault.isPassing ? '，没有得到答复，请再试一次' : ''}。`}
        </Alert>
      )}
      {ENTRY_FIELDS.map((field) => (
        <Field
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          why={wrongs[field.name] ?? ''}
          change={(text) => change(field.name, text)}
        />
      ))}
      <p class="acts">
        <button type="submit" class="btn main" aria-busy={isBusy || undefined}>
          {isBusy ? '正在录入……' : '录入'}
        </button>
      </p>
    </form>
  );
};
