import type { GitIdentity } from '../../model/commit.ts';
import type { IdentityRule } from './rule.ts';

const LONGEST = 240;
const PART = /[^\s<>()[\]{}"'`,;:|\\]/;

/** What is left of a text that anyone may read: no address, no login, and not much of it. */
export function masked(text: string, domain: string | null = null): string {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  if (!short.includes('@')) return short;
  let result = '';
  let from = 0;
  for (let at = short.indexOf('@'); at !== -1; at = short.indexOf('@', Math.max(from, at + 1))) {
    let start = at;
    while (start > from && PART.test(short.charAt(start - 1))) start -= 1;
    let end = at + 1;
    while (end < short.length && (PART.test(short.charAt(end)) || short.charAt(end) === '@')) end += 1;
    if (start === at && end === at + 1) continue;
    const kept = domain !== null && short.slice(start, end).toLowerCase().endsWith(`@${domain}`);
    result += `${short.slice(from, start)}…${kept ? `@${domain}` : ''}`;
    from = end;
  }
  return result + short.slice(from);
}

/** An identity as evidence shows it: a name without a tool's word in it is a person's, and of an address the domain is left. */
export function maskedIdentity({ name, email }: GitIdentity, rule: IdentityRule): string {
  const shown = shownName(name, rule);
  if (email === '') return shown;
  const vendors = rule.mailboxes !== undefined || rule.apps !== undefined || rule.logins !== undefined;
  return `${shown} <…${vendors ? email.slice(email.lastIndexOf('@')) : ''}>`;
}

function shownName(name: string, rule: IdentityRule): string {
  if (rule.ofPerson === true) return `… ${masked(rule.name?.exec(name)?.[0] ?? '')}`;
  return TOOL_WORDS.test(name) ? masked(name) : '…';
}

/** Words that agents sign with. */
const TOOL_WORDS =
  /claude|opus|sonnet|haiku|fable|mythos|anthropic|copilot|cursor|composer|codex|gpt|openai|gemini|jules|devin|aider|openhands|opendevin|\bamp\b|opencode|crush|droid|lovable|kiro|\bamazon q|junie|kilo|roo\b|roomote|cline|qwen|grok|glm|kimi|deepseek|mistral|warp|\boz\b|sisyphus|blackbox|hermes|\bagent\b|assistant|\bbot\b|\[bot\]|happy|nori|sageox|antigravity|firebender|twill|junior/i;
