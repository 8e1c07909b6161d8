import type { OpeningTriedReply, TriedReply } from '../../../shared/contracts/replies/try.ts';
import { lateLines } from '../../../web/model/forms/guide/late.ts';
import {
  betweenLines,
  endingLine,
  mergeLines,
  placedLines,
  STAYS,
  UNTIL_AGREED,
} from '../../../web/model/forms/rearranged/does.ts';
import { limitEnd, time } from './lines.ts';

type Limit = TriedReply['limits'][number];
type Named = readonly { name: string }[];

const namesOf = (named: Named): string => named.map(({ name }) => name).join('、');
const clausesOf = (clauses: Named): string =>
  `依据:${[...new Set(clauses.map(({ name }) => name))].join('、')}`;

const limitLine = ({ whatText, responsible, clauses }: Limit): string =>
  `  ${whatText}  责任:${responsible.name}  ${clausesOf(clauses)}`;

const wordLine = ({ text, roles, person, nobody }: TriedReply['toConfirm'][number]): string =>
  `  ${person ?? (roles.length === 0 ? '名册中无此人' : namesOf(roles))}:${text}${nobody ? '(名册中现无人可办)' : ''}`;

type Text = TriedReply['textsAtOnce'][number];
const insteadOf = ({ instead, nobody }: Text): string => {
  if (nobody) return '(名册中现无人可收)';
  return instead === null ? '' : `(现无人,由${instead.name}收)`;
};
const textLine = (told: Text): string =>
  `  →${told.toText}${insteadOf(told)} ${told.text ?? '(不发短信,须电话通知)'}`;
const laterLine = ({ notBefore, ...told }: TriedReply['texts'][number]): string =>
  `${textLine(told)}${notBefore === null ? '' : `(${time(notBefore)}以后发)`}`;

/** Lines under a heading, where there are any. */
const part = (heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`${heading}:`, ...lines];

/** The sentences of the desk in the browser, as lines. */
const said = (lines: readonly { text: string }[]): string[] => lines.map(({ text }) => `  ${text}`);
type Rearranged = Pick<TriedReply, 'merge' | 'placed' | 'between' | 'late' | 'toConfirm' | 'at'>;
/** What 并案, 移出信息 and 恢复办理 would change beside the case itself, as the desk in the browser says it. */
const rearrangedLines = ({ merge, placed, between, late, toConfirm, at }: Rearranged): string[] => {
  const now = Date.parse(at);
  const isAsked = toConfirm.length > 0;
  const merged = merge === undefined ? [] : mergeLines(merge, now);
  const before = merge === undefined ? [] : [isAsked ? UNTIL_AGREED : endingLine(merge, now)];
  return [
    ...part('并案', said(before)),
    ...part(isAsked ? '同意以后' : '并案以后', said(merged)),
    ...part('移出以后', placed === undefined ? [] : said([...placedLines(placed, now), STAYS])),
    ...part('恢复办理以后', between === undefined ? [] : said(betweenLines(between, late, now))),
  ];
};

const headLine = ({ wouldBe, wouldBeText, refusal, after }: TriedReply): string => {
  if (refusal !== null) return `试办:${wouldBeText}。${refusal.message}`;
  if (wouldBe === 'nothing' || after === null) return `试办:${wouldBeText}`;
  const { stateText, warningLevel, handlingLevel, gradingText } = after;
  const grading = gradingText === '' ? '' : `(${gradingText})`;
  return `试办:${wouldBeText},尚未写入。办理后:${stateText}  级别:${warningLevel.name}${grading}  处置级别:${handlingLevel.name}`;
};

const restLines = ({
  at,
  limits,
  late,
  onceApproved = [],
  toConfirm,
  missing,
  texts,
  textsAtOnce,
  log,
}: TriedReply): string[] => [
  ...part('时限', limits.map(limitLine)),
  ...part('办理后即为逾期', said(lateLines(late, Date.parse(at)))),
  ...part(
    '批准后的时限',
    onceApproved.map((line) => `  ${line}`),
  ),
  ...part('须由他人确认', toConfirm.map(wordLine)),
  ...part(
    '要件待补',
    missing.map(({ text }) => `  ${text}`),
  ),
  ...part('将发短信', texts.map(laterLine)),
  ...part('时限一起算即发短信', textsAtOnce.map(textLine)),
  ...part(
    '案卷日志将记',
    log.map((line) => `  ${line}`),
  ),
];

/** What a command would do, for the console: a line a limit. */
export const printTried = (tried: TriedReply): string =>
  [headLine(tried), ...rearrangedLines(tried), ...restLines(tried)].join('\n');

const dutyLine = ({
  statusText,
  name,
  limitKind,
  limitText,
  due,
  reason,
  responsible,
  clauses,
}: OpeningTriedReply['duties'][number]): string =>
  `  ${statusText.padEnd(6, ' ')} ${name}  ${limitText}${due === null ? '' : limitKind === 'immediate' ? ` 自${time(due)}起` : ` 时限${limitEnd(due)}`}${reason === null ? '' : `;${reason}`}  责任:${responsible.name}  ${clausesOf(clauses)}`;

/** What an opening would come to, for the console. */
export const printOpeningTried = (tried: OpeningTriedReply): string => {
  const { openedAs, proposal, scales, duties, notes } = tried;
  return [
    `${headLine(tried)}${openedAs === null ? '' : `:同一事项已立案${openedAs}`}`,
    ...notes.map((text) => `注意:${text}`),
    ...(proposal === null
      ? []
      : [
          `初判:${proposal.level.name}${proposal.score === null ? '' : `(得分${proposal.score})`}`,
          ...proposal.reasons.map(({ text }) => `  ${text}`),
        ]),
    ...scales.map(({ scale, level }) => `${scale.name}:${level.name}`),
    ...restLines(tried),
    ...part('职责', duties.map(dutyLine)),
  ].join('\n');
};
