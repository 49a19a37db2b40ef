import { useEffect, useRef } from 'react';
import { useThemeName } from '../../kit/theme-name.js';
import { type Drawing, drawInto, type Gestures } from './drawing.js';
import type { Marked } from './marks.js';

export interface GraphCanvasProps {
  marked: Marked;
  gestures: Gestures;
  /** Called with the picture once it is there, and with null when it is gone. */
  onReady(drawing: Drawing | null): void;
}

/** Draws a scene by WebGL; in a file of its own, so that nobody loads Sigma who draws nothing. */
export function GraphCanvas({ marked, gestures, onReady }: GraphCanvasProps) {
  const place = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing>(null);
  const latest = useRef({ gestures, onReady });
  const theme = useThemeName();
  useEffect(() => {
    latest.current = { gestures, onReady };
  });
  useEffect(() => {
    if (place.current === null) return;
    const own = drawInto(place.current, {
      select: (id) => latest.current.gestures.select(id),
      expand: (id) => latest.current.gestures.expand(id),
      point: (at) => latest.current.gestures.point(at),
    });
    drawing.current = own;
    latest.current.onReady(own);
    return () => {
      latest.current.onReady(null);
      drawing.current = null;
      own.end();
    };
  }, []);
  useEffect(() => {
    drawing.current?.show(marked);
  }, [marked, theme]);
  return <div ref={place} className="explore-drawing" aria-hidden="true" />;
}
