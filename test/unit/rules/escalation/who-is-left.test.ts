import { describe, expect, it } from 'vitest';
import { exampleRoster } from '../../../../infra/local/people.ts';
import type { Notice } from '../../../../shared/case/events.ts';
import { sendNotice } from '../../../../shared/notices/send.ts';
import { createMemoryTable } from '../../../../shared/records/memory-table.ts';
import { createDeliveries } from '../../../../shared/records/texts/deliveries.ts';
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
const textOf = async (file: File, notice: Notice) => {
  const sent: { text: string; variables: Record<string, string> }[] = [];
  await sendNotice(
    {
      regulation: yinzhou,
      roster: exampleRoster(yinzhou),
      before: [],
      deliveries: createDeliveries(createMemoryTable()),
      now: () => file.state.lastAt,
      sms: {
        send: async (_, message) => {
          sent.push(message);
          return 'm';
        },
      },
    },
    file.state,
    notice,
  );
  return sent[0]!;
};
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
      expect(text).toContain(`书面报告(尚缺${LEFT})`);
      expect(variables).toMatchObject({ left: LEFT, duty: `书面报告(尚缺${LEFT})` });
    }
  });

  it.each(['remind', 'due', 'overdue'])('%s names nobody while none of them has it', async (template) => {
    const told = await texts(reached(), template);
    expect(told.length).toBeGreaterThan(0);
    for (const { text, variables } of told) {
      expect(text).not.toContain('尚缺');
      expect(variables).not.toHaveProperty('left');
    }
  });

  it('is told no more once all of them have it', async () => {
    expect(await texts(reached(...WITH_OFFICE), 'overdue')).toEqual([]);
  });
});
