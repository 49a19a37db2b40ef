import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from '@tanstack/react-router';
import { keepSettings, loadSettings } from '../kit/settings.js';
import { router } from './router.js';
import './base.css';

const place = document.getElementById('app') as HTMLElement;

// The page's own part comes while the settings do.
void router.load();

// A hub that cannot be reached must say so here: nothing else of the page is there yet.
loadSettings().then(
  (settings) => {
    keepSettings(settings);
    createRoot(place).render(
      <StrictMode>
        <RouterProvider router={router} />
      </StrictMode>,
    );
  },
  () => {
    place.textContent = '无法连接服务，请稍后刷新页面。The hub cannot be reached; please reload later.';
  },
);
