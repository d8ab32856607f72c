/** An answer of a server. */
export interface Answer {
  readonly status: number;
  /** Length of the body as it was sent. */
  readonly bytes: number;
  /** The first part of what came, for a message. */
  readonly start: string;
}

const END_OF_HEAD = '\r\n\r\n';
const LAST_CHUNK = '0\r\n\r\n';
const LONGEST_START = 2000;

/** Finds the ends of HTTP answers that come one at a time, and reads little else: load must cost little to make. */
export class AnswerReader {
  readonly #onAnswer: (answer: Answer) => void;
  /** What has come, as long as its end is still searched for. */
  #text = '';
  #status = 0;
  #bytes = 0;
  /** Of the body; infinite for an answer in chunks, which says at its end that it ends. */
  #missing = 0;

  constructor(onAnswer: (answer: Answer) => void) {
    this.#onAnswer = onAnswer;
  }

  read(part: Buffer): void {
    if (this.#status === 0) this.#readHead(part);
    else if (Number.isFinite(this.#missing)) this.#missing -= part.length;
    else this.#text += part.toString('latin1');
    if (this.#status === 0 || !this.#isComplete()) return;
    const answer = { status: this.#status, bytes: this.#bytes, start: this.#text.slice(0, LONGEST_START) };
    this.#status = 0;
    this.#text = '';
    this.#onAnswer(answer);
  }

  #isComplete(): boolean {
    return Number.isFinite(this.#missing) ? this.#missing <= 0 : this.#text.endsWith(LAST_CHUNK);
  }

  #readHead(part: Buffer): void {
    this.#text += part.toString('latin1');
    const end = this.#text.indexOf(END_OF_HEAD);
    if (end < 0) return;
    const head = this.#text.slice(0, end);
    this.#status = Number(head.slice(9, 12));
    this.#bytes = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
    const isChunked = /^transfer-encoding: chunked/im.test(head);
    const come = this.#text.length - end - END_OF_HEAD.length;
    this.#missing = isChunked ? Number.POSITIVE_INFINITY : this.#bytes - come;
  }
}
