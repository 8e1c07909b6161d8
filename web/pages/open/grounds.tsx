import { useState } from 'preact/hooks';
import type { OpeningTriedReply } from '../../../shared/contracts/replies/try.ts';
import { GROUNDS, groundsOf } from '../../model/forms/guide/grounds.ts';
import { wayIn } from '../../model/forms/opening.ts';
import { Field } from '../../parts/fields/field.tsx';
import { useForm } from '../../parts/fields/form-context.ts';

/** What the level is proposed by, in the regulation's words; folded until somebody knows more than the words told. */
export const Grounds = ({ proposal }: Pick<OpeningTriedReply, 'proposal'>) => {
  const { values, forms } = useForm();
  const [isOpened, setOpened] = useState(false);
  const { criteria, asked, others, isAnswered } = groundsOf(forms, wayIn(values), values, proposal);
  if (criteria.length === 0) return null;
  const named = (asked.length > 0 ? asked : others).map(({ title }) => title).join('、');
  return (
    <details open={isOpened || isAnswered} onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
      <summary>
        {asked.length > 0 ? '补充依据' : '改评'}：{named}
      </summary>
      <p class="hint">知道的选上，初判随之重算；不知道的不选。</p>
      {criteria.map((field) => (
        <Field key={field.name} field={field} path={[GROUNDS, field.name]} />
      ))}
    </details>
  );
};
