import type { OpeningTriedReply } from '../../../shared/contracts/replies/try.ts';
import { groundsOf } from '../../model/forms/guide/grounds.ts';
import { wayIn } from '../../model/forms/opening.ts';
import { Field } from '../../parts/fields/field.tsx';
import { useForm } from '../../parts/fields/form-context.ts';

/** What the level is proposed by: what is not known of it, in the regulation's words, and what raises it by itself. */
export const Grounds = ({ proposal }: Pick<OpeningTriedReply, 'proposal'>) => {
  const { values, forms } = useForm();
  const { asked, others, flags } = groundsOf(forms, wayIn(values), values, proposal);
  return (
    <>
      {asked.length > 0 && <p class="hint">下面几项没有依据，知道的选上，初判随之重算；不知道的不选。</p>}
      {asked.map((field) => (
        <Field key={field.name} field={field} path={['factors', field.name]} />
      ))}
      {flags !== undefined && <Field field={flags} path={['flags']} />}
      {others.length > 0 && (
        <details>
          <summary>改评：{others.map(({ title }) => title).join('、')}</summary>
          {others.map((field) => (
            <Field key={field.name} field={field} path={['factors', field.name]} />
          ))}
        </details>
      )}
    </>
  );
};
