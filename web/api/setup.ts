import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  AskedChannel,
  AskedSource,
  BegunAnswer,
  Channel,
  CheckedSourceAnswer,
  EditedAnswer,
  RemovedSourceAnswer,
  RepositoryOwnersAnswer,
  SetupAnswer,
} from '../../server/contract/index.ts';
import { organisationRoutes, setupRoutes } from '../../server/contract/routes.ts';
import { read, write } from './client.ts';

/** Where data come from, and what is already true. */
export function useSetup() {
  return useQuery({
    queryKey: ['setup'],
    queryFn: ({ signal }) => read<SetupAnswer>(setupRoutes.setup, signal),
    // The configuration may be edited by hand meanwhile.
    staleTime: 0,
  });
}

/** Connecting sources. All reject with an Error whose text can be shown. */
export function useSetupEdits() {
  const client = useQueryClient();
  const { mutateAsync } = useMutation({
    mutationFn: async (edit: () => Promise<unknown>) => edit(),
    onSuccess: () => client.invalidateQueries(),
  });
  const edited = async (edit: () => Promise<EditedAnswer>): Promise<string> => {
    let said: string[] = [];
    await mutateAsync(async () => {
      const { data } = await edit();
      said = [data.summary, ...data.notes];
    });
    return said.join(' ');
  };
  return {
    /** Asks for real; `keep` writes it into the configuration where it can be read. */
    async ask(source: AskedSource, keep: boolean) {
      const answer = keep
        ? await write<CheckedSourceAnswer>('PUT', setupRoutes.source, source)
        : await write<CheckedSourceAnswer>('POST', setupRoutes.check, source);
      if (keep) await client.invalidateQueries({ queryKey: ['setup'] });
      return answer.data;
    },
    /** Sends a message for real, and keeps the channel where it was taken. */
    async tryChannel(channel: AskedChannel) {
      const answer = await write<CheckedSourceAnswer>('PUT', setupRoutes.channel, channel);
      if (answer.data.kept) await client.invalidateQueries();
      return answer.data;
    },
    async removeChannel(channel: Channel) {
      const { data } = await write<RemovedSourceAnswer>('DELETE', setupRoutes.channel, { channel });
      await client.invalidateQueries();
      return data.summary;
    },
    /** Takes a source out of the configuration; what was read of it stays. */
    async remove(name: string) {
      const { data } = await write<RemovedSourceAnswer>('DELETE', setupRoutes.source, { name });
      await client.invalidateQueries({ queryKey: ['setup'] });
      return data.summary;
    },
    begin: () => write<BegunAnswer>('POST', setupRoutes.begin),
    takeRoster: (csv: string) => edited(() => write<EditedAnswer>('PUT', organisationRoutes.roster, csv)),
    /** Says which team owns a repository, beside what was said before. */
    ownRepository: (repository: string, team: string) =>
      edited(async () => {
        const { data } = await read<RepositoryOwnersAnswer>(
          organisationRoutes.repositoryOwners,
          new AbortController().signal,
        );
        const owners = [...data, { repository, team }];
        return write<EditedAnswer>('PUT', organisationRoutes.repositoryOwners, owners);
      }),
    /** Asks for everything anew, as when another server may answer. */
    askAnew: () => client.invalidateQueries(),
  };
}

export type SetupEdits = ReturnType<typeof useSetupEdits>;
