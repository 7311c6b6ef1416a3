-- A yes for one film belongs to the order that took it, whatever is asked and answered later: the moment it was said.
alter table cameo_use add column under_yes timestamptz;
update cameo_use u set under_yes = g.decided_at from cameo_grant g
where g.cameo = u.cameo and g.account = u.account and g.once and g.state = 'ALLOWED' and g.decided_at <= u.created_at;
create index cameo_use_yes on cameo_use (cameo, account, under_yes) where under_yes is not null;

-- The film that stands before this one in the same film: a no to that one is a no to this one, made or in the making.
alter table cameo_use add column within uuid;
update cameo_use u set within = g.remix_of from generation g where g.video_id = u.video and g.lead > 0;
update cameo_use u set within = v.remix_of from video v where v.id = u.video and v.lead > 0 and u.within is null;
create index cameo_use_within on cameo_use (within, cameo) where within is not null;
