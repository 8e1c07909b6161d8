import type { CaseReply } from '../../../../shared/contracts/replies/case.ts';
import type { ItemReply } from '../../../../shared/contracts/replies/items.ts';
import type { LogReply } from '../../../../shared/contracts/replies/log.ts';
import type { TextListReply } from '../../../../shared/contracts/replies/registers.ts';
import { spoken } from '../../spoken.ts';
import { fullMoment, timeAt } from '../../wall-clock.ts';
import { contentOf, type Names } from '../content.ts';
import { leftOutOf, publishedText, versionText } from '../item.ts';
import {
  approvalsOf,
  type Document,
  documentsOf,
  type Entry,
  gradingOf,
  inOneLine,
  instructionsOf,
  publicationsOf,
  reportsOf,
  sentencesOf,
  spacedHash,
  verdictOf,
} from '../log.ts';
import {
  awaitedOf,
  callText,
  deniedOf,
  instantsOf,
  saidInFull,
  saidWithDay,
  sourceText,
  spreadOf,
  withdrawnOf,
} from '../matter.ts';
import { rearrangedRows } from '../rearranged.ts';
import { toldOf } from '../told.ts';
import { unitText } from '../units/units.ts';
import { partsOf } from './break.ts';
import { dutyRows } from './duty-rows.ts';
import { GOES_ON, longRows, type Piece, plainRow } from './piece.ts';

// 案卷 on paper: what was owed and done, what it was about, what was said to whom, the whole log, and how to verify it.

/** All that a case consists of. */
export interface File {
  found: CaseReply;
  /** What feeds said; undefined: it could not be read. */
  items: readonly (ItemReply | undefined)[];
  texts: readonly TextListReply['texts'][number][];
  log: Pick<LogReply, 'intact' | 'findings' | 'earlier'> & { entries: readonly Entry[] };
  /** What the log calls what people wrote. */
  names: Names;
  /** When it is put on paper. */
  now: number;
}

const heading = (text: string): Piece => ({ kind: 'heading', text });
const fact = (name: string, text: string): Piece[] => (text === '' ? [] : longRows('facts', [name], text));

const itemRows = ({ found, items }: File): Piece[] =>
  found.items.flatMap((item, index) => {
    const read = items[index];
    const spread = read === undefined ? null : spreadOf(read.readings, saidInFull);
    const published = publishedText(item, saidInFull, (time) => saidInFull(time).replace(/日.*/, '日'));
    const leftOut = read === undefined ? [] : leftOutOf(read);
    return [
      ...fact(
        `信息${index + 1}`,
        [item.title, published, ...(item.url === undefined ? [] : [item.url])].join('，'),
      ),
      ...fact('版本', versionText(item, read)),
      ...fact('原文', read?.content ?? ''),
      ...fact('未能识别的内容', leftOut.map(({ text }) => text).join('；')),
      ...fact('传播', spread === null ? '' : `${spread.counts}，${spread.growth}`),
    ];
  });

const matterRows = (file: File): Piece[] => {
  const { found, log } = file;
  const { known, unsure } = instantsOf(found, saidInFull);
  return [
    ...fact('题名', found.title),
    ...found.sources.flatMap((source) => fact('来源', sourceText(source, saidInFull))),
    ...fact('经过', found.note.text ?? ''),
    ...fact('来电', found.note.call === undefined ? '' : callText(found.note.call, saidInFull)),
    ...itemRows(file),
    ...rearrangedRows(found, log.entries, saidInFull).flatMap(({ name, text }) => fact(name, text)),
    ...gradingOf(log.entries).flatMap(({ at, by, text }) =>
      fact('级别', `${saidInFull(at)}${spoken(by)}：${text}`),
    ),
    ...(found.gradingText === ''
      ? []
      : fact('初判理由', found.grade.reasons.map(({ text }) => spoken(text)).join('\n'))),
    ...(found.jointUnits.length === 0 ? [] : found.units).flatMap((each) =>
      fact(each.partText, `${spoken(each.unit.name)}，${unitText(each, saidInFull)}`),
    ),
    ...fact('时点', known.join('，')),
    ...unsure.flatMap((text) => fact('时点存疑', text)),
    ...awaitedOf(found, saidInFull).flatMap((text) => fact('未了事项', text)),
    ...withdrawnOf(found, saidInFull).flatMap((text) => fact('已撤回', text)),
    ...deniedOf(found, saidInFull).flatMap((text) => fact('被否认', text)),
  ];
};

/** What was made, by whom and when; and what stands in it. */
const madeRows = (name: string, made: readonly Document[]): Piece[] =>
  made.flatMap(({ title, at, by, gone, fields }) => [
    ...fact(name, `${title}，${spoken(by)}，${saidInFull(at)}${gone === '' ? '' : `（${gone}）`}`),
    ...fields.flatMap((field) => fact(field.name, field.text)),
  ]);
const paperRows = ({ found, log, names }: File): Piece[] => [
  ...found.orders.flatMap(({ number, stateText, text, reason, unit }) => [
    ...fact('督办通知', `${number ?? stateText}，致${spoken(unit.name)}：${spoken(reason)}`),
    ...fact('督办正文', text ?? ''),
  ]),
  ...madeRows('批示', instructionsOf(log.entries, names)),
  ...madeRows('审定', approvalsOf(log.entries, names)),
  ...madeRows('发布', publicationsOf(log.entries, names)),
  ...madeRows('报告', reportsOf(log.entries, names)),
  ...madeRows('文书', documentsOf(log.entries, names)),
];

const textRows = ({ found, texts, log }: File): Piece[] => {
  const say = saidWithDay(found.instants.openedAt);
  return toldOf(texts, say, log.entries)
    .reverse()
    .map(({ at, post, name, mobile, text, became }) =>
      plainRow('texts', [
        say(at),
        [post, name, mobile].filter((each) => each !== null).join(' '),
        text ?? '',
        became.map((each) => each.text).join('，'),
      ]),
    );
};

/** An entry: what it says, what was written, and its hash beneath. */
const logRows = ({ found, log, names }: File): Piece[] => {
  const say = saidWithDay(found.instants.openedAt);
  return log.entries.flatMap((entry): Piece[] => {
    const said = inOneLine(sentencesOf(entry));
    const written = contentOf(entry, names, said).map(({ name, text }) => `${name}：${text}`);
    const parts = partsOf([said, ...written].filter((text) => text !== '').join('\n'));
    return parts.map((part, index) => ({
      kind: 'row',
      table: 'log',
      cells: [
        [{ text: index === 0 ? String(entry.version) : GOES_ON }],
        [{ text: index === 0 ? say(entry.localTime) : '' }],
        [{ text: index === 0 ? spoken(entry.actor.name) : '' }],
        [
          { text: part },
          ...(index === parts.length - 1 ? [{ text: spacedHash(entry.hash), isTiny: true }] : []),
        ],
      ],
    }));
  });
};

const HOW = [
  '每条日志的哈希，是该条内容按规范格式（RFC 8785）写成后的SHA-256值；每条都记有前一条的哈希，第1条的前一条哈希为64个0，编号从1起连续。',
  '标题、理由、短信等文字另存，日志中只留加盐后的SHA-256值；文字依规定清除后，链条仍可核验。',
  '持有系统给出的日志原件的人，都可以照此重新计算，与本纸所列哈希比对；一致的，日志自打印之后没有改动。',
];
const proofPieces = ({ log, now }: File): Piece[] => {
  const last = log.entries[log.entries.length - 1];
  return [
    heading('日志核验'),
    ...[
      `${fullMoment(timeAt(now))}打印。日志${verdictOf(log, log.entries.length)}。`,
      ...log.findings.map(({ entry, text }) => `第${entry}条：${spoken(text)}。`),
      ...log.earlier.map(({ entry, text, at }) => `${fullMoment(at)}曾发现第${entry}条：${spoken(text)}。`),
      ...(last === undefined ? [] : [`末条（第${last.version}条）哈希：${spacedHash(last.hash)}。`]),
      ...HOW,
    ].map((text): Piece => ({ kind: 'text', text })),
  ];
};

const section = (name: string, rows: readonly Piece[]): Piece[] =>
  rows.length === 0 ? [] : [heading(name), ...rows];

/** What stands after the cover, in order. */
export const piecesOf = (file: File): Piece[] => [
  { kind: 'title', text: '职责办理情况' },
  ...dutyRows(file.found, file.now, file.log.entries),
  ...section('事情', matterRows(file)),
  ...section('文书', paperRows(file)),
  ...section('通知', textRows(file)),
  ...section('日志', logRows(file)),
  ...proofPieces(file),
];

export interface Cover {
  title: string;
  facts: { name: string; text: string }[];
  /** Beneath them. */
  foot: string;
}
/** Two lines of the cover. What is longer stands in full under 事情. */
const MOST_ON_COVER = 44;
const onCover = (text: string): string =>
  text.length <= MOST_ON_COVER ? text : `${text.slice(0, MOST_ON_COVER - 2)}……`;
/** 食品安全监管股、药械监管股（会办）. */
const unitsText = ({ unit, jointUnits }: CaseReply): string =>
  [
    ...(unit === null ? [] : [spoken(unit.name)]),
    ...jointUnits.map(({ name }) => `${spoken(name)}（会办）`),
  ].join('、');
const dayOf = (time: string): string => fullMoment(time).slice(0, -5);
/** The cover; `pages`: of the whole, with it. */
export const coverOf = ({ found, texts, log }: File, pages: number): Cover => {
  const { instants } = found;
  const end = instants.archivedAt ?? instants.concludedAt;
  const last = log.entries[log.entries.length - 1];
  return {
    // What is never graded is no 舆情.
    title: found.gradingText === '' ? '案卷' : '舆情案卷',
    facts: [
      { name: '案卷编号', text: found.case },
      { name: '题　　名', text: onCover(found.title) },
      { name: '级　　别', text: `${spoken(found.warningLevel.name)}${found.provisional ? '（初判）' : ''}` },
      {
        name: '来　　源',
        text: onCover(
          [
            ...new Set(
              found.sources.map(
                ({ name, reference }) =>
                  `${spoken(name)}${reference === undefined ? '' : `（${reference}）`}`,
              ),
            ),
          ].join('、'),
        ),
      },
      { name: '承办单位', text: onCover(unitsText(found)) },
      { name: '起止日期', text: `${dayOf(instants.openedAt)}至${end === null ? '（处置中）' : dayOf(end)}` },
      {
        name: '件数页数',
        text: `信息${found.items.length}件，通知${toldOf(texts, saidInFull).length}条，日志${log.entries.length}条，共${pages}页`,
      },
      { name: '保管期限', text: '' },
    ],
    foot: `日志${verdictOf(log, log.entries.length)}。${last === undefined ? '' : `末条哈希${spacedHash(last.hash.slice(0, 16))}；`}核验办法见末页。`,
  };
};
