/**
 * The counting policy, in the words that `origo policy` prints. The classification in `ingest/classify.ts` and the
 * selection in `store/selection.ts` implement it; nothing else in the code decides what counts.
 */
export const COUNTING_POLICY = [
  {
    id: "period",
    text: "The period of a certificate is the calendar year (quarter, month) of its issue date.",
  },
  {
    id: "counts",
    text: "A certificate counts when its status is issued and no issued certificate of the same or a later date replaces it.",
  },
  {
    id: "copies",
    text: "Rows of one chamber and certificate number that agree in every mapped field are copies: counted once.",
  },
  {
    id: "lines",
    text: "Rows that agree in date, destination, exporter and status are lines of one certificate: counted once, values added.",
  },
  {
    id: "conflicts",
    text: "Rows that contradict each other there are a problem; the latest date counts, then the first by status, destination and exporter, never by order of input.",
  },
  {
    id: "cycles",
    text: "Issued certificates of one day that replace each other in a cycle are a problem: none of them counts, and none replaces another.",
  },
  {
    id: "cross-border",
    text: "Where chambers are put together, a certificate that several have (the same exporter number, issue date, destination and value in its own currency) counts once, at the first chamber by id, or at each with --count-both.",
  },
  {
    id: "value",
    text: "Goods value is the sum over counted certificates; each row is converted at the ECB reference rate of its issue date, or the last one in the ten days before (31 for rates of your own, --rates), half-up to the cent.",
  },
  { id: "no-value", text: "Certificates without a value are counted, and reported." },
  {
    id: "distant",
    text: "Distant export is a destination outside the European Union on the issue date; --eu current or --eu YYYY-MM-DD fixes one composition for all years.",
  },
  {
    id: "complete",
    text: "A last year that is not covered to its end is compared with the same months of the year before, never with the full year.",
  },
] as const;

/** How many days a reference rate stays good: the longest closing of the ECB's series is under a week. */
export const RATE_VALID_DAYS = 10;

/** How many days a rate of the user's own stays good: such rates are often those of a month. */
export const OWN_RATE_VALID_DAYS = 31;
