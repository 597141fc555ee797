/** Of the library's own class what we use: its addresses and its authentication. */
declare module 'jira-client' {
  class JiraApi {
    constructor(options: {
      protocol: string;
      host: string;
      port?: string;
      base?: string;
      apiVersion?: string;
      username?: string;
      password?: string;
      bearer?: string;
      request: (options: JiraApi.RequestOptions) => Promise<unknown>;
    });
    makeUri(of: { pathname: string; query?: Readonly<Record<string, string>> }): string;
    makeRequestHeader(uri: string, options: { method: string; body?: unknown }): JiraApi.RequestOptions;
    doRequest(options: JiraApi.RequestOptions): Promise<unknown>;
  }
  namespace JiraApi {
    type RequestOptions = {
      uri: string;
      method: string;
      body?: unknown;
      /** `bearer` goes before user and password. */
      auth?: { user: string; pass: string; bearer?: string };
    };
  }
  export = JiraApi;
}
