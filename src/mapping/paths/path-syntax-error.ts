/** What is wrong with a path. Thrown inside this folder's readers only, and turned into an issue by the binder. */
export class PathSyntaxError extends Error {
  override readonly name = 'PathSyntaxError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
