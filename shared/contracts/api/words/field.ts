/** A field as people call it, and what goes in. */
export interface FieldWords {
  title: string;
  about?: string;
}
export const field = (title: string, about?: string): FieldWords => ({ title, ...(about && { about }) });
