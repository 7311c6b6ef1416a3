-- which sheets hold a picture is asked before one is swept
create index draft_picture_key on draft_picture (key);
