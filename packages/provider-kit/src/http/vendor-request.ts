/** One request to a vendor, complete. */
export interface VendorRequest {
  /** The vendor's command or path without parameters; it appears in events and error texts. */
  readonly target: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Credentials do not belong here: URLs end up in logs of proxies and servers. */
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Sent as it is, in UTF-8. Name its Content-Type in `headers`; none is made up. */
  readonly body?: string | undefined;
  /** The quota bucket that the request counts against. */
  readonly bucket: string;
  /** The limited route, such as `/api`, where limits differ by route; for the adapter's own errors. */
  readonly endpoint?: string | undefined;
  /** Largest reply that is read, after decompression. @defaultValue 4 MB */
  readonly maxBytes?: number | undefined;
  /** Instead of the limit in the settings. */
  readonly timeoutMs?: number | undefined;
}

/** What the vendor answered, whatever its status. */
export interface VendorReply {
  readonly status: number;
  /** Names in lower case; a repeated header is joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
