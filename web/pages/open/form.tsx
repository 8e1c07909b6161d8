import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type * as z from 'zod/mini';
import type { DeskForms, FormField } from '../../../shared/contracts/desk/forms.ts';
import type { OpenedReply } from '../../../shared/contracts/replies/case.ts';
import type { OpeningTriedReply } from '../../../shared/contracts/replies/try.ts';
import { now } from '../../api/clock.ts';
import { me, postKey } from '../../api/me.ts';
import { beginsOf, openingLabel } from '../../model/forms/begins.ts';
import { draftName } from '../../model/forms/drafts.ts';
import {
  levelsFor,
  openingFields,
  openingOf,
  openingStart,
  wayIn,
  waysOf,
} from '../../model/forms/opening.ts';
import { manyIn, type Values, wordsIn } from '../../model/forms/values.ts';
import { spoken } from '../../model/spoken.ts';
import { Fields } from '../../parts/fields/field.tsx';
import { FormProvider } from '../../parts/fields/form-context.ts';
import { Pick } from '../../parts/fields/picks.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Does, Lines } from '../act/does.tsx';
import { Lost, Restored } from '../act/notices.tsx';
import { SendBar } from '../act/send-bar.tsx';
import { Summary } from '../act/summary.tsx';
import { useFormState } from '../act/use-form.ts';
import { ItemPicker } from './items.tsx';
import { LevelPicks } from './level.tsx';

type Opened = z.infer<typeof OpenedReply>;
interface Props {
  forms: DeskForms;
  carried: Record<string, unknown>;
  begunWith: string;
}

/** The fields as they are now, with what is chosen beside them. */
const fieldsIn = (forms: DeskForms, values: Values): FormField[] => {
  const way = wayIn(values);
  const fields = openingFields(forms, way);
  const items: FormField = { name: 'items', title: '舆情信息', kind: 'choices', required: true };
  return way === 'items' ? [items, ...fields] : fields;
};

/** The case that this would open is there already, or one has just been opened. */
const Same = ({ caseId }: { caseId: string }) => (
  <section class="field lack" aria-labelledby="same">
    <h2 id="same" class="why">
      可能是同一件事
    </h2>
    <p>同样的内容已经立案：{caseId}</p>
    <p class="acts">
      <a class="btn" href={`/desk/cases/${caseId}`}>
        看这一案
      </a>
    </p>
  </section>
);

const Begins = ({
  tried,
  isWhole,
  level,
}: {
  tried: OpeningTriedReply | undefined;
  isWhole: boolean;
  level: string;
}) => {
  if (tried === undefined || tried.wouldBe === 'refused')
    return (
      <Does title="立案后">
        <p>
          {isWhole
            ? tried === undefined
              ? '正在核对……'
              : '照现在这样填，不能立案。原因见表中。'
            : '必填的填好以后，这里显示哪些时限开始计时。'}
        </p>
      </Does>
    );
  return (
    <Does title={`按${level}立案后，开始计时`}>
      <Lines
        lines={[
          ...beginsOf(tried, now.value),
          ...tried.notes.map((text) => ({ mark: 'no' as const, text: spoken(text) })),
        ]}
      />
    </Does>
  );
};

/** After an opening: to the case. */
const Opening = ({ opened, isEarlier }: { opened: Opened | undefined; isEarlier: boolean }) => {
  const { route } = useLocation();
  const path = opened === undefined ? '/desk/cases' : `/desk/cases/${opened.case}`;
  const isTold = !isEarlier && (opened?.notes ?? []).length === 0;
  useEffect(() => {
    if (isTold) route(path, true);
  }, []);
  return (
    <div class="form" role="status">
      <h1>{isEarlier ? '上次发出的已立案' : '已立案'}</h1>
      {isEarlier && (
        <p class="said">上次发出的内容已经立案，之后改动的没有录入。要补充的，请在案卷中办理。</p>
      )}
      {opened?.notes?.map((note) => (
        <p key={note}>{spoken(note)}</p>
      ))}
      <p class="acts">
        <a class="btn main" href={path}>
          到案卷
        </a>
      </p>
    </div>
  );
};

/** 立案, from what came in to the case. */
export const OpenForm = ({ forms, carried, begunWith }: Props) => {
  const start = openingStart(carried);
  // What is asked for depends on what stands in the form: the fields of one way are tried and sent, not those of another.
  const state = useFormState<Opened, OpeningTriedReply>({
    fields: (values) => fieldsIn(forms, values),
    start,
    bodyOf: (values) => openingOf(forms, wayIn(values), values),
    path: '/v1/cases',
    version: undefined,
    name: draftName(postKey(me.value!.post!), 'OpenCase', begunWith),
    isSecret: (values) => manyIn(values.flags).includes(forms.secretFlag),
  });
  const { values, change, tried, wrongs, done, restored, sending, isBusy, fields } = state;
  if (done !== undefined) return <Opening opened={done.reply} isEarlier={done.isEarlier} />;
  const way = wayIn(values);
  const levels = levelsFor(forms, way);
  const proposal = tried.reply?.proposal;
  const level = levels.find(({ id }) => id === wordsIn(values.level));
  const named = level === undefined ? (proposal?.level ?? tried.reply?.after?.handlingLevel) : level;
  const short = named === undefined ? undefined : { short: named.short ?? named.name };
  const choicesOf = (field: FormField) =>
    field.name === 'level' ? levels : (field.choices ?? forms.lists[field.list ?? ''] ?? []);
  const general = wrongs.filter(({ path }) => path === '');
  return (
    <FormProvider
      value={{
        forms,
        open: undefined,
        values,
        change,
        choicesOf,
        likely: () => [],
        wrongs,
        lacks: {},
        fixed: [],
        release: () => undefined,
      }}
    >
      <form
        class="split"
        noValidate
        aria-label="立案"
        onSubmit={(event) => {
          event.preventDefault();
          void state.submit();
        }}
      >
        <div class="form">
          <h1>立案</h1>
          {restored !== undefined && <Restored at={restored.at} startOver={state.startOver} />}
          {sending.unsettled !== undefined && !isBusy && <Lost message={state.lost} did="立案" />}
          {state.isSummed && <Summary wrongs={wrongs} fields={fields} undone="尚未立案" />}
          {!state.isSummed &&
            general.map(({ message }) => <Notice key={message}>现在不能立案：{message}</Notice>)}
          <fieldset class="field">
            <legend class="hide">从哪里立案</legend>
            <div class="picks">
              {waysOf(forms).map(({ id, name }) => (
                <Pick
                  key={id}
                  type="radio"
                  name="way"
                  isChosen={way === id}
                  choose={() => {
                    change(['way'], id);
                    change(['level'], undefined);
                  }}
                >
                  {name}
                </Pick>
              ))}
            </div>
          </fieldset>
          {way === 'items' && <ItemPicker />}
          <Fields fields={fields.filter(({ name }) => name !== 'items')} />
          {tried.reply?.openedAs != null && <Same caseId={tried.reply.openedAs} />}
        </div>
        <div class="form">
          {way !== 'standing' && <LevelPicks levels={levels} proposal={proposal} />}
          <Begins tried={tried.reply} isWhole={state.isWhole} level={short?.short ?? '初判'} />
          <SendBar
            label={openingLabel(short)}
            isBusy={isBusy}
            isLost={sending.unsettled !== undefined}
            keptAt={state.keptAt}
            isSecret={manyIn(values.flags).includes(forms.secretFlag)}
          />
        </div>
      </form>
    </FormProvider>
  );
};
