import { names } from '../../../shared/contracts/regulation-view/names.ts';
import type { AnchorView, DutyView } from '../../../shared/contracts/regulation-view/parts.ts';
import { dutyOf } from '../../../shared/regulations/lookup.ts';
import type { Anchor, Regulation, Term } from '../../../shared/regulations/schema.ts';
import { isAlwaysKnown } from '../../regulation-check/checks/duties/starts.ts';
import { conditionNowText } from './condition-now.ts';
import { conditionText, isAlwaysOn, isOff } from './condition-text.ts';
import { allNamedIn, namedIn } from './lookup.ts';

const textOf = ({
  instant,
  after,
  decision,
  orDue,
  sources,
  when,
  isOwn,
}: Omit<AnchorView, 'text' | 'fallback' | 'isOff'>): string => {
  const only = [names(sources), when ?? '', isOwn ? '参照,本局设置' : '']
    .filter((each) => each !== '')
    .join(';');
  const name =
    instant?.name ??
    (decision === null
      ? `“${after?.name}”完成${orDue ? '(未完成前暂自其时限)' : ''}`
      : `决定“${decision.name}”(决定办理的)`);
  return only === '' ? name : `${name}(${only})`;
};

/** What may stand in for an instant, as data and rule have it. */
const standInsOf = (instants: Regulation['instants'], instant: string): string[] => {
  const { fallback = [], bounds = [] } = instants.find(({ id }) => id === instant) ?? {};
  return [...fallback, ...bounds];
};

const anchorViewOf = (regulation: Regulation, anchor: Anchor): AnchorView => {
  const { instants, sources, decisions } = regulation;
  const when = anchor.when === undefined ? null : conditionText(regulation, anchor.when);
  const none = {
    instant: null,
    after: null,
    decision: null,
    orDue: false,
    sources: [],
    when,
    isOwn: false,
    fallback: [],
  };
  const own = (): Omit<AnchorView, 'text' | 'isOff'> => {
    if ('decision' in anchor) return { ...none, decision: namedIn(decisions, anchor.decision) };
    if ('after' in anchor)
      return {
        ...none,
        after: { id: anchor.after, name: dutyOf(regulation, anchor.after).name },
        orDue: anchor.orDue ?? false,
      };
    return {
      ...none,
      instant: namedIn(instants, anchor.instant),
      sources: allNamedIn(sources, anchor.of ?? []),
      isOwn: anchor.basis === 'bureau',
      fallback: allNamedIn(instants, standInsOf(instants, anchor.instant)),
    };
  };
  return { ...own(), isOff: isOff(regulation, anchor.when), text: textOf(own()) };
};

/** Several anchors as one phrase: the earliest of them, or one after the other. */
const joinAnchors = (texts: readonly string[], pick: Term['pick']): string => {
  if (texts.length === 1) return texts[0]!;
  return pick === 'earliest' ? `${texts.join('、')},取最早` : texts.join(',无则');
};

/** What an instant cannot lie after moves it even when it is given; other stand-ins serve until it is. */
const withFallback =
  ({ instants }: Regulation) =>
  ({ text, instant, fallback }: AnchorView): string => {
    if (fallback.length === 0) return text;
    const isBound = instants.some(({ id, bounds }) => id === instant?.id && bounds.length > 0);
    return `${text}(${isBound ? '不晚于' : '未填则取'}${names(fallback)})`;
  };

const isCertain = (regulation: Regulation, anchor: Anchor): boolean =>
  'instant' in anchor && isAlwaysKnown(anchor.instant) && isAlwaysOn(regulation, anchor.when);

/** An anchor without what the settings have answered, nor what its own name says. */
const asNow = (regulation: Regulation, view: AnchorView, { when }: Anchor): AnchorView => {
  const left = conditionNowText(regulation, when);
  const isSaid = left === view.instant?.name || left === names(view.sources);
  const now = { ...view, when: left === '' || isSaid ? null : left };
  return { ...now, text: textOf(now) };
};

/** Where the clock of a term starts. What stands behind an anchor that is always known never counts. */
export const clockViewOf = (regulation: Regulation, { start, pick }: Term): DutyView['clock'] => {
  const certain = pick === 'first' ? start.findIndex((anchor) => isCertain(regulation, anchor)) : -1;
  const anchors = start.map((anchor, index) => {
    const view = anchorViewOf(regulation, anchor);
    return { ...view, isOff: view.isOff || (certain >= 0 && index > certain) };
  });
  const text = joinAnchors(anchors.map(withFallback(regulation)), pick);
  const now = anchors.flatMap((view, index) => (view.isOff ? [] : [asNow(regulation, view, start[index]!)]));
  return {
    pick,
    anchors,
    text,
    textNow: now.length === 0 ? text : joinAnchors(now.map(withFallback(regulation)), pick),
  };
};
