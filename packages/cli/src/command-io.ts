/** Where text goes. */
export interface TextSink {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** Where text comes from. */
export interface TextSource extends AsyncIterable<Uint8Array | string> {
  readonly isTTY?: boolean | undefined;
}

/** All that a command touches of the process it runs in, so that a test or another program can run one. */
export interface CommandIo {
  readonly stdin: TextSource;
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What relative file names are relative to. */
  readonly workingDirectory: string;
  readonly homeDirectory: string;
  readonly platform: NodeJS.Platform;
  /** Ends the command when aborted; the reason is the name of the signal, `SIGINT` or `SIGTERM`. */
  readonly signal: AbortSignal;
  /** Asks the person at the terminal and answers the line typed. Called only where input and error output are a terminal. */
  ask(question: string): Promise<string>;
  /** The same for a secret: what is typed is not shown. */
  askSecret(question: string): Promise<string>;
}
