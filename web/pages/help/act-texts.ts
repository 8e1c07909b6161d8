import type { TextGroup } from './text-meaning.ts';

/** Of what was entered, and of whose word it waits for. */
export const OF_AN_ACT: TextGroup = {
  title: '录入的事项要确认',
  texts: [
    {
      kinds: ['incomplete'],
      says: ['你录入的事项…要件不全，请登录补齐，补齐前不能结报'],
      means: '登记已经受理，时刻算数，但缺制度要求的内容，请补填。',
    },
    {
      kinds: ['confirm'],
      says: ['请登录确认或否认代你录入：…'],
      means: '别人替你录了一件事：你的批示、审定、决定或者报告。是你办的就确认，不是就否认。',
    },
    {
      kinds: ['countersign'],
      says: ['有外单位意见待会签…，请登录核对会签'],
      means: '录入了外单位的意见，请你核对。',
    },
    {
      kinds: ['unconfirmed'],
      says: ['代录或外单位意见仍未获确认…，请登录督促'],
      means:
        '代录的事项或外单位的意见过了一天还没有人确认，请你督促本人或会签的领导。确认列在他们的“待办”里，你的“待办”里没有这一项；打开案卷，在“未了事项”里看是哪一条、等谁。',
    },
    {
      kinds: ['denied'],
      says: ['补录、代录或外单位意见已被否认…，请登录核查'],
      means:
        '补录的时间没有得到核实，代录的事项被本人否认，或者外单位的意见没有会签。这一条不再算数，由它办结的事项重新列入“待办”；核查本身不列入“待办”，打开案卷的“日志”，看是谁录入、谁否认、写的什么理由。',
    },
    {
      kinds: ['unapproved'],
      says: ['有内容未经审定已发布，请立即登录核查'],
      means: '发布的内容没有经过制度要求的审定，请立即核查。',
    },
    {
      kinds: ['lateEntry'],
      says: ['时限过后补录的事项…待核实，请登录办理'],
      means: '有人在时限之后补录说按时办了，请核实是否属实。',
    },
    {
      kinds: ['secondPerson'],
      says: ['已提请…，请登录审批'],
      means: '这件事要第二人同意，请你审批。',
    },
  ],
};
