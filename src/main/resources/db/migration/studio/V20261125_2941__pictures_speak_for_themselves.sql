-- what was seen in a picture, and said of it, stands with the picture
alter table draft_picture drop column face, drop column agreed_at;
