import type { Frame } from '../../../../ui/index.ts';
import type { MessageView } from '../view.ts';

/** What was said, the oldest first; each side recognisable by more than its colour. */
export function Messages({ frame, messages }: { frame: Frame; messages: readonly MessageView[] }) {
  return (
    <ol class="thread">
      {messages.map((message) => (
        <li key={message.id} id={message.id} class={message.side}>
          <p class="by">
            <b>{message.author}</b>{' '}
            <time dateTime={message.at.toString()}>{frame.formats.dateTime(message.at)}</time>
          </p>
          <div class="said">{message.body}</div>
        </li>
      ))}
    </ol>
  );
}
