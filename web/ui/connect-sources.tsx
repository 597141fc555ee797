import { Command } from './command.tsx';

/** How real data come here, in the README's words. */
export function ConnectSources() {
  return (
    <>
      <p>
        Read an organisation, a user or a single repository from GitHub (with a GITHUB_TOKEN in the
        environment):
      </p>
      <Command line="npm run uptake -- ingest github OWNER" />
      <p>Or read a Git repository that you have cloned to this machine:</p>
      <Command line="npm run uptake -- ingest git PATH" />
    </>
  );
}
