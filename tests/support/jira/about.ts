import { type Answer, json, plainRefusal } from './answer.ts';
import type { Call } from './call.ts';
import { written } from './local-time.ts';
import { personBody } from './person-body.ts';

/** What Jira this is; anybody may ask. */
export function serverInfo({ site, base }: Call): Answer {
  const { deployment, zone } = site;
  const version =
    deployment === 'Cloud'
      ? { version: '1001.0.0-SNAPSHOT', versionNumbers: [1001, 0, 0], buildNumber: 100_287 }
      : { version: '10.3.2', versionNumbers: [10, 3, 2], buildNumber: 10_030_002 };
  return json(200, {
    baseUrl: base,
    ...(deployment === 'Cloud' ? { displayUrl: base } : {}),
    ...version,
    deploymentType: deployment,
    buildDate: written(Date.UTC(2026, 0, 15), zone),
    serverTime: written(site.now(), zone),
    scmInfo: 'b6c1ef0c7b0e0f5e5dd8a7a6d7dfe2e3a2d0a0c4',
    serverTitle: 'Jira',
    ...(deployment === 'Cloud' ? { defaultLocale: { locale: 'en_US' }, serverTimeZone: 'Etc/UTC' } : {}),
  });
}

export function myself({ site, base, anonymous }: Call): Answer {
  if (anonymous) return plainRefusal(401, 'Client must be authenticated to access this resource.');
  return json(200, {
    ...personBody(site.owner.id, site, base),
    locale: 'en_GB',
    groups: { size: 1, items: [] },
    applicationRoles: { size: 1, items: [] },
    expand: 'groups,applicationRoles',
  });
}

export function fields({ site, anonymous }: Call): Answer {
  const shown = anonymous ? site.fields.filter(({ id }) => !id.startsWith('customfield_')) : site.fields;
  return json(
    200,
    shown.map(({ id, name, clauses, schema }) => ({
      id,
      ...(site.deployment === 'Cloud' ? { key: id, untranslatedName: name } : {}),
      name,
      custom: schema?.custom !== undefined,
      orderable: true,
      navigable: true,
      searchable: clauses.length > 0,
      clauseNames: clauses,
      ...(schema === null ? {} : { schema }),
    })),
  );
}
