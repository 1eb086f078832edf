/**
 * The counting policy a second time, in plain loops over maps: copies, lines of one certificate, what is replaced, what
 * was not issued. It refuses data that it has no answer for (contradicting lines): agreement is never an accident.
 */

/** One row of a source, read: texts resolved, the value in cents of the report currency. */
export interface Line {
  readonly number: string;
  /** ISO day of issue. */
  readonly day: string;
  readonly status: string;
  readonly replaces: string | null;
  readonly destination: string;
  readonly exporter: string | null;
  /** HS subheading, 6 digits. */
  readonly product: string | null;
  readonly cents: bigint | null;
  /** Every mapped field as one text: rows that agree in it are copies. */
  readonly identity: string;
}

/** A certificate that counts. */
export interface Certificate {
  readonly year: number;
  readonly month: number;
  readonly destination: string;
  readonly exporter: string | null;
  readonly products: readonly string[];
  readonly cents: bigint | null;
  readonly lines: readonly Pick<Line, "product" | "cents">[];
}

export interface Balance {
  readonly rowsRead: number;
  readonly counted: number;
  readonly copies: number;
  readonly superseded: number;
  readonly notIssued: number;
  readonly rejected: number;
}

export interface Counted {
  readonly certificates: readonly Certificate[];
  readonly balance: Balance;
}

/** Counts the certificates of one chamber. */
export function countCertificates(lines: readonly Line[]): Counted {
  const distinct = withoutCopies(lines);
  const documents = byNumber(distinct);
  const replaced = replacedNumbers(documents);
  const certificates: Certificate[] = [];
  const rows = { counted: 0, superseded: 0, notIssued: 0 };
  for (const [number, document] of documents) {
    const fate = document[0]?.status !== "issued" ? "notIssued" : replaced.has(number) ? "superseded" : "counted";
    rows[fate] += document.length;
    if (fate === "counted") certificates.push(certificateOf(document));
  }
  const copies = lines.length - distinct.length;
  return { certificates, balance: { rowsRead: lines.length, ...rows, copies, rejected: 0 } };
}

export function withoutCopies(lines: readonly Line[]): readonly Line[] {
  const seen = new Set<string>();
  return lines.filter((line) => {
    if (seen.has(line.identity)) return false;
    seen.add(line.identity);
    return true;
  });
}

export function byNumber(lines: readonly Line[]): ReadonlyMap<string, readonly Line[]> {
  const documents = new Map<string, Line[]>();
  for (const line of lines) {
    const document = documents.get(line.number);
    if (document === undefined) documents.set(line.number, [line]);
    else if (headerOf(document[0]) === headerOf(line)) document.push(line);
    else throw new Error(`certificate ${line.number} contradicts itself: the oracle does not choose`);
  }
  return documents;
}

function headerOf(line: Line | undefined): string {
  return JSON.stringify([line?.day, line?.destination, line?.exporter, line?.status]);
}

/** The numbers that an issued certificate of the same or a later day replaces. */
export function replacedNumbers(documents: ReadonlyMap<string, readonly Line[]>): ReadonlySet<string> {
  const replaced = new Set<string>();
  for (const line of [...documents.values()].flat()) {
    if (line.replaces === null || line.status !== "issued" || line.replaces === line.number) continue;
    const original = documents.get(line.replaces)?.[0];
    if (original !== undefined && original.day <= line.day) replaced.add(line.replaces);
  }
  return replaced;
}

function certificateOf(document: readonly Line[]): Certificate {
  const [first] = document;
  if (first === undefined) throw new Error("a certificate without lines");
  const amounts = document.flatMap((line) => (line.cents === null ? [] : [line.cents]));
  return {
    year: Number(first.day.slice(0, 4)),
    month: Number(first.day.slice(5, 7)),
    destination: first.destination,
    exporter: first.exporter,
    products: [...new Set(document.flatMap((line) => (line.product === null ? [] : [line.product])))],
    cents: amounts.length === 0 ? null : amounts.reduce((sum, cents) => sum + cents, 0n),
    lines: document.map(({ product, cents }) => ({ product, cents })),
  };
}
