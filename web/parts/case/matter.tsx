import type { ComponentChildren } from 'preact';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { type Entry, gradingOf } from '../../model/case/log.ts';
import {
  awaitedOf,
  callText,
  deniedOf,
  instantsOf,
  type Say,
  saidAt,
  sourceText,
  withdrawnOf,
} from '../../model/case/matter.ts';
import { spoken } from '../../model/spoken.ts';
import { momentOf } from '../../model/wall-clock.ts';
import { hour } from './hour.ts';
import { ItemFacts, ItemList } from './items.tsx';
import { RearrangedFacts } from './rearranged/facts.tsx';

const Fact = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);
const Lines = ({ lines }: { lines: readonly string[] }) => (
  <>
    {lines.map((line) => (
      <p key={line}>{line}</p>
    ))}
  </>
);

/** So many sources are seen at once. */
const SOME = 5;
/** Where it came from, in the order in which it did; many are folded. */
const Sources = ({ lines }: { lines: readonly string[] }) => (
  <>
    <Lines lines={lines.slice(0, SOME)} />
    {lines.length > SOME && (
      <details>
        <summary>其余{lines.length - SOME}个来源</summary>
        <Lines lines={lines.slice(SOME)} />
      </details>
    )}
  </>
);

const Grading = ({ found, entries }: { found: CaseReply; entries: readonly Entry[] }) => {
  const { grade, warningLevel, gradingText, byReference, responseLevel, ratings } = found;
  return (
    <>
      <p>
        {spoken(warningLevel.name)}
        {gradingText === '' ? '' : `，${spoken(gradingText).replace(/·/g, '，')}`}
        {byReference === null ? '' : `，参照${found.handlingLevel.name}处置：${spoken(byReference.text)}`}
        {responseLevel === null ? '' : `，应急响应${spoken(responseLevel.name)}`}
      </p>
      {gradingOf(entries).map(({ at, by, text }) => (
        <p class="soft tiny" key={`${at}${text}`}>
          {momentOf(at, hour.value)}
          {by}：{text}
        </p>
      ))}
      {ratings.map(({ scale, level, byDefault }) => (
        <p key={scale.id}>
          {spoken(scale.name)}：{spoken(level.name)}
          {byDefault !== null && <span class="soft">（{spoken(byDefault.reason)}）</span>}
        </p>
      ))}
      {gradingText !== '' && grade.reasons.length > 0 && (
        <details>
          <summary>初判的理由{grade.reasons.length}条</summary>
          <ul class="plain tiny">
            {grade.reasons.map(({ text }) => (
              <li key={text}>{spoken(text)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
};

const Note = ({ note, say }: { note: CaseReply['note']; say: Say }) => (
  <>
    {note.text !== undefined && <Fact name="经过">{note.text}</Fact>}
    {note.call !== undefined && <Fact name="来电">{callText(note.call, say)}</Fact>}
  </>
);

/** 事情: what it is about, and what is known of it. */
export const Matter = ({ found, entries }: { found: CaseReply; entries: readonly Entry[] }) => {
  const say = saidAt(hour.value);
  const { known, unsure } = instantsOf(found, say);
  const awaited = awaitedOf(found, say);
  const { items } = found;
  return (
    <section class="sect" id="matter">
      <h2 tabIndex={-1}>事情</h2>
      <dl class="facts">
        {awaited.length > 0 && (
          <Fact name="未了事项">
            <Lines lines={awaited} />
          </Fact>
        )}
        {found.sources.length > 0 && (
          <Fact name="来源">
            <Sources lines={found.sources.map((source) => sourceText(source, say))} />
          </Fact>
        )}
        <Note note={found.note} say={say} />
        {items.length === 1 && items.map((item) => <ItemFacts key={item.id} item={item} entries={entries} />)}
        <RearrangedFacts found={found} entries={entries} say={say} />
        <Fact name="级别">
          <Grading found={found} entries={entries} />
        </Fact>
        <Fact name="时点">
          {known.join('，')}
          {unsure.map((line) => (
            <p class="warn" key={line}>
              {line}
            </p>
          ))}
        </Fact>
        {found.denied.length > 0 && (
          <Fact name="被否认">
            <Lines lines={deniedOf(found, say)} />
          </Fact>
        )}
        {found.withdrawn.length > 0 && (
          <Fact name="已撤回">
            <Lines lines={withdrawnOf(found, say)} />
          </Fact>
        )}
      </dl>
      {items.length > 1 && <ItemList found={found} entries={entries} />}
    </section>
  );
};
