import { Select } from 'antd';

export interface StatusChoiceProps<Status extends string> {
  label: string;
  /** What stands there while all are shown. */
  all: string;
  states: readonly Status[];
  chosen: Status[] | undefined;
  labelOf(status: Status): string;
  onChange(chosen: Status[] | undefined): void;
}

/** Lets one choose some states; none chosen means all. */
export function StatusChoice<Status extends string>(props: StatusChoiceProps<Status>) {
  const { label, all, states, chosen, labelOf, onChange } = props;
  return (
    <Select
      aria-label={label}
      mode="multiple"
      allowClear
      size="small"
      maxTagCount="responsive"
      placeholder={all}
      className="funds-status"
      value={chosen ?? []}
      options={states.map((status) => ({ value: status, label: labelOf(status) }))}
      onChange={(values) => {
        const inOrder = states.filter((status) => values.includes(status));
        onChange(inOrder.length === 0 ? undefined : inOrder);
      }}
    />
  );
}
