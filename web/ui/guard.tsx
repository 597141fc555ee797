import { Component, type ReactNode } from 'react';

type GuardProps = { children: ReactNode; fallback: ReactNode };

/** Keeps a part that cannot be drawn (or whose script cannot be loaded any more) from taking the page with it. */
export class Guard extends Component<GuardProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
