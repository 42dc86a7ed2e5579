import { createRoot } from 'react-dom/client';
import { onEvent } from './bridge/bridge.ts';
import '@fontsource-variable/inter/wght.css';
import './ui/tokens.css';
import './ui/base.css';
import { App } from './app/app.tsx';
import { forgetAnswers } from './state/channel.ts';
import { loadJobs, takeJob } from './state/jobs.ts';
import { refreshSession } from './state/session.ts';
import { followTheme } from './state/theme.ts';

followTheme();

// The bridge takes the browser mode's token out of the address before anything reads the hash.
onEvent((event) => {
  if (event.type === 'job') {
    takeJob(event.job);
    return;
  }
  if (event.areas.includes('store') || event.areas.includes('settings')) void refreshSession();
  forgetAnswers();
});
void refreshSession();
void loadJobs();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id root.');
createRoot(root).render(<App />);
