/** What is used of nock 14, so that this package need not depend on it. The module itself fits: `import nock from 'nock'`. */
export interface NockPort {
  (origin: string): NockScope;
  removeInterceptor(interceptor: never): boolean;
}

export interface NockScope {
  persist(): NockScope;
  intercept(path: RegExp, method: string): NockInterceptor;
}

export interface NockInterceptor {
  reply(
    answer: (
      this: NockReplyContext,
      path: string,
      body: unknown,
      callback: (error: NodeJS.ErrnoException | null, result: NockReply) => void,
    ) => void,
  ): unknown;
}

export interface NockReplyContext {
  readonly req: { readonly headers: Readonly<Record<string, string | string[]>> };
}

export type NockReply = readonly [
  status: number,
  body: string,
  headers: Readonly<Record<string, string>>,
];
