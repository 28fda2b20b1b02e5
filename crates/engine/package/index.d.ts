/** How grave a finding is: it would cost the round, an interviewer would ask, it is worth a thought. */
export type Severity = "error" | "warning" | "info";

/** What a rule is set to. */
export type Level = "off" | "on" | Severity;

/** Where on a board something is; `id` is null for what there is only one of. */
export interface Place {
  kind: "box" | "edge" | "answer" | "wrap" | "session" | "board";
  id: string | null;
}

/** A stretch of a text on the board, in characters counted from 0; `end` is the character after the last. */
export interface Span {
  where: Place;
  field: "label" | "constraints" | "owner" | "because" | "text";
  start: number;
  end: number;
}

/** The page that a figure of the catalogue was read from. */
export interface Source {
  title: string;
  url: string;
  /** The month in which it was checked, such as `2026-05`. */
  checked: string;
  confidence: "vendor" | "measured" | "reported";
}

/** One thing that was seen: the arithmetic, the words, the number that would pass. */
export interface Evidence {
  text: string;
  span: Span | null;
  source: Source | null;
}

/** A change that clears a finding; a safe one says nothing that the board does not already say. */
export interface Fix {
  title: string;
  safe: boolean;
}

/** What has the same cause as a finding, and goes when that is mended. */
export interface Consequence {
  rule: string;
  name: string;
  severity: Severity | "cannot-tell";
  where: Place;
  message: string;
}

/** A fault that a rule found. */
export interface Finding {
  /** The code of the rule, such as `OWN001`; never used again for another. */
  rule: string;
  /** The name of the rule, such as `unowned-edge`. */
  name: string;
  severity: Severity;
  where: Place;
  /** What was seen, why it matters and what to do. */
  message: string;
  evidence: Evidence[];
  /** The smallest change that would do. */
  clears: string | null;
  /** What to light up, in order. */
  path: Place[];
  fixes: Fix[];
  folded: Consequence[];
}

/** A rule that could be judged if one more figure stood on the board; no pass. */
export interface CannotTell {
  rule: string;
  name: string;
  where: Place;
  /** Which figure is missing. */
  message: string;
  path: Place[];
}

export interface Summary {
  errors: number;
  warnings: number;
  infos: number;
  cannot_tell: number;
  /** Findings set aside on purpose, by `allow`. */
  allowed: number;
}

/** What is said of one board. */
export interface Report {
  /** The gravest first, then as an interviewer would raise them. */
  findings: Finding[];
  cannot_tell: CannotTell[];
  summary: Summary;
  /** It holds what was asked to fail. */
  fails: boolean;
  /** What of the text was not understood and left out, each with its place. */
  left_out: string[];
}

/** As in `sketchlint.toml`. */
export interface Options {
  /** A set of settings with a name. */
  profile?: "data-engineer" | "product-manager" | "strict";
  /** The least grave finding that fails; `error` unless said otherwise. */
  "fail-on"?: Severity | "never";
  /** What cannot be told for want of a figure fails, too. */
  strict?: boolean;
  /** By code, name, the beginning of codes, or `all`: what names a rule most exactly decides. */
  rules?: Record<string, Level>;
  /** The day, such as `2026-06-30`, on which an `allow` with an end is judged; today unless said otherwise. */
  today?: string;
}

/** One thing that is wrong with a text or with options. */
export interface Problem {
  /** Counted from 1, where it is known. */
  line: number | null;
  /** Such as `boxes[3].at` or `options.rules.OWN`; empty for the text as a whole. */
  place: string;
  what: string;
  /** What to do about it. */
  remedy: string;
}

/** Thrown where a text is no board or options mean nothing; its message holds all problems as sentences. */
export class SketchlintError extends Error {
  readonly name: "SketchlintError";
  readonly problems: [Problem, ...Problem[]];
}

/** A rule as it is listed. */
export interface Rule {
  rule: string;
  name: string;
  severity: Severity;
  /** When it speaks, in one line. */
  summary: string;
}

/**
 * Judges a board: the text of a `.board.json` file, what `JSON.parse` makes of it, or a sketch, a few lines of text.
 * The same board gives the same report, here, on the page and in `sketchlint lint`.
 *
 * @throws {SketchlintError} where it is no board or the options mean nothing
 */
export function lint(board: string | object, options?: Options): Report;

/** Every rule, in the order in which an interviewer would raise them. */
export function rules(): Rule[];
