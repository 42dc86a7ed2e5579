import { I18nProvider } from 'react-aria-components';
import { useSession } from '../state/session.ts';
import { WelcomeScreen } from '../features/welcome/welcome-screen.tsx';
import { FailureNotice } from '../ui/states.tsx';
import { refreshSession } from '../state/session.ts';
import { CatchBugs } from './catch-bugs.tsx';
import { Frame } from './frame.tsx';
import { useKeptFocus } from './keep-focus.ts';
import { NoticeCorner } from './notice-corner.tsx';
import './app.css';

/** The whole window: the frame around the open store, or the way to open one. */
export function App() {
  useKeptFocus();
  return (
    <I18nProvider locale="en-GB">
      <CatchBugs>
        <Window />
        <NoticeCorner />
      </CatchBugs>
    </I18nProvider>
  );
}

function Window() {
  const { info, failure } = useSession();
  if (failure !== null && info === null) {
    return (
      <main className="app-alone">
        <h1>Kerbside</h1>
        <FailureNotice failure={failure} onRetry={() => void refreshSession()} />
      </main>
    );
  }
  if (info === null) return <main className="app-alone" aria-busy="true" />;
  return info.store === null ? (
    <WelcomeScreen info={info} />
  ) : (
    <Frame info={info} store={info.store} />
  );
}
