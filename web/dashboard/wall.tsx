import { useEffect, useState } from 'react';
import { Link } from '@tanstack/react-router';

import { time } from '../kit/format.js';
import { useName, useLanguage, useWords, words } from '../kit/words.js';
import { Notice } from '../kit/notice.js';
import { Figures } from './figures.js';
import { Flows } from './flows.js';
import { Funnel } from './funnel.js';
import { Links } from './links.js';
import type { OverviewAnswer } from './overview.js';
import { Places } from './places.js';
import { Raised } from './raised.js';

const texts = words(
  { title: (name: string): string => `${name}社会工作资源链接`, leave: '退出大屏' },
  { title: (name: string): string => `Social work resources of ${name}`, leave: 'Leave' },
);
const minuteMs = 60_000;

/** The dashboard for a wall: dark, 1920 × 1080, without a table and without scrolling. */
export function Wall({ answer }: { answer: OverviewAnswer }) {
  const { title, leave } = useWords(texts);
  const nameOf = useName();
  const language = useLanguage();
  const now = useNow();
  const area = answer.data?.area;
  return (
    <main className="dash-wall">
      <header>
        <h1>{area ? title(nameOf(area)) : ' '}</h1>
        <time dateTime={now}>{time(now, language)}</time>
        <Link from="/" to="/" search={(kept) => ({ ...kept, mode: undefined })}>
          {leave}
        </Link>
      </header>
      <Notice answer={answer} />
      <Figures answer={answer} />
      <div className="dash-wall-grid">
        <Places answer={answer} />
        <Raised answer={answer} height={290} />
        <Funnel answer={answer} height={290} />
        <Flows answer={answer} height={310} />
        <Links answer={answer} height={310} />
      </div>
    </main>
  );
}

function useNow(): string {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), minuteMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
