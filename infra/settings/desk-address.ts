import { SMS_LINK_SETTING } from '../../shared/regulations/reserved.ts';
import type { ChosenSettings } from '../../shared/regulations/version.ts';

/** Where the desk shows its cases; the number of one comes behind it. */
const CASES = '/desk/cases/';
/** What a text can carry of it (LONGEST_ADDRESS of the regulation's settings, without the way to the cases). */
const LONGEST = 32;

/** What is wrong with the address of a desk, in plain Chinese; undefined when it may stand there. */
export const deskAddressFault = (text: string): string | undefined =>
  URL.canParse(text) &&
  new URL(text).protocol === 'https:' &&
  new URL(text).origin === text &&
  text.length <= LONGEST
    ? undefined
    : `应为 https:// 开头的网址,后面不带路径、参数和 /,不超过${LONGEST}个字符,如 https://yq.example.gov.cn`;

/**
 * The bureau's choices among the regulation's settings, as all parts of a deployment go by them. An address of the desk is the
 * address in texts: one setting decides what a text ends with.
 */
export const chosenSettings = ({
  regulationSettings,
  deskAddress,
}: {
  regulationSettings: ChosenSettings;
  deskAddress?: string | undefined;
}): ChosenSettings =>
  deskAddress === undefined
    ? regulationSettings
    : { ...regulationSettings, [SMS_LINK_SETTING]: `${deskAddress}${CASES}` };
