import { useEffect, useRef, useState } from 'preact/hooks';
import type { CommandForm, DeskForms, FormField } from '../../../shared/contracts/desk/forms.ts';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import type { TriedReply } from '../../../shared/contracts/replies/try.ts';
import { now } from '../../api/clock.ts';
import { readAgain } from '../../api/live.ts';
import { may, me, postKey } from '../../api/me.ts';
import { shortNumber } from '../../model/case-number.ts';
import { approvedText } from '../../model/forms/approving/approved.ts';
import { bodyOf } from '../../model/forms/body.ts';
import { draftName } from '../../model/forms/drafts.ts';
import { FOR_ANOTHER, forAnother } from '../../model/forms/guide/for-another.ts';
import { isBegun, lacksAt, lackWord } from '../../model/forms/guide/lacking.ts';
import { dutyFor, type Meant, mayHead, unmetBy, unmetWords } from '../../model/forms/guide/meant.ts';
import { offeredIn } from '../../model/forms/guide/meanwhile.ts';
import { nothingToChoose } from '../../model/forms/guide/nothing.ts';
import { severalWords } from '../../model/forms/guide/several.ts';
import { isByWord, shownFields } from '../../model/forms/guide/shown-fields.ts';
import { toFill, wrongWords } from '../../model/forms/problems.ts';
import { fixedIn, likelyIn, startOf } from '../../model/forms/start.ts';
import { titleOf, verbOf } from '../../model/forms/titles.ts';
import { manyIn, type Values, wordsIn } from '../../model/forms/values.ts';
import { timeAt } from '../../model/wall-clock.ts';
import { Fields } from '../../parts/fields/field.tsx';
import { FormProvider } from '../../parts/fields/form-context.ts';
import { LevelTag } from '../../parts/level-tag.tsx';
import { Notice } from '../../parts/notice.tsx';
import { No } from './around/no.tsx';
import { Numbers } from './around/numbers.tsx';
import { Asked } from './asked/asked.tsx';
import { Draft } from './asked/draft.tsx';
import { Conflict } from './conflict/conflict.tsx';
import { DoesAct } from './does.tsx';
import type { DoneProps } from './done.tsx';
import { LimitLine } from './limit-line.tsx';
import { Messages } from './messages.tsx';
import { ForAnother } from './notices.tsx';
import { SendBar } from './send-bar.tsx';
import { useChoices } from './use-choices.ts';
import { useFormState } from './use-form.ts';

interface Props {
  form: CommandForm;
  forms: DeskForms;
  open: CaseReply;
  /** What came with the task. */
  carried: Record<string, unknown>;
  /** The same as it stood in the address, by which a draft is found. */
  begunWith: string;
  /** The duty that it was opened for; undefined: for none. */
  meant: Meant | undefined;
  /** The open duties that it may meet. */
  meets: readonly string[];
  onDone: (what: DoneProps) => void;
}

/** What stands in the form of an act, and all that becomes of it. */
const useAct = (props: Props) => {
  const { form, forms, open, carried, meant, meets, begunWith, onDone } = props;
  const { fields, type } = form;
  const { choices, isKnown } = useChoices(form, forms, open, carried);
  const start = startOf(fields, carried, choices({}));
  const title = titleOf(form, start, forms);
  const called = (part: string): string => lackWord(part, forms, fields);
  const leadReturns = open.units.flatMap(({ part, returned }) =>
    part === 'lead' && returned !== null ? [returned.act] : [],
  );
  const known = { ...forms, incomplete: open.incompleteActs, leadReturns };
  const shown = (values: Values) => shownFields(known, type, fields, values);
  const state = useFormState<CaseReply, TriedReply>({
    fields: shown,
    start,
    bodyOf: (values) => ({ type, ...bodyOf(shown(values), values) }),
    path: `/v1/cases/${open.case}/commands`,
    version: open.version,
    caseId: open.case,
    place: `${open.case}/${type}`,
    name: draftName(postKey(me.value!.post!), `${open.case}/${type}`, begunWith),
    isSecret: () => open.secret,
    onDone: ({ reply, isEarlier, tried }, body) =>
      onDone({
        ...{ caseId: open.case, title, reply, isEarlier, tried, called },
        unmet: tried && unmetBy({ open, meant, meets, carried, fields }, body, tried, now.value),
      }),
  });
  const { reply } = state.tried;
  const isSilent = reply === undefined || !isBegun(state.fields, state.values, start);
  // It may be refused for want of what others have just entered: that is to be chosen at once, and not with the next look.
  useEffect(() => {
    if (reply?.refusal != null) void readAgain(`/v1/cases/${encodeURIComponent(open.case)}`);
  }, [reply]);
  return {
    ...state,
    title,
    choicesOf: choices(state.values),
    nothing: nothingToChoose(fields, forms, choices(state.values), isKnown),
    lacks: isSilent ? {} : lacksAt(reply, forms, state.fields),
    called,
  };
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

/** What is missing does not keep an act from being entered. */
const Lacking = ({ lacks }: { lacks: Readonly<Record<string, string>> }) => (
  <>
    {lacks[''] !== undefined && (
      <div class="field lack">
        <p class="why">{lacks['']}</p>
      </div>
    )}
    {Object.keys(lacks).length > 0 && <p class="hint">缺的可以先登记，系统提醒补填。</p>}
  </>
);

/** What its fields share. */
const useShared = (
  { form, forms, open, carried, meant, meets }: Props,
  { values, tried, wrongs, lacks, change, choicesOf }: ReturnType<typeof useAct>,
) => {
  const { fields } = form;
  const [released, setReleased] = useState<readonly string[]>([]);
  return {
    ...{ forms, open, values, wrongs, lacks, change, choicesOf },
    likely: (field: FormField) => likelyIn(field, { open, meets, meant, carried, forms }),
    beneath: ({ name }: FormField) =>
      name === 'to' &&
      meant !== undefined &&
      isByWord(form, values, forms) && (
        <Numbers caseId={open.case} meant={meant} chosen={manyIn(values.to)} />
      ),
    fixed: fixedIn(fields, carried).filter((name) => !released.includes(name)),
    advice: {
      ...approvedText(form, values, forms),
      ...forAnother(
        form,
        values,
        { itself: may(form.type), forAnother: may('EnterForAnother') },
        tried.reply?.refusal,
      ),
    },
    release: (names: readonly string[]) => setReleased([...released, ...names]),
  };
};

/** The form of one act on a case, from its opening to what came of it. */
export const ActForm = (props: Props) => {
  const { form, forms, open, carried, meant, meets } = props;
  const { fields } = form;
  const last = useRef<string | undefined>(undefined);
  const state = useAct(props);
  const shared = useShared(props, state);
  const { title, values, tried, wrongs, lacks, done, version, choicesOf } = state;
  if (done !== undefined) return null;
  // What is out already is still to be answered for.
  if (state.nothing !== undefined && state.sending.unsettled === undefined)
    return <No title={title} why={state.nothing} caseId={open.case} />;
  const verb = verbOf(title);
  const duty = dutyFor(open, meant, mayHead(meets, last.current), tried.reply);
  last.current = duty?.duty;
  const unmet =
    tried.reply && unmetWords({ open, meant, meets, carried, fields }, state.body, tried.reply, now.value);
  return (
    <FormProvider value={shared}>
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
        <ForAnother
          advice={shared.advice[FOR_ANOTHER]}
          title={fields.find(({ name }) => name === FOR_ANOTHER)?.title}
        />
        {open.secret && <Notice>本案涉密：具体内容写在纸质件上，文字各项填“见纸质件”和文号、存放处。</Notice>}
        <Messages state={state} did={verb} caseId={open.case} />
        {state.conflict && version !== undefined && (
          <Conflict
            caseId={open.case}
            version={version}
            type={form.type}
            offered={offeredIn(fields, choicesOf)}
            did={verb}
            goOn={state.goOn}
          />
        )}
        {form.type === 'RecordAction' && forms.drafts[wordsIn(values.action)] !== undefined && (
          <Draft open={open} forms={forms} draft={forms.drafts[wordsIn(values.action)]!} />
        )}
        <Asked type={form.type} open={open} act={wordsIn(values.act ?? values.order)} names={forms.log} />
        <Fields fields={state.fields} />
        <Lacking lacks={lacks} />
        <DoesAct
          tried={tried}
          open={open}
          unmet={unmet}
          several={tried.reply && severalWords(tried.reply, state.fields)}
          toFill={toFill(state.own, state.fields)}
          wrong={wrongWords(wrongs, state.fields)}
          called={state.called}
          did={verb}
        />
        <SendBar label={verb} did={verb} state={state} isSecret={open.secret} />
      </form>
    </FormProvider>
  );
};
