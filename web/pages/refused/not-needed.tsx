import { useState } from 'preact/hooks';
import type { RefusedItemReply } from '../../../shared/contracts/replies/intake/refused-items.ts';
import { Fault } from '../../api/fault.ts';
import { request } from '../../api/http.ts';
import { refresh } from '../../api/live.ts';
import { may } from '../../api/me.ts';
import { refusedPath } from '../../model/items/refused.ts';
import { ReasonForm } from '../../parts/item/reason-form.tsx';
import { whyNot } from '../../parts/item/use-judging.ts';
import { Alert } from '../../parts/notice.tsx';

const WORDS = {
  name: '不需录入',
  asked: '为什么不需录入',
  hint: '例如重复、广告、与本局无关。谁、何时、为何，一并留存；有误的可以放回尚未处理，需要的仍可录入。',
  done: '记为不需录入',
};

const useJudgement = (refused: string) => {
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const judge = async (as: 'notNeeded' | 'takenBack', reason = ''): Promise<boolean> => {
    if (isBusy) return false;
    setBusy(true);
    try {
      const said = reason.trim();
      await request(`${refusedPath(refused)}/judgement`, {
        method: 'POST',
        body: { as, ...(said !== '' && { reason: said }) },
      });
      setFault(undefined);
      await refresh();
      return true;
    } catch (error) {
      setFault(error instanceof Fault ? error : new Fault('UNKNOWN', String(error)));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, judge, why: whyNot(fault) };
};

/** 不需录入, with the reason; and back. */
export const NotNeeded = ({ found }: { found: RefusedItemReply }) => {
  const { isBusy, judge, why } = useJudgement(found.refused);
  const [isAsked, setAsked] = useState(false);
  const send = async (reason: string): Promise<void> => {
    if (await judge('notNeeded', reason)) setAsked(false);
  };
  if (!may('OpenCase')) return null;
  if (isAsked && found.became === 'open')
    return (
      <ReasonForm
        words={WORDS}
        isNeeded
        isBusy={isBusy}
        why={why}
        send={(reason) => void send(reason)}
        close={() => setAsked(false)}
      />
    );
  return (
    <>
      {why !== '' && <Alert>{why}</Alert>}
      {found.became === 'open' && (
        <p class="acts">
          <button type="button" class="btn" onClick={() => setAsked(true)}>
            不需录入
          </button>
        </p>
      )}
      {found.became === 'notNeeded' && (
        <p class="acts">
          <button
            type="button"
            class="btn"
            aria-busy={isBusy || undefined}
            onClick={() => void judge('takenBack')}
          >
            放回尚未处理
          </button>
        </p>
      )}
    </>
  );
};
