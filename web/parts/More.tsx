/** The way to the next part of a list that comes in parts; nothing at its end. */
interface Parts {
  hasNextPage: boolean;
  isFetching: boolean;
  fetchNextPage(): unknown;
}

export function More({ of, children = 'More' }: { of: Parts; children?: string }) {
  if (!of.hasNextPage) return null;
  return (
    <p className="more">
      <button type="button" onClick={() => void of.fetchNextPage()} disabled={of.isFetching}>
        {children}
      </button>
    </p>
  );
}
