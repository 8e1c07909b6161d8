import { useState } from 'preact/hooks';
import type { CommandForm, DeskForms, FormChoice, FormField } from '../../../shared/contracts/desk/forms.ts';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import type { TriedReply } from '../../../shared/contracts/replies/try.ts';
import { now } from '../../api/clock.ts';
import { me, postKey } from '../../api/me.ts';
import { shortNumber } from '../../model/case-number.ts';
import { bodyOf } from '../../model/forms/body.ts';
import { choicesIn } from '../../model/forms/case-lists.ts';
import { lacksAt } from '../../model/forms/does.ts';
import { draftName } from '../../model/forms/drafts.ts';
import { fixedIn, likelyReceivers, startOf } from '../../model/forms/start.ts';
import { titleOf, verbOf } from '../../model/forms/titles.ts';
import { type Values, wordsIn } from '../../model/forms/values.ts';
import { timeAt } from '../../model/wall-clock.ts';
import { Fields } from '../../parts/fields/field.tsx';
import { FormProvider } from '../../parts/fields/form-context.ts';
import { LevelTag } from '../../parts/level-tag.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Conflict } from './conflict.tsx';
import { DoesAct } from './does.tsx';
import { Done } from './done.tsx';
import { useBeside } from './known.ts';
import { LimitLine } from './limit-line.tsx';
import { Lost, Restored } from './notices.tsx';
import { SendBar } from './send-bar.tsx';
import { Summary } from './summary.tsx';
import { useFormState } from './use-form.ts';

interface Props {
  form: CommandForm;
  forms: DeskForms;
  open: CaseReply;
  /** What came with the task. */
  carried: Record<string, unknown>;
  /** The same as it stood in the address, by which a draft is found. */
  begunWith: string;
  /** The open duties that it may meet. */
  meets: readonly string[];
}

/** What a field may be: the bureau's list, what the contract gives, or what the case has. */
const useChoices = ({ form, forms, open }: Props) => {
  const beside = useBeside(open.case, form.fields);
  return (values: Values) =>
    (field: FormField): readonly FormChoice[] => {
      if (field.of !== undefined)
        return choicesIn(field.of, {
          case: open,
          posts: forms.lists.receiver ?? [],
          values,
          now: now.value,
          ...beside,
        });
      if (field.list === 'ratingLevel') return forms.ratings[wordsIn(values.scale)] ?? [];
      if (form.type === 'SetFlags' && field.name === 'remove') return open.flags;
      return field.choices ?? forms.lists[field.list ?? ''] ?? [];
    };
};

/** What can be sent only as it stands among the choices: what has gone meanwhile is not. */
const dutyFor = (
  { open, meets }: Props,
  tried: TriedReply | undefined,
): CaseReply['duties'][number] | undefined => {
  const met = tried?.limits.map(({ duty }) => duty) ?? [];
  const owed = open.duties
    .filter(
      ({ duty, status }) =>
        (status === 'open' || status === 'listed') && (met.includes(duty) || meets.includes(duty)),
    )
    .sort((one, other) => Date.parse(one.due ?? '9999') - Date.parse(other.due ?? '9999'));
  return owed.find(({ duty }) => met.includes(duty)) ?? owed[0];
};

const Head = ({ title, open }: { title: string; open: CaseReply }) => (
  <>
    <h1>{title}</h1>
    <p class="of">
      <LevelTag level={open.handlingLevel} isGuess={open.provisional} />{' '}
      {shortNumber(open.case, Number(timeAt(now.value).slice(0, 4)))} {open.title}
    </p>
  </>
);

/** The form of one act on a case, from its opening to what came of it. */
export const ActForm = (props: Props) => {
  const { form, forms, open, carried, begunWith, meets } = props;
  const [released, setReleased] = useState<readonly string[]>([]);
  const { fields, type } = form;
  const choices = useChoices(props);
  const start = startOf(fields, carried, choices({}));
  const title = titleOf(form, start, forms);
  const verb = verbOf(title);
  const isSecret = open.secret;
  const state = useFormState<CaseReply, TriedReply>({
    fields: () => fields,
    start,
    bodyOf: (values) => ({ type, ...bodyOf(fields, values) }),
    path: `/v1/cases/${open.case}/commands`,
    version: open.version,
    name: draftName(postKey(me.value!.post!), `${open.case}/${type}`, begunWith),
    isSecret: () => isSecret,
  });
  const { values, tried, wrongs, done, restored, keptAt, version, sending, isBusy } = state;
  if (done !== undefined) return <Done caseId={open.case} title={title} {...done} />;
  const lacks =
    tried.reply === undefined
      ? {}
      : lacksAt(
          tried.reply,
          forms.lacks,
          fields.map(({ name }) => name),
        );
  const duty = dutyFor(props, tried.reply);
  const general = wrongs.filter(({ path }) => path === '');
  return (
    <FormProvider
      value={{
        ...{ forms, open, values, wrongs, lacks, change: state.change, choicesOf: choices(values) },
        likely: () => likelyReceivers(open, meets),
        fixed: fixedIn(fields, carried).filter((name) => !released.includes(name)),
        release: (name) => setReleased([...released, name]),
      }}
    >
      <form
        class="form"
        noValidate
        aria-label={title}
        onSubmit={(event) => {
          event.preventDefault();
          void state.submit();
        }}
      >
        <Head title={title} open={open} />
        {duty !== undefined && <LimitLine duty={duty} />}
        {restored !== undefined && <Restored at={restored.at} startOver={state.startOver} />}
        {sending.unsettled !== undefined && !isBusy && <Lost message={state.lost} did={verb} />}
        {state.conflict && version !== undefined && (
          <Conflict caseId={open.case} version={version} did={verb} goOn={state.goOn} />
        )}
        {state.isSummed && <Summary wrongs={wrongs} fields={fields} undone={`尚未${verb}`} />}
        {!state.isSummed &&
          general.map(({ message }) => (
            <Notice key={message}>
              现在不能{verb}：{message}
            </Notice>
          ))}
        <Fields fields={fields} />
        {lacks[''] !== undefined && (
          <div class="field lack">
            <p class="why">{lacks['']}</p>
          </div>
        )}
        {Object.keys(lacks).length > 0 && <p class="hint">缺的可以先登记，系统提醒补填。</p>}
        <DoesAct tried={tried} open={open} isWhole={state.isWhole} general={form.clocks} />
        <SendBar
          label={verb}
          isBusy={isBusy}
          isLost={sending.unsettled !== undefined}
          keptAt={keptAt}
          isSecret={isSecret}
        />
      </form>
    </FormProvider>
  );
};
