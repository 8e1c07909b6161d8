import type { ComponentProps } from 'preact';
import type { FormField } from '../../../shared/contracts/desk/forms.ts';
import type { Wrong } from '../../model/forms/check.ts';
import type { Draft } from '../../model/forms/drafts.ts';
import type { Sending } from '../../model/forms/sending.ts';
import { undoneWords } from '../../model/forms/titles.ts';
import { Notice } from '../../parts/notice.tsx';
import { Earlier } from './earlier/earlier.tsx';
import { Restored } from './notices.tsx';
import { Summary } from './summary.tsx';

interface Held {
  fields: readonly FormField[];
  restored: Draft | undefined;
  startOver: () => void;
  sending: Sending;
  wrongs: readonly Wrong[];
  isSummed: boolean;
  earlier: ComponentProps<typeof Earlier>['earlier'];
}

/** What is said above the fields of a form; `did`: 登记, 立案. */
export const Messages = ({ state, did, caseId }: { state: Held; did: string; caseId?: string }) => {
  const { fields, restored, sending, wrongs, isSummed } = state;
  const general = wrongs.filter(({ path }) => path === '');
  return (
    <>
      {restored !== undefined && <Restored at={restored.at} startOver={state.startOver} />}
      {sending.unsettled === undefined && <Earlier earlier={state.earlier} did={did} caseId={caseId} />}
      {isSummed && <Summary wrongs={wrongs} fields={fields} undone={undoneWords(did)} />}
      {!isSummed &&
        general.map(({ message }) => (
          <Notice key={message}>
            现在不能{did}：{message}
          </Notice>
        ))}
    </>
  );
};
