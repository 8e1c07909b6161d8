import { may } from '../../../api/me.ts';
import { Cannot } from '../notices.tsx';

/** Why somebody cannot do it, and where to go on. */
interface NoProps {
  title: string;
  why: string;
  caseId: string;
  /** It is others' to do, who are in the roster. */
  isOthers?: boolean;
}
export const No = ({ title, why, caseId, isOthers = false }: NoProps) => (
  <div class="form">
    <h1>{title}</h1>
    <Cannot why={why} caseId={caseId}>
      {isOthers && may('ReadRoster') && (
        <a class="btn" href="/desk/roster">
          看名册，请其办理
        </a>
      )}
    </Cannot>
  </div>
);
