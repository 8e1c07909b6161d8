// The forms of a bureau's desk: every command of the office, made from the contract when the desk is built. `/desk/forms-<hash>.json`.

/**
 * How a field is filled in. `line`, `text`: words, of one line or of several; `moment`: an instant, or the day alone; `records`: words
 * under names that are given; `case`: another case, which is looked for; `group`: fields of its own.
 */
export type FieldKind =
  | 'line'
  | 'text'
  | 'choice'
  | 'choices'
  | 'case'
  | 'yes'
  | 'instant'
  | 'moment'
  | 'records'
  | 'group';

/** What the case itself has, from which a field takes its value: nobody types the number of an entry. */
export type CaseList =
  | 'approvals'
  | 'asked'
  | 'caseItems'
  | 'doneActs'
  | 'draftOrders'
  | 'duties'
  | 'extendable'
  | 'facts'
  | 'held'
  | 'incomplete'
  | 'issuedOrders'
  | 'items'
  | 'jointUnits'
  | 'occurrences'
  | 'openDuties'
  | 'openOrders'
  | 'people'
  | 'releases'
  | 'returns'
  | 'sources'
  | 'telephone'
  | 'toConfirm'
  | 'warnings';

/** Whose names `records` go under: a document's, the review's, a report's, a warning's parts, or the duties that are left undone. */
export type RecordNames = 'document' | 'review' | 'report' | 'act' | 'warning' | 'unmet';

export interface FormChoice {
  id: string;
  name: string;
  short?: string;
  /** The heading that it stands under. */
  group?: string;
}

export interface FormField {
  /** As the command has it. */
  name: string;
  title: string;
  about?: string;
  kind: FieldKind;
  required?: true;
  /** Rarely needed: under 更多. */
  folded?: true;
  /** Of a choice: the bureau's list. */
  list?: string;
  /** Of a choice: what the case has. */
  of?: CaseList;
  /** Of a choice: these. */
  choices?: FormChoice[];
  /** Of several: that it is none of them, said so. */
  none?: string;
  /** A choice whose value is a whole number. */
  isNumber?: true;
  /** An instant that lies ahead; all others lie behind. */
  ahead?: true;
  /** Of a moment: the field that says that only the day is known. */
  dayIn?: string;
  names?: RecordNames;
  fields?: FormField[];
  /** The most and the fewest characters. */
  longest?: number;
  shortest?: number;
}

export interface CommandForm {
  type: string;
  /** 登记报告. */
  title: string;
  /** What it is for. */
  about: string;
  /** Under which heading it stands among all that one may do. */
  group: string;
  /** Who may; `levels`: null at all. */
  givers: { roles: string[]; levels: string[] | null }[];
  fields: FormField[];
}

export interface DeskForms {
  /** The bureau's lists by name. */
  lists: Readonly<Record<string, FormChoice[]>>;
  /** Of each further scale its levels. */
  ratings: Readonly<Record<string, FormChoice[]>>;
  /** By command. */
  commands: Readonly<Record<string, CommandForm>>;
  opening: CommandForm;
  /** A document's id → the names of its fields. */
  documents: Readonly<Record<string, string[]>>;
  /** The document whose fields are the review's points; null: the bureau has none. */
  review: string | null;
  /** A report kind → the document whose fields it has. */
  reports: Readonly<Record<string, string>>;
  /** The flag of a 涉密 case, of which nothing lies on a device. */
  secretFlag: string;
  /** The sources of standing matters, and those that are a body which asks or tells: what came to the bureau by them is received. */
  sources: { standing: readonly string[]; told: readonly string[] };
  /** The criteria that the bureau weighs: one that has rules alone weighs none. */
  criteria: readonly string[];
  /** The flags that raise what the table proposes, whatever else is known. */
  raising: readonly string[];
  /** The decisions that say to whom is reported, or that nobody is. */
  reported: readonly string[];
  /** The actions that are approvals. */
  approvals: readonly string[];
  /** Of these those of a text or a paper: without its title they are of what names them alone. */
  approvesText: readonly string[];
  /** Duty → field of a report → what of it meets the duty, where it is several and not all. */
  offers: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** The forms of a report in which somebody is spoken to, who is named. */
  spoken: readonly string[];
  /** An approval → the document that is its draft, and the field that bears its title; null: none does. */
  drafts: Readonly<Record<string, { document: string; titled: string | null }>>;
  /** The posts of the bureau's leaders; and those of whom a 批示 may ask something, which they answer by a report. */
  leaders: readonly string[];
  askable: readonly string[];
  /** The posts of which each unit has its own. */
  unitPosts: readonly string[];
  /** An action that is a body's outside → the bodies whose it may be. */
  bodies: Readonly<Record<string, readonly string[]>>;
  /** What is said to be missing → the field that takes it. */
  lacks: Readonly<Record<string, string>>;
  /** The same → all the fields of which any one will do. */
  lackedIn: Readonly<Record<string, readonly string[]>>;
  /**
   * What people wrote, as the log calls it: `event.place` (`ReportFiled.spokeTo`, lists and records are no step) → a name; and a
   * field of a command by its bare name, under which some of it lies.
   */
  log: Readonly<Record<string, string>>;
}
