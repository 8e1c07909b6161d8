/** What a kind of text means. `kinds`: the templates of the system, each explained once; `says`: their words, … for what varies. */
export interface TextMeaning {
  kinds: readonly string[];
  says: readonly string[];
  means: string;
}
export interface TextGroup {
  title: string;
  texts: readonly TextMeaning[];
}
