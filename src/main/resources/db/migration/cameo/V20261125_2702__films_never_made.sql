-- The film was never finished: its use stays as the ground on which consent is asked, but is no use for the ledger.
alter table cameo_use add column unmade_at timestamptz;
update cameo_use set unmade_at = coalesce(g.finished_at, now()) from generation g
where g.video_id = cameo_use.video and g.state in ('FAILED', 'CANCELLED') and cameo_use.state in ('PENDING', 'ALLOWED');
