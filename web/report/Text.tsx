/** The report's text with its quotes marked. The words are set as text nodes only: markup in a report stays words. */
import { type MouseEvent, memo, type Ref } from 'react';
import type { Span } from '../../src/reading/schema';
import { merged, type Paragraph, type Segment } from './highlights';
import type { Statement } from './statements';

interface Props {
  ref: Ref<HTMLDivElement>;
  text: string;
  paragraphs: Paragraph[];
  active: Statement | null;
  activeIndex: number | null;
  hover: number | null;
  cited: Span | null;
  onHover: (n: number | null) => void;
  onPick: (n: number) => void;
}

const NONE: Span[] = [];

export function ReportText({ ref, text, paragraphs, active, activeIndex, hover, cited, onHover, onPick }: Props) {
  const slots = active ? merged(active.slots.flatMap((slot) => (slot.at && slot.found ? [slot.at] : []))) : NONE;

  const quotesAt = (event: MouseEvent) => {
    const mark = (event.target as Element).closest<HTMLElement>('[data-quotes]');
    return mark?.dataset.quotes?.split(' ').map(Number) ?? [];
  };
  const pick = (event: MouseEvent) => {
    if (!getSelection()?.isCollapsed) return;
    // Where quotes lie over each other, the shortest comes first and each further click takes the next.
    const quotes = quotesAt(event);
    const n = quotes[(quotes.indexOf(activeIndex ?? -1) + 1) % quotes.length];
    if (n !== undefined) onPick(n);
  };

  return (
    // The keyboard's way to the same: n and p, and the list of statements.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore lint/a11y/useKeyWithMouseEvents: see above
    <div
      ref={ref}
      className="prose"
      onClick={pick}
      onMouseOver={(event) => onHover(quotesAt(event)[0] ?? null)}
      onMouseLeave={() => onHover(null)}
    >
      {paragraphs.map((paragraph) => {
        const { start, end } = paragraph;
        const within = ([s, e]: Span) => s < end && e > start;
        const holdsIndex = (n: number | null) =>
          n !== null && paragraph.segments.some((segment) => segment.statements.includes(n));
        const touched = slots.filter(within);
        return (
          <TextParagraph
            key={start}
            text={text}
            paragraph={paragraph}
            active={holdsIndex(activeIndex) ? activeIndex : null}
            hover={holdsIndex(hover) ? hover : null}
            slots={touched.length ? touched : NONE}
            cited={cited && within(cited) ? cited : null}
          />
        );
      })}
    </div>
  );
}

interface ParagraphProps {
  text: string;
  paragraph: Paragraph;
  active: number | null;
  hover: number | null;
  slots: Span[];
  cited: Span | null;
}

/** Drawn again only when a statement in hand has words in it. */
const TextParagraph = memo(function TextParagraph({ text, paragraph, active, hover, slots, cited }: ParagraphProps) {
  const inside = (segment: Segment, span: Span) => span[0] <= segment.start && segment.end <= span[1];
  return (
    <p>
      {paragraph.segments.map((segment) => {
        const words = text.slice(segment.start, segment.end);
        const { statements } = segment;
        const isCited = cited !== null && inside(segment, cited);
        const isSlot = slots.some((slot) => inside(segment, slot));
        if (!statements.length && !isCited && !isSlot) {
          return (
            <span key={segment.start} data-at={segment.start}>
              {words}
            </span>
          );
        }
        const names = [
          statements.length > 1 && 'is-many',
          hover !== null && statements.includes(hover) && 'is-hover',
          active !== null && statements.includes(active) && 'is-active',
          isSlot && 'is-slot',
          isCited && 'is-cited',
        ];
        return (
          <mark
            key={segment.start}
            data-at={segment.start}
            data-quotes={statements.length ? statements.join(' ') : undefined}
            className={names.filter(Boolean).join(' ') || undefined}
          >
            {words}
          </mark>
        );
      })}
    </p>
  );
});

/** Whether the statements stand above the text instead of beside it: then each shows its quote itself. */
export const stacked = () => matchMedia('(max-width: 52rem)').matches;

/** Brings the words that begin at an offset into view. */
export function scrollToOffset(body: HTMLElement | null, offset: number | undefined) {
  if (!body || offset === undefined) return;
  const words = body.querySelector(`[data-at="${offset}"]`);
  words?.scrollIntoView({ block: 'center' });
}
