import { type ReactNode, useId } from 'react';
import { Skeleton } from 'antd';
import type { Answer } from './ask.js';
import { Definition } from './definition.js';
import { usePartText } from './notice.js';

export interface PanelProps {
  title: string;
  /** What the figures mean, and where they are from. */
  definition?: string;
  /** Subgraphs that it is made of: when one is missing, this panel is dimmed and no other. */
  from: readonly string[];
  answer: Answer<unknown>;
  /** What stands beside the title. */
  extra?: ReactNode;
  /** A skeleton of the same height stands in until something is known, so that nothing moves. */
  height?: number;
  className?: string;
  children?: ReactNode;
}

/** A part of a page with its own state: loading, whole, old, missing. */
export function Panel({
  title,
  definition,
  from,
  answer,
  extra,
  height = 120,
  className = '',
  children,
}: PanelProps) {
  const id = useId();
  const partText = usePartText();
  const states = from.flatMap((name) => {
    const state = answer.parts[name];
    const text = state === undefined ? null : partText(name, state);
    return text === null || state === undefined ? [] : [{ text, isMissing: state.status === 'unavailable' }];
  });
  const isMissing = states.some((state) => state.isMissing);
  return (
    <section
      className={`panel ${isMissing ? 'dimmed' : ''} ${className}`}
      aria-labelledby={id}
      aria-busy={answer.isLoading}
    >
      <header>
        <h2 id={id}>{title}</h2>
        {definition !== undefined && <Definition of={title} text={definition} />}
        {extra !== undefined && <div className="extra">{extra}</div>}
      </header>
      {states.map(({ text, isMissing: missing }) => (
        <p key={text} role="status" className={missing ? 'state missing' : 'state stale'}>
          {text}
        </p>
      ))}
      {answer.isLoading ? (
        <div style={{ minHeight: height }}>
          <Skeleton active paragraph={{ rows: Math.max(1, Math.round(height / 40)) }} title={false} />
        </div>
      ) : (
        children
      )}
    </section>
  );
}
