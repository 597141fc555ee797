/** The asker asked for something that does not exist; names the field and what is allowed. */
export class QuestionError extends Error {
  readonly code: string;
  readonly field: string | null;
  readonly allowed: readonly string[] | null;
  constructor(
    code: string,
    message: string,
    field: string | null = null,
    allowed: readonly string[] | null = null,
  ) {
    super(message);
    this.name = 'QuestionError';
    this.code = code;
    this.field = field;
    this.allowed = allowed;
  }
}

/** The operator's configuration or this machine's state is at fault; exit code 2. */
export class ConfigError extends Error {
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ConfigError';
    this.code = code;
  }
}
