import { Component, type ReactNode } from 'react';
import { NoticeBar } from '../ui/states.tsx';
import { Button } from '../ui/button.tsx';

interface State {
  readonly error: Error | null;
}

/** The top where bugs are caught: says what broke and offers to start the screen again; the store is not touched. */
export class CatchBugs extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <div className="app-broken">
        <NoticeBar
          tone="warning"
          title="This screen stopped because of a fault in Kerbside."
          action={
            <Button
              onPress={() => {
                this.setState({ error: null });
              }}
            >
              Show it again
            </Button>
          }
        >
          Nothing was lost: every change is in the store already. Note what you did and this
          message: {error.message}
        </NoticeBar>
      </div>
    );
  }
}
