import type { FormField } from '../../../shared/contracts/desk/forms.ts';
import { groupIn, type Value, type Values } from '../../model/forms/values.ts';

export interface FieldProps {
  field: FormField;
  /** Its place: the field, and within a group its field. */
  path: readonly string[];
}

/** What stands at a place. */
export const valueAt = (values: Values, [name = '', ...inner]: readonly string[]): Value | undefined =>
  inner.length === 0 ? values[name] : valueAt(groupIn(values[name]), inner);
