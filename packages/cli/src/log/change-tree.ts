/** What changed in one record, in the shape it is shown in. Values are text, as people read it. */
export type ChangeNode =
  | {
      readonly kind: 'changed';
      readonly label: string;
      readonly before: string;
      readonly after: string;
    }
  | { readonly kind: 'added' | 'removed'; readonly label: string; readonly value: string }
  /** `item`: one element of a list, with what changed in it. */
  | {
      readonly kind: 'group' | 'item';
      readonly label: string;
      readonly children: readonly ChangeNode[];
    }
  | { readonly kind: 'remark'; readonly label: string };
