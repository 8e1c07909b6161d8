import type { DeskForms, FormField } from '../../../shared/contracts/desk/forms.ts';
import type { OpeningTriedReply } from '../../../shared/contracts/replies/try.ts';
import { me, postKey } from '../../api/me.ts';
import { draftName } from '../../model/forms/drafts.ts';
import { GROUNDS, levelOf, openingLabel } from '../../model/forms/guide/grounds.ts';
import { sourceBegins, sourceHint } from '../../model/forms/guide/source-choices.ts';
import type { Way } from '../../model/forms/guide/ways.ts';
import {
  levelsFor,
  openingFields,
  openingOf,
  openingStart,
  wayIn,
  waysOf,
} from '../../model/forms/opening.ts';
import { toFill, wrongWords } from '../../model/forms/problems.ts';
import { manyIn, type Values, wordsIn } from '../../model/forms/values.ts';
import { Pick } from '../../parts/fields/chips.tsx';
import { Fields } from '../../parts/fields/field.tsx';
import { FormProvider, useForm } from '../../parts/fields/form-context.ts';
import { Messages } from '../act/messages.tsx';
import { SendBar } from '../act/send-bar.tsx';
import { useFormState } from '../act/use-form.ts';
import { Begins, notYet, Same } from './begins.tsx';
import { ItemPicker } from './items.tsx';
import { LevelPicks } from './level.tsx';
import { type Opened, OpenedCase } from './opened.tsx';
import { Resembles, ResemblesHint } from './resembles.tsx';

interface Props {
  forms: DeskForms;
  carried: Record<string, unknown>;
  /** The same as it stood in the address. */
  begunWith: string;
}

const ITEMS: FormField = { name: 'items', title: '从哪几条信息立案', kind: 'choices', required: true };
/** The fields of the way in which it came: what stands in those of another is neither tried nor sent. */
const fieldsIn = (forms: DeskForms, values: Values): FormField[] => {
  const way = wayIn(values);
  return [...(way === 'items' ? [ITEMS] : []), ...openingFields(forms, way)];
};

const useOpening = ({ forms, carried, begunWith }: Props) => {
  const isSecret = (values: Values): boolean => manyIn(values.flags).includes(forms.secretFlag);
  const state = useFormState<Opened, OpeningTriedReply>({
    fields: (values) => fieldsIn(forms, values),
    start: openingStart(carried),
    bodyOf: (values) => openingOf(forms, wayIn(values), values),
    path: '/v1/cases',
    version: undefined,
    caseId: undefined,
    place: 'OpenCase',
    name: draftName(postKey(me.value!.post!), 'OpenCase', begunWith),
    isSecret,
  });
  return { ...state, way: wayIn(state.values), isSecret: isSecret(state.values) };
};

/** In which way it came. */
const Ways = ({ way }: { way: Way }) => {
  const { forms, change } = useForm();
  const choose = (id: Way): void => {
    change(['way'], id);
    // A level of 舆情 is none of a standing matter.
    change(['level'], undefined);
  };
  return (
    <fieldset class="field">
      <legend class="hide">从哪里立案</legend>
      <div class="picks">
        {waysOf(forms).map(({ id, name }) => (
          <Pick key={id} type="radio" name="way" isChosen={way === id} choose={() => choose(id)}>
            {name}
          </Pick>
        ))}
      </div>
    </fieldset>
  );
};

/** 立案, from what came in to the case. */
export const OpenForm = (props: Props) => {
  const { forms } = props;
  const state = useOpening(props);
  const { values, change, tried, wrongs, done, fields, way } = state;
  if (done !== undefined) return <OpenedCase {...done} />;
  const levels = levelsFor(forms, way);
  const { openedAs, resembles = [] } = tried.reply ?? {};
  const level = levelOf(forms, way, values, tried.reply ?? {});
  const isBeside = ({ name }: FormField): boolean => way !== 'standing' && name === GROUNDS;
  const begins = sourceBegins(forms, wordsIn(values['sources.kind']), tried.reply?.duties);
  const about = [sourceHint(forms, way), begins].filter((words) => words !== '').join('。');
  const known = { tried, toFill: toFill(state.own, fields), wrong: wrongWords(wrongs, fields) };
  const shared = {
    ...{ forms, open: undefined, values, change, wrongs, lacks: {}, advice: {}, fixed: [] },
    choicesOf: (field: FormField) =>
      field.name === 'level' ? levels : (field.choices ?? forms.lists[field.list ?? ''] ?? []),
    likely: (field: FormField) => (field.name === 'flags' ? [forms.secretFlag, ...forms.raising] : []),
    release: () => undefined,
  };
  return (
    <FormProvider value={shared}>
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
          <Messages state={state} did="立案" />
          <Ways way={way} />
          {way === 'items' && <ItemPicker />}
          <Fields
            fields={fields
              .filter((field) => field !== ITEMS && !isBeside(field))
              .map((field) => (field.name === 'sources.kind' ? { ...field, about } : field))}
          />
          {openedAs != null && <Same caseId={openedAs} />}
        </div>
        <div class="form">
          <Resembles cases={resembles} />
          {way !== 'standing' && (
            <LevelPicks levels={levels} tried={tried} instead={notYet(known) || '没有初判，请选级别。'} />
          )}
          <Begins {...known} level={level} />
          <SendBar label={openingLabel(level)} did="立案" state={state} isSecret={state.isSecret}>
            <ResemblesHint cases={resembles} />
          </SendBar>
        </div>
      </form>
    </FormProvider>
  );
};
