/** Encodings that a file is kept in besides its plain form, best first. */
export const ENCODINGS = ['br', 'zstd', 'gzip'] as const;

export type Encoding = (typeof ENCODINGS)[number];

/** One file for browsers. Its address changes with its content, so that it can be cached for ever. */
export interface Asset {
  readonly body: Buffer;
  /** Compressed once; an encoding that would not make the file smaller is absent. */
  readonly encodings: Partial<Readonly<Record<Encoding, Buffer>>>;
  readonly type: string;
  readonly etag: string;
}

/** Everything under `/assets/`. */
export interface Assets {
  /** The address of a file by its plain name (`app.css`); an unknown name is a fault of the program and throws. */
  url(name: string): string;
  /** Addresses of script chunks that `app.js` will ask for, to be fetched ahead. */
  readonly preloads: readonly string[];
  find(pathname: string): Asset | undefined;
}
