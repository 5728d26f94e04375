import type { ReactNode } from 'react';

/** A link in a sentence that does something here: it leads to no address, so it is a button. */
export function LinkButton({
  onClick,
  children,
}: {
  readonly onClick: () => void;
  readonly children: ReactNode;
}) {
  return (
    <button type="button" className="link" onClick={onClick}>
      {children}
    </button>
  );
}
