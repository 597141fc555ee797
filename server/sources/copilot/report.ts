import type { ToolDay } from '../../model/tool-usage.ts';
import { unexpected } from '../../net/vendor-answer.ts';
import { type CopilotUserDay, UserDays } from './payload.ts';

/**
 * The users of one day's report, which comes as one JSON object a line, as a JSON array, or as an object that holds the array;
 * an empty text is a report of nobody. Throws SourceError `unexpected-answer`.
 */
export function reportedDays(text: string, day: string, host: string): ToolDay[] {
  const rows: unknown = rowsIn(text);
  if (!UserDays.Check(rows)) {
    const [first] = UserDays.Errors(rows);
    throw unexpected(
      'GitHub',
      `${first?.instancePath || 'the report'} ${first?.message ?? 'is of another shape'}`,
    );
  }
  return rows.map((row) => toolDay(row, day, host));
}

function rowsIn(text: string): unknown {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  const whole = parsed(trimmed);
  if (Array.isArray(whole)) return whole;
  if (typeof whole === 'object' && whole !== null) {
    const held: unknown = Reflect.get(whole, 'day_totals');
    return Array.isArray(held) ? held : [whole];
  }
  return trimmed
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const row = parsed(line);
      if (row === undefined) throw unexpected('GitHub', 'a line of the report is no JSON');
      return row;
    });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toolDay(row: CopilotUserDay, day: string, host: string): ToolDay {
  const asked = row.user_initiated_interaction_count ?? 0;
  const inCli = row.totals_by_cli?.request_count ?? 0;
  const made = (row.code_generation_activity_count ?? 0) + (row.code_acceptance_activity_count ?? 0);
  return {
    tool: 'copilot',
    day,
    user: { login: row.user_login, host },
    // Whoever is listed may have done nothing that day but open the editor.
    active: asked + inCli + made > 0,
    sessions: null,
    requests: asked + inCli,
    suggestedLines: row.loc_suggested_to_add_sum ?? null,
    acceptedLines: row.loc_added_sum ?? null,
  };
}
