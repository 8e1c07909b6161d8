import { describe, expect, it } from 'vitest';
import type { Notice } from '../../../../shared/case/events.ts';
import { ownPart } from '../../../../shared/notices/compose.ts';
import { partOf } from '../../../../shared/notices/words.ts';
import {
  LEADERS,
  openFile,
  person,
  report,
  WITH_OFFICE,
  yinzhou,
} from '../../bureaus/yinzhou/yinzhou-file.ts';

type File = ReturnType<typeof openFile>;
const noticesOf = (file: File, duty: string): Notice[] =>
  file.log.flatMap(({ events }) =>
    events.flatMap((event) =>
      event.type === 'NoticesMade' ? event.notices.filter((notice) => notice.duty === duty) : [],
    ),
  );
/** What comes of a notice on somebody's telephone, and the variables that go to the gateway with it. */
const textOf = (file: File, notice: Notice) =>
  ownPart(yinzhou, partOf(yinzhou, file.state, notice, { now: file.state.lastAt }));
const LEFT = '局主要领导、局办公室负责人';

describe('yinzhou E 四(二)3 书面+20min: to two leaders and the office', () => {
  const reached = (...to: string[]): File => {
    const file = openFile({ level: 'major' });
    file.give('03-02 09:05', person, report('oral', LEADERS));
    if (to.length > 0) file.give('03-02 09:06', person, report('written', to));
    file.runTo('03-02 12:00');
    return file;
  };
  const texts = async (file: File, template: string) =>
    Promise.all(
      noticesOf(file, 'writtenReport')
        .filter((notice) => notice.template === template)
        .map((notice) => textOf(file, notice)),
    );

  it.each(['remind', 'due', 'overdue'])('%s says who is left when one of them has it', async (template) => {
    const told = await texts(reached('deputyLeader'), template);
    expect(told.length).toBeGreaterThan(0);
    for (const { text, variables } of told) {
      // Where all of them do not fit, how many.
      expect([`书面报告(尚缺${LEFT})`, '书面报告(尚缺2方)'].some((each) => text.includes(each))).toBe(true);
      expect(text).toContain(`书面报告${variables.left}`);
    }
  });

  it.each(['remind', 'due', 'overdue'])('%s names nobody while none of them has it', async (template) => {
    const told = await texts(reached(), template);
    expect(told.length).toBeGreaterThan(0);
    for (const { text, variables } of told) {
      expect(text).not.toContain('尚缺');
      expect(variables.left).toBe('');
    }
  });

  it('is told no more once all of them have it', async () => {
    expect(await texts(reached(...WITH_OFFICE), 'overdue')).toEqual([]);
  });
});
