import type { ReactNode } from 'react';

interface FieldProps {
  /** Also the id of the control, which the label belongs to. */
  id: string;
  label: string;
  isNeeded?: boolean;
  hint?: string;
  mistake?: string | undefined;
  children: ReactNode;
}

/** A control with its label, a hint and what is wrong; give the control `id` and `describedBy(id)`. */
export function Field({ id, label, isNeeded = false, hint, mistake, children }: FieldProps) {
  return (
    <div className="portal-field">
      <label htmlFor={id}>
        {label}
        {isNeeded && (
          <span className="needed" aria-hidden="true">
            *
          </span>
        )}
      </label>
      {children}
      {hint !== undefined && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <p className="portal-mistake" id={`${id}-mistake`}>
        {mistake !== undefined && `✗ ${mistake}`}
      </p>
    </div>
  );
}

/** What ties a control to the hint and the mistake of its field. */
export const describedBy = (id: string, mistake: string | undefined) =>
  ({
    id,
    'aria-describedby': `${id}-hint ${id}-mistake`,
    'aria-invalid': mistake !== undefined,
    ...(mistake === undefined ? {} : { status: 'error' as const }),
  }) as const;
