import type { Message } from '../../model/message.ts';

/** Something to say to people who are elsewhere, before it has the form of any place. All texts are plain. */
export type Letter = {
  about: string;
  subject: string;
  /** The sentence that is read when nothing else is. */
  lead: string;
  parts: readonly { title: string; lines: readonly string[] }[];
  /** Where more stands; null: nowhere that others could reach. */
  link: { text: string; address: string } | null;
  /** What it is about and why it came, in small print. */
  foot: string;
};

/** The same as a test, which says so in the words that are read first; it is about something of its own. */
export function asTest(letter: Letter): Letter {
  const { about, subject, lead } = letter;
  return { ...letter, about: `test ${about}`, subject: `Test: ${subject}`, lead: `Test: ${lead}` };
}

/** One letter in every form. What stands in the letter stands in each of them, and no text of it can become markup. */
export function messageOf(letter: Letter): Message {
  const { about, subject } = letter;
  return {
    about,
    subject,
    text: inText(letter),
    html: inHtml(letter),
    markdown: inMarkdown(letter),
    slack: inSlack(letter),
  };
}

function inText({ lead, parts, link, foot }: Letter): string {
  const blocks = [
    lead,
    ...parts.map(({ title, lines }) => [title, ...lines.map((line) => `- ${line}`)].join('\n')),
    ...(link === null ? [] : [`${link.text}: ${link.address}`]),
    `-- \n${foot}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function inMarkdown({ lead, parts, link, foot }: Letter): string {
  const blocks = [
    `**${markdown(lead)}**`,
    ...parts.map(({ title, lines }) =>
      [`### ${markdown(title)}`, '', ...lines.map((line) => `- ${markdown(line)}`)].join('\n'),
    ),
    ...(link === null ? [] : [`[${markdown(link.text)}](${link.address})`]),
    `<sub>${markdown(foot)}</sub>`,
  ];
  return blocks.join('\n\n');
}

function inSlack({ lead, parts, link, foot }: Letter): string {
  const blocks = [
    `*${slack(lead)}*`,
    ...parts.map(({ title, lines }) =>
      [`*${slack(title)}*`, ...lines.map((line) => `• ${slack(line)}`)].join('\n'),
    ),
    ...(link === null ? [] : [`<${slack(link.address)}|${slack(link.text)}>`]),
    `_${slack(foot)}_`,
  ];
  return blocks.join('\n\n');
}

/** Mail readers know tables and styles on elements, and little else. */
function inHtml({ subject, lead, parts, link, foot }: Letter): string {
  const part = ({ title, lines }: Letter['parts'][number]) =>
    `<h2 style="font-size:16px;margin:24px 0 8px">${html(title)}</h2><ul style="margin:0;padding-left:20px">${lines
      .map((line) => `<li style="margin:4px 0">${html(line)}</li>`)
      .join('')}</ul>`;
  const more =
    link === null
      ? ''
      : `<p style="margin:24px 0"><a href="${html(link.address)}" style="color:#0063b1">${html(link.text)}</a></p>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${html(subject)}</title></head>
<body style="margin:0;padding:24px;background:#ffffff;color:#14181f;font:16px/1.5 system-ui,sans-serif">
<div style="max-width:560px;margin:0 auto"><p style="font-size:20px;line-height:1.35;font-weight:600;margin:0">${html(lead)}</p>
${parts.map(part).join('\n')}${more}
<p style="margin:32px 0 0;font-size:13px;color:#4b5563">${html(foot)}</p></div></body></html>`;
}

function html(text: string): string {
  const plain = text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  // A number is not parted from its sign by the end of a line.
  return plain.replace(/(\d) %/g, '$1&#160;%');
}

/** GitHub reads mentions, references and HTML too; a name of a team or repository shall call nobody. */
function markdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, (character) => `\\${character}`).replace(/@(?=\w)/g, '@\u200b');
}

/** The three characters that Slack asks to be written so, and what it would read as emphasis or a mention. */
function slack(text: string): string {
  const plain = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return plain.replace(/[*_~`](?=\S)/g, (character) => `${character}\u200b`);
}
