import type { ComponentChildren } from 'preact';
import type { FormField } from '../../../shared/contracts/desk/forms.ts';
import { wrongAt } from '../../model/forms/problems.ts';
import { spoken } from '../../model/spoken.ts';
import { idsOf, useForm } from './form-context.ts';

/** What a field at a place has to say for itself. */
export const useAbout = (field: FormField, path: readonly string[]) => {
  const { wrongs, lacks, advice } = useForm();
  const place = path.join('.');
  const why = wrongAt(wrongs, place);
  const lack = path.length === 1 ? lacks[place] : undefined;
  const ids = idsOf(path);
  const described = [
    ...(why === undefined ? [] : [ids.why]),
    ...(lack === undefined ? [] : [ids.lack]),
    ...(field.about === undefined ? [] : [ids.hint]),
  ].join(' ');
  return {
    ids,
    why,
    lack,
    advice: path.length === 1 ? advice[place] : undefined,
    kind: `field${why === undefined ? '' : ' bad'}${lack === undefined || why !== undefined ? '' : ' lack'}`,
    /** For a group of controls. */
    described: { 'aria-describedby': described === '' ? undefined : described },
    /** For a control. */
    aria: {
      'aria-invalid': why === undefined ? undefined : ('true' as const),
      'aria-describedby': described === '' ? undefined : described,
    },
  };
};
export type About = ReturnType<typeof useAbout>;

/** The name of a field, and by word whether it must be filled in. */
export const Name = ({ field }: { field: FormField }) => (
  <>
    {spoken(field.title)}
    {field.required && <span class="soft">（必填）</span>}
  </>
);

/** Below a control: what is wrong with it, what is missing, what goes in. */
export const Below = ({
  about,
  field,
  children,
}: {
  about: About;
  field: FormField;
  children?: ComponentChildren;
}) => {
  const { why, lack, advice, ids } = about;
  return (
    <>
      {why !== undefined && (
        <p class="why" id={ids.why}>
          {why}
        </p>
      )}
      {lack !== undefined && (
        <p class="why" id={ids.lack}>
          {lack}
        </p>
      )}
      {advice !== undefined && (
        <p class="warn">
          <b>{advice}</b>
        </p>
      )}
      {children}
      {field.about !== undefined && (
        <p class="hint" id={ids.hint}>
          {spoken(field.about)}
        </p>
      )}
    </>
  );
};
