// What people call. The engine takes and gives text; a refusal of it becomes an error with a type.
import * as engine from "./engine.js";

export class SketchlintError extends Error {
  constructor({ message, problems }) {
    super(message);
    this.name = "SketchlintError";
    this.problems = problems;
  }
}

export function lint(board, options) {
  const today = options?.today ?? new Date().toISOString().slice(0, 10);
  const text = typeof board === "string" ? board : JSON.stringify(board);
  try {
    return JSON.parse(engine.lint(`${text}`, JSON.stringify({ ...options, today })));
  } catch (refusal) {
    throw typeof refusal === "string" ? new SketchlintError(JSON.parse(refusal)) : refusal;
  }
}

export function rules() {
  return JSON.parse(engine.rules());
}
