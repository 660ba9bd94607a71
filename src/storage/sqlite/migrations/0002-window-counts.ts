/** What a window needs to count each record of its list once, though it goes back and asks for pages again. */
export const WINDOW_COUNTS = `
-- The counts when the checkpoint was set: to these the window goes back.
ALTER TABLE windows ADD COLUMN checkpoint_counts TEXT NOT NULL DEFAULT '{}';
UPDATE windows SET checkpoint_counts = counts;
-- The counts when the window came into its run: the rest of them is this run's.
ALTER TABLE windows ADD COLUMN counts_before_run TEXT NOT NULL DEFAULT '{}';
-- What it stored after the point to which it went back, and has not met again yet.
ALTER TABLE windows ADD COLUMN stored_before TEXT NOT NULL DEFAULT '{}';
`;
