/** What went over the wire between the widget and the handler, newest first. */
import { find } from './dom.js';
import { createLog, type LogEntry } from './log.js';
import type { Exchange } from './wire.js';

/** Answers what writes an exchange down: once when it begins, and once when it is over. */
export function setUpRequestLog(): (exchange: Exchange, at: Date) => void {
  const empty = 'What goes over the wire is listed here. Codes and secrets are not.';
  const log = createLog(find('#requests'), 'Requests', empty);
  const lines = new Map<Exchange, (entry: LogEntry) => void>();

  return (exchange, at) => {
    const entry = entryOf(exchange);
    const fill = lines.get(exchange);
    if (fill) {
      fill(entry);
      lines.delete(exchange);
    } else {
      lines.set(exchange, log.write(entry, at));
    }
  };
}

function entryOf({ method, path, request, answer, faults }: Exchange): LogEntry {
  const title = `${method} ${path.replace(/([\w-]{6})[\w-]{16,}/, '$1…')}`;
  const fault = faults.length ? ` · fault: ${faults.join(', ')}` : '';
  const payload = { request: { method, path, ...request }, ...(answer && { response: answer }) };
  if (!answer) return { title, detail: `under way${fault}`, payload, tone: 'waiting' };
  if ('failed' in answer) {
    return { title, detail: `${answer.failed}, ${answer.ms} ms${fault}`, payload, tone: 'bad' };
  }
  const { status, ms, body } = answer;
  const code = (body as { code?: unknown } | undefined)?.code;
  const said = typeof code === 'string' && status >= 400 ? ` ${code}` : '';
  return {
    title,
    detail: `${status}${said}, ${ms} ms${fault}`,
    payload,
    ...(status >= 400 && { tone: 'bad' as const }),
  };
}
